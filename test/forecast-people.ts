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
