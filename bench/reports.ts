// How long each report takes in a home of ten years: `node bench/reports.ts` after `npm run build`, with `--only WORDS` for those
// whose command has the words, and `--rounds N`. Whole processes, in turns, so that a slow moment of the machine hits all:
// NUNC_DIST names another build's nunc.js.
//   bare     node -e 0
//   read     node reading and splitting all files of the home from nothing, without us
//   warm     the report with the index of an earlier run
//   cold     the report without an index
// Aims: warm at most 3 times bare, cold at most 5 times read.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addDays } from "../src/base/index.ts";
import { DAYS, FIRST_DAY, TODAY, writeHome } from "./ten-years.ts";

const { values } = parseArgs({ options: { only: { type: "string" }, rounds: { type: "string" } } });
const ROUNDS = Number(values.rounds ?? 9);
const LAST = addDays(TODAY, -1);

const REPORTS = [
  "drift week",
  "drift year",
  `drift ${FIRST_DAY}..${LAST}`,
  "review week",
  "review year",
  "commitments",
  `commitments --from ${FIRST_DAY}`,
  `days ${addDays(TODAY, -30)} ${LAST}`,
  `days ${addDays(TODAY, -365)} ${LAST}`,
  "goals",
  "forecast",
].filter((report) => report.includes(values.only ?? ""));

const nunc = process.env.NUNC_DIST ?? join(import.meta.dirname, "../dist/nunc.js");
const folder = mkdtempSync(join(tmpdir(), "nunc-reports-"));
const home = join(folder, "home");
const env = {
  ...process.env,
  TZ: "Europe/Berlin",
  HOME: folder,
  XDG_CACHE_HOME: join(folder, "cache"),
  XDG_STATE_HOME: join(folder, "state"),
  NUNC_NOW: `${TODAY}T11:00:00Z`,
};
const READ_ALL = `const fs = require("node:fs"), path = require("node:path"), home = ${JSON.stringify(home)}; let lines = 0;
  for (const entry of fs.readdirSync(home, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && !entry.parentPath.includes(".nunc"))
      lines += fs.readFileSync(path.join(entry.parentPath, entry.name), "utf8").split("\\n").length;`;

/** @returns milliseconds of the wall */
function run(args: string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  return performance.now() - start;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}

try {
  const bytes = writeHome(home);
  console.log(`${DAYS} notes, ${(bytes / 1e6).toFixed(1)} MB, ${ROUNDS} rounds, Node ${process.version}`);
  // What was written this very moment is not trusted by the index.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  for (const report of REPORTS) {
    const args = [nunc, ...report.split(" "), "--home", home];
    const times = { bare: [] as number[], read: [] as number[], warm: [] as number[], cold: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      rmSync(join(home, ".nunc"), { recursive: true, force: true });
      times.bare.push(run(["-e", "0"]));
      times.read.push(run(["-e", READ_ALL]));
      times.cold.push(run(args));
      times.warm.push(run(args));
    }
    const over = (some: number[], others: number[]): string =>
      median(some.map((time, at) => time / others[at]!)).toFixed(2);
    console.log(
      `${report}: warm ${median(times.warm).toFixed(0)} ms, ${over(times.warm, times.bare)} times bare (${median(times.bare).toFixed(0)} ms); ` +
        `cold ${median(times.cold).toFixed(0)} ms, ${over(times.cold, times.read)} times read (${median(times.read).toFixed(0)} ms)`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
