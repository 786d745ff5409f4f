// start, stop, switch, resume, clock: time as it is spent. What runs is a record without an end in the day's note; there is
// one for the whole home. A clock that cannot be believed asks what really happened before it counts.

import { AppError, addDays, type EpochMin } from "../base/index.ts";
import { type FileEdit, readDay } from "../domain/index.ts";
import { applyPatches, normalizePatches } from "../page/index.ts";
import type { Action, Context, Input, Outcome, Param } from "./action.ts";
import { type Ended, endClock, type StopData, settleClock } from "./clock-end.ts";
import {
  aboutText,
  begin,
  markDoing,
  type PagePatch,
  plannedNext,
  plannedNow,
  startOf,
  type Wanted,
  wantedOf,
} from "./clock-start.ts";
import { clockJsonOf, findClock, judgeClock, type RunningClock, toClockJson } from "./clock-state.ts";
import type { ClockJson } from "./day-json.ts";
import { sayDay } from "./day-messages.ts";
import { type DayReading, dayWords, notedDays, readOrEmpty, subjectOf } from "./day-read.ts";
import { joinSentences } from "./messages.ts";
import { DayEdits, dayOfRecord, type PlacedRecord, timeText } from "./record-write.ts";
import { nowMin } from "./time-input.ts";

/** The clock as it stands after the change; its hash comes with the next snapshot. */
export type StartedClock = Omit<ClockJson, "hash">;

export interface StartData {
  clock: StartedClock;
  /** What `doing` would write to the page; null where the page would not say it. */
  pagePatch: PagePatch | null;
}

export type SwitchData = StartData & StopData;

const itemParam: Param = {
  name: "item",
  kind: "item",
  positional: true,
  rest: true,
  help: {
    en: "title, title path (a › b), the beginning of a title, FILE:LINE, or a commitment",
    zh: "标题、标题路径（a › b）、标题开头、文件:行号，或承诺",
  },
};
const textParam: Param = {
  name: "text",
  kind: "text",
  short: "t",
  help: { en: "what it is, where it is no item", zh: "做什么（不是条目时）" },
};
const doingParam: Param = {
  name: "doing",
  kind: "flag",
  help: { en: "mark the item on the page as in progress, too", zh: "同时在页面上把条目标为正在做" },
};
const confirmParam: Param = {
  name: "confirm",
  kind: "flag",
  help: { en: "it really ran until now", zh: "确实一直到现在" },
};
const dropParam: Param = {
  name: "drop",
  kind: "flag",
  help: { en: "what was running does not count at all", zh: "正在计时的那段完全不算" },
};

export const start: Action = {
  name: "start",
  group: "day",
  writes: true,
  summary: { en: "Start the clock on an item", zh: "开始给一个条目计时" },
  params: [
    itemParam,
    textParam,
    {
      name: "at",
      kind: "text",
      help: { en: "when it began: 09:30, -10m; else now", zh: "何时开始：09:30、-10m；默认现在" },
    },
    doingParam,
  ],
  examples: [
    {
      args: { en: "start Kubernetes", zh: "start Kubernetes" },
      says: { en: "from now on", zh: "从现在开始" },
    },
    {
      args: { en: "start", zh: "start" },
      says: { en: "what the plan says for now", zh: "现在计划要做的事" },
    },
    {
      args: { en: 'start --text "Tax return" --at -10m', zh: "start --text 报税 --at -10m" },
      says: { en: "what is no item, begun ten minutes ago", zh: "不是条目的事，十分钟前开始的" },
    },
  ],
  more: {
    en: "One clock runs at a time, whichever window or machine started it. Where the page marks what is in progress, start shows what it would write there, and writes it only with --doing or when you say yes.",
    zh: "同一时间只有一个计时，不管在哪里开始的。如果页面会标出正在做的条目，start 会给出要写的改动，只有加上 --doing 或回答 y 才会写。",
  },
  run: (context, input) => {
    const running = findClock(context);
    if (running !== null) throw alreadyRuns(context, running, sayDay(context.tongue).switchInstead());
    return startWanted(context, input, whatToStart(context, input));
  },
};

