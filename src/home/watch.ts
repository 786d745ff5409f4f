// Telling when files change, by whomever: editors and nunc replace files by rename, so folders are watched and not files.
// What the system reports only says when to look; whether a file changed is told by its stat. A slow poll finds what the
// system does not report (network disks, folders that appear later). Own temporary files are never told of.

import { type FSWatcher, statSync, watch } from "node:fs";
import { dirname } from "node:path";
import type { Store } from "../domain/index.ts";
import { realDisk } from "./disk.ts";
import { realTarget } from "./names.ts";

/** Several writes that belong together come as one call. */
const DEBOUNCE_MS = 50;
const POLL_MS = 2_000;

export interface WatchOptions {
  debounceMs?: number;
  pollMs?: number;
}

/**
 * Calls the listener with the names of files that changed, appeared or went away.
 * @param files names as `Store.read` takes them; one that ends in `/` is a folder and stands for every file in it
 * @returns stops watching; no call comes after it
 */
export function watchStore(
  store: Store,
  files: readonly string[],
  listener: (changed: string[]) => void,
  options: WatchOptions = {},
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let known = look();
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;

  /** Signature of every file that is there. */
  function look(): Map<string, string> {
    const names = files.flatMap((file) => (file.endsWith("/") ? listQuietly(store, file) : [file]));
    return new Map(names.map((name) => [name, signatureOf(store.resolve(name))]));
  }

  function compare(): void {
    timer = null;
    if (isStopped) return;
    const now = look();
    const changed = [...new Set([...known.keys(), ...now.keys()])].filter(
      (name) => (known.get(name) ?? "") !== (now.get(name) ?? ""),
    );
    known = now;
    rewatch();
    if (changed.length > 0) listener(changed);
  }

  function soon(): void {
    if (timer === null && !isStopped) timer = setTimeout(compare, options.debounceMs ?? DEBOUNCE_MS);
  }

  /** Watches the folder of each file and of what it links to; folders that appeared since are added, gone ones dropped. */
  function rewatch(): void {
    const folders = new Set(files.flatMap((file) => foldersOf(store.resolve(file), file.endsWith("/"))));
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, { persistent: false }, soon);
        watcher.on("error", () => {
          // The folder went away, or the system ran out of watches: the poll goes on.
          watcher.close();
          watchers.delete(folder);
        });
        watchers.set(folder, watcher);
      } catch {
        // Not there yet, or no watches left: the poll finds it.
      }
    }
  }

  rewatch();
  // What changed between the first look and the watching is found by the first comparison.
  soon();
  const poll = setInterval(compare, options.pollMs ?? POLL_MS);
  poll.unref();

  return () => {
    isStopped = true;
    clearInterval(poll);
    if (timer !== null) clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };
}

function foldersOf(path: string, isFolder: boolean): string[] {
  if (isFolder) return [path];
  try {
    return [...new Set([dirname(path), dirname(realTarget(realDisk, path))])];
  } catch {
    return [dirname(path)];
  }
}

function listQuietly(store: Store, folder: string): string[] {
  try {
    return store.list(folder);
  } catch {
    return [];
  }
}

/** Changes whenever the file is written or replaced; empty where there is none. */
function signatureOf(path: string): string {
  try {
    const { ino, size, mtimeNs } = statSync(path, { bigint: true });
    return `${ino}:${size}:${mtimeNs}`;
  } catch {
    return "";
  }
}
