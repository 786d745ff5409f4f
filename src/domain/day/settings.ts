// What nunc.yaml says about days: working hours, days off, busy times, buffer, breaks, what is told when. Types and defaults.

import type { LocalDate } from "../../base/index.ts";

/** Minutes after midnight on the wall clock of the day, `from` < `to`; `to` may pass 1440 (24:00) up to the day's end. */
export interface WallSpan {
  from: number;
  to: number;
}

/** ISO: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A time that is taken: on weekdays, or on one day. */
export interface BusyTime extends WallSpan {
  on: readonly Weekday[] | LocalDate;
  text: string;
}

export interface DaySettings {
  /** Minutes after midnight at which a day ends, 0 to 720. `dayEnd: "02:00"`. */
  dayEndMin: number;
  /** Working hours by weekday; none is a day off. `hours: {mon-fri: "09:30-12:00, 14:00-18:30", sat: off}`. */
  hours: Readonly<Record<Weekday, readonly WallSpan[]>>;
  /** Holidays, inclusive ranges. `daysOff: [2026-12-24..2027-01-01, 2026-10-01]`. */
  daysOff: readonly { from: LocalDate; to: LocalDate }[];
  /** Days that are worked though the weekday or a holiday says no (调休), with the hours of Monday where the weekday has none. */
  workDays: readonly { from: LocalDate; to: LocalDate }[];
  /** `busy: ["mon-fri 10:00-10:15 Stand-up", "2026-11-25 14:00-15:00 Dentist"]`. */
  busy: readonly BusyTime[];
  /** Time kept free for what comes up. `buffer: 1h`. */
  bufferMin: number;
  /** Hours in which the hardest work goes best. `best: 09:00-12:00`. */
  best: readonly WallSpan[];
  /** Work goes on for at most `stretchMin`, then comes a break of `breakMin`. `stretch: 90m`, `break: 15m`. */
  stretchMin: number;
  breakMin: number;
  /** Length of a block. `shortest: 30m`, `longest: 2h`. */
  shortestMin: number;
  longestMin: number;
  /** When the self-check is due, minutes after midnight; null: never. `checkAt: "18:00"`. */
  checkAtMin: number | null;
  /** What is told by a notification. `notify: {block: true, clock: true, check: true}`. */
  notify: { block: boolean; clock: boolean; check: boolean };
}

const WORKING: readonly WallSpan[] = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 18 * 60 },
];

export const DEFAULT_DAY_SETTINGS: DaySettings = {
  dayEndMin: 0,
  hours: { 1: WORKING, 2: WORKING, 3: WORKING, 4: WORKING, 5: WORKING, 6: [], 7: [] },
  daysOff: [],
  workDays: [],
  busy: [],
  bufferMin: 60,
  best: [{ from: 9 * 60, to: 12 * 60 }],
  stretchMin: 90,
  breakMin: 15,
  shortestMin: 30,
  longestMin: 120,
  checkAtMin: 18 * 60,
  notify: { block: true, clock: true, check: true },
};
