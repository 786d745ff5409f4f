// A day that has begun and was disturbed: the buffer first, then shifting, then shortening and dropping, by name.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type FixedBlock,
  type PlacedBlock,
  type PlanProblem,
  type PlanTask,
  planDay,
  type Replan,
  replanDay,
  type Span,
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

const lost = (plan: Replan) => plan.changes.filter(({ lostMin }) => lostMin > 0);
const places = (plan: Replan) => plan.blocks.map((one) => [one.task, one.from - at(0), one.to - at(0)]);
const clock = (hour: number, min = 0) => hour * 60 + min;

describe("replanDay", () => {
  test("nothing in the way: all stays, also what lies against the grid", () => {
    const odd = [{ task: "low", from: at(13) + 7, to: at(14) + 3, place: [] }];
    const plan = replanDay(disturb(odd, { now: 9, until: 9.5, bufferMin: 30 }), at(9));
    expect(plan.blocks).toEqual([{ ...odd[0], place: [{ code: "kept-place" }] }]);
    expect(lost(plan)).toEqual([]);
  });

  test("the freed buffer takes what shifts: order stays, nothing falls out", () => {
    const plan = replanDay(disturb(day.slice(2), { now: 13, until: 14, bufferMin: 0 }), at(13));
    expect(lost(plan)).toEqual([]);
    expect(plan.changes).toEqual([
      {
        from: day[2],
        to: [{ task: "low", ...hours(14, 16), place: [{ code: "shifted", byMin: 60 }] }],
        lostMin: 0,
      },
      {
        from: day[3],
        to: [{ task: "high", ...hours(16.25, 17.75), place: [{ code: "shifted", byMin: 60 }] }],
        lostMin: 0,
      },
    ]);
  });

  test("to the minute: an interruption of 45 minutes at 09:52, the rest of the morning is split around lunch", () => {
    const rest = [
      block("high", 9, 10.5),
      block("mid", 10.75, 12),
      block("low", 13, 15),
      block("high", 15.25, 16.75),
    ];
    const problem = disturb(rest, { now: 9 + 52 / 60, until: 10 + 37 / 60, bufferMin: 15 });
    const plan = replanDay({ ...problem, stretchMin: 90 }, at(9) + 52);
    expect(lost(plan)).toEqual([]);
    expect(places(plan)).toEqual([
      ["high", clock(10, 37), clock(11, 15)],
      // Together they are not more than a stretch of work: no break is due between.
      ["mid", clock(11, 15), clock(12)],
      ["mid", clock(13), clock(13, 30)],
      ["low", clock(13, 45), clock(15, 45)],
      ["high", clock(16), clock(17, 30)],
    ]);
    expect(plan.buffer).toEqual([hours(17.75, 18)]);
  });

  test("around what is fixed, in one piece where there is room", () => {
    const plan = replanDay(
      disturb(day.slice(3), { now: 15, until: 16, bufferMin: 0, more: [fixed(16.25, 16.5)] }),
      at(15),
    );
    expect(plan.blocks).toMatchObject([hours(16.5, 18)]);
  });

  test("blocks that overlap are laid apart, and a break is shortened before work is lost", () => {
    const both = [block("high", 13, 15), block("mid", 14, 16), block("low", 16, 16.75)];
    const plan = replanDay(disturb(both, { now: 13, until: 13, bufferMin: 0 }), at(13));
    expect(lost(plan)).toEqual([]);
    expect(places(plan)).toEqual([
      ["high", clock(13), clock(15)],
      ["mid", clock(15, 5), clock(17, 5)],
      ["low", clock(17, 10), clock(17, 55)],
    ]);
  });

  test("without room the least worth is shortened or falls out, by name and to the minute", () => {
    const plan = replanDay(disturb(day.slice(2), { now: 13, until: 15.75, bufferMin: 60 }), at(13));
    expect(lost(plan)).toEqual([
      { from: day[2], to: [], lostMin: 120 },
      { from: day[3], to: [expect.objectContaining(hours(15.75, 17))], lostMin: 15 },
    ]);
    expect(plan.buffer).toEqual([hours(17, 18)]);
    const flood = disturb(day.slice(2), { now: 13, until: 14.5, bufferMin: 0 });
    expect(lost(replanDay(flood, at(13)))).toMatchObject([{ from: day[2], lostMin: 15 }]);
    // What the buffer paid for takes the break first.
    expect(lost(replanDay(flood, at(13), true))).toEqual([]);
  });

  test("what is under way goes on after the interruption", () => {
    const plan = replanDay(disturb(day.slice(0, 1), { now: 10, until: 10.5, bufferMin: 30 }), at(10));
    expect(plan.blocks).toMatchObject([{ task: "high", ...hours(10.5, 11) }]);
  });

  test("what found no room in order takes a hole that is left, before its old time too", () => {
    const plan = replanDay(
      disturb([block("low", 15, 16.5)], { now: 9, until: 9.5, bufferMin: 30, more: [fixed(15, 17.5)] }),
      at(9),
    );
    expect(lost(plan)).toEqual([]);
    expect(plan.blocks).toMatchObject([hours(9.5, 11)]);
  });

  test("what is left of the buffer pushes no block: it lies in what the blocks leave", () => {
    // The last gap before the meeting holds the buffer whole, but for the block in it.
    const rest = {
      ...disturb([block("mid", 15.5, 15.75)], {
        now: 9,
        until: 9.5,
        bufferMin: 60,
        more: [fixed(16, 17.25)],
      }),
      open: [hours(9, 9.5), hours(15, 18)],
    };
    const plan = replanDay(rest, at(9));
    expect(plan.changes).toMatchObject([{ to: [hours(15.5, 15.75)], lostMin: 0 }]);
    expect(plan.buffer).toEqual([hours(15.75, 16), hours(17.25, 18)]);
  });

  test("an interruption longer than the rest of the day: all falls out, the buffer is short", () => {
    const plan = replanDay(disturb(day.slice(2), { now: 13, until: 20, bufferMin: 0 }), at(13));
    expect(lost(plan).map(({ from }) => from)).toEqual(day.slice(2));
    const short = replanDay(disturb(day.slice(2), { now: 13, until: 20, bufferMin: 20 }), at(13));
    expect(short).toMatchObject({ blocks: [], bufferShortMin: 20 });
    const late = replanDay(disturb(day.slice(2), { now: 19, until: 20, bufferMin: 20 }), at(19));
    expect(late).toMatchObject({ blocks: [], bufferShortMin: 20, changes: [], now: at(19) });
  });

  test("a task that is no more falls out; what is past is not spoken of", () => {
    const plan = replanDay(
      disturb([day[0]!, block("gone", 13, 14)], { now: 11, until: 11.5, bufferMin: 60 }),
      at(11),
    );
    expect(plan.changes).toMatchObject([{ from: { task: "gone" }, to: [], lostMin: 60 }]);
  });
});

