// How what was worked divides: by priority, group, goal and section. What a day's texts mean, and how the items stood, is as
// of that day. By priority, group and section the shares add up to the whole. A goal's share counts a record once, however
// many of its items it is for; a record that serves two goals counts for each, so that shares of goals may add up to more.

import { fold, type LocalDate, type Tongue } from "../../base/index.ts";
import type { DayFacts } from "../day/day.ts";
import { PRIORITIES, type Priority } from "../item.ts";
import type { ItemsPast, PastPlace } from "../life/item-past-ask.ts";
import type { Share, ShareBy } from "../report/report.ts";
import { sayDrift } from "./messages.ts";

/** A goal as hours are counted for it. */
export interface GoalScope {
  title: string;
  /** Title paths of today of the items that serve it; steps below them count. */
  paths: readonly string[];
  /** The first and last day on which work counts for it: its period, or when it was closed. Absent: any day. */
  from?: LocalDate | null;
  to?: LocalDate | null;
}

/** Something that was worked: minutes of a day, days of an entry, moves on the page. */
export interface Work {
  date: LocalDate;
  /** Of the item as of its day; null for what is no item. */
  place: PastPlace | null;
  /** As it was written; tells a goal that is named itself. */
  text: string;
  amount: number;
}

/** What days recorded, each text with what it meant on its day. */
export function workOfDays(days: readonly Pick<DayFacts, "date" | "byReference">[], past: ItemsPast): Work[] {
  return days.flatMap(({ date, byReference }) =>
    [...byReference].map(([text, amount]) => ({ date, text, amount, place: past.resolveAt(text, date) })),
  );
}

/** No heading, label or title is one of these. */
const NONE = "none\n";
const OTHER = "other\n";

export interface Shares {
  total: number;
  by: Record<ShareBy, Share[]>;
}

/** `none` is an item without a priority, group or section, or work for no goal; `other` is what is no item. */
export function readShares(works: readonly Work[], goals: readonly GoalScope[], tongue: Tongue): Shares {
  const total = works.reduce((sum, { amount }) => sum + amount, 0);
  const texts = sayDrift(tongue);
  const sum = (keyOf: (place: PastPlace) => string | null): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const { place, amount } of works) {
      const key = place === null ? OTHER : (keyOf(place) ?? NONE);
      sums.set(key, (sums.get(key) ?? 0) + amount);
    }
    return sums;
  };
  const toShare = (key: string, title: string, amount: number): Share => ({
    key,
    title,
    amount,
    share: total === 0 ? 0 : amount / total,
  });
  const named = (sums: ReadonlyMap<string, number>, none: string): Share[] => {
    const found = [...sums].filter(([key]) => key !== NONE && key !== OTHER);
    found.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const rest = [NONE, OTHER].flatMap((key) => {
      const amount = sums.get(key) ?? 0;
      return amount === 0 ? [] : [toShare(key.trim(), key === NONE ? none : texts.noItem(), amount)];
    });
    return [...found.map(([key, amount]) => toShare(key, key, amount)), ...rest];
  };
  const priorities = sum(({ spell }) => spell.priority);
  const byPriority = ([...PRIORITIES, "none", "other"] as const).map((key) =>
    toShare(
      key,
      texts.priority(key),
      priorities.get(key === "none" ? NONE : key === "other" ? OTHER : key) ?? 0,
    ),
  );
  return {
    total,
    by: {
      priority: byPriority,
      group: named(
        sum(({ spell }) => spell.group),
        texts.noGroup(),
      ),
      goal: named(sumsOfGoals(works, goals), texts.noGoal()),
      section: named(
        sum(({ spell }) => spell.section),
        texts.noSection(),
      ),
    },
  };
}

/** By goal's title; `none` is what serves no goal, items and other work alike. */
function sumsOfGoals(works: readonly Work[], goals: readonly GoalScope[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const work of works) {
    const served = goalsOfWork(work, goals);
    for (const title of served.length === 0 ? [NONE] : served)
      sums.set(title, (sums.get(title) ?? 0) + work.amount);
  }
  return sums;
}

/** Titles of the goals of its day that a work serves: by its item or one above it, or because it names the goal. */
export function goalsOfWork(
  { place, text, date }: Pick<Work, "place" | "text" | "date">,
  goals: readonly GoalScope[],
): string[] {
  const served = goals.flatMap(({ title, paths, from, to }) => {
    if (date < (from ?? date) || date > (to ?? date)) return [];
    const path = place?.item.path;
    const isServed =
      path === undefined
        ? fold(text) === fold(title)
        : paths.some((one) => path === one || path.startsWith(`${one} › `));
    return isServed ? [title] : [];
  });
  return [...new Set(served)];
}

/** Amounts by priority, zeros included. */
export function byPriorityOf(works: readonly Work[]): Record<Priority | "none" | "other", number> {
  const sums = { highest: 0, high: 0, medium: 0, low: 0, none: 0, other: 0 };
  for (const { place, amount } of works)
    sums[place === null ? "other" : (place.spell.priority ?? "none")] += amount;
  return sums;
}
