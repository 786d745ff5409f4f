// What the command line says about goals, importance and commitments, in both languages.

import type { CommitmentPeriodJson, ResultJson } from "../../actions/index.ts";
import { formatDuration, type Tongue } from "../../base/index.ts";

type Sureness = "sure" | "likely" | "unsure";

const percent = (ratio: number): string => `${Math.round(ratio * 100)}%`;

function figuresOf({ measure, points, items }: ResultJson, tongue: Tongue): string {
  const [to, now] = tongue === "zh" ? [" 到 ", "，现在 "] : [" to ", ", now "];
  switch (measure?.kind) {
    case "number":
      return `${measure.done}/${measure.total}${measure.unit && ` ${measure.unit}`}`;
    case "from-to": {
      const unit = measure.unit && ` ${measure.unit}`;
      const today = measure.now === null ? "" : `${now}${measure.now}${unit}`;
      return `${measure.from}${to}${measure.to}${unit}${today}`;
    }
    case "points":
      return `${points.filter(({ done }) => done).length}/${points.length}`;
    case "items":
      return items.map(({ name }) => name).join("; ");
    default:
      return "";
  }
}

const en = {
  results: "Key results",
  problems: "Key problems",
  services: "Served by",
  noGoalProblems: "Key problems of no goal",
  states: { open: "", reached: "reached", "given-up": "given up" } as Record<string, string>,
  gone: (ratio: number) => `${percent(ratio)} of the time gone`,
  overdue: "the time is over",
  unmeasured: "  –",
  figures: (result: ResultJson) => figuresOf(result, "en"),
  hours: (min: number, range: { from: string; to: string; noted: number }) =>
    range.noted === 0
      ? `no day notes from ${range.from} to ${range.to}`
      : `${formatDuration(min)} recorded from ${range.from} to ${range.to}, on ${range.noted} ${range.noted === 1 ? "day" : "days"} with a note`,
  help: (help: number | null) => (help === null ? "help ?" : `help ${help}`),
  effort: (min: number | null, from: "goals" | "estimate" | null) =>
    min === null ? "effort ?" : `${formatDuration(min)}${from === "estimate" ? " (estimate)" : ""}`,
  people: (people: number | null, names: string | null) =>
    names !== null
      ? `with ${names}`
      : people === null || people === 0
        ? ""
        : `${people} ${people === 1 ? "person" : "people"}`,
  noItem: "no such item on the page",
  recorded: (min: number) => `${formatDuration(min)} recorded`,
  trying: (text: string, since: string | null) =>
    `trying: ${text}${since === null ? "" : ` (since ${since})`}`,
  solved: (on: string | null) => (on === null ? "solved" : `solved ${on}`),
  priorities: { highest: "highest", high: "high", medium: "medium", low: "low" } as Record<string, string>,
  points: (done: number, total: number) => `${done}/${total} check points`,
  disagreements: "Where the page disagrees",
  sureness: { sure: "sure", likely: "likely", unsure: "unsure" } as Record<Sureness, string>,
  settle: (path: string, priority: string) => `nunc move "${path}" -p ${priority}`,
  noDisagreement: "The order on the page and the answers agree.",
  kept: (kept: number, of: number) => (of === 0 ? "undecided" : `${kept} of ${of} kept`),
  streak: (streak: number) => `${streak} in a row`,
  verdicts: {
    kept: "kept",
    broken: "not kept",
    running: "running",
    off: "day off",
    unknown: "no records",
  } as Record<CommitmentPeriodJson["verdict"], string>,
  amount: (min: number, times: number, isTimes: boolean) =>
    isTimes ? `${times} ${times === 1 ? "time" : "times"}` : formatDuration(min),
  said: (said: boolean): string => (said ? "the check says it found time" : "the check says it found none"),
  legend: "■ kept  □ not kept  ▒ running  · unknown or off",
};

const zh: typeof en = {
  results: "关键结果",
  problems: "关键问题",
  services: "推进它的条目",
  noGoalProblems: "不属于某个目标的关键问题",
  states: { open: "", reached: "达成", "given-up": "放弃" },
  gone: (ratio) => `时间过去 ${percent(ratio)}`,
  overdue: "期限已过",
  unmeasured: "  –",
  figures: (result) => figuresOf(result, "zh"),
  hours: (min, range) =>
    range.noted === 0
      ? `${range.from} 到 ${range.to} 没有日志`
      : `${range.from} 到 ${range.to} 记录了 ${formatDuration(min, "zh")}，依据 ${range.noted} 天的日志`,
  help: (help) => (help === null ? "帮助 ?" : `帮助 ${help}`),
  effort: (min, from) =>
    min === null ? "时间 ?" : `${formatDuration(min, "zh")}${from === "estimate" ? "（估计）" : ""}`,
  people: (people, names) =>
    names !== null
      ? `需要${/^[A-Za-z\d]/.test(names) ? " " : ""}${names}`
      : people === null || people === 0
        ? ""
        : `需要 ${people} 人`,
  noItem: "页面上没有这个条目",
  recorded: (min) => `已记录 ${formatDuration(min, "zh")}`,
  trying: (text, since) => `在试：${text}${since === null ? "" : `（${since} 起）`}`,
  solved: (on) => (on === null ? "已解决" : `${on} 解决`),
  priorities: { highest: "最高", high: "高", medium: "中", low: "低" },
  points: (done, total) => `检查点 ${done}/${total}`,
  disagreements: "和页面不一致的地方",
  sureness: { sure: "很确定", likely: "较可能", unsure: "不确定" },
  settle: (path, priority) => `nunc move "${path}" -p ${priority}`,
  noDisagreement: "页面上的顺序和回答一致。",
  kept: (kept, of) => (of === 0 ? "还不能判断" : `${of} 次守住 ${kept} 次`),
  streak: (streak) => `连续 ${streak} 次`,
  verdicts: { kept: "守住", broken: "没守住", running: "进行中", off: "休息日", unknown: "没有记录" },
  amount: (min, times, isTimes) => (isTimes ? `${times} 次` : formatDuration(min, "zh")),
  said: (said) => (said ? "自检里说做了" : "自检里说没做"),
  legend: "■ 守住  □ 没守住  ▒ 进行中  · 未知或休息",
};

export function sayGoal(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
