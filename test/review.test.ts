// A review of a small home, its figures counted by hand; verdicts of corrections; what is kept in reviews/ and what stays the
// person's there.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReviewData } from "../src/actions/index.ts";
import type { LocalDate } from "../src/base/index.ts";
import {
  type CorrectionVerdict,
  chanceLower,
  defaultTemplate,
  fillTemplate,
  isReviewOf,
  PART_NAMES,
  type PartName,
  readRange,
  renewReview,
  reviewBody,
  verdictOf,
  writeReview,
} from "../src/domain/index.ts";
import { dayHome, PLAN_PAGE } from "./day-home.ts";
import { refused } from "./refused.ts";

const GOALS = `# Goals

## Goal: Run the cluster alone (2026 Q4)

### Key results

- Upgrades done: 1/4

### Key problems

- Nobody to ask
  - Trying: the mailing list
- No test cluster - solved 2026-11-18

### Served by

- Kubernetes

## Goal: Ship a tool (2026)

### Served by

- Rust

## Commitments

- weekly 1h: Reflection
- weekly 2h: Letters
`;

const CONDITIONS = `# Conditions

## Healthy

- Slept well

## Abnormal

- All morning in the chat
`;

const day = (plan: string[], record: string[], check: string[] = []): string =>
  ["## Plan", ...plan, "## Record", ...record, "## Check", ...check, ""].join("\n");

/** The week from Monday 2026-11-16 and two days of the week before it. */
const DAYS = {
  "days/2026-11-09.md": day(["- [ ] 09:00 - 11:00 Rust"], ["- 09:00 - 10:30 Rust"]),
  "days/2026-11-10.md": day(["- [ ] 09:00 - 10:00 Rust"], []),
  "days/2026-11-16.md": day(
    [
      "- [ ] 09:00 - 10:00 Kubernetes › Upgrade a cluster",
      "- [>] 10:00 - 11:00 Postgres",
      "- [ ] 11:00 - 12:00 Zig",
      "- [ ] 13:00 - 14:00 Postgres",
      "- [ ] 16:00 - 17:00 Buffer",
    ],
    [
      "- 09:00 - 09:50 Kubernetes › Upgrade a cluster: secret remark",
      "- 11:00 - 11:20 Zig",
      "- 13:00 - 14:00 Postgres",
      "- 14:00 - 14:40 Interruption: disk",
    ],
    ["- [x] Abnormal: All morning in the chat", "- [ ] Healthy: Slept well"],
  ),
  "days/2026-11-17.md": day(
    ["- [-] 09:00 - 10:00 Zig", "- [>] 10:00 - 11:00 SICP", "- [-] 16:00 - 16:30 Buffer"],
    ["- 09:00 - 10:30 Tax papers", "- 15:00 - 16:30 Letters", "- 17:00 - 17:45 Letters"],
    ["- [x] Abnormal: All morning in the chat", "- [x] Healthy: Slept well"],
  ),
  "days/2026-11-18.md": day([], ["- 09:00 - 09:30 Reflection"], ["- [ ] Abnormal: All morning in the chat"]),
};

const home = (more: Record<string, string> = {}, options: Parameters<typeof dayHome>[1] = {}) =>
  dayHome(
    { "now.md": PLAN_PAGE, "goals.md": GOALS, "conditions.md": CONDITIONS, ...DAYS, ...more },
    { now: "2026-11-23T08:00:00Z", ...options },
  );

const review = (made = home(), range = "2026-W47"): ReviewData =>
  made.act("review", { range }).data as ReviewData;

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

