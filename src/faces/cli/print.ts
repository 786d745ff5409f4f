// The answer of an action in a terminal. Each action that shows something has its printer; all others say their sentence.

import type {
  CheckData,
  CommitmentsData,
  ConditionsData,
  CorrectionJson,
  CorrectionsData,
  DayData,
  DaysData,
  DoctorFinding,
  DraftData,
  DriftData,
  GoalsData,
  ImportanceData,
  InitAnswer,
  ItemData,
  ListData,
  LivesData,
  LivesDetail,
  LogData,
  NowData,
  PageAtJson,
  PageReading,
  Performed,
  PlanDetail,
  PlanJson,
  RecallData,
  ReviewData,
  StaleJson,
} from "../../actions/index.ts";
import type { Tongue } from "../../base/index.ts";
import { explainRule } from "../../domain/index.ts";
import type { CliDesk } from "./desk.ts";
import { type CliTexts, say } from "./messages.ts";
import { type Paint, paintFor } from "./paint.ts";
import {
  printCheck,
  printCheckRest,
  printConditions,
  printCorrection,
  printCorrections,
} from "./print-check.ts";
import { printDay, printDays } from "./print-day.ts";
import { printDraft } from "./print-draft.ts";
import { printDrift } from "./print-drift.ts";
import { type AnyForecast, printForecast } from "./print-forecast.ts";
import { printCommitments, printGoals, printImportance } from "./print-goals.ts";
import { printItem } from "./print-item.ts";
import { printList, printNow } from "./print-items.ts";
import { printLives, printPageAt } from "./print-lives.ts";
import { printDiff, printDoctor, printInbox, printInit, printLog } from "./print-others.ts";
import { printPage } from "./print-page.ts";
import { printPlan } from "./print-plan.ts";
import { printRecall } from "./print-recall.ts";
import { printReview } from "./print-review.ts";
import { printStale } from "./print-stale.ts";

export interface Printer {
  texts: CliTexts;
  paint: Paint;
  /** Infinite where the answer goes to a file or a pipe: there nothing is cut. */
  columns: number;
  line(text: string): void;
}

/** Of a terminal that does not say how wide it is. */
const TERMINAL_COLUMNS = 80;

export function makePrinter(desk: CliDesk, tongue: Tongue): Printer {
  return {
    texts: say(tongue),
    paint: paintFor(desk.out, desk.env),
    columns: desk.out.isTty ? desk.out.columns || TERMINAL_COLUMNS : Number.POSITIVE_INFINITY,
    line: (text) => desk.out.write(`${text.replace(/\s+$/, "")}\n`),
  };
}

interface Shown {
  done: Performed;
  tongue: Tongue;
}

/** Whether the sentence of the action follows what the printer wrote. */
type SentenceToo = boolean;

