// The log, the inbox, what doctor found, what init made.

import type { DoctorFinding, InitAnswer, LogData } from "../../actions/index.ts";
import { padTo, plainLine, widthOf } from "./paint.ts";
import type { Printer } from "./print.ts";

export function printLog(printer: Printer, data: LogData): void {
  const { paint, texts } = printer;
  if (data.total === 0) printer.line(texts.noEntries);
  const digits = String(Math.max(0, ...data.entries.map(({ endLine }) => endLine))).length;
  let file = "";
  data.entries.forEach((entry, index) => {
    if (index > 0) printer.line("");
    // A file is named once, above its entries; a page elsewhere on the disk by its own name.
    const name = entry.file.startsWith("/") ? entry.file.slice(entry.file.lastIndexOf("/") + 1) : entry.file;
    const place = entry.file === file ? "" : `  ${name}`;
    file = entry.file;
    const number = paint.dim(String(entry.line).padStart(digits));
    printer.line(`${number}  ${paint.bold(plainLine(entry.title))}${paint.dim(place)}`);
    const rows = entry.markdown === "" ? [] : entry.markdown.split("\n");
    const bullets = new Set(entry.bullets.map(({ line }) => line));
    rows.forEach((row, at) => {
      // The Markdown ends with the entry; `log-edit` and `log-remove` take the lines of its bullets.
      const line = entry.endLine - rows.length + 1 + at;
      const shown = (bullets.has(line) ? String(line) : "").padStart(digits);
      printer.line(row.trim() === "" ? "" : `${paint.dim(shown)}  ${plainLine(row)}`);
    });
  });
  const left = data.total - data.entries.length;
  if (left > 0) {
    if (data.entries.length > 0) printer.line("");
    printer.line(paint.dim(texts.moreEntries(left)));
  }
}

export function printInbox(
  printer: Printer,
  notes: readonly { number: number; text: string; at: string | null }[],
): void {
  for (const { number, text, at } of notes) {
    const [first = "", ...rest] = text.split("\n");
    printer.line(
      `${String(number).padStart(3)}  ${printer.paint.dim(padTo(at ?? "", 10))}  ${plainLine(first)}`,
    );
    for (const row of rest) printer.line(`${" ".repeat(17)}${plainLine(row)}`);
  }
}

export function printDoctor(printer: Printer, findings: readonly DoctorFinding[]): void {
  const { paint, texts } = printer;
  const width = Math.max(...findings.map(({ level }) => widthOf(texts.levels[level] ?? level)));
  for (const { level, message, hint, fixed, file, line } of findings) {
    const sign = { error: paint.bad, warning: paint.warm, note: paint.dim, ok: paint.good }[level];
    const mended = fixed ? ` (${texts.fixed})` : "";
    const place = file === undefined || line === undefined ? "" : `${plainLine(file)}:${line}: `;
    printer.line(
      `${sign(padTo(texts.levels[level] ?? level, width))}  ${place}${plainLine(message)}${mended}`,
    );
    if (hint !== null) printer.line(paint.dim(`${" ".repeat(width)}  ${plainLine(hint)}`));
  }
}

export function printInit(printer: Printer, answer: InitAnswer): void {
  for (const file of answer.created)
    printer.line(`  ${printer.paint.good(printer.texts.created)}  ${plainLine(file)}`);
  for (const file of answer.kept)
    printer.line(`  ${printer.paint.dim(printer.texts.kept)}  ${plainLine(file)}`);
  printer.line(printer.paint.dim(printer.texts.nextSteps));
}

/** A unified diff with colours. */
export function printDiff(printer: Printer, diff: string): void {
  const { paint } = printer;
  for (const row of diff.replace(/\n$/, "").split("\n")) {
    const text = plainLine(row);
    if (row.startsWith("+++") || row.startsWith("---")) printer.line(paint.bold(text));
    else if (row.startsWith("@@")) printer.line(paint.accent(text));
    else if (row.startsWith("+")) printer.line(paint.good(text));
    else if (row.startsWith("-")) printer.line(paint.bad(text));
    else printer.line(text);
  }
}
