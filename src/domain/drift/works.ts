// What was lived in a range, as amounts: recorded minutes; days of log entries, divided among the bullets that name items; or
// what moved on the page. Each amount with its item as of that day.

import { addDays, epochDayOf, type LocalDate } from "../../base/index.ts";
import type { PastItem, PastSpell } from "../life/item-past.ts";
import { type ItemsPast, spellAt } from "../life/item-past-ask.ts";
import type { DriftEntry, DriftEvidence } from "./evidence.ts";
import { type LogMatcher, makeLogMatcher } from "./log-match.ts";
import { type Work, workOfDays } from "./shares.ts";

/** A work on its day. */
export type DatedWork = Work & { date: LocalDate };

export interface Lived {
  source: "records" | "log" | "history" | "none";
  works: DatedWork[];
  /** How much there is: working days with records and minutes; days of entries and bullets; moves. */
  days: number;
  count: number;
  /** Of the log: bullets that name an item. */
  named: number;
  /** Not too little to judge by. */
  isEnough: boolean;
}

export const LEAST_DAYS = 5;
export const LEAST_MIN = 5 * 60;
/** Bullets that name items. */
export const LEAST_NAMED = 3;
export const LEAST_MOVES = 5;
/** Entries stand by their last day in a log, give or take so many. */
const LONGEST_ENTRY_DAYS = 366;
/** An item counts as on the page for a line that was written so many days before or after. */
const NEAR_DAYS = 31;

/** The first of records, log and history that is enough; where none is, the first that has anything. */
export function readLived(evidence: DriftEvidence): Lived {
  const sources = [fromRecords, fromLog, fromHistory];
  let first: Lived | null = null;
  for (const read of sources) {
    const lived = read(evidence);
    if (lived.isEnough) return lived;
    if (first === null && lived.works.length > 0) first = lived;
  }
  return first ?? { source: "none", works: [], days: 0, count: 0, named: 0, isEnough: false };
}

function fromRecords({ days, past }: DriftEvidence): Lived {
  const works = workOfDays(days, past);
  const recorded = days.filter(({ recordedMin }) => recordedMin > 0);
  const minutes = recorded.reduce((sum, { recordedMin }) => sum + recordedMin, 0);
  const isEnough = recorded.length >= LEAST_DAYS && minutes >= LEAST_MIN;
  return { source: "records", works, days: recorded.length, count: minutes, named: 0, isEnough };
}

/**
 * An entry's days within the range are divided evenly among its outermost bullets. A bullet's part goes to the item that it
 * names, evenly where it names several; where it names none, it is divided in the same way among the bullets below it.
 */
function fromLog({ log, from, to, past, page }: DriftEvidence): Lived {
  const works: DatedWork[] = [];
  const covered = new Set<LocalDate>();
  let [count, named] = [0, 0];
  for (const entry of log) {
    // The latest stand first, and nobody writes on one for so long.
    if (entry.to < addDays(from, -LONGEST_ENTRY_DAYS)) break;
    if (entry.to < from || entry.from > to) continue;
    const [first, last] = [entry.from < from ? from : entry.from, entry.to > to ? to : entry.to];
    const days = epochDayOf(last) - epochDayOf(first) + 1;
    for (let date = first; date <= last; date = addDays(date, 1)) covered.add(date);
    const near = itemsNear(past, entry, page);
    const divide = (bullets: readonly BulletTree[], amount: number): void => {
      for (const bullet of bullets) {
        const part = amount / bullets.length;
        const items = near.match(bullet.text).map((index) => near.items[index]!);
        if (items.length === 0 && bullet.below.some((one) => namesAny(one, near.match)))
          divide(bullet.below, part);
        else if (items.length === 0) works.push({ date: last, text: bullet.text, amount: part, place: null });
        else
          for (const item of items)
            works.push({
              date: last,
              text: bullet.text,
              amount: part / items.length,
              place: { item, spell: spellAt(item, last), outermost: past.outermostOf(item, last) },
            });
      }
    };
    const trees = treesOf(entry.bullets);
    divide(trees, days);
    for (const tree of trees) {
      count++;
      if (namesAny(tree, near.match)) named++;
    }
  }
  const isEnough = covered.size >= LEAST_DAYS && named >= LEAST_NAMED;
  return { source: "log", works, days: covered.size, count, named, isEnough };
}

interface BulletTree {
  text: string;
  below: BulletTree[];
}

