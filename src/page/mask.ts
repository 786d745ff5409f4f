// Before the Markdown parser runs, what it should not read is blanked out: front matter, comments, shortcodes,
// raw template blocks. The masked text has the same length and the same lines, so every offset stays true.

import type { Diagnostic, LineIndex, Tongue } from "../base/index.ts";
import { say } from "./messages.ts";
import { referenceName } from "./reference.ts";
import type { Range } from "./structure.ts";

/** Deeper lists than this are left alone. */
const MAX_NESTING = 60;
/** In longer lines inline marks are not read: the parser needs time quadratic in the marks of a paragraph. */
const MAX_MARKED_LINE = 20_000;

/** Shortcodes whose body is not Markdown: code, diagrams, embedded HTML. */
const RAW_SHORTCODES =
  "highlight|mermaid|math|katex|latex|chart|echarts|raw|rawhtml|html|script|style|css|code|tabs-code|typeit|asciinema|d2|plantuml|goat|graphviz|vega|music|gallery";
const RAW_LIQUID = "raw|comment|highlight|javascript|style|for|capture|schema|codeblock|math";

/** Regions that are kept byte for byte and not looked into. */
const REGIONS: readonly {
  open: RegExp;
  close: (opened: RegExpExecArray) => RegExp;
  unclosed: "comment" | "line";
}[] = [
  { open: /<!--/y, close: () => /-->/g, unclosed: "comment" },
  { open: /%%(?=\s|\w|[^\x00-\x7f])/y, close: () => /%%/g, unclosed: "line" },
  { open: /\{\/\*/y, close: () => /\*\/\}/g, unclosed: "line" },
  {
    open: new RegExp(`\\{\\{[<%]\\s*(${RAW_SHORTCODES})\\b[^\\n]*?[>%]\\}\\}`, "y"),
    close: (opened) => new RegExp(`\\{\\{[<%]\\s*/\\s*${opened[1]}\\s*[>%]\\}\\}`, "g"),
    unclosed: "line",
  },
  {
    open: new RegExp(`\\{%-?\\s*(${RAW_LIQUID})\\b[^\\n]*?%\\}`, "y"),
    close: (opened) => new RegExp(`\\{%-?\\s*end${opened[1]}\\s*-?%\\}`, "g"),
    unclosed: "line",
  },
  { open: /\{\{[<%](?=[^\n]*[>%]\}\})/y, close: () => /[>%]\}\}/g, unclosed: "line" },
  { open: /\{%(?=[^\n]*%\})/y, close: () => /%\}/g, unclosed: "line" },
];

/** Stands for what was blanked out inside a line that has other text: neither a blank nor a letter. */
export const FILLER = "\u0001";

const TAG_LINE =
  /^[ \t]*(?:\{\{[<%](?:(?!\}\}).)*[>%]\}\}[ \t]*)+$|^[ \t]*(?:\{%(?:(?!%\}).)*%\}[ \t]*)+$|^[ \t]*\{\/\*.*\*\/\}[ \t]*$/;
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/;

export interface Masked {
  text: string;
  diagnostics: Diagnostic[];
}

