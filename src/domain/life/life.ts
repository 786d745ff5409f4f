// The words of lives: what is kept of an item in one revision, a match of two of them, and the life that the matches make.
// A life is everything that happened to one item over the page's history (DESIGN §1). Types only; `readLives` fills them.

import type { LocalDate } from "../../base/index.ts";
import type { Priority, Role, State, Unit } from "../item.ts";

/** What is kept of one item of one page text. Plain JSON, so that a cache can keep it by the text's hash. */
export interface LifeItem {
  /** 1-based line of the page. */
  line: number;
  title: string;
  note: string | null;
  role: Role;
  /** Titles of the headings above it, the outermost first. */
  sections: string[];
  group: string | null;
  /** Index of its parent among the items of the text; null for an item of a list of its own. */
  parent: number | null;
  priority: Priority | null;
  state: State;
  progress: { text: string; done: number; total: number; unit: Unit | null; ratio: number } | null;
  doneOn: LocalDate | null;
  /** Link targets as written. */
  urls: string[];
}

/** One text of one revision: the page itself, or an archive of it. */
export interface LifeFile {
  /** Path, to name an archive by. */
  file: string;
  isArchive: boolean;
  items: readonly LifeItem[];
  /** What says that two texts are the same, such as a blob's hash. */
  hash: string;
}

/** One revision of the page. Parents stand before their children. */
export interface LifeRevision {
  /** Full commit hash; without git the id of the journal's record. */
  sha: string;
  /** ISO date and time with offset. */
  at: string;
  /** Indices of the revisions that it follows; none for the first one, two or more for a merge. */
  parents: readonly number[];
  files: readonly LifeFile[];
}

/** Why two items of two revisions are held to be the same; the codes are explained in docs/decisions/0005-lives.md. */
export type MatchReason =
  | "unchanged"
  | "same-title"
  | "same-link"
  | "like-title"
  | "contained-title"
  | "other-language"
  | "in-place"
  | "same-steps"
  | "moved"
  | "with-block"
  | "split"
  | "merged"
  | "back";

/** Item `from` of one revision is item `to` of the next. Indices into the items of each. */
export interface ItemMatch {
  from: number;
  to: number;
  /** How likely it is the same, 0 to 1. */
  sure: number;
  why: MatchReason[];
}

export type LifeEventKind =
  | "came"
  | "reworded"
  | "priority"
  | "section"
  | "parent"
  | "state"
  | "progress"
  | "gone"
  | "back"
  | "finished";

export interface LifeEvent {
  at: string;
  /** Hash of the revision in which it happened. */
  revision: string;
  /** 1-based line in that revision; null where it stands no longer on the page. */
  line: number | null;
  kind: LifeEventKind;
  from: string | null;
  to: string | null;
  /** 0 to 1: how sure it is that this happened to this item. */
  sure: number;
}

export interface Life {
  /** Stable and the same on every machine: from the first title and how many items came with it before. */
  id: string;
  /** The title that it has, or had last. */
  title: string;
  titles: { title: string; from: string }[];
  cameAt: string;
  events: LifeEvent[];
  endedAt: string | null;
  end: "finished" | "gone" | null;
  /** All below: as it is now, or as it was last. Titles from the outermost item, joined by ` › `. */
  path: string;
  role: Role;
  state: State;
  priority: Priority | null;
  group: string | null;
  /** Headings above it, the outermost first. */
  sections: string[];
  /** Where it stands on the page as it is; null where it is gone, or in an archive. */
  line: number | null;
}

export interface Lives {
  revisions: { sha: string; at: string }[];
  /** In the order in which they came. */
  items: Life[];
  /** By revision: line of the page to id. */
  places: Record<string, Record<string, string>>;
}
