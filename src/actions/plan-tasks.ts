// What a day is planned from: the items of the pages with what is private about them, what was recorded on them so far, and
// the commitments of goals.md with what they still ask for. Of past days only those notes are read that can matter.

import { addDays, fold, type LocalDate } from "../base/index.ts";
import {
  type Commitment,
  type CommitmentToPlan,
  commitmentNeed,
  countsFor,
  type DayFacts,
  type Item,
  type ItemFacts,
  type ItemToPlan,
  isDayOff,
  itemsAtLimit,
  makeTasks,
  type PlanTask,
  periodOf,
  recordedFor,
} from "../domain/index.ts";
import { doubtedUntil } from "./clock-state.ts";
import { type DayReading, daysBetween, factsOfDay, notedDays, readOrEmpty } from "./day-read.ts";
import { readItemFiles } from "./item-file.ts";
import { nextStepOf } from "./listed-item.ts";
import { GRID_MIN, type Sheet } from "./plan-sheet.ts";

/** How far back it is asked when something was last worked on. */
const IDLE_LOOK_DAYS = 28;
const WORK_DAYS = { day: 1, week: 5, month: 20 } as const;
const FIRST_DAY = "1000-01-01" as LocalDate;
const made = new WeakMap<Sheet, { tasks: PlanTask[]; atLimit: string[] }>();

/** The tasks of a day, the same for the same sheet. */
export function dayTasks(sheet: Sheet): readonly PlanTask[] {
  return prepare(sheet).tasks;
}

/** Paths of items whose limit is spent, so that they are not planned. */
export function spentItems(sheet: Sheet): readonly string[] {
  return prepare(sheet).atLimit;
}

/**
 * The task that time on something counts for: its own, else that of the item whose step or parent it is. Null where
 * it wants no time.
 */
export function taskFor(sheet: Sheet, reference: string): string | null {
  const tasks = dayTasks(sheet);
  if (tasks.some(({ id }) => id === reference)) return reference;
  const state = sheet.words.items.get(reference)?.item.state;
  if (state !== "open" && state !== "doing") return null;
  const root = rootOf(sheet, reference);
  return tasks.find(({ id }) => sheet.words.items.has(id) && rootOf(sheet, id) === root)?.id ?? null;
}

function rootOf(sheet: Sheet, path: string): Item | null {
  let item = sheet.words.items.get(path)?.item ?? null;
  while (item?.parent != null) item = item.parent;
  return item;
}

function prepare(sheet: Sheet): { tasks: PlanTask[]; atLimit: string[] } {
  let known = made.get(sheet);
  if (known === undefined) {
    const { settings } = sheet;
    const items = itemsToPlan(sheet);
    const tasks = makeTasks({
      today: sheet.date,
      items,
      commitments: commitmentsToPlan(sheet),
      gridMin: GRID_MIN,
      shortestMin: settings.shortestMin,
      longestMin: settings.longestMin,
    });
    known = { tasks, atLimit: itemsAtLimit(items) };
    made.set(sheet, known);
  }
  return known;
}

function itemsToPlan(sheet: Sheet): ItemToPlan[] {
  const { context, words, date } = sheet;
  const facts = readItemFiles(context);
  const page = pageToPlan(sheet);
  const roots = [...words.items.values()]
    .filter((found) => found.page.file === page)
    .map(({ item }) => item)
    .filter(({ parent, state }) => parent === null && (state === "open" || state === "doing"));
  const estimated = roots.filter((item) => estimateOf(factsFor(facts, item)) !== null);
  const spent = spentBy(sheet, estimated, facts);
  const today = factsOfDay(context, sheet.day, { doubted: doubtedUntil(context) });
  const waiting = roots.filter(({ state, role }) => state === "doing" || role === "reading");
  const isReading = waiting.some(({ state, role }) => state === "doing" && role === "reading");
  const nextBook = isReading ? undefined : waiting.find(({ role }) => role === "reading");
  const worked = daysOfWork(sheet);
  return roots.map((item) => {
    const own = factsFor(facts, item);
    const due = earliestDue(item, facts);
    return {
      path: item.path,
      role: item.role,
      priority: item.priority,
      rank: item.rank,
      state: item.state,
      nextStep: nextStepOf(item)?.path ?? null,
      estimate: estimateOf(own),
      spentMin: spent.get(item.path) ?? 0,
      todayMin: minutesOn(today, item.path),
      due,
      dueWorkDays: due === null ? null : workDays(sheet, date, due),
      pinned: isPinned(item, facts),
      hard: own?.hard ?? null,
      idleDays: item.state === "doing" || item === nextBook ? idleDays(worked, item.path) : 0,
    };
  });
}

/**
 * Several pages are one page in several languages: only one of them is planned from, whoever asks. The one in the language
 * of nunc.yaml, else the first.
 */
function pageToPlan({ context, words }: Sheet): string | null {
  const { language } = context.world.config;
  const found = [...new Set([...words.items.values()].map(({ page }) => page))];
  const spoken = found.find(({ view }) => view.language === language);
  return (spoken ?? found[0])?.file ?? null;
}

type FactsByPath = ReadonlyMap<string, ItemFacts>;

function factsFor(facts: FactsByPath, item: Item): ItemFacts | undefined {
  return facts.get(item.path);
}

