// check, conditions, corrections on a home in memory: what is detected and asked, what is written and how it is undone, what
// returns, what is judged; broken files.

import { describe, expect, test } from "vitest";
import type {
  CheckData,
  ConditionsData,
  CorrectionJson,
  CorrectionsData,
  DayJson,
} from "../src/actions/index.ts";
import { addDays, type LocalDate, weekdayOf } from "../src/base/index.ts";
import { type DayHome, dayHome } from "./day-home.ts";
import { refused } from "./refused.ts";

const PAGE = `# Learning

## Highest priority

- Kubernetes - doing

## Low priority

- Lisp
`;

const CONDITIONS = `# Mine

## Healthy

- First things first
  - Detect: highest-priority work first
- Wrote something down

## Abnormal

- Late again
  - Detect: worked after 22:00
- Plan was a wish
  - Detect: less than half of the plan kept
- Endless feeds
`;

/** A Monday of work: an hour and a half of what matters, a third of the plan. */
const TODAY = `---
date: 2026-11-23
zone: Europe/Berlin
---
## Plan
- [ ] 09:00 - 12:00 Kubernetes
- [ ] 13:00 - 15:00 Lisp
## Record
- 09:00 - 10:30 Kubernetes
`;

const FILES = { "now.md": PAGE, "conditions.md": CONDITIONS, "days/2026-11-23.md": TODAY };
const EVENING = "2026-11-23T18:05:00+01:00";

const home = (files: Record<string, string> = FILES, now = EVENING): DayHome => dayHome(files, { now });
const checkOf = (one: DayHome, date?: string): CheckData =>
  one.act("check", date === undefined ? {} : { date }).data as CheckData;
const answersOf = (check: CheckData) =>
  check.answers.map(({ name, holds, detected, later }) => [name, holds, detected, later]);

