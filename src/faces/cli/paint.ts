// Colours and widths. Colours only on a terminal, never with NO_COLOR (no-color.org); widths as a terminal counts them,
// so that Chinese columns stand straight.

import type { styleText } from "node:util";
import type { CliDesk, Output } from "./desk.ts";
import { charactersOf, widthOf } from "./width.ts";

export { widthOf } from "./width.ts";

type Style = Parameters<typeof styleText>[0];

export interface Paint {
  dim(text: string): string;
  bold(text: string): string;
  good(text: string): string;
  warm(text: string): string;
  bad(text: string): string;
  accent(text: string): string;
}

export function paintFor(output: Output, env: CliDesk["env"]): Paint {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "" && env.FORCE_COLOR !== "0";
  const coloured = !env.NO_COLOR && (forced || (output.isTty && env.TERM !== "dumb"));
  const style = (name: Style) => (text: string) =>
    coloured && text !== ""
      ? process.getBuiltinModule("node:util").styleText(name, text, { validateStream: false })
      : text;
  return {
    dim: style("dim"),
    bold: style("bold"),
    good: style("green"),
    warm: style("yellow"),
    bad: style("red"),
    accent: style("cyan"),
  };
}

/** Blanks behind the text up to a width. */
export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** The text cut to a width, with `…` where something is missing. */
export function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let cut = "";
  let used = 0;
  for (const character of charactersOf(text)) {
    const wide = widthOf(character);
    if (used + wide > width - 1) break;
    cut += character;
    used += wide;
  }
  return `${cut}…`;
}

/** The text in lines of a width, broken at blanks and between wide characters; what is longer than a line stays whole. */
export function wrapTo(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [piece] of text.matchAll(
    /[（“《「『]*(?:\p{Script=Han}[，。、；：？！”）》」』]*|[^\s\p{Script=Han}（“《「『]+)\s*|[（“《「『]+\s*|\s+/gu,
  )) {
    if (line !== "" && widthOf(line) + widthOf(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** Control characters of a page must not steer the terminal (colours, titles, cursor). Bytes that are not UTF-8 become U+FFFD. */
export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\t/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, "�");
}
