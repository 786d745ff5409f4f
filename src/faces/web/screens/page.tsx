// The page as text, with what was understood of it. A first version; the real one is written beside the editor.

import { usePage } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";

export function PageScreen() {
  const t = useTexts(shellTexts);
  const page = usePage();
  return (
    <section className="screen">
      <h1>{t.page}</h1>
      <pre>{page?.text}</pre>
    </section>
  );
}
