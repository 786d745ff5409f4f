// Texts that may be lost: one file each in a folder of caches. A cache that cannot be read or written is no error.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TextCache } from "../domain/index.ts";
import { cacheFileName } from "./cache-name.ts";

/** @param folder made at the first write */
export function openTextCache(folder: string): TextCache {
  const pathOf = (name: string): string => join(folder, cacheFileName(name));
  return {
    read: (name) => {
      try {
        return readFileSync(pathOf(name), "utf8");
      } catch {
        return null;
      }
    },
    write: (name, text) => {
      try {
        mkdirSync(folder, { recursive: true });
        // A reader never sees half of it.
        const draft = `${pathOf(name)}.${process.pid}`;
        writeFileSync(draft, text);
        renameSync(draft, pathOf(name));
      } catch {
        // Next time it is read anew.
      }
    },
  };
}
