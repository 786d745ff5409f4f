// Cuts entries out of the log so that one gap stays where two were: no doubled blank lines, no doubled rules.

import type { Patch } from "../../page/index.ts";
import type { LogEntry, PageView } from "../item.ts";
import { numberList } from "./insert.ts";
import { cutEntries, cutLines, isBlankLine } from "./lines.ts";
import { entryEnd, isRuleLine, listOf, peersOf } from "./log-form.ts";

/** Patches that cut entries of one kind that stand behind one another. */
export function cutLogRun(view: PageView, run: readonly LogEntry[]): Patch[] {
  const { page } = view;
  const first = run[0]!;
  const last = run[run.length - 1]!;
  const list = listOf(view, first);
  if (list !== null) {
    const lines = new Set(run.map(({ line }) => line));
    const cut = new Set(list.entries.filter(({ line }) => lines.has(line)));
    return [...cutEntries(page, list, cut), ...numberList(page, list, list.entries.length, 0, cut).patches];
  }
  const peers = peersOf(view, first);
  const before = peers[peers.indexOf(first) - 1];
  const behind = peers[peers.indexOf(last) + 1];
  const end = entryEnd(view, last, behind);
  const above = gapAbove(view, first.line);
  const below = gapBelow(view, end);
  const adjacentBefore =
    before !== undefined && entryEnd(view, before, first) === first.line - above.lines - 1;
  const adjacentBehind = behind !== undefined && behind.line === end + below.lines + 1;
  if (adjacentBehind && (!adjacentBefore || below.rules <= above.rules))
    return [cutLines(page, { first: first.line, last: end + below.lines })];
  if (adjacentBefore) return [cutLines(page, { first: first.line - above.lines, last: end })];
  const blanks = Math.min(above.blanks, below.blanks);
  const atEnd = end + below.blanks >= page.lines.count;
  return [cutLines(page, { first: first.line - (atEnd ? above.blanks : blanks), last: end })];
}

interface Gap {
  lines: number;
  rules: number;
  /** Blank lines next to the entry. */
  blanks: number;
}

function gapAbove(view: PageView, line: number): Gap {
  return gap(view, line, -1);
}

function gapBelow(view: PageView, line: number): Gap {
  return gap(view, line, 1);
}

function gap({ page }: PageView, line: number, step: 1 | -1): Gap {
  const found: Gap = { lines: 0, rules: 0, blanks: 0 };
  const floor = page.frontMatter?.lines ?? 0;
  for (let at = line + step; at > floor && at <= page.lines.count; at += step) {
    const rule = isRuleLine(page, at);
    if (!rule && !isBlankLine(page, at)) break;
    if (rule) found.rules++;
    else if (found.rules === 0) found.blanks++;
    found.lines++;
  }
  return found;
}
