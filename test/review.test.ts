// A review of a small home, its figures counted by hand; verdicts of corrections.

import { describe, expect, test } from "vitest";
import type { ReviewData } from "../src/actions/index.ts";
import { type CorrectionVerdict, chanceLower, verdictOf } from "../src/domain/index.ts";
import { dayHome, PLAN_PAGE } from "./day-home.ts";
import { refused } from "./refused.ts";
import { CONDITIONS, DAYS, day, home, review } from "./review-home.ts";

describe("a week, counted by hand", () => {
  const data = review();

  test("plan and record", () => {
    expect(data.range).toMatchObject({ name: "2026-W47", workingDays: 5, notedDays: 3 });
    expect(data.plan).toEqual({
      plannedDays: 2,
      workingDays: 5,
      // Monday 60 + 60 + 60, Tuesday 60; moved blocks count at their new place only.
      plannedMin: 240,
      keptMin: 50 + 20 + 60,
      keptRatio: 130 / 240,
      blocks: 4,
      keptBlocks: 2,
      movedBlocks: 2,
      droppedBlocks: 1,
      recordedMin: 50 + 20 + 60 + 90 + 90 + 45 + 30,
      interruptions: 1,
      interruptedMin: 40,
      bufferMin: 90,
      bufferSpentMin: 30,
    });
    expect(data.before).toMatchObject({
      plannedMin: 180,
      keptMin: 90,
      recordedMin: 90,
      blocks: 2,
      keptBlocks: 1,
    });
  });

  test("what slipped: fell out, was not kept, or was moved to another day", () => {
    expect(data.slipped).toEqual([
      { text: "Zig", path: "Zig", priority: "low", times: 2, plannedMin: 120, keptMin: 20 },
      { text: "SICP", path: "SICP", priority: null, times: 1, plannedMin: 60, keptMin: 0 },
    ]);
  });

  test("hours by priority and goal", () => {
    const by = (name: "priority" | "goal"): Record<string, number> =>
      Object.fromEntries(
        data.hours[name].filter(({ amount }) => amount > 0).map(({ key, amount }) => [key, amount]),
      );
    expect(by("priority")).toEqual({ highest: 50, high: 60, low: 20, other: 255 });
    expect(by("goal")).toEqual({ "Run the cluster alone": 50, none: 335 });
  });

  test("weeks and days", () => {
    expect(data.weeks).toHaveLength(1);
    expect(data.weeks[0]!.byPriority).toEqual({
      highest: 50,
      high: 60,
      medium: 0,
      low: 20,
      none: 0,
      other: 255,
    });
    expect(data.days.map(({ recordedMin }) => recordedMin)).toEqual([130, 225, 30, 0, 0, 0, 0]);
    expect(data.weeksYear.at(-1)!.from).toBe("2026-11-16");
    expect(data.weeksYear).toHaveLength(53);
  });

  test("conditions, commitments, goals, key problems", () => {
    expect(data.conditions).toEqual([
      { name: "Slept well", kind: "healthy", held: 1, days: 2, before: { held: 0, days: 0 } },
      { name: "All morning in the chat", kind: "abnormal", held: 2, days: 3, before: { held: 0, days: 0 } },
    ]);
    expect(data.commitments.map(({ title, periods }) => [title, periods[0]!.verdict])).toEqual([
      ["Reflection", "broken"],
      ["Letters", "kept"],
    ]);
    expect(data.goals).toEqual([
      { title: "Run the cluster alone", line: 3, ratio: 0.25, minutes: 50, overdue: false },
      { title: "Ship a tool", line: 19, ratio: null, minutes: 0, overdue: false },
    ]);
    expect(data.problems).toEqual([
      { text: "Nobody to ask", goal: "Run the cluster alone", solvedOn: null, trials: ["the mailing list"] },
      { text: "No test cluster", goal: "Run the cluster alone", solvedOn: "2026-11-18", trials: [] },
    ]);
  });

  test("findings say the figures, and three questions come with their facts", () => {
    expect(data.findings[0]).toBe("Of 4h planned, 2h10m was kept (54%).");
    expect(data.findings).toContain("50m of the 6h25m recorded went to highest priority (13%).");
    expect(data.findings).toContain(
      "2 planned days on one side: too few to compare with the stretch before.",
    );
    expect(data.findings).toContain("A commitment was not kept: “Reflection”.");
    expect(data.findings).toContain("No hour was recorded for the goal “Ship a tool”.");
    expect(data.questions).toHaveLength(3);
    expect(data.because).toHaveLength(3);
    expect(new Set(data.questions).size).toBe(3);
    expect(review().questions).toEqual(data.questions);
  });

  test("the same in Chinese", () => {
    const zh = review(home({}, { tongue: "zh" }));
    expect(zh.plan).toEqual(data.plan);
    expect(zh.findings[0]).toBe("计划了 4 小时，做到 2 小时 10 分（54%）。");
    expect(zh.markdown).toContain("# 回顾：2026年第47周");
    expect(zh.markdown).not.toMatch(/[a-z]{3,}(?! )[a-z]* (?:was|were|the) /);
  });

  test("every table has its columns filled", () => {
    const { tables, charts } = home().act("review", { range: "2026-W47" }).report!();
    for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(tables.map(({ name }) => name)).toContain("slipped");
    expect(charts.map(({ name }) => name)).toContain("hours");
  });
});

