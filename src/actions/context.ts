// What an action is given and what comes of it, and the way of an action that only looks. Writing is in perform.ts.

import type { Tongue } from "../base/index.ts";
import { dayAt, epochMinOf, type JournalRecord, type World } from "../domain/index.ts";
import type { Action, Context, Outcome, Outside } from "./action.ts";
import { saveKeptDays } from "./day-kept.ts";
import { checkInput } from "./input.ts";
import { Reading } from "./reading.ts";
import type { Tracer } from "./trace.ts";

export interface PerformOptions {
  dryRun?: boolean;
  tongue: Tongue;
  outside?: Outside;
  /** Writes down what is asked for; its world and outside are then the given ones. */
  tracer?: Tracer;
}

export interface Performed {
  action: Action;
  data: unknown;
  summary: string;
  /** Unified diff of all files that change or would change; empty where none does. */
  diff: string;
  /** What was written; null for a dry run and where nothing was to be written. */
  record: JournalRecord | null;
  detail?: unknown;
  report?: Outcome["report"];
}

export function makeContext(
  world: World,
  options: PerformOptions,
  known: Context["known"] = new Map(),
): Context {
  // The clock and the zone are asked only where a day matters: on some systems the zone takes longer than reading the page.
  const { tracer } = options;
  const clock = tracer?.real.clock ?? world.clock;
  let now: Context["now"] | undefined;
  let zone: string | undefined;
  let today: Context["today"] | undefined;
  return {
    world,
    tongue: options.tongue,
    reading: new Reading(world, options.tongue, options.outside?.index),
    outside: options.outside ?? {},
    dryRun: options.dryRun ?? false,
    known,
    get now() {
      now ??= clock.now();
      tracer?.askNow(now);
      return now;
    },
    get minute() {
      now ??= clock.now();
      tracer?.askMinute(now);
      return epochMinOf(now);
    },
    get zone() {
      zone ??= world.config.zone ?? world.clock.zone();
      return zone;
    },
    get today() {
      // Where days end at 02:00, someone who works at 01:00 is still in yesterday.
      now ??= clock.now();
      today ??= dayAt(epochMinOf(now), this.zone, world.config.day.dayEndMin);
      tracer?.askToday(today);
      return today;
    },
  };
}

/** Runs an action; what it would write is left to the caller. */
export function runAction(context: Context, action: Action, raw: Readonly<Record<string, unknown>>): Outcome {
  const outcome = action.run(
    context,
    checkInput(action, raw, () => context.today, context.tongue),
  );
  saveKeptDays(context);
  if (!action.writes || action.reports !== undefined) context.reading.keepPages();
  return outcome;
}
