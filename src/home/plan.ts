// What a change will do to each file, before anything is touched: hashes checked, patches applied, the order decided and
// the guards asked. Knows texts only, no disk, so that the store in memory that tests use decides as the real one does.

import { AppError, encodeText, type Tongue } from "../base/index.ts";
import type { Change, FileEdit, JournalRecord } from "../domain/index.ts";
import { applyPatches, normalizePatches, type Patch } from "../page/index.ts";
import { hashBytes } from "./hash.ts";
import { fail, say } from "./messages.ts";

export interface PlannedWrite {
  file: string;
  /** Null where the file is created. */
  before: { text: string; hash: string } | null;
  after: { text: string; hash: string; bytes: Uint8Array };
  /** The file goes away; `after` is the empty text. */
  removed: boolean;
  patches: (Patch & { removed: string })[];
}

/**
 * The writes of a change in the order in which they are done: what is added goes before what is cut, so that a text that
 * moves between files is never in neither. Edits that change no byte are left out.
 * @param read the file as it is now, null where there is none
 * @param isPage whether a file is the page or an archive, which may not lose most of its text by accident
 * @throws AppError conflict where a file is not the one that the edit is for; blocked where a guard refuses
 */
export function planChange(
  change: Change,
  read: (file: string) => { text: string; hash: string } | null,
  isPage: (file: string) => boolean,
  tongue: Tongue,
): PlannedWrite[] {
  const writes = change.edits
    .map((edit) => planEdit(edit, read(edit.file), tongue))
    .filter((write) => write !== null);
  if (new Set(writes.map(({ file }) => file)).size < writes.length) {
    throw new AppError("internal", `The change ${change.action} edits one file twice.`);
  }
  for (const write of writes)
    if (change.allowShrink !== true && isPage(write.file)) guardShrink(write, tongue);
  // Array.prototype.sort is stable: files of one kind keep the order that the action gave them.
  return writes.sort((a, b) => weigh(a) - weigh(b));
}

function planEdit(
  edit: FileEdit,
  before: { text: string; hash: string } | null,
  tongue: Tongue,
): PlannedWrite | null {
  if (edit.hash === null && before !== null)
    throw fail("conflict", say(tongue).exists(edit.file), { file: edit.file });
  if (edit.hash !== null && before === null)
    throw fail("conflict", say(tongue).gone(edit.file), { file: edit.file });
  if (before !== null && edit.hash !== before.hash)
    throw fail("conflict", say(tongue).changed(edit.file), { file: edit.file });
  const text = before?.text ?? "";
  const patches = normalizePatches(edit.patches, text);
  const removed = edit.remove === true;
  if (patches.length === 0 && before !== null && !removed) return null;
  const after = applyPatches(text, patches);
  if (removed && after !== "")
    throw new AppError("internal", `${edit.file} would be removed with text in it.`);
  if (removed && before === null) return null;
  const bytes = encodeText(after);
  return {
    file: edit.file,
    before,
    after: { text: after, hash: hashBytes(bytes), bytes },
    removed,
    patches: patches.map((patch) => ({ ...patch, removed: text.slice(patch.from, patch.to) })),
  };
}

/** 0 where text is only added, 1 where some is replaced, 2 where the file gets shorter, 3 where it goes away. */
function weigh({ patches, removed }: PlannedWrite): number {
  if (removed) return 3;
  if (patches.every((patch) => patch.to === patch.from)) return 0;
  return patches.reduce((sum, patch) => sum + patch.insert.length - (patch.to - patch.from), 0) < 0 ? 2 : 1;
}

/** A page that loses most of its text by one change is more often a bug than a wish. */
function guardShrink({ file, before, after, removed }: PlannedWrite, tongue: Tongue): void {
  if (before === null || before.text.trim() === "") return;
  if (removed || after.text.trim() === "") throw fail("blocked", say(tongue).wouldEmpty(file), { file });
  const linesBefore = countLines(before.text);
  const linesAfter = countLines(after.text);
  if (linesAfter < linesBefore / 2 && linesBefore - linesAfter > 20) {
    throw fail("blocked", say(tongue).wouldShrink(file, linesBefore, linesAfter), { file });
  }
}

function countLines(text: string): number {
  return text.split(/\r\n|\n|\r/).length - (/[\r\n]$/.test(text) ? 1 : 0);
}

/** The journal's record of a planned change. */
export function recordOf(
  change: Change,
  writes: readonly PlannedWrite[],
  id: string,
  at: JournalRecord["at"],
): JournalRecord {
  return {
    id,
    at,
    action: change.action,
    summary: change.summary,
    files: writes.map(({ file, before, after, removed, patches }) => ({
      file,
      before: before?.hash ?? null,
      after: after.hash,
      ...(removed && { removed: true as const }),
      patches,
    })),
    undoes: change.undoes ?? null,
    redoes: change.redoes ?? null,
  };
}
