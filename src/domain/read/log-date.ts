// Reads the date or date range at the start of a text: ISO and its cousins, Chinese, English month names, months, years.
// A date that lacks its year takes it from the context. Nothing is guessed: what does not exist is a problem, not a date.

import { daysInMonth, type LocalDate, makeLocalDate, readDigits, readSmallNumber } from "../../base/index.ts";
import { foldText } from "./words.ts";

export interface DateContext {
  /** From the heading above, the page's date or the file name; null where none says. */
  year: number | null;
  month: number | null;
}

export type DateProblem = "date-invalid" | "date-without-year" | "date-range-reversed";

export interface ReadDates {
  from: LocalDate | null;
  to: LocalDate | null;
  /** The end is not given. */
  open: boolean;
  /** `now` alone. */
  isNow: boolean;
  /** Where the date ends in the text. */
  end: number;
  problem: DateProblem | null;
  /** Two different separators in one date, such as `2021-10/11`: read, and worth saying. */
  mixed: boolean;
  precision: "day" | "month" | "year";
  /** The text gives the year itself. */
  hasYear: boolean;
  /** Written in a form that cannot be anything but a date (a full one, or with 月 or a month's name). */
  certain: boolean;
}

const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const WEEKDAYS =
  "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
const ZH_DIGITS = "[〇零一二三四五六七八九]";
const ZH_NUMBER =
  "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[〇零一二三四五六七八九]{1,2}|廿[一二三四五六七八九]?|卅一?)";
const NOW = /^(?:now|present|today|ongoing|current|此刻|此时此刻|现在|至今|今|今天|目前)(?![\p{L}\p{N}])/u;

/** Digits that are part of a longer number, version or word are no date. */
const NO_DIGIT_AFTER = "(?![\\d])(?![.:]\\d)";

interface RawDate {
  year: number | null;
  month: number | null;
  day: number | null;
  end: number;
  mixed: boolean;
  certain: boolean;
}

interface Form {
  /** With what it starts: a digit, a letter, a Chinese numeral. A pattern is only compiled where it may match. */
  starts: string;
  pattern: RegExp;
  read(match: RegExpExecArray): Omit<RawDate, "end">;
}

const sticky = (source: string): RegExp => new RegExp(source, "yu");

