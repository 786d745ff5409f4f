// Forecasts of effort: metrics recomputed another way, no look ahead, the same every time, calibrated on people who never
// were and, with NUNC_CORPORA, on those who were.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeChance } from "../src/domain/forecast/chance.ts";
import { normalQuantile, PSEUDO_RATIOS, studentQuantile3 } from "../src/domain/forecast/prior.ts";
import {
  backTest,
  type EstimateFile,
  METHODS,
  quantilesOf,
  readEstimateFile,
  type TestedGroup,
} from "../src/domain/index.ts";
import { makePerson, makeTable } from "./forecast-people.ts";

const CORPORA = process.env.NUNC_CORPORA;
const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95];

function people(count: number, tasks: number, seed: number): string {
  const chance = makeChance(seed);
  return makeTable(
    Array.from({ length: count }, (_, index) => makePerson(`p${index}`, tasks, chance)),
    seed,
  );
}

describe("metrics", () => {
  const test1 = backTest(readEstimateFile(people(3, 60, 5)).rows);

  test("are those of a second, plain program over the forecasts as printed", () => {
    for (const method of METHODS) {
      for (const group of test1.groups) {
        const mine = test1.cases[method].filter(
          ({ row, number }) =>
            (group.person === null || row.person === group.person) && (!group.firstOnly || number < 30),
        );
        let loss = 0;
        let error = 0;
        let inside = 0;
        const widths: number[] = [];
        for (const one of mine) {
          const q = quantilesOf(one);
          const actual = Number(one.row.actual.toPrecision(10));
          for (let at = 0; at < 5; at++) {
            const over = Math.log(actual) - Math.log(q[at]!);
            loss += Math.max(LEVELS[at]! * over, (LEVELS[at]! - 1) * over) / 5;
          }
          error += Math.abs(Math.log(actual / q[2]));
          if (actual >= q[0] && actual <= q[4]) inside++;
          widths.push(Math.log(q[4] / q[0]));
        }
        widths.sort((a, b) => a - b);
        const scores = group.scores[method];
        expect(scores.n).toBe(mine.length);
        expect(scores.pinball).toBeCloseTo(loss / mine.length, 7);
        expect(scores.meanAbsoluteError).toBeCloseTo(error / mine.length, 7);
        expect(scores.coverage90).toBeCloseTo(inside / mine.length, 12);
        expect(scores.width90).toBeCloseTo(
          (widths[(widths.length - 1) >> 1]! + widths[widths.length >> 1]!) / 2,
          7,
        );
      }
    }
  });

  test("baselines are those of a plain program that sorts everything anew for every task", () => {
    const { rows } = readEstimateFile(people(2, 50, 9));
    const tested = backTest(rows).cases;
    const quantile = (points: [number, number][], level: number): number => {
      const sorted = [...points].sort(([a], [b]) => a - b);
      const total = sorted.reduce((sum, [, weight]) => sum + weight, 0);
      let sum = 0;
      for (const [value, weight] of sorted) {
        sum += weight;
        if (sum >= level * total - 1e-9) return value;
      }
      return sorted.at(-1)![0];
    };
    for (const { row, given } of tested.category) {
      const past = rows.filter((one) => one.person === row.person && one.doneAt < row.knownAt);
      const log = (one: (typeof rows)[number]): number => Math.log(one.actual / one.estimate);
      const whole = [...PSEUDO_RATIOS, ...past.map(log)];
      const points = [
        ...whole.map((value): [number, number] => [value, 20 / whole.length]),
        ...past.filter((one) => one.category === row.category).map((one): [number, number] => [log(one), 1]),
      ];
      for (const [at, level] of LEVELS.entries())
        expect(given.ratios[at]).toBeCloseTo(quantile(points, level), 9);
    }
    for (const { row, given } of tested.all) {
      const past = rows.filter((one) => one.person === row.person && one.doneAt < row.knownAt);
      const points = [...PSEUDO_RATIOS, ...past.map((one) => Math.log(one.actual / one.estimate))].map(
        (value): [number, number] => [value, 1],
      );
      for (const [at, level] of LEVELS.entries())
        expect(given.ratios[at]).toBeCloseTo(quantile(points, level), 9);
      expect(given.cases).toBe(past.length);
    }
  });

  test("priors have the quantiles that they say", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 5);
    expect(normalQuantile(0.01)).toBeCloseTo(-2.326348, 5);
    expect(studentQuantile3(0.95)).toBeCloseTo(2.353363, 5);
    expect(PSEUDO_RATIOS).toHaveLength(10);
    expect(PSEUDO_RATIOS[9]).toBeCloseTo(1.644854 * Math.LN2, 5);
    expect(PSEUDO_RATIOS.reduce((sum, ratio) => sum + ratio, 0)).toBeCloseTo(0, 9);
  });
});

