// planDay: the day's free time filled with blocks that together are worth most. Pure and without chance; bounded by rounds
// and labels, never by time. The buffer is settled first, so no answer can spend it.

import { overlapMin } from "../day/spans.ts";
import { chooseTasks } from "./choose-tasks.ts";
import {
  FREE,
  fixBlocks,
  freeStretches,
  type GridBlock,
  type GridTask,
  makeGrid,
  type PlanGrid,
} from "./grid.ts";
import { improvePlan } from "./improve.ts";
import { type Found, findPrices, firstPrices, tellPrices } from "./prices.ts";
import type { DayPlan, PlacedBlock, PlaceReason, PlanProblem, UnplacedTask } from "./problem.ts";
import { searchPlan } from "./search.ts";
import { fixedMinOf, planValue } from "./value.ts";

/** How much work a plan may take: elementary steps of the pricing, labels of the search, tries to improve. */
export const PRICE_STEPS = 1_000_000;
const MOST_ROUNDS = 120;
export const BEAM_WIDTH = 6;
export const TRIES = 60;
/** Without the buffer it is only asked what would have been placed beside. */
const ROUGH_WIDTH = 4;

/** The best plan found for the day. The same problem has the same answer. */
export function planDay(problem: PlanProblem): DayPlan {
  const grid = makeGrid(problem);
  const found = solveGrid(grid);
  const blocks = found.blocks.map((block) => placeBlock(problem, grid, block, found.blocks));
  return {
    blocks,
    buffer: grid.buffer,
    bufferShortMin: grid.bufferShortMin,
    unplaced: findUnplaced(problem, blocks),
    value: planValue(problem, blocks),
  };
}

/** Prices, then the beams, then the same for a few blocks at a time; of the tasks only those that may be among the best. */
export function solveGrid(whole: PlanGrid, steps = PRICE_STEPS, width = BEAM_WIDTH, tries = TRIES): Found {
  if (whole.tasks.length === 0 || freeStretches(whole).length === 0) return { blocks: [], value: 0 };
  const chosen = chooseTasks(whole);
  const grid = { ...whole, tasks: chosen.map((i) => whole.tasks[i]!) };
  const found = solveFew(grid, steps, width, tries);
  return { ...found, blocks: found.blocks.map((block) => ({ ...block, task: chosen[block.task]! })) };
}

function solveFew(grid: PlanGrid, steps: number, width: number, tries: number): Found {
  const lengths = grid.tasks.reduce((sum, { shortest, longest }) => sum + longest - shortest + 1, 0);
  const rounds = Math.max(20, Math.min(MOST_ROUNDS, Math.round(steps / (1 + grid.slots * lengths))));
  const { prices, found } = findPrices(grid, rounds);
  const desk = { beam: null };
  const hopeful = searchPlan(grid, prices, width, found, 0, desk);
  const searched = hopeful.isBest ? hopeful : searchPlan(grid, prices, width, hopeful, 1, desk);
  return searched.isBest || tries === 0 ? searched : improvePlan(grid, prices.price, searched, tries);
}

function placeBlock(
  problem: PlanProblem,
  grid: PlanGrid,
  block: GridBlock,
  all: readonly GridBlock[],
): PlacedBlock {
  const gridTask = grid.tasks[block.task]!;
  const from = grid.from + block.slot * grid.slotMin;
  const to = from + block.slots * grid.slotMin;
  return { task: gridTask.task.id, from, to, place: reasonsOfPlace(problem, grid, gridTask, block, all) };
}

/** Why a block stands where it stands, the strongest first. */
export function reasonsOfPlace(
  problem: PlanProblem,
  grid: PlanGrid,
  { task, shortest }: GridTask,
  block: GridBlock,
  all: readonly GridBlock[],
): PlaceReason[] {
  const from = grid.from + block.slot * grid.slotMin;
  const to = from + block.slots * grid.slotMin;
  const reasons: PlaceReason[] = [];
  if (problem.previous.some((before) => before.task === task.id && before.from === from))
    reasons.push({ code: "kept-place" });
  const bestMin = problem.best.reduce((sum, best) => sum + overlapMin(best, { from, to }), 0);
  if (task.hard > 0 && bestMin * 2 >= to - from) reasons.push({ code: "best-hours" });
  const gaps = freeStretches(grid).filter((gap) => gap.to - gap.from >= shortest);
  if (gaps.length === 1) reasons.push({ code: "only-gap" });
  if (reasons.length === 0 && isFirstFree(grid, block, all)) reasons.push({ code: "first-free" });
  return reasons;
}

