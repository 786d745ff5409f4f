// A day that has begun and was disturbed: the buffer first, then shifting, then shortening and dropping, by name.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type FixedBlock,
  type PlacedBlock,
  type PlanProblem,
  type PlanTask,
  planDay,
  replanDay,
} from "../src/domain/index.ts";
import { at, hours, makeDay, planFaults } from "./plan-days.ts";

const task = (id: string, worth: number): PlanTask => {
  return { id, worth, hard: 0, mostMin: 240, mustMin: 0, shortestMin: 30, longestMin: 120, why: [] };
};
const block = (id: string, from: number, to: number): PlacedBlock => ({
  task: id,
  ...hours(from, to),
  place: [],
});
const fixed = (from: number, to: number): FixedBlock => ({
  ...hours(from, to),
  text: "x",
  task: null,
  work: false,
});

/** A day with an interruption from `now` on, after which so much of the buffer is left. */
function disturb(
  previous: PlacedBlock[],
  {
    now,
    until,
    bufferMin,
    more = [],
  }: { now: number; until: number; bufferMin: number; more?: FixedBlock[] },
): PlanProblem {
  return {
    open: [hours(9, 12), hours(13, 18)]
      .map((span) => ({ from: Math.max(span.from, at(now)), to: span.to }))
      .filter((span) => span.from < span.to),
    fixed: [fixed(now, until), ...more],
    tasks: [task("high", 4), task("mid", 2), task("low", 1)],
    bufferMin,
    best: [],
    stretchMin: 120,
    breakMin: 15,
    gridMin: 15,
    previous,
  };
}

const day = [
  block("high", 9, 10.5),
  block("mid", 10.75, 12),
  block("low", 13, 15),
  block("high", 15.25, 16.75),
];

describe("replanDay", () => {
  test("nothing in the way: all stays, also what lies against the grid", () => {
    const odd = [{ task: "low", from: at(13) + 7, to: at(14) + 3, place: [] }];
    const plan = replanDay(disturb(odd, { now: 9, until: 9.5, bufferMin: 30 }), at(9));
    expect(plan.kept).toEqual([{ ...odd[0], place: [{ code: "kept-place" }] }]);
    expect([plan.moved, plan.dropped]).toEqual([[], []]);
  });

  test("the freed buffer takes what shifts: order stays, nothing falls out", () => {
    const plan = replanDay(disturb(day.slice(2), { now: 13, until: 14, bufferMin: 0 }), at(13));
    expect(plan.dropped).toEqual([]);
    expect(plan.blocks.map((one) => one.task)).toEqual(["low", "high"]);
    expect(plan.moved).toEqual([
      { from: day[2], to: { task: "low", ...hours(14, 16), place: [{ code: "shifted", byMin: 60 }] } },
      { from: day[3], to: { task: "high", ...hours(16.25, 17.75), place: [{ code: "shifted", byMin: 60 }] } },
    ]);
  });

  test("around what is fixed", () => {
    const plan = replanDay(
      disturb(day.slice(3), { now: 15, until: 16, bufferMin: 0, more: [fixed(16.25, 16.5)] }),
      at(15),
    );
    expect(plan.moved[0]?.to).toMatchObject(hours(16.5, 18));
  });

  test("without room the least worth is shortened or falls out, by name", () => {
    const plan = replanDay(disturb(day.slice(2), { now: 13, until: 15.75, bufferMin: 60 }), at(13));
    expect(plan.dropped).toEqual([day[2]]);
    expect(plan.blocks).toMatchObject([{ task: "high", ...hours(15.75, 17) }]);
    expect(plan.buffer).toEqual([hours(17, 18)]);
  });

  test("what is under way goes on after the interruption", () => {
    const plan = replanDay(disturb(day.slice(0, 1), { now: 10, until: 10.5, bufferMin: 30 }), at(10));
    expect(plan.blocks).toMatchObject([{ task: "high", ...hours(10.5, 11) }]);
    expect(plan.moved[0]?.from).toEqual(day[0]);
  });

  test("what found no room in order takes a hole that is left, before its old time too", () => {
    const plan = replanDay(
      disturb([block("low", 15, 16.5)], { now: 9, until: 9.5, bufferMin: 30, more: [fixed(15, 17.5)] }),
      at(9),
    );
    expect(plan.dropped).toEqual([]);
    expect(plan.moved[0]?.to).toMatchObject(hours(9.5, 11));
  });

  test("an interruption longer than the rest of the day: all falls out, the buffer is short", () => {
    const plan = replanDay(disturb(day.slice(2), { now: 13, until: 20, bufferMin: 0 }), at(13));
    expect(plan.dropped).toEqual(day.slice(2));
    const short = replanDay(disturb(day.slice(2), { now: 13, until: 20, bufferMin: 20 }), at(13));
    expect(short).toMatchObject({ blocks: [], bufferShortMin: 20 });
    const late = replanDay(disturb(day.slice(2), { now: 19, until: 20, bufferMin: 20 }), at(19));
    expect(late).toMatchObject({ blocks: [], bufferShortMin: 20, dropped: [], now: at(19) });
  });

  test("a task that is no more falls out; what is past is not spoken of", () => {
    const plan = replanDay(
      disturb([day[0]!, block("gone", 13, 14)], { now: 11, until: 11.5, bufferMin: 60 }),
      at(11),
    );
    expect(plan.dropped.map((one) => one.task)).toEqual(["gone"]);
    expect([plan.kept, plan.moved]).toEqual([[], []]);
  });

  test("Invariant: nothing pinned moves, the buffer that is left holds, every block to come is kept, moved or dropped", () => {
    const scene = fc.record({
      seed: fc.nat(1_000_000),
      tasks: fc.integer({ min: 1, max: 40 }),
      busy: fc.integer({ min: 0, max: 10 }),
      now: fc.integer({ min: 8 * 60, max: 18 * 60 }),
      forMin: fc.integer({ min: 5, max: 240 }),
    });
    fc.assert(
      fc.property(scene, ({ seed, tasks, busy, now, forMin }) => {
        const made = { ...makeDay(seed, { tasks, busy }), previous: [] };
        const plan = planDay(made);
        const begin = at(0) + now;
        const past = plan.blocks.filter((one) => one.from < begin);
        const rest: PlanProblem = {
          ...made,
          open: made.open
            .map((span) => ({ from: Math.max(begin, span.from), to: span.to }))
            .filter((span) => span.from < span.to),
          fixed: [
            ...made.fixed,
            { from: begin, to: begin + forMin, text: "interruption", task: null, work: true },
            ...past.map((one) => ({
              from: one.from,
              to: Math.min(one.to, begin),
              text: one.task,
              task: one.task,
              work: true,
            })),
          ],
          bufferMin: Math.max(0, made.bufferMin - forMin),
          previous: plan.blocks,
        };
        const again = replanDay(rest, begin);
        const coming = plan.blocks.filter((one) => one.to > begin);
        expect(again.kept.length + again.moved.length + again.dropped.length).toBe(coming.length);
        expect(again.blocks).toHaveLength(again.kept.length + again.moved.length);
        const broken = planFaults(rest, again).filter((fault) => !/too short|off the grid/.test(fault));
        const excused = again.kept.length === coming.length ? /without a break/ : /^$/;
        expect(broken.filter((fault) => !excused.test(fault))).toEqual([]);
        expect(replanDay(structuredClone(rest), begin)).toEqual(again);
      }),
      { numRuns: 200 },
    );
  });
});
