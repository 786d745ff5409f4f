// Gone for some revisions and back: an item that comes takes up the life of one that is gone, where it has the same title or
// the same link. A title that says nothing by itself comes back only below the same parent.

import type { LifeBook } from "./life-book.ts";
import { compareTitles, yieldsToLink } from "./likeness.ts";
import { isBook, type Node } from "./match-side.ts";
import { readTitle } from "./title.ts";

interface Trace {
  life: number;
  revision: number;
  node: Node;
}

/** Score of a link in common; a title in common has less. */
const LINKED = 4;

/** Where lives were seen last, by title and by link. */
export class ReturnIndex {
  private readonly byTitle = new Map<string, Trace[]>();
  private readonly byLink = new Map<string, Trace[]>();

  add(node: Node, life: number, revision: number): void {
    const trace = { life, revision, node };
    for (const title of new Set([node.title.plain, node.title.main])) keep(this.byTitle, title, trace);
    for (const url of node.urls) if (isPlace(url)) keep(this.byLink, url, trace);
  }

  titled(node: Node): readonly Trace[] {
    return [...(this.byTitle.get(node.title.plain) ?? []), ...(this.byTitle.get(node.title.main) ?? [])];
  }

  linked(node: Node): readonly Trace[] {
    return node.urls.filter(isPlace).flatMap((url) => this.byLink.get(url) ?? []);
  }
}

/** The life that an item takes up again; null where it is new. */
export function findReturn(index: ReturnIndex, book: LifeBook, revision: number, node: Node): number | null {
  let best: { life: number; score: number } | null = null;
  const consider = (trace: Trace, base: number): void => {
    const life = book.rootOf(trace.life);
    if (book.stands(life)) return;
    const isSameParent = book.parentLife(trace.revision, trace.node) === book.parentLifeOf(revision, node);
    const { conflict } = compareTitles(trace.node.title, node.title, () => 1, isBook(node));
    if (conflict !== null && !(base >= LINKED && yieldsToLink(conflict))) return;
    if (node.title.isGeneric && !(isSameParent && node.parent >= 0) && base < LINKED) return;
    const score =
      base +
      (isSameParent ? 0.6 : 0) +
      (trace.node.section === node.section ? 0.3 : 0) +
      trace.revision / 1e6;
    if (score > (best?.score ?? 0)) best = { life, score };
  };
  for (const trace of index.titled(node)) {
    const isWhole = trace.node.title.plain === node.title.plain;
    // A title with a remark more or less is the same; two remarks are two items.
    if (isWhole || isBare(trace.node, node)) consider(trace, isWhole ? 2 : 1);
  }
  for (const trace of index.linked(node))
    consider(trace, trace.node.title.plain === node.title.plain ? LINKED + 1 : LINKED);
  return (best as { life: number; score: number } | null)?.life ?? null;
}

function isBare(one: Node, other: Node): boolean {
  const [a, b] = [one.title, other.title];
  if (a.main !== b.main || readTitle(a.main).isGeneric || a.main.length < 2) return false;
  return a.main === a.plain || b.main === b.plain;
}

/** A link to a place, not to the front page of a site. */
function isPlace(url: string): boolean {
  return /[/?].+/.test(url) || url.split(".").length > 2;
}

function keep(index: Map<string, Trace[]>, key: string, trace: Trace): void {
  if (key === "") return;
  const known = index.get(key);
  if (known === undefined) {
    index.set(key, [trace]);
    return;
  }
  // Of each life only where it was seen last.
  const at = known.findIndex(({ life }) => life === trace.life);
  if (at >= 0) known[at] = trace;
  else known.push(trace);
}