describe("check", () => {
  test("what detectors see comes answered with its evidence, the rest is open", () => {
    const check = checkOf(home());
    expect(answersOf(check)).toEqual([
      ["First things first", null, true, false],
      ["Wrote something down", null, null, false],
      ["Late again", null, null, true],
      ["Plan was a wish", null, true, false],
      ["Endless feeds", null, null, false],
    ]);
    expect(check.answers[3]?.evidence).toBe("1h30m of 5h planned were kept (30%).");
    expect(check).toMatchObject({ isDone: false, isDue: true, isOff: false });
    expect(check.compare).toMatchObject({ healthy: 1, healthyBefore: null, abnormal: 1, days: 0 });
  });

  test("is not due in the morning, and then cannot tell about the day", () => {
    const check = checkOf(home(FILES, "2026-11-23T11:00:00+01:00"));
    expect(check.isDue).toBe(false);
    expect(check.answers[3]).toMatchObject({ detected: null, later: true });
  });

  test("without answers it writes nothing", () => {
    const done = home().act("check");
    expect(done.diff).toBe("");
    expect(done.summary).toBe("2 questions are open on 2026-11-23.");
  });

  test("answers by number or name; with the last one, what was detected is written with its evidence", () => {
    const one = home();
    const first = one.act("check", { yes: "2" });
    expect(one.note()).toContain("## Check\n- [x] Healthy: Wrote something down\n");
    expect(one.note()).not.toContain("First things");
    expect(first.summary).toContain("1 question is open");
    const last = one.act("check", { no: "endless", note: "headache since noon" });
    const check = last.data as CheckData;
    expect(last.summary).toBe("The check of 2026-11-23 is done: 2 healthy, 1 abnormal.");
    expect(check.isDone).toBe(true);
    expect(check.remarks).toEqual(["headache since noon"]);
    const answers = one.day().answers.map(({ kind, name, holds, evidence }) => [kind, name, holds, evidence]);
    expect(answers).toHaveLength(4);
    expect(answers).toContainEqual(["abnormal", "Endless feeds", false, null]);
    expect(answers).toContainEqual([
      "abnormal",
      "Plan was a wish",
      true,
      "1h30m of 5h planned were kept (30%).",
    ]);
    expect(one.day().diagnostics).toEqual([]);
    expect(checkOf(one)).toMatchObject({ isDone: true, isDue: false });
  });

  test("a name is its number, its beginning, a part, or some of its words in any order, several apart by commas", () => {
    const answered = (yes: string): string[] => {
      const one = home({ ...FILES, "conditions.md": `${CONDITIONS}- Late at night again\n` });
      one.act("check", { yes });
      const said = one.day().answers.filter(({ holds, evidence }) => holds && evidence === null);
      return said.map(({ name }) => name);
    };
    expect(answered("down, feeds")).toEqual(["Wrote something down", "Endless feeds"]);
    expect(answered("5、2")).toEqual(["Wrote something down", "Endless feeds"]);
    expect(answered("5; down wrote")).toEqual(["Wrote something down", "Endless feeds"]);
    expect(answered("again night")).toEqual(["Late at night again"]);
    expect(answered("so dow")).toEqual(["Wrote something down"]);
    expect(refused(() => home().act("check", { yes: "zz" })).message).toBe("There is no condition “zz”.");
    expect(refused(() => home().act("check", { yes: "9" })).hint).toBe(
      "Numbers go from 1 to 5: nunc conditions",
    );
  });

  test("a condition's words before a colon are no part of its correction", () => {
    const one = home();
    one.act("correct", { condition: "plan", text: "a wish: three blocks only" });
    one.act("correct", { condition: "feeds", text: "phone in the hall: all day" });
    one.act("correct", { condition: "late：shoes on at ten" });
    expect(refused(() => one.act("correct", { condition: "late" })).code).toBe("usage");
    const { corrections } = one.act("corrections").data as CorrectionsData;
    expect(corrections.map(({ condition, text }) => [condition, text])).toEqual([
      ["Late again", "shoes on at ten"],
      ["Plan was a wish", "three blocks only"],
      ["Endless feeds", "phone in the hall: all day"],
    ]);
    expect(corrections[0]?.says).toBe("No working day was checked for it before or since.");
  });

  test("answers as programs give them; what agrees with the detector keeps its evidence", () => {
    const one = home();
    one.act("check", {
      answers: [
        { name: "First things first", holds: true },
        { name: "Plan was a wish", holds: false },
      ],
    });
    const [first, plan] = one.day().answers;
    expect(first).toMatchObject({
      holds: true,
      evidence: "The day began with highest-priority work: “Kubernetes” at 09:00.",
    });
    expect(plan).toMatchObject({ holds: false, evidence: null });
    expect(refused(() => one.act("check", { answers: "yes" })).code).toBe("usage");
    expect(refused(() => one.act("check", { answers: [{ name: "Late again" }] })).code).toBe("usage");
  });

  test("an answer can be changed, and changed back by undo", () => {
    const one = home();
    one.act("check", { done: true });
    const before = one.note();
    expect(one.day().answers).toHaveLength(2);
    one.act("check", { no: "plan was" });
    expect(one.day().answers.find(({ name }) => name === "Plan was a wish")).toMatchObject({
      holds: false,
      evidence: null,
    });
    expect(one.act("undo").summary).toBe("Undone: Check of 2026-11-23.");
    expect(one.note()).toBe(before);
    one.act("undo");
    expect(one.store.text("days/2026-11-23.md")).toBe(TODAY);
  });

  test("evidence is written in the language of the note", () => {
    const one = home({
      ...FILES,
      "days/2026-11-23.md": TODAY.replace("Plan", "计划").replace("Record", "记录"),
    });
    one.act("check", { done: true });
    expect(one.note()).toContain(
      "- [x] 异常：Plan was a wish\n  计划了 5 小时，做到 1 小时 30 分（30%）。\n",
    );
  });

  test("what was skipped does not make it due again; a first answer in the morning does not make it done", () => {
    const one = home();
    one.act("check", { yes: "2" });
    expect(checkOf(one)).toMatchObject({ isDone: false, isDue: true });
    one.act("check", { done: true });
    expect(checkOf(one)).toMatchObject({ isDone: false, isDue: false });
  });

  test("with --dry-run nothing is written", () => {
    const one = home();
    const done = one.act("check", { yes: "2" }, { dryRun: true });
    expect(done.diff).toContain("+- [x] Healthy: Wrote something down");
    expect(one.store.text("days/2026-11-23.md")).toBe(TODAY);
  });

  test("makes the note of a day that has none", () => {
    const one = home({ "now.md": PAGE, "conditions.md": CONDITIONS });
    one.act("check", { yes: "2", no: "5" });
    expect(one.day().answers.map(({ name }) => name)).toEqual(["Wrote something down", "Endless feeds"]);
    expect(checkOf(one).answers.map(({ detected }) => detected)).toEqual([null, null, null, null, null]);
  });

  test("refuses what it does not know, in its words", () => {
    const one = home();
    expect(refused(() => one.act("check", { yes: "9" })).code).toBe("missing");
    expect(refused(() => one.act("check", { yes: "in" })).hint).toContain("First things first");
    expect(refused(() => one.act("check", { yes: "2", no: "wrote" })).message).toContain("both yes and no");
    expect(refused(() => one.act("check", { date: "2026-11-24" })).code).toBe("usage");
  });

  test("a day off is not asked about, and stays out of every count", () => {
    const one = home(
      { ...FILES, "days/2026-11-22.md": "## Record\n- 22:00 - 23:30 Lisp\n" },
      "2026-11-22T23:40:00+01:00",
    );
    const check = checkOf(one);
    expect(check).toMatchObject({ isOff: true, isDue: false, compare: null });
    expect(check.answers.every(({ detected }) => detected === null)).toBe(true);
  });

  test("without conditions it says how to get some", () => {
    const done = home({ "now.md": PAGE }).act("check");
    expect(done.summary).toContain("nunc conditions --starter");
    expect(done.data).toMatchObject({ isDone: true, isDue: false, answers: [] });
  });

  test("what was answered and is no longer a condition is still shown", () => {
    const one = home({ ...FILES, "days/2026-11-23.md": `${TODAY}## Check\n- [x] Abnormal: Gone since\n` });
    expect(checkOf(one).answers.at(-1)).toMatchObject({ name: "Gone since", kind: "abnormal", holds: true });
  });

  test("a conditions.md with mistakes is told with lines, and what is right in it works", () => {
    const one = home({
      ...FILES,
      "conditions.md": CONDITIONS.replace("worked after 22:00", "worked after dinner"),
    });
    expect(answersOf(checkOf(one))[2]).toEqual(["Late again", null, null, false]);
    const { conditions, diagnostics } = one.act("conditions").data as ConditionsData;
    expect(conditions).toHaveLength(5);
    expect(diagnostics).toMatchObject([{ line: 12, code: "detector-unknown" }]);
  });

  test("is part of the day", () => {
    const day = home().act("day").data as DayJson;
    expect(day.check.answers).toHaveLength(5);
  });
});

