// When something with progress will be finished, at the pace so far. What was done in each week since the first known point
// is drawn from again and again; the weeks are weighted anew in each run (Bayesian bootstrap, Rubin 1981), since few weeks say
// little about the pace, and a few weeks of a stated prior stand beside them, since the next ones may be unlike all so far.

import { FEW_CASES, LEVELS } from "./case.ts";
import { type Chance, makeChance } from "./chance.ts";

/** How far something was on a day. */
export interface ProgressPoint {
  /** Days since 1970. */
  epochDay: number;
  /** 0 to 1. */
  ratio: number;
}

/** Days from today at `LEVELS`, ascending; null: not within ten years. */
export type DayQuantiles = readonly (number | null)[];

export interface PaceForecast {
  days: DayQuantiles;
  /** Stretches between two known points, or of silence since: the cases it rests on. */
  cases: number;
  weeks: number;
  restsOnPrior: boolean;
  /** Part of the whole in an average week so far; null where no week was seen. */
  perWeek: number | null;
}

export interface PaceInput {
  points: readonly ProgressPoint[];
  /** Days since 1970. */
  today: number;
  /** Part of the whole per week of other things that the person finished or goes on with, one each. */
  others?: readonly number[];
  runs?: number;
  seed?: number;
}

export const HORIZON_DAYS = 3650;
const RUNS = 10_000;
/** The prior: a twentieth of the whole a week, within a factor of 2.7 in two cases of three; as much as two weeks. */
const PRIOR_PACE = 0.05;
const PRIOR_SIGMA = 1;
const PRIOR_WEEKS = 2;
/** One stretch tells the pace within a factor of e to this; many tell it better, by the root of their number. */
const STRETCH_SIGMA = 0.5;
/** After half a year a week says 1/e as much about the pace. */
const MEMORY_WEEKS = 26;
/** A silence is no progress where it is longer than this, and than twice the usual time between two points. */
const SILENCE_DAYS = 14;
/** So many weeks are drawn one by one; later ones go by the run's average. */
const DRAWN_WEEKS = 80;

/** Null where nothing is left, or where it is not known how far it is. */
export function forecastPace(input: PaceInput): PaceForecast | null {
  const points = cleanPoints(input.points, input.today);
  const last = points.at(-1);
  if (last === undefined || last.ratio >= 1) return null;
  const weeks = weeksOf(points, input.today);
  const cases = new Set(weeks.map(({ stretch }) => stretch)).size;
  const chance = makeChance(input.seed ?? 1);
  const runs = input.runs ?? RUNS;
  const days: number[] = [];
  for (let run = 0; run < runs; run++)
    days.push(runOnce(1 - last.ratio, weeks, cases, input.others ?? [], chance));
  return {
    days: dayQuantiles(days),
    cases,
    weeks: weeks.length,
    restsOnPrior: cases < FEW_CASES,
    perWeek: weeks.length === 0 ? null : weeks.reduce((sum, { done }) => sum + done, 0) / weeks.length,
  };
}

/** One point a day, in order, none in the future. Where progress fell back, it began anew from there. */
function cleanPoints(points: readonly ProgressPoint[], today: number): ProgressPoint[] {
  const byDay = new Map<number, number>();
  for (const { epochDay, ratio } of points)
    if (epochDay <= today && ratio >= 0 && ratio <= 1) byDay.set(epochDay, ratio);
  const sorted = [...byDay].sort(([a], [b]) => a - b).map(([epochDay, ratio]) => ({ epochDay, ratio }));
  let start = 0;
  for (let index = 1; index < sorted.length; index++)
    if (sorted[index]!.ratio < sorted[index - 1]!.ratio) start = index;
  return sorted.slice(start);
}

interface Week {
  /** Part of the whole that was done. */
  done: number;
  weight: number;
  /** Which stretch between two points it is of. */
  stretch: number;
}

/** Weeks back from the last point, or from today where it has been silent for long; between points progress is even. */
function weeksOf(points: readonly ProgressPoint[], today: number): Week[] {
  const first = points[0]!;
  const last = points.at(-1)!;
  const gaps = points.slice(1).map((point, index) => point.epochDay - points[index]!.epochDay);
  const usual = gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  const isSilent = today - last.epochDay > Math.max(SILENCE_DAYS, 2 * usual);
  const end = isSilent ? today : last.epochDay;
  const weeks: Week[] = [];
  for (let to = end; to - first.epochDay >= 7; to -= 7) {
    const done = ratioOn(points, to) - ratioOn(points, to - 7);
    const next = points.findIndex(({ epochDay }) => epochDay >= to);
    const stretch = next === -1 ? points.length : next;
    weeks.push({ done, weight: Math.exp(-weeks.length / MEMORY_WEEKS), stretch });
  }
  return weeks;
}

function ratioOn(points: readonly ProgressPoint[], epochDay: number): number {
  const next = points.findIndex((point) => point.epochDay >= epochDay);
  if (next === -1) return points.at(-1)!.ratio;
  const to = points[next]!;
  const from = points[next - 1];
  if (from === undefined) return to.ratio;
  const part = (epochDay - from.epochDay) / (to.epochDay - from.epochDay);
  return from.ratio + part * (to.ratio - from.ratio);
}

/** Days until it is done in one run. */
function runOnce(
  left: number,
  weeks: readonly Week[],
  cases: number,
  others: readonly number[],
  chance: Chance,
): number {
  const weights = weeks.map(({ weight }) => weight * chance.exponential());
  const factor = cases === 0 ? 1 : Math.exp((STRETCH_SIGMA / Math.sqrt(cases)) * chance.normal());
  let prior = 0;
  for (let week = 0; week < PRIOR_WEEKS; week++) prior += chance.exponential();
  // What others took stands for half of the prior.
  const own = others.length > 0 && chance.uniform() < 0.5;
  const pace = own
    ? others[Math.floor(chance.uniform() * others.length)]!
    : PRIOR_PACE * Math.exp(PRIOR_SIGMA * chance.normal());
  const total = weights.reduce((sum, weight) => sum + weight, prior);
  let mean = (prior * pace) / total;
  for (let index = 0; index < weeks.length; index++)
    mean += (weights[index]! * weeks[index]!.done * factor) / total;
  let done = 0;
  for (let week = 0; week < DRAWN_WEEKS; week++) {
    let at = chance.uniform() * total - prior;
    let step = pace;
    for (let index = 0; at > 0 && index < weeks.length; index++) {
      step = weeks[index]!.done * factor;
      at -= weights[index]!;
    }
    if (step > 0 && done + step >= left) return 7 * (week + (left - done) / step);
    done += step;
  }
  return 7 * (DRAWN_WEEKS + (left - done) / Math.max(mean, 1e-9));
}

/** Days of many runs at `LEVELS`, whole and rounded up. */
export function dayQuantiles(days: readonly number[]): DayQuantiles {
  const sorted = Float64Array.from(days).sort();
  return LEVELS.map((level) => {
    const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(level * sorted.length) - 1))]!;
    return value <= HORIZON_DAYS ? Math.ceil(value) : null;
  });
}
