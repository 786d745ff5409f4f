// Writing goals.md: one or several edits in turn, each read back, as one change; and the answer that every such action gives.

import { AppError, type Tongue } from "../base/index.ts";
import { GOALS_FILE, type GoalEdit, type Goals, goalPatches, readGoals } from "../domain/index.ts";
import { applyPatches, diffTexts } from "../page/index.ts";
import type { Context, Outcome } from "./action.ts";
import { sayGoals } from "./goal-messages.ts";
import { goalsOf, toGoalsData } from "./goal-state.ts";

/** The next edit, made from the file as the ones before left it; null: nothing to do. */
export type NextEdit = (goals: Goals) => GoalEdit | null;

/** @throws AppError invalid where what is asked cannot be written so that it reads back */
export function writeGoals(
  context: Context,
  next: readonly NextEdit[],
  summary: (after: Goals) => string,
): Outcome {
  const { goals: before, hash } = goalsOf(context);
  let goals = before;
  for (const make of next) {
    const edit = make(goals);
    if (edit === null) continue;
    const patches = goalPatches(goals, edit, homeTongue(context));
    if (patches === null) throw notWritable(context);
    goals = readGoals(applyPatches(goals.text, patches), context.tongue);
  }
  const patches = diffTexts(before.text, goals.text);
  return {
    data: toGoalsData(context, { goals, hash: patches.length === 0 ? hash : null }),
    summary: summary(goals),
    edits: patches.length === 0 ? [] : [{ file: GOALS_FILE, hash, patches }],
  };
}

function homeTongue(context: Context): Tongue {
  return context.world.config.language ?? context.tongue;
}

function notWritable(context: Context): AppError {
  const texts = sayGoals(context.tongue);
  return new AppError("invalid", texts.notWritable(GOALS_FILE), {
    hint: texts.byHand(GOALS_FILE),
    at: { file: GOALS_FILE },
  });
}
