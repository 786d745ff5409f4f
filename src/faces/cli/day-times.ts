// Times of a day as a terminal shows them: where the person says them, with an offset where the wall shows an hour twice.

import {
  epochDayOf,
  formatOffset,
  formatWallTime,
  momentOfWall,
  offsetAt,
  parseLocalDate,
} from "../../base/index.ts";

const DAY_MIN = 24 * 60;

/** A day whose times are shown. */
export interface ShownDay {
  date: string;
  /** Of its note. */
  zone: string;
  here?: string;
  isToday: boolean;
}

/** Minutes since the epoch of an ISO time, to compare times across offsets. */
export function minuteOf(iso: string): number {
  return Math.floor(Date.parse(iso) / 60_000);
}

/** The zone in which a day's times are said: today's where the person is, as commands take them. */
export function shownZone({ zone, here, isToday }: ShownDay): string {
  return isToday ? (here ?? zone) : zone;
}

/** That zone, where it has to be told: where another one's clocks would show other times. */
export function zoneToTell(day: ShownDay & { from: string; to: string }): string | null {
  const { zone, here = zone } = day;
  const differs = [day.from, day.to].some(
    (iso) => offsetAt(minuteOf(iso), zone) !== offsetAt(minuteOf(iso), here),
  );
  return differs ? shownZone(day) : null;
}

/**
 * `11:35` of an ISO time; with `+1` where it is of the day after, whose midnight is this day's `24:00`; `-1` of the day before.
 */
export function clockText(iso: string, day: ShownDay): string {
  const zone = shownZone(day);
  const min = minuteOf(iso);
  const offset = offsetAt(min, zone);
  const wall = min + offset;
  const onDay = Math.floor(wall / DAY_MIN);
  const date = parseLocalDate(day.date);
  const shift = date === null ? 0 : onDay - epochDayOf(date);
  const minutes = wall - onDay * DAY_MIN;
  if (minutes === 0 && shift === 1) return "24:00";
  const twice = momentOfWall(wall, zone).again === null ? "" : formatOffset(offset);
  const behind = shift === 0 ? "" : `${shift > 0 ? "+" : "-"}${Math.abs(shift)}`;
  return `${formatWallTime(minutes)}${twice}${behind}`;
}
