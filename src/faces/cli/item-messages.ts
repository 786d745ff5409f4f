// What the command line says about one item, in both languages.

import { formatDuration, type Tongue } from "../../base/index.ts";

const percent = (ratio: number): string => `${Math.round(ratio * 100)}%`;
const times = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const en = {
  onPage: (place: string) => `On the page (${place})`,
  notes: (file: string) => `Notes (${file}, private)`,
  former: (titles: string) => `before: ${titles}`,
  goals: "Goals",
  importance: (value: number | null) => `importance ${value ?? "?"}`,
  help: (help: number | null) => `help ${help ?? "?"}`,
  effort: (min: number | null) => (min === null ? "effort ?" : formatDuration(min)),
  people: (people: number | null, names: string | null) =>
    names !== null
      ? `with ${names}`
      : people === null || people === 0
        ? ""
        : times(people, "person", "people"),
  points: (done: number, total: number) => `${done}/${total} check points`,
  byStep: (path: string) => `by ${path}`,
  forecast: "Forecast",
  time: "Time",
  recorded: (min: number, days: number, first: string, last: string) =>
    `${formatDuration(min)} recorded on ${times(days, "day", "days")}, ${first === last ? first : `${first} to ${last}`}`,
  nothingRecorded: "nothing recorded yet",
  estimate: (min: number, ratio: number, isFinal: boolean) =>
    isFinal
      ? `it took ${percent(ratio)} of the ${formatDuration(min)} that were estimated`
      : `${percent(ratio)} of the ${formatDuration(min)} that are estimated`,
  planned: (min: number, keptMin: number, kept: number, blocks: number) =>
    `${formatDuration(min)} planned, ${formatDuration(keptMin)} of it kept, ${kept} of ${times(blocks, "block", "blocks")}`,
  next: (day: string, span: string) => `next block ${day} ${span}`,
  week: (from: string) => `week of ${from}`,
  running: "…",
  more: (count: number) => `… ${count} more`,
  log: "In the log",
  life: (source: "git" | "journal", since: string) =>
    source === "git" ? `On the page since ${since}` : `On the page since ${since} or before (journal)`,
  lifeGone: "Its life on the page",
};

const zh: typeof en = {
  onPage: (place) => `页面原文（${place}）`,
  notes: (file) => `笔记（${file}，私人）`,
  former: (titles) => `原题：${titles}`,
  goals: "目标",
  importance: (value) => `重要性 ${value ?? "?"}`,
  help: (help) => `帮助 ${help ?? "?"}`,
  effort: (min) => (min === null ? "时间 ?" : formatDuration(min, "zh")),
  people: (people, names) =>
    names !== null
      ? `需要${/^[A-Za-z\d]/.test(names) ? " " : ""}${names}`
      : people === null || people === 0
        ? ""
        : `需要 ${people} 人`,
  points: (done, total) => `检查点 ${done}/${total}`,
  byStep: (path) => `由 ${path}`,
  forecast: "预测",
  time: "时间",
  recorded: (min, days, first, last) =>
    `${days} 天共记录 ${formatDuration(min, "zh")}，${first === last ? first : `${first} 到 ${last}`}`,
  nothingRecorded: "还没有记录",
  estimate: (min, ratio, isFinal) =>
    isFinal
      ? `实际用了估计（${formatDuration(min, "zh")}）的 ${percent(ratio)}`
      : `已用估计（${formatDuration(min, "zh")}）的 ${percent(ratio)}`,
  planned: (min, keptMin, kept, blocks) =>
    `计划 ${formatDuration(min, "zh")}，做到 ${formatDuration(keptMin, "zh")}；${blocks} 个时段里做到 ${kept} 个`,
  next: (day, span) => `下一个时段 ${day} ${span}`,
  week: (from) => `${from} 起的一周`,
  running: "…",
  more: (count) => `… 还有 ${count} 条`,
  log: "记录里提到",
  life: (source, since) =>
    source === "git" ? `${since} 起在页面上` : `${since} 或更早就在页面上（据改动记录）`,
  lifeGone: "它在页面上的经历",
};

export function sayItem(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
