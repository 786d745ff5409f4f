// How people write weekdays, stretches of a day and ranges of days, in both languages. Each reader gives null for what it
// does not know; what stands in nunc.yaml around it is in day-keys.ts.

import { type LocalDate, parseLocalDate, parseWallTime } from "../../base/index.ts";
import type { WallSpan, Weekday } from "../day/settings.ts";

export const ALL_WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

const ENGLISH = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const CHINESE = "一二三四五六日";
const GROUPS: readonly [RegExp, readonly Weekday[]][] = [
  [/^(week ?days?|work(ing)? ?days?|工作日|平日)$/, WORKDAYS],
  [/^(week ?ends?|周末)$/, [6, 7]],
  [/^(daily|every ?day|all|always|每天|每日|天天)$/, ALL_WEEKDAYS],
];

/** `mon-fri`, `mon,wed`, `周一至周五`, `周六`, `weekdays`, `daily`; in order of the week, each once. */
export function readWeekdays(text: string): Weekday[] | null {
  const word = text.normalize("NFKC").toLowerCase().trim();
  const found = new Set<Weekday>();
  for (const part of word.split(/\s*[,、;/+&]\s*|\s+(?:and|和)\s+|(?<=[一二三四五六日天])和/)) {
    const days = readWeekdayPart(part.trim());
    if (days === null) return null;
    for (const day of days) found.add(day);
  }
  return ALL_WEEKDAYS.filter((day) => found.has(day));
}

function readWeekdayPart(text: string): readonly Weekday[] | null {
  const group = GROUPS.find(([pattern]) => pattern.test(text));
  if (group !== undefined) return group[1];
  const single = readWeekday(text);
  if (single !== null) return [single];
  const ends = text.split(/\s*(?:-|–|—|~|\.\.|至|到)\s*|\s+to\s+/);
  if (ends.length !== 2) return null;
  const first = readWeekday(ends[0]!);
  // 周一至五: the second one may go without its 周.
  const last = readWeekday(ends[1]!) ?? readWeekday(`周${ends[1]!}`);
  if (first === null || last === null) return null;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => (((first - 1 + index) % 7) + 1) as Weekday);
}

function readWeekday(text: string): Weekday | null {
  const chinese = /^(?:周|星期|礼拜)([一二三四五六日天])$/.exec(text)?.[1];
  if (chinese !== undefined) return (CHINESE.indexOf(chinese.replace("天", "日")) + 1) as Weekday;
  const word = text.replace(/\.$/, "");
  if (word.length < 2) return null;
  const at = ENGLISH.findIndex((name) => name.startsWith(word) || `${name}s` === word);
  const other = { tues: 2, thurs: 4, thur: 4 }[word] ?? at + 1;
  return other === 0 ? null : (other as Weekday);
}

/** Whether a value says that there is nothing: `off`, `none`, `休息`. */
export function isOff(text: string): boolean {
  return /^(off|none|no|never|false|free|-|休息?|无|没有|关|不)$/i.test(text.normalize("NFKC").trim());
}

const TIME =
  "(?:凌晨|早上|上午|中午|下午|傍晚|晚上)?\\s*\\d{1,2}(?::\\d{2})?(?:\\s*[ap]\\.?m\\.?(?![\\p{L}])|[点时](?:半|\\d{1,2}分?)?)?";
const BETWEEN = "\\s*(?:-{1,2}|–|—{1,2}|~|〜|至|到|\\bto\\b|\\.\\.)\\s*";
const SPAN_START = new RegExp(`^(${TIME})${BETWEEN}(${TIME})(?!\\d)`, "iu");

export type SpanProblem = "not-a-span" | "end-before-start" | "past-day-end";

/**
 * `09:30-12:00`, `9-12`, `9am - 5pm`, `22:00-01:30` at the start of a text, with what follows it. Minutes after midnight;
 * what lies before the day's end at night belongs to the day before, so it is past 1440.
 */
export function readSpanStart(
  text: string,
  dayEndMin: number,
): { span: WallSpan; rest: string } | SpanProblem {
  const plain = text.normalize("NFKC").trim();
  const match = SPAN_START.exec(plain);
  if (match === null) return "not-a-span";
  const to = endOf(match[1]!, match[2]!);
  const from = startBefore(match[1]!, match[2]!, to);
  if (from === null || to === null || from === 1440) return "not-a-span";
  const rest = plain.slice(match[0].length);
  const span = (start: number, end: number) => ({ span: { from: start, to: end }, rest });
  if (from === to) return "end-before-start";
  if (from < dayEndMin) {
    if (to > dayEndMin) return "past-day-end";
    return to < from ? "end-before-start" : span(from + 1440, to + 1440);
  }
  if (to > from) return span(from, to);
  if (to <= dayEndMin) return span(from, to + 1440);
  return dayEndMin > 0 ? "past-day-end" : "end-before-start";
}

/** 下午2:00-3:00: the part of the day counts for the end too. */
function endOf(start: string, end: string): number | null {
  const part = /^\D*/.exec(start)![0];
  const isPlain = /^\s*\d/.test(end);
  const inPart = isPlain && part.trim() !== "" ? parseWallTime(part + end, { bare: true }) : null;
  return inPart ?? parseWallTime(end, { bare: true });
}

/** `1-5pm` begins at 13:00: the sign of the end counts for the start too, where the start has none and stays before it. */
function startBefore(text: string, end: string, to: number | null): number | null {
  const from = parseWallTime(text, { bare: true });
  const isShort = /^[1-9]\d?(?::\d{2})?$/.test(text.trim());
  if (from === null || to === null || !isShort || !/p\.?m/i.test(end) || from >= 780) return from;
  const late = (from % 720) + 720;
  return late < to ? late : from;
}

/** `09:30-12:00, 14:00-18:30`: the stretches as written, or what is wrong with which part. */
export function readSpans(
  texts: readonly string[],
  dayEndMin: number,
): { spans: WallSpan[] } | { problem: SpanProblem | "overlap"; part: string } {
  const spans: WallSpan[] = [];
  for (const part of texts.flatMap((text) => text.split(/[,，、;；]|\s和\s?|\sand\s/))) {
    if (part.trim() === "") continue;
    const read = readSpanStart(part, dayEndMin);
    if (typeof read === "string") return { problem: read, part: part.trim() };
    if (read.rest.trim() !== "") return { problem: "not-a-span", part: part.trim() };
    if (spans.some(({ from, to }) => read.span.from < to && from < read.span.to))
      return { problem: "overlap", part: part.trim() };
    spans.push(read.span);
  }
  return { spans: spans.sort((a, b) => a.from - b.from) };
}

/** `2026-10-01` or `2026-12-24..2027-01-01`, inclusive. */
export function readDateRange(
  text: string,
): { from: LocalDate; to: LocalDate } | "not-a-date" | "end-before-start" {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:\s*(?:\.\.\.?|~|〜|–|—{1,2}|\s-\s|至|到|\sto\s|=>|→|\/)\s*(\d{4}-\d{2}-\d{2}))?$/i.exec(
      text.normalize("NFKC").trim(),
    );
  const from = parseLocalDate(match?.[1] ?? "");
  const to = match?.[2] === undefined ? from : parseLocalDate(match[2]);
  if (from === null || to === null) return "not-a-date";
  return to < from ? "end-before-start" : { from, to };
}
