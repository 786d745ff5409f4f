// Two orders of the same things side by side, a line from the place of each in the one to its place in the other. Things that
// share a rank stand below one another in the order of the other side; between them no line counts as up or down. What has no
// rank on one side stands there at the end, with a dash.

import type { Chart, ChartOrdered, SvgNode } from "./chart.ts";
import {
  type Drawn,
  drawLegend,
  drawLine,
  drawText,
  type Ground,
  lineEntry,
  NORMAL,
  named,
  SMALL,
  shapeEntry,
  stack,
} from "./draw-parts.ts";
import { cutText, textWidth, wrapText } from "./measure.ts";
import { node } from "./svg.ts";
import { lookOf, shapeAt } from "./theme.ts";

const HEAD = 24;
const LINE = 15;
const R = 4.5;
const DASHES = "6 4";

interface Placed {
  item: ChartOrdered;
  /** Middle of its row. */
  y: number;
  /** First and last place of those of its rank. */
  first: number;
  last: number;
}

export function drawTwoOrders(chart: Extract<Chart, { kind: "two-orders" }>, ground: Ground): Drawn {
  const { items } = chart;
  const { quiet, accent, paper, ink } = ground.palette;
  const falls = lookOf("bad", ground.theme).edge;
  const between = Math.max(64, Math.min(220, ground.width * 0.26));
  const room = (ground.width - between) / 2 - 24;
  const isNarrow = room < 190;
  const rowHeight = isNarrow ? 2 * LINE + 8 : 27;
  const placed = {
    left: placeAll(items, "left", "right", rowHeight),
    right: placeAll(items, "right", "left", rowHeight),
  };
  const from = room + 24;
  const to = ground.width - room - 24;
  const nodes: SvgNode[] = [
    drawText(from, 12, cutText(chart.left, NORMAL, from), { size: NORMAL, fill: quiet, anchor: "end" }),
    drawText(to, 12, cutText(chart.right, NORMAL, from), { size: NORMAL, fill: quiet }),
  ];
  const words: SvgNode[] = [];
  const moves = new Set<"rises" | "falls">();
  for (const item of items) {
    const left = placed.left.get(item);
    const right = placed.right.get(item);
    if (left !== undefined && right !== undefined) {
      const move = right.first > left.last ? "falls" : right.last < left.first ? "rises" : null;
      if (move !== null) moves.add(move);
      const stroke = move === null ? quiet : move === "falls" ? falls : accent;
      const path = drawLine(
        from + 9,
        left.y,
        to - 9,
        right.y,
        stroke,
        move === null ? 1.2 : 2,
        move === "falls" ? DASHES : undefined,
      );
      nodes.push(named(path, item.says));
    }
    for (const [side, place] of [
      ["left", left],
      ["right", right],
    ] as const) {
      if (place === undefined) continue;
      const x = side === "left" ? from + 9 : to - 9;
      const rank = item[side] === null ? "–" : String(item[side]);
      words.push(named(shapeAt(item.tone, ground.theme, x, place.y, R), item.says));
      const rankX = side === "left" ? from - 4 : to + 4;
      const anchor = side === "left" ? ("end" as const) : ("start" as const);
      words.push(drawText(rankX, place.y + 4, rank, { fill: quiet, anchor }));
      const indent = Math.max(16, textWidth(rank, SMALL) + 7);
      const lines = fitLines(
        item.label,
        side === "right" ? item.note : null,
        room - indent + 20,
        isNarrow ? 2 : 1,
      );
      for (const [index, line] of lines.entries())
        words.push(
          drawText(
            side === "left" ? rankX - indent : rankX + indent,
            place.y + 4 + (index - (lines.length - 1) / 2) * LINE,
            line,
            { size: NORMAL, fill: ink, anchor, halo: paper },
          ),
        );
    }
  }
  nodes.push(...words);
  const rows = Math.max(placed.left.size, placed.right.size);
  const tones = chart.legend.filter(({ tone }) => items.some((item) => item.tone === tone));
  const legend = drawLegend(ground, [
    ...(moves.has("rises") ? [lineEntry(accent, 2, undefined, chart.rises)] : []),
    ...(moves.has("falls") ? [lineEntry(falls, 2, DASHES, chart.falls)] : []),
    ...(tones.length > 1 ? tones : []).map(({ tone, title }) => shapeEntry(ground, tone, title)),
  ]);
  return stack([legend, { height: HEAD + rows * rowHeight, nodes: [node("g", {}, nodes)], tones: [] }], 8);
}

/** Those that have a rank on a side, from the top. */
function placeAll(
  items: readonly ChartOrdered[],
  side: "left" | "right",
  other: "left" | "right",
  rowHeight: number,
): Map<ChartOrdered, Placed> {
  const rankOn = (item: ChartOrdered, at: "left" | "right"): number => item[at] ?? Number.POSITIVE_INFINITY;
  const sorted = items.toSorted(
    (a, b) => compare(rankOn(a, side), rankOn(b, side)) || compare(rankOn(a, other), rankOn(b, other)),
  );
  const found = new Map<ChartOrdered, Placed>();
  for (const [index, item] of sorted.entries())
    found.set(item, {
      item,
      y: HEAD + (index + 0.5) * rowHeight,
      first: sorted.findIndex((one) => one[side] === item[side]),
      last: sorted.findLastIndex((one) => one[side] === item[side]),
    });
  return found;
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** A name in at most so many lines, cut where it must be; behind it, or below it, its note. */
function fitLines(name: string, note: string | null, room: number, most: number): string[] {
  if (most === 1) {
    const end = note === null ? "" : ` · ${note}`;
    return [`${cutText(name, NORMAL, room - textWidth(end, NORMAL))}${end}`];
  }
  if (note !== null) return [cutText(name, NORMAL, room), cutText(note, NORMAL, room)];
  const lines = wrapText(name, NORMAL, room);
  if (lines.length <= most) return lines;
  return [lines[0]!, cutText(name.slice(lines[0]!.length).trimStart(), NORMAL, room)];
}
