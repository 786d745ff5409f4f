// The figures of days, commitments, goals, importance, corrections and forecasts as tables. Each is made from what the action
// answers as JSON, so that both say the same.

import type { Tongue } from "../base/index.ts";
import type { ReportTable } from "../domain/index.ts";
import type { CorrectionsData } from "./correct.ts";
import type { DaysData } from "./day.ts";
import type { ForecastData } from "./forecast-json.ts";
import type { CommitmentsData, GoalsData, ImportanceData } from "./goals-json.ts";
import { type ColumnKey, makeTable, yesNo } from "./report-table.ts";

export const DAYS_TABLES = ["days"] as const;
export const COMMITMENTS_TABLES = ["commitments", "periods"] as const;
export const GOALS_TABLES = ["goals", "results", "problems", "services"] as const;
export const IMPORTANCE_TABLES = ["items", "disagreements"] as const;
export const CORRECTIONS_TABLES = ["corrections"] as const;
export const FORECAST_TABLES = ["finish", "effort", "lists", "goals"] as const;

export function daysTables({ days }: DaysData, tongue: Tongue): ReportTable[] {
  return [
    makeTable(
      "days",
      tongue === "zh" ? "每一天" : "Day by day",
      [
        "date",
        "day-off",
        "noted",
        "planned-min",
        "kept-min",
        "blocks",
        "kept-blocks",
        "recorded-min",
        "interrupted-min",
        "interruptions",
        "buffer-min",
        "buffer-spent-min",
        "highest-min",
        "high-min",
        "medium-min",
        "low-min",
        "none-min",
        "other-min",
        "checked",
        "healthy",
        "abnormal",
      ],
      days.map(({ date, isOff, hasNote, facts, checked, healthy, abnormal }) => [
        date,
        yesNo(isOff),
        yesNo(hasNote),
        facts.plannedMin,
        facts.keptMin,
        facts.blocks,
        facts.keptBlocks,
        facts.recordedMin,
        facts.interruptedMin,
        facts.interruptions,
        facts.bufferMin,
        facts.bufferSpentMin,
        facts.byPriority.highest,
        facts.byPriority.high,
        facts.byPriority.medium,
        facts.byPriority.low,
        facts.byPriority.none,
        facts.byPriority.other,
        yesNo(checked),
        healthy,
        abnormal,
      ]),
      tongue,
    ),
  ];
}

export function commitmentsTables({ commitments }: CommitmentsData, tongue: Tongue): ReportTable[] {
  const isZh = tongue === "zh";
  return [
    makeTable(
      "commitments",
      isZh ? "承诺" : "Commitments",
      ["title", "period", "kind", "min", "times", "since", "kept", "of", "streak"],
      commitments.map(({ title, period, kind, min, times, since, kept, of, streak }) => [
        title,
        period,
        kind,
        min,
        times,
        since,
        kept,
        of,
        streak,
      ]),
      tongue,
    ),
    makeTable(
      "periods",
      isZh ? "每个周期" : "Period by period",
      ["title", "from", "to", "verdict", "recorded-min", "recorded-times", "checked"],
      commitments.flatMap(({ title, periods }) =>
        periods.map(({ from, to, verdict, recordedMin, recordedTimes, said }) => [
          title,
          from,
          to,
          verdict,
          recordedMin,
          recordedTimes,
          yesNo(said),
        ]),
      ),
      tongue,
    ),
  ];
}

export function goalsTables({ goals, problems }: GoalsData, tongue: Tongue): ReportTable[] {
  const isZh = tongue === "zh";
  const allProblems = [
    ...goals.flatMap((goal) => goal.problems.map((one) => ({ goal: goal.title as string | null, ...one }))),
    ...problems.map((one) => ({ goal: null, ...one })),
  ];
  return [
    makeTable(
      "goals",
      isZh ? "目标" : "Goals",
      ["goal", "period", "state", "ratio", "recorded-min", "from", "to"],
      goals.map(({ title, period, state, ratio, minutes, range }) => [
        title,
        period?.text ?? null,
        state,
        ratio,
        minutes,
        range.from,
        range.to,
      ]),
      tongue,
    ),
    makeTable(
      "results",
      isZh ? "关键结果" : "Key results",
      ["goal", "title", "ratio", "points", "points-done"],
      goals.flatMap(({ title: goal, results }) =>
        results.map(({ title, ratio, points }) => [goal, title, ratio, points.length, doneIn(points)]),
      ),
      tongue,
    ),
    makeTable(
      "problems",
      isZh ? "关键问题" : "Key problems",
      ["goal", "title", "solved", "date", "trials"],
      allProblems.map(({ goal, text, solved, solvedOn, trials }) => [
        goal,
        text,
        yesNo(solved),
        solvedOn,
        trials.map((trial) => trial.text).join("; "),
      ]),
      tongue,
    ),
    makeTable(
      "services",
      isZh ? "靠什么推进" : "What serves them",
      [
        "goal",
        "item",
        "priority",
        "state",
        "ratio",
        "help",
        "effort-min",
        "people",
        "points",
        "points-done",
        "recorded-min",
      ],
      goals.flatMap(({ title: goal, services }) =>
        services.map((one) => [
          goal,
          one.path ?? one.name,
          one.priority,
          one.state,
          one.ratio,
          one.help,
          one.effortMin,
          one.people,
          one.points.length,
          doneIn(one.points),
          one.minutes,
        ]),
      ),
      tongue,
    ),
  ];
}

