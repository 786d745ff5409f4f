// Edits as values. A patch is one splice of one text; an edit of a text is a list of patches that
// do not overlap, in order. Everything that nunc does to a file is one of these: the diff that is
// shown, undo, conflict detection, merge. Learned from CodeMirror's ChangeSet.

import { AppError } from "../base/index.ts";

/** Replaces `text.slice(from, to)` by `insert`. Offsets in UTF-16 units of the text before the edit. */
export interface Patch {
  from: number;
  to: number;
  insert: string;
}

/**
 * Sorts patches and drops those that do nothing. Two insertions at one place keep their order.
 * Invariant: patches of one edit never overlap.
 * @throws AppError internal where they overlap or leave the text.
 */
export function normalizePatches(patches: readonly Patch[], text: string): Patch[] {
  const sorted = patches
    .map((patch, order) => ({ patch, order }))
    .filter(({ patch }) => patch.insert !== text.slice(patch.from, patch.to))
    .sort((a, b) => a.patch.from - b.patch.from || a.patch.to - b.patch.to || a.order - b.order)
    .map(({ patch }) => patch);
  let end = 0;
  for (const patch of sorted) {
    if (patch.from < end || patch.to < patch.from || patch.to > text.length) {
      throw new AppError("internal", `Patches overlap or leave the text at offset ${patch.from}.`);
    }
    end = patch.to;
  }
  return sorted;
}

