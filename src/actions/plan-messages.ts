// What plan, block-… and interrupt say, in both languages. Times and lengths come in as texts.

import { formatDuration, type Tongue } from "../base/index.ts";

/** A block that moved, for a sentence. */
interface MovedText {
  text: string;
  /** When it begins now, each of its pieces: `15:00`. */
  at: readonly string[];
}

interface LeftText {
  text: string;
  min: number;
}

const SHOWN = 4;

const some = <T>(all: readonly T[], each: (one: T) => string, and: string): string =>
  all.length <= SHOWN
    ? all.map(each).join(and)
    : `${all.slice(0, SHOWN).map(each).join(and)}${and}… (${all.length})`;

const listed = (all: readonly string[], comma: string, and: string): string =>
  all.length < 2 ? all.join("") : `${all.slice(0, -1).join(comma)}${and}${all.at(-1)}`;

const en = {
  // plan
  planProposed: (date: string, blocks: number, workMin: number, bufferMin: number) =>
    `${date}: ${blocks} ${blocks === 1 ? "block" : "blocks"}, ${formatDuration(workMin)} of work, ${formatDuration(bufferMin)} kept free.`,
  planHowTo: (command: string) => `Nothing is written yet; \`${command}\` accepts it.`,
  planAccepted: (date: string, blocks: number, workMin: number, bufferMin: number) =>
    `The plan of ${date} stands: ${blocks} ${blocks === 1 ? "block" : "blocks"}, ${formatDuration(workMin)} of work, ${formatDuration(bufferMin)} kept free.`,
  planStands: (date: string) => `The plan of ${date} stands as it is.`,
  planEmpty: (date: string) => `${date}: nothing on the list wants time.`,
  planEmptyHint: () => "Add what you want to do with `nunc add`, or a commitment to goals.md.",
  dayOff: (date: string) => `${date} is a day off: nothing is planned.`,
  dayOffHint: (command: string) => `\`${command}\` plans it all the same.`,
  dayOver: (date: string) => `${date} is over; a day that is over is not planned.`,
  dayOverHint: () => "`nunc record add` notes down what was done.",
  noTimeLeft: (date: string) => `${date}: no working time is left.`,
  bufferShort: (min: number) =>
    `The buffer cannot be kept: what is fixed leaves ${formatDuration(min)} too little, so nothing else is planned.`,
  notAllFits: (left: readonly LeftText[]) =>
    `No place for ${some(left, ({ text, min }) => `“${text}” (${formatDuration(min)})`, ", ")}.`,
  /** Items whose limit is spent: they are not planned. */
  limitSpent: (paths: readonly string[]) =>
    `No time is left of the estimate of ${some(paths, (path) => `“${path}”`, ", ")}: done, or \`nunc estimate\` more?`,
  planIsAnother: (date: string) => `The plan of ${date} would be another one by now.`,
  planAgain: () => "Look at it again, then accept it.",
  movedFrom: (time: string) => `was at ${time}`,
  because: (line: string, cause: string) => `${line}: ${cause}`,
  spentOn: (text: string) => `spent on: ${text}`,
  cause: (text: string) => `interruption “${text}”`,
  causePlan: () => "planned anew",
  causeBlock: (text: string) => `for “${text}”`,
  // printing
  buffer: () => "Buffer",
  interruption: (text: string) => (text === "" ? "Interruption" : `Interruption: ${text}`),
  // blocks
  blockAdded: (text: string, from: string, to: string, day: string | null) =>
    `Planned “${text}”${day === null ? "" : ` on ${day}`} from ${from} to ${to}.`,
  blockMoved: (text: string, from: string, to: string, day: string | null) =>
    `“${text}” stands${day === null ? "" : ` on ${day}`} from ${from} to ${to} now.`,
  blockEdited: (text: string, from: string, to: string) => `“${text}” is planned from ${from} to ${to}.`,
  blockPinned: (text: string, on: boolean) =>
    on ? `Pinned “${text}”: no plan moves it.` : `Took the pin off “${text}”.`,
  blockDropped: (text: string) => `“${text}” falls out of the plan.`,
  blockRemoved: (text: string) => `Took “${text}” out of the plan.`,
  pushed: (moved: readonly MovedText[]) =>
    `Moved ${some(moved, ({ text, at }) => `“${text}” to ${listed(at, ", ", " and ")}`, ", ")}.`,
  fellOut: (dropped: readonly LeftText[]) =>
    `Falls out: ${some(dropped, ({ text, min }) => `“${text}” (${formatDuration(min)})`, ", ")}.`,
  noBlocks: (date: string) => `The day ${date} has no plan.`,
  noBlocksHint: () => "`nunc plan` proposes one.",
  kinds: { buffer: "Buffer", interruption: "Interruption" } as Readonly<
    Record<"buffer" | "interruption", string>
  >,
  whereTo: () => "Say where to: a time (--to 15:00), or another day (--day tomorrow).",
  nothingToEdit: () => "Say what is to change: --text, --from, --to or --pin.",
  isOver: (time: string) => `${time} is over; blocks are planned ahead.`,
  wasMoved: (text: string) => `“${text}” was moved away from there already.`,
  wasDone: (text: string) => `“${text}” is done.`,
  endBeforeStart: (from: string, to: string) => `A block cannot end at ${to} before it begins at ${from}.`,
  outsideDay: (from: string, to: string, date: string) => `${from} to ${to} is not within ${date}.`,
  twoEnds: () => "Say either until when (--to) or for how long (--for).",
  emptyBlock: () => "Say what the block is for.",
  overlaps: (text: string, from: string, to: string) => `“${text}” stands there, from ${from} to ${to}.`,
  overlapHint: () => "Choose another time, or use --force to have both at once.",
  bufferWouldShrink: (leftMin: number) =>
    leftMin === 0
      ? "That would use up the buffer, which is only for what comes up."
      : `The buffer would shrink to ${formatDuration(leftMin)}, and it is only for what comes up.`,
  bufferHint: () => "Shorten or drop something first, or use --force.",
  bufferIs: (leftMin: number) => `The buffer is ${formatDuration(leftMin)} now.`,
  bufferNotDropped: () => "The buffer does not fall out: only interruptions spend it.",
  bufferRemoveHint: () => "`--remove` takes its line away.",
  // interrupt
  interruptedNow: (text: string, forMin: number | null) =>
    `Interrupted${text === "" ? "" : `: ${text}`}${forMin === null ? "" : ` (${formatDuration(forMin)} expected)`}.`,
  interruptedPast: (text: string, from: string, to: string) =>
    `Recorded the interruption${text === "" ? "" : ` “${text}”`} from ${from} to ${to}.`,
  bufferSpent: (min: number, leftMin: number) =>
    `${formatDuration(min)} of the buffer spent, ${leftMin === 0 ? "none" : formatDuration(leftMin)} left.`,
  fellOutToday: (dropped: readonly LeftText[]) =>
    `Fell out of today: ${some(dropped, ({ text, min }) => `“${text}” (${formatDuration(min)})`, ", ")}.`,
  bufferBack: (min: number) => `${formatDuration(min)} of the buffer given back.`,
  unnamed: () => "something came up",
  sayHowLong: () => "Say how long it took: --for 45m, or --from and --to.",
  inFuture: (time: string) => `${time} has not come yet; an interruption that is expected is a block.`,
};

