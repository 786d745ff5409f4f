// block-add, block-move, block-edit, block-drop: the plan by hand. A block that is put over others pushes what may move;
// where a promised time is left, it stays as `[>]`; what is dropped stays as `[-]`.

import { AppError, type LocalDate } from "../base/index.ts";
import { type DayBlock, isoAt, type Span } from "../domain/index.ts";
import type { Action, Context, Input, Outcome } from "./action.ts";
import {
  blockText,
  capSpan,
  checkSpan,
  forceParam,
  forParam,
  isBufferText,
  makeRoom,
  readSpan,
} from "./block-place.ts";
import { dateParam, findDayLine, lineParams, whichParam } from "./day-line.ts";
import { readDayOf } from "./day-read.ts";
import { joinSentences } from "./messages.ts";
import { type Movable, PlanLines, spanOf, wallTime } from "./plan-lines.ts";
import { sayPlan } from "./plan-messages.ts";
import { blockName, readSheet, type Sheet } from "./plan-sheet.ts";
import { DayEdits } from "./record-write.ts";

/** What the actions on blocks answer: the block as it stands now. */
export interface BlockData {
  date: LocalDate;
  file: string;
  from: string;
  to: string;
  text: string;
}

const whichBlock = whichParam("block");

export const blockAdd: Action = {
  name: "block-add",
  group: "day",
  writes: true,
  summary: { en: "Put a block into a day's plan", zh: "往一天的计划里加一个时段" },
  params: [
    {
      name: "from",
      kind: "text",
      required: true,
      positional: true,
      help: { en: "when it begins: 14:00, 2pm", zh: "何时开始：14:00、下午2点" },
    },
    {
      name: "text",
      kind: "text",
      required: true,
      positional: true,
      rest: true,
      help: { en: "an item, a commitment, or anything else", zh: "条目、承诺，或别的事" },
    },
    {
      name: "to",
      kind: "text",
      help: { en: "when it ends; else after an hour", zh: "何时结束，默认一小时后" },
    },
    forParam,
    { name: "pin", kind: "flag", help: { en: "no plan moves it", zh: "固定，重新计划也不动" } },
    dateParam,
    forceParam,
  ],
  examples: [
    {
      args: { en: "block add 14:00 Kubernetes --for 90m", zh: "block add 14:00 Kubernetes --for 90m" },
      says: { en: "what stands there moves, if it can", zh: "那里原有的会挪开（能挪的话）" },
    },
    {
      args: {
        en: "block add 9:00 Dentist --to 10:00 -d tomorrow",
        zh: "block add 9:00 看牙 --to 10:00 -d 明天",
      },
      says: { en: "what is no item stays where it is put", zh: "不是条目的事放在哪儿就在哪儿" },
    },
  ],
  run: (context, input) => {
    const sheet = futureSheet(context, input.date("date") ?? context.today);
    const said = readSpan(context, sheet.day, timesOf(input), null);
    const span = said.isOpen ? capSpan(sheet, said.span) : said.span;
    const text = blockText(context, sheet.words, input);
    const isBuffer = isBufferText(text);
    checkSpan(sheet, span);
    const lines = new PlanLines(sheet);
    const placing = { span, text, line: null, force: input.flag("force") ?? false, isBuffer };
    const pushed = makeRoom(sheet, lines, placing);
    if (isBuffer) lines.add({ ...span, block: "buffer", text: "" });
    else lines.add({ ...span, block: "work", text, ...(input.flag("pin") ? { pinned: true } : {}) });
    const says = sayPlan(context.tongue).blockAdded(text, ...timesText(sheet, span), dayText(sheet));
    return outcomeOf(sheet, lines, { ...span, text }, [says, ...pushed]);
  },
};

export const blockMove: Action = {
  name: "block-move",
  group: "day",
  writes: true,
  summary: { en: "Move a block to another time or day", zh: "把一个时段挪到别的时间或别的一天" },
  params: [
    whichBlock,
    {
      name: "to",
      kind: "text",
      help: {
        en: "when it begins then; behind --from, when it ends",
        zh: "改到何时开始；与 --from 同用时是何时结束",
      },
    },
    { name: "from", kind: "text", help: { en: "when it begins then", zh: "改到何时开始" } },
    { name: "day", kind: "date", ahead: true, help: { en: "another day", zh: "改到哪一天" } },
    dateParam,
    forceParam,
    ...lineParams,
  ],
  examples: [
    {
      args: { en: "block move 14:00 --to 15:00", zh: "block move 14:00 --to 15:00" },
      says: { en: "it keeps its length", zh: "长度不变" },
    },
    {
      args: { en: "block move Redis --day tomorrow", zh: "block move Redis --day 明天" },
      says: { en: "at the same time of that day", zh: "那一天的同一时间" },
    },
  ],
  more: {
    en: "Where today's plan was accepted, the old place stays in the note as `[>]`, so that what slipped can be seen later. A tomorrow has promised nothing yet: there the line just changes.",
    zh: "今天的计划采用之后，原来的位置会以 `[>]` 留在日志里，以后看得出推迟了什么。以后的日子还没有开始，那里的行直接改动。",
  },
  run: (context, input) => moveBlock(context, input),
};

