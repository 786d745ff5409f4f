// The system's clock, behind the port `Clock`.

import { readFileSync } from "node:fs";
import { uptime } from "node:os";
import type { Instant } from "../base/index.ts";
import type { Clock } from "../domain/index.ts";

export const systemClock: Clock = {
  now: () => new Date().toISOString() as Instant,
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  suspended,
};

/**
 * On Linux the uptime goes on while the machine sleeps (CLOCK_BOOTTIME) and the clock of hrtime does not (CLOCK_MONOTONIC),
 * so that their difference is how long it slept. Elsewhere hrtime sleeps along or not by the system's version: null.
 */
function suspended(): { boot: string; ms: number } | null {
  if (process.platform !== "linux") return null;
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const awakeMs = Number(process.hrtime.bigint() / 1_000_000n);
    return { boot, ms: Math.max(0, Math.round(uptime() * 1000 - awakeMs)) };
  } catch {
    return null;
  }
}
