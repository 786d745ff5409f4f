// From the revisions of a page to the lives of its items: each revision is matched with the ones that it follows, lives are
// carried on, shared where an item was split or merged, and taken up again where it comes back. Revisions form a graph, with
// branches and merges. Pure: the same revisions give the same lives, and later revisions never change earlier matches.

import type { ItemMatch, LifeRevision, Lives } from "./life.ts";
import { LifeBook, type Occurrence } from "./life-book.ts";
import { findReturn, ReturnIndex } from "./life-return.ts";
import { type Matched, matchSides } from "./match.ts";
import { makeSide, type Node, type Side } from "./match-side.ts";

export interface LivesOptions {
  /** Called before each revision is matched. */
  onProgress?: (done: number, total: number) => void;
  /** Matches by the hashes of two revisions' texts: what is found here is not matched again. */
  known?: KnownMatches;
}

/** Matches by `pairKey`; a Map is one. */
export interface KnownMatches {
  get(pair: string): Matched | undefined;
  has(pair: string): boolean;
  set(pair: string, matched: Matched): unknown;
}

/** An earlier item that one of this revision continues. */
interface Step {
  /** Index of the parent revision. */
  parent: number;
  match: ItemMatch;
}

/** Below this, two lives that a merge of branches brings together stay two. */
const SURE_ENOUGH = 0.5;

/** @param revisions in topological order, parents first; the last one is the page as it is. */
export function readLives(revisions: readonly LifeRevision[], options: LivesOptions = {}): Lives {
  const book = new LifeBook(revisions);
  const sides: Side[] = [];
  const returns = new ReturnIndex();
  const known: KnownMatches = options.known ?? new Map<string, Matched>();
  const lastChild = lastChildren(revisions);
  revisions.forEach((revision, at) => {
    options.onProgress?.(at, revisions.length);
    const side = makeSide(revision.files);
    sides[at] = side;
    const matched = revision.parents.map((parent) => matchOnce(revisions, sides, parent, at, known));
    const steps = stepsOf(side, revision, matched);
    const occurrences = occurrencesOf(side, at, revision);
    book.open(at, occurrences);
    for (const node of side.nodes) carryOn(book, at, node, steps[node.index]!);
    for (const [index, parent] of revision.parents.entries())
      leaveTraces(returns, book, sides, matched[index]!, parent, at);
    for (const node of side.nodes) {
      const before = steps[node.index]!;
      if (before.some(({ match }) => match.why[0] !== "split")) continue;
      const life = findReturn(returns, book, at, node);
      if (life !== null) book.comeBack(at, node.index, life);
      else if (before.length === 0) book.begin(at, node.index, cameSure(matched, node.index));
    }
    book.close(
      at,
      steps.map((list) =>
        list.map(({ parent, match }) => ({ revision: parent, index: match.from, sure: match.sure })),
      ),
      goneSure(revision, matched),
    );
    // What was worked out of the revisions before is not needed again, unless another branch begins there.
    for (const parent of revision.parents) {
      if (lastChild[parent] !== at) continue;
      delete sides[parent];
      book.release(parent);
    }
  });
  options.onProgress?.(revisions.length, revisions.length);
  return book.finish();
}

/**
 * Matches what is not known yet, in the order in which `readLives` asks for it, so that a long history can be read in turns.
 * @param most how many items at least, on both sides together, are enough for one turn
 * @returns how many revisions are matched with all that they follow
 */
export function matchAhead(revisions: readonly LifeRevision[], known: KnownMatches, most: number): number {
  let [lastAt, last] = [-1, null as Side | null];
  const sideOf = (at: number): Side =>
    at === lastAt && last !== null ? last : makeSide(revisions[at]!.files);
  let weighed = 0;
  for (const [at, revision] of revisions.entries()) {
    const missing = revision.parents.filter((old) => !known.has(pairKey(revisions[old]!, revision)));
    if (missing.length > 0 && weighed >= most) return at;
    if (missing.length === 0) continue;
    const side = makeSide(revision.files);
    for (const old of missing) {
      const before = sideOf(old);
      known.set(pairKey(revisions[old]!, revision), matchSides(before, side));
      weighed += before.nodes.length + side.nodes.length;
    }
    [lastAt, last] = [at, side];
  }
  return revisions.length;
}

