// The text of a review, `reviews/NAME.md`: what its template gave, below a front matter that says what was generated. A part is
// known again by its number of lines and their hash, wherever it stands: what still reads as it was written may be renewed, all
// else is the person's and stays byte for byte.

import { dominantLineEnd, type Tongue } from "../../base/index.ts";
import { setFieldPatches } from "../item-facts.ts";
import { hashText } from "../life/life-id.ts";
import type { DayRange } from "../report/range.ts";
import { type FilledPart, PART_NAMES, type PartName, REVIEWS_FOLDER } from "./template.ts";

export function reviewFile({ name }: Pick<DayRange, "name">): string {
  return `${REVIEWS_FOLDER}/${name}.md`;
}

/** One generated part as the front matter remembers it. */
interface Mark {
  name: PartName;
  lines: number;
  hash: string;
}

/** A new review. `written`: ISO with offset; `tongue`: the language of its parts. */
export function writeReview(
  pieces: readonly (string | FilledPart)[],
  { name, from, to }: DayRange,
  written: string,
  tongue: Tongue,
): string {
  const marks = pieces.filter((piece) => typeof piece !== "string").map(markOf);
  const body = pieces.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("\n");
  const head = [
    "---",
    `range: ${name}`,
    `from: ${from}`,
    `to: ${to}`,
    `written: ${written}`,
    `language: ${tongue}`,
    "generated:",
    ...marks.map((mark) => `  - ${formatMark(mark)}`),
    "---",
    "",
  ];
  return `${head.join("\n")}\n${body.replace(/\s+$/, "")}\n`;
}

export interface Renewed {
  text: string;
  /** Parts that say something new now. */
  renewed: PartName[];
  /** Parts that were edited since, or taken out: they stay as they are. */
  edited: PartName[];
}

/**
 * A review as it was left, with the parts renewed that were not touched since they were written. Where nothing is new, the
 * text is the same.
 */
export function renewReview(
  text: string,
  parts: Readonly<Record<PartName, string>>,
  written: string,
): Renewed {
  const marks = readMarks(text);
  const eol = text === "" ? "\n" : dominantLineEnd(text);
  const lines = splitLines(text);
  const bodyFrom = bodyStart(lines);
  const taken: { from: number; to: number; mark: Mark; at: number }[] = [];
  let cursor = bodyFrom;
  marks.forEach((mark, at) => {
    const isFree = (from: number): boolean =>
      taken.every((other) => from + mark.lines <= other.from || from >= other.to) &&
      !(mark.name === "questions" && isAnswered(lines, from + mark.lines));
    const from = findLines(lines, mark, cursor, isFree) ?? findLines(lines, mark, bodyFrom, isFree);
    if (from === null) return;
    taken.push({ from, to: from + mark.lines, mark, at });
    cursor = from + mark.lines;
  });
  const renewed: PartName[] = [];
  const now = [...marks];
  let changed = lines;
  for (const { from, to, mark, at } of [...taken].sort((a, b) => b.from - a.from)) {
    const fresh = parts[mark.name];
    const next = markOf({ name: mark.name, text: fresh });
    if (next.hash === mark.hash && next.lines === mark.lines) continue;
    renewed.push(mark.name);
    now[at] = next;
    const ending = /(?:\r\n|\r|\n)?$/.exec(changed[to - 1] ?? "")![0];
    const rows = fresh.split("\n");
    const written = rows.map((row, index) => row + (index < rows.length - 1 ? eol : ending));
    changed = [...changed.slice(0, from), ...written, ...changed.slice(to)];
  }
  const edited = marks.filter((_, at) => taken.every((one) => one.at !== at)).map(({ name }) => name);
  if (renewed.length === 0) return { text, renewed, edited };
  let result = changed.join("");
  const fields: [string, string | string[]][] = [
    ["written", written],
    ["generated", now.map(formatMark)],
  ];
  for (const [key, value] of fields)
    for (const { from, to, insert } of setFieldPatches(result, key, value))
      result = result.slice(0, from) + insert + result.slice(to);
  return { text: result, renewed: renewed.reverse(), edited };
}

/** What stands below the last question is its answer, up to the next heading. */
function isAnswered(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from).find((line) => line.trim() !== "");
  return next !== undefined && !/^#{1,6}[ \t]/.test(next);
}

/** Whether a text says that it is a review of this range: another file of that name is not touched. */
export function isReviewOf(text: string, { from, to }: Pick<DayRange, "from" | "to">): boolean {
  const head = splitLines(text)
    .slice(0, bodyStart(splitLines(text)))
    .join("");
  return (
    new RegExp(`^from:[ \\t]*["']?${from}`, "m").test(head) &&
    new RegExp(`^to:[ \\t]*["']?${to}`, "m").test(head)
  );
}

/** The language of a review that was written; null where it does not say. */
export function reviewTongue(text: string): Tongue | null {
  const lines = splitLines(text);
  const head = lines.slice(0, bodyStart(lines)).join("");
  const said = /^language:[ \t]*["']?(en|zh)\b/m.exec(head)?.[1];
  return said === undefined ? null : (said as Tongue);
}

/** The text below the front matter. */
export function reviewBody(text: string): string {
  const lines = splitLines(text);
  return lines.slice(bodyStart(lines)).join("").replace(/^\s+/, "");
}

/** The text with another one below its front matter. What stands between the two stays, and a line end at its end. */
export function replaceBody(text: string, body: string): string {
  const lines = splitLines(text);
  const head = lines.slice(0, bodyStart(lines)).join("");
  const between = /^\s*/.exec(text.slice(head.length))![0];
  return `${head}${between}${body.replace(/^\s+/, "")}${/[\r\n]$/.test(body) ? "" : "\n"}`;
}

function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** Index of the first line behind the front matter. */
function bodyStart(lines: readonly string[]): number {
  if (!/^\ufeff?---[ \t]*[\r\n]/.test(lines[0] ?? "")) return 0;
  const end = lines.findIndex((line, at) => at > 0 && /^---[ \t]*[\r\n]*$/.test(line));
  return end === -1 ? 0 : end + 1;
}

function readMarks(text: string): Mark[] {
  const lines = splitLines(text);
  const head = lines.slice(0, bodyStart(lines));
  const at = head.findIndex((line) => /^generated[ \t]*:/.test(line));
  if (at === -1) return [];
  const marks: Mark[] = [];
  for (const line of head.slice(at + 1)) {
    const match = /^[ \t]*-[ \t]+["']?([a-z ]+) (\d+) ([0-9a-z]+)["']?\s*$/.exec(line);
    if (match === null) break;
    const name = PART_NAMES.find((one) => one === match[1]);
    if (name !== undefined) marks.push({ name, lines: Number(match[2]), hash: match[3]! });
  }
  return marks;
}

function formatMark({ name, lines, hash }: Mark): string {
  return `${name} ${lines} ${hash}`;
}

function markOf({ name, text }: FilledPart): Mark {
  const lines = text.split("\n");
  return { name, lines: lines.length, hash: hashLines(lines) };
}

/** Blanks at the ends of lines do not count: editors take them away. */
function hashLines(lines: readonly string[]): string {
  return hashText(lines.map((line) => line.trimEnd()).join("\n"));
}

function findLines(
  lines: readonly string[],
  mark: Mark,
  from: number,
  isFree: (from: number) => boolean,
): number | null {
  for (let at = from; at + mark.lines <= lines.length; at++)
    if (isFree(at) && hashLines(lines.slice(at, at + mark.lines)) === mark.hash) return at;
  return null;
}
