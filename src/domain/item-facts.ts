// The text of an item's private file, `items/SLUG.md`: its front matter holds the item's title path, former ones, and what
// the person says about it (estimate, due, pin, hard); below it stand notes. Fields are read and spliced line by line: all else
// in the file stays as it is.

import {
  dominantLineEnd,
  formatDuration,
  type LocalDate,
  parseDurationMin,
  parseLocalDate,
} from "../base/index.ts";
import { diffTexts, type Patch } from "../page/index.ts";
import { recallHeading } from "./recall/recall-words.ts";

export const ITEMS_FOLDER = "items";

/** What a person says about an item in private. */
export interface ItemFacts {
  file: string;
  /** Title path. */
  title: string;
  former: string[];
  /** As written, such as `8h` (a limit) or `1h30m+` (a floor). */
  estimate: string | null;
  /** The estimate in minutes; null also where it cannot be understood. */
  estimateMin: number | null;
  estimateKind: EstimateKind | null;
  due: LocalDate | null;
  pinned: boolean;
  /** How much it wants the best hours. */
  hard: Hardness | null;
  /** On which day the person said to leave it as it stands, untouched for long. */
  left: LocalDate | null;
}

/** Work is done within a limit; study goes on for a floor at least. */
export type EstimateKind = "limit" | "floor";
export type Hardness = 0 | 1 | 2 | 3;

/** Null where the file names no item. */
export function readFacts(file: string, text: string): ItemFacts | null {
  const fields = readFields(text);
  const title = fields.get("title")?.[0];
  if (title === undefined || title === "") return null;
  const estimate = fields.get("estimate")?.[0] || null;
  const read = readEstimate(estimate ?? "");
  return {
    file,
    title,
    former: fields.get("former") ?? [],
    estimate,
    estimateMin: read?.min ?? null,
    estimateKind: read?.kind ?? null,
    due: parseLocalDate(fields.get("due")?.[0] ?? ""),
    pinned: fields.get("pin")?.[0] === "true",
    hard: readHardness(fields.get("hard")?.[0] ?? ""),
    left: parseLocalDate(fields.get("left")?.[0] ?? ""),
  };
}

const FLOOR_BEFORE = /^(?:at least|min(?:imum|\.)?(?![a-z])|>=?|≥|至少|最少|不少于|起码)\s*/i;
const FLOOR_BEHIND = /(?:\+|at least|or more|以上|起)$/i;
const LIMIT_BEFORE = /^(?:at most|up to|no more than|max(?:imum|\.)?|<=?|≤|最多|至多|不超过)\s*/i;

/** `8h` is a limit, `8h+`, `at least 8h` and `至少 8 小时` are floors; null where it is no duration. */
export function readEstimate(text: string): { min: number; kind: EstimateKind } | null {
  const plain = text.normalize("NFKC").trim();
  const limit = plain.replace(LIMIT_BEFORE, "");
  const isLimit = limit !== plain;
  const length = isLimit ? limit : plain.replace(FLOOR_BEFORE, "").replace(FLOOR_BEHIND, "");
  const min = parseDurationMin(length);
  return min === null ? null : { min, kind: isLimit || length === plain ? "limit" : "floor" };
}

/** As it is written into the file: `1h30m`, `8h+`. */
export function formatEstimate({ min, kind }: { min: number; kind: EstimateKind }): string {
  return `${formatDuration(min)}${kind === "floor" ? "+" : ""}`;
}

function readHardness(text: string): Hardness | null {
  return /^[0-3]$/.test(text) ? (Number(text) as Hardness) : null;
}

interface Head {
  /** Offset of the first line behind the opening `---`. */
  from: number;
  /** Offset of the closing `---`. */
  to: number;
}

function headOf(text: string): Head | null {
  const open = /^\ufeff?---[ \t]*(?:\r\n|\n)/.exec(text);
  if (open === null) return null;
  const close = /^---[ \t]*(?:\r?$|\n|\r\n)/m.exec(text.slice(open[0].length));
  return close === null ? null : { from: open[0].length, to: open[0].length + close.index };
}

/** The fields of the front matter: a scalar as a list of one. The YAML that nunc writes, and what people usually make of it. */
function readFields(text: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  const head = headOf(text);
  if (head === null) return fields;
  let values: string[] = [];
  for (const line of text.slice(head.from, head.to).split(/\r?\n/)) {
    const field = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/.exec(line);
    const entry = /^[ \t]*-[ \t]+(.*)$/.exec(line);
    if (field !== null) {
      values = readScalars(field[2] ?? "");
      fields.set(field[1]!, values);
    } else if (entry !== null) values.push(...readScalars(entry[1]!));
  }
  return fields;
}

