// Stretches of days that reports are about, as people type them: `week`, `last month`, `上周`, `2026-11-20`, `2026-W47`,
// `2026-11`, `2026-Q4`, `2026`, `A..B`. Pure arithmetic of the calendar; weeks are those of ISO 8601 and begin on Monday.

import {
  addDays,
  dateOfEpochDay,
  daysInMonth,
  epochDayOf,
  type LocalDate,
  makeLocalDate,
  type Tongue,
  weekdayOf,
  yearOf,
} from "../../base/index.ts";
import { readPeriod } from "../goal/goal-period.ts";

export const RANGE_KINDS = ["day", "week", "month", "quarter", "year", "range"] as const;
export type RangeKind = (typeof RANGE_KINDS)[number];
/** A kind that the calendar has. */
export type CalendarKind = Exclude<RangeKind, "range">;

/** Days from `from` to `to`, both included. */
export interface DayRange {
  kind: RangeKind;
  from: LocalDate;
  to: LocalDate;
  /** As it can be typed and as files are named: `2026-11-20`, `2026-W47`, `2026-11`, `2026-Q4`, `2026`, `2026-11-02..2026-11-20`. */
  name: string;
}

const KIND_WORDS: Readonly<Record<string, CalendarKind>> = {
  day: "day",
  today: "day",
  天: "day",
  日: "day",
  今天: "day",
  今日: "day",
  week: "week",
  周: "week",
  星期: "week",
  month: "month",
  月: "month",
  quarter: "quarter",
  季: "quarter",
  季度: "quarter",
  year: "year",
  年: "year",
  今年: "year",
};
/** Words for whole stretches that are not made of a kind and a word before it. */
const NAMED: Readonly<Record<string, { kind: CalendarKind; ago: number }>> = {
  yesterday: { kind: "day", ago: 1 },
  昨天: { kind: "day", ago: 1 },
  昨日: { kind: "day", ago: 1 },
  前天: { kind: "day", ago: 2 },
  去年: { kind: "year", ago: 1 },
  前年: { kind: "year", ago: 2 },
};
const KIND_PATTERN = "(day|week|month|quarter|year|天|日|周|星期|月|季度|季|年)";
const THIS = new RegExp(`^(?:this |the |本|这个?|这一)${KIND_PATTERN}$`);
const LAST = new RegExp(`^(?:last |previous |上个?|上一个?)${KIND_PATTERN}$`);
const BEFORE_LAST = new RegExp(`^(?:上上个?)${KIND_PATTERN}$|^${KIND_PATTERN} before last$`);
const AGO = new RegExp(`^(\\d{1,4}) ?个?${KIND_PATTERN}s?(?: ago|之?前)$`);
const RECENT = new RegExp(`^(?:(?:the )?(?:last|past) |最近 ?|近 ?|过去 ?)(\\d{1,4}) ?个?${KIND_PATTERN}s?$`);
const TO = /\s*(?:\.{2,3}|…|\s(?:-|–|—+|~|=>|→|to|until)\s|到|至|~|→|=>|—+)\s*/;

/** The stretch that a text names, `today` being the day it is; null where it names none, or ends before it begins. */
export function readRange(text: string, today: LocalDate): DayRange | null {
  const word = compact(text);
  return readWord(word, today) ?? readPair(word, today) ?? readCalendar(word, today);
}

/** The week, month … that holds a day. */
export function calendarRange(kind: CalendarKind, date: LocalDate): DayRange {
  const [year, month] = [yearOf(date), Number(date.slice(5, 7))];
  switch (kind) {
    case "day":
      return makeRange(date, date);
    case "week": {
      const monday = addDays(date, 1 - weekdayOf(date));
      return makeRange(monday, addDays(monday, 6));
    }
    case "month":
      return monthsRange(year, month, month);
    case "quarter": {
      const first = month - ((month - 1) % 3);
      return monthsRange(year, first, first + 2);
    }
    case "year":
      return monthsRange(year, 1, 12);
  }
}

/** The range of these days, with the name that the calendar has for them where it has one. */
export function makeRange(from: LocalDate, to: LocalDate): DayRange {
  const kind = kindOf(from, to);
  return { kind, from, to, name: nameOf(kind, from, to) };
}

/** The stretch of the same kind right before; as many days where the calendar has no name for it. */
export function rangeBefore({ kind, from, to }: DayRange): DayRange {
  if (kind !== "range") return calendarRange(kind, addDays(from, -1));
  return makeRange(addDays(from, -daysIn({ from, to })), addDays(from, -1));
}

