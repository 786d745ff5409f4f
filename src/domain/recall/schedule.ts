// When a card is due: FSRS-6 by ts-fsrs, computed anew from the answers as written. Nothing of it is stored. Time is days of
// the home, so there are no steps of minutes: an answer on the same day counts as FSRS counts it (elapsed 0), and what was
// not known stays due until it is. No fuzz, no clock: the same lines always give the same days.
//
// Source: Ye, Su, Cao, "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling" (KDD 2022), and
// the algorithm of version 6 as ts-fsrs states it, with its default weights.

import {
  type Card,
  createEmptyCard,
  type FSRS,
  type FSRSState,
  FSRSVersion,
  fsrs,
  type Grade,
  State,
} from "ts-fsrs";
import { dateOfEpochDay, epochDayOf, type LocalDate } from "../../base/index.ts";
import { type FirstSchedule, RATINGS, type Rating } from "./card.ts";

/** Which algorithm, as the library names itself: `v5.4.2 using FSRS-6.0`. */
export const SCHEDULER: string = FSRSVersion;

/** Longest interval, in days. */
const LONGEST = 36_500;
const DAY_MS = 86_400_000;

/** How well one question is known. */
export interface Memory {
  /** Days after which it is recalled with a chance of 90 %. */
  stability: number;
  /** 1 to 10. */
  difficulty: number;
  /** Day of the last answer. */
  lastOn: LocalDate;
  /** From the last answer to the day on which it is due. */
  intervalDays: number;
  dueOn: LocalDate;
  last: Rating | null;
  reviews: number;
  /** How often it was known once and then not. */
  lapses: number;
}

const schedulers = new Map<number, FSRS>();

/** @param retention the share of answers that should be known, 0.7 to 0.99 */
export function schedulerFor(retention: number): FSRS {
  const known = schedulers.get(retention);
  if (known !== undefined) return known;
  const made = fsrs({
    request_retention: retention,
    maximum_interval: LONGEST,
    enable_fuzz: false,
    enable_short_term: true,
    learning_steps: [],
    relearning_steps: [],
  });
  schedulers.set(retention, made);
  return made;
}

/**
 * The memory of one question.
 * @param answers of this question alone, in the order of their days
 * @param first what another program planned before the first of them; null where none did
 * @returns null for a question that was never asked
 */
export function readMemory(
  answers: readonly { date: LocalDate; rating: Rating }[],
  first: FirstSchedule | null,
  retention: number,
): Memory | null {
  const scheduler = schedulerFor(retention);
  let memory = first === null ? null : memoryOf(first, scheduler);
  let state: FSRSState | null = memory;
  let lastOn = memory?.lastOn ?? null;
  let lapses = 0;
  for (const [at, { date, rating }] of answers.entries()) {
    const elapsed = lastOn === null ? 0 : Math.max(0, epochDayOf(date) - epochDayOf(lastOn));
    const on: LocalDate = lastOn !== null && date < lastOn ? lastOn : date;
    if (state !== null && rating === "again") lapses++;
    if (at < answers.length - 1) state = scheduler.next_state(state, elapsed, gradeOf(rating));
    else {
      const { card } = scheduler.next(cardOf(state, lastOn, on), timeOf(on), gradeOf(rating));
      memory = {
        stability: card.stability,
        difficulty: card.difficulty,
        lastOn: on,
        intervalDays: card.scheduled_days,
        // What was not known is asked again until it is.
        dueOn: rating === "again" ? on : addTo(on, card.scheduled_days),
        last: rating,
        reviews: answers.length,
        lapses,
      };
    }
    lastOn = on;
  }
  return memory;
}

/** Chance of recalling it on a day, 0 to 1. */
export function recallChance(memory: Memory, on: LocalDate, retention: number): number {
  const elapsed = Math.max(0, epochDayOf(on) - epochDayOf(memory.lastOn));
  return schedulerFor(retention).forgetting_curve(elapsed, memory.stability);
}

/** In how many days it would come again after each rating; 0 for `again`, which stays due. */
export function nextIntervals(
  memory: Memory | null,
  on: LocalDate,
  retention: number,
): Record<Rating, number> {
  const card = cardOf(memory, memory?.lastOn ?? null, on);
  const at = memory !== null && memory.lastOn > on ? memory.lastOn : on;
  const preview = schedulerFor(retention).repeat(card, timeOf(at));
  const days = (rating: Rating): number => preview[gradeOf(rating)].card.scheduled_days;
  return { again: 0, hard: days("hard"), good: days("good"), easy: days("easy") };
}

/**
 * A memory from what SM-2 knows, for a desired retention of 90 %: its interval is the stability, and the difficulty is the
 * one with which FSRS would have grown the interval by the ease (fsrs-rs, `memory_state_from_sm2`).
 */
function memoryOf({ due, intervalDays, ease }: FirstSchedule, scheduler: FSRS): Memory {
  const stability = Math.min(Math.max(intervalDays, 0.1), LONGEST);
  const { w } = scheduler.parameters;
  const growth = Math.exp(w[8]!) * stability ** -w[9]! * (Math.exp(0.1 * w[10]!) - 1);
  const difficulty = Math.min(10, Math.max(1, 11 - (ease / 100 - 1) / growth));
  const days = Math.max(1, Math.round(intervalDays));
  return {
    stability,
    difficulty,
    lastOn: addTo(due, -days),
    intervalDays: days,
    dueOn: due,
    last: null,
    reviews: 0,
    lapses: 0,
  };
}

function cardOf(state: FSRSState | null, lastOn: LocalDate | null, on: LocalDate): Card {
  const empty = createEmptyCard(timeOf(on));
  if (state === null || lastOn === null) return empty;
  const { stability, difficulty } = state;
  return { ...empty, stability, difficulty, state: State.Review, reps: 1, last_review: dateAt(lastOn) };
}

function gradeOf(rating: Rating): Grade {
  return (RATINGS.indexOf(rating) + 1) as Grade;
}

/** Noon in UTC: the library counts days of UTC. */
function timeOf(date: LocalDate): number {
  return epochDayOf(date) * DAY_MS + DAY_MS / 2;
}

function dateAt(date: LocalDate): Date {
  return createEmptyCard(timeOf(date)).due;
}

function addTo(date: LocalDate, days: number): LocalDate {
  return dateOfEpochDay(epochDayOf(date) + days);
}
