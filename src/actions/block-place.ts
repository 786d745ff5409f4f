// A block put into a day by hand: its time is checked, what it pushes goes elsewhere, and the buffer is not eaten. Over what
// is fixed, or what would cost the buffer, it is refused unless `force` says so.

import { AppError, fold } from "../base/index.ts";
import { joinSpans, lengthOf, overlapMin, type Span } from "../domain/index.ts";
import type { Context, Input, Param } from "./action.ts";
import { type DayReading, type DayWords, spokenFrame } from "./day-read.ts";
import { describeMoved, type PlanLines, spanOf, wallTime, writeBuffer } from "./plan-lines.ts";
import { sayPlan } from "./plan-messages.ts";
import { blockName, type Sheet } from "./plan-sheet.ts";
import { cutBlocks, findGentleRoom, looseBlocks } from "./plan-shift.ts";
import { writeShift } from "./plan-shift-lines.ts";
import { splitRange } from "./span-input.ts";
import { nowMin, readDuration, readEnd, readTime } from "./time-input.ts";

/** Of a block whose end nobody says. */
const USUAL_MIN = 60;

export const forParam: Param = {
  name: "for",
  kind: "text",
  help: { en: "how long: 45m, 1h30m", zh: "多久：45m、1h30m" },
};

export const forceParam: Param = {
  name: "force",
  kind: "flag",
  short: "f",
  help: {
    en: "also over what is fixed, and at the cost of the buffer",
    zh: "即使与固定的重叠，或用掉缓冲",
  },
};

/** What a block in a day is to be. */
export interface Placing {
  span: Span;
  text: string;
  /** The line that it stands in now: it is not in its own way. */
  line: number | null;
  force: boolean;
  isBuffer: boolean;
}

/**
 * The time that the input says.
 * @param lengthMin how long it is where nothing says; null: an hour, less where something fixed comes sooner
 * @throws AppError usage where it is no stretch of time
 */
export function readSpan(
  context: Context,
  day: DayReading,
  said: { from: string; to: string | undefined; length: string | undefined },
  lengthMin: number | null,
): { span: Span; isOpen: boolean } {
  const texts = sayPlan(context.tongue);
  const frame = spokenFrame(context, day);
  // `15:30-16:00` says both ends in one word.
  const range = said.to === undefined ? splitRange(said.from, frame) : null;
  const { from, to, length } = { ...said, ...range };
  if (to !== undefined && length !== undefined) throw new AppError("usage", texts.twoEnds());
  const start = readTime(context, from, frame).min;
  if (to !== undefined)
    return { span: { from: start, to: readEnd(context, to, frame, start) }, isOpen: false };
  const min = length === undefined ? lengthMin : readDuration(context, length);
  return { span: { from: start, to: start + (min ?? USUAL_MIN) }, isOpen: min === null };
}

/** A block without an end is an hour, less where something that stands comes sooner. */
export function capSpan(sheet: Sheet, span: Span): Span {
  const walls = [...sheet.blocks.filter(({ role }) => role === "fixed"), ...sheet.busy];
  const next = Math.min(...walls.map(({ from }) => from).filter((from) => from > span.from), span.to);
  return { from: span.from, to: next };
}

/** @throws AppError usage where it lies in the past or leaves its day */
export function checkSpan(sheet: Sheet, span: Span): void {
  const { context, frame, date } = sheet;
  const texts = sayPlan(context.tongue);
  const [from, to] = [wallTime(sheet, span.from), wallTime(sheet, span.to)];
  if (span.from < frame.from || span.to > frame.to)
    throw new AppError("usage", texts.outsideDay(from, to, date));
  if (span.to <= nowMin(context)) throw new AppError("usage", texts.isOver(to));
}

/**
 * Makes room for a block: pushes what may move, moves the buffer.
 * @returns sentences on what it did
 * @throws AppError conflict where something fixed stands there, or the buffer would shrink
 */
