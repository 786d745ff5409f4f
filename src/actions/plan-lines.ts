// From what a new plan changes to the lines of the day's note. What had been promised leaves a trace: `[>]` where a block
// stood before it moved, `[-]` for what fell out; a block that moves again keeps its first trace, and one that comes back
// takes it up again. All edits refer to the note as it was read, one for each line.

import { type EpochMin, formatWallTime } from "../base/index.ts";
import {
  type DayBlock,
  type DayEdit,
  dayAt,
  firstMinutes,
  freeSpans,
  joinSpans,
  lengthOf,
  overlapMin,
  type Span,
  wallMinutesAt,
} from "../domain/index.ts";
import { MOVED_LINE, sayPlan } from "./plan-messages.ts";
import type { Sheet, SheetBlock } from "./plan-sheet.ts";

type SetBlock = Extract<DayEdit, { kind: "set-block" }>;
type AddBlock = Extract<DayEdit, { kind: "add-block" }>;

/** Something planned that may go elsewhere: a block, or the part of one that an interruption left undone. */
export interface Movable extends Span {
  task: string;
  text: string;
  block: DayBlock;
  /** Whether it is only the end of the block, whose head stays where it is. */
  isPart: boolean;
  /** Further lines of the same block, which was split: their time belongs to it. */
  more?: readonly Movable[];
  /** When it is wanted, where that is not where it stands. */
  wantedFrom?: EpochMin;
  /** The time since an interruption in it ended: it went on then. */
  underWay?: Span;
}

/** What became of something that had to make room. */
export interface ShiftedBlock {
  old: Movable;
  /** Its pieces, in order of time; none where it fell out. */
  to: Span[];
  lostMin: number;
}

export interface MovedBlock {
  text: string;
  from: Span;
  to: Span;
}

export interface DroppedBlock {
  text: string;
  min: number;
}

/** Edits of one note, put together. */
export class PlanLines {
  readonly moved: MovedBlock[] = [];
  readonly dropped: DroppedBlock[] = [];
  private readonly sheet: Sheet;
  private readonly others: DayEdit[] = [];
  private readonly sets = new Map<number, SetBlock>();
  private readonly removed = new Set<number>();

  constructor(sheet: Sheet) {
    this.sheet = sheet;
  }

  get edits(): DayEdit[] {
    const sets = [...this.sets.values()].filter(({ line }) => !this.removed.has(line));
    return [
      ...sets,
      ...[...this.removed].map((line): DayEdit => ({ kind: "remove-block", line })),
      ...this.others,
    ];
  }

  set(line: number, fields: Omit<SetBlock, "kind" | "line">): void {
    this.sets.set(line, { ...this.sets.get(line), ...fields, kind: "set-block", line });
  }

  remove(line: number): void {
    this.removed.add(line);
  }

  add(block: Omit<AddBlock, "kind">): void {
    this.others.push({ kind: "add-block", ...block });
  }

  push(edit: DayEdit): void {
    this.others.push(edit);
  }

  /**
   * A block goes elsewhere on its day.
   * @param cause what it had to go for, as the reason of its new place says; null for none
   * @param trace whether its old place stays as `[>]`
   */
  move(old: Movable, to: Span, cause: string | null, trace: boolean, why: string | null = null): void {
    if (trace && this.returns(old, to)) return;
    const first = old.isPart ? null : firstPromise(old.block.reason);
    const plain = why ?? withoutMoved(old.block.reason);
    if (!trace || first !== null) {
      const said = first === null ? null : this.movedLine(first, cause);
      this.setOrAdd(old, to, joinLines(plain, said));
    } else {
      if (old.isPart) this.add({ ...spanOf(old), block: "work", text: old.text, state: "moved" });
      else this.set(old.block.line, { state: "moved" });
      const reason = joinLines(plain, this.movedLine(this.wall(old.from, to), cause));
      this.add({ ...spanOf(to), block: "work", text: old.text, ...reasonField(reason), ...pinnedField(old) });
    }
    this.moved.push({ text: old.text, from: spanOf(old), to: spanOf(to) });
  }

  /** A block goes to another day, whose lines are `there`. */
  moveAway(old: Movable, to: Span, there: PlanLines, trace: boolean): void {
    const first = firstPromise(old.block.reason);
    if (trace && first === null) this.set(old.block.line, { state: "moved" });
    else this.remove(old.block.line);
    const said = trace ? this.movedLine(this.wall(old.from, to), null) : null;
    const reason = joinLines(withoutMoved(old.block.reason), said);
    const { kind, text } = old.block;
    there.add({ ...spanOf(to), block: kind, text, ...reasonField(reason), ...pinnedField(old) });
  }

