// One writer at a time: a lock file in `.nunc/` that names its holder. A lock whose process is gone, or whose pid now
// belongs to a process that started later, is stale and is broken; one from another machine (a home on a shared disk)
// only by its age. Waiting is bounded; then the holder is named. Learned from git's index.lock and proper-lockfile.

import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import type { Tongue } from "../base/index.ts";
import { type Disk, errorCode, makeFolders } from "./disk.ts";
import { randomHex } from "./hash.ts";
import { diskError, fail, say } from "./messages.ts";
import { runProgram } from "./program.ts";

/** A commit takes milliseconds; a lock of another machine that is this old was left behind. */
const FOREIGN_STALE_MS = 120_000;
/** How long a lock file may stay without readable content: a disk without links writes it after making it. */
const TORN_STALE_MS = 5_000;

interface Holder {
  pid: number;
  thread: number;
  host: string;
  /** When the process started, in a form that only compares; null where the system does not tell. */
  started: string | null;
  /** Milliseconds since 1970 at which the lock was taken. */
  at: number;
  token: string;
}

export interface Lock {
  /** Whether the lock file is still ours. Checked once more before the first file is replaced. */
  isHeld(): boolean;
  release(): void;
}

function lockPath(root: string): string {
  return join(root, ".nunc", "lock");
}

/**
 * Takes the lock of a home, waiting up to `waitMs`.
 * @throws AppError blocked, naming the holder, where it is not given back in time, or where it cannot be written
 */
export function takeLock(disk: Disk, root: string, tongue: Tongue, waitMs: number): Lock {
  const path = lockPath(root);
  const until = performance.now() + waitMs;
  try {
    makeFolders(disk, dirname(path), dirname);
  } catch (problem) {
    throw diskError(problem, path, tongue);
  }
  for (let attempt = 0; ; attempt++) {
    const holder = newHolder();
    if (tryCreate(disk, path, holder, tongue)) {
      const isHeld = (): boolean => readHolder(disk, path)?.token === holder.token;
      return {
        isHeld,
        release: () => {
          if (isHeld()) remove(disk, path);
        },
      };
    }
    if (isStaleLock(disk, root) && breakLock(disk, root, tongue)) continue;
    if (performance.now() >= until) throw blockedBy(disk, path, tongue);
    sleep(Math.min(5 + attempt * 2, 40) * (0.5 + Math.random()));
  }
}

function newHolder(): Holder {
  const token = randomHex(8);
  return {
    pid: process.pid,
    thread: ownThread(),
    host: hostname(),
    started: startOf(process.pid),
    at: Date.now(),
    token,
  };
}

/**
 * Creates the lock file; false where another one is there. It is written under another name and then linked, so that a
 * lock always names its holder, even where this process dies right here.
 */
function tryCreate(disk: Disk, path: string, holder: Holder, tongue: Tongue): boolean {
  const draft = `${path}.${holder.token}`;
  const content = Buffer.from(JSON.stringify(holder));
  try {
    write(disk, draft, "w", content);
    try {
      disk.link(draft, path);
    } catch (problem) {
      if (!CANNOT_LINK.has(errorCode(problem))) throw problem;
      write(disk, path, "wx", content);
    }
    return true;
  } catch (problem) {
    if (errorCode(problem) === "EEXIST") return false;
    throw diskError(problem, path, tongue);
  } finally {
    remove(disk, draft);
  }
}

/** What disks answer that know no hard links, such as exFAT. */
const CANNOT_LINK = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

function write(disk: Disk, path: string, flags: "w" | "wx", content: Uint8Array): void {
  const fd = disk.open(path, flags, 0o644);
  try {
    disk.write(fd, content);
  } finally {
    disk.close(fd);
  }
}

/** Whether there is a lock whose holder is gone. */
export function isStaleLock(disk: Disk, root: string): boolean {
  return isStale(disk, lockPath(root));
}

