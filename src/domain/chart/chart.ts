// The words of charts. A chart answers one question; it is data, drawn as SVG by `drawChart`, the same on the command line and
// in the browser.

import type { ReportTable } from "../report/report.ts";

/** One colour by its meaning; a theme says which it is. */
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

interface ChartFrame {
  /** Stable name, English: `--svg NAME`. */
  name: string;
  /** What is seen, as a sentence. */
  title: string;
  /** What is measured and in which unit. */
  unit: string;
  /** The text alternative: what a person who sees it would learn. */
  alt: string;
  /** The numbers. */
  table: ReportTable;
  /** Said in place of a picture where there is nothing to draw. */
  empty: string | null;
}

export type Chart = ChartFrame &
  (
    | {
        kind: "stacked-bars";
        series: ChartSeries[];
        bars: { label: string; values: number[] }[];
        format: "min" | "count";
      }
    | {
        kind: "line";
        points: { label: string; value: number | null; note: string | null }[];
        format: "ratio" | "min";
      }
    | {
        kind: "calendar";
        days: { date: string; value: number | null; tone: ChartTone; says: string }[];
        format: "ratio" | "min";
      }
    | {
        kind: "before-after";
        groups: {
          title: string;
          from: string;
          bars: { label: string; held: number; days: number; isAfter: boolean }[];
        }[];
      }
    | {
        kind: "scatter";
        points: { label: string; x: number; y: number; tone: ChartTone }[];
        xTitle: string;
        yTitle: string;
        format: "min";
        diagonal: boolean;
        log: boolean;
      }
    | {
        kind: "two-orders";
        left: string;
        right: string;
        items: { label: string; left: number | null; right: number | null; tone: ChartTone; says: string }[];
      }
  );

/** One element of an SVG picture. */
export interface SvgNode {
  tag: string;
  attributes: Record<string, string | number>;
  children: (SvgNode | string)[];
}
