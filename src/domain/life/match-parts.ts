// Steps that were split or merged: what stands on the new page without an old item may be a part of one that lost just that
// part, and what is gone may be in one that gained just that. Each part and each source shares the life.

import type { ItemMatch } from "./life.ts";
import type { Rarity } from "./likeness.ts";
import type { Node, Side } from "./match-side.ts";
import { tokensOf } from "./title.ts";

/** A word that counts less than this is a phrase, not a part. */
const LEAST_WEIGHT = 0.7;
/** How far from the rest a part stands at most to be beside it. */
const NEAR = 3;
/** How sure a part is: beside the rest, elsewhere, where only what the rest lost speaks for it, and where its link does. */
const SURE = { near: 0.85, far: 0.7, lost: 0.65, link: 0.7 } as const;

/** An item of the side that has the whole, and what goes on of it on the other; null where nothing does. */
interface Whole {
  node: Node;
  rest: Node | null;
  words: Map<string, number>;
  kept: Map<string, number>;
}

/** Splits and merges on top of a match of one to one. `partner` and `owner` hold it, -1 where nothing. */
export function findParts(
  old: Side,
  now: Side,
  partner: Int32Array,
  owner: Int32Array,
  rarity: Rarity,
): ItemMatch[] {
  const splits = partsOf(old, now, partner, owner, rarity, "split").map(
    ({ part, whole, sure }): ItemMatch => ({ from: whole, to: part, sure, why: ["split"] }),
  );
  // Of something that is gone as a whole, one part alone is another item.
  const found = splits.filter(
    ({ from }) => partner[from]! >= 0 || splits.filter((one) => one.from === from).length > 1,
  );
  for (const { part, whole, sure } of partsOf(now, old, owner, partner, rarity, "merged"))
    if (!found.some(({ from }) => from === part))
      found.push({ from: part, to: whole, sure, why: ["merged"] });
  return found;
}

/**
 * @param wholes the side that has the wholes: the old one of splits, the new one of merges
 * @param matched partner of each item of `wholes` on the side of the parts, and `owned` the other way round
 */
function partsOf(
  wholes: Side,
  parts: Side,
  matched: Int32Array,
  owned: Int32Array,
  rarity: Rarity,
  kind: "split" | "merged",
): { part: number; whole: number; sure: number }[] {
  const lone = parts.nodes.filter(({ index, title }) => owned[index]! < 0 && !title.isGeneric);
  if (lone.length === 0) return [];
  const titles = new Set(wholes.nodes.map(({ title }) => title.plain));
  const index = wordIndex(wholes, parts, matched, kind);
  const found: { part: number; whole: number; sure: number }[] = [];
  for (const part of lone) {
    // What has the title of another item there is a copy of it, not a part.
    if (titles.has(part.title.plain)) continue;
    let best: { whole: number; sure: number } | null = null;
    const seen = new Set<Whole>();
    for (const word of [...part.title.tokens.keys(), ...part.urls])
      for (const whole of index.get(word) ?? []) {
        if (seen.has(whole)) continue;
        seen.add(whole);
        const { rest } = whole;
        if (part.urls.includes(word)) {
          best ??= { whole: whole.node.index, sure: SURE.link };
          continue;
        }
        if (rest !== null && (rest.title.plain === part.title.plain || isBelow(parts, part, rest))) continue;
        const isNear = rest !== null && isBeside(parts, owned, part, rest);
        const sure = partScore(whole, part, isNear, rarity, kind);
        if (sure > (best?.sure ?? 0)) best = { whole: whole.node.index, sure };
      }
    if (best !== null) found.push({ part: part.index, ...best });
  }
  return found;
}

