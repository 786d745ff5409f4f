// The figures of a review as tables, for `--csv NAME`. Names and keys of columns are stable; they are documented in
// docs/review.md. Titles are the keys in words: a table is read by programs first.

import type { Tongue } from "../base/index.ts";
import type { FigureUnit, PlanFigures, ReportTable } from "../domain/index.ts";
import type { ReviewData } from "./review-json.ts";
import { sayReviews } from "./review-messages.ts";

export const REVIEW_TABLES = [
  "weeks",
  "days",
  "hours",
  "slipped",
  "conditions",
  "corrections",
  "items",
  "commitments",
  "goals",
  "estimates",
] as const;
export type ReviewTableName = (typeof REVIEW_TABLES)[number];

type Column = readonly [key: string, unit: FigureUnit];
type Row = (string | number | null)[];

const PLAN_COLUMNS: readonly (readonly [keyof PlanFigures, string, FigureUnit])[] = [
  ["plannedDays", "planned-days", "days"],
  ["workingDays", "working-days", "days"],
  ["plannedMin", "planned-min", "min"],
  ["keptMin", "kept-min", "min"],
  ["keptRatio", "kept-ratio", "ratio"],
  ["blocks", "blocks", "count"],
  ["keptBlocks", "kept-blocks", "count"],
  ["movedBlocks", "moved-blocks", "count"],
  ["droppedBlocks", "dropped-blocks", "count"],
  ["recordedMin", "recorded-min", "min"],
  ["interruptions", "interruptions", "count"],
  ["interruptedMin", "interrupted-min", "min"],
  ["bufferMin", "buffer-min", "min"],
  ["bufferSpentMin", "buffer-spent-min", "min"],
];
const LANES = ["highest", "high", "medium", "low", "none", "other"] as const;

/** In the order of `REVIEW_TABLES`. */
export function reviewTables(data: ReviewData, tongue: Tongue): ReportTable[] {
  const titles = sayReviews(tongue).tables;
  const table = (name: ReviewTableName, columns: readonly Column[], rows: Row[]): ReportTable => ({
    name,
    title: titles[name],
    columns: columns.map(([key, unit]) => ({ key, title: key.replaceAll("-", " "), unit })),
    rows,
  });
  return [
    table(
      "weeks",
      [
        ["from", "date"],
        ["to", "date"],
        ...PLAN_COLUMNS.map(([, key, unit]): Column => [key, unit]),
        ...LANES.map((lane): Column => [`${lane}-min`, "min"]),
      ],
      data.weeks.map((week) => [
        week.from,
        week.to,
        ...PLAN_COLUMNS.map(([key]) => week[key]),
        ...LANES.map((lane) => week.byPriority[lane]),
      ]),
    ),
    table(
      "days",
      [
        ["date", "date"],
        ["off", "count"],
        ["noted", "count"],
        ["planned-min", "min"],
        ["kept-min", "min"],
        ["recorded-min", "min"],
      ],
      data.days.map((day) => [
        day.date,
        Number(day.isOff),
        Number(day.hasNote),
        day.plannedMin,
        day.keptMin,
        day.recordedMin,
      ]),
    ),
    table(
      "hours",
      [
        ["by", "text"],
        ["key", "text"],
        ["min", "min"],
        ["share", "ratio"],
      ],
      (["priority", "group", "goal", "section"] as const).flatMap((by) =>
        data.hours[by].map(({ key, amount, share }): Row => [by, key, amount, share]),
      ),
    ),
    table(
      "slipped",
      [
        ["text", "text"],
        ["path", "text"],
        ["priority", "text"],
        ["times", "count"],
        ["planned-min", "min"],
        ["kept-min", "min"],
      ],
      data.slipped.map((one) => [one.text, one.path, one.priority, one.times, one.plannedMin, one.keptMin]),
    ),
    table(
      "conditions",
      [
        ["name", "text"],
        ["kind", "text"],
        ["held", "count"],
        ["days", "days"],
        ["held-before", "count"],
        ["days-before", "days"],
      ],
      data.conditions.map(({ name, kind, held, days, before }) => [
        name,
        kind,
        held,
        days,
        before.held,
        before.days,
      ]),
    ),
    table(
      "corrections",
      [
        ["condition", "text"],
        ["correction", "text"],
        ["from", "date"],
        ["judge-on", "date"],
        ["outcome", "text"],
        ["held-before", "count"],
        ["days-before", "days"],
        ["held-since", "count"],
        ["days-since", "days"],
        ["chance", "ratio"],
        ["verdict", "text"],
      ],
      data.corrections.map((one) => [
        one.condition,
        one.text,
        one.from,
        one.judgeOn,
        one.outcome,
        one.before.held,
        one.before.days,
        one.since.held,
        one.since.days,
        one.chance,
        one.verdict,
      ]),
    ),
    table(
      "items",
      [
        ["turn", "text"],
        ["path", "text"],
        ["role", "text"],
        ["priority", "text"],
        ["on", "date"],
        ["source", "text"],
      ],
      (["started", "finished", "dropped", "untouched"] as const).flatMap((turn) =>
        data.items[turn].map(
          ({ path, role, priority, on, from }): Row => [turn, path, role, priority, on, from],
        ),
      ),
    ),
    table(
      "commitments",
      [
        ["commitment", "text"],
        ["from", "date"],
        ["to", "date"],
        ["verdict", "text"],
        ["recorded-min", "min"],
        ["recorded-times", "count"],
      ],
      data.commitments.flatMap(({ says, periods }) =>
        periods.map(
          ({ from, to, verdict, recordedMin, recordedTimes }): Row => [
            says,
            from,
            to,
            verdict,
            recordedMin,
            recordedTimes,
          ],
        ),
      ),
    ),
    table(
      "goals",
      [
        ["goal", "text"],
        ["reached", "ratio"],
        ["recorded-min", "min"],
        ["overdue", "count"],
      ],
      data.goals.map(({ title, ratio, minutes, overdue }) => [title, ratio, minutes, Number(overdue)]),
    ),
    table(
      "estimates",
      [
        ["path", "text"],
        ["estimate-min", "min"],
        ["actual-min", "min"],
        ["ratio", "ratio"],
        ["done-on", "date"],
      ],
      data.estimates.map((one) => [one.path, one.estimateMin, one.actualMin, one.ratio, one.doneOn]),
    ),
  ];
}
