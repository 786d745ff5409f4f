// Making a plan better by taking a few of its blocks out and filling the time anew, in the best way that a narrow beam finds,
// while the others stand. Ends when no such step helps, or after so many tries.

import { fixBlocks, type GridBlock, type PlanGrid } from "./grid.ts";
import { type Found, firstPrices, openMarket, tellPrices } from "./prices.ts";
import { type Desk, searchPlan } from "./search.ts";

const WIDTH = 6;

/** `found` or a better plan; `price` guides, as in the search. */
export function improvePlan(grid: PlanGrid, price: Float64Array, found: Found, tries: number): Found {
  let best = found;
  let left = tries;
  const tools = { market: openMarket(grid), desk: { beam: null } };
  for (let isBetter = true; isBetter && left > 0; ) {
    isBetter = false;
    for (const out of chooseOut(best.blocks.length)) {
      if (left-- <= 0) break;
      const next = refill(grid, price, best, out, tools);
      if (next === null) continue;
      best = next;
      isBetter = true;
      break;
    }
  }
  return best;
}

/** Neighbours first, then three in a row, then any two. */
function chooseOut(count: number): number[][] {
  const choices: number[][] = [];
  for (let i = 0; i + 1 < count; i++) choices.push([i, i + 1]);
  for (let i = 0; i + 2 < count; i++) choices.push([i, i + 1, i + 2]);
  for (let apart = 2; apart < count; apart++)
    for (let i = 0; i + apart < count; i++) choices.push([i, i + apart]);
  return count === 1 ? [[0]] : choices;
}

function refill(
  grid: PlanGrid,
  price: Float64Array,
  plan: Found,
  out: readonly number[],
  { market, desk }: { market: ReturnType<typeof openMarket>; desk: Desk },
): Found | null {
  const standing = plan.blocks.filter((_, i) => !out.includes(i));
  const rest = fixBlocks(grid, standing);
  let standingWorth = 0;
  for (const { task, slot, slots } of standing) {
    const { placeBy, blockCost } = grid.tasks[task]!;
    standingWorth += placeBy[slot + slots]! - placeBy[slot]! - blockCost;
  }
  const first = firstPrices(rest);
  const guide = price.map((each, i) => (rest.tasks[i]!.must > 0 ? Math.max(each, first[i]!) : each));
  const known = { blocks: [], value: plan.value - standingWorth + 1e-7 * Math.abs(plan.value) };
  const filled = searchPlan(rest, tellPrices(rest, guide, market), WIDTH, known, 0, desk);
  if (filled.value <= known.value) return null;
  const blocks = [...standing, ...filled.blocks].sort((a, b): number => a.slot - b.slot);
  return { blocks: blocks satisfies GridBlock[], value: filled.value + standingWorth };
}
