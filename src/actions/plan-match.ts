// A plan made anew against the one that stood: which blocks stay, which go elsewhere, which are new or gone, and the lines
// that say so.

import { lengthOf, type PlacedBlock, type Span } from "../domain/index.ts";
import { type Movable, type PlanLines, reasonField, spanOf } from "./plan-lines.ts";
import { GRID_MIN } from "./plan-sheet.ts";

export interface PlanMatch {
  kept: { old: Movable; block: PlacedBlock }[];
  moved: { old: Movable; block: PlacedBlock }[];
  fresh: PlacedBlock[];
  gone: Movable[];
}

/** What of an old plan stands in the new one where it was, what elsewhere, what is new, what is gone. By task, in order of time. */
export function matchBlocks(previous: readonly Movable[], next: readonly PlacedBlock[]): PlanMatch {
  const match: PlanMatch = { kept: [], moved: [], fresh: [], gone: [] };
  const open = new Set(next);
  const left: Movable[] = [];
  for (const old of previous) {
    const same = [...open].find((one) => one.task === old.task && one.from === old.from && one.to === old.to);
    if (same === undefined) left.push(old);
    else {
      open.delete(same);
      match.kept.push({ old, block: same });
    }
  }
  for (const old of left) {
    const mine = [...open].filter((one) => one.task === old.task);
    const block = mine.find((one) => one.from === old.from) ?? mine[0];
    if (block === undefined) match.gone.push(old);
    else {
      open.delete(block);
      match.moved.push({ old, block });
    }
  }
  match.fresh.push(...open);
  return match;
}

/**
 * The lines of a plan that was made anew. What a task lost, by a grid step or more, falls out.
 * @param whyOf the reason of a block that is new or, where the day has not begun, moved; null keeps the old one
 */
export function writeMatch(
  lines: PlanLines,
  match: PlanMatch,
  options: { trace: boolean; cause: string | null; whyOf: (block: PlacedBlock) => string | null },
): void {
  const { trace, cause, whyOf } = options;
  for (const { old, block } of match.moved) {
    const lost = lostMin(match, old);
    const shorter = old.to - old.from - (block.to - block.from);
    const cut = Math.min(lost, shorter);
    const isResized = block.from === old.from;
    if (trace && cut >= GRID_MIN) {
      const stays: Movable = { ...old, to: old.to - cut };
      lines.drop(old, { from: old.to - cut, to: old.to }, cause, true);
      if (isResized) shorten(lines, old, block);
      else {
        if (!old.isPart) lines.set(old.block.line, { to: stays.to });
        lines.move(stays, block, cause, true);
      }
    } else if (isResized) shorten(lines, old, block);
    else lines.move(old, block, cause, trace, trace ? null : whyOf(block));
  }
  for (const old of match.gone) {
    if (isReplaced(match, old)) vanish(lines, old, trace);
    else lines.drop(old, old, cause, trace);
  }
  for (const block of match.fresh)
    lines.add({ ...spanOf(block), block: "work", text: block.task, ...reasonField(whyOf(block)) });
}

function shorten(lines: PlanLines, old: Movable, block: Span): void {
  if (!old.isPart) lines.set(old.block.line, spanOf(block));
  else lines.add({ ...spanOf(block), block: "work", text: old.text, ...reasonField(old.block.reason) });
}

/** Its time stands in longer blocks of the same task: nothing fell out. */
function vanish(lines: PlanLines, old: Movable, trace: boolean): void {
  if (old.isPart) return;
  if (trace) lines.set(old.block.line, { state: "moved" });
  else lines.remove(old.block.line);
}

function isReplaced(match: PlanMatch, old: Movable): boolean {
  return lostMin(match, old) < GRID_MIN;
}

/** How many minutes less its task has than before. */
function lostMin(match: PlanMatch, { task }: Movable): number {
  const pairs = [...match.kept, ...match.moved].filter(({ old }) => old.task === task);
  const gone = match.gone.filter((old) => old.task === task);
  const fresh = match.fresh.filter((block) => block.task === task);
  const before = lengthOf(pairs.map(({ old }) => old)) + lengthOf(gone);
  return before - lengthOf(pairs.map(({ block }) => block)) - lengthOf(fresh);
}