/** Actions that show something; all others only say their sentence. */
const PRINTERS: Readonly<Record<string, (printer: Printer, shown: Shown) => SentenceToo>> = {
  day(printer, { done }) {
    printDay(printer, done.data as DayData);
    return false;
  },
  plan(printer, { done }) {
    printPlan(printer, done.data as PlanJson, done.detail as PlanDetail);
    return true;
  },
  days(printer, { done }) {
    printDays(printer, done.data as DaysData);
    return false;
  },
  check(printer, { done }) {
    const data = done.data as CheckData;
    printCheck(printer, data);
    return data.answers.length === 0;
  },
  conditions(printer, { done }) {
    printConditions(printer, done.data as ConditionsData);
    return true;
  },
  corrections(printer, { done }) {
    printCorrections(printer, done.data as CorrectionsData);
    return true;
  },
  forecast(printer, { done }) {
    printForecast(printer, done.data as AnyForecast);
    return true;
  },
  draft(printer, { done }) {
    printDraft(printer, done.data as DraftData);
    return true;
  },
  review(printer, { done }) {
    const isKept = (done.detail as { isKept?: true } | undefined)?.isKept === true;
    if (!isKept) printReview(printer, done.data as ReviewData);
    return true;
  },
  goals(printer, { done }) {
    printGoals(printer, done.data as GoalsData);
    return true;
  },
  importance(printer, { done }) {
    printImportance(printer, done.data as ImportanceData);
    return true;
  },
  drift(printer, { done }) {
    printDrift(printer, done.data as DriftData);
    return true;
  },
  commitments(printer, { done }) {
    printCommitments(printer, done.data as CommitmentsData);
    return true;
  },
  recall(printer, { done }) {
    printRecall(printer, done.data as RecallData);
    return true;
  },
  now(printer, { done }) {
    printNow(printer, done.data as NowData);
    return false;
  },
  list(printer, { done }) {
    printList(printer, done.data as ListData);
    return false;
  },
  item(printer, { done }) {
    printItem(printer, done.data as ItemData, done.summary);
    return false;
  },
  page(printer, { done, tongue }) {
    printPage(printer, done.detail as PageReading, (rule) => explainRule(rule, tongue));
    printer.line("");
    return true;
  },
  lives(printer, { done, tongue }) {
    if ("date" in (done.data as object)) printPageAt(printer, done.data as PageAtJson, tongue);
    else printLives(printer, done.data as LivesData, done.detail as LivesDetail, tongue);
    printer.line("");
    return true;
  },
  stale(printer, { done, tongue }) {
    printStale(printer, done.data as StaleJson, tongue);
    return true;
  },
  log(printer, { done }) {
    if (!isLook(done)) return false;
    printLog(printer, done.data as LogData);
    return false;
  },
  note(printer, { done }) {
    printInbox(printer, (done.data as { notes: Parameters<typeof printInbox>[1] }).notes);
    return true;
  },
  doctor(printer, { done }) {
    printDoctor(printer, (done.data as { findings: DoctorFinding[] }).findings);
    return true;
  },
  init(printer, { done }) {
    printer.line(done.summary);
    printInit(printer, done.data as InitAnswer);
    return false;
  },
};

/** What follows the sentence of something that was written. */
const FOLLOWED: Readonly<Record<string, (printer: Printer, done: Performed) => void>> = {
  check: (printer, done) => printCheckRest(printer, done.data as CheckData),
  "correction-judge": (printer, done) => printCorrection(printer, done.data as CorrectionJson),
};

/** Prints an answer for a person. */
export function printAnswer(
  printer: Printer,
  done: Performed,
  options: { dryRun: boolean; tongue: Tongue },
): void {
  // What a look keeps (forecasts) is nothing that was asked for: it is told only where a person asks what would be written.
  if (done.action.writes && done.diff !== "" && (options.dryRun || !isLook(done))) {
    if (options.dryRun) printDiff(printer, done.diff);
    printer.line(options.dryRun ? printer.paint.dim(printer.texts.dryRun) : done.summary);
    if (!options.dryRun) FOLLOWED[done.action.name]?.(printer, done);
    return;
  }
  const print = PRINTERS[done.action.name];
  if (print === undefined) printer.line(done.action.writes ? printer.texts.nothingChanges : done.summary);
  else if (print(printer, { done, tongue: options.tongue })) printer.line(done.summary);
}

/** `log` and `note` without a text only show, `check` without answers, `conditions`. */
function isLook(done: Performed): boolean {
  const data = done.data as object;
  if (done.action.name !== "log" && done.action.name !== "note")
    return (done.detail as { isLook?: true } | undefined)?.isLook === true;
  return "entries" in data || "notes" in data;
}

/** The same for programs: what was read as it is, or what was written with its diff. */
export function toJson(done: Performed): unknown {
  if (!done.action.writes || done.action.name === "init") return done.data;
  if (isLook(done)) return done.data;
  return {
    action: done.action.name,
    summary: done.summary,
    written: done.record !== null,
    change: done.record?.id ?? null,
    diff: done.diff,
    data: done.data,
  };
}
