// Markdown to HTML for the screens: the page as it will look, and the bullets of the log.
// Raw HTML never becomes HTML, `javascript:` never a link, and no picture is fetched: what a generator would expand
// (shortcodes, Liquid, tags) stands as a quiet tag, a picture as its description.
// Block elements carry `data-line`, the 1-based line of the source, so that text and preview scroll together.

import MarkdownItCallable, { type MarkdownIt, type StateCore, type Token } from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import { isCjk } from "../../../base/index.ts";
import { readFront } from "./preview-front.ts";
import { addQuietTags } from "./preview-tags.ts";

export type PreviewEnv = {
  /** Added to every line number: lines of front matter, or where an excerpt stands in its file. */
  lineShift?: number;
  /** Words to mark, in any case. */
  find?: string;
  /** What a picture without a description is called. */
  pictureWord?: string;
};

const markdown = createMarkdown();

function createMarkdown(): MarkdownIt {
  const md = new MarkdownItCallable({ html: false, linkify: true, typographer: false });
  md.use(cjkFriendly);
  md.use(addQuietTags);
  // `kilo.c` and `example.md` are files, not sites: only what has a scheme becomes a link.
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  md.core.ruler.push("lines", markLines);
  md.core.ruler.push("boxes", markBoxes);
  md.core.ruler.push("ranks", rankHeadings);
  const { rules } = md.renderer;
  rules.softbreak = (tokens, index) => (joinsCjk(tokens[index - 1], tokens[index + 1]) ? "" : "\n");
  rules.text = (tokens, index, _options, env) =>
    markFound(tokens[index]!.content, (env as PreviewEnv | undefined)?.find);
  rules.code_inline = (tokens, index, _options, env) =>
    `<code>${markFound(tokens[index]!.content, (env as PreviewEnv | undefined)?.find)}</code>`;
  rules.image = (tokens, index, _options, env) => picture(tokens[index]!, env as PreviewEnv | undefined);
  rules.link_open = openLink;
  rules.link_close = (tokens, index) => (isOutside(openerOf(tokens, index)) ? "</a>" : "</span>");
  // Column alignment as a class: an inline style would need a laxer Content-Security-Policy.
  for (const cell of ["th_open", "td_open"]) {
    rules[cell] = (tokens, index, options, _env, self) => {
      const style = /right|center/.exec(String(tokens[index]!.attrGet("style") ?? ""))?.[0];
      const attrs = (tokens[index]!.attrs ?? []).filter(([name]) => name !== "style");
      tokens[index]!.attrs = style === undefined ? attrs : [...attrs, ["class", `align-${style}`]];
      return self.renderToken(tokens, index, options);
    };
  }
  // The look of a heading follows the page, its rank in the outline follows `rankHeadings`.
  for (const edge of ["heading_open", "heading_close"]) {
    rules[edge] = (tokens, index, options, _env, self) => {
      const token = tokens[index]!;
      if (edge === "heading_open") token.attrJoin("class", `preview-h${token.markup.length || 1}`);
      return self.renderToken(tokens, index, options);
    };
  }
  rules.table_open = (tokens, index, options, _env, self) =>
    `<div class="preview-table" tabindex="0" role="group">${self.renderToken(tokens, index, options)}`;
  rules.table_close = () => "</table></div>\n";
  const fence = rules.fence!;
  rules.fence = (tokens, index, options, env, self) => {
    const line = tokens[index]!.attrGet("data-line");
    tokens[index]!.attrs = null;
    return `<div class="preview-code" data-line="${line ?? ""}">${fence(tokens, index, options, env, self)}</div>`;
  };
  return md;
}

/** The page's HTML, front matter as a table of its own. Lines count from the start of the file. */
export function renderPage(text: string, env: PreviewEnv = {}): { html: string; front: [string, string][] } {
  const front = readFront(text);
  const body = text.slice(front.length);
  return { html: markdown.render(body, { ...env, lineShift: front.lines }), front: front.fields };
}

/** HTML of an excerpt, such as a log entry below its date. `env.lineShift` is the line before its first. */
export function renderBlocks(source: string, env: PreviewEnv = {}): string {
  return markdown.render(source, env);
}

/** HTML of one run of text without blocks. */
export function renderRun(source: string, env: PreviewEnv = {}): string {
  return markdown.renderInline(source, env);
}

/** A list entry in an excerpt: where it stands and what it says, for editing in place. */
export interface SourceBullet {
  /** 0-based line in the excerpt. */
  line: number;
  depth: number;
  /** Place in reading order, from 0. */
  index: number;
  /** Its number in an ordered list, else null. */
  number: string | null;
  /** Markdown of its first paragraph, without marker. */
  source: string;
}

export type LogBlock =
  | { kind: "bullet"; bullet: SourceBullet; children: LogBlock[] }
  | { kind: "html"; html: string };