/** Whether nothing before it is left free that would hold it. */
function isFirstFree(grid: PlanGrid, block: GridBlock, all: readonly GridBlock[]): boolean {
  let run = 0;
  for (let t = 0; t < block.slot; t++) {
    const taken =
      grid.kind[t] !== FREE || all.some((other) => other.slot <= t && t < other.slot + other.slots);
    run = taken ? 0 : run + 1;
    if (run >= block.slots) return false;
  }
  return true;
}

/** What must be and is not, then what only the buffer keeps out, the most worth first. */
function findUnplaced(problem: PlanProblem, blocks: readonly PlacedBlock[]): UnplacedTask[] {
  const musts = lackingMusts(problem, blocks);
  if (problem.bufferMin <= 0) return musts;
  const bare = sumByTask(fillBare(problem, blocks));
  const placed = sumByTask(blocks);
  const named = new Set(musts.map(({ task }) => task));
  const others: (UnplacedTask & { worth: number })[] = [];
  for (const { id, worth } of problem.tasks) {
    const min = bare.get(id) ?? 0;
    if (min > 0 && !placed.has(id) && !named.has(id))
      others.push({ task: id, min, why: "buffer", worth: worth * min });
  }
  return [
    ...musts.map((one) =>
      one.why === "no-time" && bare.has(one.task) ? { ...one, why: "buffer" as const } : one,
    ),
    ...others.sort((a, b) => b.worth - a.worth).map(({ task, min, why }) => ({ task, min, why })),
  ];
}

/** What would be placed beside these blocks if the buffer were free: a rough look, they stay where they are. */
function fillBare(
  problem: PlanProblem,
  blocks: readonly PlacedBlock[],
): Pick<PlacedBlock, "task" | "from" | "to">[] {
  const whole = makeGrid({ ...problem, bufferMin: 0 });
  const indexOf = new Map(whole.tasks.map(({ task }, i) => [task.id, i]));
  const standing = blocks.map(({ task, from, to }): GridBlock => {
    const slots = (to - from) / whole.slotMin;
    return { task: indexOf.get(task)!, slot: (from - whole.from) / whole.slotMin, slots };
  });
  const rest = fixBlocks(whole, standing);
  const chosen = chooseTasks(rest);
  const grid = { ...rest, tasks: chosen.map((i) => rest.tasks[i]!) };
  const nothing = grid.tasks.reduce((sum, { worthBy }) => sum + worthBy[0]!, 0);
  const prices = tellPrices(grid, firstPrices(grid));
  const found = searchPlan(grid, prices, ROUGH_WIDTH, { blocks: [], value: nothing });
  return [
    ...blocks,
    ...found.blocks.map(({ task, slots }) => ({
      task: grid.tasks[task]!.task.id,
      from: 0,
      to: slots * grid.slotMin,
    })),
  ];
}

/** What must find its place today and has not, the most worth first. */
export function lackingMusts(problem: PlanProblem, blocks: readonly PlacedBlock[]): UnplacedTask[] {
  const placed = sumByTask(blocks);
  const grid = makeGrid({ ...problem, tasks: [], bufferMin: 0 });
  const longestMin = Math.max(0, ...freeStretches(grid).map(({ from, to }) => (to - from) * grid.slotMin));
  return problem.tasks
    .map(({ id, worth, mustMin, shortestMin }) => {
      const min = mustMin - fixedMinOf(problem, id) - (placed.get(id) ?? 0);
      return { task: id, min, why: longestMin < shortestMin ? "no-gap" : "no-time", worth } as const;
    })
    .filter(({ min }) => min > 0)
    .sort((a, b) => b.worth * b.min - a.worth * a.min)
    .map(({ task, min, why }) => ({ task, min, why }));
}

function sumByTask(blocks: readonly { task: string; from: number; to: number }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { task, from, to } of blocks) sums.set(task, (sums.get(task) ?? 0) + to - from);
  return sums;
}
