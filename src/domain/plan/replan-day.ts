// replanDay: a day that has begun and was disturbed. What was planned keeps its order and, where it can, its place; what
// cannot shifts to the right, around what is fixed and into what an interruption freed of the buffer; what then finds no
// room is shortened or falls out, the least worth first. Nothing new comes in: that is for planDay.

import type { EpochMin } from "../../base/index.ts";
import type { Span } from "../day/day.ts";
import { FREE, type GridBlock, makeGrid, type PlanGrid, REST, WORK } from "./grid.ts";
import { lackingMusts } from "./plan-day.ts";
import { mayRun, runAfter } from "./prices.ts";
import type { PlacedBlock, PlanProblem, Replan } from "./problem.ts";
import { planValue } from "./value.ts";

/** Moving a block at all costs so many of its minutes, and each minute later so much: never enough to drop one instead. */
const MOVE_MIN = 2;
const LATER_WORTH = 0.02;

/** A block of the previous plan that is still to come. */
interface Wanted {
  block: PlacedBlock;
  task: number;
  /** Where it was, on the grid; how long it should be, and may be at least. */
  slot: number;
  slots: number;
  least: number;
  /** Slots of the same task planned before it. */
  had: number;
}

type Answer = GridBlock | null;

/** The rest of the day after a change. `problem.open` begins at `now`; `problem.bufferMin` is what interruptions left of it. */
export function replanDay(problem: PlanProblem, now: EpochMin): Replan {
  const grid = makeGrid(problem);
  const coming = problem.previous.filter((block) => block.to > now);
  const placed = stands(problem, grid, coming, now)
    ? coming.map(asItWas)
    : placeAnew(problem, grid, coming, now);
  const blocks = placed.filter((block) => block !== null).sort((a, b) => a.from - b.from);
  const replan: Replan = {
    blocks,
    buffer: grid.buffer,
    bufferShortMin: grid.bufferShortMin,
    unplaced: lackingMusts(problem, blocks),
    value: planValue(problem, blocks),
    kept: [],
    moved: [],
    dropped: [],
    now,
  };
  for (const [i, from] of coming.entries()) {
    const to = placed[i]!;
    if (to === null) replan.dropped.push(from);
    else if (to.to === from.to && (to.from === from.from || from.from < now)) replan.kept.push(to);
    else replan.moved.push({ from, to });
  }
  return replan;
}

function asItWas(block: PlacedBlock): PlacedBlock {
  return { ...block, place: [{ code: "kept-place" }] };
}

/** Whether all that was planned can stay to the minute, also what was placed by hand against the grid or without breaks. */
function stands(
  problem: PlanProblem,
  grid: PlanGrid,
  coming: readonly PlacedBlock[],
  now: EpochMin,
): boolean {
  const ids = new Set(grid.tasks.map(({ task }) => task.id));
  return coming.every(
    (block, i) =>
      block.from >= now &&
      ids.has(block.task) &&
      isOpen(problem, block) &&
      !isTaken(problem, grid, block) &&
      !coming.some((other, j) => j !== i && meets(other, block)),
  );
}

function placeAnew(
  problem: PlanProblem,
  grid: PlanGrid,
  coming: readonly PlacedBlock[],
  now: EpochMin,
): (PlacedBlock | null)[] {
  const wanted = coming.map((block) => wantBlock(grid, block, now));
  const had = new Map<number, number>();
  for (const want of wanted) {
    if (want === null) continue;
    want.had = had.get(want.task) ?? 0;
    had.set(want.task, want.had + want.slots);
  }
  const standing = wanted.filter((want) => want !== null);
  const answers = new Map(keepOrder(grid, standing).map((answer, i) => [standing[i]!, answer]));
  fillHoles(grid, answers);
  return wanted.map((want) => {
    const answer = want === null ? null : answers.get(want)!;
    return want === null || answer === null ? null : blockOf(problem, grid, want, answer, now);
  });
}

