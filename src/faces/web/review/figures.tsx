// Plan and record in figures, each beside the same of the stretch before; what slipped; where the hours went.

import { useState } from "react";
import type { PlanFigures, ReviewData, Share, ShareBy } from "../contract.ts";
import { useTexts, useTongue } from "../texts.ts";
import { sayMinutes } from "../today/time.ts";
import { ItemLink } from "./item-link.tsx";
import { reviewTexts } from "./texts-review.ts";

export function Figures({ review }: { review: ReviewData }) {
  const t = useTexts(reviewTexts);
  const tongue = useTongue();
  const say = (min: number): string => sayMinutes(roundTime(min), tongue);
  const percent = (ratio: number | null): string => (ratio === null ? "–" : `${Math.round(ratio * 100)}%`);
  const rows: [
    name: string,
    value: (figures: PlanFigures) => string,
    more?: (figures: PlanFigures) => string,
  ][] = [
    [
      t.kept,
      ({ keptRatio }) => percent(keptRatio),
      ({ keptMin, plannedMin }) => t.ofAll(say(keptMin), say(plannedMin)),
    ],
    [t.recorded, ({ recordedMin }) => say(recordedMin)],
    [t.daysPlanned, ({ plannedDays, workingDays }) => t.ofAll(String(plannedDays), String(workingDays))],
    [
      t.interrupted,
      ({ interruptions, interruptedMin }) => t.timesInterrupted(interruptions, say(interruptedMin)),
    ],
    [t.buffer, ({ bufferMin, bufferSpentMin }) => t.ofAll(say(bufferSpentMin), say(bufferMin))],
    [t.moved, ({ movedBlocks, blocks }) => t.ofAll(String(movedBlocks), String(blocks))],
    [t.dropped, ({ droppedBlocks, blocks }) => t.ofAll(String(droppedBlocks), String(blocks))],
  ];
  return (
    <section className="review-part" aria-labelledby="review-figures">
      <h2 id="review-figures">{t.figures}</h2>
      <p className="hint">{t.compared(review.beforeRange.title)}</p>
      <dl className="review-tiles">
        {rows.map(([name, value, more]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{value(review.plan)}</strong>
              {more !== undefined && <span>{more(review.plan)}</span>}
              <span className="hint">{t.was(value(review.before))}</span>
            </dd>
          </div>
        ))}
      </dl>
      {review.slipped.length > 0 && <Slipped review={review} />}
    </section>
  );
}

/** Long times without their minutes. */
function roundTime(min: number): number {
  return min >= 2400 ? Math.round(min / 60) * 60 : Math.round(min);
}

const SHOWN = 5;

function Slipped({ review }: { review: ReviewData }) {
  const t = useTexts(reviewTexts);
  const tongue = useTongue();
  const [all, setAll] = useState(false);
  const { slipped } = review;
  const shown = all ? slipped : slipped.slice(0, SHOWN);
  return (
    <>
      <h3>{t.slipped}</h3>
      <ul className="review-list">
        {shown.map(({ text, path, plannedMin, keptMin, times }) => (
          <li key={text}>
            <ItemLink path={path} title={text} />
            <span className="review-aside">
              {t.slippedSays(
                sayMinutes(roundTime(keptMin), tongue),
                sayMinutes(roundTime(plannedMin), tongue),
                times,
              )}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < slipped.length && (
        <button type="button" className="button is-plain" onClick={() => setAll(true)}>
          {t.more(slipped.length - shown.length)}
        </button>
      )}
    </>
  );
}

const WAYS: readonly { by: ShareBy; name: "byPriority" | "byGoal" | "bySection" | "byGroup" }[] = [
  { by: "priority", name: "byPriority" },
  { by: "goal", name: "byGoal" },
  { by: "section", name: "bySection" },
  { by: "group", name: "byGroup" },
];

export function Hours({ hours }: { hours: Record<ShareBy, Share[]> }) {
  const t = useTexts(reviewTexts);
  const tongue = useTongue();
  const [by, setBy] = useState<ShareBy>("priority");
  const shares = hours[by].filter(({ amount }) => amount > 0);
  return (
    <section className="review-part" aria-labelledby="review-hours">
      <div className="review-head">
        <h2 id="review-hours">{t.hours}</h2>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a frame that a switch does not want */}
        <div className="review-kinds" role="group" aria-label={t.by}>
          {WAYS.map(({ by: way, name }) => (
            <button key={way} type="button" aria-pressed={by === way} onClick={() => setBy(way)}>
              {t[name]}
            </button>
          ))}
        </div>
      </div>
      {shares.length === 0 ? (
        <p className="nothing">{t.noHours}</p>
      ) : (
        <ul className="review-shares">
          {shares.map(({ key, title, amount, share }) => (
            <li key={key} data-priority={by === "priority" ? key : undefined}>
              <span className="review-share-name">{title}</span>
              <span className="review-share-bar" aria-hidden="true">
                <span style={{ width: `${Math.max(0.5, share * 100)}%` }} />
              </span>
              <span className="review-aside">
                {sayMinutes(roundTime(amount), tongue)} · {Math.round(share * 100)}%
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