  /** The part of a block that finds no time any more. */
  drop(old: Movable, part: Span, cause: string | null, trace: boolean): void {
    const isWhole = !old.isPart && part.from === old.from && part.to === old.to;
    if (!trace) {
      if (isWhole) this.remove(old.block.line);
    } else if (isWhole)
      this.set(old.block.line, {
        state: "dropped",
        ...(cause === null ? {} : { reason: joinLines(old.block.reason, cause) }),
      });
    else
      this.add({ ...spanOf(part), block: "work", text: old.text, state: "dropped", ...reasonField(cause) });
    this.note(old.text, part.to - part.from);
  }

  /** That so much of it fell out. */
  note(text: string, min: number): void {
    const known = this.dropped.find((one) => one.text === text);
    if (known === undefined) this.dropped.push({ text, min });
    else known.min += min;
  }

  /** It begins where it did, and ends elsewhere. */
  resize(old: Movable, to: Span): void {
    if (!old.isPart) this.set(old.block.line, spanOf(to));
    else this.add({ ...spanOf(to), block: "work", text: old.text, ...reasonField(old.block.reason) });
  }

  /** A line that has left its first place before goes on to another. */
  shift(old: Movable, to: Span): void {
    if (old.from === to.from && old.to === to.to) return;
    this.set(old.block.line, spanOf(to));
    this.moved.push({ text: old.text, from: spanOf(old), to: spanOf(to) });
  }

  /**
   * A further piece of a block that is split.
   * @param old what is split; where it `leaves` its time, that begins where its first piece ends
   */
  addPiece(
    old: Movable,
    to: Span,
    { cause, trace, leaves }: { cause: string | null; trace: boolean; leaves: boolean },
  ): void {
    const first = old.isPart ? null : firstPromise(old.block.reason);
    if (trace && leaves && first === null && old.from < old.to)
      this.add({ ...spanOf(old), block: "work", text: old.text, state: "moved" });
    const said = trace || first !== null ? this.movedLine(first ?? this.wall(old.from, to), cause) : null;
    const reason = joinLines(withoutMoved(old.block.reason), said);
    this.add({ ...spanOf(to), block: "work", text: old.text, ...reasonField(reason) });
    this.moved.push({ text: old.text, from: spanOf(old), to: spanOf(to) });
  }

  /** What had fallen out finds time again. */
  restore(old: Movable, to: readonly Span[], lostMin: number, cause: string): void {
    const [first, ...others] = to;
    if (first === undefined) return;
    const lines = old.block.reason?.split("\n").filter((line) => line.trim() !== cause) ?? [];
    const plain = lines.length === 0 ? null : lines.join("\n");
    const isBack = first.from === old.from;
    const said = isBack ? null : this.movedLine(firstPromise(plain) ?? this.wall(old.from, first), cause);
    const reason = isBack ? plain : joinLines(withoutMoved(plain), said);
    this.set(old.block.line, { ...spanOf(first), state: "planned", reason });
    for (const span of others)
      this.add({ ...spanOf(span), block: "work", text: old.text, ...reasonField(reason) });
    if (lostMin > 0)
      this.add({
        ...{ from: old.to - lostMin, to: old.to, block: "work", text: old.text, state: "dropped" },
        reason: cause,
      });
    for (const span of to) this.moved.push({ text: old.text, from: spanOf(old), to: spanOf(span) });
  }

  private setOrAdd(old: Movable, to: Span, reason: string | null): void {
    if (!old.isPart) this.set(old.block.line, { ...spanOf(to), reason });
    else this.add({ ...spanOf(to), block: "work", text: old.text, ...reasonField(reason) });
  }

  /** Whether it comes back to where it stood first: then its trace is a block again. */
  private returns(old: Movable, to: Span): boolean {
    const trace = this.sheet.blocks.find(
      ({ block }) =>
        block.state === "moved" && block.text === old.text && block.from === to.from && block.to === to.to,
    );
    if (trace === undefined || old.isPart) return false;
    this.set(trace.block.line, { state: "planned" });
    this.remove(old.block.line);
    this.moved.push({ text: old.text, from: spanOf(old), to: spanOf(to) });
    return true;
  }

