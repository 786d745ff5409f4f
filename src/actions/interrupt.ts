// interrupt: something comes up. The clock goes over to it, and the plan gives it time: the buffer first, then what can
// move, and what falls out is named. One that is over already is recorded as it was.

import { AppError, type EpochMin, parseDurationMin } from "../base/index.ts";
import { type DayFrame, isoAt, type Span } from "../domain/index.ts";
import type { Action, Context, Input, Outcome } from "./action.ts";
import { settleClock } from "./clock-end.ts";
import { findClock, markStart, type RunningClock } from "./clock-state.ts";
import type { RecordJson } from "./day-json.ts";
import { sayDay } from "./day-messages.ts";
import { plainFrame } from "./day-read.ts";
import { absorb, addExpected, describeAbsorbed, expectedBlock, withoutBlock } from "./interrupt-plan.ts";
import { joinSentences } from "./messages.ts";
import { PlanLines } from "./plan-lines.ts";
import { sayPlan } from "./plan-messages.ts";
import { sheetOf } from "./plan-sheet.ts";
import { DayEdits, dayOfRecord, overlapping, timeText, trimOthers } from "./record-write.ts";
import { splitRange } from "./span-input.ts";
import { nowMin, readDuration, readEnd, readTime } from "./time-input.ts";

/** What `interrupt` answers. */
export interface InterruptData {
  record: Omit<RecordJson, "line">;
  spentBufferMin: number;
  /** Null where the day had none left before. */
  bufferLeftMin: number | null;
  moved: { text: string; from: string; to: string }[];
  dropped: { text: string; min: number }[];
}

export const interrupt: Action = {
  name: "interrupt",
  group: "day",
  writes: true,
  summary: { en: "Something came up: clock it, and give it time", zh: "有事打断：给它计时，并调整计划" },
  params: [
    {
      name: "text",
      kind: "text",
      positional: true,
      rest: true,
      help: {
        en: "what came up; a length before it says how long: 45m alert",
        zh: "什么事；前面可写多久：45m 线上告警",
      },
    },
    {
      name: "for",
      kind: "text",
      help: { en: "how long it will take, or took: 45m", zh: "要多久，或用了多久：45m" },
    },
    { name: "ago", kind: "flag", help: { en: "it is over: it ended now", zh: "已经结束：刚刚结束" } },
    { name: "from", kind: "text", help: { en: "when it began: 10:15, -20m", zh: "何时开始：10:15、-20m" } },
    { name: "to", kind: "text", help: { en: "when it ended", zh: "何时结束" } },
    {
      name: "at",
      kind: "text",
      help: {
        en: "when what was running before really ended, where that is asked",
        zh: "原来在计时的实际何时结束（问到时）",
      },
    },
    { name: "confirm", kind: "flag", help: { en: "that really ran until now", zh: "那段确实一直到现在" } },
    { name: "drop", kind: "flag", help: { en: "that does not count at all", zh: "那段完全不算" } },
  ],
  examples: [
    {
      args: { en: 'interrupt 45m "pager alert"', zh: "interrupt 45m 线上告警" },
      says: { en: "begins now; 45 minutes are expected", zh: "现在开始，预计 45 分钟" },
    },
    {
      args: { en: "interrupt 20m a call --ago", zh: "interrupt 20m 接电话 --ago" },
      says: { en: "it took the last 20 minutes", zh: "刚过去的 20 分钟" },
    },
    {
      args: { en: "interrupt visit --from 10:00 --to 10:40", zh: "interrupt 来访 --from 10:00 --to 10:40" },
      says: { en: "what came up earlier", zh: "补记早些时候的打断" },
    },
  ],
  more: {
    en: "It spends the buffer first, then moves what can move, and names what falls out of today. `nunc resume` goes back to what was interrupted; `nunc stop` ends the interruption: where it took longer or less than expected, the plan follows.",
    zh: "先用缓冲，再移动能移动的，排不下的会说出来。`nunc resume` 回到被打断的事；`nunc stop` 结束打断：比预计长或短，计划会跟着调整。",
  },
  run: (context, input) => interruptDay(context, input),
};

interface Interruption {
  text: string;
  from: EpochMin;
  /** Null while it goes on. */
  to: EpochMin | null;
  /** Of one that goes on; null where nobody knows. */
  expectedMin: number | null;
}