describe("over many days", () => {
  /** A note for each working day up to 20 November, answered by a sign: x it held, . it did not, blank no note. */
  function history(signs: string, name = "Endless feeds"): Record<string, string> {
    const files: Record<string, string> = {};
    let date = "2026-11-20" as LocalDate;
    for (const sign of [...signs].reverse()) {
      while (weekdayOf(date) > 5) date = addDays(date, -1);
      if (sign !== " ")
        files[`days/${date}.md`] =
          `## Record\n- 09:00 - 10:00 Lisp\n## Check\n- [${sign === "x" ? "x" : " "}] Abnormal: ${name}\n`;
      date = addDays(date, -1);
    }
    return files;
  }

  test("today is compared with the checked working days of four weeks", () => {
    const one = home({ ...FILES, ...history("x..x") });
    expect(checkOf(one).compare).toMatchObject({
      abnormal: 1,
      abnormalBefore: 0.5,
      healthyBefore: 0,
      days: 4,
    });
  });

  test("what keeps returning asks for a correction, until one is under way", () => {
    const one = home({ ...FILES, ...history("x.x.") });
    expect(checkOf(one).returning).toEqual([]);
    one.act("check", { yes: "5", no: "2" });
    expect(checkOf(one).returning).toEqual([{ name: "Endless feeds", days: 3, of: 5 }]);
    one.act("correct", { condition: "5", text: "phone stays in the hall" });
    expect(checkOf(one).returning).toEqual([]);
  });

  test("the check that was just written counts in its answer", () => {
    const one = home({ ...FILES, ...history("x.x.") });
    const done = one.act("check", { yes: "5", no: "2" }, { dryRun: true });
    expect((done.data as CheckData).returning).toEqual([{ name: "Endless feeds", days: 3, of: 5 }]);
    expect(checkOf(one).returning).toEqual([]);
  });

  test("a past day that was checked before a time had come is told by its records", () => {
    const late = "## Record\n- 22:00 - 23:00 Lisp\n## Check\n- [ ] Abnormal: Endless feeds\n";
    const days = ["2026-11-18", "2026-11-19", "2026-11-20"].map((date) => [`days/${date}.md`, late]);
    const one = home({ ...FILES, ...Object.fromEntries(days) });
    expect(checkOf(one).returning).toEqual([{ name: "Late again", days: 3, of: 3 }]);
  });

  test("a correction from its first day to its outcome", () => {
    const one = home({ ...FILES, ...history("xxx.xxxx.x") });
    const set = one.act("correct", {
      condition: "endless",
      text: "phone stays in the hall",
      from: "2026-11-23",
    });
    expect(set.data).toMatchObject({
      condition: "Endless feeds",
      from: "2026-11-23",
      judgeOn: "2026-12-07",
      better: null,
    });
    expect(one.store.text("conditions.md")).toBe(
      `${CONDITIONS}  - Correction: phone stays in the hall (from 2026-11-23, judge on 2026-12-07)\n`,
    );
    expect(one.day().corrections).toMatchObject([
      { text: "Endless feeds: phone stays in the hall (judge on 2026-12-07)" },
    ]);
    expect(refused(() => one.act("correct", { condition: "endless", text: "again" })).hint).toContain(
      "correction judge",
    );

    for (let day = 0; day < 10; day++) {
      const date = addDays("2026-11-23" as LocalDate, day + Math.floor(day / 5) * 2);
      one.at(`${date}T18:30:00+01:00`);
      one.act("check", { [day === 3 ? "yes" : "no"]: "5" });
      expect(checkOf(one).judge).toEqual([]);
    }
    one.at("2026-12-07T09:00:00+01:00");
    const [due] = checkOf(one).judge;
    expect(due).toMatchObject({ before: { held: 8, days: 10 }, since: { held: 1, days: 10 }, outcome: null });
    expect(due!.better).toBeGreaterThan(0.99);
    expect(due!.says).toContain("8 of 10 checked working days before, and on 1 of 10 since");

    one.act("correction-judge", { condition: "Endless feeds", outcome: "keep" });
    expect(one.store.text("conditions.md")).toContain("judge on 2026-12-07) - keep 2026-12-07\n");
    expect(checkOf(one).judge).toEqual([]);
    const { corrections } = one.act("corrections").data as CorrectionsData;
    expect(corrections).toMatchObject([{ outcome: "keep", since: { held: 1, days: 10 } }]);
    one.act("undo");
    expect(checkOf(one).judge).toHaveLength(1);
  });

  test("one that is changed begins anew on the next day", () => {
    const one = home();
    one.act("correct", { condition: "5", text: "less", from: "2026-11-02", judgeOn: "2026-11-16" });
    expect(refused(() => one.act("correction-judge", { condition: "5", outcome: "change" })).code).toBe(
      "usage",
    );
    const done = one.act("correction-judge", { condition: "5", outcome: "改", text: "none before noon" });
    expect(done.data as CorrectionJson).toMatchObject({
      text: "none before noon",
      from: "2026-11-24",
      judgeOn: "2026-12-08",
    });
    expect(one.store.text("conditions.md")).toContain(
      "  - Correction: less (from 2026-11-02, judge on 2026-11-16) - change 2026-11-23\n  - Correction: none before noon (from 2026-11-24, judge on 2026-12-08)\n",
    );
    expect(one.day().corrections).toHaveLength(2);
    one.act("undo");
    one.act("undo");
    expect(one.store.text("conditions.md")).toBe(CONDITIONS);
    expect(one.store.text("days/2026-11-23.md")).toBe(TODAY);
  });

  test("begins tomorrow where today is answered; is for abnormal ones; is judged after it began", () => {
    const one = home();
    one.act("check", { yes: "5" });
    expect(one.act("correct", { condition: "5", text: "x" }, { dryRun: true }).data).toMatchObject({
      from: "2026-11-24",
    });
    expect(refused(() => one.act("correct", { condition: "1", text: "x" })).message).toContain("healthy");
    const input = { condition: "3", text: "x", from: "2026-11-30", judgeOn: "2026-11-30" };
    expect(refused(() => one.act("correct", input)).code).toBe("usage");
    expect(refused(() => one.act("correction-judge", { condition: "3", outcome: "keep" })).code).toBe(
      "missing",
    );
  });
});

