// A date as people say it beside others of this year.

import { sayShortDay } from "../today/time.ts";

/** `6 Dec`, `6 Dec 2027` where it is not this year. */
export function sayDate(date: string, today: string, tongue: Parameters<typeof sayShortDay>[1]): string {
  const day = sayShortDay(date, tongue);
  if (date.slice(0, 4) === today.slice(0, 4)) return day;
  return tongue === "zh" ? `${date.slice(0, 4)}年${day}` : `${day} ${date.slice(0, 4)}`;
}