function wantBlock(grid: PlanGrid, block: PlacedBlock, now: EpochMin): Wanted | null {
  const task = grid.tasks.findIndex((one) => one.task.id === block.task);
  if (task < 0) return null;
  const onGrid = (at: EpochMin) => Math.round((at - grid.from) / grid.slotMin);
  const slot = Math.max(0, onGrid(Math.max(block.from, now)));
  const slots = Math.max(1, onGrid(block.to) - slot);
  return { block, task, slot, slots, least: Math.min(slots, grid.tasks[task]!.shortest), had: 0 };
}

/** What of a block is worth having: the minutes that it adds, less the move. */
function gainOf(grid: PlanGrid, want: Wanted, slot: number, slots: number): number {
  const { worthBy, task, most } = grid.tasks[want.task]!;
  const before = Math.min(most, want.had);
  if (before + slots > most) return Number.NEGATIVE_INFINITY;
  const moved = slot === want.slot ? 0 : MOVE_MIN + LATER_WORTH * Math.abs(slot - want.slot) * grid.slotMin;
  return worthBy[before + slots]! - worthBy[before]! - moved * task.worth;
}

/** The best choice of places at or after the old ones, in the old order: dynamic programming over (block, slot, run). */
function keepOrder(grid: PlanGrid, wanted: readonly Wanted[]): Answer[] {
  const runs = grid.rest === 0 ? 1 : grid.stretch + 1;
  const size = (grid.slots + 1) * runs;
  const worth = new Float64Array((wanted.length + 1) * size);
  /** 0: the block falls out; -1: a slot passes; -2: a break; -3: work that stands; else its length here. */
  const take = new Int16Array((wanted.length + 1) * size);
  markWays(grid, worth.subarray(wanted.length * size), runs);
  for (let j = wanted.length - 1; j >= 0; j--) {
    const want = wanted[j]!;
    for (let t = grid.slots - 1; t >= 0; t--) {
      for (let run = 0; run < runs; run++) {
        const at = j * size + t * runs + run;
        let top = worth[at + size]!;
        let what = 0;
        const weigh = (value: number, choice: number) => {
          if (value <= top) return;
          top = value;
          what = choice;
        };
        for (let slots = want.slots; slots >= want.least && t >= want.slot; slots--) {
          if (grid.kind[t] !== FREE || grid.freeRun[t]! < slots || !mayRun(grid, run, slots)) continue;
          const next = (j + 1) * size + (t + slots) * runs + runAfter(grid, run, slots);
          weigh(gainOf(grid, want, t, slots) + worth[next]!, slots);
        }
        const { next, isBreak } = passTime(grid, t, run);
        if (next !== null)
          weigh(worth[j * size + next.slot * runs + next.run]!, grid.chainAt[t]! > 0 ? -3 : -1);
        if (isBreak) weigh(worth[j * size + (t + grid.rest) * runs]!, -2);
        worth[at] = top;
        take[at] = what;
      }
    }
  }
  return readChoices(grid, wanted, take, runs);
}

/** Behind the last block the day must still go on: work that stands may not follow without the break that is due. */
function markWays(grid: PlanGrid, worth: Float64Array, runs: number): void {
  for (let t = grid.slots - 1; t >= 0; t--) {
    for (let run = 0; run < runs; run++) {
      const { next, isBreak } = passTime(grid, t, run);
      const on = next === null ? Number.NEGATIVE_INFINITY : worth[next.slot * runs + next.run]!;
      worth[t * runs + run] = isBreak ? Math.max(on, worth[(t + grid.rest) * runs]!) : on;
    }
  }
}

function passTime(grid: PlanGrid, t: number, run: number) {
  const chain = grid.chainAt[t]!;
  if (chain > 0) {
    const next = { slot: Math.min(grid.slots, t + chain), run: runAfter(grid, run, chain) };
    return { next: mayRun(grid, run, chain) ? next : null, isBreak: false };
  }
  const next = grid.kind[t] === WORK ? null : { slot: t + 1, run };
  return { next, isBreak: run > 0 && grid.breakAt[t]! > 0 };
}

