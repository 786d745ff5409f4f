// A day's plan as a mixed-integer program, for HiGHS. A block is a yes or no for each (task, slot, length); a flow through
// (slot, work since the last break) lets blocks follow one another and keeps the breaks; what a task has is split into
// the steps of its concave worth. `columnsOf` turns a plan into a solution of this program, and `blocksOf` the other way.

import type { ModelData } from "highs";
import { FREE, type GridBlock, type PlanGrid, WORK } from "../src/domain/plan/grid.ts";
import { mayRun, runAfter } from "../src/domain/plan/prices.ts";

/** A way through (slot, run): time that passes, a break, work that stands, or a block of any task. */
interface Arc {
  from: number;
  to: number;
  /** Length of the block; 0 for the other ways. */
  slots: number;
}

export interface PlanModel {
  grid: PlanGrid;
  blocks: (GridBlock & { worth: number })[];
  arcs: Arc[];
  /** Steps of worth: slots of a task at one slope. */
  steps: { task: number; slots: number; slope: number }[];
  /** What no column says: what tasks are worth with nothing. */
  offset: number;
  rows: { lower: number; upper: number; entries: [column: number, value: number][] }[];
}

export function makeModel(grid: PlanGrid): PlanModel {
  const blocks: PlanModel["blocks"] = [];
  const steps: PlanModel["steps"] = [];
  let offset = 0;
  for (const [task, { shortest, longest, worthBy, placeBy, blockCost }] of grid.tasks.entries()) {
    for (let slot = 0; slot < grid.slots; slot++)
      for (let slots = shortest; slots <= Math.min(longest, grid.freeRun[slot]!); slots++)
        blocks.push({ task, slot, slots, worth: placeBy[slot + slots]! - placeBy[slot]! - blockCost });
    offset += worthBy[0]!;
    for (let n = 1; n < worthBy.length; n++) {
      const slope = worthBy[n]! - worthBy[n - 1]!;
      const last = steps.at(-1);
      if (last?.task === task && Math.abs(last.slope - slope) < 1e-9) last.slots++;
      else steps.push({ task, slots: 1, slope });
    }
  }
  const runs = grid.stretch + 1;
  const arcs = listArcs(grid, runs);
  const model = { grid, blocks, arcs, steps, offset, rows: [] };
  return { ...model, rows: makeRows(model, runs) };
}

function listArcs(grid: PlanGrid, runs: number): Arc[] {
  const longest = Math.max(0, ...grid.tasks.map((task) => task.longest));
  const shortest = Math.min(...grid.tasks.map((task) => task.shortest));
  const arcs: Arc[] = [];
  const reached = new Set([0]);
  const add = (from: number, slot: number, run: number, slots: number) => {
    arcs.push({ from, to: slot * runs + run, slots });
    reached.add(slot * runs + run);
  };
  for (let t = 0; t < grid.slots; t++) {
    for (let run = 0; run < runs; run++) {
      const from = t * runs + run;
      if (!reached.has(from)) continue;
      const chain = grid.chainAt[t]!;
      if (chain > 0) {
        if (mayRun(grid, run, chain))
          add(from, Math.min(grid.slots, t + chain), runAfter(grid, run, chain), 0);
        continue;
      }
      if (grid.kind[t] !== WORK) add(from, t + 1, run, 0);
      if (run > 0 && grid.breakAt[t]! > 0) add(from, t + grid.rest, 0, 0);
      if (grid.kind[t] !== FREE) continue;
      const end = Math.min(longest, grid.freeRun[t]!);
      for (let slots = shortest; slots <= end && mayRun(grid, run, slots); slots++)
        add(from, t + slots, runAfter(grid, run, slots), slots);
    }
  }
  return arcs;
}

/** Columns stand in the order blocks, arcs, steps. */
function makeRows({ grid, blocks, arcs, steps }: Omit<PlanModel, "rows">, runs: number): PlanModel["rows"] {
  const nodes = new Map<number, [number, number][]>();
  const sold = new Map<number, [number, number][]>();
  const had = grid.tasks.map((): [number, number][] => []);
  const into = (map: typeof nodes, key: number, entry: [number, number]) => {
    const entries = map.get(key);
    if (entries === undefined) map.set(key, [entry]);
    else entries.push(entry);
  };
  const width = grid.slots + 1;
  for (const [column, { task, slot, slots }] of blocks.entries()) {
    into(sold, slot * width + slots, [column, 1]);
    had[task]!.push([column, slots]);
  }
  for (const [i, { from, to, slots }] of arcs.entries()) {
    const column = blocks.length + i;
    into(nodes, from, [column, 1]);
    into(nodes, to, [column, -1]);
    if (slots > 0) into(sold, Math.floor(from / runs) * width + slots, [column, -1]);
  }
  for (const [i, { task }] of steps.entries()) had[task]!.push([blocks.length + arcs.length + i, -1]);
  const rows: PlanModel["rows"] = [];
  for (const [node, entries] of nodes) {
    if (node >= grid.slots * runs) continue;
    const source = node === 0 ? 1 : 0;
    rows.push({ lower: source, upper: source, entries });
  }
  for (const entries of [...sold.values(), ...had]) rows.push({ lower: 0, upper: 0, entries });
  return rows;
}

