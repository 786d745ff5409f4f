// What an interruption does to a plan: it spends the buffer first, then what it took goes to later times and pushes what can
// move, and what then finds no time falls out. Where it turns out longer or shorter than expected, the difference is settled.

import { type EpochMin, parseWallTime } from "../base/index.ts";
import {
  type DayEdit,
  type DayRecord,
  firstMinutes,
  freeSpans,
  intersectSpans,
  joinSpans,
  lengthOf,
  minAtWall,
  type Span,
} from "../domain/index.ts";
import type { Context } from "./action.ts";
import type { DayReading } from "./day-read.ts";
import {
  type DroppedBlock,
  describeMoved,
  firstPromise,
  type MovedBlock,
  movableOf,
  PlanLines,
  type ShiftedBlock,
  spanOf,
  spentParts,
  writeBuffer,
} from "./plan-lines.ts";
import { sayPlan } from "./plan-messages.ts";
import { type Sheet, type SheetBlock, sheetOf } from "./plan-sheet.ts";
import { cutBlocks, findRoom, looseBlocks } from "./plan-shift.ts";
import { writeShift } from "./plan-shift-lines.ts";

/** Shorter ones only count; what is planned stays where it is. */
const LEAST_INTERRUPTION_MIN = 5;

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
 * @param isMore whether it goes on longer than it was charged before: then every minute of it moves the plan
 */
export function absorb(
  sheet: Sheet,
  lines: PlanLines,
  { span, text, isMore = false }: { span: Span; text: string; isMore?: boolean },
): Absorbed {
  const texts = sayPlan(sheet.context.tongue);
  const buffers = bufferLeft(sheet, span);
  // A moment does not move a plan.
  const isShort = !isMore && span.to - span.from < LEAST_INTERRUPTION_MIN;
  const cut = isShort ? [] : cutBlocks(sheet, span);
  const from = Math.max(span.to, sheet.now);
  const buffer = buffers.flatMap(({ spans }) => spans);
  const leftMin = lengthOf(buffer);
  const taken = lengthOf(intersectSpans(joinSpans([...sheet.work, ...cut]), [span]));
  let spentMin = Math.min(leftMin, taken);
  let stays = freeSpans(buffer, spentParts(buffer, span, spentMin));
  if (cut.length > 0) {
    const others = looseBlocks(sheet, span.from).filter(
      (one) => one.to > from && !cut.some(({ block }) => block === one.block),
    );
    const bufferMin = leftMin - spentMin;
    const isCovered = taken <= leftMin;
    const room = { from, taken: [{ ...span, isWork: false }], affected: cut, others, buffer: [], isCovered };
    let shift = findRoom(sheet, { ...room, bufferMin });
    // Where what is fixed leaves too little for it, the buffer is what is left.
    const short = shift.plan.bufferShortMin;
    if (short > 0) shift = findRoom(sheet, { ...room, bufferMin: Math.max(0, bufferMin - short) });
    stays = shift.plan.buffer;
    spentMin = leftMin - lengthOf(stays);
    for (const one of cut) if (one.isPart) lines.set(one.block.line, { to: one.from });
    writeShift(lines, shift.changes, { trace: true, cause: texts.cause(text) });
  }
  if (spentMin > 0) {
    const fresh = spentParts(freeSpans(buffer, stays), span, spentMin);
    // What the same interruption spent before is one line with it, where the two lie together.
    const before = spentOn(sheet, text).filter((one) => fresh.some(({ from }) => from === one.to));
    writeBuffer(
      lines,
      [...buffers.map(({ one }) => one), ...before].map(({ block }) => block),
      [...buffers.flatMap(({ over }) => over), ...stays],
      [...fresh, ...before.map(spanOf)],
      texts.spentOn(text),
    );
  }
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
      return { one, spans, over: freeSpans([one], spans) };
    })
    .filter(({ spans }) => spans.length > 0);
}

/** The expected time of an interruption that goes on, as a block. Without a plan there is none: a block would be one. */
export function addExpected(sheet: Sheet, lines: PlanLines, span: Span, text: string): void {
  if (sheet.blocks.length > 0 && span.to - span.from >= LEAST_INTERRUPTION_MIN)
    lines.add({ ...spanOf(span), block: "interruption", text, pinned: true });
}

/** The block of an interruption that runs: its expected time. Its record may begin later, where it was cut. */
export function expectedBlock(
  sheet: Sheet,
  record: Pick<DayRecord, "from" | "text">,
): SheetBlock | undefined {
  return sheet.blocks.find(
    ({ block, from, to }) =>
      block.kind === "interruption" &&
      block.state === "planned" &&
      from <= record.from &&
      record.from < to &&
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
    const absorbed = absorb(withoutBlock(sheet, block), lines, {
      ...{ span, text: record.text },
      isMore: block !== undefined,
    });
    return { edits: lines.edits, says: describeAbsorbed(sheet, absorbed) };
  }
  const back = giveBack(withoutBlock(sheet, block), lines, record.text, { from: record.from, to: end });
  const texts = sayPlan(context.tongue);
  const says = back > 0 ? [texts.bufferBack(back)] : [];
  if (lines.moved.length > 0) says.push(describeMoved(sheet, lines.moved));
  return { edits: lines.edits, says };
}

