// A day as faces are given it (day-json.ts): blocks with what was kept of them, records, the check, facts, notices.

import { addDays, type LocalDate, weekdayOf } from "../base/index.ts";
import {
  bestSpans,
  busySpans,
  type DayBlock,
  type DayFacts,
  type DayFrame,
  isDayOff,
  isoAt,
  keptByLine,
  type Span,
  workSpans,
} from "../domain/index.ts";
import type { Context } from "./action.ts";
import { checkOf } from "./check-state.ts";
import { doubtedUntil, findClock, toRecordJson } from "./clock-state.ts";
import type {
  BlockJson,
  BlockJsonKind,
  CheckJson,
  DayFactsJson,
  DayJson,
  DayMarkJson,
  SpanJson,
} from "./day-json.ts";
import {
  type DayReading,
  daySettings,
  daysBetween,
  dayWords,
  factsOfDay,
  isReadable,
  notedDays,
  readDayOf,
  type Subject,
  subjectOf,
} from "./day-read.ts";
import { noticesOf } from "./notice.ts";
import { nowMin } from "./time-input.ts";

export const NO_CHECK: CheckJson = {
  isDone: true,
  isDue: false,
  answers: [],
  remarks: [],
  compare: null,
  returning: [],
  judge: [],
};

/** The day with everything that was understood of it. Throws what reading its note throws. */
export function toDayJson(context: Context, date: LocalDate): DayJson {
  return dayJsonOf(context, readDayOf(context, date), checkOf(context, date));
}

export function dayJsonOf(context: Context, day: DayReading, check: CheckJson): DayJson {
  const { date, note } = day;
  const { frame } = note;
  const settings = daySettings(context);
  const now = nowMin(context);
  const isToday = date === context.today;
  const isOff = isDayOff(date, settings);
  const span = spanJson(frame);
  return {
    date,
    file: day.file,
    hash: day.hash,
    zone: frame.zone,
    here: context.zone,
    from: isoAt(frame.from, frame.zone),
    to: isoAt(frame.to, frame.zone),
    now: isoAt(now, frame.zone),
    isToday,
    isOff,
    hours: workSpans(frame, settings).map(span),
    best: bestSpans(frame, settings).map(span),
    busy: busySpans(frame, settings).map((one) => ({ ...span(one), text: one.text })),
    blocks: toBlocksJson(context, day),
    records: note.records.map((record) => toRecordJson(context, day, record)),
    check,
    facts: toFactsJson(factsOfDay(context, day, { doubted: doubtedUntil(context) })),
    notices: isToday
      ? noticesOf(
          { frame, now, blocks: note.blocks, clock: findClock(context), check, isOff, settings },
          context.tongue,
        )
      : [],
    diagnostics: note.diagnostics,
  };
}

function spanJson(frame: DayFrame): (span: Span) => SpanJson {
  return ({ from, to }) => ({ from: isoAt(from, frame.zone), to: isoAt(to, frame.zone), min: to - from });
}

function toBlocksJson(context: Context, day: DayReading): BlockJson[] {
  const { note } = day;
  const words = dayWords(context);
  const span = spanJson(note.frame);
  const now = nowMin(context);
  const doubted = doubtedUntil(context);
  const runningTo = doubted?.file === day.file ? doubted.until : null;
  const kept = keptByLine(note, { references: words.references, now, runningTo });
  return note.blocks.map((block) => {
    const subject = subjectOf(words, block.text);
    const kind = blockKind(block, subject);
    const isLoose = (kind === "item" || kind === "commitment" || kind === "buffer") && !block.pinned;
    return {
      ...span(block),
      line: block.line,
      state: block.state,
      kind,
      text: block.text,
      reference: block.kind === "work" ? subject.reference : null,
      priority: block.kind === "work" ? subject.priority : null,
      pinned: block.pinned,
      fixed: !(isLoose && block.state === "planned" && block.from > now),
      reason: block.reason,
      keptMin: kept.get(block.line) ?? 0,
    };
  });
}

export function blockKind(block: DayBlock, subject: Subject): BlockJsonKind {
  return block.kind === "work" ? subject.kind : block.kind;
}

export function toFactsJson(facts: DayFacts): DayFactsJson {
  const { plannedMin, keptMin, blocks, keptBlocks, recordedMin, interruptedMin, interruptions } = facts;
  const { bufferMin, bufferSpentMin, byPriority } = facts;
  return {
    plannedMin,
    keptMin,
    blocks,
    keptBlocks,
    recordedMin,
    interruptedMin,
    interruptions,
    bufferMin,
    bufferSpentMin,
    byPriority,
  };
}

/** The calendar of days: one mark for each day of the range. */
export function dayMarks(context: Context, from: LocalDate, to: LocalDate): DayMarkJson[] {
  const noted = new Set(notedDays(context, from, to));
  return daysBetween(context, from, to, { doubted: doubtedUntil(context) }).map((facts) => {
    const held = (kind: "healthy" | "abnormal"): number =>
      facts.answers.filter((answer) => answer.kind === kind && answer.holds).length;
    return {
      date: facts.date,
      isOff: facts.isOff,
      hasNote: noted.has(facts.date),
      unreadable: noted.has(facts.date) && !isReadable(context, facts.date),
      facts: toFactsJson(facts),
      checked: facts.answers.length > 0,
      abnormal: held("abnormal"),
      healthy: held("healthy"),
    };
  });
}

/** The Monday of so many weeks before a day, this week counted. */
export function mondayBefore(date: LocalDate, weeks: number): LocalDate {
  const weekday = weekdayOf(date);
  return addDays(date, 1 - weekday - 7 * (weeks - 1));
}
