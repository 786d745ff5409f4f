// Making room in a plan that stands: for an interruption, or for a block put there by hand. What lies in the way, and what
// that pushes, goes to later times of the day; what finds no time falls out, the least worth first. The buffer is never used
// for it.

import type { EpochMin } from "../base/index.ts";
import {
  bestSpans,
  type DayPlan,
  type FixedBlock,
  joinSpans,
  lengthOf,
  overlapMin,
  type PlanTask,
  replanDay,
  type Span,
} from "../domain/index.ts";
import { firstPromise, type Movable, movableOf, type ShiftedBlock, spanOf } from "./plan-lines.ts";
import { fixedBlocks, GRID_MIN, gridFrom, openFrom, type Sheet, type SheetBlock } from "./plan-sheet.ts";
import { dayTasks, taskFor } from "./plan-tasks.ts";

export interface Room {
  /** When planning may begin again. */
  from: EpochMin;
  /** What takes its time besides what stands in the note. */
  taken: readonly (Span & { isWork: boolean })[];
  /** Must go elsewhere. */
  affected: readonly Movable[];
  /** Lines of further blocks that may go elsewhere. */
  others: readonly SheetBlock[];
  /** How much is to be found for the buffer, or where it stays. */
  bufferMin: number;
  buffer: readonly Span[];
  /** Whether the buffer pays for it: then no work may be lost if that can be helped. */
  isCovered?: boolean;
}

export interface Shift {
  changes: ShiftedBlock[];
  plan: DayPlan;
}

/** The blocks that a plan from `from` on may move: not begun, and within working hours. */
export function looseBlocks(sheet: Sheet, from: EpochMin): SheetBlock[] {
  return sheet.blocks.filter((one) => one.role === "movable" && !one.isOutside && one.from >= from);
}

/** What of the plan a stretch of time takes away: blocks within it, the ends of blocks that it begins in. */
export function cutBlocks(sheet: Sheet, span: Span, except: number | null = null): Movable[] {
  const cut: Movable[] = [];
  for (const one of sheet.blocks) {
    if (one.block.line === except || (one.role !== "movable" && one.role !== "over")) continue;
    if (one.block.kind !== "work" || one.block.pinned || one.subject.kind === "other") continue;
    const lost = overlapMin(one, span);
    // What is over is asked again only where the better part of it was taken.
    if (lost === 0 || (one.role === "over" && lost * 2 < one.to - one.from)) continue;
    const since = { from: span.to, to: sheet.now };
    const underWay = one.isRunning && since.from < since.to ? { underWay: since } : {};
    if (span.from - one.from < LEAST_HEAD_MIN) cut.push({ ...movableOf(one), ...underWay });
    else cut.push({ ...movableOf(one), from: span.from, isPart: true, ...underWay });
  }
  return cut;
}

/** A shorter beginning is none of its own: the block has not really begun. */
const LEAST_HEAD_MIN = 5;

/** Finds other times for what is in the way: in the old order, later where it must be, shorter or not at all where it does not fit. */
export function findRoom(sheet: Sheet, room: Room): Shift {
  const { from, taken, bufferMin, buffer, affected, others } = room;
  const { settings, frame } = sheet;
  const loose = joinPieces([...affected, ...others.map(movableOf)]);
  const stands = (span: Span, work: boolean): FixedBlock => ({ ...spanOf(span), text: "", task: null, work });
  const all = loose.flatMap((one) => [one, ...(one.more ?? [])]);
  const lines = new Set(all.map(({ block }) => block.line));
  // What should have begun before now is wanted at once, but for what of it was under way since.
  const wanted = loose.map((old) => {
    const start = Math.max(old.wantedFrom ?? old.from, from);
    return { old, block: { task: old.task, from: start, to: start + minutesOf(old), place: [] } };
  });
  wanted.sort((a, b) => a.block.from - b.block.from || a.old.from - b.old.from);
  const replan = replanDay(
    {
      // What a person put outside the working hours may stay there.
      open: openFrom(
        sheet,
        from,
        all.filter(({ block }) => isOutside(sheet, block.line)),
      ),
      fixed: [
        ...fixedBlocks(sheet, from, lines).map((one) => ({ ...one, task: null })),
        ...taken.map((span) => stands(span, span.isWork)),
        ...buffer.map((span) => stands(span, false)),
      ],
      tasks: keptTasks(sheet, loose),
      bufferMin,
      best: bestSpans(frame, settings),
      stretchMin: settings.stretchMin,
      breakMin: settings.breakMin,
      gridMin: GRID_MIN,
      gridFrom: gridFrom(sheet),
      previous: wanted.map(({ block }) => block),
    },
    from,
    room.isCovered,
  );
  const changed = new Map(replan.changes.map((change) => [change.from, change]));
  return {
    plan: replan,
    changes: wanted.map(({ old, block }) => {
      const { to, lostMin } = changed.get(block)!;
      return { old, to: joinSpans([...(old.underWay ? [old.underWay] : []), ...to.map(spanOf)]), lostMin };
    }),
  };
}

