// The index of a home, `.nunc/index/`: what was computed from files, one file a value. Caches only: deleting them loses
// nothing. A value begins with the build of nunc that made it and a sum of its bytes; one that is not as it was written, or was
// made by another build, counts as none. A reader never sees half of a value: it is written beside its place and renamed.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Index, Stamp } from "../domain/index.ts";
import { cacheFileName } from "./cache-name.ts";

/**
 * Clocks of file systems tick as slowly as every two seconds (FAT), and a file that is written twice within a tick has one
 * stamp for two contents ("racy git": Documentation/technical/racy-git.txt of git). A stamp is given once it is older.
 */
const TICK_MS = 2_500;
const MAY_MISS = { throwIfNoEntry: false } as const;

export interface IndexOptions {
  /** Folder of the values, in the home; made at the first write, unless the home itself is not there yet. */
  folder: string;
  /** Absolute path of the home. */
  root: string;
  /** Names the code that computes: what another build kept may mean something else. */
  build: string;
  /** Milliseconds since 1970. */
  now?: () => number;
}

export function openIndex({ folder, root, build, now = Date.now }: IndexOptions): Index {
  const head = Buffer.from(`nunc index ${process.version} ${process.versions.tz} ${build}\n`);
  const fileOf = (name: string): string => (name.startsWith("/") ? name : `${root}/${name}`);
  const pathOf = (name: string): string => join(folder, cacheFileName(name));
  return {
    stamp: (file) => stampOf(fileOf(file), now()),
    states: (names) => {
      const states = new Float64Array(names.length * 4);
      const at = now();
      for (const [index, name] of names.entries()) putState(states, index * 4, fileOf(name), at);
      return states;
    },
    hasLinks: (folder) => {
      try {
        return readdirSync(fileOf(folder), { withFileTypes: true }).some((entry) => entry.isSymbolicLink());
      } catch (problem) {
        return (problem as NodeJS.ErrnoException).code !== "ENOENT";
      }
    },
    read: (name) => {
      try {
        return decode(readFileSync(pathOf(name)), head);
      } catch {
        return null;
      }
    },
    write: (name, value, most = Number.POSITIVE_INFINITY) => {
      // A home that is made by its first write must not begin with a cache.
      if (!existsSync(root)) return;
      try {
        const bytes = encode(value, head);
        if (bytes.length > most) return;
        mkdirSync(dirname(pathOf(name)), { recursive: true });
        const draft = `${pathOf(name)}.${process.pid}`;
        writeFileSync(draft, bytes);
        renameSync(draft, pathOf(name));
      } catch {
        // On a disk that cannot be written it is computed anew each time.
      }
    },
  };
}

function stampOf(path: string, now: number): Stamp | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  const { mtimeMs, ctimeMs, size, ino } = stat;
  // Also one from the future is none: nobody knows when it will have come.
  return Math.max(mtimeMs, ctimeMs) > now - TICK_MS ? null : [mtimeMs, ctimeMs, size, ino];
}

/** The stamp at its place; zeros are there already. What cannot be asked is not known. */
function putState(states: Float64Array, at: number, path: string, now: number): void {
  try {
    const stat = statSync(path, MAY_MISS);
    if (stat === undefined) return;
    const { mtimeMs, ctimeMs } = stat;
    const isYoung = Math.max(mtimeMs, ctimeMs) > now - TICK_MS;
    states[at] = isYoung ? Number.NaN : mtimeMs;
    states[at + 1] = ctimeMs;
    states[at + 2] = stat.size;
    states[at + 3] = stat.ino;
  } catch {
    states[at] = Number.NaN;
  }
}

function encode(value: unknown, head: Buffer): Buffer {
  const body = process.getBuiltinModule("node:v8").serialize(value);
  const sum = Buffer.alloc(8);
  sum.writeUInt32LE(body.length, 0);
  sum.writeUInt32LE(sumOf(body), 4);
  return Buffer.concat([head, sum, body]);
}

function decode(bytes: Buffer, head: Buffer): unknown {
  const from = head.length + 8;
  if (bytes.length < from || bytes.compare(head, 0, head.length, 0, head.length) !== 0) return null;
  const body = bytes.subarray(from);
  if (bytes.readUInt32LE(head.length) !== body.length || bytes.readUInt32LE(head.length + 4) !== sumOf(body))
    return null;
  return process.getBuiltinModule("node:v8").deserialize(body);
}

/** FNV-1a over words of four bytes: not against malice, but a bit that fell over is found. */
function sumOf(bytes: Buffer): number {
  const whole = bytes.length & ~3;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let sum = 0x811c9dc5;
  for (let at = 0; at < whole; at += 4) sum = Math.imul(sum ^ view.getInt32(at, true), 0x01000193);
  for (let at = whole; at < bytes.length; at++) sum = Math.imul(sum ^ bytes[at]!, 0x01000193);
  return sum >>> 0;
}
