// From the items of one revision to those of the next: which is which, why, and how sure. An assignment problem: each pair
// has a cost (match-cost.ts), each item may be gone or have come at a cost, and the cheapest whole is taken. What a pair costs
// depends on what its neighbours, parent and steps became, so it is solved a few times, each time with the last answer.

import { assign, type Candidate } from "./assign.ts";
import type { ItemMatch, LifeFile, MatchReason } from "./life.ts";
import {
  compareTitles,
  type Rarity,
  rarityOf,
  scriptDiffers,
  sharesTerm,
  type TitleLikeness,
  yieldsToLink,
} from "./likeness.ts";
import { findCandidates } from "./match-candidates.ts";
import { COST, sureOf } from "./match-cost.ts";
import { findParts } from "./match-parts.ts";
import { isBook, makeSide, type Node, placeKeys, type Side, wordsOfSide } from "./match-side.ts";
import { tokensOf } from "./title.ts";

const ROUNDS = 4;

/**
 * Matches the items of two revisions. Indices are those of the files' items, one file after the other.
 * One item has more than one match where it was split or merged.
 */
export function matchItems(oldFiles: readonly LifeFile[], newFiles: readonly LifeFile[]): Matched {
  return matchSides(makeSide(oldFiles), makeSide(newFiles));
}

/** The same of sides that were made before. */
export function matchSides(old: Side, now: Side): Matched {
  return new Matcher(old, now).run();
}

export interface Matched {
  matches: ItemMatch[];
  /** How sure it is that an old item without a match is gone, by its index; 1 where nothing is like it. */
  gone: ReadonlyMap<number, number>;
  /** How sure it is that a new item without a match has come. */
  came: ReadonlyMap<number, number>;
}

class Matcher {
  private readonly old: Side;
  private readonly now: Side;
  /** New index of each old one so far, -1 where none; and the other way round. */
  private readonly partner: Int32Array;
  private readonly owner: Int32Array;
  private readonly fixed: Uint8Array;
  private readonly rarity: Rarity;
  private readonly likenesses = new Map<number, TitleLikeness>();
  private readonly notes = new Map<number, number>();
  private readonly linkCounts = new Map<string, number>();
  private openOld: Node[] = [];
  private openNew: Node[] = [];
  private sections: Votes = new Votes();
  private lists: Votes = new Votes();
  private isTranslated = false;

  constructor(old: Side, now: Side) {
    this.old = old;
    this.now = now;
    this.partner = new Int32Array(old.nodes.length).fill(-1);
    this.owner = new Int32Array(now.nodes.length).fill(-1);
    this.fixed = new Uint8Array(old.nodes.length);
    this.fixUnchanged();
    this.rarity = rarityOf(wordsOfSide(old), wordsOfSide(now));
    if (this.openOld.length === 0 || this.openNew.length === 0) return;
    for (const side of [old, now]) {
      const counts = new Map<string, number>();
      for (const { urls } of side.nodes) for (const url of urls) counts.set(url, (counts.get(url) ?? 0) + 1);
      for (const [url, count] of counts)
        this.linkCounts.set(url, Math.max(count, this.linkCounts.get(url) ?? 0));
    }
  }

  run(): Matched {
    const costs = new Map<number, number>();
    const gone = new Map<number, number>();
    const came = new Map<number, number>();
    if (this.openOld.length > 0 && this.openNew.length > 0) {
      this.guess();
      let candidates: Candidate[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        this.vote();
        candidates = this.weigh();
        const chosen = assign(this.old.nodes.length, this.now.nodes.length, candidates, COST.gone, COST.came);
        if (!this.take(chosen) && round > 0) break;
      }
      this.vote();
      for (const { row, column, cost } of candidates) {
        if (this.partner[row] === column) costs.set(row, this.costOf(row, column));
        if (this.partner[row]! >= 0 || this.owner[column]! >= 0) continue;
        const doubt = round(1 - sureOf(cost));
        gone.set(row, Math.min(doubt, gone.get(row) ?? 1));
        came.set(column, Math.min(doubt, came.get(column) ?? 1));
      }
    }
    const matches: ItemMatch[] = [];
    this.old.nodes.forEach((_, from) => {
      const to = this.partner[from]!;
      if (to < 0) return;
      if (this.fixed[from]) matches.push({ from, to, sure: 1, why: ["unchanged"] });
      else matches.push({ from, to, sure: round(sureOf(costs.get(from)!)), why: this.reasons(from, to) });
    });
    matches.push(...findParts(this.old, this.now, this.partner, this.owner, this.rarity));
    return { matches, gone, came };
  }

