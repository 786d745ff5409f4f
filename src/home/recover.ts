// After a crash: the last change of the journal that no line says the end of. Its hashes tell for each file whether it was
// written. Nothing written: it never happened. Some: the rest is written too, from the patches. A file that someone else
// has changed since: nothing is touched and it is reported, which is safe since what is added was written before what is cut.

import { decodeText, encodeText, type Tongue } from "../base/index.ts";
import { type FileRecord, inverseOf, type JournalRecord } from "../domain/index.ts";
import { applyPatches } from "../page/index.ts";
import { type Disk, writeDurably } from "./disk.ts";
import { hashBytes } from "./hash.ts";
import type { Ending, Journal } from "./journal.ts";
import { realTarget, resolveName } from "./names.ts";
import { type FileWrite, HalfDone, removeQuietly, tempPath, writeFiles } from "./write.ts";

/** How a change that was cut off by a crash was dealt with. */
export interface Recovery {
  id: string;
  summary: string;
  end: Ending;
  /** Files that were changed by others meanwhile, and left alone. */
  changedByOthers: string[];
}

interface Found {
  file: FileRecord;
  path: string;
  target: string;
  temp: string;
  bytes: Uint8Array | null;
  state: "before" | "after" | "torn" | "other";
}

/** Finishes or rolls back what a crash left; null where there was nothing. Only ever called with the lock held. */
export function recoverChange(
  disk: Disk,
  root: string,
  journal: Journal,
  now: JournalRecord["at"],
  tongue: Tongue,
): Recovery | null {
  const record = journal.unfinished();
  if (record === null) return null;
  const found = record.files.map((file, index) => look(disk, root, file, record.id, index));
  const others = found.filter(({ state }) => state === "other").map(({ file }) => file.file);
  let end: Ending;
  if (others.length > 0) end = "left";
  else if (found.every(({ state }) => state === "before")) end = "rolled-back";
  else end = finish(disk, found, record.id, tongue) ? "finished" : "left";
  for (const { temp } of found) removeQuietly(disk, temp);
  journal.end(record.id, end, now);
  return { id: record.id, summary: record.summary, end, changedByOthers: others };
}

function look(disk: Disk, root: string, file: FileRecord, id: string, index: number): Found {
  const path = resolveName(root, file.file);
  const target = realTarget(disk, path);
  const temp = tempPath(target, id, index);
  const bytes = disk.stat(target)?.isFile() ? disk.readFile(target) : null;
  const hash = bytes === null ? null : hashBytes(bytes);
  const after = file.removed ? null : file.after;
  let state: Found["state"] = "other";
  if (hash === after) state = "after";
  else if (hash === file.before) state = "before";
  else if (bytes !== null && isTorn(disk, file, temp, bytes)) state = "torn";
  return { file, path, target, temp, bytes, state };
}

/** A write in place that was cut off: the file is a beginning of its new text, or of its old one, and the copy is whole. */
function isTorn(disk: Disk, file: FileRecord, temp: string, bytes: Uint8Array): boolean {
  if (disk.stat(temp) === null) return false;
  const copy = disk.readFile(temp);
  if (hashBytes(copy) !== file.after) return false;
  const before = encodeText(applyPatches(decodeText(copy), inverseOf(file)));
  return startsWith(copy, bytes) || startsWith(before, bytes);
}

function startsWith(whole: Uint8Array, start: Uint8Array): boolean {
  return Buffer.from(whole.buffer, whole.byteOffset, Math.min(start.length, whole.length)).equals(start);
}

/** Writes the files that are still as before; false where the journal's patches do not give what it promised. */
function finish(disk: Disk, found: readonly Found[], id: string, tongue: Tongue): boolean {
  for (const one of found.filter(({ state }) => state === "torn")) {
    writeDurably(disk, one.target, disk.readFile(one.temp), "r+");
  }
  const writes: FileWrite[] = [];
  for (const { file, path, bytes, state } of found) {
    if (state !== "before") continue;
    const after = encodeText(applyPatches(bytes === null ? "" : decodeText(bytes), file.patches));
    if (hashBytes(after) !== file.after) return false;
    writes.push({
      file: file.file,
      path,
      before: bytes,
      after: file.removed ? null : after,
      mayMakeFolder: true,
    });
  }
  try {
    writeFiles(disk, writes, id, () => {}, tongue);
  } catch (problem) {
    throw problem instanceof HalfDone ? problem.error : problem;
  }
  return true;
}
