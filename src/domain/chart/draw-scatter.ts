// Two lengths of time of each thing against one another, both on the same scale, with the line where they are equal. A name is
// written where it meets no other and no dot; the rest is in the table and under the pointer.

import type { Chart, ChartDot, SvgNode } from "./chart.ts";
import {
  type Drawn,
  drawLegend,
  drawLine,
  drawText,
  drawUprightAxis,
  type Ground,
  named,
  SMALL,
  shapeEntry,
  stack,
  widestOf,
} from "./draw-parts.ts";
import { cutText, textWidth } from "./measure.ts";
import { linearTicks, logTicks, sayHours, type Tick } from "./scale.ts";
import { shapeAt } from "./theme.ts";

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const R = 5;
const TOP = 24;

export function drawScatter(chart: Extract<Chart, { kind: "scatter" }>, ground: Ground): Drawn {
  const { points, log } = chart;
  const { quiet, ink, paper, grid } = ground.palette;
  const values = points.flatMap(({ x, y }) => [x, y]);
  const ticks = log
    ? logTicks(Math.min(...values), Math.max(...values))
    : linearTicks(Math.max(60, ...values), 5, "min");
  const left = widestOf(ticks.map(({ text }) => text)) + 8;
  const right = ground.width - widestOf(ticks.map(({ text }) => text)) / 2 - 2;
  const size = right - left;
  const height = Math.round(Math.min(size * 0.8, 360));
  const share = shareIn(ticks, log);
  const xOf = (value: number): number => left + size * share(value);
  const yOf = (value: number): number => TOP + height * (1 - share(value));
  const bottom = TOP + height;

  const nodes: SvgNode[] = [
    drawText(0, 11, cutText(chart.yTitle, SMALL, ground.width), { fill: quiet }),
    ...drawUprightAxis(ground, ticks, yOf, left, right),
  ];
  let free = 0;
  for (const { value, text } of ticks) {
    const half = textWidth(text, SMALL) / 2;
    nodes.push(drawLine(xOf(value), TOP, xOf(value), bottom, grid));
    if (xOf(value) - half < free) continue;
    nodes.push(drawText(xOf(value), bottom + 16, text, { fill: quiet, anchor: "middle" }));
    free = xOf(value) + half + 6;
  }
  nodes.push(
    drawText(right, bottom + 33, cutText(chart.xTitle, SMALL, right), { fill: quiet, anchor: "end" }),
  );

  const dots = points.map((point) => ({ point, x: xOf(point.x), y: yOf(point.y) }));
  const taken: Box[] = dots.map(({ x, y }) => ({
    left: x - R - 2,
    top: y - R - 2,
    right: x + R + 2,
    bottom: y + R + 2,
  }));
  const area: Box = { left: left + 2, top: TOP + 1, right, bottom: bottom - 1 };
  if (chart.diagonal !== null) {
    nodes.push(drawLine(left, bottom, right, TOP, quiet, 1.2, "5 4"));
    const words = cutText(chart.diagonal, SMALL, size / 2);
    const width = textWidth(words, SMALL);
    const slope = height / size;
    // Below the line, where dots are rarer the further one goes up.
    for (const far of [0.06, 0.3, 0.55]) {
      const x = right - size * far;
      const y = TOP + (right - x + width) * slope + 12;
      const box = boxOf(x - width, y, width);
      if (!fits(box, area, taken)) continue;
      taken.push(box);
      nodes.push(drawText(x, y, words, { fill: quiet, anchor: "end", halo: paper }));
      break;
    }
  }
  for (const { point, x, y } of dots)
    nodes.push(named(shapeAt(point.tone, ground.theme, x, y, R), sayDot(point, chart)));
  // First those that are farthest from what was expected.
  const surprise = ({ x, y }: ChartDot): number => Math.abs(Math.log(Math.max(1, y) / Math.max(1, x)));
  const most = Math.min(170, size * 0.42);
  for (const { point, x, y } of dots.toSorted((a, b) => surprise(b.point) - surprise(a.point))) {
    const words = cutText(point.label, SMALL, most);
    const width = textWidth(words, SMALL);
    const places: [number, number][] = [
      [x + R + 5, y + 4],
      [x - R - 5 - width, y + 4],
      [x - width / 2, y - R - 5],
      [x - width / 2, y + R + 13],
    ];
    const place = places.find(([from, base]) => fits(boxOf(from, base, width), area, taken));
    if (place === undefined) continue;
    taken.push(boxOf(place[0], place[1], width));
    nodes.push(drawText(place[0], place[1], words, { fill: ink, halo: paper }));
  }
  const shown = chart.legend.filter(({ tone }) => points.some((point) => point.tone === tone));
  const legend = drawLegend(
    ground,
    (shown.length > 1 ? shown : []).map(({ tone, title }) => shapeEntry(ground, tone, title)),
  );
  return stack([legend, { height: bottom + 38, nodes, tones: [] }], 4);
}

function sayDot({ label, x, y }: ChartDot, { xTitle, yTitle }: { xTitle: string; yTitle: string }): string {
  return `${label}: ${xTitle} ${sayHours(x)}, ${yTitle} ${sayHours(y)}`;
}

/** Where a value stands between the first tick and the last, 0 to 1. */
function shareIn(ticks: readonly Tick[], log: boolean): (value: number) => number {
  const from = ticks[0]!.value;
  const to = ticks.at(-1)!.value;
  const clamp = (share: number): number => Math.max(0, Math.min(1, share));
  return log
    ? (value) => clamp(Math.log(Math.max(value, from) / from) / Math.log(to / from))
    : (value) => clamp((value - from) / (to - from));
}

/** The room of a line of small words. */
function boxOf(left: number, base: number, width: number): Box {
  return { left, top: base - SMALL, right: left + width, bottom: base + 3 };
}

function fits(box: Box, area: Box, taken: readonly Box[]): boolean {
  return (
    box.left >= area.left &&
    box.right <= area.right &&
    box.top >= area.top &&
    box.bottom <= area.bottom &&
    !taken.some(
      (other) =>
        box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
    )
  );
}