  private movedLine(time: string, cause: string | null): string {
    const texts = sayPlan(this.sheet.context.tongue);
    const line = texts.movedFrom(time);
    return cause === null ? line : texts.because(line, cause);
  }

  /** When it was, with its day where it goes to another. */
  private wall(min: EpochMin, to: Span): string {
    const { frame } = this.sheet;
    const isWithin = to.from >= frame.from && to.from < frame.to;
    return `${isWithin ? "" : `${dayAt(min, frame.zone, frame.dayEndMin)} `}${wallTime(this.sheet, min)}`;
  }
}

/** `14:05` on the wall of the day. */
export function wallTime(sheet: Pick<Sheet, "frame">, min: EpochMin): string {
  return formatWallTime(wallMinutesAt(min, sheet.frame) % 1440);
}

/** What moved, in order of time; the pieces of one block together. */
export function describeMoved(sheet: Sheet, moved: readonly MovedBlock[]): string {
  const ordered = [...moved].sort((a, b) => a.to.from - b.to.from);
  const times = Map.groupBy(ordered, ({ text }) => text);
  return sayPlan(sheet.context.tongue).pushed(
    [...times].map(([text, all]) => ({ text, at: all.map(({ to }) => wallTime(sheet, to.from)) })),
  );
}

export function movableOf({ block, subject, from, to }: SheetBlock): Movable {
  return { from, to, task: subject.reference ?? subject.key, text: block.text, block, isPart: false };
}

/**
 * The buffer's lines: where it lies now, and what of it was spent. Lines are changed in place; only spending leaves a trace.
 * @param old the lines that it had
 */
export function writeBuffer(
  lines: PlanLines,
  old: readonly DayBlock[],
  buffer: readonly Span[],
  spent: readonly Span[] = [],
  spentOn: string | null = null,
): void {
  const left = new Set(old);
  const wanted = [
    ...joinSpans(buffer).map((span) => ({ ...span, state: "planned" as const, reason: null })),
    ...joinSpans(spent).map((span) => ({ ...span, state: "dropped" as const, reason: spentOn })),
  ];
  const isSame = (line: DayBlock, one: (typeof wanted)[number]): boolean =>
    line.state === one.state && line.from === one.from && line.to === one.to;
  const open = wanted.filter((one) => {
    const line = [...left].find((each) => isSame(each, one));
    if (line !== undefined) left.delete(line);
    return line === undefined;
  });
  for (const { state, reason, ...span } of open) {
    const [line] = [...left].sort((a, b) => overlapMin(b, span) - overlapMin(a, span));
    if (line === undefined) {
      lines.add({ ...span, block: "buffer", text: "", state, ...reasonField(reason) });
      continue;
    }
    left.delete(line);
    const isOther = line.state !== state;
    lines.set(line.line, { ...span, ...(isOther ? { state, reason } : {}) });
  }
  for (const line of left) lines.remove(line.line);
}

/** The time of the first promise that a reason names. */
export function firstPromise(reason: string | null): string | null {
  for (const line of reason?.split("\n") ?? []) {
    const match = MOVED_LINE.exec(line.trim());
    if (match !== null) return match[1]!;
  }
  return null;
}

function withoutMoved(reason: string | null): string | null {
  const lines = reason?.split("\n").filter((line) => !MOVED_LINE.test(line.trim())) ?? [];
  return lines.length === 0 ? null : lines.join("\n");
}

function joinLines(...parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null && part !== "");
  return said.length === 0 ? null : said.join("\n");
}

export function reasonField(reason: string | null): { reason?: string } {
  return reason === null ? {} : { reason };
}

function pinnedField(old: Movable): { pinned?: true } {
  return old.block.pinned ? { pinned: true } : {};
}

export function spanOf({ from, to }: Span): Span {
  return { from, to };
}

/** The first minutes of the buffer that an interruption spends: what it lies over, then the earliest that is left. */
export function spentParts(buffer: readonly Span[], over: Span, min: number): Span[] {
  const under = firstMinutes(
    buffer.map((span) => cutTo(span, over)).filter((span) => span !== null),
    min,
  );
  const left = min - lengthOf(under);
  return [...under, ...firstMinutes(freeSpans(buffer, under), left)].sort((a, b) => a.from - b.from);
}

function cutTo(span: Span, over: Span): Span | null {
  const cut = { from: Math.max(span.from, over.from), to: Math.min(span.to, over.to) };
  return cut.from < cut.to ? cut : null;
}
