// Importance by its formula, where page and answers disagree and how sure that is, commitments kept or not.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type LocalDate } from "../src/base/index.ts";
import {
  type Commitment,
  DEFAULT_IMPORTANCE,
  explainImportance,
  findDisagreements,
  type Help,
  type ImportanceAnswers,
  importanceOf,
  type Priority,
  type RankedItem,
  readCommitments,
  readConfig,
  reportCommitments,
} from "../src/domain/index.ts";

const answersOf = (
  helps: (Help | null)[],
  hours: number | null = 20,
  people: number | null = 0,
  hasPoints = true,
): ImportanceAnswers => ({
  helps: helps.map((help, index) => ({ goal: `G${index + 1}`, help })),
  effortMin: hours === null ? null : hours * 60,
  people,
  hasPoints,
});
const valued = (answers: ImportanceAnswers) => importanceOf(answers, DEFAULT_IMPORTANCE).value;

describe("importance", () => {
  test.each([
    [answersOf([3], 20), 70],
    [answersOf([3], 0.5), 99],
    [answersOf([2], 20), 47],
    [answersOf([0], 1), 0],
    [answersOf([2, 1], 20), 54],
    [answersOf([3, 3], 20), 70],
    [answersOf([3], null), 70],
    [answersOf([3], 20, 1), 63],
    [answersOf([3], 20, 0, false), 63],
    [answersOf([null], 20), null],
    [answersOf([null, 3], 20), 70],
  ])("%j is %j", (answers, value) => expect(valued(answers)).toBe(value));

  test("names what is not answered, and says why in words", () => {
    const answers = answersOf([3, null], null, null, false);
    const found = importanceOf(answers, DEFAULT_IMPORTANCE);
    expect(found.missing).toEqual(["help", "effort", "people"]);
    expect(explainImportance(answers, found, "en")).toBe(
      "help 3 of 3 for “G1” (1.00), effort not answered, counted as middling (×0.70), no check points (×0.90)",
    );
    expect(
      explainImportance(answersOf([2], 8, 2), importanceOf(answersOf([2], 8, 2), DEFAULT_IMPORTANCE), "zh"),
    ).toBe("对“G1”帮助 2/3（0.67），要 8 小时（×0.83），需要别人 2 人（×0.87）");
  });

  test("more help is never worth less, more effort or people never more", () => {
    const help = fc.constantFrom<Help>(0, 1, 2, 3);
    fc.assert(
      fc.property(
        fc.array(help, { minLength: 1, maxLength: 4 }),
        fc.nat(200),
        fc.nat(9),
        fc.boolean(),
        (helps, hours, people, has) => {
          const value = valued(answersOf(helps, hours, people, has))!;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
          expect(valued(answersOf([...helps, 1], hours, people, has))!).toBeGreaterThanOrEqual(value);
          expect(valued(answersOf(helps, hours + 5, people, has))!).toBeLessThanOrEqual(value);
          expect(valued(answersOf(helps, hours, people + 1, has))!).toBeLessThanOrEqual(value);
        },
      ),
    );
  });

  test("its numbers stand in nunc.yaml", () => {
    const { config, diagnostics } = readConfig(
      "importance: {effort: 30%, hours: 40h, people: 0.5, points: off}\n",
      "en",
    );
    expect(config.importance).toEqual({
      ...DEFAULT_IMPORTANCE,
      effortShare: 0.3,
      halfMin: 2400,
      peopleShare: 0.5,
    });
    expect(diagnostics.map(({ line, code }) => [line, code])).toEqual([[1, "config-wrong-type"]]);
    const wrong = readConfig("importance:\n  efort: 1\n  hours: soon\n  people: 300%\n", "zh");
    expect(wrong.config.importance).toEqual(DEFAULT_IMPORTANCE);
    expect(wrong.diagnostics.map(({ line, code }) => [line, code])).toEqual([
      [2, "config-unknown-key"],
      [3, "config-not-a-duration"],
      [4, "config-out-of-range"],
    ]);
    expect(readConfig("importance: much\n", "en").diagnostics[0]).toMatchObject({
      code: "config-wrong-type",
    });
  });
});

