// Days to plan, made from a seed: realistic mixes of busy times, best hours, musts, estimates, pins and earlier plans. And
// what a plan must keep, said once more in plain minutes: the tests and bench/plan-gap.ts use both.

import type {
  DayPlan,
  FixedBlock,
  ItemToPlan,
  PlacedBlock,
  PlanProblem,
  PlanTask,
  Span,
} from "../src/domain/index.ts";

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** An item as `makeTasks` takes it, with nothing said about it but `more`. */
export const itemToPlan = (path: string, more: Partial<ItemToPlan> = {}): ItemToPlan => ({
  path,
  role: "learning",
  priority: null,
  rank: null,
  state: "open",
  nextStep: null,
  estimate: null,
  spentMin: 0,
  todayMin: 0,
  due: null,
  dueWorkDays: null,
  pinned: false,
  hard: null,
  ...more,
});

const DAY = 27_000_000 - (27_000_000 % 1440);

/** A moment of the day that tests plan, by the hour; and a stretch of it. */
export const at = (hour: number): number => DAY + Math.round(hour * 60);
export const hours = (from: number, to: number): Span => ({ from: at(from), to: at(to) });

interface DaySize {
  tasks: number;
  busy: number;
}

/** A day of working hours with `busy` times taken and `tasks` that want the rest. */
export function makeDay(seed: number, { tasks: count, busy }: DaySize): PlanProblem {
  const random = seededRandom(seed * 7919 + count * 31 + busy);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const start = pick([8, 8.5, 9, 9, 9.5]);
  const open = pick<Span[]>([
    [
      { from: at(start), to: at(12) },
      { from: at(13), to: at(18) },
    ],
    [
      { from: at(start), to: at(12.5) },
      { from: at(13.5), to: at(18.5) },
    ],
    [{ from: at(start), to: at(17.5) }],
    [
      { from: at(10), to: at(13) },
      { from: at(14), to: at(19) },
      { from: at(20), to: at(22) },
    ],
  ]);
  const tasks = makeTasksOfDay(random, count);
  const fixed: FixedBlock[] = [];
  for (let tries = 0; fixed.length < busy && tries < 200; tries++) {
    const within = pick(open);
    const min = busy > 6 ? pick([10, 15, 30]) : pick([15, 30, 30, 45, 60, 90]);
    const from = within.from + 5 * Math.floor((random() * (within.to - within.from - min)) / 5);
    const rounded = random() < 0.8 ? from - (from % 15) : from;
    if (rounded < within.from || rounded + min > within.to) continue;
    if (fixed.some((block) => block.from < rounded + min && rounded < block.to)) continue;
    const task = random() < 0.15 ? (tasks[Math.floor(random() * count)]?.id ?? null) : null;
    fixed.push({
      from: rounded,
      to: rounded + min,
      text: `busy ${fixed.length}`,
      task,
      work: task !== null || random() < 0.7,
    });
  }
  fixed.sort((a, b) => a.from - b.from);
  const problem: PlanProblem = {
    open,
    fixed,
    tasks,
    bufferMin: pick([0, 30, 60, 60, 60, 90, 47]),
    best: pick([[{ from: at(9), to: at(12) }], [{ from: at(14), to: at(17) }], []]),
    stretchMin: pick([90, 90, 60, 120]),
    breakMin: pick([15, 15, 10, 30]),
    gridMin: 15,
    previous: [],
  };
  return random() < 0.35 ? { ...problem, previous: makePrevious(random, problem) } : problem;
}

function makeTasksOfDay(random: () => number, count: number): PlanTask[] {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  return Array.from({ length: count }, (_, i) => {
    const level = pick([8, 8, 4, 4, 4, 2, 2, 2, 1, 1]);
    const urgency = random() < 0.15 ? 1 + 2 * random() : 1;
    const worth = Math.round(level * urgency * (1 - 0.3 * random()) * 1000) / 1000;
    const shortestMin = pick([15, 30, 30, 30, 45]);
    const mostMin = Math.max(shortestMin, pick([30, 45, 60, 90, 120, 180, 240, 480]));
    const mustMin = random() < 2 / (count + 8) ? Math.min(mostMin, pick([30, 50, 60, 120])) : 0;
    return {
      id: `task ${i}`,
      worth,
      hard: pick([0, 0, 1, 1, 2, 3]),
      mostMin,
      mustMin,
      ...(random() < 0.1 ? { doneMin: pick([20, 60, 100]) } : {}),
      shortestMin,
      longestMin: pick([60, 90, 120, 120]),
      why: [],
    };
  });
}

