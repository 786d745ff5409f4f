// What a person sees before there is anything to see.

import { linkTo } from "../route.ts";
import { usePage } from "../state.ts";
import { useTexts } from "../texts.ts";
import { QuickAdd } from "./quick-add.tsx";
import { listTexts } from "./texts-list.ts";

export function FirstSteps() {
  const t = useTexts(listTexts);
  const page = usePage();
  return (
    <section className="centre first-steps">
      <h1>{page === null ? t.noPageTitle : t.firstTitle}</h1>
      <p>{t.firstLead}</p>
      <QuickAdd where={page?.title ?? "now.md"} place={{ role: "learning" }} />
      <p className="hint">{t.firstPoint}</p>
      <pre className="hint-code">nunc init ~/blog/content/now/index.md</pre>
      {page !== null && page.text.trim() !== "" && <a href={linkTo("page")}>{t.openInPage}</a>}
    </section>
  );
}
