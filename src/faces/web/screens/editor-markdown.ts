// Markdown in the editor: the language (parsed by the same library as on the server) and how it looks while being
// written. Quiet on purpose: headings and emphasis look as what they mean, marks step back, dates and progress show
// that nunc sees them.

import { defineLanguageFacet, Language, languageDataProp, syntaxTree } from "@codemirror/language";
import type { Extension, Range } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import { GFM, parser } from "@lezer/markdown";
import { readFront } from "./preview-front.ts";

const data = defineLanguageFacet({ commentTokens: { block: { open: "<!--", close: "-->" } } });

export function markdownLanguage(): Extension {
  const markdown = parser.configure([GFM, { props: [languageDataProp.add({ Document: data })] }]);
  return [new Language(data, markdown, [], "markdown").extension, highlight];
}

/** Classes for nodes of the tree. What is not named looks like text. */
const CLASSES: Readonly<Record<string, string>> = {
  HeaderMark: "cm-md-mark",
  Emphasis: "cm-md-emphasis",
  StrongEmphasis: "cm-md-strong",
  Strikethrough: "cm-md-strike",
  EmphasisMark: "cm-md-mark",
  StrikethroughMark: "cm-md-mark",
  InlineCode: "cm-md-code",
  CodeMark: "cm-md-mark",
  LinkMark: "cm-md-mark",
  Link: "cm-md-link",
  URL: "cm-md-url",
  Autolink: "cm-md-url",
  ListMark: "cm-md-list-mark",
  TaskMarker: "cm-md-box",
  QuoteMark: "cm-md-mark",
  HTMLTag: "cm-md-tag",
  Comment: "cm-md-tag",
  HorizontalRule: "cm-md-rule",
  TableDelimiter: "cm-md-mark",
};

const LINE_CLASSES: Readonly<Record<string, string>> = {
  ATXHeading1: "cm-md-h1",
  ATXHeading2: "cm-md-h2",
  ATXHeading3: "cm-md-h3",
  ATXHeading4: "cm-md-h4",
  ATXHeading5: "cm-md-h4",
  ATXHeading6: "cm-md-h4",
  SetextHeading1: "cm-md-h1",
  SetextHeading2: "cm-md-h2",
  FencedCode: "cm-md-block",
  CodeBlock: "cm-md-block",
  HTMLBlock: "cm-md-block",
  CommentBlock: "cm-md-block",
  Blockquote: "cm-md-quote",
};

/** What the tree does not know: dates, progress, shortcodes, and strong text that CommonMark misses beside Chinese. */
const PATTERNS: readonly [RegExp, string][] = [
  [
    /\b\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?\b|\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?/g,
    "cm-md-date",
  ],
  [/(?<![\d/.-])\d+\s*\/\s*\d+(?![\d/.-])|\d+(?:\.\d+)?\s*%/g, "cm-md-progress"],
  [/\{\{[<%]?.*?[%>]?\}\}|\{%.*?%\}/g, "cm-md-tag"],
  [/\*\*[^*\n]+\*\*/g, "cm-md-strong"],
];

const HANG_MAX = 16;

class Highlighter {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorate(view);
  }

  update(update: ViewUpdate): void {
    const parsed = syntaxTree(update.startState) !== syntaxTree(update.state);
    if (update.docChanged || update.viewportChanged || parsed) this.decorations = decorate(update.view);
  }
}

const highlight = ViewPlugin.fromClass(Highlighter, { decorations: (plugin) => plugin.decorations });

function decorate(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const found: Range<Decoration>[] = [];
  const frontEnd = frontMatterEnd(view);
  const mark = (from: number, to: number, name: string) => {
    if (to > from && from >= frontEnd) found.push(Decoration.mark({ class: name }).range(from, to));
  };
  for (const { from, to } of view.visibleRanges) {
    const code: { from: number; to: number }[] = [];
    syntaxTree(view.state).iterate({
      from,
      to,
      enter(node) {
        const name = CLASSES[node.name];
        if (name !== undefined) mark(node.from, node.to, name);
        if (/Code|Comment|HTML|URL/.test(node.name)) code.push({ from: node.from, to: node.to });
        const lineName = LINE_CLASSES[node.name];
        if (lineName === undefined || node.to <= frontEnd) return;
        const first = doc.lineAt(Math.max(node.from, from, frontEnd)).number;
        const last = doc.lineAt(Math.min(node.to, to)).number;
        for (let line = first; line <= last; line++)
          found.push(Decoration.line({ class: lineName }).range(doc.line(line).from));
      },
    });
    for (let at = from; at <= to; ) {
      const line = doc.lineAt(at);
      if (line.from < frontEnd) found.push(Decoration.line({ class: "cm-md-front" }).range(line.from));
      else {
        for (const [pattern, name] of PATTERNS) {
          for (const match of line.text.matchAll(pattern)) {
            const start = line.from + match.index;
            const inCode = code.some((place) => start >= place.from && start < place.to);
            if (!inCode) mark(start, start + match[0].length, name);
          }
        }
        const hang = hangOf(line.text);
        if (hang > 0) found.push(Decoration.line({ class: `cm-hang-${hang}` }).range(line.from));
      }
      at = line.to + 1;
    }
  }
  return Decoration.set(found, true);
}

/** How far a wrapped list line hangs: as wide as its indent and marker. Classes, since inline styles are not allowed. */
function hangOf(text: string): number {
  const lead = /^[ ]*(?:[-*+]|\d{1,3}[.)])[ ]+(?:\[.\][ ]+)?|^[ ]{2,}(?=\S)/.exec(text)?.[0];
  return Math.min(lead?.length ?? 0, HANG_MAX);
}

/** Offset of the page's body; front matter is drawn as one calm block. */
function frontMatterEnd(view: EditorView): number {
  const { doc } = view.state;
  const first = doc.line(1).text;
  if (!/^\uFEFF?(---|\+\+\+|\{)\s*$/.test(first)) return 0;
  return Math.min(doc.length, readFront(doc.sliceString(0, 20_000)).length);
}
