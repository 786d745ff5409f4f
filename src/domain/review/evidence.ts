// What a review rests on: plain data that was gathered before. `readReview` computes all else from it and knows no files.

import type { LocalDate, Tongue } from "../../base/index.ts";
import type { CheckedDay } from "../check/judge.ts";
import type { ConditionKind, DayFacts } from "../day/day.ts";
import type { PeriodVerdict } from "../goal/commitment-report.ts";
import type { PastItem } from "../life/item-past.ts";
import type { DayRange } from "../report/range.ts";
import type { Share, ShareBy } from "../report/report.ts";

/** A day. Priorities are as of that day; what is still to come today is not in it. */
export type EvidenceDay = Pick<
  DayFacts,
  | "date"
  | "isOff"
  | "hasPlan"
  | "plannedMin"
  | "keptMin"
  | "blocks"
  | "keptBlocks"
  | "movedBlocks"
  | "droppedBlocks"
  | "slips"
  | "recordedMin"
  | "interruptions"
  | "interruptedMin"
  | "bufferMin"
  | "bufferSpentMin"
  | "byPriority"
> & { hasNote: boolean };

export interface EvidenceCorrection {
  text: string;
  from: LocalDate;
  judgeOn: LocalDate;
  judgedOn: LocalDate | null;
  outcome: string | null;
}

export interface EvidenceCondition {
  name: string;
  kind: ConditionKind;
  /** Checked working days, ascending: from four weeks before the first correction that counts, and over the range and the stretch before. */
  checked: readonly CheckedDay[];
  corrections: readonly EvidenceCorrection[];
}

/** What says that something happened to an item. */
export type ItemSource = "history" | "journal" | "page" | "records" | "log";

export interface EvidenceItem {
  /** Title path that it has, or had last. */
  path: string;
  title: string;
  /** How it stood, spell by spell, and what moved: from the page's past. */
  past: Pick<PastItem, "spells" | "moves" | "isOnPage">;
  estimateMin: number | null;
  /** As the page says. */
  doneOn: LocalDate | null;
  /** Records for it or its steps, up to the end of the range, of a year at least; null where there is none. */
  recorded: { first: LocalDate; last: LocalDate; min: number } | null;
}

export interface EvidenceGoal {
  title: string;
  line: number;
  /** As of today. */
  ratio: number | null;
  /** Recorded for it in the range. */
  minutes: number;
  overdue: boolean;
}

export interface EvidenceProblem {
  text: string;
  goal: string | null;
  solvedOn: LocalDate | null;
  trials: readonly string[];
}

export interface EvidenceCommitment {
  title: string;
  /** In words: `weekly 2h: Letters`. */
  says: string;
  periods: readonly { verdict: PeriodVerdict; recordedMin: number }[];
}

export interface ReviewEvidence {
  tongue: Tongue;
  today: LocalDate;
  range: DayRange;
  /** The stretch of the same kind before it. */
  before: DayRange;
  /**
   * Ascending, without a gap: from the first day of the stretch before, or a year back where that is earlier, to the last day
   * of the range that has come.
   */
  days: readonly EvidenceDay[];
  /** First day of the past of items; null where there is none. */
  itemsSince: LocalDate | null;
  /** Days with a note before the range: with too few, a first record says nothing of when something was started. */
  notedBefore: number;
  /** Entries of the page's log that end in the year up to the end of the range. */
  log: readonly { to: LocalDate; bullets: readonly string[] }[];
  /** Recorded work of the range. */
  hours: Record<ShareBy, Share[]>;
  conditions: readonly EvidenceCondition[];
  items: readonly EvidenceItem[];
  /** Where the past of items comes from; `page` is none but the page of today. */
  itemsFrom: "history" | "journal" | "page";
  commitments: readonly EvidenceCommitment[];
  goals: readonly EvidenceGoal[];
  problems: readonly EvidenceProblem[];
}
