// A bar on the error stream for what takes long: nothing for the first half second, nothing where no person looks.

import type { Output } from "./desk.ts";

const PATIENCE_MS = 500;
const STEP_MS = 80;
const WIDTH = 30;

/** Called with how much is done; draws over itself and is gone at the end. */
export function progressBar(output: Output): (done: number, total: number) => void {
  let begun = 0;
  let drawn = 0;
  return (done, total) => {
    if (!output.isTty) return;
    const now = performance.now();
    if (begun === 0) begun = now;
    if (now - begun < PATIENCE_MS) return;
    if (done >= total) {
      if (drawn > 0) output.write("\r\u001b[K");
      begun = 0;
      drawn = 0;
      return;
    }
    if (now - drawn < STEP_MS) return;
    drawn = now;
    const full = Math.round((done / Math.max(1, total)) * WIDTH);
    output.write(`\r${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${done}/${total}`);
  };
}