function readScalars(text: string): string[] {
  const value = text.trim();
  if (value === "" || value.startsWith("#")) return [];
  if (value.startsWith('"')) {
    const quoted = /^"(?:[^"\\]|\\.)*"/.exec(value);
    try {
      return quoted === null ? [value] : [String(JSON.parse(quoted[0]))];
    } catch {
      return [value];
    }
  }
  if (value.startsWith("'")) return [/^'((?:[^']|'')*)'/.exec(value)?.[1]?.replaceAll("''", "'") ?? value];
  if (value.startsWith("[") && value.endsWith("]")) {
    const inner = value.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+/g) ?? [];
    return inner.flatMap(readScalars);
  }
  return [value.replace(/(?<=\s)#.*$/, "").trimEnd()];
}

/** A string as a YAML scalar: plain where it can be, else double-quoted (a JSON string is one). */
export function yamlScalar(value: string): string {
  const plain = /^[\p{L}\p{N}_][^:#\n\r"'\\]*$/u.test(value) && !/\s$/.test(value);
  const special = /^(true|false|yes|no|on|off|null|none|\d[\d_.,eE+:-]*)$/i.test(value);
  return plain && !special ? value : JSON.stringify(value);
}

/** Sets a field, or with null takes it out. All other lines stay. */
export function setFieldPatches(text: string, key: string, value: string | string[] | null): Patch[] {
  const lineEnd = text === "" ? "\n" : dominantLineEnd(text);
  const written = value === null ? "" : writeField(key, value, lineEnd);
  const head = headOf(text);
  if (head === null) {
    if (value === null) return [];
    const bom = text.startsWith("\ufeff") ? 1 : 0;
    const gap = text.length > bom ? lineEnd : "";
    return [{ from: bom, to: bom, insert: `---${lineEnd}${written}---${lineEnd}${gap}` }];
  }
  const body = text.slice(head.from, head.to);
  const field = new RegExp(
    `^${key}[ \\t]*:[^\\n]*(?:\\n|$)(?:[ \\t]+[^\\n]*(?:\\n|$)|-[ \\t][^\\n]*(?:\\n|$))*`,
    "m",
  ).exec(body);
  if (field === null) return value === null ? [] : [{ from: head.to, to: head.to, insert: written }];
  const from = head.from + field.index;
  return [{ from, to: from + field[0].length, insert: written }];
}

/** What stands below the front matter and above the recall cards, without the blank lines around it. */
export function itemNotes(text: string): string {
  const { from, to } = notesRange(text);
  return text.slice(from, to);
}

/** Where the notes stand, or where they would; `next` is where the recall cards begin, or the end of the text. */
function notesRange(text: string): { from: number; to: number; next: number } {
  const head = headOf(text);
  const start = head === null ? (text.startsWith("\ufeff") ? 1 : 0) : head.to;
  const line = head === null ? "" : /^[^\n]*(?:\n|$)/.exec(text.slice(start))![0];
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(start + line.length))![0];
  const from = start + line.length + blank.length;
  const next = Math.max(from, cardsStart(text, from));
  return { from, to: from + text.slice(from, next).trimEnd().length, next };
}

/** Where a section of cards begins that goes on to the end. */
function cardsStart(text: string, from: number): number {
  let found: { at: number; level: number } | null = null;
  for (const heading of text.matchAll(/^ {0,3}(#{1,6})[ \t]+(.*)$/gm)) {
    if (heading.index < from) continue;
    const level = heading[1]!.length;
    if (found !== null && level <= found.level) found = null;
    if (found === null && recallHeading(heading[2]!) !== null) found = { at: heading.index, level };
  }
  return found?.at ?? text.length;
}

/**
 * Other notes. Lines end as the file's do; front matter, recall cards and lines that are the same in both stay untouched.
 * @param notes with `\n`; empty takes them away
 */
export function itemNotesPatches(text: string, notes: string): Patch[] {
  const lineEnd = text === "" ? "\n" : dominantLineEnd(text);
  const { from, to, next } = notesRange(text);
  const before = text.slice(from, to);
  const wanted = notes.trimEnd().replace(/^(?:[ \t]*\r?\n)+/, "");
  if (wanted === before.replaceAll(/\r\n?/g, "\n")) return [];
  if (wanted === "") return [{ from, to: next, insert: "" }];
  const written = wanted.replaceAll("\n", lineEnd);
  if (before !== "")
    return diffTexts(before, written).map((patch) => ({
      ...patch,
      from: from + patch.from,
      to: from + patch.to,
    }));
  // Behind the front matter and before the cards there is a blank line.
  const above = text.slice(0, from);
  const gap =
    above === "" || /\n[ \t]*\r?\n$/.test(above) ? "" : above.endsWith("\n") ? lineEnd : lineEnd + lineEnd;
  const behind = next < text.length ? lineEnd + lineEnd : lineEnd;
  return [{ from, to: next, insert: `${gap}${written}${behind}` }];
}

function writeField(key: string, value: string | string[], lineEnd: string): string {
  if (typeof value === "string") return `${key}: ${value}${lineEnd}`;
  return `${key}:${lineEnd}${value.map((one) => `  - ${yamlScalar(one)}${lineEnd}`).join("")}`;
}
