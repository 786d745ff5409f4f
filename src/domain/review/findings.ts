// What a person should know first of a review: a few sentences, each from figures, the most important first. What rests on
// too little says so, and nothing is said that the figures do not say.

import type { ReviewEvidence } from "./evidence.ts";
import { daysOf } from "./figures.ts";
import { sayReview } from "./messages.ts";
import type { ReviewFigures } from "./review.ts";
import { lastDay } from "./tallies.ts";

/** In fewer days nobody has an hour for everything. */
export const FEWEST_DAYS_FOR_ALL = 5;
/** Sentences at most. */
const MOST = 8;
/** Below so many days with a plan, two stretches are not compared. */
export const FEWEST_TO_COMPARE = 3;
/** A difference of kept shares that is worth a sentence. */
const CHANGE = 0.15;
/** So often something slips before it is named. */
const SLIPPED_TIMES = 2;
/** Below so many finished items nothing is said of estimates in general. */
export const FEWEST_ESTIMATES = 5;
/** With fewer checked days on a side, conditions are not compared. */
const FEWEST_CHECKED = 3;

export function findingsOf(evidence: ReviewEvidence, figures: ReviewFigures): string[] {
  const texts = sayReview(evidence.tongue);
  const found: string[] = [];
  const { plan, hours } = figures;
  const within = { from: evidence.range.from, to: lastDay(evidence) };
  const days = daysOf(evidence.days, within);
  const noted = days.filter(({ hasNote, isOff }) => hasNote && !isOff).length;
  const isAnyNoted = days.some(({ hasNote }) => hasNote);
  if (!isAnyNoted) found.push(texts.noNotes());
  else if (noted * 2 < plan.workingDays) found.push(texts.fewNotes(noted, plan.workingDays));
  if (evidence.range.to >= evidence.today) found.push(texts.stillRunning());
  if (isAnyNoted) {
    found.push(...aboutPlan(evidence, figures));
    const top = hours.priority.find(({ key }) => key === "highest")?.amount ?? 0;
    if (plan.recordedMin > 0 && usesHighest(evidence)) found.push(texts.highestShare(top, plan.recordedMin));
  }
  const isLong = days.length >= FEWEST_DAYS_FOR_ALL;
  const starved = figures.items.untouched.filter(({ priority }) => priority === "highest");
  if (isLong && starved.length > 0) found.push(texts.untouchedHighest(starved.map(({ title }) => title)));
  if (plan.interruptedMin > plan.bufferMin && plan.interruptions > 0)
    found.push(texts.overBuffer(plan.interruptions, plan.interruptedMin, plan.bufferMin));
  found.push(...aboutCorrections(evidence, figures));
  found.push(...aboutConditions(evidence, figures));
  const broken = figures.commitments.filter(({ periods }) =>
    periods.some(({ verdict }) => verdict === "broken"),
  );
  if (broken.length > 0) found.push(texts.broken(broken.map(({ title }) => title)));
  const { finished } = figures.items;
  if (finished.length > 0) found.push(texts.finished(finished.map(({ title }) => title)));
  found.push(...aboutEstimates(evidence, figures));
  const idle = figures.goals.filter(({ minutes }) => minutes === 0);
  if (isLong && plan.recordedMin > 0 && idle.length > 0)
    found.push(texts.idleGoals(idle.map(({ title }) => title)));
  return found.slice(0, MOST);
}

/** Whether the page has a highest priority at all. */
function usesHighest({ items }: ReviewEvidence): boolean {
  return items.some(({ past }) => past.spells.some(({ priority }) => priority === "highest"));
}

function aboutPlan({ tongue, range }: ReviewEvidence, { plan, before, slipped }: ReviewFigures): string[] {
  const texts = sayReview(tongue);
  if (plan.keptRatio === null)
    return [plan.plannedMin > 0 ? texts.planAlone(plan.plannedMin) : texts.noPlan()];
  const said = [texts.kept(plan.plannedMin, plan.keptMin, plan.keptRatio)];
  const canCompare = Math.min(plan.plannedDays, before.plannedDays) >= FEWEST_TO_COMPARE;
  if (before.keptRatio !== null && canCompare && Math.abs(plan.keptRatio - before.keptRatio) >= CHANGE)
    said.push(texts.keptBefore(plan.keptRatio > before.keptRatio, before.keptRatio));
  else if (before.keptRatio !== null && !canCompare && range.kind !== "day")
    said.push(texts.tooFewToCompare(Math.min(plan.plannedDays, before.plannedDays)));
  const often = slipped.filter(({ times }) => times >= SLIPPED_TIMES).sort((a, b) => b.times - a.times)[0];
  if (often !== undefined) said.push(texts.slippedOften(often.text, often.times));
  return said;
}

function aboutCorrections({ tongue }: ReviewEvidence, { corrections }: ReviewFigures): string[] {
  const texts = sayReview(tongue);
  return corrections.flatMap(({ text, condition, verdict, before, since }) => {
    if (verdict === "works") return [texts.works(text, condition, before, since)];
    return verdict === "useless" ? [texts.useless(text, condition, before, since)] : [];
  });
}

/** The abnormal condition that held most, and any that changed much. */
function aboutConditions({ tongue }: ReviewEvidence, { conditions }: ReviewFigures): string[] {
  const texts = sayReview(tongue);
  const most = conditions
    .filter(({ kind, held, days }) => kind === "abnormal" && days >= FEWEST_CHECKED && held * 2 >= days)
    .sort((a, b) => b.held / b.days - a.held / a.days)[0];
  if (most === undefined) return [];
  const before = most.before.days >= FEWEST_CHECKED ? most.before : null;
  return [texts.heldOften(most.name, most.held, most.days, before)];
}

function aboutEstimates({ tongue }: ReviewEvidence, { estimates }: ReviewFigures): string[] {
  if (estimates.length === 0) return [];
  const texts = sayReview(tongue);
  if (estimates.length < FEWEST_ESTIMATES) return [texts.fewEstimates(estimates.length, medianOf(estimates))];
  return [texts.estimates(estimates.length, medianOf(estimates))];
}

/** Median of actual over estimate. */
export function medianOf(estimates: readonly { ratio: number }[]): number {
  const sorted = estimates.map(({ ratio }) => ratio).sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
