// Conditions and corrections of a review: how often each condition held on checked days, and what can be said of a correction.
// docs/review.md states the rule and how often it errs.

import { addDays, type LocalDate, type Tongue, weekdayOf } from "../../base/index.ts";
import {
  type CheckedDay,
  chanceLower,
  correctionWindows,
  judgeCorrection,
  type Tally,
  tallyOf,
} from "../check/judge.ts";
import type { ConditionKind } from "../day/day.ts";
import type { DayRange } from "../report/range.ts";
import type { EvidenceCondition, EvidenceCorrection, ReviewEvidence } from "./evidence.ts";
import { sayReview } from "./messages.ts";

export interface ReviewCondition extends Tally {
  name: string;
  kind: ConditionKind;
  /** The same over the stretch before. */
  before: Tally;
}

export type CorrectionVerdict = "works" | "useless" | "unclear" | "too-few";

export interface ReviewCorrection extends Pick<EvidenceCorrection, "text" | "from" | "judgeOn" | "outcome"> {
  condition: string;
  kind: ConditionKind;
  before: Tally;
  since: Tally;
  /** That the condition has become rarer (healthy: more frequent) since; null with too few days. */
  chance: number | null;
  verdict: CorrectionVerdict;
  says: string;
  /** Week by week, from four weeks before it. */
  weeks: ({ from: LocalDate } & Tally)[];
}

/** From this chance on it is said to work. */
export const WORKS_CHANCE = 0.95;
/** Up to this chance it is said to be of no use, with enough days that a real effect would have shown. */
export const USELESS_CHANCE = 0.6;
/** So many checked days on each side are enough to call it useless. */
export const USELESS_DAYS = 10;

export function reviewConditions({ conditions, range, before }: ReviewEvidence): ReviewCondition[] {
  return conditions.map(({ name, kind, checked }) => ({
    name,
    kind,
    ...tallyOf(within(checked, range)),
    before: tallyOf(within(checked, before)),
  }));
}

/** Corrections that were under way on a day of the range, by their beginning. */
export function reviewCorrections(evidence: ReviewEvidence): ReviewCorrection[] {
  const { conditions, range } = evidence;
  const last = lastDay(evidence);
  return conditions
    .flatMap((condition) =>
      condition.corrections
        .filter(({ from, judgedOn }) => from <= last && (judgedOn === null || judgedOn >= range.from))
        .map((correction) => reviewCorrection(condition, correction, last, evidence.tongue)),
    )
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The last day of the range that has come. */
export function lastDay({ range, today }: Pick<ReviewEvidence, "range" | "today">): LocalDate {
  return range.to < today ? range.to : today;
}

/** Judged as of the last day of the review, or of its judgement where that was before. */
function reviewCorrection(
  { name, kind, checked }: EvidenceCondition,
  correction: EvidenceCorrection,
  last: LocalDate,
  tongue: Tongue,
): ReviewCorrection {
  const { text, from, judgeOn, outcome, judgedOn } = correction;
  const until = judgedOn !== null && judgedOn < last ? judgedOn : last;
  const windows = correctionWindows({ from, judgedOn: until }, last);
  const before = tallyOf(within(checked, windows.before));
  const since = tallyOf(within(checked, windows.since));
  const judged = judgeCorrection({ before, since }, tongue);
  const chance = chanceBetter(kind, before, since, judged.better);
  const says = kind === "abnormal" ? judged.says : sayReview(tongue).moreFrequent(before, since, chance);
  const weeks: ({ from: LocalDate } & Tally)[] = [];
  for (let monday = mondayOf(windows.before.from); monday <= windows.since.to; monday = addDays(monday, 7)) {
    const week = {
      from: monday < windows.before.from ? windows.before.from : monday,
      to: addDays(monday, 6) < windows.since.to ? addDays(monday, 6) : windows.since.to,
    };
    weeks.push({ from: monday, ...tallyOf(within(checked, week)) });
  }
  const verdict = verdictOf(before, since, chance);
  return { condition: name, kind, text, from, judgeOn, outcome, before, since, chance, verdict, says, weeks };
}

/** An abnormal condition is to become rarer, a healthy one more frequent. */
function chanceBetter(kind: ConditionKind, before: Tally, since: Tally, rarer: number | null): number | null {
  if (rarer === null || kind === "abnormal") return rarer;
  return chanceLower(before, since);
}

/** The rule, on the chance that the condition has become rarer. */
export function verdictOf(before: Tally, since: Tally, chance: number | null): CorrectionVerdict {
  if (chance === null) return "too-few";
  if (chance >= WORKS_CHANCE) return "works";
  const isEnough = before.days >= USELESS_DAYS && since.days >= USELESS_DAYS;
  return isEnough && chance <= USELESS_CHANCE ? "useless" : "unclear";
}

function within(checked: readonly CheckedDay[], { from, to }: Pick<DayRange, "from" | "to">): CheckedDay[] {
  return checked.filter(({ date }) => date >= from && date <= to);
}

function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}
