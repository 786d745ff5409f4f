// What the browser draws: pages, archives, inbox, and what undo would do, as plain JSON. A file that cannot be read is a
// problem beside the others, never the end of the whole.

import { AppError, displayText, type Tongue } from "../base/index.ts";
import {
  CONDITIONS_FILE,
  dayFile,
  GOALS_FILE,
  type ItemFacts,
  type LogEntry,
  type PageView,
  type World,
} from "../domain/index.ts";
import type { Block } from "../page/index.ts";
import type { Context, Outside } from "./action.ts";
import { archivesOf } from "./archive-files.ts";
import { checkOf } from "./check-state.ts";
import { clockJsonOf } from "./clock-state.ts";
import { makeContext } from "./context.ts";
import { emptyDay, readDayOf } from "./day-read.ts";
import { dayJsonOf, NO_CHECK } from "./day-view.ts";
import { historyOf } from "./history.ts";
import { INBOX_FILE, inboxOf } from "./inbox.ts";
import { readItemFiles } from "./item-file.ts";
import { toPrivateJson } from "./listed-item.ts";
import { say } from "./messages.ts";
import { toItemJson, toLogEntryJson, toPageJson, toSectionJson } from "./page-json.ts";
import type { PageReading } from "./reading.ts";
import { recallCount } from "./recall-count.ts";
import type { PageSnapshot, Snapshot } from "./snapshot.ts";

interface SnapshotOptions {
  tongue: Tongue;
  version: string;
  outside?: Outside;
  otherChanges?: number;
}

/** The whole home as a screen shows it. Never throws on what a person wrote. */
export function toSnapshot(world: World, options: SnapshotOptions): Snapshot {
  const context = makeContext(world, options);
  const problems: Snapshot["problems"] = [];
  const attempt = <T>(file: string, fallback: T, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      problems.push({ file, code: error.code, message: error.message, hint: error.hint ?? null });
      return fallback;
    }
  };
  const facts = attempt("items/", new Map<string, ItemFacts>(), () => readItemFiles(context));
  const pages = world.config.pages.flatMap((file) =>
    attempt(file, [], () => pageOrMissing(context, file, facts)),
  );
  const archives = archivesOf(context).flatMap((file) =>
    attempt(file, [], () => {
      const page = context.reading.page(file);
      return page === null
        ? []
        : [{ file, hash: page.hash, log: page.view.log.map((entry) => toEntry(page.view, entry)) }];
    }),
  );
  const inbox = attempt(INBOX_FILE, { text: "", hash: null, notes: [] }, () => inboxOf(context));
  const history = attempt("journal/", { done: [], undo: null, redo: null }, () => historyOf(world));
  const { today } = context;
  const day = attempt(dayFile(today), emptyDay(context, today), () => readDayOf(context, today));
  const check = attempt(CONDITIONS_FILE, NO_CHECK, () => checkOf(context, today));
  return {
    version: options.version,
    root: world.store.root,
    language: world.config.language,
    today,
    pages,
    archives,
    inbox: {
      file: INBOX_FILE,
      hash: inbox.hash,
      notes: inbox.notes.map(({ line, text, at }) => ({ line, text: displayText(text), at })),
    },
    undo: history.undo?.summary ?? null,
    redo: history.redo?.summary ?? null,
    problems,
    day: dayJsonOf(context, day, check),
    clock: clockJsonOf(context),
    recall: attempt("items/", null, () => recallCount(context)),
    goalsHash: attempt(GOALS_FILE, null, () => context.reading.text(GOALS_FILE)?.hash ?? null),
    otherChanges: options.otherChanges ?? 0,
    welcomed: options.outside?.welcomed?.() ?? true,
  };
}

function pageOrMissing(
  context: Context,
  file: string,
  facts: ReadonlyMap<string, ItemFacts>,
): PageSnapshot[] {
  const page = context.reading.page(file);
  if (page !== null) return [toPageSnapshot(page, facts)];
  throw new AppError("missing", say(context.tongue).noPage(context.world.store.resolve(file)), {
    hint: say(context.tongue).noPageHint(),
  });
}

function toPageSnapshot(page: PageReading, facts: ReadonlyMap<string, ItemFacts>): PageSnapshot {
  const { view } = page;
  return {
    ...toPageJson(view),
    file: page.file,
    hash: page.hash,
    title: view.title === null ? null : displayText(view.title),
    text: page.text,
    reasons: view.reasons,
    items: view.items.map((item) => ({ ...toItemJson(item), ...toPrivateJson(item, facts) })),
    log: view.log.map((entry) => toEntry(view, entry)),
    labels: view.labels.map((label) => ({
      line: label.line,
      text: displayText(label.text),
      section: label.section.line > 0 ? label.section.line : null,
      state: label.state,
      priority: label.priority,
    })),
    sections: view.sections
      .filter((section) => section.heading !== null)
      .map((section) => ({
        ...toSectionJson(section),
        priority: section.priority,
        state: section.state,
        dated: section.dated,
        items: view.items.filter((item) => item.section === section).length,
      })),
    understood: understoodShare(view),
  };
}

function toEntry(view: PageView, entry: LogEntry): PageSnapshot["log"][number] {
  return {
    ...toLogEntryJson(entry),
    title: displayText(entry.title),
    markdown: displayText(markdownBelow(view, entry)),
  };
}

/** The entry's Markdown behind the line of its date, without the indent of the list that it stands in. */
export function markdownBelow(view: PageView, entry: LogEntry): string {
  const { lines, text } = view.page;
  const from = Math.min(lines.start(entry.line + 1), entry.range.to);
  const body = text
    .slice(from, entry.range.to)
    .replace(/^(?:[ \t]*\r?\n)+/, "")
    .replace(/\s+$/, "");
  const rows = body.split(/\r\n|\r|\n/);
  const indents = rows.filter((row) => row.trim() !== "").map((row) => /^ */.exec(row)![0].length);
  const indent = Math.min(...indents, entry.kind === "heading" ? 0 : Number.POSITIVE_INFINITY);
  return Number.isFinite(indent) && indent > 0
    ? rows.map((row) => row.slice(indent)).join("\n")
    : rows.join("\n");
}

/** Share of the list entries that are items (or stand in one), labels or the log's; 1 for a page without lists. */
function understoodShare(view: PageView): number {
  const read = new Set<number>();
  for (const item of view.items) for (let line = item.line; line <= item.endLine; line++) read.add(line);
  for (const entry of view.log) for (let line = entry.line; line <= entry.endLine; line++) read.add(line);
  for (const label of view.labels) read.add(label.line);
  const entries = entryLines(view.page.blocks);
  if (entries.length === 0) return 1;
  return Math.round((entries.filter((line) => read.has(line)).length / entries.length) * 100) / 100;
}

function entryLines(blocks: readonly Block[]): number[] {
  const found: number[] = [];
  const walk = (list: readonly Block[]): void => {
    for (const block of list) {
      if (block.kind !== "list") continue;
      for (const entry of block.entries) {
        found.push(entry.line);
        walk(entry.blocks);
      }
    }
  };
  walk(blocks);
  return found;
}