  /** Items that are there once on both sides, word for word in the same list, need no weighing. */
  private fixUnchanged(): void {
    const before = placeKeys(this.old);
    const after = placeKeys(this.now);
    for (const [key, from] of before) {
      const to = after.get(key) ?? -1;
      if (from < 0 || to < 0) continue;
      this.partner[from] = to;
      this.owner[to] = from;
      this.fixed[from] = 1;
    }
    this.openOld = this.old.nodes.filter(({ index: at }) => this.partner[at]! < 0);
    this.openNew = this.now.nodes.filter(({ index: at }) => this.owner[at]! < 0);
  }

  /** A first guess, for context only: titles that are there once on both sides. */
  private guess(): void {
    const once = (nodes: readonly Node[]): Map<string, number> => {
      const found = new Map<string, number>();
      for (const { title, index } of nodes)
        found.set(title.plain, found.has(title.plain) || title.isGeneric || title.plain === "" ? -1 : index);
      return found;
    };
    const after = once(this.openNew);
    for (const [plain, from] of once(this.openOld)) {
      const to = after.get(plain) ?? -1;
      if (from < 0 || to < 0) continue;
      this.partner[from] = to;
      this.owner[to] = from;
    }
  }

  /** Where the items of each section and list went. */
  private vote(): void {
    this.sections = new Votes();
    this.lists = new Votes();
    this.old.nodes.forEach((node, at) => {
      const mate = this.partner[at]!;
      if (mate < 0) return;
      this.sections.add(node.section, this.now.nodes[mate]!.section);
      this.lists.add(node.list, this.now.nodes[mate]!.list);
    });
    let turned = 0;
    let kept = 0;
    for (const node of this.openOld) {
      const mate = this.partner[node.index]!;
      if (mate < 0) continue;
      if (scriptDiffers(node.title, this.now.nodes[mate]!.title)) turned++;
      else if (node.title.plain !== this.now.nodes[mate]!.title.plain) kept++;
    }
    this.isTranslated = (turned >= 3 && turned > kept) || turnsScript(this.openOld, this.openNew);
  }

  private weigh(): Candidate[] {
    const width = this.now.nodes.length;
    const pairs = findCandidates(this.old, this.now, this.openOld, this.openNew, this.partner, this.rarity);
    return [...pairs]
      .sort((a, b) => a - b)
      .map((pair) => {
        const row = Math.floor(pair / width);
        const column = pair % width;
        return { row, column, cost: this.costOf(row, column) };
      });
  }

  /** @returns whether anything is matched otherwise than before */
  private take(chosen: readonly (Candidate | null)[]): boolean {
    let isChanged = false;
    for (const { index } of this.openNew) this.owner[index] = -1;
    for (const { index } of this.openOld) {
      const to = chosen[index]?.column ?? -1;
      if (this.partner[index] !== to) isChanged = true;
      this.partner[index] = to;
      if (to >= 0) this.owner[to] = index;
    }
    return isChanged;
  }

