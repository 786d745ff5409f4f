// A forecast as a small picture: the 90 % interval as a line, the 50 % interval as a bar, the median as a mark; and in words,
// with the number of cases.

import { epochDayOf, type LocalDate } from "../../../base/index.ts";
import type { BasisJson, FinishJson } from "../contract.ts";
import { app } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { sayMinutes } from "../today/time.ts";
import { sayDate } from "./say-date.ts";
import { forecastTexts } from "./texts-forecast.ts";
import "./forecast.css";

/** Values at 5, 25, 50, 75, 95 %; null is beyond what is shown. `from` is where the picture begins. */
export function Interval({
  values,
  from,
  label,
}: {
  values: readonly (number | null)[];
  from: number;
  label: string;
}) {
  const known = values.filter((value) => value !== null);
  const [low, lower, median, upper, high] = values;
  if (known.length === 0) return null;
  const isOpen = high === null;
  const last = known.at(-1)!;
  const end = from + Math.max(1, last - from) * (isOpen ? 1.25 : 1);
  const at = (value: number | null | undefined): number =>
    value === null || value === undefined ? 100 : Math.min(100, ((value - from) / (end - from)) * 100);
  const span = (a: number | null | undefined, b: number | null | undefined) => ({
    left: `${at(a)}%`,
    width: `${Math.max(0.5, at(b) - at(a))}%`,
  });
  return (
    <span className="interval" role="img" aria-label={label} data-open={isOpen || undefined}>
      <span className="interval-most" style={span(low, high)} />
      {lower !== null && <span className="interval-half" style={span(lower, upper)} />}
      {median !== null && <span className="interval-median" style={{ left: `${at(median)}%` }} />}
    </span>
  );
}

const FEW_CASES = 10;

/** What it rests on. */
export function useBasis(): (basis: BasisJson, by: FinishJson["by"] | "both" | "effort") => string {
  const t = useTexts(forecastTexts);
  return ({ cases, restsOnPrior }, by) => {
    const count = by === "hours" || by === "both" ? t.weeks(cases) : t.cases(cases);
    if (!restsOnPrior) return count;
    return cases < FEW_CASES ? t.onPrior(count) : t.onPriorEffort(count);
  };
}

/** When something is done: the median, both intervals, as a picture and in words. */
export function FinishView({ dates }: { dates: readonly (string | null)[] }) {
  const t = useTexts(forecastTexts);
  const tongue = useTongue();
  const today = app.use((state) => state.snapshot?.today ?? "");
  const [low, lower, median, upper, high] = dates;
  const say = (date: string | null | undefined): string => (date ? sayDate(date, today, tongue) : t.later);
  if (!median) return <p className="forecast-value is-late">{low ? t.hardly(say(low)) : t.never}</p>;
  const words = [t.about(say(median)), t.half(say(lower), say(upper)), t.most(say(low), say(high))];
  const days = dates.map((date) => (date ? epochDayOf(date as LocalDate) : null));
  return (
    <>
      <p className="forecast-value">{words[0]}</p>
      <Interval
        values={days}
        from={epochDayOf(today as LocalDate)}
        label={`${t.finish}: ${words.join("; ")}`}
      />
      <p className="forecast-ends">
        <span>{words[1]}</span> <span>{words[2]}</span>
      </p>
    </>
  );
}

/** How long something takes. */
export function EffortView({ totalMin }: { totalMin: readonly number[] }) {
  const t = useTexts(forecastTexts);
  const tongue = useTongue();
  const say = (min: number | undefined): string => sayMinutes(min ?? 0, tongue);
  const [low, lower, median, upper, high] = totalMin;
  const words = [t.about(say(median)), t.half(say(lower), say(upper)), t.most(say(low), say(high))];
  return (
    <>
      <p className="forecast-value">{words[0]}</p>
      <Interval values={totalMin} from={0} label={`${t.takes}: ${words.join("; ")}`} />
      <p className="forecast-ends">
        <span>{words[1]}</span> <span>{words[2]}</span>
      </p>
    </>
  );
}
