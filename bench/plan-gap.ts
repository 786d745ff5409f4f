// How good plans are: `node bench/plan-gap.ts [--days 200] [--limit 60] [--only SIZE] [--print]`. Generated days of several sizes are
// planned, and the same problem with the same objective is given to HiGHS as a mixed-integer program, one day after the
// other, each in a process of its own at low priority. Where HiGHS does not finish within `--limit` seconds, the gap is the one to
// its proven bound, which overstates it. Also checked, on every day: HiGHS's solution is worth to our evaluator what
// HiGHS says, keeps every rule, and our plan is a solution of the program of the same worth.

import { spawnSync } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import loadHighs from "highs";
import { planDay, planValue } from "../src/domain/index.ts";
import { type GridBlock, makeGrid, type PlanGrid } from "../src/domain/plan/grid.ts";
import { solveGrid } from "../src/domain/plan/plan-day.ts";
import { makeDay, planFaults } from "../test/plan-days.ts";
import { blocksOf, columnsOf, makeModel, modelData, weigh } from "./plan-model.ts";

const SIZES = [
  { tasks: 5, busy: 1 },
  { tasks: 10, busy: 3 },
  { tasks: 20, busy: 5 },
  { tasks: 30, busy: 8 },
  { tasks: 40, busy: 10 },
  { tasks: 40, busy: 4 },
  { tasks: 40, busy: 0 },
  { tasks: 15, busy: 0 },
];

interface Outcome {
  seed: number;
  planned: number;
  /** Best value that HiGHS found, and its proven bound. */
  found: number;
  bound: number;
  isProven: boolean;
  planMs: number;
  highsS: number;
  columns: number;
  faults: string[];
}

const { values } = parseArgs({
  options: {
    days: { type: "string", default: "200" },
    limit: { type: "string", default: "60" },
    only: { type: "string" },
    solve: { type: "string" },
    print: { type: "boolean", default: false },
  },
});
const limitS = Number(values.limit);
if (values.solve !== undefined) {
  setPriority(10);
  const [size, seed] = values.solve.split(":").map(Number) as [number, number];
  console.log(JSON.stringify(await solveDay(size, seed)));
} else compareAll(Number(values.days));

async function solveDay(size: number, seed: number): Promise<Outcome> {
  const problem = makeDay(seed, SIZES[size]!);
  const grid = makeGrid(problem);
  for (let warm = 1; warm <= 5; warm++) planDay(makeDay(10_000 + warm, SIZES[size]!));
  const start = performance.now();
  const plan = planDay(problem);
  const planMs = performance.now() - start;
  const faults = planFaults(problem, plan);
  const outcome: Outcome = {
    seed,
    planned: plan.value,
    found: plan.value,
    bound: plan.value,
    isProven: true,
    planMs,
    highsS: 0,
    columns: 0,
    faults,
  };
  if (grid.tasks.length === 0) return outcome;
  const model = makeModel(grid);
  const ours = solveGrid(grid).blocks;
  const columns = columnsOf(model, ours);
  // What tasks outside the grid lack is no matter of the search, but of the value.
  const outside = planValue(problem, []) - model.offset;
  if (columns === null) faults.push("our plan is no solution of the program");
  else {
    const { value, broken } = weigh(model, columns);
    if (broken > 1e-6) faults.push(`our plan breaks a row of the program by ${broken}`);
    if (!near(value + outside, plan.value))
      faults.push(`our plan: ${plan.value}, in the program ${value + outside}`);
  }
  const highs = await loadHighs();
  const solver = highs.createModel(modelData(model, highs.constants.objectiveSense.maximize));
  solver.options.set({ output_flag: values.print, time_limit: limitS, mip_rel_gap: 0, mip_abs_gap: 1e-6 });
  const begin = performance.now();
  solver.run();
  outcome.highsS = (performance.now() - begin) / 1000;
  outcome.columns = model.blocks.length + model.arcs.length + model.steps.length;
  outcome.isProven = solver.getModelStatus() === highs.constants.modelStatus.optimal;
  const dual = Number(solver.info.get("mip_dual_bound"));
  outcome.bound = Number.isFinite(dual) ? dual + outside : Number.POSITIVE_INFINITY;
  const primal = solver.getSolution().colValue;
  const exact = solver.getObjectiveValue() + outside;
  if (Number(solver.info.get("primal_solution_status")) !== 2) outcome.found = plan.value;
  else {
    const blocks = blocksOf(model, primal);
    const placed = toBlocks(grid, blocks);
    const value = planValue(problem, placed);
    if (!near(value, exact)) faults.push(`HiGHS says ${exact}, its plan is worth ${value}`);
    faults.push(...planFaults(problem, { ...plan, blocks: placed }).map((fault) => `HiGHS: ${fault}`));
    outcome.found = value;
    if (outcome.isProven && value < plan.value && !near(value, plan.value))
      faults.push("better than the optimum");
  }
  if (outcome.isProven) outcome.bound = outcome.found;
  solver.dispose();
  return outcome;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(a), Math.abs(b));
}

