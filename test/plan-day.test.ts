// Plans of a day: every hard rule over generated days, then what a person would expect of single ones.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FixedBlock, type PlanProblem, type PlanTask, planDay, planValue } from "../src/domain/index.ts";
import { at, hours, makeDay, planFaults } from "./plan-days.ts";

const task = (id: string, worth: number, more: Partial<PlanTask> = {}): PlanTask => ({
  id,
  worth,
  hard: 0,
  mostMin: 240,
  mustMin: 0,
  shortestMin: 30,
  longestMin: 120,
  why: [],
  ...more,
});

const problem = (tasks: PlanTask[], more: Partial<PlanProblem> = {}): PlanProblem => ({
  open: [hours(9, 12), hours(13, 18)],
  fixed: [],
  tasks,
  bufferMin: 60,
  best: [hours(9, 12)],
  stretchMin: 90,
  breakMin: 15,
  gridMin: 15,
  previous: [],
  ...more,
});

const busy = (from: number, to: number, more: Partial<FixedBlock> = {}): FixedBlock => {
  return { ...hours(from, to), text: "busy", task: null, work: true, ...more };
};

describe("over generated days", () => {
  const day = fc
    .record({
      seed: fc.nat(1_000_000),
      tasks: fc.integer({ min: 1, max: 40 }),
      busy: fc.integer({ min: 0, max: 10 }),
      gridMin: fc.constantFrom(5, 10, 15, 30),
      bufferMin: fc.constantFrom(null, 0, 23, 60, 300, 1000),
    })
    .map(({ seed, tasks, busy, gridMin, bufferMin }) => {
      const made = makeDay(seed, { tasks, busy });
      return { ...made, gridMin, bufferMin: bufferMin ?? made.bufferMin };
    });

  test("Invariant: the buffer is kept whole, fixed blocks are left alone, blocks lie apart and within bounds, breaks are kept", () => {
    fc.assert(
      fc.property(day, (made) => {
        expect(planFaults(made, planDay(made))).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  test("the same problem has the same plan", () => {
    fc.assert(
      fc.property(day, (made) => {
        expect(planDay(structuredClone(made))).toEqual(planDay(made));
      }),
      { numRuns: 40 },
    );
  });

  test("the value is the objective's, and never below that of an empty day", () => {
    fc.assert(
      fc.property(day, (made) => {
        const plan = planDay(made);
        expect(plan.value).toBeCloseTo(planValue(made, plan.blocks), 6);
        expect(plan.value).toBeGreaterThanOrEqual(planValue(made, []) - 1e-6);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the buffer", () => {
  test("lies at the end of the working time", () => {
    const plan = planDay(problem([task("a", 1)]));
    expect(plan.buffer).toEqual([hours(17, 18)]);
    expect(plan.bufferShortMin).toBe(0);
  });

  test("stays in one piece where a fixed block parts the end", () => {
    const plan = planDay(problem([task("a", 1)], { fixed: [busy(17, 17.5)] }));
    expect(plan.buffer).toEqual([hours(16, 17)]);
  });

  test("is taken in pieces rather than from the morning", () => {
    const fixed = [busy(13, 15), busy(15.5, 16), busy(16.5, 17.5)];
    const plan = planDay(problem([task("a", 1)], { fixed }));
    expect(plan.buffer).toEqual([hours(16, 16.5), hours(17.5, 18)]);
  });

  test("what only it keeps out is said, not placed", () => {
    const open = [hours(9, 11)];
    const plan = planDay(problem([task("a", 2, { mostMin: 60 }), task("b", 1, { mostMin: 45 })], { open }));
    expect(plan.blocks.map((block) => block.task)).toEqual(["a"]);
    expect(plan.unplaced).toEqual([{ task: "b", min: 45, why: "buffer" }]);
  });

  test("where fixed blocks leave less than the buffer nothing is placed and the lack is said", () => {
    const fixed = [busy(9, 12), busy(13, 17.5, { work: false })];
    const plan = planDay(problem([task("a", 1, { mustMin: 30 })], { fixed }));
    expect(plan.blocks).toEqual([]);
    expect(plan.buffer).toEqual([hours(17.5, 18)]);
    expect(plan.bufferShortMin).toBe(30);
    expect(plan.unplaced).toEqual([{ task: "a", min: 30, why: "buffer" }]);
  });
});

describe("what a plan prefers", () => {
  test("musts come before all else, however little they are worth", () => {
    const plan = planDay(
      problem([task("much", 100), task("must", 0.1, { mustMin: 60, mostMin: 60 })], {
        open: [hours(9, 11.25)],
      }),
    );
    expect(plan.blocks.filter((block) => block.task === "must")).toHaveLength(1);
  });

  test("a must that no gap holds is named", () => {
    const fixed = [9, 10, 11, 13, 14, 15, 16, 17].map((hour) => busy(hour + 0.25, hour + 1));
    const plan = planDay(
      problem([task("must", 1, { mustMin: 60, shortestMin: 60 })], { fixed, bufferMin: 0 }),
    );
    expect(plan.unplaced).toEqual([{ task: "must", min: 60, why: "no-gap" }]);
  });

  test("the hardest work has the best hours", () => {
    const tasks = [task("easy", 1, { mostMin: 180 }), task("hard", 1, { hard: 3, mostMin: 180 })];
    const best = [hours(14, 17)];
    const plan = planDay(problem(tasks, { best }));
    const inBest = plan.blocks.filter((block) => block.from >= at(14) && block.to <= at(17));
    expect(new Set(inBest.map((block) => block.task))).toEqual(new Set(["hard"]));
    expect(inBest[0]?.place).toContainEqual({ code: "best-hours" });
  });

  test("no task gets more than it may have, fixed blocks of its own included", () => {
    const fixed = [busy(14, 15, { task: "a" })];
    const plan = planDay(problem([task("a", 1, { mostMin: 100 })], { fixed }));
    const placed = plan.blocks.reduce((sum, block) => sum + block.to - block.from, 0);
    expect(placed).toBe(30);
  });

  test("a task that had much today gives way", () => {
    const tasks = [task("a", 1, { doneMin: 200 }), task("b", 0.9)];
    expect(planDay(problem(tasks, { open: [hours(9, 11)] })).blocks[0]?.task).toBe("b");
  });

  test("what was planned keeps its place where that costs little", () => {
    const tasks = ["a", "b", "c"].map((id) => task(id, 1, { mostMin: 90 }));
    const previous = [{ task: "c", ...hours(9, 10.5), place: [] }];
    const plan = planDay(problem(tasks, { previous }));
    expect(plan.blocks[0]).toMatchObject({ task: "c", ...hours(9, 10.5) });
    expect(plan.blocks[0]?.place).toContainEqual({ code: "kept-place" });
  });

  test("without breaks nothing limits a stretch", () => {
    const plan = planDay(problem([task("a", 1, { longestMin: 180 })], { breakMin: 0, bufferMin: 0 }));
    expect(plan.blocks[0]).toMatchObject(hours(9, 12));
  });
});

test("nothing to plan, no time, and broken input are no errors", () => {
  expect(planDay(problem([])).blocks).toEqual([]);
  const none = planDay(problem([task("a", 1, { mustMin: 30 })], { open: [] }));
  expect(none).toMatchObject({ blocks: [], buffer: [], bufferShortMin: 60 });
  expect(none.unplaced.map(({ task }) => task)).toEqual(["a"]);
  const broken = problem([task("a", -1), task("b", Number.NaN), task("c", 1, { shortestMin: 500 })], {
    open: [{ from: at(12), to: at(9) }, hours(13, 14), hours(13.5, 15)],
    fixed: [{ ...busy(14, 13), to: at(13) }],
    bufferMin: -5,
  });
  expect(planDay(broken).blocks).toEqual([]);
});

test("a grid that does not begin at midnight in UTC", () => {
  const plan = planDay(
    problem([task("a", 1)], { gridMin: 60, gridFrom: at(0.5), open: [hours(9, 12)], bufferMin: 0 }),
  );
  expect(plan.blocks.every((block) => (block.from - at(0.5)) % 60 === 0)).toBe(true);
  expect(plan.blocks.length).toBeGreaterThan(0);
});
