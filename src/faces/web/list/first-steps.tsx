// What a person sees before there is anything to see; and where nunc finds nothing on a page that is written, the way
// to tell it where to look.

import { isHalfUnderstood } from "../half-understood.ts";
import { linkTo } from "../route.ts";
import { usePage } from "../state.ts";
import { useTexts } from "../texts.ts";
import { QuickAdd } from "./quick-add.tsx";
import { listTexts } from "./texts-list.ts";

export function FirstSteps() {
  const t = useTexts(listTexts);
  const page = usePage();
  if (page !== null && isHalfUnderstood(page)) {
    return (
      <section className="centre first-steps">
        <h1>{t.nothingFoundTitle}</h1>
        <p>{t.nothingFoundLead}</p>
        <a className="button is-main" href={linkTo("page", { view: "headings" })}>
          {t.sayHeadings}
        </a>
        <p className="hint">{t.orBegin}</p>
        <QuickAdd where={page.title ?? page.file} place={{ role: "learning" }} />
      </section>
    );
  }
  return (
    <section className="centre first-steps">
      <h1>{page === null ? t.noPageTitle : t.firstTitle}</h1>
      <p>{t.firstLead}</p>
      <QuickAdd where={page?.title ?? "now.md"} place={{ role: "learning" }} />
      {page !== null && page.text.trim() !== "" ? (
        <a href={linkTo("page")}>{t.seePage}</a>
      ) : (
        <>
          <p className="hint">{t.firstPoint}</p>
          <pre className="hint-code">nunc init ~/blog/content/now/index.md</pre>
        </>
      )}
    </section>
  );
}
