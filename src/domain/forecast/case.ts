// The words of forecasts of effort: a task with an estimate, what became of it, and a forecast as five quantiles. All
// figures that are compared are natural logarithms of actual over estimate: half and double are equally far from right.

/** The levels at which every forecast is given and scored: the 90 % interval, the 50 % interval, the median. */
export const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Values at `LEVELS`, ascending. */
export type Quantiles = readonly [number, number, number, number, number];

/** A task of which nothing but the estimate is known. */
export interface Estimated {
  person: string;
  /** Empty where there is none; so is `category`. */
  project: string;
  category: string;
  /** Above zero, in any unit. */
  estimate: number;
  /** Natural logarithm of the estimate in minutes (in its own unit where that is unknown): to compare sizes by. */
  size: number;
}

/** A task whose truth is known: above zero, in the unit of its estimate. */
export interface Finished extends Estimated {
  actual: number;
}

/** A forecast as it was given. */
export interface Given {
  /** Logarithms of actual over estimate at `LEVELS`. */
  ratios: Quantiles;
  /** Finished tasks of the same person that it knew. */
  cases: number;
}

/** Something that forecasts: it is asked about a task, and told the truth later, with the forecast it had given. */
export interface Forecaster<T extends Given = Given> {
  forecast(task: Estimated): T;
  learn(task: Finished, given: T): void;
}

/** Below so many own cases a forecast says that it rests on the prior. */
export const FEW_CASES = 10;

/** Two logarithms nearer than this are the same ratio: 0.3/0.1 and 3. */
export const SAME_RATIO = 1e-9;

export function ratioOf({ actual, estimate }: Pick<Finished, "actual" | "estimate">): number {
  return Math.log(actual / estimate);
}
