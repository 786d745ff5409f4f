// goals, serve, importance, commitments on a home in memory: what names mean, how far things are, which hours count, what is
// written and read back, which moves settle a disagreement.

import { describe, expect, test } from "vitest";
import type { CommitmentsData, GoalsData, ImportanceData } from "../src/actions/index.ts";
import { type DayHome, dayHome } from "./day-home.ts";
import { refused } from "./refused.ts";

const PAGE = `# Learning

## Highest priority

- Kubernetes - doing
  - [x] install
  - [ ] upgrade
- Prolog

## High priority

- Rust - 30/100

## Low priority

- Lisp
  - Macros
- Nix - done
`;

const GOALS = `# Goals

## Goal: Own software (2026 Q4)

### Key results

- Users: 1/4
- Depth: progress of Kubernetes, Rust
- Shipped
  - [x] installer
  - [ ] billing

### Key problems

- Nobody knows it
  - Trying: talks (since 2026-11-02)

### Served by

- Kubernetes: help 1, 40h
- Rust: help 2, 10h
- Macros: help 1
- lisp: help 3, 2h, with Ann
- Haskel: help 1

## Key problems

- Sleep

## Commitments

- weekly 2h: Piano
`;

const note = (date: string, record: string): string =>
  `---\ndate: ${date}\nzone: Europe/Berlin\n---\n## Record\n${record}`;

const FILES = {
  "now.md": PAGE,
  "goals.md": GOALS,
  "items/lisp.md": "---\ntitle: Lisp\nformer: [Scheme]\n---\n",
  "items/prolog.md": "---\ntitle: Prolog\nestimate: 6h\n---\n",
  "days/2026-09-30.md": note("2026-09-30", "- 09:00 - 10:00 Rust\n"),
  "days/2026-11-10.md": note(
    "2026-11-10",
    "- 09:00 - 10:00 Kubernetes › upgrade: on a copy\n- 10:00 - 10:30 Lisp › Macros\n- 11:00 - 12:00 Own software\n- 13:00 - 14:00 Nix\n- 19:00 - 21:00 Piano\n",
  ),
  "days/2026-11-17.md": note("2026-11-17", "- 09:00 - 09:45 Scheme\n"),
};
const NOW = "2026-11-20T12:00:00+01:00";
const home = (files: Record<string, string> = FILES, options: Parameters<typeof dayHome>[1] = {}): DayHome =>
  dayHome(files, { now: NOW, ...options });
const goalsOf = (one: DayHome, input = {}): GoalsData => one.act("goals", input).data as GoalsData;
const importanceOf = (one: DayHome): ImportanceData => one.act("importance").data as ImportanceData;
const text = (one: DayHome): string => one.store.text("goals.md")!;

