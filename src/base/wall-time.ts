// Times of day as people write them, in minutes after midnight. Which day and which zone they belong to is for others to say.

import { readSmallNumber, SMALL_NUMBER } from "./number-words.ts";

const CLOCK = /^(\d{1,2}):(\d{2})(?::00)?$/;
const HALF_DAY = /^(\d{1,2})(?::(\d{2}))?([ap])\.?m?\.?$/;
const POINTS = new RegExp(`^(${SMALL_NUMBER})[点时](?:(半)|(${SMALL_NUMBER})分?|(整|钟)|([一三])刻)?$`);
const PART_OF_DAY = /^(凌晨|清晨|早上|早晨|上午|早|中午|下午|傍晚|晚上|晚)/;

/**
 * Minutes after midnight, 0 to 1440 (`24:00` is the end of the day), from `14:00`, `9:30`, `2pm`, `2:30 pm`, `noon`,
 * `14点半`, `下午两点`; null where it is no time of day. An hour alone is none, unless `bare` says that it is meant as one.
 */
export function parseWallTime(text: string, { bare = false }: { bare?: boolean } = {}): number | null {
  const word = text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  if (word === "noon" || word === "正午") return 720;
  const part = PART_OF_DAY.exec(word)?.[1] ?? null;
  if (part !== null) return inPartOfDay(part, word.slice(part.length));
  const half = HALF_DAY.exec(word);
  if (half !== null) {
    const hour = Number(half[1]);
    if (hour < 1 || hour > 12) return null;
    return minutesOf((hour % 12) + (half[3] === "p" ? 12 : 0), Number(half[2] ?? 0));
  }
  if (bare && /^\d{1,2}$/.test(word)) return minutesOf(Number(word), 0);
  return plainTime(word);
}

/** `14:05`; hours past midnight of the day go on: `25:30`, so that a span reads in order. Fold them where a clock is meant. */
export function formatWallTime(min: number): string {
  return `${String(Math.floor(min / 60)).padStart(2, "0")}:${String(min % 60).padStart(2, "0")}`;
}

/** `+01:00` of minutes east of UTC. */
export function formatOffset(min: number): string {
  return `${min < 0 ? "-" : "+"}${formatWallTime(Math.abs(min))}`;
}

function plainTime(word: string): number | null {
  const clock = CLOCK.exec(word);
  if (clock !== null) return minutesOf(Number(clock[1]), Number(clock[2]));
  const points = POINTS.exec(word);
  if (points === null) return null;
  const [, hour, half, minutes, , quarter] = points;
  const past = half ? 30 : quarter ? (quarter === "一" ? 15 : 45) : minutes ? readSmallNumber(minutes)! : 0;
  return minutesOf(readSmallNumber(hour!)!, past);
}

/** 下午两点 is 14:00, 晚上十二点 the midnight that ends the day, 凌晨十二点 the one that begins it. */
function inPartOfDay(part: string, word: string): number | null {
  const min = plainTime(word);
  if (min === null || min > 1440) return null;
  const isLate = /下午|傍晚|晚/.test(part) || (part === "中午" && min < 180);
  if (part === "凌晨" && min >= 720 && min < 780) return min - 720;
  if (!isLate || min >= 780) return min;
  if (min >= 720) return part.startsWith("晚") && min === 720 ? 1440 : min;
  return min + 720;
}

function minutesOf(hour: number, minute: number): number | null {
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return hour * 60 + minute;
}
