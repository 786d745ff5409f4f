// What became of items in a stretch of days: started, finished, dropped, untouched, and estimates held against what was
// recorded. The page's past says it where there is one, else the done dates of the page, the records and the log; each answer
// says which.

import type { LocalDate } from "../../base/index.ts";
import { makeLogMatcher } from "../drift/log-match.ts";
import { PRIORITIES, type Priority, type Role, type State } from "../item.ts";
import { PAST_BEGIN, type PastSpell } from "../life/item-past.ts";
import type { DayRange } from "../report/range.ts";
import type { EvidenceItem, ItemSource, ReviewEvidence } from "./evidence.ts";
import { lastDay } from "./tallies.ts";

export interface ReviewItem {
  path: string;
  title: string;
  role: Role;
  /** As of the end of the range. */
  priority: Priority | null;
  /** When it happened; for `untouched` when it was last touched; null where that is not known. */
  on: LocalDate | null;
  /** What says so. */
  from: ItemSource;
}

export type ItemTurn = "started" | "finished" | "dropped" | "untouched";

export interface ReviewEstimate {
  path: string;
  title: string;
  estimateMin: number;
  /** Recorded for it and its steps in all. */
  actualMin: number;
  /** actual / estimate */
  ratio: number;
  doneOn: LocalDate;
}

export function reviewItems(evidence: ReviewEvidence): Record<ItemTurn, ReviewItem[]> {
  const { items, range } = evidence;
  const last = lastDay(evidence);
  const within = { from: range.from, to: last };
  const list = (pick: (item: EvidenceItem) => Turned | null): (ReviewItem & { state: State })[] =>
    items.flatMap((item) => {
      const turned = pick(item);
      if (turned === null) return [];
      const { role, priority, state } = spellOn(item, last);
      const { path, title } = item;
      return [{ path, title, role, priority, ...turned, state }];
    });
  const finished = list((item) => finishedOf(evidence, item, within));
  const dropped = list((item) => droppedOf(evidence, item, within));
  const started = list((item) => startedOf(evidence, item, within));
  const logged = loggedDays(evidence);
  const families = Map.groupBy(items, ({ path }) => path.split(" › ", 1)[0]!);
  // Where nothing at all is known of these days, nobody knows what was not touched.
  const untouched = areItemsKnown(evidence)
    ? list((item) => untouchedOf(evidence, item, within, { logged, families }))
    : [];
  return {
    started: byDay(started),
    finished: byDay(withoutSteps(finished)),
    dropped: byDay(withoutSteps(dropped)),
    untouched: untouched.sort(byNeed).map(plain),
  };
}

/** Whether anything is known of what became of items in the range: a note, a log entry, or the page's past. */
export function areItemsKnown(evidence: ReviewEvidence): boolean {
  const { days, log, itemsSince, range } = evidence;
  const to = lastDay(evidence);
  const isNoted = days.some(({ date, hasNote }) => hasNote && date >= range.from && date <= to);
  const isLogged = log.some((entry) => entry.to >= range.from);
  return isNoted || isLogged || (itemsSince !== null && itemsSince <= to);
}

interface Turned {
  on: LocalDate | null;
  from: ItemSource;
}

type Span = Pick<DayRange, "from" | "to">;

/** Done at the end of the range, and not before it. */
function finishedOf({ itemsFrom }: ReviewEvidence, item: EvidenceItem, within: Span): Turned | null {
  if (spellOn(item, within.to).state !== "done") return null;
  const turned = turnedInto(item, "done", within.to);
  if (item.doneOn !== null) return isIn(item.doneOn, within) ? { on: item.doneOn, from: "page" } : null;
  if (turned === null || !isIn(turned, within) || itemsFrom === "page") return null;
  return { on: turned, from: itemsFrom };
}

