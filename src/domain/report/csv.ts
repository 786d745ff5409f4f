// A table as CSV by RFC 4180: fields between commas, CRLF behind each record, a field with a comma, a quote or a line end
// between quotes with its quotes doubled. The first record names the columns. UTF-8 without a mark in front. Minutes are whole
// numbers, ratios go from 0 to 1, days are `2021-09-02`; what is unknown is empty.

import type { ReportTable } from "./report.ts";

/** Spreadsheets take a text that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, as people type it there: titles come from
 * pages, and a page may hold what others wrote. Numbers are never touched.
 */
export function formatCsv({ columns, rows }: ReportTable): string {
  const records = [columns.map(({ key }) => key), ...rows.map((row) => row.map(fieldOf))];
  return records.map((record) => `${record.map(quote).join(",")}\r\n`).join("");
}

function fieldOf(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number")
    return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(6)));
  return FORMULA.test(value) ? `'${value}` : value;
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
