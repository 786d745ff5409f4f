// The search: a beam that goes through the day slot by slot. A label is a plan up to a slot; what it can still become is
// bounded by the prices, so labels of one slot are compared by the best plan they may lead to, and those that cannot beat
// the best plan known are let go. Of two labels with the same tasks so far the better stays.

import { type Beam, clearBeam, keepLabel } from "./beam.ts";
import { FREE, type GridBlock, type PlanGrid, WORK } from "./grid.ts";
import { type Found, mayRun, type Prices, runAfter } from "./prices.ts";

/** Ways on from one (slot, run) that are looked at: the cheapest. */
const MOST_WAYS = 40;
/** With musts the labels are shared out among those that have met none, one, two …; so many times the width there are then. */
const MUST_WIDTHS = 4;

/** The ways on from each (slot, run), the least loss first: from `from[slot * runs + run]` on, as far as `to`. */
interface Ways {
  from: Int32Array;
  to: Int32Array;
  /** What taking it costs against the best that could be done here, at these prices. */
  loss: number[];
  /** The block; -1 where time passes. */
  task: number[];
  slots: number[];
  next: number[];
  run: number[];
  isCut: boolean;
}

/** What the search needs to know of a task at a price. */
interface Outlook {
  /** By slots had: the most that having at least so many is worth, at the price. */
  still: number[];
  /** By slots had: what having just so many is worth, at the price. */
  just: number[];
  sign: number;
  /** Slots that meet its must; 0 where it has none. */
  must: number;
}

/** What one search after another may use again. */
export interface Desk {
  beam: Beam | null;
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
  desk: Desk = { beam: null },
): Found & { isBest: boolean } {
  const { slots, tasks } = grid;
  const outlooks = tasks.map((_, i) => outlookOf(grid, i, prices.price[i]!));
  const musts = tasks.reduce((sum, { must }) => sum + (must > 0 ? 1 : 0), 0);
  const room = musts === 0 ? width : Math.max(width, Math.ceil((MUST_WIDTHS * width) / (musts + 1)));
  const beam = clearBeam(desk.beam, slots, musts + 1, room);
  desk.beam = beam;
  let hopeAtStart = 0;
  for (const { still, just } of outlooks) hopeAtStart += still[0]! - just[0]!;
  const first = keepLabel(beam, 0, { rank: prices.bound, sign: 0, run: 0, met: 0 });
  beam.bound[first] = prices.bound;
  beam.hope[first] = hopeAtStart;
  beam.last[first] = -1;

  const least = known.value + 1e-9 * Math.abs(known.value);
  const past = pastFree(grid);
  const ways = noWays(grid, prices);
  const had = new Uint16Array(tasks.length);
  const next = { rank: 0, sign: 0, run: 0, met: 0 };
  for (let t = 0; t < slots; t++) {
    for (let k = 0; k < beam.count[t]!; k++) {
      const label = beam.kept[t * beam.most + k]!;
      const state = t * prices.runs + beam.run[label]!;
      if (ways.from[state]! < 0) findWays(ways, grid, prices, t, beam.run[label]!, prices.bound - least);
      sumHad(beam, label, had);
      for (let way = ways.from[state]!; way < ways.to[state]!; way++) {
        let bound = beam.bound[label]! - ways.loss[way]!;
        if (bound <= least) break;
        const task = ways.task[way]!;
        const length = ways.slots[way]!;
        const to = ways.next[way]!;
        let hope = beam.hope[label]!;
        next.sign = beam.sign[label]!;
        next.met = beam.met[label]!;
        next.run = ways.run[way]!;
        if (task >= 0) {
          const { still, just, sign, must } = outlooks[task]!;
          const before = had[task]!;
          const after = before + length;
          if (after >= still.length) continue;
          const less = still[after]! - still[before]!;
          bound += less;
          if (bound <= least) continue;
          hope += less - just[after]! + just[before]!;
          next.sign += sign * length;
          if (before < must && after >= must) next.met++;
        }
        next.rank = bound - hope * doubt * past[to]!;
        const own = keepLabel(beam, to, next);
        if (own < 0) continue;
        beam.bound[own] = bound;
        beam.hope[own] = hope;
        beam.last[own] = task < 0 ? beam.last[label]! : own;
        beam.before[own] = beam.last[label]!;
        beam.task[own] = task;
        beam.slot[own] = t;
        beam.slots[own] = length;
      }
    }
  }
  let best = known;
  for (let k = 0; k < beam.count[slots]!; k++) {
    const label = beam.kept[slots * beam.most + k]!;
    sumHad(beam, label, had);
    let value = beam.bound[label]!;
    for (let i = 0; i < tasks.length; i++)
      value -= outlooks[i]!.still[had[i]!]! - outlooks[i]!.just[had[i]!]!;
    if (value > best.value) best = { blocks: blocksOf(beam, label), value };
  }
  return { ...best, isBest: !beam.isCut && !ways.isCut };
}

