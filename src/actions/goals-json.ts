// Goals, importance and commitments as plain JSON: what `goals`, `importance` and `commitments` answer, on the command line
// and to the screens. Keys are added, never renamed or removed. Lengths are minutes, ratios 0 to 1, what is unknown is null.

import type { Diagnostic } from "../base/index.ts";
import type {
  Disagreement,
  GoalState,
  Help,
  ImportanceSettings,
  Measure,
  PeriodVerdict,
  Priority,
  State,
} from "../domain/index.ts";
import type { ItemAddress } from "./action.ts";

export interface PointJson {
  line: number;
  text: string;
  done: boolean;
}

export interface ResultJson {
  /** Counted from 1 over all goals, in the order of the file. */
  number: number;
  line: number;
  title: string;
  measure: Measure | null;
  /** Its own box is ticked. */
  ticked: boolean;
  ratio: number | null;
  points: PointJson[];
  /** For `items`: the items that it names; path null where no item has the name. */
  items: { name: string; path: string | null; ratio: number | null }[];
}

export interface ProblemJson {
  number: number;
  line: number;
  text: string;
  solved: boolean;
  solvedOn: string | null;
  trials: { line: number; text: string; since: string | null }[];
}

export interface ServiceJson {
  line: number;
  /** As written in goals.md. */
  name: string;
  /** The item that it means; null where the page has none of that name. */
  path: string | null;
  title: string;
  address: ItemAddress | null;
  state: State | null;
  priority: Priority | null;
  ratio: number | null;
  help: Help | null;
  effortMin: number | null;
  /** Where the effort is said: behind the name, or as the item's own estimate. */
  effortFrom: "goals" | "estimate" | null;
  people: number | null;
  names: string | null;
  points: PointJson[];
  /** Recorded in the goal's range for it and its steps. */
  minutes: number;
}

export interface GoalJson {
  number: number;
  line: number;
  title: string;
  period: { text: string; from: string | null; to: string } | null;
  state: GoalState;
  closedOn: string | null;
  /** Mean of its key results that are measured. */
  ratio: number | null;
  /** How much of its period is gone. */
  gone: number | null;
  /** Open, and its period is over. */
  overdue: boolean;
  results: ResultJson[];
  problems: ProblemJson[];
  services: ServiceJson[];
  /** Recorded for it: each record once, however many of its items it is for. */
  minutes: number;
  /** Over which days the minutes are counted, and how many of them have a note. */
  range: { from: string; to: string; noted: number };
}

export interface GoalsData {
  file: string;
  hash: string | null;
  today: string;
  goals: GoalJson[];
  /** Key problems of no goal. */
  problems: ProblemJson[];
  diagnostics: Diagnostic[];
}

export interface ImportanceItemJson {
  path: string;
  title: string;
  address: ItemAddress;
  priority: Priority | null;
  state: State;
  /** The goals that it serves, each with its answer. */
  goals: { title: string; goal: number; line: number; help: Help | null }[];
  effortMin: number | null;
  effortFrom: "goals" | "estimate" | null;
  people: number | null;
  names: string | null;
  points: { done: number; total: number };
  /** 0 to 100; null where no help is answered. */
  value: number | null;
  /** Why, in words. */
  reason: string;
  missing: ("help" | "effort" | "people")[];
}

export interface DisagreementJson extends Disagreement {
  title: string;
  /** The action that settles it, if the person wants that. */
  move: { action: "move"; input: { items: ItemAddress[]; priority: Priority } };
}

export interface ImportanceData {
  settings: ImportanceSettings;
  /** By value, those without one last. */
  items: ImportanceItemJson[];
  disagreements: DisagreementJson[];
}

export interface CommitmentPeriodJson {
  from: string;
  to: string;
  verdict: PeriodVerdict;
  recordedMin: number;
  recordedTimes: number;
  said: boolean | null;
}

export interface CommitmentJson {
  line: number;
  title: string;
  /** In words: `weekly 2h: Letters`. */
  says: string;
  period: "day" | "week" | "month";
  kind: "floor" | "limit";
  min: number | null;
  times: number | null;
  eachMin: number;
  since: string | null;
  periods: CommitmentPeriodJson[];
  kept: number;
  of: number;
  streak: number;
}

export interface CommitmentsData {
  from: string;
  to: string;
  today: string;
  /** Days of the range that have a note. */
  noted: number;
  commitments: CommitmentJson[];
  diagnostics: Diagnostic[];
}
