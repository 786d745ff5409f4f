// Front matter for the eye: where it ends and its fields as rows. Meaning is read on the server; this one only
// draws what is being typed, so it never fails and takes half-written front matter for text.

export interface Front {
  /** UTF-16 units up to the first line of the page's body. */
  length: number;
  /** Lines, fences included. */
  lines: number;
  fields: [string, string][];
}

const NONE: Front = { length: 0, lines: 0, fields: [] };

export function readFront(text: string): Front {
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]*(\r\n|\n|\r)/.exec(text);
  if (fence === null) return readJsonFront(text);
  const close = new RegExp(
    `(?:^|\\n|\\r)${fence[1] === "---" ? "(?:---|\\.\\.\\.)" : "\\+\\+\\+"}[ \\t]*(?:\\r\\n|\\n|\\r|$)`,
  );
  const inside = text.slice(fence[0].length);
  const end = close.exec(inside);
  if (end === null) return NONE;
  const length = fence[0].length + end.index + end[0].length;
  const sign = fence[1] === "---" ? ":" : "=";
  return {
    length,
    lines: countLines(text.slice(0, length)),
    fields: readFields(inside.slice(0, end.index), sign),
  };
}

/** Top-level keys; what stands indented below one is its value. */
function readFields(source: string, sign: ":" | "="): [string, string][] {
  const fields: [string, string][] = [];
  const key = sign === ":" ? /^([^\s#:[\]-][^:]*?)\s*:(?:\s+(.*))?$/ : /^([\w."'-]+)\s*=\s*(.*)$/;
  for (const line of source.split(/\r\n|\n|\r/)) {
    const found = key.exec(line);
    const last = fields[fields.length - 1];
    if (found !== null) fields.push([found[1]!, unquote((found[2] ?? "").trim())]);
    else if (last !== undefined && line.trim() !== "")
      last[1] += `${last[1] === "" ? "" : " "}${line.trim()}`;
  }
  return fields;
}

function readJsonFront(text: string): Front {
  if (!/^\uFEFF?\{[ \t]*[\r\n]/.test(text)) return NONE;
  const end = /(?:\r\n|\n|\r)\}[ \t]*(?:\r\n|\n|\r|$)/.exec(text);
  if (end === null) return NONE;
  const length = end.index + end[0].length;
  try {
    const data = JSON.parse(text.slice(0, length).replace(/^\uFEFF/, "")) as Record<string, unknown>;
    const show = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
    const fields = Object.entries(data).map(([name, value]): [string, string] => [name, show(value)]);
    return { length, lines: countLines(text.slice(0, length)), fields };
  } catch {
    return NONE;
  }
}

function unquote(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

function countLines(text: string): number {
  const ends = text.match(/\r\n|\n|\r/g)?.length ?? 0;
  return /[\r\n]$/.test(text) ? ends : ends + 1;
}
