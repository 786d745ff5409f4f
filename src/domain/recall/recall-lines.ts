// The lines of an item's private file behind its front matter: which are blank, code, comments, headings or list entries.

import type { LineIndex } from "../../base/index.ts";

export interface RecallLine {
  line: number;
  /** Without line end and byte order mark. */
  text: string;
  /** Offset of `text`. */
  at: number;
  isBlank: boolean;
  /** Inside a fence, or the line of one. */
  isCode: boolean;
  /** Code or a comment that begins outside any card. */
  isAside: boolean;
  /** Columns of leading blanks. */
  indent: number;
  heading: { level: number; text: string; endLine: number } | null;
  /** A list marker with its blanks and checkbox, at the outer level of its list. */
  entry: { lead: string; indent: number } | null;
}

const ENTRY = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)(?:\[[^\]\r\n]\][ \t]+)?/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;

export function readRecallLines(index: LineIndex): RecallLine[] {
  const lines: RecallLine[] = [];
  let fence: string | null = null;
  let isComment = false;
  for (let line = firstLine(index); line <= index.count; line++) {
    const raw = index.line(line);
    const text = raw.replace(/^\ufeff/, "");
    const at = index.start(line) + raw.length - text.length;
    const mark = FENCE.exec(text)?.[1] ?? null;
    const isCode = fence !== null || (mark !== null && !isComment);
    const begins = fence === null && !isComment;
    if (fence !== null) {
      if (mark?.startsWith(fence) && /^[ \t]*[`~]+[ \t]*$/.test(text)) fence = null;
    } else if (isComment || (/^[ \t]*<!--/.test(text) && !isCode)) isComment = !text.includes("-->");
    else fence = mark;
    const isAside = isCode || isComment || !begins || /^[ \t]*<!--/.test(text);
    const indent = widthOf(/^[ \t]*/.exec(text)![0]);
    const entry = isAside || indent > 3 ? null : ENTRY.exec(text);
    lines.push({
      line,
      text,
      at,
      isBlank: text.trim() === "",
      isCode,
      isAside,
      indent,
      heading: isAside ? null : headingAt(index, line, text),
      entry: entry === null ? null : { lead: entry[0], indent },
    });
  }
  return lines;
}

/** Behind the front matter, where there is one. */
function firstLine(index: LineIndex): number {
  if (!/^\ufeff?---[ \t]*$/.test(index.line(1))) return 1;
  for (let line = 2; line <= index.count; line++) {
    if (/^(?:---|\.\.\.)[ \t]*$/.test(index.line(line))) return line + 1;
  }
  return 1;
}

/** A heading with `#`, or underlined (CommonMark 4.2, 4.3). */
function headingAt(index: LineIndex, line: number, text: string): RecallLine["heading"] {
  const hashes = HEADING.exec(text);
  if (hashes !== null) {
    const words = (hashes[2] ?? "").replace(/(?<=^|[ \t])#+[ \t]*$/, "").trim();
    return { level: hashes[1]!.length, text: words, endLine: line };
  }
  const under = /^ {0,3}(=+|-{2,})[ \t]*$/.exec(line < index.count ? index.line(line + 1) : "");
  if (under === null || !/^ {0,3}[^ \t>#]/.test(text) || ENTRY.test(text)) return null;
  return { level: under[1]!.startsWith("=") ? 1 : 2, text: text.trim(), endLine: line + 1 };
}

/** A tab goes to the next multiple of four, as in CommonMark 2.2. */
function widthOf(blanks: string): number {
  let width = 0;
  for (const blank of blanks) width = blank === "\t" ? width + 4 - (width % 4) : width + 1;
  return width;
}
