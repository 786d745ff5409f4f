// day, days: one day with plan, record and check; and the calendar of days.

import { AppError, addDays } from "../base/index.ts";
import type { Action } from "./action.ts";
import { findClock, toClockJson } from "./clock-state.ts";
import type { ClockJson, DayJson, DayMarkJson } from "./day-json.ts";
import { sayDay } from "./day-messages.ts";
import { notedDays } from "./day-read.ts";
import { dayMarks, mondayBefore, toDayJson } from "./day-view.ts";
import { recallCount } from "./recall-count.ts";
import type { RecallCountJson } from "./recall-json.ts";
import { DAYS_TABLES, daysTables } from "./report-tables.ts";

/** What `nunc day --json` prints. */
export type DayData = DayJson & {
  /** The running clock where it stands in this day's note, or the day is today. */
  clock: ClockJson | null;
  /** What is to be recalled, of today; else and without cards null. */
  recall: RecallCountJson | null;
};

export interface DaysData {
  today: string;
  days: DayMarkJson[];
}

const WEEKS = 12;
/** Eleven years. */
const MOST_DAYS = 4018;

export const day: Action = {
  name: "day",
  group: "day",
  writes: false,
  summary: { en: "Show a day: plan, record, check, facts", zh: "看一天：计划、记录、自检、小结" },
  params: [
    {
      name: "date",
      kind: "date",
      positional: true,
      help: {
        en: "the day: 2021-09-30, yesterday, -3d; else today",
        zh: "日期：2021-09-30、昨天、-3d；默认今天",
      },
    },
  ],
  examples: [
    { args: { en: "day", zh: "day" }, says: { en: "today", zh: "今天" } },
    {
      args: { en: "day yesterday", zh: "day 昨天" },
      says: { en: "what was planned yesterday, and what happened", zh: "昨天的计划与实际" },
    },
  ],
  run: (context, input) => {
    const date = input.date("date") ?? context.today;
    const clock = findClock(context);
    const isShown = clock !== null && (clock.day.date === date || date === context.today);
    const data: DayData = {
      ...toDayJson(context, date),
      clock: isShown ? toClockJson(context, clock) : null,
      recall: date === context.today ? recallCount(context) : null,
    };
    return { data, summary: sayDay(context.tongue).daySummary(date) };
  },
};

export const days: Action = {
  name: "days",
  group: "day",
  writes: false,
  reports: { tables: DAYS_TABLES, charts: [] },
  summary: { en: "Show many days at a glance", zh: "一眼看许多天" },
  params: [
    {
      name: "from",
      kind: "date",
      positional: true,
      help: { en: "the first day; else Monday twelve weeks ago", zh: "第一天；默认十二周前的星期一" },
    },
    {
      name: "to",
      kind: "date",
      positional: true,
      help: { en: "the last day; else today", zh: "最后一天；默认今天" },
    },
  ],
  examples: [
    { args: { en: "days", zh: "days" }, says: { en: "the last twelve weeks", zh: "最近十二周" } },
    {
      args: { en: "days 2021-01-01 2021-12-31", zh: "days 2021-01-01 2021-12-31" },
      says: { en: "a whole year", zh: "一整年" },
    },
  ],
  run: (context, input) => {
    const to = input.date("to") ?? context.today;
    const from = input.date("from") ?? mondayBefore(to, WEEKS);
    const texts = sayDay(context.tongue);
    if (from > to) throw new AppError("usage", texts.daysBackwards(from, to));
    if (addDays(from, MOST_DAYS) < to) throw new AppError("usage", texts.tooManyDays(MOST_DAYS));
    const data: DaysData = { today: context.today, days: dayMarks(context, from, to) };
    return {
      data,
      summary: texts.daysSummary(data.days.length, notedDays(context, from, to).length),
      report: () => ({ tables: daysTables(data, context.tongue), charts: [] }),
    };
  },
};