/** Items whose title changed or that have no match, by the words of title, note and link that count. */
function wordIndex(
  wholes: Side,
  parts: Side,
  matched: Int32Array,
  kind: "split" | "merged",
): Map<string, Whole[]> {
  const index = new Map<string, Whole[]>();
  for (const node of wholes.nodes) {
    const mate = matched[node.index]!;
    const rest = mate < 0 ? null : parts.nodes[mate]!;
    if (rest === null && kind === "merged") continue;
    const isRenamed = rest === null || rest.title.plain !== node.title.plain;
    const links = rest === null ? [] : node.urls.filter((url) => !rest.urls.includes(url));
    if (!isRenamed && links.length === 0) continue;
    const whole = {
      node,
      rest,
      words: wordsOf(node, false),
      kept: rest === null ? new Map() : wordsOf(rest, true),
    };
    const words = isRenamed
      ? [...whole.words].filter(([, weight]) => weight >= 0.3).map(([word]) => word)
      : [];
    for (const word of [...words, ...links]) {
      const known = index.get(word);
      if (known === undefined) index.set(word, [whole]);
      else known.push(whole);
    }
  }
  return index;
}

/**
 * How sure it is that `part` is what the whole has and its rest has not; 0 where it is not. Its words must stand in the title
 * of the whole, and, where the rest goes on, be missing there; beside the rest it is enough that it has what the rest lost.
 */
function partScore(
  { node: whole, rest, words, kept }: Whole,
  part: Node,
  isNear: boolean,
  rarity: Rarity,
  kind: "split" | "merged",
): number {
  let inTitle = 0;
  let inside = 0;
  let total = 0;
  let lost = 0;
  for (const [word, weight] of part.title.tokens) {
    const counts = weight * rarity(word);
    total += counts;
    if (!words.has(word)) continue;
    inside += counts;
    if (whole.title.tokens.has(word)) inTitle += counts;
    if (!kept.has(word)) lost += counts;
  }
  if (total === 0) return 0;
  const isBook = part.inReadingList || whole.inReadingList;
  const isInside = inTitle / total >= 0.9 && whole.title.plain.length > part.title.plain.length;
  if (isInside && lost >= LEAST_WEIGHT && lost / total >= 0.5)
    return isNear ? SURE.near : isBook ? 0 : SURE.far;
  if (rest === null || !isNear || isBook) return 0;
  let missing = 0;
  let covered = 0;
  const offers = wordsOf(part, true);
  for (const [word, weight] of words) {
    if (kept.has(word) || weight < 0.3) continue;
    missing += weight * rarity(word);
    if (offers.has(word)) covered += weight * rarity(word);
  }
  const share = missing === 0 ? 0 : covered / missing;
  // A source is cut short where it is merged; a part is not written out beyond what it was.
  const least = kind === "merged" ? 0.12 : share >= 0.8 ? 0.2 : 0.35;
  return covered >= LEAST_WEIGHT && share >= 0.6 && inside / total >= least ? SURE.lost : 0;
}

/** Words of title and note, and with `links` of the last part of each link. */
function wordsOf({ title, item, urls }: Node, links: boolean): Map<string, number> {
  const words = new Map(title.tokens);
  const tails = links ? urls.map((url) => url.split(/[/?]/).filter(Boolean).at(-1) ?? "") : [];
  for (const text of [item.note?.toLowerCase() ?? "", ...tails])
    for (const [word, weight] of tokensOf(text)) if (!words.has(word)) words.set(word, weight);
  return words;
}

function isBelow(side: Side, node: Node, above: Node): boolean {
  for (let at = node.parent; at >= 0; at = side.nodes[at]!.parent) if (at === above.index) return true;
  return false;
}

/** Two items of one list that are close, or with only unmatched ones between. */
function isBeside(side: Side, matched: Int32Array, a: Node, b: Node): boolean {
  if (a.row !== b.row) return false;
  if (Math.abs(a.order - b.order) <= NEAR) return true;
  const row = side.rows[a.row]!;
  const step = a.order < b.order ? 1 : -1;
  for (let at = a.order + step; at !== b.order; at += step) if (matched[row[at]!]! >= 0) return false;
  return true;
}