/** How many days it has. */
export function daysIn({ from, to }: Pick<DayRange, "from" | "to">): number {
  return epochDayOf(to) - epochDayOf(from) + 1;
}

/** The weeks, Monday to Sunday, that a range touches, each cut to it. */
export function weeksIn({ from, to }: Pick<DayRange, "from" | "to">): { from: LocalDate; to: LocalDate }[] {
  const found: { from: LocalDate; to: LocalDate }[] = [];
  for (let first = from; first <= to; ) {
    const sunday = addDays(first, 7 - weekdayOf(first));
    const last = sunday < to ? sunday : to;
    found.push({ from: first, to: last });
    first = addDays(last, 1);
  }
  return found;
}

/** Year and number of the ISO week that holds a day: 2027-01-01 is in week 53 of 2026. */
export function isoWeekOf(date: LocalDate): { year: number; week: number } {
  // A week belongs to the year that has its Thursday.
  const thursday = epochDayOf(date) + 4 - weekdayOf(date);
  const year = yearOf(dateOfEpochDay(thursday));
  return { year, week: Math.floor((thursday - epochDayOf(makeLocalDate(year, 1, 1)!)) / 7) + 1 };
}

const MONTHS_EN =
  "January February March April May June July August September October November December".split(" ");
const WEEKDAYS_EN = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** For people: `2026, week 47` or `2026年第47周`. */
export function rangeTitle({ kind, from, to }: DayRange, tongue: Tongue): string {
  const isZh = tongue === "zh";
  const year = yearOf(from);
  const month = Number(from.slice(5, 7));
  switch (kind) {
    case "day": {
      const day = weekdayOf(from) - 1;
      return isZh ? `${from}（星期${"一二三四五六日"[day]}）` : `${WEEKDAYS_EN[day]} ${from}`;
    }
    case "week": {
      const iso = isoWeekOf(from);
      return isZh ? `${iso.year}年第${iso.week}周` : `${iso.year}, week ${iso.week}`;
    }
    case "month":
      return isZh ? `${year}年${month}月` : `${MONTHS_EN[month - 1]} ${year}`;
    case "quarter": {
      const quarter = (month - 1) / 3;
      return isZh ? `${year}年第${"一二三四"[quarter]}季度` : `${year}, quarter ${quarter + 1}`;
    }
    case "year":
      return isZh ? `${year}年` : `${year}`;
    case "range":
      return isZh ? `${from} 至 ${to}` : `${from} to ${to}`;
  }
}

function compact(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .trim()
    .replace(/\s*([年月])\s*/g, "$1")
    .replace(/\s+/g, " ");
}

/** `week`, `last month`, `上周`, `2 weeks ago`, `last 7 days`. */
function readWord(word: string, today: LocalDate): DayRange | null {
  const named = NAMED[word];
  if (named !== undefined) return rangeAgo(named.kind, named.ago, today);
  const kind = KIND_WORDS[word] ?? KIND_WORDS[THIS.exec(word)?.[1] ?? ""];
  if (kind !== undefined) return calendarRange(kind, today);
  const last = KIND_WORDS[LAST.exec(word)?.[1] ?? ""];
  if (last !== undefined) return rangeAgo(last, 1, today);
  const beforeLast = BEFORE_LAST.exec(word);
  if (beforeLast !== null) return rangeAgo(KIND_WORDS[beforeLast[1] ?? beforeLast[2]!]!, 2, today);
  const ago = AGO.exec(word);
  if (ago !== null) return rangeAgo(KIND_WORDS[ago[2]!]!, Number(ago[1]), today);
  const recent = RECENT.exec(word);
  if (recent === null || Number(recent[1]) === 0) return null;
  // The last 7 days end today; the last 2 weeks begin with a Monday.
  const first = rangeAgo(KIND_WORDS[recent[2]!]!, Number(recent[1]) - 1, today);
  return first === null ? null : makeRange(first.from, today);
}

/** The range of a kind so many before the one of today; null before the first year that there is. */
function rangeAgo(kind: CalendarKind, ago: number, today: LocalDate): DayRange | null {
  if (kind === "day" || kind === "week") {
    const day = addDays(today, -ago * (kind === "week" ? 7 : 1));
    return yearOf(day) < 1001 ? null : calendarRange(kind, day);
  }
  const step = kind === "month" ? 1 : kind === "quarter" ? 3 : 12;
  const months = yearOf(today) * 12 + Number(today.slice(5, 7)) - 1 - ago * step;
  const day = makeLocalDate(Math.floor(months / 12), (months % 12) + 1, 1);
  return day === null ? null : calendarRange(kind, day);
}

