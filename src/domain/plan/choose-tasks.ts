// Which tasks the search looks at. A day holds a few blocks, a list many items: what is worth less a slot than others that fit
// wherever it fits, and that together want the day's time more than once, is left out before anything is searched.

import { freeStretches, type GridTask, type PlanGrid } from "./grid.ts";

/** How many times over the free time must be wanted by better tasks before a task is left out. */
const WANTED_TIMES = 1.5;
/** So much of one task counts as wanted: what it may have in a few blocks, at best worth. */
const SHARE_MIN = 90;

/** Indices of the tasks that are worth searching with, in their order. What must be is always among them. */
export function chooseTasks(grid: PlanGrid): number[] {
  const { tasks, slotMin } = grid;
  const gaps = freeStretches(grid).map(({ from, to }) => to - from);
  const share = Math.max(1, Math.round(SHARE_MIN / slotMin));
  const density = tasks.map((task) => densityOf(grid, task));
  const order = tasks.map((_, i) => i).sort((a, b) => density[b]! - density[a]! || a - b);
  /** By shortest block: slots that better tasks with no longer shortest blocks want. */
  const wanted = new Map<number, number>();
  const chosen: number[] = [];
  for (const i of order) {
    const { shortest, most, must } = tasks[i]!;
    const room = gaps.reduce((sum, gap) => sum + (gap >= shortest ? gap : 0), 0);
    let rivals = 0;
    for (const [length, slots] of wanted) if (length <= shortest) rivals += slots;
    if (must === 0 && rivals >= WANTED_TIMES * room) continue;
    wanted.set(shortest, (wanted.get(shortest) ?? 0) + Math.min(most, share));
    chosen.push(i);
  }
  return chosen.sort((a, b) => a - b);
}

/** The most that a slot of a block can be worth, wherever it lies. */
function densityOf(grid: PlanGrid, { placeBy, worthBy, longest, blockCost }: GridTask): number {
  let place = 0;
  for (let t = 0; t < grid.slots; t++) place = Math.max(place, placeBy[t + 1]! - placeBy[t]!);
  let best = Number.NEGATIVE_INFINITY;
  for (let n = 1; n <= longest; n++) best = Math.max(best, (worthBy[n]! - worthBy[0]! - blockCost) / n);
  return best + place;
}
