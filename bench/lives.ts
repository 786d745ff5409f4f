// Measures lives: matching against labels, by half and kind; and time and memory of `nunc lives` over the 82 revisions of one
// real page, cold and warm, beside `git log -p --follow` of the same path.
// Run: NUNC_CORPORA=... node bench/lives.ts [runs]   (after npm run build)

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readLives } from "../src/domain/index.ts";
import { type LifeTally, ratesOf, readLabels, revisionsOf, scoreLives } from "../test/score-lives.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const corpora = process.env.NUNC_CORPORA;
const runs = Number(process.argv[2] ?? 7);
if (corpora === undefined) {
  console.error("NUNC_CORPORA must name the folder of the corpora.");
  process.exit(2);
}
measureMatching(corpora);
measureTime(corpora);

function measureMatching(folder: string): void {
  const tallies = new Map<string, LifeTally[]>();
  const add = (key: string, tally: LifeTally): void =>
    void tallies.set(key, [...(tallies.get(key) ?? []), tally]);
  const problems: string[] = [];
  for (const { history, labels } of readLabels(join(root, "test", "labels-lives"))) {
    const scored = scoreLives(readLives(revisionsOf(folder, history)), labels);
    for (const [key, tally] of scored.tallies) {
      const [half = "", kind = ""] = key.split(" ");
      add(half, tally);
      add(`  ${kind}`, tally);
    }
    for (const { label, problem } of scored.problems)
      problems.push(
        `${label.half} ${history} ${label.from}:${label.fromLine} ${label.to}:${label.toLine} ${label.kind}: ${problem}`,
      );
  }
  console.log("labels           right    of  precision  recall");
  for (const [key, list] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { right, of, precision, recall } = ratesOf(list);
    const rates = `${precision.toFixed(3).padStart(9)}  ${recall.toFixed(3).padStart(6)}`;
    console.log(`${key.padEnd(15)}${String(right).padStart(7)}${String(of).padStart(6)}  ${rates}`);
  }
  for (const problem of problems) console.log(problem);
}

/** Whole processes; medians. Cold: nothing kept from before, compiled code aside. */
function measureTime(folder: string): void {
  const scratch = mkdtempSync(join(tmpdir(), "nunc-bench-"));
  const repo = join(scratch, "repo");
  execFileSync(process.execPath, [join(folder, "history-repo.mjs"), "nowpages", repo]);
  const path = "content/now/index.md";
  const cache = join(scratch, "cache");
  const env = { ...process.env, XDG_CACHE_HOME: cache, HOME: scratch };
  const nunc = (...args: string[]) =>
    measure(process.execPath, [join(root, "dist", "nunc.js"), ...args], env, repo);
  const forget = (): void => {
    for (const name of readdirSync(join(cache, "nunc")))
      if (name !== "compiled") rmSync(join(cache, "nunc", name), { recursive: true });
  };
  const lives = ["lives", "--repo", ".", "--path", path, "--json"];
  nunc(...lives);
  const rows: Record<string, () => { seconds: number; mib: number }> = {
    "git log -p --follow": () => measure("git", ["log", "-p", "--follow", "--", path], env, repo),
    "node -e 0": () => measure(process.execPath, ["-e", "0"], env, repo),
    "nunc --version": () => nunc("--version"),
    "nunc lives, cold": () => {
      forget();
      return nunc(...lives);
    },
    "nunc lives, warm": () => nunc(...lives),
    "with --places, warm": () => nunc(...lives, "--places"),
  };
  const results = new Map<string, { seconds: number; mib: number }[]>();
  for (let run = 0; run < runs; run++)
    for (const [name, work] of Object.entries(rows))
      results.set(name, [...(results.get(name) ?? []), work()]);
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  const git = median(results.get("git log -p --follow")!.map(({ seconds }) => seconds));
  console.log(`\n82 revisions            seconds  to git     MiB   (median of ${runs})`);
  for (const [name, list] of results) {
    const seconds = median(list.map((one) => one.seconds));
    const mib = median(list.map((one) => one.mib));
    console.log(
      `${name.padEnd(22)}${seconds.toFixed(3).padStart(9)}${(seconds / git).toFixed(1).padStart(8)}${mib.toFixed(0).padStart(8)}`,
    );
  }
  rmSync(scratch, { recursive: true, force: true });
}

/** Wall seconds and peak memory of one process, memory as GNU time says. */
function measure(program: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd: string) {
  const begun = performance.now();
  const timed = spawnSync("/usr/bin/time", ["-f", "%M", program, ...args], {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - begun) / 1000;
  const kib = Number(timed.stderr.trim().split("\n").at(-1));
  if (timed.status !== 0) throw new Error(timed.stderr);
  return { seconds, mib: kib / 1024 };
}
