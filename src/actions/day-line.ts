// Which line of a day is meant: a program says its line with the hash of the note, a person the start or the text of a
// block or record. A name that fits several is never guessed at.

import { AppError, type EpochMin, fold, offsetAt } from "../base/index.ts";
import { isoAt } from "../domain/index.ts";
import type { Context, Input, Param } from "./action.ts";
import { sayDay } from "./day-messages.ts";
import { type DayReading, spokenFrame } from "./day-read.ts";
import { parseTime } from "./time-input.ts";

/** What blocks and records have in common. */
export interface DayLine {
  line: number;
  from: EpochMin;
  text: string;
}

type What = "record" | "block";

/** How programs name a line: with the hash of the note in which they counted it. */
export const lineParams: readonly Param[] = [
  {
    name: "line",
    kind: "number",
    internal: true,
    counted: true,
    help: { en: "line in the day's note", zh: "当天日志里的行号" },
  },
  {
    name: "hash",
    kind: "text",
    internal: true,
    help: { en: "hash of the note in which the line was counted", zh: "数行号时日志的哈希" },
  },
];

export const dateParam: Param = {
  name: "date",
  kind: "date",
  short: "d",
  help: { en: "the day; else today", zh: "哪一天，默认今天" },
};

/** How a person names one, by place. */
export function whichParam(what: What): Param {
  const isRecord = what === "record";
  return {
    name: "which",
    kind: "text",
    positional: true,
    requiredTyped: true,
    help: isRecord
      ? { en: "the record: when it began (09:30), or its text", zh: "哪条记录：开始时间（09:30）或内容" }
      : { en: "the block: when it begins (14:00), or its text", zh: "哪个时段：开始时间（14:00）或内容" },
  };
}

/**
 * The block or record that the input names (`line` with `hash`, or `which`).
 * @throws AppError usage where nothing or several are named, missing where there is none, conflict where the note changed.
 */
export function findDayLine<T extends DayLine>(
  context: Context,
  day: DayReading,
  lines: readonly T[],
  what: What,
  input: Input,
): T {
  const line = input.number("line");
  const texts = sayDay(context.tongue);
  if (line !== undefined) {
    const hash = input.text("hash");
    if (hash !== undefined && hash !== day.hash)
      throw new AppError("conflict", texts.dayChanged(day.file), {
        hint: texts.lookAgain(day.date),
        at: { file: day.file },
      });
    const found = lines.find((one) => one.line === line);
    if (found !== undefined) return found;
    throw new AppError("missing", texts.noLineAt(`${day.file}:${line}`, what), {
      hint: listOf(context, day, lines),
    });
  }
  const name = input.text("which")?.trim() ?? "";
  if (name === "") throw new AppError("usage", texts.whichLine(what), { hint: listOf(context, day, lines) });
  for (const fits of tiers(context, day, name)) {
    const found = lines.filter(fits);
    if (found.length === 1) return found[0]!;
    if (found.length > 1)
      throw new AppError("usage", texts.severalLines(name, what), { hint: listOf(context, day, found) });
  }
  throw new AppError("missing", texts.noSuchLine(name, what), { hint: listOf(context, day, lines) });
}

function tiers(context: Context, day: DayReading, name: string): ((line: DayLine) => boolean)[] {
  const frame = spokenFrame(context, day);
  const at = parseTime(name, frame, Number.NaN)?.min;
  const wanted = fold(name);
  const placed = /^:(\d{1,6})$/.exec(name);
  return [
    ({ line }) => placed !== null && line === Number(placed[1]),
    ({ from }) => from === at,
    ({ text }) => fold(text) === wanted,
    ({ text }) => fold(text).startsWith(wanted),
    ({ text }) => fold(text).includes(wanted),
  ];
}

function listOf(context: Context, day: DayReading, lines: readonly DayLine[]): string {
  const texts = sayDay(context.tongue);
  if (lines.length === 0) return texts.noLines(day.date);
  const { zone, from: dayFrom, to: dayTo } = spokenFrame(context, day);
  // Where clocks change, the offset says which of two hours it is.
  const isSteady = offsetAt(dayFrom, zone) === offsetAt(dayTo, zone);
  const rows = lines
    .slice(0, 12)
    .map(({ from, text }) => `  ${isoAt(from, zone).slice(11, isSteady ? 16 : undefined)}  ${text}`);
  return [texts.linesAre(), ...rows, ...(lines.length > 12 ? ["  …"] : [])].join("\n");
}