describe("goals", () => {
  test("with how far each key result is, and what serves it", () => {
    const { goals, problems, diagnostics } = goalsOf(home());
    expect(goals).toHaveLength(1);
    const [goal] = goals;
    expect(goal!.results.map(({ number, title, ratio }) => [number, title, ratio])).toEqual([
      [1, "Users", 0.25],
      [2, "Depth", (0.5 + 0.3) / 2],
      [3, "Shipped", 0.5],
    ]);
    expect(goal!.ratio).toBeCloseTo((0.25 + 0.4 + 0.5) / 3);
    expect(goal!.gone).toBeCloseTo(50 / 92);
    expect(goal).toMatchObject({
      overdue: false,
      state: "open",
      period: { from: "2026-10-01", to: "2026-12-31" },
    });
    expect(
      goal!.services.map(({ path, help, effortMin, people, names }) => [
        path,
        help,
        effortMin,
        people,
        names,
      ]),
    ).toEqual([
      ["Kubernetes", 1, 2400, null, null],
      ["Rust", 2, 600, null, null],
      ["Lisp › Macros", 1, null, null, null],
      ["Lisp", 3, 120, 1, "Ann"],
      [null, 1, null, null, null],
    ]);
    expect(goal!.problems).toMatchObject([
      { number: 1, text: "Nobody knows it", trials: [{ text: "talks" }] },
    ]);
    expect(problems).toMatchObject([{ number: 2, text: "Sleep" }]);
    expect(diagnostics.map(({ line, code }) => [line, code])).toEqual([[24, "serve-unknown"]]);
  });

  test("hours of its period, by its items, their steps, former titles and itself; each record once", () => {
    const [goal] = goalsOf(home()).goals;
    expect(goal!.minutes).toBe(60 + 30 + 60 + 45);
    expect(goal!.range).toEqual({ from: "2026-10-01", to: "2026-11-20", noted: 2 });
    expect(goal!.services.map(({ minutes }) => minutes)).toEqual([60, 0, 30, 75, 0]);
    // As in reports: what was done before its period is not for it.
    const [before] = goalsOf(home(), { from: "2026-09-01", to: "2026-10-31" }).goals;
    expect([before!.minutes, before!.services[0]!.minutes]).toEqual([0, 0]);
    expect(refused(() => home().act("goals", { from: "2026-11-02", to: "2026-11-01" })).code).toBe("usage");
  });

  test("none yet", () => {
    const one = home({ "now.md": PAGE });
    expect(goalsOf(one)).toMatchObject({ goals: [], hash: null, diagnostics: [] });
    expect(one.act("goal-add", { title: "Sail", period: "2027-Q1" }).diff).toContain(
      "+## Goal: Sail (2027-Q1)",
    );
    expect(text(one)).toBe("# Goals\n\n## Goal: Sail (2027-Q1)\n");
    one.act("undo");
    expect(one.store.text("goals.md")).toBeNull();
  });

  test("are added, changed, closed and opened again", () => {
    const one = home();
    one.act("goal-add", { title: "Read more" });
    expect(text(one)).toContain("- Haskel: help 1\n\n## Goal: Read more\n\n## Key problems");
    expect(refused(() => one.act("goal-add", { title: "read MORE" })).message).toContain("goal already");
    expect(refused(() => one.act("goal-add", { title: "X", period: "soon" })).hint).toContain("2026-Q4");
    one.act("goal-edit", { goal: "read", title: "Read a lot", period: "2027" });
    expect(text(one)).toContain("## Goal: Read a lot (2027)\n");
    one.act("goal-edit", { goal: "2", period: null });
    expect(one.act("goal-close", { goal: "2", as: "given-up", on: "2026-11-01" }).summary).toBe(
      "Goal “Read a lot” given up on 2026-11-01.",
    );
    expect(text(one)).toContain("## Goal: Read a lot - given up 2026-11-01\n");
    one.act("goal-close", { goal: "a lot", as: "open" });
    expect(text(one)).toContain("## Goal: Read a lot\n");
    expect(refused(() => one.act("goal-close", { goal: "Swim" })).code).toBe("missing");
    expect(refused(() => one.act("goal-edit", { goal: "1" })).code).toBe("usage");
  });
});

describe("key results", () => {
  test.each([
    [{ result: "Users", value: "3" }, "- Users: 3/4", "“Users”: 75%."],
    [{ result: "1", value: "+1" }, "- Users: 2/4", "“Users”: 50%."],
    [{ result: "use", value: "4/4" }, "- Users: 4/4", "“Users”: 100%."],
    [{ result: "Users", value: "50%" }, "- Users: 2/4", "“Users”: 50%."],
    [{ result: "Users", value: "done" }, "- [x] Users: 1/4", "“Users”: 100%."],
    [{ result: "Shipped", tick: "bill" }, "  - [x] billing", "“Shipped”: 100%."],
    [{ result: "Shipped", untick: "installer" }, "  - [ ] installer", "“Shipped”: 0%."],
  ])("%j", (input, line, summary) => {
    const one = home();
    expect(one.act("result-progress", input).summary).toBe(summary);
    expect(text(one).split("\n")).toContain(line);
  });

  test.each([
    [{ result: "Users", value: "soon" }, "usage"],
    [{ result: "Users", value: "3/9" }, "usage"],
    [{ result: "Depth", value: "3" }, "usage"],
    [{ result: "Shipped", tick: "docs" }, "missing"],
    [{ result: "Users" }, "usage"],
    [{ result: "Fame", value: "1" }, "missing"],
  ])("%j is refused", (input, code) => {
    expect(refused(() => home().act("result-progress", input)).code).toBe(code);
  });

  test("are added with their measure or check points", () => {
    const one = home();
    expect(one.act("result-add", { goal: "1", text: "Start: from 900 ms to 90 ms" }).summary).toBe(
      "Key result “Start” added to “Own software”.",
    );
    one.act("result-add", { goal: "Own", text: "Known", points: "blog; talk" });
    expect(text(one)).toContain(
      "  - [ ] billing\n- Start: from 900 ms to 90 ms\n- Known\n  - [ ] blog\n  - [ ] talk\n\n### Key problems",
    );
    one.act("result-progress", { result: "Start", value: "500" });
    expect(goalsOf(one).goals[0]!.results[3]!.ratio).toBeCloseTo(400 / 810);
  });
});

