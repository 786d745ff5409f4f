// Forecasts of goals: what they wait for, with which hours, how likely they are in time; kept, and scored when a goal is reached.

import { describe, expect, test } from "vitest";
import type { ForecastData, ForecastScoresJson } from "../src/actions/index.ts";
import { type Quantiles, readForecasts, type SimulatedTask, simulateList } from "../src/domain/index.ts";
import { dayHome } from "./day-home.ts";
import { refused } from "./refused.ts";

const PAGE = `# Now

## Learning

### Highest priority

- Compilers
- Queues
  - Ring buffers

### Low priority

- Knots

## Reading

- Tides 100/400
`;

const GOALS = `# Goals

## Goal: Ship the queue (by 2026-12-31)

### Key results

- Read enough: progress of Tides

### Served by

- Queues › Ring buffers: help 3
- Knots: help 1, 20h
- Nobody knows: help 2

## Goal: Talk about it

### Served by

- Compilers: help 2

## Goal: Long ago - reached 2026-01-05

### Served by

- Queues: help 1
`;

function home(goals = GOALS) {
  const files: Record<string, string> = {
    "now.md": PAGE,
    "goals.md": goals,
    "items/queues.md": "---\ntitle: Queues\nestimate: 20h\n---\n",
  };
  for (let day = 2; day <= 22; day++) {
    const date = `2026-11-${String(day).padStart(2, "0")}`;
    files[`days/${date}.md`] =
      `---\ndate: ${date}\nzone: Europe/Berlin\n---\n## Record\n- 09:00 - 11:00 Compilers\n- 14:00 - 15:00 Knots\n`;
  }
  return dayHome(files);
}

const asked = (one: ReturnType<typeof dayHome>, input = {}): ForecastData =>
  one.act("forecast", input).data as ForecastData;

describe("forecast --goal", () => {
  test("waits for the tasks around what serves it, for effort that goals.md says, and for what goes at a pace", () => {
    const data = asked(home(), { goal: "queue" });
    expect(data.goals).toHaveLength(1);
    expect(data.goals[0]).toMatchObject({
      number: 1,
      title: "Ship the queue",
      by: "both",
      // Queues, of which Ring buffers is a step; Knots; Tides.
      items: 3,
      unestimated: [],
      end: "2026-12-31",
      restsOnPrior: true,
      cases: 0,
    });
    expect(data.lists).toEqual([]);
    expect(data.items.map(({ path }) => path)).toEqual(["Knots", "Tides"]);
    expect(data.items[0]!.effort).toMatchObject({ estimateMin: 1200, estimateFrom: "goals" });
    // It is done when the last of them is.
    const goal = data.goals[0]!.dates[2]!;
    for (const { finish } of data.items) expect(goal >= finish!.dates[2]!).toBe(true);
  });

  test("of a goal nothing is said where nothing that serves it has an estimate or progress", () => {
    const error = refused(() => asked(home(), { goal: "Talk" }));
    expect(error.code).toBe("no");
    expect(asked(home()).goals.map(({ title }) => title)).toEqual(["Ship the queue"]);
    expect(refused(() => asked(home(), { goal: "no such goal" })).code).toBe("missing");
  });

  test("the chance of its last day grows with the time that is left", () => {
    const chance = (end: string): number =>
      asked(home(GOALS.replace("2026-12-31", end)), { goal: "1" }).goals[0]!.inTime!;
    expect(chance("2026-11-24")).toBe(0);
    const [soon, late, never] = [chance("2027-01-31"), chance("2028-12-31"), chance("2040-01-01")];
    expect(soon).toBeLessThan(late);
    expect(late).toBeLessThanOrEqual(never);
    expect(never).toBeGreaterThan(0.8);
    // No finer than it is known.
    for (const one of [soon, late, never]) expect(Math.round(one * 20)).toBeCloseTo(one * 20, 9);
    expect(asked(home(GOALS.replace(" (by 2026-12-31)", "")), { goal: "1" }).goals[0]).toMatchObject({
      end: null,
      inTime: null,
    });
  });

  test("is kept once a day and scored when the goal is reached, not before", () => {
    const one = home();
    asked(one);
    asked(one, { goal: "1" });
    const goals = readForecasts(one.store.text("forecasts/2026-11.md")!).forecasts.filter(
      ({ kind }) => kind === "goal",
    );
    expect(goals.map(({ item }) => item)).toEqual(["Ship the queue"]);
    const scores = (): ForecastScoresJson => one.act("forecast", { scores: true }).data as ForecastScoresJson;
    expect(scores().goal).toBeNull();
    one.at("2026-12-20T08:00:00Z");
    one.act("goal-close", { goal: "1", as: "reached" });
    expect(scores().goal).toMatchObject({ n: 1 });
    one.act("goal-close", { goal: "1", as: "open" });
    expect(scores().goal).toBeNull();
    one.act("goal-close", { goal: "1", as: "given-up" });
    expect(scores().goal).toBeNull();
  });
});

describe("a group of tasks", () => {
  const total: Quantiles = [300, 450, 600, 800, 1500];
  const task = (id: string, lane: SimulatedTask["lane"]): SimulatedTask => ({
    id,
    lane,
    totalMin: total,
    spentMin: 0,
  });
  const tasks = [task("a", "highest"), task("b", "high")];
  const weeks = Array.from({ length: 26 }, () => ({ highest: 300, high: 100, medium: 0, low: 0, none: 0 }));
  const run = (groups: Parameters<typeof simulateList>[0]["groups"] = []) =>
    simulateList({ tasks, weeks, capacityMin: 2000, runs: 2000, groups });
  const group = (
    id: string,
    names: string[],
    others: (number | null)[][] = [],
    lastDay: number | null = null,
  ) => ({
    id,
    tasks: names,
    others,
    lastDay,
  });

  test("changes nothing of the tasks; alone it is its task, all of them are the list", () => {
    const result = run([group("one", ["a"]), group("all", ["a", "b"])]);
    expect(result.tasks).toEqual(run().tasks);
    expect(result.groups[0]!.days).toEqual(result.tasks[0]!.days);
    expect(result.groups[1]!.days).toEqual(result.all);
  });

  test("what goes at its own pace can only make it later; what is never done makes it never", () => {
    const paced = run([group("g", ["a"], [[20, 40, 60, 90, 200]], 30)]).groups[0]!;
    const alone = run([group("g", ["a"], [], 30)]).groups[0]!;
    for (const [level, day] of paced.days.entries()) expect(day!).toBeGreaterThanOrEqual(alone.days[level]!);
    expect(paced.inTime!).toBeLessThan(alone.inTime!);
    const never = run([group("g", ["a"], [[null, null, null, null, null]], 3000)]).groups[0]!;
    expect(never).toMatchObject({ days: [null, null, null, null, null], inTime: 0 });
    // Of a pace alone the quantiles are those that it was given, about.
    const own = run([group("g", [], [[20, 40, 60, 90, 200]])]).groups[0]!.days;
    expect(own[2]! >= 55 && own[2]! <= 65).toBe(true);
    expect(own[0]! >= 16 && own[0]! <= 25).toBe(true);
  });
});
