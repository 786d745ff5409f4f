// Forecasts of a home, made from what forecast-home.ts read: of each item what it takes and when it is done, of each priority's
// list and of each goal when the last of it is. Nothing is written here.

import { addDays, epochDayOf, type LocalDate } from "../base/index.ts";
import {
  type DayQuantiles,
  FEW_CASES,
  forecastPace,
  type Goal,
  givenSpent,
  type Item,
  LANES,
  type Lane,
  type PaceForecast,
  type ProgressPoint,
  type Quantiles,
  type SimulatedGroup,
  type SimulatedTask,
  type Store,
  simulateList,
} from "../domain/index.ts";
import type { Context } from "./action.ts";
import { type ForecastHome, toTask } from "./forecast-home.ts";
import type {
  DateQuantiles,
  EffortJson,
  FinishJson,
  ForecastData,
  ForecastGoalJson,
  ForecastItemJson,
  ForecastListJson,
} from "./forecast-json.ts";
import { progressOf } from "./forecast-progress.ts";
import { goalsOf, itemNamed } from "./goal-state.ts";
import { priorityOrder } from "./listed-item.ts";

/** What is asked about: one item, one goal with what serves it, or all. */
export type Asked = { item: string } | { goal: Goal } | null;

/** How sure a goal is in time, no finer than it is known. */
const CHANCE_STEP = 0.05;

