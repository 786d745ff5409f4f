// An edit as a value: what was asked for. The same value says what the page must say afterwards, so that an edit and its
// check cannot drift apart.

import type { LocalDate, Tongue } from "../../base/index.ts";
import type { Patch } from "../../page/index.ts";
import type { Overrules } from "../config/config.ts";
import type { Item, LogEntry, State } from "../item.ts";
import type { Place } from "./place.ts";

export interface AddText {
  title: string;
  note?: string | null;
  /** Whether it gets an empty checkbox; by default as its neighbours have it. */
  checkbox?: boolean;
}

export interface ItemTexts {
  title?: string;
  /** Null or empty: no note. */
  note?: string | null;
}

export interface LogText {
  /** An entry of the page; else the one of these dates is found or made. */
  entry?: LogEntry;
  from?: LocalDate;
  /** Null: still going on. By default the day `from` itself. */
  to?: LocalDate | null;
  text: string;
  /** Nesting of the bullet, from 0. */
  depth?: number;
}

/** Several bullets of one entry. */
export interface LogTexts {
  /** An entry of the page that gets them; else one with these dates is made. */
  entry?: LogEntry;
  from: LocalDate;
  to: LocalDate;
  /** The last day that the entry gets instead of its own, in the form of its date. */
  until?: LocalDate;
  /** In order; `depth` is the nesting, from 0, at most one more than that of the text before. */
  bullets: readonly { text: string; depth: number }[];
}

/** `patches`, where they are known, tell which item of the page after is which of the page before. */
export type EditRequest = { patches?: readonly Patch[] } & (
  | { kind: "add"; input: AddText; place: Place }
  | { kind: "edit"; item: Item; texts: ItemTexts }
  | { kind: "move"; items: readonly Item[]; place: Place }
  | { kind: "state"; items: readonly Item[]; state: State; on: LocalDate | null }
  | { kind: "progress"; item: Item; text: string }
  | { kind: "log-add"; input: LogText }
  | { kind: "log-several"; input: LogTexts }
  | { kind: "log-edit"; line: number; text: string }
  | { kind: "log-remove"; line: number }
  /** The entry at a line says something else below its date. */
  | { kind: "log-entry"; line: number }
  | { kind: "archive"; before: LocalDate }
  | { kind: "other" }
);

export interface EditOptions {
  /** Language of errors. */
  tongue?: Tongue;
  /** Those that the page was understood with: edits are read back with them. */
  overrules?: Overrules;
}
