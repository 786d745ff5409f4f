// How long a plan takes: `node bench/plan-time.ts [--days 30]`. For each size the same generated days are planned in a process that
// has planned others before (warm), and each as the first plan of a process of its own (cold). Told is the CPU time of the
// thread that plans, so that other work on the machine counts for little; compilers and collectors on other threads do not count.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { planDay } from "../src/domain/index.ts";
import { makeDay } from "../test/plan-days.ts";

const SIZES = [
  { tasks: 10, busy: 3 },
  { tasks: 40, busy: 10 },
  { tasks: 40, busy: 0 },
];
const WARM_UP = 30;

const { values } = parseArgs({
  options: { days: { type: "string", default: "30" }, first: { type: "string" } },
});
if (values.first !== undefined) {
  const [size, seed] = values.first.split(":").map(Number) as [number, number];
  console.log(timePlan(size, seed));
} else {
  const seeds = Array.from({ length: Number(values.days) }, (_, i) => i + 1);
  console.log(["tasks", "busy", "", "median ms", "95th", "max"].join("\t"));
  for (const [size, { tasks, busy }] of SIZES.entries()) {
    const cold = seeds.map((seed) => {
      const args = [fileURLToPath(import.meta.url), "--first", `${size}:${seed}`];
      return Number(spawnSync(process.execPath, args, { encoding: "utf8" }).stdout);
    });
    for (let seed = 1; seed <= WARM_UP; seed++) planDay(makeDay(10_000 + seed, SIZES[size]!));
    const warm = seeds.map((seed) => timePlan(size, seed));
    for (const [name, times] of [
      ["cold", cold],
      ["warm", warm],
    ] as const)
      console.log([tasks, busy, name, ...[0.5, 0.95, 1].map((part) => quantile(times, part))].join("\t"));
  }
}

function timePlan(size: number, seed: number): number {
  const problem = makeDay(seed, SIZES[size]!);
  const before = process.threadCpuUsage();
  planDay(problem);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function quantile(numbers: readonly number[], part: number): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)]!.toFixed(1);
}
