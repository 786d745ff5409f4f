// Writing planned files so that each is wholly as before or wholly as after, whatever happens. First all new texts go to
// temporary files beside their targets: a full disk shows here, where nothing has changed. Then one rename after the other,
// each made durable before the next. If one fails, those that were done are put back.
// Links are followed and modes kept. A file with several names, or whose owner cannot be kept, is written in place with its
// temporary file as the copy from which a killed write is finished.

import { dirname, join } from "node:path";
import type { Tongue } from "../base/index.ts";
import { type Disk, errorCode, makeFolders, syncFolder, writeDurably } from "./disk.ts";
import { hashBytes } from "./hash.ts";
import { diskError, fail, say } from "./messages.ts";
import { realTarget } from "./names.ts";

/** One file to write. */
export interface FileWrite {
  /** Name, for messages. */
  file: string;
  /** Absolute path. */
  path: string;
  /** Null where the file must not be there. */
  before: Uint8Array | null;
  /** Null: the file goes away. */
  after: Uint8Array | null;
  /** Whether folders that are missing may be made. */
  mayMakeFolder: boolean;
}

/** Thrown where putting back failed as well: the journal then still knows the change as unfinished. */
export class HalfDone {
  readonly error: Error;
  constructor(error: Error) {
    this.error = error;
  }
}

/** The temporary file of the n-th file of a change: found again by its record. */
export function tempPath(target: string, id: string, index: number): string {
  return join(dirname(target), `.nunc-${id.slice(id.lastIndexOf("-") + 1)}-${index}.tmp`);
}

interface Prepared extends FileWrite {
  target: string;
  temp: string;
  inPlace: boolean;
}

/**
 * Writes the files in order.
 * @param id of the change's record, which names the temporary files
 * @param mayGoOn asked once all temporary files are written
 * @throws AppError conflict, blocked: then everything is as it was. HalfDone: then it is not.
 */
export function writeFiles(
  disk: Disk,
  writes: readonly FileWrite[],
  id: string,
  mayGoOn: () => void,
  tongue: Tongue,
): void {
  const prepared: Prepared[] = [];
  const begun: Prepared[] = [];
  const folders: string[] = [];
  let current = "";
  try {
    for (const [index, write] of writes.entries()) {
      current = write.file;
      const target = realTarget(disk, write.path);
      const one: Prepared = { ...write, target, temp: tempPath(target, id, index), inPlace: false };
      prepared.push(one);
      prepareFile(disk, one, folders, tongue);
    }
    mayGoOn();
    for (const one of prepared) {
      current = one.file;
      checkUnchanged(disk, one, tongue);
      begun.push(one);
      replaceFile(disk, one);
    }
  } catch (problem) {
    const error = diskError(problem, current, tongue);
    putBack(disk, begun, prepared, folders, error, tongue);
    throw error;
  }
  for (const one of prepared) removeQuietly(disk, one.temp);
}

function prepareFile(disk: Disk, one: Prepared, folders: string[], tongue: Tongue): void {
  const folder = dirname(one.target);
  if (disk.stat(folder) === null) {
    if (!one.mayMakeFolder) throw fail("blocked", say(tongue).noFolder(one.file, folder), { file: one.file });
    folders.push(...makeFolders(disk, folder, dirname));
  }
  const stat = disk.stat(one.target);
  // A rename would replace a file that the person has made read-only.
  if (stat !== null) disk.checkWritable(one.target);
  if (one.after === null) {
    disk.checkWritable(folder);
    return;
  }
  removeQuietly(disk, one.temp);
  const fd = disk.open(one.temp, "wx", 0o666);
  try {
    if (stat !== null) {
      one.inPlace = stat.nlink > 1 || !keepOwner(disk, fd, stat);
      keepMode(disk, fd, stat.mode);
    }
    disk.write(fd, one.after);
    disk.sync(fd);
  } finally {
    disk.close(fd);
  }
  if (one.inPlace) syncFolder(disk, folder);
}