function toBlocks(grid: PlanGrid, blocks: readonly GridBlock[]) {
  return blocks.map(({ task, slot, slots }) => {
    const from = grid.from + slot * grid.slotMin;
    return { task: grid.tasks[task]!.task.id, from, to: from + slots * grid.slotMin, place: [] };
  });
}

/** Part of the optimum that is missing, in percent. */
function gapOf({ planned, bound }: Outcome): number {
  if (bound - planned <= 1e-6 * Math.abs(bound)) return 0;
  return (100 * (bound - planned)) / Math.max(Math.abs(bound), 1e-9);
}

function compareAll(days: number): void {
  const sizes = values.only === undefined ? SIZES.map((_, size) => size) : [Number(values.only)];
  const all: Outcome[] = [];
  const head = [
    "tasks",
    "busy",
    "days",
    "gap median",
    "95th",
    "max",
    "proven",
    "gap of these",
    "95th",
    "plan ms",
    "HiGHS s",
  ];
  console.log(head.join("\t"));
  for (const size of sizes) {
    const outcomes: Outcome[] = [];
    const count = Math.floor(days / sizes.length) + (size < days % sizes.length ? 1 : 0);
    for (let seed = 1; seed <= count; seed++) {
      const args = [fileURLToPath(import.meta.url), "--solve", `${size}:${seed}`, "--limit", String(limitS)];
      const child = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 26 });
      if (child.status !== 0) {
        console.log(`size ${size}, seed ${seed}: ${child.stderr.slice(-300)}`);
        continue;
      }
      const outcome = JSON.parse(child.stdout.trim().split("\n").at(-1)!) as Outcome;
      for (const fault of outcome.faults) console.log(`size ${size}, seed ${seed}: ${fault}`);
      if (values.print)
        console.log(
          `size ${size}, seed ${seed}: ${outcome.planned.toFixed(1)} of ${outcome.found.toFixed(1)}, bound ${outcome.bound.toFixed(1)}, ` +
            `gap ${gapOf(outcome).toFixed(2)} %, HiGHS ${outcome.highsS.toFixed(1)} s, ${outcome.columns} columns, ${outcome.planMs.toFixed(1)} ms`,
        );
      outcomes.push(outcome);
    }
    console.log(row(`${SIZES[size]!.tasks}\t${SIZES[size]!.busy}`, outcomes));
    all.push(...outcomes);
  }
  if (sizes.length > 1) console.log(row("all\t", all));
}

function row(name: string, outcomes: readonly Outcome[]): string {
  const gaps = outcomes.map(gapOf);
  const proven = outcomes.filter((outcome) => outcome.isProven).map(gapOf);
  const percent = (sorted: number[], part: number) => `${quantile(sorted, part).toFixed(2)} %`;
  return [
    name,
    outcomes.length,
    percent(gaps, 0.5),
    percent(gaps, 0.95),
    percent(gaps, 1),
    proven.length,
    percent(proven, 0.5),
    percent(proven, 0.95),
    `${quantile(
      outcomes.map(({ planMs }) => planMs),
      0.5,
    ).toFixed(1)}, ${quantile(
      outcomes.map(({ planMs }) => planMs),
      0.95,
    ).toFixed(1)}`,
    quantile(
      outcomes.map(({ highsS }) => highsS),
      0.5,
    ).toFixed(1),
  ].join("\t");
}

function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))] ?? Number.NaN;
}
