// References: which item a text of a day means. A text begins with an item's title path, or with a title that only one item
// has; the longest that is one counts, and former titles count as well. What follows is free text.

import { fold } from "../../base/index.ts";
import type { Reference } from "./day.ts";

/** What texts can refer to. Made once for a page, asked often. */
export interface References {
  /** Canonical path or title to path. */
  readonly paths: ReadonlyMap<string, string>;
  /** What the canonical paths begin with, up to the end of each word: where a text is none of it, no path goes on. */
  readonly begins: ReadonlySet<string>;
  readonly found: Map<string, Reference | null>;
  readonly topics: Map<string, Topic>;
}

/** What work is counted under: an item's title path, or the topic of a plain text. One object for one topic. */
export interface Topic {
  name: string;
  isItem: boolean;
  /** Title of the outermost item: topics of different ones have nothing to do with one another. */
  outermost: string;
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
  return { paths, begins: beginsOf(paths.keys()), found: new Map(), topics: new Map() };
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

/**
 * Goes through the text word by word; `read` is what was read so far in canonical form. Invariant: it equals
 * `canonical(text.slice(0, end))`, since width and case of one word do not depend on another.
 */
function resolve({ paths, begins }: References, text: string): Reference | null {
  let read = "";
  let isApart = false;
  let found: { path: string; end: number } | null = null;
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (end < text.length && !isBoundary(text.charCodeAt(end))) end++;
    if (end > at) {
      const word = canonical(text.slice(at, end));
      if (isApart && !read.endsWith(SEPARATOR) && !word.startsWith(SEPARATOR)) read += " ";
      read += word;
      isApart = false;
      const path = paths.get(read);
      if (path !== undefined) found = { path, end };
      if (!begins.has(read)) break;
    }
    const unit = text.charCodeAt(end);
    if (unit === 58 || unit === 0xff1a || unit === 0xff0c) {
      read += `${isApart && !read.endsWith(SEPARATOR) ? " " : ""}${unit === 0xff0c ? "," : ":"}`;
      isApart = false;
      const path = isEndOfWord(text, end + 1) ? paths.get(read) : undefined;
      if (path !== undefined) found = { path, end: end + 1 };
    } else isApart = read !== "";
    at = end + 1;
  }
  return found === null ? null : { path: found.path, rest: restOf(text.slice(found.end)) };
}

function isEndOfWord(text: string, at: number): boolean {
  return at >= text.length || isBoundary(text.charCodeAt(at));
}

function beginsOf(keys: Iterable<string>): Set<string> {
  const begins = new Set<string>();
  for (const key of keys)
    for (const match of key.matchAll(/(?=[ :,›])|(?<=›)|$/g)) begins.add(key.slice(0, match.index));
  return begins;
}

/** Blank, tab, no-break and ideographic blank, `:`, `：`, `，`. */
function isBoundary(unit: number): boolean {
  if (unit > 0x3000) return unit === 0xff1a || unit === 0xff0c;
  return unit === 32 || unit === 58 || unit === 9 || unit === 0xa0 || unit === 0x3000;
}

function restOf(text: string): string {
  return text.replace(/^[\s:：，]+/, "").replace(/^[-–—](?:\s+|$)/, "");
}

/** Paths compare without width, case, doubled blanks, and with `>` for `›`. */
export function canonical(text: string): string {
  if (/^[a-z0-9\u4e00-\u9fff]*$/.test(text)) return text;
  return fold(text).replace(/ ?[›>] ?/g, SEPARATOR);
}

/** The topic of a text: the same object for every text that means the same item, or has the same plain topic. */
export function topicOf(references: References, text: string): Topic {
  const { topics } = references;
  const known = topics.get(text);
  if (known !== undefined) return known;
  const reference = references.found.get(text) ?? resolve(references, text);
  const name = reference === null ? plainTopic(text) : reference.path;
  // No text has a line feed, so that these keys are never taken for texts, nor items for plain topics.
  const key = reference === null ? `\n\n${fold(name)}` : `\n${name}`;
  const outermost = name.split(" › ", 1)[0]!;
  const topic = topics.get(key) ?? { name, isItem: reference !== null, outermost };
  topics.set(key, topic);
  if (topics.size < MAX_FOUND) topics.set(text, topic);
  return topic;
}

/** What a text that means no item is counted under: all before a colon or a dash between blanks. */
export function plainTopic(text: string): string {
  const end = /[:：](?=\s|$)|：|\s[-–—]\s/.exec(text)?.index ?? text.length;
  return text.slice(0, end).trim() || text.trim();
}
