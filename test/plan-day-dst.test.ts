// Plans of days with 23, 24 and 25 hours, from the working hours on the wall to blocks: what a person reads is on the quarter of
// an hour, what counts for the buffer, the blocks and the breaks are the minutes that pass.

import { describe, expect, test } from "vitest";
import type { LocalDate } from "../src/base/index.ts";
import {
  bestSpans,
  type DaySettings,
  DEFAULT_DAY_SETTINGS,
  frameOf,
  type PlanProblem,
  type PlanTask,
  planDay,
  replanDay,
  workSpans,
} from "../src/domain/index.ts";
import { planFaults } from "./plan-days.ts";

const NIGHT = [{ from: 0, to: 5 * 60 }];
const WEEK = { 1: NIGHT, 2: NIGHT, 3: NIGHT, 4: NIGHT, 5: NIGHT, 6: NIGHT, 7: NIGHT };
const settings: DaySettings = { ...DEFAULT_DAY_SETTINGS, hours: WEEK, best: [{ from: 60, to: 240 }] };
const tasks = ["A", "B", "C", "D"].map((id, i): PlanTask => {
  return { id, worth: 4 - i, hard: i, mostMin: 120, mustMin: 0, shortestMin: 30, longestMin: 90, why: [] };
});

/** Someone who works from midnight to five, when clocks are changed. */
function nightOf(date: string, zone: string): PlanProblem {
  const frame = frameOf(date as LocalDate, zone, 0);
  const { bufferMin, stretchMin, breakMin } = settings;
  return {
    open: workSpans(frame, settings),
    fixed: [],
    tasks,
    bufferMin,
    best: bestSpans(frame, settings),
    stretchMin,
    breakMin,
    gridMin: 15,
    gridFrom: frame.from,
    previous: [],
  };
}

const minutesOf = (spans: readonly { from: number; to: number }[]) =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0);

describe.each([
  ["Europe/Berlin", "2026-03-29", 240],
  ["Europe/Berlin", "2026-03-30", 300],
  ["Europe/Berlin", "2026-10-25", 360],
  ["America/New_York", "2026-03-08", 240],
  ["America/New_York", "2026-11-01", 360],
  ["Australia/Lord_Howe", "2026-10-04", 270],
  ["Australia/Lord_Howe", "2026-04-05", 330],
])("%s on %s", (zone, date, openMin) => {
  const problem = nightOf(date, zone);

  test(`five hours on the wall are ${openMin} minutes, and the plan keeps every rule in them`, () => {
    expect(minutesOf(problem.open)).toBe(openMin);
    const plan = planDay(problem);
    expect(planFaults(problem, plan)).toEqual([]);
    expect(minutesOf(plan.buffer)).toBe(60);
    expect(plan.buffer.at(-1)?.to).toBe(problem.open.at(-1)?.to);
    // All but the buffer, breaks, and what no block of half an hour fits.
    expect(minutesOf(plan.blocks)).toBeGreaterThanOrEqual(openMin - 60 - 75);
  });

  test("an interruption over the change costs what it lasts", () => {
    const plan = planDay(problem);
    const now = problem.open[0]!.from + 105;
    const interruption = { from: now, to: now + 30, text: "call", task: null, work: false };
    const rest = {
      ...problem,
      open: [{ from: now, to: problem.open.at(-1)!.to }],
      fixed: [interruption],
      bufferMin: 30,
      previous: plan.blocks,
    };
    const replan = replanDay(rest, now, true);
    const before = plan.blocks.map(({ from, to }) => ({ from: Math.max(from, now), to }));
    expect(replan.changes.reduce((sum, { lostMin }) => sum + lostMin, 0)).toBe(0);
    expect(minutesOf(replan.blocks)).toBe(minutesOf(before.filter(({ from, to }) => from < to)));
    expect(minutesOf(replan.buffer)).toBe(30);
  });
});
