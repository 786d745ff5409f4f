// Edits of goals.md: what was asked reads back, nothing else changes, bytes outside the patches stay; over generated files, too.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocalDate, Tongue } from "../src/base/index.ts";
import { type GoalEdit, goalPatches, readCommitments, readGoals } from "../src/domain/index.ts";
import { applyPatches, invertPatches } from "../src/page/index.ts";

const ON = "2026-11-20" as LocalDate;

function edited(text: string, edit: GoalEdit, tongue: Tongue = "en"): string | null {
  const patches = goalPatches(readGoals(text, tongue), edit, tongue);
  return patches === null ? null : applyPatches(text, patches);
}

const answers = { help: 3, effortMin: 1200, people: 2, names: null } as const;

describe("goals", () => {
  test("the first one, in the language of the person", () => {
    const add: GoalEdit = { kind: "add-goal", title: "Sail", period: "2026 Q4" };
    expect(edited("", add)).toBe("# Goals\n\n## Goal: Sail (2026 Q4)\n");
    expect(edited("", { ...add, title: "出海" }, "zh")).toBe("# 目标\n\n## 目标：出海（2026 Q4）\n");
    expect(edited("# Goals\r\n\r\nwords\r\n\r\n## Commitments\r\n- daily 1h: A\r\n", add)).toBe(
      "# Goals\r\n\r\nwords\r\n\r\n## Goal: Sail (2026 Q4)\r\n\r\n## Commitments\r\n- daily 1h: A\r\n",
    );
    expect(edited("## 承诺\n- 每天 1 小时：甲", add)).toBe(
      "## Goal: Sail (2026 Q4)\n\n## 承诺\n- 每天 1 小时：甲",
    );
  });

  test("another one behind the last, in its language and level", () => {
    expect(edited("### 目标：甲\n字\n\n# 别的\n", { kind: "add-goal", title: "乙", period: null })).toBe(
      "### 目标：甲\n字\n\n### 目标：乙\n\n# 别的\n",
    );
  });

  test("not twice, not over lines, not in a period that is none", () => {
    expect(edited("## Goal: A\n", { kind: "add-goal", title: "a", period: null })).toBeNull();
    expect(edited("", { kind: "add-goal", title: "A\nB", period: null })).toBeNull();
    expect(edited("", { kind: "add-goal", title: "A", period: "soon" })).toBeNull();
  });

  test("their title and period change in place", () => {
    const text = "## Goal 2026 Q3: **Sail** the sea ##\n## 目标：甲（2026 年）\n## Goal: C\n";
    expect(edited(text, { kind: "set-goal", goal: 1, title: "Row", period: "2026 Q4" })).toBe(
      text.replace("2026 Q3: **Sail** the sea", "2026 Q4: Row"),
    );
    expect(edited(text, { kind: "set-goal", goal: 2, period: null })).toBe(text.replace("（2026 年）", ""));
    expect(edited(text, { kind: "set-goal", goal: 3, period: "2027" })).toBe(text.replace("C", "C（2027）"));
  });

  test("they end with a day, and come back", () => {
    const closed = edited("## Goal: A (2026) ##\n", {
      kind: "close-goal",
      goal: 1,
      state: "reached",
      on: ON,
    });
    expect(closed).toBe("## Goal: A (2026) - reached 2026-11-20 ##\n");
    expect(edited(closed!, { kind: "close-goal", goal: 1, state: "given-up", on: ON })).toBe(
      "## Goal: A (2026) - given up 2026-11-20 ##\n",
    );
    expect(edited(closed!, { kind: "close-goal", goal: 1, state: "open", on: null })).toBe(
      "## Goal: A (2026) ##\n",
    );
  });
});

