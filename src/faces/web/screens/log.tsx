// The log: what was done, entry by entry. A first version; the real one is written beside the editor.

import { usePage } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";

export function LogScreen() {
  const t = useTexts(shellTexts);
  const page = usePage();
  return (
    <section className="screen">
      <h1>{t.log}</h1>
      {page?.log.map((entry) => (
        <article key={entry.line}>
          <h2>{entry.title}</h2>
          <ul>
            {entry.bullets.map((bullet) => (
              <li key={bullet.line}>{bullet.text}</li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  );
}
