// Whether conditions keep returning, and whether a correction helps. Both count checked working days only: working days
// with an answer to the condition. docs/conditions.md explains the method for people.

import { addDays, type LocalDate, type Tongue } from "../../base/index.ts";
import type { Condition, Correction } from "./condition.ts";
import { sayJudged } from "./judge-messages.ts";

/** One checked working day of a condition. */
export interface CheckedDay {
  date: LocalDate;
  held: boolean;
}

export interface Tally {
  /** Days on which the condition held. */
  held: number;
  /** Days that were checked. */
  days: number;
}

export interface Returning {
  condition: Condition;
  /** Days on which it held, of the last checked ones. */
  held: number;
  of: number;
}

const RETURNING_HELD = 3;
const RETURNING_OF = 10;

/**
 * Abnormal conditions that keep returning: held on at least 3 of the last 10 checked working days. Not while a correction
 * is under way, and after one was judged only by the days since.
 * @param checkedOf the checked working days of a condition, ascending
 */
export function returning(
  conditions: readonly Condition[],
  checkedOf: (condition: Condition) => readonly CheckedDay[],
): Returning[] {
  const found: Returning[] = [];
  for (const condition of conditions) {
    if (condition.kind !== "abnormal" || condition.corrections.some(({ outcome }) => outcome === null))
      continue;
    const judged = condition.corrections.map(({ judgedOn, judgeOn }) => judgedOn ?? judgeOn);
    const since = judged.reduce((latest, one) => (one > latest ? one : latest), "" as LocalDate);
    const last = checkedOf(condition)
      .filter(({ date }) => date > since)
      .slice(-RETURNING_OF);
    const { held, days } = tallyOf(last);
    if (held >= RETURNING_HELD) found.push({ condition, held, of: days });
  }
  return found;
}

export function tallyOf(days: readonly CheckedDay[]): Tally {
  return { held: days.filter(({ held }) => held).length, days: days.length };
}

const DAYS_BEFORE = 28;

/**
 * The two stretches that are compared, inclusive: since the correction began up to the day it was judged (today while it
 * has not been), and the four weeks before it.
 */
export function correctionWindows(
  { from, judgedOn }: Pick<Correction, "from" | "judgedOn">,
  today: LocalDate,
): Record<"before" | "since", { from: LocalDate; to: LocalDate }> {
  const last = judgedOn ?? today;
  return {
    before: { from: addDays(from, -DAYS_BEFORE), to: addDays(from, -1) },
    since: { from, to: last < from ? from : last },
  };
}

/** With fewer checked days on one side nothing is said about chances. */
export const FEWEST_DAYS = 5;

/**
 * The chance that the condition's rate is really lower since the correction, and the whole in words. Days are taken as
 * independent, each side as a binomial with a uniform prior, Beta(1, 1).
 * @returns `better` null where a side has fewer than 5 checked days
 */
export function judgeCorrection(
  tallies: { before: Tally; since: Tally },
  tongue: Tongue,
): { better: number | null; says: string } {
  const { before, since } = tallies;
  const isEnough = before.days >= FEWEST_DAYS && since.days >= FEWEST_DAYS;
  const better = isEnough ? chanceLower(since, before) : null;
  return { better, says: sayJudged(tongue)(before, since, better, FEWEST_DAYS) };
}

/**
 * P(p_a < p_b) for p ~ Beta(held + 1, days - held + 1), exactly, by the closed sum of Evan Miller, "Formulas for Bayesian
 * A/B Testing" (2013), formula 6. The terms are added as they are: all are positive.
 */
export function chanceLower(a: Tally, b: Tally): number {
  const [alphaA, betaA] = [a.held + 1, a.days - a.held + 1];
  const [alphaB, betaB] = [b.held + 1, b.days - b.held + 1];
  const logs = logFactorials(alphaA + betaA + alphaB + betaB);
  /** Of the beta function at whole numbers. */
  const logBeta = (x: number, y: number): number => logs[x - 1]! + logs[y - 1]! - logs[x + y - 1]!;
  let sum = 0;
  for (let i = 0; i < alphaB; i++) {
    sum += Math.exp(
      logBeta(alphaA + i, betaA + betaB) -
        Math.log(betaB + i) -
        logBeta(1 + i, betaB) -
        logBeta(alphaA, betaA),
    );
  }
  return Math.min(1, sum);
}

/** log(0!) to log(n!). */
function logFactorials(n: number): number[] {
  const logs = [0];
  for (let i = 1; i <= n; i++) logs.push(logs[i - 1]! + Math.log(i));
  return logs;
}
