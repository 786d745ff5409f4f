// Where the buffer lies. It takes the latest free time, in one piece where a piece is not far from the end, and is settled
// before any task is placed: no proposal can spend it.

import type { Span } from "../day/day.ts";
import { lengthOf } from "../day/spans.ts";

/**
 * The latest free time that makes up `bufferMin`: the end of the last gap that holds it whole, if no more than as much again is
 * free after that gap; else the ends of the last gaps together. `shortMin` is what free time cannot hold.
 */
export function placeBuffer(free: readonly Span[], bufferMin: number): { buffer: Span[]; shortMin: number } {
  const wanted = Math.max(0, Math.round(bufferMin));
  const totalMin = lengthOf(free);
  if (wanted === 0) return { buffer: [], shortMin: 0 };
  if (totalMin <= wanted) return { buffer: free.map((span) => ({ ...span })), shortMin: wanted - totalMin };
  let laterMin = 0;
  for (const gap of free.toReversed()) {
    if (laterMin > wanted) break;
    if (gap.to - gap.from >= wanted) return { buffer: [{ from: gap.to - wanted, to: gap.to }], shortMin: 0 };
    laterMin += gap.to - gap.from;
  }
  const buffer: Span[] = [];
  let left = wanted;
  for (const gap of free.toReversed()) {
    const min = Math.min(left, gap.to - gap.from);
    buffer.unshift({ from: gap.to - min, to: gap.to });
    left -= min;
    if (left === 0) break;
  }
  return { buffer, shortMin: 0 };
}
