// How an action is carried out by one that can wait, as the command line does: what the command turns out not to need is not
// loaded. An action that only looks needs no editing; one whose pages are all known needs no parser.

import { NotLoaded } from "../base/index.ts";
import type { World } from "../domain/index.ts";
import type { Action } from "./action.ts";
import { Question } from "./answers.ts";
import { makeContext, type Performed, type PerformOptions, runAction } from "./context.ts";
import { loadUnderstanding } from "./reading.ts";

/**
 * @param options with `fresh`, an answer that is kept does not do: it has no tables and pictures
 * @throws AppError as `performAction` does
 */
export async function carryOut(
  world: World,
  action: Action,
  raw: Readonly<Record<string, unknown>>,
  options: PerformOptions & { fresh?: boolean },
): Promise<Performed> {
  // A report may be kept as a file, but mostly it is only looked at.
  if (!action.writes || action.reports !== undefined) {
    const { outside = {}, tongue } = options;
    const question = Question.of({ world, outside, action, raw, tongue });
    const known = options.fresh ? null : (question?.known() ?? null);
    if (known !== null) return { action, ...known, diff: "", record: null };
    const tracer = question?.watch();
    const watched = tracer === undefined ? options : { ...options, outside: tracer.outside, tracer };
    const seen = tracer?.world ?? world;
    const outcome = await whenLoaded(() => runAction(makeContext(seen, watched), action, raw));
    const { edits = [], data, summary, detail, report } = outcome;
    if (edits.length === 0) {
      if (tracer !== undefined) question?.keep(outcome, tracer);
      return { action, data, summary, diff: "", record: null, detail, report };
    }
  }
  // What is written is read back as a page: nothing may turn out to be missing between the write and the check.
  const [{ performAction }] = await Promise.all([import("./perform.ts"), loadUnderstanding()]);
  return whenLoaded(() => performAction(world, action, raw, options));
}

/** Runs something again once what it lacked is loaded. Nothing is written before all has been read, so that no harm is done. */
async function whenLoaded<T>(run: () => T): Promise<T> {
  for (;;) {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      await error.load();
    }
  }
}
