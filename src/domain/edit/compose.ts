// Two edits, one after the other, as one edit of the first text. Changes that are made step by step (several items, each
// read back before the next) are handed out as patches of the text that the person saw.

import { applyPatches, type Patch } from "../../page/index.ts";

/**
 * Patches of the text before `first` that do what `first` and then `second` do; `second` is for the text after `first`.
 * Invariant: `apply(text, composePatches(text, a, b)) === apply(apply(text, a), b)`.
 */
export function composePatches(text: string, first: readonly Patch[], second: readonly Patch[]): Patch[] {
  if (first.length === 0) return [...second];
  if (second.length === 0) return [...first];
  const middle = applyPatches(text, first);
  const pieces = piecesOf(first);
  const out: Patch[] = [];
  for (const cluster of clusters(pieces, second)) {
    const edited = applyPatches(
      middle.slice(cluster.from, cluster.to),
      cluster.patches.map((patch) => ({
        ...patch,
        from: patch.from - cluster.from,
        to: patch.to - cluster.from,
      })),
    );
    out.push({ from: cluster.oldFrom, to: cluster.oldTo, insert: edited });
  }
  return out.filter(({ from, to, insert }) => text.slice(from, to) !== insert);
}

interface Piece {
  /** Range in the middle text. */
  from: number;
  to: number;
  oldFrom: number;
  oldTo: number;
}

/** The places of the middle text that the first edit wrote. */
function piecesOf(first: readonly Patch[]): Piece[] {
  let shift = 0;
  return first.map((patch) => {
    const from = patch.from + shift;
    shift += patch.insert.length - (patch.to - patch.from);
    return { from, to: from + patch.insert.length, oldFrom: patch.from, oldTo: patch.to };
  });
}

interface Cluster extends Piece {
  patches: Patch[];
}

/** Joins what both edits touch at one place. */
function clusters(pieces: readonly Piece[], second: readonly Patch[]): Cluster[] {
  const back = (offset: number): number => {
    let shift = 0;
    for (const piece of pieces) {
      if (piece.to > offset) break;
      shift += piece.to - piece.from - (piece.oldTo - piece.oldFrom);
    }
    return offset - shift;
  };
  const all: Cluster[] = [
    ...pieces.map((piece) => ({ ...piece, patches: [] as Patch[] })),
    ...second.map((patch) => ({ from: patch.from, to: patch.to, oldFrom: -1, oldTo: -1, patches: [patch] })),
  ].sort((a, b) => a.from - b.from || a.to - b.to || a.oldFrom - b.oldFrom);
  const joined: Cluster[] = [];
  for (const part of all) {
    const last = joined[joined.length - 1];
    if (last !== undefined && part.from <= last.to) {
      last.to = Math.max(last.to, part.to);
      last.patches.push(...part.patches);
    } else joined.push({ ...part });
  }
  for (const cluster of joined) {
    // The ends lie on text that both edits kept, or at the edge of a piece of the first one.
    const inside = pieces.filter((piece) => piece.from >= cluster.from && piece.to <= cluster.to);
    const head = inside[0];
    const tail = inside[inside.length - 1];
    cluster.oldFrom = head === undefined ? back(cluster.from) : head.oldFrom - (head.from - cluster.from);
    cluster.oldTo = tail === undefined ? back(cluster.to) : tail.oldTo + (cluster.to - tail.to);
    cluster.patches.sort((a, b) => a.from - b.from || a.to - b.to);
  }
  return joined;
}
