// The text of an item's private file, `items/SLUG.md`: its front matter holds the item's title path, former ones, and what
// the person says about it (estimate, due, pin); below it there is room for notes. Fields are read and spliced line by
// line: all else in the file stays as it is.

import { dominantLineEnd, type LocalDate, parseLocalDate } from "../base/index.ts";
import type { Patch } from "../page/index.ts";

export const ITEMS_FOLDER = "items";

/** What a person says about an item in private. */
export interface ItemFacts {
  file: string;
  /** Title path. */
  title: string;
  former: string[];
  /** Such as `8h` or `1h30m`. */
  estimate: string | null;
  due: LocalDate | null;
  pinned: boolean;
}

/** Null where the file names no item. */
export function readFacts(file: string, text: string): ItemFacts | null {
  const fields = readFields(text);
  const title = fields.get("title")?.[0];
  if (title === undefined || title === "") return null;
  return {
    file,
    title,
    former: fields.get("former") ?? [],
    estimate: fields.get("estimate")?.[0] || null,
    due: parseLocalDate(fields.get("due")?.[0] ?? ""),
    pinned: fields.get("pin")?.[0] === "true",
  };
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
  return [value.replace(/\s+#.*$/, "")];
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

function writeField(key: string, value: string | string[], lineEnd: string): string {
  if (typeof value === "string") return `${key}: ${value}${lineEnd}`;
  return `${key}:${lineEnd}${value.map((one) => `  - ${yamlScalar(one)}${lineEnd}`).join("")}`;
}
