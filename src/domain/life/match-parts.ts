// Steps that were split or merged: what stands on the new page without an old item may be a part of one that lost just that
// part, and what is gone may be in one that gained just that. Each part and each source shares the life.

import type { ItemMatch } from "./life.ts";
import type { Rarity } from "./likeness.ts";
import type { Node, Side } from "./match-side.ts";
import { plainUrl, tokensOf } from "./title.ts";

/** A word that counts less than this is a phrase, not a part. */
const LEAST_WEIGHT = 0.7;

/** Splits and merges on top of a match of one to one. `partner` and `owner` hold it, -1 where nothing. */
export function findParts(
  old: Side,
  now: Side,
  partner: Int32Array,
  owner: Int32Array,
  rarity: Rarity,
): ItemMatch[] {
  const came = now.nodes.filter(({ index }) => owner[index]! < 0);
  const gone = old.nodes.filter(({ index }) => partner[index]! < 0);
  const found: ItemMatch[] = [];
  const oldTitles = new Set(old.nodes.map(({ title }) => title.plain));
  const newTitles = new Set(now.nodes.map(({ title }) => title.plain));
  const isNearNew = nearness(now, owner);
  for (const part of came) {
    // What has the title of another old item is a copy of it, not a part.
    if (oldTitles.has(part.title.plain) || part.title.isGeneric) continue;
    const best = bestOf(old.nodes, (whole) => {
      const rest = partner[whole.index]! < 0 ? null : now.nodes[partner[whole.index]!]!;
      if (rest === null && !gone.includes(whole)) return 0;
      if (rest !== null && (rest.title.plain === part.title.plain || whole.title.plain === rest.title.plain))
        return 0;
      if (rest !== null && isBelow(now, part, rest)) return 0;
      return partScore(whole, rest, part, rest !== null && isNearNew(part, rest), rarity);
    });
    if (best !== null)
      found.push({ from: best.node.index, to: part.index, sure: best.score, why: ["split"] });
  }
  // Of something that is gone as a whole, one part alone is another item.
  const splits = found.filter(
    ({ from }) => partner[from]! >= 0 || found.filter((one) => one.from === from).length > 1,
  );
  found.splice(0, found.length, ...splits);
  const isNearOld = nearness(old, partner);
  for (const source of gone) {
    if (newTitles.has(source.title.plain) || source.title.isGeneric) continue;
    if (found.some(({ from }) => from === source.index)) continue;
    const best = bestOf(now.nodes, (whole) => {
      const rest = owner[whole.index]! < 0 ? null : old.nodes[owner[whole.index]!]!;
      if (rest === null || rest.title.plain === source.title.plain || rest.title.plain === whole.title.plain)
        return 0;
      if (isBelow(old, source, rest)) return 0;
      return partScore(whole, rest, source, isNearOld(source, rest), rarity);
    });
    if (best !== null)
      found.push({ from: source.index, to: best.node.index, sure: best.score, why: ["merged"] });
  }
  return found;
}

/**
 * How well `part` is what `whole` has and `rest` has not: 0 where it is not. Its words must stand in the whole, and, where the
 * rest goes on, be missing there; beside the rest it is enough that it has what the rest lost.
 */
function partScore(whole: Node, rest: Node | null, part: Node, isNear: boolean, rarity: Rarity): number {
  const has = wordsOf(whole);
  const kept = rest === null ? new Map<string, number>() : wordsOf(rest);
  let inside = 0;
  let total = 0;
  let lost = 0;
  for (const [word, weight] of part.title.tokens) {
    const counts = weight * rarity(word);
    total += counts;
    if (!has.has(word)) continue;
    inside += counts;
    if (!kept.has(word)) lost += counts;
  }
  if (total === 0) return 0;
  const containment = inside / total;
  const isBook = part.inReadingList || whole.inReadingList;
  if (
    containment >= 0.9 &&
    lost >= LEAST_WEIGHT &&
    lost / total >= 0.5 &&
    whole.title.plain.length > part.title.plain.length
  )
    return isNear || !isBook ? (isNear ? 0.85 : 0.7) : 0;
  if (rest === null || !isNear || isBook) return 0;
  let missing = 0;
  let covered = 0;
  const offers = wordsOf(part);
  for (const [word, weight] of has) {
    if (kept.has(word) || weight < 0.3) continue;
    missing += weight * rarity(word);
    if (offers.has(word)) covered += weight * rarity(word);
  }
  const share = missing === 0 ? 0 : covered / missing;
  return covered >= LEAST_WEIGHT && share >= 0.6 && containment >= (share >= 0.8 ? 0.2 : 0.35) ? 0.65 : 0;
}

/** Words of title, note and the last part of each link. */
function wordsOf({ title, item }: Node): Map<string, number> {
  const words = new Map(title.tokens);
  const tails = item.urls.map((url) => plainUrl(url).split(/[/?]/).filter(Boolean).at(-1) ?? "");
  for (const text of [item.note?.toLowerCase() ?? "", ...tails])
    for (const [word, weight] of tokensOf(text)) if (!words.has(word)) words.set(word, weight);
  return words;
}

function bestOf(nodes: readonly Node[], score: (node: Node) => number): { node: Node; score: number } | null {
  let best: { node: Node; score: number } | null = null;
  for (const node of nodes) {
    const value = score(node);
    if (value > (best?.score ?? 0)) best = { node, score: value };
  }
  return best;
}

function isBelow(side: Side, node: Node, above: Node): boolean {
  for (let at = node.parent; at >= 0; at = side.nodes[at]!.parent) if (at === above.index) return true;
  return false;
}

/** Two items of one list with only unmatched ones between. */
function nearness(side: Side, matched: Int32Array): (a: Node, b: Node) => boolean {
  return (a, b) => {
    if (a.row !== b.row) return false;
    const row = side.rows[a.row]!;
    const step = a.order < b.order ? 1 : -1;
    for (let at = a.order + step; at !== b.order; at += step)
      if (matched[row[at]!]! >= 0) return Math.abs(a.order - b.order) <= 3;
    return true;
  };
}
