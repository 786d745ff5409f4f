// A page that keeps a `lastmod` gets it with every change.

import { offsetDateTimeAt } from "../base/index.ts";
import { touchLastmod } from "../domain/index.ts";
import { normalizePatches, type Patch } from "../page/index.ts";
import type { Context } from "./action.ts";

/** Adds the patch of `lastmod`, unless the edit itself touches it. */
export function withLastmod(context: Context, file: string, text: string, patches: Patch[]): Patch[] {
  const page = context.world.config.lastmod ? context.reading.page(file) : null;
  if (page === null || page.text !== text) return patches;
  const touched = touchLastmod(page.view, offsetDateTimeAt(context.now, context.zone), context.today);
  const free = touched.filter((mine) =>
    patches.every((other) => mine.to < other.from || other.to < mine.from),
  );
  return normalizePatches([...patches, ...free], text);
}
