// Changing one key of a YAML mapping without touching anything else: comments, order, quoting, line ends and indentation
// of all other lines stay byte for byte. Used where a person gives a heading its role or a word its priority by clicking.
// Every edit is read back before it is handed out; a form that cannot be changed that way is an error, not a guess.

import {
  type Document,
  isMap,
  isScalar,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { AppError, dominantLineEnd, LineIndex, type Tongue } from "../../base/index.ts";
import { applyPatches, normalizePatches, type Patch } from "../../page/index.ts";
import { endOfHead, openLine, parseConfig } from "./file.ts";
import { sayConfig } from "./messages.ts";
import { keyText } from "./nodes.ts";

/** What a key can be set to; null removes the key with its line. */
export type ConfigValue = string | number | boolean | readonly string[] | null;

/**
 * The splice that sets, adds or removes the key at `path`, such as `["headings", "在研究"]`. Mappings on the way are made
 * where they are missing; removing a key that is not there is no patch.
 * Invariant: a config splice changes one key: reading back gives the value, and all other keys and lines are as before.
 * @throws AppError invalid, with the place, where the text is no valid YAML or its form cannot be changed in place
 */
export function setConfigValue(
  text: string,
  path: readonly string[],
  value: ConfigValue,
  tongue: Tongue = "en",
): Patch[] {
  const document = parseConfig(text);
  const said = sayConfig(tongue);
  const fail = (offset: number, { message, hint }: { message: string; hint: string | null }): never => {
    const lines = new LineIndex(text);
    const at = { file: "nunc.yaml", line: lines.lineAt(offset), column: lines.columnAt(offset) };
    throw new AppError("invalid", message, { at, ...(hint === null ? {} : { hint }) });
  };
  const error = document.errors[0];
  if (error !== undefined)
    return fail(error.pos[0], said.syntax(error.message.split("\n")[0]!.replace(/:$/, "")));

  const spliced = splice(text, document, path, value);
  if (typeof spliced === "string") return fail(0, said.underNoMapping(spliced));
  const patches = normalizePatches(spliced, text);
  const expected = withValue(plain(document.contents as Node | null), path, value);
  const after = parseConfig(applyPatches(text, patches));
  if (
    after.errors.length > 0 ||
    JSON.stringify(plain(after.contents as Node | null)) !== JSON.stringify(expected)
  ) {
    return fail(0, said.cannotSplice(path.join(".")));
  }
  return patches;
}

/** The patches, or the name of a key on the way that is no mapping. */
function splice(
  text: string,
  document: Document,
  path: readonly string[],
  value: ConfigValue,
): Patch[] | string {
  const root = document.contents as Node | null;
  if (root === null || (isScalar(root) && root.value === null)) {
    if (value === null) return [];
    const at = endOfHead(text);
    return [{ from: at, to: at, insert: openLine(text, at) + nestedLines(path, value, "", "  ", text) }];
  }
  if (!isMap(root)) return "nunc.yaml";
  let map: YAMLMap = root;
  for (const [depth, key] of path.entries()) {
    const rest = path.slice(depth + 1);
    const pair = map.items.find((item) => keyText(item) === key);
    if (pair === undefined)
      return value === null ? [] : addKey(text, document, map, path.slice(depth), value);
    if (rest.length === 0) {
      return value === null ? removeKey(text, map, pair) : replaceValue(text, map, pair, value);
    }
    const inner = pair.value as Node | null;
    if (isMap(inner)) map = inner;
    else if (inner === null || (isScalar(inner) && inner.value === null)) {
      return value === null ? [] : fillEmpty(text, document, map, pair, rest, value);
    } else return path.slice(0, depth + 1).join(".");
  }
  return [];
}

// ---- Adding

function addKey(
  text: string,
  document: Document,
  map: YAMLMap,
  path: readonly string[],
  value: ConfigValue,
): Patch[] {
  const last = map.items.at(-1);
  if (map.flow) {
    const at = last === undefined ? map.range![0] + 1 : flowEnd(last);
    const insert = `${last === undefined ? "" : ", "}${flowPair(path, value)}`;
    return [{ from: at, to: at, insert }];
  }
  const lines = new LineIndex(text);
  const indent = indentOf(text, map);
  const at = endOfPair(text, last!, lines);
  return [
    {
      from: at,
      to: at,
      insert: atLine(text, at, nestedLines(path, value, indent, stepOf(text, document), text)),
    },
  ];
}

/** `headings:` stands there with nothing below it: what is new goes on the lines below. */
function fillEmpty(
  text: string,
  document: Document,
  map: YAMLMap,
  pair: Pair,
  rest: readonly string[],
  value: ConfigValue,
): Patch[] {
  const colon = colonEnd(pair);
  const node = pair.value as Scalar | null;
  const written = node?.range != null && node.range[1] > node.range[0] ? node.range : null;
  if (map.flow) {
    const to = written?.[1] ?? colon ?? (pair.key as Node).range![1];
    return [{ from: colon ?? to, to, insert: `${colon === null ? ":" : ""} {${flowPair(rest, value)}}` }];
  }
  const lines = new LineIndex(text);
  const line = lines.lineAt(written?.[0] ?? colon ?? (pair.key as Node).range![0]);
  const at = lines.start(line + 1);
  const step = stepOf(text, document);
  const added = nestedLines(rest, value, indentOf(text, map) + step, step, text);
  const insert = { from: at, to: at, insert: atLine(text, at, added) };
  // `headings: null` and `headings: ~` lose their word, which says the same as nothing.
  return written === null ? [insert] : [{ from: colon!, to: written[1], insert: "" }, insert];
}

/** New lines at the end of a text without a final line end leave it without one. */
function atLine(text: string, at: number, added: string): string {
  const open = openLine(text, at);
  return open === "" ? added : open + added.replace(/(\r\n|\r|\n)$/, "");
}

/** `a:\n  b: value\n` for the path a, b. */
function nestedLines(
  path: readonly string[],
  value: ConfigValue,
  indent: string,
  step: string,
  text: string,
): string {
  const end = dominantLineEnd(text);
  return path
    .map((key, depth) => {
      const last = depth === path.length - 1;
      return `${indent}${step.repeat(depth)}${formatScalar(key, null)}:${last ? ` ${formatValue(value, null)}` : ""}${end}`;
    })
    .join("");
}

function flowPair(path: readonly string[], value: ConfigValue): string {
  const [key, ...rest] = path;
  return `${formatScalar(key!, null)}: ${rest.length === 0 ? formatValue(value, null) : `{${flowPair(rest, value)}}`}`;
}

// ---- Changing and removing

function replaceValue(text: string, map: YAMLMap, pair: Pair, value: ConfigValue): Patch[] {
  const node = pair.value as Scalar | null;
  const range = node?.range;
  const quote = node?.type === "QUOTE_SINGLE" || node?.type === "QUOTE_DOUBLE" ? node.type : null;
  const insert = formatValue(value, quote);
  const colon = colonEnd(pair) ?? (pair.key as Node).range![1];
  if (!range || range[1] === range[0]) {
    return [{ from: colon, to: colon, insert: `${colonEnd(pair) === null ? ":" : ""} ${insert}` }];
  }
  // A block collection or scalar ends behind a line end that must stay.
  const to = map.flow ? range[1] : range[0] + text.slice(range[0], range[1]).trimEnd().length;
  const isBelow = !map.flow && !isScalar(node) && /[\r\n]/.test(text.slice(colon, range[0]));
  if (!isBelow) return [{ from: range[0], to, insert }];
  const lines = new LineIndex(text);
  return [
    { from: colon, to: colon, insert: ` ${insert}` },
    { from: lines.end(lines.lineAt(colon)), to, insert: "" },
  ];
}

function removeKey(text: string, map: YAMLMap, pair: Pair): Patch[] {
  const index = map.items.indexOf(pair);
  const start = (pair.key as Node).range![0];
  if (map.flow) {
    const end = flowEnd(pair);
    const next = map.items[index + 1];
    if (next !== undefined) {
      const between = text.slice(end, (next.key as Node).range![0]);
      const cut = between.includes("#") ? between.indexOf(",") + 1 : between.length;
      return [{ from: start, to: end + cut, insert: "" }];
    }
    const previous = map.items[index - 1];
    const from =
      previous === undefined || text.slice(flowEnd(previous), start).includes("#")
        ? start
        : flowEnd(previous);
    return [{ from, to: end, insert: "" }];
  }
  const lines = new LineIndex(text);
  const line = lines.lineAt(start);
  const from = lines.start(line) + (line === 1 && text.startsWith("\ufeff") ? 1 : 0);
  return [{ from, to: endOfPair(text, pair, lines), insert: "" }];
}

// ---- Places

/** Where the line behind a block pair starts: behind its last line with content, comments on that line included. */
function endOfPair(text: string, pair: Pair, lines: LineIndex): number {
  const value = pair.value as Node | null;
  const from = (pair.key as Node).range![0];
  const end =
    value?.range && value.range[1] > value.range[0]
      ? value.range[1]
      : (colonEnd(pair) ?? (pair.key as Node).range![1]);
  if (isScalar(value) && value.type?.startsWith("BLOCK_")) return end;
  const content = from + text.slice(from, end).trimEnd().length;
  return lines.start(lines.lineAt(Math.max(from, content - 1)) + 1);
}

function flowEnd(pair: Pair): number {
  const value = pair.value as Node | null;
  if (value?.range && value.range[1] > value.range[0]) return value.range[1];
  return colonEnd(pair) ?? (pair.key as Node).range![1];
}

/** Offset just behind the colon of a pair; null where it has none. */
function colonEnd(pair: Pair): number | null {
  const source = (pair as { srcToken?: { sep?: { type: string; offset: number; source: string }[] } })
    .srcToken;
  const colon = source?.sep?.find((token) => token.type === "map-value-ind");
  return colon === undefined ? null : colon.offset + colon.source.length;
}

function indentOf(text: string, map: YAMLMap): string {
  const at = (map.items[0]!.key as Node).range![0];
  return /[ \t]*$/.exec(text.slice(0, at))![0];
}

/** How far this file indents: as its first nested block mapping does, else two blanks. */
function stepOf(text: string, document: Document): string {
  const root = document.contents;
  if (!isMap(root)) return "  ";
  for (const pair of root.items) {
    if (!isMap(pair.value) || pair.value.flow || pair.value.items.length === 0) continue;
    const step = indentOf(text, pair.value).slice(indentOf(text, root).length);
    if (step !== "") return step;
  }
  return "  ";
}

// ---- Writing values

type Quote = "QUOTE_SINGLE" | "QUOTE_DOUBLE" | null;

function formatValue(value: ConfigValue, quote: Quote): string {
  if (Array.isArray(value)) return `[${value.map((item) => formatScalar(item as string, null)).join(", ")}]`;
  return formatScalar(value as string | number | boolean, quote);
}

/** Plain where that reads back as the same text in block and in flow style, else in quotes as the old value had. */
function formatScalar(value: string | number | boolean, quote: Quote): string {
  if (typeof value !== "string") return String(value);
  const oneLine = !/[\r\n\t\u0085\u2028\u2029]/.test(value);
  if (quote === "QUOTE_SINGLE" && oneLine) return `'${value.replaceAll("'", "''")}'`;
  if (quote === null && oneLine && readsPlain(value)) return value;
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function readsPlain(value: string): boolean {
  if (
    value.trim() !== value ||
    value === "" ||
    /^[-?:,[\]{}#&*!|>'"%@`]/.test(value) ||
    /[\u0000-\u001f\u007f-\u009f\ufeff]/.test(value)
  )
    return false;
  const read = parseDocument(`[{${value}: ${value}}]`, { logLevel: "silent" });
  const block = parseDocument(`${value}: ${value}`, { logLevel: "silent" });
  const same = (node: unknown): boolean => {
    if (!isMap(node) || node.items.length !== 1) return false;
    const pair = node.items[0]!;
    return (
      isScalar(pair.key) && pair.key.value === value && isScalar(pair.value) && pair.value.value === value
    );
  };
  return (
    read.errors.length === 0 &&
    block.errors.length === 0 &&
    same((read.contents as { items?: unknown[] } | null)?.items?.[0]) &&
    same(block.contents)
  );
}

// ---- Reading back

/** Values with their order, comparable: mappings as lists of pairs, so that keys stay texts. An empty mapping is nothing. */
function plain(node: Node | null | undefined): unknown {
  if (node === null || node === undefined || (isMap(node) && node.items.length === 0)) return null;
  if (isScalar(node) && node.value === null && !node.tag && !node.anchor) return null;
  if (isMap(node))
    return { map: node.items.map((pair) => [keyText(pair), plain(pair.value as Node | null)]) };
  if (isScalar(node)) return { scalar: node.value, tag: node.tag ?? null, anchor: node.anchor ?? null };
  if ("items" in node) return { list: (node.items as Node[]).map(plain) };
  return { other: String(node) };
}

type PlainMap = { map: [string, unknown][] };

/** What `plain` must give after the edit. */
function withValue(before: unknown, path: readonly string[], value: ConfigValue): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    const scalar = (item: unknown) => ({ scalar: item, tag: null, anchor: null });
    if (value === null) return undefined;
    return Array.isArray(value) ? { list: value.map(scalar) } : scalar(value);
  }
  const map = before === null ? [] : [...(before as PlainMap).map];
  const at = map.findIndex(([name]) => name === key);
  if (value === null && at < 0) return before;
  const inner = withValue(at < 0 ? null : map[at]![1], rest, value);
  if (inner === undefined) map.splice(at, 1);
  else if (at < 0) map.push([key, inner]);
  else map[at] = [key, inner];
  return map.length === 0 ? null : { map };
}