function doneIn(points: readonly { done: boolean }[]): number {
  return points.filter(({ done }) => done).length;
}

export function importanceTables({ items, disagreements }: ImportanceData, tongue: Tongue): ReportTable[] {
  const isZh = tongue === "zh";
  return [
    makeTable(
      "items",
      isZh ? "重要性" : "Importance",
      ["item", "priority", "state", "value", "effort-min", "people", "points", "points-done", "goals"],
      items.map(({ path, priority, state, value, effortMin, people, points, goals }) => [
        path,
        priority,
        state,
        value,
        effortMin,
        people,
        points.total,
        points.done,
        goals.map(({ title }) => title).join("; "),
      ]),
      tongue,
    ),
    makeTable(
      "disagreements",
      isZh ? "和页面不一致的地方" : "Where the page disagrees",
      ["item", "kind", "priority", "action", "value", "says"],
      disagreements.map(({ path, kind, priority, to, value, says }) => [
        path,
        kind,
        priority,
        to,
        value,
        says,
      ]),
      tongue,
    ),
  ];
}

export function correctionsTables({ corrections }: CorrectionsData, tongue: Tongue): ReportTable[] {
  return [
    makeTable(
      "corrections",
      tongue === "zh" ? "纠错" : "Corrections",
      [
        "condition",
        "title",
        "from",
        "judge-on",
        "outcome",
        "held-before",
        "total-days-before",
        "held",
        "total-days",
        "chance",
      ],
      corrections.map(({ condition, text, from, judgeOn, outcome, before, since, better }) => [
        condition,
        text,
        from,
        judgeOn,
        outcome,
        before.held,
        before.days,
        since.held,
        since.days,
        better,
      ]),
      tongue,
    ),
  ];
}

const QUANTILES = ["p05", "p25", "p50", "p75", "p95"] as const satisfies readonly ColumnKey[];

/** A quantile that lies beyond ten years is empty. */
export function forecastTables({ items, lists, goals }: ForecastData, tongue: Tongue): ReportTable[] {
  const isZh = tongue === "zh";
  return [
    makeTable(
      "finish",
      isZh ? "什么时候完成" : "When it is done",
      ["item", "by", "cases", ...QUANTILES],
      items.flatMap(({ path, finish }) =>
        finish === null ? [] : [[path, finish.by, finish.cases, ...finish.dates]],
      ),
      tongue,
    ),
    makeTable(
      "effort",
      isZh ? "一共要多少分钟" : "How many minutes it takes in all",
      ["item", "estimate-min", "recorded-min", "cases", ...QUANTILES],
      items.flatMap(({ path, effort }) =>
        effort === null
          ? []
          : [[path, effort.estimateMin, effort.spentMin, effort.cases, ...effort.totalMin.map(Math.round)]],
      ),
      tongue,
    ),
    makeTable(
      "lists",
      isZh ? "每个优先级什么时候做完" : "When each priority is done",
      ["priority", "items", "cases", ...QUANTILES],
      lists.map(({ priority, items: count, cases, dates }) => [priority, count, cases, ...dates]),
      tongue,
    ),
    makeTable(
      "goals",
      isZh ? "目标什么时候完成" : "When what serves a goal is done",
      ["goal", "by", "items", "cases", "end", "in-time", ...QUANTILES],
      goals.map(({ title, by, items: count, cases, end, inTime, dates }) => [
        title,
        by,
        count,
        cases,
        end,
        inTime,
        ...dates,
      ]),
      tongue,
    ),
  ];
}
