// What forecast says, in both languages.

import type { Tongue } from "../base/index.ts";
import type { SkippedWhy } from "../domain/index.ts";

const en = {
  noFile: (file: string) => `There is no file ${file} that could be read.`,
  notHere: () => "A table of estimates is read on the command line only.",
  missingColumns: (file: string, columns: readonly string[]) =>
    `${file} has no ${columns.length === 1 ? "column" : "columns"} ${columns.join(", ")}.`,
  columnsAre: () =>
    "It needs estimate, actual, known_at and done_at; it may have id, person, project, category, subcategory, unit.",
  noRows: (file: string) => `No row of ${file} can be used.`,
  tested: (n: number, persons: number) =>
    `${n} forecasts of ${persons} ${persons === 1 ? "person" : "persons"}, each from what was done before it.`,
  skipped: (why: SkippedWhy, count: number, line: number) =>
    `${count} left out: ${SKIPPED_EN[why]} (first in line ${line}).`,
  nothing: () => "Nothing to forecast: no open item has an estimate or progress.",
  nothingHint: () => "Say `nunc estimate ITEM 8h`, or `nunc progress ITEM 120/480`.",
  noItem: (title: string) => `“${title}” has no estimate and no progress, so nothing can be said about it.`,
  isDone: (title: string) => `“${title}” is done.`,
  noGoal: (title: string) =>
    `Nothing that serves “${title}” is open and has an estimate or progress, so nothing can be said about it.`,
  given: (items: number) => `${items} ${items === 1 ? "item" : "items"} forecast.`,
  givenGoal: (title: string) => `“${title}” forecast.`,
  scores: (known: number, kept: number) => `${known} of ${kept} forecasts can be scored.`,
  noForecasts: () => "No forecast was given yet.",
};

const SKIPPED_EN: Readonly<Record<SkippedWhy, string>> = {
  actual0: "actual is 0",
  "no-estimate": "no estimate above 0",
  "no-actual": "no actual",
  "no-known": "no known_at",
  "no-done": "no done_at",
  "done-before": "done_at is before known_at",
};

const SKIPPED_ZH: Readonly<Record<SkippedWhy, string>> = {
  actual0: "实际为 0",
  "no-estimate": "没有大于 0 的估计",
  "no-actual": "没有实际值",
  "no-known": "没有 known_at",
  "no-done": "没有 done_at",
  "done-before": "done_at 早于 known_at",
};

const zh: typeof en = {
  noFile: (file) => `没有能读取的文件 ${file}。`,
  notHere: () => "估计数据表只能在命令行里读取。",
  missingColumns: (file, columns) => `${file} 里没有 ${columns.join("、")} 列。`,
  columnsAre: () =>
    "必须有 estimate、actual、known_at、done_at；可以有 id、person、project、category、subcategory、unit。",
  noRows: (file) => `${file} 里没有一行可用。`,
  tested: (n, persons) => `${persons} 人的 ${n} 次预测，每次只用之前已完成的。`,
  skipped: (why, count, line) => `略过 ${count} 行：${SKIPPED_ZH[why]}（首见第 ${line} 行）。`,
  nothing: () => "没有可预测的：未完成的条目都没有估计，也没有进度。",
  nothingHint: () => "可以用 `nunc estimate 条目 8h` 或 `nunc progress 条目 120/480`。",
  noItem: (title) => `“${title}”没有估计，也没有进度，无从预测。`,
  isDone: (title) => `“${title}”已完成。`,
  noGoal: (title) => `推进“${title}”的未完成条目都没有估计或进度，无从预测。`,
  given: (items) => `预测了 ${items} 个条目。`,
  givenGoal: (title) => `预测了“${title}”。`,
  scores: (known, kept) => `${kept} 次预测中有 ${known} 次可以评分。`,
  noForecasts: () => "还没有做过预测。",
};

export function sayForecast(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
