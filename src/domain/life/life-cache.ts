// What is remembered of a page's history between two runs, as one text: the items of each blob and the matches of each pair
// of revisions. Items are the same from revision to revision, so each is kept and written once, apart from the text that it
// was cut from: a long history does not hold all its texts in memory. A written text that does not fit is ignored.

import type { ItemMatch, LifeItem, MatchReason } from "./life.ts";
import type { Matched } from "./match.ts";
import { LIFE_ITEMS_VERSION } from "./page-items.ts";

/** Raised where matching changes: matches of other versions are not used. */
export const MATCH_VERSION = 1;

/** An item without its place. */
type ItemRecord = Omit<LifeItem, "line" | "parent">;

type Row = [number, number, number];

interface PackedMatches {
  /** `[from, to, length]` of unchanged items, one after the other; then all other matches and doubts. */
  runs: Row[];
  others: [number, number, number, string][];
  gone: [number, number][];
  came: [number, number][];
}

interface Written {
  version: string;
  records: ItemRecord[];
  /** By blob: record, line, parent index or -1; one after the other. */
  blobs: Record<string, number[]>;
  pairs: Record<string, PackedMatches>;
}

/** Items of texts, by the text's hash. */
export class LifeItems {
  readonly records: ItemRecord[];
  readonly blobs: Map<string, readonly number[]>;
  private places: Map<string, number> | null = null;

  constructor(records: ItemRecord[] = [], blobs = new Map<string, readonly number[]>()) {
    this.records = records;
    this.blobs = blobs;
  }

  get size(): number {
    return this.blobs.size;
  }

  has(blob: string): boolean {
    return this.blobs.has(blob);
  }

  get(blob: string): LifeItem[] | undefined {
    const row = this.blobs.get(blob);
    if (row === undefined) return undefined;
    const list: LifeItem[] = [];
    for (let at = 0; at + 2 < row.length; at += 3) {
      const parent = row[at + 2]!;
      list.push({ ...this.records[row[at]!]!, line: row[at + 1]!, parent: parent < 0 ? null : parent });
    }
    return list;
  }

  set(blob: string, items: readonly LifeItem[]): void {
    this.places ??= new Map(this.records.map((record, at) => [JSON.stringify(record), at]));
    const row: number[] = [];
    for (const { line, parent, ...record } of items) {
      const key = JSON.stringify(record);
      let at = this.places.get(key);
      if (at === undefined) {
        // Read back, its strings are no longer slices that keep the whole page alive.
        at = this.records.push(JSON.parse(key) as ItemRecord) - 1;
        this.places.set(key, at);
      }
      row.push(at, line, parent ?? -1);
    }
    this.blobs.set(blob, row);
  }
}

/** Matches by the hashes of both revisions' texts (`KnownMatches`). */
export class LifeMatches {
  readonly pairs: Map<string, PackedMatches>;

  constructor(pairs = new Map<string, PackedMatches>()) {
    this.pairs = pairs;
  }

  get size(): number {
    return this.pairs.size;
  }

  has(pair: string): boolean {
    return this.pairs.has(pair);
  }

  get(pair: string): Matched | undefined {
    const packed = this.pairs.get(pair);
    return packed === undefined ? undefined : unpackMatches(packed);
  }

  set(pair: string, matched: Matched): void {
    this.pairs.set(pair, packMatches(matched));
  }

  delete(pair: string): void {
    this.pairs.delete(pair);
  }
}

export interface LifeCache {
  items: LifeItems;
  matches: LifeMatches;
}

/** @param settings what else the reading depends on, such as the words of nunc.yaml */
export function writeLifeCache({ items, matches }: LifeCache, settings: string): string {
  const written: Written = {
    version: versionOf(settings),
    records: items.records,
    blobs: Object.fromEntries(items.blobs) as Record<string, number[]>,
    pairs: Object.fromEntries(matches.pairs),
  };
  return JSON.stringify(written);
}

/** Empty where there is no text, or one of another version. */
export function readLifeCache(text: string | null, settings: string): LifeCache {
  const empty: LifeCache = { items: new LifeItems(), matches: new LifeMatches() };
  if (text === null) return empty;
  try {
    const { version, records, blobs, pairs } = JSON.parse(text) as Written;
    if (version !== versionOf(settings)) return empty;
    const rows = Object.entries(blobs);
    const isWhole = rows.every(([, row]) => row.every((at, place) => place % 3 > 0 || at in records));
    if (!isWhole) return empty;
    const items = new LifeItems(records, new Map(rows));
    return { items, matches: new LifeMatches(new Map(Object.entries(pairs))) };
  } catch {
    return empty;
  }
}

function versionOf(settings: string): string {
  return `${LIFE_ITEMS_VERSION}.${MATCH_VERSION} ${settings}`;
}

function packMatches({ matches, gone, came }: Matched): PackedMatches {
  const runs: Row[] = [];
  const others: PackedMatches["others"] = [];
  for (const { from, to, sure, why } of matches) {
    const last = runs.at(-1);
    if (why[0] !== "unchanged") others.push([from, to, sure, why.join(" ")]);
    else if (last !== undefined && last[0] + last[2] === from && last[1] + last[2] === to) last[2]++;
    else runs.push([from, to, 1]);
  }
  return { runs, others, gone: [...gone], came: [...came] };
}

const UNCHANGED: MatchReason[] = ["unchanged"];

function unpackMatches({ runs, others, gone, came }: PackedMatches): Matched {
  const matches: ItemMatch[] = [];
  for (const [from, to, length] of runs)
    for (let at = 0; at < length; at++)
      matches.push({ from: from + at, to: to + at, sure: 1, why: UNCHANGED });
  for (const [from, to, sure, why] of others)
    matches.push({ from, to, sure, why: why.split(" ") as MatchReason[] });
  return { matches, gone: new Map(gone), came: new Map(came) };
}
