// What nunc reports of generated years, held against what was planted in them, over many seeds; and the figures compared
// with those of a second program. Lists: planted, found, reported though not planted.
// Run: node bench/year.ts [--seeds 20] [--from 1] [--ranges 1] (ranges 0 leaves the figures out)

import { parseArgs } from "node:util";
import { askerOf } from "../test/year/ask-year.ts";
import { compareYear, rangesOf } from "../test/year/compare-year.ts";
import { holdYear } from "../test/year/hold-year.ts";
import { makeYear } from "../test/year/make-year.ts";
import { recompute } from "../test/year/recompute.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "20" },
    from: { type: "string", default: "1" },
    ranges: { type: "string", default: "1" },
  },
});
const first = Number(values.from);
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => first + at);
const sums = new Map<string, { planted: number; found: number; wrong: number }>();
const problems: string[] = [];
let [figures, different, days] = [0, 0, 0];

for (const seed of seeds) {
  const year = makeYear(seed);
  const ask = askerOf(year);
  days += Object.keys(year.files).filter((name) => name.startsWith("days/")).length;
  for (const [name, { planted, found, missed, wrong }] of Object.entries(holdYear(year, ask))) {
    const sum = sums.get(name) ?? { planted: 0, found: 0, wrong: 0 };
    sums.set(name, {
      planted: sum.planted + planted,
      found: sum.found + found,
      wrong: sum.wrong + wrong.length,
    });
    problems.push(...missed.map((one) => `seed ${seed}, ${name}: missed ${one}`));
    problems.push(...wrong.map((one) => `seed ${seed}, ${name}: not planted ${one}`));
  }
  const count = Number(values.ranges);
  if (count > 0) {
    const own = recompute(year, `${year.year - 1}-12-20`, year.now.slice(0, 10));
    const compared = compareYear(year, ask, own, rangesOf(year.year, String(seed), count));
    figures += compared.figures;
    different += compared.differences.length;
    problems.push(...compared.differences.map((one) => `seed ${seed}, ${one}`));
    own.db.close();
  }
}

const width = Math.max(...[...sums.keys()].map((name) => name.length));
console.log(`${seeds.length} years (seeds ${first} to ${seeds.at(-1)}), ${days} noted days`);
console.log(`${"".padEnd(width)}  planted  found  not planted`);
const total = { planted: 0, found: 0, wrong: 0 };
for (const [name, sum] of sums) {
  printRow(name, sum);
  for (const key of ["planted", "found", "wrong"] as const) total[key] += sum[key];
}
printRow("in all", total);
if (figures > 0) console.log(`\n${figures} figures computed a second time, ${different} different`);
for (const problem of problems.slice(0, 40)) console.log(problem);
if (problems.length > 40) console.log(`and ${problems.length - 40} more`);
process.exitCode = problems.length > 0 ? 1 : 0;

function printRow(name: string, { planted, found, wrong }: typeof total): void {
  const cells = [planted, found, wrong].map((value, at) => String(value).padStart([7, 5, 11][at]!));
  console.log(`${name.padEnd(width)}  ${cells.join("  ")}`);
}
