// Prices of time, by Lagrangian relaxation: a task pays a price for each slot it wants, the day sells its slots to the highest
// bidders by dynamic programming over (slot, work since the last break), and prices rise where more is wanted than sold.
// Any prices give an upper bound of the objective; the best ones guide the search and tell it what cannot be good.
// Fisher, The Lagrangian relaxation method for solving integer programming problems, Management Science 27 (1981).

import { FREE, type GridBlock, type PlanGrid, WORK } from "./grid.ts";

export interface Prices {
  /** By task, a slot. */
  price: Float64Array;
  /** No plan is worth more (without what tasks outside the grid lack). */
  bound: number;
  /** Most that the day from (slot, run) on can sell for: `ahead[slot * runs + run]`. */
  ahead: Float64Array;
  runs: number;
}

/** A plan and its value (without what tasks outside the grid lack). */
export interface Found {
  blocks: GridBlock[];
  value: number;
}

/** Work without a break after `slots` more of it; breaks of no length need none. */
export function runAfter(grid: PlanGrid, run: number, slots: number): number {
  return grid.rest === 0 ? 0 : Math.min(grid.stretch, run + slots);
}

/** Whether so many slots of work may follow: within the stretch, or right after a break. */
export function mayRun(grid: PlanGrid, run: number, slots: number): boolean {
  return run === 0 || run + slots <= grid.stretch;
}

/** Prices that bring the bound down, over at most `rounds` rounds, and the best plan met on the way. */
export function findPrices(grid: PlanGrid, rounds: number): { prices: Prices; found: Found } {
  const count = grid.tasks.length;
  const market = openMarket(grid);
  const price = firstPrices(grid);
  let prices: Prices | null = null;
  let found: Found = { blocks: [], value: Number.NEGATIVE_INFINITY };
  const step = new Float64Array(count);
  let pace = 0.12;
  let stale = 0;
  for (let round = 0; round < rounds; round++) {
    const told = market.sell(price, grid);
    const plan = keepMost(grid, told.blocks);
    if (plan.value > found.value) found = plan;
    if (prices === null || told.bound < prices.bound - 1e-9 * Math.abs(prices.bound)) {
      prices = { price: price.slice(), bound: told.bound, ahead: market.ahead.slice(), runs: market.runs };
      stale = 0;
    } else if (++stale >= 6) {
      pace *= 0.6;
      stale = 0;
      price.set(prices.price);
    }
    let norm = 0;
    for (let i = 0; i < count; i++) {
      step[i] = told.wanted[i]! - told.sold[i]! + 0.5 * step[i]!;
      norm += step[i]! * step[i]!;
    }
    if (norm < 1e-12) break;
    const scale = (pace * market.scale) / Math.sqrt(norm);
    for (let i = 0; i < count; i++) price[i]! += scale * step[i]!;
  }
  return { prices: prices!, found };
}

/** The bound and the way ahead at given prices; `ahead` lasts until the market's next sale. */
export function tellPrices(grid: PlanGrid, price: Float64Array, market = openMarket(grid)): Prices {
  const { bound } = market.sell(price, grid);
  return { price, bound, ahead: market.ahead, runs: market.runs };
}

/** Blocks in order, without those that would give a task more than it may have. */
function keepMost(grid: PlanGrid, blocks: readonly GridBlock[]): Found {
  const had = new Uint16Array(grid.tasks.length);
  const kept: GridBlock[] = [];
  let value = 0;
  for (const block of blocks) {
    const { most, placeBy, blockCost } = grid.tasks[block.task]!;
    if (had[block.task]! + block.slots > most) continue;
    had[block.task]! += block.slots;
    value += placeBy[block.slot + block.slots]! - placeBy[block.slot]! - blockCost;
    kept.push(block);
  }
  for (let i = 0; i < had.length; i++) value += grid.tasks[i]!.worthBy[had[i]!]!;
  return { blocks: kept, value };
}

/** What a slot of a first block is worth: more than that is never asked for long. */
export function firstPrices(grid: PlanGrid): Float64Array {
  return Float64Array.from(grid.tasks, ({ worthBy, shortest }) => {
    const first = Math.min(shortest, worthBy.length - 1);
    return first > 0 ? (worthBy[first]! - worthBy[0]!) / first : 0;
  });
}

