// Where the order on the page and the answers about importance disagree. Nothing is moved: each disagreement carries the
// priority that would settle it, how sure it is, and what it rests on.

import type { Tongue } from "../../base/index.ts";
import { PRIORITIES, type Priority } from "../item.ts";
import type { Help } from "./goal.ts";
import { type ImportanceAnswers, type ImportanceSettings, importanceOf } from "./importance.ts";
import { sayImportance } from "./importance-messages.ts";

/** An item that is open or being done and has a priority of its own: no step. In the order of the page. */
export interface RankedItem {
  path: string;
  title: string;
  priority: Priority;
  /** Null where it serves no open goal. */
  answers: ImportanceAnswers | null;
}

/**
 * - `serves-nothing`: highest or high on the page, and serves no open goal.
 * - `too-low`: by the answers it belongs where an item stands that is worth less.
 * - `too-high`: an item below it is worth more.
 */
export type DisagreementKind = "serves-nothing" | "too-low" | "too-high";
/**
 * - `sure`: it would stand if every answer on both sides were one step off (help by 1, effort by half).
 * - `likely`: it would stand if those about the item itself were.
 * - `unsure`: it rests on answers as they are, or on questions without an answer.
 */
export type Sureness = "sure" | "likely" | "unsure";

export interface Disagreement {
  kind: DisagreementKind;
  path: string;
  priority: Priority;
  /** The priority that settles it. */
  to: Priority;
  value: number | null;
  sureness: Sureness;
  /** What is said about it. */
  says: string;
  /** What it rests on. */
  rests: string;
}

/** Values nearer than this are the same: the answers are no finer. */
const MARGIN = 10;

/**
 * The priorities that the page uses for answered items are kept: the most valuable item gets the highest of them, and so
 * on; who then stands elsewhere than now, and has somebody clearly worth more or less there, disagrees.
 * @param known priorities that the page has a place for
 */
export function findDisagreements(
  items: readonly RankedItem[],
  settings: ImportanceSettings,
  known: readonly Priority[],
  tongue: Tongue,
): Disagreement[] {
  return [...misplaced(items, settings, tongue), ...servingNothing(items, known, tongue)];
}

interface Valued extends RankedItem {
  answers: ImportanceAnswers;
  value: number;
}

const levelOf = (priority: Priority): number => PRIORITIES.indexOf(priority);

function misplaced(
  items: readonly RankedItem[],
  settings: ImportanceSettings,
  tongue: Tongue,
): Disagreement[] {
  const valued = items.flatMap((item): Valued[] => {
    const value = item.answers === null ? null : importanceOf(item.answers, settings).value;
    return value === null ? [] : [{ ...item, answers: item.answers!, value }];
  });
  const byValue = [...valued].sort((a, b) => b.value - a.value || levelOf(a.priority) - levelOf(b.priority));
  const places = valued.map(({ priority }) => levelOf(priority)).sort((a, b) => a - b);
  const found: Disagreement[] = [];
  byValue.forEach((item, index) => {
    const own = levelOf(item.priority);
    const fit = places[index]!;
    if (fit === own) return;
    const isLow = fit < own;
    const rivals = valued
      .filter((one) => (isLow ? levelOf(one.priority) < own : levelOf(one.priority) > own))
      .filter((one) => (isLow ? item.value - one.value : one.value - item.value) >= MARGIN)
      .sort((a, b) => (isLow ? a.value - b.value : b.value - a.value));
    const [rival] = rivals;
    if (rival === undefined) return;
    const [upper, lower] = isLow ? [item, rival] : [rival, item];
    const sureness = surenessOf(upper, lower, item, settings);
    const isBest = isLow && isLargestForLeast(item, valued);
    const said = sayImportance(tongue);
    found.push({
      kind: isLow ? "too-low" : "too-high",
      path: item.path,
      priority: item.priority,
      to: PRIORITIES[fit]!,
      value: item.value,
      sureness,
      says: isLow ? said.tooLow(item, rival, isBest) : said.tooHigh(item, rival),
      rests: said.rests(item, rival, sureness),
    });
  });
  return found.sort((a, b) => rank(a.sureness) - rank(b.sureness));
}

const rank = (sureness: Sureness): number => ["sure", "likely", "unsure"].indexOf(sureness);

function surenessOf(upper: Valued, lower: Valued, item: Valued, settings: ImportanceSettings): Sureness {
  const valuedAt = (one: Valued, step: -1 | 0 | 1): number =>
    importanceOf(shifted(one.answers, step), settings).value!;
  const isMissing = ({ answers }: Valued): boolean =>
    answers.effortMin === null || answers.helps.some(({ help }) => help === null);
  if (isMissing(upper) || isMissing(lower)) return "unsure";
  if (valuedAt(upper, -1) > valuedAt(lower, 1)) return "sure";
  const isUpper = item === upper;
  return valuedAt(upper, isUpper ? -1 : 0) > valuedAt(lower, isUpper ? 0 : 1) ? "likely" : "unsure";
}

/** Answers one step worse or better: help by 1, effort by half as much again. */
function shifted(answers: ImportanceAnswers, step: -1 | 0 | 1): ImportanceAnswers {
  if (step === 0) return answers;
  const move = (help: Help | null): Help | null =>
    help === null ? null : (Math.max(0, Math.min(3, help + step)) as Help);
  const effortMin = answers.effortMin === null ? null : answers.effortMin * (step > 0 ? 2 / 3 : 3 / 2);
  return {
    ...answers,
    effortMin,
    helps: answers.helps.map(({ goal, help }) => ({ goal, help: move(help) })),
  };
}

/** Whether nobody helps more, and of those who help as much nobody needs less. */
function isLargestForLeast(item: Valued, all: readonly Valued[]): boolean {
  const helpOf = ({ answers }: Valued): number => Math.max(...answers.helps.map(({ help }) => help ?? 0));
  const effort = item.answers.effortMin;
  if (effort === null) return false;
  return all.every(
    (one) =>
      helpOf(one) < helpOf(item) ||
      (helpOf(one) === helpOf(item) && (one.answers.effortMin ?? Number.POSITIVE_INFINITY) >= effort),
  );
}

/** The more of the high items do serve, the surer it is that the others do not and were not merely left out. */
function servingNothing(
  items: readonly RankedItem[],
  known: readonly Priority[],
  tongue: Tongue,
): Disagreement[] {
  const high = items.filter(({ priority }) => priority === "highest" || priority === "high");
  const serving = high.filter(({ answers }) => answers !== null).length;
  if (items.every(({ answers }) => answers === null)) return [];
  const share = serving / high.length;
  const sureness: Sureness = share >= 2 / 3 ? "sure" : share >= 1 / 3 ? "likely" : "unsure";
  const said = sayImportance(tongue);
  return high.flatMap((item): Disagreement[] => {
    const to = PRIORITIES.slice(levelOf(item.priority) + 1).find((one) => known.includes(one));
    if (item.answers !== null || to === undefined) return [];
    return [
      {
        kind: "serves-nothing",
        path: item.path,
        priority: item.priority,
        to,
        value: null,
        sureness,
        says: said.servesNothing(item),
        rests: said.restsOnShare(serving, high.length),
      },
    ];
  });
}
