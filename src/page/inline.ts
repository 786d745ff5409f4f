// Reads one inline run of the syntax tree into plain text. Marks, tags and URLs fall away; a line break is a
// blank, between two CJK characters nothing.

import type { SyntaxNode } from "@lezer/common";
import { isCjk } from "../base/index.ts";
import { FILLER } from "./mask.ts";
import {
  IN_CODE,
  IN_IMAGE,
  IN_LINK,
  IN_STRIKE,
  IN_STRONG,
  IN_URL,
  type Plain,
  type PlainLink,
} from "./plain.ts";
import { referenceName } from "./reference.ts";

/** Marks that carry no text of their own. */
const SILENT = new Set([
  "EmphasisMark",
  "StrikethroughMark",
  "CodeMark",
  "LinkMark",
  "LinkTitle",
  "LinkLabel",
  "HeaderMark",
  "QuoteMark",
  "Comment",
  "ProcessingInstruction",
  "TaskMarker",
  "ListMark",
]);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  middot: "·",
  copy: "©",
  reg: "®",
  trade: "™",
  laquo: "«",
  raquo: "»",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  times: "×",
  rarr: "→",
  larr: "←",
  zwj: "",
  zwnj: "",
};

const WIKI_LINK = /!?\[\[([^\]\n|#]*)(#[^\]\n|]*)?(?:\|([^\]\n]*))?\]\]/g;

/** Definitions of reference links: label in lower case to URL. */
export type References = ReadonlyMap<string, string>;

/**
 * Plain text of the inline content between `from` and `to` of a block node.
 * @param source the text as written; @param masked the text that was parsed (comments blanked).
 */
export function readInline(
  source: string,
  masked: string,
  block: SyntaxNode,
  from: number,
  to: number,
  references: References,
): Plain {
  const writer = new PlainWriter(from, to);
  const wikis = findWikiLinks(masked, from, to);
  walk(block, from, to, 0);
  return writer.finish();

  function walk(node: SyntaxNode, start: number, end: number, flags: number): void {
    let at = start;
    for (
      let child = node.childAfter(start - 1);
      child !== null && child.from < end;
      child = child.nextSibling
    ) {
      if (child.to <= start || child.from < at) continue;
      at = text(at, child.from, flags);
      // A wiki link reaches over the nodes that its brackets look like.
      if (child.from >= at) at = Math.min(end, inline(child, flags));
    }
    text(at, end, flags);
  }

  /** Writes one inline node and returns where the next one starts. */
  function inline(node: SyntaxNode, flags: number): number {
    const wiki = wikis.find((link) => node.from >= link.from && node.from < link.to);
    if (wiki !== undefined) {
      wikiLink(wiki, flags);
      return wiki.to;
    }
    switch (node.name) {
      case "Link":
      case "Image":
        link(node, flags);
        break;
      case "Autolink": {
        const url = node.getChild("URL");
        if (url !== null)
          writer.link(masked.slice(url.from, url.to), node, true, () =>
            raw(url.from, url.to, flags | IN_URL),
          );
        break;
      }
      case "URL":
        return bareUrl(node, flags);
      case "InlineCode":
        walkCode(node, flags | IN_CODE);
        break;
      case "Strikethrough":
        walk(node, node.from, node.to, flags | IN_STRIKE);
        break;
      case "StrongEmphasis":
        walk(node, node.from, node.to, flags | IN_STRONG);
        break;
      case "Emphasis":
        walk(node, node.from, node.to, flags);
        break;
      case "Escape":
        writer.put(source[node.from + 1]!, node.from + 1, flags);
        break;
      case "Entity":
        entity(node, flags);
        break;
      case "HardBreak":
        writer.lineBreak(node.from);
        break;
      case "HTMLTag":
        tag(node);
        break;
      default:
        if (!SILENT.has(node.name)) walk(node, node.from, node.to, flags);
    }
    return node.to;
  }

  /** Writes the text between two nodes and returns where it ended. */
  function text(start: number, end: number, flags: number): number {
    let at = start;
    for (const wiki of wikis) {
      if (wiki.from < at || wiki.from >= end) continue;
      raw(at, wiki.from, flags);
      wikiLink(wiki, flags);
      at = wiki.to;
    }
    raw(at, end, flags);
    return Math.max(at, end);
  }

  function wikiLink(wiki: WikiLink, flags: number): void {
    writer.link(wiki.url, wiki, false, () => raw(wiki.textFrom, wiki.textTo, flags | IN_LINK));
  }

  function raw(start: number, end: number, flags: number): void {
    for (let at = start; at < end; at++) {
      const character = masked[at]!;
      if (character === FILLER) continue;
      if (character === "\n") writer.lineBreak(at);
      else if (/\s/.test(character)) writer.blank(at, flags);
      else writer.put(source[at]!, at, flags);
    }
  }

  function walkCode(node: SyntaxNode, flags: number): void {
    const marks = node.getChildren("CodeMark");
    const start = marks[0]?.to ?? node.from;
    const end = marks[marks.length - 1]?.from ?? node.to;
    raw(start, end, flags);
  }

  function link(node: SyntaxNode, flags: number): void {
    const marks = node.getChildren("LinkMark");
    const open = marks[0]!;
    const close = marks.find((mark) => mark.from > open.from && source[mark.from] === "]") ?? marks[1];
    const inside = { from: open.to, to: close?.from ?? node.to };
    const url = node.getChild("URL");
    const kind = node.name === "Image" ? IN_IMAGE : IN_LINK;
    if (url !== null || marks.length > 2) {
      const target = url === null ? "" : masked.slice(url.from, url.to).replace(/^<(.*)>$/s, "$1");
      if (node.name === "Image") walk(node, inside.from, inside.to, flags | kind);
      else writer.link(target, node, false, () => walk(node, inside.from, inside.to, flags | kind));
      return;
    }
    const label = node.getChild("LinkLabel");
    const name =
      label === null || label.to - label.from <= 2
        ? masked.slice(inside.from, inside.to)
        : masked.slice(label.from + 1, label.to - 1);
    const target = references.get(referenceName(name));
    if (target !== undefined) {
      if (node.name === "Image") walk(node, inside.from, inside.to, flags | kind);
      else writer.link(target, node, false, () => walk(node, inside.from, inside.to, flags | kind));
      return;
    }
    if (/^\[\^/.test(masked.slice(node.from, node.to))) return; // a footnote mark
    // Brackets without a definition are text.
    raw(node.from, inside.from, flags);
    walk(node, inside.from, inside.to, flags);
    raw(inside.to, node.to, flags);
  }

  /** GFM autolinks swallow CJK punctuation and text behind a URL; a URL ends there. */
  function bareUrl(node: SyntaxNode, flags: number): number {
    const written = masked.slice(node.from, node.to);
    const end =
      node.from +
      (/^[^\s\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+/.exec(written)?.[0].length ?? written.length);
    const place = { from: node.from, to: end };
    writer.link(masked.slice(node.from, end), place, true, () => raw(node.from, end, flags | IN_URL));
    return end;
  }

  function entity(node: SyntaxNode, flags: number): void {
    const written = masked.slice(node.from + 1, node.to - 1);
    const numeric = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(written);
    const code =
      numeric === null
        ? NaN
        : numeric[1] !== undefined
          ? Number.parseInt(numeric[1], 16)
          : Number(numeric[2]);
    const character = Number.isNaN(code)
      ? ENTITIES[written]
      : code > 0 && code <= 0x10ffff
        ? String.fromCodePoint(code)
        : undefined;
    if (character === undefined) raw(node.from, node.to, flags);
    else if (/^\s$/.test(character)) writer.blank(node.from, flags);
    else for (const unit of character) writer.put(unit, node.from, flags);
  }

  function tag(node: SyntaxNode): void {
    const name = /^<(\/?)([a-z]+)/i.exec(masked.slice(node.from, node.to));
    const element = name?.[2]?.toLowerCase();
    if (element === "br") writer.lineBreak(node.from);
    else if (element === "del" || element === "s" || element === "strike") writer.strike(name?.[1] !== "/");
  }
}

interface WikiLink {
  from: number;
  to: number;
  textFrom: number;
  textTo: number;
  url: string;
}

function findWikiLinks(masked: string, from: number, to: number): WikiLink[] {
  const found: WikiLink[] = [];
  const run = masked.slice(from, to);
  if (!run.includes("[[")) return found;
  for (const match of run.matchAll(WIKI_LINK)) {
    const target = match[1] ?? "";
    const alias = match[3];
    if (target === "" && alias === undefined) continue;
    const start = from + match.index;
    const shown = alias ?? target;
    const textFrom =
      alias === undefined ? start + match[0].indexOf("[[") + 2 : start + match[0].lastIndexOf("|") + 1;
    found.push({
      from: start,
      to: start + match[0].length,
      textFrom,
      textTo: textFrom + shown.length,
      url: target + (match[2] ?? ""),
    });
  }
  return found;
}

/** Collects plain text; folds blanks; remembers where each character comes from. */
class PlainWriter {
  private text = "";
  private readonly offsets: number[] = [];
  private readonly flags: number[] = [];
  private readonly links: PlainLink[] = [];
  private pending: { at: number; isBreak: boolean; flags: number } | null = null;
  private struck = false;
  private readonly from: number;
  private readonly to: number;

  constructor(from: number, to: number) {
    this.from = from;
    this.to = to;
  }

  put(character: string, at: number, flags: number): void {
    if (this.pending !== null) {
      const joins = this.pending.isBreak && isCjk(this.text[this.text.length - 1]) && isCjk(character);
      if (this.text !== "" && !joins) this.push(" ", this.pending.at, this.pending.flags & flags);
      this.pending = null;
    }
    this.push(character, at, flags);
  }

  blank(at: number, flags: number): void {
    if (this.pending === null) this.pending = { at, isBreak: false, flags };
  }

  lineBreak(at: number): void {
    if (this.pending === null) this.pending = { at, isBreak: true, flags: 0 };
    else this.pending.isBreak = true;
  }

  strike(on: boolean): void {
    this.struck = on;
  }

  link(url: string, place: { from: number; to: number }, bare: boolean, write: () => void): void {
    // The blank before a link belongs outside it.
    const before = this.text.length;
    write();
    const start = this.text[before] === " " && before > 0 ? before + 1 : before;
    this.links.push({
      text: this.text.slice(start),
      url,
      start,
      end: this.text.length,
      from: place.from,
      to: place.to,
      bare,
    });
  }

  finish(): Plain {
    return {
      text: this.text,
      offsets: [...this.offsets, this.to],
      flags: this.flags,
      links: this.links,
      from: this.from,
      to: this.to,
    };
  }

  private push(character: string, at: number, flags: number): void {
    for (let unit = 0; unit < character.length; unit++) {
      this.text += character[unit];
      this.offsets.push(at);
      this.flags.push(flags | (this.struck ? IN_STRIKE : 0));
    }
  }
}