const zh: typeof en = {
  planProposed: (date, blocks, workMin, bufferMin) =>
    `${date}：${blocks} 个时段，工作 ${formatDuration(workMin, "zh")}，留空 ${formatDuration(bufferMin, "zh")}。`,
  planHowTo: (command) => `还没有写入；用 \`${command}\` 采用。`,
  planAccepted: (date, blocks, workMin, bufferMin) =>
    `${date} 的计划已定：${blocks} 个时段，工作 ${formatDuration(workMin, "zh")}，留空 ${formatDuration(bufferMin, "zh")}。`,
  planStands: (date) => `${date} 的计划不用改。`,
  planEmpty: (date) => `${date}：清单里没有要安排的事。`,
  planEmptyHint: () => "用 `nunc add` 加上想做的事，或在 goals.md 里写承诺。",
  dayOff: (date) => `${date} 休息，不作安排。`,
  dayOffHint: (command) => `要安排就用 \`${command}\`。`,
  dayOver: (date) => `${date} 已经过去，不再计划。`,
  dayOverHint: () => "做过的事用 `nunc record add` 补记。",
  noTimeLeft: (date) => `${date}：没有工作时间了。`,
  bufferShort: (min) => `留不出缓冲：固定的事让时间少了 ${formatDuration(min, "zh")}，其他都没有安排。`,
  notAllFits: (left) =>
    `排不下：${some(left, ({ text, min }) => `“${text}”（${formatDuration(min, "zh")}）`, "、")}。`,
  limitSpent: (paths) =>
    `${some(paths, (path) => `“${path}”`, "、")}的估计时间已经用完：做完了，还是用 \`nunc estimate\` 加一些？`,
  planIsAnother: (date) => `${date} 的计划现在会不一样了。`,
  planAgain: () => "再看一遍，然后采用。",
  movedFrom: (time) => `原定 ${time}`,
  because: (line, cause) => `${line}，${cause}`,
  spentOn: (text) => `用于：${text}`,
  cause: (text) => `因打断“${text}”`,
  causePlan: () => "重新计划",
  causeBlock: (text) => `让给“${text}”`,
  buffer: () => "缓冲",
  interruption: (text) => (text === "" ? "打断" : `打断：${text}`),
  blockAdded: (text, from, to, day) => `已安排“${text}”：${day === null ? "" : `${day} `}${from} 到 ${to}。`,
  blockMoved: (text, from, to, day) => `“${text}”改到 ${day === null ? "" : `${day} `}${from}–${to}。`,
  blockEdited: (text, from, to) => `“${text}”安排在 ${from} 到 ${to}。`,
  blockPinned: (text, on) => (on ? `已固定“${text}”，重新计划也不会动它。` : `“${text}”不再固定。`),
  blockDropped: (text) => `“${text}”从计划里去掉了。`,
  blockRemoved: (text) => `已把“${text}”从计划里删去。`,
  pushed: (moved) =>
    `改时间：${some(moved, ({ text, at }) => `“${text}”到 ${listed(at, "、", " 和 ")}`, "、")}。`,
  fellOut: (dropped) =>
    `排不下：${some(dropped, ({ text, min }) => `“${text}”（${formatDuration(min, "zh")}）`, "、")}。`,
  noBlocks: (date) => `${date} 没有计划。`,
  noBlocksHint: () => "`nunc plan` 会提出一个。",
  kinds: { buffer: "缓冲", interruption: "打断" },
  whereTo: () => "请说明挪到哪儿：时间（--to 15:00）或别的一天（--day 明天）。",
  nothingToEdit: () => "请说明要改什么：--text、--from、--to 或 --pin。",
  isOver: (time) => `${time} 已经过去；时段只能往后安排。`,
  wasMoved: (text) => `“${text}”已经从那里移走了。`,
  wasDone: (text) => `“${text}”已经完成。`,
  endBeforeStart: (from, to) => `结束 ${to} 不能早于开始 ${from}。`,
  outsideDay: (from, to, date) => `${from} 到 ${to} 不在 ${date} 这一天里。`,
  twoEnds: () => "到几点（--to）和多久（--for）只写一个。",
  emptyBlock: () => "请写这个时段做什么。",
  overlaps: (text, from, to) => `那里有“${text}”，${from} 到 ${to}。`,
  overlapHint: () => "换个时间，或用 --force 让两件事同时。",
  bufferWouldShrink: (leftMin) =>
    leftMin === 0
      ? "这样会用光缓冲，而缓冲只留给突发事情。"
      : `这样缓冲只剩 ${formatDuration(leftMin, "zh")}，而缓冲只留给突发事情。`,
  bufferHint: () => "先缩短或去掉别的，或用 --force。",
  bufferIs: (leftMin) => `缓冲现在是 ${formatDuration(leftMin, "zh")}。`,
  bufferNotDropped: () => "缓冲不能去掉：只有打断才会用它。",
  bufferRemoveHint: () => "`--remove` 会删去这一行。",
  interruptedNow: (text, forMin) =>
    `打断${text === "" ? "" : `：${text}`}${forMin === null ? "" : `（预计 ${formatDuration(forMin, "zh")}）`}。`,
  interruptedPast: (text, from, to) => `已记下打断${text === "" ? "" : `“${text}”`}：${from} 到 ${to}。`,
  bufferSpent: (min, leftMin) =>
    `用掉缓冲 ${formatDuration(min, "zh")}，${leftMin === 0 ? "没有剩余" : `还剩 ${formatDuration(leftMin, "zh")}`}。`,
  fellOutToday: (dropped) =>
    `今天排不下了：${some(dropped, ({ text, min }) => `“${text}”（${formatDuration(min, "zh")}）`, "、")}。`,
  bufferBack: (min) => `退回缓冲 ${formatDuration(min, "zh")}。`,
  unnamed: () => "有事",
  sayHowLong: () => "请说明多久：--for 45m，或 --from 与 --to。",
  inFuture: (time) => `${time} 还没有到；预计要来的事请安排成时段。`,
};

export function sayPlan(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}

/** When a block was first to begin, where its reason says that it was moved: `was at 14:00`, `原定 14:00`. */
export const MOVED_LINE = /^(?:was at|原定)[ \t]*((?:\d{4}-\d{2}-\d{2}[ \t]+)?\d{1,2}:\d{2})/;