test("key problems come, are fought, and go with a day", () => {
  const one = home();
  one.act("problem-add", { text: "No time", goal: "Own", trying: "mornings" });
  one.act("problem-try", { problem: "No time", text: "a day a week" });
  expect(text(one)).toContain(
    "- No time\n  - Trying: mornings (since 2026-11-20)\n  - Trying: a day a week (since 2026-11-20)\n",
  );
  one.act("problem-solve", { problem: "sleep" });
  expect(text(one)).toContain("- Sleep - solved 2026-11-20\n");
  expect(refused(() => one.act("problem-solve", { problem: "Sleep" })).code).toBe("usage");
  expect(refused(() => one.act("problem-add", { text: "no time" })).code).toBe("usage");
});

describe("serve", () => {
  test("adds an item by its path, changes its answers, keeps what is not said", () => {
    const one = home();
    one.act("serve", { item: "Prolog", helps: "2" });
    expect(text(one)).toContain("- Haskel: help 1\n- Prolog: help 2\n");
    one.act("serve", { item: "Prolog", effort: "8h", people: "Ann and Bob", point: "queens" });
    expect(text(one)).toContain("- Prolog: help 2, 8h, with Ann and Bob\n  - [ ] queens\n");
    one.act("serve", { item: "Prolog", effort: null, people: "alone", tick: "queens" });
    expect(text(one)).toContain("- Prolog: help 2, alone\n  - [x] queens\n");
    expect(refused(() => one.act("serve", { item: "Prolog", people: "2 or 3; maybe" })).code).toBe("usage");
    expect(refused(() => one.act("serve", { item: "Prolog", effort: "soon" })).code).toBe("usage");
    expect(refused(() => one.act("serve", { item: "Prolog", tick: "kings" })).hint).toContain("queens");
    expect(one.store.text("now.md")).toBe(PAGE);
  });

  test("asks which goal where several are open, and takes an item off", () => {
    const one = home();
    one.act("goal-add", { title: "Read" });
    expect(refused(() => one.act("serve", { item: "Prolog" })).hint).toContain("Own software; Read");
    one.act("serve", { item: "Rust", goal: "Read", helps: "1" });
    expect(one.act("unserve", { item: "Rust", goal: "Read" }).summary).toBe(
      "“Rust” no longer serves “Read”.",
    );
    one.act("unserve", { item: "Haskel" });
    one.act("unserve", { item: "rust" });
    expect(text(one)).not.toMatch(/Rust:|Haskel/);
    expect(refused(() => one.act("unserve", { item: "Prolog" })).code).toBe("missing");
  });

  test("an item that is renamed on the page is still meant", () => {
    const one = home();
    one.act("edit", { item: "Rust", title: "Ferris" });
    const [goal] = goalsOf(one).goals;
    expect(goal!.services[1]).toMatchObject({ name: "Rust", path: "Ferris" });
    expect(goal!.results[1]!.ratio).toBeCloseTo(0.4);
  });
});