const scene = fc.record({
  seed: fc.nat(1_000_000),
  tasks: fc.integer({ min: 1, max: 40 }),
  busy: fc.integer({ min: 0, max: 10 }),
  now: fc.integer({ min: 8 * 60, max: 18 * 60 }),
  forMin: fc.integer({ min: 1, max: 240 }),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

const overlap = (a: Span, b: Span) => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { from, to }) => sum + to - from, 0);
const within = (spans: readonly Span[], span: Span) =>
  spans.reduce((sum, one) => sum + overlap(one, span), 0);

/** A planned day, and an interruption in it that spends what there is of the buffer ahead. */
function interrupted({ seed, tasks, busy, now, forMin }: Scene) {
  const made = { ...makeDay(seed, { tasks, busy }), previous: [] };
  const plan = planDay(made);
  const begin = at(0) + now;
  const stop = { from: begin, to: begin + forMin };
  const ahead = within(plan.buffer, { from: begin, to: at(24) });
  const spent = Math.min(ahead, within(made.open, stop));
  const past = plan.blocks.filter((one) => one.from < begin);
  const rest: PlanProblem = {
    ...made,
    open: made.open
      .map((span) => ({ from: Math.max(begin, span.from), to: span.to }))
      .filter((span) => span.from < span.to),
    fixed: [
      ...made.fixed,
      { ...stop, text: "interruption", task: null, work: false },
      ...past.map(({ from, to, task: id }) => {
        return { from, to: Math.min(to, begin), text: id, task: id, work: true };
      }),
    ],
    bufferMin: ahead - spent,
    previous: plan.blocks,
  };
  const coming = plan.blocks.filter((one) => one.to > begin);
  const work = coming.reduce((sum, one) => sum + one.to - Math.max(one.from, begin), 0);
  return { rest, begin, stop, coming, work, isCovered: within(made.open, stop) <= ahead };
}

