// How a page is written: its bullets, indents, blank lines, boxes, separators. What is added copies the nearest neighbours;
// where they say nothing, the rest of the page decides, and only then a default.

import { dominantLineEnd, isCjk } from "../../base/index.ts";
import type { Block, Entry, List, Page } from "../../page/index.ts";
import type { Item, PageView, State } from "../item.ts";
import { columnOf, contentColumn, entryGap, entryLead, entrySpan, hasOwnLines } from "./lines.ts";

export interface PlacedList {
  list: List;
  parent: Entry | null;
  depth: number;
}

/** All lists of a page in document order, nested ones included. */
export function allLists(blocks: readonly Block[], parent: Entry | null = null, depth = 0): PlacedList[] {
  const found: PlacedList[] = [];
  for (const block of blocks) {
    if (block.kind !== "list") continue;
    found.push({ list: block, parent, depth });
    for (const entry of block.entries) found.push(...allLists(entry.blocks, entry, depth + 1));
  }
  return found;
}

/** The most frequent value; the first of equals. Undefined for none. */
export function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts) if (best === undefined || count > counts.get(best)!) best = value;
  return best;
}

/** Blank lines that the list puts between its entries: the count that most gaps have. */
export function blanksBetween(page: Page, list: List, without: ReadonlySet<Entry> = new Set()): number {
  const gaps: number[] = [];
  for (let index = 1; index < list.entries.length; index++) {
    const above = list.entries[index - 1]!;
    if (without.has(above) && without.has(list.entries[index]!)) continue;
    gaps.push(Math.max(0, list.entries[index]!.line - entrySpan(page, above).last - 1));
  }
  const loose = gaps.filter((gap) => gap > 0);
  // Blank lines between some entries only are groups, and a new entry joins the group of its neighbour.
  return gaps.length > 0 && loose.length * 2 > gaps.length ? Math.min(2, mostCommon(loose)!) : 0;
}

/** Whether most entries of the list have a checkbox. */
export function hasBoxes(list: List, without: ReadonlySet<Entry> = new Set()): boolean {
  const entries = list.entries.filter((entry) => !without.has(entry));
  return entries.length > 0 && entries.filter((entry) => entry.checkbox !== null).length * 2 > entries.length;
}

/** The sign of a ticked box on this page. */
export function doneSign(view: PageView): "x" | "X" {
  const signs = allEntries(view)
    .map((entry) => entry.checkbox?.mark)
    .filter((mark) => mark === "x" || mark === "X");
  return mostCommon(signs) ?? "x";
}

function allEntries(view: PageView): Entry[] {
  return allLists(view.page.blocks).flatMap(({ list }) => list.entries);
}

/** Whether the page uses box signs beyond blank and ticked, or is written for Obsidian, which shows them. */
export function usesExtendedBoxes(view: PageView): boolean {
  if (allEntries(view).some((entry) => entry.checkbox !== null && !/[ xX]/.test(entry.checkbox.mark)))
    return true;
  return /\[\[[^\]\n]+\]\]|^>\s*\[!\w+\]|[⏫🔼🔽🔺⏬📅⏳🛫➕]️? ?\d{0,4}|\[\w+:: [^\]]*\]/mu.test(
    view.page.text,
  );
}

/** Bullet and gap of a new list: those of the list nearest above the line, else below, else `- `. */
export function listStyle(
  view: PageView,
  line: number,
  depth = 0,
): { lead: string; marker: string; gap: string } {
  const { page } = view;
  const lists = allLists(page.blocks).filter((placed) => !placed.list.ordered && placed.depth === depth);
  const known = new Set(view.items.map((item) => item.list));
  const of = lists.filter(({ list }) => known.has(list));
  const pool = of.length > 0 ? of : lists;
  const above = pool.filter(({ list }) => list.line < line).at(-1);
  const entry = (above ?? pool[0])?.list.entries[0];
  if (entry === undefined || !hasOwnLines(page, entry)) return { lead: "", marker: "-", gap: " " };
  const lead = depth === 0 ? entryLead(page, entry) : "";
  return { lead, marker: page.text.slice(entry.marker.from, entry.marker.to), gap: entryGap(page, entry) };
}

