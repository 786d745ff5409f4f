// What `item` answers, on the command line and to the screens: everything that is known about one item. Keys are added, never
// renamed or removed. Lengths are minutes, ratios 0 to 1, what is unknown is null. Types only.

import type { LifeEvent, Priority, State } from "../domain/index.ts";
import type { ItemAddress } from "./action.ts";
import type { ForecastItemJson } from "./forecast-json.ts";
import type { ImportanceItemJson, ServiceJson } from "./goals-json.ts";
import type { ListedItem } from "./listed-item.ts";

/** Why the page was understood so, in words: `priority` `high`: the word 高 in the heading. */
export interface ItemReasonJson {
  what: "priority" | "state" | "progress" | "doneOn" | "rank" | "item" | "step";
  value: string;
  /** The word on the page that decided, or null. */
  word: string | null;
  says: string;
}

export interface ItemStepJson {
  address: ItemAddress;
  title: string;
  path: string;
  note: string | null;
  state: State;
  /** Where it differs from that of the item it belongs to, else null. */
  priority: Priority | null;
  progress: ListedItem["progress"];
  steps: ItemStepJson[];
}

/** What the page says. */
export interface ItemOnPageJson extends ListedItem {
  /** Its lines on the page, steps included, as they stand. */
  markdown: string;
  /** Headings above it, the outermost first. */
  headings: { line: number; title: string }[];
  /** Items above it, the outermost first. */
  parents: { address: ItemAddress; title: string; path: string; state: State }[];
  steps: ItemStepJson[];
  reasons: ItemReasonJson[];
}

/** What `items/SLUG.md` says. */
export interface ItemFileJson {
  file: string;
  hash: string;
  /** Former title paths. */
  former: string[];
  estimateMin: number | null;
  estimateKind: "limit" | "floor" | null;
  /** What stands below the front matter. */
  notes: string;
}

export interface ItemGoalJson {
  goal: { number: number; line: number; title: string; state: "open" | "reached" | "given-up" };
  /** The item that serves it: this one, or a step or an item above it. */
  path: string;
  service: ServiceJson;
}

export interface ItemRecordJson {
  date: string;
  line: number;
  from: string;
  /** Null while it runs. */
  to: string | null;
  min: number;
  /** The item that it names: this one or a step of it. */
  path: string;
  /** What it says behind the item's name. */
  text: string;
}

export interface ItemTimeJson {
  recordedMin: number;
  /** Days with a record for it. */
  days: number;
  first: string | null;
  last: string | null;
  /** From the week of the first record or plan to this week, without gaps; weeks begin on Monday. */
  weeks: { from: string; recordedMin: number; plannedMin: number }[];
  /** Latest first. */
  records: ItemRecordJson[];
  plannedMin: number;
  /** Of what was planned, what was recorded on the same day. */
  keptMin: number;
  /** Standing blocks and those that were kept, up to today. */
  blocks: number;
  keptBlocks: number;
  /** The block that comes next, or runs now. */
  next: { date: string; from: string; to: string; min: number; path: string } | null;
}

export interface ItemMentionJson {
  file: string;
  /** Of the entry. */
  entryLine: number;
  title: string;
  from: string | null;
  to: string | null;
  isArchive: boolean;
  /** `path`: the item that the line names, this one or a step of it. */
  bullets: { line: number; text: string; path: string; why: "words" | "link" }[];
}

export interface ItemLifeJson {
  id: string;
  source: "git" | "journal";
  /** Older revisions are cut off. */
  isShallow: boolean;
  cameAt: string;
  titles: { title: string; from: string }[];
  events: LifeEvent[];
  endedAt: string | null;
  end: "finished" | "gone" | null;
  /** Revisions of the page that were read. */
  revisions: number;
}

export interface ItemData {
  today: string;
  /** Title path that it has, or had last. */
  path: string;
  title: string;
  /** Null where it is no longer on the page; then `life` says what became of it. */
  address: ItemAddress | null;
  item: ItemOnPageJson | null;
  file: ItemFileJson | null;
  goals: ItemGoalJson[];
  /** Null where it serves no open goal. */
  importance: ImportanceItemJson | null;
  time: ItemTimeJson;
  log: ItemMentionJson[];
  /** Null where the page has no history, or none of it. */
  life: ItemLifeJson | null;
  /** Estimated against recorded: for a done item what it really took, else what it took so far. */
  actual: { estimateMin: number; recordedMin: number; ratio: number; isFinal: boolean } | null;
  forecast: ForecastItemJson | null;
}
