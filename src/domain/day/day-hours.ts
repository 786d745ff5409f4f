// What the settings say of one day: working hours, days off, busy times, best hours, as spans in real time. On a day on which
// clocks change a span is as long as the day makes it.

import { type LocalDate, weekdayOf } from "../../base/index.ts";
import type { DayFrame, Span } from "./day.ts";
import { DAY_MIN, minAtWall } from "./day-time.ts";
import type { DaySettings, WallSpan } from "./settings.ts";

/** Whether nothing is worked that day: a weekday without hours, or a holiday; a working day in place of one (调休) is none. */
export function isDayOff(date: LocalDate, settings: DaySettings): boolean {
  return hoursOf(date, settings).length === 0;
}

/** Working hours of the day, in order and apart; none on a day off. */
export function workSpans(frame: DayFrame, settings: DaySettings): Span[] {
  return joined(hoursOf(frame.date, settings).flatMap((span) => spanOnDay(frame, span)));
}

/** The times that are taken, by their beginning. They may overlap. */
export function busySpans(frame: DayFrame, settings: DaySettings): (Span & { text: string })[] {
  const weekday = weekdayOf(frame.date);
  return settings.busy
    .filter(({ on }) => (typeof on === "string" ? on === frame.date : on.includes(weekday)))
    .flatMap((busy) => spanOnDay(frame, busy).map((span) => ({ ...span, text: busy.text })))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The hours in which the hardest work goes best, in order and apart. */
export function bestSpans(frame: DayFrame, settings: DaySettings): Span[] {
  return joined(settings.best.flatMap((span) => spanOnDay(frame, span)));
}

function hoursOf(date: LocalDate, settings: DaySettings): readonly WallSpan[] {
  const holds = (range: { from: LocalDate; to: LocalDate }) => range.from <= date && date <= range.to;
  const hours = settings.hours[weekdayOf(date)];
  if (settings.workDays.some(holds)) return hours.length > 0 ? hours : settings.hours[1];
  return settings.daysOff.some(holds) ? [] : hours;
}

/** A time before the day's end belongs to the night after. Empty where clocks skip it or it lies outside the day. */
function spanOnDay(frame: DayFrame, wall: WallSpan): Span[] {
  const shift = wall.to <= frame.dayEndMin ? DAY_MIN : 0;
  const from = Math.max(frame.from, minAtWall(frame, wall.from + shift));
  const to = Math.min(frame.to, minAtWall(frame, wall.to + shift));
  return from < to ? [{ from, to }] : [];
}

function joined(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else apart.push({ ...span });
  }
  return apart;
}