/** The text after the edit. `patches` as from `normalizePatches`. */
export function applyPatches(text: string, patches: readonly Patch[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const patch of patches) {
    parts.push(text.slice(at, patch.from), patch.insert);
    at = patch.to;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/** The edit that turns the edited text back: `applyPatches(applyPatches(t, p), invertPatches(t, p)) === t`. */
export function invertPatches(text: string, patches: readonly Patch[]): Patch[] {
  let shift = 0;
  return patches.map((patch) => {
    const from = patch.from + shift;
    shift += patch.insert.length - (patch.to - patch.from);
    return { from, to: from + patch.insert.length, insert: text.slice(patch.from, patch.to) };
  });
}

/** Where an offset of the old text lies in the new one; an insertion exactly there pushes it on where `after`. */
export function mapOffset(offset: number, patches: readonly Patch[], after = true): number {
  let shift = 0;
  for (const patch of patches) {
    if (patch.from > offset || (patch.from === offset && patch.to === offset && !after)) break;
    if (patch.to > offset) return patch.from + shift + (after ? patch.insert.length : 0);
    shift += patch.insert.length - (patch.to - patch.from);
  }
  return offset + shift;
}

/**
 * Carries an edit of a text over another edit of the same text, so that both can be applied:
 * the result applies to the text after `over`. Null where both touch the same place, that is,
 * where one replaces or cuts what the other touches, or both insert at one spot.
 */
export function rebasePatches(patches: readonly Patch[], over: readonly Patch[]): Patch[] | null {
  for (const mine of patches) {
    for (const theirs of over) {
      if (theirs.from > mine.to) break;
      const apart = mine.to < theirs.from || theirs.to < mine.from;
      const touching = mine.to === theirs.from || theirs.to === mine.from;
      const bothReplace = mine.to > mine.from && theirs.to > theirs.from;
      if (!apart && !(touching && bothReplace)) return null;
    }
  }
  return patches.map((patch) => ({
    from: mapOffset(patch.from, over),
    to: mapOffset(patch.to, over, patch.to === patch.from),
    insert: patch.insert,
  }));
}

/**
 * A short edit that turns one text into another, cut at line ends: common head and tail, then the
 * longest common subsequence of lines (Myers, "An O(ND) difference algorithm", 1986), bounded so
 * that very different texts give one big patch instead of much work.
 */
export function diffTexts(before: string, after: string): Patch[] {
  if (before === after) return [];
  const a = splitLines(before);
  const b = splitLines(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const middleA = a.slice(head, a.length - tail);
  const middleB = b.slice(head, b.length - tail);
  const headLength = a.slice(0, head).reduce((sum, line) => sum + line.length, 0);
  const patches: Patch[] = [];
  let offset = headLength;
  let i = 0;
  let j = 0;
  const flush = (cut: number, add: string[]): void => {
    if (cut > 0 || add.length > 0) patches.push({ from: offset, to: offset + cut, insert: add.join("") });
    offset += cut;
  };
  for (const [x, y] of commonLines(middleA, middleB)) {
    flush(
      middleA.slice(i, x).reduce((sum, line) => sum + line.length, 0),
      middleB.slice(j, y),
    );
    offset += middleA[x]!.length;
    i = x + 1;
    j = y + 1;
  }
  flush(
    middleA.slice(i).reduce((sum, line) => sum + line.length, 0),
    middleB.slice(j),
  );
  return patches;
}

const MAX_EDITS = 2000;

/** Pairs of indexes of lines that both lists share, in order; none where they differ too much. */
function commonLines(a: readonly string[], b: readonly string[]): [number, number][] {
  const limit = Math.min(a.length + b.length, MAX_EDITS);
  const offset = limit + 1;
  const reach = new Int32Array(2 * limit + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits++) {
    trace.push(reach.slice(offset - edits - 1, offset + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && reach[offset + k - 1]! < reach[offset + k + 1]!);
      let x = down ? reach[offset + k + 1]! : reach[offset + k - 1]! + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++;
        y++;
      }
      reach[offset + k] = x;
      if (x >= a.length && y >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return [];
}

function walkBack(trace: readonly Int32Array[], lengthA: number, lengthB: number): [number, number][] {
  const pairs: [number, number][] = [];
  let x = lengthA;
  let y = lengthB;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reach = trace[edits]!;
    const at = (k: number): number => reach[k + edits + 1]!;
    const k = x - y;
    const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    const previousK = down ? k + 1 : k - 1;
    const previousX = edits === 0 ? 0 : at(previousK);
    const previousY = edits === 0 ? 0 : previousX - previousK;
    while (x > previousX && y > previousY) {
      x--;
      y--;
      pairs.push([x, y]);
    }
    x = previousX;
    y = previousY;
  }
  return pairs.reverse();
}

/** Lines with their line ends; joining them gives the text. */
function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

/**
 * Three-way merge of two edits of one text at line level. `text` is null where both touched the
 * same place; nothing is dropped then, the caller shows both.
 */
export function mergeTexts(
  base: string,
  mine: string,
  theirs: string,
): { text: string | null; patches: Patch[] } {
  if (mine === theirs) return { text: theirs, patches: [] };
  const rebased = rebasePatches(diffTexts(base, mine), diffTexts(base, theirs));
  return rebased === null
    ? { text: null, patches: [] }
    : { text: applyPatches(theirs, rebased), patches: rebased };
}

/** A unified diff of two texts with three lines of context, as `diff -u` prints it; empty where they are equal. */
export function formatDiff(name: string, before: string, after: string): string {
  const CONTEXT = 3;
  const a = splitLines(before);
  const starts = new Map<number, number>();
  let offset = 0;
  a.forEach((line, index) => {
    starts.set(offset, index);
    offset += line.length;
  });
  starts.set(offset, a.length);
  const edits = diffTexts(before, after).map((patch) => ({
    from: starts.get(patch.from)!,
    to: starts.get(patch.to)!,
    add: splitLines(patch.insert),
  }));
  if (edits.length === 0) return "";
  const out: string[] = [`--- ${name}`, `+++ ${name}`];
  let shift = 0;
  for (let at = 0; at < edits.length; ) {
    let end = at + 1;
    while (end < edits.length && edits[end]!.from - edits[end - 1]!.to <= 2 * CONTEXT) end++;
    const group = edits.slice(at, end);
    const first = Math.max(0, group[0]!.from - CONTEXT);
    const last = Math.min(a.length, group[group.length - 1]!.to + CONTEXT);
    const grow = group.reduce((sum, edit) => sum + edit.add.length - (edit.to - edit.from), 0);
    out.push(`@@ -${hunkRange(first, last - first)} +${hunkRange(first + shift, last - first + grow)} @@`);
    let line = first;
    for (const edit of group) {
      for (; line < edit.from; line++) out.push(diffLine(" ", a[line]!));
      for (; line < edit.to; line++) out.push(diffLine("-", a[line]!));
      for (const added of edit.add) out.push(diffLine("+", added));
    }
    for (; line < last; line++) out.push(diffLine(" ", a[line]!));
    shift += grow;
    at = end;
  }
  return `${out.join("\n")}\n`;
}

/** Lines of a hunk by their 0-based first and their number; of no lines, the line behind which they would stand. */
function hunkRange(first: number, count: number): string {
  return `${count === 0 ? first : first + 1},${count}`;
}

/** A line of a diff; the last one of a text may have no line end, which is said below it. */
function diffLine(sign: " " | "-" | "+", line: string): string {
  const bare = line.replace(/[\r\n]+$/, "");
  return `${sign}${bare}${bare === line ? "\n\\ No newline at end of file" : ""}`;
}
