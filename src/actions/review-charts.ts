// The charts of a review, each answering one question: where the hours went, whether the plan was kept, how the year went, what
// corrections did, how good estimates are. Pure, from the answer of `review` alone, so that command line and browser draw the same.

import { epochDayOf, formatDuration, type LocalDate, type Tongue } from "../base/index.ts";
import type { Chart, ChartDay, DayFigures, ReportColumn, ReportTable, WeekFigures } from "../domain/index.ts";
import { type Lane, sayCharts } from "./chart-messages.ts";
import type { ReviewData } from "./review-json.ts";

/** Names of the charts, and of the tables that go with them. */
export const REVIEW_CHARTS = ["hours", "plan", "year", "corrections", "estimates"] as const;
export type ReviewChartName = (typeof REVIEW_CHARTS)[number];

const LANES: readonly Lane[] = ["highest", "high", "medium", "low", "none", "other"];
/** A range of fewer weeks is shown with those before it, up to so many. */
const LEAST_WEEKS = 4;
const WEEKS_AROUND = 13;
/** More weeks than these are put together by months. */
const MOST_WEEKS = 60;
const GOOD = 0.75;
const LONGER = 1.25;
const AFTER_WEEKS = 16;

/** All of them, in the order of REVIEW_CHARTS; what there is nothing of says so in `empty`. */
export function reviewCharts(data: ReviewData, tongue: Tongue): Chart[] {
  return [
    hoursChart(data, tongue),
    planChart(data, tongue),
    yearChart(data, tongue),
    correctionsChart(data, tongue),
    estimatesChart(data, tongue),
  ];
}

// ---------------------------------------------------------------------------------------------------------------------
// By weeks

/** A week, or a month where there are too many weeks. */
interface Step extends WeekFigures {
  label: string;
  isMarked: boolean;
}

function stepsOf(
  { range, weeks, weeksYear }: ReviewData,
  tongue: Tongue,
): { steps: Step[]; isMonthly: boolean } {
  const texts = sayCharts(tongue);
  const around = withoutBlank(weeksYear.filter(({ from }) => from <= range.to).slice(-WEEKS_AROUND));
  const shown = weeks.length < LEAST_WEEKS && around.length > weeks.length ? around : weeks;
  const isMarked = (week: WeekFigures): boolean =>
    shown === weeks || (week.to >= range.from && week.from <= range.to);
  if (shown.length <= MOST_WEEKS)
    return {
      steps: shown.map((week) => ({ ...week, label: texts.day(week.from), isMarked: isMarked(week) })),
      isMonthly: false,
    };
  const months = Map.groupBy(shown, ({ from }) => from.slice(0, 7));
  return {
    steps: [...months].map(([month, all]) => ({ ...sumOf(all), label: texts.month(month), isMarked: true })),
    isMonthly: true,
  };
}

/** Without the weeks before the first of which anything is known, as far as enough are left. */
function withoutBlank(weeks: readonly WeekFigures[]): readonly WeekFigures[] {
  const first = weeks.findIndex(({ plannedMin, recordedMin }) => plannedMin + recordedMin > 0);
  return weeks.slice(Math.max(0, Math.min(first < 0 ? weeks.length : first, weeks.length - LEAST_WEEKS)));
}

function sumOf(weeks: readonly WeekFigures[]): WeekFigures {
  const sum = structuredClone(weeks[0]!);
  for (const week of weeks.slice(1)) {
    for (const [key, value] of Object.entries(week))
      if (typeof value === "number" && key !== "keptRatio")
        (sum as unknown as Record<string, number>)[key]! += value;
    for (const lane of LANES) sum.byPriority[lane] += week.byPriority[lane];
    sum.to = week.to;
  }
  const isRecorded = sum.recordedMin > 0 || sum.interruptions > 0;
  sum.keptRatio = sum.plannedMin === 0 || !isRecorded ? null : sum.keptMin / sum.plannedMin;
  return sum;
}

