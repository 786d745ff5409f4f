// A proposed plan in a terminal: the day from top to bottom, what each block is for and why, the buffer told apart, and
// below it what found no place.

import type { PlanDetail, PlanJson } from "../../actions/index.ts";
import { formatDuration } from "../../base/index.ts";
import { cutTo, padTo, plainLine, widthOf } from "./paint.ts";
import type { Printer } from "./print.ts";

type PlanBlock = PlanJson["blocks"][number];

interface Row {
  from: string;
  to: string;
  sign: string;
  text: string;
  why: string;
  look: "block" | "buffer" | "still";
}

const SIGNS: Readonly<Record<PlanBlock["change"], string>> = { new: "+", moved: ">", kept: " ", past: " " };
/** Neither what it is for nor why is cut shorter than this. */
const LEAST_TEXT = 12;

export function printPlan(printer: Printer, plan: PlanJson, { busy }: Pick<PlanDetail, "busy">): void {
  const { paint, texts } = printer;
  // Where all is new, saying so of each block would only be noise.
  const isFirst = plan.blocks.every(({ change }) => change === "new");
  const rows: Row[] = [
    ...plan.blocks.map((block) => blockRow(printer, block, isFirst)),
    ...busy.map(
      ({ from, to, text }): Row => ({ from, to, sign: " ", text, why: texts.busyTime, look: "still" }),
    ),
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  if (rows.length > 0) printer.line(paint.bold(plan.date));
  const times = rows.map((row) => `${clockText(row.from, plan.date)}-${clockText(row.to, plan.date)}`);
  const timeWidth = Math.max(0, ...times.map(widthOf));
  const room = printer.columns - timeWidth - 6;
  const textWidth = widthFor(rows, room);
  rows.forEach((row, at) => {
    const text = padTo(cutTo(plainLine(row.text), textWidth), textWidth);
    const why = cutTo(plainLine(row.why), Math.max(LEAST_TEXT, room - textWidth - 2));
    const painted = { block: (one: string) => one, buffer: paint.accent, still: paint.dim }[row.look](text);
    const sign = row.look === "buffer" ? paint.accent("~") : row.sign === ">" ? paint.warm(">") : row.sign;
    printer.line(`${sign} ${paint.dim(padTo(times[at]!, timeWidth))}  ${painted}  ${paint.dim(why)}`);
  });
  if (plan.unplaced.length > 0) {
    printer.line("");
    printer.line(paint.warm(texts.noPlaceFor));
    for (const { text, min, reason } of plan.unplaced) {
      const length = formatDuration(min, texts.tongue);
      printer.line(`  ${plainLine(text)}  ${paint.dim(`${length}  ${plainLine(reason)}`)}`);
    }
  }
  if (rows.length + plan.unplaced.length > 0) printer.line("");
}

function blockRow({ texts }: Printer, block: PlanBlock, isFirst: boolean): Row {
  const { from, to, kind, change, pinned, reason } = block;
  const length = formatDuration(block.min, texts.tongue);
  const isBuffer = kind === "buffer";
  const text = isBuffer
    ? texts.buffer
    : kind === "interruption"
      ? texts.interruption(block.text)
      : block.text;
  const why = isBuffer
    ? length
    : [...(pinned ? [texts.pinnedBlock] : []), ...(reason?.split("\n") ?? [])].join(" · ");
  const look = isBuffer ? "buffer" : change === "past" ? "still" : "block";
  return { from, to, sign: isFirst ? " " : SIGNS[change], text, why, look };
}

/** Wide enough for the texts, as long as the reasons have some room left. */
function widthFor(rows: readonly Row[], room: number): number {
  const wanted = Math.max(0, ...rows.map(({ text }) => widthOf(plainLine(text))));
  if (!Number.isFinite(room)) return wanted;
  const whyWidth = Math.max(0, ...rows.map(({ why }) => widthOf(plainLine(why))));
  const least = Math.max(LEAST_TEXT, room - whyWidth - 2, Math.floor(room / 2));
  return Math.max(LEAST_TEXT, Math.min(wanted, least, room));
}

/** `11:35` of an ISO time; with `+1` where it is of the day after. */
function clockText(iso: string, date: string): string {
  return `${iso.slice(11, 16)}${iso.slice(0, 10) > date ? "+1" : ""}`;
}
