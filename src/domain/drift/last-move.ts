// When an item was last worked on or moved on the page, by what is below it too: records of it, what happened to it in the
// page's history, a line of the log that names it. Earlier days are read only as far back as an answer needs them.

import type { LocalDate } from "../../base/index.ts";
import type { LifeEventKind } from "../life/life.ts";
import type { DriftEvidence } from "./evidence.ts";
import { makeLogFilter } from "./log-match.ts";
import { type DatedWork, itemsNear } from "./works.ts";

export interface MoveFinder {
  /** Says for which paths `lastOf` will be asked, so that days are read once for all of them; in the log only where that is said. */
  look(paths: readonly string[], options?: { inLog?: boolean }): void;
  /** Null where nothing is known of it. */
  lastOf(path: string): LocalDate | null;
}

/** Going to another heading is not the item's own move. */
const MOVES: ReadonlySet<LifeEventKind> = new Set([
  "came",
  "reworded",
  "priority",
  "parent",
  "state",
  "progress",
  "back",
  "finished",
]);

export function makeMoveFinder(evidence: DriftEvidence, works: readonly DatedWork[]): MoveFinder {
  const { past, to, since, hasHistory } = evidence;
  const found = new Map<string, LocalDate | null>();
  const later = (path: string, on: LocalDate): void => {
    const known = found.get(path) ?? null;
    if (known === null || known < on) found.set(path, on);
  };
  const lookAtMoves = (wanted: ReadonlySet<string>): void => {
    for (const { path, moves } of past.items)
      for (const outer of withAbove(path)) {
        if (!wanted.has(outer)) continue;
        // A journal begins when nunc came, not when the item did.
        for (const { on, kind } of moves)
          if (on <= to && MOVES.has(kind) && (kind !== "came" || on !== since || hasHistory))
            later(outer, on);
      }
  };
  const lookAtRecords = (wanted: ReadonlySet<string>): void => {
    const waiting = new Set(wanted);
    const meet = (path: string, date: LocalDate): void => {
      for (const outer of withAbove(path))
        if (wanted.has(outer)) {
          later(outer, date);
          waiting.delete(outer);
        }
    };
    for (const { date, place } of works) if (place !== null) meet(place.item.path, date);
    const lookAt = ({ date, byReference }: DriftEvidence["days"][number] | EarlierDay): void => {
      for (const [text] of byReference) {
        const place = past.resolveAt(text, date);
        if (place !== null) meet(place.item.path, date);
      }
    };
    for (const day of evidence.days) lookAt(day);
    if (waiting.size === 0) return;
    for (const day of evidence.earlierDays) {
      // What happened later than all days that are left needs no more.
      for (const path of waiting) if ((found.get(path) ?? "") >= day.date) waiting.delete(path);
      if (waiting.size === 0) return;
      lookAt(day);
    }
  };
  const lookAtLog = (wanted: ReadonlySet<string>): void => {
    const waiting = new Set(wanted);
    const titles = new Set<string>();
    for (const { path, spells } of past.items)
      if (withAbove(path).some((outer) => wanted.has(outer)))
        for (const spell of spells) titles.add(spell.path.split(" › ").at(-1)!);
    const mayName = makeLogFilter([...titles]);
    for (const entry of evidence.log) {
      const on = entry.to > to ? to : entry.to;
      for (const path of waiting) if ((found.get(path) ?? "") >= on) waiting.delete(path);
      if (waiting.size === 0) return;
      const bullets = entry.bullets.filter(({ text }) => mayName(text));
      if (bullets.length === 0) continue;
      const near = itemsNear(past, entry, evidence.page);
      for (const { text } of bullets)
        for (const index of near.match(text))
          for (const outer of withAbove(near.items[index]!.path)) if (waiting.has(outer)) later(outer, on);
    }
  };
  return {
    lastOf: (path) => found.get(path) ?? null,
    look: (paths, { inLog = false } = {}) => {
      const wanted = new Set(paths);
      for (const path of paths) if (!found.has(path)) found.set(path, null);
      lookAtMoves(wanted);
      lookAtRecords(wanted);
      if (inLog) lookAtLog(wanted);
    },
  };
}

type EarlierDay = DriftEvidence["earlierDays"] extends Iterable<infer Day> ? Day : never;

const above = new Map<string, readonly string[]>();

/** A path and those of the items above it. */
function withAbove(path: string): readonly string[] {
  let found = above.get(path);
  if (found === undefined) {
    const paths = [path];
    for (let end = path.lastIndexOf(" › "); end >= 0; end = path.lastIndexOf(" › ", end - 1))
      paths.push(path.slice(0, end));
    found = paths;
    above.set(path, found);
  }
  return found;
}
