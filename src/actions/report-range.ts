// The range that a report is about, as it is typed: one way for all reports. `domain/report/range.ts` says which words there
// are; here are the settings (days off), the notes, and the sentences where it cannot be.

import { AppError, addDays, type LocalDate, type Tongue } from "../base/index.ts";
import {
  type CalendarKind,
  calendarRange,
  type DayRange,
  daysIn,
  isDayOff,
  rangeTitle,
  readRange as readRangeText,
} from "../domain/index.ts";
import type { Context, Param } from "./action.ts";
import { daySettings, notedDays } from "./day-read.ts";
import type { RangeJson } from "./drift-json.ts";

/** Eleven years. */
const MOST_DAYS = 4018;

export const rangeParam: Param = {
  name: "range",
  kind: "text",
  positional: true,
  rest: true,
  help: {
    en: "day, week, month, quarter, year, last week, 2026-11-20, 2026-W47, 2026-11, 2026-Q4, 2026, or FROM..TO",
    zh: "天、周、月、季度、年、上周、2026-11-20、2026-W47、2026-11、2026-Q4、2026，或 起..止",
  },
};

/**
 * The range that a text names, else the running one of the default kind.
 * @throws AppError usage where it names none, is too long, or has not begun
 */
export function readRange(
  context: Context,
  text: string | undefined,
  options: { default: CalendarKind },
): RangeJson {
  const { today } = context;
  const range = text === undefined ? calendarRange(options.default, today) : readRangeText(text, today);
  const texts = sayRange(context.tongue);
  if (range === null) throw new AppError("usage", texts.notARange(text!), { hint: texts.rangeForms() });
  if (range.from > today) throw new AppError("usage", texts.notBegun(rangeTitle(range, context.tongue)));
  if (daysIn(range) > MOST_DAYS) throw new AppError("usage", texts.tooLong(MOST_DAYS));
  return toRangeJson(context, range);
}

/** With how many of its days are working days so far, and how many have a note. */
export function toRangeJson(context: Context, range: DayRange): RangeJson {
  const last = lastDayOf(context, range);
  const settings = daySettings(context);
  let workingDays = 0;
  for (let date = range.from; date <= last; date = addDays(date, 1))
    if (!isDayOff(date, settings)) workingDays++;
  return {
    ...range,
    title: rangeTitle(range, context.tongue),
    days: daysIn(range),
    workingDays,
    notedDays: notedDays(context, range.from, range.to).length,
  };
}

/** The last day of a range that has come; the day before it where none has. */
export function lastDayOf(context: Context, { from, to }: Pick<DayRange, "from" | "to">): LocalDate {
  if (to <= context.today) return to;
  return context.today < from ? addDays(from, -1) : context.today;
}

const en = {
  notARange: (text: string) => `“${text}” is no stretch of days.`,
  rangeForms: () =>
    "Write day, week, month, quarter, year, last week, 2026-11-20, 2026-W47, 2026-11, 2026-Q4, 2026, or 2026-11-02..2026-11-20.",
  notBegun: (title: string) => `There is nothing to look back on yet: ${title} has not begun.`,
  tooLong: (days: number) => `At most ${days} days can be looked back on at once.`,
};

const zh: typeof en = {
  notARange: (text) => `“${text}”不是一段日子。`,
  rangeForms: () =>
    "可以写 天、周、月、季度、年、上周、2026-11-20、2026-W47、2026-11、2026-Q4、2026，或 2026-11-02..2026-11-20。",
  notBegun: (title) => `还没有什么可回顾的：${title}还没开始。`,
  tooLong: (days) => `一次最多回顾 ${days} 天。`,
};

function sayRange(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
