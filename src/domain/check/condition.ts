// The words of self-check and correction: conditions with their detectors, corrections with their outcome. Types only;
// `readConditions` fills them from conditions.md.

import type { Diagnostic, LocalDate, Tongue } from "../../base/index.ts";
import type { Range } from "../../page/index.ts";
import type { ConditionKind } from "../day/day.ts";

/**
 * What can be seen from days by itself: a statement that is true or not of a day, whichever kind of condition it stands
 * below. `atMin` is minutes after midnight, `min` a length, `share` 0 to 1.
 */
export type Detector =
  /** Abnormal: so many working days in a row without time on a highest-priority item, today included. */
  | { kind: "no-highest"; days: number }
  | { kind: "highest-first" }
  | { kind: "no-plan-by"; atMin: number }
  | { kind: "plan-by"; atMin: number }
  | { kind: "kept-less"; share: number }
  | { kind: "kept-at-least"; share: number }
  | { kind: "blocks-shorter"; min: number }
  | { kind: "stretch-of"; min: number }
  | { kind: "worked-after"; atMin: number }
  | { kind: "nothing-after"; atMin: number }
  /** Abnormal: a commitment of that name found no time this week, seen from its last working day on. */
  | { kind: "no-commitment"; name: string }
  /** Abnormal: an item is being done and had no record for so many days. */
  | { kind: "untouched"; days: number }
  | { kind: "interrupted-more"; min: number };

export type CorrectionOutcome = "keep" | "change" | "drop";

/** What is done against an abnormal condition, from a day on. */
export interface Correction {
  line: number;
  text: string;
  from: LocalDate;
  judgeOn: LocalDate;
  /** Null until it was judged. */
  outcome: CorrectionOutcome | null;
  judgedOn: LocalDate | null;
  range: Range;
  /** What follows the brackets with the days, up to the end of the line's text: the outcome. */
  tail: Range;
}

export interface Condition {
  line: number;
  endLine: number;
  kind: ConditionKind;
  name: string;
  detector: Detector | null;
  /** The detector as written; set also where it could not be understood. */
  detectorText: string | null;
  corrections: Correction[];
  range: Range;
}

/** A heading `健康` / `Healthy` or `异常` / `Abnormal` with what stands below it. */
export interface ConditionSection {
  kind: ConditionKind;
  line: number;
  /** Behind the section's last line with content, its line end included. */
  end: number;
}

export interface Conditions {
  text: string;
  /** The language of its headings; null where it has none. */
  tongue: Tongue | null;
  sections: ConditionSection[];
  conditions: Condition[];
  diagnostics: Diagnostic[];
}

/** What a detector saw: the answer and its evidence, said in words by the caller's tongue. */
export interface Detected {
  holds: boolean;
  /** One sentence with figures. */
  evidence: string;
}
