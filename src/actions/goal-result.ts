// result-add, result-progress: how one sees that a goal comes nearer.

import { AppError, fold } from "../base/index.ts";
import { type GoalEdit, type Goals, goalAt, type KeyResult, resultAt } from "../domain/index.ts";
import type { Action, Context } from "./action.ts";
import { goalParam } from "./goal.ts";
import { findGoal, findResult } from "./goal-find.ts";
import { sayGoals } from "./goal-messages.ts";
import { goalsOf } from "./goal-state.ts";
import { type NextEdit, writeGoals } from "./goal-write.ts";

export const resultAdd: Action = {
  name: "result-add",
  group: "goals",
  writes: true,
  summary: { en: "Add a key result to a goal", zh: "给目标加一个关键结果" },
  params: [
    goalParam,
    {
      name: "text",
      kind: "text",
      required: true,
      positional: true,
      rest: true,
      help: {
        en: "with its measure: “Users: 0/5”, “Docs: 0%”, “Start: from 900 ms to 90 ms”, “Depth: progress of A; B”",
        zh: "带上怎么看进度：“用户：0/5”、“文档：0%”、“启动：从 900 ms 到 90 ms”、“深度：A；B 的进度”",
      },
    },
    {
      name: "points",
      kind: "text",
      help: { en: "check points, apart by semicolons", zh: "检查点，用分号隔开" },
    },
  ],
  examples: [
    {
      args: { en: 'result add 1 "Paying users: 0/5"', zh: 'result add 1 "付费用户：0/5"' },
      says: { en: "counted up to five", zh: "数到 5 算达到" },
    },
    {
      args: {
        en: 'result add 1 Shipped --points "installer; billing"',
        zh: 'result add 1 发布 --points "安装包；计费"',
      },
      says: { en: "goes by its check points", zh: "看检查点" },
    },
  ],
  run: (context, input) => {
    const goal = findGoal(context, goalsOf(context).goals, input.text("goal")!);
    const points = (input.text("points") ?? "")
      .split(/[;；]/)
      .map((one) => one.trim())
      .filter((one) => one !== "");
    const text = oneLine(context, input.text("text")!);
    return writeGoals(context, [() => ({ kind: "add-result", goal: goal.line, text, points })], (after) => {
      const added = goalAt(after, goal.line)?.results.find(({ line }) =>
        isNew(goalsOf(context).goals, after, line),
      );
      return sayGoals(context.tongue).resultAdded(added?.title ?? text, goal.title);
    });
  },
};

/** Whether the key result of that line was not there before, by its title. */
function isNew(before: Goals, after: Goals, line: number): boolean {
  const titles = (goals: Goals, title: string): number =>
    goals.goals.flatMap(({ results }) => results).filter((one) => one.title === title).length;
  const { title } = resultAt(after, line)!;
  return titles(after, title) > titles(before, title);
}

