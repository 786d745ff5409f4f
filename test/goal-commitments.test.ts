// Commitments of goals.md: read as people write them, and what they still ask for.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocalDate } from "../src/base/index.ts";
import {
  type Commitment,
  commitmentNeed,
  countsFor,
  periodOf,
  readCommitments,
  readConditions,
  recordedFor,
  starterConditions,
  starterGoals,
} from "../src/domain/index.ts";

const one = (entry: string): Partial<Commitment> | string => {
  const { commitments, diagnostics } = readCommitments(`## 承诺\n${entry}\n`, "en");
  if (diagnostics.length > 0) return diagnostics.map(({ code }) => code).join();
  expect(commitments).toHaveLength(1);
  const { line, range, ...rest } = commitments[0]!;
  expect(line).toBe(2);
  return rest;
};
const floor = (title: string, period: string, min: number | null, times: number | null, eachMin: number) => ({
  title,
  period,
  min,
  times,
  eachMin,
  kind: "floor",
});

describe("one commitment", () => {
  test.each<[string, ReturnType<typeof floor>]>([
    ["- weekly 1h: Reflection", floor("Reflection", "week", 60, null, 60)],
    ["- daily 30m: English words", floor("English words", "day", 30, null, 30)],
    ["- monthly 2 times: Blog post, 90m each", floor("Blog post", "month", null, 2, 90)],
    ["- 2 times a week: Running, 30m each", floor("Running", "week", null, 2, 30)],
    ["- three times per week: Running (each 30 min)", floor("Running", "week", null, 3, 30)],
    ["- twice a week: Running", floor("Running", "week", null, 2, 60)],
    ["- once a month 2h: Look back", floor("Look back", "month", null, 1, 120)],
    ["- at least 1h a week: Reading", floor("Reading", "week", 60, null, 60)],
    ["- 1h a week: Reading", floor("Reading", "week", 60, null, 60)],
    ["- 3h/week: Reading, 45m each", floor("Reading", "week", 180, null, 45)],
    ["- every day 20 minutes: Chinese characters", floor("Chinese characters", "day", 20, null, 20)],
    ["* **weekly 1h**: Reflection", floor("Reflection", "week", 60, null, 60)],
    ["- **weekly 1h: Reflection**", floor("Reflection", "week", 60, null, 60)],
    ["1. [x] Weekly, 1h: `sync.Pool` › read it", floor("sync.Pool › read it", "week", 60, null, 60)],
    ["- 2 times a week: Running, 30m each, in the park", floor("Running", "week", null, 2, 30)],
    ["- weekly 1h: SICP: the lectures", floor("SICP: the lectures", "week", 60, null, 60)],
    ["- Reflection: 1h a week", floor("Reflection", "week", 60, null, 60)],
    ["- 每周 1 小时：思考非技术问题", floor("思考非技术问题", "week", 60, null, 60)],
    ["- 每天 30 分钟：背单词", floor("背单词", "day", 30, null, 30)],
    ["- 每周 2 次：跑步，每次 30 分钟", floor("跑步", "week", null, 2, 30)],
    ["- 每周两次，每次半小时：跑步", floor("跑步", "week", null, 2, 30)],
    ["- 每月至少 2 次：写博客", floor("写博客", "month", null, 2, 60)],
    ["- 一周三次: 游泳（每次 45 分钟）", floor("游泳", "week", null, 3, 45)],
    ["- 每星期一个半小时：练琴", floor("练琴", "week", 90, null, 60)],
    ["- 每个工作日 15 分钟：整理", floor("整理", "day", 15, null, 15)],
    ["- 思考：每周 1 小时", floor("思考", "week", 60, null, 60)],
    ["- at most 3h a week: Meetings", { ...floor("Meetings", "week", 180, null, 60), kind: "limit" }],
    ["- up to 30m daily: News", { ...floor("News", "day", 30, null, 30), kind: "limit" }],
    ["- 每周最多 3h：开会", { ...floor("开会", "week", 180, null, 60), kind: "limit" }],
    ["- 每天不超过 20 分钟：刷新闻", { ...floor("刷新闻", "day", 20, null, 20), kind: "limit" }],
  ])("%s", (entry, expected) => {
    expect(one(entry)).toEqual(expected);
  });

  test.each<[string, string]>([
    ["- more sport", "commitment-unknown"],
    ["- weekly: Reflection", "commitment-unknown"],
    ["- 1h: Reflection", "commitment-unknown"],
    ["- 每周一 1 小时：周会", "commitment-unknown"],
    ["- weekly 0 times: Nothing", "commitment-unknown"],
    ["- weekly 1h", "commitment-without-title"],
    ["- weekly 1h:", "commitment-without-title"],
    ["- daily 30h: Sleep", "commitment-too-much"],
    ["- daily 20 times: Stairs, 2h each", "commitment-too-much"],
  ])("%s is a diagnostic", (entry, code) => {
    expect(one(entry)).toBe(code);
  });
});

