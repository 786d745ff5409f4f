// From date headings, dated list entries and bold dated lines to log entries with their bullets.

import type { Diagnostic, Tongue } from "../../base/index.ts";
import { type Block, type Entry, IN_STRONG, type List, type Page, type Paragraph } from "../../page/index.ts";
import type { Bullet, LogEntry, Reason } from "../item.ts";
import type { ReadDates } from "./log-date.ts";
import { sayDomain } from "./messages.ts";
import { isDatedEntry, readDateLine, type SectionDraft } from "./section-read.ts";

export interface LogRead {
  log: LogEntry[];
  diagnostics: Diagnostic[];
}

/** Reads the entries of one section; `drafts` are all sections, for the end of a heading's entry. */
export function readLog(draft: SectionDraft, page: Page, tongue: Tongue, reasons: Reason[]): LogRead {
  const log: LogEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  const { section } = draft;
  if (section.role === "learning" || section.role === "reading") return { log, diagnostics };
  if (draft.dates !== null)
    complain(
      draft.dates,
      section.line,
      section.heading!.plain.from,
      section.title,
      page,
      tongue,
      diagnostics,
    );
  if (section.dated) {
    log.push(headingEntry(draft));
    reasons.push({
      line: section.line,
      what: "entry",
      value: section.title,
      word: null,
      rule: "date-heading",
    });
    return { log, diagnostics };
  }
  if (draft.dates !== null && draft.dates.problem !== null) return { log, diagnostics };
  draft.blocks.forEach((block, index) => {
    if (block.kind === "list") {
      for (const entry of block.entries) {
        const found = listEntry(entry, draft, page, tongue, diagnostics);
        if (found === null) continue;
        log.push(found);
        reasons.push({ line: entry.line, what: "entry", value: found.title, word: null, rule: "date-entry" });
      }
    } else if (block.kind === "paragraph") {
      const found = boldEntry(block, draft.blocks.slice(index + 1), draft, page, tongue, diagnostics);
      if (found === null) return;
      log.push(found);
      reasons.push({ line: block.line, what: "entry", value: found.title, word: null, rule: "date-bold" });
    }
  });
  return { log, diagnostics };
}

/** A date that cannot be is a diagnostic, with its place. */
function complain(
  dates: ReadDates,
  line: number,
  from: number,
  text: string,
  page: Page,
  tongue: Tongue,
  diagnostics: Diagnostic[],
): void {
  const column = page.lines.columnAt(from + /^\s*/.exec(page.text.slice(from))![0].length);
  const written = text.slice(0, dates.end > 0 ? dates.end : text.length).trim();
  const say = sayDomain(tongue);
  if (dates.problem === "date-invalid")
    diagnostics.push({ line, column, code: "date-invalid", ...say.dateInvalid(written) });
  else if (dates.problem === "date-without-year")
    diagnostics.push({ line, column, code: "date-without-year", ...say.dateWithoutYear(written) });
  else if (dates.problem === "date-range-reversed")
    diagnostics.push({ line, column, code: "date-range-reversed", ...say.dateRangeReversed(written) });
  else if (dates.mixed)
    diagnostics.push({ line, column, code: "date-separators-mixed", ...say.dateMixed(written) });
}

function headingEntry(draft: SectionDraft): LogEntry {
  const { section, dates } = draft;
  const blocks = contentOf(draft);
  const last = blocks.findLast((block) => !(block.kind === "other" && block.what === "rule"));
  return {
    ...span(dates!),
    line: section.line,
    endLine: last?.endLine ?? section.heading!.endLine,
    title: section.title,
    bullets: bulletsOf(blocks, 0),
    kind: "heading",
    level: section.level,
    section,
    range: { from: section.heading!.from, to: last?.to ?? section.heading!.to },
  };
}

