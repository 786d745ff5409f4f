// Front matter: the YAML (`---`), TOML (`+++`) or JSON (`{`) head of a page, as Hugo, Jekyll, Astro and
// Obsidian write it. Found before the Markdown parser runs, since a block parser cannot go back.

import { parse as parseToml } from "smol-toml";
import { parseDocument } from "yaml";
import type { Diagnostic, LineIndex, Tongue } from "../base/index.ts";
import { say } from "./messages.ts";
import type { FrontMatter, Range } from "./structure.ts";

const YAML_LINE = /^(\s*$|\s*#|\s*-(\s|$)|\s+\S|["']?[\w.$@-][\w .$@/-]*["']?\s*:(\s|$)|[}\]])/u;

/**
 * Finds and reads the front matter. A head that is opened but never closed, or that is no mapping, is
 * a diagnostic; then the text is read as a page without front matter, or with an empty one.
 */
export function readFrontMatter(
  text: string,
  lines: LineIndex,
  tongue: Tongue,
): { frontMatter: FrontMatter | null; diagnostics: Diagnostic[] } {
  const bom = text.startsWith("\ufeff") ? 1 : 0;
  const first = lines.line(1).slice(bom).trimEnd();
  if (first === "---") return readFenced("yaml", "---", bom, lines, tongue);
  if (first === "+++") return readFenced("toml", "+++", bom, lines, tongue);
  if (first.startsWith("{") && !/^\{[{%]/.test(first)) return readJson(bom, lines, tongue);
  return { frontMatter: null, diagnostics: [] };
}

type Found = ReturnType<typeof readFrontMatter>;

function readFenced(
  format: "yaml" | "toml",
  fence: string,
  bom: number,
  lines: LineIndex,
  tongue: Tongue,
): Found {
  let close = 0;
  for (let line = 2; line <= lines.count && close === 0; line++) {
    const text = lines.line(line).trimEnd();
    if (text === fence || (format === "yaml" && text === "...")) close = line;
  }
  const unclosed: Found = {
    frontMatter: null,
    diagnostics: [
      { line: 1, column: 1, code: "front-matter-unclosed", ...say(tongue).frontMatterUnclosed(fence) },
    ],
  };
  if (close === 0) return looksLikeFields(lines, 2, Math.min(lines.count, 4)) ? unclosed : nothing();
  const range: Range = { from: bom, to: lines.start(close + 1) };
  const body = lines.text.slice(lines.start(2), lines.start(close));
  const parsed = format === "yaml" ? parseYaml(body) : parseTomlBody(body);
  if (parsed.data !== null) {
    return { frontMatter: { ...range, format, lines: close, data: parsed.data }, diagnostics: [] };
  }
  // A rule further down may have closed a head that was never finished.
  if (!looksLikeFields(lines, 2, close - 1)) {
    return looksLikeFields(lines, 2, 2) ? unclosed : nothing();
  }
  return {
    frontMatter: { ...range, format, lines: close, data: {} },
    diagnostics: [
      {
        line: Math.max(1, Math.min(close - 1, 1 + parsed.line)),
        column: parsed.column,
        code: "front-matter-invalid",
        ...say(tongue).frontMatterInvalid(format.toUpperCase(), parsed.problem),
      },
    ],
  };
}

function nothing(): Found {
  return { frontMatter: null, diagnostics: [] };
}

function looksLikeFields(lines: LineIndex, first: number, last: number): boolean {
  if (last < first) return true;
  let fields = 0;
  for (let line = first; line <= last; line++) {
    const text = lines.line(line);
    if (!YAML_LINE.test(text) && !/^\s*[\w."'-]+\s*=/.test(text) && !/^\[.*\]\s*$/.test(text)) return false;
    if (/^\s*[\w."'-]+\s*[:=]/.test(text)) fields++;
  }
  return fields > 0;
}

interface Parsed {
  data: Record<string, unknown> | null;
  line: number;
  column: number;
  problem: string;
}

function parseYaml(body: string): Parsed {
  const document = parseDocument(body, { logLevel: "silent", strict: false, uniqueKeys: false });
  const error = document.errors[0];
  if (error !== undefined) {
    const at = error.linePos?.[0];
    return { data: null, line: at?.line ?? 1, column: at?.col ?? 1, problem: firstSentence(error.message) };
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (problem) {
    return { data: null, line: 1, column: 1, problem: firstSentence(String(problem)) };
  }
  if (data === null || data === undefined) return { data: {}, line: 1, column: 1, problem: "" };
  if (typeof data !== "object" || Array.isArray(data))
    return { data: null, line: 1, column: 1, problem: "not a mapping" };
  return { data: data as Record<string, unknown>, line: 1, column: 1, problem: "" };
}

function parseTomlBody(body: string): Parsed {
  try {
    return { data: parseToml(body) as Record<string, unknown>, line: 1, column: 1, problem: "" };
  } catch (problem) {
    const at = problem as { line?: number; column?: number; message: string };
    return { data: null, line: at.line ?? 1, column: at.column ?? 1, problem: firstSentence(at.message) };
  }
}

/** JSON front matter as in Hugo: an object that starts the file and ends where its braces balance. */
function readJson(bom: number, lines: LineIndex, tongue: Tongue): Found {
  const text = lines.text;
  let depth = 0;
  let inString = false;
  for (let at = bom; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === "\\") at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) {
      const close = lines.lineAt(at);
      if (text.slice(at + 1, lines.end(close)).trim() !== "") return nothing();
      try {
        const data = JSON.parse(text.slice(bom, at + 1)) as Record<string, unknown>;
        return {
          frontMatter: { from: bom, to: lines.start(close + 1), format: "json", lines: close, data },
          diagnostics: [],
        };
      } catch (problem) {
        if (!/^\{\s*"/.test(text.slice(bom))) return nothing();
        return {
          frontMatter: { from: bom, to: lines.start(close + 1), format: "json", lines: close, data: {} },
          diagnostics: [
            {
              line: 1,
              column: 1,
              code: "front-matter-invalid",
              ...say(tongue).frontMatterInvalid("JSON", firstSentence(String(problem))),
            },
          ],
        };
      }
    }
  }
  if (!/^\{\s*"/.test(text.slice(bom))) return nothing();
  return {
    frontMatter: null,
    diagnostics: [
      { line: 1, column: 1, code: "front-matter-unclosed", ...say(tongue).frontMatterUnclosed("}") },
    ],
  };
}

function firstSentence(message: string): string {
  return (message.split("\n")[0] ?? "")
    .replace(/^\w*Error: /, "")
    .replace(/ at line \d+, column \d+:?$/, "")
    .trim();
}
