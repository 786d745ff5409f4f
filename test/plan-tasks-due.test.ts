// Work with a day by which it is due gets its share in time: what today must find of it.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocalDate } from "../src/base/index.ts";
import { type ItemToPlan, makeTasks, type PlanTask } from "../src/domain/index.ts";
import { DUE_DAY_MIN, shareDue } from "../src/domain/plan/tasks.ts";
import { itemToPlan } from "./plan-days.ts";

const item = (path: string, more: Partial<ItemToPlan>): ItemToPlan =>
  itemToPlan(path, { priority: "low", ...more });
const tasksOf = (...items: ItemToPlan[]): PlanTask[] =>
  makeTasks({
    today: "2024-03-05" as LocalDate,
    items,
    commitments: [],
    gridMin: 15,
    shortestMin: 30,
    longestMin: 120,
  });
const due = (days: number, min: number | null, more: Partial<ItemToPlan> = {}) => ({
  due: `2024-03-${String(4 + days).padStart(2, "0")}` as LocalDate,
  dueWorkDays: days,
  estimate: min === null ? null : ({ min, kind: "limit" } as const),
  ...more,
});

describe("shareDue", () => {
  test("nothing while the coming days hold it, then what they cannot hold", () => {
    const ofToday = (leftMin: number, days: number) => shareDue([{ leftMin, days }], 100)[0];
    expect(ofToday(200, 3)).toBe(0);
    expect(ofToday(260, 3)).toBe(60);
    expect(ofToday(260, 2)).toBe(160);
    expect(ofToday(260, 1)).toBe(260);
  });

  test("several together need more than each alone, and the nearest goes first", () => {
    const works = [
      { leftMin: 150, days: 3 },
      { leftMin: 90, days: 2 },
    ];
    expect(works.map((work) => shareDue([work], 100)[0])).toEqual([0, 0]);
    expect(shareDue(works, 100)).toEqual([0, 40]);
  });

  const works = fc.array(
    fc.record({ leftMin: fc.integer({ min: 0, max: 600 }), days: fc.integer({ min: 1, max: 15 }) }),
    {
      maxLength: 8,
    },
  );

  test("Invariant: done day by day, with so much time a day as it asks for, all is done in time", () => {
    fc.assert(
      fc.property(works, (made) => {
        const left = made.map((work) => ({ ...work }));
        for (let day = 0; day < 15; day++) {
          const open = left.filter(({ days }) => days >= 1);
          const shares = shareDue(open, 100);
          for (const [i, work] of open.entries()) {
            expect(shares[i]).toBeGreaterThanOrEqual(0);
            expect(shares[i]).toBeLessThanOrEqual(work.leftMin);
            work.leftMin -= shares[i]!;
            if (work.days === 1) expect(work.leftMin).toBe(0);
            work.days--;
          }
          // After the first day no day is asked for more than it was counted on for.
          if (day > 0) expect(shares.reduce((sum, min) => sum + min, 0)).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("makeTasks", () => {
  test("a share must be today long before the last day where much is left", () => {
    const [task] = tasksOf(item("A", due(3, 400)));
    expect(task).toMatchObject({ mustMin: Math.min(240, 400 - 2 * DUE_DAY_MIN) });
    expect(task?.why).toContainEqual({ code: "due", inDays: 2, leftMin: 400 });
    expect(tasksOf(item("A", due(8, 400)))[0]?.mustMin).toBe(0);
  });

  test("what is recorded counts; without an estimate an hour is wanted, less what today had", () => {
    expect(tasksOf(item("A", due(1, 120, { spentMin: 90 })))[0]?.mustMin).toBe(30);
    expect(tasksOf(item("A", due(1, null)))[0]?.mustMin).toBe(60);
    expect(tasksOf(item("A", due(1, null, { todayMin: 45 })))[0]?.mustMin).toBe(15);
    expect(tasksOf(item("A", due(2, null)))[0]?.mustMin).toBe(0);
  });

  test("a floor is due until it is reached", () => {
    const floor = { min: 120, kind: "floor" } as const;
    expect(tasksOf(item("A", due(1, null, { estimate: floor })))[0]?.mustMin).toBe(120);
    expect(tasksOf(item("A", due(1, null, { estimate: floor, spentMin: 120 })))[0]?.mustMin).toBe(0);
  });

  test("what is overdue is worth more, but others that can be in time must be first", () => {
    const late = item("Late", { ...due(1, 120), due: "2024-03-01" as LocalDate, dueWorkDays: 0 });
    const [first, second] = tasksOf(late, item("Now", due(1, 60)));
    expect(first?.mustMin).toBe(0);
    expect(first!.worth).toBeGreaterThan(tasksOf(item("Late", {}))[0]!.worth);
    expect(second?.mustMin).toBe(60);
  });
});