describe("conditions", () => {
  test("are shown with numbers, added, removed", () => {
    const one = home();
    one.act("condition-add", {
      kind: "异常",
      name: "Too many meetings",
      detect: "interruptions over 2 hours",
    });
    const { conditions } = one.act("conditions").data as ConditionsData;
    expect(conditions.at(-1)).toMatchObject({
      number: 6,
      kind: "abnormal",
      detector: "interruptions over 2 hours",
      detects: true,
    });
    one.act("condition-remove", { name: "too many" });
    expect(one.store.text("conditions.md")).toBe(CONDITIONS);
  });

  test("refuse a detector that cannot be understood, naming the nearest", () => {
    const refusal = refused(() =>
      home().act("condition-add", { kind: "abnormal", name: "x", detect: "work after ten" }),
    );
    expect(refusal.hint).toContain("worked after 22:00");
    expect(refused(() => home().act("condition-add", { kind: "abnormal", name: "late AGAIN" })).code).toBe(
      "usage",
    );
  });

  test("begin with a starter set, in the language of the home, once", () => {
    const one = dayHome({ "now.md": PAGE }, { now: EVENING, tongue: "zh" });
    one.act("conditions", { starter: true });
    expect(one.store.text("conditions.md")).toContain("## 异常");
    expect(refused(() => one.act("conditions", { starter: true })).code).toBe("usage");
    one.act("check", { yes: "动手做出", no: "没有动手;歇了", note: "下午开会" });
    expect(one.note()).toContain("## 自检");
    expect(one.note()).toContain("- [x] 健康：动手做出了一个能跑的小东西");
  });
});
