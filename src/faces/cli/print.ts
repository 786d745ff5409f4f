// The answer of an action in a terminal. Each action that shows something has its printer; all others say their sentence.

import type { DoctorFinding, InitAnswer, ListData, LogData, NowData, PageReading, Performed } from "../../actions/index.ts";
import type { Tongue } from "../../base/index.ts";
import { explainRule } from "../../domain/index.ts";
import type { CliDesk } from "./desk.ts";
import { type CliTexts, say } from "./messages.ts";
import { type Paint, paintFor } from "./paint.ts";
import { printList, printNow } from "./print-items.ts";
import { printDiff, printDoctor, printInbox, printInit, printLog } from "./print-others.ts";
import { printPage } from "./print-page.ts";

export interface Printer {
  texts: CliTexts;
  paint: Paint;
  columns: number;
  line(text: string): void;
}

const PLAIN_COLUMNS = 100;

export function makePrinter(desk: CliDesk, tongue: Tongue): Printer {
  const fixed = Number(desk.env.COLUMNS);
  return {
    texts: say(tongue),
    paint: paintFor(desk.out, desk.env),
    columns: desk.out.columns ?? (Number.isInteger(fixed) && fixed > 20 ? fixed : PLAIN_COLUMNS),
    line: (text) => desk.out.write(`${text.replace(/\s+$/, "")}\n`),
  };
}

/** Prints an answer for a person. */
export function printAnswer(printer: Printer, done: Performed, options: { dryRun: boolean; tongue: Tongue }): void {
  if (done.action.writes && done.diff !== "") {
    if (options.dryRun) printDiff(printer, done.diff);
    printer.line(options.dryRun ? printer.paint.dim(printer.texts.dryRun) : done.summary);
    return;
  }
  const { data } = done;
  switch (done.action.name) {
    case "now":
      return printNow(printer, data as NowData);
    case "list":
      return printList(printer, data as ListData);
    case "page":
      printPage(printer, done.detail as PageReading, (rule) => explainRule(rule, options.tongue));
      printer.line("");
      break;
    case "log":
      if ("entries" in (data as object)) return printLog(printer, data as LogData);
      break;
    case "note":
      if ("notes" in (data as object)) printInbox(printer, (data as { notes: Parameters<typeof printInbox>[1] }).notes);
      break;
    case "doctor":
      printDoctor(printer, (data as { findings: DoctorFinding[] }).findings);
      break;
    case "init":
      printer.line(done.summary);
      return printInit(printer, data as InitAnswer);
    default:
      if (done.action.writes) {
        printer.line(printer.texts.nothingChanges);
        return;
      }
  }
  printer.line(done.summary);
}

/** The same for programs: what was read as it is, or what was written with its diff. */
export function toJson(done: Performed): unknown {
  if (!done.action.writes || done.action.name === "init") return done.data;
  const looked = done.diff === "" && done.record === null && (done.action.name === "log" || done.action.name === "note");
  if (looked) return done.data;
  return { action: done.action.name, summary: done.summary, written: done.record !== null, change: done.record?.id ?? null, diff: done.diff, data: done.data };
}
