// What a person typed, as Markdown that reads back as it was typed: escaped where it would be something else, and no
// more than that. Links that were typed stay links.

import { isCjk } from "../../base/index.ts";
import { parsePage } from "../../page/index.ts";

/** One line: line breaks and runs of blanks become a blank, between two CJK characters nothing. */
export function oneLine(text: string): string {
  return text
    .replace(/[^\S\r\n]*[\r\n]+\s*/g, "\n")
    .replace(
      /(.)?\n(.)?/gsu,
      (_, before: string | undefined, after: string | undefined) =>
        `${before ?? ""}${isCjk(before) && isCjk(after) ? "" : " "}${after ?? ""}`,
    )
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * What typed marks come to. A title is taken to the letter but for its links and code: `*x*` is a title with stars.
 * Notes and log texts are Markdown: code and emphasis stay too.
 */
export type Keeps = "links" | "marks";

/** Links (images, `[[page]]`, URLs) and code. */
const LINKS = [
  /!?\[[^[\]\n]*\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)/,
  /\[\[[^[\]\n]+\]\]/,
  /<https?:\/\/[^<>\s]+>/,
  /https?:\/\/[^\s<>\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+/,
  /(?<!`)`[^`\n]+`(?!`)/,
];
const MARKS = [
  /\*\*(?![\s*])[^*\n]*[^\s*]\*\*/,
  /(?<![\w*])\*(?![\s*])[^*\n]*[^\s*]\*(?![\w*])/,
  /(?<![\w_])_(?![\s_])[^_\n]*[^\s_]_(?![\w_])/,
];
const oneOf = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join("|"), "g");
const KEPT: Readonly<Record<Keeps, RegExp>> = { links: oneOf(LINKS), marks: oneOf([...LINKS, ...MARKS]) };

interface Part {
  text: string;
  isMarkup: boolean;
}

function split(typed: string, keeps: Keeps): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of typed.matchAll(KEPT[keeps])) {
    if (match.index > at) parts.push({ text: typed.slice(at, match.index), isMarkup: false });
    parts.push({ text: match[0], isMarkup: true });
    at = match.index + match[0].length;
  }
  if (at < typed.length) parts.push({ text: typed.slice(at), isMarkup: false });
  return parts;
}

/** What a reader sees of a line of Markdown that stands in an entry; null where it is not one plain line. */
export function plainOf(markdown: string, before = ""): string | null {
  const [block, ...more] = parsePage(`- ${before}${markdown}\n`, "line").blocks;
  if (block === undefined || more.length > 0 || block.kind !== "list") return null;
  const [entry, ...others] = block.entries;
  if (entry?.plain == null || others.length > 0 || entry.blocks.length > 0 || entry.checkbox !== null)
    return null;
  return entry.plain.text.startsWith(before) ? entry.plain.text.slice(before.length) : null;
}

/** What a reader is to see of what was typed: text as it stands, marked parts by their text. */
export function typedPlain(typed: string, keeps: Keeps = "links"): string {
  const shown = split(typed, keeps).map(({ text, isMarkup }) => (isMarkup ? (plainOf(text) ?? text) : text));
  return shown.join("").replace(/\s+/g, " ").trim();
}

const ESCAPABLE = /[!-/:-@[-`{-~]/;

/**
 * The Markdown for a typed text; null where there is none that reads back as typed.
 * @param atStart whether it begins the entry, where `#`, `-`, `1.`, `[x]` mean something.
 */
export function escapeLine(typed: string, atStart = true, keeps: Keeps = "links"): string | null {
  const before = atStart ? "" : "a ";
  const want = typedPlain(typed, keeps);
  const reads = (markdown: string): boolean => plainOf(markdown, before) === want;
  if (reads(typed)) return typed;
  const parts = split(typed, keeps);
  const places: { part: number; at: number }[] = [];
  parts.forEach((part, index) => {
    if (part.isMarkup) return;
    for (let at = 0; at < part.text.length; at++)
      if (ESCAPABLE.test(part.text[at]!)) places.push({ part: index, at });
  });
  const write = (escaped: ReadonlySet<number>): string => {
    const out = parts.map(({ text }) => text.split(""));
    for (const place of escaped) {
      const { part, at } = places[place]!;
      out[part]![at] = `\\${out[part]![at]!}`;
    }
    return out.map((characters) => characters.join("")).join("");
  };
  for (let place = 0; place < places.length; place++) {
    const single = write(new Set([place]));
    if (place < 8 && reads(single)) return single;
  }
  const escaped = new Set(places.keys());
  if (!reads(write(escaped))) return null;
  // As few as will do; a long text keeps more than it needs rather than take long.
  if (places.length <= 200) {
    for (const place of [...escaped]) {
      escaped.delete(place);
      if (!reads(write(escaped))) escaped.add(place);
    }
  }
  return write(escaped);
}
