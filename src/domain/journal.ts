// What a record of the journal says about taking its change back.

import type { Patch } from "../page/index.ts";
import type { JournalRecord } from "./ports.ts";

/** One file of a recorded change. */
export type FileRecord = JournalRecord["files"][number];

/** The patches that turn the text after a recorded change back to the text before it. */
export function inverseOf(file: FileRecord): Patch[] {
  let shift = 0;
  return file.patches.map((patch) => {
    const from = patch.from + shift;
    shift += patch.insert.length - (patch.to - patch.from);
    return { from, to: from + patch.insert.length, insert: patch.removed };
  });
}
