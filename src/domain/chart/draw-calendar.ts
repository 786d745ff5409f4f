// A calendar: one cell a day, one column a week from Monday to Sunday, in as many strips below one another as the width asks
// for. The more, the larger and the stronger the square in its cell.

import { epochDayOf, type LocalDate, type Tongue } from "../../base/index.ts";
import type { Chart, ChartDay, SvgNode } from "./chart.ts";
import { type Drawn, drawText, type Ground, named, SMALL, stack } from "./draw-parts.ts";
import { textWidth } from "./measure.ts";
import { node } from "./svg.ts";

const LEAST_CELL = 12;
const MOST_CELL = 19;
const MOST_STRIPS = 6;
const HEAD = 18;
const GAP = 3;

const MONTHS: Readonly<Record<Tongue, readonly string[]>> = {
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  zh: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
};
const WEEKDAYS: Readonly<Record<Tongue, readonly string[]>> = {
  en: ["Mon", "Wed", "Fri", "Sun"],
  zh: ["一", "三", "五", "日"],
};

interface Week {
  /** Days by weekday, 0 is Monday; with holes at both ends. */
  days: (ChartDay | undefined)[];
}

export function drawCalendar(chart: Extract<Chart, { kind: "calendar" }>, ground: Ground): Drawn {
  const { tongue, days, format } = chart;
  const most = format === "ratio" ? 1 : Math.max(1, ...days.map(({ value }) => value ?? 0));
  const weeks = weeksOf(days);
  const left = Math.max(...WEEKDAYS[tongue].map((name) => textWidth(name, SMALL))) + 8;
  const room = ground.width - left;
  let strips = 1;
  while (strips < MOST_STRIPS && room / Math.ceil(weeks.length / strips) < LEAST_CELL) strips++;
  const perStrip = Math.ceil(weeks.length / strips);
  const cell = Math.min(MOST_CELL, room / Math.max(1, perStrip));
  const parts = Array.from({ length: strips }, (_, index) =>
    drawStrip(weeks.slice(index * perStrip, (index + 1) * perStrip), { ground, tongue, left, cell, most }),
  );
  return stack([...parts, drawScale(chart, ground)], 12);
}

interface Strip {
  ground: Ground;
  tongue: Tongue;
  left: number;
  cell: number;
  most: number;
}

function drawStrip(weeks: readonly Week[], { ground, tongue, left, cell, most }: Strip): Drawn {
  const { quiet } = ground.palette;
  const nodes: SvgNode[] = [];
  for (const [index, name] of WEEKDAYS[tongue].entries())
    nodes.push(drawText(left - 6, HEAD + cell * (index * 2 + 0.5) + 4, name, { fill: quiet, anchor: "end" }));
  let free = 0;
  for (const [column, { days }] of weeks.entries()) {
    const x = left + column * cell;
    const first = monthStart(weeks, column);
    if (first !== undefined && x >= free) {
      const words = monthOf(first.date, tongue, free === 0);
      const width = textWidth(words, SMALL);
      if (x + width <= ground.width) {
        nodes.push(drawText(x, 11, words, { fill: quiet }));
        free = x + width + 6;
      }
    }
    for (const [weekday, day] of days.entries())
      if (day !== undefined)
        nodes.push(named(drawDay(day, x, HEAD + weekday * cell, cell, most, ground), day.says));
  }
  return { height: HEAD + cell * 7, nodes, tones: [] };
}

/** The day whose month is written above a column: the first of a month, and the first day of all unless a month begins soon. */
function monthStart(weeks: readonly Week[], column: number): ChartDay | undefined {
  const beginsIn = (at: number): ChartDay | undefined =>
    weeks[at]?.days.find((day) => day?.date.slice(8) === "01");
  const found = beginsIn(column);
  if (found !== undefined || column > 0) return found;
  return [1, 2, 3].some((next) => beginsIn(next) !== undefined) ? undefined : weeks[0]?.days.find(Boolean);
}

