// The words of a day: its frame in time, its note, blocks, records, answers of the self-check. Types only; `readDay` fills
// them. A moment within days is an EpochMin, a whole number of minutes since 1970-01-01T00:00Z: days of 23 and 25 hours,
// midnight and other zones then need no care in what is computed, only in what is read and written.

import type { Diagnostic, EpochMin, LocalDate } from "../../base/index.ts";
import type { Range } from "../../page/index.ts";
import type { Priority } from "../item.ts";

/** A stretch of time, `from` < `to`. */
export interface Span {
  from: EpochMin;
  to: EpochMin;
}

/** Where a day lies in time. It begins when the day before it ends: at `dayEnd` (02:00 for some) of the clock on the wall. */
export interface DayFrame extends Span {
  date: LocalDate;
  /** IANA zone of the note. */
  zone: string;
  /** Minutes after midnight at which a day ends, 0 to 720. */
  dayEndMin: number;
}

/** `planned` is `[ ]`, `done` is `[x]` (the person's word only: records decide), `moved` is `[>]`, `dropped` is `[-]`. */
export type BlockState = "planned" | "done" | "moved" | "dropped";
export type BlockKind = "work" | "buffer" | "interruption";

/** A planned stretch of time: one line of the plan. */
export interface DayBlock extends Span {
  line: number;
  /** Last line of what is indented below it, inclusive. */
  endLine: number;
  state: BlockState;
  kind: BlockKind;
  /** What it is for, as written: no time, no pin, no keyword of its kind. Empty for a buffer. */
  text: string;
  pinned: boolean;
  /** Text of the indented lines below it, joined by a line feed; null where there are none. */
  reason: string | null;
  /** The lines of the block with what is indented below and the last line end. */
  range: Range;
}

/** A stretch of time that was really spent: one line of the record. */
export interface DayRecord {
  line: number;
  endLine: number;
  from: EpochMin;
  /** Null while it is running (`…`). */
  to: EpochMin | null;
  kind: "work" | "interruption";
  /** What was done, as written, without the keyword of its kind. */
  text: string;
  range: Range;
}

export type ConditionKind = "healthy" | "abnormal";

/** One answered condition of a day. */
export interface DayAnswer {
  line: number;
  kind: ConditionKind;
  /** The condition's name as written. */
  name: string;
  /** Whether it held that day: `[x]`. */
  holds: boolean;
  /** Text of the indented lines below (evidence), or null. */
  evidence: string | null;
  range: Range;
}

export type DayPart = "plan" | "record" | "check";

/** A day note, understood. Everything else in its text is kept and left alone. */
export interface DayNote {
  frame: DayFrame;
  text: string;
  blocks: DayBlock[];
  records: DayRecord[];
  answers: DayAnswer[];
  /** Lines `纠错：…` / `Correction: …` of the check. */
  corrections: { line: number; text: string }[];
  /** Other list entries of the check: notes of the person. */
  remarks: { line: number; text: string }[];
  /** Where each part's heading stands; null where the note has none. `end`: behind the part's last line with content. */
  parts: Record<DayPart, { line: number; body: Range; end: number } | null>;
  /** When the plan was first accepted: `planned: 09:12` in the front matter; null where the note does not say. */
  plannedAt: EpochMin | null;
  diagnostics: Diagnostic[];
}

/** Where the text of a block or record points, as of its day. */
export interface Reference {
  /** Title path of the item, as the page has it now. */
  path: string;
  /** What follows the path, without the separator; empty where nothing does. */
  rest: string;
}

/**
 * A work block that fell out or stood and was not covered to a half, or was moved away and has no other block that day.
 */
export interface DaySlip extends Span {
  /** Title path, or plain text of what is no item. */
  reference: string;
  isItem: boolean;
  state: BlockState;
  keptMin: number;
}

/** What a day comes to, in minutes: for the screen, for detectors and reviews. Records decide what was kept. */
export interface DayFacts {
  date: LocalDate;
  /** Weekend, holiday or other day off by the settings: counts for nothing. */
  isOff: boolean;
  /** Whether the note has any block. */
  hasPlan: boolean;
  /** When the plan stood: as the note says, else the start of its first block. */
  plannedAt: EpochMin | null;
  /** Work blocks that stand or fell out; a moved one counts at its new place only. */
  plannedMin: number;
  /** Of these, what records of the same reference that day cover, whenever in the day. */
  keptMin: number;
  /** Blocks of `plannedMin`, and those covered to at least a half. */
  blocks: number;
  keptBlocks: number;
  /** Work that was recorded; a running record counts up to `now` only where it is not in doubt. */
  recordedMin: number;
  interruptedMin: number;
  interruptions: number;
  /** Work blocks that were moved away (`[>]`), and that fell out (`[-]`). */
  movedBlocks: number;
  droppedBlocks: number;
  /** Planned work that was not kept, in the order of the plan. */
  slips: readonly DaySlip[];
  /** The buffer as planned, and what interruptions spent of it (`[-]`). */
  bufferMin: number;
  bufferSpentMin: number;
  /** Recorded work by priority of its item; `none` for items without one, `other` for what is no item. */
  byPriority: Readonly<Record<Priority | "none" | "other", number>>;
  /** Recorded work by title path, and by plain text for what is no item. */
  byReference: ReadonlyMap<string, number>;
  plannedByReference: ReadonlyMap<string, number>;
  /** Recorded stretches of work on one reference without a gap over 5 minutes, in order. */
  stretches: readonly (Span & { reference: string; priority: Priority | null })[];
  answers: readonly DayAnswer[];
}