/** Names two revisions by their texts, for `LivesOptions.known`. */
export function pairKey(old: LifeRevision, now: LifeRevision): string {
  const name = ({ files }: LifeRevision): string =>
    files.map(({ file, hash }) => `${file}:${hash}`).join(",");
  return `${name(old)} ${name(now)}`;
}

/** Matches two revisions, or answers what is known of their texts. */
function matchOnce(
  revisions: readonly LifeRevision[],
  sides: readonly Side[],
  old: number,
  now: number,
  known: KnownMatches,
): Matched {
  const key = pairKey(revisions[old]!, revisions[now]!);
  let matched = known.get(key);
  if (matched === undefined) {
    matched = matchSides(sides[old]!, sides[now]!);
    known.set(key, matched);
  }
  return matched;
}

/** For each revision, the last one that follows it. */
function lastChildren(revisions: readonly LifeRevision[]): number[] {
  const last: number[] = [];
  for (const [at, { parents }] of revisions.entries()) for (const parent of parents) last[parent] = at;
  return last;
}

/** For each item, what it continues in each parent revision, the surest first. */
function stepsOf(side: Side, revision: LifeRevision, matched: readonly Matched[]): Step[][] {
  const steps: Step[][] = side.nodes.map(() => []);
  matched.forEach(({ matches }, parent) => {
    for (const match of matches) steps[match.to]!.push({ parent: revision.parents[parent]!, match });
  });
  for (const list of steps)
    list.sort((a, b) => rankOf(a.match) - rankOf(b.match) || b.match.sure - a.match.sure);
  return steps;
}

/** What is gone, or goes on under another title or link, can be found again by what it was. */
function leaveTraces(
  returns: ReturnIndex,
  book: LifeBook,
  sides: readonly Side[],
  { matches }: Matched,
  parent: number,
  at: number,
): void {
  const old = sides[parent]!.nodes;
  const now = sides[at]!.nodes;
  const stays = new Uint8Array(old.length);
  for (const { from, to } of matches) {
    const [before, after] = [old[from]!, now[to]!];
    const isSame = before.item.title === after.item.title && before.urls.join() === after.urls.join();
    if (isSame) stays[from] = 1;
  }
  for (const node of old) if (!stays[node.index]) returns.add(node, book.lifeAt(parent, node.index), parent);
}

/** A part or source comes after the item that goes on as a whole. */
function rankOf({ why }: ItemMatch): number {
  return why[0] === "split" || why[0] === "merged" ? 1 : 0;
}

function carryOn(book: LifeBook, at: number, node: Node, steps: readonly Step[]): void {
  const [first, ...others] = steps;
  if (first === undefined) return;
  const life = book.lifeAt(first.parent, first.match.from);
  book.carryOn(at, node.index, life);
  for (const { parent, match } of others)
    if (match.sure >= SURE_ENOUGH) book.join(life, book.lifeAt(parent, match.from));
}

function cameSure(matched: readonly Matched[], index: number): number {
  return Math.min(1, ...matched.map(({ came }) => came.get(index) ?? 1));
}

function goneSure(
  revision: LifeRevision,
  matched: readonly Matched[],
): (revision: number, index: number) => number {
  return (parent, index) => matched[revision.parents.indexOf(parent)]?.gone.get(index) ?? 1;
}

/** Parents stand before their steps. */
function occurrencesOf({ nodes }: Side, revision: number, { files }: LifeRevision): Occurrence[] {
  const found: Occurrence[] = [];
  for (const node of nodes) {
    const { file, isArchive } = files[node.file]!;
    const parent = node.parent < 0 ? null : found[node.parent]!;
    found.push({ node, revision, archive: isArchive ? file : null, parent });
  }
  return found;
}
