// What the day comes to: planned and kept, the buffer, and where the time went by priority. Plain numbers, with bars.

import type { DayFactsJson, DayJson } from "../contract.ts";
import { useTexts, useTongue } from "../texts.ts";
import { usePresent } from "./day-state.ts";
import { todayTexts } from "./texts-today.ts";
import { minuteOf, sayMinutes } from "./time.ts";

const PRIORITIES = ["highest", "high", "medium", "low", "none", "other"] as const;

export function Facts({ day }: { day: DayJson }) {
  const t = useTexts(todayTexts);
  const tongue = useTongue();
  const { facts } = day;
  const isOver = usePresent() >= minuteOf(day.to);
  const say = (min: number): string => sayMinutes(min, tongue);
  if (facts.plannedMin + facts.recordedMin + facts.bufferMin + facts.interruptedMin === 0) return null;
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">{isOver ? t.factsPast : t.facts}</h2>
      <dl className="tallies">
        {facts.plannedMin > 0 && (
          <Fact
            name={t.factKept}
            value={t.ofTotal(say(facts.keptMin), say(facts.plannedMin))}
            share={facts.keptMin / facts.plannedMin}
          />
        )}
        {facts.bufferMin > 0 && (
          <Fact
            name={t.factBuffer}
            value={t.ofTotal(say(facts.bufferSpentMin), say(facts.bufferMin))}
            share={facts.bufferSpentMin / facts.bufferMin}
          />
        )}
        <Fact name={t.factRecorded} value={say(facts.recordedMin)} />
        {facts.interruptions > 0 && (
          <Fact
            name={t.factInterrupted}
            value={`${say(facts.interruptedMin)}, ${t.times(facts.interruptions)}`}
          />
        )}
      </dl>
      <ByPriority facts={facts} />
    </section>
  );
}

function Fact({ name, value, share }: { name: string; value: string; share?: number }) {
  return (
    <div className="tally">
      <dt>{name}</dt>
      <dd>
        {value}
        {share !== undefined && (
          <span className="bar" aria-hidden="true">
            <span style={{ width: `${Math.min(100, share * 100)}%` }} />
          </span>
        )}
      </dd>
    </div>
  );
}

function ByPriority({ facts }: { facts: DayFactsJson }) {
  const t = useTexts(todayTexts);
  const tongue = useTongue();
  const names = {
    highest: t.prioHighest,
    high: t.prioHigh,
    medium: t.prioMedium,
    low: t.prioLow,
    none: t.noPriority,
    other: t.notOnPage,
  };
  const parts = PRIORITIES.map((priority) => ({ priority, min: facts.byPriority[priority] })).filter(
    ({ min }) => min > 0,
  );
  if (parts.length === 0) return null;
  return (
    <div className="by-priority">
      <h3 className="small-head">{t.byPriority}</h3>
      <div className="stack-bar" aria-hidden="true">
        {parts.map(({ priority, min }) => (
          <span key={priority} data-priority={priority} style={{ flexGrow: min }} />
        ))}
      </div>
      <ul className="stack-legend">
        {parts.map(({ priority, min }) => (
          <li key={priority}>
            <span className="stack-mark" data-priority={priority} aria-hidden="true" />
            {names[priority]}
            <span className="numbers">{sayMinutes(min, tongue)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
