// What actions on days, records and the clock say, in both languages.

import { formatDuration, type Tongue } from "../base/index.ts";
import type { ClockDoubt } from "./day-json.ts";

const DOUBTS_EN: Readonly<Record<ClockDoubt, string>> = {
  "past-block": "the block that it was planned for is over",
  "past-day": "that day is over",
  slept: "this machine has slept or was switched off since",
  long: "that is a long time",
};

const DOUBTS_ZH: Readonly<Record<ClockDoubt, string>> = {
  "past-block": "计划的时段已经结束",
  "past-day": "那一天已经过去",
  slept: "这台机器中间睡眠或关过机",
  long: "时间太长",
};

const en = {
  // times
  notATime: (text: string) => `“${text}” is not a time.`,
  timeForms: () => "Write 14:00, 2pm, now, -15m, 14:00+02:00 or 2026-11-24 00:30.",
  endBeforeStart: (text: string) => `It cannot end at ${text}: that is not after its start.`,
  datedForms: () => "Where it goes past midnight, write the day as well: 2026-11-24 00:30.",
  notALength: (text: string) => `“${text}” is not a length of time.`,
  lengthForms: () => "Write 45m, 1h30m or 90 min.",
  spanForms: () => "Write 09:30-10:45, 09:30 10:45, 09:30 1h15m, or 45m for what ended now.",
  endMissing: () => "Say when it ended as well, or how long it took.",
  otherDay: () => "For another day: --date yesterday, or --date DAY.",
  inFuture: (time: string) => `${time} is still to come: only time that has passed is recorded.`,
  // days
  daySummary: (date: string) => `${date}.`,
  daysSummary: (count: number, noted: number) => `${noted} of ${count} days have a note.`,
  daysBackwards: (from: string, to: string) => `${from} comes after ${to}.`,
  tooManyDays: (most: number) => `At most ${most} days can be shown at once.`,
  dayChanged: (file: string) => `${file} has changed since it was read.`,
  lookAgain: (date: string) => `Look at the day again: nunc day ${date}`,
  noLineAt: (place: string, what: "record" | "block") => `There is no ${what} at ${place}.`,
  noSuchLine: (name: string, what: "record" | "block") => `No ${what} of that day is “${name}”.`,
  severalLines: (name: string, what: "record" | "block") => `Several ${what}s of that day are “${name}”.`,
  whichLine: (what: "record" | "block") => `Say which ${what}, by its start or its text.`,
  linesAre: () => "Say its start. There are:",
  noLines: (date: string) => `${date} has none.`,
  // clock
  clockIdle: () => "Nothing is running.",
  clockRuns: (text: string, since: string, min: number) =>
    `“${text}” is running since ${since} (${formatDuration(min)}).`,
  doubted: (doubt: ClockDoubt) => `That may not be true: ${DOUBTS_EN[doubt]}.`,
  alreadyRunning: (text: string, since: string) => `“${text}” is running since ${since} already.`,
  switchInstead: () => "Go over to the other with `nunc switch`, or stop it first: nunc stop",
  workRuns: () => "Nothing was interrupted: it is still running.",
  nothingRuns: () => "Nothing is running, so there is nothing to stop.",
  startWith: () => "Start with `nunc start ITEM`.",
  startWhat: () => "Say what to start: nothing is planned for now.",
  plannedNext: (text: string, at: string) => `Planned next, at ${at}: ${text}`,
  startForms: () => "nunc start ITEM, or nunc start --text TEXT for what is no item.",
  orText: () => "For what is no item: --text.",
  itemOrText: () => "Say an item or --text, not both.",
  nothingToResume: () => "Nothing was recorded that could be gone on with.",
  whatHappened: (text: string, since: string, doubt: ClockDoubt) =>
    `“${text}” is running since ${since}, and ${DOUBTS_EN[doubt]}. When did it really end?`,
  endChoices: (command: string, likely: string | null) =>
    [
      "Say which:",
      ...(likely === null ? [] : [`  nunc ${command} --at "${likely}"  it ended then`]),
      `  nunc ${command} --at TIME  it ended at another time`,
      `  nunc ${command} --confirm  it really ran until now`,
      `  nunc ${command} --drop  do not count it at all`,
    ].join("\n"),
  oneEnd: () => "Say one of --at, --confirm and --drop.",
  stopBeforeStart: (time: string, since: string) => `It cannot have ended at ${time}: it began at ${since}.`,
  started: (text: string, since: string) => `The clock runs: “${text}” since ${since}.`,
  startedDoing: (text: string, since: string) =>
    `The clock runs: “${text}” since ${since}. The page says that it is being done.`,
  stopped: (text: string, min: number) => `“${text}”: ${formatDuration(min)} recorded.`,
  stoppedAtOnce: (text: string, note: string | null) =>
    `“${text}” was stopped within its first minute; ${note === null ? "nothing was recorded" : `nothing was recorded, “${note}” neither`}.`,
  droppedClock: (text: string) => `The running record of “${text}” was dropped.`,
  // records
  recordAdded: (text: string, from: string, to: string, min: number) =>
    `Recorded “${text}”, ${from} to ${to} (${formatDuration(min)}).`,
  recordEdited: (text: string, from: string, to: string) => `The record is “${text}”, ${from} to ${to} now.`,
  recordDropped: (text: string) => `Dropped the record “${text}”.`,
  overlap: (text: string, from: string, to: string) =>
    `There is a record at that time already: “${text}”, ${from} to ${to}.`,
  trimHint: () => "Choose other times, or cut the other one with --trim.",
  stopHint: (time: string) => `Say when it ended: --at ${time}`,
  otherTime: () => "Choose another time, or put the record right first: nunc record edit",
  startHint: (time: string) => `Begin after it: --at ${time}`,
  nothingToEdit: () => "Say what is to change: --from, --to or --text.",
  untilNow: "now",
  recordNeedsText: () => "Say what the time was spent on.",
  // notices
  blockEnds: (text: string) => `“${text}” ends now`,
  blockNext: (text: string, at: string) => `Next: “${text}” at ${at}.`,
  blockNone: () => "Nothing else is planned after it.",
  blockStill: () => "The clock is running: stop it, or go on.",
  bufferNext: () => "The buffer comes next.",
  clockForgotten: () => "Is the clock forgotten?",
  checkDue: () => "The check of today is due",
  checkTakes: () => "It takes half a minute: nunc check",
};

