// The words of the page: what a section, an item, a log entry is. Types only; `understandPage` fills them.

import type { Diagnostic, LocalDate } from "../base/index.ts";
import type { Entry, Heading, List, Page, PlainLink, Range } from "../page/index.ts";

export type Role = "learning" | "reading" | "log" | "other";
export type Priority = "highest" | "high" | "medium" | "low";
export type State = "open" | "doing" | "done" | "dropped";
export type Unit = "page" | "chapter" | "percent" | "item";
export type PageLanguage = "zh" | "en" | "mixed";

export const PRIORITIES: readonly Priority[] = ["highest", "high", "medium", "low"];
export const STATES: readonly State[] = ["open", "doing", "done", "dropped"];
export const ROLES: readonly Role[] = ["learning", "reading", "log", "other"];

/** Why something was understood as it was: the word that said so and the rule. */
export interface Reason {
  /** 1-based line of what was understood. */
  line: number;
  what:
    | "role"
    | "priority"
    | "state"
    | "item"
    | "label"
    | "step"
    | "link"
    | "entry"
    | "progress"
    | "doneOn"
    | "rank"
    | "skipped";
  /** What it was understood as, such as `learning`, `high`, `35/740`. */
  value: string;
  /** The word on the page that decided, or null where a rule alone did. */
  word: string | null;
  /** Stable name of the rule, such as `heading-word`, `inherited`, `label`; explained by `explainRule`. */
  rule: string;
}

export interface Section {
  /** 0 for the text before the first heading. */
  line: number;
  /** Last line of the section with its sub-sections, inclusive. */
  endLine: number;
  level: number;
  title: string;
  role: Role;
  /** Priority that the heading, or one above it, names. */
  priority: Priority | null;
  /** State that the heading, or one above it, names. */
  state: State | null;
  /** Whether the page says that order is priority here. */
  ranked: boolean;
  /** Null for the text before the first heading. */
  heading: Heading | null;
  parent: Section | null;
  /** Range of the section's own text, up to the next heading of any level. */
  body: Range;
  /** Whether the heading is a date, and so a log entry. */
  dated: boolean;
}

/** A line that groups the list behind it: a paragraph ending in a colon, or an entry that is only a state, tier or priority word. */
export interface Label extends Range {
  line: number;
  endLine: number;
  /** Without the colon. */
  text: string;
  kind: "paragraph" | "entry";
  state: State | null;
  priority: Priority | null;
  ranked: boolean;
  section: Section;
  /** The list that it heads. */
  list: List;
}

export interface Progress extends Range {
  /** As written, such as `35/740`, `进度 20%`. */
  text: string;
  done: number;
  total: number;
  unit: Unit | null;
  /** 0 to 1, rounded to 4 digits. */
  ratio: number;
}

/** A sign on the item itself that gives its state or priority; its range covers the separator before it. */
export interface Mark extends Range {
  kind: "state" | "priority" | "doneOn";
  /** As written, such as ` - 已完成`, `✅ 2023-03-09`, `P0`. */
  text: string;
  value: string;
}

export interface Item {
  line: number;
  endLine: number;
  title: string;
  note: string | null;
  role: "learning" | "reading";
  section: Section;
  /** Nearest label above it; null where there is none. */
  label: Label | null;
  group: string | null;
  parent: Item | null;
  steps: Item[];
  /** Nesting among items, from 0. */
  depth: number;
  priority: Priority | null;
  rank: number | null;
  state: State;
  progress: Progress | null;
  doneOn: LocalDate | null;
  /** From metadata on the item (`📅`, `[due:: …]`). */
  due: LocalDate | null;
  links: { text: string; url: string }[];
  /** Titles from the outermost item to this one, joined by ` › `. */
  path: string;
  entry: Entry;
  list: List;
  /** Where the title stands in the source, marks around it included; null where it is empty. */
  titleRange: Range | null;
  /** Where the note that follows the title on its line stands, separator excluded. */
  noteRange: Range | null;
  /** Whether the title is struck through (`~~title~~`); the range covers the marks. */
  struck: Range | null;
  marks: Mark[];
  plainLinks: PlainLink[];
}

export interface Bullet {
  line: number;
  endLine: number;
  depth: number;
  text: string;
  entry: Entry;
}

export interface LogEntry {
  line: number;
  endLine: number;
  from: LocalDate | null;
  to: LocalDate | null;
  /** Whether the end is not given (`now`, `2021-09-13 -`). */
  open: boolean;
  /** The date as written. */
  title: string;
  bullets: Bullet[];
  kind: "heading" | "entry" | "bold";
  /** Level of the heading; 0 for the other kinds. */
  level: number;
  /** The section of the heading, or the one that it stands in. */
  section: Section;
  /** From its line to its last line with content. */
  range: Range;
}

/** Everything that was understood of one page. */
export interface PageView {
  page: Page;
  language: PageLanguage;
  title: string | null;
  sections: Section[];
  labels: Label[];
  items: Item[];
  log: LogEntry[];
  diagnostics: Diagnostic[];
  reasons: Reason[];
}
