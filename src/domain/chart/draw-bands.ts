// Things in bands below one another, each at its length of time on a logarithmic scale, with a figure inside its dot: help against
// effort. A band has as many lanes as its labels need, so that none meets another.

import type { Chart, SvgNode } from "./chart.ts";
import { type Drawn, drawLine, drawText, type Ground, named, SMALL } from "./draw-parts.ts";
import { cutText, textWidth } from "./measure.ts";
import { logTicks } from "./scale.ts";
import { node } from "./svg.ts";

const LANE = 32;
const PAD = 6;
const R = 13;
const TOP = 20;

export function drawBands(chart: Extract<Chart, { kind: "bands" }>, ground: Ground): Drawn {
  const { bands, dots } = chart;
  const { quiet, ink, accent, paper, grid } = ground.palette;
  const known = dots.flatMap(({ x }) => (x === null ? [] : [x]));
  const ticks = logTicks(Math.min(...known, 60), Math.max(...known, 2400));
  const left = Math.min(ground.width * 0.3, Math.max(...bands.map((label) => textWidth(label, SMALL))) + 12);
  const unknown = textWidth(chart.unknown, SMALL) + 24;
  const right = ground.width - (dots.some(({ x }) => x === null) ? Math.max(unknown, 80) : R + 4);
  const [first, last] = [ticks[0]!.value, ticks.at(-1)!.value];
  const xOf = (min: number): number =>
    left + R + (right - left - 2 * R) * (Math.log(Math.max(first, min) / first) / Math.log(last / first));
  const most = Math.min(190, ground.width * 0.3);

  const nodes: SvgNode[] = [drawText(0, 11, cutText(chart.yTitle, SMALL, ground.width), { fill: quiet })];
  let y = TOP;
  for (const [index, label] of bands.entries()) {
    nodes.push(drawLine(left, y, ground.width, y, grid));
    const own = dots
      .filter(({ band }) => band === index)
      .map((dot) => ({
        dot,
        x: dot.x === null ? right + R + 4 : xOf(dot.x),
        words: cutText(dot.label, SMALL, most),
      }))
      .sort((a, b) => a.x - b.x);
    const lanes: number[] = [];
    for (const { dot, x, words } of own) {
      const width = textWidth(words, SMALL) + 6;
      const isLeft = x + R + width > ground.width;
      const from = x - R - (isLeft ? width : 0);
      const found = lanes.findIndex((end) => end <= from);
      const lane = found < 0 ? lanes.length : found;
      lanes[lane] = x + R + (isLeft ? 0 : width) + 6;
      const middle = y + PAD + lane * LANE + LANE / 2;
      nodes.push(
        named(
          node("circle", { cx: x, cy: middle, r: R, fill: paper, stroke: accent, "stroke-width": 1.6 }),
          dot.says,
        ),
        drawText(x, middle + 4, dot.value, { fill: ink, anchor: "middle", isBold: true }),
        drawText(isLeft ? x - R - 5 : x + R + 5, middle + 4, words, {
          fill: ink,
          anchor: isLeft ? "end" : "start",
          halo: paper,
        }),
      );
    }
    const height = Math.max(1, lanes.length) * LANE + 2 * PAD;
    nodes.push(
      drawText(left - 8, y + height / 2 + 4, cutText(label, SMALL, left - 8), { fill: quiet, anchor: "end" }),
    );
    y += height;
  }
  nodes.push(drawLine(left, y, ground.width, y, quiet));
  let free = 0;
  for (const { value, text } of ticks) {
    const half = textWidth(text, SMALL) / 2;
    nodes.unshift(drawLine(xOf(value), TOP, xOf(value), y, grid));
    if (xOf(value) - half < free) continue;
    nodes.push(drawText(xOf(value), y + 16, text, { fill: quiet, anchor: "middle" }));
    free = xOf(value) + half + 6;
  }
  if (dots.some(({ x }) => x === null)) {
    nodes.push(drawLine(right, TOP, right, y, grid));
    if (right + 6 >= free)
      nodes.push(
        drawText(ground.width, y + 16, cutText(chart.unknown, SMALL, ground.width - right - 4), {
          fill: quiet,
          anchor: "end",
        }),
      );
  }
  nodes.push(
    drawText(ground.width, y + 33, cutText(chart.xTitle, SMALL, ground.width), {
      fill: quiet,
      anchor: "end",
    }),
  );
  return { height: y + 38, nodes, tones: [] };
}
