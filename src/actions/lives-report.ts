// Lives as tables for `--csv`: every item on a row, the years, how long things take.

import type { Tongue } from "../base/index.ts";
import {
  begunAt,
  dayOfLife,
  daysOfLife,
  type Life,
  type LivesOverview,
  type ReportTable,
} from "../domain/index.ts";
import type { Report } from "./action.ts";

const en = {
  items: "Lives",
  years: "Years",
  times: "How long things take",
  item: [
    "Id",
    "Title",
    "Kind",
    "Group",
    "Priority",
    "State",
    "Came on",
    "Begun on",
    "Ended on",
    "End",
    "Days",
    "Events",
  ],
  year: ["Year", "There at first", "Came", "Finished", "Gone", "Moves", "Open at the end", "Steps finished"],
  time: [
    "By",
    "Key",
    "Cases",
    "Finished",
    "Gone",
    "Standing",
    "Median days of the finished",
    "Finished in a year",
    "Gone in a year",
  ],
};

const zh: typeof en = {
  items: "轨迹",
  years: "各年",
  times: "要多久",
  item: ["编号", "标题", "类别", "分组", "优先级", "状态", "出现", "开始", "结束", "结局", "天数", "事件数"],
  year: ["年", "起初就有", "新增", "完成", "消失", "改动", "年末未完成", "完成的步骤"],
  time: ["按", "类", "例数", "完成", "消失", "还在", "完成者的中位天数", "一年内完成", "一年内消失"],
};

export function reportLives(items: readonly Life[], overview: LivesOverview, tongue: Tongue): Report {
  const t = tongue === "zh" ? zh : en;
  const last = overview.until;
  const lives: ReportTable = {
    name: "items",
    title: t.items,
    columns: columnsOf(
      t.item,
      [
        "id",
        "title",
        "kind",
        "group",
        "priority",
        "state",
        "came",
        "begun",
        "ended",
        "end",
        "days",
        "events",
      ],
      { came: "date", begun: "date", ended: "date", days: "days", events: "count" },
    ),
    rows: items.map((life) => {
      const begun = begunAt(life);
      const until = life.endedAt ?? last;
      return [
        life.id,
        life.path,
        life.role,
        life.group,
        life.priority,
        life.state,
        dayOfLife(life.cameAt),
        begun === null ? null : dayOfLife(begun),
        life.endedAt === null ? null : dayOfLife(life.endedAt),
        life.end,
        until === null ? null : daysOfLife(life.cameAt, until),
        life.events.length,
      ];
    }),
  };
  const years: ReportTable = {
    name: "years",
    title: t.years,
    columns: columnsOf(
      t.year,
      ["year", "there-at-first", "came", "finished", "gone", "moves", "standing", "steps-finished"],
      {},
      "count",
    ),
    rows: overview.years.map((one) => [
      one.year,
      one.found,
      one.came,
      one.finished,
      one.gone,
      one.moves,
      one.standing,
      one.stepsFinished,
    ]),
  };
  const times: ReportTable = {
    name: "times",
    title: t.times,
    columns: columnsOf(
      t.time,
      [
        "by",
        "key",
        "cases",
        "finished",
        "gone",
        "standing",
        "median-days",
        "finished-in-year",
        "gone-in-year",
      ],
      {
        by: "text",
        key: "text",
        "median-days": "days",
        "finished-in-year": "ratio",
        "gone-in-year": "ratio",
      },
      "count",
    ),
    rows: overview.times.map((one) => [
      one.by,
      one.key,
      one.cases,
      one.finished,
      one.gone,
      one.standing,
      one.medianDays,
      one.finishedInYear,
      one.goneInYear,
    ]),
  };
  return { tables: [lives, years, times], charts: [] };
}

function columnsOf(
  titles: readonly string[],
  keys: readonly string[],
  units: Readonly<Record<string, ReportTable["columns"][number]["unit"]>>,
  other: ReportTable["columns"][number]["unit"] = "text",
): ReportTable["columns"] {
  return keys.map((key, at) => ({ key, title: titles[at]!, unit: units[key] ?? other }));
}
