// The lines of what had to make room: where it went, in how many pieces, and what of it fell out, to the minute.

import type { Span } from "../domain/index.ts";
import { type Movable, type PlanLines, type ShiftedBlock, spanOf } from "./plan-lines.ts";

/** @param trace whether old places stay as `[>]`, and what fell out as `[-]` */
export function writeShift(
  lines: PlanLines,
  changes: readonly ShiftedBlock[],
  { trace, cause }: { trace: boolean; cause: string | null },
): void {
  for (const change of changes) if (!isAsBefore(change)) writeChange(lines, change, cause, trace);
}

function writeChange(
  lines: PlanLines,
  { old, to, lostMin }: ShiftedBlock,
  cause: string | null,
  trace: boolean,
): void {
  const more = old.more ?? [];
  const [first, ...others] = to;
  if (first === undefined) {
    for (const one of [old, ...more]) lines.drop(one, one, cause, trace);
    return;
  }
  if (lostMin > 0) {
    const end = (more.at(-1) ?? old).to;
    lines.drop(old, { from: end - lostMin, to: end }, cause, trace);
  }
  const rest: Movable = lostMin > 0 && more.length === 0 ? { ...old, to: old.to - lostMin } : old;
  const stays = first.from === old.from;
  if (stays) lines.resize(old, first);
  else {
    if (rest !== old && !old.isPart) lines.set(old.block.line, { to: rest.to });
    lines.move(rest, first, cause, trace);
  }
  const since = stays ? first.to : old.from;
  for (const [i, span] of others.entries()) {
    const line = more[i];
    if (line !== undefined) lines.shift(line, span);
    else lines.addPiece({ ...rest, from: since }, span, { cause, trace, leaves: stays && i === 0 });
  }
  for (const line of more.slice(others.length)) lines.remove(line.block.line);
}

function isAsBefore({ old, to, lostMin }: ShiftedBlock): boolean {
  const was = [old, ...(old.more ?? [])].map(spanOf);
  return !old.isPart && lostMin === 0 && isSame(was, to);
}

function isSame(some: readonly Span[], others: readonly Span[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ from, to }, i) => others[i]!.from === from && others[i]!.to === to)
  );
}
