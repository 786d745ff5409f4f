// What a site generator would expand or a browser would obey, as quiet tags: Hugo shortcodes, Liquid and Nunjucks,
// MDX expressions' tags, HTML, comments, wiki links. Nothing is run and nothing is hidden: the whole source of a tag is
// its title.

import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";

const SHORTCODE = /^\{\{[<%][\s\S]*?[%>]\}\}|^\{%[\s\S]*?%\}|^\{\{[\s\S]*?\}\}|^\{#[\s\S]*?#\}/;
const COMMENT = /^<!--[\s\S]*?-->/;
const HTML_TAG = /^<(\/?)([A-Za-z][A-Za-z0-9.-]*)(?:\s[^<>]*|\/)?>/;
const WIKI = /^!?\[\[([^\]\n|]*)(?:\|([^\]\n]*))?\]\]/;
/** Elements whose content is not text for people. */
const OPAQUE = /^ {0,3}<(script|style|svg|iframe|object|template)\b/i;

export function addQuietTags(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "quiet_tag", readTag);
  md.inline.ruler.before("link", "quiet_wiki", readWiki);
  md.block.ruler.before("fence", "quiet_block", readBlock, { alt: ["paragraph", "list"] });
  const { escapeHtml } = md.utils;
  const { rules } = md.renderer;
  rules.quiet_tag = (tokens, index) => {
    const { content, info } = tokens[index]!;
    return `<span class="preview-tag" title="${escapeHtml(content)}">${escapeHtml(info)}</span>`;
  };
  rules.quiet_block = (tokens, index) => {
    const token = tokens[index]!;
    const line = escapeHtml(String(token.attrGet("data-line") ?? ""));
    return `<p data-line="${line}"><span class="preview-tag" title="${escapeHtml(token.content)}">${escapeHtml(token.info)}</span></p>\n`;
  };
  rules.quiet_break = () => "<br>\n";
  rules.quiet_wiki = (tokens, index) =>
    `<span class="preview-local" title="${escapeHtml(tokens[index]!.info)}">${escapeHtml(tokens[index]!.content)}</span>`;
  rules.quiet_box = (tokens, index) => {
    const sign = tokens[index]!.content;
    const state = /[xX]/.test(sign) ? "done" : sign === "/" ? "doing" : sign === "-" ? "dropped" : "open";
    return `<span class="preview-box" data-state="${state}" role="img" aria-label="[${escapeHtml(sign)}]"></span>`;
  };
}

function readTag(state: StateInline, silent: boolean): boolean {
  const sign = state.src[state.pos];
  if (sign !== "{" && sign !== "<") return false;
  const rest = state.src.slice(state.pos);
  const source = (sign === "{" ? SHORTCODE.exec(rest) : (COMMENT.exec(rest) ?? HTML_TAG.exec(rest)))?.[0];
  // `<https://…>` and `<me@example.org>` are links; the rule for them comes later.
  if (source === undefined || /^<[A-Za-z][A-Za-z0-9+.-]*[:@]/.test(source)) return false;
  if (!silent) {
    if (/^<br\s*\/?>$/i.test(source)) state.push("quiet_break", "br", 0);
    else {
      const token = state.push("quiet_tag", "", 0);
      token.content = source;
      token.info = nameTag(source);
    }
  }
  state.pos += source.length;
  return true;
}

function readWiki(state: StateInline, silent: boolean): boolean {
  const found = WIKI.exec(state.src.slice(state.pos, state.pos + 500));
  if (found === null || found[1] === "") return false;
  if (!silent) {
    const token = state.push("quiet_wiki", "", 0);
    token.content = found[2] ?? found[1]!;
    token.info = found[1]!;
  }
  state.pos += found[0].length;
  return true;
}

/** Comments and opaque elements that span lines, blank ones too. */
function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const line = (number: number) =>
    state.src.slice(state.bMarks[number]! + state.tShift[number]!, state.eMarks[number]);
  const first = line(startLine);
  const opaque = OPAQUE.exec(first)?.[1];
  const close = first.startsWith("<!--") ? "-->" : opaque === undefined ? null : `</${opaque.toLowerCase()}`;
  if (close === null) return false;
  let last = startLine;
  while (last < endLine && !line(last).toLowerCase().includes(close)) last++;
  if (last === endLine) return false;
  // Text behind a comment on its line belongs to a paragraph.
  const tail = line(last).toLowerCase().split(close).slice(1).join("");
  if (close === "-->" && tail.trim() !== "") return false;
  if (silent) return true;
  const token = state.push("quiet_block", "", 0);
  token.content = state.getLines(startLine, last + 1, state.blkIndent, false);
  token.info = nameTag(token.content);
  token.map = [startLine, last + 1];
  state.line = last + 1;
  return true;
}

/** The short name that a tag shows: `figure`, `/details`, `more`. */
function nameTag(source: string): string {
  const comment = /^<!--\s*([\s\S]*?)\s*-->/.exec(source)?.[1];
  if (comment !== undefined) return `‹!› ${shorten(comment)}`;
  const inside = source
    .replace(/^(\{\{[<%]?|\{%|\{#|<)[-\s]*/, "")
    .replace(/[-\s]*([%>]?\}\}|%\}|#\}|>)$/, "");
  if (source.startsWith("<")) return `‹${shorten(inside.split(/[\s>]/)[0] ?? "")}›`;
  // `include header.html` says more than `include`; the settings of a figure do not.
  const [name = "", next = ""] = inside.split(/\s+/);
  return `{ ${shorten(/[="'`]/.test(next) ? name : `${name} ${next}`)} }`;
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return flat.length > 32 ? `${flat.slice(0, 31)}…` : flat;
}
