// The plain ways to forecast that ours must beat, each beginning with ten pseudo-ratios of a log-normal (prior.ts). A
// quantile is the smallest ratio with at least that part of the weight at or below it.

import { type Estimated, type Finished, type Forecaster, LEVELS, type Quantiles, ratioOf } from "./case.ts";
import { PSEUDO_RATIOS } from "./prior.ts";

export type BaselineName = "raw" | "point" | "all" | "category";

/** How much the whole weighs beside the ratios of the category, in cases. */
const SHRINKAGE = 20;

export const BASELINES: Readonly<Record<BaselineName, () => Forecaster>> = {
  /** The estimate as it is, in the middle of the pseudo-ratios: learns nothing. */
  raw: () => fixed(RAW),
  /** The estimate as it is, taken at its word: every quantile is the estimate. */
  point: () => fixed([0, 0, 0, 0, 0]),
  /** All ratios of the person so far. */
  all: () => perPerson((whole) => readQuantiles(whole, 1, [])),
  /** The person's ratios in the category, and all of the person's ratios with the weight of twenty. */
  category: () => perPerson((whole, same) => readQuantiles(whole, SHRINKAGE / whole.length, same)),
};

const [LOW, LOWER, , UPPER, HIGH] = readQuantiles(PSEUDO_RATIOS, 1, []);
const RAW: Quantiles = [LOW, LOWER, 0, UPPER, HIGH];

function fixed(ratios: Quantiles): Forecaster {
  let cases = 0;
  return {
    forecast: () => ({ ratios, cases }),
    learn: () => {
      cases++;
    },
  };
}

/** Ratios in ascending order. */
interface Past {
  whole: number[];
  byCategory: Map<string, number[]>;
}

function perPerson(
  quantilesOf: (whole: readonly number[], same: readonly number[]) => Quantiles,
): Forecaster {
  const past = new Map<string, Past>();
  return {
    forecast: ({ person, category }: Estimated) => {
      const known = past.get(person);
      const whole = known?.whole ?? PSEUDO_RATIOS;
      const ratios = quantilesOf(whole, known?.byCategory.get(category) ?? []);
      return { ratios, cases: whole.length - PSEUDO_RATIOS.length };
    },
    learn: (task: Finished) => {
      const known = past.get(task.person) ?? { whole: [...PSEUDO_RATIOS], byCategory: new Map() };
      past.set(task.person, known);
      const same = known.byCategory.get(task.category) ?? [];
      known.byCategory.set(task.category, same);
      insert(known.whole, ratioOf(task));
      insert(same, ratioOf(task));
    },
  };
}

function insert(sorted: number[], value: number): void {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! <= value) from = middle + 1;
    else to = middle;
  }
  sorted.splice(from, 0, value);
}

/** Quantiles of two sorted lists together: each of `whole` has the weight `each`, each of `same` has 1. */
function readQuantiles(whole: readonly number[], each: number, same: readonly number[]): Quantiles {
  // A hair less than the level, so that sums of weights that should meet it exactly do.
  const wanted = LEVELS.map((level) => level * (whole.length * each + same.length) - 1e-9);
  const found: number[] = [];
  let sum = 0;
  for (let i = 0, j = 0; i < whole.length || j < same.length; ) {
    const fromWhole = j >= same.length || (i < whole.length && whole[i]! <= same[j]!);
    sum += fromWhole ? each : 1;
    const value = fromWhole ? whole[i++]! : same[j++]!;
    while (found.length < wanted.length && sum >= wanted[found.length]!) found.push(value);
  }
  return found as unknown as Quantiles;
}
