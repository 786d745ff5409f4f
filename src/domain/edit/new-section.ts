// A section that the page does not have yet: its headings, one below the other, and the first entry of its list.

import type { Patch } from "../../page/index.ts";
import type { PageView } from "../item.ts";
import { lineEndOf, listStyle } from "./habits.ts";
import { startBlock } from "./insert.ts";

/** A section at the end of the page, before shortcodes and comments that end it, at the level of the others. */
export function newSection(view: PageView, headings: readonly string[], content: string): Patch {
  const eol = lineEndOf(view);
  const levels = view.sections.filter(({ heading }) => heading !== null).map(({ level }) => level);
  const tops = levels.filter((level) => level === 1).length;
  const level = levels.length === 0 ? 2 : tops === 1 ? 2 : Math.min(...levels);
  const written = [
    ...headings.flatMap((heading, depth) => [`${"#".repeat(Math.min(6, level + depth))} ${heading}`, ""]),
    `${bulletOf(view)}${content}`,
  ].join(eol);
  return startBlock(view, endOfPage(view), written, false);
}

/** A line that is nothing but shortcodes or a comment. */
const TAG_LINE = /^\s*(?:\{\{[<%].*[>%]\}\}|<!--.*-->|\{\/\*.*\*\/\})?\s*$/;

/** The last line with content, leaving shortcodes and comments that end the page behind it. */
function endOfPage({ page }: PageView): number {
  const last = page.blocks.at(-1);
  let end = page.lines.count;
  const floor = Math.max(last?.endLine ?? 0, page.frontMatter?.lines ?? 0);
  while (
    end > floor &&
    (last?.kind === "heading" ? page.lines.line(end).trim() === "" : TAG_LINE.test(page.lines.line(end)))
  )
    end--;
  return end <= (page.frontMatter?.lines ?? 0) ? 0 : end;
}

export function bulletOf(view: PageView): string {
  const { marker, gap } = listStyle(view, view.page.lines.count);
  return `${marker}${gap}`;
}
