// Moves items with all that belongs to them: cut where they stand, written where they go, in the indent and with the
// marker and box of their new neighbours.

import { AppError } from "../../base/index.ts";
import { applyPatches, type Entry, type List, type Patch } from "../../page/index.ts";
import type { Item, PageView } from "../item.ts";
import { allLists, speaksChinese } from "./habits.ts";
import { insertEntries, numberList, type WriteEntry } from "./insert.ts";
import { cutEntries, hasOwnLines, rewriteEntry } from "./lines.ts";
import { hasAbove, outermost } from "./match.ts";
import { sayEdit } from "./messages.ts";
import { findPlace, inOwnGroup, isUnderNoPriority, type Place, type Spot } from "./place.ts";
import { markPriority } from "./priority.ts";
import type { EditOptions } from "./request.ts";
import { boxToMark, cutMark, markToBox } from "./state-ways.ts";
import { tryWays, type Way } from "./try.ts";

/**
 * Patches that move items to a place, in the order in which they stand on the page. Items below others that move go along
 * with them. Nothing changes where they are there already.
 * @throws AppError usage for a place inside what moves; missing where the page has no such place; invalid where the page
 * would not read back right.
 */
export function moveItems(
  view: PageView,
  items: readonly Item[],
  place: Place,
  options: EditOptions = {},
): Patch[] {
  const tongue = options.tongue ?? "en";
  const roots = outermost(items, view);
  if (roots.length === 0) return [];
  const moved = new Set(roots);
  const anchor = place.under ?? place.before ?? place.after;
  if (anchor !== undefined && (hasAbove(anchor, moved) || (anchor === place.under && moved.has(anchor)))) {
    throw new AppError("usage", sayEdit(tongue).intoItself(anchor.title));
  }
  const unmark =
    place.priority === null
      ? (item: Item) =>
          item.marks.filter(({ kind }) => kind === "priority").map((one) => cutMark(view, item, one))
      : undefined;
  // Where only its own sign gives an item a priority, it stays in its place without it.
  if (unmark !== undefined && !place.top && roots.every(isUnderNoPriority))
    return tryWays(view, { kind: "move", items: roots, place }, [() => roots.flatMap(unmark)], options)
      .patches;
  const target = inOwnGroup(view, roots, place);
  const spot = findPlace(view, target, tongue);
  const { mark } = spot;
  if (mark !== undefined) {
    const marked = roots.filter((root) => root.priority !== place.priority);
    const ways = [false, true].map(
      (atEnd): Way =>
        () =>
          marked.flatMap((root) => markPriority(view, root, mark, atEnd)),
    );
    return tryWays(view, { kind: "move", items: roots, place: target }, ways, options).patches;
  }
  if (isThere(roots, spot)) return [];
  return tryWays(
    view,
    { kind: "move", items: roots, place: target },
    moveWays(view, roots, spot, tongue, unmark),
    options,
  ).patches;
}

/** Whether the list would read the same after the move. */
export function isThere(roots: readonly Item[], spot: Spot): boolean {
  const { list } = spot;
  if (list === null || roots.some((root) => root.list !== list)) return false;
  const moved = roots.map(({ entry }) => entry);
  const rest = (entries: readonly Entry[]): Entry[] => entries.filter((entry) => !moved.includes(entry));
  const order = [
    ...rest(list.entries.slice(0, spot.index)),
    ...moved,
    ...rest(list.entries.slice(spot.index)),
  ];
  return order.every((entry, index) => entry === list.entries[index]);
}

/** Ways to move items: with the box adapted to the new list and a mark for what the box said, then with ever less adapted. */
export function moveWays(
  view: PageView,
  roots: readonly Item[],
  spot: Spot,
  tongue: "en" | "zh",
  change?: (item: Item) => Patch[],
): Way[] {
  for (const root of roots) {
    if (!hasOwnLines(view.page, root.entry))
      throw new AppError("invalid", sayEdit(tongue).sharedLine(root.title));
  }
  const adapted =
    (mark: boolean): Way =>
    () =>
      movePatches(view, roots, spot, (item, boxed) => [
        ...(change?.(item) ?? []),
        ...adaptBox(view, item, boxed, mark),
      ]);
  const dateBehind: Way = () =>
    movePatches(view, roots, spot, (item, boxed) => [
      ...dateToWord(view, item),
      ...adaptBox(view, item, boxed, false),
    ]);
  const plain: Way = () => movePatches(view, roots, spot, (item) => change?.(item) ?? []);
  return [adapted(false), adapted(true), plain, ...(change === undefined ? [dateBehind] : [])];
}

