// Entries as lines: which lines an entry takes, how they are cut so that no double blank line stays behind, and how they
// are written at another indent. Works on whole lines, so nothing inside a line that is kept can change.

import type { Entry, List, Page, Patch } from "../../page/index.ts";

/** 1-based, inclusive. */
export interface LineSpan {
  first: number;
  last: number;
}

/** Column behind a run of blanks; tab stops every four columns, as in CommonMark 2.2. */
export function columnOf(blanks: string, start = 0): number {
  let column = start;
  for (const character of blanks) column += character === "\t" ? 4 - (column % 4) : 1;
  return column;
}

/** The blanks at the start of a line. */
export function leadOf(line: string): string {
  return /^[ \t]*/.exec(line)![0];
}

export function isBlankLine(page: Page, line: number): boolean {
  return /^[ \t]*$/.test(page.lines.line(line).replace(/^\ufeff/, ""));
}

/** What stands before the marker on its line; more than blanks where the entry begins on its parent's line. */
export function entryLead(page: Page, entry: Entry): string {
  return page.text
    .slice(page.lines.start(page.lines.lineAt(entry.marker.from)), entry.marker.from)
    .replace(/^\ufeff/, "");
}

/** The blanks between marker and content; one where the entry is empty. */
export function entryGap(page: Page, entry: Entry): string {
  const gap = page.text.slice(entry.marker.to, entry.contentFrom);
  return /^[ \t]+$/.test(gap) ? gap : " ";
}

/** Column at which the content of the entry starts, and so where what belongs to it must stand. */
export function contentColumn(page: Page, entry: Entry): number {
  const lead = columnOf(entryLead(page, entry).replace(/[^\t]/g, " "));
  const behind = lead + (entry.marker.to - entry.marker.from);
  const gap = columnOf(entryGap(page, entry), behind) - behind;
  return behind + (gap > 4 ? 1 : gap);
}

/** Whether the entry has lines of its own, that is, does not begin on its parent's line (`- - a`). */
export function hasOwnLines(page: Page, entry: Entry): boolean {
  return /^[ \t]*$/.test(entryLead(page, entry));
}

/**
 * The lines of an entry with all that belongs to it: also lines that the parser was not shown (comments, shortcodes) and
 * that are indented as far as its content.
 */
export function entrySpan(page: Page, entry: Entry): LineSpan {
  const column = contentColumn(page, entry);
  let last = entry.endLine;
  for (let line = last + 1; line <= page.lines.count; line++) {
    const text = page.lines.line(line);
    if (text.trim() === "" || columnOf(leadOf(text)) < column) break;
    last = line;
  }
  return { first: entry.line, last };
}

/** Blank lines right above a line. */
export function blanksAbove(page: Page, line: number): number {
  let count = 0;
  while (line - count - 1 >= 1 && isBlankLine(page, line - count - 1)) count++;
  return count;
}

/** Blank lines right below a line. */
export function blanksBelow(page: Page, line: number): number {
  let count = 0;
  while (line + count + 1 <= page.lines.count && isBlankLine(page, line + count + 1)) count++;
  return count;
}

/** Cuts whole lines with their line ends; a text without a final newline keeps none. */
export function cutLines(page: Page, { first, last }: LineSpan): Patch {
  const { lines, text } = page;
  const atEnd = last >= lines.count;
  const noFinalNewline = atEnd && lines.end(lines.count) === text.length && text.length > 0;
  if (noFinalNewline && first > 1) return { from: lines.end(first - 1), to: text.length, insert: "" };
  return { from: lines.start(first), to: atEnd ? text.length : lines.start(last + 1), insert: "" };
}

/** Entries of a list that are cut together because nothing stands between them. */
function runsOf(list: List, cut: ReadonlySet<Entry>): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  list.entries.forEach((entry, index) => {
    const last = runs[runs.length - 1];
    if (!cut.has(entry)) return;
    if (last !== undefined && last.to === index - 1) last.to = index;
    else runs.push({ from: index, to: index });
  });
  return runs;
}

