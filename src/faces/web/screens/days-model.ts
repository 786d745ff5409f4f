// Days as a calendar of colours: weeks of seven cells, and what the colour of a day says. Pure.

import type { DayMarkJson } from "../contract.ts";
import { addDays, weekdayOf } from "../today/time.ts";

export interface Week {
  /** Its Monday. */
  monday: string;
  days: string[];
  /** The first of a month lies in it. */
  month: string | null;
}

/** Weeks from the one of `from` to the one of `to`. */
export function weeksOf(from: string, to: string): Week[] {
  const weeks: Week[] = [];
  for (let monday = addDays(from, 1 - weekdayOf(from)); monday <= to; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
    const first = days.find((date) => date.endsWith("-01"));
    weeks.push({ monday, days: days.filter((date) => date <= to), month: first ?? null });
  }
  return weeks;
}

/**
 * What a cell shows: `off` and `none` where nothing was planned or recorded; 0 to 4 by the share of the plan that was
 * kept; a day with a record and no plan counts as a 2.
 */
export function levelOf(mark: DayMarkJson | undefined): "none" | "off" | 0 | 1 | 2 | 3 | 4 {
  if (mark === undefined) return "none";
  const { plannedMin, keptMin, recordedMin } = mark.facts;
  if (plannedMin > 0) {
    const share = keptMin / plannedMin;
    return share === 0 ? 0 : share < 0.35 ? 1 : share < 0.6 ? 2 : share < 0.85 ? 3 : 4;
  }
  if (recordedMin > 0) return 2;
  return mark.isOff ? "off" : "none";
}

/** How many days had a plan, and the share of it that was kept. */
export function sumOf(
  marks: readonly DayMarkJson[],
  today: string,
): { planned: number; share: number } | null {
  const planned = marks.filter(({ facts, date }) => facts.plannedMin > 0 && date < today);
  const min = planned.reduce((sum, { facts }) => sum + facts.plannedMin, 0);
  if (min === 0) return null;
  return { planned: planned.length, share: planned.reduce((sum, { facts }) => sum + facts.keptMin, 0) / min };
}
