// Compares what nunc answers with what recompute.ts gets from the same notes, figure by figure and to the minute.

import type {
  CommitmentsData,
  CorrectionsData,
  DaysData,
  DriftData,
  ReviewData,
} from "../../src/actions/index.ts";
import type { Ask } from "./ask-year.ts";
import { addDays, makeChance, mondayOf } from "./chance.ts";
import type { Range, Year } from "./make-year.ts";
import type { PlanSums, Recomputed } from "./recompute.ts";

export interface Compared {
  /** Figures that were compared. */
  figures: number;
  /** In words: where, which, what nunc says, what was recomputed. */
  differences: string[];
}

const PLAN_KEYS = [
  "plannedDays",
  "workingDays",
  "plannedMin",
  "keptMin",
  "blocks",
  "keptBlocks",
  "movedBlocks",
  "droppedBlocks",
  "recordedMin",
  "interruptions",
  "interruptedMin",
  "bufferMin",
  "bufferSpentMin",
] as const satisfies readonly (keyof PlanSums)[];

/** Days, weeks, months, quarters, the year, and ranges that no calendar knows. */
export function rangesOf(year: number, seed: string, count: number): string[] {
  const chance = makeChance(`ranges ${seed}`);
  const month = (at: number): string => `${year}-${String(at).padStart(2, "0")}`;
  const days = Array.from({ length: count }, () => addDays(`${year}-01-01`, chance.int(0, 364)));
  const odd = Array.from({ length: count }, (): string => {
    const from = addDays(`${year}-01-03`, chance.int(0, 330));
    return `${from}..${addDays(from, chance.int(1, 120))}`;
  });
  // Around both changes of the clock, wherever that is: March, April, September to November.
  const clocks = [
    `${month(3)}-05..${month(4)}-11`,
    `${month(9)}-03..${month(10)}-07`,
    `${month(10)}-20..${month(11)}-09`,
  ];
  return [
    String(year),
    ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
    ...chance.some(
      Array.from({ length: 12 }, (_, at) => month(at + 1)),
      count,
    ),
    ...days.map((date) => `${mondayOf(date)}..${addDays(mondayOf(date), 6)}`),
    ...days,
    ...odd,
    ...clocks,
  ];
}

