// What an interruption does to a plan: it spends the buffer first, then what it took goes to later times and pushes what can
// move, and what then finds no time falls out. Where it turns out longer or shorter than expected, the difference is settled.

import { type EpochMin, parseWallTime } from "../base/index.ts";
import { type DayEdit, type DayRecord, minAtWall, type Span } from "../domain/index.ts";
import type { Context } from "./action.ts";
import type { DayReading } from "./day-read.ts";
import {
  type DroppedBlock,
  describeMoved,
  firstPromise,
  type MovedBlock,
  movableOf,
  PlanLines,
  spanOf,
  spentParts,
  writeBuffer,
  writeMatch,
} from "./plan-lines.ts";
import { sayPlan } from "./plan-messages.ts";
import {
  fixedBlocks,
  GRID_MIN,
  gridUp,
  openFrom,
  type Sheet,
  type SheetBlock,
  sheetOf,
} from "./plan-sheet.ts";
import { cutBlocks, findRoom, looseBlocks } from "./plan-shift.ts";
import { intersectSpans, joinSpans, lastMinutes, lengthOf, overlapMin, withoutSpans } from "./plan-span.ts";

/** Shorter ones only count; what is planned stays where it is. */
const LEAST_INTERRUPTION_MIN = 8;

export interface Absorbed {
  spentMin: number;
  /** What is left of the buffer; null where the day had none left, and none was spent. */
  leftMin: number | null;
  moved: readonly MovedBlock[];
  dropped: readonly DroppedBlock[];
}

/**
 * Charges a stretch of time to the plan of its day.
 * @param span the interruption, as long as it was or is expected to be
 */
export function absorb(
  sheet: Sheet,
  lines: PlanLines,
  { span, text }: { span: Span; text: string },
): Absorbed {
  const texts = sayPlan(sheet.context.tongue);
  const buffers = bufferLeft(sheet, span);
  // A moment does not move a plan.
  const isShort = span.to - span.from < LEAST_INTERRUPTION_MIN;
  const cut = isShort ? [] : cutBlocks(sheet, span);
  const from = gridUp(sheet, Math.max(span.to, sheet.now));
  const buffer = buffers.flatMap(({ spans }) => spans);
  const leftMin = lengthOf(buffer);
  const taken = lengthOf(intersectSpans(joinSpans([...sheet.work, ...cut]), [span]));
  const wantsMin = Math.min(leftMin, taken);
  let spentMin = wantsMin;
  let stays = withoutSpans(buffer, spentParts(buffer, span, wantsMin));
  if (cut.length > 0) {
    const others = looseBlocks(sheet, span.from).filter(
      (one) => one.to > from && !cut.some(({ block }) => block === one.block),
    );
    const keep = Math.floor((leftMin - wantsMin) / GRID_MIN) * GRID_MIN;
    const room = { from, taken: [{ ...span, isWork: false }], affected: cut, others, buffer: [] };
    let shift = findRoom(sheet, { ...room, bufferMin: keep });
    // Where what is fixed leaves too little for it, the buffer is what is left.
    if (shift.plan.bufferShortMin > 0)
      shift = findRoom(sheet, { ...room, bufferMin: Math.max(0, keep - shift.plan.bufferShortMin) });
    const fixed = fixedBlocks(sheet, from, new Set([...cut, ...others].map(({ block }) => block.line)));
    const free = withoutSpans(openFrom(sheet, from, buffer), [...fixed, ...shift.plan.blocks, ...room.taken]);
    stays = lastMinutes(free, leftMin - wantsMin);
    // Scraps of time here and there are no buffer: they count as spent.
    if (stays.length > 1) stays = stays.filter((one) => one.to - one.from >= GRID_MIN);
    spentMin = leftMin - lengthOf(stays);
    for (const one of cut) if (one.isPart) lines.set(one.block.line, { to: one.from });
    writeMatch(lines, shift.match, { trace: true, cause: texts.cause(text), whyOf: () => null });
  }
  if (spentMin > 0)
    writeBuffer(
      lines,
      buffers.map(({ one }) => one.block),
      [...buffers.flatMap(({ over }) => over), ...stays],
      spentParts(withoutSpans(buffer, stays), span, spentMin),
      texts.spentOn(text),
    );
  return {
    spentMin,
    leftMin: leftMin === 0 ? null : leftMin - spentMin,
    moved: lines.moved,
    dropped: lines.dropped,
  };
}

/** The buffer that can still be spent: what lies ahead, or under the interruption. `over` is what has passed. */
function bufferLeft(sheet: Sheet, span: Span): { one: SheetBlock; spans: Span[]; over: Span[] }[] {
  return sheet.blocks
    .filter(
      ({ block, role, to }) =>
        block.kind === "buffer" && role !== "gone" && to > Math.min(span.from, sheet.now),
    )
    .map((one) => {
      const usable = [span, { from: sheet.now, to: sheet.frame.to }];
      const spans = intersectSpans([one], usable);
      return { one, spans, over: withoutSpans([one], spans) };
    })
    .filter(({ spans }) => spans.length > 0);
}

/** The expected time of an interruption that goes on, as a block. Without a plan there is none: a block would be one. */
export function addExpected(sheet: Sheet, lines: PlanLines, span: Span, text: string): void {
  if (sheet.blocks.length > 0 && span.to - span.from >= LEAST_INTERRUPTION_MIN)
    lines.add({ ...spanOf(span), block: "interruption", text, pinned: true });
}

/** The block of an interruption that runs: its expected time. */
export function expectedBlock(
  sheet: Sheet,
  record: Pick<DayRecord, "from" | "text">,
): SheetBlock | undefined {
  return sheet.blocks.find(
    ({ block, from }) =>
      block.kind === "interruption" &&
      block.state === "planned" &&
      from === record.from &&
      block.text === record.text,
  );
}

