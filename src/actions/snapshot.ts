// The shapes that faces are given: plain JSON, documented, stable. `nunc page --json` and `/api/state` print them.

import type { Diagnostic } from "../base/index.ts";
import type { PageLanguage, Priority, Reason, Role, State, Unit } from "../domain/index.ts";
import type { ClockJson, DayJson } from "./day-json.ts";
import type { RecallCountJson } from "./recall-json.ts";

export interface SectionJson {
  line: number;
  level: number;
  title: string;
  role: Role;
}

export interface ItemJson {
  line: number;
  endLine: number;
  title: string;
  note: string | null;
  role: "learning" | "reading";
  /** Line of the item's heading, or null. */
  section: number | null;
  /** Text of its label. */
  group: string | null;
  /** Line of the parent item. */
  parent: number | null;
  depth: number;
  priority: Priority | null;
  rank: number | null;
  state: State;
  progress: { text: string; done: number; total: number; unit: Unit | null; ratio: number } | null;
  doneOn: string | null;
  links: { text: string; url: string }[];
}

export interface BulletJson {
  line: number;
  depth: number;
  text: string;
}

export interface LogEntryJson {
  line: number;
  endLine: number;
  from: string | null;
  to: string | null;
  open: boolean;
  bullets: BulletJson[];
}

/** What `nunc page FILE --json` prints. Lines are 1-based, `endLine` inclusive, columns 1-based in UTF-16 units. */
export interface PageJson {
  language: PageLanguage;
  frontMatter: { format: "yaml" | "toml" | "json"; lines: number } | null;
  sections: SectionJson[];
  items: ItemJson[];
  log: LogEntryJson[];
  diagnostics: Diagnostic[];
}

/** A page as a screen shows it: what was understood, its text and where it came from. */
export interface PageSnapshot extends PageJson {
  file: string;
  /** Hash of the bytes; hand it back as `hash` with every line of this page. */
  hash: string;
  title: string | null;
  text: string;
  reasons: Reason[];
  items: (ItemJson & {
    /** `outer › inner` */ path: string;
    estimate: string | null;
    due: string | null;
    pinned: boolean;
    /** 0 to 3: how much it wants the best hours. */
    hard: number | null;
  })[];
  log: (LogEntryJson & { title: string /** The entry's Markdown below its date. */; markdown: string })[];
  /** Labels that group items: where a new item may go. */
  labels: {
    line: number;
    text: string;
    section: number | null;
    state: State | null;
    priority: Priority | null;
  }[];
  /** Sections with what they say, for "add to" menus and the roles screen. */
  sections: (SectionJson & {
    priority: Priority | null;
    state: State | null;
    dated: boolean;
    items: number;
  })[];
  /** Share of the page's list entries that nunc understood, 0 to 1; below a half the page is "half understood". */
  understood: number;
}

/** What the browser draws. */
export interface Snapshot {
  version: string;
  root: string;
  language: "en" | "zh" | null;
  today: string;
  pages: PageSnapshot[];
  archives: { file: string; hash: string; log: PageSnapshot["log"] }[];
  inbox: { file: string; hash: string | null; notes: { line: number; text: string; at: string | null }[] };
  /** Summaries of what undo and redo would do. */
  undo: string | null;
  redo: string | null;
  /** Files that could not be read, with a sentence each. */
  problems: { file: string; code: string; message: string; hint: string | null }[];
  /** Today. */
  day: DayJson;
  /** The running clock of the home, or null. */
  clock: ClockJson | null;
  /** What is to be recalled today; null where there are no cards. */
  recall: RecallCountJson | null;
  /** Hash of goals.md, whose contents are asked for by `goals`: a new one says that they have changed. */
  goalsHash: string | null;
  /** Counts changes of what reports rest on and is not in here: other days, conditions, settings, reviews. Another number: ask again. */
  otherChanges: number;
  /** Whether the person has been shown what was understood (Page screen). */
  welcomed: boolean;
}
