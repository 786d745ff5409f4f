// When a list will be done: tasks with what they may still take, worked off week by week with the hours that really went
// to each priority. Ten thousand runs; each draws what every task takes, how far past weeks can be trusted, and the weeks.

import { PRIORITIES, type Priority } from "../item.ts";
import { FEW_CASES, LEVELS, type Quantiles } from "./case.ts";
import { type Chance, makeChance } from "./chance.ts";
import { type DayQuantiles, dayQuantiles, HORIZON_DAYS } from "./pace.ts";

export type Lane = Priority | "none";
export const LANES: readonly Lane[] = [...PRIORITIES, "none"];

/** Minutes that went to items of each priority in one week. */
export type WeekHours = Readonly<Record<Lane, number>>;

export interface SimulatedTask {
  id: string;
  lane: Lane;
  /** Minutes that it takes in all, at `LEVELS`. */
  totalMin: Quantiles;
  /** Minutes that it has taken so far: it takes more than that. */
  spentMin: number;
}

/** What is done when all of several are: some tasks, and what goes at a pace of its own. */
export interface SimulatedGroup {
  id: string;
  /** Ids of tasks. */
  tasks: readonly string[];
  /** When each of the others is done, in days at `LEVELS`. */
  others: readonly DayQuantiles[];
  /** For `inTime`: days from today; null where there is no last day. */
  lastDay: number | null;
}

export interface SimulationInput {
  /** In the order in which they are taken up within their priority. */
  tasks: readonly SimulatedTask[];
  /** Latest first. */
  weeks: readonly WeekHours[];
  /** Minutes of working time in a week by the settings. */
  capacityMin: number;
  groups?: readonly SimulatedGroup[];
  runs?: number;
  seed?: number;
}

export interface Simulation {
  tasks: { id: string; days: DayQuantiles }[];
  /** When the last task of a priority, and of all, is done. */
  lanes: { lane: Lane; days: DayQuantiles }[];
  all: DayQuantiles;
  /** `inTime`: the part of the runs in which it is done by its last day. */
  groups: { id: string; days: DayQuantiles; inTime: number | null }[];
  /** Weeks that were seen. */
  weeks: number;
  restsOnPrior: boolean;
}

const RUNS = 10_000;
const HORIZON_WEEKS = Math.ceil(HORIZON_DAYS / 7);
/** The prior: half of the working hours come to items, so much to each priority; it counts as much as four weeks. */
const PRIOR_PART = 0.5;
const PRIOR_SHARES: WeekHours = { highest: 0.4, high: 0.3, medium: 0.15, low: 0.05, none: 0.1 };
const PRIOR_WEEKS = 4;
const PRIOR_SIGMA = 0.5;
const MEMORY_WEEKS = 13;

export function simulateList(input: SimulationInput): Simulation {
  const { tasks, weeks, capacityMin } = input;
  const runs = input.runs ?? RUNS;
  const chance = makeChance(input.seed ?? 1);
  const queues = LANES.map((lane) => tasks.flatMap((task, index) => (task.lane === lane ? [index] : [])));
  const ends = tasks.map(() => new Float64Array(runs));
  const history = weeks.map((week) => Float64Array.from(LANES, (lane) => week[lane]));
  const prior = Float64Array.from(LANES, (lane) => capacityMin * PRIOR_PART * PRIOR_SHARES[lane]);
  const left = new Float64Array(tasks.length);
  const below = tasks.map(({ totalMin, spentMin }) => levelOf(totalMin, spentMin));
  for (let run = 0; run < runs; run++) {
    for (let index = 0; index < tasks.length; index++)
      left[index] = drawLeft(tasks[index]!, below[index]!, chance);
    workOff(queues, left, history, prior, chance, (task, week) => {
      ends[task]![run] = 7 * week;
    });
  }
  // After the runs, so that groups change nothing of what is said about tasks.
  const groups = (input.groups ?? []).map((group) => endOfGroup(group, { tasks, ends, runs }, chance));
  const latest = (indexes: readonly number[]): DayQuantiles =>
    dayQuantiles(
      Array.from({ length: runs }, (_, run) => Math.max(0, ...indexes.map((one) => ends[one]![run]!))),
    );
  return {
    tasks: tasks.map(({ id }, index) => ({ id, days: dayQuantiles([...ends[index]!]) })),
    lanes: LANES.flatMap((lane, index) =>
      queues[index]!.length === 0 ? [] : [{ lane, days: latest(queues[index]!) }],
    ),
    all: latest(tasks.map((_, index) => index)),
    groups,
    weeks: weeks.length,
    restsOnPrior: weeks.length < FEW_CASES,
  };
}

function endOfGroup(
  { id, tasks: names, others, lastDay }: SimulatedGroup,
  { tasks, ends, runs }: { tasks: readonly SimulatedTask[]; ends: readonly Float64Array[]; runs: number },
  chance: Chance,
): Simulation["groups"][number] {
  const indexes = tasks.flatMap((task, index) => (names.includes(task.id) ? [index] : []));
  const starts = others.map(() => chance.uniform());
  const days = Array.from({ length: runs }, (_, run) => {
    const own = indexes.map((index) => ends[index]![run]!);
    // Levels that fill the range evenly: one thing alone keeps the quantiles that it was given.
    const beside = others.map((quantiles, at) => dayAtLevel(quantiles, (starts[at]! + run * GOLDEN) % 1));
    return Math.max(0, ...own, ...beside);
  });
  const inTime = lastDay === null ? null : days.filter((day) => day <= lastDay).length / days.length;
  return { id, days: dayQuantiles(days), inTime };
}

