// drift: how far what the page says comes first and what was lived differ, in a range of days. It only looks.

import { AppError, addDays, type LocalDate, type Tongue } from "../base/index.ts";
import { type Drift, makeRange, readDrift } from "../domain/index.ts";
import type { Action, Context, Input, ItemAddress } from "./action.ts";
import { daysBetween, dayWords, notedDays } from "./day-read.ts";
import { mondayBefore } from "./day-view.ts";
import { DRIFT_CHARTS, driftCharts } from "./drift-charts.ts";
import type { DriftData, RangeJson } from "./drift-json.ts";
import { readDriftEvidence } from "./drift-read.ts";
import { DRIFT_TABLES, driftTables } from "./drift-tables.ts";
import { sayGoals } from "./goal-messages.ts";
import { addressOf } from "./goal-state.ts";
import { lastDayOf, rangeParam, readRange, toRangeJson } from "./report-range.ts";

/** Four whole weeks and the running one. */
const WEEKS = 5;
const YEAR_DAYS = 365;

export const drift: Action = {
  name: "drift",
  group: "goals",
  writes: false,
  summary: {
    en: "Compare what you say comes first with what you do",
    zh: "看写的优先级和做的差多少",
  },
  params: [
    rangeParam,
    {
      name: "from",
      kind: "date",
      help: { en: "the first day, instead of a range", zh: "第一天，代替时间范围" },
    },
    { name: "to", kind: "date", help: { en: "the last day; else today", zh: "最后一天；默认今天" } },
  ],
  reports: { tables: DRIFT_TABLES, charts: DRIFT_CHARTS },
  more: {
    en: "From records where there are enough, else from the page's log, else from its git history; it says which. Without a range: the last four whole weeks and the running one, or where these have no records the last 365 days. docs/drift.md says how it is computed.",
    zh: "每天的记录够多就看它，否则看页面上的记录，再不然看页面的 git 历史，并说明依据。不写时间范围：最近四个整周加上这一周；这几周没有记录就看最近 365 天。算法见 docs/drift.md。",
  },
  examples: [
    {
      args: { en: "drift", zh: "drift" },
      says: { en: "the last weeks", zh: "最近几周" },
    },
    {
      args: { en: "drift 2026-Q4 --csv items", zh: "drift 2026-Q4 --csv items" },
      says: { en: "a quarter, item by item, for a spreadsheet", zh: "一个季度，逐个条目，给表格用" },
    },
    {
      args: { en: "drift last year --page now.md", zh: "drift 去年 --page now.md" },
      says: { en: "any page, from its log and git history", zh: "任何页面，看它上面的记录和 git 历史" },
    },
  ],
  run: (context, input) => {
    const range = askedRange(context, input);
    const data = driftData(context, range);
    return {
      data,
      summary: data.sourceSays,
      report: () => ({
        tables: driftTables(data, context.tongue),
        charts: driftCharts(data, context.tongue),
      }),
    };
  },
};

export function driftData(context: Context, range: RangeJson): DriftData {
  const from = range.from as LocalDate;
  const evidence = readDriftEvidence(context, { from, to: lastDayOf(context, asDays(range)) });
  return toData(context, range, readDrift(evidence, context.tongue));
}

function asDays({ from, to }: RangeJson): { from: LocalDate; to: LocalDate } {
  return { from: from as LocalDate, to: to as LocalDate };
}

function askedRange(context: Context, input: Input): RangeJson {
  const text = input.text("range");
  if (!input.has("from") && !input.has("to"))
    return text === undefined ? plainRange(context) : readRange(context, text, { default: "week" });
  const to = input.date("to") ?? context.today;
  const from = input.date("from") ?? mondayBefore(to, WEEKS);
  const texts = sayGoals(context.tongue);
  if (text !== undefined)
    throw new AppError("usage", sayOwn(context.tongue).rangeTwice, {
      hint: sayOwn(context.tongue).rangeOnce,
    });
  if (from > to) throw new AppError("usage", texts.backwards(from, to));
  return readRange(context, `${from}..${to}`, { default: "week" });
}

/** Four whole weeks and the running one: enough to even out a week, near enough to change something. */
function plainRange(context: Context): RangeJson {
  const { today } = context;
  const from = mondayBefore(today, WEEKS);
  const hasRecords =
    notedDays(context, from, today).length > 0 &&
    daysBetween(context, from, today).some(({ recordedMin }) => recordedMin > 0);
  return toRangeJson(context, makeRange(hasRecords ? from : addDays(today, 1 - YEAR_DAYS), today));
}

function toData(context: Context, range: RangeJson, found: Drift): DriftData {
  const { items } = dayWords(context);
  const addressAt = (path: string): ItemAddress | null => {
    const one = items.get(path);
    return one === undefined ? null : addressOf(one);
  };
  return {
    range,
    today: context.today,
    ...found,
    items: found.items.map(({ item, ...rest }) => ({
      path: item.path,
      address: item.isOnPage ? addressAt(item.path) : null,
      ...rest,
    })),
    starved: found.starved.map(({ item, nextStep, ...rest }) => ({
      path: item.path,
      address: addressAt(item.path),
      ...rest,
      nextStep: nextStep && { ...nextStep, address: addressAt(nextStep.path) },
    })),
    instead: found.instead.map((one) => ({
      ...one,
      title: one.kind === "interruption" ? sayOwn(context.tongue).interruptions : one.title,
    })),
  };
}

const OWN = {
  en: {
    interruptions: "interruptions",
    rangeTwice: "The days are said twice: as a range, and by --from or --to.",
    rangeOnce: "Say one of the two.",
  },
  zh: {
    interruptions: "打断",
    rangeTwice: "时间说了两次：时间范围，还有 --from 或 --to。",
    rangeOnce: "只写一种。",
  },
} as const;

function sayOwn(tongue: Tongue): (typeof OWN)[Tongue] {
  return OWN[tongue];
}
