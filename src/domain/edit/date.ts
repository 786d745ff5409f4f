// Dates written the way a page writes them: an example from the page gives order, signs and width.

import type { LocalDate } from "../../base/index.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

interface DateForm {
  pattern: RegExp;
  write(date: DateParts, example: RegExpExecArray): string;
}

interface DateParts {
  year: string;
  month: number;
  day: number;
}

const two = (value: number): string => String(value).padStart(2, "0");
/** As wide as the example; where the example has two digits anyway, the page's other number may tell. */
const like = (value: number, sample: string, other: string): string =>
  sample.startsWith("0") || other.startsWith("0") || (sample.length === 2 && other.length === 2)
    ? two(value)
    : String(value);
const MONTH =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

const monthLike = (month: number, sample: string): string => {
  const name = MONTHS[month - 1]!;
  const shown =
    sample.length <= 4 &&
    sample.toLowerCase() !== "june" &&
    sample.toLowerCase() !== "july" &&
    sample.toLowerCase() !== "may"
      ? name.slice(0, 3)
      : name;
  return sample === sample.toUpperCase()
    ? shown.toUpperCase()
    : sample === sample.toLowerCase()
      ? shown.toLowerCase()
      : shown;
};

const FORMS: readonly DateForm[] = [
  {
    pattern: /(\d{4})(\s*[-./]\s*)(\d{1,2})(\s*[-./]\s*)(\d{1,2})(?!\d)/,
    write: ({ year, month, day }, [, , first, m, second, d]) =>
      `${year}${first}${like(month, m!, d!)}${second}${like(day, d!, m!)}`,
  },
  {
    pattern: /(\d{4})(\s*年\s*)(\d{1,2})(\s*月\s*)(\d{1,2})(\s*[日号]?)/,
    write: ({ year, month, day }, [, , y, m, mm, d, dd]) =>
      `${year}${y}${like(month, m!, d!)}${mm}${like(day, d!, m!)}${dd}`,
  },
  {
    pattern: new RegExp(`(${MONTH})(\\.?\\s+)(\\d{1,2})(st|nd|rd|th)?(,?\\s+)(\\d{4})`, "i"),
    write: ({ year, month, day }, [, m, gap, , th, comma]) =>
      `${monthLike(month, m!)}${gap}${day}${th === undefined ? "" : ordinal(day)}${comma}${year}`,
  },
  {
    pattern: new RegExp(`(\\d{1,2})(st|nd|rd|th)?(\\s+)(${MONTH})(\\.?,?\\s+)(\\d{4})`, "i"),
    write: ({ year, month, day }, [, , th, gap, m, comma]) =>
      `${day}${th === undefined ? "" : ordinal(day)}${gap}${monthLike(month, m!)}${comma}${year}`,
  },
  {
    pattern: /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/,
    write: ({ year, month, day }) => `${year}${two(month)}${two(day)}`,
  },
];

/** Dates without a year, as some pages write them below a heading that has it. */
const SHORT: readonly DateForm[] = [
  {
    pattern: /(\d{1,2})(\s*月\s*)(\d{1,2})(\s*[日号]?)/,
    write: ({ month, day }, [, m, mm, d, dd]) => `${like(month, m!, d!)}${mm}${like(day, d!, m!)}${dd}`,
  },
  {
    pattern: new RegExp(`(${MONTH})(\\.?\\s+)(\\d{1,2})(st|nd|rd|th)?`, "i"),
    write: ({ month, day }, [, m, gap, , th]) =>
      `${monthLike(month, m!)}${gap}${day}${th === undefined ? "" : ordinal(day)}`,
  },
  {
    pattern: /(?<![\d./-])(\d{1,2})([-./])(\d{1,2})(?![\d./-])/,
    write: ({ month, day }, [, m, sign, d]) => `${like(month, m!, d!)}${sign}${like(day, d!, m!)}`,
  },
];

function ordinal(day: number): string {
  if (day % 100 >= 11 && day % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}

/** The date in the form of the first date in an example; null where it has none. `short` allows forms without a year. */
export function writeDateLike(date: LocalDate, example: string, short = false): string | null {
  const found = findDate(example, short);
  return found === null ? null : found.form.write(partsOf(date), found.match);
}

const MONTH_FORMS: readonly DateForm[] = [
  {
    pattern: new RegExp(`^(${MONTH})(\\.?,?\\s+)(\\d{4})$`, "i"),
    write: ({ year, month }, [, m, gap]) => `${monthLike(month, m!)}${gap}${year}`,
  },
  {
    pattern: /^(\d{4})([-./])(\d{1,2})$/,
    write: ({ year, month }, [, , sign, m]) => `${year}${sign}${like(month, m!, m!)}`,
  },
  {
    pattern: /^(\d{4})(\s*年\s*)(\d{1,2})(\s*月)$/,
    write: ({ year, month }, [, , y, m, mm]) => `${year}${y}${m!.startsWith("0") ? two(month) : month}${mm}`,
  },
  {
    pattern: /^(\d{1,2})(\s*月)$/,
    write: ({ month }, [, m, mm]) => `${m!.startsWith("0") ? two(month) : month}${mm}`,
  },
  {
    pattern: new RegExp(`^(${MONTH})$`, "i"),
    write: ({ month }, [, m]) => monthLike(month, m!),
  },
];

/** The month of a date in the form of an example that is nothing but a month; null where it is none. */
export function writeMonthLike(date: LocalDate, example: string): string | null {
  for (const form of MONTH_FORMS) {
    const match = form.pattern.exec(example.trim());
    if (match !== null) return form.write(partsOf(date), match);
  }
  return null;
}

/** The example with its first date replaced; null where it has none. */
export function replaceDate(example: string, date: LocalDate, short = false): string | null {
  const found = findDate(example, short);
  if (found === null) return null;
  const { match, form } = found;
  return (
    example.slice(0, match.index) +
    form.write(partsOf(date), match) +
    example.slice(match.index + match[0].length)
  );
}

/** Where the first date of a text stands. */
export function dateRange(example: string, short: boolean): { start: number; end: number } | null {
  const found = findDate(example, short);
  return found === null
    ? null
    : { start: found.match.index, end: found.match.index + found.match[0].trimEnd().length };
}

function findDate(example: string, short: boolean): { match: RegExpExecArray; form: DateForm } | null {
  let best: { match: RegExpExecArray; form: DateForm } | null = null;
  for (const form of FORMS) {
    const match = form.pattern.exec(example);
    if (match !== null && (best === null || match.index < best.match.index)) best = { match, form };
  }
  if (best !== null || !short) return best;
  for (const form of SHORT) {
    const match = form.pattern.exec(example);
    if (match !== null && (best === null || match.index < best.match.index)) best = { match, form };
  }
  return best;
}

function partsOf(date: LocalDate): DateParts {
  return { year: date.slice(0, 4), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}