/** Dropped at the end of the range, or gone from the page without being done. */
function droppedOf({ itemsFrom }: ReviewEvidence, item: EvidenceItem, within: Span): Turned | null {
  if (itemsFrom === "page") return null;
  const spell = spellOn(item, within.to);
  if (spell.to !== null && spell.to <= within.to) {
    const isLeft = spell.state === "open" || spell.state === "doing";
    return isLeft && isIn(spell.to, within) ? { on: spell.to, from: itemsFrom } : null;
  }
  const turned = spell.state === "dropped" ? turnedInto(item, "dropped", within.to) : null;
  return turned !== null && isIn(turned, within) ? { on: turned, from: itemsFrom } : null;
}

/** Only with so many noted days before, a first record is a beginning. */
const NOTED_BEFORE = 5;

/** It came to be worked on by the page, or its first record in a year lies in the range; the earlier of both. */
function startedOf(
  { itemsFrom, notedBefore }: ReviewEvidence,
  item: EvidenceItem,
  within: Span,
): Turned | null {
  const turned = itemsFrom === "page" ? null : firstTurnInto(item, "doing");
  const first = notedBefore >= NOTED_BEFORE ? (item.recorded?.first ?? null) : null;
  const begun = [turned, first].filter((on) => on !== null).sort()[0];
  if (begun === undefined || !isIn(begun, within)) return null;
  // What was being done when its past begins was started before.
  const { spells } = item.past;
  if (spells[0]!.from === PAST_BEGIN && spells[0]!.state !== "open") return null;
  return begun === turned && itemsFrom !== "page"
    ? { on: begun, from: itemsFrom }
    : { on: begun, from: "records" };
}

/** Open or being done at the end of an item of a list of its own, with no record, no move and no log entry in the range. */
function untouchedOf(
  evidence: ReviewEvidence,
  item: EvidenceItem,
  within: Span,
  signs: Signs,
): Turned | null {
  const spell = spellOn(item, within.to);
  const isThere = spell.from <= within.to && (spell.to === null || spell.to > within.to);
  if (!isThere || item.path.includes(" › ") || (spell.state !== "open" && spell.state !== "doing"))
    return null;
  const touched = lastTouch(evidence, item, within.to, signs);
  if (touched !== null && touched.on! >= within.from) return null;
  return touched ?? { on: null, from: evidence.itemsFrom };
}

type Touch = Turned & { on: LocalDate };

interface Signs {
  /** Last day of a log entry that names an item, by path. */
  logged: ReadonlyMap<string, LocalDate>;
  /** Items by the title of their outermost one. */
  families: ReadonlyMap<string, readonly EvidenceItem[]>;
}

/** The last thing that is known of an item or a step of it, up to a day. */
function lastTouch(
  { itemsFrom }: ReviewEvidence,
  { path, recorded }: EvidenceItem,
  until: LocalDate,
  { logged, families }: Signs,
): Touch | null {
  const own = families.get(path) ?? [];
  const found: Touch[] = [];
  if (recorded !== null) found.push({ on: recorded.last, from: "records" });
  if (itemsFrom !== "page") {
    for (const { past } of own)
      for (const { on, kind } of past.moves)
        if (TOUCHES.has(kind) && !(kind === "came" && wasThere(past))) found.push({ on, from: itemsFrom });
  }
  for (const one of own) {
    if (one.doneOn !== null) found.push({ on: one.doneOn, from: "page" });
    const on = logged.get(one.path);
    if (on !== undefined) found.push({ on, from: "log" });
  }
  return found
    .filter(({ on }) => on <= until)
    .reduce<Touch | null>((best, one) => (best === null || one.on > best.on ? one : best), null);
}

/** The last day of the newest log entry that names an item, by path. */
function loggedDays({ items: all, log }: ReviewEvidence): Map<string, LocalDate> {
  const found = new Map<string, LocalDate>();
  if (log.length === 0) return found;
  const items = all.filter(({ past }) => past.isOnPage);
  const at = new Map(items.map(({ path }, index) => [path, index]));
  const match = makeLogMatcher(
    items.map(({ path, title }) => {
      const above = path.lastIndexOf(" › ");
      return { title, former: [], parent: above === -1 ? null : (at.get(path.slice(0, above)) ?? null) };
    }),
  );
  for (const { to, bullets } of log)
    for (const text of bullets)
      for (const index of match(text)) {
        const { path } = items[index]!;
        if ((found.get(path) ?? to) <= to) found.set(path, to);
      }
  return found;
}