/** Pieces of one block, which an earlier interruption split, are one again: they may lie together now. */
function joinPieces(loose: readonly Movable[]): Movable[] {
  const joined: Movable[] = [];
  for (const one of [...loose].sort((a, b) => a.from - b.from)) {
    const promise = firstPromise(one.block.reason);
    const at = joined.findIndex(
      (other) =>
        promise !== null &&
        !other.isPart &&
        !one.isPart &&
        other.block.state === one.block.state &&
        other.text === one.text &&
        firstPromise(other.block.reason) === promise,
    );
    if (at < 0) joined.push(one);
    else joined[at] = { ...joined[at]!, more: [...(joined[at]!.more ?? []), one] };
  }
  return joined;
}

function minutesOf({ from, to, more, underWay }: Movable): number {
  const whole = lengthOf([{ from, to }, ...(more ?? [])]);
  return Math.max(0, whole - (underWay ? underWay.to - underWay.from : 0));
}

/** The same, but what is not in the way stays where it is, unless more fits, or in fewer pieces, where that moves as well. */
export function findGentleRoom(sheet: Sheet, room: Room): Shift {
  const gentle = findRoom(sheet, { ...room, others: [] });
  const lost = lostMin(gentle);
  const pieces = extraPieces(gentle);
  if (lost === 0 && pieces === 0 && gentle.plan.bufferShortMin === 0) return gentle;
  const whole = findRoom(sheet, room);
  const more = lost - lostMin(whole);
  const isBetter =
    whole.plan.bufferShortMin < gentle.plan.bufferShortMin ||
    more > 0 ||
    (more === 0 && extraPieces(whole) < pieces);
  return isBetter ? whole : gentle;
}

function lostMin({ changes }: Shift): number {
  return changes.reduce((sum, change) => sum + change.lostMin, 0);
}

function extraPieces({ changes }: Shift): number {
  return changes.reduce((sum, { to }) => sum + Math.max(0, to.length - 1), 0);
}

/** Tasks that want exactly the time that these blocks had. */
function keptTasks(sheet: Sheet, loose: readonly Movable[]): PlanTask[] {
  const known = new Map(dayTasks(sheet).map((task) => [task.id, task]));
  const least = Math.min(1, ...[...known.values()].map(({ worth }) => worth));
  const byTask = new Map<string, Movable[]>();
  for (const one of loose) byTask.set(one.task, [...(byTask.get(one.task) ?? []), one]);
  return [...byTask].map(([id, blocks]) => {
    const base = known.get(id) ?? known.get(taskFor(sheet, id) ?? "");
    const lengths = blocks.map(minutesOf);
    return {
      id,
      worth: base?.worth ?? least,
      hard: base?.hard ?? 0,
      mostMin: lengths.reduce((sum, min) => sum + min, 0),
      mustMin: 0,
      shortestMin: Math.max(1, Math.min(sheet.settings.shortestMin, ...lengths)),
      longestMin: Math.max(1, ...lengths),
      why: base?.why ?? [],
    };
  });
}

function isOutside({ blocks }: Sheet, line: number): boolean {
  return blocks.some((one) => one.block.line === line && one.isOutside);
}
