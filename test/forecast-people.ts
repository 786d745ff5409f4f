// Tables of estimates that never were: people with ratios, sizes and habits of their own, some in whole numbers, some with
// heavy tails. The same seed gives the same table.

import { type Chance, makeChance } from "../src/domain/forecast/chance.ts";

export interface MadePerson {
  name: string;
  tasks: number;
  /** Of the log ratio. */
  median: number;
  sigma: number;
  /** Part of the tasks that go wholly wrong. */
  wild: number;
  whole: boolean;
}

/** The text of a CSV file in the columns that `nunc forecast --backtest` reads. */
export function makeTable(people: readonly MadePerson[], seed: number): string {
  const rows = people.flatMap((person, index) => makeRows(person, makeChance(seed * 100 + index)));
  return [
    "id,person,project,category,subcategory,known_at,done_at,estimate,actual,unit,flags",
    ...rows.sort((a, b) => (a[5]! < b[5]! ? -1 : 1)).map((row) => row.join(",")),
    "",
  ].join("\n");
}

function makeRows({ name, tasks, median, sigma, wild, whole }: MadePerson, chance: Chance): string[][] {
  const kinds = [0, 1, 2, 3].map(() => chance.normal() * sigma * 0.5);
  let hour = Math.floor(chance.uniform() * 24 * 60);
  return Array.from({ length: tasks }, (_, number) => {
    const kind = Math.floor(chance.uniform() * kinds.length);
    const size = Math.exp(chance.normal());
    const estimate = whole ? Math.max(1, Math.round(size * 2)) : Number((size * 60).toPrecision(2));
    const spread = chance.uniform() < wild ? sigma * 3 : sigma;
    const ratio = Math.exp(median + kinds[kind]! + spread * chance.normal());
    const actual = whole
      ? Math.max(1, Math.round(estimate * ratio))
      : Number((estimate * ratio).toPrecision(3));
    const known = hour;
    const done = known + 1 + Math.floor(chance.exponential() * 20);
    hour += 1 + Math.floor(chance.exponential() * 12);
    const category = `kind ${kind}`;
    return [
      `${name}-${number}`,
      name,
      "made",
      category,
      "",
      moment(known),
      moment(done),
      String(estimate),
      String(actual),
      "minute",
      "",
    ];
  });
}

function moment(hour: number): string {
  return new Date(Date.UTC(2020, 0, 1, hour)).toISOString().slice(0, 13);
}

/** A person drawn by chance. */
export function makePerson(name: string, tasks: number, chance: Chance): MadePerson {
  return {
    name,
    tasks,
    median: 0.4 * chance.normal(),
    sigma: 0.3 + 0.7 * chance.uniform(),
    wild: 0.1 * chance.uniform(),
    whole: chance.uniform() < 0.4,
  };
}

/** Persons unlike those that the figures of the model were chosen on. */
export type Habit = "heavy-tails" | "rounding" | "drift";
export const HABITS: readonly Habit[] = ["heavy-tails", "rounding", "drift"];

/**
 * The table of one person with a habit. Heavy tails: a Student t with 1.5 degrees of freedom, and one task in twenty stands
 * still for weeks. Rounding: estimates and actuals in a handful of round numbers, every second one just as estimated. Drift: from
 * half of the estimate to twice of it over the years, with a jump in the middle.
 */
export function makeHabitTable(habit: Habit, tasks: number, seed: number): string {
  const chance = makeChance(seed);
  const rows: string[] = [];
  for (let number = 0; number < tasks; number++) {
    const { estimate, actual } = taskOf(habit, number / tasks, chance);
    const known = number * 7;
    const done = known + 1 + Math.floor(chance.exponential() * 20);
    rows.push(
      [
        `${habit}-${number}`,
        habit,
        `kind ${number % 3}`,
        moment(known),
        moment(done),
        estimate,
        actual,
      ].join(),
    );
  }
  return ["id,person,category,known_at,done_at,estimate,actual", ...rows, ""].join("\n");
}

function taskOf(habit: Habit, part: number, chance: Chance): { estimate: number; actual: number } {
  if (habit === "rounding") {
    const round = [15, 30, 60, 120, 240];
    const estimate = round[Math.floor(chance.uniform() * round.length)]!;
    if (chance.uniform() < 0.5) return { estimate, actual: estimate };
    return {
      estimate,
      actual: Math.max(15, Math.round((estimate * Math.exp(0.5 * chance.normal())) / 15) * 15),
    };
  }
  const estimate = Math.round(Math.exp(4 + chance.normal()));
  if (habit === "heavy-tails") {
    // A t is a normal over the root of a gamma: here of two exponentials of a half each, and half of one.
    const scale = Math.sqrt(chance.exponential() / 1.5);
    const stall = chance.uniform() < 0.05 ? 3 : 0;
    const ratio = Math.exp(
      Math.max(-5, Math.min(5, (0.25 * chance.normal()) / Math.max(0.05, scale) + stall)),
    );
    return { estimate, actual: Math.max(1, Math.round(estimate * ratio)) };
  }
  const median = Math.log(0.5) + part * Math.log(4) + (part > 0.5 ? 0.5 : 0);
  return { estimate, actual: Math.max(1, Math.round(estimate * Math.exp(median + 0.4 * chance.normal()))) };
}
