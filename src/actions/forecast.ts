// forecast: when things will be done, and how long they take, as intervals with what they rest on. What it says is kept in
// forecasts/, to be scored when the truth is known.

import { AppError, addDays, epochDayOf, type LocalDate } from "../base/index.ts";
import {
  type DayQuantiles,
  FEW_CASES,
  forecastPace,
  givenSpent,
  type Item,
  isoAt,
  type KeptForecast,
  LANES,
  type Lane,
  type ProgressPoint,
  type Quantiles,
  type SimulatedTask,
  simulateList,
} from "../domain/index.ts";
import type { Action, Context, Input, Outcome } from "./action.ts";
import { testEstimates } from "./forecast-backtest.ts";
import { type ForecastHome, progressOf, readForecastHome, toTask } from "./forecast-home.ts";
import type {
  DateQuantiles,
  EffortJson,
  FinishJson,
  ForecastData,
  ForecastItemJson,
  ForecastListJson,
} from "./forecast-json.ts";
import { keepForecasts, scoreKept } from "./forecast-keep.ts";
import { sayForecast } from "./forecast-messages.ts";
import { findItem } from "./item-find.ts";
import { priorityOrder } from "./listed-item.ts";
import { nowMin } from "./time-input.ts";

export const forecast: Action = {
  name: "forecast",
  group: "look",
  writes: true,
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
    en: "A forecast is a median with a 50 % and a 90 % interval and the number of cases it rests on; with fewer than ten it rests on a stated prior. What is forecast is kept in forecasts/ and scored once the item is done.",
    zh: "预测给出中位数、50 % 和 90 % 区间，以及依据的例数；不足十例时主要依据给定的先验。每次预测都记在 forecasts/ 里，条目完成后评分。",
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
  const home = readForecastHome(context);
  const data = makeForecasts(context, home, wanted?.path ?? null);
  if (wanted !== null && data.items.length === 0)
    throw new AppError("no", texts.noItem(wanted.title), { hint: texts.nothingHint() });
  if (data.items.length === 0)
    return { data, summary: `${texts.nothing()} ${texts.nothingHint()}`, detail: { isLook: true } };
  const edit = keepForecasts(context, toKept(context, data));
  return {
    data,
    summary: texts.given(data.items.length),
    edits: edit === null ? [] : [edit],
    detail: { isLook: true },
  };
}

/** @param only path of the one item that is asked about; null for all */
function makeForecasts(context: Context, home: ForecastHome, only: string | null): ForecastData {
  const open = home.page.view.items.filter(({ state }) => state === "open" || state === "doing");
  const points = progressOf(context, home.page);
  const efforts = new Map(open.flatMap((item) => entry(item, effortOf(home, item))));
  const tasks = [...home.roots]
    .sort((a, b) => taken(a) - taken(b))
    .flatMap((root) => tasksOf(root, home, efforts));
  const simulation = simulateList({ tasks, weeks: home.weeks, capacityMin: home.capacityMin });
  const byHours = new Map(simulation.tasks.map(({ id, days }) => [id, days]));
  const hours = { cases: simulation.weeks, restsOnPrior: simulation.restsOnPrior };
  const finishOf = (item: Item): FinishJson | null => {
    const pace = paceOf(context, home, points, item);
    if (pace !== null) return pace;
    const days = byHours.get(item.path);
    const few = hours.restsOnPrior || (efforts.get(item.path)?.restsOnPrior ?? false);
    return days === undefined
      ? null
      : { by: "hours", dates: datesOf(context, days), cases: hours.cases, restsOnPrior: few };
  };
  const items = open
    .filter(({ path }) => only === null || path === only)
    .flatMap((item): ForecastItemJson[] => {
      const effort = efforts.get(item.path) ?? null;
      const finish = finishOf(item);
      if (effort === null && finish === null) return [];
      const { line, title, path } = item;
      return [{ file: home.page.file, line, title, path, effort, finish }];
    });
  const lists: ForecastListJson[] = simulation.lanes.map(({ lane, days }) => ({
    priority: lane,
    items: tasks.filter((task) => task.lane === lane).length,
    dates: datesOf(context, days),
    ...hours,
  }));
  if (tasks.length > 0)
    lists.push({ priority: "all", items: tasks.length, dates: datesOf(context, simulation.all), ...hours });
  const planned = new Set(tasks.map(({ id }) => id));
  return {
    today: context.today,
    items,
    lists: only === null ? lists : [],
    unestimated: open
      .filter((item) => item.parent === null && !isPlanned(item, planned))
      .map(({ path }) => path),
    weekMin: averageWeek(home),
  };
}