/** Lead of a step below an entry: the page's habit (two or four blanks, a tab), at least the width of the marker. */
export function stepLead(view: PageView, parent: Entry): string {
  const { page } = view;
  const own = entryLead(page, parent);
  const relatives: string[] = [];
  for (const placed of allLists(page.blocks)) {
    const first = placed.list.entries[0];
    if (placed.parent === null || first === undefined || !hasOwnLines(page, first)) continue;
    const above = entryLead(page, placed.parent);
    const lead = entryLead(page, first);
    const width = placed.parent.marker.to - placed.parent.marker.from;
    if (!lead.startsWith(above) || lead === above) continue;
    // An indent of exactly the marker's width follows the marker; a wider one is a habit of its own.
    const follows = columnOf(lead) === contentColumn(page, placed.parent) && !lead.includes("\t");
    relatives.push(
      follows && width !== parent.marker.to - parent.marker.from ? "" : lead.slice(above.length),
    );
  }
  const needed = contentColumn(page, parent);
  const habit = mostCommon(relatives.filter((relative) => relative !== ""));
  if (habit !== undefined && columnOf(own + habit) >= needed && columnOf(own + habit) < needed + 4)
    return own + habit;
  const tab = entryGap(page, parent).includes("\t");
  if (tab && columnOf(`${own}\t`) >= needed) return `${own}\t`;
  return own + " ".repeat(needed - columnOf(own));
}

/** Marker of a step's list: the one that the page uses at that depth, else the parent's bullet. */
export function stepMarker(view: PageView, parent: Entry): { marker: string; gap: string } {
  const { page } = view;
  const nested = allLists(page.blocks).filter((placed) => placed.parent !== null && !placed.list.ordered);
  const depth = allLists(page.blocks).find(({ list }) => list.entries.includes(parent))?.depth ?? 0;
  const deep = nested.filter((placed) => placed.depth === depth + 1);
  // Lists below bullets like this one know best: a log may have other bullets than the lists above it.
  const bullet = page.text.slice(parent.marker.from, parent.marker.to);
  const like = deep.filter(
    ({ parent: above }) => page.text.slice(above!.marker.from, above!.marker.to) === bullet,
  );
  const same = like.length > 0 ? like : deep;
  const entries = (same.length > 0 ? same : nested)
    .map(({ list }) => list.entries[0])
    .filter((entry) => entry !== undefined);
  const habit = mostCommon(entries.map((entry) => page.text.slice(entry.marker.from, entry.marker.to)));
  const gap = mostCommon(entries.map((entry) => entryGap(page, entry)));
  const own = page.text.slice(parent.marker.from, parent.marker.to);
  if (habit !== undefined) return { marker: habit, gap: gap ?? " " };
  if (/^[-*+]$/.test(own)) return { marker: own, gap: entryGap(page, parent) };
  const { marker } = listStyle(view, parent.line);
  return { marker, gap: " " };
}

/** Blank lines between a heading and the list below it, as on the rest of the page. */
export function blanksBelowHeadings(view: PageView): number {
  const gaps: number[] = [];
  const walk = view.page.blocks;
  for (let index = 1; index < walk.length; index++) {
    const above = walk[index - 1]!;
    if (above.kind === "heading") gaps.push(Math.min(2, walk[index]!.line - above.endLine - 1));
  }
  return mostCommon(gaps) ?? 1;
}

/** What stands between title and note: as the siblings do it, then the page, then by the script of the title. */
export function noteSeparator(view: PageView, siblings: readonly Item[], title: string): string {
  const near = mostCommon(siblings.map((item) => separatorOf(view, item)).filter((found) => found !== null));
  if (near !== undefined) return near;
  const cjk = [...title].some((character) => isCjk(character));
  const page = mostCommon(
    view.items.map((item) => separatorOf(view, item)).filter((found) => found !== null),
  );
  if (page !== undefined && (cjk || page === ": ")) return page;
  return view.language === "zh" || (view.language === "mixed" && cjk) ? "：" : ": ";
}

function separatorOf(view: PageView, item: Item): "：" | ": " | null {
  if (item.titleRange === null || item.noteRange === null) return null;
  const between = view.page.text.slice(item.titleRange.to, item.noteRange.from);
  if (between.includes("：")) return "：";
  return /:\s/.test(between) ? ": " : null;
}

export function lineEndOf(view: PageView): string {
  return dominantLineEnd(view.page.text);
}

/** Items that carry a sign of the state on themselves, nearest first: same list, same section, same role, page. */
export function examplesOf(view: PageView, item: Item, state: State): Item[] {
  const nearness = (other: Item): number =>
    other.list === item.list ? 0 : other.section === item.section ? 1 : other.role === item.role ? 2 : 3;
  return view.items
    .filter((other) => other !== item && other.state === state)
    .map((other, order) => ({ other, order }))
    .sort((a, b) => nearness(a.other) - nearness(b.other) || a.order - b.order)
    .map(({ other }) => other);
}

/** Whether new words on the page are to be Chinese. */
export function speaksChinese(view: PageView, near?: string): boolean {
  if (view.language !== "mixed") return view.language === "zh";
  return near === undefined || [...near].some((character) => isCjk(character));
}
