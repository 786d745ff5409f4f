// From items and commitments to tasks of a day, and the words for why a block is there.

import { describe, expect, test } from "vitest";
import type { LocalDate } from "../src/base/index.ts";
import {
  type CommitmentToPlan,
  type ItemToPlan,
  itemsAtLimit,
  listPlanReasons,
  makeTasks,
  type PlanTask,
  sayPlanReason,
  sayUnplaced,
} from "../src/domain/index.ts";
import { itemToPlan } from "./plan-days.ts";

const today = "2024-03-05" as LocalDate;
const commitment = (more: Partial<CommitmentToPlan> = {}): CommitmentToPlan => {
  return { title: "Reflect", period: "week", needMin: 60, eachMin: 60, daysLeft: 3, todayMin: 0, ...more };
};
const tasksOf = (items: ItemToPlan[], commitments: CommitmentToPlan[] = []): PlanTask[] =>
  makeTasks({ today, items, commitments, gridMin: 15, shortestMin: 30, longestMin: 120 });
const one = (more: Partial<ItemToPlan>): PlanTask => tasksOf([itemToPlan("A", more)])[0]!;

describe("makeTasks", () => {
  test("worth falls with priority, then with rank", () => {
    const priorities = ["highest", "high", "medium", null, "low"] as const;
    const worths = priorities.map((priority) => one({ priority, rank: 1 }).worth);
    expect(worths).toEqual(worths.toSorted((a, b) => b - a));
    expect(one({ priority: "high", rank: 2 }).worth).toBeLessThan(one({ priority: "high", rank: 1 }).worth);
    expect(one({ priority: "high", rank: 99 }).worth).toBeGreaterThan(
      one({ priority: "low", rank: 1 }).worth,
    );
  });

  test("doing, pinned and due raise it; reading counts less and is not hard", () => {
    const plain = one({}).worth;
    expect(one({ state: "doing" }).worth).toBeGreaterThan(plain);
    expect(one({ pinned: true }).worth).toBeGreaterThan(plain);
    expect(one({ due: "2024-03-08" as LocalDate, dueWorkDays: 4 }).worth).toBeGreaterThan(plain);
    expect(one({ role: "reading" })).toMatchObject({ hard: 0, mostMin: 60 });
    expect(one({ role: "reading" }).worth).toBeLessThan(plain);
  });

  test("a block is for the next open step; done, dropped and doubled items want nothing", () => {
    const tasks = tasksOf([
      itemToPlan("A", { nextStep: "A › one" }),
      itemToPlan("A › one"),
      itemToPlan("B", { state: "done" }),
      itemToPlan("C", { state: "dropped" }),
    ]);
    expect(tasks.map(({ id }) => id)).toEqual(["A › one"]);
    expect(tasks[0]?.why).toContainEqual({ code: "next-step" });
  });

  test("a limit: what is left and no more; spent, it is not planned and named", () => {
    const limit = { min: 120, kind: "limit" } as const;
    expect(one({ estimate: limit, spentMin: 70 }).mostMin).toBe(60);
    expect(one({ estimate: limit, spentMin: 110 })).toMatchObject({ mostMin: 15, shortestMin: 15 });
    const spent = itemToPlan("A", { estimate: limit, spentMin: 130 });
    expect(tasksOf([spent])).toEqual([]);
    expect(
      itemsAtLimit([
        spent,
        itemToPlan("B"),
        itemToPlan("C", { estimate: limit, spentMin: 200, state: "done" }),
      ]),
    ).toEqual(["A"]);
  });

  test("a floor goes on after it is reached, worth less", () => {
    const floor = { min: 120, kind: "floor" } as const;
    const before = one({ estimate: floor, spentMin: 60 });
    const after = one({ estimate: floor, spentMin: 120 });
    expect(after.worth).toBeLessThan(before.worth);
    expect(after.mostMin).toBeGreaterThan(0);
    expect(after.why).toContainEqual({ code: "estimate", kind: "floor", leftMin: 0 });
  });

  test("a deadline presses by what is left over the working days left; on the last it must be", () => {
    const estimate = { min: 600, kind: "limit" } as const;
    const due = "2024-03-07" as LocalDate;
    const pressed = one({ estimate, due, dueWorkDays: 3 }).worth;
    expect(pressed).toBeGreaterThan(one({ estimate, spentMin: 500, due, dueWorkDays: 3 }).worth);
    expect(one({ estimate, spentMin: 550, due: today, dueWorkDays: 1 }).mustMin).toBe(50);
    expect(one({ due: today, dueWorkDays: 1 }).mustMin).toBe(60);
    expect(one({ estimate, due: "2024-03-01" as LocalDate, dueWorkDays: 0 }).mustMin).toBe(0);
    expect(one({ estimate, due: "2024-03-10" as LocalDate, dueWorkDays: 1 }).mustMin).toBe(240);
  });

  test("a commitment must be once the days left cannot hold it", () => {
    expect(tasksOf([], [commitment()])[0]).toMatchObject({ id: "Reflect", mustMin: 0, mostMin: 60 });
    expect(tasksOf([], [commitment({ daysLeft: 1 })])[0]?.mustMin).toBe(60);
    expect(tasksOf([], [commitment({ needMin: 180 })])[0]?.mustMin).toBe(60);
    expect(tasksOf([], [commitment({ mustMin: 30 })])[0]?.mustMin).toBe(30);
    expect(tasksOf([], [commitment({ needMin: 0 })])).toEqual([]);
  });
});