  private costOf(from: number, to: number): number {
    const a = this.old.nodes[from]!;
    const b = this.now.nodes[to]!;
    const likeness = this.likenessOf(a, b);
    const place = this.placeCost(a, b);
    const link = this.linkCost(a, b, likeness);
    let cost = COST.change + place + link;
    let { score, conflict } = likeness;
    if (likeness.how === "contained-title" && place > COST.parent)
      score = Math.min(score, likeness.dice + COST.part);
    if (likeness.how === "other-language" && place > COST.parent) score -= COST.farLanguage;
    if (score < COST.translation && this.couldBeTranslation(a, b, place)) score = COST.translation;
    cost += COST.title * (1 - score);
    if (link < -0.25 && yieldsToLink(conflict)) conflict = null;
    if (conflict !== null) cost += COST[conflict];
    const isSameParent = this.isSameParent(a, b);
    if (b.title.isGeneric && a.title.isGeneric && !isSameParent && link >= 0) cost += COST.generic;
    if (conflict === null) cost += COST.steps * this.stepShare(a, b);
    cost += COST.note * this.noteLikeness(a, b);
    if (score < 0.95 && this.isGrouping(a, b)) cost += COST.group;
    if (score === 1 && isOtherNote(a, b)) cost += COST.otherNote;
    return cost;
  }

  private likenessOf(a: Node, b: Node): TitleLikeness {
    const pair = a.index * this.now.nodes.length + b.index;
    let likeness = this.likenesses.get(pair);
    if (likeness === undefined) {
      likeness = compareTitles(a.title, b.title, this.rarity, isBook(a) || isBook(b));
      this.likenesses.set(pair, likeness);
    }
    return likeness;
  }

  private placeCost(a: Node, b: Node): number {
    let cost = 0;
    if (!this.isSameParent(a, b)) cost += COST.parent;
    if (a.section !== b.section) cost += COST.section * (1 - this.sections.share(a.section, b.section));
    if (a.list !== b.list) cost += COST.list * (1 - this.lists.share(a.list, b.list));
    for (const step of [-1, 1]) if (!this.isSameNeighbour(a, b, step)) cost += COST.neighbour;
    if (a.inReadingList !== b.inReadingList) cost += COST.role;
    const finishes = b.item.state === "done" && a.item.state !== "done";
    if (finishes && b.inReadingList && !a.inReadingList) cost += COST.finish;
    return cost;
  }

  private isSameParent(a: Node, b: Node): boolean {
    if (a.parent < 0 || b.parent < 0) return a.parent < 0 && b.parent < 0;
    return this.partner[a.parent] === b.parent;
  }

  /** Whether the nearest neighbour that is matched, on one side of each, is the same. */
  private isSameNeighbour(a: Node, b: Node, step: number): boolean {
    const before = nearestMatched(this.old.rows[a.row]!, a.order, step, this.partner);
    const after = nearestMatched(this.now.rows[b.row]!, b.order, step, this.owner);
    if (before < 0 || after < 0) return before < 0 && after < 0;
    return this.partner[before] === after;
  }

  private linkCost(a: Node, b: Node, { score, conflict }: TitleLikeness): number {
    if (a.urls.length === 0 || b.urls.length === 0) return 0;
    const shared = a.urls.filter((url) => b.urls.includes(url));
    if (shared.length === 0) return score < 1 ? COST.otherLink : 0;
    if (!yieldsToLink(conflict)) return 0;
    return COST.link / Math.min(...shared.map((url) => this.linkCounts.get(url) ?? 1));
  }

  private stepShare(a: Node, b: Node): number {
    const most = Math.max(a.children.length, b.children.length);
    if (a.children.length === 0 || b.children.length === 0) return 0;
    let same = 0;
    for (const child of a.children) {
      const mate = this.partner[child]!;
      if (mate >= 0 && this.now.nodes[mate]!.parent === b.index && !this.old.nodes[child]!.title.isGeneric)
        same++;
    }
    return same / most;
  }

  /** Only one of them has steps, and most of those were there without it, or are still there. */
  private isGrouping(a: Node, b: Node): boolean {
    if (a.children.length > 0 === b.children.length > 0) return false;
    const [steps, matched] = b.children.length > 0 ? [b.children, this.owner] : [a.children, this.partner];
    const elsewhere = steps.filter((step) => matched[step]! >= 0).length;
    return elsewhere >= 2 && elsewhere >= steps.length / 2;
  }

