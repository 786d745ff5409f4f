// One side of a match: the items of one revision with what matching asks of them (title, links, neighbours, place).

import type { LifeFile, LifeItem } from "./life.ts";
import { countWords, type WordCounts } from "./likeness.ts";
import { plainUrl, readTitle, type TitleText } from "./title.ts";

/** An item in its place. Indices are those of `Side.nodes`. */
export interface Node {
  index: number;
  item: LifeItem;
  /** Which of the revision's files it stands in. */
  file: number;
  title: TitleText;
  urls: string[];
  parent: number;
  children: number[];
  /** Heading path; of an archive with its path in front. */
  section: string;
  /** Section and label: what a person sees as one list. */
  list: string;
  /** Its neighbours are those with the same parent and section; where it stands among them. */
  row: number;
  order: number;
  inReadingList: boolean;
}

export interface Side {
  nodes: Node[];
  /** Neighbours in the order of the page. */
  rows: number[][];
  /** What was worked out of a side once, for the match with the revision before and the one behind. */
  words: WordCounts | null;
  keys: ReadonlyMap<string, number> | null;
}

const READING =
  /阅读|读书|书单|书籍|图书|想读|待读|已读|在读|读过|看书|\bbooks?\b|\breading\b|\bbookshel(?:f|ves)\b|\bto read\b/i;

export function makeSide(files: readonly LifeFile[]): Side {
  const nodes: Node[] = [];
  const rows: number[][] = [];
  const rowOf = new Map<string, number>();
  files.forEach(({ file, isArchive, items }, fileIndex) => {
    const base = nodes.length;
    items.forEach((item, at) => {
      const parent = item.parent === null ? -1 : base + item.parent;
      const section = `${isArchive ? `${file}\n` : ""}${item.sections.map(bareHeading).join("\n")}`;
      const rowKey = `${fileIndex}\n${parent}\n${section}`;
      let row = rowOf.get(rowKey);
      if (row === undefined) {
        row = rows.push([]) - 1;
        rowOf.set(rowKey, row);
      }
      const index = base + at;
      nodes.push({
        index,
        item,
        file: fileIndex,
        title: readTitle(item.title),
        urls: urlsOf(item.urls),
        parent,
        children: [],
        section,
        list: `${section}\n\n${item.group ?? ""}`,
        row,
        order: rows[row]!.length,
        inReadingList:
          item.role === "reading" || READING.test(`${item.group ?? ""} ${item.sections.at(-1) ?? ""}`),
      });
      rows[row]!.push(index);
      if (parent >= 0) nodes[parent]!.children.push(index);
    });
  });
  return { nodes, rows, words: null, keys: null };
}

const NO_URLS: string[] = [];

function urlsOf(urls: readonly string[]): string[] {
  return urls.length === 0 ? NO_URLS : [...new Set(urls.map(plainUrl))].filter((url) => url !== "");
}

/** A heading without the number in front of it: `一、我的清单`, `2. Books`. */
function bareHeading(title: string): string {
  return title.replace(/^\s*(?:[一二三四五六七八九十]+\s*[、.．]|\d+\s*[、.．)])\s*/, "").toLowerCase();
}

/** What names a book: it stands in a reading list or has a title in 《》. */
export function isBook(node: Node): boolean {
  return node.inReadingList || node.title.objects.length > 0;
}

/** How many of its titles have a word. */
export function wordsOfSide(side: Side): WordCounts {
  side.words ??= countWords(side.nodes.map(({ item }) => item.title));
  return side.words;
}

/**
 * Items with the same key, once on each side, have not changed: title, note, links, list and all above it. Of twins also what
 * stands around and below: one may have moved away with its block while the other came into its place.
 * @returns index by key; -1 where a key is there more than once
 */
export function placeKeys(side: Side): ReadonlyMap<string, number> {
  if (side.keys !== null) return side.keys;
  const { nodes, rows } = side;
  const counts = new Map<string, number>();
  for (const { title } of nodes) counts.set(title.plain, (counts.get(title.plain) ?? 0) + 1);
  const keys: string[] = [];
  const titleAt = (index: number | undefined): string =>
    index === undefined ? "" : nodes[index]!.title.plain;
  const keyOf = (node: Node): string => {
    let key = keys[node.index];
    if (key !== undefined) return key;
    const { item } = node;
    // Above an item is the same what has the same key; its list is the same as that of what stands above.
    const above = node.parent < 0 ? "" : keyOf(nodes[node.parent]!);
    key = `${above}\u0001${item.title}\u0002${item.note ?? ""}\u0002${node.list}\u0002${node.urls.join(" ")}`;
    if (counts.get(node.title.plain)! > 1) {
      const row = rows[node.row]!;
      const around = [row[node.order - 1], row[node.order + 1], ...node.children].map(titleAt);
      key = `${key}\u0002${around.join("\u0003")}`;
    }
    keys[node.index] = key;
    return key;
  };
  const found = new Map<string, number>();
  for (const node of nodes) {
    const key = keyOf(node);
    found.set(key, found.has(key) ? -1 : node.index);
  }
  side.keys = found;
  return found;
}