/** Sentences on what an interruption did to the plan. */
export function describeAbsorbed(sheet: Sheet, { spentMin, leftMin, moved, dropped }: Absorbed): string[] {
  const texts = sayPlan(sheet.context.tongue);
  const says: string[] = [];
  if (spentMin > 0) says.push(texts.bufferSpent(spentMin, leftMin ?? 0));
  if (moved.length > 0) says.push(describeMoved(sheet, moved));
  if (dropped.length > 0) says.push(texts.fellOutToday(dropped));
  return says;
}

export interface Settled {
  /** Edits of the note of `day`, besides those that end the record. */
  edits: DayEdit[];
  /** Sentences for the person; empty where nothing else changes. */
  says: string[];
}

/**
 * An interruption has ended at `end`: its block gets its true end. What it took beyond what was expected is charged to the
 * plan; what it left of the buffer is given back.
 */
export function afterInterruption(
  context: Context,
  day: DayReading,
  record: Pick<DayRecord, "from" | "text">,
  end: EpochMin,
): Settled {
  const sheet = sheetOf(context, day);
  const lines = new PlanLines(sheet);
  if (sheet.blocks.length === 0) return { edits: [], says: [] };
  const block = expectedBlock(sheet, record);
  const expected = block?.to ?? record.from;
  if (block !== undefined && end !== expected) {
    if (end > record.from) lines.set(block.block.line, { to: end });
    else lines.remove(block.block.line);
  }
  // The plan of a day that is over is left as it is.
  if (!sheet.isToday) return { edits: lines.edits, says: [] };
  if (end > expected) {
    const span = { from: expected, to: end };
    const absorbed = absorb(withoutBlock(sheet, block), lines, { span, text: record.text });
    return { edits: lines.edits, says: describeAbsorbed(sheet, absorbed) };
  }
  const back = giveBack(withoutBlock(sheet, block), lines, record.text, end, expected);
  const texts = sayPlan(context.tongue);
  const says = back > 0 ? [texts.bufferBack(back)] : [];
  if (lines.moved.length > 0) says.push(describeMoved(sheet, lines.moved));
  return { edits: lines.edits, says };
}

export function withoutBlock(sheet: Sheet, gone: SheetBlock | undefined): Sheet {
  return { ...sheet, blocks: sheet.blocks.filter((one) => one !== gone) };
}

/**
 * An interruption that took less than expected: the blocks behind it begin earlier by the steps of the grid that it left,
 * and what that frees at the end is buffer again.
 */
function giveBack(sheet: Sheet, lines: PlanLines, text: string, end: EpochMin, expected: EpochMin): number {
  const texts = sayPlan(sheet.context.tongue);
  const spent = sheet.blocks.filter(
    ({ block }) =>
      block.kind === "buffer" && block.state === "dropped" && isAbout(block.reason, texts.spentOn(text)),
  );
  const spentMin = lengthOf(spent);
  const from = gridUp(sheet, Math.max(end, sheet.now));
  const least = Math.min(spentMin, gridUp(sheet, expected) - from);
  if (least <= 0) return 0;
  // From the last minute on: that is where the buffer lies.
  const back = lastMinutes(
    spent.map(spanOf).filter(({ to }) => to > from),
    least,
  );
  const isTaken = sheet.blocks.some(
    (one) => one.role === "movable" && back.some((span) => overlapMin(one, span) > 0),
  );
  const by = from - gridUp(sheet, expected);
  if (!comeForward(sheet, lines, { from, by, back, cause: texts.cause(text) }) && isTaken) return 0;
  const standing = sheet.blocks.filter(({ role }) => role === "buffer");
  writeBuffer(
    lines,
    [...standing, ...spent].map(({ block }) => block),
    [...standing, ...back],
    withoutSpans(spent, back),
    texts.spentOn(text),
  );
  return lengthOf(back);
}

interface Forward {
  from: EpochMin;
  /** Minutes, below 0. */
  by: number;
  back: readonly Span[];
  cause: string;
}

/**
 * Blocks that the interruption pushed come forward again, to where they were first promised at the earliest. False where
 * they do not all find room: then nothing changes.
 */
function comeForward(sheet: Sheet, lines: PlanLines, { from, by, back, cause }: Forward): boolean {
  const pushed = looseBlocks(sheet, from).filter(({ block }) => block.reason?.includes(cause));
  const standing = sheet.blocks.filter(({ role }) => role === "buffer");
  const shift = findRoom(sheet, {
    from,
    taken: [],
    affected: pushed.map((one) => {
      const start = Math.max(from, one.from + by, promisedAt(sheet, one.block.reason));
      return { ...movableOf(one), from: start, to: start + one.to - one.from };
    }),
    others: [],
    bufferMin: 0,
    buffer: [...standing, ...back],
  });
  const { kept, moved, gone } = shift.match;
  const pairs = [...kept, ...moved];
  const isWhole = pairs.every(({ old, block }) => block.to - block.from === old.to - old.from);
  if (gone.length > 0 || !isWhole) return false;
  for (const { old, block } of pairs) {
    const was = { ...old, ...spanOf(old.block) };
    if (was.from !== block.from || was.to !== block.to) lines.move(was, block, cause, true);
  }
  return true;
}

/** When a block was first to begin, as its reason says it; the day's beginning where it does not. */
function promisedAt({ frame }: Sheet, reason: string | null): EpochMin {
  const time = parseWallTime(firstPromise(reason) ?? "");
  if (time === null) return frame.from;
  return minAtWall(frame, time < frame.dayEndMin ? time + 24 * 60 : time);
}

function isAbout(reason: string | null, line: string): boolean {
  return reason?.split("\n").some((one) => one.trim() === line) ?? false;
}
