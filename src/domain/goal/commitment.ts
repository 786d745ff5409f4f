// Commitments: recurring time that the plan must keep, from the section Commitments (承诺) of goals.md. Types only.

import type { Diagnostic, LocalDate } from "../../base/index.ts";
import type { Range } from "../../page/index.ts";

export type CommitmentPeriod = "day" | "week" | "month";

/** `- weekly 1h: Reflection`, `- 每周 2 次：跑步，每次 30m`, `- at most 3h a week: Meetings`. */
export interface Commitment {
  line: number;
  /** What it is for: a title, or the path of an item. Text of its blocks and records. */
  title: string;
  period: CommitmentPeriod;
  /** Minutes in a period; null where it is counted in times. */
  min: number | null;
  /** Times in a period; null where it is counted in minutes. */
  times: number | null;
  /** Length of one time; default: the whole amount up to 60 minutes, else 60. */
  eachMin: number;
  /** A floor is wanted at least, a limit at most. Only floors are planned. */
  kind: "floor" | "limit";
  /** From when on it counts: `(since 2026-10-05)` behind the title; without it, always. */
  since?: LocalDate;
  range: Range;
}

export interface Commitments {
  text: string;
  commitments: Commitment[];
  diagnostics: Diagnostic[];
}
