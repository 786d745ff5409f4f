// The form in which a page keeps its log: which entries belong together, their order, how their dates are written, what
// stands between two of them. A new entry is written in that form.

import { addDays, type LocalDate } from "../../base/index.ts";
import type { List, Page } from "../../page/index.ts";
import type { LogEntry, PageView } from "../item.ts";
import { dateRange, writeDateLike, writeMonthLike } from "./date.ts";
import { allLists, mostCommon } from "./habits.ts";
import { isBlankLine } from "./lines.ts";

/** A rule between entries: `---`, `***`, `___`. */
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

export function isRuleLine(page: Page, line: number): boolean {
  return RULE.test(page.lines.line(line));
}

/** Entries of the same kind and level under the same heading, in document order. */
export function peersOf(view: PageView, entry: LogEntry): LogEntry[] {
  return view.log.filter(
    (other) =>
      other.kind === entry.kind &&
      other.level === entry.level &&
      (entry.kind === "heading"
        ? other.section.parent === entry.section.parent
        : other.section === entry.section) &&
      (entry.kind !== "entry" || listOf(view, other) === listOf(view, entry)),
  );
}

/** The list that a dated list entry stands in. */
export function listOf(view: PageView, entry: LogEntry): List | null {
  if (entry.kind !== "entry") return null;
  return (
    allLists(view.page.blocks).find(({ list }) => list.entries.some(({ line }) => line === entry.line))
      ?.list ?? null
  );
}

/** The entries among which one of that day belongs: those with the newest day, or of its year where years have headings of their own. */
export function modelPeers(view: PageView, from: LocalDate): LogEntry[] {
  const dated = view.log.filter((entry) => entry.from !== null);
  const sameYear = dated.filter((entry) => entry.from!.slice(0, 4) === from.slice(0, 4));
  const newest = (entries: readonly LogEntry[]): LogEntry | undefined =>
    entries.reduce<LogEntry | undefined>(
      (best, entry) => (best === undefined || entry.from! > best.from! ? entry : best),
      undefined,
    );
  const model = newest(sameYear) ?? newest(dated) ?? view.log[0];
  return model === undefined ? [] : peersOf(view, model);
}

/** Whether the newest entry stands first; true where fewer than two say. */
export function isNewestFirst(peers: readonly LogEntry[]): boolean {
  const dates = peers.map(({ from }) => from).filter((from) => from !== null);
  let falls = 0;
  for (let index = 1; index < dates.length; index++)
    falls += Math.sign(dates[index - 1]! < dates[index]! ? -1 : dates[index - 1]! > dates[index]! ? 1 : 0);
  return falls >= 0;
}

/** The peer that a new entry of these dates stands before; null: behind them all. `now` stays where it stands. */
export function peerBelow(
  peers: readonly LogEntry[],
  from: LocalDate,
  newestFirst: boolean,
): LogEntry | null {
  if (newestFirst)
    return peers.find((peer) => peer.from !== null && peer.from < from) ?? lastDatedFollower(peers);
  const last = peers.findLastIndex((peer) => peer.from !== null && peer.from <= from);
  return peers[last + 1] ?? null;
}

function lastDatedFollower(peers: readonly LogEntry[]): LogEntry | null {
  const last = peers.findLastIndex((peer) => peer.from !== null);
  return last === -1 ? null : (peers[last + 1] ?? null);
}

/** The last line of an entry with what the parser was not shown (shortcodes, comments) up to the next heading. */
export function entryEnd(view: PageView, entry: LogEntry, next: LogEntry | undefined): number {
  const { page } = view;
  if (entry.kind !== "heading" || next === undefined || next.line <= entry.line) return entry.endLine;
  const until = Math.min(
    next.line,
    ...view.sections.filter(({ line }) => line > entry.endLine).map(({ line }) => line),
  );
  let last = entry.endLine;
  for (let line = entry.endLine + 1; line < until; line++)
    if (!isBlankLine(page, line) && !isRuleLine(page, line)) last = line;
  return last;
}

/** Lines between two entries: blank ones and rules, as most gaps have them; one blank line where there are no gaps. */
export function gapLines(view: PageView, peers: readonly LogEntry[]): string[] {
  const gaps: string[] = [];
  for (let index = 1; index < peers.length; index++) {
    const gap = gapBetween(view, peers[index - 1]!, peers[index]!);
    if (gap !== null) gaps.push(gap.join("\n"));
  }
  const common = mostCommon(gaps);
  return common === undefined ? [""] : common.split("\n");
}

/** The blank lines and rules between two entries; null where something else stands there. */
export function gapBetween(view: PageView, above: LogEntry, below: LogEntry): string[] | null {
  const { page } = view;
  const lines: string[] = [];
  for (let line = entryEnd(view, above, below) + 1; line < below.line; line++) {
    if (!isBlankLine(page, line) && !isRuleLine(page, line)) return null;
    lines.push(page.lines.line(line).trim());
  }
  return lines;
}

