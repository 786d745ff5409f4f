// The time of the item: recorded against estimate and plan, week by week, the block that comes next, the records themselves.

import { useState } from "react";
import type { ItemData, ItemRecordJson, ItemTimeJson } from "../contract.ts";
import { sayDate } from "../forecast/say-date.ts";
import { linkTo } from "../route.ts";
import { useTexts, useTongue } from "../texts.ts";
import { addDays, sayMinutes, wallOf } from "../today/time.ts";
import { Part } from "./part.tsx";
import { itemTexts } from "./texts-item.ts";

/** Records that are shown at first, weeks that are drawn. */
const RECORDS = 6;
const WEEKS = 26;
/** So few weeks as to make no picture are drawn with those before, in which nothing was. */
const LEAST_WEEKS = 12;

export function ItemTime({ data }: { data: ItemData }) {
  const t = useTexts(itemTexts);
  const tongue = useTongue();
  const { time, actual, today } = data;
  const { recordedMin, days, plannedMin, keptMin, blocks, keptBlocks, next } = time;
  const isEmpty = days === 0 && blocks === 0 && next === null;
  const say = (min: number): string => sayMinutes(min, tongue);
  const percent = actual === null ? 0 : Math.round(actual.ratio * 100);
  return (
    <Part name={t.time} id="time">
      {isEmpty && <p className="hint">{t.nothingRecorded}</p>}
      {!isEmpty && (
        <dl className="item-figures">
          <div>
            <dt>{t.recorded}</dt>
            <dd>
              {say(recordedMin)} {days > 0 && <span className="hint">{t.onDays(days)}</span>}
            </dd>
          </div>
          {actual !== null && (
            <div>
              <dt>{t.estimate}</dt>
              <dd>
                {say(actual.estimateMin)}{" "}
                <span className="hint">{actual.isFinal ? t.tookOf(percent) : t.ofEstimate(percent)}</span>
              </dd>
            </div>
          )}
          {blocks > 0 && (
            <div>
              <dt>{t.planned}</dt>
              <dd>
                {say(plannedMin)} <span className="hint">{t.keptOf(say(keptMin), keptBlocks, blocks)}</span>
              </dd>
            </div>
          )}
          {next !== null && (
            <div>
              <dt>{t.nextBlock}</dt>
              <dd>
                <a href={linkTo("today", { date: next.date })}>
                  {sayDate(next.date, today, tongue)} {wallOf(next.from)} – {wallOf(next.to)}
                </a>
              </dd>
            </div>
          )}
        </dl>
      )}
      <Weeks weeks={time.weeks} today={today} />
      <Records records={time.records} path={data.path} today={today} />
    </Part>
  );
}

function Weeks({ weeks, today }: { weeks: ItemTimeJson["weeks"]; today: string }) {
  const t = useTexts(itemTexts);
  const tongue = useTongue();
  const shown = padWeeks(weeks.slice(-WEEKS));
  const most = Math.max(60, ...shown.map(({ recordedMin }) => recordedMin));
  if (shown.every(({ recordedMin }) => recordedMin === 0)) return null;
  const day = (date: string): string => sayDate(date, today, tongue);
  const says = shown.map(({ from, recordedMin, plannedMin }) =>
    t.weekSays(day(from), sayMinutes(recordedMin, tongue), sayMinutes(plannedMin, tongue)),
  );
  return (
    <figure className="item-weeks">
      <div className="item-bars" role="img" aria-label={`${t.weeks}. ${says.join(". ")}`}>
        {shown.map(({ from, recordedMin }, index) => (
          <span key={from} className="item-bar" title={says[index]}>
            <span style={{ height: `${(recordedMin / most) * 100}%` }} />
          </span>
        ))}
      </div>
      <figcaption>
        <span>{day(shown[0]!.from)}</span>
        <span>{t.weeks}</span>
        <span>{day(shown.at(-1)!.from)}</span>
      </figcaption>
      <details>
        <summary>{t.asTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.weekOf}</th>
              <th scope="col">{t.recorded}</th>
              <th scope="col">{t.planned}</th>
            </tr>
          </thead>
          <tbody>
            {shown
              .filter(({ recordedMin, plannedMin }) => recordedMin + plannedMin > 0)
              .map(({ from, recordedMin, plannedMin }) => (
                <tr key={from}>
                  <th scope="row">{day(from)}</th>
                  <td>{sayMinutes(recordedMin, tongue)}</td>
                  <td>{sayMinutes(plannedMin, tongue)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function padWeeks(weeks: ItemTimeJson["weeks"]): ItemTimeJson["weeks"] {
  const [first] = weeks;
  if (first === undefined) return [];
  const before = Math.max(0, LEAST_WEEKS - weeks.length);
  const empty = Array.from({ length: before }, (_, at) => ({
    from: addDays(first.from, -7 * (before - at)),
    recordedMin: 0,
    plannedMin: 0,
  }));
  return [...empty, ...weeks];
}

function Records({
  records,
  path,
  today,
}: {
  records: readonly ItemRecordJson[];
  path: string;
  today: string;
}) {
  const t = useTexts(itemTexts);
  const tongue = useTongue();
  const [isAll, setAll] = useState(false);
  if (records.length === 0) return null;
  const shown = isAll ? records : records.slice(0, RECORDS);
  return (
    <>
      <h3>{t.records}</h3>
      <ul className="item-records">
        {shown.map(({ date, line, from, to, min, path: own, text }) => (
          <li key={`${date}:${line}`} className="item-record">
            <a href={linkTo("today", { date })}>{sayDate(date, today, tongue)}</a>
            <span className="item-span">
              {wallOf(from)} – {to === null ? t.running : wallOf(to)}
            </span>
            <span className="item-min">{sayMinutes(min, tongue)}</span>
            <span className="item-said">
              {[own === path ? "" : own.slice(path.length + 3), text]
                .filter((part) => part !== "")
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {!isAll && records.length > RECORDS && (
        <button type="button" className="write-line" onClick={() => setAll(true)}>
          {t.more(records.length - RECORDS)}
        </button>
      )}
    </>
  );
}