/** Gives the new file the old one's owner and group; false where that is not allowed. */
function keepOwner(disk: Disk, fd: number, stat: { uid: number; gid: number }): boolean {
  if (stat.uid === process.getuid?.() && stat.gid === process.getgid?.()) return true;
  try {
    disk.setOwner(fd, stat.uid, stat.gid);
    return true;
  } catch (problem) {
    if (errorCode(problem) === "EPERM" || errorCode(problem) === "EINVAL") return false;
    throw problem;
  }
}

/** Gives the new file the old one's mode, where the disk knows modes. */
function keepMode(disk: Disk, fd: number, mode: number): void {
  try {
    disk.setMode(fd, mode & 0o7777);
  } catch (problem) {
    if (!["EPERM", "ENOTSUP", "EINVAL"].includes(errorCode(problem))) throw problem;
  }
}

function checkUnchanged(disk: Disk, one: FileWrite & { target: string }, tongue: Tongue): void {
  const now = disk.stat(one.target) === null ? null : disk.readFile(one.target);
  if (sameBytes(now, one.before)) return;
  const said =
    now === null
      ? say(tongue).gone(one.file)
      : one.before === null
        ? say(tongue).exists(one.file)
        : say(tongue).changed(one.file);
  throw fail("conflict", said, { file: one.file });
}

/** What a rename answers where a file is mounted by itself, or has another disk below it. */
const CANNOT_RENAME = new Set(["EXDEV", "EBUSY", "ETXTBSY"]);

function replaceFile(disk: Disk, one: Prepared): void {
  if (one.after === null) disk.unlink(one.target);
  else if (one.inPlace) writeDurably(disk, one.target, one.after, "r+");
  else {
    try {
      disk.rename(one.temp, one.target);
    } catch (problem) {
      if (!CANNOT_RENAME.has(errorCode(problem)) || one.before === null) throw problem;
      one.inPlace = true;
      syncFolder(disk, dirname(one.target));
      writeDurably(disk, one.target, one.after, "r+");
    }
  }
  syncFolder(disk, dirname(one.target));
}

/** Puts back what was begun, last first. What someone else changed meanwhile is left alone. */
function putBack(
  disk: Disk,
  begun: readonly Prepared[],
  prepared: readonly Prepared[],
  folders: readonly string[],
  error: Error,
  tongue: Tongue,
): void {
  for (const one of begun.toReversed()) {
    try {
      restore(disk, one);
    } catch (problem) {
      const cause = errorCode(problem) || String(problem);
      throw new HalfDone(fail("blocked", say(tongue).leftHalf(one.file, cause), { file: one.file }, error));
    }
  }
  for (const one of prepared) removeQuietly(disk, one.temp);
  for (const folder of folders.toReversed()) {
    try {
      disk.removeFolder(folder);
    } catch {
      // Not empty any more, or not ours to remove.
    }
  }
}

function restore(disk: Disk, one: Prepared): void {
  const now = disk.stat(one.target) === null ? null : disk.readFile(one.target);
  if (sameBytes(now, one.before)) return;
  if (one.before === null) {
    if (sameBytes(now, one.after)) disk.unlink(one.target);
  } else if (one.inPlace) {
    // Whatever stands there now is our own torn write: the file was not replaced, only its bytes.
    writeDurably(disk, one.target, one.before, "r+");
  } else if (sameBytes(now, one.after)) {
    const stat = disk.stat(one.target);
    removeQuietly(disk, one.temp);
    writeDurably(disk, one.temp, one.before, "wx", stat === null ? 0o666 : stat.mode & 0o7777);
    if (stat !== null) {
      const fd = disk.open(one.temp, "r+");
      keepOwner(disk, fd, stat);
      keepMode(disk, fd, stat.mode);
      disk.close(fd);
    }
    disk.rename(one.temp, one.target);
  }
  syncFolder(disk, dirname(one.target));
}

function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : a.length === b.length && hashBytes(a) === hashBytes(b);
}

export function removeQuietly(disk: Disk, path: string): void {
  try {
    disk.unlink(path);
  } catch {
    // Never made, or renamed into place.
  }
}
