// Nodes of a parsed nunc.yaml: a key and a scalar as they were meant, and the known word that a wrong one is like.

import { isScalar, type Node, type Pair } from "yaml";
import type { Tongue } from "../../base/index.ts";

/** What the readers of single keys share: following aliases, places, and where diagnostics go. */
export interface NodeReader {
  readonly tongue: Tongue;
  deref(node: Node | null): Node | null;
  /** Where the key stands, or its value. */
  startOf(pair: Pair, ofValue?: boolean): number;
  report(offset: number, code: string, said: { message: string; hint: string | null }): void;
}

/** A key as it is meant: `2021: log` is the heading "2021", not a number. */
export function keyText(pair: Pair): string {
  const key = pair.key;
  if (!isScalar(key)) return "";
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
}

/** A scalar as text; numbers as they are written. */
export function textOf(node: Node | null): string | null {
  if (!isScalar(node) || node.value === null || typeof node.value === "boolean") return null;
  return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
}

export function isNothing(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

/** The known word that is most like this one; null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const lower = word.toLowerCase();
  const near = known
    .map((candidate) => ({ candidate, apart: editDistance(lower, candidate.toLowerCase()) }))
    .sort((a, b) => a.apart - b.apart)[0];
  return near !== undefined && near.apart <= Math.max(1, Math.floor(word.length / 3)) ? near.candidate : null;
}

/** Levenshtein distance, with one row of memory. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