describe("key results", () => {
  test("the first opens its part before the problems; others copy their neighbours", () => {
    const add: GoalEdit = { kind: "add-result", goal: 1, text: "Users: 1/5", points: [] };
    expect(edited("## Goal: A\n\nwhy\n\n### Key problems\n\n* rain\n", add)).toBe(
      "## Goal: A\n\nwhy\n\n### Key results\n\n* Users: 1/5\n\n### Key problems\n\n* rain\n",
    );
    expect(edited("## Goal: A\n\nServed by:\n\n- X\n", { ...add, points: ["one", "two"] })).toBe(
      "## Goal: A\n\nKey results:\n\n- Users: 1/5\n  - [ ] one\n  - [ ] two\n\nServed by:\n\n- X\n",
    );
    expect(edited("## Goal: A\n1. [x] KR: b\n   1. n\n\nend", { ...add, text: "c: 1/2" })).toBe(
      "## Goal: A\n1. [x] KR: b\n   1. n\n2. [ ] KR: c: 1/2\n\nend",
    );
  });

  test.each([
    ["Users: 3/5 people (by May)", 4, "Users: 4/5 people (by May)"],
    ["进度 40%，还行", 45, null],
    ["文档：40%", 45, "文档：45%"],
    ["Start: from 9 ms to 1 ms", 4, "Start: from 9 ms to 1 ms, now 4 ms"],
    ["启动从9毫秒降到1毫秒", 4.5, "启动从9毫秒降到1毫秒，现在 4.5 毫秒"],
    ["Start: from 9 ms to 1 ms, now 4 ms", 2, "Start: from 9 ms to 1 ms, now 2 ms"],
    ["[ ] Shipped", 1, null],
  ])("the figure of %j becomes %j", (line, now, expected) => {
    const text = (one: string) => `## Goal: G\n### Key results\n- ${one}\n`;
    const tongue = /\p{Script=Han}/u.test(line) ? "zh" : "en";
    const after = edited(
      text(line).replace("G", tongue === "zh" ? "甲" : "G"),
      { kind: "progress", line: 3, now },
      tongue,
    );
    expect(after?.split("\n")[2] ?? null).toBe(expected === null ? null : `- ${expected}`);
  });

  test("boxes and check points", () => {
    const text = "## Goal: A\n### Key results\n- Shipped\n  * [ ] one\n    more\n- [ ] B\n";
    expect(edited(text, { kind: "tick", line: 4, done: true })).toBe(text.replace("[ ] one", "[x] one"));
    expect(edited(text, { kind: "tick", line: 6, done: true })).toBe(text.replace("[ ] B", "[x] B"));
    expect(edited(text, { kind: "tick", line: 3, done: true })).toBe(
      text.replace("- Shipped", "- [x] Shipped"),
    );
    expect(edited(text, { kind: "tick", line: 2, done: true })).toBeNull();
    expect(edited(text, { kind: "add-point", line: 6, text: "two" })).toBe(`${text}  - [ ] two\n`);
    expect(edited(text, { kind: "add-point", line: 3, text: "two" })).toBe(
      text.replace("    more\n", "    more\n  - [ ] two\n"),
    );
    expect(edited(text, { kind: "remove", line: 3 })).toBe("## Goal: A\n### Key results\n- [ ] B\n");
  });
});

describe("key problems", () => {
  test("of a goal and of none, with what is being tried", () => {
    const add = { kind: "add-problem", text: "Noise", trial: "library", on: ON } as const;
    expect(edited("## Goal: A\n", { ...add, goal: 1 })).toBe(
      "## Goal: A\n\n### Key problems\n\n- Noise\n  - Trying: library (since 2026-11-20)\n",
    );
    expect(edited("## Commitments\n- daily 1h: A\n", { ...add, goal: null, trial: null })).toBe(
      "## Key problems\n\n- Noise\n\n## Commitments\n- daily 1h: A\n",
    );
    const text = "## 关键问题\n- [ ] 吵\n";
    const tried = edited(text, { kind: "try", line: 2, text: "耳塞", on: ON });
    expect(tried).toBe("## 关键问题\n- [ ] 吵\n  - 尝试：耳塞（2026-11-20 起）\n");
    expect(edited(tried!, { kind: "solve", line: 2, on: ON })).toBe(
      "## 关键问题\n- [x] 吵 - 已解决 2026-11-20\n  - 尝试：耳塞（2026-11-20 起）\n",
    );
  });
});

describe("items that serve", () => {
  test("come, change their answers, go", () => {
    const text = "## Goal: A\n\n## Notes\n\n- X: mine\n";
    const served = edited(text, { kind: "serve", goal: 1, name: "X › y", answers });
    expect(served).toBe(
      "## Goal: A\n\n### Served by\n\n- X › y: help 3, 20h, 2 people\n\n## Notes\n\n- X: mine\n",
    );
    const other = { help: 1, effortMin: null, people: 1, names: "Ann" } as const;
    expect(edited(served!, { kind: "answer", line: 5, answers: other })).toBe(
      served!.replace("help 3, 20h, 2 people", "help 1, with Ann"),
    );
    const none = { help: null, effortMin: null, people: null, names: null };
    expect(edited(served!, { kind: "answer", line: 5, answers: none })).toBe(
      served!.replace(": help 3, 20h, 2 people", ""),
    );
    expect(edited(served!, { kind: "remove", line: 5 })).toBe(
      "## Goal: A\n\n### Served by\n\n## Notes\n\n- X: mine\n",
    );
  });
});