const GOALS = `---
kind: private
---
# 目标

- 每周 1 小时：这一节不是承诺

## Goals

- weekly numbers, whatever

My commitments
--------------

Some words.

<!--
- weekly 9h: Hidden
-->

- weekly 1h: Reflection
  on Fridays if it can be
  - daily 10m: not this one
- ~~daily 1h: Piano~~
- [-] daily 1h: Guitar
- none yet

\`\`\`
- daily 1h: Code
\`\`\`

### At work

* at most 3h a week: Meetings
* sometimes: Tea
* Weekly 2h: reflection

## Key problems

- daily mess
`;

describe("goals.md", () => {
  test("only the section of commitments is read, and what is wrong there has its line", () => {
    const { text, commitments, diagnostics } = readCommitments(GOALS, "en");
    expect(text).toBe(GOALS);
    expect(commitments.map(({ line, title }) => [line, title])).toEqual([
      [21, "Reflection"],
      [34, "Meetings"],
    ]);
    expect(GOALS.slice(commitments[0]!.range.from, commitments[0]!.range.to)).toBe(
      "- weekly 1h: Reflection\n  on Fridays if it can be\n  - daily 10m: not this one\n",
    );
    expect(diagnostics.map(({ line, column, code }) => [line, column, code])).toEqual([
      [35, 3, "commitment-unknown"],
      [36, 3, "commitment-twice"],
    ]);
    expect(readCommitments(GOALS, "zh").diagnostics[0]!.message).toBe("“sometimes: Tea”没有说明多久做多少。");
  });

  test.each([
    "Commitments",
    "My commitments",
    "承诺",
    "✅ 承诺：",
    "三、我的承诺",
    "**Commitments** (every week)",
    "定期承诺",
  ])("%s is its heading", (heading) => {
    expect(readCommitments(`#### ${heading}\n- daily 1h: A\n`, "en").commitments).toHaveLength(1);
  });

  test("CRLF, a BOM and no final line end", () => {
    const text = "\ufeff# 承诺\r\n\r\n- 每天 30 分钟：背单词";
    const { commitments } = readCommitments(text, "en");
    expect(commitments).toMatchObject([{ line: 3, title: "背单词", range: { from: 9, to: text.length } }]);
  });

  test("any text is read without an exception, ranges in order", () => {
    const piece = fc.constantFrom(
      "# 承诺\n",
      "## Other\n",
      "- weekly 1h: A\n",
      "  below\n",
      "```\n",
      "<!--",
      "-->\n",
      "- ",
      "每周",
      "：",
      "\r\n",
      "***",
      "===\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join("");
        let end = 0;
        for (const { range } of readCommitments(text, "en").commitments) {
          expect(range.from).toBeGreaterThanOrEqual(end);
          end = range.to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  test("the starting texts name a commitment that the starting detectors know", () => {
    for (const tongue of ["en", "zh"] as const) {
      const { commitments, diagnostics } = readCommitments(starterGoals(tongue), tongue);
      expect(diagnostics).toEqual([]);
      expect(commitments).toMatchObject([{ period: "week", min: 60, kind: "floor" }]);
      const detectors = readConditions(starterConditions(tongue), tongue).conditions.map(
        ({ detector }) => detector,
      );
      const named = detectors.flatMap((detector) =>
        detector?.kind === "no-commitment" ? [detector.name] : [],
      );
      expect(named.map((name) => name.toLowerCase())).toEqual([commitments[0]!.title.toLowerCase()]);
      const commented = starterGoals(tongue).replace(/<!--|-->/g, "");
      expect(readCommitments(commented, tongue)).toMatchObject({ diagnostics: [] });
      expect(readCommitments(commented, tongue).commitments).toHaveLength(4);
    }
  });
});

test("the example in docs/goals.md says the same in both languages", () => {
  const doc = readFileSync(new URL("../docs/goals.md", import.meta.url), "utf8");
  const example = /## Commitments · 承诺[\s\S]*?```markdown\n([\s\S]*?)```/.exec(doc)![1]!;
  const { commitments, diagnostics } = readCommitments(example, "en");
  expect(diagnostics).toEqual([]);
  const plain = commitments.map(({ title, line, range, ...rest }) => rest);
  expect(plain).toHaveLength(10);
  expect(plain.slice(5)).toEqual(plain.slice(0, 5));
});

describe("what is still to do", () => {
  const day = (text: string) => text as LocalDate;
  const isOff = (date: LocalDate) => ["2026-11-28", "2026-11-29"].includes(date);
  const make = (words: string): Commitment => readCommitments(`# 承诺\n- ${words}\n`, "en").commitments[0]!;
  const need = (words: string, today: string, recordedMin = 0, recordedTimes = 0, plannedMin = 0) =>
    commitmentNeed(make(words), { recordedMin, recordedTimes, plannedMin, today: day(today), isOff });

  test("periods", () => {
    expect(periodOf(day("2026-11-25"), "day")).toEqual({ from: "2026-11-25", to: "2026-11-25" });
    expect(periodOf(day("2026-11-23"), "week")).toEqual({ from: "2026-11-23", to: "2026-11-29" });
    expect(periodOf(day("2026-11-29"), "week")).toEqual({ from: "2026-11-23", to: "2026-11-29" });
    expect(periodOf(day("2027-01-01"), "week")).toEqual({ from: "2026-12-28", to: "2027-01-03" });
    expect(periodOf(day("2028-02-10"), "month")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  });

  test("an hour a week can wait until its last working day", () => {
    // Monday 23 November 2026; Saturday and Sunday are off.
    expect(need("weekly 1h: A", "2026-11-23")).toEqual({
      needMin: 60,
      leftMin: null,
      daysLeft: 5,
      isLate: false,
      mustMin: 0,
    });
    expect(need("weekly 1h: A", "2026-11-27")).toEqual({
      needMin: 60,
      leftMin: null,
      daysLeft: 1,
      isLate: true,
      mustMin: 60,
    });
    expect(need("weekly 1h: A", "2026-11-27", 40)).toMatchObject({ needMin: 20, isLate: true, mustMin: 20 });
    expect(need("weekly 1h: A", "2026-11-27", 0, 0, 60)).toMatchObject({
      needMin: 0,
      isLate: false,
      mustMin: 0,
    });
    expect(need("weekly 1h: A", "2026-11-29")).toMatchObject({
      needMin: 60,
      daysLeft: 0,
      isLate: true,
      mustMin: 60,
    });
  });

  test("several times need several days", () => {
    expect(need("weekly 2 times: A, 30m each", "2026-11-25")).toMatchObject({
      needMin: 60,
      daysLeft: 3,
      isLate: false,
    });
    expect(need("weekly 2 times: A, 30m each", "2026-11-26")).toMatchObject({
      needMin: 60,
      isLate: true,
      mustMin: 30,
    });
    expect(need("weekly 2 times: A, 30m each", "2026-11-26", 30, 1)).toMatchObject({
      needMin: 30,
      isLate: false,
    });
    expect(need("weekly 2 times: A, 30m each", "2026-11-26", 30, 1, 30)).toMatchObject({ needMin: 0 });
    expect(need("weekly 10h: A", "2026-11-23")).toMatchObject({ needMin: 600, isLate: true, mustMin: 120 });
    expect(need("daily 30m: A", "2026-11-25")).toMatchObject({
      needMin: 30,
      daysLeft: 1,
      isLate: true,
      mustMin: 30,
    });
  });

  test("a day off must find nothing while others are left", () => {
    const off = { recordedMin: 0, recordedTimes: 0, plannedMin: 0, today: day("2026-11-23") };
    const monday = (date: LocalDate) => date === "2026-11-23" || date > "2026-11-24";
    expect(commitmentNeed(make("weekly 1h: A"), { ...off, isOff: monday })).toMatchObject({
      daysLeft: 1,
      isLate: false,
      mustMin: 0,
    });
    expect(commitmentNeed(make("weekly 2h: A"), { ...off, isOff: monday })).toMatchObject({
      isLate: true,
      mustMin: 0,
    });
  });

  test("a limit asks for nothing and says what is left of it", () => {
    expect(need("at most 3h a week: A", "2026-11-25", 100, 2, 30)).toEqual({
      needMin: 0,
      leftMin: 50,
      daysLeft: 3,
      isLate: false,
      mustMin: 0,
    });
    expect(need("at most 2 times a week: A, 30m each", "2026-11-25", 45, 1)).toMatchObject({ leftMin: 30 });
  });

  test("records count by their text: the title, with a step or a remark behind it", () => {
    const running = make("weekly 2 times: Running, 30m each");
    const days = [
      { Running: 20 },
      { "running: in the park": 10 },
      { "Running shoes": 60 },
      { "Running › hills": 9, Running: 8 },
    ];
    const byDay = days.map((texts) => ({ byReference: new Map(Object.entries(texts)) }));
    expect(recordedFor(running, byDay)).toEqual({ recordedMin: 47, recordedTimes: 2 });
    expect(countsFor({ title: "思考" }, "思考：明年做什么")).toBe(true);
    expect(countsFor({ title: "思考" }, "思考题")).toBe(false);
  });
});
