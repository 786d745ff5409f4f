// Blocks laid one after another into the free time of a day, to the minute: each keeps its place where it can, else begins as
// soon as what is before it lets it. Where a block would run into a wall (lunch, something fixed, the buffer) it goes behind
// it, or is split there.

import type { EpochMin } from "../../base/index.ts";
import type { Span } from "../day/day.ts";
import { joinSpans } from "../day/spans.ts";

/** A block to lay. */
export interface Want {
  /** Where it lies in the day so far: it never begins before that. */
  from: EpochMin;
  min: number;
}

export interface LayRules {
  /** After `stretchMin` of work a break of so many minutes. */
  breakMin: number;
  stretchMin: number;
  /** The shortest piece of a block that is split; null: none is. */
  pieceMin: number | null;
}

export interface LaidDay {
  /** The pieces of each block, in order of time. */
  pieces: Span[][];
  /** Minutes that found no room. */
  over: number;
}

/**
 * @param free free time, ordered and apart
 * @param work work that stands: it counts for the breaks
 */
export function layInOrder(
  wants: readonly Want[],
  free: readonly Span[],
  work: readonly Span[],
  rules: LayRules,
): LaidDay {
  const chains = chainsOf(work, rules.breakMin);
  const pieces: Span[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  let over = 0;
  /** The work without a break that ends at `end`; and whether the last one stands where it stood. */
  let run = 0;
  let stands = true;
  for (const { from, min } of wants) {
    const mine: Span[] = [];
    let left = min;
    let at = Math.max(from, end);
    while (left > 0) {
      const gap = free.find((span) => span.to > at);
      if (gap === undefined) break;
      let start = Math.max(at, gap.from);
      const before = runBefore(chains, { end, run }, start, rules.breakMin);
      const isDue = before.run > 0 && before.run + Math.min(left, gap.to - start) > rules.stretchMin;
      // What stood behind the last block without a break may go on doing so.
      if (isDue && !(stands && start === from)) start = Math.max(start, before.end + rules.breakMin);
      const room = roomAt(gap, start, chains, rules, start === from && mine.length === 0);
      const length = lengthHere(left, room, rules.pieceMin);
      if (length > 0) {
        const piece = { from: start, to: start + length };
        const sofar = runBefore(chains, { end, run }, start, rules.breakMin);
        run = sofar.run + length;
        end = piece.to;
        stands = start === from && length === min;
        mine.push(piece);
        left -= length;
      }
      at = length > 0 && left > 0 ? Math.max(end, gap.to) : gap.to;
    }
    over += left;
    pieces.push(mine);
  }
  return { pieces, over };
}

/** How much of a block to lay into a room: all, what leaves a piece for later, or nothing. */
function lengthHere(left: number, room: number, pieceMin: number | null): number {
  if (left <= room) return left;
  if (pieceMin === null) return 0;
  const length = Math.min(room, left - pieceMin);
  return length >= pieceMin ? length : 0;
}

/** Minutes from `start` to the wall, less where work stands behind it that a break must part from it. */
function roomAt(
  gap: Span,
  start: EpochMin,
  chains: readonly Span[],
  { breakMin, stretchMin }: LayRules,
  isOldPlace: boolean,
): number {
  const next = chains.find((chain) => chain.from >= gap.to);
  if (next === undefined || next.from - gap.to >= breakMin || isOldPlace) return gap.to - start;
  const together = Math.max(0, stretchMin - (next.to - next.from));
  return Math.max(Math.min(gap.to - start, together), Math.min(gap.to, next.from - breakMin) - start);
}

/** Work that stands, joined where no break parts it. */
function chainsOf(work: readonly Span[], breakMin: number): Span[] {
  const chains: Span[] = [];
  for (const span of joinSpans(work)) {
    const last = chains.at(-1);
    if (last !== undefined && span.from - last.to < breakMin) last.to = span.to;
    else chains.push({ ...span });
  }
  return chains;
}

/** The work without a break that ends before `start`, and when it ends. */
function runBefore(
  chains: readonly Span[],
  last: { end: EpochMin; run: number },
  start: EpochMin,
  breakMin: number,
): { end: EpochMin; run: number } {
  let { end, run } = last;
  for (const chain of chains) {
    if (chain.to > start || chain.to <= end) continue;
    run = (chain.from - end >= breakMin ? 0 : run) + chain.to - chain.from;
    end = chain.to;
  }
  return start - end >= breakMin ? { end, run: 0 } : { end, run };
}
