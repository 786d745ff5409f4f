// The times at the start of a line: `09:30 - 11:00`, `9am–10:30am`, `13:30 - …`, `02:30+02:00 - 2021-09-03 00:40`. Reading
// is in two steps: what is written, then which moments it means on its day. Writing takes the shortest text that reads back,
// with a date wherever midnight lies between.

import {
  dateOfEpochDay,
  type EpochMin,
  epochDayOf,
  formatOffset,
  formatWallTime,
  momentOfWall,
  offsetAt,
  parseLocalDate,
  steadyOffset,
} from "../../base/index.ts";
import type { DayFrame } from "./day.ts";
import { DAY_MIN } from "./day-time.ts";

/** One time as it is written. */
export interface TimeText {
  /** Offsets in the text, date and zone offset included. */
  from: number;
  to: number;
  /** Minutes after midnight, 0 to 1440; -1 where it is no time of a day. */
  minutes: number;
  /** Days since 1970-01-01, where a date is written before it. */
  day: number | null;
  /** Minutes east of UTC, where that is written behind it. */
  offset: number | null;
}

/** The times of a line as they are written. */
export interface SpanText {
  start: TimeText;
  /** `running` is `…`; null where no end is written. */
  end: TimeText | "running" | null;
  /** Offsets of `…` or the end; behind the start where there is none. */
  endFrom: number;
  endTo: number;
  /** Where the text behind the times begins. */
  textFrom: number;
}

const OFFSET = String.raw`(?:Z|[+＋]\d{2}:?\d{2})`;
const TIME = String.raw`(?:(\d{4}-\d{1,2}-\d{1,2})(?:[ \t]+|T))?(\d{1,2})(?:[:：](\d{2}))?(?:[:：]\d{2})?(?!\d)(?:[ \t]*([AaPp])[Mm](?![A-Za-z0-9]))?`;
const DASH = String.raw`[ \t]*(?:-{1,2}|[–—~～至到])[ \t]*`;
const RUNNING = String.raw`(?:…+|⋯+|\.{3})`;
// `10:00-11:00` is a span, unless a further time follows: then `-11:00` is an offset.
const START = new RegExp(`${TIME}(${OFFSET}|-\\d{2}:\\d{2}(?=${DASH}(?:\\d|…|⋯|\\.{3})))?`, "y");
const END = new RegExp(`${DASH}(?:(${RUNNING})|${TIME}(${OFFSET}|-\\d{2}:\\d{2})?)`, "y");
/** What may stand between the times and the text and belongs to neither. */
const BEFORE_TEXT = /[ \t]*(?:[-–—|](?=[ \t]|$)|[:：])?[ \t]*/y;

/** Reads the times that begin at `at`; null where none do. */
export function readSpanText(text: string, at: number): SpanText | null {
  return readPlain(text, at) ?? readAny(text, at);
}

/** The form that nearly every line has, `09:30 - 11:00 text`, without a pattern. */
function readPlain(text: string, at: number): SpanText | null {
  if (text.charCodeAt(at + 5) !== 32 || text.charCodeAt(at + 6) !== 45 || text.charCodeAt(at + 7) !== 32)
    return null;
  const start = plainMinutes(text, at);
  const isRunning = text.charCodeAt(at + 8) === 0x2026;
  const end = isRunning ? 0 : plainMinutes(text, at + 8);
  if (start < 0 || end < 0) return null;
  const endTo = at + (isRunning ? 9 : 13);
  if (text.charCodeAt(endTo) !== 32 || !/[^\s:：–—|-]/.test(text.charAt(endTo + 1))) return null;
  if (/[AaPp]/.test(text.charAt(endTo + 1)) && /[Mm]/.test(text.charAt(endTo + 2))) return null;
  return {
    start: { from: at, to: at + 5, minutes: start, day: null, offset: null },
    end: isRunning ? "running" : { from: at + 8, to: endTo, minutes: end, day: null, offset: null },
    endFrom: at + 8,
    endTo,
    textFrom: endTo + 1,
  };
}

