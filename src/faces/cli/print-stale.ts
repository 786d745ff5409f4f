// Items untouched for long, in a terminal: the rule, then each with what says so.

import type { StaleItemJson, StaleJson } from "../../actions/index.ts";
import type { Tongue } from "../../base/index.ts";
import { sayLives } from "../../domain/index.ts";
import { livesTexts } from "./lives-messages.ts";
import { plainLine, wrapTo } from "./paint.ts";
import type { Printer } from "./print.ts";

export function printStale(printer: Printer, { items, rule }: StaleJson, tongue: Tongue): void {
  for (const line of wrapTo(rule.says, Math.min(printer.columns, 100)))
    printer.line(printer.paint.dim(plainLine(line)));
  if (items.length > 0) printer.line("");
  for (const item of items) printStaleItem(printer, item, tongue);
  if (items.length > 0) printer.line("");
}

export function printStaleItem({ paint, line }: Printer, item: StaleItemJson, tongue: Tongue): void {
  const { priority, title, says, nextStep } = item;
  const texts = sayLives(tongue);
  const rank = priority === null ? "" : paint.dim(` (${texts.priorities[priority]})`);
  line(`${paint.bold(plainLine(title))}${rank}`);
  line(`  ${plainLine(says)}`);
  if (nextStep !== null) line(paint.dim(`  ${plainLine(livesTexts(tongue).nextStep(nextStep))}`));
}
