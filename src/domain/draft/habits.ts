// How a person writes their log: whether bullets nest, how they end and begin, which words say that something was finished or
// read, and which days their entries cover. Read from the entries themselves, the newest ones.

import { addDays, isCjk, type LocalDate, weekdayOf } from "../../base/index.ts";
import type { LogEntry, PageView } from "../item.ts";
import { daysIn } from "../report/range.ts";

/** So many of the newest entries say what is usual. */
const NEWEST = 12;

export interface LogHabits {
  /** Language of new words. */
  tongue: "en" | "zh";
  /** Whether bullets have bullets below them. */
  nests: boolean;
  /** Whether entries are single lines, `- 2024-03-11: fixed the brakes`: then all of an entry stands in one line. */
  isLine: boolean;
  /** What bullets end with, such as `。`; empty where most end with nothing. */
  ending: string;
  /** Whether English bullets begin with a capital letter. */
  capital: boolean;
  /** How it is said that something was finished; null: the default of the language. */
  finished: string | null;
  /** The same of a book. */
  read: string | null;
  /** What stands between a title and its step in one line. */
  separator: "：" | ": ";
  /** Which stretch most entries cover. */
  span: "day" | "week" | "month" | "other";
  /** The day of the week on which entries of a week end, 1 to 7; null where there is no habit. */
  lastWeekday: number | null;
}

const FINISHED = {
  en: /^(finished|finish|completed|complete|done with|wrapped up|shipped)(?=\s)/i,
  zh: /^(完成了?|做完了?|搞定了?|弄完了?)/,
};
const READ = {
  en: /^(finished reading|finished|read)(?=\s)/i,
  zh: /^(读完了?|看完了?|阅读完了?|啃完了?)/,
};

export function readLogHabits(view: PageView): LogHabits {
  const dated = view.log
    .filter((entry): entry is LogEntry & { from: LocalDate } => entry.from !== null)
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
    .slice(0, NEWEST);
  const bullets = dated.flatMap(({ bullets: all }) => all);
  const texts = bullets.map(({ text }) => text.trim()).filter((text) => text !== "");
  const han = texts.filter((text) => [...text].some((sign) => isCjk(sign))).length;
  const tongue =
    texts.length === 0 ? (view.language === "en" ? "en" : "zh") : han * 2 >= texts.length ? "zh" : "en";
  return {
    tongue,
    nests: bullets.some(({ depth }) => depth > 0),
    isLine: dated.filter(isLineEntry).length * 2 > dated.length,
    ending: endingOf(texts),
    capital:
      texts.filter((text) => /^[A-Z]/.test(text)).length * 2 >
      texts.filter((text) => /^[A-Za-z]/.test(text)).length,
    finished: usual(texts, FINISHED[tongue]),
    read: usual(texts, READ[tongue]),
    separator: texts.some((text) => text.includes("：")) || tongue === "zh" ? "：" : ": ",
    span: spanOf(dated),
    lastWeekday: lastWeekdayOf(dated),
  };
}

function isLineEntry({ kind, line, bullets }: LogEntry): boolean {
  return kind === "entry" && bullets.length === 1 && bullets[0]!.line === line;
}

function endingOf(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const end = /[。.;；!！]$/.exec(text)?.[0] ?? "";
    counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best !== undefined && best[1] * 2 > texts.length && /[。.;；]/.test(best[0]) ? best[0] : "";
}

/** The word with which most bullets say it; null where none does. */
function usual(texts: readonly string[], pattern: RegExp): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const word = pattern.exec(text)?.[1];
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function spanOf(entries: readonly { from: LocalDate; to: LocalDate | null }[]): LogHabits["span"] {
  const counts = { day: 0, week: 0, month: 0, other: 0 };
  for (const { from, to } of entries) {
    if (to === null) continue;
    const days = daysIn({ from, to });
    counts[
      days === 1
        ? "day"
        : days <= 8
          ? "week"
          : from.endsWith("-01") && days >= 28 && days <= 31
            ? "month"
            : "other"
    ]++;
  }
  const best = (Object.keys(counts) as LogHabits["span"][]).sort((a, b) => counts[b] - counts[a])[0]!;
  return counts[best] * 2 > entries.length ? best : "other";
}

/** Where most entries that begin on a Monday end. */
function lastWeekdayOf(entries: readonly { from: LocalDate; to: LocalDate | null }[]): number | null {
  const weeks = entries.filter(
    ({ from, to }) => to !== null && weekdayOf(from) === 1 && to > from && to <= addDays(from, 6),
  );
  const counts = new Map<number, number>();
  for (const { to } of weeks) counts.set(weekdayOf(to!), (counts.get(weekdayOf(to!)) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best !== undefined && best[1] * 2 > weeks.length ? best[0] : null;
}
