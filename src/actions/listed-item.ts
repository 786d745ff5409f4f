// An item as the commands that look hand it over: what the page says, where it stands, and what is private about it.

import { type Item, type ItemFacts, PRIORITIES, type Priority } from "../domain/index.ts";
import type { Context } from "./action.ts";
import { readItemFiles } from "./item-file.ts";
import { toItemJson } from "./page-json.ts";
import type { FoundItem } from "./reading.ts";
import type { ItemJson } from "./snapshot.ts";

export interface ListedItem extends ItemJson {
  file: string;
  /** Titles from the outermost item on, joined by ` › `. */
  path: string;
  estimate: string | null;
  due: string | null;
  pinned: boolean;
  /** 0 to 3: how much it wants the best hours. */
  hard: number | null;
}

export function toListedItem(context: Context, found: FoundItem, facts = readItemFiles(context)): ListedItem {
  return { file: found.page.file, ...toItemJson(found.item), ...toPrivateJson(found.item, facts) };
}

/** The item's path and what its private file says; a due day on the page counts where that names none. */
export function toPrivateJson(
  item: Item,
  facts: ReadonlyMap<string, ItemFacts>,
): Pick<ListedItem, "path" | "estimate" | "due" | "pinned" | "hard"> {
  const known = facts.get(item.path);
  return {
    path: item.path,
    estimate: known?.estimate ?? null,
    due: known?.due ?? item.due,
    pinned: known?.pinned ?? false,
    hard: known?.hard ?? null,
  };
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
