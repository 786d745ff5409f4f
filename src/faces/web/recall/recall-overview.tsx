// How recall stands: what comes back in the next days, and item by item.

import type { RecallData } from "../contract.ts";
import { linkTo } from "../route.ts";
import { useTexts } from "../texts.ts";
import { recallTexts } from "./texts-recall.ts";

export function AheadDays({ data }: { data: RecallData }) {
  const t = useTexts(recallTexts);
  const most = Math.max(...data.ahead.map(({ count }) => count));
  if (most === 0) return null;
  return (
    <section className="recall-part" aria-labelledby="recall-ahead">
      <h2 id="recall-ahead">{t.ahead}</h2>
      <ul className="recall-ahead">
        {data.ahead.map(({ date, count }) => (
          <li key={date}>
            <span className="unseen">{t.aheadOn(date, count)}</span>
            <span className="numbers" aria-hidden="true">
              {count > 0 ? count : ""}
            </span>
            <span className="recall-bar" aria-hidden="true" style={{ height: `${(count / most) * 48}px` }} />
            <small aria-hidden="true">{date.slice(5)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function RecallItems({ data }: { data: RecallData }) {
  const t = useTexts(recallTexts);
  return (
    <section className="recall-part" aria-labelledby="recall-items">
      <h2 id="recall-items">{t.items}</h2>
      <table className="recall-items">
        <thead>
          <tr>
            <th scope="col">{t.item}</th>
            <th scope="col">{t.cards}</th>
            <th scope="col">{t.dueCount}</th>
            <th scope="col">{t.newCount}</th>
            <th scope="col">{t.known}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((one) => (
            <tr key={one.file}>
              <th scope="row">
                {one.path === null ? one.title : <a href={linkTo("item", { path: one.path })}>{one.title}</a>}
              </th>
              <td>{one.cards}</td>
              {one.rests ? (
                <td colSpan={3}>{t.rests}</td>
              ) : (
                <>
                  <td>{one.due || ""}</td>
                  <td>{one.waiting || ""}</td>
                  <td>{one.chance === null ? "" : `${Math.round(one.chance * 100)}%`}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
