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
import type { CliDesk } from "./desk.ts";
import { type CliTexts, say } from "./messages.ts";
import { type Paint, paintFor } from "./paint.ts";
import type { AnyForecast } from "./print-forecast.ts";

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

type Print = (printer: Printer, shown: Shown) => SentenceToo;

/** How the printer of an action is loaded, for those that show something; all others only say their sentence. */
const PRINTERS: Readonly<Record<string, () => Promise<Print>>> = {
  day: async () => {
    const { printDay } = await import("./print-day.ts");
    return (printer, { done }) => {
      printDay(printer, done.data as DayData);
      return false;
    };
  },
  plan: async () => {
    const { printPlan } = await import("./print-plan.ts");
    return (printer, { done }) => {
      printPlan(printer, done.data as PlanJson, done.detail as PlanDetail);
      return true;
    };
  },
  days: async () => {
    const { printDays } = await import("./print-day.ts");
    return (printer, { done }) => {
      printDays(printer, done.data as DaysData);
      return false;
    };
  },
  check: async () => {
    const { printCheck } = await import("./print-check.ts");
    return (printer, { done }) => {
      const data = done.data as CheckData;
      printCheck(printer, data);
      return data.answers.length === 0;
    };
  },
  conditions: async () => {
    const { printConditions } = await import("./print-check.ts");
    return (printer, { done }) => {
      printConditions(printer, done.data as ConditionsData);
      return true;
    };
  },
  corrections: async () => {
    const { printCorrections } = await import("./print-check.ts");
    return (printer, { done }) => {
      printCorrections(printer, done.data as CorrectionsData);
      return true;
    };
  },
  forecast: async () => {
    const { printForecast } = await import("./print-forecast.ts");
    return (printer, { done }) => {
      printForecast(printer, done.data as AnyForecast);
      return true;
    };
  },
  draft: async () => {
    const { printDraft } = await import("./print-draft.ts");
    return (printer, { done }) => {
      printDraft(printer, done.data as DraftData);
      return true;
    };
  },
  review: async () => {
    const { printReview } = await import("./print-review.ts");
    return (printer, { done }) => {
      const isKept = (done.detail as { isKept?: true } | undefined)?.isKept === true;
      if (!isKept) printReview(printer, done.data as ReviewData);
      return true;
    };
  },
  goals: async () => {
    const { printGoals } = await import("./print-goals.ts");
    return (printer, { done }) => {
      printGoals(printer, done.data as GoalsData);
      return true;
    };
  },
  importance: async () => {
    const { printImportance } = await import("./print-goals.ts");
    return (printer, { done }) => {
      printImportance(printer, done.data as ImportanceData);
      return true;
    };
  },
  drift: async () => {
    const { printDrift } = await import("./print-drift.ts");
    return (printer, { done }) => {
      printDrift(printer, done.data as DriftData);
      return true;
    };
  },
  commitments: async () => {
    const { printCommitments } = await import("./print-goals.ts");
    return (printer, { done }) => {
      printCommitments(printer, done.data as CommitmentsData);
      return true;
    };
  },
  recall: async () => {
    const { printRecall } = await import("./print-recall.ts");
    return (printer, { done }) => {
      printRecall(printer, done.data as RecallData);
      return true;
    };
  },
  now: async () => {
    const { printNow } = await import("./print-items.ts");
    return (printer, { done }) => {
      printNow(printer, done.data as NowData);
      return false;
    };
  },
  list: async () => {
    const { printList } = await import("./print-items.ts");
    return (printer, { done }) => {
      printList(printer, done.data as ListData);
      return false;
    };
  },
  item: async () => {
    const { printItem } = await import("./print-item.ts");
    return (printer, { done }) => {
      printItem(printer, done.data as ItemData, done.summary);
      return false;
    };
  },
  page: async () => {
    const { printPage } = await import("./print-page.ts");
    const { explainRule } = await import("../../domain/index.ts");
    return (printer, { done, tongue }) => {
      printPage(printer, done.detail as PageReading, (rule) => explainRule(rule, tongue));
      printer.line("");
      return true;
    };
  },
  lives: async () => {
    const { printLives, printPageAt } = await import("./print-lives.ts");
    return (printer, { done, tongue }) => {
      if ("date" in (done.data as object)) printPageAt(printer, done.data as PageAtJson, tongue);
      else printLives(printer, done.data as LivesData, done.detail as LivesDetail, tongue);
      printer.line("");
      return true;
    };
  },
  stale: async () => {
    const { printStale } = await import("./print-stale.ts");
    return (printer, { done, tongue }) => {
      printStale(printer, done.data as StaleJson, tongue);
      return true;
    };
  },
  log: async () => {
    const { printLog } = await import("./print-others.ts");
    return (printer, { done }) => {
      if (!isLook(done)) return false;
      printLog(printer, done.data as LogData);
      return false;
    };
  },
  note: async () => {
    const { printInbox } = await import("./print-others.ts");
    return (printer, { done }) => {
      printInbox(printer, (done.data as { notes: Parameters<typeof printInbox>[1] }).notes);
      return true;
    };
  },
  doctor: async () => {
    const { printDoctor } = await import("./print-others.ts");
    return (printer, { done }) => {
      printDoctor(printer, (done.data as { findings: DoctorFinding[] }).findings);
      return true;
    };
  },
  init: async () => {
    const { printInit } = await import("./print-others.ts");
    return (printer, { done }) => {
      printer.line(done.summary);
      printInit(printer, done.data as InitAnswer);
      return false;
    };
  },
};

/** What follows the sentence of something that was written. */
const FOLLOWED: Readonly<Record<string, () => Promise<(printer: Printer, done: Performed) => void>>> = {
  check: async () => {
    const { printCheckRest } = await import("./print-check.ts");
    return (printer, done) => printCheckRest(printer, done.data as CheckData);
  },
  "correction-judge": async () => {
    const { printCorrection } = await import("./print-check.ts");
    return (printer, done) => printCorrection(printer, done.data as CorrectionJson);
  },
};

/** Prints answers of one action for a person. */
export type AnswerPrinter = (done: Performed, options: { dryRun: boolean; tongue: Tongue }) => void;

/** Loads what prints answers of one action, and nothing else; a diff only where `dryRun` may show one. */
export async function loadPrinter(printer: Printer, name: string, mayDiff = false): Promise<AnswerPrinter> {
  const [print, follow, others] = await Promise.all([
    PRINTERS[name]?.(),
    FOLLOWED[name]?.(),
    mayDiff ? import("./print-others.ts") : undefined,
  ]);
  const loaded: Loaded = { print, follow, printDiff: others?.printDiff };
  // What another action says on the way is a sentence.
  return (done, options) => printAnswer(printer, done, options, done.action.name === name ? loaded : NONE);
}

const NONE: Loaded = { print: undefined, follow: undefined, printDiff: undefined };

interface Loaded {
  print: Print | undefined;
  follow: ((printer: Printer, done: Performed) => void) | undefined;
  printDiff: ((printer: Printer, diff: string) => void) | undefined;
}

function printAnswer(
  printer: Printer,
  done: Performed,
  options: { dryRun: boolean; tongue: Tongue },
  { print, follow, printDiff }: Loaded,
): void {
  // What a look keeps (forecasts) is nothing that was asked for: it is told only where a person asks what would be written.
  if (done.action.writes && done.diff !== "" && (options.dryRun || !isLook(done))) {
    if (options.dryRun) printDiff?.(printer, done.diff);
    printer.line(options.dryRun ? printer.paint.dim(printer.texts.dryRun) : done.summary);
    if (!options.dryRun) follow?.(printer, done);
    return;
  }
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
