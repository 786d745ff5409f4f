// A day note as lines: front matter, headings of the parts, list entries with what is indented below them. No Markdown
// parser: ten years of notes are read at once. Code fences and HTML comments are skipped.

import { LineIndex, type Tongue } from "../../base/index.ts";
import type { DayPart } from "./day.ts";
import { partOfHeading } from "./day-words.ts";

/** A list entry within a part. */
export interface ScanEntry {
  part: DayPart;
  line: number;
  endLine: number;
  /** Offset of the line. */
  from: number;
  /** Offset of the line's end, before the line end. */
  lineTo: number;
  /** Offset behind the line's line end. */
  belowFrom: number;
  /** Offset behind the last line that is indented below, with its line end. */
  to: number;
  /** Column of the marker, tabs counted to the next multiple of 4. */
  indent: number;
  marker: number;
  /** Offset of the character in the box; -1 where there is none. */
  box: number;
  /** Offset of what follows marker and box. */
  body: number;
  /** The lines indented below, trimmed; null where there are none. */
  below: string[] | null;
}

export interface ScanPart {
  part: DayPart;
  tongue: Tongue;
  line: number;
  level: number;
  /** Offset of the heading's line. */
  headingFrom: number;
  /** Offset behind the heading. */
  from: number;
  /** Offset where the part ends: the next heading, or the text's end. */
  to: number;
  /** Offset behind the last line with content; `from` where there is none. */
  end: number;
}

/** Front matter: the offsets of its lines, without the fences. */
export interface ScanHead {
  from: number;
  to: number;
  isToml: boolean;
}

export interface DayScan {
  head: ScanHead | null;
  parts: ScanPart[];
  /** A fence or comment that is never closed. */
  unclosed: { line: number; column: number; mark: string } | null;
}

/** Lines of a text, quickly: offsets where each begins, and the text's length at the end. */
function lineStarts(text: string): number[] {
  if (text.includes("\r")) {
    const starts = [...new LineIndex(text).starts];
    if (starts.at(-1) !== text.length) starts.push(text.length);
    return starts;
  }
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  if (starts.at(-1) !== text.length) starts.push(text.length);
  return starts;
}

const TAB = 9;
const LF = 10;
const CR = 13;
const BLANK = 32;
const HASH = 35;
const STAR = 42;
const PLUS = 43;
const DASH = 45;
const LESS = 60;
const EQUALS = 61;
const TICK = 96;
const TILDE = 126;

/**
 * Goes through a note line by line.
 * @param take is given each list entry of a part and says whether what is indented below belongs to it
 */
