// Commitments kept or not, period by period, over a range: a pure function of what the days recorded. A period of which
// nothing is known is called unknown, not broken; one that is still running is only broken where nothing can mend it.

import { addDays, type LocalDate } from "../../base/index.ts";
import type { Commitment } from "./commitment.ts";
import { type CommitmentRecord, periodOf, recordedFor } from "./commitment-need.ts";

/** What is needed of a day: what was recorded, on whatever. */
export interface ReportedDay {
  date: LocalDate;
  byReference: ReadonlyMap<string, number>;
  isOff: boolean;
}

/**
 * `off`: a day off with nothing recorded, for a daily commitment. `unknown`: nothing recorded in the period and the weeks around it.
 * `running`: not over and not decided.
 */
export type PeriodVerdict = "kept" | "broken" | "running" | "off" | "unknown";

export interface CommitmentPeriodReport extends CommitmentRecord {
  from: LocalDate;
  to: LocalDate;
  verdict: PeriodVerdict;
  /** What an answered check says where it is about this commitment: whether it found time; null where none does. */
  said: boolean | null;
}

export interface CommitmentReport {
  commitment: Commitment;
  periods: CommitmentPeriodReport[];
  kept: number;
  /** Periods that are decided. */
  of: number;
  /** Decided periods kept in a row up to the last one. */
  streak: number;
}

/**
 * @param from first day of the range; periods are taken whole, and begin no earlier than a commitment's `since`
 * @param days ascending, every day from the beginning of the first period to today
 * @param saidOf what checks say of a commitment in a period
 */
export function reportCommitments(
  commitments: readonly Commitment[],
  {
    from,
    to,
    today,
    days,
    saidOf = () => null,
  }: {
    from: LocalDate;
    to: LocalDate;
    today: LocalDate;
    days: readonly ReportedDay[];
    saidOf?: (commitment: Commitment, from: LocalDate, to: LocalDate) => boolean | null;
  },
): CommitmentReport[] {
  // Who only plans, or only answers the check, says nothing of what was done.
  const recorded = days.filter(({ byReference }) => byReference.size > 0);
  const weeks = new Set(recorded.map(({ date }) => periodOf(date, "week").from));
  return commitments.map((commitment) => {
    const first = commitment.since !== undefined && commitment.since > from ? commitment.since : from;
    const periods: CommitmentPeriodReport[] = [];
    // Days and periods ascend: behind the last day that was looked at.
    let behind = 0;
    for (
      let at = periodOf(first, commitment.period);
      at.from <= to && at.from <= today;
      at = next(at, commitment)
    ) {
      while (behind < days.length && days[behind]!.date < at.from) behind++;
      const start = behind;
      while (behind < days.length && days[behind]!.date <= at.to) behind++;
      const within = days.slice(start, behind);
      const record = recordedFor(commitment, within);
      const verdict = verdictOf(commitment, at, record, { within, weeks, today });
      periods.push({ ...at, ...record, verdict, said: saidOf(commitment, at.from, at.to) });
    }
    const decided = periods.filter(({ verdict }) => verdict === "kept" || verdict === "broken");
    const lastBroken = decided.findLastIndex(({ verdict }) => verdict === "broken");
    return {
      commitment,
      periods,
      kept: decided.filter(({ verdict }) => verdict === "kept").length,
      of: decided.length,
      streak: decided.length - 1 - lastBroken,
    };
  });
}

function next({ to }: { to: LocalDate }, { period }: Commitment): { from: LocalDate; to: LocalDate } {
  return periodOf(addDays(to, 1), period);
}

function verdictOf(
  commitment: Commitment,
  at: { from: LocalDate; to: LocalDate },
  record: CommitmentRecord,
  {
    within,
    weeks,
    today,
  }: { within: readonly ReportedDay[]; weeks: ReadonlySet<LocalDate>; today: LocalDate },
): PeriodVerdict {
  const isOver = at.to < today;
  const fits = isKept(commitment, record);
  const isFloor = commitment.kind === "floor";
  // A floor once reached stays so, and a limit once passed.
  if (isFloor && fits) return "kept";
  if (!isFloor && !fits) return "broken";
  if (!isOver) return "running";
  if (commitment.period === "day" && within.every(({ isOff }) => isOff) && isFloor) return "off";
  const isKnown = within.some(({ date }) => weeks.has(periodOf(date, "week").from));
  if (!isKnown) return "unknown";
  return fits ? "kept" : "broken";
}

/** Whether the floor is reached, or the limit kept so far. */
function isKept(commitment: Commitment, { recordedMin, recordedTimes }: CommitmentRecord): boolean {
  const { kind, min, times } = commitment;
  const [amount, wanted] = min === null ? [recordedTimes, times!] : [recordedMin, min];
  return kind === "floor" ? amount >= wanted : amount <= wanted;
}
