// A review in a terminal: what would be written, with its headings and verdicts set off, and what the template says wrong.

import type { ReviewData } from "../../actions/index.ts";
import { plainLine, widthOf } from "./paint.ts";
import type { Printer } from "./print.ts";
import { printProse } from "./print-prose.ts";

export function printReview(printer: Printer, { markdown, diagnostics }: ReviewData): void {
  const { paint } = printer;
  let isBlank = false;
  for (const line of markdown.trimEnd().split(/\r\n|\r|\n/)) {
    const heading = /^#{1,6}\s+(.*)$/.exec(line);
    const quote = /^>\s?(.*)$/.exec(line);
    if (line.trim() === "") {
      if (!isBlank) printer.line("");
    } else if (heading !== null) printer.line(paint.bold(plainLine(heading[1]!)));
    else if (quote !== null) printProse(printer, "  ", quote[1]!, paint.dim);
    else {
      const [lead = ""] = /^\s*(?:[-*+]|\d+[.)])?\s+/.exec(line) ?? [];
      const text = line.slice(lead.length);
      const shown = plainLine(text).replaceAll("**", "");
      // Where it goes on over a line, its bold words would break.
      if (widthOf(lead + shown) > printer.columns) printProse(printer, plainLine(lead), shown);
      else printer.line(plainLine(line).replace(/\*\*([^*]+)\*\*/g, (_, bold: string) => paint.bold(bold)));
    }
    isBlank = line.trim() === "";
  }
  printer.line("");
  for (const { line, column, message, hint } of diagnostics) {
    printer.line(`${paint.warm(`reviews/template.md:${line}:${column}:`)} ${plainLine(message)}`);
    if (hint !== null && hint !== undefined) printer.line(paint.dim(`  ${plainLine(hint)}`));
  }
  if (diagnostics.length > 0) printer.line("");
}