function hoursChart(data: ReviewData, tongue: Tongue): Chart {
  const texts = sayCharts(tongue);
  const { steps, isMonthly } = stepsOf(data, tongue);
  const totalOf = ({ byPriority }: WeekFigures): number =>
    LANES.reduce((sum, lane) => sum + byPriority[lane], 0);
  const topOf = ({ byPriority }: WeekFigures): number => byPriority.highest + byPriority.high;
  const total = add(steps.map(totalOf));
  const worked = steps.filter((step) => totalOf(step) > 0);
  const less = worked.filter((step) => topOf(step) < totalOf(step) / 2).length;
  const lanes = LANES.filter((lane) => steps.some(({ byPriority }) => byPriority[lane] > 0));
  const most = worked.toSorted((a, b) => totalOf(b) - totalOf(a))[0];
  const parts = lanes.map((lane) => {
    const min = add(steps.map(({ byPriority }) => byPriority[lane]));
    return `${texts.lanes[lane]} ${texts.hours(min)}`;
  });
  const table = makeTable("hours", texts.hoursTable, [
    date("from", texts.weekFrom),
    date("to", texts.weekTo),
    ...LANES.map((lane): ReportColumn => ({ key: lane, title: texts.lanes[lane], unit: "min" })),
    { key: "total", title: texts.total, unit: "min" },
  ]);
  table.rows = steps.map((step) => [
    step.from,
    step.to,
    ...LANES.map((lane) => step.byPriority[lane]),
    totalOf(step),
  ]);
  return {
    kind: "stacked-bars",
    name: "hours",
    tongue,
    title: texts.hoursTitle(
      total,
      total === 0 ? 0 : add(steps.map(topOf)) / total,
      less,
      isMonthly ? 0 : worked.length,
    ),
    unit: isMonthly ? texts.hoursUnitMonths : texts.hoursUnit,
    alt:
      most === undefined
        ? texts.hoursEmpty
        : texts.hoursAlt(
            steps[0]!.from,
            steps.at(-1)!.to,
            parts.join(sep(tongue)),
            most.label,
            totalOf(most),
          ),
    table,
    empty: total === 0 ? texts.hoursEmpty : null,
    series: lanes.map((lane) => ({ key: lane, title: texts.lanes[lane], tone: lane })),
    bars: steps.map((step) => ({
      label: step.label,
      isMarked: step.isMarked,
      values: lanes.map((lane) => step.byPriority[lane]),
    })),
    format: "min",
  };
}

