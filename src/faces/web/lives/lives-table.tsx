// The lanes as a table: the same items in the same order, each with what became of it in words.

import { useState } from "react";
import { dayOfLife, sayLife } from "../../../domain/index.ts";
import { linkTo } from "../route.ts";
import { useTexts, useTongue } from "../texts.ts";
import type { Lane } from "./lives-model.ts";
import { livesTexts } from "./texts-lives.ts";

const STEP = 200;

interface LivesTableProps {
  lanes: readonly Lane[];
  today: string;
  since: string | null;
}

export function LivesTable({ lanes, today, since }: LivesTableProps) {
  const t = useTexts(livesTexts);
  const tongue = useTongue();
  const [most, setMost] = useState(STEP);
  return (
    <div className="lives-table">
      <table>
        <caption className="unseen">{t.lanes}</caption>
        <thead>
          <tr>
            <th scope="col">{t.colTitle}</th>
            <th scope="col">{t.colCame}</th>
            <th scope="col">{t.colEnd}</th>
            <th scope="col">{t.colStory}</th>
          </tr>
        </thead>
        <tbody>
          {lanes.slice(0, most).map(({ life }) => (
            <tr key={life.id}>
              <th scope="row">
                {life.line === null ? (
                  life.path
                ) : (
                  <a href={linkTo("item", { path: life.path })}>{life.path}</a>
                )}
              </th>
              <td>{dayOfLife(life.cameAt)}</td>
              <td>{life.endedAt === null ? t.today : dayOfLife(life.endedAt)}</td>
              <td>{sayLife(life, today, since, tongue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lanes.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + STEP)}>
          {t.more(Math.min(STEP, lanes.length - most))}
        </button>
      )}
    </div>
  );
}
