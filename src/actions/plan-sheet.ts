// The sheet on which a day is planned: its note with what may be moved told from what stands, its working time, and what
// takes time besides. A plan is made on it, a block put on it, an interruption charged to it.

import type { EpochMin, LocalDate } from "../base/index.ts";
import {
  busySpans,
  type DayBlock,
  type DayFrame,
  type DaySettings,
  type FixedBlock,
  intersectSpans,
  joinSpans,
  overlapMin,
  type Span,
  wallMinutesAt,
  workSpans,
} from "../domain/index.ts";
import type { Context } from "./action.ts";
import {
  type DayReading,
  type DayWords,
  daySettings,
  dayWords,
  readDayOf,
  type Subject,
  subjectOf,
} from "./day-read.ts";
import { sayPlan } from "./plan-messages.ts";
import { nowMin } from "./time-input.ts";

/** Starts and lengths of planned blocks are whole multiples of this. */
export const GRID_MIN = 15;

/**
 * What a block is to a plan: `gone` was done, moved away or fell out; `over` lies behind now; `fixed` is pinned, an
 * interruption, or says what is no item and no commitment; all else a plan may move.
 */
export type BlockRole = "gone" | "over" | "buffer" | "fixed" | "movable";

export interface SheetBlock extends Span {
  block: DayBlock;
  subject: Subject;
  role: BlockRole;
  /** Whether it has begun and is not over. */
  isRunning: boolean;
  /** Whether it lies wholly outside the working hours: a person put it there, and no plan takes it from there unasked. */
  isOutside: boolean;
}

export interface Sheet {
  context: Context;
  day: DayReading;
  date: LocalDate;
  frame: DayFrame;
  settings: DaySettings;
  words: DayWords;
  now: EpochMin;
  isToday: boolean;
  blocks: readonly SheetBlock[];
  /** Working hours, the whole day's. */
  work: readonly Span[];
  /** Times that nunc.yaml says are taken. */
  busy: readonly (Span & { text: string })[];
  /** Whether a block of its plan has begun: from then on what moves leaves a trace. */
  hasBegun: boolean;
  /** Whether its times were promised: the plan of today was accepted, or has begun. */
  isAnnounced: boolean;
}

/** @param asWorkDay whether it is planned though it is a day off */
export function readSheet(context: Context, date: LocalDate, asWorkDay = false): Sheet {
  return sheetOf(context, readDayOf(context, date), asWorkDay);
}

export function sheetOf(context: Context, day: DayReading, asWorkDay = false): Sheet {
  const { date, note } = day;
  const plain = daySettings(context);
  const settings: DaySettings = asWorkDay
    ? { ...plain, workDays: [...plain.workDays, { from: date, to: date }] }
    : plain;
  const words = dayWords(context);
  const now = nowMin(context);
  const isToday = date === context.today;
  const work = workSpans(note.frame, settings);
  const blocks = note.blocks
    .map((block): SheetBlock => {
      const subject = subjectOf(words, block.text);
      const isRunning = block.from <= now && now < block.to;
      const isOutside = work.every((span) => overlapMin(span, block) === 0);
      const { from, to } = block;
      return { from, to, block, subject, role: roleOf(block, subject, now), isRunning, isOutside };
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const hasBegun = isToday && blocks.some((one) => one.from <= now && isOfPlan(one));
  return {
    context,
    day,
    date,
    frame: note.frame,
    settings,
    words,
    now,
    isToday,
    blocks,
    work,
    busy: busySpans(note.frame, settings),
    hasBegun,
    isAnnounced: isToday && (hasBegun || note.plannedAt !== null),
  };
}

function roleOf(block: DayBlock, subject: Subject, now: EpochMin): BlockRole {
  if (block.state !== "planned") return "gone";
  if (block.to <= now) return "over";
  if (block.kind === "buffer") return "buffer";
  return block.pinned || block.kind === "interruption" || subject.kind === "other" ? "fixed" : "movable";
}

function isOfPlan({ block, subject }: SheetBlock): boolean {
  return block.kind === "work" && subject.kind !== "other";
}

/** The first moment on the grid that is not before `min`, as the clock on the wall shows it. */
export function gridUp(sheet: Sheet, min: EpochMin): EpochMin {
  const past = ((wallMinutesAt(min, sheet.frame) % GRID_MIN) + GRID_MIN) % GRID_MIN;
  return past === 0 ? min : min + GRID_MIN - past;
}

/** A moment on the grid. */
export function gridFrom({ frame }: Sheet): EpochMin {
  return frame.from - frame.dayEndMin;
}

/** Working time from a moment on. */
export function openFrom(sheet: Sheet, from: EpochMin, more: readonly Span[] = []): Span[] {
  return intersectSpans(joinSpans([...sheet.work, ...more]), [{ from, to: sheet.frame.to }]);
}

/**
 * What stands in the way of a plan that begins at `from`: all blocks but those of the `loose` lines, busy times, and the
 * records before, behind which a break may be due. An interruption ends a stretch of work.
 */
export function fixedBlocks(sheet: Sheet, from: EpochMin, loose: ReadonlySet<number>): FixedBlock[] {
  const { blocks, busy, day, now, words } = sheet;
  const fixed: FixedBlock[] = [];
  for (const { block, subject, role, ...span } of blocks) {
    const stands = role === "fixed" || (role === "movable" && !loose.has(block.line));
    if (!stands || span.to <= from) continue;
    const work = block.kind === "work" && subject.kind !== "other";
    fixed.push({ from: span.from, to: span.to, text: block.text, task: subject.reference, work });
  }
  for (const { text, ...span } of busy)
    if (span.to > from) fixed.push({ ...span, text, task: null, work: false });
  for (const record of day.note.records) {
    const to = Math.min(record.to ?? now, from);
    if (to <= record.from) continue;
    const work = record.kind === "work";
    const task = work ? subjectOf(words, record.text).reference : null;
    fixed.push({ from: record.from, to, text: record.text, task, work });
  }
  return fixed.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** A block's name in a sentence. */
export function blockName(sheet: Sheet, block: Pick<DayBlock, "kind" | "text">): string {
  const texts = sayPlan(sheet.context.tongue);
  if (block.kind === "buffer") return texts.buffer();
  return block.kind === "interruption" ? texts.interruption(block.text) : block.text;
}
