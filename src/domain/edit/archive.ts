// Moves old entries of the log to the archive page of their year: cut here, written there with every byte of their text.

import { AppError, dominantLineEnd, type LocalDate, yearOf } from "../../base/index.ts";
import { applyPatches, normalizePatches, type Patch } from "../../page/index.ts";
import type { LogEntry, PageView } from "../item.ts";
import { lineEndOf } from "./habits.ts";
import { cutLogRun } from "./log-cut.ts";
import { entryEnd, gapBetween, gapLines, isNewestFirst, listOf, peerBelow, peersOf } from "./log-form.ts";
import { LOG_HEADING, sayEdit } from "./messages.ts";
import type { EditOptions } from "./request.ts";
import { readAgain } from "./try.ts";
import { verifyEdit } from "./verify.ts";
import { isArchived } from "./verify-log.ts";

export interface YearArchive {
  year: number;
  /** For the archive page that exists; empty where it is to be created. */
  patches: Patch[];
  /** Text of a new archive page; null where there is one. */
  create: string | null;
}

export interface LogArchive {
  /** Patches of the page that the entries leave. */
  page: Patch[];
  archives: YearArchive[];
}

/**
 * Moves entries that ended before a day to the archive of the year in which they began. `archiveOf` gives the archive page of
 * a year, or null where there is none yet.
 * @throws AppError invalid where a page would not read back right.
 */
export function archiveLog(
  view: PageView,
  before: LocalDate,
  archiveOf: (year: number) => PageView | null,
  options: EditOptions = {},
): LogArchive {
  const old = view.log.filter((entry) => isArchived(entry, before));
  if (old.length === 0) return { page: [], archives: [] };
  const page = cutEntriesOf(view, old);
  const rest = readAgain(view, applyPatches(view.page.text, page), options);
  const wrong = verifyEdit(view, rest, { kind: "archive", before, patches: page }, options.tongue);
  if (wrong !== null) throw refused(wrong.message, options);
  const years = [...new Set(old.map(({ from }) => yearOf(from!)))].sort((a, b) => a - b);
  const archives = years.map((year) => {
    const entries = old.filter(({ from }) => yearOf(from!) === year);
    const archive = archiveOf(year);
    return archive === null
      ? createArchive(view, year, entries, options)
      : joinArchive(view, archive, year, entries, options);
  });
  return { page, archives };
}

function refused(message: string, options: EditOptions): AppError {
  const { notReadBack, writeByHand } = sayEdit(options.tongue ?? "en");
  return new AppError("invalid", notReadBack(message), { hint: writeByHand() });
}

/** Entries that stand behind one another are cut as one. */
function cutEntriesOf(view: PageView, old: readonly LogEntry[]): Patch[] {
  const runs: LogEntry[][] = [];
  const lists = new Map<unknown, LogEntry[]>();
  for (const entry of old) {
    const list = listOf(view, entry);
    if (list !== null) {
      // All entries of one list at once, since their gaps belong together.
      const known = lists.get(list);
      if (known !== undefined) known.push(entry);
      else {
        const run = [entry];
        lists.set(list, run);
        runs.push(run);
      }
      continue;
    }
    const run = runs.at(-1);
    const last = run?.at(-1);
    const peers = peersOf(view, entry);
    if (last !== undefined && peers[peers.indexOf(entry) - 1] === last && nothingBetween(view, last, entry))
      run!.push(entry);
    else runs.push([entry]);
  }
  return normalizePatches(
    runs.flatMap((run) => cutLogRun(view, run)),
    view.page.text,
  );
}

/** Whether no heading of another kind stands between two entries. */
function nothingBetween(view: PageView, above: LogEntry, below: LogEntry): boolean {
  return !view.page.blocks.some(
    (block) =>
      block.line > above.endLine &&
      block.line < below.line &&
      !(block.kind === "other" && block.what === "rule"),
  );
}

/** The entry as it stands on the page, from the start of its line, with the line ends of the archive. */
function sourceOf(view: PageView, entry: LogEntry, eol: string): string {
  const { lines, text } = view.page;
  const peers = peersOf(view, entry);
  const end = entryEnd(view, entry, peers[peers.indexOf(entry) + 1]);
  const source = text.slice(lines.start(entry.line), lines.end(end)).replace(/^\ufeff/, "");
  return source.replace(/\r\n|\r|\n/g, eol);
}

function isBlock(entry: LogEntry): boolean {
  return entry.kind !== "entry";
}

/** Entries in the order of the page, with what the page puts between two of them. */
function stackOf(view: PageView, entries: readonly LogEntry[], eol: string): string {
  const parts: string[] = [];
  entries.forEach((entry, index) => {
    if (index > 0) {
      const above = entries[index - 1]!;
      const between = above.kind === entry.kind ? gapBetween(view, above, entry) : [""];
      parts.push(...(between ?? (isBlock(entry) ? gapLines(view, peersOf(view, entry)) : [])));
    }
    parts.push(sourceOf(view, entry, eol));
  });
  return parts.join(eol);
}

// ---- a new archive ----

function createArchive(
  view: PageView,
  year: number,
  entries: readonly LogEntry[],
  options: EditOptions,
): YearArchive {
  const eol = lineEndOf(view);
  const stack = stackOf(view, entries, eol);
  const heading = entries[0]!.section.dated ? entries[0]!.section.parent : entries[0]!.section;
  const name = LOG_HEADING[view.language === "en" ? "en" : "zh"];
  const above = heading?.heading == null ? `## ${name}` : view.page.lines.line(heading.line);
  for (const head of [
    headOf(view, year, `${view.title ?? name} - ${year}`, eol),
    headOf(view, year, `${name} - ${year}`, eol),
  ]) {
    for (const section of ["", above + eol + eol]) {
      const text = `${head}${section}${stack}${eol}`;
      const wrong = missingIn(readAgain(view, text, options), [], entries);
      if (wrong === null) return { year, patches: [], create: text };
    }
  }
  throw refused(`“${entries[0]!.title}”`, options);
}

