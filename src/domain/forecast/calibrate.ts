// Calibration by what came true. The quantiles of a forecast are read at levels that move: where more truths fell outside
// an interval than should, its levels move outward, else inward. This is adaptive conformal inference (Gibbs and Candès
// 2021), with a dead band, so that a person who is well calibrated is left alone; and for a weighted sample the tails are
// first moved outward by a part of a case, since the quantiles of few cases are too narrow.

import { SAME_RATIO } from "./case.ts";

/** What a level was read as when a forecast was given, and by whom it is to be judged. */
export interface Reading {
  /** Of the person's tasks with a known truth there were few. */
  isYoung: boolean;
  /** At which ratios the 50 % interval ended, and which part of a truth exactly there counts as outside. */
  outsideAtLower: number;
  outsideAtUpper: number;
}

/** Excess of truths inside over what was due, at each end: above zero the interval was too wide there. */
export interface Balance {
  count: number;
  /** At the 5 % and 95 % ends. */
  low: number;
  high: number;
  /** At the 25 % and 75 % ends. */
  lower: number;
  upper: number;
}

/** Of a person, or of all persons with few cases. */
export function newBalance(): Balance {
  return { count: 0, low: 0, high: 0, lower: 0, upper: 0 };
}

const TAIL = 0.05;
const QUARTER = 0.25;
/** How far a level moves for one truth too many, and what share of all cases is tolerated in one tail, either way. */
const TAIL_STEP = 0.025;
const TAIL_BAND = 0.006;
const QUARTER_STEP = 0.005;
/** The same for persons of whom little is known, learned from all of them; one truth more or less proves nothing. */
const YOUNG_STEP = 0.01;
const YOUNG_BAND = 0.01;
const YOUNG_SLACK = 1;
/** How much of an average case each tail is moved outward. */
const SMALL_SAMPLE = 0.6;
/** A tail level never falls below this part of what it should be by the small sample alone. */
const LEAST_TAIL = 0.2;

/**
 * The levels at which to read the quantiles.
 * @param averageWeight part of the whole weight that one case has, weighted by itself (1 over Kish's effective size)
 */
export function levelsFor(own: Balance, young: Balance | null, averageWeight: number): number[] {
  const tail = (end: "low" | "high"): number => {
    const shared =
      young === null ? 0 : YOUNG_STEP * beyond(young[end], YOUNG_BAND * young.count + YOUNG_SLACK);
    const level = clamp(TAIL + TAIL_STEP * beyond(own[end], TAIL_BAND * own.count) + shared, 0.002, 0.2);
    return Math.max(level * (1 + averageWeight) - SMALL_SAMPLE * averageWeight, level * LEAST_TAIL);
  };
  const quarter = (end: "lower" | "upper"): number => clamp(QUARTER + QUARTER_STEP * own[end], 0.05, 0.45);
  return [tail("low"), quarter("lower"), 0.5, 1 - quarter("upper"), 1 - tail("high")];
}

/** How far a value is beyond a band around zero. */
function beyond(value: number, band: number): number {
  return value > band ? value - band : value < -band ? value + band : 0;
}

/**
 * Takes a truth into account. At the ends of the 90 % interval a truth exactly on the end is inside. At the 50 % interval
 * it counts in part, as much as the forecast's own distribution says: where half of all tasks take exactly what was
 * estimated, an interval that ends there holds more than a half by right, and must not shrink for it.
 */
export function weighTruth(
  balance: Balance,
  ratio: number,
  ratios: readonly number[],
  reading: Reading,
  withQuarters: boolean,
): void {
  const [low, lower, , upper, high] = ratios as readonly [number, number, number, number, number];
  balance.count++;
  balance.low += TAIL - (ratio < low - SAME_RATIO ? 1 : 0);
  balance.high += TAIL - (ratio > high + SAME_RATIO ? 1 : 0);
  if (!withQuarters) return;
  const isAt = (end: number): boolean => Math.abs(ratio - end) < SAME_RATIO;
  balance.lower += QUARTER - (isAt(lower) ? reading.outsideAtLower : ratio < lower ? 1 : 0);
  balance.upper += QUARTER - (isAt(upper) ? reading.outsideAtUpper : ratio > upper ? 1 : 0);
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}
