// Times as people and programs say them, to minutes since the epoch: `14:00`, `2pm`, `now`, `-15m`, `14:00+02:00`,
// `2026-11-24 00:30`, ISO. A time without a day is one of the day that is meant, to that day's own end: where days end at
// 02:00, half past midnight is the end of the evening.

import {
  AppError,
  addDays,
  type EpochMin,
  type LocalDate,
  momentOfWall,
  offsetAt,
  parseDurationMin,
  parseLocalDate,
  parseWallTime,
} from "../base/index.ts";
import { type DayFrame, dayAt, frameOf, minAtWall } from "../domain/index.ts";
import type { Context } from "./action.ts";
import { sayDay } from "./day-messages.ts";

export interface ReadTime {
  min: EpochMin;
  /** Whether the text said the day as well, or is told from now: then it means that moment and no other. */
  isDated: boolean;
  /** Minutes after midnight as said; null where it was no clock time. */
  wallMin: number | null;
  /** Minutes east of UTC, where they were said. */
  offset: number | null;
}

/** Half a day: an end that is not after its start may be on the next day where that makes it at most so long. */
const LONGEST_OVERNIGHT_MIN = 12 * 60;

/** The minute it is now. */
export function nowMin(context: Context): EpochMin {
  return context.minute;
}

/** A time in a day. @throws AppError usage where the text is no time. */
export function readTime(context: Context, text: string, frame: DayFrame): ReadTime {
  const read = parseTime(text, frame, nowMin(context));
  if (read !== null) return read;
  throw new AppError("usage", sayDay(context.tongue).notATime(text), {
    hint: sayDay(context.tongue).timeForms(),
  });
}

/**
 * The end of what begins at `from`: a time that is not after it means the next day, where that is at most twelve hours.
 * @throws AppError usage where the text is no time, or one before `from`.
 */
export function readEnd(context: Context, text: string, asked: DayFrame, from: EpochMin): EpochMin {
  // A start that says its day takes its end with it.
  const isOfDay = from >= asked.from && from < asked.to;
  const { zone, dayEndMin } = asked;
  const frame = isOfDay ? asked : frameOf(dayAt(from, zone, dayEndMin), zone, dayEndMin);
  const read = readTime(context, text, frame);
  if (read.min > from) return read.min;
  // Of an hour that the wall shows twice, the second time.
  const { again } = momentOfWall(read.min + offsetAt(read.min, frame.zone), frame.zone);
  if (read.offset === null && again !== null && again > from) return again;
  if (!read.isDated && read.wallMin !== null) {
    const later = minAtWall(frameOf(nextDate(frame, read.min), frame.zone, 0), read.wallMin % 1440);
    if (later > from && later - from <= LONGEST_OVERNIGHT_MIN) return later;
  }
  throw new AppError("usage", sayDay(context.tongue).endBeforeStart(text), {
    hint: sayDay(context.tongue).datedForms(),
  });
}

/** A length of time in minutes. @throws AppError usage where the text is none. */
export function readDuration(context: Context, text: string): number {
  const min = parseDurationMin(text, { bare: true });
  if (min !== null) return min;
  throw new AppError("usage", sayDay(context.tongue).notALength(text), {
    hint: sayDay(context.tongue).lengthForms(),
  });
}

const NOW = /^(?:now|现在|此刻)$/;
const AGO = /^-\s*(.+)$|^(.+?)\s*(?:ago|以?前|之前)$/;
const DATED = /^(\d{4}-\d{2}-\d{2})(?:\s*t\s*|\s+)(.+)$/;
const OFFSET = /^(.+?)\s*(z|[+-]\d{1,2}(?::?\d{2})?)$/;

/** Null where the text is no time. */
export function parseTime(text: string, frame: DayFrame, now: EpochMin): ReadTime | null {
  const word = text.trim().normalize("NFKC").toLowerCase();
  if (NOW.test(word)) return { min: now, isDated: true, wallMin: null, offset: 0 };
  const ago = AGO.exec(word);
  if (ago !== null) {
    const length = parseDurationMin(ago[1] ?? ago[2]!);
    return length === null ? null : { min: now - length, isDated: true, wallMin: null, offset: 0 };
  }
  const dated = DATED.exec(word);
  const date = dated === null ? null : parseLocalDate(dated[1]!);
  if (dated !== null && date === null) return null;
  return readClock(dated === null ? word : dated[2]!, date, frame);
}

/** A clock time, with an offset or without. */
function readClock(word: string, date: LocalDate | null, frame: DayFrame): ReadTime | null {
  // The seconds of an ISO time are cut off.
  const clock = word.replace(/^(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?/, "$1");
  const plain = parseWallTime(clock, { bare: date === null });
  if (plain !== null)
    return { min: placeOf(plain, date, frame), isDated: date !== null, wallMin: plain, offset: null };
  const offset = OFFSET.exec(clock);
  const wall = offset === null ? null : parseWallTime(offset[1]!);
  const offsetMin = offset === null ? null : readOffset(offset[2]!);
  if (wall === null || offsetMin === null) return null;
  const midnight = frameOf(date ?? frame.date, "UTC", 0).from - offsetMin;
  const isNextDay = date === null && wall < frame.dayEndMin;
  return {
    min: midnight + wall + (isNextDay ? 1440 : 0),
    isDated: date !== null,
    wallMin: wall,
    offset: offsetMin,
  };
}

/** Without a date, a time before the day's end belongs to the night behind it. */
function placeOf(wallMin: number, date: LocalDate | null, frame: DayFrame): EpochMin {
  if (date !== null) return minAtWall(frameOf(date, frame.zone, 0), wallMin);
  return minAtWall(frame, wallMin < frame.dayEndMin ? wallMin + 1440 : wallMin);
}

function readOffset(text: string): number | null {
  if (text === "z") return 0;
  const parts = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text)!;
  const min = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  // No zone is further from UTC: `14:00-15:00` is no time with an offset.
  if (min > (parts[1] === "-" ? 12 : 14) * 60) return null;
  return parts[1] === "-" ? -min : min;
}

/** The calendar day after the one on which a moment of a frame falls. */
function nextDate(frame: DayFrame, min: EpochMin): LocalDate {
  return addDays(dayAt(min, frame.zone, 0), 1);
}
