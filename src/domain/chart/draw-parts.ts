// What the kinds of charts are drawn with: the ground that they stand on, words, legends, axes.

import type { ChartTheme, ChartTone, SvgNode } from "./chart.ts";
import { cutText, textWidth } from "./measure.ts";
import type { Tick } from "./scale.ts";
import { node } from "./svg.ts";
import { fillOf, lookOf, type Palette, shapeAt } from "./theme.ts";

/** On what a chart is drawn. */
export interface Ground {
  width: number;
  theme: ChartTheme;
  palette: Palette;
  /** Begins the names of what is defined once in the picture. */
  prefix: string;
}

/** A part of a picture; its upper left corner is 0 0. */
export interface Drawn {
  height: number;
  nodes: SvgNode[];
  /** What its areas are painted with. */
  tones: ChartTone[];
}

export const SMALL = 11;
export const NORMAL = 12;

interface TextLook {
  size?: number;
  fill: string;
  anchor?: "start" | "middle" | "end";
  isBold?: boolean;
  /** The colour behind it, where lines may pass. */
  halo?: string;
}

/** One line of words; `y` is its base line. */
export function drawText(x: number, y: number, words: string, look: TextLook): SvgNode {
  const { size = SMALL, fill, anchor = "start", isBold, halo } = look;
  return node(
    "text",
    {
      x,
      y,
      fill,
      "font-size": size,
      ...(anchor === "start" ? {} : { "text-anchor": anchor }),
      ...(isBold ? { "font-weight": 600 } : {}),
      ...(halo === undefined
        ? {}
        : { stroke: halo, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" }),
    },
    [words],
  );
}

/** Bold letters are wider. */
export function boldWidth(text: string, size: number): number {
  return textWidth(text, size) * 1.1;
}

export function drawLine(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  width = 1,
  dashes?: string,
): SvgNode {
  return node("line", {
    x1,
    y1,
    x2,
    y2,
    stroke,
    "stroke-width": width,
    ...(dashes === undefined ? {} : { "stroke-dasharray": dashes }),
  });
}

/** What is said where a pointer rests on a part. */
export function named(element: SvgNode, says: string): SvgNode {
  return { ...element, children: [...element.children, node("title", {}, [says])] };
}

/** An area of a tone, with its edge inside. */
export function drawArea(
  ground: Ground,
  tone: ChartTone,
  box: { x: number; y: number; width: number; height: number },
): SvgNode {
  const stroke = Math.min(1, box.width / 3, box.height / 2);
  return node("rect", {
    x: box.x + stroke / 2,
    y: box.y + stroke / 2,
    width: Math.max(0, box.width - stroke),
    height: Math.max(0, box.height - stroke),
    fill: fillOf(tone, ground.theme, ground.prefix),
    stroke: lookOf(tone, ground.theme).edge,
    "stroke-width": stroke,
  });
}

export interface LegendEntry {
  title: string;
  /** How wide its mark is. */
  markWidth: number;
  /** Draws its mark with the left edge at x and the middle at y. */
  mark(x: number, y: number): SvgNode[];
}

const LEGEND_ROW = 20;
const LEGEND_GAP = 16;

export function areaEntry(ground: Ground, tone: ChartTone, title: string): LegendEntry {
  return {
    title,
    markWidth: 13,
    mark: (x, y) => [drawArea(ground, tone, { x, y: y - 6, width: 13, height: 12 })],
  };
}

export function shapeEntry(ground: Ground, tone: ChartTone, title: string): LegendEntry {
  return { title, markWidth: 13, mark: (x, y) => [shapeAt(tone, ground.theme, x + 6.5, y, 5)] };
}

export function lineEntry(
  stroke: string,
  width: number,
  dashes: string | undefined,
  title: string,
): LegendEntry {
  return { title, markWidth: 24, mark: (x, y) => [drawLine(x, y, x + 24, y, stroke, width, dashes)] };
}

/** Entries side by side, in as many rows as they need. */
export function drawLegend(ground: Ground, entries: readonly LegendEntry[]): Drawn {
  const nodes: SvgNode[] = [];
  let x = 0;
  let row = 0;
  for (const { title, markWidth, mark } of entries) {
    const room = ground.width - markWidth - 6;
    const words = cutText(title, NORMAL, room);
    const width = markWidth + 6 + textWidth(words, NORMAL);
    if (x > 0 && x + width > ground.width) {
      x = 0;
      row += 1;
    }
    const y = row * LEGEND_ROW + LEGEND_ROW / 2;
    nodes.push(
      ...mark(x, y),
      drawText(x + markWidth + 6, y + 4, words, { size: NORMAL, fill: ground.palette.quiet }),
    );
    x += width + LEGEND_GAP;
  }
  return { height: entries.length === 0 ? 0 : (row + 1) * LEGEND_ROW, nodes, tones: [] };
}

/** The words of the ticks of an upright axis, right-aligned before `left`, with a line of the grid for each. */
export function drawUprightAxis(
  ground: Ground,
  ticks: readonly Tick[],
  yOf: (value: number) => number,
  left: number,
  right: number,
): SvgNode[] {
  const { grid, quiet } = ground.palette;
  return ticks.flatMap(({ value, text }) => [
    drawLine(left, yOf(value), right, yOf(value), value === 0 ? quiet : grid),
    drawText(left - 6, yOf(value) + 4, text, { fill: quiet, anchor: "end" }),
  ]);
}

export function widestOf(texts: readonly string[], size = SMALL): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size)));
}

/** The same, moved. */
export function moveBy(nodes: SvgNode[], x: number, y: number): SvgNode {
  return node(
    "g",
    { transform: `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})` },
    nodes,
  );
}

/** Parts below one another. */
export function stack(parts: readonly Drawn[], gap: number): Drawn {
  const nodes: SvgNode[] = [];
  let y = 0;
  for (const part of parts) {
    if (part.height === 0) continue;
    if (y > 0) y += gap;
    nodes.push(moveBy(part.nodes, 0, y));
    y += part.height;
  }
  return { height: y, nodes, tones: parts.flatMap(({ tones }) => tones) };
}
