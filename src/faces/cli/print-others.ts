// The log, the inbox, what doctor found, what init made.

import type { DoctorFinding, InitAnswer, LogData } from "../../actions/index.ts";
import { padTo, plainLine, widthOf } from "./paint.ts";
import type { Printer } from "./print.ts";

export function printLog(printer: Printer, data: LogData): void {
  if (data.entries.length === 0) printer.line(printer.texts.noEntries);
  data.entries.forEach((entry, index) => {
    if (index > 0) printer.line("");
    printer.line(
      `${printer.paint.bold(plainLine(entry.title))}${printer.paint.dim(`  ${entry.file}:${entry.line}`)}`,
    );
    for (const row of entry.markdown.split("\n"))
      printer.line(row.trim() === "" ? "" : `  ${plainLine(row)}`);
  });
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
  for (const { level, message, hint, fixed } of findings) {
    const sign = { error: paint.bad, warning: paint.warm, note: paint.dim, ok: paint.good }[level];
    const mended = fixed ? ` (${texts.fixed})` : "";
    printer.line(`${sign(padTo(texts.levels[level] ?? level, width))}  ${plainLine(message)}${mended}`);
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
