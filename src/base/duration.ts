// Lengths of time as people write them, in whole minutes. The only reader and the only writer of durations.

import { readSmallNumber, SMALL_NUMBER } from "./number-words.ts";
import type { Tongue } from "./tongue.ts";

const HOURS = "(?:hours?|hrs?|h|个?小时|个?钟头|时)";
const MINUTES = "(?:minutes?|mins?|m|分钟|分)";
const FORM = new RegExp(`^(?:(\\d+[.,]\\d+|${SMALL_NUMBER})${HOURS})?(?:(${SMALL_NUMBER})(${MINUTES})?)?$`);
const HALVES = new RegExp(`^(?:(${SMALL_NUMBER})个半|(半)个?)(?:小时|钟头)$`);

/** What a duration may be, as a part of a pattern without groups, for readers that look for one inside a line. */
export const DURATION = `(?:(?:\\d+(?:[.,]\\d+)?|${SMALL_NUMBER})[ \\t]*${HOURS}(?:[ \\t]*${SMALL_NUMBER}[ \\t]*${MINUTES}?)?|${SMALL_NUMBER}[ \\t]*${MINUTES}|${SMALL_NUMBER}个半(?:小时|钟头)|半个?(?:小时|钟头)|一刻钟)`;

/**
 * Whole minutes above 0 from `8h`, `1.5h`, `90m`, `1h30m`, `1h30`, `90 min`, `1 小时 30 分`, `半小时`; null where it is no
 * duration, or longer than 10 000 hours. A number without a unit is none, unless `bare` says that it means minutes.
 */
export function parseDurationMin(text: string, { bare = false }: { bare?: boolean } = {}): number | null {
  const word = text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  if (word === "") return null;
  if (word === "一刻钟") return 15;
  const half = HALVES.exec(word);
  if (half !== null) return (half[2] === undefined ? readSmallNumber(half[1]!)! * 60 : 0) + 30;
  const match = FORM.exec(word);
  if (match === null) return null;
  const [, hours, minutes, unit] = match;
  if (hours === undefined && unit === undefined && !(bare && /^\d+$/.test(word))) return null;
  // `1h30` is an hour and a half; `1.5h30` is a slip.
  if (hours !== undefined && /[.,]/.test(hours) && minutes !== undefined) return null;
  const whole = hours === undefined ? 0 : (readSmallNumber(hours) ?? Number(hours.replace(",", ".")));
  const sum = Math.round(whole * 60) + (minutes === undefined ? 0 : (readSmallNumber(minutes) ?? 0));
  return sum > 0 && sum <= 600_000 ? sum : null;
}

/**
 * `1h30m`, `45m`, `2h`, as it is written into files and English sentences; `1 小时 30 分` for Chinese ones.
 * Whole minutes; below zero with a minus.
 */
export function formatDuration(min: number, tongue: Tongue = "en"): string {
  if (min < 0) return `-${formatDuration(-min, tongue)}`;
  const total = Math.round(min);
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (tongue === "zh") {
    if (hours === 0) return `${minutes} 分钟`;
    return `${hours} 小时${minutes > 0 ? ` ${minutes} 分` : ""}`;
  }
  if (hours === 0) return `${minutes}m`;
  return `${hours}h${minutes > 0 ? `${minutes}m` : ""}`;
}

const DAYS_A_MONTH = 365.25 / 12;

/**
 * A length of days in the words of people, two units at most: `5 days`, `7 weeks`, `5 months`, `1 year 3 months`. Whole, rounded;
 * months are a twelfth of a year.
 */
export function formatDays(days: number, tongue: Tongue = "en"): string {
  const total = Math.max(0, Math.round(days));
  const say = (count: number, en: string, zh: string): string =>
    tongue === "zh" ? `${count} ${zh}` : `${count} ${en}${count === 1 ? "" : "s"}`;
  if (total === 0) return tongue === "zh" ? "不到一天" : "less than a day";
  if (total < 21) return say(total, "day", "天");
  const months = Math.round(total / DAYS_A_MONTH);
  if (total < 60) return say(Math.round(total / 7), "week", "周");
  if (months < 12) return say(months, "month", "个月");
  const years = Math.floor(months / 12);
  const rest = months % 12;
  // Half a month does not count beside ten years.
  if (rest === 0 || years >= 10) return say(Math.round(months / 12), "year", "年");
  return `${say(years, "year", "年")} ${say(rest, "month", "个月")}`;
}
