// What forecasts of a home rest on: finished items with what they took, estimates, hours by priority and week.

import { addDays, epochDayOf, type LocalDate } from "../base/index.ts";
import {
  EstimateModel,
  frameOf,
  type Item,
  type ItemFacts,
  LANES,
  type Lane,
  type WeekHours,
  workSpans,
} from "../domain/index.ts";
import type { Context } from "./action.ts";
import { doubtedUntil } from "./clock-state.ts";
import { daySettings, daysBetween, notedDays } from "./day-read.ts";
import { goalsOf, itemNamed } from "./goal-state.ts";
import { readItemFiles } from "./item-file.ts";
import type { PageReading } from "./reading.ts";

const FIRST_DAY = "1000-01-01" as LocalDate;
/** Weeks of the past that tell how many hours there are. */
const WEEKS = 26;

export interface ForecastHome {
  page: PageReading;
  /** Outermost items of the page. */
  roots: Item[];
  facts: ReadonlyMap<string, ItemFacts>;
  /** Estimates by path: the item's own, else the most effort that goals.md says. */
  estimates: ReadonlyMap<string, Estimate>;
  /** What days recorded on an item and its steps, by path. */
  spent: ReadonlyMap<string, Spent>;
  model: EstimateModel;
  weeks: WeekHours[];
  capacityMin: number;
}

export interface Spent {
  min: number;
  /** Days with a record for the item or its steps, ascending. */
  days: LocalDate[];
}

export interface Estimate {
  min: number;
  from: "item" | "goals";
}

export function readForecastHome(context: Context): ForecastHome {
  const page = pageToForecast(context);
  const roots = page.view.items.filter(({ parent }) => parent === null);
  const facts = readItemFiles(context);
  const estimates = readEstimates(context, page, facts);
  const { spent, weeks } = readDays(context);
  const model = new EstimateModel();
  const finished = page.view.items.flatMap((item) => {
    const estimate = estimates.get(item.path);
    const took = spent.get(item.path);
    return item.state === "done" && estimate !== undefined && took !== undefined
      ? [{ item, estimateMin: estimate.min, took, on: item.doneOn ?? took.days.at(-1)! }]
      : [];
  });
  // In the order in which they were done, so that its calibration learns as it did in the back-test.
  for (const { item, estimateMin, took } of finished.sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  )) {
    const task = toTask(item, estimateMin);
    model.learn({ ...task, actual: took.min }, model.forecast(task));
  }
  return { page, roots, facts, estimates, spent, model, weeks, capacityMin: capacityOf(context) };
}

function readEstimates(
  context: Context,
  page: PageReading,
  facts: ReadonlyMap<string, ItemFacts>,
): Map<string, Estimate> {
  const found = new Map<string, Estimate>();
  for (const { path } of page.view.items) {
    const min = facts.get(path)?.estimateMin ?? null;
    if (min !== null) found.set(path, { min, from: "item" });
  }
  for (const goal of goalsOf(context).goals.goals)
    for (const { name, answers } of goal.services) {
      const min = answers.effortMin;
      const path = min === null ? undefined : itemNamed(context, name)?.item.path;
      const known = path === undefined ? undefined : found.get(path);
      if (path !== undefined && known?.from !== "item" && (known?.min ?? 0) < min!)
        found.set(path, { min: min!, from: "goals" });
    }
  return found;
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
  const [start] = notedDays(context, FIRST_DAY, context.today);
  if (start === undefined) return { spent, weeks };
  for (const facts of daysBetween(context, start, context.today, { doubted: doubtedUntil(context) })) {
    const { date } = facts;
    for (const [reference, min] of facts.byReference) {
      for (const path of pathsOf(reference)) {
        const known = spent.get(path) ?? { min: 0, days: [] };
        spent.set(path, known);
        known.min += min;
        if (known.days.at(-1) !== date) known.days.push(date);
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