export function withoutBlock(sheet: Sheet, gone: SheetBlock | undefined): Sheet {
  return { ...sheet, blocks: sheet.blocks.filter((one) => one !== gone) };
}

/**
 * An interruption that took less than expected: the buffer has spent what it really took, the blocks that it pushed come
 * forward, to where they were first promised at the earliest, and what fell out for it comes back where there is time now.
 * What cannot be done without a loss is left.
 */
function giveBack(sheet: Sheet, lines: PlanLines, text: string, real: Span): number {
  const texts = sayPlan(sheet.context.tongue);
  // One within another goes on in its time: they are settled together.
  const names = [...new Set([text, ...outerOnes(sheet, real.from)])];
  const causes = names.map((name) => texts.cause(name));
  const cause = causes[0]!;
  const spent = names.flatMap((name) => spentOn(sheet, name));
  const from = Math.max(real.to, sheet.now);
  const spentMin = lengthOf(spent);
  const standing = sheet.blocks.filter(({ role }) => role === "buffer");
  const ahead = intersectSpans(standing.map(spanOf), [{ from, to: sheet.frame.to }]);
  const took = sheet.day.note.records
    .filter(({ kind, text: name, to }) => kind === "interruption" && to !== null && names.includes(name))
    .map((record) => ({ from: record.from, to: record.to! }));
  const back = spentMin - Math.min(spentMin, lengthOf(intersectSpans(sheet.work, [...took, real])));
  const loose = looseBlocks(sheet, from);
  const pushed = loose.filter(({ block }) => causes.some((one) => block.reason?.includes(one)));
  const fellOut = sheet.blocks.filter(
    ({ block }) =>
      block.kind === "work" && block.state === "dropped" && causes.some((one) => isAbout(block.reason, one)),
  );
  const shift = findRoom(sheet, {
    from,
    taken: [],
    affected: [
      ...pushed.map((one) => ({ ...movableOf(one), wantedFrom: promisedAt(sheet, one.block.reason) })),
      ...fellOut.map(movableOf),
    ],
    others: loose.filter((one) => !pushed.includes(one)),
    bufferMin: lengthOf(ahead) + back,
    buffer: [],
    isCovered: true,
  });
  const isBack = ({ old }: ShiftedBlock) => old.block.state === "dropped";
  const standingChanges = shift.changes.filter((change) => !isBack(change));
  if (shift.plan.bufferShortMin > 0 || standingChanges.some(({ lostMin }) => lostMin > 0)) return 0;
  writeShift(lines, standingChanges, { trace: true, cause });
  for (const { old, to, lostMin } of shift.changes.filter(isBack)) lines.restore(old, to, lostMin, cause);
  const over = freeSpans(standing.map(spanOf), ahead);
  const buffer = [...over, ...shift.plan.buffer];
  const nominal = freeSpans([...standing, ...spent].map(spanOf), buffer);
  if (back > 0)
    writeBuffer(
      lines,
      [...standing, ...spent].map(({ block }) => block),
      buffer,
      firstMinutes(nominal, spentMin - back),
      texts.spentOn(text),
    );
  return back;
}

/** When a block was first to begin, as its reason says it; the day's beginning where it does not. */
function promisedAt({ frame }: Sheet, reason: string | null): EpochMin {
  const time = parseWallTime(firstPromise(reason) ?? "");
  if (time === null) return frame.from;
  return minAtWall(frame, time < frame.dayEndMin ? time + 24 * 60 : time);
}

/** Interruptions that others came into, up to one that began at `from`. */
function outerOnes(sheet: Sheet, from: EpochMin): string[] {
  const names: string[] = [];
  const outer = (to: EpochMin) =>
    sheet.blocks.find(({ block }) => block.kind === "interruption" && block.to === to && block.from < to);
  for (let one = outer(from); one !== undefined; one = outer(one.from)) names.push(one.block.text);
  return [...new Set(names)];
}

/** What an interruption spent of the buffer. */
function spentOn(sheet: Sheet, text: string): SheetBlock[] {
  const line = sayPlan(sheet.context.tongue).spentOn(text);
  return sheet.blocks.filter(
    ({ block }) => block.kind === "buffer" && block.state === "dropped" && isAbout(block.reason, line),
  );
}

function isAbout(reason: string | null, line: string): boolean {
  return reason?.split("\n").some((one) => one.trim() === line) ?? false;
}
