// The search: a beam that goes through the day slot by slot. A label is a plan up to a slot; what it can still become is
// bounded by the prices, so labels of one slot are compared by the best plan they may lead to, and those that cannot beat
// the best plan known are let go. Two labels with the same tasks so far and the same run are one: the better stays.

import { FREE, type PlanGrid, WORK } from "./grid.ts";
import { mayRun, type Prices, runAfter } from "./prices.ts";

export interface GridBlock {
  /** Index in `grid.tasks`. */
  task: number;
  slot: number;
  slots: number;
}

interface Label {
  /** What it may still lead to at most. */
  bound: number;
  run: number;
  parent: Label | null;
  /** The block that led here; -1 where time passed. */
  task: number;
  slot: number;
  slots: number;
  /** Slots by task. */
  had: Uint16Array;
  hash: number;
}

interface Arc {
  /** What taking it costs against the best that could be done here, at these prices. */
  loss: number;
  task: number;
  slots: number;
  next: number;
  run: number;
}

export interface Found {
  blocks: GridBlock[];
  /** Of the objective (without what tasks outside the grid lack). */
  value: number;
  /** Whether nothing was let go that could have been better: the plan is the best there is. */
  isBest: boolean;
}

/** The best plan that a beam of `width` labels a slot finds; `known` is a plan to beat. */
export function searchPlan(grid: PlanGrid, prices: Prices, width: number, known: Found | null = null): Found {
  const { slots, tasks } = grid;
  const count = tasks.length;
  const stillBy = tasks.map(({ worthBy }, i) => stillWorth(worthBy, prices.price[i]!));
  const signs = hashSigns(count);
  const layers: Label[][] = Array.from({ length: slots + 1 }, () => []);
  let best: Found = known ?? { blocks: [], value: Number.NEGATIVE_INFINITY, isBest: false };
  let cut = false;
  layers[0]!.push({
    bound: prices.bound,
    run: 0,
    parent: null,
    task: -1,
    slot: 0,
    slots: 0,
    had: new Uint16Array(count),
    hash: 0,
  });
  const least = () => (Number.isFinite(best.value) ? best.value + 1e-9 * Math.abs(best.value) : best.value);
  const arcsAt: (Arc[] | undefined)[] = new Array((slots + 1) * prices.runs);
  for (let t = 0; t < slots; t++) {
    const layer = layers[t]!;
    if (layer.length === 0) continue;
    const kept = thin(layer, width, least());
    cut ||= kept.cut;
    for (const label of kept.labels) {
      const at = t * prices.runs + label.run;
      arcsAt[at] ??= listArcs(grid, prices, t, label.run, prices.bound - least());
      for (const arc of arcsAt[at]) {
        if (label.bound - arc.loss <= least()) break;
        const next = follow(label, arc, t, stillBy, signs);
        if (next !== null && next.bound > least()) layers[arc.next]!.push(next);
      }
    }
    layers[t] = [];
  }
  for (const label of layers[slots]!) {
    let value = label.bound;
    for (let i = 0; i < count; i++) {
      const had = label.had[i]!;
      value -= stillBy[i]![had]! - (tasks[i]!.worthBy[had]! - prices.price[i]! * had);
    }
    if (value > best.value) best = { blocks: blocksOf(label), value, isBest: false };
  }
  return { ...best, isBest: !cut };
}

/** By slots had: the most that having at least so many is worth, at the price. */
function stillWorth(worthBy: Float64Array, price: number): Float64Array {
  const still = new Float64Array(worthBy.length);
  let top = Number.NEGATIVE_INFINITY;
  for (let n = worthBy.length - 1; n >= 0; n--) {
    top = Math.max(top, worthBy[n]! - price * n);
    still[n] = top;
  }
  return still;
}

/** One odd number a task; a sum of them, each times its slots, tells plans apart. */
function hashSigns(count: number): Int32Array {
  const signs = new Int32Array(count);
  let seed = 0x9e3779b9;
  for (let i = 0; i < count; i++) {
    seed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 0x3c6ef372;
    signs[i] = seed | 1;
  }
  return signs;
}

/** The `width` labels of a slot that may lead to most, one for each (run, tasks so far). */
function thin(layer: Label[], width: number, least: number): { labels: Label[]; cut: boolean } {
  layer.sort((a, b) => b.bound - a.bound);
  const seen = new Map<number, Label[]>();
  const labels: Label[] = [];
  for (const label of layer) {
    if (label.bound <= least) break;
    const twins = seen.get(label.hash);
    if (twins?.some((twin) => twin.run <= label.run && isSame(twin.had, label.had))) continue;
    if (labels.length === width) return { labels, cut: true };
    if (twins === undefined) seen.set(label.hash, [label]);
    else twins.push(label);
    labels.push(label);
  }
  return { labels, cut: false };
}

function isSame(a: Uint16Array, b: Uint16Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** What may follow at a slot, the least loss first, as far as its loss is below `within`. */
function listArcs(grid: PlanGrid, prices: Prices, t: number, run: number, within: number): Arc[] {
  const { ahead, runs } = prices;
  const here = ahead[t * runs + run]!;
  const arcs: Arc[] = [];
  const add = (task: number, slots: number, next: number, after: number, gain: number) => {
    const loss = here - gain - ahead[next * runs + after]!;
    if (loss < within) arcs.push({ loss: Math.max(0, loss), task, slots, next, run: after });
  };
  const chain = grid.chainAt[t]!;
  if (chain > 0) {
    if (mayRun(grid, run, chain)) add(-1, 0, Math.min(grid.slots, t + chain), runAfter(grid, run, chain), 0);
    return arcs;
  }
  if (grid.kind[t] !== WORK) add(-1, 0, t + 1, run, 0);
  if (run > 0 && grid.breakAt[t]! > 0) add(-1, 0, t + grid.rest, 0, 0);
  if (grid.kind[t] === FREE) {
    for (let i = 0; i < grid.tasks.length; i++) {
      const { shortest, longest, placeBy, blockCost } = grid.tasks[i]!;
      const end = Math.min(longest, grid.freeRun[t]!);
      for (let length = shortest; length <= end && mayRun(grid, run, length); length++) {
        const gain = prices.price[i]! * length + placeBy[t + length]! - placeBy[t]! - blockCost;
        add(i, length, t + length, runAfter(grid, run, length), gain);
      }
    }
  }
  return arcs.sort((a, b) => a.loss - b.loss);
}

function follow(
  label: Label,
  arc: Arc,
  t: number,
  stillBy: readonly Float64Array[],
  signs: Int32Array,
): Label | null {
  const { task, slots, run } = arc;
  if (task < 0)
    return { ...label, bound: label.bound - arc.loss, run, parent: label, task: -1, slot: t, slots: 0 };
  const before = label.had[task]!;
  const still = stillBy[task]!;
  if (before + slots >= still.length) return null;
  const bound = label.bound - arc.loss + still[before + slots]! - still[before]!;
  const had = label.had.slice();
  had[task] = before + slots;
  const hash = (label.hash + Math.imul(signs[task]!, slots)) | 0;
  return { bound, run, parent: label, task, slot: t, slots, had, hash };
}

function blocksOf(label: Label): GridBlock[] {
  const blocks: GridBlock[] = [];
  for (let at: Label | null = label; at !== null; at = at.parent)
    if (at.task >= 0) blocks.push({ task: at.task, slot: at.slot, slots: at.slots });
  return blocks.reverse();
}
