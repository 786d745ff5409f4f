// What forecasts of a home rest on: finished items with what they took, progress by day, hours by priority and week.

import { addDays, epochDayOf, type LocalDate } from "../base/index.ts";
import {
  dayAt,
  EstimateModel,
  epochMinOf,
  frameOf,
  type Item,
  type ItemFacts,
  inverseOf,
  LANES,
  type Lane,
  type ProgressPoint,
  type WeekHours,
  workSpans,
} from "../domain/index.ts";
import { applyPatches } from "../page/index.ts";
import type { Context } from "./action.ts";
import { doubtedUntil } from "./clock-state.ts";
import { daySettings, factsOfDay, notedDays, readOrEmpty } from "./day-read.ts";
import { readItemFiles } from "./item-file.ts";
import type { PageReading } from "./reading.ts";

const FIRST_DAY = "1000-01-01" as LocalDate;
/** Weeks of the past that tell how many hours there are. */
const WEEKS = 26;
/** Changes of a page that are looked through for progress. */
const CHANGES = 500;
/** Revisions that are read as a page. */
const REVISIONS = 150;

export interface ForecastHome {
  page: PageReading;
  /** Outermost items of the page. */
  roots: Item[];
  facts: ReadonlyMap<string, ItemFacts>;
  /** Minutes that days recorded on an item and its steps, and the last such day, by path. */
  spent: ReadonlyMap<string, Spent>;
  model: EstimateModel;
  weeks: WeekHours[];
  capacityMin: number;
}

export interface Spent {
  min: number;
  lastDay: LocalDate;
}

export function readForecastHome(context: Context): ForecastHome {
  const page = pageToForecast(context);
  const roots = page.view.items.filter(({ parent }) => parent === null);
  const facts = readItemFiles(context);
  const { spent, weeks } = readDays(context);
  const model = new EstimateModel();
  const finished = page.view.items.flatMap((item) => {
    const estimateMin = facts.get(item.path)?.estimateMin ?? null;
    const took = spent.get(item.path);
    return item.state === "done" && estimateMin !== null && took !== undefined
      ? [{ item, estimateMin, took, on: item.doneOn ?? took.lastDay }]
      : [];
  });
  // In the order in which they were done, so that its calibration learns as it did in the back-test.
  for (const { item, estimateMin, took } of finished.sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  )) {
    const task = toTask(item, estimateMin);
    model.learn({ ...task, actual: took.min }, model.forecast(task));
  }
  return { page, roots, facts, spent, model, weeks, capacityMin: capacityOf(context) };
}

/** Of pages in several languages the one in the language of nunc.yaml, else the first: as plans do. */
function pageToForecast(context: Context): PageReading {
  const pages = context.reading.pages();
  return pages.find(({ view }) => view.language === context.world.config.language) ?? pages[0]!;
}

/** An item as the model of estimates knows tasks: its category is its group or role, its project the outermost item. */
export function toTask(item: Item, estimateMin: number) {
  let root = item;
  while (root.parent !== null) root = root.parent;
  return {
    person: "",
    project: root.path,
    category: `${item.role} ${item.group ?? ""}`,
    estimate: estimateMin,
    size: Math.log(estimateMin),
  };
}

/** Recorded minutes by path and by week. Weeks end with yesterday and reach back to the first noted day. */
function readDays(context: Context): { spent: Map<string, Spent>; weeks: WeekHours[] } {
  const spent = new Map<string, Spent>();
  const weeks: Record<Lane, number>[] = [];
  const today = epochDayOf(context.today);
  let first: number | null = null;
  for (const date of notedDays(context, FIRST_DAY, context.today)) {
    const facts = factsOfDay(context, readOrEmpty(context, date), { doubted: doubtedUntil(context) });
    for (const [reference, min] of facts.byReference) {
      for (const path of pathsOf(reference)) {
        const known = spent.get(path);
        spent.set(path, { min: (known?.min ?? 0) + min, lastDay: date });
      }
    }
    first ??= epochDayOf(date);
    const week = Math.floor((today - 1 - epochDayOf(date)) / 7);
    if (week < 0 || week >= WEEKS) continue;
    for (let index = weeks.length; index <= week; index++) weeks.push(emptyWeek());
    for (const lane of LANES) weeks[week]![lane] += facts.byPriority[lane];
  }
  // A week that the notes do not cover whole says nothing.
  const whole = first === null ? 0 : Math.floor((today - first) / 7);
  while (weeks.length < Math.min(whole, WEEKS)) weeks.push(emptyWeek());
  return { spent, weeks: weeks.slice(0, whole) };
}

function emptyWeek(): Record<Lane, number> {
  return { highest: 0, high: 0, medium: 0, low: 0, none: 0 };
}

/** A path and those of the items around it. */
function pathsOf(reference: string): string[] {
  const titles = reference.split(" › ");
  return titles.map((_, index) => titles.slice(0, index + 1).join(" › "));
}

/** Working minutes of the coming week, without what is kept free for interruptions. */
function capacityOf(context: Context): number {
  const settings = daySettings(context);
  let sum = 0;
  for (let day = 0; day < 7; day++) {
    const frame = frameOf(addDays(context.today, day), context.zone, settings.dayEndMin);
    const work = workSpans(frame, settings).reduce((min, { from, to }) => min + to - from, 0);
    sum += Math.max(0, work - settings.bufferMin);
  }
  return sum;
}

/**
 * How far each item of a page was on which day, by path: read from the changes that nunc made to it, back to where the
 * journal no longer tells the text, and from the page as it is.
 */
export function progressOf(context: Context, page: PageReading): Map<string, ProgressPoint[]> {
  const points = new Map<string, ProgressPoint[]>();
  const note = (date: LocalDate, reading: PageReading): void => {
    for (const { path, progress } of reading.view.items) {
      if (progress === null) continue;
      const known = points.get(path) ?? [];
      points.set(path, known);
      known.push({ epochDay: epochDayOf(date), ratio: progress.ratio });
    }
  };
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
    if (file.patches.some(({ insert }) => /\d/.test(insert)) && revisions++ < REVISIONS)
      note(
        dayAt(epochMinOf(record.at), context.zone, daySettings(context).dayEndMin),
        context.reading.understand(page.file, { text, hash: file.after }),
      );
    if (file.before === null) break;
    text = applyPatches(text, inverseOf(file));
    hash = file.before;
  }
  for (const item of page.view.items) {
    if (item.progress === null) continue;
    const known = points.get(item.path) ?? [];
    points.set(item.path, known);
    known.reverse();
    // Each value counts on the day on which it first stood there; what nunc did not write is seen today.
    for (let index = known.length - 1; index > 0; index--)
      if (known[index]!.ratio === known[index - 1]!.ratio) known.splice(index, 1);
    if (known.at(-1)?.ratio !== item.progress.ratio)
      known.push({ epochDay: epochDayOf(context.today), ratio: item.progress.ratio });
  }
  return points;
}
