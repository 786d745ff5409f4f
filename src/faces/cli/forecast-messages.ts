// What the command line says about forecasts, in both languages.

import { formatDuration, type Tongue } from "../../base/index.ts";
import type { Lane, MethodName } from "../../domain/index.ts";

/** Lower and upper end of an interval. */
type Ends = readonly [string, string];

const en = {
  everybody: "all",
  first: (count: number) => `first ${count} tasks of each person`,
  nobody: "(no name)",
  methods: {
    nunc: "nunc",
    raw: "raw estimate",
    point: "raw, a point",
    all: "all ratios",
    category: "by category",
  } as Readonly<Record<MethodName, string>>,
  columns: ["n", "|log err|", "pinball", "50%", "90%", "width 90%"],
  legend:
    "|log err|: mean distance of the median from the truth, as log; pinball: mean loss at 5, 25, 50, 75, 95% on logs; 50%, 90%: truths inside the interval; width: median, as the factor from its lower to its upper end.",
  plain:
    "Beside it: the estimate with ten pseudo-ratios around it (log-normal, median 1, sigma ln 2), or taken at its word; all ratios of the person so far; those of the category, with all ratios weighing as twenty.",
  takes: "takes",
  done: "done",
  later: "not in ten years",
  never: "?",
  min: (value: number) => formatDuration(value),
  spread: (median: string, half: Ends, most: Ends) =>
    `${median}  (50%: ${half[0]} to ${half[1]}; 90%: ${most[0]} to ${most[1]})`,
  spent: (value: number) => `${formatDuration(value)} so far`,
  cases: (count: number) => `${count} ${count === 1 ? "case" : "cases"}`,
  weeks: (count: number) => `${count} ${count === 1 ? "week" : "weeks"} of hours`,
  onPrior: (cases: string) => `${cases}: too few, it rests on the prior`,
  hardlyEver: (date: string) => `not in ten years, most likely (5%: by ${date})`,
  lists: "The list, priority by priority",
  lanes: {
    highest: "highest",
    high: "high",
    medium: "medium",
    low: "low",
    none: "no priority",
    all: "all",
  } as Readonly<Record<Lane | "all", string>>,
  items: (count: number) => `${count} ${count === 1 ? "item" : "items"}`,
  unestimated: (count: number) =>
    `${count} open ${count === 1 ? "item has" : "items have"} no estimate and ${count === 1 ? "takes" : "take"} no time here: with ${count === 1 ? "it" : "them"} it is later.`,
  kinds: { effort: "how long it takes", finish: "when it is done", goal: "when a goal is reached" },
  goal: (title: string) => `Goal: ${title}`,
  comma: ", ",
  onPriorEffort: (cases: string) =>
    `${cases}, but too few finished tasks with an estimate: it rests on the prior`,
  inTime: (chance: number, end: string) =>
    chance <= 0.05
      ? `hardly in time: at most 5% by ${end}`
      : chance >= 0.95
        ? `in time: 95% or more by ${end}`
        : `${Math.round(chance * 100)}% by ${end}, when its time is over`,
};

const zh: typeof en = {
  everybody: "全部",
  first: (count) => `每人最初 ${count} 个任务`,
  nobody: "（无名）",
  methods: { nunc: "nunc", raw: "原估计", point: "原估计单值", all: "全部比值", category: "按类别" },
  columns: ["n", "对数误差", "分位损失", "50%", "90%", "90% 宽度"],
  legend:
    "对数误差：中位数与实际之差的平均（对数）；分位损失：5、25、50、75、95% 处对数损失的平均；50%、90%：落在区间内的比例；宽度：区间上下端之比的中位数。",
  plain:
    "对照：估计本身加上十个伪比值（对数正态，中位数 1，sigma 为 ln 2），或直接当真；本人至今的全部比值；同类别的比值，全部比值合计权重二十。",
  takes: "需要",
  done: "完成",
  later: "十年之内不行",
  never: "？",
  min: (value) => formatDuration(value, "zh"),
  spread: (median, half, most) =>
    `${median}  （50%：${half[0]} 到 ${half[1]}；90%：${most[0]} 到 ${most[1]}）`,
  spent: (value) => `已用 ${formatDuration(value, "zh")}`,
  cases: (count) => `${count} 例`,
  weeks: (count) => `${count} 周的时间`,
  onPrior: (cases) => `${cases}：太少，主要依据先验`,
  hardlyEver: (date) => `十年之内多半不行（5%：${date} 之前）`,
  lists: "按优先级逐个完成整个清单",
  lanes: { highest: "最高", high: "高", medium: "中", low: "低", none: "无优先级", all: "全部" },
  items: (count) => `${count} 个条目`,
  unestimated: (count) => `${count} 个未完成的条目没有估计，这里没有算它们的时间：算上会更晚。`,
  kinds: { effort: "要多久", finish: "何时完成", goal: "目标何时达成" },
  goal: (title) => `目标：${title}`,
  comma: "，",
  onPriorEffort: (cases) => `${cases}，但有估计且已完成的任务太少，主要依据先验`,
  inTime: (chance, end) =>
    chance <= 0.05
      ? `多半赶不上：${end} 之前做完的可能不到 5%`
      : chance >= 0.95
        ? `赶得上：${end} 之前做完的可能在 95% 以上`
        : `${end} 到期，之前做完的可能约 ${Math.round(chance * 100)}%`,
};

export type ForecastTexts = typeof en;

export function sayForecast(tongue: Tongue): ForecastTexts {
  return tongue === "zh" ? zh : en;
}
