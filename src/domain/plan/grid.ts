// A planning problem in slots: each slot of the day is free, rest, work that stands, or buffer; tasks have lengths and worth
// by slots. What does not lie on the grid is rounded so that no hard limit is ever broken. The search knows only this.

import type { EpochMin } from "../../base/index.ts";
import type { Span } from "../day/day.ts";
import { freeSpans, joinSpans } from "../day/spans.ts";
import { placeBuffer } from "./buffer.ts";
import type { PlanProblem, PlanTask } from "./problem.ts";
import { fixedMinOf, mustCostOf, placeWorth, SETTLE_MIN, shareWorth } from "./value.ts";

/** `hold` is the buffer: nothing is placed there, and it is no break, since an interruption may take it. */
export const FREE = 0;
export const REST = 1;
export const WORK = 2;
export const HOLD = 3;

export interface GridBlock {
  /** Index in `grid.tasks`. */
  task: number;
  slot: number;
  slots: number;
}

export interface GridTask {
  task: PlanTask;
  /** Slots of one block, and in the day at most. */
  shortest: number;
  longest: number;
  most: number;
  /** Slots that meet what it must have. */
  must: number;
  /** By slots in the day, 0 to `most`: worth without place and blocks, less what a must lacks. Concave. */
  worthBy: Float64Array;
  /** What lying in the slots before `t` adds, 0 to `slots`: a place is worth the difference of two. */
  placeBy: Float64Array;
  blockCost: number;
}

export interface PlanGrid {
  from: EpochMin;
  slotMin: number;
  slots: number;
  kind: Uint8Array;
  /** Free slots from here on without a gap. */
  freeRun: Uint16Array;
  /** Slots that a break starting here takes up, all of them rest or free: `rest`; 0 where there is no room for one. */
  breakAt: Uint16Array;
  /** At the first slot of work that stands: its slots up to the end of the last that no break parts from it. Else 0. */
  chainAt: Uint16Array;
  /** Work without a break goes on for at most `stretch` slots; a break has `rest` slots. */
  stretch: number;
  rest: number;
  tasks: GridTask[];
  buffer: Span[];
  bufferShortMin: number;
}

/** The time of the day that neither stands nor is the buffer, in slots, and the tasks that may have it. */
export function makeGrid(problem: PlanProblem): PlanGrid {
  const slotMin = Math.max(1, Math.round(problem.gridMin) || 15);
  const stretch = Math.max(1, Math.floor(problem.stretchMin / slotMin));
  const rest = Math.max(0, Math.ceil(problem.breakMin / slotMin));
  const open = joinSpans(problem.open);
  const { buffer, shortMin } = placeBuffer(freeSpans(open, problem.fixed), problem.bufferMin);
  const anchor = problem.gridFrom ?? 0;
  const onGrid = (min: number) => anchor + Math.floor((min - anchor) / slotMin) * slotMin;
  const from = open.length === 0 ? 0 : onGrid(open[0]!.from - (stretch + rest) * slotMin);
  const slots = open.length === 0 ? 0 : Math.ceil((open.at(-1)!.to - from) / slotMin);

  const kind = new Uint8Array(slots).fill(REST);
  const each = (span: Span, whole: boolean, paint: (slot: number) => void) => {
    const first = (span.from - from) / slotMin;
    const last = (span.to - from) / slotMin;
    const begin = Math.max(0, whole ? Math.ceil(first) : Math.floor(first));
    const end = Math.min(slots, whole ? Math.floor(last) : Math.ceil(last));
    for (let slot = begin; slot < end; slot++) paint(slot);
  };
  const paint = (span: Span, whole: boolean, what: number) =>
    each(span, whole, (slot) => {
      kind[slot] = what;
    });
  for (const span of open) paint(span, true, FREE);
  for (const block of problem.fixed) if (!block.work && block.from < block.to) paint(block, false, REST);
  for (const span of buffer) paint(span, false, HOLD);
  for (const block of problem.fixed) if (block.work && block.from < block.to) paint(block, false, WORK);

  const lanes = layLanes(kind, rest);
  const tasks = shortMin > 0 ? [] : makeTasksOfGrid(problem, { from, slotMin, slots, kind, stretch, rest });
  return { from, slotMin, slots, ...lanes, stretch, rest, buffer, tasks, bufferShortMin: shortMin };
}