/** Whether it stood there when its past begins: then nobody knows when it came. */
function wasThere({ spells }: EvidenceItem["past"]): boolean {
  return spells[0]!.from === PAST_BEGIN;
}

/** What counts as a touch: not that it was moved about. */
const TOUCHES: ReadonlySet<string> = new Set(["came", "back", "reworded", "state", "progress", "finished"]);

/** Finished in the range with an estimate and a record. */
export function reviewEstimates(evidence: ReviewEvidence, from: LocalDate): ReviewEstimate[] {
  const to = lastDay(evidence);
  return evidence.items
    .flatMap((item): ReviewEstimate[] => {
      const { path, title, estimateMin, recorded } = item;
      if (estimateMin === null || recorded === null || recorded.min === 0) return [];
      if (spellOn(item, to).state !== "done") return [];
      const doneOn =
        item.doneOn ??
        (evidence.itemsFrom === "page" ? recorded.last : (turnedInto(item, "done", to) ?? recorded.last));
      if (doneOn < from || doneOn > to) return [];
      const actualMin = recorded.min;
      return [{ path, title, estimateMin, actualMin, ratio: actualMin / estimateMin, doneOn }];
    })
    .sort((a, b) => (a.doneOn < b.doneOn ? -1 : a.doneOn > b.doneOn ? 1 : a.path < b.path ? -1 : 1));
}

/** How it stood on a day; before it came as at first. */
export function spellOn({ past: { spells } }: EvidenceItem, date: LocalDate): PastSpell {
  return spells.findLast(({ from }) => from <= date) ?? spells[0]!;
}

/** When it last came to a state that it still had on a day; null where it had it all the time that is known. */
function turnedInto({ past: { spells } }: EvidenceItem, state: State, until: LocalDate): LocalDate | null {
  let at = spells.findLastIndex(({ from }) => from <= until);
  while (at > 0 && spells[at - 1]!.state === state) at--;
  const from = spells[at]?.from;
  return from === undefined || from === PAST_BEGIN ? null : from;
}

function firstTurnInto({ past: { spells } }: EvidenceItem, state: State): LocalDate | null {
  const from = spells.find((spell) => spell.state === state)?.from;
  return from === undefined || from === PAST_BEGIN ? null : from;
}

function isIn(date: LocalDate, { from, to }: Span): boolean {
  return date >= from && date <= to;
}

/** Steps that went along with the item above them say nothing of their own. */
function withoutSteps<T extends ReviewItem>(items: readonly T[]): T[] {
  const paths = new Map(items.map((item) => [item.path, item.on]));
  return items.filter(({ path, on }) => {
    const above = path.split(" › ").slice(0, -1);
    return !above.some((_, at) => paths.get(above.slice(0, at + 1).join(" › ")) === on);
  });
}

function byDay(items: readonly (ReviewItem & { state: State })[]): ReviewItem[] {
  const key = ({ on, path }: ReviewItem): string => `${on ?? ""} ${path}`;
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(plain);
}

function plain({ path, title, role, priority, on, from }: ReviewItem): ReviewItem {
  return { path, title, role, priority, on, from };
}

/** By priority, then what is being done first, then what stood longest. */
function byNeed(a: ReviewItem & { state: State }, b: ReviewItem & { state: State }): number {
  const rank = ({ priority }: ReviewItem): number =>
    priority === null ? PRIORITIES.length : PRIORITIES.indexOf(priority);
  const isDoing = ({ state }: { state: State }): number => (state === "doing" ? 0 : 1);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (isDoing(a) !== isDoing(b)) return isDoing(a) - isDoing(b);
  if (a.on !== b.on) return (a.on ?? "") < (b.on ?? "") ? -1 : 1;
  return a.path < b.path ? -1 : 1;
}
