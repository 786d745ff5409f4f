// How far key results and goals are, and how much of a goal's time is gone. Pure sums over what goals.md says; the progress
// of items comes in.

import { epochDayOf, type LocalDate } from "../../base/index.ts";
import type { Item } from "../item.ts";
import type { Goal, KeyResult, Period } from "./goal.ts";

/**
 * 0 to 1; null where it is not measured, or none of the items that it names is known.
 * @param ratioOf progress of an item by its name as written; null where no item has that name
 */
export function resultRatio(result: KeyResult, ratioOf: (name: string) => number | null): number | null {
  const { measure, ticked, points } = result;
  if (ticked) return 1;
  if (measure === null) return null;
  switch (measure.kind) {
    case "number":
      return share(measure.done / measure.total);
    case "percent":
      return share(measure.percent / 100);
    case "from-to":
      return share(((measure.now ?? measure.from) - measure.from) / (measure.to - measure.from));
    case "points":
      return points.length === 0 ? 0 : points.filter(({ done }) => done).length / points.length;
    case "items": {
      const known = measure.names.map(ratioOf).filter((ratio) => ratio !== null);
      return known.length === 0 ? null : mean(known);
    }
    case "tick":
      return 0;
  }
}

/** The mean of what is measured, each key result alike; null where none is. */
export function goalRatio(ratios: readonly (number | null)[]): number | null {
  const known = ratios.filter((ratio) => ratio !== null);
  return known.length === 0 ? null : mean(known);
}

/** Done is 1, written progress counts, else the share of its steps; an item that was dropped counts as it stands. */
export function itemRatio(item: Pick<Item, "state" | "progress" | "steps">): number {
  if (item.state === "done") return 1;
  if (item.progress !== null) return share(item.progress.ratio);
  return item.steps.length === 0 ? 0 : mean(item.steps.map(itemRatio));
}

/** How much of the period is over at the beginning of the day, 0 to 1; null where its first day is not named. */
export function periodGone(period: Period | null, today: LocalDate): number | null {
  if (period === null || period.from === null) return null;
  const [from, to] = [epochDayOf(period.from), epochDayOf(period.to) + 1];
  return share((epochDayOf(today) - from) / (to - from));
}

/** Whether an open goal's time is over. */
export function isOverdue({ state, period }: Pick<Goal, "state" | "period">, today: LocalDate): boolean {
  return state === "open" && period !== null && period.to < today;
}

function share(ratio: number): number {
  return Math.max(0, Math.min(1, ratio));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
