// What `drift` answers, on the command line and to the screens. Keys are added, never renamed or removed.

import type { Priority, Share, ShareBy } from "../domain/index.ts";
import type { ItemAddress } from "./action.ts";

/** A stretch of days that a report is about. */
export interface RangeJson {
  kind: "day" | "week" | "month" | "quarter" | "year" | "range";
  from: string;
  to: string;
  /** For people, such as `2026, week 47` or `2026年第47周`. */
  title: string;
  /** Stable, as it can be typed and as files are named: `2026-11-20`, `2026-W47`, `2026-11`, `2026-Q4`, `2026`, `2026-11-02..2026-11-20`. */
  name: string;
  days: number;
  /** Not off by the settings, up to today. */
  workingDays: number;
  /** Days that have a note. */
  notedDays: number;
}

/** From what the amounts are: recorded minutes, days of log entries that name an item, or what moved on the page. */
export type DriftSource = "records" | "log" | "history" | "none";

export interface DriftItemJson {
  path: string;
  title: string;
  /** Null where the page has it no longer. */
  address: ItemAddress | null;
  /** As stated over the range: where it changed, that of most days; see `changed`. */
  priority: Priority | null;
  changed: { on: string; from: Priority | null; to: Priority | null }[];
  /** 1 is first; items stated alike share a rank. Null where nothing is stated of it. */
  statedRank: number | null;
  livedRank: number | null;
  /** In the unit of the report; 0: got nothing. */
  amount: number;
  share: number;
  goals: string[];
  /** When it was last worked on or moved on the page, up to the end of the range; null where that is not known. */
  lastMovedOn: string | null;
  /** Working days of the range on which it stood open on the page: what it got is compared by the day. */
  openDays: number;
}

/** A highest item that got nothing, or next to nothing. */
export interface StarvedJson {
  path: string;
  title: string;
  address: ItemAddress | null;
  priority: Priority;
  amount: number;
  lastMovedOn: string | null;
  /** Its first step that is not done, and when that last moved. */
  nextStep: { path: string; title: string; address: ItemAddress | null; lastMovedOn: string | null } | null;
}

export interface InsteadJson {
  kind: "item" | "commitment" | "other" | "interruption";
  title: string;
  path: string | null;
  priority: Priority | null;
  amount: number;
  share: number;
}

export interface AgreementJson {
  measure: "weighted-tau";
  /** -1 the reverse, 0 unrelated, 1 the same order; null where there is too little to judge, or no order. */
  value: number | null;
  /** Items that were compared. */
  items: number;
  /** In words: what it is and what it means here. */
  says: string;
  /** The pairs that cost most agreement, worst first. */
  pairs: { above: string; below: string; says: string }[];
}

export interface DriftData {
  range: RangeJson;
  today: string;
  source: DriftSource;
  /** Of `amount` everywhere below: minutes, or days of log entries, or moves on the page. */
  unit: "min" | "days" | "count";
  /** A sentence: from what, and how much of it there is. */
  sourceSays: string;
  /** False: too little to judge, and `tooLittle` says why; sums are given all the same, no verdict. */
  enough: boolean;
  tooLittle: string | null;
  total: number;
  by: Record<ShareBy, Share[]>;
  agreement: AgreementJson;
  /** By stated rank, then by amount. */
  items: DriftItemJson[];
  starved: StarvedJson[];
  instead: InsteadJson[];
  /** A few sentences: what a person should know first. */
  findings: string[];
}