/** `09:30` as minutes, or -1. */
function plainMinutes(text: string, at: number): number {
  if (text.charCodeAt(at + 2) !== 58) return -1;
  const h1 = text.charCodeAt(at) - 48;
  const h2 = text.charCodeAt(at + 1) - 48;
  const m1 = text.charCodeAt(at + 3) - 48;
  const m2 = text.charCodeAt(at + 4) - 48;
  if (!(h1 >= 0 && h1 <= 2 && h2 >= 0 && h2 <= 9 && m1 >= 0 && m1 <= 5 && m2 >= 0 && m2 <= 9)) return -1;
  const hour = h1 * 10 + h2;
  return hour > 23 ? -1 : hour * 60 + m1 * 10 + m2;
}

function readAny(text: string, at: number): SpanText | null {
  START.lastIndex = at;
  const first = START.exec(text);
  if (first === null || (first[3] === undefined && first[4] === undefined)) return null;
  const start = timeOf(first, 1, at, START.lastIndex);
  if (start.minutes === DAY_MIN) start.minutes = -1;
  END.lastIndex = start.to;
  const second = END.exec(text);
  let end: SpanText["end"] = null;
  let endFrom = start.to;
  let endTo = start.to;
  if (second !== null && (second[1] !== undefined || second[4] !== undefined || second[5] !== undefined)) {
    endTo = END.lastIndex;
    const dash = /^[ \t]*(?:-{1,2}|.)[ \t]*/.exec(second[0])![0].length;
    endFrom = start.to + dash;
    end = second[1] === undefined ? timeOf(second, 2, endFrom, endTo) : "running";
  }
  BEFORE_TEXT.lastIndex = endTo;
  BEFORE_TEXT.exec(text);
  return { start, end, endFrom, endTo, textFrom: BEFORE_TEXT.lastIndex };
}

/** @param group number of the group that holds the date */
function timeOf(match: RegExpExecArray, group: number, from: number, to: number): TimeText {
  const [date, hours, minutes = "00", half, offset] = match.slice(group, group + 5);
  const written = date?.replace(/-(\d)(?!\d)/g, "-0$1");
  const known = written === undefined ? null : parseLocalDate(written);
  let hour = Number(hours);
  let isTime = Number(minutes) < 60 && (hour < 24 || (hour === 24 && minutes === "00"));
  if (half !== undefined) {
    // `14:00 pm` says the same twice.
    const isAfternoon = half.toLowerCase() === "p";
    if (hour > 12 || hour === 0) isTime = isTime && hour < 24 && isAfternoon === hour > 12;
    else hour = (hour % 12) + (isAfternoon ? 12 : 0);
  }
  if (written !== undefined && known === null) isTime = false;
  const east = offset === undefined ? null : offsetOf(offset);
  if (east !== null && Math.abs(east) > 18 * 60) isTime = false;
  return {
    from,
    to,
    minutes: isTime ? hour * 60 + Number(minutes) : -1,
    day: known === null ? null : epochDayOf(known),
    offset: east,
  };
}

function offsetOf(text: string): number {
  if (text === "Z") return 0;
  const digits = text.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return text.startsWith("-") ? -minutes : minutes;
}

/** A day with what is needed to read many times on it quickly. */
export interface TimeFrame {
  frame: DayFrame;
  /** The frame's date as days since 1970-01-01. */
  day: number;
  /** The zone's offset where clocks do not change near this day; null where each time must be looked up. */
  offset: number | null;
}

export function timeFrameOf(frame: DayFrame): TimeFrame {
  const offset = steadyOffset(frame.from - 2 * DAY_MIN, frame.to + 2 * DAY_MIN, frame.zone);
  return { frame, day: epochDayOf(frame.date), offset };
}

/** The moment that a written time means. */
export interface Moment {
  at: EpochMin;
  /** The wall time as it is written. */
  wall: number;
  isSkipped: boolean;
  again: EpochMin | null;
}

