// What the years came to, at the top of the Lives screen: figures, the years, what was always on top and never touched, how long
// things take, and what else is worth a look. Every figure with its cases.

import type { ReactNode } from "react";
import { formatDays } from "../../../base/index.ts";
import {
  ENOUGH_LIVES,
  type FinishTime,
  type LifeNote,
  type LivesOverview,
  type Priority,
  sayLives,
} from "../../../domain/index.ts";
import { useTexts, useTongue } from "../texts.ts";
import { livesView } from "./lives-view.ts";
import { livesTexts } from "./texts-lives.ts";

/** Of fewer there is no middle to speak of. */
const LEAST_FINISHED = 3;
const LISTED = 5;

export function Summary({ overview }: { overview: LivesOverview }) {
  const t = useTexts(livesTexts);
  const { counts, top } = overview;
  const { priorities } = sayLives(useTongue());
  return (
    <section className="lives-summary" aria-labelledby="lives-years">
      <div className="lives-part is-years">
        <h2 id="lives-years">{t.years}</h2>
        <dl className="lives-figures">
          <Figure value={counts.items} name={t.items} />
          <Figure value={counts.finished} name={t.finished} />
          <Figure value={counts.standing} name={t.standing} />
          <Figure value={counts.gone} name={t.gone} />
        </dl>
        {counts.steps > 0 && <p className="hint">{t.steps(counts.steps, counts.stepsFinished)}</p>}
        <Years overview={overview} />
      </div>
      {top === null ? (
        <Notes name={t.longest} notes={overview.standing} />
      ) : (
        <Notes name={t.neverMoved(priorities[top])} notes={overview.neverMoved} isMain>
          {t.neverMovedNone}
        </Notes>
      )}
    </section>
  );
}

/** What is worth a look behind the lanes. */
export function MoreSummary({ overview }: { overview: LivesOverview }) {
  const t = useTexts(livesTexts);
  return (
    <section className="lives-summary lives-more" aria-label={t.moreFigures}>
      <Notes name={t.begun} notes={overview.begun} />
      <Notes name={t.dropped} notes={overview.droppedQuietly} />
      <Notes name={t.mostMoved} notes={overview.mostMoved} byCount />
      <Times times={overview.times} />
    </section>
  );
}

function Figure({ value, name }: { value: number; name: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** A row a year: bars for what came, was finished, is gone, with the numbers. */
function Years({ overview: { years } }: { overview: LivesOverview }) {
  const t = useTexts(livesTexts);
  const most = Math.max(1, ...years.map(({ came, finished, gone }) => Math.max(came, finished, gone)));
  const cell = (value: number, kind: string, found = 0): ReactNode => (
    <td className={`is-${kind}`} data-zero={value === 0 ? true : undefined}>
      {value}
      {found > 0 && <small className="hint"> {t.foundAlready(found)}</small>}
      <span className="year-bar" style={{ width: `${(value / most) * 100}%` }} />
    </td>
  );
  return (
    <table className="lives-years">
      <thead>
        <tr>
          <th scope="col">{t.year}</th>
          <th scope="col">{t.came}</th>
          <th scope="col">{t.finished}</th>
          <th scope="col">{t.goneShort}</th>
          <th scope="col">{t.openAtEnd}</th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, found, came, finished, gone, standing }) => (
          <tr key={year}>
            <th scope="row">
              <button
                type="button"
                className="link"
                onClick={() => livesView.set({ year: livesView.get().year === year ? null : year })}
              >
                {year}
              </button>
            </th>
            {cell(came, "came", found)}
            {cell(finished, "finished")}
            {cell(gone, "gone")}
            <td>{standing}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface NotesProps {
  name: string;
  notes: readonly LifeNote[];
  byCount?: boolean;
  /** Shown where the list is empty; without it an empty list is not shown. */
  children?: ReactNode;
  isMain?: boolean;
}

function Notes({ name, notes, byCount = false, children, isMain = false }: NotesProps) {
  const t = useTexts(livesTexts);
  const tongue = useTongue();
  if (notes.length === 0 && children === undefined) return null;
  return (
    <div className={`lives-part${isMain ? " is-main" : ""}`}>
      <h2>{name}</h2>
      {notes.length === 0 ? (
        <p className="hint">{children}</p>
      ) : (
        <ol className="lives-notes">
          {notes.slice(0, LISTED).map(({ id, title, days, from, to, isOlder, count }) => (
            <li key={id}>
              <button
                type="button"
                className="link"
                onClick={() => livesView.set({ search: title, year: null, show: "all", asTable: false })}
              >
                {title}
              </button>
              <span>
                {byCount
                  ? t.times(count)
                  : isOlder
                    ? t.atLeast(formatDays(days, tongue))
                    : formatDays(days, tongue)}
              </span>
              <small className="hint">
                {from} – {to ?? t.today}
              </small>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Times({ times }: { times: readonly FinishTime[] }) {
  const t = useTexts(livesTexts);
  const tongue = useTongue();
  const { priorities } = sayLives(tongue);
  if (times.length === 0) return null;
  const nameOf = ({ by, key }: FinishTime): string => {
    if (by === "all") return t.all;
    if (by === "role") return key === "reading" ? t.reading : t.learning;
    if (by === "group") return key;
    const name = priorities[key as Priority];
    return name === undefined ? t.noPriorityKind : t.priorityKind(name);
  };
  // One kind of all says the same twice.
  const [all, ...rest] = times;
  const tells = ({ by, cases, finished }: FinishTime): boolean =>
    cases < all!.cases && (by !== "group" || finished > 0);
  const shown = [all!, ...rest.filter(tells)];
  return (
    <div className="lives-part is-times">
      <h2>{t.howLong}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.kind}</th>
            <th scope="col">{t.cases}</th>
            <th scope="col">{t.median}</th>
            <th scope="col">{t.inYear}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={`${one.by} ${one.key}`}>
              <th scope="row">{nameOf(one)}</th>
              <td>
                {one.finished} / {one.cases}
                {one.cases < ENOUGH_LIVES && <small className="few"> {t.few}</small>}
              </td>
              <td>
                {one.medianDays === null || one.finished < LEAST_FINISHED
                  ? "–"
                  : formatDays(one.medianDays, tongue)}
              </td>
              <td>
                {one.finishedInYear === null
                  ? "–"
                  : t.share(Math.round(one.finishedInYear * 100), Math.round((one.goneInYear ?? 0) * 100))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{t.howLongNote}</p>
    </div>
  );
}
