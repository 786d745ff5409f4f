// A stretch of time as people type it: `15:00-16:10`, `15:00 - 16:10`, `15:00 16:10`, `14:00 1h30m`, or `45m` for what has
// just ended. On a command line its words may be apart, with a text behind them.

import { AppError, type EpochMin, parseDurationMin } from "../base/index.ts";
import type { DayFrame, Span } from "../domain/index.ts";
import type { Context } from "./action.ts";
import { sayDay } from "./day-messages.ts";
import { nowMin, parseTime, readDuration, readEnd, readTime } from "./time-input.ts";

/** How a stretch of time was said: an end or a length; without a start it has just ended. */
interface SaidSpan {
  from: string | null;
  to: string | null;
  length: string | null;
}

/** What was typed for a stretch of time and its text, by place; `to` may hold the text's first word. */
export interface SpanWords {
  from: string;
  to: string | undefined;
  text: string | undefined;
  /** A length that was said by name. */
  length: string | undefined;
}

/** More words than these no stretch of time has: `2026-11-23 10 pm - 2026-11-24 1 am`. */
const MOST_WORDS = 7;
const DASHES = /\s*(?:-{1,2}|[–—~～至到])\s*/g;

/**
 * A stretch of time and the text behind it.
 * @throws AppError usage where there is none, or it ends before it begins.
 */
export function readSpanWords(
  context: Context,
  frame: DayFrame,
  words: SpanWords,
): { span: Span; text: string } {
  const { said, text } = splitWords(context, frame, words);
  return { span: readSaid(context, frame, said), text };
}

/** Both times of `15:00-16:10`, as they were said; null where the text is no such range. */
export function splitRange(text: string, frame: DayFrame): { from: string; to: string } | null {
  const said = rangeOf(text.trim(), (word) => parseTime(word, frame, 0) !== null);
  return said === null ? null : { from: said.from!, to: said.to! };
}

function splitWords(
  context: Context,
  frame: DayFrame,
  { from, to, text, length }: SpanWords,
): { said: SaidSpan; text: string } {
  const join = (...parts: (string | undefined)[]): string =>
    parts.filter((part) => part !== undefined && part !== "").join(" ");
  if (length !== undefined) return { said: { from, to: null, length }, text: join(to, text) };
  const isTime = (word: string): boolean => parseTime(word, frame, 0) !== null;
  if (to !== undefined && isTime(from)) {
    // `14:00-05:00` is a time with an offset only where an end follows.
    const isStart = rangeOf(from, isTime) === null || !/^\d{1,2}$/.test(to);
    if (isStart && isTime(to)) return { said: { from, to, length: null }, text: text ?? "" };
    if (isStart && parseDurationMin(to) !== null)
      return { said: { from, to: null, length: to }, text: text ?? "" };
  }
  const whole = rangeOf(from, isTime);
  if (whole !== null) return { said: whole, text: join(to, text) };
  const all = join(from, to, text).split(/\s+/);
  for (const read of [rangeOf, pairOf, lengthOf]) {
    for (let count = Math.min(MOST_WORDS, all.length); count > 0; count--) {
      const said = read(all.slice(0, count).join(" "), isTime);
      if (said !== null) return { said, text: all.slice(count).join(" ") };
    }
  }
  const texts = sayDay(context.tongue);
  const problem = !isTime(from)
    ? texts.notATime(from)
    : to === undefined
      ? texts.endMissing()
      : texts.notATime(to);
  throw new AppError("usage", problem, { hint: texts.spanForms() });
}

type ReadSaid = (text: string, isTime: (word: string) => boolean) => SaidSpan | null;

/** `15:00-16:10`: two times with a dash between, at whichever of the dashes leaves a time on both sides. */
const rangeOf: ReadSaid = (text, isTime) => {
  for (const { index, 0: dash } of text.matchAll(DASHES)) {
    const [from, to] = [text.slice(0, index), text.slice(index + dash.length)];
    if (from !== "" && to !== "" && isTime(from) && isTime(to)) return { from, to, length: null };
  }
  return null;
};

/** `15:00 16:10`, `15:00 1h`. */
const pairOf: ReadSaid = (text, isTime) => {
  const words = text.split(" ");
  for (let at = 1; at < words.length; at++) {
    const [from, rest] = [words.slice(0, at).join(" "), words.slice(at).join(" ")];
    if (!isTime(from)) continue;
    if (isTime(rest)) return { from, to: rest, length: null };
    if (parseDurationMin(rest) !== null) return { from, to: null, length: rest };
  }
  return null;
};

const lengthOf: ReadSaid = (text) =>
  parseDurationMin(text) === null ? null : { from: null, to: null, length: text };

function readSaid(context: Context, frame: DayFrame, { from, to, length }: SaidSpan): Span {
  if (from === null) {
    const now = nowMin(context);
    return { from: now - readDuration(context, length!), to: now };
  }
  const start: EpochMin = readTime(context, from, frame).min;
  if (to !== null) return { from: start, to: readEnd(context, to, frame, start) };
  return { from: start, to: start + readDuration(context, length!) };
}
