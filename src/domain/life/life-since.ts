// How a page of an earlier day differs from that of now: its lines one by one, and what became of its items since. Pure.

import type { Lives } from "./life.ts";
import { dayOfLife, type LifeMoment, momentOf } from "./life-spells.ts";

/** ` ` stands in both, `-` only then, `+` only now. */
export interface SinceLine {
  sign: " " | "-" | "+";
  text: string;
  /** 1-based line of the page of then; of now where the sign is `+`. */
  line: number;
}

/** An item that is not now what it was then. */
export interface SinceItem {
  id: string;
  title: string;
  path: string;
  from: string | null;
  to: string | null;
}

export interface SinceItems {
  came: SinceItem[];
  gone: SinceItem[];
  finished: SinceItem[];
  /** Priority then and now. */
  moved: SinceItem[];
  reworded: SinceItem[];
  /** State then and now, finished ones aside. */
  turned: SinceItem[];
  /** How many are as they were. */
  same: number;
}

/**
 * The revision that was the page of a day: the last one of that day or before it; null where the history begins later.
 * Times of commits need not ascend, so the last in the order of revisions counts.
 */
export function revisionOn(revisions: Lives["revisions"], day: string): number | null {
  const at = revisions.findLastIndex((one) => dayOfLife(one.at) <= day);
  return at < 0 ? null : at;
}

/** What became since a revision of the items that a page had, or has. */
export function readSince(lives: Pick<Lives, "items" | "revisions">, revision: number): SinceItems {
  const order = new Map(lives.revisions.map(({ sha }, at) => [sha, at]));
  const since: SinceItems = {
    came: [],
    gone: [],
    finished: [],
    moved: [],
    reworded: [],
    turned: [],
    same: 0,
  };
  for (const life of lives.items) {
    const then = momentOf(life, (event) => (order.get(event.revision) ?? 0) <= revision);
    // Both are told from the events alone: what stands twice is one life, and would differ from itself.
    const now = momentOf(life, () => true);
    const note = (from: string | null, to: string | null): SinceItem => ({
      ...{ id: life.id, title: life.title, path: life.path, from, to },
    });
    if (!then.isHere && !now.isHere) continue;
    if (!then.isHere) since.came.push(note(null, now.title));
    else if (now.state === "done" && then.state !== "done") since.finished.push(note(then.title, null));
    else if (!now.isHere) since.gone.push(note(then.title, null));
    else if (!differs(then, now, since, note)) since.same++;
  }
  return since;
}

function differs(
  then: LifeMoment,
  now: LifeMoment,
  since: SinceItems,
  note: (from: string | null, to: string | null) => SinceItem,
): boolean {
  const isMoved = then.priority !== now.priority;
  const isReworded = then.title !== now.title;
  const isTurned = then.state !== now.state;
  if (isMoved) since.moved.push(note(then.priority, now.priority));
  if (isReworded) since.reworded.push(note(then.title, now.title));
  if (isTurned) since.turned.push(note(then.state, now.state));
  return isMoved || isReworded || isTurned;
}

/** The lines of two texts side by side: a longest common subsequence of lines, equal ends taken off first. */
export function compareLines(before: string, after: string): SinceLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail++;
  const pairs = commonLines(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  const lines: SinceLine[] = [];
  let [a, b] = [0, 0];
  const until = (oldEnd: number, nowEnd: number): void => {
    while (a < oldEnd) lines.push({ sign: "-", text: old[a]!, line: ++a });
    while (b < nowEnd) lines.push({ sign: "+", text: now[b]!, line: ++b });
  };
  const keep = (): void => {
    lines.push({ sign: " ", text: old[a]!, line: ++a });
    b++;
  };
  while (a < head) keep();
  for (const [from, to] of pairs) {
    until(head + from, head + to);
    keep();
  }
  until(old.length - tail, now.length - tail);
  while (a < old.length) keep();
  return lines;
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Above so many pairs of lines, only lines that stand once on both sides are held together. */
const MOST_PAIRS = 4_000_000;

function commonLines(old: readonly string[], now: readonly string[]): [number, number][] {
  if (old.length * now.length > MOST_PAIRS) return uniqueLines(old, now);
  const width = now.length + 1;
  const best = new Uint16Array((old.length + 1) * width);
  for (let a = old.length - 1; a >= 0; a--)
    for (let b = now.length - 1; b >= 0; b--)
      best[a * width + b] =
        old[a] === now[b]
          ? best[(a + 1) * width + b + 1]! + 1
          : Math.max(best[(a + 1) * width + b]!, best[a * width + b + 1]!);
  const pairs: [number, number][] = [];
  let [a, b] = [0, 0];
  while (a < old.length && b < now.length) {
    if (old[a] === now[b]) pairs.push([a++, b++]);
    else if (best[(a + 1) * width + b]! >= best[a * width + b + 1]!) a++;
    else b++;
  }
  return pairs;
}

/** Lines that stand once on both sides and in the same order: the longest run of them (patience). */
function uniqueLines(old: readonly string[], now: readonly string[]): [number, number][] {
  const once = (lines: readonly string[]): Map<string, number> => {
    const found = new Map<string, number>();
    lines.forEach((line, at) => {
      found.set(line, found.has(line) ? -1 : at);
    });
    return found;
  };
  const after = once(now);
  const pairs = [...once(old)]
    .map(([line, at]): [number, number] => [at, after.get(line) ?? -1])
    .filter(([from, to]) => from >= 0 && to >= 0)
    .sort((a, b) => a[0] - b[0]);
  // Longest increasing subsequence of `to`.
  const tops: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, to], at) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![1] < to) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = at;
  });
  const chosen: [number, number][] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at]!) chosen.push(pairs[at]!);
  return chosen.reverse();
}
