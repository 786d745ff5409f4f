// A draft of the log in a terminal: what each bullet rests on, exactly what would become public, and apart from it what stays
// private unless it is taken in by hand.

import type { DraftData } from "../../actions/index.ts";
import { padTo, plainLine, widthOf } from "./paint.ts";
import type { Printer } from "./print.ts";
import { printDiff } from "./print-others.ts";

/** Private facts that are listed of each kind. */
const MOST = 8;
/** Bullets are laid side by side with their grounds up to this width. */
const WIDEST = 44;

export function printDraft(printer: Printer, data: DraftData): void {
  const { paint, texts } = printer;
  const isZh = texts.tongue === "zh";
  if (data.existing !== null && data.bullets.length > 0) {
    const name = `${data.file}:${data.existing.line}`;
    printer.line(
      paint.dim(
        isZh ? `${name} 已有这段记录，只加缺的：` : `${name} has this entry; only what is missing is added:`,
      ),
    );
  }
  const rows = data.bullets.map(({ text, depth, because }) => ({
    text: `${"  ".repeat(depth)}- ${plainLine(text)}`,
    because,
  }));
  const width = Math.min(WIDEST, Math.max(0, ...rows.map(({ text }) => widthOf(text))));
  if (data.date !== "" && rows.length > 0) printer.line(paint.bold(plainLine(data.date)));
  for (const { text, because } of rows)
    printer.line(because === "" ? text : `${padTo(text, width)}  ${paint.dim(plainLine(because))}`);
  if (data.diff !== "") {
    printer.line("");
    printer.line(isZh ? "会公开的就是这些：" : "Exactly this would become public:");
    printDiff(printer, data.diff);
  }
  const open = data.privateFacts.filter(({ kind }) => !data.taken.includes(kind));
  if (open.length > 0) {
    printer.line("");
    printer.line(
      paint.dim(
        isZh ? "不会公开的（用 --with 类别 写进去）：" : "Stays private (taken in with --with KIND):",
      ),
    );
    for (const [kind, facts] of Map.groupBy(open, (fact) => fact.kind)) {
      for (const { text } of facts.slice(0, MOST))
        printer.line(paint.dim(`  ${padTo(kind, 12)} ${plainLine(text)}`));
      const more = facts.length - MOST;
      if (more > 0)
        printer.line(paint.dim(`  ${padTo(kind, 12)} ${isZh ? `另有 ${more} 条` : `and ${more} more`}`));
    }
  }
  printer.line("");
}
