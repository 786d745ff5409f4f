// Items in a terminal: what is on top (`now`) and lists.

import type { ListData, ListedItem, NowData } from "../../actions/index.ts";
import { cutTo, plainLine, widthOf } from "./paint.ts";
import type { Printer } from "./print.ts";
import { printToday } from "./print-day.ts";
import { printRecallDue } from "./print-recall.ts";

const MARKS = { open: "○", doing: "◐", done: "●", dropped: "×" } as const;

export function printNow(printer: Printer, data: NowData): void {
  const { texts, paint } = printer;
  printToday(printer, data.day, data.clock);
  section(
    printer,
    texts.doing,
    data.today,
    data.doing.map((item) => [item, null]),
  );
  section(
    printer,
    texts.due,
    data.today,
    data.due.map((item) => [item, null]),
  );
  section(
    printer,
    texts.reading,
    data.today,
    data.reading.map((item) => [item, null]),
  );
  section(
    printer,
    texts.next,
    data.today,
    data.next.map((item) => [item, item.nextStep?.path.slice(item.path.length + 3) ?? null]),
  );
  if (data.doing.length + data.due.length + data.reading.length + data.next.length === 0)
    printer.line(texts.nothingOnTop);
  if (data.more > 0) printer.line(paint.dim(texts.moreOpen(data.more)));
  if (data.inbox > 0) printer.line(paint.dim(texts.inboxCount(data.inbox)));
  printRecallDue(printer, data.recall);
}

function section(
  printer: Printer,
  title: string,
  today: string,
  items: readonly (readonly [ListedItem, string | null])[],
): void {
  if (items.length === 0) return;
  const { paint, texts } = printer;
  printer.line(paint.bold(title));
  for (const [item, step] of items) {
    printer.line(
      row(printer, `  ${mark(printer, item)} `, 4, plainLine(item.path), facts(printer, item, today)),
    );
    if (step !== null) printer.line(paint.dim(`    ${texts.nextStep(plainLine(step))}`));
  }
  printer.line("");
}

/** Items in the order of the page, steps indented below their item, under their priority and group. */
export function printList(printer: Printer, data: ListData): void {
  const { paint, texts } = printer;
  if (data.items.length === 0) {
    printer.line(texts.noItems);
    return;
  }
  const shown = new Set(data.items.map((item) => `${item.file}:${item.line}`));
  const severalFiles = data.files.length > 1;
  const rows = data.items.map((item) => {
    const nested = item.parent !== null && shown.has(`${item.file}:${item.parent}`);
    return { item, nested, title: plainLine(nested || item.parent === null ? item.title : item.path) };
  });
  const depths = new Map<string, number>();
  for (const { item, nested } of rows) {
    depths.set(
      `${item.file}:${item.line}`,
      nested ? (depths.get(`${item.file}:${item.parent}`) ?? 0) + 1 : 0,
    );
  }
  const indentOf = (item: ListedItem): string => "  ".repeat(depths.get(`${item.file}:${item.line}`) ?? 0);
  const digits = String(Math.max(...data.items.map((item) => item.line))).length;
  let heading = "";
  for (const { item, title } of rows) {
    const above = headingOf(printer, item, severalFiles);
    if (above !== heading && (depths.get(`${item.file}:${item.line}`) ?? 0) === 0) {
      if (heading !== "") printer.line("");
      heading = above;
      printer.line(paint.bold(above));
    }
    const line = paint.dim(String(item.line).padStart(digits));
    const lead = `${line}  ${mark(printer, item)} `;
    printer.line(row(printer, lead, digits + 4, indentOf(item) + title, facts(printer, item, data.today)));
  }
}

function headingOf({ texts }: Printer, item: ListedItem, withFile: boolean): string {
  const parts = [
    withFile ? item.file : null,
    item.role === "reading"
      ? texts.reading
      : item.priority === null
        ? texts.noPriority
        : texts.priorities[item.priority],
    item.group === null ? null : plainLine(item.group),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

export function mark({ paint }: Printer, item: Pick<ListedItem, "state">): string {
  const sign = MARKS[item.state];
  if (item.state === "doing") return paint.warm(sign);
  return item.state === "done" ? paint.good(sign) : paint.dim(sign);
}

/** What else is known of an item, piece by piece. */
export function facts({ texts }: Printer, item: ListedItem, today: string): string[] {
  const isOver = item.due !== null && item.due < today && (item.state === "open" || item.state === "doing");
  const known = [
    item.pinned ? texts.pinned : null,
    item.progress === null ? null : `${item.progress.text} ${bar(item.progress.ratio)}`,
    item.doneOn,
    item.estimate === null ? null : texts.estimate(item.estimate),
    item.hard === null ? null : texts.hard(item.hard),
    item.due === null ? null : isOver ? texts.overdue(item.due) : texts.dueOn(item.due),
  ];
  return known.filter((part) => part !== null);
}

/** A share as eight cells. */
function bar(ratio: number): string {
  const full = Math.round(Math.min(1, Math.max(0, ratio)) * 8);
  return "▰".repeat(full) + "▱".repeat(8 - full);
}

const LEAST_TITLE = 24;

/** A title with what is known of it right behind. Where the terminal is too narrow, the title gives way, then the last pieces. */
function row(
  { paint, columns }: Printer,
  lead: string,
  leadWidth: number,
  title: string,
  pieces: readonly string[],
): string {
  const room = columns - leadWidth;
  const least = Math.min(widthOf(title), LEAST_TITLE);
  const kept = [...pieces];
  while (kept.length > 0 && least + 2 + widthOf(kept.join("  ")) > room) kept.pop();
  const more = kept.join("  ");
  if (more === "") return lead + cutTo(title, room);
  return `${lead}${cutTo(title, room - widthOf(more) - 2)}  ${paint.dim(more)}`;
}
