// How a note's lines look, so that new ones look alike: bullet, indent, the dash between times, line end, language.

import { dominantLineEnd, type Tongue } from "../../base/index.ts";
import type { BlockKind, BlockState, DayPart } from "./day.ts";
import type { DayLayout } from "./day-read.ts";
import type { ScanEntry } from "./day-scan.ts";
import { DAY_HEADINGS, keywordText, PIN } from "./day-words.ts";

/** What a new line copies from a neighbour. */
export interface LineStyle {
  indent: string;
  /** Marker with the blanks behind it: `- `, `*  `, `3. `. */
  bullet: string;
  /** What stands between start and end: ` - `, `-`, ` – `. */
  dash: string;
  /** What indents the lines below. */
  belowIndent: string;
}

export interface NoteStyle {
  lineEnd: string;
  tongue: Tongue;
  /** Of the parts' headings. */
  level: number;
  /** Whether a blank line stands before a heading, and behind it. */
  gapBefore: boolean;
  gapAfter: boolean;
}

const PLAIN_DASH = " - ";

export function noteStyleOf(layout: DayLayout, tongue: Tongue): NoteStyle {
  const { scan, timed, checks } = layout;
  const { text } = layout.note;
  const first = scan.parts[0];
  const keyword = [...timed, ...checks].find((line) => line.keyword !== null)?.keyword;
  const bodyFrom = scan.head?.to ?? 0;
  const later = scan.parts.filter((part) => text.slice(bodyFrom, part.headingFrom).includes("\n"));
  const isBlankBefore = (at: number) =>
    /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)$/.test(text.slice(Math.max(0, at - 80), at));
  return {
    lineEnd: text === "" ? "\n" : dominantLineEnd(text),
    tongue: first?.tongue ?? keyword?.tongue ?? tongue,
    level: first?.level ?? 2,
    gapBefore:
      first === undefined ? hasBody(text, bodyFrom) : later.some((part) => isBlankBefore(part.headingFrom)),
    gapAfter: scan.parts.some((part) => part.end > part.from && /^[ \t]*[\r\n]/.test(text.slice(part.from))),
  };
}

/** Whether anything stands behind the front matter. */
function hasBody(text: string, from: number): boolean {
  return (
    text
      .slice(from)
      .replace(/^\ufeff|^(?:---|\+\+\+)[ \t]*(?=[\r\n]|$)/, "")
      .trim() !== ""
  );
}

/** @param near the line beside which a new one is written; its list is continued */
export function lineStyleOf(layout: DayLayout, part: DayPart, near: ScanEntry | null): LineStyle {
  const { text } = layout.note;
  const entries = [...layout.timed, ...layout.checks].map(({ entry }) => entry);
  const model = near ?? entries.find((entry) => entry.part === part) ?? entries[0] ?? null;
  const indent = model === null ? "" : text.slice(model.from, model.marker);
  const marker = model === null ? "-" : /^(?:[-*+]|\d+[.)])/.exec(text.slice(model.marker))![0];
  const blanks =
    model === null ? " " : /^[ \t]*/.exec(text.slice(model.marker + marker.length, model.lineTo))![0];
  const bullet = `${marker}${blanks === "" ? " " : blanks}`;
  const below = entries.find((entry) => entry.below !== null && entry.indent === (model?.indent ?? 0));
  const belowIndent =
    below === undefined
      ? `${indent}${blanks.includes("\t") || indent.includes("\t") ? "\t" : " ".repeat(Math.min(bullet.length, 4))}`
      : /^[ \t]*/.exec(text.slice(below.belowFrom))![0];
  return { indent, bullet, dash: dashNear(layout, part, near), belowIndent: belowIndent || `${indent}  ` };
}

function dashNear({ timed, note }: DayLayout, part: DayPart, near: ScanEntry | null): string {
  const withEnd = timed.filter(({ span }) => span.end !== null);
  const model =
    withEnd.find(({ entry }) => entry === near) ??
    withEnd.find(({ entry }) => entry.part === part) ??
    withEnd[0];
  return model === undefined ? PLAIN_DASH : note.text.slice(model.span.start.to, model.span.endFrom);
}

/** `3. ` after `2. `; other bullets stay. */
export function nextBullet(bullet: string): string {
  return bullet.replace(/^\d+/, (number) => String(Number(number) + 1));
}

export function headingLine(part: DayPart, { level, tongue }: NoteStyle): string {
  return `${"#".repeat(level)} ${DAY_HEADINGS[part][tongue]}`;
}

const BOXES: Readonly<Record<BlockState, string>> = { planned: " ", done: "x", moved: ">", dropped: "-" };

export function boxOf(state: BlockState): string {
  return BOXES[state];
}

/** What stands behind the times of a block or record. `joint` keeps a text apart that would be read as part of the time. */
export function contentText(
  kind: BlockKind,
  text: string,
  pinned: boolean,
  tongue: Tongue,
  joint: string,
): string {
  const words = kind === "work" ? (text === "" ? "" : `${joint}${text}`) : keywordText(kind, text, tongue);
  return [words, pinned ? PIN : ""].filter((part) => part !== "").join(" ");
}
