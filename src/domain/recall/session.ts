// What is to be asked on a day, in which order, and how long that takes. Pure arithmetic over what the cards say.

import { addDays, type LocalDate } from "../../base/index.ts";
import type { RecallAnswer } from "./card.ts";
import { type Memory, recallChance } from "./schedule.ts";
import type { RecallSettings } from "./settings.ts";

/** A question as the session sees it. */
export interface Asked {
  memory: Memory | null;
  /** Of this question alone, in the order of their days. */
  answers: readonly RecallAnswer[];
}

export interface Session<One extends Asked> {
  /** Asked before and due, then new ones as far as the day takes them, then what was missed today. */
  queue: One[];
  due: number;
  /** New ones in the queue. */
  fresh: number;
  /** New ones in all. */
  waiting: number;
  /** Answers given on the day. */
  answeredToday: number;
  /** How many come back on each of the next days; today's are not counted, nor are new ones. */
  ahead: { date: LocalDate; count: number }[];
}

const AHEAD_DAYS = 7;

/** @param questions in the order of their items and files */
export function sessionOf<One extends Asked>(
  questions: readonly One[],
  today: LocalDate,
  settings: RecallSettings,
): Session<One> {
  const due = questions.filter(({ memory }) => memory !== null && memory.dueOn <= today);
  const waiting = questions.filter(({ memory }) => memory === null);
  const begun = questions.filter(({ answers }) => answers[0]?.date === today).length;
  const fresh = waiting.slice(0, Math.max(0, settings.newPerDay - begun));
  // What was missed today comes behind all else, and what was tried least of it first: never one alone again and again.
  const isRetry = ({ memory }: One): boolean => memory!.last === "again" && memory!.lastOn === today;
  const triesOf = ({ answers }: One): number => answers.filter(({ date }) => date === today).length;
  const tries = new Map(due.filter(isRetry).map((one) => [one, triesOf(one)]));
  const retries = [...tries.keys()].sort((a, b) => tries.get(a)! - tries.get(b)!);
  const first = due.filter((one) => !tries.has(one));
  const order = new Map(questions.map((one, at) => [one, at]));
  const chances = new Map(first.map((one) => [one, recallChance(one.memory!, today, settings.retention)]));
  const untried =
    settings.order === "item"
      ? [...first, ...fresh].sort((a, b) => order.get(a)! - order.get(b)!)
      : [...first.sort((a, b) => chances.get(a)! - chances.get(b)!), ...fresh];
  const later = new Map<string, number>();
  for (const { memory } of questions)
    if (memory !== null && memory.dueOn > today) later.set(memory.dueOn, (later.get(memory.dueOn) ?? 0) + 1);
  return {
    queue: [...untried, ...retries],
    due: due.length,
    fresh: fresh.length,
    waiting: waiting.length,
    answeredToday: questions.reduce(
      (sum, { answers }) => sum + answers.filter(({ date }) => date === today).length,
      0,
    ),
    ahead: Array.from({ length: AHEAD_DAYS }, (_, day) => {
      const date = addDays(today, day + 1);
      return { date, count: later.get(date) ?? 0 };
    }),
  };
}

/** Seconds an answer takes, with the number of timed answers that it rests on; 0 cases: assumed. */
export interface Pace {
  seconds: number;
  cases: number;
}

/** Where fewer answers were timed, this is assumed. */
const LEAST_CASES = 10;
const LAST_CASES = 200;
const ASSUMED_SECONDS = 12;

/** The median of the last 200 timed answers; under ten of them 12 seconds are assumed. */
export function paceOf(answers: readonly { date: string; seconds: number | null }[]): Pace {
  const timed = answers.filter(({ seconds }) => seconds !== null);
  timed.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const last = timed
    .slice(-LAST_CASES)
    .map(({ seconds }) => seconds!)
    .sort((a, b) => a - b);
  if (last.length < LEAST_CASES) return { seconds: ASSUMED_SECONDS, cases: 0 };
  const middle = last.length >> 1;
  const median = last.length % 2 === 1 ? last[middle]! : (last[middle - 1]! + last[middle]!) / 2;
  return { seconds: median, cases: last.length };
}
