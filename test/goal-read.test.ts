// Goals as people write them: which headings are goals, how far key results are, what is tried against problems, what serves;
// mistakes are named with their line, and everything else is nobody's business.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCommitments, readGoals, readPeriod, starterGoals } from "../src/domain/index.ts";

const goalOf = (text: string) => readGoals(text, "en").goals[0];
const resultOf = (line: string) => {
  const read = readGoals(`## Goal: G\n### Key results\n- ${line}\n`, "en");
  return { ...read.goals[0]!.results[0]!, diagnostics: read.diagnostics };
};
const serviceOf = (line: string) => {
  const read = readGoals(`## Goal: G\n### Served by\n- ${line}\n`, "en");
  return { ...read.goals[0]!.services[0]!, diagnostics: read.diagnostics };
};

describe("a goal", () => {
  test.each([
    ["## Goal: Write a shell", "Write a shell", null],
    ["# Objective: Write a shell (2026 Q4)", "Write a shell", "2026-10-01 2026-12-31"],
    ["### O2: Write a shell （2026 年第四季度）", "Write a shell", "2026-10-01 2026-12-31"],
    ["## Goal 2026-11: Write a shell", "Write a shell", "2026-11-01 2026-11-30"],
    ["## 目标：写一个 shell（2026 上半年）", "写一个 shell", "2026-01-01 2026-06-30"],
    ["# 目标\n## 2026 Q1：写一个 shell", "写一个 shell", "2026-01-01 2026-03-31"],
    ["# My goals\n## Write a shell (by 2026-12-31)", "Write a shell", "null 2026-12-31"],
    ["# OKR 2026\n## 2026 Q2\n### Goal: Write a shell", "Write a shell", "2026-04-01 2026-06-30"],
    ["## Write a shell\n### Key results\n- [ ] pipes", "Write a shell", null],
    ["## Write a shell\n- KR1: pipes 1/3", "Write a shell", null],
    ["**Goal:** no\n\nGoal: **Write** a shell\n---\n", "Write a shell", null],
    ["## Goal: **Write** a shell ##", "Write a shell", null],
  ])("%j", (text, title, period) => {
    const goal = goalOf(text);
    expect(goal?.title).toBe(title);
    expect(goal?.period && `${goal.period.from} ${goal.period.to}`).toBe(period);
    expect(goal?.state).toBe("open");
  });

  test.each([
    ["## Goal: A - reached 2026-12-20", "reached", "2026-12-20"],
    ["## Goal: A (2026 Q4) - given up 2026-11-02 ##", "given-up", "2026-11-02"],
    ["## 目标：甲（2026 Q4） - 达成 2026 年 12 月 20 日", "reached", "2026-12-20"],
    ["## 目标：甲 —— 放弃 2026/1/2", "given-up", "2026-01-02"],
    ["## Goal: A ✅ 2026-12-20", "reached", "2026-12-20"],
    ["## Goal: ~~A~~", "given-up", null],
  ])("%j is closed", (text, state, on) => {
    const { goals, diagnostics } = readGoals(text, "en");
    expect(goals[0]).toMatchObject({ state, closedOn: on });
    expect(goals[0]!.title).toMatch(/^(?:A|甲)$/);
    expect(diagnostics).toEqual([]);
  });

  test.each([
    "# Goals\n## Diary\n- [ ] Goal: none\n",
    "## Objective function: notes\n",
    "```\n## Goal: in code\n```\n<!--\n## Goal: in a comment\n-->\n",
    "# Goals\n## 2026 Q4\nwords\n",
    "## Commitments\n### Goal: not here\n- daily 1h: x\n",
  ])("%j has none", (text) => expect(readGoals(text, "en").goals).toEqual([]));

  test("parts stand below it as headings, labels, or entries with their word", () => {
    const text = `# Goals

## Goal: A

Key results:

- One: 1/2

**Served by**

- X: help 1

## 目标：乙

### 关键结果

- 一：1/2

### 随笔

- 与目标无关

### 关键问题

- 忙
  - 尝试：早起（2026-10-05 起）
  - 这只是备注

### 推进它的条目

- 丙：帮助大

## Goal: C
- KR1: Sold 2/4
- [x] Shipped
- Problem: Weather
- Item: Y: help 2
- only a remark

## Key results

- [ ] Also of C

## Key problems

- Of no goal
`;
    const { goals, problems, diagnostics } = readGoals(text, "en");
    expect(diagnostics).toEqual([]);
    expect(
      goals.map(({ results, problems: own, services }) => [
        results.map(({ title }) => title),
        own.map((one) => one.text),
        services.map(({ name }) => name),
      ]),
    ).toEqual([
      [["One"], [], ["X"]],
      [["一"], ["忙"], ["丙"]],
      [["Sold", "Shipped", "Also of C"], ["Weather"], ["Y"]],
    ]);
    expect(goals[1]!.problems[0]!.trials).toMatchObject([{ text: "早起", since: "2026-10-05" }]);
    expect(problems.map((one) => one.text)).toEqual(["Of no goal"]);
  });
});

