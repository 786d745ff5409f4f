// A day in time: its frame, the moments within it and the clock on the wall. Everything is arithmetic on minutes; the changes
// of a zone's clocks come from `base`.

import {
  dateOfEpochDay,
  type EpochMin,
  epochDayOf,
  formatOffset,
  formatWallTime,
  type Instant,
  type LocalDate,
  momentOfWall,
  offsetAt,
  parseLocalDate,
} from "../../base/index.ts";
import type { DayFrame } from "./day.ts";

export const DAYS_FOLDER = "days";

/** `days/2021-09-02.md`. */
export function dayFile(date: LocalDate): string {
  return `${DAYS_FOLDER}/${date}.md`;
}

/** The day of a note by its file name; null where the file is no day note. */
export function dateOfDayFile(file: string): LocalDate | null {
  const name = /^(?:.*\/)?days\/(\d{4}-\d{2}-\d{2})\.md$/.exec(file);
  return name === null ? null : parseLocalDate(name[1]!);
}

export const DAY_MIN = 24 * 60;

/** Where a day lies: from `dayEndMin` on the wall of that day to the same time of the next. 23 and 25 hours are right. */
export function frameOf(date: LocalDate, zone: string, dayEndMin: number): DayFrame {
  const wall = epochDayOf(date) * DAY_MIN + dayEndMin;
  const from = momentOfWall(wall, zone).at;
  return { date, zone, dayEndMin, from, to: momentOfWall(wall + DAY_MIN, zone).at };
}

/** The day that holds a moment. */
export function dayAt(at: EpochMin, zone: string, dayEndMin: number): LocalDate {
  const day = Math.floor((at + offsetAt(at, zone) - dayEndMin) / DAY_MIN);
  // Where clocks change just at the day's end, the wall may show a time of the day before once more.
  for (const guess of [day, day - 1, day + 1]) {
    const frame = frameOf(dateOfEpochDay(guess), zone, dayEndMin);
    if (at >= frame.from && at < frame.to) return frame.date;
  }
  return dateOfEpochDay(day);
}

/** The whole minute that has begun at an instant. */
export function epochMinOf(at: Instant): EpochMin {
  const minute = epochDayOf(at.slice(0, 10) as LocalDate) * DAY_MIN;
  return minute + Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
}

/** ISO date and time with the zone's offset, to the minute: `2026-11-23T09:30+01:00`. */
export function isoAt(at: EpochMin, zone: string): string {
  const offset = offsetAt(at, zone);
  return `${wallText(at + offset)}${formatOffset(offset)}`;
}

/** `2026-11-23T09:30` of a wall time. */
function wallText(wall: number): string {
  const day = Math.floor(wall / DAY_MIN);
  return `${dateOfEpochDay(day)}T${formatWallTime(wall - day * DAY_MIN)}`;
}

/** Minutes after the midnight of the frame's date as the wall shows them; past 1440 after the next midnight. */
export function wallMinutesAt(at: EpochMin, frame: DayFrame): number {
  return at + offsetAt(at, frame.zone) - epochDayOf(frame.date) * DAY_MIN;
}

/** The moment at which the wall shows so many minutes after the midnight of the frame's date; a skipped time is shifted forward. */
export function minAtWall(frame: DayFrame, wallMin: number): EpochMin {
  return momentOfWall(epochDayOf(frame.date) * DAY_MIN + wallMin, frame.zone).at;
}
