// forecast: when things will be done, and how long they take, as intervals with what they rest on. What it says is kept in
// forecasts/, to be scored when the truth is known.

import { AppError } from "../base/index.ts";
import type { Action, Context, Input, Outcome } from "./action.ts";
import { testEstimates } from "./forecast-backtest.ts";
import { readForecastHome } from "./forecast-home.ts";
import { keepForecasts, scoreKept } from "./forecast-keep.ts";
import { type Asked, makeForecasts } from "./forecast-make.ts";
import { sayForecast } from "./forecast-messages.ts";
import { findGoal } from "./goal-find.ts";
import { goalsOf } from "./goal-state.ts";
import { findItem } from "./item-find.ts";
import { FORECAST_TABLES, forecastTables } from "./report-tables.ts";

export const forecast: Action = {
  name: "forecast",
  group: "look",
  writes: true,
  reports: { tables: FORECAST_TABLES, charts: [] },
  homelessWith: "backtest",
  summary: { en: "When things will be done, and how sure that is", zh: "什么时候能完成，有多大把握" },
  params: [
    {
      name: "item",
      kind: "item",
      positional: true,
      help: {
        en: "one item; else all that have an estimate or progress",
        zh: "一个条目；默认所有有估计或进度的",
      },
    },
    {
      name: "goal",
      kind: "text",
      short: "g",
      help: {
        en: "one goal with what serves it: its title, a part of it, or its number",
        zh: "一个目标和推进它的条目：标题、标题的一部分或编号",
      },
    },
    {
      name: "scores",
      kind: "flag",
      help: { en: "how good the forecasts given so far were", zh: "到目前为止的预测有多准" },
    },
    {
      name: "backtest",
      kind: "file",
      help: {
        en: "a CSV file of estimates and actuals: walk forward through it and score",
        zh: "估计与实际的 CSV 文件：按时间顺序逐一预测并评分",
      },
    },
    {
      name: "cases",
      kind: "flag",
      help: {
        en: "with --backtest --json: every single forecast too",
        zh: "与 --backtest --json 一起：列出每一次预测",
      },
    },
  ],
  more: {
    en: "A forecast is a median with a 50% and a 90% interval and the number of cases it rests on; with fewer than ten it rests on a stated prior. What is forecast is kept in forecasts/ and scored once the item is done.",
    zh: "预测给出中位数、50% 和 90% 区间，以及依据的例数；不足十例时主要依据给定的先验。每次预测都记在 forecasts/ 里，条目完成后评分。",
  },
  examples: [
    {
      args: { en: "forecast", zh: "forecast" },
      says: {
        en: "every item with an estimate or progress, then the list by priority",
        zh: "有估计或进度的条目，以及各优先级的清单",
      },
    },
    {
      args: { en: "forecast --goal 1", zh: "forecast --goal 1" },
      says: {
        en: "when what serves the first goal is done, and how likely that is in time",
        zh: "推进第一个目标的条目什么时候做完，按期的可能有多大",
      },
    },
    {
      args: { en: "forecast --scores", zh: "forecast --scores" },
      says: { en: "calibration and pinball loss of what was said", zh: "以往预测的校准与分位数损失" },
    },
    {
      args: { en: "forecast --backtest tasks.csv", zh: "forecast --backtest tasks.csv" },
      says: { en: "beside three plain ways to forecast", zh: "与几种简单做法对照" },
    },
  ],
  run: (context, input) => {
    const file = input.text("backtest");
    if (file !== undefined) return testEstimates(context, file, input.flag("cases") ?? false);
    if (input.flag("scores")) return scoreKept(context);
    return forecastItems(context, input);
  },
};

function forecastItems(context: Context, input: Input): Outcome {
  const texts = sayForecast(context.tongue);
  const named = input.item("item");
  const wanted = named === undefined ? null : findItem(context, named).item;
  if (wanted?.state === "done") throw new AppError("no", texts.isDone(wanted.title));
  const goalName = input.text("goal");
  const goal = goalName === undefined ? null : findGoal(context, goalsOf(context).goals, goalName);
  const asked: Asked = wanted !== null ? { item: wanted.path } : goal !== null ? { goal } : null;
  const data = makeForecasts(context, readForecastHome(context), asked);
  if (wanted !== null && data.items.length === 0)
    throw new AppError("no", texts.noItem(wanted.title), { hint: texts.nothingHint() });
  if (goal !== null && data.goals.length === 0)
    throw new AppError("no", texts.noGoal(goal.title), { hint: texts.nothingHint() });
  const report = () => ({ tables: forecastTables(data, context.tongue), charts: [] });
  if (data.items.length === 0)
    return { data, summary: `${texts.nothing()} ${texts.nothingHint()}`, detail: { isLook: true }, report };
  return {
    data,
    report,
    summary: goal === null ? texts.given(data.items.length) : texts.givenGoal(goal.title),
    edits: keepForecasts(context, data),
    isAside: true,
    detail: { isLook: true },
  };
}