describe("importance", () => {
  test("by value, with reasons; the item's own estimate where goals.md says none", () => {
    const one = home();
    one.act("serve", { item: "Prolog", helps: "1" });
    const { items } = importanceOf(one);
    expect(items.map(({ title, value }) => [title, value])).toEqual([
      ["Lisp", 85],
      ["Rust", 48],
      ["Prolog", 26],
      ["Macros", 21],
      ["Kubernetes", 20],
    ]);
    expect(items[2]).toMatchObject({ effortMin: 360, effortFrom: "estimate" });
    expect(items[0]!.reason).toContain("help 3 of 3 for “Own software”");
  });

  test("each disagreement carries the move that settles it", () => {
    const one = home();
    const before = importanceOf(one);
    const found = before.disagreements.map(({ kind, title, to, sureness }) => [kind, title, to, sureness]);
    expect(found).toContainEqual(["too-low", "Lisp", "highest", "sure"]);
    expect(found).toContainEqual(["serves-nothing", "Prolog", "high", "sure"]);
    const { move } = before.disagreements.find(({ title }) => title === "Lisp")!;
    one.act(move.action, move.input);
    const after = importanceOf(one);
    expect(after.items[0]).toMatchObject({ title: "Lisp", priority: "highest" });
    expect(after.disagreements.filter(({ title }) => title === "Lisp")).toEqual([]);
    const nothing = after.disagreements.find(({ kind }) => kind === "serves-nothing")!;
    one.act(nothing.move.action, nothing.move.input);
    expect(one.store.text("now.md")).toMatch(/## High priority\n[\s\S]*- Prolog[\s\S]*## Low/);
  });

  test("says nothing where nothing serves an open goal", () => {
    const one = home();
    one.act("goal-close", { goal: "1" });
    expect(importanceOf(one)).toMatchObject({ items: [], disagreements: [] });
  });

  test("its numbers come from nunc.yaml", () => {
    const settings = { effortShare: 0, halfMin: 60, peopleShare: 0, pointsShare: 0 };
    const { items } = importanceOf(home(FILES, { config: { importance: settings } }));
    expect(items.map(({ value }) => value)).toEqual([100, 67, 33, 33]);
  });
});

test("commitments by the week, with what the check said", () => {
  const files = {
    ...FILES,
    "conditions.md": "## Abnormal\n- A week without music\n  - Detect: no piano this week\n",
    "days/2026-11-19.md": `${note("2026-11-19", "- 09:00 - 10:00 Rust\n")}## Check\n- [ ] Abnormal: A week without music\n`,
  };
  const data = home(files).act("commitments", { from: "2026-11-02" }).data as CommitmentsData;
  expect(data.commitments[0]).toMatchObject({
    title: "Piano",
    says: "weekly 2h: Piano",
    kept: 1,
    of: 1,
    streak: 1,
  });
  expect(data.commitments[0]!.periods.map(({ verdict, said }) => [verdict, said])).toEqual([
    ["unknown", null],
    ["kept", null],
    ["running", true],
  ]);
});

test("in Chinese, too", () => {
  const one = home({ "now.md": "# 学习\n\n## 高优先级\n\n- 编译原理\n" }, { tongue: "zh" });
  one.act("goal-add", { title: "写一门语言", period: "2026 年第四季度" });
  one.act("result-add", { goal: "1", text: "章节：0/6" });
  one.act("problem-add", { text: "太忙", goal: "1", trying: "早起一小时" });
  one.act("serve", { item: "编译原理", helps: "3", effort: "20 小时", people: "小王" });
  expect(text(one)).toBe(
    "# 目标\n\n## 目标：写一门语言（2026 年第四季度）\n\n### 关键结果\n\n- 章节：0/6\n\n### 关键问题\n\n- 太忙\n  - 尝试：早起一小时（2026-11-20 起）\n\n### 推进它的条目\n\n- 编译原理：帮助 3，20 小时，需要小王\n",
  );
  expect(goalsOf(one).diagnostics).toEqual([]);
});