/** An excerpt as a tree: list entries that can be edited one by one, everything else as HTML. */
export function readBlocks(source: string, env: PreviewEnv = {}): LogBlock[] {
  const tokens = markdown.parse(source, env);
  const top: LogBlock[] = [];
  let count = 0;
  const open: { into: LogBlock[]; depth: number }[] = [{ into: top, depth: -1 }];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const here = open[open.length - 1]!;
    if (token.type === "list_item_open") {
      const depth = here.depth + 1;
      const line = token.map?.[0] ?? 0;
      const first = tokens[at + 1]?.type === "paragraph_open" ? tokens[at + 2] : undefined;
      const children: LogBlock[] = [];
      here.into.push({
        kind: "bullet",
        bullet: { line, depth, index: count++, number: token.info || null, source: first?.content ?? "" },
        children,
      });
      open.push({ into: children, depth });
      if (first !== undefined) at += 3;
    } else if (token.type === "list_item_close") open.pop();
    else if (!/^(bullet|ordered)_list_/.test(token.type)) {
      const end = closing(tokens, at);
      here.into.push({
        kind: "html",
        html: markdown.renderer.render(tokens.slice(at, end + 1), markdown.options, env),
      });
      at = end;
    }
  }
  return top;
}

function closing(tokens: Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    depth += tokens[at]!.nesting;
    if (depth <= 0) return at;
  }
  return tokens.length - 1;
}

function markLines(state: StateCore): void {
  const shift = (state.env as PreviewEnv | undefined)?.lineShift ?? 0;
  for (const token of state.tokens) {
    if (token.map !== null && token.nesting >= 0 && token.type !== "inline") {
      token.attrSet("data-line", String(token.map[0] + 1 + shift));
    }
  }
}

/**
 * Puts the page's headings below the screen's own, without gaps: a page that starts at `###` starts at h2 here. The
 * level as written stays in `markup`, for the look.
 */
function rankHeadings(state: StateCore): void {
  const openings = state.tokens.filter(({ type }) => type === "heading_open");
  const highest = Math.min(...openings.map(({ tag }) => Number(tag.slice(1))));
  let rank = 1;
  for (let at = 0; at < state.tokens.length; at++) {
    const token = state.tokens[at]!;
    if (token.type === "heading_open") {
      const level = Number(token.tag.slice(1));
      rank = Math.min(rank + 1, level - highest + 2, 6);
      token.markup = "#".repeat(level);
      token.tag = `h${rank}`;
    } else if (token.type === "heading_close") token.tag = `h${rank}`;
  }
}

/** `- [ ] text`: the box as a sign; it is not clickable, the text beside it is what one edits. */
function markBoxes(state: StateCore): void {
  for (let at = 2; at < state.tokens.length; at++) {
    const token = state.tokens[at]!;
    if (token.type !== "inline" || state.tokens[at - 2]!.type !== "list_item_open") continue;
    const first = token.children?.[0];
    const box = first?.type === "text" ? /^\[([ xX\-/<>?!*~@])\](?:\s|$)/.exec(first.content) : null;
    if (first === undefined || box === null) continue;
    first.content = first.content.slice(box[0].length);
    const sign = new state.Token("quiet_box", "", 0);
    sign.content = box[1]!;
    token.children!.unshift(sign);
  }
}

function joinsCjk(before: Token | undefined, after: Token | undefined): boolean {
  return isCjk([...(before?.content ?? "")].pop()) && isCjk([...(after?.content ?? "")][0]);
}

export function escapeHtml(text: string): string {
  return markdown.utils.escapeHtml(text);
}

/** Escaped text with every place of `find` marked. */
function markFound(text: string, find: string | undefined): string {
  if (find === undefined || find === "") return escapeHtml(text);
  const low = text.toLowerCase();
  const want = find.toLowerCase();
  // Lower case may change the length (İ); marks would then slip, so there are none.
  if (low.length !== text.length) return escapeHtml(text);
  let html = "";
  let at = 0;
  for (let next = low.indexOf(want); next >= 0; next = low.indexOf(want, at)) {
    html += `${escapeHtml(text.slice(at, next))}<mark>${escapeHtml(text.slice(next, next + want.length))}</mark>`;
    at = next + want.length;
  }
  return html + escapeHtml(text.slice(at));
}

function picture(token: Token, env: PreviewEnv | undefined): string {
  const source = String(token.attrGet("src") ?? "");
  const words = token.content || source.split("/").pop() || env?.pictureWord || "image";
  const label = escapeHtml(words);
  return `<span class="preview-picture" role="img" aria-label="${label}" title="${escapeHtml(source)}">${label}</span>`;
}

/** Only links to other places leave; a path or an anchor of the blog leads nowhere from here. */
function isOutside(token: Token | undefined): boolean {
  return /^(https?:|mailto:)/i.test(String(token?.attrGet("href") ?? ""));
}

function openLink(tokens: Token[], index: number): string {
  const token = tokens[index]!;
  const href = escapeHtml(String(token.attrGet("href") ?? ""));
  if (!isOutside(token)) return `<span class="preview-local" title="${href}">`;
  return `<a href="${href}" target="_blank" rel="noopener noreferrer" title="${href}">`;
}

function openerOf(tokens: Token[], close: number): Token | undefined {
  for (let at = close - 1, depth = 1; at >= 0; at--) {
    if (tokens[at]!.type === "link_close") depth++;
    else if (tokens[at]!.type === "link_open" && --depth === 0) return tokens[at];
  }
  return undefined;
}