export function scanDay(text: string, take: (entry: ScanEntry) => boolean): DayScan {
  const starts = lineStarts(text);
  const lines = starts.length - 1;
  const head = scanHead(text, starts);
  const hasComments = text.includes("<!--");
  const openFrom = finderOf(text, "<!--");
  const closeFrom = finderOf(text, "-->");
  /** Where a line's text ends: at a comment that goes on in the next line, else at the line's end. */
  const commentEnd = (at: number, to: number): number => {
    let open = openFrom(at);
    while (open >= 0 && open < to) {
      const close = closeFrom(open + 4);
      if (close < 0 || close >= to) {
        const isCode = text.slice(at, open).split("`").length % 2 === 0;
        return isCode ? to : open;
      }
      open = openFrom(close + 3);
    }
    return to;
  };
  const parts: ScanPart[] = [];
  let part: ScanPart | null = null;
  let entry: ScanEntry | null = null;
  /** End of the last line with content. */
  let contentEnd = 0;
  /** The line before, where it is text that an underline may make a heading. */
  let plainLine = -1;
  let fence: { mark: string; line: number; column: number; indent: number; closing: RegExp } | null = null;
  let comment: { line: number; column: number } | null = null;

  const endPart = (to: number): void => {
    if (part === null) return;
    part.to = to;
    part.end = Math.max(part.from, Math.min(contentEnd, to));
    part = null;
  };
  const openHeading = (name: string, level: number, line: number, from: number, next: number): void => {
    entry = null;
    const found = partOfHeading(name);
    if (found === null) {
      if (part !== null && level <= part.level) endPart(from);
      return;
    }
    endPart(from);
    part = { ...found, line, level, headingFrom: from, from: next, to: text.length, end: next };
    parts.push(part);
  };

  for (let line = head === null ? 0 : head.next; line < lines; line++) {
    const from = starts[line]!;
    const next = starts[line + 1]!;
    let lineTo = next;
    if (lineTo > from && text.charCodeAt(lineTo - 1) === LF) lineTo--;
    if (lineTo > from && text.charCodeAt(lineTo - 1) === CR) lineTo--;
    let at = from;
    let indent = 0;
    if (at === 0 && text.charCodeAt(0) === 0xfeff) at++;
    for (; at < lineTo; at++) {
      const unit = text.charCodeAt(at);
      if (unit === BLANK) indent++;
      else if (unit === TAB) indent += 4 - (indent % 4);
      else break;
    }
    const isBlank = at === lineTo;
    const isBelow: boolean = entry !== null && !isBlank && indent > (entry as ScanEntry).indent;
    const before = plainLine;
    plainLine = -1;

    if (comment !== null) {
      const close = closeFrom(from);
      if (close >= 0 && close < lineTo) comment = null;
      if (isBelow) extend(entry!, line, next);
      if (!isBlank) contentEnd = next;
      continue;
    }
    if (fence !== null) {
      // A fence in a list entry ends with it.
      if (fence.indent === 0 || isBlank || isBelow) {
        if (fence.closing.test(text.slice(at, lineTo))) fence = null;
        if (isBelow) extend(entry!, line, next);
        if (!isBlank) contentEnd = next;
        continue;
      }
      fence = null;
    }
    if (isBlank) continue;

    const first = text.charCodeAt(at);
    if (first === HASH && indent < 4) {
      const heading = headingAt(text, at, lineTo);
      if (heading !== null) {
        openHeading(heading.name, heading.level, line + 1, from, next);
        contentEnd = next;
        continue;
      }
    }
    if (
      before >= 0 &&
      indent < 4 &&
      (first === EQUALS || first === DASH) &&
      /^(=+|-+)[ \t]*$/.test(text.slice(at, lineTo))
    ) {
      const above = starts[before]!;
      openHeading(text.slice(above, from).trim(), first === EQUALS ? 1 : 2, before + 1, above, next);
      contentEnd = next;
      continue;
    }
    contentEnd = next;
    if (first === LESS && text.startsWith("<!--", at)) {
      const close = closeFrom(at + 4);
      if (close < 0 || close >= lineTo) comment = { line: line + 1, column: at - from + 1 };
      if (isBelow) extend(entry!, line, next);
      else entry = null;
      continue;
    }
    if (first === TICK || first === TILDE) {
      const open = /^(`{3,})[^`]*$|^(~{3,})/.exec(text.slice(at, lineTo));
      if (open !== null) {
        const mark = (open[1] ?? open[2])!;
        fence = {
          mark,
          line: line + 1,
          column: at - from + 1,
          indent: isBelow ? indent : 0,
          closing: new RegExp(`^${mark[0]}{${mark.length},}[ \\t]*$`),
        };
        if (isBelow) extend(entry!, line, next);
        else entry = null;
        continue;
      }
    }
    if (isBelow) {
      const kept = entry!;
      extend(kept, line, next);
      const inner = hasComments ? commentEnd(at, lineTo) : lineTo;
      if (inner < lineTo) comment = { line: line + 1, column: inner - from + 1 };
      const words = text.slice(at, inner).trimEnd();
      if (words !== "") {
        if (kept.below === null) kept.below = [words];
        else kept.below.push(words);
      }
      continue;
    }
    entry = null;
    const body = bodyAt(text, at, lineTo, first);
    const lineEnd = hasComments ? commentEnd(at, lineTo) : lineTo;
    if (lineEnd < lineTo) comment = { line: line + 1, column: lineEnd - from + 1 };
    if (body < 0) {
      if (indent < 4) plainLine = line;
      continue;
    }
    if (part === null) continue;
    const found: ScanEntry = {
      part: (part as ScanPart).part,
      line: line + 1,
      endLine: line + 1,
      from,
      lineTo: lineEnd,
      belowFrom: next,
      to: next,
      indent,
      marker: at,
      box: -1,
      body,
      below: null,
    };
    if (
      text.charCodeAt(body) === 91 &&
      text.charCodeAt(body + 2) === 93 &&
      (body + 3 >= lineTo || text.charCodeAt(body + 3) === BLANK || text.charCodeAt(body + 3) === TAB)
    ) {
      found.box = body + 1;
      found.body = skipBlanks(text, body + 3, lineTo);
    }
    if (take(found)) entry = found;
  }
  endPart(text.length);
  const open = comment === null ? fence : { ...comment, mark: "<!--" };
  const unclosed =
    open === null || (fence !== null && fence.indent > 0 && comment === null)
      ? null
      : { line: open.line, column: open.column, mark: open.mark };
  return { head: head === null ? null : head.head, parts, unclosed };
}

