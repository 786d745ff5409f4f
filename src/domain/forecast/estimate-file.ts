// A table of estimates and what became of them, as CSV (RFC 4180; also with `;` or tabs): columns by their names in any order.
// A row that cannot be used is left out, and counted by why.

import type { Estimated } from "./case.ts";

/** One task of the file. Dates are as the file has them: they are only compared, as texts. */
export interface EstimateRow extends Estimated {
  /** Line of the file on which it begins. */
  line: number;
  id: string;
  knownAt: string;
  doneAt: string;
  actual: number;
  unit: string;
}

export type SkippedWhy =
  | "actual0"
  | "no-estimate"
  | "no-actual"
  | "no-known"
  | "no-done"
  /** Its truth was known before its forecast. */
  | "done-before";

export interface Skipped {
  why: SkippedWhy;
  count: number;
  /** Of the first such row. */
  line: number;
}

export interface EstimateFile {
  rows: EstimateRow[];
  skipped: Skipped[];
  /** Columns that it must have and has not; then there are no rows. */
  missing: string[];
}

const NEEDED = ["estimate", "actual", "known_at", "done_at"] as const;

export function readEstimateFile(text: string): EstimateFile {
  const [head, ...records] = readCsv(text);
  const columns = new Map((head?.cells ?? []).map((name, index) => [name.trim().toLowerCase(), index]));
  const missing = NEEDED.filter((name) => !columns.has(name));
  const rows: EstimateRow[] = [];
  const skipped = new Map<SkippedWhy, Skipped>();
  for (const { cells, line } of missing.length > 0 ? [] : records) {
    const cell = (name: string): string => (cells[columns.get(name) ?? -1] ?? "").trim();
    const row = readRow(cell, line);
    if (typeof row !== "string") rows.push(row);
    else {
      const known = skipped.get(row);
      if (known === undefined) skipped.set(row, { why: row, count: 1, line });
      else known.count++;
    }
  }
  return { rows, skipped: [...skipped.values()], missing };
}

function readRow(cell: (name: string) => string, line: number): EstimateRow | SkippedWhy {
  const estimate = readNumber(cell("estimate"));
  const actual = readNumber(cell("actual"));
  const [knownAt, doneAt] = [readMoment(cell("known_at")), readMoment(cell("done_at"))];
  if (estimate === null || estimate <= 0) return "no-estimate";
  if (actual === 0) return "actual0";
  if (actual === null || actual < 0) return "no-actual";
  if (knownAt === "") return "no-known";
  if (doneAt === "") return "no-done";
  // A day alone may be any hour of it; what is surely earlier is a mistake.
  if (doneAt < knownAt && !knownAt.startsWith(doneAt)) return "done-before";
  const unit = cell("unit");
  return {
    line,
    id: cell("id") || String(line),
    person: cell("person"),
    project: cell("project"),
    category: cell("category"),
    knownAt,
    doneAt,
    estimate,
    actual,
    unit,
    size: Math.log(estimate * minutesOf(unit)),
  };
}

/** A number with a point, or a comma where that is how the file writes them. */
function readNumber(text: string): number | null {
  const plain = /^[+-]?\d+,\d+$/.test(text) ? text.replace(",", ".") : text;
  const value = Number(plain);
  return plain === "" || !Number.isFinite(value) ? null : value;
}

/** `2009-04-09 13:24` is `2009-04-09T13:24`. */
function readMoment(text: string): string {
  return text.replace(/^(\d{4}-\d{2}-\d{2}) +(?=\d)/, "$1T");
}

/** Minutes of a unit, 1 where it is unknown: only sizes of tasks are compared by it, never what they took. */
function minutesOf(unit: string): number {
  const counted = /(\d+)\s*-?\s*min/i.exec(unit);
  if (counted !== null) return Math.max(1, Number(counted[1]));
  if (/hour|小时|^h(?:rs?)?$/i.test(unit)) return 60;
  if (/day|天|^d$/i.test(unit)) return 480;
  return 1;
}

interface Record {
  cells: string[];
  line: number;
}

/** Records of a CSV text; empty lines are none. The separator is the one that the first line has most of. */
function readCsv(text: string): Record[] {
  const plain = text.replace(/^\ufeff/, "");
  const separator = separatorOf(/^[^\r\n]*/.exec(plain)![0]);
  const records: Record[] = [];
  let cells: string[] = [];
  let line = 1;
  let begin = 1;
  let at = 0;
  const end = (): void => {
    if (cells.some((cell) => cell.trim() !== "")) records.push({ cells, line: begin });
    cells = [];
    begin = line;
  };
  const bare = new RegExp(`[^${separator}\r\n]*`, "y");
  const quoted = /"((?:[^"]|"")*)(?:"|$)/y;
  while (at < plain.length) {
    quoted.lastIndex = at;
    const inQuotes = plain[at] === '"' ? quoted.exec(plain) : null;
    let cell = "";
    if (inQuotes !== null) {
      cell = inQuotes[1]!.replaceAll('""', '"');
      line += cell.split("\n").length - 1;
      at = quoted.lastIndex;
    }
    bare.lastIndex = at;
    cells.push(cell + bare.exec(plain)![0]);
    at = bare.lastIndex;
    if (plain[at] === separator) {
      at++;
      if (at === plain.length || plain[at] === "\n" || plain[at] === "\r") cells.push("");
      if (at < plain.length && plain[at] !== "\n" && plain[at] !== "\r") continue;
    }
    at += plain[at] === "\r" && plain[at + 1] === "\n" ? 2 : 1;
    line++;
    end();
  }
  end();
  return records;
}

function separatorOf(head: string): string {
  const count = (separator: string): number => head.split(separator).length;
  return [",", ";", "\t"].reduce((best, one) => (count(one) > count(best) ? one : best));
}