/** Blanks out front matter, comments, shortcodes and raw blocks, and tames hostile lines. */
export function maskText(lines: LineIndex, frontMatter: Range | null, tongue: Tongue): Masked {
  const { text } = lines;
  const diagnostics: Diagnostic[] = [];
  const ranges: Range[] = [];
  const replaced: { at: number; by: string }[] = [];
  if (frontMatter !== null) ranges.push(frontMatter);
  // A byte-order mark becomes a blank line of the parser's own: a blank would indent the first list.
  if (text.startsWith("\ufeff")) replaced.push({ at: 0, by: "\n" });
  const firstLine = frontMatter === null ? 1 : lines.lineAt(Math.max(0, frontMatter.to - 1)) + 1;
  let fence: { marker: string; line: number } | null = null;
  let skipUntil = 0;
  let deep = false;
  for (let line = firstLine; line <= lines.count; line++) {
    const start = lines.start(line);
    const end = lines.end(line);
    if (end <= skipUntil) continue;
    const content = text.slice(start, end);
    const fenced: RegExpExecArray | null =
      fence === null ? FENCE.exec(content) : closingFence(content, fence.marker);
    if (fence !== null) {
      if (fenced !== null) fence = null;
      continue;
    }
    if (fenced !== null && start >= skipUntil && !(fenced[1]![0] === "`" && fenced[2]!.includes("`"))) {
      fence = { marker: fenced[1]!, line };
      continue;
    }
    if (TAG_LINE.test(content) && !hasRawOpening(content)) {
      ranges.push({ from: start, to: end });
      continue;
    }
    if (content.length > MAX_MARKED_LINE) {
      diagnostics.push({
        line,
        column: 1,
        code: "line-too-long",
        ...say(tongue).lineTooLong(MAX_MARKED_LINE),
      });
      const tamed = content.slice(0, 200) + content.slice(200).replace(/[*_~`[\]<>!\\&:@]/g, ".");
      replaced.push({ at: start, by: tamed });
    }
    if (isTooDeep(content)) {
      if (!deep)
        diagnostics.push({ line, column: 1, code: "nesting-too-deep", ...say(tongue).tooDeep(MAX_NESTING) });
      deep = true;
      ranges.push({ from: start, to: end });
      continue;
    }
    skipUntil = maskRegions(text, Math.max(start, skipUntil), end, ranges, (at) => {
      const place = lines.lineAt(at);
      diagnostics.push({
        line: place,
        column: lines.columnAt(at),
        code: "comment-unclosed",
        ...say(tongue).commentUnclosed(),
      });
    });
  }
  if (fence !== null) {
    diagnostics.push({
      line: fence.line,
      column: 1,
      code: "fence-unclosed",
      ...say(tongue).fenceUnclosed(fence.marker),
    });
  }
  return { text: tameBrackets(paint(text, ranges, replaced)), diagnostics };
}

function closingFence(content: string, marker: string): RegExpExecArray | null {
  return new RegExp(`^[ \\t>]*(\\${marker[0]}{${marker.length},})[ \\t]*$`).exec(content);
}

function hasRawOpening(content: string): boolean {
  return new RegExp(`\\{\\{[<%]\\s*(${RAW_SHORTCODES})\\b|\\{%-?\\s*(${RAW_LIQUID})\\b`).test(content);
}

function isTooDeep(content: string): boolean {
  const head = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(content)![0];
  const columns = head.replace(/\t/g, "    ").length;
  const marks = head.match(/[-*+.)>]/g)?.length ?? 0;
  return (columns > MAX_NESTING * 6 && /^\s*([-*+]|\d+[.)])\s/.test(content)) || marks > MAX_NESTING;
}

/** Masks the regions that open in this line; returns where the last one ends. */
function maskRegions(
  text: string,
  start: number,
  end: number,
  ranges: Range[],
  unclosed: (at: number) => void,
): number {
  let code: string | null = null;
  let at = start;
  while (at < end) {
    const character = text[at]!;
    if (character === "`") {
      const run = /`+/y;
      run.lastIndex = at;
      const ticks = run.exec(text)![0];
      if (code === null) {
        const closing = text.indexOf(ticks, at + ticks.length);
        if (closing !== -1 && closing < end) code = ticks;
      } else if (ticks === code) code = null;
      at += ticks.length;
      continue;
    }
    if (code !== null || (character !== "<" && character !== "{" && character !== "%")) {
      at++;
      continue;
    }
    const to = regionEnd(text, at, end, unclosed);
    if (to === null) {
      at++;
      continue;
    }
    ranges.push({ from: at, to });
    at = to;
  }
  return at;
}

function regionEnd(text: string, at: number, lineEnd: number, unclosed: (at: number) => void): number | null {
  for (const region of REGIONS) {
    region.open.lastIndex = at;
    const opened = region.open.exec(text);
    if (opened === null) continue;
    const close = region.close(opened);
    close.lastIndex = at + opened[0].length;
    const closed = close.exec(text);
    if (closed !== null) return closed.index + closed[0].length;
    if (region.unclosed === "comment") {
      unclosed(at);
      return text.length;
    }
    return at + opened[0].length > lineEnd ? null : at + opened[0].length;
  }
  return null;
}

/** Brackets without a definition are text to CommonMark; the parser would take them for links, and not see links around them. */
function tameBrackets(text: string): string {
  if (!text.includes("[")) return text;
  const defined = new Set(
    [...text.matchAll(/^ {0,3}\[([^\]\n]+)\]:/gm)].map((match) => referenceName(match[1]!)),
  );
  return text.replace(
    /(?<!\[|\]|\\)\[(?!\^)([^[\]\n]{2,})\](?![([:\]])|(?<=\[[^[\]\n]*)\[(?!\^)([^[\]\n]+)\](?![([:])(?=[^[\]\n]*\]\()/g,
    (match, outer?: string, inner?: string) =>
      defined.has(referenceName(outer ?? inner ?? "")) ? match : `${BRACKET}${match.slice(1, -1)}${BRACKET}`,
  );
}

/** Stands for a bracket that opens or closes no link. */
const BRACKET = "\u0002";

/** The text with the ranges blanked and every line end as LF; length and lines stay. */
function paint(
  text: string,
  ranges: readonly Range[],
  replaced: readonly { at: number; by: string }[],
): string {
  let out = "";
  let at = 0;
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    if (range.to <= at) continue;
    const from = Math.max(at, range.from);
    const inLine =
      !/[\r\n]/.test(text.slice(from, range.to)) && /^[^\S\r\n]*[^\s]/.test(text.slice(range.to));
    out += text.slice(at, from) + text.slice(from, range.to).replace(/[^\r\n]/g, inLine ? FILLER : " ");
    at = range.to;
  }
  out += text.slice(at);
  for (const { at: place, by } of replaced) out = out.slice(0, place) + by + out.slice(place + by.length);
  return out.includes("\r") ? out.replace(/\r\n/g, " \n").replace(/\r/g, "\n") : out;
}