/** Ways to write the dates of a new entry, the page's own forms first. */
export function dateTitles(peers: readonly LogEntry[], from: LocalDate, to: LocalDate | null): string[] {
  const titles: string[] = [];
  const isRange = (entry: LogEntry): boolean =>
    entry.from !== null && entry.to !== null && entry.from !== entry.to;
  const fits = peers.filter((entry) =>
    to === null
      ? entry.open && entry.from !== null
      : from === to
        ? entry.from !== null && entry.from === entry.to
        : isRange(entry),
  );
  if (to !== null && isMonth(from, to))
    for (const title of usualShapes(
      peers.filter((entry) => entry.to !== null && isMonth(entry.from!, entry.to)),
    )) {
      const written = writeMonthLike(from, title);
      if (written !== null) titles.push(written);
    }
  for (const title of usualShapes(fits)) {
    const written = likeTitle(title, from, to);
    if (written !== null) titles.push(written);
  }
  const day = (date: LocalDate): string =>
    peers.map(({ title }) => writeDateLike(date, title)).find((written) => written !== null) ?? date;
  if (to === null) titles.push(`${day(from)} - now`, `${from} - now`, `${from} -`);
  else if (from === to) titles.push(day(from), from);
  else titles.push(`${day(from)} - ${day(to)}`, `${from} - ${to}`);
  return [...new Set(titles)];
}

/** Ways to write the dates of an entry that gets another last day, its own form first. */
export function extendedTitles(
  peers: readonly LogEntry[],
  title: string,
  from: LocalDate,
  until: LocalDate,
): string[] {
  const own = likeTitle(title, from, until);
  return [...new Set([...(own === null ? [] : [own]), ...dateTitles(peers, from, until)])];
}

/** A date whose signs differ, `2021-10/11`. */
const SLIP = /\d{4}([-./])\d{1,2}(?!\1)[-./]\d/;
const SLIP_WEIGHT = 0.1;

function isMonth(from: LocalDate, to: LocalDate): boolean {
  return from.endsWith("-01") && addDays(to, 1).endsWith("-01") && from.slice(0, 7) === to.slice(0, 7);
}

/**
 * One title of each shape, the most usual first: an entry weighs less the further it stands from the newest, so that a habit
 * of today outweighs one of years ago, and a slip does not become the habit.
 */
function usualShapes(entries: readonly LogEntry[]): string[] {
  const shapes = new Map<string, { title: string; weight: number }>();
  const newestFirst = isNewestFirst(entries) ? entries : [...entries].reverse();
  newestFirst.forEach(({ title }, rank) => {
    const shape = title.replace(/\d+/g, "0");
    const known = shapes.get(shape) ?? { title, weight: 0 };
    known.weight += (SLIP.test(title) ? SLIP_WEIGHT : 1) / (rank + 1) ** 1.5;
    shapes.set(shape, known);
  });
  return [...shapes.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 5)
    .map(({ title }) => title);
}

/** A title with its dates replaced: first date, separator, second date, each as it was written. */
function likeTitle(title: string, from: LocalDate, to: LocalDate | null): string | null {
  const first = dateRange(title, true);
  if (first === null) return null;
  const start = writeDateLike(from, title.slice(first.start, first.end), true);
  const rest = title.slice(first.end);
  if (start === null) return null;
  if (to === null) return start + rest;
  if (from === to) return start;
  const second = dateRange(rest, true);
  if (second === null) {
    // `Sep 13 - 17`: the end says its day only, where it is in the same month.
    const day = /^(\s*(?:[-–—~]+|to|至|到)\s*)(\d{1,2})(日|号)?\s*$/.exec(rest);
    if (day === null || from.slice(0, 7) !== to.slice(0, 7)) return null;
    const number = day[2]!.startsWith("0") ? to.slice(8) : String(Number(to.slice(8)));
    return `${start}${day[1]}${number}${day[3] ?? ""}`;
  }
  const end = writeDateLike(to, rest.slice(second.start, second.end), true);
  return end === null ? null : start + rest.slice(0, second.start) + end;
}

const CLOSERS: Readonly<Record<string, string>> = { "[": "]", "(": ")", "（": "）", "【": "】" };

/** What stands before and behind the date on a heading or bold line: marks, emoji, brackets, never words. */
export function frameOf(view: PageView, entry: LogEntry): { before: string; behind: string } | null {
  const { page } = view;
  const line = page.lines.line(entry.line);
  const at = line.indexOf(entry.title.trim());
  const isSetext = entry.kind === "heading" && entry.section.heading!.endLine > entry.line;
  if (at === -1 || isSetext) return null;
  const first = dateRange(entry.title, true);
  const written = line.slice(0, at) + entry.title.slice(0, first?.start ?? 0);
  // Brackets are copied as pairs, `[[2021-09-13]]`; half of a link is none.
  const open = /[[(（【]*$/.exec(written)![0];
  const close = [...open]
    .reverse()
    .map((bracket) => CLOSERS[bracket]!)
    .join("");
  const rest = entry.title.slice(first?.end ?? entry.title.length) + line.slice(at + entry.title.length);
  const paired = rest.startsWith(close) && !/^[([]/.test(rest.slice(close.length));
  const before = paired ? written : written.slice(0, written.length - open.length);
  const behind = line.slice(at + entry.title.trim().length).replace(/^[\])）】]+/, "");
  const closing = /^\s*(?:\*\*|__|#+)?\s*$/.test(behind)
    ? behind.trimEnd()
    : entry.kind === "bold"
      ? before.trim()
      : "";
  return /[\p{L}\p{N}]/u.test(before) ? null : { before, behind: (paired ? close : "") + closing };
}
