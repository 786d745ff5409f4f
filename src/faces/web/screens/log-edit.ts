// What is being edited in an entry, and what becomes of it: saved where the text is still the one that was opened, a
// conflict with both versions where it is not, also when the entry vanishes from the screen meanwhile.

import { useEffect, useRef, useState } from "react";
import type { PageSnapshot, Snapshot } from "../contract.ts";
import { act, app, fail, showConflict } from "../state.ts";
import { textsNow } from "../texts.ts";
import { collectEntries, type TimelineEntry } from "./log-model.ts";
import { logTexts } from "./log-texts.ts";
import { type LogBlock, readBlocks } from "./preview.ts";

export interface Editing {
  kind: "bullet" | "entry";
  /** Of a bullet: its place in the entry, in reading order. */
  index: number;
  /** The Markdown that was opened. */
  original: string;
  text: string;
  /** What others made of it meanwhile, once the person has been shown that. */
  shown?: string | null;
}

export interface EntryEditing {
  editing: Editing | null;
  set: (editing: Editing | null) => void;
  /** Saves and closes; where others changed the same text, both are shown and the field stays open. */
  save: () => void;
}

/** What is being edited in an entry. Where the entry leaves the screen meanwhile, the text is saved or shown, not dropped. */
export function useEditing(entry: TimelineEntry): EntryEditing {
  const [editing, setEditing] = useState<Editing | null>(null);
  const latest = useRef({ entry, editing });
  latest.current = { entry, editing };
  // At once, not with the next redraw: a field that leaves the screen must not save a second time.
  const set = (next: Editing | null) => {
    latest.current.editing = next;
    setEditing(next);
  };

  useEffect(() => {
    if (editing === null) return;
    const now = sourceOf(entry, editing);
    if (now === editing.original || now === editing.shown) return;
    // The bullet may only have moved, because another was put before it.
    const moved = bulletsOf(entry.markdown).indexOf(editing.original);
    if (editing.kind === "bullet" && moved >= 0) setEditing({ ...editing, index: moved });
    else if (editing.text === editing.original) setEditing(null);
    else {
      setEditing({ ...editing, shown: now });
      collide(entry, editing, now, () => setEditing(null));
    }
  }, [entry, editing]);

  useEffect(
    () => () => {
      const { entry: last, editing: open } = latest.current;
      if (open !== null && !saveEditing(last, open)) keepApart(last, open);
    },
    [],
  );
  return {
    editing,
    set,
    save() {
      if (editing === null) return;
      if (saveEditing(entry, editing)) set(null);
      else collide(entry, editing, sourceOf(findEntry(entry) ?? entry, editing), () => set(null));
    },
  };
}

/** Writes an edit into the entry as the snapshot has it now. False where what was opened is no longer there. */
function saveEditing(seen: TimelineEntry, editing: Editing): boolean {
  if (editing.text === editing.original) return true;
  const entry = findEntry(seen);
  if (entry === null) return false;
  const index = editing.kind === "entry" ? 0 : placeOf(entry, editing);
  if (index < 0 || (editing.kind === "entry" && entry.markdown !== editing.original)) return false;
  write(entry, { ...editing, index });
  return true;
}

/** The field is gone and its text cannot be saved where it was: it stays on the screen until the person deals with it. */
function keepApart(entry: TimelineEntry, editing: Editing): void {
  const { text } = editing;
  const problem = {
    code: "conflict",
    message: textsNow(logTexts).moved(entry.title),
    hint: null,
    data: null,
  } as const;
  fail(problem, () => void act("log", { text, file: entry.file }, { kept: text }), text);
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
      onConflict: () => keepApart(entry, editing),
    },
  );
}

function collide(entry: TimelineEntry, editing: Editing, theirs: string | null, end: () => void): void {
  const close = () => {
    showConflict(null);
    end();
  };
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