function movePatches(
  view: PageView,
  roots: readonly Item[],
  spot: Spot,
  change: (item: Item, boxed: boolean | null) => Patch[],
): Patch[] {
  const { page } = view;
  const cuts = cutsOf(view, roots, spot);
  const cut = new Set([...cuts.values()].flatMap((entries) => [...entries]));
  const writers = roots.map(
    (root): WriteEntry =>
      (head, boxed) =>
        rewriteEntry(page, root.entry, head, firstLine(view, root, change(root, boxed))),
  );
  const patches = insertEntries(view, spot, writers, cut);
  for (const [list, entries] of cuts) {
    const emptied = list.entries.every((entry) => entries.has(entry));
    patches.push(...cutEntries(page, list, entries, emptied && list === spot.list));
    if (list !== spot.list && !emptied) patches.push(...closeRanks(view, list, entries));
  }
  return patches;
}

/**
 * What is cut from which list. A label that is a list entry (`- 待完成`) goes with the last of its entries: alone it would
 * be read as an item.
 */
function cutsOf(view: PageView, roots: readonly Item[], spot: Spot): Map<List, Set<Entry>> {
  const cuts = new Map<List, Set<Entry>>();
  const cut = (list: List, entry: Entry): void => {
    cuts.set(list, (cuts.get(list) ?? new Set()).add(entry));
  };
  for (const root of roots) cut(root.list, root.entry);
  for (const label of [...view.labels].reverse()) {
    const entries = cuts.get(label.list);
    if (
      label.kind !== "entry" ||
      entries === undefined ||
      label.list === spot.list ||
      entries.size < label.list.entries.length
    )
      continue;
    const owner = allLists(view.page.blocks).find(({ list }) =>
      list.entries.some(({ blocks }) => blocks.includes(label.list)),
    );
    const entry = owner?.list.entries.find(({ blocks }) => blocks.includes(label.list));
    if (owner === undefined || entry === undefined || entry.blocks.length > 1) continue;
    cuts.delete(label.list);
    cut(owner.list, entry);
  }
  return cuts;
}

/** Numbers of a list that lost entries. */
function closeRanks(view: PageView, list: List, cut: ReadonlySet<Entry>): Patch[] {
  return numberList(view.page, list, list.entries.length, 0, cut).patches;
}

/** The first line of an item from its content on, with changes to that line. */
function firstLine(view: PageView, item: Item, changes: readonly Patch[]): string {
  const { lines, text } = view.page;
  const from = item.entry.contentFrom;
  const to = lines.end(item.line);
  const inside = changes
    .filter((patch) => patch.from >= from && patch.to <= to)
    .map((patch) => ({ ...patch, from: patch.from - from, to: patch.to - from }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  return applyPatches(text.slice(from, to), inside);
}

/** `2023-03-09 - title` is a date only under a label that says done; elsewhere it is written ` - 2023-03-09 读完`. */
function dateToWord(view: PageView, item: Item): Patch[] {
  const mark = item.marks.find(({ kind }) => kind === "doneOn");
  if (mark === undefined || item.doneOn === null || item.titleRange === null) return [];
  const reads = item.role === "reading";
  const word = speaksChinese(view, item.title)
    ? `${item.doneOn} ${reads ? "读完" : "完成"}`
    : `${reads ? "read" : "done"} ${item.doneOn}`;
  return [
    cutMark(view, item, mark),
    { from: item.titleRange.to, to: item.titleRange.to, insert: ` - ${word}` },
  ];
}

/** In a list with boxes an item gets one; in a list without it loses its own, and a mark says what the box said. */
function adaptBox(view: PageView, item: Item, boxed: boolean | null, mark: boolean): Patch[] {
  if (boxed === null || boxed === (item.entry.checkbox !== null)) return [];
  return boxed ? markToBox(view, item) : boxToMark(view, item, mark);
}
