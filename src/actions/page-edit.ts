// An edit of one page as an outcome carries it: the patches, and what the page must say afterwards.

import type { EditOptions, EditRequest, FileEdit } from "../domain/index.ts";
import type { Patch } from "../page/index.ts";
import type { Check, Context } from "./action.ts";
import type { PageReading } from "./reading.ts";

/** Options of every edit function: the language of its errors, and how the page was understood. */
export function editOptions(context: Context): EditOptions {
  return { tongue: context.tongue, overrules: context.world.config.overrules };
}

/** The patches of a page with the check of what was asked, to spread into an outcome. */
export function editPage(
  page: PageReading,
  patches: Patch[],
  expected: EditRequest,
): { edits: FileEdit[]; checks: Check[] } {
  return {
    edits: [{ file: page.file, hash: page.hash, patches }],
    checks: [{ file: page.file, expected }],
  };
}
