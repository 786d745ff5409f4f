// Charts over time, step by step from left to right: stacked bars, and a line with a dot for each step.

import type { Chart, ChartBar, ChartPoint, SvgNode } from "./chart.ts";
import {
  areaEntry,
  boldWidth,
  type Drawn,
  drawArea,
  drawLegend,
  drawLine,
  drawText,
  drawUprightAxis,
  type Ground,
  named,
  SMALL,
  stack,
  widestOf,
} from "./draw-parts.ts";
import { cutText, textWidth } from "./measure.ts";
import { linearTicks, sayHours, sayPercent, spreadLabels, type Tick } from "./scale.ts";
import { node } from "./svg.ts";

type Of<K extends Chart["kind"]> = Extract<Chart, { kind: K }>;

const TOP = 18;
const BELOW = 24;
const MOST_LABEL = 90;

/** Where the steps stand. */
interface Frame {
  left: number;
  right: number;
  height: number;
  step: number;
  ticks: Tick[];
  yOf(value: number): number;
  middleOf(index: number): number;
  nodes: SvgNode[];
}

function frameOf(
  ground: Ground,
  steps: readonly (ChartBar | ChartPoint)[],
  most: number,
  format: "min" | "count" | "ratio",
): Frame {
  const height = Math.round(Math.max(130, Math.min(230, ground.width * 0.36)));
  const ticks = linearTicks(Math.max(most, format === "min" ? 60 : 1), 4, format);
  const labels = steps.map(({ label }) => cutText(label, SMALL, MOST_LABEL));
  const widths = labels.map((label, index) =>
    steps[index]!.isMarked ? boldWidth(label, SMALL) : textWidth(label, SMALL),
  );
  const half = Math.max(0, ...widths) / 2;
  const tickWidth = widestOf(ticks.map(({ text }) => text)) + 8;
  // The outermost labels may be wider than their steps.
  const inner = (left: number, right: number): number => (right - left) / Math.max(1, steps.length);
  const guess = inner(tickWidth, ground.width) / 2;
  const left = Math.max(tickWidth, half - guess + 4);
  const right = ground.width - Math.max(0, half - guess + 4);
  const step = inner(left, right);
  const top = ticks.at(-1)!.value;
  const yOf = (value: number): number => TOP + height * (1 - value / top);
  const middleOf = (index: number): number => left + step * (index + 0.5);
  const isShown = spreadLabels(widths, step, 8);
  const all = steps.every(({ isMarked }) => isMarked);
  const { ink, quiet, accent } = ground.palette;
  const nodes = drawUprightAxis(ground, ticks, yOf, left, right);
  for (const [index, { isMarked }] of steps.entries()) {
    const marked = isMarked && !all;
    if (marked)
      nodes.push(
        node("rect", { x: left + step * index, y: yOf(0) + 2, width: step, height: 3, fill: accent }),
      );
    if (isShown[index])
      nodes.push(
        drawText(middleOf(index), yOf(0) + 18, labels[index]!, {
          fill: marked ? ink : quiet,
          anchor: "middle",
          isBold: marked ?? false,
        }),
      );
  }
  return { left, right, height: TOP + height + BELOW, step, ticks, yOf, middleOf, nodes };
}

export function drawStackedBars(chart: Of<"stacked-bars">, ground: Ground): Drawn {
  const { series, bars, format } = chart;
  const sums = bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const frame = frameOf(ground, bars, Math.max(0, ...sums), format);
  const { step, yOf, middleOf, nodes } = frame;
  const say = (value: number): string => (format === "min" ? sayHours(value) : String(value));
  const width = Math.min(step * 0.74, 56);
  const hasSums = widestOf(sums.map(say)) + 6 <= step;
  for (const [index, { label, values }] of bars.entries()) {
    const x = middleOf(index) - width / 2;
    let sum = 0;
    const parts: string[] = [];
    for (const [place, { tone, title }] of series.entries()) {
      const value = values[place] ?? 0;
      if (value <= 0) continue;
      const y = yOf(sum + value);
      const height = yOf(sum) - y;
      // A hair of paper between two parts.
      nodes.push(drawArea(ground, tone, { x, y, width, height: height > 3 ? height - 1 : height }));
      parts.push(`${title} ${say(value)}`);
      sum += value;
    }
    if (hasSums && sum > 0)
      nodes.push(
        drawText(middleOf(index), yOf(sum) - 5, say(sum), { fill: ground.palette.ink, anchor: "middle" }),
      );
    nodes.push(
      named(
        node("rect", {
          x: middleOf(index) - step / 2,
          y: TOP,
          width: step,
          height: yOf(0) - TOP,
          fill: "#000000",
          "fill-opacity": 0,
        }),
        `${label}: ${say(sum)}${parts.length > 0 ? ` (${parts.join(", ")})` : ""}`,
      ),
    );
  }
  const legend = drawLegend(
    ground,
    series.map(({ tone, title }) => areaEntry(ground, tone, title)),
  );
  return stack([legend, { height: frame.height, nodes, tones: series.map(({ tone }) => tone) }], 2);
}

export function drawLineChart(chart: Of<"line">, ground: Ground): Drawn {
  const { points, format } = chart;
  const most = Math.max(0, ...points.map(({ value }) => value ?? 0));
  const frame = frameOf(ground, points, most, format);
  const { step, yOf, middleOf, nodes } = frame;
  const { accent, ink, paper, grid } = ground.palette;
  const say = format === "ratio" ? sayPercent : sayHours;
  // More than was planned may have been kept; the scale ends at all of it.
  const heightOf = (value: number): number => Math.max(TOP, yOf(value));
  let path = "";
  let isDrawing = false;
  for (const [index, { value }] of points.entries()) {
    if (value === null) {
      isDrawing = false;
      continue;
    }
    path += `${isDrawing ? "L" : "M"}${Math.round(middleOf(index) * 100) / 100} ${Math.round(heightOf(value) * 100) / 100}`;
    isDrawing = true;
  }
  if (path !== "")
    nodes.push(
      node("path", { d: path, fill: "none", stroke: accent, "stroke-width": 2, "stroke-linejoin": "round" }),
    );
  const texts = points.map(({ value }) => (value === null ? "" : say(value)));
  const labelAll = widestOf(texts) + 6 <= step;
  const last = points.findLastIndex(({ value }) => value !== null);
  for (const [index, { label, value, note, isMarked }] of points.entries()) {
    const x = middleOf(index);
    const says = `${label}: ${value === null ? "–" : say(value)}${note === null ? "" : ` · ${note}`}`;
    if (value === null) {
      nodes.push(named(drawLine(x, yOf(0) - 4, x, yOf(0), grid, 1), says));
      continue;
    }
    const y = heightOf(value);
    const r = isMarked ? 4.5 : 3.2;
    nodes.push(
      named(
        node("circle", {
          cx: x,
          cy: y,
          r,
          fill: isMarked ? accent : paper,
          stroke: accent,
          "stroke-width": 2,
        }),
        says,
      ),
    );
    if (labelAll || index === last) {
      const words = texts[index]!;
      const half = textWidth(words, SMALL) / 2;
      const at = Math.min(Math.max(x, frame.left + half), ground.width - half);
      nodes.push(drawText(at, y - 8, words, { fill: ink, anchor: "middle", halo: paper }));
    }
  }
  return { height: frame.height, nodes, tones: [] };
}
