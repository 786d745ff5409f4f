// Whole lines put into an outline, or taken out: what edits of conditions.md, goals.md and cards have in common. Line ends are
// the text's own; a byte order mark and a last line that is not ended are minded. Nothing is understood here.

import { dominantLineEnd, LineIndex } from "../base/index.ts";
import type { Patch, Range } from "../page/index.ts";

/** The line end that new lines get. */
export function lineEndFor(text: string): string {
  return text === "" ? "\n" : dominantLineEnd(text);
}

export function lineOf(text: string, line: number): string {
  return new LineIndex(text).line(line);
}

/** Whether the line before an offset is not ended yet. */
export function isUnended(text: string, at: number): boolean {
  return at > 0 && !/[\r\n\ufeff]$/.test(text.slice(0, at));
}

/** One or more whole lines at the beginning of a line, or at the end of a text that does not end its last line. */
export function lineAt(text: string, at: number, lines: string): Patch {
  const end = lineEndFor(text);
  return { from: at, to: at, insert: `${isUnended(text, at) ? end : ""}${lines}${end}` };
}

/** Lines with a blank line before and behind them, where there is none. `block` ends its last line. */
export function blockAt(text: string, at: number, block: string): Patch {
  const end = lineEndFor(text);
  const before = text.slice(0, at).replace(/^\ufeff/, "");
  const behind = text.slice(at);
  const isApart = before === "" || /(?:\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(before);
  const gap = `${isUnended(text, at) ? end : ""}${isApart ? "" : end}`;
  const tail = behind === "" || /^[ \t]*(?:\r\n|\n|\r|$)/.test(behind) ? "" : end;
  return { from: at, to: at, insert: `${gap}${block}${tail}` };
}

/** The lines of an entry, `range`; a blank line that would stand twice goes with them. */
export function wholeRange(text: string, { line, range }: { line: number; range: Range }): Range {
  const lines = new LineIndex(text);
  const { from, to } = range;
  const isBlank = (at: number): boolean => at >= 1 && at <= lines.count && /^[ \t]*$/.test(lines.line(at));
  const next = to >= text.length ? lines.count + 1 : lines.lineAt(to);
  return isBlank(line - 1) && isBlank(next) ? { from, to: lines.start(next + 1) } : { from, to };
}
