// What is remembered of a page's history between two runs, as one text: the items of each blob and the matches of each pair
// of revisions. Items are the same from revision to revision, so each is written once. A text that does not fit is ignored.

import type { ItemMatch, LifeItem, MatchReason } from "./life.ts";
import type { Matched } from "./match.ts";
import { LIFE_ITEMS_VERSION } from "./page-items.ts";

/** Raised where matching changes: matches of other versions are not used. */
export const MATCH_VERSION = 1;

export interface LifeCache {
  /** Items by the hash of the text. */
  items: Map<string, LifeItem[]>;
  /** Matches by the hashes of both revisions' texts. */
  matches: Map<string, Matched>;
}

type Row = [number, number, number];

interface Written {
  version: string;
  /** Each item without line and parent. */
  records: Omit<LifeItem, "line" | "parent">[];
  /** By blob: record, line, parent index or -1; one after the other. */
  blobs: Record<string, number[]>;
  /** By pair: runs `[from, to, length]` of unchanged items, then all other matches and doubts. */
  pairs: Record<
    string,
    {
      runs: Row[];
      others: [number, number, number, string][];
      gone: [number, number][];
      came: [number, number][];
    }
  >;
}

/** @param settings what else the reading depends on, such as the words of nunc.yaml */
export function writeLifeCache({ items, matches }: LifeCache, settings: string): string {
  const records: Written["records"] = [];
  const recordAt = new Map<string, number>();
  const blobs: Written["blobs"] = {};
  for (const [blob, list] of items) {
    const row: number[] = [];
    for (const { line, parent, ...record } of list) {
      const key = JSON.stringify(record);
      let at = recordAt.get(key);
      if (at === undefined) {
        at = records.push(record) - 1;
        recordAt.set(key, at);
      }
      row.push(at, line, parent ?? -1);
    }
    blobs[blob] = row;
  }
  const pairs: Written["pairs"] = {};
  for (const [pair, matched] of matches) pairs[pair] = packMatches(matched);
  const written: Written = { version: versionOf(settings), records, blobs, pairs };
  return JSON.stringify(written);
}

/** Empty where there is no text, or one of another version. */
export function readLifeCache(text: string | null, settings: string): LifeCache {
  const cache: LifeCache = { items: new Map(), matches: new Map() };
  if (text === null) return cache;
  try {
    const written = JSON.parse(text) as Written;
    if (written.version !== versionOf(settings)) return cache;
    for (const [blob, row] of Object.entries(written.blobs)) {
      const list: LifeItem[] = [];
      for (let at = 0; at + 2 < row.length; at += 3) {
        const record = written.records[row[at]!];
        if (record === undefined) throw new Error("a record is missing");
        list.push({ ...record, line: row[at + 1]!, parent: row[at + 2]! < 0 ? null : row[at + 2]! });
      }
      cache.items.set(blob, list);
    }
    for (const [pair, packed] of Object.entries(written.pairs))
      cache.matches.set(pair, unpackMatches(packed));
    return cache;
  } catch {
    return { items: new Map(), matches: new Map() };
  }
}

function versionOf(settings: string): string {
  return `${LIFE_ITEMS_VERSION}.${MATCH_VERSION} ${settings}`;
}

function packMatches({ matches, gone, came }: Matched): Written["pairs"][string] {
  const runs: Row[] = [];
  const others: Written["pairs"][string]["others"] = [];
  for (const { from, to, sure, why } of matches) {
    const last = runs.at(-1);
    if (why[0] !== "unchanged") others.push([from, to, sure, why.join(" ")]);
    else if (last !== undefined && last[0] + last[2] === from && last[1] + last[2] === to) last[2]++;
    else runs.push([from, to, 1]);
  }
  return { runs, others, gone: [...gone], came: [...came] };
}

function unpackMatches({ runs, others, gone, came }: Written["pairs"][string]): Matched {
  const matches: ItemMatch[] = [];
  for (const [from, to, length] of runs)
    for (let at = 0; at < length; at++)
      matches.push({ from: from + at, to: to + at, sure: 1, why: ["unchanged"] });
  for (const [from, to, sure, why] of others)
    matches.push({ from, to, sure, why: why.split(" ") as MatchReason[] });
  return { matches, gone: new Map(gone), came: new Map(came) };
}
