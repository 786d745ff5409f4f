// From the list and the commitments to tasks of one day: what a minute is worth, how much there may be, how much there must
// be, and why. The weights are here and in docs/decisions/0004; a page without priorities is planned by rank and dates.

import { epochDayOf, type LocalDate } from "../../base/index.ts";
import type { CommitmentPeriod } from "../goal/commitment.ts";
import type { Priority, State } from "../item.ts";
import type { PlanTask, TaskReason } from "./problem.ts";

/** Worth of a minute by priority. An item that names none lies between medium and low. */
export const PRIORITY_WORTH: Readonly<Record<Priority | "none", number>> = {
  highest: 8,
  high: 4,
  medium: 2,
  none: 1.5,
  low: 1,
};
/** Each rank further down costs a part of the worth, down to a half: 1, 0.95, 0.91 … 0.5. */
const RANK_LOSS = 0.05;
const RANK_LEAST = 0.5;
const DOING_FACTOR = 1.25;
const PINNED_FACTOR = 2;
const READING_FACTOR = 0.8;
/** What was begun and then left gains this for each day of work that went by without it, up to highest priority. */
const IDLE_GAIN = 0.5;
const IDLE_DAYS = 10;
/** A floor that has been reached: it may go on. */
const REACHED_FACTOR = 0.6;
/** What has its day today is worth three times as much; what needs `PRESSURE_MIN` a day until then twice. */
const DUE_FACTOR = 3;
const PRESSURE_MIN = 90;
/** So much of each coming working day is counted on for what is due; what that cannot hold must be done today. */
export const DUE_DAY_MIN = 100;
/** What is due and has no estimate is taken to need so much. */
const DUE_UNKNOWN_MIN = 60;
/** Of one item in one day at most; of one without an estimate; of reading without one. */
const DAY_SHARE_MIN = 240;
const SESSION_MIN = 180;
const READING_SESSION_MIN = 60;
const HARD: Readonly<Record<"learning" | "reading", number>> = { learning: 2, reading: 0 };

export interface ItemToPlan {
  path: string;
  role: "learning" | "reading";
  priority: Priority | null;
  rank: number | null;
  state: State;
  /** Path of the next open step, or null where the item has none: then its blocks are for the item itself. */
  nextStep: string | null;
  estimate: { min: number; kind: "limit" | "floor" } | null;
  /** Recorded on the item and its steps up to now, today included; and today alone. */
  spentMin: number;
  todayMin: number;
  due: LocalDate | null;
  /** Working days from today up to the day it is due, both included; null where it has no such day. */
  dueWorkDays: number | null;
  pinned: boolean;
  hard: number | null;
  /**
   * Days of work that went by without it, where it waits for its turn: it is under way, or the next book while none is.
   * Default 0.
   */
  idleDays?: number;
}

export interface CommitmentToPlan {
  title: string;
  period: CommitmentPeriod;
  /** What is still to do in this period. */
  needMin: number;
  eachMin: number;
  /** Working days left in the period, today included. */
  daysLeft: number;
  /** What today must find of it (`commitmentNeed`); default: what the days left cannot hold with one time each. */
  mustMin?: number;
  todayMin: number;
}

export interface PlanTasksInput {
  today: LocalDate;
  items: readonly ItemToPlan[];
  commitments: readonly CommitmentToPlan[];
  gridMin: number;
  shortestMin: number;
  longestMin: number;
}

/**
 * The tasks of a day. Done and dropped items want no time, nor do those whose limit is spent (`itemsAtLimit` names them).
 * Ids are unique: what comes first stays, commitments before items.
 */
export function makeTasks(input: PlanTasksInput): PlanTask[] {
  const made = [
    ...input.commitments.map((commitment) => commitmentTask(commitment, input)),
    ...itemTasks(input),
  ];
  const tasks = new Map<string, PlanTask>();
  for (const task of made) if (task !== null && !tasks.has(task.id)) tasks.set(task.id, task);
  return [...tasks.values()];
}

/** Paths of items that are not done but whose limit is spent: they are not planned until the person says more. */
export function itemsAtLimit(items: readonly ItemToPlan[]): string[] {
  return items.filter((item) => isOpen(item) && leftOfLimit(item) === 0).map((item) => item.path);
}

function isOpen({ state }: ItemToPlan): boolean {
  return state === "open" || state === "doing";
}

function leftOfLimit({ estimate, spentMin }: ItemToPlan): number | null {
  return estimate?.kind === "limit" ? Math.max(0, estimate.min - spentMin) : null;
}

/**
 * What today must find of each piece of work so that all can be done in time: `leftMin` by the end of `days` working days,
 * today included. What those that are due first need beyond what the coming days are counted on for is today's.
 */
export function shareDue(
  works: readonly { leftMin: number; days: number }[],
  dayMin = DUE_DAY_MIN,
): number[] {
  const shares = works.map(() => 0);
  const order = works.map((_, i) => i).sort((a, b) => works[a]!.days - works[b]!.days || a - b);
  let neededMin = 0;
  let givenMin = 0;
  for (const [rank, i] of order.entries()) {
    const { leftMin, days } = works[i]!;
    neededMin += leftMin;
    let lackMin = neededMin - (days - 1) * dayMin - givenMin;
    for (let k = 0; k <= rank && lackMin > 0; k++) {
      const at = order[k]!;
      const more = Math.min(lackMin, works[at]!.leftMin - shares[at]!);
      shares[at]! += more;
      givenMin += more;
      lackMin -= more;
    }
  }
  return shares;
}