/** From the first day of one stretch to the last day of another: `2026-11-02..2026-11-20`, `2026-10..2026-11`. */
function readPair(word: string, today: LocalDate): DayRange | null {
  const parts = word.split(TO);
  if (parts.length !== 2) return null;
  const [first, last] = parts.map((part) => part.trim()) as [string, string];
  const from = readWord(first, today) ?? readCalendar(first, today);
  const to = last === "" ? calendarRange("day", today) : endOf(first, last, today);
  return from === null || to === null || from.from > to.to ? null : makeRange(from.from, to.to);
}

/** The end may leave out what it shares with the beginning: `2026-11-02..11-20`, `..20`. */
function endOf(first: string, last: string, today: LocalDate): DayRange | null {
  const whole = readWord(last, today) ?? readCalendar(last, today);
  if (whole !== null && !/^\d{1,2}$/.test(last)) return whole;
  const start = /^(\d{4})[-/.年](\d{1,2})[-/.月]\d{1,2}日?$/.exec(first);
  const end = /^(?:(\d{1,2})[-/.月])?(\d{1,2})日?$/.exec(last);
  if (start === null || end === null) return null;
  const day = makeLocalDate(Number(start[1]), Number(end[1] ?? start[2]), Number(end[2]));
  return day === null ? null : makeRange(day, day);
}

/** A day, week, month, quarter, half or year of the calendar. */
function readCalendar(word: string, today: LocalDate): DayRange | null {
  const week =
    /^(\d{4})(?:年| |, ?|-)?(?:w|week |第)(\d{1,2})周?$/.exec(word) ??
    /^()(?:w|week |第)(\d{1,2})周?$/.exec(word);
  if (week !== null) {
    const year = week[1] === "" ? isoWeekOf(today).year : Number(week[1]);
    return isoWeekRange(year, Number(week[2]));
  }
  const quarter = /^(?:q([1-4])|第?([一二三四1-4])季度?)$/.exec(word);
  const known = quarter === null ? word : `${yearOf(today)} q${numberOf(quarter[1] ?? quarter[2]!)}`;
  const day = /^(\d{1,2})[-/月](\d{1,2})日?$/.exec(word);
  if (day !== null) {
    const date = makeLocalDate(yearOf(today), Number(day[1]), Number(day[2]));
    return date === null ? null : makeRange(date, date);
  }
  const period = readPeriod(known);
  return period === null || period.from === null ? null : makeRange(period.from, period.to);
}

function numberOf(sign: string): number {
  return "一二三四".includes(sign) ? "一二三四".indexOf(sign) + 1 : Number(sign);
}

function isoWeekRange(year: number, week: number): DayRange | null {
  const january = makeLocalDate(year, 1, 4);
  if (january === null || week < 1) return null;
  const monday = addDays(january, 1 - weekdayOf(january) + 7 * (week - 1));
  return isoWeekOf(monday).year === year ? calendarRange("week", monday) : null;
}

function monthsRange(year: number, first: number, last: number): DayRange {
  return makeRange(makeLocalDate(year, first, 1)!, makeLocalDate(year, last, daysInMonth(year, last))!);
}

function kindOf(from: LocalDate, to: LocalDate): RangeKind {
  if (from === to) return "day";
  if (weekdayOf(from) === 1 && daysIn({ from, to }) === 7) return "week";
  const [year, month] = [yearOf(from), Number(from.slice(5, 7))];
  if (!from.endsWith("-01") || yearOf(to) !== year) return "range";
  const last = Number(to.slice(5, 7));
  if (Number(to.slice(8)) !== daysInMonth(year, last)) return "range";
  if (last === month) return "month";
  if (last === month + 2 && month % 3 === 1) return "quarter";
  return month === 1 && last === 12 ? "year" : "range";
}

function nameOf(kind: RangeKind, from: LocalDate, to: LocalDate): string {
  switch (kind) {
    case "day":
      return from;
    case "week": {
      const { year, week } = isoWeekOf(from);
      return `${year}-W${String(week).padStart(2, "0")}`;
    }
    case "month":
      return from.slice(0, 7);
    case "quarter":
      return `${from.slice(0, 4)}-Q${(Number(from.slice(5, 7)) + 2) / 3}`;
    case "year":
      return from.slice(0, 4);
    case "range":
      return `${from}..${to}`;
  }
}
