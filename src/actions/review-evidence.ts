// Gathers what a review rests on: days, the past of items, conditions, goals, commitments. Nothing is computed here that a
// pure function could compute, and nothing is written.

import { addDays, type LocalDate } from "../base/index.ts";
import {
  byPriorityOf,
  type DayFacts,
  type DayRange,
  type EvidenceCondition,
  type EvidenceDay,
  type EvidenceItem,
  type ItemsPast,
  type PastItem,
  type ReviewEvidence,
  readShares,
  spellAt,
  workOfDays,
  yearBefore,
} from "../domain/index.ts";
import type { Context } from "./action.ts";
import { checkedDays, conditionsOf } from "./check-state.ts";
import { doubtedUntil } from "./clock-state.ts";
import { commitmentsData } from "./commitments.ts";
import { daysBetween, notedDays } from "./day-read.ts";
import { goalScopes, logEntries } from "./drift-read.ts";
import { goalsOf, toGoalsData } from "./goal-state.ts";
import type { CommitmentJson, GoalJson } from "./goals-json.ts";
import { readItemFiles } from "./item-file.ts";
import { pastOf } from "./item-past.ts";
import type { PageReading } from "./reading.ts";
import { nowMin } from "./time-input.ts";

const FIRST_DAY = "1000-01-01" as LocalDate;
/** Corrections are held against the four weeks before them. */
const WEEKS_BEFORE = 28;

export interface Gathered {
  evidence: ReviewEvidence;
  past: ItemsPast;
  commitments: CommitmentJson[];
}

/** @param before the stretch that the range is compared with */
export function gatherEvidence(context: Context, range: DayRange, before: DayRange): Gathered {
  const { today, tongue } = context;
  const last = range.to < today ? range.to : today;
  const { past, source, since } = pastOf(context);
  const noted = notedDays(context, FIRST_DAY, last);
  const first = [before.from, yearBefore(last)].sort()[0] as LocalDate;
  const read = (from: LocalDate, to: LocalDate): DayFacts[] =>
    daysBetween(context, from, to, { doubted: doubtedUntil(context) });
  const days = read(first, last).map((facts) =>
    facts.date === today && facts.slips.length > 0 ? withoutComing(facts, nowMin(context)) : facts,
  );
  const pages = reportPages(context);
  // Records of longer ago only matter to what was finished and had an estimate.
  const hasOlder = noted[0] !== undefined && noted[0] < first && hasEstimated(context, pages);
  const all = hasOlder ? [...read(noted[0]!, addDays(first, -1)), ...days] : days;
  const hasNote = new Set(noted);
  const within = days.filter(({ date }) => date >= range.from);
  const goals = goalsIn(context, range, last);
  const hours = readShares(
    workOfDays(within, past),
    goalScopes(context, { from: range.from, to: last }),
    tongue,
  ).by;
  const minutesFor = (title: string): number => hours.goal.find(({ key }) => key === title)?.amount ?? 0;
  const { commitments } = commitmentsData(context, range.from, last);
  const evidence: ReviewEvidence = {
    tongue,
    today,
    range,
    before,
    days: days.map((facts) => toEvidenceDay(facts, past, hasNote)),
    notedBefore: noted.filter((date) => date < range.from).length,
    log: logOf(context, pages, yearBefore(last), last),
    hours,
    conditions: gatherConditions(context, before.from, range, last),
    items: gatherItems(context, past, pages, all),
    itemsFrom: source === "git" ? "history" : source,
    itemsSince: source === "page" ? null : (since as LocalDate | null),
    commitments,
    goals: goals.map(({ title, line, ratio, overdue }) => ({
      title,
      line,
      ratio,
      minutes: minutesFor(title),
      overdue,
    })),
    problems: problemsIn(context, range, last),
  };
  return { evidence, past, commitments };
}

/** Entries of pages and archives that end between two days. */
function logOf(
  context: Context,
  pages: readonly PageReading[],
  first: LocalDate,
  last: LocalDate,
): ReviewEvidence["log"] {
  return pages.flatMap((page) => {
    const found: { to: LocalDate; bullets: string[] }[] = [];
    // The latest come first, those of archives behind those of the page.
    for (const { to, bullets } of logEntries(context, page)) {
      if (to < first) break;
      if (to <= last) found.push({ to, bullets: bullets.map(({ text }) => text) });
    }
    return found;
  });
}

/** The first page, and those in its language: translations of a page say the same once more. */
export function reportPages(context: Context): PageReading[] {
  const pages = context.reading.pages();
  const { language } = context.world.config;
  const main = pages.find(({ view }) => view.language === language) ?? pages[0]!;
  return pages.filter(({ view }) => view.language === main.view.language);
}

/** Whether something is finished that had an estimate. */
function hasEstimated(context: Context, pages: readonly PageReading[]): boolean {
  const files = readItemFiles(context);
  const isDone = (path: string): boolean =>
    pages.some(({ view }) => view.items.some((item) => item.path === path && item.state === "done"));
  return [...files].some(([path, { estimateMin }]) => estimateMin !== null && isDone(path));
}