// Generated files

const LINES = [
  "# Goals",
  "## Goal: Alpha (2026 Q4)",
  "## 目标：乙 - 放弃 2026-01-02",
  "### Key results",
  "### 关键问题",
  "### Served by",
  "Key results:",
  "## Key problems",
  "## Commitments",
  "## Diary",
  "- daily 1h: Piano",
  "- [ ] Users: 3/5",
  "* [x] Done: 40%",
  "1. Speed: from 9 to 1, now 4",
  "- Lisp: help 3, 20h",
  "  - [ ] a point",
  "\t- [x] 点",
  "  - Trying: sleep (since 2026-10-05)",
  "- Noise",
  "- KR2: Papers 1/3",
  "words: of the person",
  "```",
  "<!-- note -->",
  "---",
  "",
  "",
];

const file = fc
  .tuple(
    fc.array(fc.constantFrom(...LINES), { maxLength: 30 }),
    fc.constantFrom("\n", "\r\n", "\r"),
    fc.boolean(),
    fc.boolean(),
  )
  .map(
    ([lines, end, isClosed, hasBom]) => `${hasBom ? "\ufeff" : ""}${lines.join(end)}${isClosed ? end : ""}`,
  );

const word = fc.constantFrom(
  "New thing",
  "新的事",
  "a › b",
  "x: y",
  "3/5",
  "- x",
  "# x",
  "",
  " ",
  "[ ] x",
  "KR: z 1/2",
);

const edit: fc.Arbitrary<GoalEdit> = fc
  .record({
    at: fc.nat({ max: 30 }),
    word,
    now: fc.nat({ max: 99 }),
    flag: fc.boolean(),
    kind: fc.nat({ max: 12 }),
  })
  .map(({ at, word: text, now, flag, kind }): GoalEdit => {
    const all: GoalEdit[] = [
      { kind: "add-goal", title: text, period: flag ? "2027" : null },
      { kind: "set-goal", goal: at, title: text },
      { kind: "set-goal", goal: at, period: flag ? "2027 Q1" : null },
      { kind: "close-goal", goal: at, state: flag ? "reached" : "given-up", on: ON },
      { kind: "add-result", goal: at, text, points: flag ? ["p"] : [] },
      { kind: "progress", line: at, now },
      { kind: "tick", line: at, done: flag },
      { kind: "add-point", line: at, text },
      { kind: "add-problem", goal: flag ? at : null, text, trial: flag ? text : null, on: ON },
      { kind: "try", line: at, text, on: ON },
      { kind: "solve", line: at, on: ON },
      { kind: "serve", goal: at, name: text, answers },
      { kind: "remove", line: at },
    ];
    return all[kind]!;
  });

test("any edit of any file is refused or reads back, leaves the commitments, and can be undone", () => {
  let written = 0;
  fc.assert(
    fc.property(file, edit, (text, asked) => {
      const before = readGoals(text, "en");
      for (const { line } of before.goals) {
        // Most lines are nothing: aim at what is there.
        const aimed = "goal" in asked && asked.goal !== null ? { ...asked, goal: line } : asked;
        const patches = goalPatches(before, aimed, "en");
        if (patches === null) continue;
        written++;
        const after = applyPatches(text, patches);
        expect(applyPatches(after, invertPatches(text, patches))).toBe(text);
        const titles = ({ commitments }: { commitments: { title: string }[] }) =>
          commitments.map(({ title }) => title);
        expect(titles(readCommitments(after, "en"))).toEqual(titles(readCommitments(text, "en")));
        const kept = before.goals.length + (aimed.kind === "add-goal" ? 1 : 0);
        expect(readGoals(after, "en").goals).toHaveLength(kept);
      }
    }),
    { numRuns: 1500 },
  );
  expect(written).toBeGreaterThan(200);
});

test("reading never fails and stays within the text", () => {
  fc.assert(
    fc.property(fc.oneof(file, fc.string({ unit: "binary", maxLength: 200 })), (text) => {
      const { goals, problems } = readGoals(text, "zh");
      for (const goal of goals) {
        const entries = [...goal.results, ...goal.problems, ...goal.services];
        for (const { range, line } of entries) {
          expect(range.from).toBeLessThan(range.to);
          expect(range.to).toBeLessThanOrEqual(text.length);
          expect(line).toBeGreaterThan(goal.line);
        }
        expect(text.slice(goal.titleRange.from, goal.titleRange.to)).toContain(goal.title.slice(0, 1));
      }
      expect(problems.length).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 600 },
  );
});
