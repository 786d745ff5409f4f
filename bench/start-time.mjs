// How long a command takes from cold, beside a bare `node -e 0` of the same Node in the same run: `node bench/start-time.mjs PAGE`
// after `npm run build`. Medians over pairs run in turn, so that a slow moment of the machine hits both.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PAIRS = 25;
const nunc = join(import.meta.dirname, "../dist/nunc.js");
const page = process.argv[2];
if (page === undefined) throw new Error("Give the path of a page.");
const home = mkdtempSync(join(tmpdir(), "nunc-bench-"));
const env = {
  ...process.env,
  HOME: home,
  XDG_STATE_HOME: join(home, "state"),
  XDG_CACHE_HOME: join(home, "cache"),
};

function run(args) {
  const start = performance.now();
  spawnSync(process.execPath, args, { env, stdio: "ignore" });
  return performance.now() - start;
}

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];
for (const args of [["--version"], ["--page", page, "list"], ["page", page], ["page", page, "--json"]]) {
  const bare = [];
  const ours = [];
  run([nunc, ...args]);
  for (let pair = 0; pair < PAIRS; pair++) {
    bare.push(run(["-e", "0"]));
    ours.push(run([nunc, ...args]));
  }
  const ratio = median(ours.map((time, pair) => time / bare[pair]));
  console.log(
    `nunc ${args.join(" ")}: ${median(ours).toFixed(0)} ms, node -e 0 ${median(bare).toFixed(0)} ms, ratio ${ratio.toFixed(2)}`,
  );
}
rmSync(home, { recursive: true, force: true });
