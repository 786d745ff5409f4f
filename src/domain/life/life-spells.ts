// What a life was over time, read back from its events: its priorities, its state and its title at a revision, whether it
// moved at all. Dates are days as the committer's clock had them. Pure.

import { epochDayOf, type LocalDate } from "../../base/index.ts";
import type { Priority, State } from "../item.ts";
import type { Life, LifeEvent, LifeEventKind } from "./life.ts";

/** A stretch on the page with one priority. */
export interface LifeSpell {
  from: string;
  /** Null: up to now. */
  to: string | null;
  priority: Priority | null;
}

/** The day of `2021-09-13T10:04:05+08:00`. */
export function dayOfLife(at: string): LocalDate {
  return at.slice(0, 10) as LocalDate;
}

/** Whole days from one to another. */
export function daysOfLife(from: string, to: string): number {
  return epochDayOf(dayOfLife(to)) - epochDayOf(dayOfLife(from));
}

/** What a value was before its first event, in which it is said. */
function atFirst<T>(life: Life, kind: LifeEventKind, now: T): T {
  const first = life.events.find((event) => event.kind === kind && event.from !== event.to);
  return first === undefined ? now : (first.from as T);
}

/** Priorities over time, in order, without the time in which it was away. Ends where the life ends as gone. */
export function spellsOf(life: Life): LifeSpell[] {
  const spells: LifeSpell[] = [];
  let open: LifeSpell | null = null;
  let priority = atFirst(life, "priority", life.priority);
  const close = (at: string): void => {
    if (open === null) return;
    open.to = at;
    if (open.from === at) spells.pop();
    open = null;
  };
  const begin = (from: string): void => {
    open = { from, to: null, priority };
    spells.push(open);
  };
  for (const { kind, at, to } of life.events) {
    if (kind === "gone") close(at);
    else if ((kind === "came" || kind === "back") && open === null) begin(at);
    else if (kind === "priority") {
      priority = to as Priority | null;
      const isStanding = open !== null;
      close(at);
      if (isStanding) begin(at);
    }
  }
  if (spells.length === 0) spells.push({ from: life.cameAt, to: life.endedAt, priority });
  return spells;
}

const MOVES: ReadonlySet<LifeEventKind> = new Set(["reworded", "priority", "section", "parent"]);
const WORK: ReadonlySet<LifeEventKind> = new Set(["state", "progress", "finished"]);

/** Whether an event moved the item on the page: its words, priority, heading or parent. */
export function isMove({ kind }: LifeEvent): boolean {
  return MOVES.has(kind);
}

/** Whether an event says that something was done about it. */
export function isWork({ kind }: LifeEvent): boolean {
  return WORK.has(kind);
}

/** When it was begun, as far as the page says: doing, progress or done; null where it never was. */
export function begunAt(life: Life): string | null {
  const found = life.events.find(
    ({ kind, to }) => (kind === "state" && (to === "doing" || to === "done")) || kind === "progress",
  );
  return found?.at ?? (life.state === "doing" || life.state === "done" ? life.cameAt : null);
}

/** Whether it came as finished: written down afterwards, so that its days say nothing. */
export function cameDone({ end, events }: Life): boolean {
  const came = events.find(({ kind }) => kind === "came");
  return (
    end === "finished" &&
    events.some(({ kind, revision }) => kind === "finished" && revision === came?.revision)
  );
}

/** How an item stood at a revision. */
export interface LifeMoment {
  isHere: boolean;
  /** Whether it had come by then. */
  hasCome: boolean;
  title: string;
  priority: Priority | null;
  state: State;
}

/** @param isBefore whether an event had happened by then */
export function momentOf(life: Life, isBefore: (event: LifeEvent) => boolean): LifeMoment {
  let priority = atFirst(life, "priority", life.priority);
  let state: State = atFirst(life, "state", life.state) ?? "open";
  let title = life.titles[0]?.title ?? life.title;
  let isHere = false;
  let hasCome = false;
  for (const event of life.events) {
    if (!isBefore(event)) continue;
    const { kind, to } = event;
    if (kind === "came" || kind === "back") isHere = true;
    if (kind === "came" || kind === "back") hasCome = true;
    if (kind === "gone") isHere = false;
    if (kind === "priority") priority = to as Priority | null;
    if (kind === "state" && to !== null) state = to as State;
    if ((kind === "reworded" || kind === "came") && to !== null) title = to;
  }
  return { isHere, hasCome, title, priority, state };
}
