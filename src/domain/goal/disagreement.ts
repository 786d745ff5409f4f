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
 * - `too-low`: items above it are worth less.
 * - `too-high`: items below it are worth more.
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
 * Two items disagree where the lower one on the page is worth at least 10 more. Of all such pairs the item that is in most
 * of them is named, then the one that is in most of what is left: as few moves as settle them all.
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

/** `low` stands below `high` and is clearly worth more. */
interface Inversion {
  low: Valued;
  high: Valued;
}

/** The item that explains most of what is left is named first; what it explains is then explained. */
function misplaced(
  items: readonly RankedItem[],
  settings: ImportanceSettings,
  tongue: Tongue,
): Disagreement[] {
  const valued = items.flatMap((item): Valued[] => {
    const value = item.answers === null ? null : importanceOf(item.answers, settings).value;
    return value === null ? [] : [{ ...item, answers: item.answers!, value }];
  });
  let left = valued.flatMap((low) =>
    valued
      .filter((high) => levelOf(low.priority) > levelOf(high.priority) && low.value - high.value >= MARGIN)
      .map((high): Inversion => ({ low, high })),
  );
  const found: Disagreement[] = [];
  while (left.length > 0) {
    const { item, isLow } = mostInvolved(valued, left);
    const own = left.filter(({ low, high }) => (isLow ? low : high) === item);
    found.push(disagreementOf(item, isLow, own, { valued, settings, tongue }));
    left = left.filter((one) => !own.includes(one));
  }
  return found.sort((a, b) => rank(a.sureness) - rank(b.sureness));
}

function mostInvolved(
  valued: readonly Valued[],
  left: readonly Inversion[],
): { item: Valued; isLow: boolean } {
  const weigh = (one: Inversion[]): number =>
    one.reduce((sum, { low, high }) => sum + 1 + (low.value - high.value) / 1000, 0);
  // Of equals the one that is to rise comes first: what matters is to be seen.
  const candidates = [true, false].flatMap((isLow) =>
    valued.map((item) => ({
      item,
      isLow,
      weight: weigh(left.filter(({ low, high }) => (isLow ? low : high) === item)),
    })),
  );
  return candidates.reduce((best, one) => (one.weight > best.weight ? one : best));
}

function disagreementOf(
  item: Valued,
  isLow: boolean,
  own: readonly Inversion[],
  { valued, settings, tongue }: { valued: readonly Valued[]; settings: ImportanceSettings; tongue: Tongue },
): Disagreement {
  // The move goes as far as is surest, no farther; what is less sure is said again behind it.
  const rivals = own
    .map(({ low, high }) => ({ rival: isLow ? high : low, sureness: surenessOf(low, high, item, settings) }))
    .sort(
      (a, b) =>
        rank(a.sureness) - rank(b.sureness) ||
        (levelOf(a.rival.priority) - levelOf(b.rival.priority)) * (isLow ? 1 : -1) ||
        Math.abs(b.rival.value - item.value) - Math.abs(a.rival.value - item.value),
    );
  const { rival, sureness } = rivals[0]!;
  const said = sayImportance(tongue);
  return {
    kind: isLow ? "too-low" : "too-high",
    path: item.path,
    priority: item.priority,
    to: rival.priority,
    value: item.value,
    sureness,
    says: isLow ? said.tooLow(item, rival, isLargestForLeast(item, valued)) : said.tooHigh(item, rival),
    rests: said.rests(item, rival, sureness),
  };
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
