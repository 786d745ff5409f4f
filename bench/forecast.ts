// How good forecasts of effort are: `node bench/forecast.ts [--sensitivity] FOLDER`. Every CSV file of the folder (default:
// `estimates` in NUNC_CORPORA) is walked through as `nunc forecast --backtest` does, and the time is taken, of the whole and
// of ten thousand made-up tasks; persons with habits that the model was never tuned on stand beside them. With `--sensitivity` each figure of the model is halved and doubled: how much the pinball
// loss changes, beside the loss of by-category. `alone`: each person as if there were no others.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { planWalk, type TestedCase, type Walk, walkForward } from "../src/domain/forecast/back-test.ts";
import { BASELINES } from "../src/domain/forecast/baseline.ts";
import { ratioOf } from "../src/domain/forecast/case.ts";
import { makeChance } from "../src/domain/forecast/chance.ts";
import type { EstimateRow } from "../src/domain/forecast/estimate-file.ts";
import {
  ESTIMATE_OPTIONS,
  EstimateModel,
  type EstimateOptions,
} from "../src/domain/forecast/estimate-model.ts";
import { backTest, METHODS, readEstimateFile, type Scores, scoresOf } from "../src/domain/index.ts";
import { HABITS, makeHabitTable, makePerson, makeTable } from "../test/forecast-people.ts";

const { values, positionals } = parseArgs({
  options: { sensitivity: { type: "boolean", default: false } },
  allowPositionals: true,
});
const folder = positionals[0] ?? join(process.env.NUNC_CORPORA ?? ".", "estimates");
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".csv"))
  .map((name) => ({ name: name.slice(0, -4), text: readFileSync(join(folder, name), "utf8") }));

if (values.sensitivity) measureSensitivity();
else compareAll();

function compareAll(): void {
  for (const { name, text } of files) {
    const start = performance.now();
    const { rows, missing } = readEstimateFile(text);
    if (missing.length > 0 || rows.length === 0) {
      console.log(`\n${name}: no row with estimate, actual and dates`);
      continue;
    }
    const test = backTest(rows);
    const took = performance.now() - start;
    console.log(`\n${name}: ${test.n} tasks, ${test.persons} persons, ${took.toFixed(0)} ms`);
    for (const { person, firstOnly, scores } of test.groups) {
      if (person !== null) continue;
      for (const method of METHODS)
        console.log(
          `  ${(firstOnly ? "first 30" : "all").padEnd(9)}${method.padEnd(9)}${line(scores[method])}`,
        );
    }
    const long = test.groups.filter((one) => one.person !== null && one.scores.nunc.n >= 100);
    const good = long.filter(({ scores: { nunc } }) => nunc.coverage90 >= 0.87 && nunc.coverage90 <= 0.93);
    const better = long.filter(({ scores }) => scores.nunc.pinball < scores.category.pinball);
    console.log(
      `  persons with 100 tasks or more: ${long.length}; coverage of 90 % between .87 and .93: ${good.length}; better than by category: ${better.length}`,
    );
  }
  for (const habit of HABITS) compareHabit(habit);
  const chance = makeChance(1);
  const people = Array.from({ length: 20 }, (_, index) => makePerson(`p${index}`, 500, chance));
  const text = makeTable(people, 1);
  const start = performance.now();
  backTest(readEstimateFile(text).rows);
  console.log(`\n10000 made-up tasks of 20 persons: ${(performance.now() - start).toFixed(0)} ms`);
}

/** Twelve persons with one habit, each alone: nobody else in the table, and nothing like them in the data of the model. */
function compareHabit(habit: (typeof HABITS)[number]): void {
  const walks = Array.from({ length: 12 }, (_, seed) =>
    planWalk(readEstimateFile(makeHabitTable(habit, 400, seed + 1)).rows),
  );
  console.log(`\n${habit}: 12 persons of 400 tasks, each alone`);
  const ways = { nunc: () => new EstimateModel(), category: BASELINES.category, all: BASELINES.all };
  for (const [name, make] of Object.entries(ways)) {
    const cases = walks.flatMap((walk) => walkForward(walk, make()));
    const [all, first] = scoreAll(cases);
    console.log(`  ${"all".padEnd(9)}${name.padEnd(9)}${line(all!)}`);
    console.log(`  ${"first 30".padEnd(9)}${name.padEnd(9)}${line(first!)}`);
  }
}

function line({ n, meanAbsoluteError, pinball, coverage50, coverage90, width90 }: Scores): string {
  const figures = [
    meanAbsoluteError.toFixed(3),
    pinball.toFixed(4),
    coverage50.toFixed(3),
    coverage90.toFixed(3),
  ];
  return `${String(n).padStart(6)}  ${figures.join("  ")}  x${Math.exp(width90).toPrecision(3)}`;
}

function measureSensitivity(): void {
  const sets = makeSets();
  const losses = [...sets].map(([, walks]) =>
    scoreAll(walks.flatMap((walk) => walkForward(walk, BASELINES.category()))),
  );
  console.log(`${"".padEnd(28)}${[...sets.keys()].map((name) => name.padEnd(24)).join("")}`);
  console.log(`${"".padEnd(28)}${[...sets].map(() => "all         first 30    ").join("")}`);
  const show = (name: string, options: Partial<EstimateOptions>): void => {
    const cells = [...sets.values()].map((walks, index) => {
      const mine = scoreAll(walks.flatMap((walk) => walkForward(walk, new EstimateModel(options))));
      return mine.map((scores, part) => cell(scores, losses[index]![part]!)).join("");
    });
    console.log(`${name.padEnd(28)}${cells.join("")}`);
  };
  show("as it is", {});
  for (const key of Object.keys(ESTIMATE_OPTIONS) as (keyof EstimateOptions)[])
    for (const factor of [0.5, 2]) show(`${key} x ${factor}`, { [key]: ESTIMATE_OPTIONS[key] * factor });
}

/** The files, the persons of the largest one each alone, and people who never were. */
function makeSets(): Map<string, Walk[]> {
  const sets = new Map<string, Walk[]>();
  let largest: readonly EstimateRow[] = [];
  for (const { name, text } of files) {
    const { rows } = readEstimateFile(text);
    if (rows.length === 0) continue;
    sets.set(name, [planWalk(rows)]);
    if (rows.length > largest.length) largest = rows;
  }
  const alone = Map.groupBy(largest, ({ person }) => person);
  sets.set("alone", [...alone.values()].map(planWalk));
  const chance = makeChance(11);
  const people = Array.from({ length: 30 }, (_, index) => makePerson(`p${index}`, 120, chance));
  sets.set("made up", [planWalk(readEstimateFile(makeTable(people, 11)).rows)]);
  return sets;
}

function scoreAll(cases: readonly TestedCase[]): Scores[] {
  const scored = (some: readonly TestedCase[]): Scores =>
    scoresOf(some.map(({ row, given }) => ({ quantiles: given.ratios, truth: ratioOf(row) })))!;
  return [scored(cases), scored(cases.filter(({ number }) => number < 30))];
}

/** Loss against by-category, and coverage of the 90 % interval. */
function cell({ pinball, coverage90 }: Scores, plain: Scores): string {
  const change = (pinball / plain.pinball - 1) * 100;
  return `${`${change > 0 ? "+" : ""}${change.toFixed(1)}%`.padEnd(6)}${coverage90.toFixed(3)} `.padEnd(12);
}