export const blockEdit: Action = {
  name: "block-edit",
  group: "day",
  writes: true,
  summary: { en: "Change a block in place: time, text, pin", zh: "就地修改一个时段：时间、内容、固定" },
  params: [
    whichBlock,
    { name: "text", kind: "text", short: "t", help: { en: "what it is for", zh: "做什么" } },
    { name: "from", kind: "text", help: { en: "when it begins", zh: "何时开始" } },
    { name: "to", kind: "text", help: { en: "when it ends", zh: "何时结束" } },
    forParam,
    { name: "pin", kind: "flag", help: { en: "no plan moves it", zh: "固定，重新计划也不动" } },
    { name: "unpin", kind: "flag", help: { en: "plans may move it again", zh: "取消固定" } },
    dateParam,
    forceParam,
    ...lineParams,
  ],
  examples: [
    {
      args: { en: "block edit 14:00 --to 16:00", zh: "block edit 14:00 --to 16:00" },
      says: { en: "longer; what comes behind it gives way", zh: "延长，后面的让开" },
    },
    {
      args: { en: "block edit 14:00 --text Redis --pin", zh: "block edit 14:00 --text Redis --pin" },
      says: { en: "something else at that time, and it stays", zh: "那个时间换一件事，并且固定" },
    },
  ],
  run: (context, input) => editBlock(context, input),
};

export const blockDrop: Action = {
  name: "block-drop",
  group: "day",
  writes: true,
  summary: { en: "Let a block fall out of the plan", zh: "从计划里去掉一个时段" },
  params: [
    whichBlock,
    {
      name: "remove",
      kind: "flag",
      help: { en: "its line goes away, without a trace", zh: "连这一行一起删去，不留痕迹" },
    },
    dateParam,
    ...lineParams,
  ],
  examples: [
    {
      args: { en: "block drop 16:00", zh: "block drop 16:00" },
      says: { en: "it stays in the note as `[-]`", zh: "它以 `[-]` 留在日志里" },
    },
  ],
  run: (context, input) => {
    const { sheet, block } = foundBlock(context, input);
    const texts = sayPlan(context.tongue);
    const lines = new PlanLines(sheet);
    const name = blockName(sheet, block);
    if (input.flag("remove")) {
      lines.remove(block.line);
      return outcomeOf(sheet, lines, block, [texts.blockRemoved(name)]);
    }
    if (block.state === "moved") throw new AppError("usage", texts.wasMoved(name));
    // `[-]` on a buffer means that an interruption spent it.
    if (block.kind === "buffer")
      throw new AppError("usage", texts.bufferNotDropped(), { hint: texts.bufferRemoveHint() });
    lines.set(block.line, { state: "dropped" });
    return outcomeOf(sheet, lines, block, [texts.blockDropped(name)]);
  },
};

function moveBlock(context: Context, input: Input): Outcome {
  const { sheet, block } = foundBlock(context, input);
  const texts = sayPlan(context.tongue);
  const name = blockName(sheet, block);
  if (block.state === "moved") throw new AppError("usage", texts.wasMoved(name));
  if (block.state === "done") throw new AppError("usage", texts.wasDone(name));
  const [from, to] = [
    input.text("from") ?? input.text("to"),
    input.has("from") ? input.text("to") : undefined,
  ];
  const date = input.date("day") ?? sheet.date;
  if (from === undefined && date === sheet.date) throw new AppError("usage", texts.whereTo());
  const there = date === sheet.date ? sheet : futureSheet(context, date);
  const times = { from: from ?? wallTime(sheet, block.from), to, length: undefined };
  const { span } = readSpan(context, there.day, times, block.to - block.from);
  checkSpan(there, span);
  const force = input.flag("force") ?? false;
  const isBuffer = block.kind === "buffer";
  const edits = new DayEdits(context);
  const lines = new PlanLines(sheet);
  const old: Movable = { ...spanOf(block), task: block.text, text: block.text, block, isPart: false };
  const placing = { span, text: block.text, force, isBuffer };
  let pushed: string[];
  if (there === sheet) {
    pushed = makeRoom(sheet, lines, { ...placing, line: block.line });
    if (isBuffer || block.kind === "interruption") lines.set(block.line, span);
    else lines.move(old, span, null, sheet.isAnnounced || block.state === "dropped");
  } else {
    const other = new PlanLines(there);
    pushed = makeRoom(there, other, { ...placing, line: null });
    lines.moveAway(old, span, other, sheet.isAnnounced || block.to <= sheet.now);
    for (const edit of other.edits) edits.add(there.day, edit);
  }
  for (const edit of lines.edits) edits.add(sheet.day, edit);
  const says = texts.blockMoved(name, ...timesText(there, span), dayText(there));
  return {
    data: blockData(there, { ...span, text: block.text }),
    summary: joinSentences(context.tongue, [says, ...pushed]),
    edits: edits.toFileEdits(),
  };
}