describe("a key result", () => {
  test.each([
    ["Users: 3/5", "Users", { kind: "number", done: 3, total: 5, unit: "" }],
    ["[ ] 付费用户 3/5 人", "付费用户", { kind: "number", done: 3, total: 5, unit: "人" }],
    [
      "Papers read: 1 of 12 papers (by May)",
      "Papers read",
      { kind: "number", done: 1, total: 12, unit: "papers" },
    ],
    ["Docs: 40%", "Docs", { kind: "percent", percent: 40 }],
    ["文档进度 40％", "文档", { kind: "percent", percent: 40 }],
    [
      "Start-up: from 900 ms to 90 ms, now 400 ms",
      "Start-up",
      { kind: "from-to", from: 900, to: 90, now: 400, unit: "ms" },
    ],
    [
      "启动：从 900 毫秒降到 90 毫秒",
      "启动",
      { kind: "from-to", from: 900, to: 90, now: null, unit: "毫秒" },
    ],
    [
      "Income: €1,200 → €3,000 (now €1,500)",
      "Income",
      { kind: "from-to", from: 1200, to: 3000, now: 1500, unit: "" },
    ],
    ["Depth: progress of Lisp › Macros; SICP", "Depth", { kind: "items", names: ["Lisp › Macros", "SICP"] }],
    ["深度：Lisp；SICP 的进度", "深度", { kind: "items", names: ["Lisp", "SICP"] }],
    ["[ ] Shipped", "Shipped", { kind: "tick" }],
    ["Shipped\n  - [x] a\n  - [ ] b\n  - [-] c\n  - d", "Shipped", { kind: "points" }],
    ["Ship version 2: 1/2", "Ship version 2", { kind: "number", done: 1, total: 2, unit: "" }],
  ])("%j", (line, title, measure) => {
    const result = resultOf(line);
    expect(result).toMatchObject({ title, measure });
    expect(result.diagnostics).toEqual([]);
  });

  test("its figure of today is found where it stands", () => {
    const text = "## Goal: G\n- KR: **Start**: from 9 ms to 1 ms, now 4 ms\n";
    const { nowRange } = goalOf(text)!.results[0]!;
    expect(text.slice(nowRange!.from, nowRange!.to)).toBe("4");
  });
});

describe("an item that serves", () => {
  test.each([
    ["Lisp › Macros: help 3, 20h, 2 people", "Lisp › Macros", [3, 1200, 2, null]],
    ["Lisp：帮助 2，20 小时，需要小王、小李", "Lisp", [2, 1200, 2, "小王、小李"]],
    ["Lisp: alone, about 90m, help 0/3", "Lisp", [0, 90, 0, null]],
    ["Book: A Tale: help 1, with Ann, Bob", "Book: A Tale", [1, null, 2, "Ann, Bob"]],
    ["Book: A Tale", "Book: A Tale", [null, null, null, null]],
    ["[Lisp](https://example.com/a): help 1", "Lisp", [1, null, null, null]],
  ])("%j", (line, name, [help, effortMin, people, names]) => {
    expect(serviceOf(line)).toMatchObject({
      name,
      answers: { help, effortMin, people, names },
      diagnostics: [],
    });
  });
});

