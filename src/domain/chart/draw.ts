// From a chart to a picture: title and unit above where it stands alone, then what its kind draws. Pure; the same chart, width
// and theme give the same bytes.

import type { Chart, DrawOptions, SvgNode } from "./chart.ts";
import { drawBands } from "./draw-bands.ts";
import { drawBeforeAfter } from "./draw-before-after.ts";
import { drawCalendar } from "./draw-calendar.ts";
import { drawTwoOrders } from "./draw-orders.ts";
import { type Drawn, drawText, type Ground, moveBy, NORMAL, stack } from "./draw-parts.ts";
import { drawScatter } from "./draw-scatter.ts";
import { drawLineChart, drawStackedBars } from "./draw-steps.ts";
import { wrapText } from "./measure.ts";
import { node } from "./svg.ts";
import { PALETTES, texturesOf } from "./theme.ts";

/** The sans faces of the app, those for Chinese among them, before the generic name. */
export const CHART_FONTS =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Hiragino Sans GB', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif";

const LEAST_WIDTH = 280;
const USUAL_WIDTH = 720;
const MARGIN = 20;
const TITLE = 16;

/** An `svg` element with its title and description; `printSvg` makes a file of it. */
export function drawChart(chart: Chart, options: DrawOptions): SvgNode {
  const { theme, isAlone = true } = options;
  const full = Math.max(LEAST_WIDTH, Math.round(options.width ?? USUAL_WIDTH));
  const margin = isAlone ? MARGIN : 0;
  const palette = PALETTES[theme];
  const prefix = `${chart.name}-${theme}`;
  const ground: Ground = { width: full - 2 * margin, theme, palette, prefix };
  const body = chart.empty === null ? drawBody(chart, ground) : drawWords([chart.empty], NORMAL, ground);
  const all = isAlone ? stack([drawHead(chart, ground), body], 14) : body;
  const height = Math.ceil(all.height + 2 * margin);
  const textures = texturesOf(all.tones, theme, prefix);
  return node(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: full,
      height,
      viewBox: `0 0 ${full} ${height}`,
      role: "img",
      // Within a page a title would show wherever the pointer rests.
      ...(isAlone
        ? { "aria-labelledby": `${prefix}-title ${prefix}-desc` }
        : { "aria-label": `${chart.title}. ${chart.alt}` }),
      "font-family": CHART_FONTS,
      lang: chart.tongue === "zh" ? "zh-CN" : "en",
    },
    [
      ...(isAlone
        ? [
            node("title", { id: `${prefix}-title` }, [chart.title]),
            node("desc", { id: `${prefix}-desc` }, [chart.alt]),
          ]
        : []),
      ...(textures.length > 0 ? [node("defs", {}, textures)] : []),
      ...(isAlone ? [node("rect", { width: full, height, fill: palette.paper })] : []),
      moveBy(all.nodes, margin, margin),
    ],
  );
}

function drawBody(chart: Chart, ground: Ground): Drawn {
  switch (chart.kind) {
    case "stacked-bars":
      return drawStackedBars(chart, ground);
    case "line":
      return drawLineChart(chart, ground);
    case "calendar":
      return drawCalendar(chart, ground);
    case "before-after":
      return drawBeforeAfter(chart, ground);
    case "scatter":
      return drawScatter(chart, ground);
    case "bands":
      return drawBands(chart, ground);
    case "two-orders":
      return drawTwoOrders(chart, ground);
  }
}

/** What is seen, and what is measured. */
function drawHead({ title, unit }: Chart, ground: Ground): Drawn {
  const { ink, quiet } = ground.palette;
  const nodes: SvgNode[] = [];
  let y = 0;
  for (const line of wrapText(title, TITLE * 1.1, ground.width)) {
    nodes.push(drawText(0, y + TITLE, line, { size: TITLE, fill: ink, isBold: true }));
    y += 22;
  }
  for (const line of wrapText(unit, NORMAL, ground.width)) {
    nodes.push(drawText(0, y + 13, line, { size: NORMAL, fill: quiet }));
    y += 17;
  }
  return { height: y + 2, nodes, tones: [] };
}

function drawWords(paragraphs: readonly string[], size: number, ground: Ground): Drawn {
  const lines = paragraphs.flatMap((words) => wrapText(words, size, ground.width));
  return {
    height: lines.length * 18,
    nodes: lines.map((line, index) =>
      drawText(0, index * 18 + 13, line, { size, fill: ground.palette.quiet }),
    ),
    tones: [],
  };
}
