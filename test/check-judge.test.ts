// Corrections: the chance that a condition is rarer since, recomputed by integrating both posteriors numerically; the days
// that are compared; what counts as returning.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type LocalDate } from "../src/base/index.ts";
import {
  type CheckedDay,
  type Condition,
  type Correction,
  chanceLower,
  correctionWindows,
  judgeCorrection,
  readConditions,
  returning,
  type Tally,
} from "../src/domain/index.ts";

/** Of x^held (1 - x)^(days - held), without its constant. */
const density = ({ held, days }: Tally, x: number): number =>
  Math.exp(held * Math.log(x) + (days - held) * Math.log1p(-x));

/** P(p_a < p_b) by the midpoint rule, in one pass: no closed formula, no gamma function. */
function integrated(a: Tally, b: Tally, cells = 20_000): number {
  let [massA, massB, both] = [0, 0, 0];
  for (let cell = 0; cell < cells; cell++) {
    const x = (cell + 0.5) / cells;
    const here = density(a, x);
    both += density(b, x) * (massA + here / 2);
    massA += here;
    massB += density(b, x);
  }
  return both / (massA * massB);
}

const tally = fc
  .integer({ min: 0, max: 60 })
  .chain((days) => fc.integer({ min: 0, max: days }).map((held) => ({ held, days })));

describe("the chance that it is rarer since", () => {
  test("is what numeric integration gives", () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        expect(chanceLower(a, b)).toBeCloseTo(integrated(a, b), 5);
      }),
      { numRuns: 60 },
    );
  });

  test("by hand: nothing known is even odds; 0 of 1 against 1 of 1 is five in six", () => {
    expect(chanceLower({ held: 0, days: 0 }, { held: 0, days: 0 })).toBeCloseTo(1 / 2, 12);
    expect(chanceLower({ held: 0, days: 1 }, { held: 1, days: 1 })).toBeCloseTo(5 / 6, 12);
  });

  test("both ways make a whole, and a year of days is no trouble", () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        expect(chanceLower(a, b) + chanceLower(b, a)).toBeCloseTo(1, 9);
      }),
    );
    const [few, many] = [
      { held: 100, days: 250 },
      { held: 130, days: 250 },
    ];
    expect(chanceLower(few, many)).toBeCloseTo(integrated(few, many), 5);
  });

  test("is said with its method, in both languages; with too few days it is not said", () => {
    const before = { held: 8, days: 10 };
    const en = judgeCorrection({ before, since: { held: 2, days: 9 } }, "en");
    expect(en.better).toBeCloseTo(integrated({ held: 2, days: 9 }, before), 5);
    expect(en.says).toBe(
      `It held on 8 of 10 checked working days before, and on 2 of 9 since. The chance that it is really less frequent since is ${Math.round(100 * en.better!)}% (two binomials with uniform priors, taking days as independent).`,
    );
    expect(judgeCorrection({ before, since: { held: 2, days: 9 } }, "zh").says).toContain("假定各天互相独立");
    const few = judgeCorrection({ before, since: { held: 0, days: 4 } }, "en");
    expect(few.better).toBeNull();
    expect(few.says).toContain("too little to tell: at least 5");
    expect(judgeCorrection({ before: { held: 4, days: 4 }, since: before }, "zh").says).toContain("天数太少");
  });
});

const correction = (from: string, judgedOn: string | null): Correction =>
  ({ from, judgeOn: "2026-09-16", judgedOn, outcome: judgedOn === null ? null : "keep" }) as Correction;

describe("the days that are compared", () => {
  const windows = (from: string, judgedOn: string | null, today: string) =>
    correctionWindows(correction(from, judgedOn), today as LocalDate);

  test("four weeks before", () => {
    expect(windows("2026-09-02", null, "2026-09-16")).toEqual({
      before: { from: "2026-08-05", to: "2026-09-01" },
      since: { from: "2026-09-02", to: "2026-09-16" },
    });
  });
  test("up to the day of judgement", () => {
    expect(windows("2026-09-02", "2026-12-01", "2027-01-01")).toEqual({
      before: { from: "2026-08-05", to: "2026-09-01" },
      since: { from: "2026-09-02", to: "2026-12-01" },
    });
  });
  test("one that has not begun", () => {
    expect(windows("2026-09-02", null, "2026-08-30")).toEqual({
      before: { from: "2026-08-05", to: "2026-09-01" },
      since: { from: "2026-09-02", to: "2026-09-02" },
    });
    const { says } = judgeCorrection({ before: { held: 3, days: 9 }, since: { held: 0, days: 0 } }, "en");
    expect(says).toBe("It held on 3 of 9 checked working days before; none has been checked since.");
  });
});

describe("what keeps returning", () => {
  const START = "2026-09-01" as LocalDate;
  const condition = (below = ""): Condition =>
    readConditions(`## Abnormal\n- Late\n${below}`, "en").conditions[0]!;
  const checked = (pattern: string): CheckedDay[] =>
    [...pattern].map((sign, index) => ({ date: addDays(START, index), held: sign === "x" }));
  const found = (one: Condition, pattern: string) =>
    returning([one], () => checked(pattern)).map(({ held, of }) => [held, of]);

  test("three of the last ten checked days", () => {
    expect(found(condition(), "xx.x")).toEqual([[3, 4]]);
    expect(found(condition(), "xx.")).toEqual([]);
    expect(found(condition(), "x........x.x")).toEqual([]);
    expect(found(condition(), ".x.......x.x")).toEqual([]);
    expect(found(condition(), "..x......x.x")).toEqual([[3, 10]]);
  });
  test("not while a correction runs, and after it only by the days since", () => {
    const line = (outcome: string) => `  - Correction: go (from 2026-08-20, judge on 2026-09-03)${outcome}\n`;
    expect(found(condition(line("")), "xxxxxx")).toEqual([]);
    expect(found(condition(line(" - drop 2026-09-03")), "xxxxx")).toEqual([]);
    expect(found(condition(line(" - drop 2026-09-03")), "xxxxxx")).toEqual([[3, 3]]);
  });
  test("a healthy one never", () => {
    const healthy = readConditions("## Healthy\n- Early\n", "en").conditions[0]!;
    expect(found(healthy, "xxxxxxxx")).toEqual([]);
  });
});
