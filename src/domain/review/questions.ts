// Three questions to think about, chosen from what the figures say: the same figures ask the same questions. Each comes with
// the fact that called for it; where the figures call for fewer than three, general ones take their turns.

import { epochDayOf, formatDuration, type Tongue } from "../../base/index.ts";
import type { ReviewEvidence } from "./evidence.ts";
import { FEWEST_DAYS_FOR_ALL, FEWEST_ESTIMATES } from "./findings.ts";
import { percentOf } from "./messages.ts";
import { type QuestionTexts, questionTexts } from "./question-texts.ts";
import type { ReviewFigures } from "./review.ts";

export interface ReviewQuestion {
  text: string;
  /** The fact that called for it. */
  because: string;
}

export const QUESTIONS = 3;

/** A question that the figures call for; of one topic only the strongest is asked. */
interface Called extends ReviewQuestion {
  topic: string;
  weight: number;
}

/** Kept at most so much of the plan: the plan itself is in question; at least so much: what held it? */
const KEPT_LITTLE = 0.5;
const KEPT_WELL = 0.85;
/** A share of recorded work that went to no item of the list. */
const MUCH_OTHER = 0.5;
/** Checked days, and the share of them, from which an abnormal condition asks for something. */
const FEWEST_HELD = 3;

export function questionsOf(evidence: ReviewEvidence, figures: ReviewFigures): ReviewQuestion[] {
  const texts = questionTexts(evidence.tongue);
  const called = callQuestions(evidence, figures, texts).sort((a, b) => b.weight - a.weight);
  const topics = new Set<string>();
  const chosen: ReviewQuestion[] = [];
  for (const { topic, text, because } of called) {
    if (topics.has(topic) || chosen.length === QUESTIONS) continue;
    topics.add(topic);
    chosen.push({ text, because });
  }
  // General ones take turns, so that a quiet week does not ask what the last one asked.
  const turn = Math.floor(epochDayOf(evidence.range.from) / 7);
  for (let at = 0; chosen.length < QUESTIONS; at++) {
    const text = texts.general[(turn * QUESTIONS + at) % texts.general.length]!;
    if (chosen.every((one) => one.text !== text)) chosen.push({ text, because: texts.generalBecause() });
  }
  return chosen;
}

function callQuestions(evidence: ReviewEvidence, figures: ReviewFigures, texts: QuestionTexts): Called[] {
  return [
    ...aboutList(evidence, figures, texts),
    ...aboutPlan(figures, texts, evidence.tongue),
    ...aboutDays(figures, texts),
    ...aboutGoals(figures, texts),
  ];
}

function ask(topic: string, weight: number, [text, because]: readonly [string, string]): Called {
  return { topic, weight, text, because };
}

function aboutList(
  { tongue }: ReviewEvidence,
  { plan, items, hours, estimates, days }: ReviewFigures,
  texts: QuestionTexts,
): Called[] {
  const found: Called[] = [];
  const isLong = days.length >= FEWEST_DAYS_FOR_ALL;
  const starved = items.untouched.find(({ priority }) => priority === "highest");
  if (isLong && starved !== undefined)
    found.push(ask("starved", 90, texts.starved(starved.title, starved.on)));
  const other = hours.priority.find(({ key }) => key === "other");
  if (plan.recordedMin > 0 && other !== undefined && other.share > MUCH_OTHER)
    found.push(ask("other", 60, texts.other(percentOf(other.share))));
  const [dropped] = items.dropped;
  if (dropped !== undefined) found.push(ask("dropped", 35, texts.dropped(dropped.title)));
  const learned = items.finished.find(({ role }) => role === "learning" || role === "reading");
  if (learned !== undefined) found.push(ask("finished", 45, texts.finished(learned.title)));
  const off = estimates
    .filter(({ ratio }) => ratio >= 1.5 || ratio <= 1 / 1.5)
    .sort((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)))[0];
  if (off !== undefined) {
    const isFew = estimates.length < FEWEST_ESTIMATES;
    const said = texts.estimate(
      off.title,
      formatDuration(off.estimateMin, tongue),
      formatDuration(off.actualMin, tongue),
    );
    found.push(ask("estimate", isFew ? 40 : 50, said));
  }
  return found;
}

