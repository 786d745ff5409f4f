// What the past of a page depends on: its text and the commit that HEAD names, or without git the last change of it that the
// journal knows. What is made from a page's past is kept by this, so that asking again starts no git.

import type { Context } from "./action.ts";

/** Records of the journal that are asked whether they changed a page. */
const LAST_RECORDS = 200;

/** The page's hash, the commit, the record of the journal; null for what there is none of. */
export function pageStamp(context: Context, file: string): (string | null)[] {
  const { store } = context.world;
  const hash = context.reading.text(file)?.hash ?? null;
  const head = context.outside.pageHead?.(store.resolve(file)) ?? null;
  if (head !== null) return [hash, head, null];
  // A journal grows with every other write: only the last change of the page counts.
  const records = store.journal(LAST_RECORDS);
  return [hash, null, records.findLast(({ files }) => files.some((one) => one.file === file))?.id ?? null];
}
