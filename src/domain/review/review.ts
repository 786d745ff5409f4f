// A review of a stretch of days: a pure function of what is known of them. What it says is only what its figures say; too
// few are called too few.

import { addDays, type LocalDate, weekdayOf } from "../../base/index.ts";
import type { Share, ShareBy } from "../report/report.ts";
import type { EvidenceCommitment, EvidenceGoal, EvidenceProblem, ReviewEvidence } from "./evidence.ts";
import {
  type DayFigures,
  dayFigures,
  daysOf,
  type PlanFigures,
  planFigures,
  type Slipped,
  slippedOf,
  type WeekFigures,
  weekFigures,
} from "./figures.ts";
import { findingsOf } from "./findings.ts";
import {
  areItemsKnown,
  type ItemTurn,
  type ReviewEstimate,
  type ReviewItem,
  reviewEstimates,
  reviewItems,
  spellOn,
} from "./items.ts";
import { questionsOf, type ReviewQuestion } from "./questions.ts";
import {
  lastDay,
  type ReviewCondition,
  type ReviewCorrection,
  reviewConditions,
  reviewCorrections,
} from "./tallies.ts";

export interface ReviewFigures {
  plan: PlanFigures;
  before: PlanFigures;
  slipped: Slipped[];
  /** Recorded work of the range. */
  hours: Record<ShareBy, Share[]>;
  weeks: WeekFigures[];
  days: DayFigures[];
  /** For charts: the weeks (at most 53, from a Monday) and days of the year up to the end of the range. */
  weeksYear: WeekFigures[];
  daysYear: DayFigures[];
  conditions: ReviewCondition[];
  corrections: ReviewCorrection[];
  items: Record<ItemTurn, ReviewItem[]>;
  /** Whether anything is known of what became of items: a note, a log entry, the page's past. */
  itemsKnown: boolean;
  commitments: readonly EvidenceCommitment[];
  goals: readonly EvidenceGoal[];
  problems: readonly EvidenceProblem[];
  /** Finished in the range (for charts: in the year up to its end) with an estimate and records. */
  estimates: ReviewEstimate[];
  estimatesYear: ReviewEstimate[];
}

export interface Review extends ReviewFigures {
  /** A few sentences, the most important first. */
  findings: string[];
  /** Three. */
  questions: ReviewQuestion[];
}

export function readReview(evidence: ReviewEvidence): Review {
  const { range, before } = evidence;
  const last = lastDay(evidence);
  const days = daysOf(evidence.days, { from: range.from, to: last });
  const year = daysOf(evidence.days, { from: yearBefore(last), to: last });
  const priorities = new Map(evidence.items.map((item) => [item.path, spellOn(item, last).priority]));
  const figures: ReviewFigures = {
    plan: planFigures(days),
    before: planFigures(daysOf(evidence.days, before)),
    slipped: slippedOf(days, (path) => priorities.get(path) ?? null),
    hours: evidence.hours,
    weeks: weekFigures(days),
    days: dayFigures(days),
    weeksYear: weekFigures(year),
    daysYear: dayFigures(year),
    conditions: reviewConditions(evidence),
    corrections: reviewCorrections(evidence),
    items: reviewItems(evidence),
    itemsKnown: areItemsKnown(evidence),
    commitments: evidence.commitments,
    goals: evidence.goals,
    problems: evidence.problems,
    estimates: reviewEstimates(evidence, range.from),
    estimatesYear: reviewEstimates(evidence, yearBefore(last)),
  };
  return { ...figures, findings: findingsOf(evidence, figures), questions: questionsOf(evidence, figures) };
}

/** The Monday with which 53 weeks begin that end with the week of a day. */
export function yearBefore(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date) - 52 * 7);
}
