// A private Markdown file as an outline: headings, the list entries below each, and the lines indented below an entry. The
// readers of conditions.md and goals.md begin with it. Nothing is understood here yet and nothing is changed: front matter,
// code, comments and running text are passed over.

import { LineIndex } from "../base/index.ts";
import type { Range } from "../page/index.ts";

/** A line, and what it says behind its marker. */
export interface OutlineLine {
  line: number;
  /** `x`, `-` and the like; null where it has no checkbox. */
  checkbox: string | null;
  /** What stands behind marker and checkbox, trimmed. */
  text: string;
  /** 1-based column of the first character of the content. */
  column: number;
  /** Blanks, marker and checkbox before the content, as written: `- `, `  * [ ] `. */
  lead: string;
  /** Whether it has a list marker. */
  isEntry: boolean;
}

/** A list entry at the outer level of its list. */
export interface OutlineEntry extends OutlineLine {
  /** Last line of what is indented below it, inclusive. */
  endLine: number;
  /** The lines indented below; those of code and comments are left out. */
  below: OutlineLine[];
  /** The lines of the entry, what is indented below and the last line end. */
  range: Range;
}

/** A heading and what stands below it, up to the next heading of any level. */
export interface OutlineSection {
  line: number;
  /** 0 before the first heading. */
  level: number;
  heading: string;
  /** Offset of the heading's words. */
  at: number;
  entries: OutlineEntry[];
  /** Lines of running text that are not indented below an entry. */
  plain: { line: number; text: string; range: Range }[];
  /** Offset behind the last line with content, its line end included. */
  end: number;
}

export interface Outline {
  lines: LineIndex;
  sections: OutlineSection[];
}

const ENTRY = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)(?:\[([^\]\r\n])\][ \t]+)?/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const UNDERLINE = /^ {0,3}(=+|-{2,})[ \t]*$/;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;
const COMMENT = /^[ \t]*<!--/;

/** All sections of a text in order; what stands before the first heading is one of level 0. */
export function readOutline(text: string): Outline {
  const lines = new LineIndex(text);
  const first = firstLine(lines);
  const start = lines.start(first);
  const none = { heading: "", at: start, entries: [], plain: [], end: start };
  let section: OutlineSection = { line: first, level: 0, ...none };
  const sections = [section];
  let open: { entry: OutlineEntry; indent: number } | null = null;
  const isAside = asideReader();
  for (let line = first; line <= lines.count; line++) {
    const content = lines.line(line).replace(/^\ufeff/, "");
    const aside = isAside(content);
    if (content.trim() === "") continue;
    const heading = aside ? null : headingAt(lines, line, content);
    if (heading !== null) {
      const { level, heading: words, at, endLine } = heading;
      const end = lines.start(endLine + 1);
      section = { line, level, heading: words, at, entries: [], plain: [], end };
      sections.push(section);
      open = null;
      line = endLine;
      continue;
    }
    section.end = lines.start(line + 1);
    const indent = widthOf(/^[ \t]*/.exec(content)![0]);
    const marker = aside ? null : ENTRY.exec(content);
    if (open !== null && indent > open.indent + 1) {
      const { entry } = open;
      entry.endLine = line;
      entry.range.to = lines.start(line + 1);
      if (!aside) entry.below.push(lineOf(lines, line, content, marker));
      continue;
    }
    open = null;
    if (aside || indent > 3) continue;
    const range = { from: lines.start(line), to: lines.start(line + 1) };
    if (marker === null) {
      section.plain.push({ line, text: content.trim(), range });
      continue;
    }
    const entry: OutlineEntry = {
      ...lineOf(lines, line, content, marker),
      endLine: line,
      below: [],
      range,
    };
    section.entries.push(entry);
    open = { entry, indent };
  }
  return { lines, sections };
}

function lineOf(
  lines: LineIndex,
  line: number,
  content: string,
  marker: RegExpExecArray | null,
): OutlineLine {
  const lead = marker?.[0] ?? /^[ \t]*/.exec(content)![0];
  return {
    line,
    checkbox: marker?.[1] ?? null,
    text: content.slice(lead.length).trim(),
    column: lines.line(line).length - content.length + lead.length + 1,
    lead,
    isEntry: marker !== null,
  };
}

/** Behind the front matter, where there is one. */
function firstLine(lines: LineIndex): number {
  if (!/^\ufeff?---[ \t]*$/.test(lines.line(1))) return 1;
  for (let line = 2; line <= lines.count; line++) {
    if (/^(?:---|\.\.\.)[ \t]*$/.test(lines.line(line))) return line + 1;
  }
  return 1;
}

/** Says of each line in turn whether it belongs to code or a comment, with the lines that open and close them. */
function asideReader(): (content: string) => boolean {
  let fence: string | null = null;
  let isComment = false;
  return (content) => {
    const mark = FENCE.exec(content)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) && /^[ \t]*[`~]+[ \t]*$/.test(content)) fence = null;
    } else if (isComment || COMMENT.test(content)) isComment = !content.includes("-->");
    else if (mark !== undefined) fence = mark;
    else return false;
    return true;
  };
}

/** A heading with `#`, or underlined (CommonMark 4.2, 4.3), and its last line. */
function headingAt(
  lines: LineIndex,
  line: number,
  content: string,
): { level: number; heading: string; at: number; endLine: number } | null {
  const hashes = HEADING.exec(content);
  const placed = (heading: string, from: number): { heading: string; at: number } => ({
    heading,
    at: lines.end(line) - content.length + content.indexOf(heading, from),
  });
  if (hashes !== null) {
    const heading = (hashes[2] ?? "").replace(/(?<=^|[ \t])#+[ \t]*$/, "").trim();
    return { level: hashes[1]!.length, ...placed(heading, hashes[1]!.length), endLine: line };
  }
  const under = UNDERLINE.exec(line < lines.count ? lines.line(line + 1) : "");
  if (under === null || !/^ {0,3}[^ \t>#]/.test(content) || ENTRY.test(content)) return null;
  const level = under[1]!.startsWith("=") ? 1 : 2;
  return { level, ...placed(content.trim(), 0), endLine: line + 1 };
}

/** Columns of leading blanks; a tab goes to the next multiple of four, as in CommonMark 2.2. */
function widthOf(blanks: string): number {
  let width = 0;
  for (const blank of blanks) width = blank === "\t" ? width + 4 - (width % 4) : width + 1;
  return width;
}