function estimateOf(facts: ItemFacts | undefined): ItemToPlan["estimate"] {
  if (facts === undefined || facts.estimateMin === null || facts.estimateKind === null) return null;
  return { min: facts.estimateMin, kind: facts.estimateKind };
}

/** Its own day, or the earliest of a step that is open. */
function earliestDue(item: Item, facts: FactsByPath): LocalDate | null {
  const days = [factsFor(facts, item)?.due ?? item.due];
  for (const step of item.steps)
    if (step.state === "open" || step.state === "doing") days.push(earliestDue(step, facts));
  return days.filter((day) => day !== null).sort()[0] ?? null;
}

function isPinned(item: Item, facts: FactsByPath): boolean {
  return (factsFor(facts, item)?.pinned ?? false) || item.steps.some((step) => isPinned(step, facts));
}

/** Working days between two days, both included; at most a year is counted. */
function workDays({ settings }: Sheet, from: LocalDate, to: LocalDate): number {
  const end = addDays(from, 366);
  let count = 0;
  for (let date = from; date <= to && date <= end; date = addDays(date, 1))
    if (!isDayOff(date, settings)) count++;
  return count;
}

/** What all days recorded on items and their steps. Only notes that name one of them are understood. */
function spentBy(sheet: Sheet, items: readonly Item[], facts: FactsByPath): Map<string, number> {
  const { context } = sheet;
  const spent = new Map<string, number>();
  if (items.length === 0) return spent;
  const names = items.flatMap((item) => namesOf(item, facts));
  for (const date of notedDays(context, FIRST_DAY, context.today)) {
    const day = readOrEmptyNaming(sheet, date, names);
    if (day === null) continue;
    const found = factsOfDay(context, day, { doubted: doubtedUntil(context) });
    for (const { path } of items) spent.set(path, (spent.get(path) ?? 0) + minutesOn(found, path));
  }
  return spent;
}

/** Titles by which a note may name an item or a step of it. */
function namesOf(item: Item, facts: FactsByPath): string[] {
  const former = (factsFor(facts, item)?.former ?? []).map((path) => path.split(" › ").at(-1)!);
  return [item.title, ...former, ...item.steps.flatMap((step) => namesOf(step, facts))].map(fold);
}

function readOrEmptyNaming(sheet: Sheet, date: LocalDate, names: readonly string[]): DayReading | null {
  const { context } = sheet;
  const day = date === sheet.date ? sheet.day : readOrEmpty(context, date);
  const text = fold(day.note.text);
  return names.some((name) => text.includes(name)) ? day : null;
}

/** The last days before this one on which work was recorded. */
function daysOfWork(sheet: Sheet): DayFacts[] {
  const { context, date } = sheet;
  const from = addDays(date, -IDLE_LOOK_DAYS);
  const to = addDays(date, -1);
  return notedDays(context, from, to < context.today ? to : context.today)
    .map((day) => factsOfDay(context, readOrEmpty(context, day), { doubted: doubtedUntil(context) }))
    .filter(({ recordedMin }) => recordedMin > 0);
}

function idleDays(worked: readonly DayFacts[], path: string): number {
  const last = worked.findLastIndex((facts) => minutesOn(facts, path) > 0);
  return worked.length - 1 - last;
}

/** Minutes of a day on an item and its steps. */
function minutesOn({ byReference }: DayFacts, path: string): number {
  let sum = 0;
  for (const [reference, min] of byReference)
    if (reference === path || reference.startsWith(`${path} › `)) sum += min;
  return sum;
}

function commitmentsToPlan(sheet: Sheet): CommitmentToPlan[] {
  return sheet.words.commitments
    .filter(({ kind }) => kind === "floor")
    .map((commitment) => commitmentToPlan(sheet, commitment));
}

function commitmentToPlan(sheet: Sheet, commitment: Commitment): CommitmentToPlan {
  const { context, date, settings } = sheet;
  const { from, to } = periodOf(date, commitment.period);
  const last = date < context.today ? date : context.today;
  const before = from <= last ? daysBetween(context, from, last, { doubted: doubtedUntil(context) }) : [];
  const need = commitmentNeed(commitment, {
    ...recordedFor(commitment, before),
    plannedMin: plannedFor(sheet, commitment, to),
    today: date,
    isOff: (day) => isDayOff(day, settings),
  });
  const today = before.filter((facts) => facts.date === date);
  return {
    title: commitment.title,
    period: commitment.period,
    needMin: need.needMin,
    eachMin: commitment.eachMin,
    daysLeft: need.daysLeft,
    mustMin: Math.min(need.mustMin, mostOfDay(commitment)),
    todayMin: recordedFor(commitment, today).recordedMin,
  };
}

/** What is counted in times is not crowded into one day: twice a week is once a day. */
function mostOfDay({ times, period, eachMin }: Commitment): number {
  return times === null ? Number.POSITIVE_INFINITY : Math.ceil(times / WORK_DAYS[period]) * eachMin;
}

/** What other days to come up to the period's end have planned for it. */
function plannedFor(sheet: Sheet, commitment: Commitment, to: LocalDate): number {
  const { context, now } = sheet;
  let sum = 0;
  for (const date of notedDays(context, context.today, to)) {
    if (date === sheet.date) continue;
    for (const block of readOrEmpty(context, date).note.blocks) {
      const isAhead = block.state === "planned" && block.kind === "work" && block.to > now;
      if (isAhead && countsFor(commitment, block.text)) sum += block.to - block.from;
    }
  }
  return sum;
}