function entry<T>(item: Item, value: T | null): [string, T][] {
  return value === null ? [] : [[item.path, value]];
}

/** What is being done comes first, then the order of the page. */
function taken(item: Item): number {
  return priorityOrder(item.priority) * 2 + (item.state === "doing" ? 0 : 1);
}

function isPlanned(item: Item, planned: ReadonlySet<string>): boolean {
  return planned.has(item.path) || item.steps.some((step) => isPlanned(step, planned));
}

/** An item with an estimate is one task; of one without, its steps that have one. */
function tasksOf(item: Item, home: ForecastHome, efforts: ReadonlyMap<string, EffortJson>): SimulatedTask[] {
  if (item.state !== "open" && item.state !== "doing") return [];
  if (!efforts.has(item.path)) return item.steps.flatMap((step) => tasksOf(step, home, efforts));
  const estimateMin = home.facts.get(item.path)!.estimateMin!;
  return [
    {
      id: item.path,
      lane: item.priority ?? "none",
      totalMin: rawEffort(home, item, estimateMin).totalMin,
      spentMin: home.spent.get(item.path)?.min ?? 0,
    },
  ];
}

function rawEffort(
  home: ForecastHome,
  item: Item,
  estimateMin: number,
): { totalMin: Quantiles; cases: number } {
  const { ratios, cases } = home.model.forecast(toTask(item, estimateMin));
  return { totalMin: ratios.map((ratio) => estimateMin * Math.exp(ratio)) as unknown as Quantiles, cases };
}

function effortOf(home: ForecastHome, item: Item): EffortJson | null {
  const estimateMin = home.facts.get(item.path)?.estimateMin ?? null;
  if (estimateMin === null) return null;
  const { totalMin, cases } = rawEffort(home, item, estimateMin);
  const spentMin = home.spent.get(item.path)?.min ?? 0;
  return {
    estimateMin,
    spentMin,
    totalMin: givenSpent(totalMin, spentMin).map(roundMin),
    cases,
    restsOnPrior: cases < FEW_CASES,
  };
}

/** No finer than it is known: five minutes below an hour, a quarter up to ten, then whole hours. */
function roundMin(min: number): number {
  const step = min < 60 ? 5 : min < 600 ? 15 : 60;
  return Math.max(step, Math.round(min / step) * step);
}

function paceOf(
  context: Context,
  home: ForecastHome,
  points: ReadonlyMap<string, ProgressPoint[]>,
  item: Item,
): FinishJson | null {
  const known = points.get(item.path);
  if (known === undefined || item.progress === null || item.progress.ratio === 0) return null;
  const found = forecastPace({
    points: known,
    today: epochDayOf(context.today),
    others: pacesBeside(home, points, item),
  });
  if (found === null) return null;
  const { days, cases, restsOnPrior } = found;
  return { by: "pace", dates: datesOf(context, days), cases, restsOnPrior };
}

/** Average part a week of other items with at least two points. */
function pacesBeside(home: ForecastHome, points: ReadonlyMap<string, ProgressPoint[]>, item: Item): number[] {
  return home.page.view.items.flatMap(({ path, role }) => {
    const known = path === item.path || role !== item.role ? [] : (points.get(path) ?? []);
    const [first, last] = [known[0], known.at(-1)];
    const days = first === undefined || last === undefined ? 0 : last.epochDay - first.epochDay;
    const pace = days < 7 ? 0 : ((last!.ratio - first!.ratio) / days) * 7;
    return pace > 0 ? [pace] : [];
  });
}

function datesOf(context: Context, days: DayQuantiles): DateQuantiles {
  return days.map((count) => (count === null ? null : addDays(context.today, count)));
}

function averageWeek({ weeks }: ForecastHome): Record<Lane, number> | null {
  if (weeks.length === 0) return null;
  const average = {} as Record<Lane, number>;
  for (const lane of LANES)
    average[lane] = Math.round(weeks.reduce((sum, week) => sum + week[lane], 0) / weeks.length);
  return average;
}

function toKept(context: Context, { items }: ForecastData): KeptForecast[] {
  const at = isoAt(nowMin(context), context.zone);
  return items.flatMap(({ path, effort, finish }): KeptForecast[] => [
    ...(effort === null
      ? []
      : [{ kind: "effort" as const, at, item: path, values: effort.totalMin, cases: effort.cases }]),
    ...(finish === null
      ? []
      : [
          {
            kind: "finish" as const,
            at,
            item: path,
            values: finish.dates.map(epochDayOrNull),
            cases: finish.cases,
          },
        ]),
  ]);
}

function epochDayOrNull(date: string | null): number | null {
  return date === null ? null : epochDayOf(date as LocalDate);
}
