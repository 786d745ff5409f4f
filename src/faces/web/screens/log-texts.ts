// Words of the Log screen, and its dates as people say them.

import type { Tongue } from "../../../base/index.ts";
import { catalogue, localeOf } from "../texts.ts";

export const logTexts = catalogue({
  title: { en: "Log", zh: "记录" },
  sum: {
    en: (entries: number, first: string, last: string) =>
      `${entries} ${entries === 1 ? "entry" : "entries"}, ${first === last ? first : `${first} – ${last}`}`,
    zh: (entries, first, last) =>
      `${entries} 段记录，${first === last ? `${first} 年` : `${first}–${last} 年`}`,
  },
  empty: {
    en: "Nothing is logged yet. What did you do today?",
    zh: "还没有记录。今天做了什么？",
  },
  search: { en: "Search the log", zh: "在记录里找" },
  found: {
    en: (count: number) => (count === 0 ? "Nothing found" : count === 1 ? "1 entry" : `${count} entries`),
    zh: (count) => (count === 0 ? "没有找到" : `${count} 段`),
  },
  clear: { en: "Clear search", zh: "清除" },
  now: { en: "now", zh: "此刻" },
  goingOn: { en: "going on", zh: "进行中" },
  days: { en: (count: number) => (count === 1 ? "1 day" : `${count} days`), zh: (count) => `${count} 天` },
  since: { en: (day: string) => `since ${day}`, zh: (day) => `${day}起` },
  archived: { en: "archive", zh: "归档" },
  gapWeeks: {
    en: (count: number) => `${count} weeks without an entry`,
    zh: (count) => `${count} 周没有记录`,
  },
  gapMonths: {
    en: (count: number) => (count === 1 ? "A month without an entry" : `${count} months without an entry`),
    zh: (count) => `${count} 个月没有记录`,
  },
  timeline: { en: "Timeline", zh: "时间线" },
  months: { en: "Months", zh: "月份" },
  monthEntries: {
    en: (month: string, entries: number, days: number) =>
      `${month}: ${entries} ${entries === 1 ? "entry" : "entries"}, ${days} ${days === 1 ? "day" : "days"}`,
    zh: (month, entries, days) => `${month}：${entries} 段，${days} 天`,
  },
  fewer: { en: "fewer days", zh: "少" },
  more: { en: "more", zh: "多" },

  write: { en: "What did you do?", zh: "做了什么？" },
  writeHint: { en: "Enter adds it, Shift Enter a new line", zh: "回车写下，Shift 回车换行" },
  where: { en: "Where it goes", zh: "写到哪里" },
  toToday: { en: "Today", zh: "今天" },
  toEntry: { en: (title: string) => `“${title}”`, zh: (title) => `「${title}」` },
  toNew: { en: "New entry…", zh: "新的一段…" },
  from: { en: "From", zh: "从" },
  to: { en: "To", zh: "到" },
  add: { en: "Add", zh: "写下" },
  rangeWrong: { en: "The end lies before the start.", zh: "结束早于开始。" },

  edit: { en: "Edit this entry", zh: "编辑这一段" },
  editOf: { en: (title: string) => `Markdown of ${title}`, zh: (title) => `${title} 的 Markdown` },
  editBullet: { en: "Edit this line", zh: "编辑这一条" },
  bulletHint: { en: "Enter edits; arrows move", zh: "回车编辑，方向键移动" },
  inText: { en: "Show in the text", zh: "在文本里看" },
  save: { en: "Save", zh: "保存" },
  cancel: { en: "Cancel", zh: "取消" },
  keysSave: { en: "Ctrl Enter saves, Esc leaves it", zh: "Ctrl 回车保存，Esc 放弃" },

  moved: {
    en: (title: string) => `The entry “${title}” was changed elsewhere meanwhile.`,
    zh: (title) => `「${title}」这一段同时在别处改了。`,
  },

  archive: { en: "Archive…", zh: "归档…" },
  archiveTitle: { en: "Move old entries to the archive", zh: "把旧记录移进归档" },
  archiveLead: {
    en: "Entries that ended before this day move from the page to the archive of their year, as they are.",
    zh: "在这一天之前结束的记录，会从页面原样移到各自年份的归档里。",
  },
  archiveBefore: { en: "Ended before", zh: "结束早于" },
  archiveDo: {
    en: (count: number) => (count === 1 ? "Move 1 entry" : `Move ${count} entries`),
    zh: (count) => `移走 ${count} 段`,
  },
  archiveNone: {
    en: "No entry of the page ended before this day.",
    zh: "页面上没有在这一天之前结束的记录。",
  },
  archiveDiff: { en: "What would change", zh: "会改动什么" },
  archiveFailed: { en: "This cannot be shown:", zh: "没法预览：" },
  looking: { en: "Looking…", zh: "查看中…" },
  close: { en: "Close", zh: "关闭" },
});

const formats = new Map<string, Intl.DateTimeFormat>();

function format(tongue: Tongue, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tongue}${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(localeOf(tongue), { ...options, timeZone: "UTC" });
    formats.set(key, found);
  }
  return found;
}

/** `9月13日–17日`, `Sep 13 – 17`; with the year where it differs from `year`. */
export function sayRange(first: string, last: string, year: string | null, tongue: Tongue): string {
  const own = first.slice(0, 4) === year && last.slice(0, 4) === year;
  if (tongue === "zh") return sayRangeInChinese(first, last, own);
  const dates = format(tongue, { month: "short", day: "numeric", ...(own ? {} : { year: "numeric" }) });
  return dates.formatRange(new Date(first), new Date(last));
}

/** By hand: Intl writes ranges within a year as `9/13 – 9/17`. Says each part only where it changes. */
function sayRangeInChinese(first: string, last: string, isOwnYear: boolean): string {
  const [year, month, day] = first.split("-").map(Number);
  const [lastYear, lastMonth, lastDay] = last.split("-").map(Number);
  const start = `${isOwnYear ? "" : `${year}年`}${month}月${day}日`;
  if (first === last) return start;
  const sameYear = year === lastYear;
  const end = `${sameYear ? "" : `${lastYear}年`}${sameYear && month === lastMonth ? "" : `${lastMonth}月`}${lastDay}日`;
  return `${start}–${end}`;
}

/** `8月`, `August`; with its year where asked. */
export function sayMonth(month: string, tongue: Tongue, withYear = false): string {
  if (tongue === "zh")
    return `${withYear ? `${Number(month.slice(0, 4))}年` : ""}${Number(month.slice(5))}月`;
  return format(tongue, { month: "long", ...(withYear ? { year: "numeric" } : {}) }).format(
    new Date(`${month}-01`),
  );
}
