// What is being edited in an entry, and what becomes of it: saved where the text is still the one that was opened, a
// conflict with both versions where it is not, also when the entry vanishes from the screen meanwhile.

import { useEffect, useRef, useState } from "react";
import type { PageSnapshot, Snapshot } from "../contract.ts";
import { act, app, showConflict } from "../state.ts";
import { collectEntries, type TimelineEntry } from "./log-model.ts";
import { type LogBlock, readBlocks } from "./preview.ts";

export interface Editing {
  kind: "bullet" | "entry";
  /** Of a bullet: its place in the entry, in reading order. */
  index: number;
  /** The Markdown that was opened. */
  original: string;
  text: string;
}

/** What is being edited in an entry. Where the entry leaves the screen, the edit is saved and not dropped. */
export function useEditing(entry: TimelineEntry): [Editing | null, (editing: Editing | null) => void] {
  const [editing, setEditing] = useState<Editing | null>(null);
  const latest = useRef({ entry, editing });
  latest.current = { entry, editing };

  useEffect(() => {
    if (editing === null) return;
    const now = sourceOf(entry, editing);
    if (now === editing.original) return;
    // The bullet may only have moved, because another was put before it.
    const moved = bulletsOf(entry.markdown).indexOf(editing.original);
    if (editing.kind === "bullet" && moved >= 0) setEditing({ ...editing, index: moved });
    else if (editing.text === editing.original) setEditing(null);
    else {
      setEditing(null);
      collide(entry, editing, now);
    }
  }, [entry, editing]);

  useEffect(
    () => () => {
      const { entry: last, editing: open } = latest.current;
      if (open !== null) saveEditing(last, open);
    },
    [],
  );
  return [editing, setEditing];
}

/** Saves an edit into the entry as the snapshot has it now. */
export function saveEditing(seen: TimelineEntry, editing: Editing): void {
  if (editing.text === editing.original) return;
  const entry = findEntry(seen);
  const index = entry === null || editing.kind === "entry" ? 0 : placeOf(entry, editing);
  if (entry === null || index < 0 || (editing.kind === "entry" && entry.markdown !== editing.original)) {
    collide(entry ?? seen, editing, entry === null ? null : sourceOf(entry, editing));
    return;
  }
  write(entry, { ...editing, index });
}

/** Where the bullet that was opened stands now, or -1. */
function placeOf(entry: TimelineEntry, { index, original }: Editing): number {
  const sources = bulletsOf(entry.markdown);
  return sources[index] === original ? index : sources.indexOf(original);
}

function write(entry: TimelineEntry, editing: Editing): void {
  const { file, hash } = entry;
  const line = entry.bullets[editing.index]?.line;
  const where = editing.kind === "entry" || line === undefined ? { entry: entry.line } : { line };
  void act(
    "log-edit",
    { file, hash, text: editing.text, ...where },
    {
      kept: editing.text,
      onConflict: () => collide(entry, editing, sourceOf(findEntry(entry) ?? entry, editing)),
    },
  );
}

function collide(entry: TimelineEntry, editing: Editing, theirs: string | null): void {
  const close = () => showConflict(null);
  const append = () =>
    void act("log", { file: entry.file, entry: entry.line, text: editing.text }, { kept: editing.text });
  showConflict({
    title: entry.title,
    mine: editing.text,
    theirs,
    base: editing.original,
    keepMine() {
      close();
      const now = findEntry(entry);
      if (now !== null && theirs !== null) write(now, editing);
      else append();
    },
    keepTheirs: close,
    keepBoth() {
      close();
      append();
    },
  });
}

function findEntry(seen: TimelineEntry): TimelineEntry | null {
  const snapshot = app.get().snapshot;
  if (snapshot === null) return null;
  return collectEntries(snapshot, pageOf(snapshot, seen.file)).find(({ key }) => key === seen.key) ?? null;
}

function pageOf(snapshot: Snapshot, file: string): PageSnapshot | null {
  return snapshot.pages.find((page) => page.file === file) ?? null;
}

function sourceOf(entry: TimelineEntry, editing: Editing): string | null {
  return editing.kind === "entry" ? entry.markdown : (bulletsOf(entry.markdown)[editing.index] ?? null);
}

/** Markdown of the bullets in reading order, the order of `entry.bullets`. */
function bulletsOf(markdown: string): string[] {
  const found: string[] = [];
  const walk = (blocks: readonly LogBlock[]) => {
    for (const block of blocks) {
      if (block.kind !== "bullet") continue;
      found.push(block.bullet.source);
      walk(block.children);
    }
  };
  walk(readBlocks(markdown));
  return found;
}
