// goals.md by lines: its headings and the list entries below each, as ranges of the text. Nothing is understood here yet, and
// nothing is changed: front matter, code, comments and running text are passed over.

import { LineIndex } from "../../base/index.ts";
import type { Range } from "../../page/index.ts";

/** A line with a list marker, alone. */
export interface GoalLine {
  line: number;
  /** `x`, `-` and the like; null where it has no checkbox. */
  checkbox: string | null;
  /** What stands behind marker and checkbox, without emphasis marks. */
  text: string;
  /** The same as written; trailing blanks are cut. */
  raw: string;
  /** Offset of `raw` in the text. */
  at: number;
  /** 1-based column of the first character of the content. */
  column: number;
  /** Marker and blanks before the content, as written: `- `, `  * [ ] `. */
  lead: string;
}

/** A list entry at the outer level of its list, with what is indented below it. */
export interface GoalEntry extends GoalLine {
  endLine: number;
  /** The lines of the entry with their line ends. */
  range: Range;
  /** List entries indented below it, of any depth. */
  below: GoalLine[];
}

/** A paragraph line that names what follows: it ends in a colon, or is bold as a whole. */
export interface GoalLabel {
  line: number;
  /** Without colon and emphasis. */
  text: string;
  /** The line with its line end. */
  range: Range;
}

/** A heading and what stands below it, up to the next heading of any level. */
export interface GoalSection {
  line: number;
  level: number;
  /** The heading's words without marks. */
  heading: string;
  /** The heading as written between its marks, and its offset in the text. */
  raw: string;
  at: number;
  entries: GoalEntry[];
  labels: GoalLabel[];
  /** Offset behind the heading's own line or lines, and behind the last line with content. */
  bodyFrom: number;
  end: number;
}

const ENTRY = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)(?:\[([^\]\r\n])\][ \t]+)?/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const UNDERLINE = /^ {0,3}(=+|-{2,})[ \t]*$/;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;

/** All sections of a text in order. What stands before the first heading is a section of level 0 without a heading. */
export function readGoalSections(text: string): GoalSection[] {
  const lines = new LineIndex(text);
  const endOf = (line: number) => (line < lines.starts.length ? lines.start(line + 1) : text.length);
  const first = behindFrontMatter(lines);
  const start = lines.start(first);
  const none = { level: 0, heading: "", raw: "", at: start };
  let section: GoalSection = { line: first, ...none, entries: [], labels: [], bodyFrom: start, end: start };
  const sections = [section];
  let open: { entry: GoalEntry; indent: number } | null = null;
  let fence: string | null = null;
  let isComment = false;
  for (let line = first; line <= lines.count; line++) {
    const content = lines.line(line).replace(/^\ufeff/, "");
    const mark = FENCE.exec(content)?.[1];
    let isAside = fence !== null || isComment;
    if (fence !== null) {
      if (mark?.startsWith(fence) && /^[ \t]*[`~]+[ \t]*$/.test(content)) fence = null;
    } else if (isComment) isComment = !content.includes("-->");
    else if (mark !== undefined) {
      fence = mark;
      isAside = true;
    } else if (/^[ \t]*<!--/.test(content)) {
      isComment = !content.includes("-->");
      isAside = true;
    }
    if (content.trim() === "") continue;
    const heading = isAside ? null : headingAt(lines, line, content);
    if (heading !== null) {
      const last = heading.isUnderlined ? line + 1 : line;
      const { level, raw, at } = heading;
      const place = { bodyFrom: endOf(last), end: endOf(last) };
      section = { line, level, heading: plainHeading(raw), raw, at, entries: [], labels: [], ...place };
      sections.push(section);
      open = null;
      line = last;
      continue;
    }
    section.end = endOf(line);
    const indent = widthOf(/^[ \t]*/.exec(content)![0]);
    if (open !== null && indent > open.indent + 1) {
      open.entry.endLine = line;
      open.entry.range.to = endOf(line);
      const marker = isAside ? null : ENTRY.exec(content);
      if (marker !== null) open.entry.below.push(lineOf(lines, line, content, marker));
      continue;
    }
    open = null;
    const range = { from: lines.start(line), to: endOf(line) };
    const marker = isAside || indent > 3 ? null : ENTRY.exec(content);
    if (marker === null) {
      const label = isAside || indent > 3 ? null : labelOf(content);
      if (label !== null) section.labels.push({ line, text: label, range });
      continue;
    }
    const entry: GoalEntry = {
      ...lineOf(lines, line, content, marker),
      endLine: line,
      range,
      below: [],
    };
    section.entries.push(entry);
    open = { entry, indent };
  }
  return sections;
}

function lineOf(lines: LineIndex, line: number, content: string, marker: RegExpExecArray): GoalLine {
  const column = lines.line(line).length - content.length + marker[0].length + 1;
  const raw = content.slice(marker[0].length).trimEnd();
  return {
    line,
    checkbox: marker[2] ?? null,
    text: withoutEmphasis(raw).trim(),
    raw,
    at: lines.start(line) + column - 1,
    column,
    lead: marker[0],
  };
}

function labelOf(content: string): string | null {
  const text = content.trim();
  const bold = /^(\*\*|__)(?=\S)(.*\S)\1\s*[:：]?$/.exec(text)?.[2];
  const named = bold ?? /^(.*\S)\s*[:：]$/.exec(text)?.[1];
  return named === undefined
    ? null
    : withoutEmphasis(named)
        .replace(/\s*[:：]$/, "")
        .trim();
}

function behindFrontMatter(lines: LineIndex): number {
  if (!/^\ufeff?---[ \t]*$/.test(lines.line(1))) return 1;
  for (let line = 2; line <= lines.count; line++) {
    if (/^(?:---|\.\.\.)[ \t]*$/.test(lines.line(line))) return line + 1;
  }
  return 1;
}

/** A heading with `#`, or underlined (CommonMark 4.2, 4.3). */
function headingAt(
  lines: LineIndex,
  line: number,
  content: string,
): { level: number; raw: string; at: number; isUnderlined: boolean } | null {
  const hashes = HEADING.exec(content);
  const begin = lines.end(line) - content.length;
  if (hashes !== null) {
    const raw = hashes[2] ?? "";
    const at = begin + (raw === "" ? content.length : content.indexOf(raw, hashes[1]!.length));
    return { level: hashes[1]!.length, raw, at, isUnderlined: false };
  }
  const under = UNDERLINE.exec(line < lines.count ? lines.line(line + 1) : "");
  if (under === null || !/^ {0,3}[^ \t>#]/.test(content) || ENTRY.test(content)) return null;
  const at = begin + /^ */.exec(content)![0].length;
  return { level: under[1]!.startsWith("=") ? 1 : 2, raw: content.trim(), at, isUnderlined: true };
}

/** Words of a heading: no emphasis, no number or sign before it, nothing in brackets behind it. */
function plainHeading(text: string): string {
  return withoutEmphasis(text)
    .normalize("NFKC")
    .replace(/\([^()]*\)\s*$/, "")
    .replace(/^\s*[一二三四五六七八九十]+[、.]/, "")
    .replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, "");
}

export function withoutEmphasis(text: string): string {
  return text
    .replace(/(\*\*|__|`)(?=\S)([^\r\n]*?\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^\r\n*_]*?\S)\1(?![\p{L}\p{N}*_])/gu, "$2");
}

/** Columns of leading blanks; a tab goes to the next multiple of four, as in CommonMark 2.2. */
function widthOf(blanks: string): number {
  let width = 0;
  for (const blank of blanks) width = blank === "\t" ? width + 4 - (width % 4) : width + 1;
  return width;
}
