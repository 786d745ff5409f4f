// Stretches of time as sets: joined, intersected, taken out of one another. All results are ordered and apart.

import type { Span } from "./day.ts";

/** What touches is one; what is empty is left out. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { from, to } of spans.filter((span) => span.from < span.to).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** What lies in both. */
export function intersectSpans(some: readonly Span[], others: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const a of joinSpans(some)) {
    for (const b of joinSpans(others)) {
      const from = Math.max(a.from, b.from);
      const to = Math.min(a.to, b.to);
      if (from < to) found.push({ from, to });
    }
  }
  return found;
}

/** What of `spans` nothing in `taken` covers. */
export function freeSpans(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const left: Span[] = [];
  const walls = joinSpans(taken);
  for (const span of joinSpans(spans)) {
    let { from } = span;
    for (const wall of walls) {
      if (wall.to <= from || wall.from >= span.to) continue;
      if (wall.from > from) left.push({ from, to: wall.from });
      from = Math.max(from, wall.to);
    }
    if (from < span.to) left.push({ from, to: span.to });
  }
  return left;
}

/** Minutes of them all together. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Minutes that two stretches share. */
export function overlapMin(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

/** The first `min` minutes of them. */
export function firstMinutes(spans: readonly Span[], min: number): Span[] {
  const taken: Span[] = [];
  let left = min;
  for (const { from, to } of spans) {
    if (left <= 0) break;
    taken.push({ from, to: Math.min(to, from + left) });
    left -= to - from;
  }
  return taken;
}
