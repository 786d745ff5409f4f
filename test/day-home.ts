// A home in memory with a clock that tests set, for actions on days.

import { type Performed, perform } from "../src/actions/index.ts";
import type { Instant, LocalDate, Tongue } from "../src/base/index.ts";
import { type Config, type DayNote, type DaySettings, DEFAULT_CONFIG, readDay } from "../src/domain/index.ts";
import { type FakeStore, fakeStore } from "./fake-store.ts";

/** A page with something of each priority to plan: items with steps and without, a book. */
export const PLAN_PAGE = `# Now

## Learning

### Highest priority

- Kubernetes
  - Upgrade a cluster
  - Write an operator

### High priority

- Postgres
- Rust

### Low priority

- Zig

## Reading

To read:
- SICP
`;

export interface DayHome {
  store: FakeStore;
  /** Sets the clock: ISO with offset or Z. */
  at(iso: string): void;
  act(name: string, input?: Record<string, unknown>, options?: { dryRun?: boolean }): Performed;
  /** The note of a day as it stands, without front matter. */
  note(date?: string): string;
  /** The same, understood. */
  day(date?: string): DayNote;
}

export function dayHome(
  files: Record<string, string>,
  options: {
    now?: string;
    zone?: string;
    tongue?: Tongue;
    day?: Partial<DaySettings>;
    config?: Partial<Config>;
  } = {},
): DayHome {
  const { zone = "Europe/Berlin", tongue = "en" } = options;
  let now = options.now ?? "2026-11-23T08:00:00Z";
  const store = fakeStore(files, { tongue, now: () => new Date(now).toISOString() as Instant });
  const config: Config = {
    ...DEFAULT_CONFIG,
    zone,
    ...options.config,
    day: { ...DEFAULT_CONFIG.day, ...options.day },
  };
  const clock = { now: () => new Date(now).toISOString() as Instant, zone: () => zone };
  const note = (date = "2026-11-23"): string => store.text(`days/${date}.md`) ?? "";
  return {
    store,
    at: (iso) => {
      now = iso;
    },
    act: (name, input = {}, { dryRun = false } = {}) =>
      perform({ store, clock, config }, name, input, { dryRun, tongue, outside: {} }),
    note: (date) => note(date).replace(/^---\n[\s\S]*?\n---\n+/, ""),
    day: (date = "2026-11-23") =>
      readDay(note(date), { date: date as LocalDate, zone, dayEndMin: config.day.dayEndMin, tongue }),
  };
}