/** When a start is: on the day, after midnight where it lies before the day's end. */
export function startOf(time: TimeText, { frame, day, offset }: TimeFrame): Moment {
  const on = time.day ?? (time.minutes < frame.dayEndMin ? day + 1 : day);
  return momentAt(on * DAY_MIN + time.minutes, time, frame, offset, time.day === null);
}

/**
 * When an end is: the first time after the start that the wall shows this, at most 12 hours past it where that crosses
 * midnight; null where there is none.
 */
export function endOf(time: TimeText, start: Moment, { frame, offset }: TimeFrame): Moment | null {
  const isNear = time.day === null;
  const midnight = isNear ? Math.floor(start.wall / DAY_MIN) : time.day!;
  const wall = midnight * DAY_MIN + time.minutes;
  const same = after(momentAt(wall, time, frame, offset, isNear), start);
  if (same !== null) return same;
  // Clocks skipped both, or the time between: the span keeps the length that is written.
  if (start.isSkipped && wall > start.wall && time.offset === null)
    return { at: start.at + wall - start.wall, wall, isSkipped: false, again: null };
  if (!isNear) return null;
  const next = after(momentAt(wall + DAY_MIN, time, frame, offset, true), start);
  return next !== null && next.at - start.at <= 12 * 60 ? next : null;
}

function after(moment: Moment, start: Moment): Moment | null {
  if (moment.at > start.at) return moment;
  return moment.again !== null && moment.again > start.at ? { ...moment, at: moment.again } : null;
}

function momentAt(
  wall: number,
  time: TimeText,
  frame: DayFrame,
  offset: number | null,
  isNear: boolean,
): Moment {
  const known = time.offset ?? (isNear ? offset : null);
  if (known !== null) return { at: wall - known, wall, isSkipped: false, again: null };
  return { wall, ...momentOfWall(wall, frame.zone) };
}

/** How times are written: in the note's zone; in the person's with its offset, where the two differ at that moment. */
export interface TimeStyle {
  times: TimeFrame;
  /** Where the person is now. */
  zone: string;
}

/** A start as text: the date or the offset only where they are needed. */
export function startText(at: EpochMin, style: TimeStyle): string {
  return shortest(at, style, [false, true], (time) => startOf(time, style.times));
}

/** An end as text, behind that start; one past midnight always says its date, though it would be read without. */
export function endText(at: EpochMin, start: Moment, style: TimeStyle): string {
  const day = Math.floor((at + offsetAt(at, style.zone)) / DAY_MIN);
  const isSameDay = day === Math.floor(start.wall / DAY_MIN);
  return shortest(at, style, isSameDay ? [false, true] : [true], (time) => endOf(time, start, style.times));
}

function shortest(
  at: EpochMin,
  style: TimeStyle,
  dates: readonly boolean[],
  read: (time: TimeText) => Moment | null,
): string {
  const { frame } = style.times;
  const offset = offsetAt(at, style.zone);
  const isAway = offset !== offsetAt(at, frame.zone);
  const wall = at + offset;
  const day = Math.floor(wall / DAY_MIN);
  const minutes = wall - day * DAY_MIN;
  const isTwice = momentOfWall(wall, style.zone).again !== null;
  for (const withOffset of isAway || isTwice ? [true] : [false, true]) {
    for (const withDate of dates) {
      const time: TimeText = {
        from: 0,
        to: 0,
        minutes,
        day: withDate ? day : null,
        offset: withOffset ? offset : null,
      };
      if (read(time)?.at === at) return timeText(time);
    }
  }
  return timeText({ from: 0, to: 0, minutes, day, offset });
}

function timeText({ minutes, day, offset }: TimeText): string {
  const date = day === null ? "" : `${dateOfEpochDay(day)} `;
  return `${date}${formatWallTime(minutes)}${offset === null ? "" : formatOffset(offset)}`;
}
