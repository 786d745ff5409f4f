// Which pairs are worth a look: by title, link, rare words, terms, a gap between neighbours that stayed, and steps in common.
// Few for each item, so that pages with thousands of items stay quick.

import type { Rarity } from "./likeness.ts";
import type { Node, Side } from "./match-side.ts";

/** How many are looked at for one item by words, and in one gap. */
const BY_WORDS = 8;
const GAP = 6;
/** Lists longer than this are not looked through for each other: a word or link that common says nothing. */
const COMMON = 40;

/** Pairs of open items as `old * newCount + new`. `partner` is what is matched so far, -1 where nothing. */
export function findCandidates(
  old: Side,
  now: Side,
  openOld: readonly Node[],
  openNew: readonly Node[],
  partner: Int32Array,
  rarity: Rarity,
): Set<number> {
  const pairs = new Set<number>();
  const width = now.nodes.length;
  const add = (a: number, b: number): void => void pairs.add(a * width + b);
  const isOpen = new Uint8Array(width);
  for (const node of openNew) isOpen[node.index] = 1;
  byKeys(openOld, openNew, ({ title }) => [title.plain], add);
  byKeys(openOld, openNew, ({ title }) => (title.main === title.plain ? [] : [title.main]), add);
  byKeys(openOld, openNew, ({ title }) => [title.main, title.plain], add);
  byKeys(openOld, openNew, ({ urls }) => urls, add);
  byKeys(openOld, openNew, ({ title }) => title.objects, add);
  byWords(openOld, openNew, rarity, add);
  byGaps(old, now, openOld, isOpen, partner, add);
  for (const node of openOld)
    for (const child of node.children) {
      const mate = partner[child]!;
      const parent = mate < 0 ? -1 : now.nodes[mate]!.parent;
      if (parent >= 0 && isOpen[parent]) add(node.index, parent);
    }
  return pairs;
}

function byKeys(
  openOld: readonly Node[],
  openNew: readonly Node[],
  keysOf: (node: Node) => readonly string[],
  add: (a: number, b: number) => void,
): void {
  const index = new Map<string, Node[]>();
  for (const node of openNew)
    for (const key of keysOf(node)) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [node]);
      else known.push(node);
    }
  for (const node of openOld)
    for (const key of keysOf(node)) {
      if (key === "") continue;
      const found = index.get(key) ?? [];
      const near = found.length <= COMMON ? found : nearest(node, found);
      for (const other of near) add(node.index, other.index);
    }
}

/** Of many with one title those that stand at about the same place. */
function nearest(node: Node, found: readonly Node[]): readonly Node[] {
  const distance = (other: Node): number => Math.abs(other.index - node.index);
  return [...found].sort((a, b) => distance(a) - distance(b) || a.index - b.index).slice(0, COMMON);
}

function byWords(
  openOld: readonly Node[],
  openNew: readonly Node[],
  rarity: Rarity,
  add: (a: number, b: number) => void,
): void {
  const words = new Map<string, Node[]>();
  const wordsOf = ({ title }: Node): [string, number][] => [
    ...title.tokens,
    ...[...title.concepts].map((concept): [string, number] => [`\u0001${concept}`, 1]),
  ];
  for (const node of openNew)
    for (const [word, weight] of wordsOf(node)) {
      if (weight < 0.3) continue;
      const known = words.get(word);
      if (known === undefined) words.set(word, [node]);
      else known.push(node);
    }
  for (const node of openOld) {
    const scores = new Map<number, number>();
    for (const [word, weight] of wordsOf(node)) {
      const found = words.get(word) ?? [];
      if (found.length > COMMON) continue;
      const gain = (weight * rarity(word)) / Math.sqrt(found.length);
      for (const other of found) scores.set(other.index, (scores.get(other.index) ?? 0) + gain);
    }
    const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, BY_WORDS);
    for (const [index] of best) add(node.index, index);
  }
}

/** What stands between two neighbours that stayed neighbours may have been rewritten in place. */
function byGaps(
  old: Side,
  now: Side,
  openOld: readonly Node[],
  isOpen: Uint8Array,
  partner: Int32Array,
  add: (a: number, b: number) => void,
): void {
  for (const node of openOld) {
    const row = old.rows[node.row]!;
    for (const step of [-1, 1]) {
      let at = node.order + step;
      while (at >= 0 && at < row.length && partner[row[at]!]! < 0) at += step;
      const mate = row[at] === undefined ? -1 : partner[row[at]!]!;
      const start = mate >= 0 ? now.nodes[mate]! : edgeOf(old, now, node, partner, step);
      if (start === null) continue;
      const other = now.rows[start.row]!;
      // From the neighbour's mate back towards where the item would stand.
      let from = mate >= 0 ? start.order - step : start.order;
      for (let count = 0; count < GAP && from >= 0 && from < other.length; count++, from -= step)
        if (isOpen[other[from]!]) add(node.index, other[from]!);
    }
  }
}

/** Where no neighbour stayed: the first or last step of the parent's mate. */
function edgeOf(old: Side, now: Side, node: Node, partner: Int32Array, step: number): Node | null {
  if (node.parent < 0) return null;
  const mate = partner[old.nodes[node.parent]!.index]!;
  if (mate < 0) return null;
  const { children } = now.nodes[mate]!;
  const index = step < 0 ? children[0] : children.at(-1);
  return index === undefined ? null : now.nodes[index]!;
}
