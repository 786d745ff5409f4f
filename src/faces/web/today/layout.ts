// Where things stand on the timeline: which part of the day is shown, what lies side by side, and the keys by which
// blocks are known from one answer of the server to the next. Pure.

import type { BlockJson, DayJson, RecordJson } from "../contract.ts";
import { ceilHour, floorHour, minuteOf, wallOf } from "./time.ts";

export type Lane = "plan" | "record";

/** A block or a record in minutes. */
export interface Placed<T> {
  key: string;
  it: T;
  from: number;
  to: number;
  column: number;
  columns: number;
}

export type PlacedBlock = Placed<BlockJson> & { lane: "plan" };
export type PlacedRecord = Placed<RecordJson> & { lane: "record" };
export type PlacedThing = PlacedBlock | PlacedRecord;

/** Whether it stands: not moved away, not fallen out. A spent buffer did its work and stands. */
export function isStanding(block: BlockJson): boolean {
  return block.state === "planned" || block.state === "done" || isSpent(block);
}

/** Only tells what was: it leaves its place to what stands there. */
export function isTrace(block: BlockJson): boolean {
  return !isStanding(block) || isSpent(block);
}

/** A buffer that an interruption has used. */
export function isSpent(block: BlockJson): boolean {
  return block.kind === "buffer" && block.state === "dropped";
}

/** Lasts as long as time and words stay; two alike are told apart by their order. */
function keyed<T extends { from: string; text: string }>(
  things: readonly T[],
  more: (thing: T) => string,
): { key: string; it: T }[] {
  const seen = new Map<string, number>();
  return things.map((it) => {
    const key = `${minuteOf(it.from)} ${more(it)} ${it.text}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { key: count === 1 ? key : `${key} ${count}`, it };
  });
}

export function placeBlocks(day: DayJson): PlacedBlock[] {
  const all = keyed(day.blocks, (block) => (isStanding(block) ? block.kind : block.state)).map((one) => ({
    ...one,
    lane: "plan" as const,
    from: minuteOf(one.it.from),
    to: minuteOf(one.it.to),
  }));
  const standing = sideBySide(all.filter(({ it }) => !isTrace(it)));
  // What went stands in the rest of the lane, where something else has taken its time.
  const ghosts = sideBySide(all.filter(({ it }) => isTrace(it)));
  return [...ghosts, ...standing].sort((a, b) => a.from - b.from || a.to - b.to);
}

export function placeRecords(day: DayJson, now: number): PlacedRecord[] {
  const all = keyed(day.records, (record) => record.kind).map((one) => {
    const from = minuteOf(one.it.from);
    return {
      ...one,
      lane: "record" as const,
      from,
      to: one.it.to === null ? Math.max(now, from + 1) : minuteOf(one.it.to),
    };
  });
  return sideBySide(all);
}

/** `was at 10:45` in a reason, in either language. */
const WAS_AT = /^(?:was at|原定)[ \t]*(?:\d{4}-\d{2}-\d{2}[ \t]+)?(\d{1,2}:\d{2})/m;

/** When a block that was moved begins now; null where it left the day, or none says that it came from there. */
export function movedTo(block: BlockJson, day: DayJson): string | null {
  if (block.state !== "moved") return null;
  const later = day.blocks.find(
    (other) =>
      isStanding(other) &&
      other.text === block.text &&
      WAS_AT.exec(other.reason ?? "")?.[1]?.padStart(5, "0") === wallOf(block.from),
  );
  return later?.from ?? null;
}

/** What a reason says besides `known`, which is shown otherwise: where it came from, else its first two parts. */
export function shortReason(reason: string, known: ReadonlySet<string>): string {
  const lines = reason.split("\n").map((line) => line.trim());
  const came = lines.find((line) => WAS_AT.test(line));
  if (came !== undefined) return came;
  return (lines[0] ?? "")
    .split(" · ")
    .filter((part) => !known.has(part))
    .slice(0, 2)
    .join(" · ");
}

/** Gives what overlaps columns of its own. */
export function sideBySide<T extends { from: number; to: number }>(
  things: readonly T[],
): (T & { column: number; columns: number })[] {
  const sorted = [...things].sort((a, b) => a.from - b.from || b.to - a.to);
  const placed: (T & { column: number; columns: number })[] = [];
  let cluster: (T & { column: number; columns: number })[] = [];
  let ends: number[] = [];
  const close = (): void => {
    for (const one of cluster) one.columns = ends.length;
    cluster = [];
    ends = [];
  };
  for (const thing of sorted) {
    if (ends.length > 0 && ends.every((end) => end <= thing.from)) close();
    const free = ends.findIndex((end) => end <= thing.from);
    const column = free < 0 ? ends.length : free;
    ends[column] = thing.to;
    const one = { ...thing, column, columns: 1 };
    cluster.push(one);
    placed.push(one);
  }
  close();
  return placed;
}

/** Whether a stretch meets another. */
export function overlaps(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return a.from < b.to && b.from < a.to;
}

export interface Shown {
  from: number;
  to: number;
}

/** The hours that matter: working time, what is planned or recorded, the present; whole days where asked. */
export function shownPart(day: DayJson, whole: boolean, now: number): Shown {
  const bounds = { from: minuteOf(day.from), to: minuteOf(day.to) };
  if (whole) return bounds;
  const starts = [...day.hours, ...day.busy, ...day.blocks, ...day.records].map(({ from }) => minuteOf(from));
  const ends = [...day.hours, ...day.busy, ...day.blocks].map(({ to }) => minuteOf(to));
  for (const record of day.records) ends.push(record.to === null ? now : minuteOf(record.to));
  if (day.isToday) {
    starts.push(now);
    ends.push(now);
  }
  if (starts.length === 0) starts.push(bounds.from + 9 * 60);
  if (ends.length === 0) ends.push(bounds.from + 18 * 60);
  const from = floorHour(Math.min(...starts) - 20, day.zone);
  const to = ceilHour(Math.max(...ends) + 20, day.zone);
  // A day off with nothing on it is still a day that one can plan.
  const least = from + 8 * 60;
  return { from: Math.max(from, bounds.from), to: Math.min(Math.max(to, least), bounds.to) };
}

/** The last part of a title path, and what stands before it. */
export function splitPath(text: string): { before: string; leaf: string } {
  const at = text.lastIndexOf(" › ");
  return at < 0 ? { before: "", leaf: text } : { before: text.slice(0, at), leaf: text.slice(at + 3) };
}