export function makeRoom(
  sheet: Sheet,
  lines: PlanLines,
  { span, text, line, force, isBuffer }: Placing,
): string[] {
  const { context } = sheet;
  const texts = sayPlan(context.tongue);
  if (!force) refuseFixed(sheet, span, line);
  const cut = cutBlocks(sheet, span, line).filter(({ to }) => to > sheet.now);
  const buffers = sheet.blocks.filter((one) => one.role === "buffer" && one.block.line !== line);
  const isOverBuffer = !isBuffer && buffers.some((one) => overlapMin(one, span) > 0);
  if (cut.length === 0 && !isOverBuffer) return [];
  const from = Math.max(sheet.frame.from, sheet.isToday ? sheet.now : 0);
  const ahead = buffers.map(({ block }) => ({ from: Math.max(block.from, from), to: block.to }));
  const bufferMin = lengthOf(joinSpans(ahead));
  const others = looseBlocks(sheet, from).filter(
    ({ block }) => block.line !== line && !cut.some((one) => one.block === block),
  );
  const room = { from, taken: [{ ...span, isWork: false }], affected: cut, others };
  const own =
    line === null ? sheet : { ...sheet, blocks: sheet.blocks.filter(({ block }) => block.line !== line) };
  const shift = findGentleRoom(own, {
    ...room,
    bufferMin: isOverBuffer ? bufferMin : 0,
    buffer: isOverBuffer ? [] : ahead,
  });
  const { bufferShortMin } = shift.plan;
  if (bufferShortMin > 0 && !force)
    throw new AppError("conflict", texts.bufferWouldShrink(bufferMin - bufferShortMin), {
      hint: texts.bufferHint(),
    });
  const settled =
    bufferShortMin === 0
      ? shift
      : findGentleRoom(own, { ...room, bufferMin: bufferMin - bufferShortMin, buffer: [] });
  for (const one of cut) if (one.isPart) lines.set(one.block.line, { to: one.from });
  writeShift(lines, settled.changes, {
    trace: sheet.isAnnounced,
    cause: texts.causeBlock(text === "" ? texts.buffer() : text),
  });
  const says: string[] = [];
  const { moved, dropped } = lines;
  if (isOverBuffer) {
    const past = buffers.flatMap(({ block }) =>
      block.from < from ? [{ from: block.from, to: Math.min(from, block.to) }] : [],
    );
    writeBuffer(
      lines,
      buffers.map(({ block }) => block),
      joinSpans([...past, ...settled.plan.buffer]),
    );
  }
  if (moved.length > 0) says.push(describeMoved(sheet, moved));
  if (dropped.length > 0) says.push(texts.fellOut(dropped));
  if (bufferShortMin > 0) says.push(texts.bufferIs(bufferMin - bufferShortMin));
  return says;
}

function refuseFixed(sheet: Sheet, span: Span, line: number | null): void {
  const texts = sayPlan(sheet.context.tongue);
  const walls = [
    ...sheet.blocks
      .filter(({ role, block }) => role === "fixed" && block.line !== line)
      .map((one) => ({
        ...spanOf(one),
        text: blockName(sheet, one.block),
        line: one.block.line as number | null,
      })),
    ...sheet.busy.map((one) => ({ ...one, line: null })),
  ];
  const wall = walls.find((one) => overlapMin(one, span) > 0);
  if (wall === undefined) return;
  const message = texts.overlaps(wall.text, wallTime(sheet, wall.from), wallTime(sheet, wall.to));
  throw new AppError("conflict", message, {
    hint: texts.overlapHint(),
    ...(wall.line !== null && { at: { file: sheet.day.file, line: wall.line } }),
  });
}

/** What a block is for, in one line: an item's path where the text is the title of one item only, else as it was said. */
export function blockText(context: Context, words: DayWords, input: Input): string {
  const said = (input.text("text") ?? "").trim().replace(/\s*[\r\n]+\s*/g, " ");
  if (said === "") throw new AppError("usage", sayPlan(context.tongue).emptyBlock());
  const wanted = fold(said);
  const named = [...words.items.values()].filter(
    ({ item }) => fold(item.path) === wanted || fold(item.title) === wanted,
  );
  return named.length === 1 ? named[0]!.item.path : said;
}

/** `Buffer`, `缓冲`: the block is one. */
export function isBufferText(text: string): boolean {
  return /^(?:buffer|缓冲)$/i.test(text.trim());
}
