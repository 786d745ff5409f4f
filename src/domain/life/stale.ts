// Items that nobody has touched for long, by evidence. What "long" is comes from the person's own rhythm: how far apart they
// touch one and the same item as a rule. Pure; the order and the rule are written down in docs/lives.md.

import { epochDayOf, type LocalDate } from "../../base/index.ts";
import type { Priority } from "../item.ts";

export type TouchKind = "page" | "record" | "log";

/** A day on which something was done about an item, and how that is known. */
export interface Touch {
  on: LocalDate;
  kind: TouchKind;
}

/** An item that could be stale, with all that is known of it. */
export interface StaleSource {
  path: string;
  priority: Priority | null;
  /** In any order; at least the day it came. */
  touches: readonly Touch[];
  /** When the person said to leave it, and when it stands in a plan from today on. */
  leftOn: LocalDate | null;
  plannedOn: LocalDate | null;
}

/** What "untouched for long" means. */
export interface StaleRule {
  /** Untouched for so many days or more. */
  longDays: number;
  /** The middle of the gaps between two touches of one item, and how many gaps there are. */
  medianDays: number | null;
  gaps: number;
  /** `own` rhythm, or `prior` where there are too few gaps. */
  from: "own" | "prior";
}

export interface Stale {
  path: string;
  priority: Priority | null;
  last: Touch;
  days: number;
  touches: number;
}

export interface StaleReading {
  rule: StaleRule;
  /** Those to ask about, the one to ask first in front. */
  stale: Stale[];
  /** Stale too, but left alone not long ago, or planned. */
  left: number;
  planned: number;
  /** How many were looked at. */
  items: number;
}

/** Gaps that a rhythm needs. */
const ENOUGH_GAPS = 10;
const PRIOR_DAYS = 90;
/** Three times as long as usual is long, but never less than a month nor more than a year. */
const LONG_GAPS = 3;
const LEAST_DAYS = 30;
const MOST_DAYS = 365;

const RANK: Readonly<Record<Priority | "none", number>> = {
  highest: 4,
  high: 3,
  medium: 2,
  none: 1.5,
  low: 1,
};

export function staleRule(sources: readonly Pick<StaleSource, "touches">[]): StaleRule {
  const gaps = sources.flatMap(({ touches }) => {
    const days = [...new Set(touches.map(({ on }) => epochDayOf(on)))].sort((a, b) => a - b);
    return days.slice(1).map((day, at) => day - days[at]!);
  });
  gaps.sort((a, b) => a - b);
  const medianDays = gaps.length === 0 ? null : gaps[gaps.length >> 1]!;
  if (gaps.length < ENOUGH_GAPS || medianDays === null)
    return { longDays: PRIOR_DAYS, medianDays, gaps: gaps.length, from: "prior" };
  const longDays = Math.min(MOST_DAYS, Math.max(LEAST_DAYS, LONG_GAPS * medianDays));
  return { longDays, medianDays, gaps: gaps.length, from: "own" };
}

/**
 * What is untouched for long, ordered by how much it says it wants and how long it waits: priority (highest 4 to low 1, none
 * 1.5) times the days by the rule's measure; an item that was left is asked again after as long.
 */
export function readStale(sources: readonly StaleSource[], today: LocalDate): StaleReading {
  const rule = staleRule(sources);
  const now = epochDayOf(today);
  const reading: StaleReading = { rule, stale: [], left: 0, planned: 0, items: sources.length };
  for (const { path, priority, touches, leftOn, plannedOn } of sources) {
    const past = touches.filter(({ on }) => on <= today);
    const last = past.reduce<Touch | null>(
      (one, touch) => (one === null || touch.on >= one.on ? touch : one),
      null,
    );
    if (last === null) continue;
    const days = now - epochDayOf(last.on);
    if (days < rule.longDays) continue;
    if (plannedOn !== null) reading.planned++;
    else if (leftOn !== null && now - epochDayOf(leftOn) < rule.longDays) reading.left++;
    else reading.stale.push({ path, priority, last, days, touches: past.length });
  }
  const urgency = ({ priority, days }: Stale): number => RANK[priority ?? "none"] * days;
  reading.stale.sort((a, b) => urgency(b) - urgency(a) || (a.path < b.path ? -1 : 1));
  return reading;
}