describe("mistakes are named", () => {
  test.each([
    ["## Goal: A (2026 Q7)", "goal-period", 1],
    ["## Goal: A - reached", "goal-closed-when", 1],
    ["## Goal: A - reached 2026-02-30", "goal-closed-when", 1],
    ["## Goal: A\n\n## Goal: a\n", "goal-twice", 3],
    ["## Goal: A\n### Key results\n- Fame\n", "key-result-unmeasured", 3],
    ["## Goal: A\n### Key results\n- Fame: 0/0\n", "key-result-zero", 3],
    ["## Goal: A\n### Key results\n- Fame: from 3 to 3\n", "key-result-same", 3],
    ["## Goal: A\n### Key results\n- Fame: 7/5\n", "key-result-over", 3],
    ["## Goal: A\n### Key problems\n- Rain - solved 2026-13-01\n", "problem-solved-when", 3],
    ["## Goal: A\n### Served by\n- X: help 7\n", "serve-answer", 3],
    ["## Goal: A\n### Served by\n- X: help 2, soon\n", "serve-answer", 3],
    ["## Key results\n- X: 1/2\n", "goal-part-alone", 1],
  ])("%j", (text, code, line) => {
    for (const tongue of ["en", "zh"] as const) {
      const { diagnostics } = readGoals(text, tongue);
      const found = diagnostics.find((one) => one.code === code);
      expect(found).toMatchObject({ line });
      expect(found!.hint).not.toBeNull();
      expect(/\p{Script=Han}/u.test(found!.message)).toBe(tongue === "zh");
    }
  });
});

test("periods", () => {
  const span = (text: string) => {
    const period = readPeriod(text);
    return period && `${period.from}..${period.to}`;
  };
  expect(span("Q1 2026")).toBe("2026-01-01..2026-03-31");
  expect(span("2026 H2")).toBe("2026-07-01..2026-12-31");
  expect(span("Feb 2028")).toBe("2028-02-01..2028-02-29");
  expect(span("2026 年 10 月 - 12 月")).toBe("2026-10-01..2026-12-31");
  expect(span("2026-03-01 ~ 2026-05-31")).toBe("2026-03-01..2026-05-31");
  expect(span("2026 年 6 月 30 日前")).toBe("null..2026-06-30");
  for (const text of ["soon", "2026 Q5", "2026-13", "2026-05-31 - 2026-03-01", "26", ""])
    expect(span(text)).toBeNull();
});

test("a new home's goals.md has no goal, no mistake, and its commitment", () => {
  for (const tongue of ["en", "zh"] as const) {
    expect(readGoals(starterGoals(tongue), tongue)).toMatchObject({
      goals: [],
      problems: [],
      diagnostics: [],
    });
    expect(readCommitments(starterGoals(tongue), tongue).commitments).toHaveLength(1);
  }
});

test("the examples in docs/goals.md and in a new home's comment read without a mistake, the same in both languages", () => {
  const doc = readFileSync(new URL("../docs/goals.md", import.meta.url), "utf8");
  const [en, zh] = [...doc.matchAll(/```markdown\n([\s\S]*?)```/g)].map((match) =>
    readGoals(match[1]!, "en"),
  );
  expect([en!.diagnostics, zh!.diagnostics]).toEqual([[], []]);
  const shape = ({ goals, problems }: typeof en & object) => [
    problems.length,
    goals.map(({ state, closedOn, period, results, problems: own, services }) => [
      state,
      closedOn,
      period && [period.from, period.to],
      results.map(({ ticked, measure, points }) => [ticked, measure?.kind, points.map(({ done }) => done)]),
      own.map(({ solvedOn, trials }) => [solvedOn, trials.map(({ since }) => since)]),
      services.map(({ answers: { names: _, ...rest }, points }) => [rest, points.length]),
    ]),
  ];
  expect(shape(en!)).toEqual(shape(zh!));
  expect(en!.goals[0]!.results).toHaveLength(4);
  for (const tongue of ["en", "zh"] as const) {
    const shown = readGoals(starterGoals(tongue).replace(/<!--|-->/g, ""), tongue);
    expect(shown.diagnostics).toEqual([]);
    expect(shown.goals[0]).toMatchObject({ results: [{}], problems: [{}], services: [{}] });
  }
});