const item = (title: string, priority: Priority, answers: ImportanceAnswers | null): RankedItem => ({
  path: title,
  title,
  priority,
  answers,
});
const ALL: Priority[] = ["highest", "high", "medium", "low"];
const disagree = (items: RankedItem[]) =>
  findDisagreements(items, DEFAULT_IMPORTANCE, ALL, "en").map(({ kind, path, to, sureness }) => [
    kind,
    path,
    to,
    sureness,
  ]);

describe("where page and answers disagree", () => {
  test("the largest help for the least effort at the bottom, and what stands in its place", () => {
    const items = [
      item("A", "highest", answersOf([1], 60)),
      item("B", "low", answersOf([3], 2)),
      item("C", "medium", answersOf([2], 10)),
    ];
    expect(disagree(items)).toEqual([
      ["too-low", "B", "highest", "sure"],
      ["too-low", "C", "highest", "likely"],
    ]);
    const [first] = findDisagreements(items, DEFAULT_IMPORTANCE, ALL, "en");
    expect(first!.says).toBe("“B” stands in low priority, but is the largest help for the least effort.");
    expect(first!.rests).toContain("Rests on “B”: help 3, 2h; “A”: help 1, 60h. It is sure");
    expect(findDisagreements(items, DEFAULT_IMPORTANCE, ALL, "zh")[0]!.says).toBe(
      "“B”在低优先级，却是花最少时间帮助最大的一个。",
    );
  });

  test("how sure follows from how far the answers could be off", () => {
    const near = [item("A", "high", answersOf([2], 20)), item("B", "low", answersOf([3], 20))];
    expect(disagree(near).map(([, , , sureness]) => sureness)).toEqual(["unsure"]);
    const some = [item("A", "high", answersOf([1], 20)), item("B", "low", answersOf([3], 20))];
    expect(disagree(some)).toContainEqual(["too-low", "B", "high", "likely"]);
    const missing = [item("A", "high", answersOf([0], 20)), item("B", "low", answersOf([3], null))];
    expect(disagree(missing)).toContainEqual(["too-low", "B", "high", "unsure"]);
  });

  test("not where the order fits, values are near, or nothing is answered", () => {
    expect(disagree([item("A", "high", answersOf([3], 5)), item("B", "low", answersOf([1], 5))])).toEqual([]);
    expect(disagree([item("A", "high", answersOf([3], 12)), item("B", "low", answersOf([3], 8))])).toEqual(
      [],
    );
    expect(disagree([item("A", "high", null), item("B", "low", null)])).toEqual([]);
    expect(disagree([item("A", "high", answersOf([null])), item("B", "low", answersOf([null]))])).toEqual([]);
  });

  test("high and serving nothing, the surer the more of the others serve", () => {
    const serving = ["B", "C", "D"].map((title) => item(title, "high", answersOf([2])));
    expect(disagree([item("A", "highest", null), ...serving])).toEqual([
      ["serves-nothing", "A", "high", "sure"],
    ]);
    const many = ["X", "Y", "Z"].map((title) => item(title, "highest", null));
    expect(disagree([...many, item("B", "low", answersOf([2]))]).map(([, , , sureness]) => sureness)).toEqual(
      ["unsure", "unsure", "unsure"],
    );
    expect(disagree([item("M", "medium", null), ...serving])).toEqual([]);
  });

  test("the one item that is out of place is named, not all that it displaces", () => {
    const others = ["A", "B", "C"].map((title, index) =>
      item(title, ALL[index]!, answersOf([2], 10 + 10 * index)),
    );
    expect(disagree([...others, item("D", "low", answersOf([3], 1))])).toEqual([
      ["too-low", "D", "highest", "likely"],
    ]);
    const low = ["A", "B", "C"].map((title) => item(title, "low", answersOf([3], 10)));
    expect(disagree([item("D", "high", answersOf([0], 40)), ...low])).toEqual([
      ["too-high", "D", "low", "sure"],
    ]);
  });

  test("settling one by its move leaves nothing of it, and there is an end to it", () => {
    const help = fc.constantFrom<Help>(0, 1, 2, 3);
    const one = fc.tuple(help, fc.integer({ min: 1, max: 80 }), fc.constantFrom(...ALL));
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 8 }), (list) => {
        let items = list.map(([helps, hours, priority], index) =>
          item(`I${index}`, priority, answersOf([helps], hours)),
        );
        const misplaced = () =>
          findDisagreements(items, DEFAULT_IMPORTANCE, ALL, "en").filter(
            ({ kind }) => kind !== "serves-nothing",
          );
        for (let turn = 0; turn < 40 && misplaced().length > 0; turn++) {
          const next = misplaced()[0]!;
          const step = ALL.indexOf(next.to) - ALL.indexOf(next.priority);
          expect(next.kind === "too-low" ? -step : step).toBeGreaterThan(0);
          items = items.map((each) => (each.path === next.path ? { ...each, priority: next.to } : each));
        }
        expect(misplaced()).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("commitments over a range", () => {
  const make = (words: string): Commitment =>
    readCommitments(`# Commitments\n- ${words}\n`, "en").commitments[0]!;
  const MONDAY = "2026-11-02" as LocalDate;
  const TODAY = "2026-11-25" as LocalDate;
  /** Minutes of Piano by offset from Monday; a day with an entry has some other record as well. */
  const days = (recorded: Record<number, number>) =>
    Array.from({ length: 24 }, (_, index) => ({
      date: addDays(MONDAY, index),
      byReference: new Map(
        Object.entries(recorded[index] === undefined ? {} : { Letters: 5, Piano: recorded[index] }).filter(
          ([, min]) => min > 0,
        ),
      ),
      isOff: index % 7 > 4,
    }));
  const verdicts = (words: string, recorded: Record<number, number>, from = MONDAY) => {
    const [report] = reportCommitments([make(words)], {
      from,
      to: TODAY,
      today: TODAY,
      days: days(recorded),
    });
    return {
      verdicts: report!.periods.map(({ verdict }) => verdict).join(" "),
      kept: report!.kept,
      of: report!.of,
      streak: report!.streak,
    };
  };

  test("a floor by the week: kept, broken, unknown without records, running", () => {
    expect(verdicts("weekly 2h: Piano", { 0: 60, 1: 60, 7: 30, 22: 0 })).toEqual({
      verdicts: "kept broken unknown running",
      kept: 1,
      of: 2,
      streak: 0,
    });
    expect(verdicts("weekly 2h: Piano", { 22: 120 }).verdicts).toBe("unknown unknown unknown kept");
    expect(verdicts("2 times a week: Piano, 30m each", { 0: 30, 1: 10, 7: 20, 8: 30 }).verdicts).toBe(
      "broken kept unknown running",
    );
  });

  test("a limit is broken as soon as it is passed", () => {
    expect(verdicts("at most 1h a week: Piano", { 0: 60, 7: 61, 14: 10, 21: 90 }).verdicts).toBe(
      "kept broken kept broken",
    );
  });

  test("by the day, days off do not count unless used; by the month; since a day", () => {
    expect(verdicts("daily 20m: Piano", { 0: 20, 1: 0, 5: 20 }).verdicts.split(" ").slice(0, 8)).toEqual([
      "kept",
      "broken",
      "broken",
      "broken",
      "broken",
      "kept",
      "off",
      "unknown",
    ]);
    expect(verdicts("monthly 2h: Piano", { 0: 60 }).verdicts).toBe("running");
    expect(verdicts("weekly 2h: Piano (since 2026-11-16)", { 0: 0, 14: 120 })).toMatchObject({
      verdicts: "kept running",
      streak: 1,
    });
  });

  test("a streak is counted back from the last decided period", () => {
    expect(verdicts("weekly 1h: Piano", { 0: 0, 7: 60, 14: 60 })).toMatchObject({
      kept: 2,
      of: 3,
      streak: 2,
    });
  });
});