function interruptDay(context: Context, input: Input): Outcome {
  const asked = readInterruption(context, input);
  const { text, from, to, expectedMin } = asked;
  const texts = sayPlan(context.tongue);
  const now = nowMin(context);
  const day = dayOfRecord(context, from);
  const edits = new DayEdits(context);
  const running = findClock(context);
  const span: Span = { from, to: to ?? Math.max(now, from + 1) };
  // What was going on gives way: the interruption lies within it.
  const others = overlapping(context, day.date, span, ({ record }) => isRunningFrom(record.to, to));
  trimOthers(edits, span, others);
  const lost = to === null && running !== null ? endRunning(context, input, edits, running, from) : null;
  edits.add(day, { kind: "add-record", from, to, record: "interruption", text });
  const whole = sheetOf(context, day);
  const lines = new PlanLines(whole);
  // One interruption within another: the time that the first was given goes on for the second.
  const outer =
    to === null && running?.record.kind === "interruption" ? expectedBlock(whole, running.record) : undefined;
  if (outer !== undefined && outer.from >= from) lines.remove(outer.block.line);
  else if (outer !== undefined && from < outer.to) lines.set(outer.block.line, { to: from });
  const sheet = withoutBlock(whole, outer);
  const isPast = to !== null;
  const end = to ?? (expectedMin === null ? null : Math.min(from + expectedMin, whole.frame.to));
  const charged: Span = { from: Math.max(from, outer?.to ?? from), to: end ?? from };
  // The plan of a day that is over is left as it is.
  const absorbed =
    charged.to <= charged.from || !whole.isToday
      ? null
      : absorb(sheet, lines, { span: charged, text, isMore: outer !== undefined });
  // Until then the plan has given way already.
  const given = outer === undefined ? end : Math.max(outer.to, end ?? from);
  if (!isPast && given !== null) addExpected(whole, lines, { from, to: given }, text);
  for (const edit of lines.edits) edits.add(day, edit);
  if (to === null) markStart(context, day.file, from);
  const says = isPast
    ? [texts.interruptedPast(text, timeText(context, from), timeText(context, to))]
    : [texts.interruptedNow(text, expectedMin)];
  if (lost !== null) says.unshift(lost);
  if (absorbed !== null) says.push(...describeAbsorbed(sheet, absorbed));
  const { zone } = day.note.frame;
  const data: InterruptData = {
    record: {
      from: isoAt(from, zone),
      to: to === null ? null : isoAt(to, zone),
      min: Math.max(0, (to ?? now) - from),
      kind: "interruption",
      text,
      reference: null,
      priority: null,
    },
    spentBufferMin: absorbed?.spentMin ?? 0,
    bufferLeftMin: absorbed?.leftMin ?? null,
    moved: (absorbed?.moved ?? []).map((one) => ({
      text: one.text,
      from: isoAt(one.to.from, zone),
      to: isoAt(one.to.to, zone),
    })),
    dropped: [...(absorbed?.dropped ?? [])],
  };
  return { data, summary: joinSentences(context.tongue, says), edits: edits.toFileEdits() };
}

/**
 * What was running ends where the interruption begins; where it is not believed, that is asked first.
 * @returns a sentence where nothing of it is recorded, so that nothing could be resumed; else null
 */
function endRunning(
  context: Context,
  input: Input,
  edits: DayEdits,
  running: RunningClock,
  from: EpochMin,
): string | null {
  const { day, record, doubt } = running;
  const end = doubt === null ? from : settleClock(context, input, running, "interrupt");
  if (end !== null && end > record.from) {
    edits.add(day, { kind: "set-record", line: record.line, to: Math.min(end, from) });
    return null;
  }
  edits.add(day, { kind: "remove-record", line: record.line });
  const texts = sayDay(context.tongue);
  return end === null ? texts.droppedClock(record.text) : texts.stoppedAtOnce(record.text, null);
}

/** The clock that runs is ended by itself, where the interruption goes on. */
function isRunningFrom(recordEnd: EpochMin | null, to: EpochMin | null): boolean {
  return recordEnd === null && to === null;
}

/** Both ends, which `--from 10:15-10:40` says in one word. */
function fromAndTo(input: Input, frame: DayFrame): [string | undefined, string | undefined] {
  const [from, to] = [input.text("from"), input.text("to")];
  const range = from === undefined || to !== undefined ? null : splitRange(from, frame);
  return range === null ? [from, to] : [range.from, range.to];
}

/** @throws AppError usage where the times do not say one stretch. */
function readInterruption(context: Context, input: Input): Interruption {
  const texts = sayPlan(context.tongue);
  const now = nowMin(context);
  const frame = plainFrame(context, context.today);
  const { text: said, min } = splitLength(context, input);
  const text = said === "" ? texts.unnamed() : said;
  const ago = input.flag("ago") ?? false;
  const [fromText, toText] = fromAndTo(input, frame);
  if (toText !== undefined && min !== null && fromText !== undefined)
    throw new AppError("usage", texts.twoEnds());
  if (fromText === undefined && toText === undefined && !ago)
    return { text, from: now, to: null, expectedMin: min };
  if (fromText === undefined) {
    const to = toText === undefined ? now : readTime(context, toText, frame).min;
    if (min === null) throw new AppError("usage", texts.sayHowLong());
    return pastOne(context, { text, from: to - min, to }, now);
  }
  const from = readTime(context, fromText, frame).min;
  if (from > now) throw new AppError("usage", texts.inFuture(fromText));
  if (toText !== undefined)
    return pastOne(context, { text, from, to: readEnd(context, toText, frame, from) }, now);
  if (ago) return pastOne(context, { text, from, to: min === null ? now : from + min }, now);
  // Begun before, and not over: unless the length says that it is.
  if (min !== null && from + min <= now) return pastOne(context, { text, from, to: from + min }, now);
  return { text, from, to: null, expectedMin: min };
}

function pastOne(context: Context, { text, from, to }: Span & { text: string }, now: EpochMin): Interruption {
  if (to > now) throw new AppError("usage", sayPlan(context.tongue).inFuture(timeText(context, to)));
  return { text, from, to, expectedMin: null };
}

/** `45m alert` says how long; a text that is nothing but a length has no other text. */
function splitLength(context: Context, input: Input): { text: string; min: number | null } {
  const said = (input.text("text") ?? "").trim().replace(/\s*[\r\n]+\s*/g, " ");
  const length = input.text("for");
  if (length !== undefined) return { text: said, min: readDuration(context, length) };
  const words = said.split(/\s+/);
  for (const count of [2, 1]) {
    const min = words.length < count ? null : parseDurationMin(words.slice(0, count).join(" "));
    if (min !== null) return { text: words.slice(count).join(" "), min };
  }
  return { text: said, min: null };
}