/** What follows from the kinds of slots: where breaks fit, which work belongs together, how far free time goes. */
function layLanes(
  kind: Uint8Array,
  rest: number,
): Pick<PlanGrid, "kind" | "breakAt" | "chainAt" | "freeRun"> {
  const slots = kind.length;
  const breakAt = new Uint16Array(slots + 1);
  for (let t = slots - 1, quiet = 0; t >= 0; t--) {
    quiet = kind[t] === FREE || kind[t] === REST ? quiet + 1 : 0;
    if (rest > 0 && quiet >= rest) breakAt[t] = rest;
  }
  const chainAt = chainWork(kind, breakAt, slots, rest);
  const freeRun = new Uint16Array(slots + 1);
  for (let t = slots - 1; t >= 0; t--) freeRun[t] = kind[t] === FREE ? freeRun[t + 1]! + 1 : 0;
  return { kind, breakAt, chainAt, freeRun };
}

/** The same day with some blocks standing in it: their slots are taken, and what they give their tasks is given. */
export function fixBlocks(grid: PlanGrid, blocks: readonly GridBlock[]): PlanGrid {
  const kind = grid.kind.slice();
  const had = new Uint16Array(grid.tasks.length);
  for (const { task, slot, slots } of blocks) {
    kind.fill(WORK, slot, slot + slots);
    had[task]! += slots;
  }
  const tasks = grid.tasks.map((task, i) => {
    const before = had[i]!;
    if (before === 0) return task;
    const most = task.most - before;
    const must = Math.max(0, task.must - before);
    return {
      ...task,
      most,
      must,
      longest: Math.min(task.longest, most),
      worthBy: task.worthBy.subarray(before),
    };
  });
  return { ...grid, ...layLanes(kind, grid.rest), tasks };
}

/** Joins work that stands and that no break could part; the slots between are no longer free. */
function chainWork(kind: Uint8Array, breakAt: Uint16Array, slots: number, rest: number): Uint16Array {
  const chainAt = new Uint16Array(slots + 1);
  let start = -1;
  let end = -1;
  for (let t = 0; t < slots; t++) {
    if (kind[t] !== WORK) continue;
    let parted = start < 0;
    for (let gap = end; !parted && gap + rest <= t; gap++)
      parted = gap < t && (rest === 0 || breakAt[gap]! > 0);
    if (parted) start = t;
    else for (let gap = end; gap < t; gap++) if (kind[gap] === FREE) kind[gap] = REST;
    end = t + 1;
    chainAt[start] = end - start;
  }
  return chainAt;
}

type Frame = Pick<PlanGrid, "from" | "slotMin" | "slots" | "kind" | "stretch" | "rest">;

function makeTasksOfGrid(problem: PlanProblem, frame: Frame): GridTask[] {
  const mustCost = mustCostOf(problem.tasks);
  const tasks: GridTask[] = [];
  for (const task of problem.tasks) {
    const made = task.worth > 0 ? makeGridTask(problem, task, frame, mustCost) : null;
    if (made !== null) tasks.push(made);
  }
  return tasks;
}

function makeGridTask(
  problem: PlanProblem,
  task: PlanTask,
  { from, slotMin, slots, kind, stretch, rest }: Frame,
  mustCost: number,
): GridTask | null {
  const fixedMin = fixedMinOf(problem, task.id);
  const most = Math.min(slots, Math.floor((task.mostMin - fixedMin) / slotMin));
  const shortest = Math.max(1, Math.ceil(task.shortestMin / slotMin));
  if (!(most >= shortest)) return null;
  const stretched = rest === 0 ? slots : stretch;
  const longest = Math.min(
    most,
    Math.max(shortest, Math.min(stretched, Math.floor(task.longestMin / slotMin))),
  );
  const must = Math.min(most, Math.max(0, Math.ceil((task.mustMin - fixedMin) / slotMin)));
  const before = (task.doneMin ?? 0) + fixedMin;
  const worthBy = new Float64Array(most + 1);
  for (let n = 0; n <= most; n++) {
    const short = Math.max(0, task.mustMin - fixedMin - n * slotMin);
    worthBy[n] = task.worth * (shareWorth(before + n * slotMin) - shareWorth(before)) - mustCost * short;
  }
  const placeBy = new Float64Array(slots + 1);
  for (let t = 0; t < slots; t++) {
    const at = from + t * slotMin;
    placeBy[t + 1] =
      placeBy[t]! + (kind[t] === FREE ? placeWorth(problem, task, { from: at, to: at + slotMin }) : 0);
  }
  return { task, shortest, longest, most, must, worthBy, placeBy, blockCost: task.worth * SETTLE_MIN };
}

/** The stretches of time in which blocks may lie, as slots. */
export function freeStretches(grid: PlanGrid): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (let t = 0; t < grid.slots; t += Math.max(1, grid.freeRun[t]!))
    if (grid.freeRun[t]! > 0) stretches.push({ from: t, to: t + grid.freeRun[t]! });
  return stretches;
}
