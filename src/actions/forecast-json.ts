// What `nunc forecast --json` prints. Quantiles are five values, at 5, 25, 50, 75 and 95 %; types only.

import type { Lane, MethodName, Quantiles, Scores, SkippedWhy } from "../domain/index.ts";

/** Days `YYYY-MM-DD`; null: not within ten years. */
export type DateQuantiles = (string | null)[];

/** What a forecast rests on. With fewer than ten cases it rests on a stated prior. */
export interface BasisJson {
  cases: number;
  restsOnPrior: boolean;
}

/** Minutes that an item takes in all. */
export interface EffortJson extends BasisJson {
  estimateMin: number;
  /** Said for the item itself, or as the effort of what serves a goal. */
  estimateFrom: "item" | "goals";
  /** What days recorded on it so far. */
  spentMin: number;
  totalMin: number[];
}

/** `pace`: as its progress went so far. `hours`: by what it takes and the hours that its priority gets. */
export interface FinishJson extends BasisJson {
  by: "pace" | "hours";
  dates: DateQuantiles;
}

export interface ForecastItemJson {
  file: string;
  line: number;
  title: string;
  path: string;
  effort: EffortJson | null;
  finish: FinishJson | null;
}

export interface ForecastListJson extends BasisJson {
  /** A priority, `none` for items without one, or `all`. */
  priority: Lane | "all";
  items: number;
  dates: DateQuantiles;
}

/** When the last of what serves a goal is done, of what has an estimate or progress. `cases`: the least of what it waits for. */
export interface ForecastGoalJson extends BasisJson {
  /** As in `goals`. */
  number: number;
  line: number;
  title: string;
  by: "pace" | "hours" | "both";
  /** What it waits for. */
  items: number;
  /** Paths of open items that serve it and have neither estimate nor progress: with them it is later. */
  unestimated: string[];
  dates: DateQuantiles;
  /** Last day of its period. */
  end: string | null;
  /** Chance of being done by then, 0 to 1 in steps of 0.05; null without an end. */
  inTime: number | null;
}

export interface ForecastData {
  today: string;
  items: ForecastItemJson[];
  /** Items with an estimate, worked off one after the other within their priority. */
  lists: ForecastListJson[];
  /** Open goals of which something can be said. */
  goals: ForecastGoalJson[];
  /** Paths of open items without an estimate: in no list. */
  unestimated: string[];
  /** Average minutes of a week that went to items, by priority; null where no week is known. */
  weekMin: Record<Lane, number> | null;
}

export interface BackTestGroupJson {
  /** Null: all persons together. */
  person: string | null;
  /** 30: only the first thirty tasks of each person; null: all. */
  first: number | null;
  methods: Record<MethodName, Scores>;
}

export interface BackTestJson {
  file: string;
  n: number;
  persons: number;
  skipped: { why: SkippedWhy; count: number; line: number }[];
  levels: readonly number[];
  groups: BackTestGroupJson[];
  /** With `--cases`: every forecast in the order in which the tasks became known. */
  cases?: BackTestCaseJson[];
}

export interface BackTestCaseJson {
  id: string;
  line: number;
  person: string;
  estimate: number;
  actual: number;
  /** Own finished tasks that it knew. */
  cases: number;
  /** In the unit of the estimate. */
  quantiles: Quantiles;
}

export interface ForecastScoresJson {
  /** Forecasts that were kept, and those whose truth is known. */
  kept: number;
  known: number;
  effort: Scores | null;
  finish: Scores | null;
  goal: Scores | null;
}
