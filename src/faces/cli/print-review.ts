// A review in a terminal: what would be written, with its headings and verdicts set off, and what the template says wrong.

import type { ReviewData } from "../../actions/index.ts";
import { plainLine } from "./paint.ts";
import type { Printer } from "./print.ts";

export function printReview(printer: Printer, { markdown, diagnostics }: ReviewData): void {
  const { paint } = printer;
  let isBlank = false;
  for (const line of markdown.trimEnd().split(/\r\n|\r|\n/)) {
    const heading = /^#{1,6}\s+(.*)$/.exec(line);
    const quote = /^>\s?(.*)$/.exec(line);
    if (line.trim() === "") {
      if (!isBlank) printer.line("");
    } else if (heading !== null) printer.line(paint.bold(plainLine(heading[1]!)));
    else if (quote !== null) printer.line(paint.dim(plainLine(`  ${quote[1]!}`)));
    else printer.line(plainLine(line).replace(/\*\*([^*]+)\*\*/g, (_, text: string) => paint.bold(text)));
    isBlank = line.trim() === "";
  }
  printer.line("");
  for (const { line, column, message, hint } of diagnostics) {
    printer.line(`${paint.warm(`reviews/template.md:${line}:${column}:`)} ${plainLine(message)}`);
    if (hint !== null && hint !== undefined) printer.line(paint.dim(`  ${plainLine(hint)}`));
  }
  if (diagnostics.length > 0) printer.line("");
}