export const stop: Action = {
  name: "stop",
  group: "day",
  writes: true,
  summary: { en: "Stop the clock", zh: "停止计时" },
  params: [
    {
      name: "at",
      kind: "text",
      help: { en: "when it ended: 11:00, -10m; else now", zh: "何时结束：11:00、-10m；默认现在" },
    },
    confirmParam,
    dropParam,
    { name: "note", kind: "text", short: "n", help: { en: "a word on what was done", zh: "补一句做了什么" } },
  ],
  examples: [
    { args: { en: "stop", zh: "stop" }, says: { en: "ended now", zh: "现在结束" } },
    {
      args: { en: 'stop --note "upgraded one node"', zh: "stop --note 升级了一个节点" },
      says: { en: "with a word on what was done", zh: "补一句做了什么" },
    },
    {
      args: { en: "stop --at 11:00", zh: "stop --at 11:00" },
      says: { en: "it was forgotten then", zh: "那时忘了停" },
    },
  ],
  more: {
    en: "A clock that ran past its block's end, past the end of the day, over the machine's sleep, or for more than four hours without a block is not believed: stop asks when it really ended.",
    zh: "计时超过了时段的结束、过了这一天、中间机器睡眠过，或没有时段却超过四小时，就不可信：stop 会问实际什么时候结束。",
  },
  run: (context, input) => {
    const running = findClock(context);
    const texts = sayDay(context.tongue);
    if (running === null) throw new AppError("missing", texts.nothingRuns(), { hint: texts.startWith() });
    const edits = new DayEdits(context);
    const ended = endClock(
      context,
      edits,
      running,
      settleClock(context, input, running, "stop"),
      input.text("note"),
    );
    return {
      data: { stopped: ended.stopped } satisfies StopData,
      summary: ended.says,
      edits: edits.toFileEdits(),
    };
  },
};

export const switchClock: Action = {
  name: "switch",
  group: "day",
  writes: true,
  summary: { en: "Stop the clock and start it on something else", zh: "换成给另一件事计时" },
  params: [
    itemParam,
    textParam,
    {
      name: "at",
      kind: "text",
      help: { en: "when the one ended and the other began; else now", zh: "何时换的，默认现在" },
    },
    doingParam,
    confirmParam,
    dropParam,
  ],
  examples: [
    {
      args: { en: "switch Redis", zh: "switch Redis" },
      says: { en: "both in one change", zh: "一次完成停和开始" },
    },
    {
      args: { en: "switch Redis --at 10:40", zh: "switch Redis --at 10:40" },
      says: { en: "it was then", zh: "那时换的" },
    },
  ],
  more: {
    en: "With a clock that is not believed, --at says when that one really ended, and the new one begins now.",
    zh: "如果原来的计时不可信，--at 说的是它实际何时结束，新的从现在开始。",
  },
  run: (context, input) => {
    const wanted = whatToStart(context, input);
    const running = findClock(context);
    if (running === null) return startWanted(context, input, wanted);
    return goOver(context, input, running, wanted, "switch");
  },
};

export const resume: Action = {
  name: "resume",
  group: "day",
  writes: true,
  summary: { en: "Go on with what was done last", zh: "接着做上一件事" },
  params: [
    { name: "at", kind: "text", help: { en: "when it went on; else now", zh: "何时接着做的，默认现在" } },
    confirmParam,
    dropParam,
  ],
  examples: [
    {
      args: { en: "resume", zh: "resume" },
      says: { en: "what was stopped last, or what was interrupted", zh: "上次停下的，或者被打断的那件事" },
    },
  ],
  run: (context, input) => {
    const running = findClock(context);
    const texts = sayDay(context.tongue);
    if (running !== null && running.record.kind === "work")
      throw alreadyRuns(context, running, texts.workRuns());
    const wanted = whatToResume(context, running);
    if (wanted === null) throw new AppError("missing", texts.nothingToResume(), { hint: texts.startWith() });
    if (running === null) return startWanted(context, input, wanted);
    return goOver(context, input, running, wanted, "resume");
  },
};

export const clock: Action = {
  name: "clock",
  group: "day",
  writes: false,
  summary: { en: "Show what is running", zh: "看看正在给什么计时" },
  params: [],
  examples: [
    {
      args: { en: "clock", zh: "clock" },
      says: { en: "what is running, and since when", zh: "在计什么，从何时起" },
    },
  ],
  run: (context) => {
    const data = clockJsonOf(context);
    const texts = sayDay(context.tongue);
    if (data === null) return { data, summary: texts.clockIdle() };
    const since = timeText(context, findClock(context)!.record.from);
    const runs = texts.clockRuns(data.text, since, data.min);
    return {
      data,
      summary: data.doubt === null ? runs : joinSentences(context.tongue, [runs, texts.doubted(data.doubt)]),
    };
  },
};