function readChoices(grid: PlanGrid, wanted: readonly Wanted[], take: Int16Array, runs: number): Answer[] {
  const size = (grid.slots + 1) * runs;
  const answers: Answer[] = [];
  for (let t = 0, run = 0; answers.length < wanted.length; ) {
    const what = t < grid.slots ? take[answers.length * size + t * runs + run]! : 0;
    if (what === 0) answers.push(null);
    else if (what > 0) {
      answers.push({ task: wanted[answers.length]!.task, slot: t, slots: what });
      run = runAfter(grid, run, what);
      t += what;
    } else if (what === -2) {
      run = 0;
      t += grid.rest;
    } else {
      const { next } = passTime(grid, t, run);
      t = next!.slot;
      run = next!.run;
    }
  }
  return answers;
}

/** What fell out tries every hole that is left, before its old time too, the most worth first. */
function fillHoles(grid: PlanGrid, answers: Map<Wanted, Answer>): void {
  const out = [...answers].filter(([, answer]) => answer === null).map(([want]) => want);
  const worthOf = ({ task, slots }: Wanted) => grid.tasks[task]!.task.worth * slots;
  for (const want of out.sort((a, b) => worthOf(b) - worthOf(a))) {
    const answer = findHole(
      grid,
      want,
      [...answers.values()].filter((one) => one !== null),
    );
    if (answer !== null) answers.set(want, answer);
  }
}

function findHole(grid: PlanGrid, want: Wanted, others: readonly GridBlock[]): Answer {
  const had = others.reduce((sum, one) => sum + (one.task === want.task ? one.slots : 0), 0);
  const most = Math.min(want.slots, grid.tasks[want.task]!.most - had);
  for (let slots = most; slots >= want.least; slots--) {
    for (let slot = 0; slot + slots <= grid.slots; slot++) {
      if (grid.freeRun[slot]! < slots) continue;
      const answer = { task: want.task, slot, slots };
      if (isSound(grid, [...others, answer])) return answer;
    }
  }
  return null;
}

/** Whether blocks lie apart in free slots and keep the breaks. */
export function isSound(grid: PlanGrid, blocks: readonly GridBlock[]): boolean {
  const starts = new Map(blocks.map((block) => [block.slot, block.slots]));
  if (starts.size < blocks.length) return false;
  let quiet = 0;
  for (let t = 0, run = 0; t < grid.slots; ) {
    const slots = starts.get(t);
    const length = slots ?? grid.chainAt[t]!;
    if (length > 0) {
      if (!mayRun(grid, run, length)) return false;
      if (slots !== undefined && grid.freeRun[t]! < slots) return false;
      for (let inner = t + 1; inner < t + length; inner++) if (starts.has(inner)) return false;
      run = runAfter(grid, run, length);
      t += length;
      quiet = 0;
      continue;
    }
    quiet = grid.kind[t] === FREE || grid.kind[t] === REST ? quiet + 1 : 0;
    if (quiet >= grid.rest) run = 0;
    t += 1;
  }
  return true;
}

function blockOf(
  problem: PlanProblem,
  grid: PlanGrid,
  want: Wanted,
  answer: GridBlock,
  now: EpochMin,
): PlacedBlock {
  const from = grid.from + answer.slot * grid.slotMin;
  const to = from + answer.slots * grid.slotMin;
  const { block } = want;
  if (answer.slot === want.slot && answer.slots === want.slots) {
    const exact = { task: block.task, from: Math.max(block.from, now), to: block.to };
    const inPlace = { ...exact, place: [{ code: "kept-place" as const }] };
    if (isOpen(problem, exact) && !isTaken(problem, grid, exact)) return inPlace;
  }
  const byMin = from - Math.max(block.from, now);
  return {
    task: block.task,
    from,
    to,
    place: [byMin === 0 ? { code: "kept-place" } : { code: "shifted", byMin }],
  };
}

const meets = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

function isOpen(problem: PlanProblem, span: Span): boolean {
  return problem.open.some((one) => one.from <= span.from && span.to <= one.to);
}

function isTaken(problem: PlanProblem, grid: PlanGrid, span: Span): boolean {
  return [...problem.fixed, ...grid.buffer].some((one) => meets(one, span));
}
