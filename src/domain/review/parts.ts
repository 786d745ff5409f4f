// The parts of a review as Markdown: for each placeholder of a template, its lines. What there is nothing to say of is said
// in a sentence of its own, so that no part is empty and no two empty parts read alike.

import type { Tongue } from "../../base/index.ts";
import type { PeriodVerdict } from "../goal/commitment-report.ts";
import { PRIORITIES } from "../item.ts";
import { type DayRange, rangeTitle } from "../report/range.ts";
import type { Share, ShareBy } from "../report/report.ts";
import type { EvidenceCommitment } from "./evidence.ts";
import { FEWEST_ESTIMATES, medianOf } from "./findings.ts";
import type { ItemTurn, ReviewItem } from "./items.ts";
import { percentOf, sayReview } from "./messages.ts";
import { type PartTexts, partTexts } from "./part-texts.ts";
import type { Review } from "./review.ts";
import type { PartName, WordName } from "./template.ts";

/** Items that are named in a list; the rest is counted. */
const MOST_LISTED = 7;

export interface PartsContext {
  tongue: Tongue;
  range: DayRange;
  before: DayRange;
}

/** Lines of each part, without blank ones at the ends. */
export function reviewParts(review: Review, context: PartsContext): Record<PartName, string> {
  const texts = partTexts(context.tongue);
  const { items } = review;
  const turn = (name: ItemTurn): string =>
    review.itemsKnown || items[name].length > 0
      ? itemLines(items[name], name, context, texts)
      : texts.unknownItems(name);
  return {
    findings: lines(review.findings, texts.noFindings()),
    plan: planLines(review, context, texts),
    slipped: slippedLines(review, context, texts),
    "hours by priority": shareLines(review.hours.priority, "priority", context, texts),
    "hours by group": shareLines(review.hours.group, "group", context, texts),
    "hours by goal": shareLines(review.hours.goal, "goal", context, texts),
    "hours by section": shareLines(review.hours.section, "section", context, texts),
    weeks: weekLines(review, context, texts),
    conditions: conditionLines(review, texts),
    corrections: correctionLines(review, context, texts),
    started: turn("started"),
    finished: turn("finished"),
    dropped: turn("dropped"),
    untouched: turn("untouched"),
    commitments: lines(
      review.commitments.map((one) => commitmentLine(one, texts)),
      texts.noCommitments(),
    ),
    goals: lines(
      review.goals.map(({ title, ratio, minutes, overdue }) => texts.goal(title, ratio, minutes, overdue)),
      texts.noGoals(),
    ),
    problems: lines(
      review.problems.map(({ text, solvedOn, trials }) => texts.problem(text, solvedOn, trials)),
      texts.noProblems(),
    ),
    estimates: estimateLines(review, texts),
    questions: review.questions
      .map(({ text, because }, at) => texts.question(at + 1, text, because))
      .join("\n\n"),
  };
}

function lines(found: readonly string[], none: string): string {
  return found.length === 0 ? none : found.map((line) => `- ${line}`).join("\n");
}

function planLines(
  { plan, before }: Review,
  { before: range, tongue }: PartsContext,
  texts: PartTexts,
): string {
  if (plan.blocks === 0 && plan.recordedMin === 0 && plan.interruptions === 0 && plan.movedBlocks === 0)
    return texts.noPlan();
  const known = before.plannedDays > 0 || before.recordedMin > 0 ? before : null;
  return [
    ...(known === null ? [] : [texts.compared(rangeTitle(range, tongue)), ""]),
    ...texts.plan(plan, known).map((line) => `- ${line}`),
  ].join("\n");
}

function slippedLines({ slipped, plan }: Review, { tongue }: PartsContext, texts: PartTexts): string {
  if (plan.keptRatio === null && plan.plannedMin > 0) return texts.unknownSlips();
  if (slipped.length === 0) return texts.noSlips();
  const shown = slipped.slice(0, MOST_LISTED).map((one) => {
    const priority = one.priority === null ? null : sayReview(tongue).priority(one.priority);
    return texts.slip(one.text, priority, one.times, one.plannedMin, one.keptMin);
  });
  return lines([...shown, ...moreThan(slipped, texts)], "");
}