const FORMS: readonly Form[] = [
  {
    starts: "d",
    pattern: sticky(
      `(\\d{4})\\s?([-/.])\\s?(\\d{1,2})\\s?([-/.])\\s?(\\d{1,2})${NO_DIGIT_AFTER}(?!-\\d|/\\d(?!\\d{3}-))(?:(?:t|\\s)\\d{1,2}:\\d{2}[\\d:.]*(?:z|[+-][\\d:]+)?)?`,
    ),
    read: ([, year, one, month, two, day]) => raw(Number(year), Number(month), Number(day), one !== two),
  },
  {
    starts: "dz",
    pattern: sticky(
      `(\\d{4}|${ZH_DIGITS}{4})\\s*年\\s*(?:(\\d{1,2}|${ZH_NUMBER})\\s*月份?\\s*(?:(\\d{1,2}|${ZH_NUMBER})\\s*[日号])?)?(?:度)?`,
    ),
    read: ([, year, month, day]) => raw(readDigits(year!), numberOf(month), numberOf(day)),
  },
  {
    starts: "dz",
    pattern: sticky(`(\\d{1,2}|${ZH_NUMBER})\\s*月份?\\s*(?:(\\d{1,2}|${ZH_NUMBER})\\s*[日号]?(?!\\d))?`),
    read: ([, month, day]) => raw(null, numberOf(month), numberOf(day)),
  },
  {
    starts: "l",
    pattern: sticky(
      `(${MONTHS})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:\\d)(?:\\s*,?\\s+(\\d{4})(?!\\d))?`,
    ),
    read: ([, month, day, year]) =>
      raw(year === undefined ? null : Number(year), monthOf(month!), Number(day)),
  },
  {
    starts: "d",
    pattern: sticky(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](${MONTHS})\\b\\.?(?:,?[ -](\\d{4})(?!\\d))?`),
    read: ([, day, month, year]) =>
      raw(year === undefined ? null : Number(year), monthOf(month!), Number(day)),
  },
  {
    starts: "l",
    pattern: sticky(`(${MONTHS})\\b\\.?,?[ -]+(\\d{4})(?!\\d)`),
    read: ([, month, year]) => raw(Number(year), monthOf(month!), null),
  },
  {
    starts: "d",
    pattern: sticky(`(\\d{4}),?[ -]+(${MONTHS})\\b\\.?(?:\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?`),
    read: ([, year, month, day]) =>
      raw(Number(year), monthOf(month!), day === undefined ? null : Number(day)),
  },
  {
    starts: "d",
    pattern: sticky(`(\\d{1,2})([-/.])(\\d{1,2})\\2((?:19|20)\\d{2})(?!\\d)`),
    read: ([, one, , two, year]) =>
      // Day first or month first only where one of them can be nothing else.
      Number(one) > 12
        ? raw(Number(year), Number(two), Number(one))
        : Number(two) > 12
          ? raw(Number(year), Number(one), Number(two))
          : raw(null, null, null),
  },
  {
    starts: "d",
    pattern: sticky(`((?:19|20)\\d{2})([-/.])(\\d{1,2})(?![\\d/])(?![-.]\\d)(?!%)`),
    read: ([, year, , month]) => raw(Number(year), Number(month), null),
  },
  {
    starts: "d",
    pattern: sticky("((?:19|20)\\d{2})(\\d{2})(\\d{2})(?![\\d.])"),
    read: ([, year, month, day]) => raw(Number(year), Number(month), Number(day)),
  },
  {
    starts: "d",
    pattern: sticky("(\\d{1,2})/(\\d{1,2})(?![\\d/%.])"),
    read: ([, month, day]) => ({ ...raw(null, Number(month), Number(day)), certain: false }),
  },
  {
    starts: "d",
    pattern: sticky("(\\d{2})[-.](\\d{2})(?![\\d%])(?![-./]\\d)"),
    read: ([, month, day]) => ({ ...raw(null, Number(month), Number(day)), certain: false }),
  },
  {
    starts: "l",
    pattern: sticky(`(${MONTHS})\\b\\.?`),
    read: ([, month]) => ({ ...raw(null, monthOf(month!), null), certain: false }),
  },
  {
    starts: "d",
    pattern: sticky("((?:19|20)\\d{2})(?![\\d%./-]|:\\d|[-–]\\d)"),
    read: ([, year]) => ({ ...raw(Number(year), null, null), certain: false }),
  },
];

const WEEKDAY_BEFORE = sticky(
  `(?:${WEEKDAYS})\\.?,?\\s+(?=\\d|${MONTHS})|(?:星期|周|礼拜)[一二三四五六日天],?\\s*(?=\\d)`,
);
const WEEKDAY_AFTER = sticky(
  `\\s*[,(\\[（]?\\s*(?:(?:${WEEKDAYS})\\b\\.?|(?:星期|周|礼拜)[一二三四五六日天])\\s*[)\\]）]?(?!\\p{L})`,
);
const SEPARATOR = sticky(
  "\\s*(?:=+>|-+>|→|⇒|~+|～|〜|[—–―]{1,2}|--|-|至|到|\\bto\\b|\\buntil\\b|\\bthrough\\b)\\s*",
);
const SLASH_SEPARATOR = sticky("\\s*/\\s*(?=\\d{4}-)");
const BARE_DAY = sticky("(\\d{1,2})(?:st|nd|rd|th)?\\s*[日号]?(?=$|\\s*[,:：，]|\\s*$)");
/** The end of `2021.9.13 - 9.17`. */
const SHORT_END = /^(\d{1,2})[-/.](\d{1,2})(?![\d%]|[-/.]\d)/;
const YEAR_BEHIND = sticky(",?\\s+(\\d{4})(?!\\d)");

/** A digit, a numeral, three letters of a month or weekday, or a word for now. */
const STARTS_LIKE_DATE = /^(?:\d|[〇零一二三四五六七八九十廿卅]|[a-z]{3}|[此现至今目星周礼])/;

/** Reads the date or range at the start of the text; null where there is none. */
export function readDates(text: string, context: DateContext): ReadDates | null {
  const folded = foldText(text);
  const start = /^[\s[(【（]*/.exec(folded)![0].length;
  if (!STARTS_LIKE_DATE.test(folded.slice(start, start + 4))) return null;
  const now = NOW.exec(folded.slice(start));
  if (now !== null) return { ...NOTHING, open: true, isNow: true, end: start + now[0].length };
  const first = readOne(folded, start);
  if (first === null) return null;
  const second = readEnd(folded, first);
  if (second === "open") {
    const known = complete(first, context);
    if (known.problem !== null)
      return { ...NOTHING, ...summary(first), end: openEnd(folded, first.end), problem: known.problem };
    return { ...NOTHING, ...summary(first), from: known.from, open: true, end: openEnd(folded, first.end) };
  }
  if (second === null) {
    const known = complete(first, context);
    return { ...NOTHING, ...summary(first), ...known, end: closeBracket(folded, start, first.end) };
  }
  // "Mar 5 – 9, 2024" and "28 Feb – 3 Mar 2024" name the year behind both.
  const year = first.year ?? (second.year !== null ? second.year : null);
  const from = complete({ ...first, year }, context);
  const startYear = from.from === null ? context.year : Number(from.from.slice(0, 4));
  const wrap =
    second.year === null &&
    second.month !== null &&
    first.month !== null &&
    second.month < first.month &&
    first.year !== null
      ? 1
      : 0;
  const to = complete(
    {
      ...second,
      year: second.year ?? (startYear === null ? null : startYear + wrap),
      month: second.month ?? first.month,
    },
    context,
  );
  const problem =
    from.problem ??
    to.problem ??
    (from.from !== null && to.to !== null && to.to < from.from ? "date-range-reversed" : null);
  const end = closeBracket(folded, start, second.end);
  const both = {
    ...NOTHING,
    ...summary(first),
    hasYear: year !== null,
    mixed: first.mixed || second.mixed,
    end,
  };
  return problem === null
    ? { ...both, from: from.from, to: to.to }
    : { ...both, problem, from: from.from, to: to.to };
}

const NOTHING: ReadDates = {
  from: null,
  to: null,
  open: false,
  isNow: false,
  end: 0,
  problem: null,
  mixed: false,
  precision: "day",
  hasYear: false,
  certain: false,
};

function summary(date: RawDate): Pick<ReadDates, "precision" | "hasYear" | "certain" | "mixed"> {
  const precision = date.day !== null ? "day" : date.month !== null ? "month" : "year";
  return { precision, hasYear: date.year !== null, certain: date.certain, mixed: date.mixed };
}

function readOne(folded: string, start: number): RawDate | null {
  WEEKDAY_BEFORE.lastIndex = start;
  const weekday = WEEKDAY_BEFORE.exec(folded);
  const at = weekday === null ? start : WEEKDAY_BEFORE.lastIndex;
  const first = folded[at] ?? "";
  const kind = /\d/.test(first) ? "d" : /[a-z]/.test(first) ? "l" : "z";
  for (const { starts, pattern, read } of FORMS) {
    if (!starts.includes(kind)) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (match === null) continue;
    const date = read(match);
    if (date.year === null && date.month === null && date.day === null) continue;
    WEEKDAY_AFTER.lastIndex = pattern.lastIndex;
    const after = WEEKDAY_AFTER.exec(folded);
    return { ...date, end: after === null ? at + match[0].trimEnd().length : WEEKDAY_AFTER.lastIndex };
  }
  return null;
}

/** The second date of a range, `open` where a separator stands with nothing or `now` behind it, null where there is no range. */
function readEnd(folded: string, first: RawDate): RawDate | "open" | null {
  SEPARATOR.lastIndex = first.end;
  SLASH_SEPARATOR.lastIndex = first.end;
  const separator = SEPARATOR.exec(folded) ?? SLASH_SEPARATOR.exec(folded);
  if (separator === null) return null;
  const at = first.end + separator[0].length;
  const rest = folded.slice(at);
  if (rest.trim() === "" || NOW.test(rest)) return "open";
  const second = readOne(folded, at);
  const short = SHORT_END.exec(rest);
  if (short !== null && first.day !== null && endsCleanly(folded, at + short[0].length)) {
    return {
      year: null,
      month: Number(short[1]),
      day: Number(short[2]),
      end: at + short[0].length,
      mixed: false,
      certain: true,
    };
  }
  // "2024-05-01 - 2001: A Space Odyssey" and "March 5 - May I ask" hold no second date.
  if (second !== null && endsCleanly(folded, second.end) && !(second.day === null && first.day !== null))
    return second;
  if (
    second !== null &&
    second.day === null &&
    second.month === null &&
    first.day === null &&
    first.month === null
  )
    return second;
  if (first.day === null) {
    if (second !== null && endsCleanly(folded, second.end) && second.month !== null) return second;
    BARE_DAY.lastIndex = at;
    const month = BARE_DAY.exec(folded);
    return month === null
      ? null
      : {
          year: null,
          month: Number(month[1]),
          day: null,
          end: BARE_DAY.lastIndex,
          mixed: false,
          certain: true,
        };
  }
  const day = /^(\d{1,2})(?:st|nd|rd|th)?\s*[日号]?(?!\d|[-/.]\d)/.exec(rest);
  if (day === null) return null;
  let end = at + day[0].trimEnd().length;
  YEAR_BEHIND.lastIndex = end;
  const year = YEAR_BEHIND.exec(folded);
  if (year !== null) end = YEAR_BEHIND.lastIndex;
  if (!endsCleanly(folded, end)) return null;
  return {
    year: year === null ? null : Number(year[1]),
    month: first.month,
    day: Number(day[1]),
    end,
    mixed: false,
    certain: true,
  };
}

function endsCleanly(folded: string, at: number): boolean {
  return /^\s*(?:$|[^\p{L}\p{N}\s]|\s)/u.test(folded.slice(at));
}

function openEnd(folded: string, at: number): number {
  SEPARATOR.lastIndex = at;
  const separator = SEPARATOR.exec(folded);
  const end = at + (separator?.[0].length ?? 0);
  return end + (NOW.exec(folded.slice(end))?.[0].length ?? 0);
}

/** A bracket around the date belongs to it. */
function closeBracket(folded: string, start: number, end: number): number {
  return start > 0 && /[[(【（]/.test(folded[start - 1] ?? "") && /[\])】）]/.test(folded[end] ?? "")
    ? end + 1
    : end;
}

/** First and last day of what was written, the year filled in from the context. */
function complete(
  date: RawDate,
  context: DateContext,
): { from: LocalDate | null; to: LocalDate | null; problem: DateProblem | null } {
  const none = { from: null, to: null };
  const year = date.year ?? context.year;
  if (date.month !== null && (date.month < 1 || date.month > 12)) return { ...none, problem: "date-invalid" };
  if (
    date.day !== null &&
    date.month !== null &&
    (date.day < 1 || date.day > daysInMonth(date.year ?? 2024, date.month))
  ) {
    return { ...none, problem: "date-invalid" };
  }
  if (year === null) return { ...none, problem: "date-without-year" };
  if (date.month === null)
    return { from: makeLocalDate(year, 1, 1), to: makeLocalDate(year, 12, 31), problem: null };
  if (date.day === null) {
    return {
      from: makeLocalDate(year, date.month, 1),
      to: makeLocalDate(year, date.month, daysInMonth(year, date.month)),
      problem: null,
    };
  }
  const day = makeLocalDate(year, date.month, date.day);
  return day === null ? { ...none, problem: "date-invalid" } : { from: day, to: day, problem: null };
}

function raw(
  year: number | null,
  month: number | null,
  day: number | null,
  mixed = false,
): Omit<RawDate, "end"> {
  return { year, month, day, mixed, certain: true };
}

function monthOf(name: string): number {
  return "jan feb mar apr may jun jul aug sep oct nov dec".split(" ").indexOf(name.slice(0, 3)) + 1;
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : readSmallNumber(text);
}
