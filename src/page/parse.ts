// From the text of a page to its blocks. The parser (@lezer/markdown, CommonMark with GFM) says where things are;
// nothing here writes Markdown, and every byte stays reachable through the ranges.

import type { SyntaxNode } from "@lezer/common";
import { parser as commonmark, GFM, type MarkdownConfig } from "@lezer/markdown";
import { type Diagnostic, findStrayBytes, LineIndex, type Tongue } from "../base/index.ts";
import { readFrontMatter } from "./front-matter.ts";
import { type References, readInline } from "./inline.ts";
import { maskText } from "./mask.ts";
import { say } from "./messages.ts";
import { referenceName } from "./reference.ts";
import type { Block, Entry, OtherBlock, Page, Range } from "./structure.ts";

/**
 * People write a label right below a list, without a blank line: `- a`, `已读：`, `- b`. To CommonMark the label is the rest of the
 * entry's paragraph (a lazy continuation line); to its writer it heads the next list.
 */
const LABEL_LINES: MarkdownConfig = {
  parseBlock: [
    {
      name: "LabelLine",
      endLeaf: (context, line) =>
        line.basePos === 0 &&
        context.depth > 2 &&
        /^\S/.test(line.text) &&
        /[:：]\s*$/.test(line.text) &&
        /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(context.peekLine()),
    },
  ],
};

const parser = commonmark.configure([GFM, LABEL_LINES]);
/** The parser's name for a paragraph that starts with a checkbox; `findCheckbox` reads the box, with the extended states too. */
const PARAGRAPHS = new Set(["Paragraph", "Task"]);

