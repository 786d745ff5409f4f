// What nunc reports of generated years, held against what was planted in them, over many seeds; and the figures compared
// with those of a second program. Lists: planted, found, reported though not planted.
// Run: node bench/year.ts [--seeds 20] [--from 1] [--ranges 1] [--cli]   (ranges 0 leaves the figures out; with --cli the
// built command is asked, on a home on the disk with the page's history in git)

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Ask, askerOf } from "../test/year/ask-year.ts";
import { compareYear, rangesOf } from "../test/year/compare-year.ts";
import { holdYear } from "../test/year/hold-year.ts";
import { makeYear, type Year } from "../test/year/make-year.ts";
import { recompute } from "../test/year/recompute.ts";
import { writeYear } from "../test/year/write-year.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "20" },
    from: { type: "string", default: "1" },
    ranges: { type: "string", default: "1" },
    cli: { type: "boolean", default: false },
  },
});
const first = Number(values.from);
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => first + at);
const sums = new Map<string, { planted: number; found: number; wrong: number }>();
const problems: string[] = [];
let [figures, different, days] = [0, 0, 0];

for (const seed of seeds) {
  const year = makeYear(seed);
  const folder = values.cli ? mkdtempSync(join(tmpdir(), "nunc-year-")) : null;
  const ask = folder === null ? askerOf(year) : commandOn(year, folder);
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
  if (folder !== null) rmSync(folder, { recursive: true });
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

/** The built command, a process for each question. */
function commandOn(year: Year, folder: string): Ask {
  writeYear(year, folder);
  const nunc = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist", "nunc.js");
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    XDG_CACHE_HOME: join(folder, ".cache"),
    NUNC_NOW: year.now,
  };
  return <T>(action: string, input: Record<string, unknown> = {}): T => {
    const options = Object.entries(input).map(([name, value]) => `--${name}=${value}`);
    const args = [nunc, action, ...options, "--json", "--home", folder];
    const printed = execFileSync(process.execPath, args, { env, cwd: folder, maxBuffer: 1 << 28 });
    const answer = JSON.parse(printed.toString("utf8"));
    return ("summary" in answer && "data" in answer ? answer.data : answer) as T;
  };
}