  private noteLikeness(a: Node, b: Node): number {
    if (a.item.note === null || b.item.note === null) return 0;
    if (a.item.note === b.item.note) return 1;
    const pair = a.index * this.now.nodes.length + b.index;
    let share = this.notes.get(pair);
    if (share === undefined) {
      const before = tokensOf(a.item.note.toLowerCase());
      const after = tokensOf(b.item.note.toLowerCase());
      let same = 0;
      for (const token of before.keys()) if (after.has(token)) same++;
      share = before.size + after.size === 0 ? 0 : (2 * same) / (before.size + after.size);
      this.notes.set(pair, share);
    }
    return share;
  }

  /** Both name something in common in two scripts, between the same neighbours; or the whole page changes its language. */
  private couldBeTranslation(a: Node, b: Node, place: number): boolean {
    if (place > 0.001 || !scriptDiffers(a.title, b.title)) return false;
    return (this.isTranslated || sharesTerm(a.title, b.title)) && this.isAloneInGap(a, b);
  }

  private isAloneInGap(a: Node, b: Node): boolean {
    const gap = (rows: number[], order: number, matched: Int32Array, self: number): number => {
      let count = 0;
      for (const step of [-1, 1])
        for (let at = order + step; at >= 0 && at < rows.length; at += step) {
          const mate = matched[rows[at]!]!;
          if (mate >= 0 && mate !== self) break;
          count++;
        }
      return count;
    };
    return (
      gap(this.old.rows[a.row]!, a.order, this.partner, b.index) === 0 &&
      gap(this.now.rows[b.row]!, b.order, this.owner, a.index) === 0
    );
  }

  private reasons(from: number, to: number): MatchReason[] {
    const a = this.old.nodes[from]!;
    const b = this.now.nodes[to]!;
    const likeness = this.likenessOf(a, b);
    const why: MatchReason[] = [];
    if (likeness.score >= 0.3) why.push(likeness.how);
    if (this.linkCost(a, b, likeness) < 0) why.push("same-link");
    if (this.stepShare(a, b) > 0) why.push("same-steps");
    const place = this.placeCost(a, b);
    if (place < 0.001) why.push("in-place");
    else {
      why.push("moved");
      if (this.isSameNeighbour(a, b, -1) && this.isSameNeighbour(a, b, 1)) why.push("with-block");
    }
    if (likeness.score < 0.3 && scriptDiffers(a.title, b.title)) why.unshift("other-language");
    return why;
  }
}

/** Where things went: old name to new names with how many. */
class Votes {
  private readonly counts = new Map<string, Map<string, number>>();

  add(from: string, to: string): void {
    const known = this.counts.get(from) ?? new Map<string, number>();
    known.set(to, (known.get(to) ?? 0) + 1);
    this.counts.set(from, known);
  }

  /** Share of what was in one that is now in the other. */
  share(from: string, to: string): number {
    const known = this.counts.get(from);
    if (known === undefined) return 0;
    let total = 0;
    for (const count of known.values()) total += count;
    return (known.get(to) ?? 0) / total;
  }
}

/** Nearly all that changed was in one script and is in the other. */
function turnsScript(openOld: readonly Node[], openNew: readonly Node[]): boolean {
  const share = (nodes: readonly Node[], script: string): number =>
    nodes.filter(({ title }) => title.script === script).length / nodes.length;
  if (Math.min(openOld.length, openNew.length) < 3) return false;
  return (
    (share(openOld, "cjk") >= 0.7 && share(openNew, "latin") >= 0.7) ||
    (share(openOld, "latin") >= 0.7 && share(openNew, "cjk") >= 0.7)
  );
}

function nearestMatched(row: readonly number[], order: number, step: number, matched: Int32Array): number {
  for (let at = order + step; at >= 0 && at < row.length; at += step)
    if (matched[row[at]!]! >= 0) return row[at]!;
  return -1;
}

/** Two titles that only name where it is from (`极客时间`), each with another book behind it. */
function isOtherNote(a: Node, b: Node): boolean {
  const isPhrase = [...a.title.tokens.values()].every((weight) => weight < 0.3) || a.title.isGeneric;
  if (!isPhrase || a.item.note === null || b.item.note === null) return false;
  const before = tokensOf(a.item.note.toLowerCase());
  const after = tokensOf(b.item.note.toLowerCase());
  for (const token of before.keys()) if (after.has(token)) return false;
  return true;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
