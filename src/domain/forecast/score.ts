// How good forecasts were, once the truth is known. All on logarithms: an interval that is off by a factor costs the same
// for an hour as for a week.

import { LEVELS, type Quantiles, SAME_RATIO } from "./case.ts";

/** One forecast and its truth, both as logarithms (of the value, or of its ratio to the estimate). */
export interface Scored {
  quantiles: Quantiles;
  truth: number;
}

export interface Scores {
  n: number;
  /** Mean distance of the median from the truth. */
  meanAbsoluteError: number;
  /** Mean over all forecasts and the five levels of the pinball loss. */
  pinball: number;
  /** Part of the truths inside the intervals, ends included. */
  coverage50: number;
  coverage90: number;
  /** Median width of the intervals: the logarithm of upper over lower end. */
  width50: number;
  width90: number;
}

/** Pinball loss of a quantile at a level (Koenker and Bassett 1978): what is too low costs `level`, too high the rest. */
export function pinballLoss(quantile: number, truth: number, level: number): number {
  return truth >= quantile ? level * (truth - quantile) : (1 - level) * (quantile - truth);
}

/** Null where there is nothing to score. */
export function scoresOf(all: readonly Scored[]): Scores | null {
  const n = all.length;
  if (n === 0) return null;
  let error = 0;
  let pinball = 0;
  let inside50 = 0;
  let inside90 = 0;
  for (const { quantiles, truth } of all) {
    error += Math.abs(truth - quantiles[2]);
    for (let index = 0; index < LEVELS.length; index++)
      pinball += pinballLoss(quantiles[index]!, truth, LEVELS[index]!);
    if (isInside(truth, quantiles[1], quantiles[3])) inside50++;
    if (isInside(truth, quantiles[0], quantiles[4])) inside90++;
  }
  return {
    n,
    meanAbsoluteError: error / n,
    pinball: pinball / n / LEVELS.length,
    coverage50: inside50 / n,
    coverage90: inside90 / n,
    width50: median(all.map(({ quantiles }) => quantiles[3] - quantiles[1])),
    width90: median(all.map(({ quantiles }) => quantiles[4] - quantiles[0])),
  };
}

function isInside(truth: number, from: number, to: number): boolean {
  return truth >= from - SAME_RATIO && truth <= to + SAME_RATIO;
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
