// Where an item stands after an edit, to say it: the heading or the item that it stands below, and the line.

import { displayText, fold } from "../base/index.ts";
import type { Item } from "../domain/index.ts";
import { mapOffset, normalizePatches, type Patch } from "../page/index.ts";
import type { Context } from "./action.ts";
import type { PageReading } from "./reading.ts";

export interface Whereabouts {
  /** The heading, with its group; null where there is none, or where the item is a step. */
  below: string | null;
  /** Title of the item whose step it is. */
  parent: string | null;
  line: number;
  /** `now.md:57`. */
  place: string;
}

/** Where an item that the edit added stands; null where that cannot be told. */
export function whereAdded(
  context: Context,
  page: PageReading,
  patches: readonly Patch[],
  title: string,
): Whereabouts | null {
  const { after, isTouched } = readAfter(context, page, patches);
  const touched = after.view.items.filter(isTouched);
  const found = touched.find((one) => fold(one.title) === fold(title)) ?? touched[0];
  return found === undefined ? null : whereOf(context, after, found);
}

/** Where an item of the page stands after the edit; null where that cannot be told. */
export function whereNow(
  context: Context,
  page: PageReading,
  patches: readonly Patch[],
  item: Item,
): Whereabouts | null {
  const { after, ordered, isTouched } = readAfter(context, page, patches);
  const at = mapOffset(item.entry.from, ordered);
  const same = after.view.items.filter((one) => one.title === item.title);
  const found =
    same.length === 1 ? same[0] : (same.find(isTouched) ?? same.find((one) => one.entry.from === at));
  return found === undefined ? null : whereOf(context, after, found);
}

export function whereOf(context: Context, page: PageReading, item: Item): Whereabouts {
  const heading = item.section.heading === null ? null : displayText(item.section.title);
  const group = item.label === null ? null : displayText(item.label.text);
  const parts = [heading, group].filter((part) => part !== null);
  return {
    below: item.parent !== null || parts.length === 0 ? null : parts.join(" · "),
    parent: item.parent === null ? null : displayText(item.parent.title),
    line: item.line,
    place: `${context.reading.nameOf(page.file)}:${item.line}`,
  };
}

/** The page after the edit, and which of its items stand in what was inserted. */
function readAfter(context: Context, page: PageReading, patches: readonly Patch[]) {
  const ordered = normalizePatches(patches, page.text);
  const after = context.reading.edited(page, ordered);
  const { lines } = after.view.page;
  let shift = 0;
  const inserted = ordered.map(({ from, to, insert }) => {
    const start = from + shift;
    shift += insert.length - (to - from);
    return [lines.lineAt(start), lines.lineAt(Math.max(start, start + insert.length - 1))] as const;
  });
  const isTouched = (item: Item): boolean =>
    inserted.some(([first, last]) => first <= item.line && item.line <= last);
  return { after, ordered, isTouched };
}
