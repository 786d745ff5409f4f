// A small home with a week to look back on, for the tests of reviews.

import type { ReviewData } from "../src/actions/index.ts";
import { dayHome, PLAN_PAGE } from "./day-home.ts";

const GOALS = `# Goals

## Goal: Run the cluster alone (2026 Q4)

### Key results

- Upgrades done: 1/4

### Key problems

- Nobody to ask
  - Trying: the mailing list
- No test cluster - solved 2026-11-18

### Served by

- Kubernetes

## Goal: Ship a tool (2026)

### Served by

- Rust

## Commitments

- weekly 1h: Reflection
- weekly 2h: Letters
`;

export const CONDITIONS = `# Conditions

## Healthy

- Slept well

## Abnormal

- All morning in the chat
`;

export const day = (plan: string[], record: string[], check: string[] = []): string =>
  ["## Plan", ...plan, "## Record", ...record, "## Check", ...check, ""].join("\n");

/** The week from Monday 2026-11-16 and two days of the week before it. */
export const DAYS = {
  "days/2026-11-09.md": day(["- [ ] 09:00 - 11:00 Rust"], ["- 09:00 - 10:30 Rust"]),
  "days/2026-11-10.md": day(["- [ ] 09:00 - 10:00 Rust"], []),
  "days/2026-11-16.md": day(
    [
      "- [ ] 09:00 - 10:00 Kubernetes › Upgrade a cluster",
      "- [>] 10:00 - 11:00 Postgres",
      "- [ ] 11:00 - 12:00 Zig",
      "- [ ] 13:00 - 14:00 Postgres",
      "- [ ] 16:00 - 17:00 Buffer",
    ],
    [
      "- 09:00 - 09:50 Kubernetes › Upgrade a cluster: secret remark",
      "- 11:00 - 11:20 Zig",
      "- 13:00 - 14:00 Postgres",
      "- 14:00 - 14:40 Interruption: disk",
    ],
    ["- [x] Abnormal: All morning in the chat", "- [ ] Healthy: Slept well"],
  ),
  "days/2026-11-17.md": day(
    ["- [-] 09:00 - 10:00 Zig", "- [>] 10:00 - 11:00 SICP", "- [-] 16:00 - 16:30 Buffer"],
    ["- 09:00 - 10:30 Tax papers", "- 15:00 - 16:30 Letters", "- 17:00 - 17:45 Letters"],
    ["- [x] Abnormal: All morning in the chat", "- [x] Healthy: Slept well"],
  ),
  "days/2026-11-18.md": day([], ["- 09:00 - 09:30 Reflection"], ["- [ ] Abnormal: All morning in the chat"]),
};

export const home = (more: Record<string, string> = {}, options: Parameters<typeof dayHome>[1] = {}) =>
  dayHome(
    { "now.md": PLAN_PAGE, "goals.md": GOALS, "conditions.md": CONDITIONS, ...DAYS, ...more },
    { now: "2026-11-23T08:00:00Z", ...options },
  );

export const review = (made = home(), range = "2026-W47"): ReviewData =>
  made.act("review", { range }).data as ReviewData;