function outlookOf(grid: PlanGrid, index: number, price: number): Outlook {
  const { worthBy, must } = grid.tasks[index]!;
  const just: number[] = [];
  for (let n = 0; n < worthBy.length; n++) just.push(worthBy[n]! - price * n);
  const still = just.slice();
  for (let n = still.length - 2; n >= 0; n--) still[n] = Math.max(still[n]!, still[n + 1]!);
  // Sums of slots times signs differ where the slots do, as good as surely: 40 bits of a hash of the index.
  const high = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  const low = (Math.imul(high ^ (high >>> 15), 0x85ebca77) >>> 0) % 256;
  return { still, just, sign: high * 256 + low + 1, must };
}

/** By slot: which part of the free time lies before it. */
function pastFree(grid: PlanGrid): Float64Array {
  const past = new Float64Array(grid.slots + 1);
  for (let t = 0; t < grid.slots; t++) past[t + 1] = past[t]! + (grid.kind[t] === FREE ? 1 : 0);
  const all = Math.max(1, past[grid.slots]!);
  for (let t = 0; t <= grid.slots; t++) past[t]! /= all;
  return past;
}

function noWays(grid: PlanGrid, { runs }: Prices): Ways {
  const from = new Int32Array(grid.slots * runs).fill(-1);
  const to = new Int32Array(grid.slots * runs);
  return { from, to, loss: [], task: [], slots: [], next: [], run: [], isCut: false };
}

/** What may follow at a slot, as far as its loss is below `within`. */
function findWays(ways: Ways, grid: PlanGrid, prices: Prices, t: number, run: number, within: number): void {
  const { ahead, runs, price } = prices;
  const { rest, stretch } = grid;
  const first = ways.loss.length;
  const state = t * runs + run;
  const here = ahead[state]!;
  ways.from[state] = first;
  const chain = grid.chainAt[t]!;
  if (chain > 0) {
    if (mayRun(grid, run, chain)) {
      const after = runAfter(grid, run, chain);
      const next = Math.min(grid.slots, t + chain);
      addWay(ways, first, within, here - ahead[next * runs + after]!, -1, 0, next, after);
    }
    ways.to[state] = ways.loss.length;
    return;
  }
  if (grid.kind[t] !== WORK)
    addWay(ways, first, within, here - ahead[(t + 1) * runs + run]!, -1, 0, t + 1, run);
  if (run > 0 && grid.breakAt[t]! > 0)
    addWay(ways, first, within, here - ahead[(t + rest) * runs]!, -1, 0, t + rest, 0);
  if (grid.kind[t] === FREE) {
    const free = run === 0 ? grid.freeRun[t]! : Math.min(grid.freeRun[t]!, stretch - run);
    for (let i = 0; i < grid.tasks.length; i++) {
      const { shortest, longest, placeBy, blockCost } = grid.tasks[i]!;
      const end = Math.min(longest, free);
      const base = here + placeBy[t]! + blockCost;
      for (let length = shortest; length <= end; length++) {
        const after = rest === 0 ? 0 : Math.min(stretch, run + length);
        const next = t + length;
        const loss = base - price[i]! * length - placeBy[next]! - ahead[next * runs + after]!;
        if (loss < within) addWay(ways, first, within, loss, i, length, next, after);
      }
    }
  }
  ways.to[state] = ways.loss.length;
}

/** Puts a way in its order among those from `first` on; of too many the dearest is let go. */
function addWay(
  ways: Ways,
  first: number,
  within: number,
  loss: number,
  task: number,
  slots: number,
  next: number,
  run: number,
): void {
  if (!(loss < within)) return;
  let at = ways.loss.length;
  if (at - first === MOST_WAYS) {
    ways.isCut = true;
    if (loss >= ways.loss[--at]!) return;
  }
  for (; at > first && ways.loss[at - 1]! > loss; at--) {
    ways.loss[at] = ways.loss[at - 1]!;
    ways.task[at] = ways.task[at - 1]!;
    ways.slots[at] = ways.slots[at - 1]!;
    ways.next[at] = ways.next[at - 1]!;
    ways.run[at] = ways.run[at - 1]!;
  }
  ways.loss[at] = Math.max(0, loss);
  ways.task[at] = task;
  ways.slots[at] = slots;
  ways.next[at] = next;
  ways.run[at] = run;
}

/** Slots by task. */
function sumHad({ last, before, task, slots }: Beam, label: number, had: Uint16Array): void {
  had.fill(0);
  for (let at = last[label]!; at >= 0; at = before[at]!) had[task[at]!]! += slots[at]!;
}

function blocksOf(beam: Beam, label: number): GridBlock[] {
  const blocks: GridBlock[] = [];
  for (let at = beam.last[label]!; at >= 0; at = beam.before[at]!)
    blocks.push({ task: beam.task[at]!, slot: beam.slot[at]!, slots: beam.slots[at]! });
  return blocks.reverse();
}
