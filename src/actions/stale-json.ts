// What `stale` answers, on the command line and to the screens. Keys are added, never renamed or removed.

import type { Priority, StaleRule, TouchKind } from "../domain/index.ts";
import type { ItemAddress } from "./action.ts";

export interface StaleItemJson {
  path: string;
  title: string;
  priority: Priority | null;
  address: ItemAddress;
  /** The last sign that something was done about it, and what says so. */
  lastOn: string;
  lastKind: TouchKind;
  days: number;
  /** Days on which something was done about it, as far as is known. */
  touches: number;
  /** The evidence as a sentence. */
  says: string;
  /** The first open step below it. */
  nextStep: string | null;
  /** Where `lower` would move it; null where it is lowest already, or has no priority. */
  lowerTo: Priority | null;
}

/** A free half hour for whoever says yes without saying when. */
export interface SlotJson {
  date: string;
  /** `09:30` on that day. */
  from: string;
  min: number;
}

export interface StaleJson {
  rule: StaleRule & { says: string };
  /** The one to ask about first in front. */
  items: StaleItemJson[];
  /** Stale too, but left alone not long ago, or planned. */
  left: number;
  planned: number;
  /** Open items that were looked at. */
  of: number;
  slot: SlotJson | null;
}
