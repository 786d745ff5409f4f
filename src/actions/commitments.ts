// commitments: recurring time that was promised, kept or not, period by period, from records; with what the check said.

import { fold, type LocalDate } from "../base/index.ts";
import {
  type Commitment,
  type CommitmentReport,
  formatCommitment,
  GOALS_FILE,
  periodOf,
  readCommitments,
  reportCommitments,
} from "../domain/index.ts";
import type { Action, Context } from "./action.ts";
import { conditionsOf } from "./check-state.ts";
import { doubtedUntil } from "./clock-state.ts";
import { daysBetween, notedDays, readOrEmpty } from "./day-read.ts";
import { mondayBefore } from "./day-view.ts";
import { sayGoals } from "./goal-messages.ts";
import type { CommitmentJson, CommitmentsData } from "./goals-json.ts";
import { checkRange, fromParam, toParam } from "./range-input.ts";
import { COMMITMENTS_TABLES, commitmentsTables } from "./report-tables.ts";

const WEEKS = 12;

export const commitments: Action = {
  name: "commitments",
  group: "goals",
  writes: false,
  reports: { tables: COMMITMENTS_TABLES, charts: [] },
  summary: { en: "Show commitments, kept or not, week by week", zh: "看承诺：每周守住没有" },
  params: [
    {
      ...fromParam,
      help: { en: "the first day; else Monday twelve weeks ago", zh: "第一天；默认十二周前的星期一" },
    },
    toParam,
  ],
  more: {
    en: "Records decide. A week in which nothing at all is recorded is unknown, not broken; the running one is broken only where nothing can mend it. What a check says about a commitment stands beside it and decides nothing.",
    zh: "以记录为准。整周什么都没记录算未知，不算没守住；还没过完的周期，只有补不回来才算没守住。自检里的说法列在旁边，不作数。",
  },
  examples: [
    {
      args: { en: "commitments", zh: "commitments" },
      says: { en: "the last twelve weeks", zh: "最近十二周" },
    },
  ],
  run: (context, input) => {
    const to = input.date("to") ?? context.today;
    const { from } = input.has("from") ? checkRange(context, input, 1) : { from: mondayBefore(to, WEEKS) };
    const data = commitmentsData(context, from, to);
    const sum = (key: "kept" | "of"): number => data.commitments.reduce((all, one) => all + one[key], 0);
    const summary = sayGoals(context.tongue).commitmentsCount(
      sum("kept"),
      sum("of"),
      data.commitments.length,
    );
    return { data, summary, report: () => ({ tables: commitmentsTables(data, context.tongue), charts: [] }) };
  },
};

export function commitmentsData(context: Context, from: LocalDate, to: LocalDate): CommitmentsData {
  const { today } = context;
  const text = context.reading.text(GOALS_FILE)?.text ?? "";
  const read = readCommitments(text, context.tongue);
  const first = read.commitments.map(({ period }) => periodOf(from, period).from).sort()[0] ?? from;
  const last = today < to ? today : to;
  // The whole week or month that holds the last day counts, as far as it has come.
  const ends = [last, ...read.commitments.map(({ period }) => periodOf(last, period).to)].sort();
  const end = ends.at(-1)! < today ? ends.at(-1)! : today;
  const notes = new Set(notedDays(context, first, end < first ? first : end));
  const days = end < first ? [] : daysBetween(context, first, end, { doubted: doubtedUntil(context) });
  const reports = reportCommitments(read.commitments, {
    from,
    to: last,
    today,
    days,
    saidOf: (commitment, begin, until) => saidInChecks(context, commitment, [...notes], begin, until),
  });
  return {
    from,
    to,
    today,
    noted: [...notes].filter((date) => date >= from && date <= to).length,
    commitments: reports.map((report) => toJson(context, report)),
    diagnostics: read.diagnostics,
  };
}

/** The last answer of the period to a condition that is about the commitment: it holds where no time was found. */
function saidInChecks(
  context: Context,
  { title }: Commitment,
  noted: readonly LocalDate[],
  from: LocalDate,
  to: LocalDate,
): boolean | null {
  const about = conditionsOf(context).conditions.conditions.filter(
    ({ detector }) => detector?.kind === "no-commitment" && fold(detector.name) === fold(title),
  );
  if (about.length === 0) return null;
  const names = new Set(about.map(({ name }) => fold(name)));
  for (const date of noted.filter((one) => one >= from && one <= to).reverse()) {
    const answer = readOrEmpty(context, date).note.answers.find(({ name }) => names.has(fold(name)));
    if (answer !== undefined) return !answer.holds;
  }
  return null;
}

function toJson(
  context: Context,
  { commitment, periods, kept, of, streak }: CommitmentReport,
): CommitmentJson {
  const { line, title, period, kind, min, times, eachMin, since } = commitment;
  const says = formatCommitment({ ...commitment, eachMin: times === null ? null : eachMin }, context.tongue);
  return {
    line,
    title,
    says,
    period,
    kind,
    min,
    times,
    eachMin,
    since: since ?? null,
    periods,
    kept,
    of,
    streak,
  };
}