function aboutPlan({ plan, slipped }: ReviewFigures, texts: QuestionTexts, tongue: Tongue): Called[] {
  const found: Called[] = [];
  const [often] = [...slipped].filter(({ times }) => times >= 2).sort((a, b) => b.times - a.times);
  if (often !== undefined)
    found.push(ask("slipped", 70 + Math.min(10, often.times), texts.slipped(often.text, often.times)));
  if (plan.keptRatio !== null && plan.plannedDays >= 2) {
    if (plan.keptRatio <= KEPT_LITTLE)
      found.push(ask("kept", 65, texts.keptLittle(percentOf(plan.keptRatio))));
    else if (plan.keptRatio >= KEPT_WELL)
      found.push(ask("kept", 30, texts.keptWell(percentOf(plan.keptRatio))));
  }
  if (plan.interruptedMin > plan.bufferMin && plan.interruptions >= 2)
    found.push(
      ask(
        "interrupted",
        55,
        texts.interrupted(plan.interruptions, formatDuration(plan.interruptedMin, tongue)),
      ),
    );
  if (plan.blocks === 0 && plan.recordedMin > 0) found.push(ask("no-plan", 50, texts.noPlan()));
  return found;
}

function aboutDays({ conditions, corrections }: ReviewFigures, texts: QuestionTexts): Called[] {
  const found: Called[] = [];
  for (const { text, condition, verdict, since } of corrections) {
    if (verdict === "useless")
      found.push(ask("correction", 80, texts.useless(text, condition, since.held, since.days)));
    if (verdict === "works")
      found.push(ask("correction", 48, texts.works(text, condition, since.held, since.days)));
  }
  const underWay = new Set(
    corrections.filter(({ outcome }) => outcome === null).map(({ condition }) => condition),
  );
  for (const { name, kind, held, days } of conditions) {
    if (kind !== "abnormal" || held < FEWEST_HELD || held * 2 < days) continue;
    const said = underWay.has(name) ? texts.heldStill(name, held, days) : texts.held(name, held, days);
    found.push(ask("condition", 62 + (10 * held) / days, said));
  }
  const healthy = conditions.find(
    ({ kind, held, days, before }) =>
      kind === "healthy" &&
      days >= FEWEST_HELD &&
      before.days >= FEWEST_HELD &&
      held * before.days > before.held * days,
  );
  if (healthy !== undefined)
    found.push(ask("healthy", 25, texts.healthy(healthy.name, healthy.held, healthy.days)));
  return found;
}

function aboutGoals(
  { goals, problems, commitments, plan, days }: ReviewFigures,
  texts: QuestionTexts,
): Called[] {
  const found: Called[] = [];
  const overdue = goals.find((goal) => goal.overdue);
  if (overdue !== undefined) found.push(ask("overdue", 75, texts.overdue(overdue.title)));
  const idle = goals.find(({ minutes }) => minutes === 0);
  if (idle !== undefined && plan.recordedMin > 0 && days.length >= FEWEST_DAYS_FOR_ALL)
    found.push(ask("idle-goal", 68, texts.idleGoal(idle.title)));
  const broken = commitments.find(({ periods }) => periods.some(({ verdict }) => verdict === "broken"));
  if (broken !== undefined) found.push(ask("commitment", 58, texts.broken(broken.title, broken.says)));
  const open = problems.filter(({ solvedOn }) => solvedOn === null);
  const untried = open.find(({ trials }) => trials.length === 0);
  if (untried !== undefined) found.push(ask("problem", 52, texts.problem(untried.text)));
  const tried = open.find(({ trials }) => trials.length > 0);
  if (tried !== undefined) found.push(ask("problem", 42, texts.tried(tried.text, tried.trials.at(-1)!)));
  return found;
}
