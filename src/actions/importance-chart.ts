// The picture of importance: help against effort, as on the Goals screen. Pure, from the answer of `importance` alone, so that
// command line and browser draw the same.

import { formatDuration, type Tongue } from "../base/index.ts";
import type { Chart } from "../domain/index.ts";
import type { ImportanceData } from "./goals-json.ts";

export const IMPORTANCE_CHARTS = ["importance"] as const;

const BANDS = [3, 2, 1, 0] as const;

export function importanceCharts(data: ImportanceData, tongue: Tongue): Chart[] {
  const texts = tongue === "zh" ? zh : en;
  const say = (min: number | null): string => (min === null ? texts.unknown : formatDuration(min, tongue));
  const all = data.items.flatMap((item) => item.goals.map((goal) => ({ item, goal })));
  const hasOpen = all.some(({ goal }) => goal.help === null);
  const dots = all.map(({ item, goal }) => ({
    // An item that serves two goals stands there twice.
    label: item.goals.length > 1 ? `${item.title} → ${goal.title}` : item.title,
    band: goal.help === null ? BANDS.length : 3 - goal.help,
    x: item.effortMin,
    value: item.value === null ? "?" : String(item.value),
    says: texts.dot(item.title, goal.title, goal.help, say(item.effortMin), item.value),
  }));
  const most = data.items.find(({ value }) => value !== null);
  const parts = data.items.slice(0, 5).map(({ title, value }) => `${title} ${value ?? "?"}`);
  return [
    {
      kind: "bands",
      name: "importance",
      tongue,
      title: most === undefined ? texts.none : texts.title(most.title, data.disagreements.length),
      unit: texts.unit,
      alt:
        data.items.length === 0
          ? texts.empty
          : texts.alt(data.items.length, parts.join(tongue === "zh" ? "，" : ", ")),
      table: {
        name: "importance",
        title: texts.table,
        columns: [
          { key: "item", title: texts.item, unit: "text" },
          { key: "goal", title: texts.goal, unit: "text" },
          { key: "help", title: texts.help, unit: "count" },
          { key: "effort", title: texts.effort, unit: "min" },
          { key: "importance", title: texts.value, unit: "count" },
        ],
        rows: all.map(({ item, goal }) => [item.path, goal.title, goal.help, item.effortMin, item.value]),
      },
      empty: data.items.length === 0 ? texts.empty : null,
      bands: [...BANDS.map((help) => texts.band(help)), ...(hasOpen ? [texts.unknown] : [])],
      dots,
      unknown: texts.unknown,
      xTitle: texts.xTitle,
      yTitle: texts.yTitle,
    },
  ];
}

const en = {
  title: (title: string, disagreements: number) =>
    `“${title}” matters most${disagreements === 0 ? "; the page agrees" : `; the page disagrees in ${disagreements} ${disagreements === 1 ? "place" : "places"}`}`,
  none: "No item says yet how much it helps",
  unit: "Help toward a goal, 0 to 3, against effort in hours; the importance, 0 to 100, stands in the dot",
  alt: (items: number, first: string) =>
    `Dots for ${items} ${items === 1 ? "item" : "items"} by help and effort. Most important: ${first}.`,
  empty: "Nothing serves an open goal yet.",
  table: "Help, effort and importance",
  item: "Item",
  goal: "Goal",
  help: "Help",
  effort: "Effort",
  value: "Importance",
  band: (help: number) => String(help),
  unknown: "not answered",
  xTitle: "effort in hours",
  yTitle: "help",
  dot: (title: string, goal: string, help: number | null, effort: string, value: number | null) =>
    `${title} for ${goal}: help ${help ?? "?"}, effort ${effort}, importance ${value ?? "?"}`,
};

const zh: typeof en = {
  title: (title, disagreements) =>
    `「${title}」最重要${disagreements === 0 ? "，和页面一致" : `；和页面不一致的有 ${disagreements} 处`}`,
  none: "还没有条目写明帮助有多大",
  unit: "对目标的帮助（0 到 3）与所需小时数；圆里是重要性（0 到 100）",
  alt: (items, first) => `${items} 个条目按帮助和所需时间的散点。最重要的：${first}。`,
  empty: "还没有条目推进进行中的目标。",
  table: "帮助、所需时间与重要性",
  item: "条目",
  goal: "目标",
  help: "帮助",
  effort: "所需时间",
  value: "重要性",
  band: (help) => String(help),
  unknown: "没有回答",
  xTitle: "所需小时数",
  yTitle: "帮助",
  dot: (title, goal, help, effort, value) =>
    `${title}，为了${goal}：帮助 ${help ?? "?"}，需要 ${effort}，重要性 ${value ?? "?"}`,
};
