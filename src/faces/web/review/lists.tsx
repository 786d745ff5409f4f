// What happened, in lists: items, conditions, corrections, commitments, goals, key problems, estimates. Each is left out where
// the home has nothing of its kind.

import { useState } from "react";
import type { CommitmentJson, ReviewData, ReviewItemJson } from "../contract.ts";
import { useTexts, useTongue } from "../texts.ts";
import { sayMinutes } from "../today/time.ts";
import { ItemLink } from "./item-link.tsx";
import { reviewTexts } from "./texts-review.ts";

const SHOWN = 6;

export function Items({ items }: { items: ReviewData["items"] }) {
  const t = useTexts(reviewTexts);
  return (
    <section className="review-part" aria-labelledby="review-items">
      <h2 id="review-items">{t.itemsPart}</h2>
      <div className="review-turns">
        <ItemList name={t.finished} items={items.finished} />
        <ItemList name={t.started} items={items.started} />
        <ItemList name={t.droppedItems} items={items.dropped} />
        <ItemList name={t.untouched} items={items.untouched} isUntouched />
      </div>
    </section>
  );
}

function ItemList({
  name,
  items,
  isUntouched = false,
}: {
  name: string;
  items: readonly ReviewItemJson[];
  isUntouched?: boolean;
}) {
  const t = useTexts(reviewTexts);
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, SHOWN);
  return (
    <div>
      <h3>
        {name} <span className="count">{items.length}</span>
      </h3>
      {items.length > 0 && (
        <ul className="review-list">
          {shown.map(({ path, on }) => (
            <li key={path}>
              <ItemLink path={path} title={path} />
              {on !== null && <span className="review-aside">{isUntouched ? t.lastTouched(on) : on}</span>}
            </li>
          ))}
        </ul>
      )}
      {shown.length < items.length && (
        <button type="button" className="button is-plain" onClick={() => setAll(true)}>
          {t.more(items.length - shown.length)}
        </button>
      )}
    </div>
  );
}

export function Conditions({ review }: { review: ReviewData }) {
  const t = useTexts(reviewTexts);
  const { conditions, corrections } = review;
  if (conditions.length === 0 && corrections.length === 0) return null;
  return (
    <section className="review-part" aria-labelledby="review-conditions">
      <h2 id="review-conditions">{t.conditions}</h2>
      {conditions.length > 0 && (
        <table className="review-table">
          <thead>
            <tr>
              <th scope="col">{t.condition}</th>
              <th scope="col" className="number">
                {t.held}
              </th>
              <th scope="col" className="number">
                {t.heldBefore}
              </th>
            </tr>
          </thead>
          <tbody>
            {conditions.map(({ name, kind, held, days, before }) => (
              <tr key={`${kind} ${name}`}>
                <th scope="row">
                  {name} <span className="chip">{t[kind]}</span>
                </th>
                <td className="number">{t.tally(held, days)}</td>
                <td className="number">{t.tally(before.held, before.days)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {corrections.length > 0 && (
        <>
          <h3>{t.corrections}</h3>
          <ul className="review-list">
            {corrections.map(({ condition, text, from, verdict, says }) => (
              <li key={`${condition} ${text} ${from}`} className="is-tall">
                <p>
                  {text} <span className="hint">{t.since(from)}</span>{" "}
                  <span className="chip">{t[verdict]}</span>
                </p>
                <p className="hint">
                  {condition}: {says}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const MOST_PERIODS = 24;

export function Aims({ review }: { review: ReviewData }) {
  const t = useTexts(reviewTexts);
  const tongue = useTongue();
  const { goals, problems, commitments } = review;
  if (goals.length + problems.length + commitments.length === 0) return null;
  return (
    <section className="review-part" aria-labelledby="review-aims">
      <h2 id="review-aims">{t.goals}</h2>
      {goals.length > 0 && (
        <ul className="review-list">
          {goals.map(({ title, line, ratio, minutes, overdue }) => (
            <li key={line}>
              <span className="review-name">{title}</span>
              <span className="review-aside">
                {overdue && `${t.overdue} · `}
                {ratio !== null && `${Math.round(ratio * 100)}% · `}
                {sayMinutes(Math.round(minutes), tongue)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {commitments.length > 0 && (
        <>
          <h3>{t.commitments}</h3>
          <ul className="review-list">
            {commitments.map((commitment) => (
              <Commitment key={commitment.line} commitment={commitment} />
            ))}
          </ul>
        </>
      )}
      {problems.length > 0 && (
        <>
          <h3>{t.problems}</h3>
          <ul className="review-list">
            {problems.map(({ text, solvedOn, trials }) => (
              <li key={text} className="is-tall">
                <p>
                  {text} {solvedOn !== null && <span className="chip">{t.solved(solvedOn)}</span>}
                </p>
                {trials.map((trial) => (
                  <p key={trial} className="hint">
                    {t.trying(trial)}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const VERDICT_SIGNS = { kept: "✓", broken: "×", running: "…", off: "·", unknown: "?" } as const;

function Commitment({ commitment }: { commitment: CommitmentJson }) {
  const t = useTexts(reviewTexts);
  const { says, periods, kept, of } = commitment;
  return (
    <li>
      <span className="review-name">{says}</span>
      <span className="review-aside">
        <span className="review-signs" aria-hidden="true">
          {periods
            .slice(-MOST_PERIODS)
            .map(({ verdict }) => VERDICT_SIGNS[verdict])
            .join("")}
        </span>{" "}
        {t.keptOf(kept, of)}
      </span>
    </li>
  );
}

export function Estimates({ estimates }: { estimates: ReviewData["estimates"] }) {
  const t = useTexts(reviewTexts);
  const tongue = useTongue();
  if (estimates.length === 0) return null;
  return (
    <section className="review-part" aria-labelledby="review-estimates">
      <h2 id="review-estimates">{t.estimates}</h2>
      <ul className="review-list">
        {estimates.map(({ path, estimateMin, actualMin, ratio }) => (
          <li key={path}>
            <ItemLink path={path} title={path} />
            <span className="review-aside">
              {t.estimateSays(sayMinutes(estimateMin, tongue), sayMinutes(actualMin, tongue), ratio)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
