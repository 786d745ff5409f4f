// The system's clock, behind the port `Clock`.

import { Temporal } from "temporal-polyfill";
import type { Instant } from "../base/index.ts";
import type { Clock } from "../domain/index.ts";

export const systemClock: Clock = {
  now: () => new Date().toISOString() as Instant,
  zone: () => Temporal.Now.timeZoneId(),
};
