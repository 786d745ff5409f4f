// How the title paths of items change by an edit of the page, so that what is private about them can follow.

import type { Item } from "../domain/index.ts";
import { mapOffset, normalizePatches, type Patch } from "../page/index.ts";
import type { Context } from "./action.ts";
import type { PageReading } from "./reading.ts";

/**
 * Old paths to new ones for these items and all their steps. An item that stayed in place is found by where its entry
 * begins now; one that was cut and put elsewhere by its title.
 */
export function renamesFor(
  context: Context,
  page: PageReading,
  patches: readonly Patch[],
  items: readonly Item[],
): Map<string, string> {
  const renames = new Map<string, string>();
  const ordered = normalizePatches(patches, page.text);
  const after = context.reading.edited(page, ordered).view;
  const before = new Set(page.view.items.map((item) => item.path));
  for (const item of items) {
    const at = mapOffset(item.entry.from, ordered);
    const stayed = after.items.find(
      (one) => one.entry.from === at && (one.title === item.title || !before.has(one.path)),
    );
    const moved = after.items.filter((one) => one.title === item.title && !before.has(one.path));
    const found = stayed ?? (moved.length === 1 ? moved[0] : undefined);
    if (found === undefined || found.path === item.path) continue;
    for (const old of [item, ...stepsBelow(item)]) {
      renames.set(old.path, `${found.path}${old.path.slice(item.path.length)}`);
    }
  }
  return renames;
}

function stepsBelow(item: Item): Item[] {
  return item.steps.flatMap((step) => [step, ...stepsBelow(step)]);
}