/** What is still to come of today's plan counts neither as planned nor as slipped. */
function withoutComing(facts: DayFacts, now: number): DayFacts {
  const coming = facts.slips.filter(({ state, to }) => to > now && state !== "moved" && state !== "dropped");
  if (coming.length === 0) return facts;
  const sum = (of: (slip: (typeof coming)[number]) => number): number =>
    coming.reduce((total, slip) => total + of(slip), 0);
  return {
    ...facts,
    plannedMin: facts.plannedMin - sum(({ from, to }) => to - from),
    keptMin: facts.keptMin - sum(({ keptMin }) => keptMin),
    blocks: facts.blocks - coming.length,
    slips: facts.slips.filter((slip) => !coming.includes(slip)),
  };
}

function toEvidenceDay(facts: DayFacts, past: ItemsPast, noted: ReadonlySet<LocalDate>): EvidenceDay {
  const byPriority =
    facts.byReference.size === 0 ? facts.byPriority : byPriorityOf(workOfDays([facts], past));
  // What slipped goes by the name that an item has now, whatever it was called that day.
  const slips = facts.slips.map((slip) => {
    const place = past.resolveAt(slip.reference, facts.date);
    return place === null ? slip : { ...slip, reference: place.item.path, isItem: true };
  });
  return { ...facts, byPriority, slips, hasNote: noted.has(facts.date) };
}

function gatherConditions(
  context: Context,
  from: LocalDate,
  range: DayRange,
  last: LocalDate,
): EvidenceCondition[] {
  return conditionsOf(context).conditions.conditions.map((condition) => {
    const corrections = condition.corrections.filter(
      (one) => one.from <= last && (one.judgedOn === null || one.judgedOn >= range.from),
    );
    const begins = corrections.map((one) => addDays(one.from, -WEEKS_BEFORE));
    const first = [from, ...begins].sort()[0] as LocalDate;
    return {
      name: condition.name,
      kind: condition.kind,
      checked: checkedDays(context, condition, first, last),
      corrections,
    };
  });
}

/** Goals that are open, or were closed in the range; their hours are those of the range. */
function goalsIn(context: Context, range: DayRange, last: LocalDate): GoalJson[] {
  return toGoalsData(context, goalsOf(context), { from: range.from, to: last }).goals.filter(
    ({ state, closedOn, period }) =>
      (state === "open" || (closedOn !== null && closedOn >= range.from)) &&
      (period?.from == null || period.from <= last),
  );
}

/** Key problems that are open, or were solved in the range. */
function problemsIn(context: Context, range: DayRange, last: LocalDate): ReviewEvidence["problems"] {
  const { goals, problems } = goalsOf(context).goals;
  const all = [
    ...goals.flatMap((goal) =>
      goal.problems.map((problem) => ({ problem, goal: goal.title, isOpen: goal.state === "open" })),
    ),
    ...problems.map((problem) => ({ problem, goal: null, isOpen: true })),
  ];
  return all.flatMap(({ problem: { text, solved, solvedOn, trials }, goal, isOpen }) => {
    const wasSolved = solvedOn !== null && solvedOn >= range.from && solvedOn <= last;
    if (!wasSolved && !(isOpen && (!solved || (solvedOn !== null && solvedOn > last)))) return [];
    return [{ text, goal, solvedOn: wasSolved ? solvedOn : null, trials: trials.map((trial) => trial.text) }];
  });
}

/** Items that stood on the page at any time, with what days recorded for them and what is private about them. */
function gatherItems(
  context: Context,
  past: ItemsPast,
  pages: readonly PageReading[],
  days: readonly DayFacts[],
): EvidenceItem[] {
  const files = new Set(pages.map(({ file }) => file));
  const onPages = new Map(pages.flatMap(({ view }) => view.items.map((item) => [item.path, item])));
  const facts = readItemFiles(context);
  const recorded = recordedOf(days, past);
  return past.items
    .filter(({ page }) => files.has(page))
    .map((item) => ({
      path: item.path,
      title:
        onPages.get(item.path)?.title ?? item.path.slice(item.path.lastIndexOf(" › ") + 1).replace(/^› /, ""),
      past: item,
      estimateMin: facts.get(item.path)?.estimateMin ?? null,
      doneOn: item.isOnPage ? (onPages.get(item.path)?.doneOn ?? null) : null,
      recorded: recorded.get(item) ?? null,
    }));
}

/** Recorded minutes of each item with those of its steps. */
function recordedOf(
  days: readonly DayFacts[],
  past: ItemsPast,
): Map<PastItem, NonNullable<EvidenceItem["recorded"]>> {
  const found = new Map<PastItem, NonNullable<EvidenceItem["recorded"]>>();
  for (const { date, byReference } of days) {
    for (const [text, min] of byReference) {
      const place = past.resolveAt(text, date);
      if (place === null) continue;
      for (const item of lineOf(place.item, past, date)) {
        const known = found.get(item);
        if (known === undefined) found.set(item, { first: date, last: date, min });
        else Object.assign(known, { last: date, min: known.min + min });
      }
    }
  }
  return found;
}

/** An item and those that it stands below. */
function lineOf(item: PastItem, past: ItemsPast, date: LocalDate): Set<PastItem> {
  const { path } = spellAt(item, date);
  const line = new Set([item]);
  for (let at = path.lastIndexOf(" › "); at > 0; at = path.lastIndexOf(" › ", at - 1)) {
    const above = past.resolveAt(path.slice(0, at), date);
    if (above !== null) line.add(above.item);
  }
  return line;
}
