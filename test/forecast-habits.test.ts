// Forecasts of effort for persons unlike all that the model was made on: heavy tails, round numbers, habits that change. Each is
// alone in the table, so that nobody else tells how wide to be.

import { describe, expect, test } from "vitest";
import { planWalk, type TestedCase, walkForward } from "../src/domain/forecast/back-test.ts";
import { BASELINES } from "../src/domain/forecast/baseline.ts";
import { ratioOf } from "../src/domain/forecast/case.ts";
import { EstimateModel } from "../src/domain/forecast/estimate-model.ts";
import { readEstimateFile, type Scores, scoresOf } from "../src/domain/index.ts";
import { HABITS, type Habit, makeHabitTable } from "./forecast-people.ts";

/** Persons of other seeds than those that bench/forecast.ts prints. */
const SEEDS = [101, 102, 103, 104];
const TASKS = 300;

const scored = (cases: readonly TestedCase[]): Scores =>
  scoresOf(cases.map(({ row, given }) => ({ quantiles: given.ratios, truth: ratioOf(row) })))!;

function walkAll(habit: Habit) {
  const walks = SEEDS.map((seed) => planWalk(readEstimateFile(makeHabitTable(habit, TASKS, seed)).rows));
  return {
    mine: walks.flatMap((walk) => walkForward(walk, new EstimateModel())),
    plain: walks.flatMap((walk) => walkForward(walk, BASELINES.category())),
  };
}

describe.for(HABITS)("%s", (habit) => {
  const { mine, plain } = walkAll(habit);

  test("quantiles are numbers in order", () => {
    for (const { given } of mine) {
      expect(given.ratios.every(Number.isFinite)).toBe(true);
      expect([...given.ratios].sort((a, b) => a - b)).toEqual([...given.ratios]);
    }
  });

  test("the 90 % interval holds what it says, also over the first tasks", () => {
    const { coverage90 } = scored(mine);
    expect(coverage90).toBeGreaterThan(0.87);
    expect(coverage90).toBeLessThan(0.94);
    expect(scored(mine.filter(({ number }) => number < 30)).coverage90).toBeGreaterThan(0.87);
  });

  test("it costs hardly more than the plain way where size and time say nothing, and far less where they do", () => {
    const ratio = scored(mine).pinball / scored(plain).pinball;
    expect(ratio).toBeLessThan(habit === "drift" ? 0.85 : 1.04);
  });
});