function editBlock(context: Context, input: Input): Outcome {
  const { sheet, block } = foundBlock(context, input);
  const texts = sayPlan(context.tongue);
  const keys = ["text", "from", "to", "for", "pin", "unpin"];
  if (!keys.some((key) => input.has(key))) throw new AppError("usage", texts.nothingToEdit());
  const pinned = input.flag("unpin") ? false : input.flag("pin");
  const text = input.has("text") ? blockText(context, sheet.words, input) : block.text;
  const span = editedSpan(context, sheet, block, input);
  const lines = new PlanLines(sheet);
  const says: string[] = [];
  const isResized = span.from !== block.from || span.to !== block.to;
  if (isResized) {
    checkSpan(sheet, span);
    const force = input.flag("force") ?? false;
    const isBuffer = block.kind === "buffer";
    says.push(...makeRoom(sheet, lines, { span, text, line: block.line, force, isBuffer }));
  }
  const isOther = text !== block.text;
  lines.set(block.line, {
    ...(isResized ? span : {}),
    // The reason was that of what stood there.
    ...(isOther ? { text, reason: null } : {}),
    ...(pinned === undefined || pinned === block.pinned ? {} : { pinned }),
  });
  const name = isOther ? text : blockName(sheet, block);
  const isPinOnly = !isResized && !isOther && pinned !== undefined;
  const said = isPinOnly
    ? texts.blockPinned(name, pinned)
    : texts.blockEdited(name, ...timesText(sheet, span));
  return outcomeOf(sheet, lines, { ...span, text }, [said, ...says]);
}

function editedSpan(context: Context, sheet: Sheet, block: DayBlock, input: Input): Span {
  const from = input.text("from");
  const { to, length } = timesOf(input);
  if (from === undefined && to === undefined && length === undefined) return spanOf(block);
  if (from === undefined) {
    const { span } = readSpan(
      context,
      sheet.day,
      { from: isoAt(block.from, sheet.frame.zone), to, length },
      null,
    );
    return { from: block.from, to: span.to };
  }
  const { span } = readSpan(context, sheet.day, { from, to, length }, 1);
  // Only the start was said: the end stays.
  if (to !== undefined || length !== undefined) return span;
  if (span.from < block.to) return { from: span.from, to: block.to };
  const texts = sayPlan(context.tongue);
  throw new AppError("usage", texts.endBeforeStart(wallTime(sheet, span.from), wallTime(sheet, block.to)));
}

function timesOf(input: Input): { from: string; to: string | undefined; length: string | undefined } {
  return { from: input.text("from") ?? "", to: input.text("to"), length: input.text("for") };
}

/** The block that is meant, and its day. */
function foundBlock(context: Context, input: Input): { sheet: Sheet; block: DayBlock } {
  const date = input.date("date") ?? context.today;
  const day = readDayOf(context, date);
  const texts = sayPlan(context.tongue);
  if (day.note.blocks.length === 0)
    throw new AppError("missing", texts.noBlocks(date), { hint: texts.noBlocksHint() });
  // What stands comes before what was moved away under the same name.
  const typed = input.has("line") ? day.note.blocks : standingFirst(day.note.blocks);
  const named = typed.map((block) => ({
    line: block.line,
    from: block.from,
    text:
      block.kind === "work"
        ? block.text
        : `${texts.kinds[block.kind]}${block.text === "" ? "" : ` ${block.text}`}`,
  }));
  const found = findDayLine(context, day, named, "block", input);
  const block = day.note.blocks.find(({ line }) => line === found.line)!;
  return { sheet: readSheet(context, date), block };
}

function standingFirst(blocks: readonly DayBlock[]): readonly DayBlock[] {
  const standing = blocks.filter(({ state }) => state === "planned" || state === "done");
  return standing.length > 0 ? standing : blocks;
}

/** @throws AppError usage for a day that is over */
function futureSheet(context: Context, date: LocalDate): Sheet {
  const texts = sayPlan(context.tongue);
  if (date < context.today) throw new AppError("usage", texts.dayOver(date), { hint: texts.dayOverHint() });
  return readSheet(context, date);
}

function timesText(sheet: Sheet, span: Span): [string, string] {
  return [wallTime(sheet, span.from), wallTime(sheet, span.to)];
}

function dayText(sheet: Sheet): string | null {
  return sheet.isToday ? null : sheet.date;
}

function outcomeOf(
  sheet: Sheet,
  lines: PlanLines,
  block: Span & { text: string },
  says: readonly string[],
): Outcome {
  const edits = new DayEdits(sheet.context);
  for (const edit of lines.edits) edits.add(sheet.day, edit);
  return {
    data: blockData(sheet, block),
    summary: joinSentences(sheet.context.tongue, says),
    edits: edits.toFileEdits(),
  };
}

function blockData({ date, day, frame }: Sheet, { from, to, text }: Span & { text: string }): BlockData {
  return { date, file: day.file, from: isoAt(from, frame.zone), to: isoAt(to, frame.zone), text };
}
