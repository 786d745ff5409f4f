// Tables of reports: the words of their columns in both languages, one list for all of them, so that a column is called the
// same everywhere.

import type { Tongue } from "../base/index.ts";
import type { FigureUnit, ReportTable } from "../domain/index.ts";

const COLUMNS = {
  above: ["text", "stated above", "写在前"],
  abnormal: ["count", "abnormal conditions", "异常状态数"],
  action: ["text", "settled by moving to", "可移到"],
  amount: ["count", "amount", "数量"],
  before: ["text", "before", "之前"],
  below: ["text", "stated below", "写在后"],
  blocks: ["count", "blocks", "时段数"],
  "buffer-min": ["min", "buffer", "缓冲"],
  "buffer-spent-min": ["min", "buffer spent", "已用缓冲"],
  by: ["text", "by", "按"],
  cases: ["count", "cases", "例数"],
  chance: ["ratio", "chance", "概率"],
  checked: ["text", "checked", "已自检"],
  condition: ["text", "condition", "状态"],
  count: ["count", "number", "数目"],
  date: ["date", "day", "日期"],
  "day-off": ["text", "day off", "休息日"],
  "effort-min": ["min", "effort", "投入"],
  end: ["date", "end of the period", "期限"],
  "estimate-min": ["min", "estimate", "估计"],
  from: ["date", "from", "从"],
  goal: ["text", "goal", "目标"],
  goals: ["text", "goals", "目标"],
  healthy: ["count", "healthy conditions", "健康状态数"],
  held: ["count", "days on which it held", "出现的天数"],
  "high-min": ["min", "high priority", "高优先级"],
  "highest-min": ["min", "highest priority", "最高优先级"],
  "held-before": ["count", "days on which it held before", "之前出现的天数"],
  help: ["count", "help", "帮助"],
  "in-time": ["ratio", "chance of being done in time", "按时完成的概率"],
  "interrupted-min": ["min", "interrupted", "被打断"],
  interruptions: ["count", "interruptions", "打断次数"],
  item: ["text", "item", "条目"],
  items: ["count", "items", "条目数"],
  "judge-on": ["date", "judged on", "评判日"],
  kept: ["count", "kept", "守住"],
  "kept-blocks": ["count", "blocks kept", "守住的时段"],
  "kept-min": ["min", "kept", "守住"],
  key: ["text", "key", "键"],
  kind: ["text", "kind", "种类"],
  "last-moved-on": ["date", "last moved on", "最近一次变动"],
  "lived-rank": ["count", "lived rank", "做的名次"],
  "low-min": ["min", "low priority", "低优先级"],
  "medium-min": ["min", "medium priority", "中优先级"],
  min: ["min", "length", "时长"],
  "none-min": ["min", "no priority", "没有优先级"],
  noted: ["text", "has a note", "有记录"],
  of: ["count", "of", "总数"],
  "open-days": ["days", "working days open", "在列的工作日"],
  "other-min": ["min", "no item", "不是条目"],
  outcome: ["text", "outcome", "结果"],
  p05: ["text", "5%", "5%"],
  p25: ["text", "25%", "25%"],
  p50: ["text", "50%", "50%"],
  p75: ["text", "75%", "75%"],
  p95: ["text", "95%", "95%"],
  people: ["count", "people", "人数"],
  period: ["text", "period", "周期"],
  "planned-min": ["min", "planned", "计划"],
  points: ["count", "check points", "检查点"],
  "points-done": ["count", "check points done", "完成的检查点"],
  priority: ["text", "priority", "优先级"],
  ratio: ["ratio", "how far", "进度"],
  "recorded-min": ["min", "recorded", "记录"],
  "recorded-times": ["count", "times recorded", "记录次数"],
  says: ["text", "in words", "说明"],
  share: ["ratio", "share", "占比"],
  since: ["date", "since", "起始"],
  solved: ["text", "solved", "已解决"],
  state: ["text", "state", "状态"],
  "stated-rank": ["count", "stated rank", "写的名次"],
  step: ["text", "next step", "下一步"],
  "step-last-moved-on": ["date", "next step last moved on", "下一步最近一次变动"],
  streak: ["count", "in a row", "连续"],
  times: ["count", "times", "次数"],
  title: ["text", "title", "标题"],
  to: ["date", "to", "到"],
  trials: ["text", "being tried", "在试"],
  "total-days": ["count", "days", "天数"],
  "total-days-before": ["count", "days before", "之前的天数"],
  unit: ["text", "unit", "单位"],
  value: ["count", "value", "值"],
  verdict: ["text", "verdict", "结论"],
} as const satisfies Record<string, readonly [FigureUnit, string, string]>;

export type ColumnKey = keyof typeof COLUMNS;

/** @param rows in the order of the columns */
export function makeTable(
  name: string,
  title: string,
  keys: readonly ColumnKey[],
  rows: ReportTable["rows"],
  tongue: Tongue,
): ReportTable {
  const columns = keys.map((key) => {
    const [unit, en, zh] = COLUMNS[key];
    return { key, title: tongue === "zh" ? zh : en, unit };
  });
  return { name, title, columns, rows };
}

/** As tables say yes and no. */
export function yesNo(value: boolean | null): string | null {
  return value === null ? null : value ? "yes" : "no";
}
