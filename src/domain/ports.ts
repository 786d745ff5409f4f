// What the inside needs from the outside. Implemented in `home` and wired in `main.ts`.

import type { Instant } from "../base/index.ts";
import type { Patch } from "../page/index.ts";
import type { Config } from "./config/config.ts";

/** One text on disk, decoded without losing a byte. */
export interface StoredText {
  /** Name: relative to the home with `/`, or an absolute path where it lies outside. */
  file: string;
  text: string;
  /** SHA-256 of the bytes, hex. */
  hash: string;
}

/** An edit of one file. */
export interface FileEdit {
  file: string;
  /** Hash of the text that the patches are for; null: the file must not exist yet. */
  hash: string | null;
  patches: Patch[];
  /** The file goes away with the text that the patches cut: undoing what created it. */
  remove?: true;
}

/** Edits of one or more files that belong together: done as a whole, or not at all. What is added is written before what is cut. */
export interface Change {
  /** The action that made it, such as `done`. */
  action: string;
  /** One sentence for the history and for undo, in the person's language. */
  summary: string;
  edits: FileEdit[];
  /** Set by actions that cut much on purpose (archive, undo, redo); without it a page may not lose most of its text. */
  allowShrink?: true;
  /** Set on changes made by undo and redo. */
  undoes?: string;
  redoes?: string;
}

/** One change as the journal keeps it. */
export interface JournalRecord {
  id: string;
  at: Instant;
  action: string;
  summary: string;
  files: {
    file: string;
    /** Null where the file was created or did not exist. */
    before: string | null;
    /** Of the empty text where the file was removed. */
    after: string;
    removed?: true;
    /** With the text that was cut, so that it can be undone after a restart. */
    patches: (Patch & { removed: string })[];
  }[];
  undoes: string | null;
  redoes: string | null;
}

/** The folder on disk. All calls are synchronous; errors are AppErrors. */
export interface Store {
  /** Absolute path of the home. */
  readonly root: string;
  /** Null where the file does not exist. Throws `invalid` for a folder, a binary, UTF-16 or oversized file, `blocked` where unreadable. */
  read(file: string): StoredText | null;
  /** Names of the files in a folder as `read` takes them (`days/2021-09-02.md`), sorted; empty where there is none. */
  list(folder: string): string[];
  /** Absolute path of a file name. */
  resolve(file: string): string;
  /**
   * Locks, checks every hash, journals, writes each file durably (what is added before what is cut), unlocks.
   * Throws `conflict` where a file is not the one that was read, `blocked` where it cannot be written; then nothing has changed.
   * A change that changes no byte is not journaled; its record names no files.
   */
  commit(change: Change): JournalRecord;
  /** Records of finished changes, oldest first, of at most the last `limit`. */
  journal(limit?: number): JournalRecord[];
}

export interface Clock {
  now(): Instant;
  /** The system's IANA zone. */
  zone(): string;
  /**
   * How long this machine has slept since it was started, in milliseconds, and which start that was; null where that
   * cannot be known.
   */
  suspended?(): { boot: string; ms: number } | null;
}

/** One revision of a page as a version history keeps it. */
export interface HistoryRevision {
  /** Full commit hash. */
  sha: string;
  /** The committer's date and time with offset. */
  at: string;
  /** Indices of the revisions that it follows. */
  parents: number[];
  /** The page and its archives as they were; without the page where it did not exist. */
  files: { file: string; isArchive: boolean; blob: string }[];
}

/** The versions of one page. Calls are synchronous; errors are AppErrors. */
export interface PageHistory {
  /** Every revision in topological order, parents first; renames of the file and all branches that led to it included. */
  readonly revisions: readonly HistoryRevision[];
  /** Whether older revisions are cut off: a shallow clone. */
  readonly isShallow: boolean;
  /** Calls back with the text of each blob, in the order given. */
  read(blobs: readonly string[], found: (blob: string, text: string) => void): void;
}

/** Where the history of a page is to be looked for. */
export interface HistoryPlace {
  /** A folder inside the repository; null: that of the file. */
  repo: string | null;
  /** The page: relative to `repo`, or absolute. */
  path: string;
  /** Where archives may be: paths with `{year}`, relative to the page's folder unless absolute. */
  archives: readonly string[];
}

/** Texts that may be lost at any time, by name. */
export interface TextCache {
  read(name: string): string | null;
  write(name: string, text: string): void;
}

/** When and as what a file was last written: milliseconds since 1970 of its content and of its entry, bytes, number. */
export type Stamp = readonly [modified: number, changed: number, size: number, number: number];

/** What was computed from files of a home and is kept between two runs. It may be lost at any time. */
export interface Index {
  /**
   * The stamp of a file of the home, as `Store.read` names it: as long as it is the same, so is the file. Null where there
   * is no file, and where it was written so lately that one more write might leave the stamp as it is.
   */
  stamp(file: string): Stamp | null;
  /** What was kept under a name; null where there is nothing, or another nunc made it. */
  read(name: string): unknown;
  /** Keeps plain data: also maps, typed arrays, and objects that several others name; nothing where that is more than `most` bytes. */
  write(name: string, value: unknown, most?: number): void;
  /**
   * The stamps of many files and folders (a slash behind), four numbers each: zeros where there is none, NaN where it has no
   * stamp yet. A folder has another one when a name in it comes or goes. Without it answers are not kept.
   */
  states?(names: readonly string[]): Float64Array;
  /** Whether names in a folder are links, of which its stamp says nothing. */
  hasLinks?(folder: string): boolean;
}

/** What every action is given. */
export interface World {
  store: Store;
  clock: Clock;
  config: Config;
}