describe("sayPlanReason", () => {
  const why = [
    { code: "priority", priority: "highest", rank: 1 },
    { code: "next-step" },
    { code: "due", inDays: 3, leftMin: null },
  ] as const;

  test("one line in either language", () => {
    const place = [{ code: "best-hours" }] as const;
    expect(sayPlanReason(why, place, "en")).toBe("due in 3 days · highest priority, 1st · best hours");
    expect(sayPlanReason(why, place, "zh")).toBe("3 天后到期 · 最高优先级第 1 项 · 精力最好的时段");
    expect(listPlanReasons(why, place, "zh")).toEqual([
      "最高优先级第 1 项",
      "下一步",
      "3 天后到期",
      "精力最好的时段",
    ]);
    expect(sayPlanReason([], [], "en")).toBe("");
  });

  test("what was begun and left gains worth day by day", () => {
    const worth = (idleDays: number) =>
      one({ state: "doing", idleDays }).worth / one({ state: "doing" }).worth;
    expect([0, 1, 4].map(worth)).toEqual([1, 1.5, 3]);
    // Never above highest priority, unless it was there before.
    expect(one({ state: "doing", idleDays: 20 }).worth).toBe(8);
    expect(one({ state: "doing", priority: "highest", idleDays: 20 }).worth).toBe(10);
    const { why } = one({ state: "doing", priority: "low", idleDays: 12 });
    expect(sayPlanReason(why, [], "en")).toBe("low priority · not for over 10 days of work · under way");
    expect(sayPlanReason(why, [], "zh")).toBe("低优先级 · 超过 10 个工作日没做 · 进行中");
  });

  test("says two or three that decided, not all there are", () => {
    const many = [
      { code: "priority", priority: "high", rank: null },
      { code: "pinned" },
      { code: "doing" },
      { code: "due", inDays: 34, leftMin: 2400 },
      { code: "estimate", kind: "limit", leftMin: 2400 },
    ] as const;
    expect(sayPlanReason(many, [{ code: "best-hours" }, { code: "only-gap" }], "en")).toBe(
      "high priority · pinned to the top · best hours",
    );
    expect(sayPlanReason(many, [{ code: "first-free" }], "en")).toBe(
      "high priority · pinned to the top · under way",
    );
    expect(sayPlanReason([], [{ code: "first-free" }], "en")).toBe("first free time");
  });

  test("ranks, durations, dates", () => {
    const say = (rank: number) => sayPlanReason([{ code: "priority", priority: null, rank }], [], "en");
    expect([2, 3, 4, 11, 12, 21, 112].map(say).join()).toBe(
      "2nd,3rd,4th,11th,12th,21st,112th".replace(/\d+/g, "in the list, $&"),
    );
    expect(
      sayPlanReason([{ code: "due", inDays: -1, leftMin: 5 }], [{ code: "shifted", byMin: 75 }], "en"),
    ).toBe("was due yesterday · 1 h 15 min later");
    const week = { code: "commitment", period: "week", leftMin: 60, daysLeft: 1 } as const;
    expect(sayPlanReason([week], [], "en")).toBe("1 h still to find this week, last day");
    expect(sayPlanReason([week], [], "zh")).toBe("本周还要 1 小时，最后一天");
    expect(sayUnplaced("buffer", "zh")).toBe("只有缓冲里还有空");
  });
});
