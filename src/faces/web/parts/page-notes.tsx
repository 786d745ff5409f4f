// Lines above a screen: files that could not be read, and, the first time, what was understood of the page.

import { isHalfUnderstood } from "../half-understood.ts";
import { linkTo } from "../route.ts";
import { act, app, usePage } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { Icon } from "./icon.tsx";

const NO_PROBLEMS: readonly never[] = [];

/** A page with fewer items shows at a glance whether it was understood. */
const FEW_ITEMS = 4;

export function PageNotes({ screen }: { screen: string }) {
  const problems = app.use((state) => state.snapshot?.problems ?? NO_PROBLEMS);
  return (
    <>
      {problems.map((problem) => (
        <p key={problem.file} className="note is-problem" role="alert">
          {problem.message} {problem.hint}
        </p>
      ))}
      {screen === "list" && <Welcome />}
    </>
  );
}

/** Once, on the first screen, until it is closed or the page has been looked at. */
function Welcome() {
  const t = useTexts(shellTexts);
  const page = usePage();
  const welcomed = app.use((state) => state.snapshot?.welcomed ?? true);
  if (welcomed || page === null || page.items.length === 0) return null;
  const half = isHalfUnderstood(page);
  if (!half && page.items.length < FEW_ITEMS) return null;
  return (
    <div className="note is-welcome">
      <p>
        {half ? t.halfUnderstood : t.understood(page.items.length, page.log.length)}{" "}
        <a href={linkTo("page", { view: "headings" })}>{t.seeUnderstood}</a>
      </p>
      <button
        type="button"
        className="icon-button"
        aria-label={t.fine}
        title={t.fine}
        onClick={() => void act("welcome", {}, { quiet: true })}
      >
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
