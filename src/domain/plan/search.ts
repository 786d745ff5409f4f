// The search: a beam that goes through the day slot by slot. A label is a plan up to a slot; what it can still become is
// bounded by the prices, so labels of one slot are compared by the best plan they may lead to, and those that cannot beat
// the best plan known are let go. Of two labels with the same tasks so far the better stays.

import { FREE, type GridBlock, type PlanGrid, WORK } from "./grid.ts";
import { type Found, mayRun, type Prices, runAfter } from "./prices.ts";

interface Label {
  /** What it may still lead to at most. */
  bound: number;
  /** How much of the bound rests on tasks that are still to get what they want: in lumps that may find no room. */
  hope: number;
  /** What labels of one slot are compared by: the bound with less and less of the hope as the day goes on. */
  rank: number;
  run: number;
  parent: Label | null;
  /** The block that led here; -1 where time passed. */
  task: number;
  slot: number;
  slots: number;
  /** Slots by task; null until it is looked at. */
  had: Uint16Array | null;
  /** Tells apart what tasks have. */
  sign: number;
  /** How many musts are met. */
  met: number;
}

interface Layer {
  labels: Label[];
  /** By musts met: labels that rank no higher are not among the best; none where there is room. */
  floors: number[];
}

interface Arc {
  /** What taking it costs against the best that could be done here, at these prices. */
  loss: number;
  task: number;
  slots: number;
  next: number;
  run: number;
}

/** What the search needs to know of a task at a price. */
interface Outlook {
  /** By slots had: the most that having at least so many is worth, at the price. */
  still: Float64Array;
  /** By slots had: what having just so many is worth, at the price. */
  just: Float64Array;
  sign: number;
  /** Slots that meet its must; 0 where it has none. */
  must: number;
}

/**
 * The best plan that a beam of `width` labels a slot finds, `known` or better. `doubt`, 0 to 1: how much the hope for lumps to
 * come is mistrusted; plans found with and without doubt differ, and the better of both is good.
 * `isBest`: nothing was let go that could be better.
 */
export function searchPlan(
  grid: PlanGrid,
  prices: Prices,
  width: number,
  known: Found,
  doubt = 0,
): Found & { isBest: boolean } {
  const { slots, tasks } = grid;
  const outlooks = tasks.map((_, i) => outlookOf(grid, i, prices.price[i]!));
  const layers = Array.from({ length: slots + 1 }, (): Layer => ({ labels: [], floors: [] }));
  let cut = false;
  // With musts the labels are shared out among those that have met none, one, two …
  const musts = tasks.reduce((sum, { must }) => sum + (must > 0 ? 1 : 0), 0);
  const room = musts === 0 ? width : Math.max(width, Math.ceil((4 * width) / (musts + 1)));
  const hope = outlooks.reduce((sum, { still, just }) => sum + still[0]! - just[0]!, 0);
  const crowd = 4 * room * (musts + 1);
  const start = {
    bound: prices.bound,
    hope,
    rank: prices.bound,
    run: 0,
    parent: null,
    task: -1,
    slot: 0,
    slots: 0,
    sign: 0,
    met: 0,
  };
  layers[0]!.labels.push({ ...start, had: new Uint16Array(tasks.length) });
  const least = known.value + 1e-9 * Math.abs(known.value);
  const past = pastFree(grid);
  const arcsAt: (Arc[] | undefined)[] = new Array((slots + 1) * prices.runs);
  for (let t = 0; t < slots; t++) {
    const { labels } = layers[t]!;
    cut = thin(layers[t]!, room) || cut;
    for (const label of labels) {
      label.had ??= hadOf(label);
      const at = t * prices.runs + label.run;
      arcsAt[at] ??= listArcs(grid, prices, t, label.run, prices.bound - least);
      for (const arc of arcsAt[at]) {
        if (label.bound - arc.loss <= least) break;
        const layer = layers[arc.next]!;
        const next = follow(label, label.had, arc, t, outlooks, doubt * past[arc.next]!, layer.floors, least);
        if (next === null) continue;
        layer.labels.push(next);
        if (layer.labels.length < crowd) continue;
        thin(layer, room);
        cut = true;
      }
    }
    layers[t] = { labels: [], floors: [] };
  }
  let best = known;
  for (const label of layers[slots]!.labels) {
    label.had ??= hadOf(label);
    let value = label.bound;
    for (let i = 0; i < tasks.length; i++) {
      const had = label.had[i]!;
      value -= outlooks[i]!.still[had]! - outlooks[i]!.just[had]!;
    }
    if (value > best.value) best = { blocks: blocksOf(label), value };
  }
  return { ...best, isBest: !cut };
}

