// When what serves a goal is done, with its intervals, and the chance of its last day.

import type { GoalJson } from "../contract.ts";
import { forecasts } from "../forecast/forecast-state.ts";
import { FinishView, useBasis } from "../forecast/interval.tsx";
import { forecastTexts } from "../forecast/texts-forecast.ts";
import { useTexts } from "../texts.ts";

export function GoalForecast({ goal }: { goal: GoalJson }) {
  const t = useTexts(forecastTexts);
  const basis = useBasis();
  const found = forecasts.use(({ data }) => data?.goals.find(({ line }) => line === goal.line));
  if (found === undefined) return null;
  const { dates, end, inTime, items, unestimated, by } = found;
  const facts = [
    t.items(items),
    basis(found, by === "pace" ? "effort" : by),
    ...(unestimated.length > 0 ? [t.unestimated(unestimated.length)] : []),
  ];
  return (
    <section className="goal-forecast" aria-label={t.forecast}>
      <h3>{t.ofGoal}</h3>
      <FinishView dates={dates} />
      {inTime !== null && end !== null && <p className="forecast-chance">{t.inTime(inTime, end)}</p>}
      <p className="forecast-basis">{facts.join(" · ")}</p>
    </section>
  );
}