function isStale(disk: Disk, path: string): boolean {
  const stat = disk.stat(path);
  if (stat === null) return false;
  const holder = readHolder(disk, path);
  const ageMs = Date.now() - stat.mtimeMs;
  if (holder === null) return ageMs > TORN_STALE_MS;
  if (holder.host !== hostname()) return ageMs > FOREIGN_STALE_MS;
  // Commits are synchronous: whoever asks on the holder's own thread is not inside one.
  if (holder.pid === process.pid && holder.thread === ownThread()) return true;
  if (!isAlive(holder.pid)) return true;
  const started = startOf(holder.pid);
  return started !== null && holder.started !== null && started !== holder.started;
}

/**
 * Removes a stale lock; true where it is gone. Only one process at a time may, under a lock of its own, and it looks once
 * more while it alone may: else two that saw the same stale lock could remove the fresh one of a third.
 */
export function breakLock(disk: Disk, root: string, tongue: Tongue): boolean {
  const path = lockPath(root);
  const guard = `${path}.break`;
  if (isStale(disk, guard)) remove(disk, guard);
  if (!tryCreate(disk, guard, newHolder(), tongue)) return false;
  try {
    if (!isStale(disk, path)) return false;
    remove(disk, path);
    for (const draft of lockDrafts(disk, root)) remove(disk, draft);
    return disk.stat(path) === null;
  } finally {
    remove(disk, guard);
  }
}

/** Drafts of locks that dead processes left behind. */
export function lockDrafts(disk: Disk, root: string): string[] {
  const folder = dirname(lockPath(root));
  if (disk.stat(folder) === null) return [];
  const drafts = disk.readFolder(folder).filter(({ name }) => /^lock(\.break)?\.[0-9a-f]{16}$/.test(name));
  return drafts
    .map(({ name }) => join(folder, name))
    .filter((path) => {
      const stat = disk.stat(path);
      return stat !== null && Date.now() - stat.mtimeMs > TORN_STALE_MS;
    });
}

function readHolder(disk: Disk, path: string): Holder | null {
  try {
    const holder = JSON.parse(Buffer.from(disk.readFile(path)).toString("utf8")) as Holder;
    return typeof holder.pid === "number" && typeof holder.token === "string" ? holder : null;
  } catch {
    return null;
  }
}

/** Who holds the lock, for a sentence: `pid 123`, with the machine where it is another one. */
export function lockHolder(disk: Disk, root: string): string | null {
  const path = lockPath(root);
  if (disk.stat(path) === null) return null;
  const holder = readHolder(disk, path);
  if (holder === null) return "pid ?";
  return holder.host === hostname() ? `pid ${holder.pid}` : `pid ${holder.pid}, ${holder.host}`;
}

function blockedBy(disk: Disk, path: string, tongue: Tongue) {
  const since = readHolder(disk, path)?.at ?? Date.now();
  const holder = lockHolder(disk, dirname(dirname(path))) ?? "pid ?";
  return fail("blocked", say(tongue).locked(holder, Math.max(0, Math.round((Date.now() - since) / 1000))), {
    file: path,
  });
}

function remove(disk: Disk, path: string): void {
  try {
    disk.unlink(path);
  } catch {
    // Gone already, or it will be found stale.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return errorCode(problem) === "EPERM";
  }
}

/** Loaded where a lock is looked at, which commands that only read do not. */
function ownThread(): number {
  return process.getBuiltinModule("node:worker_threads").threadId;
}

const starts = new Map<number, string | null>();

/** When a process started: on Linux the boot and its ticks since (proc(5), field 22 of stat), else as `ps` prints it. */
function startOf(pid: number): string | null {
  const known = starts.get(pid);
  if (known !== undefined && pid === process.pid) return known;
  let started: string | null = null;
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      // The second field is the program's name in parentheses and may hold anything.
      started = `${boot}:${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
    } else {
      const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
      started =
        runProgram("ps", ["-o", "lstart=", "-p", String(pid)], { env, timeoutMs: 2000 })?.trim() || null;
    }
  } catch {
    // Not every system tells.
  }
  if (pid === process.pid) starts.set(pid, started);
  return started;
}

/** Blocks this thread: commits are synchronous, and so is waiting for one. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