export function compareYear(year: Year, ask: Ask, own: Recomputed, ranges: readonly string[]): Compared {
  const today = year.now.slice(0, 10);
  const found: Compared = { figures: 0, differences: [] };
  const same = (where: string, said: unknown, recomputed: unknown): void => {
    found.figures++;
    const isClose =
      typeof said === "number" && typeof recomputed === "number" && Math.abs(said - recomputed) < 1e-6;
    if (!isClose && JSON.stringify(said) !== JSON.stringify(recomputed))
      found.differences.push(`${where}: ${JSON.stringify(said)}, recomputed ${JSON.stringify(recomputed)}`);
  };
  /** Every key of both, with nothing for what is missing. */
  const sameSums = (
    where: string,
    said: Record<string, number>,
    recomputed: Record<string, number>,
  ): void => {
    for (const key of new Set([...Object.keys(said), ...Object.keys(recomputed)]))
      same(`${where} ${key}`, said[key] ?? 0, recomputed[key] ?? 0);
  };
  const samePlan = (where: string, said: Omit<PlanSums, never>, { from, to }: Range): void => {
    const plan = own.plan(from, to);
    for (const name of PLAN_KEYS) same(`${where} ${name}`, said[name], plan[name]);
  };
  const sumsOf = (shares: readonly { key: string; amount: number }[]): Record<string, number> =>
    Object.fromEntries(shares.map(({ key, amount }) => [key, amount]));

  for (const name of ranges) {
    const review = ask<ReviewData>("review", { range: name });
    const { from, to } = review.range;
    samePlan(`${name} plan`, review.plan, { from, to });
    same(`${name} plan ratio`, review.plan.keptRatio, ratioOf(own.plan(from, to)));
    if (review.beforeRange.from >= `${year.year}-01-01`)
      samePlan(`${name} before`, review.before, review.beforeRange);
    for (const week of review.weeks) {
      samePlan(`${name} week ${week.from}`, week, week);
      sameSums(`${name} week ${week.from}`, week.byPriority, own.hours("priority", week.from, week.to));
    }
    for (const day of review.days.slice(0, 40)) {
      const plan = own.plan(day.date, day.date);
      for (const key of ["plannedMin", "keptMin", "recordedMin"] as const)
        same(`${name} ${day.date} ${key}`, day[key], plan[key]);
    }
    sameSums(`${name} priority`, sumsOf(review.hours.priority), own.hours("priority", from, to));
    sameSums(`${name} group`, sumsOf(review.hours.group), own.hours("grp", from, to));
    sameSums(`${name} section`, sumsOf(review.hours.section), own.hours("section", from, to));
    const byGoal = own.hoursByGoal(from, to);
    for (const { title, minutes } of review.goals) same(`${name} goal ${title}`, minutes, byGoal[title] ?? 0);
    sameSums(`${name} goal`, sumsOf(review.hours.goal), byGoal);
    const slipped = own.slipped(from, to);
    for (const { text, times, plannedMin, keptMin } of review.slipped)
      same(`${name} slipped ${text}`, { times, plannedMin, keptMin }, slipped[text] ?? null);
    same(`${name} slipped, in all`, review.slipped.length, Object.keys(slipped).length);
    const conditions = own.conditions(from, to);
    for (const { name: condition, held, days } of review.conditions)
      same(`${name} ${condition}`, { held, days }, conditions[condition]);
    compareCommitments(`${name} `, review.commitments, { from, to });

    const drift = ask<DriftData>("drift", { range: name });
    // Where days have too few records, drift goes by the log.
    if (drift.source !== "records") continue;
    const ownDrift = own.drift(from, to);
    same(`${name} drift total`, drift.total, ownDrift.total);
    sameSums(`${name} drift priority`, sumsOf(drift.by.priority), own.hours("priority", from, to));
    sameSums(`${name} drift goal`, sumsOf(drift.by.goal), byGoal);
    const compared = drift.items.filter(({ statedRank }) => statedRank !== null);
    same(`${name} drift items`, compared.map(({ path }) => path).sort(), Object.keys(ownDrift.items).sort());
    for (const { path, priority, amount, openDays } of compared as (DriftData["items"][number] & {
      openDays: number;
    })[])
      same(`${name} drift ${path}`, { priority, openDays, min: amount }, ownDrift.items[path]);
    if (drift.agreement.value !== null) same(`${name} drift agreement`, drift.agreement.value, ownDrift.tau);
  }

  const [first, last] = [`${year.year}-01-01`, `${year.year}-12-31`];
  for (const { date, facts, isOff } of ask<DaysData>("days", { from: first, to: last }).days) {
    const { plannedDays: _, workingDays, ...plan } = own.plan(date, date);
    same(`${date} is off`, isOff, workingDays === 0);
    for (const [key, value] of Object.entries(plan))
      if (key in facts) same(`${date} ${key}`, facts[key as keyof typeof facts], value);
  }
  compareCommitments("", ask<CommitmentsData>("commitments", { from: first, to: last }).commitments, {
    from: first,
    to: last,
  });
  const corrections = own.corrections(today);
  for (const { condition, before, since, better } of ask<CorrectionsData>("corrections").corrections) {
    same(
      `correction ${condition}`,
      { before, since },
      { before: corrections[condition]?.before, since: corrections[condition]?.since },
    );
    same(`correction ${condition}, chance`, better, corrections[condition]?.better);
  }
  const estimates = own.estimates(last);
  for (const { path, estimateMin, actualMin } of ask<ReviewData>("review", { range: String(year.year) })
    .estimates)
    same(`estimate ${path}`, { estimateMin, actualMin }, estimates[path]);
  return found;

  function compareCommitments(where: string, said: CommitmentsData["commitments"], range: Range): void {
    const recomputed = own.commitments(range.from, range.to, today);
    for (const { title, times, periods } of said) {
      for (const period of periods) {
        const known = recomputed[title]?.[period.from];
        same(
          `${where}${title} ${period.from}`,
          [period.verdict, period.recordedMin],
          [known?.verdict, known?.min],
        );
        if (times !== null) same(`${where}${title} ${period.from} times`, period.recordedTimes, known?.times);
      }
    }
  }
}

function ratioOf({ keptMin, plannedMin }: PlanSums): number | null {
  return plannedMin === 0 ? null : keptMin / plannedMin;
}