/** The section's own blocks and those of the headings below it. */
function contentOf(draft: SectionDraft): Block[] {
  return [
    ...draft.blocks,
    ...draft.children.flatMap((child) => [child.section.heading!, ...contentOf(child)]),
  ];
}

function listEntry(
  entry: Entry,
  draft: SectionDraft,
  page: Page,
  tongue: Tongue,
  diagnostics: Diagnostic[],
): LogEntry | null {
  const text = entry.plain?.text ?? "";
  const dates = isDatedEntry(text, draft.context);
  if (dates === null) return null;
  complain(dates, entry.line, entry.plain!.from, text, page, tongue, diagnostics);
  if (dates.problem !== null) return null;
  const said = text.slice(dates.end).replace(/^\s*[-–—:：,，|·)\]】）]*\s*/, "");
  const first: Bullet[] =
    said === "" ? [] : [{ line: entry.line, endLine: entry.line, depth: 0, text: said, entry }];
  return {
    ...span(dates),
    line: entry.line,
    endLine: entry.endLine,
    title: text.slice(0, dates.end).trim(),
    bullets: [...first, ...bulletsOf(entry.blocks, first.length)],
    kind: "entry",
    level: 0,
    section: draft.section,
    range: { from: entry.from, to: entry.to },
  };
}

function boldEntry(
  paragraph: Paragraph,
  following: readonly Block[],
  draft: SectionDraft,
  page: Page,
  tongue: Tongue,
  diagnostics: Diagnostic[],
): LogEntry | null {
  const dates = boldDates(paragraph, draft);
  if (dates === null) return null;
  complain(dates, paragraph.line, paragraph.from, paragraph.plain.text, page, tongue, diagnostics);
  if (dates.problem !== null) return null;
  const until = following.findIndex(
    (block) =>
      (block.kind === "paragraph" && boldDates(block, draft) !== null) ||
      (block.kind === "other" && block.what === "rule"),
  );
  const blocks = until === -1 ? following : following.slice(0, until);
  const last = blocks.at(-1);
  return {
    ...span(dates),
    line: paragraph.line,
    endLine: last?.endLine ?? paragraph.endLine,
    title: paragraph.plain.text.slice(0, dates.end).trim(),
    bullets: bulletsOf(blocks, 0),
    kind: "bold",
    level: 0,
    section: draft.section,
    range: { from: paragraph.from, to: last?.to ?? paragraph.to },
  };
}

/** A paragraph that starts in bold with nothing but a date before its first separator. */
function boldDates(paragraph: Paragraph, draft: SectionDraft): ReadDates | null {
  const { text, flags } = paragraph.plain;
  if (text === "" || (flags[0]! & IN_STRONG) === 0) return null;
  let end = 0;
  while (end < text.length && (flags[end]! & IN_STRONG) !== 0) end++;
  const dates = readDateLine(text.slice(0, end), draft.context);
  if (dates === null || dates.isNow) return null;
  // "**2024-05-01** did this": the bold run is the date and ends there.
  return dates.certain || dates.end >= bareEnd(text.slice(0, end)) ? dates : null;
}

function bareEnd(text: string): number {
  return text.replace(/[\s:：.。]+$/, "").length;
}

function span(dates: ReadDates): Pick<LogEntry, "from" | "to" | "open"> {
  return { from: dates.from, to: dates.to, open: dates.open };
}

/** Every entry of the lists among the blocks, nested ones with their depth. */
function bulletsOf(blocks: readonly Block[], depth: number): Bullet[] {
  return blocks
    .filter((block): block is List => block.kind === "list")
    .flatMap((list) => list.entries.flatMap((entry) => entryBullets(entry, depth)));
}

function entryBullets(entry: Entry, depth: number): Bullet[] {
  const own: Bullet[] =
    entry.plain === null || entry.plain.text === ""
      ? []
      : [{ line: entry.line, endLine: entry.endLine, depth, text: entry.plain.text, entry }];
  return [...own, ...bulletsOf(entry.blocks, depth + own.length)];
}
