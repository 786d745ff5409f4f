// Which item of the page after an edit is which item of the page before. Text that an edit did not touch keeps its place
// up to a shift, so the place of an entry's marker says which entry it is.

import { applyPatches, diffTexts, mapOffset, type Patch } from "../../page/index.ts";
import type { Item, LogEntry, PageView } from "../item.ts";
import { composePatches } from "./compose.ts";

export interface Matched {
  /** Items of the page before to those of the page after, where their marker stayed. */
  after: Map<Item, Item>;
  /** Items of the page before whose line was cut. */
  lost: Item[];
  /** Items of the page after that no item of the page before became. */
  fresh: Item[];
  patches: readonly Patch[];
}

/** The edit between two texts: the patches that are known, and what the texts differ by beyond them. */
export function editBetween(
  before: string,
  after: string,
  known: readonly Patch[] | undefined,
): readonly Patch[] {
  if (known === undefined) return diffTexts(before, after);
  const applied = applyPatches(before, known);
  return applied === after ? known : composePatches(before, known, diffTexts(applied, after));
}

export function matchItems(before: PageView, after: PageView, patches: readonly Patch[]): Matched {
  const byPlace = new Map(after.items.map((item) => [item.entry.marker.to, item]));
  const matched: Matched = { after: new Map(), lost: [], fresh: [], patches };
  const taken = new Set<Item>();
  for (const item of before.items) {
    const found = byPlace.get(placeAfter(item.entry.marker.to, patches) ?? -1);
    if (found === undefined || taken.has(found)) matched.lost.push(item);
    else {
      matched.after.set(item, found);
      taken.add(found);
    }
  }
  matched.fresh = after.items.filter((item) => !taken.has(item));
  return matched;
}

/** Where the end of a marker lies after the edit; null where it was cut. */
function placeAfter(offset: number, patches: readonly Patch[]): number | null {
  for (const patch of patches) if (patch.from < offset && offset < patch.to) return null;
  const stays = patches.find((patch) => patch.from < offset && patch.to === offset);
  // A renumbered marker ends where its patch ends; text behind it that was put in at the same place comes later.
  if (stays !== undefined)
    return (
      mapOffset(
        stays.from,
        patches.filter((patch) => patch.to <= stays.from),
        true,
      ) + stays.insert.length
    );
  return mapOffset(
    offset,
    patches.filter((patch) => !(patch.from === offset)),
    true,
  );
}

export function matchEntries(
  before: PageView,
  after: PageView,
  patches: readonly Patch[],
): { after: Map<LogEntry, LogEntry>; lost: LogEntry[]; fresh: LogEntry[] } {
  const byPlace = new Map(after.log.map((entry) => [entry.range.from, entry]));
  const map = new Map<LogEntry, LogEntry>();
  const lost: LogEntry[] = [];
  const taken = new Set<LogEntry>();
  for (const entry of before.log) {
    const cut = patches.some((patch) => patch.from <= entry.range.from && entry.range.from < patch.to);
    const found = cut ? undefined : byPlace.get(mapOffset(entry.range.from, patches, true));
    if (found === undefined || taken.has(found)) lost.push(entry);
    else {
      map.set(entry, found);
      taken.add(found);
    }
  }
  return { after: map, lost, fresh: after.log.filter((entry) => !taken.has(entry)) };
}

/** Items without those that stand below another of them, in document order. */
export function outermost(items: readonly Item[], view: PageView): Item[] {
  const chosen = new Set(items);
  return view.items.filter((item) => chosen.has(item) && !hasAbove(item, chosen));
}

export function hasAbove(item: Item, among: ReadonlySet<Item>): boolean {
  for (let above = item.parent; above !== null; above = above.parent) if (among.has(above)) return true;
  return false;
}
