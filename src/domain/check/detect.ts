// What detectors see in days. A detector is a statement about a day; the answer is whether it is true, with the figures it
// rests on, or null where that cannot be told: the day goes on, or nothing was recorded. Days off count for nothing: they
// are skipped in runs, and nothing is ever said about one. docs/conditions.md explains each for people.

import {
  addDays,
  type EpochMin,
  formatWallTime,
  type LocalDate,
  type Tongue,
  weekdayOf,
} from "../../base/index.ts";
import type { DayFacts, DayFrame } from "../day/day.ts";
import { minAtWall, wallMinutesAt } from "../day/day-time.ts";
import { countsFor } from "../goal/commitment-need.ts";
import { PRIORITIES, type Priority } from "../item.ts";
import type { Detected, Detector } from "./condition.ts";
import { sayDetected } from "./detect-messages.ts";

export interface DetectContext {
  /** Of the day asked. */
  frame: DayFrame;
  now: EpochMin;
  /** Whether the day counts as over: it is past, or its working hours are, or its check has come. */
  isOver: boolean;
  isOff(date: LocalDate): boolean;
  /** The highest priority among what is to be done: highest, unless no item has it. */
  top: Priority;
  /** Items that are being done, with the last day of a record; null where there is none as far back as was looked. */
  doing: readonly { path: string; touched: LocalDate | null }[];
}

/** Shorter stretches at the beginning of a day do not decide what came first. */
const FIRST_MIN = 10;

/** How many days a detector looks at, the day asked included. Days off are generously counted in. */
export function detectorDays(detector: Detector): number {
  if (detector.kind === "no-highest") return detector.days * 3 + 14;
  return detector.kind === "no-commitment" ? 7 : 1;
}

/**
 * Whether it is too early to tell: the time it speaks of has not come, or the day is not over. Such a condition needs no
 * asking; it answers itself later.
 */
export function comesLater(detector: Detector, context: DetectContext): boolean {
  const { isOver, now, frame } = context;
  if (detector.kind === "worked-after" || detector.kind === "nothing-after")
    return !isOver || now < wallOf(detector.atMin, frame);
  if (detector.kind === "no-plan-by" || detector.kind === "plan-by")
    return now < wallOf(detector.atMin, frame);
  if (detector.kind === "no-commitment") return !isOver || hasWorkLeft(frame.date, context);
  return detector.kind !== "untouched" && !isOver;
}

/** Whether a working day of the same week (from Monday) is still to come. */
function hasWorkLeft(date: LocalDate, { isOff }: DetectContext): boolean {
  for (let day = date; weekdayOf(day) < 7; ) {
    day = addDays(day, 1);
    if (!isOff(day)) return true;
  }
  return false;
}

/**
 * @param days ascending, without gaps, ending with the day asked; at least `detectorDays` of them where there are
 * @returns null where it cannot be told
 */
export function detect(
  detector: Detector,
  days: readonly DayFacts[],
  context: DetectContext,
  tongue: Tongue,
): Detected | null {
  const day = days[days.length - 1];
  if (day === undefined || day.isOff) return null;
  const says = sayDetected(tongue);
  const { isOver, now, frame } = context;
  const hasRecords = day.stretches.length > 0;
  switch (detector.kind) {
    case "no-highest":
      return noHighest(detector.days, days, context, tongue);
    case "highest-first": {
      const isTop = ({ priority }: { priority: Priority | null }) =>
        priority !== null && PRIORITIES.indexOf(priority) <= PRIORITIES.indexOf(context.top);
      const long = day.stretches.find(
        ({ from, to, priority }) => to - from >= FIRST_MIN || isTop({ priority }),
      );
      const first = long ?? (isOver ? day.stretches[0] : undefined);
      if (first === undefined) return null;
      return {
        holds: isTop(first),
        evidence: says.first(first.reference, clockAt(first.from, frame), isTop(first)),
      };
    }
    case "no-plan-by":
    case "plan-by": {
      const at = wallOf(detector.atMin, frame);
      const stood = day.hasPlan && day.plannedAt !== null ? day.plannedAt : null;
      if ((stood === null || stood > at) && now < at) return null;
      const isInTime = stood !== null && stood <= at;
      return {
        holds: isInTime === (detector.kind === "plan-by"),
        evidence: says.planned(stood === null ? null : clockAt(stood, frame)),
      };
    }
    case "kept-less":
    case "kept-at-least": {
      if (!isOver || day.plannedMin <= 0 || !hasRecords) return null;
      const isLess = day.keptMin < detector.share * day.plannedMin - 1e-9;
      return {
        holds: isLess === (detector.kind === "kept-less"),
        evidence: says.kept(day.keptMin, day.plannedMin),
      };
    }
    case "blocks-shorter":
    case "stretch-of": {
      const longest = Math.max(0, ...day.stretches.map(({ from, to }) => to - from));
      if (!hasRecords || (longest < detector.min && !isOver)) return null;
      return {
        holds: longest < detector.min === (detector.kind === "blocks-shorter"),
        evidence: says.longest(longest, day.stretches.length),
      };
    }
    case "worked-after":
    case "nothing-after": {
      const at = wallOf(detector.atMin, frame);
      const late = day.stretches.filter(({ to }) => to > at);
      const min = late.reduce((sum, { from, to }) => sum + to - Math.max(from, at), 0);
      if (min === 0 && (!isOver || now < at || !hasRecords)) return null;
      const end = Math.max(...day.stretches.map(({ to }) => to));
      return {
        holds: min > 0 === (detector.kind === "worked-after"),
        evidence: says.late(min, clockAt(at, frame), clockAt(end, frame)),
      };
    }
    case "interrupted-more": {
      const holds = day.interruptedMin > detector.min;
      if (!holds && (!isOver || (!hasRecords && day.interruptions === 0))) return null;
      return { holds, evidence: says.interrupted(day.interruptedMin, day.interruptions) };
    }
    case "no-commitment":
      return noCommitment(detector.name, days, context, tongue);
    case "untouched":
      return untouched(detector.days, day, context, tongue);
  }
}

