// Days. A LocalDate is a day of the calendar without a zone, written as in ISO 8601 (`2021-09-13`);
// an Instant is a point in time. They never mix: which day holds a moment is for `dayAt` (domain/day) to say, with a zone.
// Strings, so that they compare, sort and print as they are.

import { formatOffset } from "./wall-time.ts";
import { offsetAt } from "./zone.ts";

declare const localDate: unique symbol;
/** `YYYY-MM-DD`, a day that exists, years 1000 to 9999. */
export type LocalDate = string & { readonly [localDate]: true };

declare const instant: unique symbol;
/** `2021-09-13T02:04:05.678Z`: a point in time in UTC, ISO 8601. */
export type Instant = string & { readonly [instant]: true };

/** A moment as a whole number of minutes since 1970-01-01T00:00Z. */
export type EpochMin = number;

/** The day with these numbers, or null where there is none (30 February, month 13). */
export function makeLocalDate(year: number, month: number, day: number): LocalDate | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return null;
  return `${year}-${pad(month)}-${pad(day)}` as LocalDate;
}

/** Reads exactly `YYYY-MM-DD`; null otherwise. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? makeLocalDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Days of a month of the Gregorian calendar, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** The day `days` later (earlier where negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfEpochDay(epochDayOf(date) + days);
}

/** Days since 1970-01-01. The calendar's arithmetic is Howard Hinnant's `days_from_civil`, with years that begin in March. */
export function epochDayOf(date: LocalDate): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear =
    Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day that is so many days after 1970-01-01 (Hinnant's `civil_from_days`). */
export function dateOfEpochDay(epochDay: number): LocalDate {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}` as LocalDate;
}

/** ISO: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((((epochDayOf(date) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The instant as an ISO date and time with the zone's offset: `2021-09-13T10:04:05+08:00`. */
export function offsetDateTimeAt(at: Instant, zone: string): string {
  return dateTimeAt(at, offsetAt(Math.floor(Date.parse(at) / 60_000), zone));
}

/** The instant as an ISO date and time so many minutes east of UTC. */
export function dateTimeAt(at: Instant, offsetMin: number): string {
  const second = Math.floor(Date.parse(at) / 1000) + offsetMin * 60;
  const day = Math.floor(second / 86_400);
  const ofDay = second - day * 86_400;
  const clock = [ofDay / 3600, (ofDay / 60) % 60, ofDay % 60].map((part) => pad(Math.floor(part)));
  return `${dateOfEpochDay(day)}T${clock.join(":")}${formatOffset(offsetMin)}`;
}

/** Whether the name is an IANA zone that this system knows. */
export function isZone(name: string): boolean {
  try {
    offsetAt(0, name);
    return true;
  } catch {
    return false;
  }
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
