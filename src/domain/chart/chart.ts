// The words of charts. A chart answers one question; it is data, drawn as SVG by `drawChart`, the same on the command line and
// in the browser. Lengths of time are minutes and drawn as hours, ratios are 0 to 1 and drawn as percent.

import type { LocalDate, Tongue } from "../../base/index.ts";
import type { ReportTable } from "../report/report.ts";

/** One colour, texture and shape by its meaning; a theme says which colour. */
export type ChartTone =
  | "highest"
  | "high"
  | "medium"
  | "low"
  | "none"
  | "other"
  | "good"
  | "bad"
  | "plain"
  | "faint";

export interface ChartSeries {
  key: string;
  title: string;
  tone: ChartTone;
}

/** What was measured of one week, one month, …, from the left to the right. */
interface ChartStep {
  /** Below the axis; as many of them are written as there is room for. */
  label: string;
  /** Part of the range that the report is about, where the chart shows more than it. */
  isMarked?: boolean;
}

export interface ChartBar extends ChartStep {
  /** One for each series, none below zero. */
  values: number[];
}

export interface ChartPoint extends ChartStep {
  value: number | null;
  /** What is to be known of it besides. */
  note: string | null;
}

export interface ChartDay {
  date: LocalDate | string;
  /** 0 to 1, or minutes; null where there is nothing to measure. */
  value: number | null;
  /** `plain`: as much as the value says; `faint`: a day off; `none`: nothing is known of it. */
  tone: "plain" | "faint" | "none";
  /** The day in words. */
  says: string;
}

export interface ChartGroup {
  title: string;
  /** What is seen in it, in words. */
  says: string;
  /** What stands at the line between before and after. */
  from: string;
  bars: { label: string; held: number; days: number; isAfter: boolean }[];
}

export interface ChartDot {
  label: string;
  x: number;
  y: number;
  tone: ChartTone;
}

export interface ChartOrdered {
  label: string;
  /** Ranks, 1 is first, equals share one; null where it has none on that side. */
  left: number | null;
  right: number | null;
  tone: ChartTone;
  /** What stands beside its name on the right, such as its hours. */
  note: string | null;
  says: string;
}

interface ChartFrame {
  /** Stable name, English: `--svg NAME`. */
  name: string;
  /** What is seen, as a sentence. */
  title: string;
  /** What is measured and in which unit. */
  unit: string;
  /** The text alternative: what a person who sees it would learn. */
  alt: string;
  /** The language of the words above, for names of months and weekdays. */
  tongue: Tongue;
  /** The numbers. */
  table: ReportTable;
  /** Said in place of a picture where there is nothing to draw. */
  empty: string | null;
}

export type ChartBody =
  | { kind: "stacked-bars"; series: ChartSeries[]; bars: ChartBar[]; format: "min" | "count" }
  | { kind: "line"; points: ChartPoint[]; format: "ratio" | "min" }
  | {
      kind: "calendar";
      days: ChartDay[];
      format: "ratio" | "min";
      /** Words of the legend: nothing of the scale, all of it, a day off, a day of which nothing is known. */
      legend: { least: string; most: string; off: string; unknown: string };
    }
  | { kind: "before-after"; groups: ChartGroup[]; legend: { before: string; after: string } }
  | {
      kind: "scatter";
      points: ChartDot[];
      legend: ChartSeries[];
      xTitle: string;
      yTitle: string;
      format: "min";
      /** Words at the line where both are the same; null without that line. */
      diagonal: string | null;
      log: boolean;
    }
  | {
      kind: "bands";
      /** Names of the bands, from the top. */
      bands: string[];
      /** `x` in minutes, null where it is not known; `value` stands in the dot. */
      dots: { label: string; band: number; x: number | null; value: string; says: string }[];
      /** What the column of those without `x` is called. */
      unknown: string;
      xTitle: string;
      yTitle: string;
    }
  | {
      kind: "two-orders";
      left: string;
      right: string;
      items: ChartOrdered[];
      legend: ChartSeries[];
      /** Words for the two kinds of lines: done more than is said, done less. */
      rises: string;
      falls: string;
    };

export type Chart = ChartFrame & ChartBody;

export type ChartTheme = "light" | "dark";

export interface DrawOptions {
  /** In pixels, at least 280; 720 where it is not said. */
  width?: number;
  theme: ChartTheme;
  /** With title, unit and background, as a file of its own; without, as a part of a screen that has them. */
  isAlone?: boolean;
}

/** One element of an SVG picture. */
export interface SvgNode {
  tag: string;
  attributes: Record<string, string | number>;
  children: (SvgNode | string)[];
}