describe("too little is called so", () => {
  test("no note at all", () => {
    const data = review(dayHome({ "now.md": PLAN_PAGE }, { now: "2026-11-23T08:00:00Z" }));
    expect(data.findings[0]).toBe(
      "No day of this stretch has a note, so nothing can be said of plan and hours.",
    );
    expect(data.plan).toMatchObject({ plannedMin: 0, keptRatio: null, workingDays: 5 });
    expect(data.questions).toHaveLength(3);
    expect(data.markdown).toContain("Neither plan nor record.");
  });

  test("of days of which nothing is known, nobody says what was not touched", () => {
    const data = review(dayHome({ "now.md": PLAN_PAGE }, { now: "2026-11-23T08:00:00Z" }), "2025");
    expect(data.items.untouched).toEqual([]);
  });

  test("one day is not asked why it had no hour for everything", () => {
    const data = review(home(), "2026-11-16");
    expect(data.findings.join(" ")).not.toMatch(/untouched|No hour|compare/);
  });

  test("few notes", () => {
    const data = review(
      dayHome(
        { "now.md": PLAN_PAGE, "days/2026-11-18.md": DAYS["days/2026-11-18.md"] },
        { now: "2026-11-23T08:00:00Z" },
      ),
    );
    expect(data.findings[0]).toBe("Only 1 of 5 working days has a note: what follows rests on it.");
  });

  test("what is still to come today counts neither as planned nor as slipped", () => {
    const at = (now: string): ReviewData => {
      // Something is recorded: where nothing is, nobody knows what slipped.
      const note = day(["- [ ] 09:00 - 10:00 Rust", "- [ ] 14:00 - 15:00 Zig"], ["- 08:00 - 08:20 Postgres"]);
      return review(
        dayHome({ "now.md": PLAN_PAGE, "days/2026-11-23.md": note }, { now, zone: "UTC" }),
        "week",
      );
    };
    const noon = at("2026-11-23T12:00:00Z");
    expect([noon.plan.plannedMin, noon.slipped.map(({ text }) => text)]).toEqual([60, ["Rust"]]);
    const evening = at("2026-11-23T18:00:00Z");
    expect([evening.plan.plannedMin, evening.slipped.length]).toEqual([120, 2]);
  });

  test("a stretch that has not begun is refused", () => {
    expect(refused(() => home().act("review", { range: "2027" })).code).toBe("usage");
    expect(refused(() => home().act("review", { range: "soon" })).code).toBe("usage");
  });
});