/** What was worked on last today; on a day that has no work yet what the plan says for now, else the last work of all. */
function whatToResume(context: Context, running: RunningClock | null): Wanted | null {
  const last = lastWork(context, running?.record.from ?? Number.POSITIVE_INFINITY);
  const planned = last?.day.date === context.today ? null : plannedNow(context);
  if (planned !== null || last === null) return planned;
  return aboutText(context, subjectOf(dayWords(context), last.record.text).reference ?? last.record.text);
}

function whatToStart(context: Context, input: Input): Wanted {
  const wanted = wantedOf(context, input) ?? plannedNow(context);
  if (wanted !== null) return wanted;
  const texts = sayDay(context.tongue);
  const next = plannedNext(context);
  const hint = texts.startForms();
  throw new AppError("usage", texts.startWhat(), {
    hint: next === null ? hint : `${texts.plannedNext(next.text, timeText(context, next.from))}\n${hint}`,
  });
}

function alreadyRuns(context: Context, running: RunningClock, hint: string): AppError {
  const { day, record } = running;
  const since = timeText(context, record.from);
  return new AppError("conflict", sayDay(context.tongue).alreadyRunning(record.text, since), {
    hint,
    at: { file: day.file, line: record.line },
    data: { clock: toClockJson(context, running) },
  });
}

function startWanted(context: Context, input: Input, wanted: Wanted): Outcome {
  const from = startOf(context, input);
  const edits = new DayEdits(context);
  begin(context, edits, { text: wanted.text, from, stopped: null });
  return started(context, input, wanted, edits.toFileEdits(), from, null);
}

/** Ends one thing and begins another in one change. */
function goOver(
  context: Context,
  input: Input,
  running: RunningClock,
  wanted: Wanted,
  command: string,
): Outcome {
  const end = settleClock(context, input, running, command);
  // What was doubted ended some time ago; the other thing begins now.
  const from = running.doubt === null && end !== null ? end : nowMin(context);
  const edits = new DayEdits(context);
  const ended = endClock(context, edits, running, end, undefined);
  begin(context, edits, { text: wanted.text, from, stopped: running });
  return started(context, input, wanted, edits.toFileEdits(), from, ended);
}

function started(
  context: Context,
  input: Input,
  wanted: Wanted,
  edits: FileEdit[],
  from: EpochMin,
  ended: Ended | null,
): Outcome {
  const marking = markDoing(context, wanted.found);
  const isMarked = marking !== null && input.flag("doing") === true;
  const texts = sayDay(context.tongue);
  const since = timeText(context, from);
  const says = isMarked ? texts.startedDoing(wanted.text, since) : texts.started(wanted.text, since);
  const data: StartData = {
    clock: clockAfter(context, dayOfRecord(context, from), edits, from),
    pagePatch: marking?.shown ?? null,
  };
  return {
    data: ended === null ? data : ({ ...data, stopped: ended.stopped } satisfies SwitchData),
    summary: ended === null ? says : joinSentences(context.tongue, [ended.says, says]),
    edits: [...edits, ...(isMarked ? (marking.outcome.edits ?? []) : [])],
    ...(isMarked && { checks: marking.outcome.checks ?? [] }),
  };
}

/** The clock as its note will read. */
function clockAfter(
  context: Context,
  day: DayReading,
  edits: readonly FileEdit[],
  from: EpochMin,
): StartedClock {
  const edit = edits.find(({ file }) => file === day.file)!;
  const text = applyPatches(day.note.text, normalizePatches(edit.patches, day.note.text));
  const { zone, dayEndMin } = day.note.frame;
  const note = readDay(text, { date: day.date, zone, dayEndMin, tongue: context.tongue });
  const after = { ...day, note };
  const record = note.records.find((one) => one.to === null && one.from === from)!;
  const { hash: _, ...rest } = toClockJson(context, judgeClock(context, after, record));
  return rest;
}

const LOOK_BACK_DAYS = 31;

/** The last work that was recorded before a moment. */
function lastWork(context: Context, before: EpochMin): PlacedRecord | null {
  const days = notedDays(
    context,
    addDays(context.today, -LOOK_BACK_DAYS),
    addDays(context.today, 1),
  ).reverse();
  for (const date of days) {
    const day = readOrEmpty(context, date);
    const record = day.note.records
      .filter((one) => one.kind === "work" && one.to !== null && one.from < before)
      .sort((a, b) => b.to! - a.to!)[0];
    if (record !== undefined) return { day, record };
  }
  return null;
}