/** Sells the slots of this day, or of the same with fixed blocks; its arrays are used again by the next sale. */
export function openMarket({ slots, tasks, rest, stretch, slotMin }: PlanGrid) {
  const runs = rest === 0 ? 1 : stretch + 1;
  const longest = tasks.reduce((most, task) => Math.max(most, task.longest), 0);
  const width = longest + 1;
  const ahead = new Float64Array((slots + 1) * runs);
  const take = new Int16Array((slots + 1) * runs);
  const bid = new Float64Array(slots * width);
  const bidder = new Int16Array(slots * width);
  const sold = new Float64Array(tasks.length);
  const wanted = new Float64Array(tasks.length);
  let scale = 0;
  for (const { task } of tasks) scale = Math.max(scale, task.worth * slotMin);

  const askBids = (price: Float64Array, { tasks, freeRun }: PlanGrid) => {
    bid.fill(Number.NEGATIVE_INFINITY);
    for (let i = 0; i < tasks.length; i++) {
      const { placeBy, shortest, longest, blockCost } = tasks[i]!;
      const each = price[i]!;
      for (let t = 0; t < slots; t++) {
        const end = Math.min(longest, freeRun[t]!);
        if (end < shortest) continue;
        const base = -placeBy[t]! - blockCost;
        for (let length = shortest; length <= end; length++) {
          const offer = each * length + placeBy[t + length]! + base;
          const at = t * width + length;
          if (offer <= bid[at]!) continue;
          bid[at] = offer;
          bidder[at] = i;
        }
      }
    }
  };

  /** 0: a slot passes; -1: a break; -2: work that stands; else the length of a block. */
  const fillAhead = ({ kind, freeRun, breakAt, chainAt }: PlanGrid) => {
    for (let run = 0; run < runs; run++) ahead[slots * runs + run] = 0;
    for (let t = slots - 1; t >= 0; t--) {
      const chain = chainAt[t]!;
      const pause = breakAt[t]! > 0 ? ahead[(t + rest) * runs]! : Number.NEGATIVE_INFINITY;
      const free = kind[t] === FREE ? Math.min(longest, freeRun[t]!) : 0;
      for (let run = 0; run < runs; run++) {
        const at = t * runs + run;
        if (chain > 0) {
          const after = rest === 0 ? 0 : Math.min(stretch, run + chain);
          const may = run === 0 || run + chain <= stretch;
          ahead[at] = may ? ahead[Math.min(slots, t + chain) * runs + after]! : Number.NEGATIVE_INFINITY;
          take[at] = -2;
          continue;
        }
        let top = kind[t] === WORK ? Number.NEGATIVE_INFINITY : ahead[(t + 1) * runs + run]!;
        let what = 0;
        if (run > 0 && pause > top) {
          top = pause;
          what = -1;
        }
        const end = run === 0 ? free : Math.min(free, stretch - run);
        for (let length = 1; length <= end; length++) {
          const after = rest === 0 ? 0 : Math.min(stretch, run + length);
          const value = bid[t * width + length]! + ahead[(t + length) * runs + after]!;
          if (value <= top) continue;
          top = value;
          what = length;
        }
        ahead[at] = top;
        take[at] = what;
      }
    }
  };

  const sell = (price: Float64Array, grid: PlanGrid) => {
    const { tasks, chainAt } = grid;
    askBids(price, grid);
    fillAhead(grid);
    sold.fill(0);
    const blocks: GridBlock[] = [];
    for (let t = 0, run = 0; t < slots; ) {
      const what = take[t * runs + run]!;
      if (what > 0) {
        const task = bidder[t * width + what]!;
        blocks.push({ task, slot: t, slots: what });
        sold[task]! += what;
        run = runAfter(grid, run, what);
        t += what;
      } else if (what === -1) {
        run = 0;
        t += rest;
      } else if (what === -2) {
        run = runAfter(grid, run, chainAt[t]!);
        t += chainAt[t]!;
      } else t += 1;
    }
    let bound = ahead[0]!;
    for (let i = 0; i < tasks.length; i++) {
      const { worthBy } = tasks[i]!;
      let top = worthBy[0]!;
      wanted[i] = 0;
      for (let n = 1; n < worthBy.length; n++) {
        const value = worthBy[n]! - price[i]! * n;
        if (value <= top) continue;
        top = value;
        wanted[i] = n;
      }
      bound += top;
    }
    return { bound, blocks, sold, wanted };
  };
  return { sell, ahead, runs, scale };
}