/** `[ ]`, `[x]` and the states of Obsidian, xit and others: one ASCII sign, or `x`. */
const CHECKBOX = /^\[([ xX\-/<>?!*~@])\](?=\s|$)/;
/** People leave the blank out: `- [ ]buy milk`, `- [x]done`. Not `[x](url)`, `[x]: url`, `[x][ref]`. */
const TIGHT_CHECKBOX = /^\[([ xX])\](?![([:])/;

/** Reads a page. Never throws on bad input; `name` is the file's name, for messages. */
export function parsePage(text: string, name: string, tongue: Tongue = "en"): Page {
  const lines = new LineIndex(text);
  const head = readFrontMatter(text, lines, tongue);
  const masked = maskText(lines, head.frontMatter, tongue);
  const tree = parser.parse(masked.text);
  const references = readReferences(tree.topNode, masked.text);
  const reader = new BlockReader(text, masked.text, lines, references);
  const diagnostics: Diagnostic[] = [
    ...head.diagnostics,
    ...masked.diagnostics,
    ...strayBytes(text, lines, tongue),
  ];
  return {
    name,
    text,
    lines,
    frontMatter: head.frontMatter,
    blocks: reader.blocksOf(tree.topNode.firstChild),
    diagnostics: diagnostics.sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

function strayBytes(text: string, lines: LineIndex, tongue: Tongue): Diagnostic[] {
  const found = findStrayBytes(text);
  const first = found[0];
  if (first === undefined) return [];
  return [
    {
      line: lines.lineAt(first),
      column: lines.columnAt(first),
      code: "bytes-not-utf8",
      ...say(tongue).strayBytes(found.length),
    },
  ];
}

function readReferences(top: SyntaxNode, masked: string): References {
  const references = new Map<string, string>();
  for (const node of top.getChildren("LinkReference")) {
    const label = node.getChild("LinkLabel");
    const url = node.getChild("URL");
    if (label === null || url === null) continue;
    const key = referenceName(masked.slice(label.from + 1, label.to - 1));
    if (!references.has(key)) references.set(key, masked.slice(url.from, url.to).replace(/^<(.*)>$/s, "$1"));
  }
  return references;
}

const OTHER_KINDS: Readonly<Record<string, OtherBlock["what"]>> = {
  FencedCode: "code",
  CodeBlock: "code",
  HTMLBlock: "html",
  CommentBlock: "html",
  ProcessingInstructionBlock: "html",
  Table: "table",
  Blockquote: "quote",
  HorizontalRule: "rule",
  LinkReference: "definition",
};

class BlockReader {
  private readonly text: string;
  private readonly masked: string;
  private readonly lines: LineIndex;
  private readonly references: References;

  constructor(text: string, masked: string, lines: LineIndex, references: References) {
    this.text = text;
    this.masked = masked;
    this.lines = lines;
    this.references = references;
  }

  blocksOf(first: SyntaxNode | null, inEntry = false): Block[] {
    const blocks: Block[] = [];
    for (let node = first; node !== null; node = node.nextSibling) {
      const block = this.block(node, inEntry);
      if (block !== null) blocks.push(block);
    }
    return blocks;
  }

  private block(node: SyntaxNode, inEntry: boolean): Block | null {
    const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
    if (heading !== null)
      return inEntry ? this.other(node, "heading") : this.heading(node, Number(heading[1]));
    if (PARAGRAPHS.has(node.name)) {
      return { kind: "paragraph", ...this.place(node), plain: this.inline(node, node.from, node.to) };
    }
    if (node.name === "BulletList" || node.name === "OrderedList") {
      const entries = node.getChildren("ListItem").map((item) => this.entry(item));
      return { kind: "list", ...this.place(node), ordered: node.name === "OrderedList", entries };
    }
    if (node.name === "ListMark" || node.name === "QuoteMark") return null;
    return this.other(node, OTHER_KINDS[node.name] ?? "other");
  }

  private heading(node: SyntaxNode, level: number): Block {
    const marks = node.getChildren("HeaderMark");
    const setext = node.name.startsWith("Setext");
    const first = marks[0];
    const last = marks[marks.length - 1];
    const from = setext || first === undefined ? node.from : first.to;
    const to = last !== undefined && (setext || marks.length > 1) ? last.from : node.to;
    return {
      kind: "heading",
      ...this.place(node),
      level,
      plain: this.inline(node, from, Math.max(from, to)),
    };
  }

  private entry(node: SyntaxNode): Entry {
    const mark = node.firstChild!;
    const marker: Range = { from: mark.from, to: mark.to };
    const first = mark.nextSibling;
    if (first === null || !PARAGRAPHS.has(first.name)) {
      return {
        ...this.place(node),
        marker,
        contentFrom: first?.from ?? mark.to,
        checkbox: null,
        plain: null,
        blocks: this.blocksOf(first, true),
      };
    }
    const checkbox = findCheckbox(this.masked.slice(first.from, first.to), first.from);
    const from = checkbox?.to ?? first.from;
    return {
      ...this.place(node),
      marker,
      contentFrom: first.from,
      checkbox,
      plain: this.inline(first, from, first.to),
      blocks: this.blocksOf(first.nextSibling, true),
    };
  }

  private inline(node: SyntaxNode, from: number, to: number) {
    return readInline(this.text, this.masked, node, from, to, this.references);
  }

  private other(node: SyntaxNode, what: OtherBlock["what"]): OtherBlock {
    return { kind: "other", what, ...this.place(node) };
  }

  /** Range of a node without the blank lines (and blanked-out text) at its end. */
  private place(node: SyntaxNode): Range & { line: number; endLine: number } {
    let to = node.to;
    while (to > node.from && /\s/.test(this.masked[to - 1]!)) to--;
    to = Math.max(to, node.from);
    return {
      from: node.from,
      to,
      line: this.lines.lineAt(node.from),
      endLine: this.lines.lineAt(Math.max(node.from, to - 1)),
    };
  }
}

function findCheckbox(content: string, from: number): Entry["checkbox"] {
  const match = CHECKBOX.exec(content) ?? TIGHT_CHECKBOX.exec(content);
  return match === null ? null : { from, to: from + match[0].length, mark: match[1]! };
}
