// Homes of people who use less than all of it: reports say what can be known, call the rest unknown, and claim nothing.

import { describe, expect, test } from "vitest";
import type { CommitmentsData, CorrectionsData, DriftData, ReviewData } from "../src/actions/index.ts";
import { type Ask, askerOf } from "./year/ask-year.ts";
import { compareYear } from "./year/compare-year.ts";
import { holdYear } from "./year/hold-year.ts";
import { makeYear } from "./year/make-year.ts";
import {
  emptyHome,
  manyYears,
  neverPlanned,
  type OddHome,
  onlyHistory,
  onlyPage,
  onlyPlanner,
  onlyRecords,
} from "./year/odd-years.ts";
import { recompute } from "./year/recompute.ts";

const year = makeYear(2);
const whole = String(year.year);
const RANGES = [whole, `${whole}-Q4`, `${whole}-05`, `${whole}-W20`, `${whole}-05-16`];
const homes = { neverPlanned, onlyRecords, onlyPlanner, onlyPage, onlyHistory, emptyHome };

const reviewOf = (ask: Ask, range = whole): ReviewData => ask("review", { range });
const driftOf = (ask: Ask, range = whole): DriftData => ask("drift", { range });

describe.each(Object.keys(homes) as (keyof typeof homes)[])("%s", (name) => {
  const home: OddHome = homes[name](year);
  const ask = askerOf(home);

  test("every report answers, in numbers that are numbers", () => {
    const answers = RANGES.flatMap((range): [string, unknown][] => [
      [`review ${range}`, reviewOf(ask, range)],
      [`drift ${range}`, driftOf(ask, range)],
    ]);
    for (const action of ["commitments", "corrections", "days", "goals", "importance", "now", "lives"])
      answers.push([action, ask(action)]);
    const odd: string[] = [];
    for (const [where, data] of answers) look(data, where, odd);
    expect(odd).toEqual([]);
  });
});

/** Numbers that are none, and shares below nothing or above all. */
function look(value: unknown, where: string, odd: string[]): void {
  if (typeof value === "number") {
    const key = where.slice(where.lastIndexOf(".") + 1);
    const isShare = /^(?:share|keptRatio|chance|better|sure)$/.test(key);
    if (!Number.isFinite(value) || (isShare && (value < 0 || value > 1 + 1e-9)))
      odd.push(`${where} is ${value}`);
  } else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) look(inner, `${where}.${key}`, odd);
}

test("without a plan all else is known as before, and no plan is called kept or slipped", () => {
  const lists = holdYear({ ...year, ...neverPlanned(year) }, askerOf(neverPlanned(year)));
  expect(Object.entries(lists).flatMap(([name, { wrong }]) => wrong.map((one) => `${name}: ${one}`))).toEqual(
    [],
  );
  const missing = Object.entries(lists).filter(([, { missed }]) => missed.length > 0);
  expect(missing.map(([name]) => name)).toEqual(["weeks with less than half kept", "slips again and again"]);
  expect(reviewOf(askerOf(neverPlanned(year))).plan).toMatchObject({
    plannedMin: 0,
    keptRatio: null,
    plannedDays: 0,
  });
});

test("records alone: the hours by the page as it is today", () => {
  const home = onlyRecords(year);
  const ask = askerOf(home);
  const own = recompute(home, `${year.year - 1}-12-20`, year.now.slice(0, 10));
  for (const range of [whole, `${whole}-Q1`, `${whole}-11`]) {
    const { range: days, hours, plan, corrections, commitments } = reviewOf(ask, range);
    expect(plan.recordedMin).toBe(own.plan(days.from, days.to).recordedMin);
    const byPriority = Object.fromEntries(
      hours.priority.filter(({ amount }) => amount > 0).map(({ key, amount }) => [key, amount]),
    );
    expect(byPriority).toEqual(own.hours("priority", days.from, days.to));
    expect([corrections, commitments]).toEqual([[], []]);
    expect(driftOf(ask, range).source).toBe("records");
  }
});

test("plans alone, as Day Planner writes them: nothing is kept, slipped or broken, since nothing is known", () => {
  const ask = askerOf(onlyPlanner(year));
  const review = reviewOf(ask);
  expect(review.plan.plannedMin).toBeGreaterThan(30_000);
  expect(review.plan).toMatchObject({ keptRatio: null, recordedMin: 0, movedBlocks: 0 });
  expect(review.weeks.every(({ keptRatio }) => keptRatio === null)).toBe(true);
  expect(review.slipped).toEqual([]);
  expect(review.corrections.map(({ verdict }) => verdict)).not.toContain("works");
  expect(review.corrections.map(({ verdict }) => verdict)).not.toContain("useless");
  const { commitments } = ask<CommitmentsData>("commitments", {
    from: `${whole}-01-01`,
    to: `${whole}-12-31`,
  });
  expect(commitments.flatMap(({ periods }) => periods.map(({ verdict }) => verdict))).not.toContain("broken");
  expect(ask<CorrectionsData>("corrections").corrections.every(({ better }) => better === null)).toBe(true);
  expect(driftOf(ask).source).toBe("log");
});

test("a page alone: drift from its log, else from its history; what became of items is known all the same", () => {
  const [page, history] = [askerOf(onlyPage(year)), askerOf(onlyHistory(year))];
  expect(driftOf(page)).toMatchObject({ source: "log", unit: "days", enough: true });
  expect(driftOf(history)).toMatchObject({ source: "history", unit: "count" });
  for (const ask of [page, history]) {
    const { items, plan } = reviewOf(ask);
    expect(plan).toMatchObject({ keptRatio: null, plannedMin: 0, recordedMin: 0 });
    for (const turn of ["finished", "dropped"] as const)
      expect(
        items[turn]
          .filter(({ path, role }) => role === "learning" && !path.includes(" › "))
          .map(({ path, on }) => ({ path, on })),
      ).toEqual(year.planted.items[turn]);
  }
  // What took most of autumn is seen in the log, too.
  const { from, to, path } = year.planted.taking[0]!;
  const autumn = page<DriftData>("drift", { from, to });
  expect(autumn.instead.find(({ kind }) => kind === "item")?.path).toBe(path);
});

test("an empty page: nothing is known, and that is said", () => {
  const ask = askerOf(emptyHome(year));
  const drift = driftOf(ask);
  expect(drift).toMatchObject({ source: "none", enough: false, total: 0, starved: [], items: [] });
  expect(drift.tooLittle).not.toBeNull();
  expect(drift.agreement.value).toBeNull();
  expect(reviewOf(ask)).toMatchObject({ slipped: [], corrections: [], commitments: [], estimates: [] });
});

test("three years of one person: the figures of the last are those that a second program gets", () => {
  const many = manyYears(6, 2023, 3);
  expect(Object.keys(many.files).filter((name) => name.startsWith("days/")).length).toBeGreaterThan(700);
  const own = recompute(many, "2020-12-20", many.now.slice(0, 10));
  const ranges = ["2023", "2023-02", "2023-07-20..2023-10-02"];
  expect(compareYear(many, askerOf(many), own, ranges).differences).toEqual([]);
});
