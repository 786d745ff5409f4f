// What a plan is worth: the one objective that planDay searches by, that bench/plan-gap.ts gives to an exact solver, and
// that docs/decisions/0004-day-plan.md explains. Everything is counted in minutes of worth of the task itself, so that the
// scale of worths does not matter.

import type { Span } from "../day/day.ts";
import { overlapMin } from "../day/spans.ts";
import type { PlacedBlock, PlanProblem, PlanTask } from "./problem.ts";

/** Minutes of one task within one day are worth less the more there are: up to `untilMin` each counts for `worth`. */
export const SHARES: readonly { untilMin: number; worth: number }[] = [
  { untilMin: 90, worth: 1 },
  { untilMin: 180, worth: 0.7 },
  { untilMin: Number.POSITIVE_INFINITY, worth: 0.45 },
];
/** Each step of hardness adds so much to a minute within the best hours. */
export const BEST_WORTH = 0.1;
/** The first minute of the day is worth so much more than the last. */
export const EARLY_WORTH = 0.06;
/** A minute where the previous plan had the same task is worth so much more. */
export const STAY_WORTH = 0.3;
/** Each block costs so many minutes: getting into it. */
export const SETTLE_MIN = 6;
/** A minute that a task must have and does not get costs so many times the highest worth. */
export const MUST_COST = 4;

/** Worth of the first `min` minutes of a task in a day, as minutes that count fully. */
export function shareWorth(min: number): number {
  let sum = 0;
  let from = 0;
  for (const { untilMin, worth } of SHARES) {
    if (min <= from) break;
    sum += (Math.min(min, untilMin) - from) * worth;
    from = untilMin;
  }
  return sum;
}

/** Minutes of fixed blocks that count for a task: what lies after the start of the first open time. */
export function fixedMinOf(problem: PlanProblem, task: string): number {
  const start = problem.open[0]?.from ?? 0;
  const later = { from: start, to: Number.POSITIVE_INFINITY };
  let sum = 0;
  for (const block of problem.fixed) if (block.task === task) sum += overlapMin(block, later);
  return sum;
}

/** What one minute too few of a must costs. */
export function mustCostOf(tasks: readonly PlanTask[]): number {
  let most = 0;
  for (const { worth } of tasks) most = Math.max(most, worth);
  return MUST_COST * most;
}

/** What lying at a place adds to a stretch of a task: best hours, earliness, the place it had. */
export function placeWorth(problem: PlanProblem, task: PlanTask, span: Span): number {
  const start = problem.open[0]?.from ?? 0;
  const end = problem.open.at(-1)?.to ?? 0;
  const middle = (span.from + span.to) / 2;
  let sum = end > start ? EARLY_WORTH * ((end - middle) / (end - start)) * (span.to - span.from) : 0;
  if (task.hard > 0) for (const best of problem.best) sum += BEST_WORTH * task.hard * overlapMin(best, span);
  for (const before of problem.previous)
    if (before.task === task.id) sum += STAY_WORTH * overlapMin(before, span);
  return sum * task.worth;
}

/** The objective: what these blocks are worth. Whether they may stand is not asked here. */
export function planValue(
  problem: PlanProblem,
  blocks: readonly Pick<PlacedBlock, "task" | "from" | "to">[],
) {
  const mustCost = mustCostOf(problem.tasks);
  let value = 0;
  for (const task of problem.tasks) {
    const fixed = fixedMinOf(problem, task.id);
    let min = 0;
    for (const block of blocks) {
      if (block.task !== task.id) continue;
      min += block.to - block.from;
      value += placeWorth(problem, task, block) - task.worth * SETTLE_MIN;
    }
    const before = (task.doneMin ?? 0) + fixed;
    value += task.worth * (shareWorth(before + min) - shareWorth(before));
    value -= mustCost * Math.max(0, task.mustMin - fixed - min);
  }
  return value;
}
