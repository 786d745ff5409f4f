// Run as a process of its own by clock-faults.test.ts: `ROOT ACTION INPUT NOW STEP` carries out an action at a time and is
// killed at a step of the disk; with a step below 0 it goes through, and prints how many steps it took or why it was refused.

import { perform } from "../src/actions/index.ts";
import { AppError, type Instant } from "../src/base/index.ts";
import { type Disk, loadConfig, openStore, realDisk } from "../src/home/index.ts";

const [root, action, input, now, step] = process.argv.slice(2) as [string, string, string, string, string];

let index = 0;
const disk = new Proxy(realDisk, {
  get: (target, name: keyof Disk) => {
    return (...args: unknown[]): unknown => {
      if (index++ === Number(step)) process.kill(process.pid, "SIGKILL");
      return (target[name] as (...args: unknown[]) => unknown)(...args);
    };
  },
});
const clock = { now: () => now as Instant, zone: () => "Europe/Berlin" };
const store = openStore(root, { disk, clock, lockWaitMs: 20_000 });
const { config } = loadConfig(store, "en");
try {
  perform({ store, clock, config }, action, JSON.parse(input) as Record<string, unknown>, { tongue: "en" });
  process.stdout.write(String(index));
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stdout.write(error.code);
}
