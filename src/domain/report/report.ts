// The words of reports: a table of figures, shares of an amount. A report is a pure function of what is known; it is printed
// as text, JSON, CSV (its tables) and SVG (its charts).

/** `min` minutes, `ratio` 0 to 1, `count` whole, `days` days. */
export type FigureUnit = "min" | "ratio" | "count" | "days" | "date" | "text";

export interface ReportColumn {
  /** Stable name, English, kebab-case: the head of the column in CSV. */
  key: string;
  /** For people. */
  title: string;
  unit: FigureUnit;
}

/** What a report says in figures. Null is unknown. */
export interface ReportTable {
  /** Stable name, English: `--csv NAME`. */
  name: string;
  title: string;
  columns: ReportColumn[];
  rows: (string | number | null)[][];
}

export interface Share {
  /** Stable: a priority, a title path, a goal's title, a heading; `none`, `other` where there is none. */
  key: string;
  /** For people. */
  title: string;
  amount: number;
  /** Of the whole, 0 to 1. */
  share: number;
}

/** By which a report divides what was worked. */
export type ShareBy = "priority" | "group" | "goal" | "section";
