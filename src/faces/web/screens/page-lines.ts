// Between a file's text and the editor's, which knows only `\n`. Mixed line ends, lone carriage returns and stray bytes
// of lines that nobody touched come back exactly as they were.

import { dominantLineEnd } from "../../../base/index.ts";
import { applyPatches, diffTexts, type Patch, rebasePatches } from "../../../page/index.ts";

export function toEditorText(fileText: string): string {
  return fileText.replace(/\r\n|\r/g, "\n");
}

/**
 * The file's text after the person's edit: what differs between the editor's text and the base is spliced into the base.
 * Invariant: bytes outside the edited lines never change.
 */
export function toFileText(base: string, edited: string): string {
  if (!base.includes("\r")) return edited;
  const before = toEditorText(base);
  const end = dominantLineEnd(base);
  const patches = diffTexts(before, edited);
  // Offsets of the edits, ascending, carried over the \r that the editor's text lacks.
  let at = 0;
  let inFile = 0;
  const seek = (offset: number): number => {
    for (; at < offset; at++) inFile += base.startsWith("\r\n", inFile) ? 2 : 1;
    return inFile;
  };
  return applyPatches(
    base,
    patches.map(({ from, to, insert }) => {
      const start = seek(from);
      return { from: start, to: seek(to), insert: insert.replace(/\n/g, end) };
    }),
  );
}

/** Cuts what both sides share from each patch, so that a cursor in the same line stays where it is. */
export function narrowPatches(text: string, patches: readonly Patch[]): Patch[] {
  return patches.map(({ from, to, insert }) => {
    const old = text.slice(from, to);
    const most = Math.min(old.length, insert.length);
    let head = 0;
    while (head < most && old[head] === insert[head]) head++;
    let tail = 0;
    while (tail < most - head && old[old.length - 1 - tail] === insert[insert.length - 1 - tail]) tail++;
    return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) };
  });
}

/** The edit that carries their change into my text, or null where both changed the same lines. All in editor text. */
export function mergeInto(base: string, mine: string, theirs: string): Patch[] | null {
  if (mine === theirs) return [];
  const rebased = rebasePatches(diffTexts(base, theirs), diffTexts(base, mine));
  return rebased === null ? null : narrowPatches(mine, rebased);
}

/** A stretch of two versions of a text: the same in both, changed by one, or changed by both. */
export interface Stretch {
  kind: "same" | "mine" | "theirs" | "both";
  base: string;
  mine: string;
  theirs: string;
}

/** Lines up three texts: joining `mine` of all stretches gives mine, joining `theirs` gives theirs. */
export function alignTexts(base: string, mine: string, theirs: string): Stretch[] {
  const a = diffTexts(base, mine);
  const b = diffTexts(base, theirs);
  const stretches: Stretch[] = [];
  let at = 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const from = Math.min(a[i]?.from ?? Infinity, b[j]?.from ?? Infinity);
    let to = from;
    const mineHere: Patch[] = [];
    const theirsHere: Patch[] = [];
    // Grows while an edit of either side touches the stretch.
    for (let grew = true; grew; ) {
      grew = false;
      for (const [edits, here, next] of [
        [a, mineHere, () => i++],
        [b, theirsHere, () => j++],
      ] as const) {
        const edit = edits[edits === a ? i : j];
        if (edit === undefined || edit.from > to) continue;
        here.push(edit);
        to = Math.max(to, edit.to);
        next();
        grew = true;
      }
    }
    if (from > at) stretches.push(same(base.slice(at, from)));
    const cut = base.slice(from, to);
    const apply = (patches: Patch[]) =>
      applyPatches(
        cut,
        patches.map((patch) => ({ ...patch, from: patch.from - from, to: patch.to - from })),
      );
    const stretch = { base: cut, mine: apply(mineHere), theirs: apply(theirsHere) };
    const kind =
      mineHere.length === 0
        ? "theirs"
        : theirsHere.length === 0
          ? "mine"
          : stretch.mine === stretch.theirs
            ? "same"
            : "both";
    stretches.push({ kind, ...stretch });
    at = to;
  }
  if (at < base.length) stretches.push(same(base.slice(at)));
  return stretches;
}

function same(text: string): Stretch {
  return { kind: "same", base: text, mine: text, theirs: text };
}
