// goals, goal-add, goal-edit, goal-close: what the person is after, with how far it is, what serves it and the hours it got.

import { AppError, fold } from "../base/index.ts";
import { type GoalState, readPeriod } from "../domain/index.ts";
import type { Action, Context, Param } from "./action.ts";
import { findGoal } from "./goal-find.ts";
import { sayGoals } from "./goal-messages.ts";
import { goalsOf, toGoalsData } from "./goal-state.ts";
import { writeGoals } from "./goal-write.ts";
import { checkRange, fromParam, toParam } from "./range-input.ts";
import { GOALS_TABLES, goalsTables } from "./report-tables.ts";

export const goalParam: Param = {
  name: "goal",
  kind: "text",
  required: true,
  positional: true,
  help: { en: "a goal: its title, a part of it, or its number", zh: "目标：标题、标题的一部分或编号" },
};

const periodParam: Param = {
  name: "period",
  kind: "text",
  clearable: true,
  help: {
    en: "for which time: 2026-Q4, 2026-11, “by 2026-12-31”, “2026-10-01 - 2026-12-31”",
    zh: "哪段时间：2026-Q4、2026-11、“2026-12-31 前”、“2026-10-01 - 2026-12-31”",
  },
};

export const goals: Action = {
  name: "goals",
  group: "goals",
  writes: false,
  reports: { tables: GOALS_TABLES, charts: [] },
  summary: {
    en: "Show goals: how far, what serves them, hours",
    zh: "看目标：到哪了、靠什么推进、花了多少时间",
  },
  params: [fromParam, toParam],
  more: {
    en: "goals.md in your home holds goals with key results, key problems and the items that serve them; docs/goals.md says how it is written. Hours are those of the goal's own period; of days that you name, those that lie in it.",
    zh: "目标写在数据目录的 goals.md 里：关键结果、关键问题、推进它的条目；写法见 docs/goals.md。小时数按目标自己的期限算；给了日期，就只算其中落在期限里的日子。",
  },
  examples: [
    {
      args: { en: "goals", zh: "goals" },
      says: { en: "all of them, as they stand today", zh: "今天看，所有目标到哪了" },
    },
    {
      args: { en: "goals -7d", zh: "goals -7d" },
      says: { en: "with the hours of the last week", zh: "小时数只算最近一周" },
    },
  ],
  run: (context, input) => {
    const range = input.has("from") || input.has("to") ? checkRange(context, input, 28) : null;
    const data = toGoalsData(context, goalsOf(context), range);
    const open = data.goals.filter(({ state }) => state === "open").length;
    return {
      data,
      summary: sayGoals(context.tongue).goalsCount(open, data.goals.length - open),
      report: () => ({ tables: goalsTables(data, context.tongue), charts: [] }),
    };
  },
};

export const goalAdd: Action = {
  name: "goal-add",
  group: "goals",
  writes: true,
  summary: { en: "Add a goal", zh: "写下一个目标" },
  params: [
    {
      name: "title",
      kind: "text",
      required: true,
      positional: true,
      rest: true,
      help: { en: "what you are after", zh: "你要达到什么" },
    },
    periodParam,
  ],
  examples: [
    {
      args: {
        en: 'goal add "Live from my own software" --period 2026-Q4',
        zh: "goal add 靠自己的软件生活 --period 2026-Q4",
      },
      says: { en: "into goals.md, behind the others", zh: "写进 goals.md，排在其他目标后面" },
    },
  ],
  run: (context, input) => {
    const title = words(context, input.text("title")!);
    const period = readPeriodInput(context, input.text("period"));
    const texts = sayGoals(context.tongue);
    const twin = goalsOf(context).goals.goals.find(
      (one) => one.state === "open" && fold(one.title) === fold(title),
    );
    if (twin !== undefined) throw new AppError("usage", texts.goalThere(twin.title));
    return writeGoals(context, [() => ({ kind: "add-goal", title, period })], () => texts.goalAdded(title));
  },
};

export const goalEdit: Action = {
  name: "goal-edit",
  group: "goals",
  writes: true,
  summary: { en: "Change a goal's title or period", zh: "改目标的标题或期限" },
  params: [
    goalParam,
    { name: "title", kind: "text", help: { en: "its new title", zh: "新的标题" } },
    periodParam,
  ],
  examples: [
    {
      args: { en: 'goal edit "own software" --period 2027-Q1', zh: "goal edit 自己的软件 --period 2027-Q1" },
      says: { en: "it takes longer", zh: "改到下个季度" },
    },
  ],
  run: (context, input) => {
    const { goals: before } = goalsOf(context);
    const goal = findGoal(context, before, input.text("goal")!);
    const title = input.has("title") ? words(context, input.text("title")!) : undefined;
    const texts = sayGoals(context.tongue);
    if (title === undefined && !input.has("period")) throw new AppError("usage", texts.nothingSaid());
    const period = input.cleared("period") ? null : readPeriodInput(context, input.text("period"));
    return writeGoals(
      context,
      [
        () => ({
          kind: "set-goal",
          goal: goal.line,
          ...(title !== undefined && { title }),
          ...(input.has("period") && { period }),
        }),
      ],
      () => texts.goalSet(title ?? goal.title),
    );
  },
};

const STATE_ALIASES: Readonly<Record<string, GoalState>> = {
  达成: "reached",
  达到: "reached",
  完成: "reached",
  done: "reached",
  放弃: "given-up",
  dropped: "given-up",
  "gave-up": "given-up",
  reopen: "open",
  重开: "open",
};

export const goalClose: Action = {
  name: "goal-close",
  group: "goals",
  writes: true,
  summary: { en: "Close a goal: reached or given up", zh: "结束一个目标：达成或放弃" },
  params: [
    goalParam,
    {
      name: "as",
      kind: "choice",
      choices: ["reached", "given-up", "open"],
      aliases: STATE_ALIASES,
      positional: true,
      help: {
        en: "reached (default), given-up; open opens it again",
        zh: "达成（默认）、放弃；open 重新开始",
      },
    },
    { name: "on", kind: "date", help: { en: "the day; else today", zh: "日期；默认今天" } },
  ],
  examples: [
    {
      args: { en: 'goal close "own software" given-up', zh: "goal close 自己的软件 放弃" },
      says: { en: "it stays in the file, with the day", zh: "留在文件里，并记下日期" },
    },
  ],
  run: (context, input) => {
    const goal = findGoal(context, goalsOf(context).goals, input.text("goal")!);
    const state = (input.text("as") ?? "reached") as GoalState;
    const on = input.date("on") ?? context.today;
    return writeGoals(
      context,
      [() => ({ kind: "close-goal", goal: goal.line, state, on: state === "open" ? null : on })],
      () => sayGoals(context.tongue).goalClosed(goal.title, state, on),
    );
  },
};

/** @throws AppError usage where it is no period */
function readPeriodInput(context: Context, text: string | undefined): string | null {
  if (text === undefined) return null;
  const period = readPeriod(text);
  if (period !== null && !/[()（）\r\n]/.test(text)) return period.text;
  const texts = sayGoals(context.tongue);
  throw new AppError("usage", texts.notAPeriod(text), { hint: texts.periodForms() });
}

/** @throws AppError usage where it is empty or has several lines */
function words(context: Context, text: string): string {
  const line = text.trim();
  if (line !== "" && !/[\r\n]/.test(line)) return line;
  throw new AppError("usage", sayGoals(context.tongue).emptyText("goal"));
}
