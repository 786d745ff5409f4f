// How far each item of a page was on which day, from everything that tells it: the page's history in git, the changes that
// nunc made, what records of days say, and the page as it is. Pace is forecast from it.

import { epochDayOf, type LocalDate } from "../base/index.ts";
import {
  dayAt,
  epochMinOf,
  type Item,
  inverseOf,
  type Life,
  type ProgressPoint,
  readSaidProgress,
  resolveReference,
} from "../domain/index.ts";
import { applyPatches } from "../page/index.ts";
import type { Context } from "./action.ts";
import { daySettings, dayWords, readOrEmpty } from "./day-read.ts";
import { lifeIdOf } from "./item-past.ts";
import { keptPageLives } from "./lives-kept.ts";
import type { PageReading } from "./reading.ts";

/** Changes of a page that are looked through for progress. */
const CHANGES = 500;
/** Revisions that are read as a page. */
const REVISIONS = 150;

type Points = Map<string, ProgressPoint[]>;

/**
 * By title path, ascending, for items with progress. A value counts on the first day on which it was there; what only the
 * page says is seen today.
 * @param recorded days with a record for an item, by path: those of items with progress are read
 */
export function progressOf(
  context: Context,
  page: PageReading,
  recorded: ReadonlyMap<string, readonly LocalDate[]> = new Map(),
): Points {
  const items = page.view.items.filter(({ progress }) => progress !== null);
  if (items.length === 0) return new Map();
  const onPage: Points = new Map(items.map(({ path }) => [path, []]));
  const said: Points = new Map(items.map(({ path }) => [path, []]));
  const noteIn =
    (points: Points): Note =>
    (path, date, ratio) => {
      points.get(path)?.push({ epochDay: epochDayOf(date), ratio });
    };
  fromHistory(context, page, items, noteIn(onPage));
  fromJournal(context, page, noteIn(onPage));
  fromRecords(context, items, recorded, noteIn(said));
  return new Map(
    items.map(({ path, progress }) => {
      const known = inOrder(context, onPage.get(path)!, progress!.ratio);
      return [path, withSaid(known, said.get(path)!)];
    }),
  );
}

type Note = (path: string, date: LocalDate, ratio: number) => void;

function inOrder(context: Context, known: readonly ProgressPoint[], now: number): ProgressPoint[] {
  const found: ProgressPoint[] = [];
  // Of one day the last counts: what came later was noted later.
  const sorted = [...known].sort((a, b) => a.epochDay - b.epochDay || a.ratio - b.ratio);
  for (const point of sorted) if (point.ratio !== found.at(-1)?.ratio) found.push(point);
  if (found.at(-1)?.ratio !== now) found.push({ epochDay: epochDayOf(context.today), ratio: now });
  return found;
}

/** What records say counts where it fits between what the page said before and after it, and beyond what it says last. */
function withSaid(known: readonly ProgressPoint[], said: readonly ProgressPoint[]): ProgressPoint[] {
  const fits = ({ epochDay, ratio }: ProgressPoint): boolean =>
    known.every((one) => (one.epochDay <= epochDay ? one.ratio <= ratio : one.ratio >= ratio));
  return [...known, ...said.filter(fits)].sort((a, b) => a.epochDay - b.epochDay || a.ratio - b.ratio);
}

/** What git tells: the progress with which an item came, and each one since. */
function fromHistory(context: Context, page: PageReading, items: readonly Item[], note: Note): void {
  const { outside, world } = context;
  if (outside.pageHistory === undefined || outside.pageHead?.(world.store.resolve(page.file)) === null)
    return;
  const { items: lives, source } = keptPageLives(context, page.file);
  if (source !== "git") return;
  const byId = new Map(lives.map((life) => [life.id, life]));
  const ratios = new Map<string, number | null>();
  const ratioOf = (text: string, role: Item["role"]): number | null => {
    const key = `${role} ${text}`;
    if (!ratios.has(key)) ratios.set(key, readSaidProgress(text, role)?.ratio ?? null);
    return ratios.get(key)!;
  };
  for (const item of items) {
    const life = byId.get(lifeIdOf(context, item) ?? "");
    if (life === undefined) continue;
    for (const { at, text } of saidBy(life, item)) {
      const ratio = ratioOf(text, item.role);
      // The day that it was for whoever committed it.
      if (ratio !== null) note(item.path, at.slice(0, 10) as LocalDate, ratio);
    }
  }
}

function saidBy({ cameAt, events }: Life, item: Item): { at: string; text: string }[] {
  const changes = events.filter(({ kind }) => kind === "progress");
  const first = changes.length === 0 ? item.progress!.text : changes[0]!.from;
  return [
    ...(first === null ? [] : [{ at: cameAt, text: first }]),
    ...changes.flatMap(({ at, to }) => (to === null ? [] : [{ at, text: to }])),
  ];
}

/** The changes that nunc made to the page, back to where the journal no longer tells the text. */
function fromJournal(context: Context, page: PageReading, note: Note): void {
  let text = page.text;
  let hash = page.hash;
  let revisions = 0;
  for (const record of context.world.store.journal(CHANGES).toReversed()) {
    const file = record.files.find((one) => one.file === page.file);
    if (file === undefined || file.patches.length === 0) continue;
    if (file.after !== hash) {
      const known = context.outside.recall?.(file.after) ?? null;
      if (known === null) break;
      text = known;
    }
    if (file.patches.some(({ insert }) => /\d/.test(insert)) && revisions++ < REVISIONS) {
      const date = dayAt(epochMinOf(record.at), context.zone, daySettings(context).dayEndMin);
      const { view } = context.reading.understand(page.file, { text, hash: file.after });
      for (const { path, progress } of view.items) if (progress !== null) note(path, date, progress.ratio);
    }
    if (file.before === null) break;
    text = applyPatches(text, inverseOf(file));
    hash = file.before;
  }
}

/** `- 20:00 - 21:00 SICP: page 120/740`: counted in the item's own total, or as a share. */
function fromRecords(
  context: Context,
  items: readonly Item[],
  recorded: ReadonlyMap<string, readonly LocalDate[]>,
  note: Note,
): void {
  const wanted = new Map(items.map((item) => [item.path, item]));
  const days = new Set(items.flatMap(({ path }) => recorded.get(path) ?? []));
  if (days.size === 0) return;
  const { references } = dayWords(context);
  for (const date of days)
    for (const { text, kind } of readOrEmpty(context, date).note.records) {
      if (kind !== "work" || !/\d/.test(text)) continue;
      const found = resolveReference(references, text);
      const item = found === null ? undefined : wanted.get(found.path);
      const said = item === undefined ? null : readSaidProgress(found!.rest, item.role);
      if (said === null) continue;
      const isShare = said.unit === "percent";
      if (isShare || said.total === item!.progress!.total) note(item!.path, date, said.ratio);
    }
}
