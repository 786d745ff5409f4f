// Making room in a plan that stands: for an interruption, or for a block put there by hand. What lies in the way, and what
// that pushes, goes to later times of the day; what finds no time falls out, the least worth first. The buffer is never used
// for it.

import type { EpochMin } from "../base/index.ts";
import {
  bestSpans,
  type DayPlan,
  type FixedBlock,
  type PlacedBlock,
  type PlanTask,
  replanDay,
  type Span,
} from "../domain/index.ts";
import { type Movable, movableOf, type PlanMatch, spanOf } from "./plan-lines.ts";
import { fixedBlocks, GRID_MIN, gridFrom, openFrom, type Sheet, type SheetBlock } from "./plan-sheet.ts";
import { lengthOf, overlapMin } from "./plan-span.ts";
import { dayTasks, taskFor } from "./plan-tasks.ts";

export interface Room {
  /** When planning may begin again; on the grid. */
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
}

export interface Shift {
  match: PlanMatch;
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
    const head = span.from - one.from;
    if (head < LEAST_HEAD_MIN) cut.push(movableOf(one));
    else if (one.to - span.from >= LEAST_HEAD_MIN)
      cut.push({ ...movableOf(one), from: span.from, isPart: true });
  }
  return cut;
}

/** A shorter beginning, or end, of a block is none of its own. */
const LEAST_HEAD_MIN = 10;

/** Finds other times for what is in the way: in the old order, later where it must be, shorter or not at all where it does not fit. */
export function findRoom(sheet: Sheet, room: Room): Shift {
  const { from, taken, bufferMin, buffer, affected, others } = room;
  const { settings, frame } = sheet;
  const loose = [...affected, ...others.map(movableOf)];
  const stands = (span: Span, work: boolean): FixedBlock => ({ ...spanOf(span), text: "", task: null, work });
  const lines = new Set(loose.map(({ block }) => block.line));
  const wanted = loose
    .map((old) => {
      // What should have begun before now is wanted at once, in its whole length.
      const start = Math.max(old.from, from);
      const length = old.isPart ? Math.max(GRID_MIN, gridDown(old.to - old.from)) : old.to - old.from;
      return { old, block: { task: old.task, from: start, to: start + length, place: [] } };
    })
    .sort((a, b) => a.block.from - b.block.from || a.old.from - b.old.from);
  const replan = replanDay(
    {
      // What a person put outside the working hours may stay there.
      open: openFrom(
        sheet,
        from,
        loose.filter(({ block }) => isOutside(sheet, block.line)),
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
  );
  const oldOf = new Map(wanted.map(({ old, block }) => [block as PlacedBlock, old]));
  const changed = new Set([...replan.moved.map((one) => one.from), ...replan.dropped]);
  const staying = wanted.filter(({ block }) => !changed.has(block));
  const apart = new Map(cutApart(replan.blocks));
  const pairs = [
    ...replan.moved.map(({ from: before, to }) => ({ old: oldOf.get(before)!, block: apart.get(to) ?? to })),
    ...replan.kept.map((block, at) => ({ old: staying[at]!.old, block: apart.get(block) ?? block })),
  ];
  const plan: DayPlan = { ...replan, blocks: replan.blocks.map((block) => apart.get(block) ?? block) };
  const isKept = ({ old, block }: (typeof pairs)[number]): boolean =>
    old.from === block.from && old.to === block.to;
  return {
    plan,
    match: {
      kept: pairs.filter(isKept),
      moved: pairs.filter((pair) => !isKept(pair)),
      fresh: [],
      gone: replan.dropped.map((block) => oldOf.get(block)!),
    },
  };
}

/** The same, but what is not in the way stays where it is, unless more fits where that moves as well. */
export function findGentleRoom(sheet: Sheet, room: Room): Shift {
  const gentle = findRoom(sheet, { ...room, others: [] });
  const lost = lostMin(gentle, room.affected);
  if (lost < GRID_MIN && gentle.plan.bufferShortMin === 0) return gentle;
  const whole = findRoom(sheet, room);
  const all = [...room.affected, ...room.others];
  const isBetter = whole.plan.bufferShortMin < gentle.plan.bufferShortMin || lostMin(whole, all) < lost;
  return isBetter ? whole : gentle;
}

function lostMin({ plan }: Shift, wanted: readonly Span[]): number {
  return lengthOf(wanted) - lengthOf(plan.blocks);
}

/** Blocks whose lengths are not on the grid may end within the next one's first step: they end where it begins then. */
function cutApart(blocks: readonly PlacedBlock[]): [PlacedBlock, PlacedBlock][] {
  const sorted = [...blocks].sort((a, b) => a.from - b.from);
  return sorted.map((block, at) => {
    const end = Math.min(block.to, sorted[at + 1]?.from ?? block.to);
    return [block, { ...block, to: end }];
  });
}

/** Tasks that want exactly the time that these blocks had. */
function keptTasks(sheet: Sheet, loose: readonly Movable[]): PlanTask[] {
  const known = new Map(dayTasks(sheet).map((task) => [task.id, task]));
  const least = Math.min(1, ...[...known.values()].map(({ worth }) => worth));
  const byTask = new Map<string, Movable[]>();
  for (const one of loose) byTask.set(one.task, [...(byTask.get(one.task) ?? []), one]);
  return [...byTask].map(([id, blocks]) => {
    const base = known.get(id) ?? known.get(taskFor(sheet, id) ?? "");
    const lengths = blocks.map(({ from, to }) => to - from);
    return {
      id,
      worth: base?.worth ?? least,
      hard: base?.hard ?? 0,
      mostMin: lengths.reduce((sum, min) => sum + min, 0),
      mustMin: 0,
      shortestMin: Math.max(GRID_MIN, Math.min(sheet.settings.shortestMin, ...lengths.map(gridDown))),
      longestMin: Math.max(...lengths),
      why: base?.why ?? [],
    };
  });
}

function isOutside({ blocks }: Sheet, line: number): boolean {
  return blocks.some((one) => one.block.line === line && one.isOutside);
}

function gridDown(min: number): number {
  return Math.floor(min / GRID_MIN) * GRID_MIN;
}
