// What a commitment still asks for in its period. Pure sums: which days are off and what was recorded
// come in. Weeks begin on Monday.

import { addDays, daysInMonth, fold, type LocalDate, makeLocalDate, weekdayOf } from "../../base/index.ts";
import type { Commitment, CommitmentPeriod } from "./commitment.ts";

/** First and last day of the day, week (Monday to Sunday) or month that holds the date. */
export function periodOf(date: LocalDate, period: CommitmentPeriod): { from: LocalDate; to: LocalDate } {
  if (period === "day") return { from: date, to: date };
  if (period === "week") {
    const from = addDays(date, 1 - weekdayOf(date));
    return { from, to: addDays(from, 6) };
  }
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return { from: makeLocalDate(year, month, 1)!, to: makeLocalDate(year, month, daysInMonth(year, month))! };
}

/** What was recorded for a commitment so far in its period. */
export interface CommitmentRecord {
  recordedMin: number;
  /** Counted by `recordedFor`: days on which at least half of one time was recorded. */
  recordedTimes: number;
}

export interface CommitmentNeed {
  /** Minutes that must still find their place in the period, today included; 0 for a limit. */
  needMin: number;
  /** Minutes that may still be spent: null for a floor. */
  leftMin: number | null;
  /** Working days from today to the period's end, both included. */
  daysLeft: number;
  /** Whether it cannot wait: with one time a day, every working day that is left is needed. */
  isLate: boolean;
  /** Minutes that today must find so that the rest fits into the days after it; 0 while it can wait. */
  mustMin: number;
}

/**
 * How much of a commitment must still find its place.
 * @param plannedMin minutes planned for it from today on that stand, without what is to be planned now
 */
export function commitmentNeed(
  commitment: Commitment,
  {
    recordedMin,
    recordedTimes,
    plannedMin,
    today,
    isOff,
  }: CommitmentRecord & { plannedMin: number; today: LocalDate; isOff: (date: LocalDate) => boolean },
): CommitmentNeed {
  const { kind, min, times, eachMin } = commitment;
  const daysLeft = workingDays(today, periodOf(today, commitment.period).to, isOff);
  if (kind === "limit") {
    const most = min ?? times! * eachMin;
    const spent = min === null ? recordedTimes * eachMin : recordedMin;
    const leftMin = Math.max(0, most - spent - plannedMin);
    return { needMin: 0, leftMin, daysLeft, isLate: false, mustMin: 0 };
  }
  const plannedTimes = Math.floor(plannedMin / eachMin);
  const needMin =
    min === null
      ? Math.max(0, times! - recordedTimes - plannedTimes) * eachMin
      : Math.max(0, min - recordedMin - plannedMin);
  if (needMin === 0) return { needMin, leftMin: null, daysLeft, isLate: false, mustMin: 0 };
  const needTimes = Math.ceil(needMin / eachMin);
  if (isOff(today) && daysLeft > 0) {
    return { needMin, leftMin: null, daysLeft, isLate: needTimes > daysLeft, mustMin: 0 };
  }
  const isLate = needTimes >= daysLeft;
  const share = daysLeft <= 1 ? needMin : Math.ceil(needTimes / daysLeft) * eachMin;
  return { needMin, leftMin: null, daysLeft, isLate, mustMin: isLate ? Math.min(needMin, share) : 0 };
}

/** What days of one period recorded for the commitment; `byReference` as in `DayFacts`. */
export function recordedFor(
  commitment: Commitment,
  days: Iterable<{ byReference: ReadonlyMap<string, number> }>,
): CommitmentRecord {
  let recordedMin = 0;
  let recordedTimes = 0;
  for (const { byReference } of days) {
    let dayMin = 0;
    for (const [text, min] of byReference) if (countsFor(commitment, text)) dayMin += min;
    recordedMin += dayMin;
    if (dayMin > 0 && dayMin * 2 >= commitment.eachMin) recordedTimes++;
  }
  return { recordedMin, recordedTimes };
}

/** Whether the text of a block or record is for the commitment: its title, alone or with a step or a remark behind it. */
export function countsFor(commitment: Pick<Commitment, "title">, text: string): boolean {
  const title = fold(commitment.title);
  const folded = fold(text);
  if (!folded.startsWith(title)) return false;
  const rest = folded.slice(title.length);
  return rest === "" || /^\s*(?:[›:;,，、。；：(（]|-\s|–|—)/.test(rest);
}

function workingDays(from: LocalDate, to: LocalDate, isOff: (date: LocalDate) => boolean): number {
  let count = 0;
  for (let date = from; date <= to; date = addDays(date, 1)) if (!isOff(date)) count++;
  return count;
}
