// Days and periods as people write them into goals: `2026 Q4`, `2026 年第四季度`, `Nov 2026`, `2026-10-01 - 2026-12-31`,
// `by 2026-12-31`. A text is a period as a whole or not at all.

import { daysInMonth, type LocalDate, makeLocalDate } from "../../base/index.ts";
import type { Period } from "./goal.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_WORD = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const DAY = "\\d{4}(?:[-/.]|年)\\d{1,2}(?:[-/.]|月)\\d{1,2}日?";
const MONTH = "\\d{4}(?:[-/.]|年)\\d{1,2}月?";
const TO = "(?:\\s*(?:-|–|—+|~|=>|→|to|until|到|至)\\s*)";
const QUARTERS = "一二三四";

/** The day of a text that is one, else null: `2026-09-02`, `2026/9/2`, `2026.9.2`, `2026年9月2日`. */
export function readDate(text: string): LocalDate | null {
  const match = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(compact(text));
  return match === null ? null : makeLocalDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** What `readDate` may read, as a part of a pattern without groups. */
export const DATE_TEXT = "\\d{4}\\s*(?:[-/.]|年)\\s*\\d{1,2}\\s*(?:[-/.]|月)\\s*\\d{1,2}(?!\\d)\\s*日?";

/** Null where the text is no period; see the head of the file. */
export function readPeriod(text: string): Period | null {
  const word = compact(text);
  const span =
    spanOf(word) ?? rangeOf(word) ?? lastDay(/^(?:by|until|before|到|截至)\s*(.+)$/.exec(word)?.[1]);
  const found = span ?? lastDay(new RegExp(`^(${DAY}|${MONTH})(?:之?前|为止|止)$`).exec(word)?.[1]);
  return found === null ? null : { text: text.trim(), ...found };
}

type Span = { from: LocalDate | null; to: LocalDate };

/** Whether a text in brackets behind a title looks as if it were meant as a period. */
export function isPeriodLike(text: string): boolean {
  return /^\W*(?:by\b|until\b)?\s*(?:\d{4}(?!\d)|[qh]\s*\d\b)/i.test(text) && text.length <= 40;
}

function compact(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .trim()
    .replace(/\s*([年月日])\s*/g, "$1")
    .replace(/\s+/g, " ");
}

/** A year, a half, a quarter, a month, a day. */
function spanOf(word: string): Span | null {
  const date = readDate(word);
  if (date !== null) return { from: date, to: date };
  const year = /^(\d{4})(?:年度?)?$/.exec(word);
  if (year !== null) return months(Number(year[1]), 1, 12);
  const part =
    /^(\d{4})(?:年)?[ /-]?([qh])(\d)$/.exec(word) ?? swap(/^([qh])(\d)[ /,'-]*(\d{4})年?$/.exec(word));
  if (part !== null) return partOf(Number(part[1]), part[2]!, Number(part[3]));
  const quarter = /^(\d{4})年? ?第?([一二三四1-4])季度?$/.exec(word);
  if (quarter !== null) {
    const number = QUARTERS.includes(quarter[2]!) ? QUARTERS.indexOf(quarter[2]!) + 1 : Number(quarter[2]);
    return partOf(Number(quarter[1]), "q", number);
  }
  const half = /^(\d{4})年? ?(上|下)半年$/.exec(word);
  if (half !== null) return partOf(Number(half[1]), "h", half[2] === "上" ? 1 : 2);
  const month = monthOf(word);
  return month === null ? null : months(month.year, month.month, month.month);
}

function swap(match: RegExpExecArray | null): string[] | null {
  return match === null ? null : [match[0], match[3]!, match[1]!, match[2]!];
}

function partOf(year: number, letter: string, number: number): Span | null {
  const length = letter === "q" ? 3 : 6;
  return number >= 1 && number * length <= 12
    ? months(year, (number - 1) * length + 1, number * length)
    : null;
}

function monthOf(word: string): { year: number; month: number } | null {
  const digits = /^(\d{4})(?:[-/.]|年)(\d{1,2})月?$/.exec(word);
  if (digits !== null) return { year: Number(digits[1]), month: Number(digits[2]) };
  const before = new RegExp(`^${MONTH_WORD},? ?(\\d{4})$`).exec(word);
  const behind = new RegExp(`^(\\d{4}),? ?${MONTH_WORD}$`).exec(word);
  const [name, year] = before !== null ? [before[1], before[2]] : [behind?.[2], behind?.[1]];
  return name === undefined ? null : { year: Number(year), month: MONTHS.indexOf(name) + 1 };
}

function months(year: number, first: number, last: number): Span | null {
  const from = makeLocalDate(year, first, 1);
  const to = last >= 1 && last <= 12 ? makeLocalDate(year, last, daysInMonth(year, last)) : null;
  return from === null || to === null ? null : { from, to };
}

/** Two days or two months, `2026年10月-12月` included. */
function rangeOf(word: string): Span | null {
  const short = /^(\d{4})年(\d{1,2})月? ?(?:-|–|—+|~|到|至) ?(\d{1,2})月$/.exec(word);
  if (short !== null) return ordered(months(Number(short[1]), Number(short[2]), Number(short[3])));
  const parts = new RegExp(`^(${DAY}|${MONTH}|${MONTH_WORD} ?\\d{4})${TO}(.+)$`).exec(word);
  if (parts === null) return null;
  const [from, to] = [spanOf(parts[1]!), spanOf(parts[parts.length - 1]!)];
  return from === null || to === null ? null : ordered({ from: from.from, to: to.to });
}

function ordered(span: Span | null): Span | null {
  return span !== null && span.from !== null && span.from > span.to ? null : span;
}

function lastDay(text: string | undefined): Span | null {
  const span = text === undefined ? null : spanOf(text.trim());
  return span === null ? null : { from: null, to: span.to };
}