/** Multiples of it are spread over the range from 0 to 1 more evenly than those of any other number. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** A day by its quantiles; what is not within ten years is never. */
function dayAtLevel(quantiles: DayQuantiles, level: number): number {
  const known = quantiles.map((day) => Math.max(1, day ?? 4 * HORIZON_DAYS)) as unknown as Quantiles;
  const day = valueAt(known, Math.min(0.999, Math.max(0.001, level)));
  return day > HORIZON_DAYS ? Number.POSITIVE_INFINITY : day;
}

/** One run: tasks of a priority one after the other with its hours; hours that find nothing to do go to the next priority. */
function workOff(
  queues: readonly (readonly number[])[],
  left: Float64Array,
  history: readonly Float64Array[],
  prior: Float64Array,
  chance: Chance,
  finish: (task: number, week: number) => void,
): void {
  const heads = queues.map(() => 0);
  let open = left.length;
  const weights = history.map((_, age) => Math.exp(-age / MEMORY_WEEKS) * chance.exponential());
  let priorWeight = 0;
  for (let week = 0; week < PRIOR_WEEKS; week++) priorWeight += chance.exponential();
  const total = weights.reduce((sum, weight) => sum + weight, priorWeight);
  const factor = Math.exp(PRIOR_SIGMA * chance.normal());
  for (let week = 0; week < HORIZON_WEEKS && open > 0; week++) {
    let at = chance.uniform() * total - priorWeight;
    let hours = prior;
    for (let index = 0; at > 0 && index < history.length; index++) {
      hours = history[index]!;
      at -= weights[index]!;
    }
    const isPrior = hours === prior;
    let spare = 0;
    // Twice around: what the lower priorities leave goes to the higher ones that are not done.
    for (let turn = 0; turn < 2 * queues.length && (turn < queues.length || spare > 0); turn++) {
      const lane = turn % queues.length;
      const own = turn < queues.length ? hours[lane]! * (isPrior ? factor : 1) : 0;
      let free = own + spare;
      const given = free;
      const queue = queues[lane]!;
      while (free > 0 && heads[lane]! < queue.length) {
        const task = queue[heads[lane]!]!;
        if (left[task]! > free) {
          left[task]! -= free;
          free = 0;
          break;
        }
        free -= left[task]!;
        finish(task, week + (given > 0 ? (given - free) / given : 0));
        heads[lane]!++;
        open--;
      }
      spare = free;
    }
  }
  queues.forEach((queue, lane) => {
    for (const task of queue.slice(heads[lane])) finish(task, Number.POSITIVE_INFINITY);
  });
}

/** What a task still takes, given that it takes more than it has taken. */
function drawLeft({ totalMin, spentMin }: SimulatedTask, below: number, chance: Chance): number {
  // Beyond all that was thought possible: about a fifth more, whatever it has taken.
  if (below > 0.995) return Math.max(15, spentMin * 0.2 * chance.exponential());
  return Math.max(1, valueAt(totalMin, below + (1 - below) * chance.uniform()) - spentMin);
}

/** The same quantiles for a task that has already taken so long without being done. */
export function givenSpent(totalMin: Quantiles, spentMin: number): Quantiles {
  const below = levelOf(totalMin, spentMin);
  if (below === 0) return totalMin;
  return LEVELS.map((level) =>
    Math.max(spentMin, valueAt(totalMin, Math.min(0.999, below + (1 - below) * level))),
  ) as unknown as Quantiles;
}

/** How much of the distance from the quarter to the tail one factor of e beyond the tail adds: a little more than a normal. */
const TAIL_GROWTH = 0.5;

/** Between `LEVELS` the logarithm is even; beyond them the tails are exponential. `level` is above 0 and below 1. */
function valueAt(quantiles: Quantiles, level: number): number {
  const logs = quantiles.map((value) => Math.log(value));
  const last = LEVELS.length - 1;
  const beyond = (tail: number, inner: number, part: number): number =>
    Math.exp(logs[tail]! + (logs[tail]! - logs[inner]!) * TAIL_GROWTH * Math.log(LEVELS[0] / part));
  if (level < LEVELS[0]) return beyond(0, 1, level);
  if (level > LEVELS[last]!) return beyond(last, last - 1, 1 - level);
  let low = 0;
  while (low < last - 1 && level > LEVELS[low + 1]!) low++;
  const part = (level - LEVELS[low]!) / (LEVELS[low + 1]! - LEVELS[low]!);
  return Math.exp(logs[low]! + part * (logs[low + 1]! - logs[low]!));
}

/** The part of all outcomes below a value. */
function levelOf(quantiles: Quantiles, value: number): number {
  if (value <= 0) return 0;
  let from = 0;
  let to = 1;
  for (let step = 0; step < 24; step++) {
    const middle = (from + to) / 2;
    if (valueAt(quantiles, middle) < value) from = middle;
    else to = middle;
  }
  return from;
}
