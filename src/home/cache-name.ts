// What a file of a cache is called.

import { hashBytes } from "./hash.ts";

/** Of the rest of a name so much is kept, for people who look into the folder. */
const LONGEST = 100;

/**
 * The name where it may be a file's, else what can be kept of it behind a hash: names that differ only in signs that are left
 * out (`此刻.md`, `书单.md`) are different files.
 */
export function cacheFileName(name: string): string {
  const plain = name.replace(/[^\w.-]/g, "_");
  return plain === name ? name : `${hashBytes(name).slice(0, 12)}-${plain.slice(-LONGEST)}`;
}