function planChart(data: ReviewData, tongue: Tongue): Chart {
  const texts = sayCharts(tongue);
  const { steps, isMonthly } = stepsOf(data, tongue);
  const known = steps.flatMap((step) =>
    step.keptRatio === null ? [] : [{ ...step, ratio: step.keptRatio }],
  );
  const all =
    known.length === 0
      ? null
      : add(known.map(({ keptMin }) => keptMin)) / add(known.map(({ plannedMin }) => plannedMin));
  const sorted = known.toSorted((a, b) => a.ratio - b.ratio);
  const [least, most] = [sorted[0], sorted.at(-1)];
  const isPart = steps.some(({ isMarked }) => !isMarked);
  const table = makeTable("plan", texts.planTable, [
    date("from", texts.weekFrom),
    date("to", texts.weekTo),
    { key: "planned", title: texts.planned, unit: "min" },
    { key: "kept", title: texts.kept, unit: "min" },
    { key: "ratio", title: texts.ratio, unit: "ratio" },
    { key: "planned-days", title: texts.plannedDays, unit: "count" },
    { key: "working-days", title: texts.workingDays, unit: "count" },
    { key: "moved", title: texts.moved, unit: "count" },
    { key: "dropped", title: texts.dropped, unit: "count" },
    { key: "interruptions", title: texts.interruptions, unit: "count" },
    { key: "interrupted", title: texts.interrupted, unit: "min" },
  ]);
  table.rows = steps.map((step) => [
    step.from,
    step.to,
    step.plannedMin,
    step.keptMin,
    step.keptRatio,
    step.plannedDays,
    step.workingDays,
    step.movedBlocks,
    step.droppedBlocks,
    step.interruptions,
    step.interruptedMin,
  ]);
  return {
    kind: "line",
    name: "plan",
    tongue,
    title: texts.planTitle(
      isPart ? data.range.title : null,
      data.plan.keptRatio,
      all,
      known.length,
      isMonthly,
    ),
    unit: isMonthly ? texts.planUnitMonths : texts.planUnit,
    alt:
      least === undefined || most === undefined
        ? texts.planEmpty
        : texts.planAlt(steps[0]!.from, steps.at(-1)!.to, least.label, least.ratio, most.label, most.ratio),
    table,
    empty: all === null ? texts.planEmpty : null,
    points: steps.map((step) => ({
      label: step.label,
      isMarked: step.isMarked && isPart,
      value: step.keptRatio,
      note: texts.noted(step.plannedDays, step.workingDays),
    })),
    format: "ratio",
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// The year

function yearChart({ daysYear, range, today }: ReviewData, tongue: Tongue): Chart {
  const texts = sayCharts(tongue);
  const shown = daysYear.filter((one) => one.date <= today);
  // Where nothing at all was recorded, nobody knows what was kept.
  const isRecorded = shown.some(({ recordedMin }) => recordedMin > 0);
  const planned = shown.filter(({ plannedMin }) => isRecorded && plannedMin > 0);
  const good = planned.filter(({ plannedMin, keptMin }) => keptMin >= plannedMin * GOOD).length;
  const none = planned.filter(({ keptMin }) => keptMin === 0).length;
  const [first, last] = [shown[0]?.date ?? range.from, shown.at(-1)?.date ?? range.to];
  const table = makeTable("year", texts.yearTable, [
    date("date", texts.date),
    { key: "off", title: texts.isOff, unit: "text" },
    { key: "planned", title: texts.planned, unit: "min" },
    { key: "kept", title: texts.kept, unit: "min" },
    { key: "recorded", title: texts.recorded, unit: "min" },
  ]);
  table.rows = shown.map((one) => [
    one.date,
    one.isOff ? texts.yes : texts.no,
    one.plannedMin,
    one.keptMin,
    one.recordedMin,
  ]);
  return {
    kind: "calendar",
    name: "year",
    tongue,
    title: texts.yearTitle(good, planned.length, last),
    unit: texts.yearUnit,
    alt: planned.length === 0 ? texts.yearEmpty : texts.yearAlt(first, last, planned.length, good, none),
    table,
    empty: planned.length === 0 ? texts.yearEmpty : null,
    days: shown.map((one) => calendarDay(one, tongue)),
    format: "ratio",
    legend: texts.yearLegend,
  };
}

function calendarDay(
  { date, isOff, plannedMin, keptMin, recordedMin }: DayFigures,
  tongue: Tongue,
): ChartDay {
  const texts = sayCharts(tongue);
  if (plannedMin > 0)
    return {
      date,
      value: Math.min(1, keptMin / plannedMin),
      tone: "plain",
      says: texts.dayKept(date, keptMin, plannedMin),
    };
  if (isOff && recordedMin === 0) return { date, value: null, tone: "faint", says: texts.dayOff(date) };
  const says = recordedMin > 0 ? texts.dayRecorded(date, recordedMin) : texts.dayNone(date);
  return { date, value: null, tone: "none", says };
}

// ---------------------------------------------------------------------------------------------------------------------
// Corrections and estimates

function correctionsChart({ corrections }: ReviewData, tongue: Tongue): Chart {
  const texts = sayCharts(tongue);
  const tally = (verdict: string): number => corrections.filter((one) => one.verdict === verdict).length;
  const [works, useless] = [tally("works"), tally("useless")];
  const table = makeTable("corrections", texts.correctionsTable, [
    { key: "condition", title: texts.condition, unit: "text" },
    { key: "correction", title: texts.correction, unit: "text" },
    date("from", texts.correctionFrom),
    date("week", texts.week),
    { key: "side", title: texts.side, unit: "text" },
    { key: "held", title: texts.held, unit: "count" },
    { key: "checked", title: texts.checked, unit: "count" },
  ]);
  const groups = corrections.map((correction) => {
    const { condition, text, from, says, weeks } = correction;
    const after = weeks.findIndex((week) => isSince(week.from, from));
    const shown = after < 0 ? weeks : weeks.slice(0, after + AFTER_WEEKS);
    for (const week of weeks)
      table.rows.push([
        condition,
        text,
        from,
        week.from,
        isSince(week.from, from) ? texts.sideAfter : texts.sideBefore,
        week.held,
        week.days,
      ]);
    return {
      title: tongue === "zh" ? `${condition}：${text}` : `${condition}: ${text}`,
      says,
      from: texts.since(from),
      bars: shown.map((week) => ({
        label: texts.day(week.from),
        held: week.held,
        days: week.days,
        isAfter: isSince(week.from, from),
      })),
    };
  });
  const ratio = ({ held, days }: { held: number; days: number }): string => `${held}/${days}`;
  const alt = corrections.map(({ condition, before, since }) =>
    texts.correctionAlt(condition, ratio(before), ratio(since)),
  );
  return {
    kind: "before-after",
    name: "corrections",
    tongue,
    title: texts.correctionsTitle(works, useless, corrections.length - works - useless),
    unit: texts.correctionsUnit,
    alt:
      corrections.length === 0
        ? texts.correctionsEmpty
        : texts.correctionsAlt(alt.join(tongue === "zh" ? "" : " ")),
    table,
    empty: corrections.length === 0 ? texts.correctionsEmpty : null,
    groups,
    legend: { before: texts.legendBefore, after: texts.legendAfter },
  };
}

/** Whether most of a week from Monday to Sunday lies behind the beginning. */
function isSince(monday: string, from: string): boolean {
  return epochDayOf(from as LocalDate) - epochDayOf(monday as LocalDate) <= 3;
}

function estimatesChart({ estimatesYear }: ReviewData, tongue: Tongue): Chart {
  const texts = sayCharts(tongue);
  const sorted = estimatesYear.toSorted((a, b) => a.ratio - b.ratio);
  const median = medianOf(sorted.map(({ ratio }) => ratio));
  const most = sorted.at(-1);
  const table = makeTable("estimates", texts.estimatesTable, [
    { key: "item", title: texts.item, unit: "text" },
    { key: "estimate", title: texts.estimate, unit: "min" },
    { key: "actual", title: texts.actual, unit: "min" },
    { key: "times", title: texts.times, unit: "ratio" },
    date("done-on", texts.doneOn),
  ]);
  table.rows = estimatesYear.map((one) => [one.path, one.estimateMin, one.actualMin, one.ratio, one.doneOn]);
  return {
    kind: "scatter",
    name: "estimates",
    tongue,
    title: texts.estimatesTitle(sorted.length, median, sorted.filter(({ ratio }) => ratio > LONGER).length),
    unit: texts.estimatesUnit,
    alt:
      most === undefined
        ? texts.estimatesEmpty
        : texts.estimatesAlt(sorted.length, median, most.title, most.ratio),
    table,
    empty: most === undefined ? texts.estimatesEmpty : null,
    points: estimatesYear.map(({ title, estimateMin, actualMin, ratio }) => ({
      label: title,
      x: estimateMin,
      y: actualMin,
      tone: ratio > LONGER ? ("bad" as const) : ("good" as const),
    })),
    legend: [
      { key: "longer", title: texts.tookLonger, tone: "bad" },
      { key: "right", title: texts.tookRight, tone: "good" },
    ],
    xTitle: texts.xEstimate,
    yTitle: texts.yActual,
    format: "min",
    diagonal: texts.asEstimated,
    log: true,
  };
}

// ---------------------------------------------------------------------------------------------------------------------

function makeTable(name: ReviewChartName, title: string, columns: ReportColumn[]): ReportTable {
  return { name, title, columns, rows: [] };
}

function date(key: string, title: string): ReportColumn {
  return { key, title, unit: "date" };
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Of sorted values; 0 where there are none. */
function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function sep(tongue: Tongue): string {
  return tongue === "zh" ? "，" : ", ";
}

/** A figure of a table as people read it. */
export function sayFigure(value: string | number | null, unit: ReportColumn["unit"], tongue: Tongue): string {
  if (value === null) return "–";
  if (typeof value === "string") return value;
  if (unit === "min") return formatDuration(Math.round(value), tongue);
  return unit === "ratio" ? `${Math.round(value * 100)}%` : String(Math.round(value * 100) / 100);
}