/** Front matter as the page has it, with a title of its own; a page without gets a first heading. */
function headOf(view: PageView, year: number, title: string, eol: string): string {
  const { frontMatter, text } = view.page;
  if (frontMatter === null) return `# ${title}${eol}${eol}`;
  const source = text.slice(frontMatter.from, frontMatter.to);
  if (frontMatter.format === "json")
    return `${JSON.stringify({ title, date: `${year}-12-31` }, null, 2).replace(/\n/g, eol)}${eol}${eol}`;
  const isToml = frontMatter.format === "toml";
  const fence = isToml ? "+++" : "---";
  const written = (isToml ? /^title\s*=\s*(["'])/m : /^title\s*:\s*(["']?)/m).exec(source)?.[1] ?? "";
  const quoted =
    written === "'"
      ? `'${title.replaceAll("'", isToml ? "’" : "''")}'`
      : written === '"' || isToml
        ? JSON.stringify(title)
        : needsQuotes(title)
          ? JSON.stringify(title)
          : title;
  const date = (isToml ? /^date\s*=\s*(["']?)\d{4}/m : /^date\s*:\s*(["']?)\d{4}/m).exec(source);
  const dated = date === null ? "" : `date${isToml ? " = " : ": "}${date[1]}${year}-12-31${date[1]}${eol}`;
  return `${fence}${eol}title${isToml ? " = " : ": "}${quoted}${eol}${dated}${fence}${eol}${eol}`;
}

function needsQuotes(title: string): boolean {
  return /^[\s\-?:,[\]{}#&*!|>'"%@`]|:\s|\s#|:$|^\s|\s$/.test(title);
}

// ---- an archive that exists ----

function joinArchive(
  view: PageView,
  archive: PageView,
  year: number,
  entries: readonly LogEntry[],
  options: EditOptions,
): YearArchive {
  for (const place of [placeByDate, placeAtEnd]) {
    const patches = normalizePatches(place(view, archive, entries), archive.page.text);
    const after = readAgain(archive, applyPatches(archive.page.text, patches), options);
    if (missingIn(after, archive.log, entries) === null) return { year, patches, create: null };
  }
  throw refused(`“${entries[0]!.title}” (${archive.page.name})`, options);
}

/** Each entry among those of the archive, in the archive's order. */
function placeByDate(view: PageView, archive: PageView, entries: readonly LogEntry[]): Patch[] {
  const eol = dominantLineEnd(archive.page.text);
  const { lines, text } = archive.page;
  const sameKind = archive.log.filter(({ kind }) => kind === entries[0]!.kind);
  if (sameKind.length === 0) return placeAtEnd(view, archive, entries);
  const peers = peersOf(archive, sameKind[0]!);
  const newestFirst =
    peers.length > 1 ? isNewestFirst(peers) : isNewestFirst(entries.length > 1 ? entries : view.log);
  const gap = !isBlock(entries[0]!)
    ? []
    : peers.length > 1
      ? gapLines(archive, peers)
      : gapLines(view, peersOf(view, entries[0]!));
  const sorted = [...entries].sort(
    (a, b) => (a.from! < b.from! ? -1 : a.from! > b.from! ? 1 : 0) * (newestFirst ? -1 : 1),
  );
  const spots = new Map<LogEntry | null, string[]>();
  for (const entry of sorted) {
    const below = peerBelow(peers, entry.from!, newestFirst);
    spots.set(below, [...(spots.get(below) ?? []), sourceOf(view, entry, eol)]);
  }
  const tail = gap.map((line) => line + eol).join("");
  const patches: Patch[] = [];
  for (const [below, sources] of spots) {
    if (below !== null) {
      const start = Math.max(lines.start(below.line), text.startsWith("\ufeff") ? 1 : 0);
      patches.push({ from: start, to: start, insert: sources.map((source) => source + eol + tail).join("") });
    } else {
      const at = lines.end(peers[peers.length - 1]!.endLine);
      patches.push({
        from: at,
        to: at,
        insert: sources.map((source) => [...gap, source].map((line) => eol + line).join("")).join(""),
      });
    }
  }
  return patches;
}

/** Behind everything that the archive holds. */
function placeAtEnd(view: PageView, archive: PageView, entries: readonly LogEntry[]): Patch[] {
  const eol = dominantLineEnd(archive.page.text);
  const { text } = archive.page;
  const gap =
    text === ""
      ? ""
      : /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(text)
        ? ""
        : /[\r\n]$/.test(text)
          ? eol
          : eol + eol;
  return [{ from: text.length, to: text.length, insert: gap + stackOf(view, entries, eol) + eol }];
}

/** What the archive lacks: entries that it had, or that were to be added. Null where it has them all. */
function missingIn(after: PageView, had: readonly LogEntry[], added: readonly LogEntry[]): string | null {
  const sign = (entry: LogEntry): string =>
    JSON.stringify([entry.from, entry.to, entry.open, entry.bullets.map(({ depth, text }) => [depth, text])]);
  const wanted = [...had, ...added].map(sign).sort();
  const found = after.log.map(sign).sort();
  return wanted.length === found.length && wanted.every((value, index) => value === found[index])
    ? null
    : (wanted.find((value) => !found.includes(value)) ?? "");
}
