// Colours, textures and shapes of charts in both themes: one accent from dark to light for the priorities, as on the screens.
// Every fill that is paler than 3:1 against the paper has an edge that is not, and each of two neighbours has a texture of its
// own, so that no colour alone carries meaning (WCAG 2.2, 1.4.1 and 1.4.11). Text holds 4.5:1.

import type { ChartTheme, ChartTone, SvgNode } from "./chart.ts";
import { node } from "./svg.ts";

export interface Palette {
  paper: string;
  ink: string;
  /** Words of less weight. */
  quiet: string;
  grid: string;
  accent: string;
}

export const PALETTES: Readonly<Record<ChartTheme, Palette>> = {
  light: { paper: "#ffffff", ink: "#1d2123", quiet: "#5b6165", grid: "#e3e3dc", accent: "#17627a" },
  dark: { paper: "#22272a", ink: "#e6e7e3", quiet: "#a3abad", grid: "#3a4146", accent: "#6fc0d4" },
};

export type Texture = "full" | "stripes" | "dots" | "bare" | "lines" | "cross";
export type Shape = "circle" | "diamond" | "square" | "triangle" | "ring" | "bar";

export interface ToneLook {
  fill: string;
  edge: string;
  texture: Texture;
  /** Of the marks of its texture. */
  mark: string;
  shape: Shape;
}

const LIGHT: Readonly<Record<ChartTone, ToneLook>> = {
  highest: { fill: "#17627a", edge: "#17627a", texture: "full", mark: "#17627a", shape: "diamond" },
  high: { fill: "#5f90a1", edge: "#4d8294", texture: "stripes", mark: "#ffffff", shape: "circle" },
  medium: { fill: "#a5c2cc", edge: "#4d8294", texture: "dots", mark: "#17627a", shape: "square" },
  low: { fill: "#e4eef1", edge: "#4d8294", texture: "bare", mark: "#17627a", shape: "triangle" },
  none: { fill: "#d3d5d2", edge: "#7b7f7f", texture: "lines", mark: "#7b7f7f", shape: "ring" },
  other: { fill: "#ffffff", edge: "#7b7f7f", texture: "cross", mark: "#a4a7a6", shape: "ring" },
  good: { fill: "#17627a", edge: "#17627a", texture: "full", mark: "#17627a", shape: "circle" },
  bad: { fill: "#f3d5d1", edge: "#a8261b", texture: "stripes", mark: "#a8261b", shape: "diamond" },
  plain: { fill: "#17627a", edge: "#17627a", texture: "full", mark: "#17627a", shape: "circle" },
  faint: { fill: "#eceeeb", edge: "#7b7f7f", texture: "stripes", mark: "#b4b8b6", shape: "ring" },
};

const DARK: Readonly<Record<ChartTone, ToneLook>> = {
  highest: { fill: "#6fc0d4", edge: "#6fc0d4", texture: "full", mark: "#6fc0d4", shape: "diamond" },
  high: { fill: "#55909f", edge: "#6aaabb", texture: "stripes", mark: "#22272a", shape: "circle" },
  medium: { fill: "#3f6873", edge: "#6aaabb", texture: "dots", mark: "#a9dbe7", shape: "square" },
  low: { fill: "#2b3b41", edge: "#6aaabb", texture: "bare", mark: "#6fc0d4", shape: "triangle" },
  none: { fill: "#4a5053", edge: "#8b9396", texture: "lines", mark: "#8b9396", shape: "ring" },
  other: { fill: "#22272a", edge: "#8b9396", texture: "cross", mark: "#5d6569", shape: "ring" },
  good: { fill: "#6fc0d4", edge: "#6fc0d4", texture: "full", mark: "#6fc0d4", shape: "circle" },
  bad: { fill: "#4d2925", edge: "#ff8d80", texture: "stripes", mark: "#ff8d80", shape: "diamond" },
  plain: { fill: "#6fc0d4", edge: "#6fc0d4", texture: "full", mark: "#6fc0d4", shape: "circle" },
  faint: { fill: "#2d3336", edge: "#8b9396", texture: "stripes", mark: "#5d6569", shape: "ring" },
};

export function lookOf(tone: ChartTone, theme: ChartTheme): ToneLook {
  return (theme === "light" ? LIGHT : DARK)[tone];
}

/** What an area of this tone is painted with: a colour, or the texture of `texturesOf` with this prefix. */
export function fillOf(tone: ChartTone, theme: ChartTheme, prefix: string): string {
  const { fill, texture } = lookOf(tone, theme);
  return texture === "full" || texture === "bare" ? fill : `url(#${prefix}-${tone})`;
}

const TILE = 6;

/**
 * The textures of some tones, for the `defs` of a picture.
 * @param prefix tells them apart from those of other pictures of the same document
 */
export function texturesOf(tones: readonly ChartTone[], theme: ChartTheme, prefix: string): SvgNode[] {
  return [...new Set(tones)].flatMap((tone) => {
    const { fill, texture, mark } = lookOf(tone, theme);
    if (texture === "full" || texture === "bare") return [];
    return [
      node(
        "pattern",
        {
          id: `${prefix}-${tone}`,
          width: TILE,
          height: TILE,
          patternUnits: "userSpaceOnUse",
          ...(texture === "lines" ? {} : { patternTransform: "rotate(45)" }),
        },
        [node("rect", { width: TILE, height: TILE, fill }), ...marksOf(texture, mark)],
      ),
    ];
  });
}

function marksOf(texture: Texture, mark: string): SvgNode[] {
  const line = (d: string, width: number) => node("path", { d, stroke: mark, "stroke-width": width });
  if (texture === "stripes") return [line(`M0 ${TILE / 2}H${TILE}`, 1.2)];
  if (texture === "lines") return [line(`M0 ${TILE / 2}H${TILE}`, 1)];
  if (texture === "cross") return [line(`M0 ${TILE / 2}H${TILE}M${TILE / 2} 0V${TILE}`, 0.8)];
  return [node("circle", { cx: TILE / 2, cy: TILE / 2, r: 1, fill: mark })];
}

/** A mark of a tone's own shape around a point. */
export function shapeAt(tone: ChartTone, theme: ChartTheme, x: number, y: number, r: number): SvgNode {
  const { fill, edge, shape } = lookOf(tone, theme);
  const { paper } = PALETTES[theme];
  const look = { fill: shape === "ring" ? paper : fill, stroke: edge, "stroke-width": 1.3 };
  const path = (d: string) => node("path", { d, ...look });
  if (shape === "circle") return node("circle", { cx: x, cy: y, r, ...look });
  if (shape === "ring") return node("circle", { cx: x, cy: y, r: r - 0.5, ...look, "stroke-width": 1.6 });
  if (shape === "square")
    return node("rect", { x: x - r * 0.85, y: y - r * 0.85, width: r * 1.7, height: r * 1.7, ...look });
  const big = r * 1.25;
  if (shape === "triangle")
    return path(`M${round(x)} ${round(y - big)}L${round(x + big)} ${round(y + r * 0.8)}H${round(x - big)}Z`);
  return path(
    `M${round(x)} ${round(y - big)}L${round(x + big)} ${round(y)}L${round(x)} ${round(y + big)}L${round(x - big)} ${round(y)}Z`,
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