/** What is overdue is worth much but must not be: that it slipped is a fact, and others can still be in time. */
function itemTasks(input: PlanTasksInput): (PlanTask | null)[] {
  const dues = input.items.filter((item) => isOpen(item) && item.due !== null && item.due >= input.today);
  const shares = shareDue(
    dues.map((item) => ({
      leftMin: leftOf(item) ?? Math.max(0, DUE_UNKNOWN_MIN - item.todayMin),
      days: daysLeft(item, daysBetween(input.today, item.due!)),
    })),
  );
  const shareOf = new Map(dues.map((item, i) => [item, shares[i]!]));
  return input.items.map((item) => itemTask(item, shareOf.get(item) ?? 0, input));
}

/** Of a limit, or up to a floor; null without an estimate. */
function leftOf({ estimate, spentMin }: ItemToPlan): number | null {
  return estimate === null ? null : Math.max(0, estimate.min - spentMin);
}

function daysLeft({ dueWorkDays }: ItemToPlan, inDays: number): number {
  return Math.max(1, dueWorkDays ?? inDays + 1);
}

function itemTask(item: ItemToPlan, dueMin: number, input: PlanTasksInput): PlanTask | null {
  if (!isOpen(item) || leftOfLimit(item) === 0) return null;
  const { estimate, role } = item;
  const left = leftOf(item);
  const reached = estimate?.kind === "floor" && left === 0;
  const session = role === "reading" ? READING_SESSION_MIN : SESSION_MIN;
  const share = left === null || reached ? session : DAY_SHARE_MIN;
  const wanted = estimate?.kind === "limit" ? Math.min(share, left!) : share;
  const mostMin = Math.ceil(wanted / input.gridMin) * input.gridMin;
  const inDays = item.due === null ? null : daysBetween(input.today, item.due);
  const mustMin = Math.min(mostMin, Math.ceil(dueMin));
  const base =
    PRIORITY_WORTH[item.priority ?? "none"] *
    Math.max(RANK_LEAST, 1 / (1 + RANK_LOSS * Math.max(0, (item.rank ?? 1) - 1))) *
    (item.state === "doing" ? DOING_FACTOR : 1) *
    (item.pinned ? PINNED_FACTOR : 1) *
    (role === "reading" ? READING_FACTOR : 1) *
    (reached ? REACHED_FACTOR : 1) *
    dueFactor(item, inDays, left);
  const missed = 1 + IDLE_GAIN * Math.min(IDLE_DAYS, item.idleDays ?? 0);
  const worth = Math.max(base, Math.min(base * missed, PRIORITY_WORTH.highest));
  return {
    id: item.nextStep ?? item.path,
    worth,
    hard: Math.max(0, Math.min(3, item.hard ?? HARD[role])),
    mostMin,
    mustMin,
    doneMin: item.todayMin,
    shortestMin: Math.min(input.shortestMin, mostMin),
    longestMin: Math.min(input.longestMin, mostMin),
    why: reasonsOf(item, inDays, left),
  };
}

/** Rises with what is needed a day, or where that is not known with the nearness of the day; 1 without a date. */
function dueFactor(item: ItemToPlan, inDays: number | null, left: number | null): number {
  if (inDays === null) return 1;
  const days = daysLeft(item, inDays);
  const near = 1 + (DUE_FACTOR - 1) / days;
  const pressed = left === null ? 1 : 1 + left / days / PRESSURE_MIN;
  return Math.min(DUE_FACTOR, Math.max(near, pressed));
}

function reasonsOf(item: ItemToPlan, inDays: number | null, left: number | null): TaskReason[] {
  const why: TaskReason[] = [];
  if (item.priority !== null || item.rank !== null)
    why.push({ code: "priority", priority: item.priority, rank: item.rank });
  if (item.nextStep !== null) why.push({ code: "next-step" });
  if (item.pinned) why.push({ code: "pinned" });
  if (item.state === "doing") why.push({ code: "doing" });
  const idleDays = item.idleDays ?? 0;
  if (idleDays > 0)
    why.push({ code: "idle", days: Math.min(IDLE_DAYS, idleDays), isMore: idleDays > IDLE_DAYS });
  if (inDays !== null) why.push({ code: "due", inDays, leftMin: left });
  if (item.estimate !== null) why.push({ code: "estimate", kind: item.estimate.kind, leftMin: left! });
  return why;
}

/** A commitment is worth as much as high priority and more as its days run out; what the days left cannot hold must be today. */
function commitmentTask(commitment: CommitmentToPlan, input: PlanTasksInput): PlanTask | null {
  const { title, period, needMin, daysLeft } = commitment;
  if (needMin <= 0) return null;
  const days = Math.max(1, daysLeft);
  const eachMin = Math.max(1, commitment.eachMin);
  const mustMin = Math.min(needMin, commitment.mustMin ?? Math.max(0, needMin - (days - 1) * eachMin));
  const mostMin = Math.ceil(Math.min(needMin, Math.max(eachMin, mustMin)) / input.gridMin) * input.gridMin;
  const longestMin = Math.min(Math.max(eachMin, input.shortestMin), mostMin);
  return {
    id: title,
    worth: PRIORITY_WORTH.high * (1 + (DUE_FACTOR - 1) / days),
    hard: 1,
    mostMin,
    mustMin,
    doneMin: commitment.todayMin,
    shortestMin: Math.min(eachMin, 60, mostMin),
    longestMin,
    why: [{ code: "commitment", period, leftMin: needMin, daysLeft: days }],
  };
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDayOf(to) - epochDayOf(from);
}
