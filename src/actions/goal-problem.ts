// problem-add, problem-try, problem-solve: the greatest obstacles, what is being tried against them, and their end.

import { AppError, fold } from "../base/index.ts";
import type { Goals } from "../domain/index.ts";
import type { Action, Context, Param } from "./action.ts";
import { findGoal, findProblem } from "./goal-find.ts";
import { sayGoals } from "./goal-messages.ts";
import { goalsOf } from "./goal-state.ts";
import { writeGoals } from "./goal-write.ts";

const problemParam: Param = {
  name: "problem",
  kind: "text",
  required: true,
  positional: true,
  help: {
    en: "a key problem: its words, a part of them, or its number",
    zh: "关键问题：原话、其中一部分或编号",
  },
};

export const problemAdd: Action = {
  name: "problem-add",
  group: "goals",
  writes: true,
  summary: { en: "Name a key problem", zh: "写下一个关键问题" },
  params: [
    {
      name: "text",
      kind: "text",
      required: true,
      positional: true,
      rest: true,
      help: { en: "what stands in the way", zh: "什么挡在路上" },
    },
    {
      name: "goal",
      kind: "text",
      short: "g",
      help: { en: "of this goal; else of none", zh: "属于哪个目标；不写就不属于哪个" },
    },
    { name: "trying", kind: "text", short: "t", help: { en: "what you try against it", zh: "打算怎么试" } },
  ],
  examples: [
    {
      args: {
        en: 'problem add "Nobody has heard of it" -g 1 -t "one talk a month"',
        zh: 'problem add 没人听说过它 -g 1 -t "每月讲一次"',
      },
      says: { en: "below the goal, with what is being tried", zh: "写在目标下面，连同在试什么" },
    },
  ],
  run: (context, input) => {
    const { goals } = goalsOf(context);
    const text = oneLine(context, input.text("text")!);
    const trial = input.text("trying")?.trim() || null;
    const name = input.text("goal");
    const goal = name === undefined ? null : findGoal(context, goals, name);
    const texts = sayGoals(context.tongue);
    if (openProblems(goals).some((one) => fold(one.text) === fold(text)))
      throw new AppError("usage", texts.problemThere(text));
    return writeGoals(
      context,
      [() => ({ kind: "add-problem", goal: goal?.line ?? null, text, trial, on: context.today })],
      () => texts.problemAdded(text),
    );
  },
};

export const problemTry: Action = {
  name: "problem-try",
  group: "goals",
  writes: true,
  summary: { en: "Note what you try against a key problem", zh: "记下对关键问题在试什么" },
  params: [
    problemParam,
    {
      name: "text",
      kind: "text",
      required: true,
      positional: true,
      rest: true,
      help: { en: "what you try", zh: "怎么试" },
    },
  ],
  examples: [
    {
      args: {
        en: 'problem try "heard of it" a page that explains it',
        zh: "problem try 没人听说 写一页说明",
      },
      says: { en: "with today's date", zh: "记下今天的日期" },
    },
  ],
  run: (context, input) => {
    const problem = findProblem(context, goalsOf(context).goals, input.text("problem")!);
    const text = oneLine(context, input.text("text")!);
    return writeGoals(context, [() => ({ kind: "try", line: problem.line, text, on: context.today })], () =>
      sayGoals(context.tongue).problemTried(problem.text),
    );
  },
};

export const problemSolve: Action = {
  name: "problem-solve",
  group: "goals",
  writes: true,
  summary: { en: "A key problem is solved", zh: "关键问题解决了" },
  params: [
    { ...problemParam, rest: true },
    { name: "on", kind: "date", help: { en: "the day; else today", zh: "日期；默认今天" } },
  ],
  examples: [
    {
      args: { en: "problem solve heard of it", zh: "problem solve 没人听说" },
      says: { en: "it stays in the file, with the day", zh: "留在文件里，并记下日期" },
    },
  ],
  run: (context, input) => {
    const problem = findProblem(context, goalsOf(context).goals, input.text("problem")!);
    const texts = sayGoals(context.tongue);
    if (problem.solved) throw new AppError("usage", texts.problemWasSolved(problem.text));
    const on = input.date("on") ?? context.today;
    return writeGoals(context, [() => ({ kind: "solve", line: problem.line, on })], () =>
      texts.problemSolved(problem.text),
    );
  },
};

function openProblems(goals: Goals) {
  const all = [...goals.goals.flatMap(({ problems }) => problems), ...goals.problems];
  return all.filter(({ solved }) => !solved);
}

/** @throws AppError usage where it is empty or has several lines */
function oneLine(context: Context, text: string): string {
  const line = text.trim();
  if (line !== "" && !/[\r\n]/.test(line)) return line;
  throw new AppError("usage", sayGoals(context.tongue).emptyText("problem"));
}