/** For HiGHS, to be made as large as possible. */
export function modelData(model: PlanModel, sense: ModelData["sense"]): ModelData {
  const { blocks, arcs, steps, rows } = model;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { entries } of rows) {
    for (const [column, value] of entries) {
      indices.push(column);
      values.push(value);
    }
    starts.push(indices.length);
  }
  const numCols = blocks.length + arcs.length + steps.length;
  return {
    numCols,
    numRows: rows.length,
    sense,
    offset: model.offset,
    colCost: costsOf(model),
    colLower: new Float64Array(numCols),
    colUpper: Float64Array.from([
      ...blocks.map(() => 1),
      ...arcs.map(() => 1),
      ...steps.map(({ slots }) => slots),
    ]),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    integrality: Int32Array.from({ length: numCols }, (_, column) => (column < blocks.length ? 1 : 0)),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  } as ModelData;
}

function costsOf({ blocks, arcs, steps }: PlanModel): Float64Array {
  return Float64Array.from([
    ...blocks.map(({ worth }) => worth),
    ...arcs.map(() => 0),
    ...steps.map(({ slope }) => slope),
  ]);
}

/** The plan of a solution. */
export function blocksOf(model: PlanModel, columns: ArrayLike<number>): GridBlock[] {
  return model.blocks
    .filter((_, column) => columns[column]! > 0.5)
    .map(({ task, slot, slots }) => ({ task, slot, slots }))
    .sort((a, b) => a.slot - b.slot);
}

/** The solution that a plan is; null where the program has no way through for it. */
export function columnsOf(model: PlanModel, plan: readonly GridBlock[]): Float64Array | null {
  const { grid, blocks, arcs, steps } = model;
  const columns = new Float64Array(blocks.length + arcs.length + steps.length);
  const runs = grid.stretch + 1;
  const left = grid.tasks.map(() => 0);
  for (const block of plan) {
    const column = blocks.findIndex(
      ({ task, slot, slots }) => task === block.task && slot === block.slot && slots === block.slots,
    );
    if (column < 0) return null;
    columns[column] = 1;
    left[block.task]! += block.slots;
  }
  for (const [i, { task, slots }] of steps.entries()) {
    const used = Math.min(slots, left[task]!);
    columns[blocks.length + arcs.length + i] = used;
    left[task]! -= used;
  }
  if (left.some((slots) => slots > 0)) return null;
  // From the last block back: a way is open where one of its arcs leads on, and a break is as good as time that passes.
  const way = findWay(grid, arcs, new Map(plan.map(({ slot, slots }) => [slot, slots])), runs);
  if (way === null) return null;
  for (const arc of way) columns[blocks.length + arc] = 1;
  return columns;
}

function findWay(
  grid: PlanGrid,
  arcs: readonly Arc[],
  starts: Map<number, number>,
  runs: number,
): number[] | null {
  const cameBy = new Map<number, number>([[0, -1]]);
  const inside = new Set(
    [...starts].flatMap(([slot, slots]) => Array.from({ length: slots - 1 }, (_, i) => slot + 1 + i)),
  );
  for (const [i, { from, to, slots }] of arcs.entries()) {
    if (!cameBy.has(from) || cameBy.has(to)) continue;
    const begin = Math.floor(from / runs);
    const end = Math.floor(to / runs);
    const passes = slots === 0 && ![...starts.keys()].some((slot) => begin <= slot && slot < end);
    const isBlock = slots > 0 && starts.get(begin) === slots;
    if ((passes && !inside.has(begin)) || isBlock) cameBy.set(to, i);
  }
  for (let run = 0; run < runs; run++) {
    let node = grid.slots * runs + run;
    if (!cameBy.has(node)) continue;
    const way: number[] = [];
    while (node !== 0) {
      const arc = cameBy.get(node)!;
      way.push(arc);
      node = arcs[arc]!.from;
    }
    return way;
  }
  return null;
}

/** Value of a solution, and by how much it breaks the rows at most. */
export function weigh(model: PlanModel, columns: Float64Array): { value: number; broken: number } {
  const costs = costsOf(model);
  let value = model.offset;
  for (let column = 0; column < columns.length; column++) value += costs[column]! * columns[column]!;
  let broken = 0;
  for (const { lower, upper, entries } of model.rows) {
    const sum = entries.reduce((total, [column, factor]) => total + factor * columns[column]!, 0);
    broken = Math.max(broken, lower - sum, sum - upper);
  }
  return { value, broken };
}