/**
 * Patches that cut entries of one list, tidying blank lines: of the gaps above and below only the larger stays.
 * @param keepGaps where something is put in their place.
 */
export function cutEntries(page: Page, list: List, cut: ReadonlySet<Entry>, keepGaps = false): Patch[] {
  return runsOf(list, cut).map(({ from, to }) => {
    const first = list.entries[from]!.line;
    const last = entrySpan(page, list.entries[to]!).last;
    if (keepGaps) return cutLines(page, { first, last });
    const above = blanksAbove(page, first);
    const below = blanksBelow(page, last);
    const hasBefore = from > 0;
    const hasBehind = to < list.entries.length - 1;
    const atEnd = last + below >= page.lines.count;
    if (!hasBefore && hasBehind) return cutLines(page, { first, last: last + below });
    if (hasBefore && !hasBehind) return cutLines(page, { first: first - above, last });
    if (hasBefore || atEnd || (above > 0 && below > 0)) {
      const cutAbove = above <= below || atEnd;
      return cutLines(page, cutAbove ? { first: first - above, last } : { first, last: last + below });
    }
    return cutLines(page, { first, last });
  });
}

/** How the first line of an entry is written. */
export interface EntryHead {
  lead: string;
  marker: string;
  gap: string;
}

function headColumn({ lead, marker, gap }: EntryHead): number {
  return columnOf(gap, columnOf(lead) + marker.length);
}

/**
 * The lines of an entry under a new head. Lines below the first move by as much as the content does; where the old and
 * new content offsets agree, the blanks that a person typed behind the entry's own indent stay as they are.
 */
export function rewriteEntry(page: Page, entry: Entry, head: EntryHead, firstLine: string): string[] {
  const { first, last } = entrySpan(page, entry);
  const oldLead = entryLead(page, entry);
  const oldContent = contentColumn(page, entry);
  const newContent = headColumn(head);
  const width = newContent - columnOf(head.lead);
  const needed = (line: string): number | null => {
    const lead = leadOf(line);
    if (lead === line || columnOf(lead) < oldContent) return null;
    const relative = lead.slice(oldLead.length);
    // A tab is as wide as the column that it starts in makes it.
    const movesTabs = relative.includes("\t") && columnOf(head.lead) % 4 !== columnOf(oldLead) % 4;
    return lead.startsWith(oldLead) && !movesTabs ? columnOf(lead) - columnOf(oldLead) : -1;
  };
  const inner: number[] = [];
  for (let number = first + 1; number <= last; number++) {
    const column = needed(page.lines.line(number));
    if (column !== null) inner.push(column);
  }
  // One answer for all lines, so that what stood below one another still does.
  const nearest = Math.min(...inner);
  const keepsBlanks =
    inner.every((column) => column >= 0) &&
    (oldContent - columnOf(oldLead) === width || (nearest >= width && nearest < width + 4));
  const out = [`${head.lead}${head.marker}${head.gap}${firstLine}`];
  for (let number = first + 1; number <= last; number++) {
    const line = page.lines.line(number);
    const lead = leadOf(line);
    const rest = line.slice(lead.length);
    const lazy = columnOf(lead) < oldContent;
    if (rest === "") out.push(line);
    else if (lazy)
      out.push(
        columnOf(lead) >= columnOf(oldLead) && lead.startsWith(oldLead)
          ? head.lead + lead.slice(oldLead.length) + rest
          : line,
      );
    else if (keepsBlanks) out.push(head.lead + lead.slice(oldLead.length) + rest);
    else out.push(indentTo(head.lead, newContent + columnOf(lead) - oldContent) + rest);
  }
  return out;
}

/** Blanks up to a column, beginning with the lead that is given, in its own style. */
function indentTo(lead: string, column: number): string {
  if (columnOf(lead) > column) return " ".repeat(column);
  if (lead.includes("\t")) {
    const tabs = Math.floor((column - columnOf(lead)) / 4);
    const tabbed = lead + "\t".repeat(tabs);
    return tabbed + " ".repeat(Math.max(0, column - columnOf(tabbed)));
  }
  return lead + " ".repeat(column - columnOf(lead));
}