/** An earlier plan: blocks one after another, some of them where they cannot stay. */
function makePrevious(random: () => number, { open, tasks }: PlanProblem): PlacedBlock[] {
  const previous: PlacedBlock[] = [];
  for (const span of open) {
    for (let from = span.from; from + 30 <= span.to; ) {
      const task = tasks[Math.floor(random() * tasks.length)]!;
      const to = Math.min(span.to, from + 15 * (2 + Math.floor(random() * 4)));
      if (random() < 0.8) previous.push({ task: task.id, from, to, place: [] });
      from = to + (random() < 0.4 ? 15 : 0);
    }
  }
  return previous;
}

const minOf = (span: Span) => span.to - span.from;
const meet = (a: Span, b: Span) => a.from < b.to && b.from < a.to;

/** What is wrong with a plan, in sentences; none for a plan that keeps every hard rule. */
export function planFaults(
  problem: PlanProblem,
  plan: Pick<DayPlan, "blocks" | "buffer" | "bufferShortMin">,
): string[] {
  const faults: string[] = [];
  const { blocks, buffer } = plan;
  const anchor = problem.gridFrom ?? 0;
  const open = joined(problem.open);
  const inOpen = (span: Span) => open.some((one) => one.from <= span.from && span.to <= one.to);
  for (const [i, block] of blocks.entries()) {
    const name = `${block.task} at ${block.from}`;
    const task = problem.tasks.find((one) => one.id === block.task);
    if (task === undefined) {
      faults.push(`${name}: no such task`);
      continue;
    }
    if ((block.from - anchor) % problem.gridMin !== 0 || minOf(block) % problem.gridMin !== 0)
      faults.push(`${name}: off the grid`);
    if (!inOpen(block)) faults.push(`${name}: outside the open time`);
    if (problem.fixed.some((one) => meet(one, block))) faults.push(`${name}: over a fixed block`);
    if (buffer.some((one) => meet(one, block))) faults.push(`${name}: in the buffer`);
    if (blocks.some((other, j) => j !== i && meet(other, block))) faults.push(`${name}: over another`);
    if (minOf(block) < task.shortestMin) faults.push(`${name}: too short`);
    const longest = Math.max(
      task.longestMin,
      Math.ceil(task.shortestMin / problem.gridMin) * problem.gridMin,
    );
    if (minOf(block) > longest) faults.push(`${name}: too long`);
  }
  for (const task of problem.tasks) {
    const placed = blocks
      .filter((block) => block.task === task.id)
      .reduce((sum, block) => sum + minOf(block), 0);
    if (placed > task.mostMin) faults.push(`${task.id}: ${placed} of at most ${task.mostMin}`);
  }
  faults.push(...bufferFaults(problem, plan, open), ...breakFaults(problem, plan));
  return faults;
}

function bufferFaults(
  problem: PlanProblem,
  { blocks, buffer, bufferShortMin }: Pick<DayPlan, "blocks" | "buffer" | "bufferShortMin">,
  open: readonly Span[],
): string[] {
  const faults: string[] = [];
  const bufferMin = buffer.reduce((sum, span) => sum + minOf(span), 0);
  if (bufferMin + bufferShortMin !== problem.bufferMin) faults.push(`buffer of ${bufferMin}`);
  if (bufferShortMin > 0 && blocks.length > 0) faults.push("blocks though the buffer is short");
  for (const span of buffer) {
    if (!open.some((one) => one.from <= span.from && span.to <= one.to))
      faults.push("buffer outside the open time");
    if (problem.fixed.some((one) => meet(one, span))) faults.push("buffer over a fixed block");
  }
  return faults;
}

/** No work that contains a placed block goes on beyond the stretch without a break; the buffer is no break. */
function breakFaults(problem: PlanProblem, { blocks, buffer }: Pick<DayPlan, "blocks" | "buffer">): string[] {
  if (problem.breakMin <= 0) return [];
  const work = [
    ...blocks.map(({ from, to, task }) => ({ from, to, task })),
    ...problem.fixed.filter((block) => block.work).map(({ from, to }) => ({ from, to, task: null })),
  ].sort((a, b) => a.from - b.from);
  const faults: string[] = [];
  let run: typeof work = [];
  const close = () => {
    const min = joined(run).reduce((sum, span) => sum + minOf(span), 0);
    if (run.length > 1 && run.some((span) => span.task !== null) && min > problem.stretchMin)
      faults.push(`${min} minutes of work from ${run[0]!.from} without a break`);
    run = [];
  };
  let end = Number.NEGATIVE_INFINITY;
  for (const span of work) {
    if (restWithin({ from: end, to: span.from }, buffer) >= problem.breakMin) close();
    run.push(span);
    end = Math.max(end, span.to);
  }
  close();
  return faults;
}

/** The longest piece of a gap that is no buffer. */
function restWithin(gap: Span, buffer: readonly Span[]): number {
  let from = gap.from;
  let longest = 0;
  for (const span of buffer) {
    if (!meet(span, gap)) continue;
    longest = Math.max(longest, span.from - from);
    from = span.to;
  }
  return Math.max(longest, gap.to - from);
}

function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else out.push({ ...span });
  }
  return out;
}
