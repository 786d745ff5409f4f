// A walk forward through a table of estimates: every task is forecast when it became known, by what was done before that
// moment, and scored. Nothing later is ever seen: a forecaster is asked in the order of `knownAt` and told truths in the
// order of `doneAt`, of those only that are earlier.

import { BASELINES } from "./baseline.ts";
import { type Forecaster, type Given, type Quantiles, ratioOf } from "./case.ts";
import type { EstimateRow } from "./estimate-file.ts";
import { EstimateModel } from "./estimate-model.ts";
import { METHODS, type MethodName } from "./method.ts";
import { type Scored, type Scores, scoresOf } from "./score.ts";

/** How many tasks of a person count as the first ones. */
export const FIRST_TASKS = 30;

/** One task, forecast and scored. */
export interface TestedCase {
  row: EstimateRow;
  /** Which one of its person it is, from 0, in the order in which they became known. */
  number: number;
  given: Given;
}

export interface TestedGroup {
  /** Null for all persons together. */
  person: string | null;
  /** Only the first tasks of each person. */
  firstOnly: boolean;
  scores: Record<MethodName, Scores>;
}

export interface BackTest {
  n: number;
  persons: number;
  /** Of the first tasks of each person, of all, then of each person with the most tasks first. */
  groups: TestedGroup[];
  /** By method, in the order in which the tasks became known. */
  cases: Record<MethodName, TestedCase[]>;
}

export function backTest(rows: readonly EstimateRow[]): BackTest {
  const cases = {} as Record<MethodName, TestedCase[]>;
  const walk = planWalk(rows);
  for (const method of METHODS) cases[method] = walkForward(walk, forecasterOf(method));
  const counts = new Map<string, number>();
  for (const { person } of rows) counts.set(person, (counts.get(person) ?? 0) + 1);
  const persons = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([person]) => person);
  const byPerson = {} as Record<MethodName, Map<string, TestedCase[]>>;
  for (const method of METHODS) byPerson[method] = groupByPerson(cases[method]);
  const group = (person: string | null, firstOnly: boolean): TestedGroup[] => {
    const scores = {} as Record<MethodName, Scores>;
    for (const method of METHODS) {
      const mine = person === null ? cases[method] : (byPerson[method].get(person) ?? []);
      const found = scoresOf(mine.filter(({ number }) => !firstOnly || number < FIRST_TASKS).map(toScored));
      if (found === null) return [];
      scores[method] = found;
    }
    return [{ person, firstOnly, scores }];
  };
  return {
    n: rows.length,
    persons: persons.length,
    groups: [
      ...group(null, false),
      ...group(null, true),
      ...persons.flatMap((person) => group(person, false)),
    ],
    cases,
  };
}

function forecasterOf(method: MethodName): Forecaster {
  return method === "nunc" ? (new EstimateModel() as Forecaster) : BASELINES[method]();
}

/** In which order tasks are asked about, and their truths told. */
export interface Walk {
  asked: readonly EstimateRow[];
  told: readonly EstimateRow[];
}

export function planWalk(rows: readonly EstimateRow[]): Walk {
  return { asked: sortBy(rows, ({ knownAt }) => knownAt), told: sortBy(rows, ({ doneAt }) => doneAt) };
}

/**
 * Asks and tells a forecaster. A row may be used for another only where its `doneAt` is before the other's `knownAt`, both
 * compared as texts; never for itself.
 */
export function walkForward<T extends Given>({ asked, told }: Walk, forecaster: Forecaster<T>): TestedCase[] {
  const given = new Map<EstimateRow, T>();
  const numbers = new Map<string, number>();
  /** Truths that came out before their own task was asked: a day without an hour on one side. */
  let held: EstimateRow[] = [];
  const cases: TestedCase[] = [];
  let next = 0;
  const tell = (one: EstimateRow): boolean => {
    const forecast = given.get(one);
    if (forecast !== undefined) forecaster.learn(one, forecast);
    return forecast !== undefined;
  };
  for (const row of asked) {
    if (held.length > 0) held = held.filter((one) => !tell(one));
    for (; next < told.length && told[next]!.doneAt < row.knownAt; next++)
      if (!tell(told[next]!)) held.push(told[next]!);
    const forecast = forecaster.forecast(row);
    given.set(row, forecast);
    const number = numbers.get(row.person) ?? 0;
    numbers.set(row.person, number + 1);
    cases.push({ row, number, given: forecast });
  }
  return cases;
}

function sortBy(rows: readonly EstimateRow[], key: (row: EstimateRow) => string): EstimateRow[] {
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function groupByPerson(cases: readonly TestedCase[]): Map<string, TestedCase[]> {
  const groups = new Map<string, TestedCase[]>();
  for (const one of cases) {
    const group = groups.get(one.row.person);
    if (group === undefined) groups.set(one.row.person, [one]);
    else group.push(one);
  }
  return groups;
}

function toScored({ row, given }: TestedCase): Scored {
  return { quantiles: given.ratios, truth: ratioOf(row) };
}

/** The quantiles of what the task takes, in its unit, to ten digits: what is exactly the estimate reads as the estimate. */
export function quantilesOf({ row, given }: TestedCase): Quantiles {
  return given.ratios.map((ratio) =>
    Number((row.estimate * Math.exp(ratio)).toPrecision(10)),
  ) as unknown as Quantiles;
}
