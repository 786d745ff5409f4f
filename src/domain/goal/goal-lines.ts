// goals.md by lines: the outline with what its readers need besides: words without emphasis, labels before a list, offsets of
// all that an edit may replace. Nothing is understood here yet, and nothing is changed.

import type { Range } from "../../page/index.ts";
import { type OutlineLine, readOutline } from "../outline.ts";

/** A line with a list marker, alone. */
export interface GoalLine {
  line: number;
  /** `x`, `-` and the like; null where it has no checkbox. */
  checkbox: string | null;
  /** What stands behind marker and checkbox, without emphasis marks. */
  text: string;
  /** The same as written; blanks around it are cut. */
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
  /** Offset behind the last line with content. */
  end: number;
}

/** All sections of a text in order. What stands before the first heading is a section of level 0 without a heading. */
export function readGoalSections(text: string): GoalSection[] {
  const { lines, sections } = readOutline(text);
  const toLine = ({ line, checkbox, text: raw, column, lead }: OutlineLine): GoalLine => ({
    line,
    checkbox,
    text: withoutEmphasis(raw).trim(),
    raw,
    at: lines.start(line) + column - 1,
    column,
    lead,
  });
  return sections.map(({ line, level, heading, at, entries, plain, end }) => ({
    line,
    level,
    heading: plainHeading(heading),
    raw: heading,
    at,
    entries: entries.map((entry) => ({
      ...toLine(entry),
      endLine: entry.endLine,
      range: entry.range,
      below: entry.below.filter(({ isEntry }) => isEntry).map(toLine),
    })),
    labels: plain.flatMap(({ line: own, text: said, range }) => {
      const label = labelOf(said);
      return label === null ? [] : [{ line: own, text: label, range }];
    }),
    end,
  }));
}

/** Whoever writes more than this in one line says something else. */
const LONGEST = 1000;
const LONGEST_LABEL = 60;

function labelOf(text: string): string | null {
  if (text.length > LONGEST_LABEL) return null;
  const bold = /^(\*\*|__)(?=\S)(.*\S)\1\s*[:：]?$/.exec(text)?.[2];
  const named = bold ?? /^(.*\S)\s*[:：]$/.exec(text)?.[1];
  return named === undefined
    ? null
    : withoutEmphasis(named)
        .replace(/\s*[:：]$/, "")
        .trim();
}

/** Words of a heading: no emphasis, no number or sign before it, nothing in brackets behind it. */
export function plainHeading(text: string): string {
  if (text.length > LONGEST) return text;
  return withoutEmphasis(text)
    .normalize("NFKC")
    .replace(/\([^()]*\)\s*$/, "")
    .replace(/^\s*[一二三四五六七八九十]+[、.]/, "")
    .replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, "");
}

export function withoutEmphasis(text: string): string {
  if (text.length > LONGEST) return text;
  return text
    .replace(/(\*\*|__|`)(?=\S)([^\r\n]*?\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^\r\n*_]*?\S)\1(?![\p{L}\p{N}*_])/gu, "$2");
}