/**
 * The last working days that have records, so many of them; they must lie within twice as many working days, since what
 * happened between them is not known.
 */
function noHighest(
  count: number,
  days: readonly DayFacts[],
  context: DetectContext,
  tongue: Tongue,
): Detected | null {
  const says = sayDetected(tongue);
  const day = days[days.length - 1]!;
  const highestOf = ({ byPriority }: DayFacts) =>
    PRIORITIES.slice(0, PRIORITIES.indexOf(context.top) + 1).reduce((sum, one) => sum + byPriority[one], 0);
  if (highestOf(day) > 0) return { holds: false, evidence: says.highest(highestOf(day), day.date) };
  if (!context.isOver || day.stretches.length === 0) return null;
  const run: DayFacts[] = [];
  const working = days.filter(({ isOff }) => !isOff).slice(-2 * count);
  for (const one of working.reverse()) {
    if (run.length === count) break;
    if (one.recordedMin <= 0) continue;
    if (highestOf(one) > 0) return { holds: false, evidence: says.highest(highestOf(one), one.date) };
    run.push(one);
  }
  if (run.length < count) return null;
  const recordedMin = run.reduce((sum, one) => sum + one.recordedMin, 0);
  return { holds: true, evidence: says.noHighest(count, run[count - 1]!.date, recordedMin) };
}

/** From Monday to the day asked. That there was none can be told from the last working day of the week on. */
function noCommitment(
  name: string,
  days: readonly DayFacts[],
  context: DetectContext,
  tongue: Tongue,
): Detected | null {
  const says = sayDetected(tongue);
  const day = days[days.length - 1]!;
  const monday = addDays(day.date, 1 - weekdayOf(day.date));
  const week = days.filter(({ date }) => date >= monday);
  let min = 0;
  for (const { byReference } of week)
    for (const [reference, spent] of byReference) if (isAbout(reference, name)) min += spent;
  if (min > 0) return { holds: false, evidence: says.commitment(name, min, monday) };
  if (hasWorkLeft(day.date, context)) return null;
  const recordedMin = week.reduce((sum, one) => sum + one.recordedMin, 0);
  if (!context.isOver || recordedMin <= 0) return null;
  return { holds: true, evidence: says.noCommitment(name, monday, recordedMin) };
}

/** Whether a record's reference or a part of its path is about something: `Reflection`, `Work › Reflection: next year`. */
function isAbout(reference: string, name: string): boolean {
  return [reference, ...reference.split(" › ")].some((part) => countsFor({ title: name }, part));
}

/** Working days since the last record count; the day of the record does not. */
function untouched(count: number, day: DayFacts, context: DetectContext, tongue: Tongue): Detected | null {
  const says = sayDetected(tongue);
  const known = context.doing.filter((item) => item.touched !== null) as {
    path: string;
    touched: LocalDate;
  }[];
  if (known.length === 0)
    return context.doing.length === 0 ? { holds: false, evidence: says.noDoing() } : null;
  const waiting = known
    .map((item) => ({ ...item, days: workingDaysAfter(item.touched, day.date, context) }))
    .sort((a, b) => (a.touched < b.touched ? -1 : a.touched > b.touched ? 1 : 0));
  const long = waiting.filter(({ days }) => days >= count);
  const worst = waiting[0]!;
  return {
    holds: long.length > 0,
    evidence: says.untouched(worst.path, worst.touched, worst.days, Math.max(0, long.length - 1)),
  };
}

/** Working days after `from` up to `to`; at most 1000 are counted. */
function workingDaysAfter(from: LocalDate, to: LocalDate, context: DetectContext): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to && count < 1000; date = addDays(date, 1))
    if (!context.isOff(date)) count++;
  return count;
}

/** A time before the day's end belongs to the night behind the day. */
function wallOf(atMin: number, frame: DayFrame): EpochMin {
  return minAtWall(frame, atMin < frame.dayEndMin ? atMin + 1440 : atMin);
}

/** What a clock on the wall shows: `00:30` behind midnight too. */
function clockAt(at: EpochMin, frame: DayFrame): string {
  return formatWallTime(((wallMinutesAt(at, frame) % 1440) + 1440) % 1440);
}
