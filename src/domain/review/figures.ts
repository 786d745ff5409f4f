// Plan and record of stretches of days, in figures: sums over days, week by week, and what slipped. docs/review.md says what
// each figure counts.

import type { LocalDate } from "../../base/index.ts";
import type { Priority } from "../item.ts";
import { type DayRange, weeksIn } from "../report/range.ts";
import type { EvidenceDay } from "./evidence.ts";

/** Plan and record of some days; lengths in minutes, the ratio 0 to 1. */
export interface PlanFigures {
  /** Working days with a plan, and working days. */
  plannedDays: number;
  workingDays: number;
  plannedMin: number;
  keptMin: number;
  /** keptMin / plannedMin; null where nothing was planned, or nothing at all recorded. */
  keptRatio: number | null;
  blocks: number;
  keptBlocks: number;
  /** Blocks that were moved away (`[>]`), and that fell out (`[-]`). */
  movedBlocks: number;
  droppedBlocks: number;
  recordedMin: number;
  interruptions: number;
  interruptedMin: number;
  bufferMin: number;
  bufferSpentMin: number;
}

export type LaneMinutes = Record<Priority | "none" | "other", number>;

export interface WeekFigures extends PlanFigures {
  from: LocalDate;
  to: LocalDate;
  byPriority: LaneMinutes;
}

export interface DayFigures {
  date: LocalDate;
  isOff: boolean;
  hasNote: boolean;
  plannedMin: number;
  keptMin: number;
  recordedMin: number;
}

/** What was planned and not done: fell out, was moved to another day, or stood and was not kept. */
export interface Slipped {
  /** Title path, or the text of a block that is no item. */
  text: string;
  path: string | null;
  priority: Priority | null;
  times: number;
  plannedMin: number;
  keptMin: number;
}

const SUMMED = [
  "plannedMin",
  "keptMin",
  "blocks",
  "keptBlocks",
  "movedBlocks",
  "droppedBlocks",
  "recordedMin",
  "interruptions",
  "interruptedMin",
  "bufferMin",
  "bufferSpentMin",
] as const;

/** Days of a range among those given. */
export function daysOf(
  days: readonly EvidenceDay[],
  { from, to }: Pick<DayRange, "from" | "to">,
): EvidenceDay[] {
  return days.filter(({ date }) => date >= from && date <= to);
}

export function planFigures(days: readonly EvidenceDay[]): PlanFigures {
  const sums = Object.fromEntries(SUMMED.map((key) => [key, 0])) as Record<(typeof SUMMED)[number], number>;
  for (const day of days) for (const key of SUMMED) sums[key] += day[key];
  const working = days.filter(({ isOff }) => !isOff);
  return {
    plannedDays: working.filter(({ hasPlan }) => hasPlan).length,
    workingDays: working.length,
    ...sums,
    keptRatio: sums.plannedMin === 0 || !isRecorded(days) ? null : sums.keptMin / sums.plannedMin,
  };
}

/** Whether anything was recorded: where nothing was, nobody knows what was kept. */
function isRecorded(days: readonly EvidenceDay[]): boolean {
  return days.some(({ recordedMin, interruptions }) => recordedMin > 0 || interruptions > 0);
}

/** One for each week that the range touches, Monday to Sunday, cut to the days that are given. */
export function weekFigures(days: readonly EvidenceDay[]): WeekFigures[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  let at = 0;
  return weeksIn({ from: first.date, to: last.date }).map((week) => {
    const begin = at;
    while (at < days.length && days[at]!.date <= week.to) at++;
    const within = days.slice(begin, at);
    const byPriority: LaneMinutes = { highest: 0, high: 0, medium: 0, low: 0, none: 0, other: 0 };
    for (const day of within)
      for (const lane of Object.keys(byPriority) as (keyof LaneMinutes)[])
        byPriority[lane] += day.byPriority[lane];
    return { ...week, ...planFigures(within), byPriority };
  });
}

export function dayFigures(days: readonly EvidenceDay[]): DayFigures[] {
  return days.map(({ date, isOff, hasNote, plannedMin, keptMin, recordedMin }) => ({
    date,
    isOff,
    hasNote,
    plannedMin,
    keptMin,
    recordedMin,
  }));
}

/** By how much was not done, then by times, then by name. Nothing where nothing at all was recorded. */
export function slippedOf(
  days: readonly EvidenceDay[],
  priorityOf: (path: string) => Priority | null,
): Slipped[] {
  const found = new Map<string, Slipped>();
  if (!isRecorded(days)) return [];
  for (const { slips } of days) {
    for (const { reference, isItem, from, to, keptMin } of slips) {
      const known = found.get(reference) ?? {
        text: reference,
        path: isItem ? reference : null,
        priority: isItem ? priorityOf(reference) : null,
        times: 0,
        plannedMin: 0,
        keptMin: 0,
      };
      found.set(reference, known);
      known.times++;
      known.plannedMin += to - from;
      known.keptMin += keptMin;
    }
  }
  const missed = ({ plannedMin, keptMin }: Slipped): number => plannedMin - keptMin;
  return [...found.values()].sort(
    (a, b) => missed(b) - missed(a) || b.times - a.times || (a.text < b.text ? -1 : 1),
  );
}
