// The past of items by day: under which title path each stood on the page, with which priority, state, section and group, and
// what moved. Made from lives; reports ask it what a day's texts meant on that day. Pure and plain data, so that it can be kept.
// The page of a day is what the last revision of that day says, along the first parents of the newest revision.

import type { LocalDate } from "../../base/index.ts";
import type { Overrules } from "../config/config.ts";
import type { Priority, Role, State } from "../item.ts";
import { readPriority } from "../read/priority-words.ts";
import type { LifeEventKind, LifeItem, LifeRevision, Lives } from "./life.ts";

/** Raised where the records change: pasts of other versions are not used. */
export const PAST_VERSION = 1;

/** A stretch of days in which nothing of an item changed. */
export interface PastSpell {
  /** `PAST_BEGIN` where it stood in the first revision that is known. */
  from: LocalDate;
  /** The first day on which it was not so any more; null where it still is. */
  to: LocalDate | null;
  /** Titles from the outermost item, joined by ` › `. */
  path: string;
  role: Role;
  priority: Priority | null;
  state: State;
  /** Headings above it without those that name a priority, joined by ` › `; null where none is left. */
  section: string | null;
  /** The label over the list of its outermost item. */
  group: string | null;
}

export interface PastMove {
  on: LocalDate;
  kind: LifeEventKind;
  /** For `state` the new state, for others what the event says. */
  to: string | null;
}

export interface PastItem {
  /** The same for the same item of the same page, whatever it is called. */
  key: string;
  /** The file that it stands in. */
  page: string;
  /** As the page has it now; where it is gone, as it had it last. */
  path: string;
  isOnPage: boolean;
  /** Ascending, at least one; with gaps where it was away. */
  spells: PastSpell[];
  moves: PastMove[];
}

/** Before everything. */
export const PAST_BEGIN = "1000-01-01" as LocalDate;

export interface PastOptions {
  /** Names the page in keys. */
  page: string;
  /** The day on which a revision was made. */
  dayOf: (at: string) => LocalDate;
  overrules: Overrules;
}

/** @param revisions those that `lives` were read from */
export function readItemPast(
  revisions: readonly LifeRevision[],
  lives: Lives,
  { page, dayOf, overrules }: PastOptions,
): PastItem[] {
  const known = new Map<string, PastItem>();
  const seen = new Map<string, PastItem>();
  const sections = new Map<string, string | null>();
  const sectionOf = (titles: readonly string[]): string | null => {
    const key = titles.join("\n");
    let name = sections.get(key);
    if (name === undefined) {
      name = titles.filter((title) => readPriority(title, overrules) === null).join(" › ") || null;
      sections.set(key, name);
    }
    return name;
  };
  let isFirst = true;
  for (const { revision, on } of lastOfEachDay(revisions, dayOf)) {
    const from = isFirst ? PAST_BEGIN : on;
    isFirst = false;
    const lines = lives.places[revision.sha] ?? {};
    const items = revision.files.find(({ isArchive }) => !isArchive)?.items ?? [];
    const paths: string[] = [];
    const standing = new Set<PastItem>();
    const counts = new Map<string, number>();
    for (const item of items) {
      const above = item.parent === null ? null : paths[item.parent]!;
      const path = above === null ? item.title : `${above} › ${item.title}`;
      paths.push(path);
      const id = lives.places[revision.sha] === undefined ? path : lines[item.line];
      if (id === undefined) continue;
      // Where an item was split, its parts share a life.
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      const key = `${page} ${id}${count === 1 ? "" : ` ${count}`}`;
      const spell: PastSpell = {
        from,
        to: null,
        path,
        role: item.role,
        priority: item.priority,
        state: item.state,
        section: sectionOf(item.sections),
        group: groupOf(items, item),
      };
      const past = known.get(key) ?? { key, page, path, isOnPage: true, spells: [], moves: [] };
      known.set(key, past);
      if (count === 1) seen.set(id, past);
      standing.add(past);
      const last = past.spells.at(-1);
      if (last !== undefined && last.to === null && isSame(last, spell)) continue;
      if (last !== undefined && last.to === null) last.to = from;
      past.spells.push(spell);
      Object.assign(past, { path, isOnPage: true });
    }
    for (const past of known.values()) {
      const last = past.spells.at(-1)!;
      if (standing.has(past) || last.to !== null) continue;
      last.to = from;
      past.isOnPage = false;
    }
  }
  for (const { id, events } of lives.items) {
    const past = seen.get(id);
    past?.moves.push(...events.map(({ at, kind, to }) => ({ on: dayOf(at), kind, to })));
  }
  return [...known.values()];
}

/** Revisions along the first parents, the last one of each day, oldest first. Days never run backwards. */
function lastOfEachDay(
  revisions: readonly LifeRevision[],
  dayOf: (at: string) => LocalDate,
): { revision: LifeRevision; on: LocalDate }[] {
  const line: LifeRevision[] = [];
  for (let at: number | undefined = revisions.length - 1; at !== undefined && at >= 0; ) {
    const revision: LifeRevision = revisions[at]!;
    line.push(revision);
    at = revision.parents[0];
  }
  const found: { revision: LifeRevision; on: LocalDate }[] = [];
  for (const revision of line.reverse()) {
    const own = dayOf(revision.at);
    const before = found.at(-1);
    const on = before !== undefined && own < before.on ? before.on : own;
    // The first one is what was before all changes, also before those of its own day.
    if (before?.on === on && found.length > 1) found.pop();
    found.push({ revision, on });
  }
  return found;
}

function groupOf(items: readonly LifeItem[], item: LifeItem): string | null {
  let outer = item;
  while (outer.parent !== null) outer = items[outer.parent]!;
  return outer.group;
}

function isSame(a: PastSpell, b: PastSpell): boolean {
  return (
    a.path === b.path &&
    a.priority === b.priority &&
    a.state === b.state &&
    a.section === b.section &&
    a.group === b.group &&
    a.role === b.role
  );
}
