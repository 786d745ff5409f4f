// An item as the commands that look hand it over: what the page says, where it stands, and what is private about it.

import type { Priority } from "../domain/index.ts";
import { type Item, PRIORITIES } from "../domain/index.ts";
import type { Context } from "./action.ts";
import { type ItemFacts, readItemFiles } from "./item-file.ts";
import { toItemJson } from "./page-json.ts";
import type { FoundItem, PageReading } from "./reading.ts";
import type { ItemJson } from "./snapshot.ts";

export interface ListedItem extends ItemJson {
  file: string;
  /** Titles from the outermost item on, joined by ` › `. */
  path: string;
  estimate: string | null;
  due: string | null;
  pinned: boolean;
}

export function toListedItem(context: Context, found: FoundItem, facts = readItemFiles(context)): ListedItem {
  const known: ItemFacts | undefined = facts.get(found.item.path);
  return {
    file: found.page.file,
    path: found.item.path,
    ...toItemJson(found.item),
    estimate: known?.estimate ?? null,
    due: known?.due ?? found.item.due,
    pinned: known?.pinned ?? false,
  };
}

/** The items of all pages in their order. */
export function allItems(pages: readonly PageReading[]): FoundItem[] {
  return pages.flatMap((page) => page.view.items.map((item) => ({ page, item })));
}

/** 0 for highest, 4 for none. */
export function priorityOrder(priority: Priority | null): number {
  return priority === null ? PRIORITIES.length : PRIORITIES.indexOf(priority);
}

/** The first open step below an item, its own steps first; null where there is none. */
export function nextStepOf(item: Item): Item | null {
  for (const step of item.steps) {
    if (step.state !== "open" && step.state !== "doing") continue;
    return nextStepOf(step) ?? step;
  }
  return null;
}
