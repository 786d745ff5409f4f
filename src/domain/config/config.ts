// What `nunc.yaml` says: types and defaults. Every key has a default; an empty file is a valid one.

import type { Tongue } from "../../base/index.ts";
import { type DaySettings, DEFAULT_DAY_SETTINGS } from "../day/settings.ts";
import { DEFAULT_IMPORTANCE, type ImportanceSettings } from "../goal/importance.ts";
import type { Priority, Role, State } from "../item.ts";
import { DEFAULT_RECALL, type RecallSettings } from "../recall/settings.ts";

/** What a person says about how a page is to be understood; it overrules the vocabulary. */
export interface Overrules {
  /** Heading text (as written, or without its number) to role. */
  headings: Readonly<Record<string, Role>>;
  /** Word on a heading, label or item to priority. */
  priorities: Readonly<Record<string, Priority>>;
  /** Word on a label, heading or item, or a checkbox sign such as `[~]`, to state. */
  states: Readonly<Record<string, State>>;
}

export interface Config {
  version: number;
  /** The page; more than one where one page has two languages. Relative to the home, or absolute. */
  pages: string[];
  /** Where old log entries go: a path with `{year}`, relative to the page's folder unless absolute. */
  archive: string;
  /** IANA zone; null: the system's. */
  zone: string | null;
  /** Language of commands and screens; null: by locale or browser. */
  language: Tongue | null;
  overrules: Overrules;
  /** Whether a page that keeps a `lastmod` (or the like) gets it updated. */
  lastmod: boolean;
  /** Working hours, days off, buffer and the like. */
  day: DaySettings;
  /** The numbers of the formula of importance. */
  importance: ImportanceSettings;
  /** How recall asks. */
  recall: RecallSettings;
}

export const CONFIG_VERSION = 1;

export const DEFAULT_CONFIG: Config = {
  version: CONFIG_VERSION,
  pages: ["now.md"],
  archive: "history/{year}.md",
  zone: null,
  language: null,
  overrules: { headings: {}, priorities: {}, states: {} },
  lastmod: true,
  day: DEFAULT_DAY_SETTINGS,
  importance: DEFAULT_IMPORTANCE,
  recall: DEFAULT_RECALL,
};
