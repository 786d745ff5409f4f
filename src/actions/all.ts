// All actions at once, for those who may be asked for any of them: the server, help, completion.

import type { Tongue } from "../base/index.ts";
import type { World } from "../domain/index.ts";
import type { Action } from "./action.ts";
import type { Performed, PerformOptions } from "./context.ts";
import { performAction } from "./perform.ts";
import { loadUnderstanding } from "./reading.ts";
import { loadActions, noSuchAction } from "./table.ts";

await loadUnderstanding();

/** In the order in which help lists them. */
export const ACTIONS: readonly Action[] = await loadActions();

/** @throws AppError usage where there is no action of that name; the nearest ones are the hint. */
export function findAction(name: string, tongue: Tongue): Action {
  const action = ACTIONS.find((one) => one.name === name);
  if (action === undefined) throw noSuchAction(ACTIONS, name, tongue);
  return action;
}

/**
 * Carries out an action by name.
 * @throws AppError as `performAction` does.
 */
export function perform(
  world: World,
  name: string,
  raw: Readonly<Record<string, unknown>>,
  options: PerformOptions,
): Performed {
  return performAction(world, findAction(name, options.tongue), raw, options);
}
