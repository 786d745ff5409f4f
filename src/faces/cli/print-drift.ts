// The report of drift in a terminal: what is to be known first, then the figures that it rests on.

import type { DriftData, DriftItemJson, InsteadJson, StarvedJson } from "../../actions/index.ts";
import { formatDuration } from "../../base/index.ts";
import type { Priority, Share, ShareBy } from "../../domain/index.ts";
import { sayDriftReport } from "./drift-messages.ts";
import { padTo, plainLine, widthOf } from "./paint.ts";
import type { Printer } from "./print.ts";
import { printProse } from "./print-prose.ts";

const BAR = 12;
/** Items that are written out; the others are counted. */
const SHOWN_ITEMS = 20;
/** Shares of one kind. */
const SHOWN_SHARES = 8;
const LONGEST_TITLE = 44;

export function printDrift(printer: Printer, data: DriftData): void {
  const { paint, texts } = printer;
  const says = sayDriftReport(texts.tongue);
  printer.line(paint.bold(says.heading(data.range.title)));
  for (const finding of data.findings) printProse(printer, "", finding);
  printer.line("");
  if (data.total === 0) return;
  for (const by of ["priority", "group", "goal", "section"] as const) printShares(printer, data, by);
  printItems(printer, data);
  if (data.agreement.pairs.length > 0) {
    printer.line(paint.bold(says.pairs));
    for (const pair of data.agreement.pairs) printProse(printer, "  ", pair.says);
    printer.line("");
  }
  if (data.starved.length > 0) {
    printer.line(paint.bold(says.starved));
    for (const one of data.starved) printStarved(printer, one);
    printer.line("");
  }
  if (data.instead.length > 0) {
    printer.line(paint.bold(says.instead));
    for (const one of data.instead) printInstead(printer, data, one);
    printer.line("");
  }
}

function printShares(printer: Printer, data: DriftData, by: ShareBy): void {
  const { paint, texts } = printer;
  const says = sayDriftReport(texts.tongue);
  const shares = data.by[by].filter(({ amount }) => amount > 0);
  // Where nothing has a group or serves a goal there is nothing to see.
  if (by !== "priority" && shares.every(({ key }) => key === "none" || key === "other")) return;
  printer.line(paint.bold(says.shares[by]));
  const width = Math.min(LONGEST_TITLE, Math.max(...shares.map(({ title }) => widthOf(plainLine(title)))));
  for (const share of shares.slice(0, SHOWN_SHARES))
    printer.line(`  ${shareLine(printer, data, share, width)}`);
  if (shares.length > SHOWN_SHARES) printer.line(paint.dim(`  ${says.more(shares.length - SHOWN_SHARES)}`));
  printer.line("");
}

function shareLine(
  printer: Printer,
  data: DriftData,
  { title, amount, share }: Share,
  width: number,
): string {
  const { paint } = printer;
  const full = Math.round(Math.min(1, share) * BAR);
  const bar = `${paint.accent("█".repeat(full))}${paint.dim("░".repeat(BAR - full))}`;
  const percent = `${Math.round(share * 100)}%`.padStart(4);
  return `${padTo(plainLine(title), width)}  ${bar} ${percent}  ${amountText(printer, data, amount)}`;
}

function printItems(printer: Printer, data: DriftData): void {
  const { paint, texts } = printer;
  const says = sayDriftReport(texts.tongue);
  const compared = data.items.filter(({ statedRank }) => statedRank !== null);
  if (compared.length === 0) return;
  printer.line(paint.bold(says.orders));
  const shown = compared.slice(0, SHOWN_ITEMS);
  const amounts = shown.map(({ amount }) => amountText(printer, data, amount));
  const width = Math.max(...amounts.map(widthOf));
  shown.forEach((item, at) => {
    const ranks = says.ranks(item.statedRank!, item.livedRank!);
    printer.line(
      `  ${padTo(amounts[at]!, width)}  ${plainLine(item.title)}  ${paint.dim(`${priorityText(printer, item)}  ${ranks}`)}`,
    );
  });
  if (compared.length > shown.length)
    printer.line(paint.dim(`  ${says.more(compared.length - shown.length)}`));
  printer.line("");
}

function priorityText(printer: Printer, { priority, changed }: DriftItemJson): string {
  const { texts } = printer;
  const nameOf = (one: Priority | null): string => (one === null ? texts.noPriority : texts.priorities[one]);
  const last = changed.at(-1);
  if (last === undefined) return nameOf(priority);
  return sayDriftReport(texts.tongue).priorityNow(nameOf(last.from), nameOf(last.to), last.on);
}

function printStarved(printer: Printer, { path, title, lastMovedOn, nextStep, address }: StarvedJson): void {
  const { paint, texts } = printer;
  const says = sayDriftReport(texts.tongue);
  printer.line(`  ${plainLine(title)}  ${paint.dim(says.moved(lastMovedOn))}`);
  if (nextStep !== null)
    printer.line(paint.dim(`    ${plainLine(says.next(nextStep.title, nextStep.lastMovedOn))}`));
  if (address === null) return;
  const name = plainLine(path).replaceAll('"', '\\"');
  printer.line(paint.dim(`    ${says.ways}`));
  const ways = [`nunc start "${name}"`, `nunc lower "${name}"`];
  // A command that is broken over two lines cannot be copied.
  const fits = widthOf(`    ${ways.join("  ")}`) <= printer.columns;
  if (fits) printer.line(`    ${ways.map(paint.accent).join("  ")}`);
  else for (const way of ways) printer.line(`    ${paint.accent(way)}`);
}

function printInstead(
  printer: Printer,
  data: DriftData,
  { kind, title, priority, amount, share }: InsteadJson,
): void {
  const { paint, texts } = printer;
  const kindText = sayDriftReport(texts.tongue).kinds[kind];
  const facts = [priority === null ? "" : texts.priorities[priority], kindText].filter((one) => one !== "");
  const percent = `${Math.round(share * 100)}%`.padStart(4);
  printer.line(
    `  ${percent}  ${plainLine(title)}  ${paint.dim([amountText(printer, data, amount), ...facts].join("  "))}`,
  );
}

function amountText({ texts }: Printer, { unit }: DriftData, amount: number): string {
  if (unit === "min") return formatDuration(amount, texts.tongue);
  const value = String(Math.round(amount * 10) / 10);
  if (texts.tongue === "zh") return unit === "days" ? `${value} 天` : `${value} 次`;
  return unit === "days" ? `${value} d` : `${value}×`;
}
