// What drift is read from: the past of items, days, the log, goals. Plain data and a few questions that are asked only where
// the answer matters.

import type { LocalDate } from "../../base/index.ts";
import type { DayFacts } from "../day/day.ts";
import type { ItemsPast } from "../life/item-past-ask.ts";
import type { GoalScope } from "./shares.ts";

export type DriftDay = Pick<DayFacts, "date" | "isOff" | "recordedMin" | "interruptedMin" | "byReference">;

/** A log entry with its days; one whose end is not given has been cut where the next one begins. */
export interface DriftEntry {
  from: LocalDate;
  to: LocalDate;
  bullets: readonly { text: string; depth: number }[];
}

export interface DriftEvidence {
  /** Up to the last day that has come. */
  from: LocalDate;
  to: LocalDate;
  past: ItemsPast;
  /** Whether `past` knows more than the page of today. */
  hasHistory: boolean;
  /** Day of the first revision: what came then says nothing of when it came. */
  since: LocalDate | null;
  /** The page whose items are compared; others are what took the time. */
  page: string;
  /** Every day of the range, ascending, those without a note included. */
  days: readonly DriftDay[];
  /** Days before the range that have a note, the latest first. Read only as far as they are asked for. */
  earlierDays: Iterable<Pick<DriftDay, "date" | "byReference">>;
  /** Entries that begin by the end of the range, the latest first. Read only as far as they are asked for. */
  log: Iterable<DriftEntry>;
  /** Last day of the latest entry, whatever the range. */
  lastEntryOn: LocalDate | null;
  goals: readonly GoalScope[];
  /** The commitment that a text which is no item counts for. */
  commitmentOf: (text: string) => string | null;
  /** Rank of items by path, where the page says that its order is one of priority. */
  ranks: ReadonlyMap<string, number>;
  /** The first open step below the item with this path, as the page is now. */
  nextStepOf: (path: string) => { path: string; title: string } | null;
}
