// goals.md by lines: its headings and the list entries below each, as ranges of the text. Nothing is understood here yet, and
// nothing is changed: front matter, code, comments and running text are passed over.

import { LineIndex } from "../../base/index.ts";
import type { Range } from "../../page/index.ts";

/** A list entry at the outer level of its list, with what is indented below it. */
export interface GoalEntry {
  line: number;
  endLine: number;
  /** `x`, `-` and the like; null where it has no checkbox. */
  checkbox: string | null;
  /** What stands behind marker and checkbox, without emphasis marks. */
  text: string;
  /** 1-based column of the first character of the content. */
  column: number;
  /** Marker and blanks before the content, as written: `- `, `  * [ ] `. */
  lead: string;
  /** The lines of the entry with their line ends. */
  range: Range;
}

/** A heading and what stands below it, up to the next heading of any level. */
export interface GoalSection {
  line: number;
  level: number;
  /** The heading's words without marks. */
  heading: string;
  entries: GoalEntry[];
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
  let section: GoalSection = { line: first, level: 0, heading: "", entries: [], bodyFrom: start, end: start };
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
      section = { line, ...heading, entries: [], bodyFrom: endOf(last), end: endOf(last) };
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
      continue;
    }
    open = null;
    const marker = isAside || indent > 3 ? null : ENTRY.exec(content);
    if (marker === null) continue;
    const entry: GoalEntry = {
      line,
      endLine: line,
      checkbox: marker[2] ?? null,
      text: withoutEmphasis(content.slice(marker[0].length)).trim(),
      column: lines.line(line).length - content.length + marker[0].length + 1,
      lead: marker[0],
      range: { from: lines.start(line), to: endOf(line) },
    };
    section.entries.push(entry);
    open = { entry, indent };
  }
  return sections;
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
): { level: number; heading: string; isUnderlined: boolean } | null {
  const hashes = HEADING.exec(content);
  if (hashes !== null)
    return { level: hashes[1]!.length, heading: plainHeading(hashes[2] ?? ""), isUnderlined: false };
  const under = UNDERLINE.exec(line < lines.count ? lines.line(line + 1) : "");
  if (under === null || !/^ {0,3}[^ \t>#]/.test(content) || ENTRY.test(content)) return null;
  return { level: under[1]!.startsWith("=") ? 1 : 2, heading: plainHeading(content), isUnderlined: true };
}

/** Words of a heading: no emphasis, no number or sign before it, nothing in brackets behind it. */
function plainHeading(text: string): string {
  return withoutEmphasis(text)
    .normalize("NFKC")
    .replace(/\([^()]*\)\s*$/, "")
    .replace(/^\s*[一二三四五六七八九十]+[、.]/, "")
    .replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, "");
}

function withoutEmphasis(text: string): string {
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
