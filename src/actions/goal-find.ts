// A goal, a key result or a key problem by what a person types: its words, its number in the list, or a part of its words that
// no other has.

import { AppError, fold, likeness } from "../base/index.ts";
import { GOALS_FILE, type Goal, type Goals, type KeyProblem, type KeyResult } from "../domain/index.ts";
import type { Context } from "./action.ts";
import { type GoalNoun, sayGoals } from "./goal-messages.ts";

interface Named<One> {
  one: One;
  words: string;
  isOpen: boolean;
}

export function findGoal(context: Context, goals: Goals, name: string): Goal {
  const all = goals.goals.map((one) => ({ one, words: one.title, isOpen: one.state === "open" }));
  return find(context, "goal", all, name);
}

/** Where only one goal is open, nobody has to name it. */
export function findGoalOrOnly(context: Context, goals: Goals, name: string | undefined): Goal {
  if (name !== undefined) return findGoal(context, goals, name);
  const open = goals.goals.filter(({ state }) => state === "open");
  if (open.length === 1) return open[0]!;
  const texts = sayGoals(context.tongue);
  if (open.length === 0) throw new AppError("missing", texts.noGoals(), { hint: texts.noGoalsHint() });
  throw new AppError("usage", texts.whichGoal(), { hint: texts.thereAre(open.map(({ title }) => title)) });
}

/** @param within only key results of this goal */
export function findResult(context: Context, goals: Goals, name: string, within: Goal | null): KeyResult {
  const all = goals.goals.flatMap((goal) =>
    goal.results.map((one) => ({ one, words: one.title, isOpen: goal.state === "open", goal })),
  );
  return find(context, "result", all, name, ({ goal }) => within === null || goal.line === within.line);
}

export function findProblem(context: Context, goals: Goals, name: string): KeyProblem {
  const all = [
    ...goals.goals.flatMap((goal) => goal.problems.map((one) => ({ one, isOpen: goal.state === "open" }))),
    ...goals.problems.map((one) => ({ one, isOpen: true })),
  ].map(({ one, isOpen }) => ({ one, words: one.text, isOpen: isOpen && !one.solved }));
  return find(context, "problem", all, name);
}

/**
 * Whole words first, then the number, then a part; of several that fit, those that are open.
 * @throws AppError missing where none fits, usage where several do
 */
function find<One, More extends Named<One>>(
  context: Context,
  noun: GoalNoun,
  all: readonly More[],
  name: string,
  isWanted: (one: More) => boolean = () => true,
): One {
  const texts = sayGoals(context.tongue);
  const wanted = fold(name);
  const wantedOnes = all.filter(isWanted);
  const numbered = /^\d{1,3}$/.test(wanted) ? all[Number(wanted) - 1] : undefined;
  const tiers: More[][] = [
    wantedOnes.filter(({ words }) => fold(words) === wanted),
    numbered !== undefined && isWanted(numbered) ? [numbered] : [],
    wanted === "" ? [] : wantedOnes.filter(({ words }) => fold(words).startsWith(wanted)),
    wanted === "" ? [] : wantedOnes.filter(({ words }) => fold(words).includes(wanted)),
  ];
  for (const tier of tiers) {
    const open = tier.filter(({ isOpen }) => isOpen);
    const fitting = tier.length > 1 && open.length > 0 ? open : tier;
    if (fitting.length === 1) return fitting[0]!.one;
    if (fitting.length > 1)
      throw new AppError("usage", texts.several(noun, name), {
        hint: texts.thereAre(
          fitting.map(({ words }) => `${all.findIndex((one) => one.words === words) + 1} ${words}`),
        ),
      });
  }
  const near = [...wantedOnes]
    .sort((a, b) => likeness(fold(b.words), wanted) - likeness(fold(a.words), wanted))
    .slice(0, 5)
    .map(({ words }) => words);
  throw new AppError("missing", texts.none(noun, name), {
    hint: near.length === 0 ? texts.noGoalsHint() : texts.thereAre(near),
    at: { file: GOALS_FILE },
  });
}