describe("items", () => {
  test("finished, started, dropped by what nunc changed; untouched by their last touch", () => {
    const made = home({}, { now: "2026-11-12T08:00:00Z" });
    made.act("doing", { items: ["Zig"] });
    made.at("2026-11-17T08:00:00Z");
    made.act("doing", { items: ["Rust"] });
    made.act("done", { items: ["Kubernetes › Write an operator"] });
    made.at("2026-11-18T08:00:00Z");
    made.act("drop", { items: ["Postgres"] });
    made.at("2026-11-23T08:00:00Z");
    const { items } = review(made);
    const shown = (name: keyof typeof items) => items[name].map(({ path, on, from }) => [path, on, from]);
    expect(shown("finished")).toEqual([["Kubernetes › Write an operator", "2026-11-17", "journal"]]);
    expect(shown("dropped")).toEqual([["Postgres", "2026-11-18", "journal"]]);
    expect(shown("started")).toEqual([["Rust", "2026-11-17", "journal"]]);
    expect(shown("untouched")).toEqual([["SICP", null, "journal"]]);
  });

  test("without any past, done dates of the page and records say it", () => {
    const page = PLAN_PAGE.replace("- SICP\n", "- SICP\n\n已读：\n- 2026-11-17 - TAOCP\n");
    const { items } = review(home({ "now.md": page }));
    expect(items.finished.map(({ title, on, from }) => [title, on, from])).toEqual([
      ["TAOCP", "2026-11-17", "page"],
    ]);
    expect(items.untouched.map(({ path, on, from }) => [path, on, from])).toEqual([
      ["Rust", "2026-11-09", "records"],
      ["SICP", null, "page"],
    ]);
  });

  test("of what stood untouched, the log before the range says when it was last touched", () => {
    const log =
      "\n## Log\n\n### 2026-10-05 - 2026-10-09\n\n- SICP, the first chapter\n\n### 2025-03-01\n\n- Rust\n";
    const { items } = review(home({ "now.md": PLAN_PAGE + log }));
    const found = items.untouched.map(({ path, on, from }) => [path, on, from]);
    expect(found).toContainEqual(["SICP", "2026-10-09", "log"]);
  });

  test("estimates against what was recorded", () => {
    const made = home(
      { "items/postgres.md": "---\ntitle: Postgres\nestimate: 30m\n---\n" },
      { now: "2026-11-17T08:00:00Z" },
    );
    made.act("done", { items: ["Postgres"] });
    made.at("2026-11-23T08:00:00Z");
    const { estimates, findings } = review(made);
    expect(estimates).toEqual([
      { path: "Postgres", title: "Postgres", estimateMin: 30, actualMin: 60, ratio: 2, doneOn: "2026-11-17" },
    ]);
    expect(findings.join(" ")).toContain("that is too few to learn from");
  });
});

describe("verdicts of corrections", () => {
  const verdict = (before: [number, number], since: [number, number]): CorrectionVerdict => {
    const [a, b] = [
      { held: before[0], days: before[1] },
      { held: since[0], days: since[1] },
    ];
    const isEnough = a.days >= 5 && b.days >= 5;
    return verdictOf(a, b, isEnough ? chanceLower(b, a) : null);
  };
  test.each([
    [[12, 20], [2, 20], "works"],
    [[10, 20], [10, 20], "useless"],
    [[4, 20], [12, 20], "useless"],
    [[10, 20], [8, 20], "unclear"],
    [[3, 6], [3, 6], "unclear"],
    [[4, 4], [0, 20], "too-few"],
  ] as const)("%j, then %j: %s", (before, since, wanted) => {
    expect(verdict([...before], [...since])).toBe(wanted);
  });

  test("from the notes, with its weeks", () => {
    const days: Record<string, string> = {};
    // Four weeks before 2026-10-26 it held on four days of five, since then on none.
    for (let at = 0; at < 56; at++) {
      const date = new Date(Date.UTC(2026, 8, 28 + at)).toISOString().slice(0, 10);
      const weekday = new Date(date).getUTCDay();
      if (weekday === 0 || weekday === 6) continue;
      const held = at < 28 && weekday !== 5;
      days[`days/${date}.md`] = day([], [], [`- [${held ? "x" : " "}] Abnormal: All morning in the chat`]);
    }
    const conditions = CONDITIONS.replace(
      "- All morning in the chat\n",
      "- All morning in the chat\n  - Correction: answer twice a day (since 2026-10-26, judge on 2026-12-01)\n",
    );
    const data = review(
      dayHome({ "now.md": PLAN_PAGE, "conditions.md": conditions, ...days }, { now: "2026-11-23T08:00:00Z" }),
    );
    expect(data.corrections).toHaveLength(1);
    const [one] = data.corrections;
    expect(one).toMatchObject({
      text: "answer twice a day",
      before: { held: 16, days: 20 },
      since: { held: 0, days: 20 },
      verdict: "works",
    });
    expect(one!.weeks.map(({ from, held, days: checked }) => [from, held, checked])).toEqual([
      ["2026-09-28", 4, 5],
      ["2026-10-05", 4, 5],
      ["2026-10-12", 4, 5],
      ["2026-10-19", 4, 5],
      ["2026-10-26", 0, 5],
      ["2026-11-02", 0, 5],
      ["2026-11-09", 0, 5],
      ["2026-11-16", 0, 5],
    ]);
    expect(data.findings.join("\n")).toContain("“answer twice a day” works");
  });
});
