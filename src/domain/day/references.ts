// References: which item a text of a day means. A text begins with an item's title path, or with a title that only one item
// has; the longest that is one counts, and former titles count as well. What follows is free text.

import { fold } from "../../base/index.ts";
import type { Reference } from "./day.ts";

/** What texts can refer to. Made once for a page, asked often. */
export interface References {
  /** Canonical path or title to path. */
  readonly paths: ReadonlyMap<string, string>;
  /** Code units with which a canonical path begins: most free texts need no further look. */
  readonly firsts: ReadonlySet<string>;
  readonly found: Map<string, Reference | null>;
}

const SEPARATOR = "›";
/** Texts that are remembered at most; beyond that they are looked up each time. */
const MAX_FOUND = 50_000;

/** @param items title paths joined by ` › ` as the page has them now, in its order, each with its former paths */
export function makeReferences(items: readonly { path: string; former: readonly string[] }[]): References {
  const paths = new Map<string, string>();
  const add = (name: string, path: string): void => {
    const key = canonical(name);
    if (key !== "" && !paths.has(key)) paths.set(key, path);
  };
  for (const { path } of items) add(path, path);
  const former = new Map(
    items.filter((item) => item.former.length > 0).map((item) => [item.path, item.former]),
  );
  if (former.size > 0) {
    for (const { path, former: own } of items) for (const name of own) add(name, path);
    // What lies below an item is also found by the item's former path.
    for (const { path } of items)
      for (let at = path.indexOf(" › "); at >= 0; at = path.indexOf(" › ", at + 3))
        for (const name of former.get(path.slice(0, at)) ?? []) add(`${name}${path.slice(at)}`, path);
  }
  addTitles(items, paths);
  const firsts = new Set([...paths.keys()].map((key) => key.charAt(0)));
  return { paths, firsts, found: new Map() };
}

/** Titles of steps, where only one item has the title. */
function addTitles(items: readonly { path: string }[], paths: Map<string, string>): void {
  const titles = new Map<string, string | null>();
  for (const { path } of items) {
    const title = canonical(path.slice(path.lastIndexOf(" › ") + 1).replace(/^› /, ""));
    const known = titles.get(title);
    titles.set(title, known === undefined || known === path ? path : null);
  }
  for (const [title, path] of titles)
    if (path !== null && title !== "" && !paths.has(title)) paths.set(title, path);
}

/**
 * The item that a text means: the longest title path that it begins with, up to its end, a blank, a colon or a full-width
 * comma. Null where it means none.
 */
export function resolveReference(references: References, text: string): Reference | null {
  const known = references.found.get(text);
  if (known !== undefined) return known;
  const found = resolve(references, text);
  if (references.found.size < MAX_FOUND) references.found.set(text, found);
  return found;
}

function resolve({ paths, firsts }: References, text: string): Reference | null {
  if (!firsts.has(canonical(text.slice(0, 8)).charAt(0))) return null;
  for (let end = text.length; end > 0; end--) {
    if (end < text.length && !isBoundary(text.charCodeAt(end))) continue;
    const path = paths.get(canonical(text.slice(0, end)));
    if (path !== undefined) return { path, rest: restOf(text.slice(end)) };
  }
  return null;
}

function isBoundary(unit: number): boolean {
  // Blank, tab, no-break and ideographic blank, `:`, `：`, `，`.
  return (
    unit === 32 ||
    unit === 9 ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    unit === 58 ||
    unit === 0xff1a ||
    unit === 0xff0c
  );
}

function restOf(text: string): string {
  return text.replace(/^[\s:：，]+/, "").replace(/^[-–—](?:\s+|$)/, "");
}

/** Paths compare without width, case, doubled blanks, and with `>` for `›`. */
function canonical(text: string): string {
  return fold(text).replace(/ ?[›>] ?/g, SEPARATOR);
}

/** What a text that means no item is counted under: all before a colon or a dash between blanks. */
export function plainTopic(text: string): string {
  const end = /[:：](?=\s|$)|：|\s[-–—]\s/.exec(text)?.index ?? text.length;
  return text.slice(0, end).trim() || text.trim();
}