describe("Invariants of a re-plan", () => {
  test("never an overlap, nothing fixed moves, the buffer that is left holds, minutes sum up", () => {
    fc.assert(
      fc.property(scene, (one) => {
        const { rest, begin, coming, work } = interrupted(one);
        const again = replanDay(rest, begin);
        expect(again.changes.map(({ from }) => from)).toEqual(coming);
        expect(again.blocks).toHaveLength(again.changes.flatMap(({ to }) => to).length);
        for (const { from, to, lostMin } of again.changes)
          expect(lengthOf(to) + lostMin).toBe(from.to - Math.max(from.from, begin));
        expect(lengthOf(again.blocks) + again.changes.reduce((sum, { lostMin }) => sum + lostMin, 0)).toBe(
          work,
        );
        expect(lengthOf(again.buffer) + again.bufferShortMin).toBe(rest.bufferMin);
        const faults = planFaults(rest, again).filter(
          (fault) => !/too short|too long|off the grid|without a break/.test(fault),
        );
        expect(faults).toEqual([]);
        expect(replanDay(structuredClone(rest), begin)).toEqual(again);
      }),
      { numRuns: 300 },
    );
  });

  test("what the buffer covers costs no work, and blocks keep their order", () => {
    let covered = 0;
    fc.assert(
      fc.property(scene, (one) => {
        const { rest, begin, isCovered } = interrupted({ ...one, forMin: 1 + (one.forMin % 60) });
        if (!isCovered) return;
        covered++;
        const again = replanDay(rest, begin, true);
        // Pieces are no shorter than five minutes: what is fixed at odd times may cost less than that before each.
        const most = one.busy <= 4 ? 0 : 4 * one.busy;
        expect(again.changes.reduce((sum, { lostMin }) => sum + lostMin, 0)).toBeLessThanOrEqual(most);
        const firsts = again.changes.filter(({ to }) => to.length > 0).map(({ to }) => to[0]!.from);
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      }),
      { numRuns: 400 },
    );
    expect(covered).toBeGreaterThan(100);
  });

  test("nothing in the way: nothing moves", () => {
    fc.assert(
      fc.property(scene, (one) => {
        const { rest, begin, stop } = interrupted(one);
        const free = { ...rest, fixed: rest.fixed.filter(({ from }) => from !== stop.from) };
        const apart = replanDay(free, begin).changes.filter(({ from }) => from.from >= begin);
        for (const { from, to } of apart) expect(to).toMatchObject([{ from: from.from, to: from.to }]);
      }),
      { numRuns: 100 },
    );
  });

  test("a full day of 40 items and 10 busy times takes less than 20 ms", () => {
    const days = Array.from({ length: 20 }, (_, seed) =>
      interrupted({ seed, tasks: 40, busy: 10, now: 8 * 60 + 50, forMin: 45 + 9 * seed }),
    );
    for (const { rest, begin } of days) replanDay(rest, begin);
    const start = performance.now();
    for (const { rest, begin } of days) replanDay(rest, begin);
    expect((performance.now() - start) / days.length).toBeLessThan(20);
  });
});