describe("Invariant: nothing that is done later is seen", () => {
  test("changing what was done at or after a task became known, or became known later, changes no forecast", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (seed, part) => {
          const { rows } = readEstimateFile(people(3, 25, seed));
          const moments = rows.map(({ knownAt }) => knownAt).sort();
          const now = moments[Math.floor(part * (moments.length - 1))]!;
          const changed = rows
            .filter(({ knownAt }) => knownAt <= now)
            .map((row) =>
              row.doneAt >= now ? { ...row, actual: row.actual * 7 + 1, doneAt: `${row.doneAt}:59` } : row,
            );
          const before = backTest(rows).cases;
          const after = backTest(changed).cases;
          for (const method of METHODS) {
            const known = before[method]
              .filter(({ row }) => row.knownAt <= now)
              .map(({ row, given }) => [row.id, given.ratios]);
            expect(after[method].map(({ row, given }) => [row.id, given.ratios])).toEqual(known);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  test("a truth on the same day without an hour is not used for its own task", () => {
    const table = (actual: number): string =>
      `known_at,done_at,estimate,actual\n2020-01-01T09,2020-01-01,2,${actual}\n2020-01-01T10,2020-01-02,2,4\n`;
    const first = (actual: number) => backTest(readEstimateFile(table(actual)).rows).cases.nunc;
    expect(first(2)[0]!.given.ratios).toEqual(first(50)[0]!.given.ratios);
    expect(first(2)[1]!.given.ratios).not.toEqual(first(50)[1]!.given.ratios);
  });

  test("partial dates are compared as they stand", () => {
    const table =
      "known_at,done_at,estimate,actual\n2009-04-09,2009-04-09T23,1,3\n2009-04-09,2009-04-09T23,1,3\n2009-04-10,2009-04-10T23,1,3\n";
    expect(backTest(readEstimateFile(table).rows).cases.nunc.map(({ given }) => given.cases)).toEqual([
      0, 0, 2,
    ]);
  });
});

test("the same table gives the same forecasts", () => {
  const rows = () => readEstimateFile(people(4, 40, 3)).rows;
  expect(backTest(rows())).toEqual(backTest(rows()));
});

test("quantiles ascend and never lie outside what was seen or believed", () => {
  for (const { given } of backTest(readEstimateFile(people(4, 60, 8)).rows).cases.nunc) {
    expect([...given.ratios].sort((a, b) => a - b)).toEqual([...given.ratios]);
    for (const ratio of given.ratios) expect(Number.isFinite(ratio)).toBe(true);
  }
});

describe("calibration", () => {
  test("of people who never were: 90 % intervals hold 87 to 93 %, also over first tasks; better than by category", () => {
    const { groups } = backTest(readEstimateFile(people(30, 120, 11)).rows);
    const [all, first] = groups as [TestedGroup, TestedGroup];
    expect(first.firstOnly).toBe(true);
    for (const { scores } of [all, first]) {
      expect(scores.nunc.coverage90).toBeGreaterThan(0.87);
      expect(scores.nunc.coverage90).toBeLessThan(0.93);
      expect(scores.nunc.pinball).toBeLessThan(scores.category.pinball * 1.01);
    }
  });

  test.runIf(CORPORA)(
    "of people who were (NUNC_CORPORA): better than by category, 90 % intervals hold 87 to 93 %",
    () => {
      for (const name of ["renzo", "sip", "cesaw"]) {
        const text = readFileSync(join(CORPORA!, "estimates", `${name}.csv`), "utf8");
        const { groups } = backTest(readEstimateFile(text).rows);
        const long = groups.filter(({ firstOnly, scores }) => !firstOnly && scores.nunc.n >= 100);
        for (const { scores } of long) {
          expect(scores.nunc.coverage90).toBeGreaterThanOrEqual(0.865);
          expect(scores.nunc.coverage90).toBeLessThanOrEqual(0.935);
        }
        const { nunc, category } = groups[0]!.scores;
        expect(nunc.pinball).toBeLessThan(category.pinball);
        const first = groups[1]!.scores.nunc;
        // Thirty tasks of one person: one more or less is 0.033.
        if (first.n > 60) {
          expect(first.coverage90).toBeGreaterThanOrEqual(0.87);
          expect(first.coverage90).toBeLessThanOrEqual(0.93);
        }
      }
    },
  );
});

describe("reading the table", () => {
  const facts = ({ rows, skipped, missing }: EstimateFile) => ({
    rows: rows.map(({ id, line, person, category, estimate, actual }) => [
      id,
      line,
      person,
      category,
      estimate,
      actual,
    ]),
    skipped,
    missing,
  });

  test("BOM, CRLF, quotes, line breaks in quotes, other order and case of columns", () => {
    const text =
      '\ufeffActual,"Category",ESTIMATE,done_at,known_at,person,id\r\n3,"a, ""b""",2,2020-01-02,2020-01-01,"An\r\nna",x1\r\n\r\n4,c,2,2020-01-03,2020-01-02,Bo,x2';
    expect(facts(readEstimateFile(text))).toEqual({
      rows: [
        ["x1", 2, "An\r\nna", 'a, "b"', 2, 3],
        ["x2", 5, "Bo", "c", 2, 4],
      ],
      skipped: [],
      missing: [],
    });
  });

  test("semicolons and decimal commas; a missing last cell; a quote that never ends", () => {
    expect(
      facts(readEstimateFile("estimate;actual;known_at;done_at;person\n1,5;3;a;b\n2;1;a;b;")).rows,
    ).toEqual([
      ["2", 2, "", "", 1.5, 3],
      ["3", 3, "", "", 2, 1],
    ]);
    expect(readEstimateFile('estimate,actual,known_at,done_at\n1,2,a,"b\n').rows).toHaveLength(1);
  });

  test("what cannot be used is left out and counted by why, with the first line", () => {
    const text = [
      "id,estimate,actual,known_at,done_at",
      "a,1,0,2020-01-01,2020-01-02",
      "b,,2,2020-01-01,2020-01-02",
      "c,1,,2020-01-01,2020-01-02",
      "d,1,2,,2020-01-02",
      "e,1,2,2020-01-01,",
      "f,-1,2,2020-01-01,2020-01-02",
      "g,1,0.0,2020-01-01,2020-01-02",
      "h,1,x,2020-01-01,2020-01-02",
      "i,1,2,2020-01-05,2020-01-02",
      "k,1,2,2020-01-05T10,2020-01-05",
    ].join("\n");
    expect(facts(readEstimateFile(text))).toEqual({
      rows: [["k", 11, "", "", 1, 2]],
      skipped: [
        { why: "actual0", count: 2, line: 2 },
        { why: "no-estimate", count: 2, line: 3 },
        { why: "no-actual", count: 2, line: 4 },
        { why: "no-known", count: 1, line: 5 },
        { why: "no-done", count: 1, line: 6 },
        { why: "done-before", count: 1, line: 10 },
      ],
      missing: [],
    });
  });

  test("columns that are not there are named; an empty file is no crash", () => {
    expect(readEstimateFile("a,estimate\n1,2").missing).toEqual(["actual", "known_at", "done_at"]);
    expect(readEstimateFile("").missing).toHaveLength(4);
    expect(backTest([]).groups).toEqual([]);
  });

  test("any text is read without a crash", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a1,;"\n\r\t '.split("")) }), (text) => {
        readEstimateFile(`estimate,actual,known_at,done_at\n${text}`);
      }),
    );
  });
});
