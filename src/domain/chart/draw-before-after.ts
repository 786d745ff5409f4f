// How often a condition held before and since a correction: for each correction its weeks as bars from 0 to all checked days,
// parted by a line at the day from which the correction was meant to work.

import type { Chart, ChartGroup, SvgNode } from "./chart.ts";
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
  NORMAL,
  named,
  SMALL,
  stack,
  widestOf,
} from "./draw-parts.ts";
import { cutText, textWidth, wrapText } from "./measure.ts";
import { spreadLabels } from "./scale.ts";

const HEIGHT = 74;
const ROW = 17;
const TOP = 34;
const TICKS = [0, 1].map((value) => ({ value, text: `${value * 100}%` }));

export function drawBeforeAfter(chart: Extract<Chart, { kind: "before-after" }>, ground: Ground): Drawn {
  const legend = drawLegend(ground, [
    areaEntry(ground, "faint", chart.legend.before),
    areaEntry(ground, "plain", chart.legend.after),
  ]);
  const groups = chart.groups.map((group) => drawGroup(group, ground));
  return stack([legend, ...groups], 18);
}

function drawGroup(group: ChartGroup, ground: Ground): Drawn {
  const { ink, quiet, grid } = ground.palette;
  const nodes: SvgNode[] = [];
  let y = 0;
  for (const line of wrapText(group.title, NORMAL * 1.1, ground.width)) {
    nodes.push(drawText(0, y + 12, line, { size: NORMAL, fill: ink, isBold: true }));
    y += ROW;
  }
  for (const line of wrapText(group.says, NORMAL, ground.width)) {
    nodes.push(drawText(0, y + 12, line, { size: NORMAL, fill: quiet }));
    y += ROW;
  }
  const { bars } = group;
  const left = widestOf(TICKS.map(({ text }) => text)) + 8;
  const labels = bars.map(({ label }) => cutText(label, SMALL, 90));
  const widths = labels.map((label) => textWidth(label, SMALL));
  const half = Math.max(0, ...widths) / 2;
  const step = Math.min(64, (ground.width - left - half) / Math.max(1, bars.length));
  const top = y + TOP;
  const yOf = (value: number): number => top + HEIGHT * (1 - value);
  const right = Math.max(left + step * bars.length, left + 40);
  const middleOf = (index: number): number => left + step * (index + 0.5);
  nodes.push(...drawUprightAxis(ground, TICKS, yOf, left, right));
  const width = Math.min(30, step * 0.7);
  const counts = bars.map(({ held, days }) => (days === 0 ? "–" : `${held}/${days}`));
  const hasCounts = widestOf(counts) + 4 <= step;
  const isShown = spreadLabels(widths, step, 8);
  for (const [index, { label, held, days, isAfter }] of bars.entries()) {
    const x = middleOf(index);
    const tone = isAfter ? ("plain" as const) : ("faint" as const);
    const height = days === 0 ? 0 : (HEIGHT * held) / days;
    if (height > 0)
      nodes.push(
        named(
          drawArea(ground, tone, { x: x - width / 2, y: yOf(0) - height, width, height }),
          `${label}: ${counts[index]}`,
        ),
      );
    if (hasCounts)
      nodes.push(
        drawText(x, yOf(0) - height - 5, counts[index]!, {
          fill: days === 0 ? quiet : ink,
          anchor: "middle",
        }),
      );
    if (isShown[index] && x - widths[index]! / 2 >= 0)
      nodes.push(drawText(x, yOf(0) + 16, labels[index]!, { fill: quiet, anchor: "middle" }));
  }
  const first = bars.findIndex(({ isAfter }) => isAfter);
  const at = left + step * (first < 0 ? bars.length : first);
  nodes.push(
    drawLine(at, top - 18, at, yOf(0), quiet, 1.2, "4 3"),
    ...nameLine(group.from, at, top - 22, ground),
  );
  nodes.push(drawLine(left, yOf(0.5), right, yOf(0.5), grid, 1, "1 4"));
  return { height: top + HEIGHT + 22, nodes, tones: ["plain", "faint"] };
}

/** The words at the line, kept inside the picture. */
function nameLine(words: string, at: number, y: number, { width, palette }: Ground): SvgNode[] {
  const shown = cutText(words, SMALL, width);
  const half = boldWidth(shown, SMALL) / 2;
  const x = Math.max(half, Math.min(width - half, at));
  return [drawText(x, y, shown, { fill: palette.quiet, anchor: "middle" })];
}
