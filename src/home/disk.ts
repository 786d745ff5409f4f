// The few things that this room does with a disk, as one object that tests can replace: a disk that fills up, is
// read-only, or dies at the n-th step. All calls are synchronous; failures are Node's own errors with their `code`.

import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";

export interface Disk {
  /** Follows links; null where nothing is there. */
  stat(path: string): Stats | null;
  /** Does not follow the last link. */
  lstat(path: string): Stats | null;
  readFile(path: string): Uint8Array;
  readFolder(path: string): { name: string; isFolder: boolean; isLink: boolean }[];
  readLink(path: string): string;
  realPath(path: string): string;
  /** Throws EACCES, EROFS where the file or folder may not be written. */
  checkWritable(path: string): void;
  /** `wx` creates and fails with EEXIST; `a` appends; `r+` reads and writes. */
  open(path: string, flags: "r" | "r+" | "w" | "wx" | "a", mode?: number): number;
  size(fd: number): number;
  /** Up to `length` bytes from `position`. */
  readAt(fd: number, position: number, length: number): Uint8Array;
  /** Writes all of the bytes. */
  write(fd: number, bytes: Uint8Array): void;
  truncate(fd: number, length: number): void;
  setMode(fd: number, mode: number): void;
  setOwner(fd: number, uid: number, gid: number): void;
  sync(fd: number): void;
  close(fd: number): void;
  rename(from: string, to: string): void;
  link(from: string, to: string): void;
  unlink(path: string): void;
  makeFolder(path: string): void;
  removeFolder(path: string): void;
}

/** Nothing there, or a file where a folder would have to be. */
const ABSENT = new Set(["ENOENT", "ENOTDIR"]);

export const realDisk: Disk = {
  stat: (path) => orNull(() => statSync(path)),
  lstat: (path) => orNull(() => lstatSync(path)),
  readFile: (path) => readFileSync(path),
  readFolder: (path) =>
    readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
      isLink: entry.isSymbolicLink(),
    })),
  readLink: (path) => readlinkSync(path),
  realPath: (path) => realpathSync(path),
  checkWritable: (path) => accessSync(path, constants.W_OK),
  open: (path, flags, mode) => openSync(path, flags, mode),
  size: (fd) => fstatSync(fd).size,
  readAt: (fd, position, length) => {
    const bytes = new Uint8Array(length);
    let read = 0;
    while (read < length) {
      const got = readSync(fd, bytes, read, length - read, position + read);
      if (got === 0) break;
      read += got;
    }
    return bytes.subarray(0, read);
  },
  write: (fd, bytes) => {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
  },
  truncate: (fd, length) => ftruncateSync(fd, length),
  setMode: (fd, mode) => fchmodSync(fd, mode),
  setOwner: (fd, uid, gid) => fchownSync(fd, uid, gid),
  sync: (fd) => fsyncSync(fd),
  close: (fd) => closeSync(fd),
  rename: (from, to) => renameSync(from, to),
  link: (from, to) => linkSync(from, to),
  unlink: (path) => unlinkSync(path),
  makeFolder: (path) => mkdirSync(path),
  removeFolder: (path) => rmdirSync(path),
};

function orNull<T>(look: () => T): T | null {
  try {
    return look();
  } catch (problem) {
    if (ABSENT.has(errorCode(problem))) return null;
    throw problem;
  }
}

/** `ENOENT` and the like; empty where it is no error of the system. */
export function errorCode(problem: unknown): string {
  const code = (problem as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
}

/** Makes a renamed or new name last: fsync of its folder. Not every system can; then the name lasts when it lasts. */
export function syncFolder(disk: Disk, folder: string): void {
  let fd: number | null = null;
  try {
    fd = disk.open(folder, "r");
    disk.sync(fd);
  } catch (problem) {
    if (!["EINVAL", "EPERM", "EISDIR", "EACCES", "ENOTSUP", "EBADF"].includes(errorCode(problem)))
      throw problem;
  } finally {
    if (fd !== null) disk.close(fd);
  }
}

/** Writes a whole file and waits until the disk has it. Not atomic: for new files and copies. */
export function writeDurably(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  flags: "w" | "wx" | "r+",
  mode = 0o666,
): void {
  const fd = disk.open(path, flags, mode);
  try {
    if (flags === "r+") disk.truncate(fd, 0);
    disk.write(fd, bytes);
    disk.sync(fd);
  } finally {
    disk.close(fd);
  }
}

/** Makes a folder and those above it; gives the ones that were made, outermost first. */
export function makeFolders(disk: Disk, folder: string, parentOf: (path: string) => string): string[] {
  if (disk.stat(folder)?.isDirectory()) return [];
  const parent = parentOf(folder);
  const made = parent === folder ? [] : makeFolders(disk, parent, parentOf);
  try {
    disk.makeFolder(folder);
  } catch (problem) {
    // Another process made it in between.
    if (errorCode(problem) === "EEXIST" && disk.stat(folder)?.isDirectory()) return made;
    throw problem;
  }
  syncFolder(disk, parent);
  return [...made, folder];
}