function extend(entry: ScanEntry, line: number, next: number): void {
  entry.endLine = line + 1;
  entry.to = next;
}

function skipBlanks(text: string, at: number, to: number): number {
  let found = at;
  while (found < to && (text.charCodeAt(found) === BLANK || text.charCodeAt(found) === TAB)) found++;
  return found;
}

/** Offset of what follows a list marker (CommonMark 5.2), or -1. */
function bodyAt(text: string, at: number, to: number, first: number): number {
  let end = at;
  if (first === DASH || first === STAR || first === PLUS) end = at + 1;
  else if (first >= 48 && first <= 57) {
    while (end < to && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
    const unit = text.charCodeAt(end);
    if (end - at > 9 || (unit !== 46 && unit !== 41)) return -1;
    end++;
  } else return -1;
  if (end === to) return to;
  const body = skipBlanks(text, end, to);
  return body > end ? body : -1;
}

/**
 * Finds a mark at or behind an offset, -1 where there is none. Asked with rising offsets it goes through the text once,
 * however many lines ask for a mark that is far away or nowhere.
 */
function finderOf(text: string, mark: string): (from: number) => number {
  let since = Number.POSITIVE_INFINITY;
  let found = -1;
  return (from) => {
    if (from < since || (found >= 0 && from > found)) {
      since = from;
      found = text.indexOf(mark, from);
    }
    return found;
  };
}

function headingAt(text: string, at: number, to: number): { level: number; name: string } | null {
  let end = at;
  while (end < to && text.charCodeAt(end) === HASH) end++;
  const level = end - at;
  const unit = text.charCodeAt(end);
  if (level > 6 || (end < to && unit !== BLANK && unit !== TAB)) return null;
  return { level, name: text.slice(end, to).replace(/[ \t]#+[ \t]*$/, "") };
}

/** Front matter as YAML or TOML has it, if it is closed; `next` is the index of the first line behind it. */
function scanHead(text: string, starts: readonly number[]): { head: ScanHead; next: number } | null {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const first = text.charCodeAt(bom);
  if (first !== DASH && first !== PLUS) return null;
  const mark = first === DASH ? "---" : "+++";
  const lineAt = (line: number) =>
    text.slice(starts[line]! + (line === 0 ? bom : 0), starts[line + 1]!).trimEnd();
  if (!text.startsWith(mark, bom) || lineAt(0) !== mark) return null;
  for (let line = 1; line < starts.length - 1; line++) {
    if (!text.startsWith(mark, starts[line]!) || lineAt(line) !== mark) continue;
    return { head: { from: starts[1]!, to: starts[line]!, isToml: mark === "+++" }, next: line + 1 };
  }
  return null;
}