function moreThan(all: readonly unknown[], texts: PartTexts): string[] {
  return all.length > MOST_LISTED ? [texts.more(all.length - MOST_LISTED)] : [];
}

function shareLines(
  shares: readonly Share[],
  by: ShareBy,
  { tongue }: PartsContext,
  texts: PartTexts,
): string {
  const found = shares.filter(({ amount }) => amount > 0);
  if (found.length === 0) return texts.noHours(by);
  const { duration } = sayReview(tongue);
  return lines(
    found.map(
      ({ title, amount, share }) =>
        `${title}${texts.colon}${duration(amount)}${texts.comma}${percentOf(share)}%`,
    ),
    "",
  );
}

/** One line a week; a single week says nothing more than the sums. */
function weekLines({ weeks }: Review, { tongue }: PartsContext, texts: PartTexts): string {
  if (weeks.length < 2) return texts.noWeeks();
  const { duration, priority } = sayReview(tongue);
  return lines(
    weeks.map((week) => {
      const lanes = [...PRIORITIES, "none", "other"] as const;
      const hours = lanes
        .filter((lane) => week.byPriority[lane] > 0)
        .map((lane) => `${priority(lane)} ${duration(week.byPriority[lane])}`);
      return texts.week(week.from, week.plannedMin, week.keptRatio, week.recordedMin, hours);
    }),
    "",
  );
}

function conditionLines({ conditions }: Review, texts: PartTexts): string {
  const found = conditions.filter(({ days, before }) => days > 0 || before.days > 0);
  return lines(
    found.map(({ name, kind, held, days, before }) => texts.condition(name, kind, { held, days }, before)),
    conditions.length === 0 ? texts.noConditions() : texts.noChecks(),
  );
}

function correctionLines({ corrections }: Review, { tongue }: PartsContext, texts: PartTexts): string {
  return lines(
    corrections.map(({ text, condition, from, verdict, says }) =>
      texts.correction(text, condition, from, sayReview(tongue).verdict(verdict), says),
    ),
    texts.noCorrections(),
  );
}

function itemLines(
  items: readonly ReviewItem[],
  turn: ItemTurn,
  { tongue }: PartsContext,
  texts: PartTexts,
): string {
  const { priority, source } = sayReview(tongue);
  const shown = items
    .slice(0, MOST_LISTED)
    .map((item) =>
      texts.item(
        turn,
        item.path,
        item.priority === null ? null : priority(item.priority),
        item.on,
        source(item.from),
      ),
    );
  return lines([...shown, ...moreThan(items, texts)], texts.noItems(turn));
}

function commitmentLine({ says, periods }: EvidenceCommitment, texts: PartTexts): string {
  const count = (verdict: PeriodVerdict): number => periods.filter((one) => one.verdict === verdict).length;
  const minutes = periods.reduce((sum, { recordedMin }) => sum + recordedMin, 0);
  return texts.commitment(says, count("kept"), count("broken"), count("running"), minutes);
}

function estimateLines({ estimates }: Review, texts: PartTexts): string {
  if (estimates.length === 0) return texts.noEstimates();
  const all = estimates.map(({ path, estimateMin, actualMin, ratio }) =>
    texts.estimate(path, estimateMin, actualMin, ratio),
  );
  const sum =
    estimates.length < FEWEST_ESTIMATES
      ? texts.fewEstimates(estimates.length)
      : texts.estimates(estimates.length, medianOf(estimates));
  return [lines(all, ""), "", sum].join("\n");
}

/** What placeholders within a line stand for. */
export function reviewWords({ tongue, range, before }: PartsContext): Record<WordName, string> {
  return {
    title: rangeTitle(range, tongue),
    range: range.name,
    from: range.from,
    to: range.to,
    before: rangeTitle(before, tongue),
  };
}