describe("reviews/", () => {
  const FILE = "reviews/2026-W47.md";

  test("written, renewed where untouched, undone", () => {
    const made = home();
    expect(made.act("review", { range: "2026-W47", write: true }, { dryRun: true }).diff).toContain(
      "# Review:",
    );
    expect(made.store.text(FILE)).toBeNull();
    made.act("review", { range: "2026-W47", write: true });
    const first = made.store.text(FILE)!;
    expect(first).toMatch(/^---\nrange: 2026-W47\nfrom: 2026-11-16\nto: 2026-11-22\nwritten: /);
    expect(review(made)).toMatchObject({ file: FILE, isStale: false, edited: [] });
    // An answer, a remark of one's own, a line of the plan changed, and another day.
    const mine = first
      .replace("\nAnswer:\n", "\nAnswer: sleep first\n")
      .replace("## Plan\n", "## Plan\n\nA strange week.\n")
      .replace("No item was started.", "None, on purpose.");
    made.store.put(FILE, mine);
    made.store.put("days/2026-11-19.md", day([], ["- 09:00 - 11:00 Zig"]));
    const done = made.act("review", { range: "2026-W47", write: true });
    const second = made.store.text(FILE)!;
    for (const kept of ["Answer: sleep first", "A strange week.", "None, on purpose."])
      expect(second).toContain(kept);
    expect(second).toContain("recorded 8h25m");
    expect(first).toContain("recorded 6h25m");
    expect((done.data as ReviewData).edited.sort()).toEqual(["questions", "started"]);
    expect(second.split("\n").filter((line) => line.startsWith("- low:"))).toEqual(["- low: 2h20m, 28%"]);
    made.act("undo");
    expect(made.store.text(FILE)).toBe(mine);
  });

  test("an answer below the last question holds the questions", () => {
    const made = home();
    made.act("review", { range: "2026-W47", write: true });
    const asked = review(made).questions;
    made.store.put(FILE, `${made.store.text(FILE)!}\nBecause I was tired.\n`);
    // Kubernetes gets its week, and Zig no longer slips: other questions would be asked.
    made.store.put("days/2026-11-17.md", day([], ["- 09:00 - 18:00 Rust"]));
    made.store.put("days/2026-11-16.md", day([], ["- 09:00 - 18:00 Rust"]));
    expect(review(made).questions).not.toEqual(asked);
    made.act("review", { range: "2026-W47", write: true });
    const text = made.store.text(FILE)!;
    for (const question of asked) expect(text).toContain(question);
    expect(text.endsWith("\nBecause I was tired.\n")).toBe(true);
  });

  test("a template of one's own; what it says wrong is told with its place", () => {
    const made = home({
      "reviews/template.md": "# Woche {{range}}\n\n{{Plan}}\n\n{{hours by priorty}}\n{{to}}: {{plan}}\n",
    });
    const data = review(made);
    expect(data.markdown.split("\n")[0]).toBe("# Woche 2026-W47");
    expect(data.markdown).toContain("{{hours by priorty}}\n2026-11-22: {{plan}}");
    expect(data.diagnostics.map(({ line, column, code }) => [line, column, code])).toEqual([
      [5, 1, "review-placeholder"],
      [6, 9, "review-placeholder-line"],
    ]);
    expect(data.diagnostics[0]!.hint).toContain("hours by priority");
    expect(refused(() => made.act("review", { template: true })).code).toBe("usage");
  });

  test("--template writes the default, which gives what was given without", () => {
    const made = home();
    const before = review(made).markdown;
    made.act("review", { template: true });
    expect(made.store.text("reviews/template.md")).toBe(defaultTemplate("en"));
    expect(review(made).markdown).toBe(before);
  });

  test("a review stays in its language", () => {
    const zh = home({}, { tongue: "zh" });
    zh.act("review", { range: "2026-W47", write: true });
    const en = home({ [FILE]: zh.store.text(FILE)! });
    expect(review(en)).toMatchObject({ isStale: false, edited: [] });
  });

  test("another file of that name is not touched", () => {
    const made = home({ [FILE]: "# My own notes\n" });
    made.act("review", { range: "2026-W47", write: true });
    expect(made.store.text(FILE)).toBe("# My own notes\n");
  });
});

const RANGE = readRange("2026-W47", "2026-11-23" as LocalDate)!;
const words = { title: "T", range: "R", from: "F", to: "T", before: "B" };
const partText = fc.array(fc.constantFrom("- one", "- two", "", "> why", "Answer:", "### 1. Why?"), {
  minLength: 1,
  maxLength: 5,
});
const partsArb = fc
  .tuple(
    ...PART_NAMES.map((name) =>
      partText.map((lines) => [name, [`${name}.`, ...lines, "end"].join("\n")] as const),
    ),
  )
  .map((pairs) => Object.fromEntries(pairs) as Record<PartName, string>);

test("what a person changes in a review is never lost; what they left alone is renewed", () => {
  fc.assert(
    fc.property(
      partsArb,
      partsArb,
      fc.constantFrom("en" as const, "zh" as const),
      fc.array(fc.tuple(fc.nat(200), fc.constantFrom("insert", "change", "cut")), { maxLength: 6 }),
      fc.constantFrom("\n", "\r\n"),
      (before, after, tongue, edits, eol) => {
        const { pieces } = fillTemplate(defaultTemplate(tongue), before, words, tongue);
        const written = writeReview(pieces, RANGE, "2026-11-23T10:00+01:00", tongue);
        expect(isReviewOf(written, RANGE)).toBe(true);
        const lines = written.split("\n");
        const head = lines.indexOf("---", 1) + 1;
        const mine: string[] = [];
        edits.forEach(([at, how], number) => {
          const line = head + 1 + (at % (lines.length - head - 1));
          const text = `mine ${number}`;
          if (how === "cut") {
            if (!lines[line]?.startsWith("mine")) lines.splice(line, 1);
          } else {
            if (how === "insert") lines.splice(line, 0, text);
            else if (lines[line]?.startsWith("mine")) return;
            else lines[line] = text;
            mine.push(text);
          }
        });
        const left = lines.join(eol);
        const { text, edited } = renewReview(left, after, "2026-11-24T10:00+01:00");
        const now = text.split(/\r?\n/);
        for (const line of mine) expect(now).toContain(line);
        expect(text.includes("\r\n")).toBe(eol === "\r\n");
        // The last line end may have been cut.
        const body = `\n${reviewBody(text).replaceAll("\r\n", "\n")}\n`;
        for (const name of PART_NAMES) {
          if (
            edited.includes(name) ||
            !pieces.some((piece) => typeof piece !== "string" && piece.name === name)
          )
            continue;
          expect(body).toContain(`\n${after[name]}\n`);
        }
        // Renewed once, it is up to date.
        expect(renewReview(text, after, "2026-11-25T10:00+01:00").text).toBe(text);
      },
    ),
  );
});
