// The front matter of a day note: date, zone, when the day ends, when its plan stood. YAML as people write it, and TOML;
// all other fields are left alone.

import { dominantLineEnd, offsetAt } from "../../base/index.ts";
import type { Patch } from "../../page/index.ts";
import type { DayFrame } from "./day.ts";
import type { ScanHead } from "./day-scan.ts";

export type HeadField = "date" | "zone" | "ends" | "planned";

export interface HeadValue {
  value: string;
  /** 1-based. */
  line: number;
  column: number;
  /** Offsets of what stands behind the colon, blanks left out. */
  from: number;
  to: number;
}

export type HeadValues = Partial<Record<HeadField, HeadValue>>;

const FIELD = /^[ \t]*(date|zone|ends|planned)[ \t]*[:=][ \t]*([^\r\n]*)/;

const LINE_END = /\r\n|\r|\n/g;

/** The fields of a day; a value is read without quotes and comment. */
export function readHead(text: string, head: ScanHead | null): HeadValues {
  const found: HeadValues = {};
  if (head === null) return found;
  let line = 2;
  for (let at = head.from; at < head.to; line++) {
    LINE_END.lastIndex = at;
    const next = LINE_END.test(text) ? Math.min(LINE_END.lastIndex, head.to) : head.to;
    const match = FIELD.exec(text.slice(at, next));
    if (match !== null) {
      const written = match[2]!.trimEnd();
      const from = at + match[0].length - match[2]!.length;
      const to = from + written.length;
      found[match[1] as HeadField] = { value: scalarOf(written), line, column: from - at + 1, from, to };
    }
    at = next;
  }
  return found;
}

function scalarOf(written: string): string {
  const quoted = /^"([^"]*)"|^'([^']*)'/.exec(written);
  if (quoted !== null) return (quoted[1] ?? quoted[2]!).trim();
  return written.startsWith("#") ? "" : written.replace(/(?<=[ \t])#.*$/, "").trimEnd();
}

/** Whether a name is a zone: an IANA name, or an offset such as `+08:00`. */
export function isZoneName(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]*$|^[+-]\d{2}:\d{2}$/.test(name)) return false;
  try {
    offsetAt(0, name);
    return true;
  } catch {
    return false;
  }
}

/** The front matter of a new note. */
export function newHead(
  frame: DayFrame,
  ends: string | null,
  planned: string | null,
  lineEnd: string,
): string {
  const lines = ["---", `date: ${frame.date}`, `zone: ${frame.zone}`];
  if (ends !== null) lines.push(`ends: "${ends}"`);
  if (planned !== null) lines.push(`planned: "${planned}"`);
  return [...lines, "---", ""].join(lineEnd);
}

/** Sets `planned` in a front matter that is there. */
export function setPlanned(text: string, head: ScanHead, fields: HeadValues, planned: string): Patch {
  const known = fields.planned;
  const written = `"${planned}"`;
  if (known !== undefined) {
    const blank = text.charAt(known.from - 1) === ":" ? " " : "";
    return { from: known.from, to: known.to, insert: `${blank}${written}` };
  }
  const sign = head.isToml ? " =" : ":";
  const lineEnd = dominantLineEnd(text);
  return { from: head.to, to: head.to, insert: `planned${sign} ${written}${lineEnd}` };
}