type Messages = typeof en;

const zh: Messages = {
  notATime: (text) => `“${text}”不是时间。`,
  timeForms: () => "可以写 14:00、下午2点、现在、-15m、14:00+02:00 或 2026-11-24 00:30。",
  endBeforeStart: (text) => `不能在 ${text} 结束：不在开始之后。`,
  datedForms: () => "过了午夜的，请连日期一起写：2026-11-24 00:30。",
  notALength: (text) => `“${text}”不是时长。`,
  lengthForms: () => "可以写 45m、1h30m 或 90 分钟。",
  spanForms: () => "可以写 09:30-10:45、09:30 10:45、09:30 1h15m，刚刚结束的写 45m。",
  endMissing: () => "还要说明什么时候结束，或用了多久。",
  otherDay: () => "别的日子用 --date 昨天，或 --date 日期。",
  inFuture: (time) => `${time} 还没有到：只能记录已经过去的时间。`,
  daySummary: (date) => `${date}。`,
  daysSummary: (count, noted) => `${count} 天里有 ${noted} 天写了日志。`,
  daysBackwards: (from, to) => `${from} 在 ${to} 之后。`,
  tooManyDays: (most) => `一次最多显示 ${most} 天。`,
  dayChanged: (file) => `${file} 在读取之后变了。`,
  lookAgain: (date) => `请重新看一下这一天：nunc day ${date}`,
  noLineAt: (place, what) => `${place} 处没有${what === "record" ? "记录" : "时段"}。`,
  noSuchLine: (name, what) => `那一天没有“${name}”这个${what === "record" ? "记录" : "时段"}。`,
  severalLines: (name, what) => `那一天有几个${what === "record" ? "记录" : "时段"}都是“${name}”。`,
  whichLine: (what) => `请用开始时间或内容指明是哪个${what === "record" ? "记录" : "时段"}。`,
  linesAre: () => "请写开始时间，有这些：",
  noLines: (date) => `${date} 一个也没有。`,
  clockIdle: () => "没有在计时。",
  clockRuns: (text, since, min) => `“${text}”从 ${since} 开始计时（${formatDuration(min, "zh")}）。`,
  doubted: (doubt) => `这可能不准：${DOUBTS_ZH[doubt]}。`,
  alreadyRunning: (text, since) => `“${text}”从 ${since} 起已经在计时。`,
  switchInstead: () => "换成另一个用 `nunc switch`，或先停下：nunc stop",
  workRuns: () => "没有被打断：它还在计时。",
  nothingRuns: () => "没有在计时，不用停。",
  startWith: () => "用 `nunc start 条目` 开始。",
  startWhat: () => "请说明开始做什么：现在没有计划。",
  plannedNext: (text, at) => `接下来计划的是 ${at} 的“${text}”`,
  startForms: () => "nunc start 条目；不是条目的用 nunc start --text 内容。",
  orText: () => "不是条目的，用 --text。",
  itemOrText: () => "条目和 --text 只写一个。",
  nothingToResume: () => "没有可以接着做的记录。",
  whatHappened: (text, since, doubt) =>
    `“${text}”从 ${since} 起在计时，但${DOUBTS_ZH[doubt]}。它实际什么时候结束？`,
  endChoices: (command, likely) =>
    [
      "请选一个：",
      ...(likely === null ? [] : [`  nunc ${command} --at "${likely}"  那时结束`]),
      `  nunc ${command} --at 时间  在别的时间结束`,
      `  nunc ${command} --confirm  确实一直到现在`,
      `  nunc ${command} --drop  完全不算`,
    ].join("\n"),
  oneEnd: () => "--at、--confirm、--drop 只写一个。",
  stopBeforeStart: (time, since) => `不能在 ${time} 结束：它 ${since} 才开始。`,
  started: (text, since) => `开始计时：“${text}”，从 ${since} 起。`,
  startedDoing: (text, since) => `开始计时：“${text}”，从 ${since} 起，页面上已标为正在做。`,
  stopped: (text, min) => `“${text}”：记录了 ${formatDuration(min, "zh")}。`,
  stoppedAtOnce: (text, note) =>
    `“${text}”不到一分钟就停了，没有记录${note === null ? "" : `，“${note}”也没有`}。`,
  droppedClock: (text) => `已丢掉“${text}”正在进行的记录。`,
  recordAdded: (text, from, to, min) => `已记录“${text}”，${from} 到 ${to}（${formatDuration(min, "zh")}）。`,
  recordEdited: (text, from, to) => `记录改为“${text}”，${from} 到 ${to}。`,
  recordDropped: (text) => `已删除记录“${text}”。`,
  overlap: (text, from, to) => `这段时间已经有记录：“${text}”，${from} 到 ${to}。`,
  trimHint: () => "请换个时间，或用 --trim 截短另一条。",
  stopHint: (time) => `请说明什么时候结束：--at ${time}`,
  otherTime: () => "请换个时间，或先改好那条记录：nunc record edit",
  startHint: (time) => `请在它之后开始：--at ${time}`,
  nothingToEdit: () => "请说明要改什么：--from、--to 或 --text。",
  untilNow: "现在",
  recordNeedsText: () => "请说明时间用在了什么上。",
  blockEnds: (text) => `“${text}”到点了`,
  blockNext: (text, at) => `接下来：${at} “${text}”。`,
  blockNone: () => "后面没有别的计划。",
  blockStill: () => "还在计时：停下，或者继续。",
  bufferNext: () => "接下来是缓冲。",
  clockForgotten: () => "是不是忘了停表？",
  checkDue: () => "今天该自检了",
  checkTakes: () => "半分钟就好：nunc check",
};

export function sayDay(tongue: Tongue): Messages {
  return tongue === "zh" ? zh : en;
}
