// Names of lives: short, the same on every machine and in every run, and not changed by revisions that come later.

import { readTitle } from "./title.ts";

/** A title as an id is made from it. */
export function bareTitle(title: string): string {
  return readTitle(title).plain || title.trim();
}

/**
 * An id for each first title, in the order in which the lives began: a hash of the title, and a number behind it where
 * lives with the same hash began before.
 */
export function nameLives(firstTitles: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return firstTitles.map((title) => {
    const name = hashText(bareTitle(title));
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  });
}

/** 52 bits of a text in base 36: two rounds of FNV-1a (Fowler, Noll, Vo) with different starts. Not for secrets. */
export function hashText(text: string): string {
  const round = (start: number): number => {
    let hash = start >>> 0;
    for (let at = 0; at < text.length; at++) {
      hash ^= text.charCodeAt(at);
      hash = Math.imul(hash, 0x01000193) >>> 0;
    }
    return hash;
  };
  const value = round(0x811c9dc5) * 0x100000 + (round(0x01234567) & 0xfffff);
  return value.toString(36).padStart(10, "0");
}