function outlookOf(grid: PlanGrid, index: number, price: number): Outlook {
  const { worthBy, must } = grid.tasks[index]!;
  const still = new Float64Array(worthBy.length);
  const just = worthBy.map((worth, n) => worth - price * n);
  let top = Number.NEGATIVE_INFINITY;
  for (let n = worthBy.length - 1; n >= 0; n--) {
    top = Math.max(top, just[n]!);
    still[n] = top;
  }
  // Sums of slots times signs differ where the slots do, as good as surely: 40 bits of a hash of the index.
  const high = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  const low = (Math.imul(high ^ (high >>> 15), 0x85ebca77) >>> 0) % 256;
  return { still, just, sign: high * 256 + low + 1, must };
}

/**
 * Sorts labels by what they may lead to and keeps the best `width`, one for each (run, tasks so far); where there are musts, so
 * many for each number of musts met, since the bound believes too long that a must may still be met. Whether any was let go.
 */
function thin(layer: Layer, width: number): boolean {
  const { labels, floors } = layer;
  labels.sort((a, b) => b.rank - a.rank);
  const seen = new Map<number, Label[]>();
  const room: number[] = [];
  let kept = 0;
  let cut = false;
  for (const label of labels) {
    const twins = seen.get(label.sign);
    if (twins?.some((twin) => twin.run <= label.run)) continue;
    const left = room[label.met] ?? width;
    if (left === 0) {
      cut = true;
      continue;
    }
    room[label.met] = left - 1;
    if (left === 1) floors[label.met] = label.rank;
    if (twins === undefined) seen.set(label.sign, [label]);
    else twins.push(label);
    labels[kept++] = label;
  }
  labels.length = kept;
  return cut;
}

/** By slot: which part of the free time lies before it. */
function pastFree(grid: PlanGrid): Float64Array {
  const past = new Float64Array(grid.slots + 1);
  for (let t = 0; t < grid.slots; t++) past[t + 1] = past[t]! + (grid.kind[t] === FREE ? 1 : 0);
  const all = Math.max(1, past[grid.slots]!);
  return past.map((slots) => slots / all);
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
  had: Uint16Array,
  arc: Arc,
  t: number,
  outlooks: readonly Outlook[],
  doubt: number,
  floors: readonly number[],
  least: number,
): Label | null {
  const { task, slots, run } = arc;
  let { bound, hope, sign, met } = label;
  bound -= arc.loss;
  if (task >= 0) {
    const { still, sign: own, must } = outlooks[task]!;
    const before = had[task]!;
    if (before + slots >= still.length) return null;
    const { just } = outlooks[task]!;
    bound += still[before + slots]! - still[before]!;
    hope += still[before + slots]! - just[before + slots]! - still[before]! + just[before]!;
    sign += own * slots;
    if (before < must && before + slots >= must) met++;
  }
  const rank = bound - hope * doubt;
  const floor = floors[met];
  if (bound <= least || (floor !== undefined && rank <= floor)) return null;
  return {
    bound,
    hope,
    rank,
    run,
    parent: label,
    task,
    slot: t,
    slots,
    had: null,
    sign,
    met,
  };
}

function hadOf({ parent, task, slots }: Label): Uint16Array {
  const before = parent!.had!;
  if (task < 0) return before;
  const had = before.slice();
  had[task]! += slots;
  return had;
}

function blocksOf(label: Label): GridBlock[] {
  const blocks: GridBlock[] = [];
  for (let at: Label | null = label; at !== null; at = at.parent)
    if (at.task >= 0) blocks.push({ task: at.task, slot: at.slot, slots: at.slots });
  return blocks.reverse();
}