function drawDay(
  { tone, value }: Pick<ChartDay, "tone" | "value">,
  x: number,
  y: number,
  cell: number,
  most: number,
  { palette }: Ground,
): SvgNode {
  const side = cell - GAP;
  const middle = { cx: x + cell / 2, cy: y + cell / 2 };
  if (tone === "faint") return node("circle", { ...middle, r: 1.4, fill: palette.quiet });
  const frame = { x: x + GAP / 2 + 0.5, y: y + GAP / 2 + 0.5, width: side - 1, height: side - 1, rx: 2 };
  if (tone === "none" || value === null)
    return node("rect", { ...frame, fill: palette.grid, "fill-opacity": 0.55 });
  const share = Math.max(0, Math.min(1, value / most));
  if (share === 0)
    return node("rect", { ...frame, fill: palette.paper, stroke: palette.quiet, "stroke-width": 1.2 });
  const inner = side * (0.42 + 0.58 * share);
  return node("g", {}, [
    node("rect", {
      ...frame,
      fill: palette.paper,
      stroke: palette.accent,
      "stroke-width": 0.8,
      "stroke-opacity": 0.7,
    }),
    node("rect", {
      x: middle.cx - inner / 2,
      y: middle.cy - inner / 2,
      width: inner,
      height: inner,
      rx: 2,
      fill: palette.accent,
      "fill-opacity": 0.5 + 0.5 * share,
    }),
  ]);
}

/** What cells mean: from the least to the most, a day off, a day without anything. */
function drawScale({ legend }: Extract<Chart, { kind: "calendar" }>, ground: Ground): Drawn {
  const { quiet } = ground.palette;
  const nodes: SvgNode[] = [];
  const cell = 17;
  let x = 0;
  let y = 0;
  const put = (
    marks: { tone: ChartDay["tone"]; value: number | null }[],
    before: string,
    after: string,
  ): void => {
    const wordsBefore = before === "" ? 0 : textWidth(before, SMALL) + 5;
    const width = wordsBefore + marks.length * cell + 5 + textWidth(after, SMALL);
    if (x > 0 && x + width > ground.width) {
      x = 0;
      y += 22;
    }
    if (before !== "") nodes.push(drawText(x, y + 13, before, { fill: quiet }));
    for (const [index, mark] of marks.entries())
      nodes.push(drawDay(mark, x + wordsBefore + index * cell, y, cell, 1, ground));
    nodes.push(drawText(x + wordsBefore + marks.length * cell + 5, y + 13, after, { fill: quiet }));
    x += width + 16;
  };
  const scale = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ tone: "plain" as const, value }));
  put(scale, legend.least, legend.most);
  put([{ tone: "faint", value: null }], "", legend.off);
  put([{ tone: "none", value: null }], "", legend.unknown);
  return { height: y + 20, nodes, tones: [] };
}

function weeksOf(days: readonly ChartDay[]): Week[] {
  const weeks: Week[] = [];
  let monday: number | null = null;
  for (const day of days) {
    const epochDay = epochDayOf(day.date as LocalDate);
    // 1970-01-01 was a Thursday.
    const weekday = (((epochDay + 3) % 7) + 7) % 7;
    if (monday === null || epochDay - monday >= 7) {
      monday = epochDay - weekday;
      weeks.push({ days: [] });
    }
    weeks.at(-1)!.days[weekday] = day;
  }
  return weeks.map((week) => ({ days: Array.from({ length: 7 }, (_, weekday) => week.days[weekday]) }));
}

/** `Nov`, `11月`; with the year in January and at the beginning of a strip. */
function monthOf(date: string, tongue: Tongue, isFirst: boolean): string {
  const month = MONTHS[tongue][Number(date.slice(5, 7)) - 1]!;
  if (!isFirst && date.slice(5, 7) !== "01") return month;
  return tongue === "zh" ? `${date.slice(0, 4)}年${month}` : `${month} ${date.slice(0, 4)}`;
}
