// How long a page takes to read: `node bench/reading-time.ts FILE…`. Each file is read again and again in one process; the first
// reading is cold. Beside it, in the same run, the time of splitting the same text into lines, as a floor.

import { readFileSync } from "node:fs";
import { decodeText } from "../src/base/index.ts";
import { understandPage } from "../src/domain/index.ts";
import { parsePage } from "../src/page/index.ts";

const ROUNDS = 9;

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1]!;
}

function timeMs(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  const text = decodeText(bytes);
  const cold = timeMs(() => understandPage(parsePage(text, path)));
  const parse = median(Array.from({ length: ROUNDS }, () => timeMs(() => parsePage(text, path))));
  const whole = median(
    Array.from({ length: ROUNDS }, () => timeMs(() => understandPage(parsePage(text, path)))),
  );
  const split = median(
    Array.from({ length: ROUNDS }, () => timeMs(() => text.split("\n").map((line) => line.trim()))),
  );
  const view = understandPage(parsePage(text, path));
  console.log(
    `${path}: ${bytes.length} bytes, ${view.items.length} items, ${view.log.length} entries; cold ${cold.toFixed(1)} ms, ` +
      `warm ${whole.toFixed(1)} ms (of it Markdown ${parse.toFixed(1)}), lines alone ${split.toFixed(2)} ms: ${(whole / split).toFixed(0)} times that`,
  );
}
