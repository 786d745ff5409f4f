// `nunc page`: every line of the page with what it was understood as, and below it why: which word, by which rule.

import type { PageReading } from "../../actions/index.ts";
import type { Reason } from "../../domain/index.ts";
import { formatLine } from "./error.ts";
import { cutTo, padTo, plainLine } from "./paint.ts";
import type { Printer } from "./print.ts";

const KIND_WIDTH = 8;

export function printPage(printer: Printer, page: PageReading, explain: (rule: string) => string): void {
  const { paint, texts } = printer;
  const { lines, frontMatter } = page.view.page;
  const reasons = Map.groupBy(page.view.reasons, (reason) => reason.line);
  const digits = Math.max(4, String(lines.count).length);
  const room = Math.max(30, printer.columns - digits - KIND_WIDTH - 4);
  let first = 1;
  if (frontMatter !== null) {
    first = frontMatter.lines + 1;
    printer.line(
      `${paint.dim(padTo(`1-${frontMatter.lines}`, digits))}  ${paint.dim(texts.frontMatter(frontMatter.format, frontMatter.lines))}`,
    );
  }
  for (let line = first; line <= lines.count; line++) {
    const text = plainLine(lines.line(line));
    if (text.trim() === "") continue;
    const why = reasons.get(line) ?? [];
    const kind = kindOf(why);
    const shown = cutTo(text, room);
    const number = paint.dim(String(line).padStart(digits));
    printer.line(
      `${number}  ${paint.accent(padTo(kind, KIND_WIDTH))} ${kind === "" ? paint.dim(shown) : shown}`,
    );
    for (const reason of why) {
      if (saysNothingMore(reason)) continue;
      printer.line(
        paint.dim(`${" ".repeat(digits)}  ${" ".repeat(KIND_WIDTH)}   ${sentence(reason, explain)}`),
      );
    }
  }
  if (page.view.diagnostics.length === 0) return;
  printer.line("");
  printer.line(paint.bold(texts.diagnostics));
  for (const { line, column, message, hint } of page.view.diagnostics) {
    printer.line(`${page.view.page.name}:${line}:${column}: ${plainLine(message)}`);
    for (const row of formatLine(lines.line(line), line, column, paint)) printer.line(row);
    if (hint !== null) printer.line(paint.dim(`        ${plainLine(hint)}`));
  }
}

/** The one word in front of a line: what it is. */
function kindOf(reasons: readonly Reason[]): string {
  const order = ["entry", "item", "step", "label", "link", "role", "skipped"] as const;
  for (const what of order) {
    const found = reasons.find((reason) => reason.what === what);
    if (found !== undefined) return what === "role" ? found.value : what === "entry" ? "log" : what;
  }
  return "";
}

/** An item that is one because it stands in a list needs no further word. */
function saysNothingMore(reason: Reason): boolean {
  return (reason.what === "item" || reason.what === "step") && reason.word === null;
}

function sentence(reason: Reason, explain: (rule: string) => string): string {
  const word = reason.word === null ? "" : ` “${plainLine(reason.word)}”`;
  const value = plainLine(reason.value);
  return `${reason.what} ${value}${word === "" ? "" : " ←"}${word} (${explain(reason.rule)})`;
}