export const resultProgress: Action = {
  name: "result-progress",
  group: "goals",
  writes: true,
  summary: { en: "Say how far a key result is", zh: "记关键结果的进度" },
  params: [
    {
      name: "result",
      kind: "text",
      required: true,
      positional: true,
      help: {
        en: "a key result: its title, a part of it, or its number",
        zh: "关键结果：标题、标题的一部分或编号",
      },
    },
    {
      name: "value",
      kind: "text",
      positional: true,
      rest: true,
      help: {
        en: "the figure now: 4, +1, 4/5, 60%; done, undone",
        zh: "现在的数字：4、+1、4/5、60%；done、undone",
      },
    },
    { name: "tick", kind: "text", help: { en: "a check point that is done", zh: "完成了的检查点" } },
    {
      name: "untick",
      kind: "text",
      help: { en: "a check point that is not done after all", zh: "其实没完成的检查点" },
    },
    {
      name: "goal",
      kind: "text",
      help: { en: "of which goal, where several have such a one", zh: "哪个目标的，有重名时用" },
    },
  ],
  examples: [
    {
      args: { en: "result progress users +1", zh: "result progress 用户 +1" },
      says: { en: "one more", zh: "多了一个" },
    },
    {
      args: { en: "result progress Shipped --tick installer", zh: "result progress 发布 --tick 安装包" },
      says: { en: "a check point is done", zh: "完成了一个检查点" },
    },
  ],
  run: (context, input) => {
    const { goals } = goalsOf(context);
    const name = input.text("goal");
    const within = name === undefined ? null : findGoal(context, goals, name);
    const result = findResult(context, goals, input.text("result")!, within);
    const edits: NextEdit[] = [];
    const value = input.text("value");
    if (value !== undefined) edits.push(() => valueEdit(context, result, value));
    for (const [key, done] of [
      ["tick", true],
      ["untick", false],
    ] as const) {
      const point = input.text(key);
      if (point !== undefined) edits.push(() => pointEdit(context, result, point, done));
    }
    const texts = sayGoals(context.tongue);
    if (edits.length === 0)
      throw new AppError("usage", texts.nothingAnswered(), { hint: texts.valueForms() });
    const outcome = writeGoals(context, edits, () => "");
    const data = outcome.data as { goals: { results: { line: number; ratio: number | null }[] }[] };
    const ratio = data.goals
      .flatMap(({ results }) => results)
      .find(({ line }) => line === result.line)?.ratio;
    const percent = ratio === null || ratio === undefined ? null : Math.round(ratio * 100);
    return { ...outcome, summary: texts.resultNow(result.title, percent) };
  },
};

function valueEdit(context: Context, result: KeyResult, text: string): GoalEdit {
  const word = text.normalize("NFKC").trim().toLowerCase();
  const { line, measure } = result;
  if (/^(?:done|reached|yes|完成|达到|达成|是)$/.test(word)) return { kind: "tick", line, done: true };
  if (/^(?:undone|open|no|未完成|没达到|否)$/.test(word)) return { kind: "tick", line, done: false };
  const texts = sayGoals(context.tongue);
  const match = /^([+-])?(\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?)|\s*(%))?(?:\s*\p{L}+)?$/u.exec(word);
  if (match === null) throw new AppError("usage", texts.notAValue(text), { hint: texts.valueForms() });
  const [, sign, figure, total, percent] = match;
  const number = Number(figure);
  if (measure?.kind !== "number" && measure?.kind !== "percent" && measure?.kind !== "from-to")
    throw new AppError("usage", texts.noFigure(result.title), {
      hint: texts.noFigureHint(measure?.kind ?? ""),
    });
  if (total !== undefined && !(measure.kind === "number" && Number(total) === measure.total))
    throw new AppError("usage", texts.notAValue(text), { hint: texts.valueForms() });
  const [now, whole] =
    measure.kind === "number"
      ? [measure.done, measure.total]
      : measure.kind === "percent"
        ? [measure.percent, 100]
        : [measure.now ?? measure.from, null];
  // `60%` of a count is a share of its total; of a figure that is a percentage itself it is that.
  const value = percent !== undefined && measure.kind === "number" ? (number / 100) * whole! : number;
  const next = sign === undefined ? value : now + (sign === "+" ? value : -value);
  return { kind: "progress", line, now: Math.round(next * 1e6) / 1e6 };
}

function pointEdit(context: Context, result: KeyResult, text: string, done: boolean): GoalEdit {
  const wanted = fold(text);
  const found =
    result.points.find((one) => fold(one.text) === wanted) ??
    result.points.find((one) => wanted !== "" && fold(one.text).includes(wanted));
  if (found !== undefined) return { kind: "tick", line: found.line, done };
  const texts = sayGoals(context.tongue);
  const names = result.points.map((one) => one.text);
  throw new AppError(
    "missing",
    texts.noPoint(text),
    names.length === 0 ? {} : { hint: texts.thereAre(names) },
  );
}

/** @throws AppError usage where it is empty or has several lines */
function oneLine(context: Context, text: string): string {
  const line = text.trim();
  if (line !== "" && !/[\r\n]/.test(line)) return line;
  throw new AppError("usage", sayGoals(context.tongue).emptyText("result"));
}