export function makeForecasts(context: Context, home: ForecastHome, asked: Asked): ForecastData {
  const open = home.page.view.items.filter(isOpen);
  const recorded = new Map([...home.spent].map(([path, { days }]) => [path, days]));
  const points = progressOf(context, home.page, recorded);
  const efforts = new Map(open.flatMap((item) => entry(item, effortOf(home, item))));
  const goals = goalsToForecast(context, asked).map((goal) => membersOf(context, home, goal));
  const wanted = wantedPaths(asked, goals);
  const isWanted = ({ path }: Item): boolean => wanted === null || wanted.has(path);
  const paces = new Map(
    open.filter(isWanted).flatMap((item) => entry(item, paceOf(context, home, points, item))),
  );
  const tasks = [...home.roots]
    .sort((a, b) => taken(a) - taken(b))
    .flatMap((root) => tasksOf(root, home, efforts));
  const planned = new Set(tasks.map(({ id }) => id));
  const groups = goals.map((goal) => groupOf(context, goal, paces, planned));
  const input = { tasks, weeks: home.weeks, capacityMin: home.capacityMin, groups };
  const simulation = once(context, input, () => simulateList(input));
  const byHours = new Map(simulation.tasks.map(({ id, days }) => [id, days]));
  const hours = { cases: simulation.weeks, restsOnPrior: simulation.restsOnPrior };
  const finishOf = (item: Item): FinishJson | null => {
    const pace = paces.get(item.path);
    if (pace !== undefined) {
      const { days, cases, restsOnPrior } = pace;
      return { by: "pace", dates: datesOf(context, days), cases, restsOnPrior };
    }
    const days = byHours.get(item.path);
    const few = hours.restsOnPrior || (efforts.get(item.path)?.restsOnPrior ?? false);
    return days === undefined
      ? null
      : { by: "hours", dates: datesOf(context, days), cases: hours.cases, restsOnPrior: few };
  };
  const items = open.filter(isWanted).flatMap((item): ForecastItemJson[] => {
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
  return {
    today: context.today,
    items,
    lists: asked === null ? lists : [],
    goals: goals.flatMap((goal, index): ForecastGoalJson[] => {
      const { days, inTime } = simulation.groups[index]!;
      const group = groups[index]!;
      const count = group.tasks.length + group.others.length;
      if (count === 0) return [];
      const isGuess = group.tasks.some((id) => efforts.get(id)?.restsOnPrior);
      const basis = basisOf(goal, group, paces, { ...hours, restsOnPrior: hours.restsOnPrior || isGuess });
      const { number, line, title, period } = goal.json;
      const chance = inTime === null ? null : Math.round(inTime / CHANCE_STEP) * CHANCE_STEP;
      return [
        {
          number,
          line,
          title,
          items: count,
          unestimated: goal.members.filter((item) => !isCounted(item, group, paces)).map(({ path }) => path),
          dates: datesOf(context, days),
          end: period?.to ?? null,
          inTime: chance === null ? null : Number(chance.toFixed(2)),
          ...basis,
        },
      ];
    }),
    unestimated: open
      .filter((item) => item.parent === null && !isPlanned(item, planned))
      .map(({ path }) => path),
    weekMin: averageWeek(home),
  };
}

/** Runs that were made once: a server is asked for the same ones again and again, and the same input says the same. */
const remembered = new WeakMap<Store, Map<string, unknown>>();
const REMEMBERED = 200;

function once<T>({ world: { store } }: Context, input: unknown, run: () => T): T {
  const memory = remembered.get(store) ?? new Map<string, unknown>();
  remembered.set(store, memory);
  const key = JSON.stringify(input);
  const known = memory.get(key) as T | undefined;
  if (known !== undefined) return known;
  const made = run();
  if (memory.size >= REMEMBERED) memory.delete(memory.keys().next().value!);
  memory.set(key, made);
  return made;
}

function isOpen({ state }: Item): boolean {
  return state === "open" || state === "doing";
}

// --- Goals -------------------------------------------------------------------------------------------------------------

interface GoalToForecast {
  json: { number: number; line: number; title: string; period: Goal["period"] };
  /** Open items of the page that serve it, or whose progress is one of its key results. */
  members: Item[];
}

function goalsToForecast(context: Context, asked: Asked): { goal: Goal; number: number }[] {
  const all = goalsOf(context).goals.goals.map((goal, index) => ({ goal, number: index + 1 }));
  if (asked === null) return all.filter(({ goal }) => goal.state === "open");
  return "goal" in asked ? all.filter(({ goal }) => goal.line === asked.goal.line) : [];
}

function membersOf(
  context: Context,
  home: ForecastHome,
  { goal, number }: { goal: Goal; number: number },
): GoalToForecast {
  const names = [
    ...goal.services.map(({ name }) => name),
    ...goal.results.flatMap(({ measure }) => (measure?.kind === "items" ? measure.names : [])),
  ];
  const paths = new Set(names.flatMap((name) => itemNamed(context, name)?.item.path ?? []));
  const { line, title, period } = goal;
  return {
    json: { number, line, title, period },
    members: home.page.view.items.filter((item) => paths.has(item.path) && isOpen(item)),
  };
}

/** What goes at its pace, and tasks: its own, those of its steps, or the one that it is a part of. */
function groupOf(
  context: Context,
  { json, members }: GoalToForecast,
  paces: ReadonlyMap<string, PaceForecast>,
  planned: ReadonlySet<string>,
): SimulatedGroup {
  const tasks = members.filter(({ path }) => !paces.has(path)).flatMap((item) => tasksAround(item, planned));
  return {
    id: String(json.line),
    tasks: [...new Set(tasks)],
    others: members.flatMap(({ path }) => (paces.has(path) ? [paces.get(path)!.days] : [])),
    lastDay:
      json.period === null ? null : epochDayOf(json.period.to as LocalDate) - epochDayOf(context.today),
  };
}

function tasksAround(item: Item, planned: ReadonlySet<string>): string[] {
  const below = tasksBelow(item, planned);
  if (below.length > 0) return below;
  for (let at = item.parent; at !== null; at = at.parent) if (planned.has(at.path)) return [at.path];
  return [];
}

function tasksBelow(item: Item, planned: ReadonlySet<string>): string[] {
  return planned.has(item.path) ? [item.path] : item.steps.flatMap((step) => tasksBelow(step, planned));
}

function isCounted(item: Item, { tasks }: SimulatedGroup, paces: ReadonlyMap<string, PaceForecast>): boolean {
  return paces.has(item.path) || tasksAround(item, new Set(tasks)).length > 0;
}

/** It is no surer than the least of what it waits for. */
function basisOf(
  { members }: GoalToForecast,
  group: SimulatedGroup,
  paces: ReadonlyMap<string, PaceForecast>,
  hours: { cases: number; restsOnPrior: boolean },
): Pick<ForecastGoalJson, "by" | "cases" | "restsOnPrior"> {
  const own = members.flatMap(({ path }) => paces.get(path) ?? []);
  const parts = group.tasks.length === 0 ? own : [hours, ...own];
  return {
    by: own.length === 0 ? "hours" : group.tasks.length === 0 ? "pace" : "both",
    cases: Math.min(...parts.map(({ cases }) => cases)),
    restsOnPrior: parts.some(({ restsOnPrior }) => restsOnPrior),
  };
}

function wantedPaths(asked: Asked, goals: readonly GoalToForecast[]): Set<string> | null {
  if (asked === null) return null;
  if ("item" in asked) return new Set([asked.item]);
  return new Set(goals.flatMap(({ members }) => members.map(({ path }) => path)));
}

// --- Items -------------------------------------------------------------------------------------------------------------

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
  const estimateMin = home.estimates.get(item.path)!.min;
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
  const estimate = home.estimates.get(item.path);
  if (estimate === undefined) return null;
  const estimateMin = estimate.min;
  const { totalMin, cases } = rawEffort(home, item, estimateMin);
  const spentMin = home.spent.get(item.path)?.min ?? 0;
  return {
    estimateMin,
    estimateFrom: estimate.from,
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
): PaceForecast | null {
  const known = points.get(item.path);
  if (known === undefined || item.progress === null || item.progress.ratio === 0) return null;
  const input = {
    points: known,
    today: epochDayOf(context.today),
    others: pacesBeside(home, points, item),
  };
  return once(context, input, () => forecastPace(input));
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
