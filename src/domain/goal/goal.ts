// The words of goals.md besides commitments: goals with key results, key problems and the items that serve them. Types only;
// `readGoals` fills them. Ranges and lines are those of the text that was read; edits splice there and nowhere else.

import type { Diagnostic, LocalDate, Tongue } from "../../base/index.ts";
import type { Range } from "../../page/index.ts";

/** `given-up` is a decision like `reached`: both are the end of a goal. */
export type GoalState = "open" | "reached" | "given-up";

/** A stretch of days as people name it: `2026 Q4`, `2026 年 11 月`, `by 2026-12-31`. */
export interface Period {
  /** As written. */
  text: string;
  /** Null where only its end is named. */
  from: LocalDate | null;
  to: LocalDate;
}

/** A check point: a checkbox indented below a key result or an item. */
export interface Point {
  line: number;
  text: string;
  done: boolean;
}

/**
 * How far a key result is. `number` counts up to a total (`3/5`), `percent` to 100, `from-to` goes up or down between two
 * values, `points` are its check points, `items` is the progress of items by their title paths, `tick` its own checkbox.
 */
export type Measure =
  | { kind: "number"; done: number; total: number; unit: string }
  | { kind: "percent"; percent: number }
  | { kind: "from-to"; from: number; to: number; now: number | null; unit: string }
  | { kind: "points" }
  | { kind: "items"; names: string[] }
  | { kind: "tick" };

export interface KeyResult {
  line: number;
  endLine: number;
  title: string;
  /** Its own checkbox is ticked: it is reached, whatever the figures say. */
  ticked: boolean;
  /** Null where it says neither a measure nor has a checkbox. */
  measure: Measure | null;
  /** Where the figure of today stands, or (empty range) belongs; null for measures without one. */
  nowRange: Range | null;
  points: Point[];
  range: Range;
}

/** What is being tried against a key problem. */
export interface Trial {
  line: number;
  text: string;
  since: LocalDate | null;
}

/** A greatest obstacle. */
export interface KeyProblem {
  line: number;
  endLine: number;
  text: string;
  solved: boolean;
  solvedOn: LocalDate | null;
  trials: Trial[];
  range: Range;
}

export type Help = 0 | 1 | 2 | 3;

/** The answers to the questions of importance, for one item and one goal. What is not said is null. */
export interface Answers {
  /** How much it helps toward the goal: 0 not at all, 3 most. */
  help: Help | null;
  effortMin: number | null;
  /** How many others are needed; 0: nobody. */
  people: number | null;
  /** Who they are, as written; null where only a number is said. */
  names: string | null;
}

/** An item that serves a goal. */
export interface Service {
  line: number;
  endLine: number;
  /** Title path of the item as written; what it means is found by `resolveReference`. */
  name: string;
  answers: Answers;
  /** From behind the name to the end of the line's text: colon and answers. */
  answersRange: Range;
  points: Point[];
  range: Range;
}

export type GoalPart = "results" | "problems" | "services";

/** Where a part of a goal stands: its heading or label. */
export interface GoalPartPlace {
  line: number;
  /** Offset of the line of its heading or label. */
  from: number;
  /** Behind the last line with content. */
  end: number;
  isLabel: boolean;
}

export interface Goal {
  line: number;
  level: number;
  title: string;
  period: Period | null;
  state: GoalState;
  closedOn: LocalDate | null;
  results: KeyResult[];
  problems: KeyProblem[];
  services: Service[];
  parts: Record<GoalPart, GoalPartPlace | null>;
  /** Where the title stands; where the period stands (without brackets), if it has one; the closing mark or the place for one. */
  titleRange: Range;
  periodRange: Range | null;
  closeRange: Range;
  /** Behind the last line that belongs to it. */
  end: number;
}

export interface Goals {
  text: string;
  /** The language of its goals; null where it has none. */
  tongue: Tongue | null;
  goals: Goal[];
  /** Key problems that stand below no goal. */
  problems: KeyProblem[];
  problemsPlace: GoalPartPlace | null;
  diagnostics: Diagnostic[];
}
