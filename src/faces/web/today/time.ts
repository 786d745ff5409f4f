// Moments of a day on the screen: numbers of minutes since 1970, as ISO strings have them, and what the clock on the wall
// says in the day's zone. Real minutes are placed and measured, so days of 23 and 25 hours need no care. Pure.

import type { Tongue } from "../../../base/index.ts";
import { localeOf } from "../texts.ts";

const MINUTE_MS = 60_000;

/** Steps in which the mouse moves blocks, and with Alt or Shift. */
export const STEP_MIN = 15;
export const FINE_STEP_MIN = 5;

/** Whole minutes since 1970 of `2021-09-02T09:30+08:00`. */
export function minuteOf(iso: string): number {
  return Math.floor(Date.parse(iso) / MINUTE_MS);
}

/** `09:30` as the string itself says it. */
export function wallOf(iso: string): string {
  return iso.slice(11, 16);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    const parts = {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    } as const;
    try {
      clock = new Intl.DateTimeFormat("en-US", { ...parts, hourCycle: "h23", timeZone: zone });
    } catch {
      // A zone that this browser does not know.
      clock = new Intl.DateTimeFormat("en-US", { ...parts, hourCycle: "h23", timeZone: "UTC" });
    }
    clocks.set(zone, clock);
  }
  return clock;
}

/** `2021-09-02T09:30+08:00` for a minute in a zone. */
export function isoAt(minute: number, zone: string): string {
  const parts: Record<string, string> = {};
  for (const { type, value } of clockOf(zone).formatToParts(minute * MINUTE_MS)) parts[type] = value;
  const wall = `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
  const offset = Math.round(Date.parse(`${wall}Z`) / MINUTE_MS) - minute;
  const size = Math.abs(offset);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${wall}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** `09:30` on the wall of a zone. */
export function wallAt(minute: number, zone: string): string {
  return wallOf(isoAt(minute, zone));
}

/** The nearest minute that the wall shows as a multiple of `step`. */
export function snap(minute: number, step: number, zone: string): number {
  const past = Number(wallAt(Math.floor(minute / STEP_MIN) * STEP_MIN, zone).slice(3)) % step;
  return Math.round((minute + past) / step) * step - past;
}

/** The moment of `HH:MM` within a day; null where the day has no such time. Of two, the first. */
export function minuteAtWall(wall: string, from: number, to: number, zone: string): number | null {
  for (let minute = from; minute <= to; minute += STEP_MIN) {
    const start = wallAt(minute, zone);
    if (start.slice(0, 2) !== wall.slice(0, 2)) continue;
    const ahead = Number(wall.slice(3)) - Number(start.slice(3));
    if (ahead >= 0 && ahead < STEP_MIN) return minute + ahead;
  }
  return null;
}

/** `HH:MM` of what was typed: `9:30`, `0930`, `9`, `9.30`, full-width too; null where it is no time. */
export function readWall(typed: string): string | null {
  const found = /^(\d{1,2})(?:[:.\uff1a]?(\d{2}))?$/.exec(typed.trim().normalize("NFKC"));
  if (found === null) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  return hour > 24 || minute > 59
    ? null
    : `${String(hour % 24).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Full hours on the wall, with their labels; an hour that comes twice is told apart by its offset. */
export function hourMarks(from: number, to: number, zone: string): { minute: number; label: string }[] {
  const marks: { minute: number; label: string }[] = [];
  for (let minute = Math.ceil(from / STEP_MIN) * STEP_MIN; minute <= to; minute += STEP_MIN) {
    const iso = isoAt(minute, zone);
    if (!iso.startsWith("00", 14)) continue;
    const label = wallOf(iso);
    const before = marks.at(-1);
    const isTwice = before?.label.slice(0, 5) === label && minute - before.minute < 180;
    marks.push({ minute, label: isTwice ? `${label} ${iso.slice(16)}` : label });
  }
  return marks;
}

/** The full hour at or before, the one at or after. */
export function floorHour(minute: number, zone: string): number {
  return minute - Number(wallAt(minute, zone).slice(3));
}

export function ceilHour(minute: number, zone: string): number {
  const past = Number(wallAt(minute, zone).slice(3));
  return past === 0 ? minute : minute + 60 - past;
}

/** `1 h 15 min`, `1 小时 15 分`. */
export function sayMinutes(min: number, tongue: Tongue): string {
  const hours = Math.floor(min / 60);
  const rest = min % 60;
  const [h, m] = tongue === "zh" ? ["小时", "分钟"] : ["h", "min"];
  if (hours === 0) return `${rest} ${m}`;
  return rest === 0 ? `${hours} ${h}` : `${hours} ${h} ${rest} ${tongue === "zh" ? "分" : m}`;
}

/** What actions take: `75m`. */
export function asDuration(min: number): string {
  return `${min}m`;
}

const dates = new Map<string, Intl.DateTimeFormat>();

function dateFormat(tongue: Tongue, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tongue}${JSON.stringify(options)}`;
  let format = dates.get(key);
  if (format === undefined) {
    // British order: the day's number before the month, as in our dates elsewhere.
    const locale = tongue === "zh" ? localeOf(tongue) : "en-GB";
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    dates.set(key, format);
  }
  return format;
}

/** `Monday 23 November`, `11月23日星期一`; with the year where it is not `year`. */
export function sayDay(date: string, tongue: Tongue, year: string | null): string {
  const withYear = date.slice(0, 4) === year ? {} : ({ year: "numeric" } as const);
  return dateFormat(tongue, { weekday: "long", day: "numeric", month: "long", ...withYear })
    .format(new Date(date))
    .replace(/(\D),/, "$1");
}

/** `23 Nov`, `11月23日`. */
export function sayShortDay(date: string, tongue: Tongue): string {
  return dateFormat(tongue, { day: "numeric", month: "short" }).format(new Date(date));
}

/** `Nov`, `11月`. */
export function sayMonth(date: string, tongue: Tongue, long = false): string {
  const options = long ? ({ month: "long", year: "numeric" } as const) : ({ month: "short" } as const);
  return dateFormat(tongue, options).format(new Date(date));
}

/** `Mon`, `周一`. */
export function sayWeekday(date: string, tongue: Tongue): string {
  return dateFormat(tongue, { weekday: "short" }).format(new Date(date));
}

/** The date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 24 * 60 * MINUTE_MS).toISOString().slice(0, 10);
}

/** ISO: 1 is Monday. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7;
}