function treesOf(bullets: DriftEntry["bullets"]): BulletTree[] {
  const trees: BulletTree[] = [];
  const open: { depth: number; tree: BulletTree }[] = [];
  for (const { text, depth } of bullets) {
    const tree = { text, below: [] };
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
    (open.at(-1)?.tree.below ?? trees).push(tree);
    open.push({ depth, tree });
  }
  return trees;
}

function namesAny({ text, below }: BulletTree, match: LogMatcher): boolean {
  return match(text).length > 0 || below.some((one) => namesAny(one, match));
}

interface Near {
  items: PastItem[];
  spells: PastSpell[];
  match: LogMatcher;
}

const matchers = new WeakMap<ItemsPast, Near[]>();

/** Items that stood on the page about the time of an entry, with what asks a line for them. */
export function itemsNear(
  past: ItemsPast,
  { from, to }: Pick<DriftEntry, "from" | "to">,
  page: string,
): { items: PastItem[]; match: LogMatcher } {
  const [first, last] = [addDays(from, -NEAR_DAYS), addDays(to, NEAR_DAYS)];
  const own = past.items.filter((item) => item.page === page);
  const standing = own.filter(({ spells }) =>
    spells.some((spell) => spell.from <= last && (spell.to === null || spell.to > first)),
  );
  const items = standing.length === 0 ? own : standing;
  const spells = items.map((item) => spellAt(item, to));
  // Entries of the same time are many, and the same items give the same matcher.
  const known = matchers.get(past) ?? [];
  matchers.set(past, known);
  const same = known.find(
    (one) => one.spells.length === spells.length && one.spells.every((spell, at) => spell === spells[at]),
  );
  if (same !== undefined) return same;
  const near = { items, spells, match: matcherOf(items, spells) };
  known.unshift(near);
  return near;
}

function matcherOf(items: readonly PastItem[], spells: readonly PastSpell[]): LogMatcher {
  const index = new Map(spells.map(({ path }, at) => [path, at]));
  return makeLogMatcher(
    items.map((item, at) => {
      const { path } = spells[at]!;
      const end = path.lastIndexOf(" › ");
      const title = end < 0 ? path : path.slice(end + 3);
      const former = new Set(item.spells.map((spell) => spell.path.split(" › ").at(-1)!));
      former.delete(title);
      return {
        title,
        former: [...former],
        parent: end < 0 ? null : (index.get(path.slice(0, end)) ?? null),
      };
    }),
  );
}

/**
 * Progress, a state that says that something was done, a new step below an item that was there: each counts one, several of
 * one item on one day together.
 */
function fromHistory({ past, from, to, since }: DriftEvidence): Lived {
  const works: DatedWork[] = [];
  for (const item of past.items) {
    const seen = new Set<LocalDate>();
    for (const { on, isNewStep } of livedMoves(item, since)) {
      if (on < from || on > to || seen.has(on)) continue;
      // Steps that come with their item only say what it is.
      if (isNewStep && past.outermostOf(item, on).spells[0]!.from >= on) continue;
      const place = { item, spell: spellAt(item, on), outermost: past.outermostOf(item, on) };
      works.push({ date: on, text: item.path, amount: 1, place });
      seen.add(on);
    }
  }
  works.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const days = new Set(works.map(({ date }) => date)).size;
  const isEnough = works.length >= LEAST_MOVES;
  return { source: "history", works, days, count: works.length, named: 0, isEnough };
}

/** Moves that say that an item was worked on. Moving it about the page is none. */
function livedMoves(
  { moves, spells }: PastItem,
  since: LocalDate | null,
): { on: LocalDate; isNewStep: boolean }[] {
  const came = moves.find(({ kind }) => kind === "came")?.on ?? null;
  const isStep = spells[0]!.path.includes(" › ");
  const finishedOn = new Set(moves.filter(({ kind }) => kind === "finished").map(({ on }) => on));
  return moves.flatMap(({ on, kind, to }): { on: LocalDate; isNewStep: boolean }[] => {
    if (on === since) return [];
    const isNew = on === came;
    const isWorked =
      kind === "progress"
        ? !isNew
        : kind === "state"
          ? !isNew && (to === "doing" || to === "done")
          : // What comes as done was done before it came.
            kind === "finished" && isNew;
    if (isWorked) return [{ on, isNewStep: false }];
    return kind === "came" && isStep && !finishedOn.has(on) ? [{ on, isNewStep: true }] : [];
  });
}
