// Where the log names the item.

import { useState } from "react";
import type { ItemData } from "../contract.ts";
import { sayDate } from "../forecast/say-date.ts";
import { linkTo } from "../route.ts";
import { currentPage } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { Part } from "./part.tsx";
import { itemTexts } from "./texts-item.ts";

const ENTRIES = 6;

export function ItemLog({ data }: { data: ItemData }) {
  const t = useTexts(itemTexts);
  const tongue = useTongue();
  const [isAll, setAll] = useState(false);
  const { log, today } = data;
  const shown = isAll ? log : log.slice(0, ENTRIES);
  const day = (date: string): string => sayDate(date, today, tongue);
  const spanOf = (from: string | null, to: string | null, title: string): string =>
    from === null ? title : to === null || to === from ? day(from) : `${day(from)} – ${day(to)}`;
  return (
    <Part name={t.log} id="log">
      {log.length === 0 && <p className="hint">{t.noLog}</p>}
      <ol className="item-log">
        {shown.map(({ file, entryLine, title, from, to, isArchive, bullets }) => (
          <li key={`${file}:${entryLine}`}>
            <h3>
              {isArchive || file !== currentPage()?.file ? (
                <span>{spanOf(from, to, title)}</span>
              ) : (
                <a href={linkTo("page", { line: bullets[0]!.line })}>{spanOf(from, to, title)}</a>
              )}
              {isArchive && <span className="hint"> {t.archived}</span>}
            </h3>
            <ul className="item-log-lines">
              {bullets.map(({ line, text }) => (
                <li key={line}>{text}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {!isAll && log.length > ENTRIES && (
        <button type="button" className="write-line" onClick={() => setAll(true)}>
          {t.more(log.length - ENTRIES)}
        </button>
      )}
    </Part>
  );
}
