// Lines above a screen: files that could not be read, and, the first time, what was understood of the page.

import { linkTo } from "../route.ts";
import { act, app, usePage } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";

const NO_PROBLEMS: readonly never[] = [];

export function PageNotes({ screen }: { screen: string }) {
  const t = useTexts(shellTexts);
  const page = usePage();
  const problems = app.use((state) => state.snapshot?.problems ?? NO_PROBLEMS);
  const welcomed = app.use((state) => state.snapshot?.welcomed ?? true);
  // The Page screen shows what was understood itself, line by line.
  const isNew = !welcomed && page !== null && page.items.length > 0 && screen !== "page";
  return (
    <>
      {problems.map((problem) => (
        <p key={problem.file} className="note is-problem" role="alert">
          {problem.message} {problem.hint}
        </p>
      ))}
      {isNew && (
        <div className="note">
          <span>{t.understood(page.items.length, page.log.length)}</span>
          <a href={linkTo("page")}>{t.seeUnderstood}</a>
          <button
            type="button"
            className="button is-plain"
            onClick={() => void act("welcome", {}, { quiet: true })}
          >
            {t.fine}
          </button>
        </div>
      )}
    </>
  );
}
