// Writes entries at a spot: in the style of their new neighbours, with the blank lines that the list keeps, and with
// numbers that go on where the list is numbered.

import { AppError } from "../../base/index.ts";
import type { Entry, List, Page, Patch } from "../../page/index.ts";
import type { PageView } from "../item.ts";
import {
  blanksBelowHeadings,
  blanksBetween,
  hasBoxes,
  lineEndOf,
  listStyle,
  stepLead,
  stepMarker,
} from "./habits.ts";
import {
  blanksBelow,
  columnOf,
  contentColumn,
  type EntryHead,
  entryGap,
  entryLead,
  entrySpan,
  hasOwnLines,
  isBlankLine,
  leadOf,
} from "./lines.ts";
import type { Spot } from "./place.ts";

/** Writes one entry under a head; `boxed`: whether its new neighbours have checkboxes, null where there are none. */
export type WriteEntry = (head: EntryHead, boxed: boolean | null) => string[];

/**
 * Patches that put entries at a spot, and renumber the list there.
 * @param cut entries of the page that are cut by the same edit, so that they count as gone.
 */
export function insertEntries(
  view: PageView,
  spot: Spot,
  writers: readonly WriteEntry[],
  cut: ReadonlySet<Entry> = new Set(),
): Patch[] {
  const rest = spot.list?.entries.filter((entry) => !cut.has(entry)) ?? [];
  if (spot.list === null || (rest.length === 0 && spot.replace === null)) {
    return spot.list === null ? startList(view, spot, writers) : refill(view, spot, spot.list, writers);
  }
  return spot.replace !== null
    ? takePlace(view, spot, writers)
    : joinList(view, spot, spot.list, writers, cut);
}

function joinList(
  view: PageView,
  spot: Spot,
  list: List,
  writers: readonly WriteEntry[],
  cut: ReadonlySet<Entry>,
): Patch[] {
  const { page } = view;
  const eol = lineEndOf(view);
  const above = list.entries.slice(0, spot.index).findLast((entry) => !cut.has(entry));
  const below = list.entries.slice(spot.index).find((entry) => !cut.has(entry));
  const like = (above ?? below)!;
  if (!hasOwnLines(page, like))
    throw new AppError("invalid", "The list shares its first line with another entry.");
  const gap = eol.repeat(blanksBetween(page, list, cut));
  const numbers = numberList(page, list, spot.index, writers.length, cut);
  const boxed = hasBoxes(list, cut);
  const written = writers.map((write, at) =>
    write({ ...headLike(page, like), marker: numbers.added[at]! }, boxed).join(eol),
  );
  const patch: Patch =
    above !== undefined
      ? {
          ...at(page.lines.end(lastKept(page, above, cut))),
          insert: written.map((entry) => eol + gap + entry).join(""),
        }
      : { ...at(lineStart(page, below!.line)), insert: written.map((entry) => entry + eol + gap).join("") };
  return [patch, ...numbers.patches];
}

/** The last line of an entry that stays when entries below it are cut. */
function lastKept(page: Page, entry: Entry, cut: ReadonlySet<Entry>): number {
  let { last } = entrySpan(page, entry);
  for (;;) {
    const gone = [...cut]
      .map((other) => entrySpan(page, other))
      .find((span) => span.first > entry.line && span.first <= last && span.last >= last);
    if (gone === undefined) return last;
    last = gone.first - 1;
    while (last > entry.line && isBlankLine(page, last)) last--;
  }
}

/** The offset where a line starts, behind a byte-order mark. */
function lineStart(page: Page, line: number): number {
  const start = page.lines.start(line);
  return start === 0 && page.text.startsWith("\ufeff") ? 1 : start;
}

function at(offset: number): { from: number; to: number } {
  return { from: offset, to: offset };
}

function headLike(page: Page, entry: Entry): EntryHead {
  return {
    lead: entryLead(page, entry),
    marker: page.text.slice(entry.marker.from, entry.marker.to),
    gap: entryGap(page, entry),
  };
}

/** All entries of the list are cut, and others take their place. */
function refill(view: PageView, spot: Spot, list: List, writers: readonly WriteEntry[]): Patch[] {
  const { page } = view;
  const first = list.entries[0]!;
  if (!hasOwnLines(page, first))
    throw new AppError("invalid", "The list shares its first line with another entry.");
  const eol = lineEndOf(view);
  const numbers = numberList(page, list, 0, writers.length, new Set(list.entries));
  const written = writers.map((write, index) =>
    write({ ...headLike(page, first), marker: numbers.added[index]! }, null).join(eol),
  );
  const last = entrySpan(page, list.entries[spot.list!.entries.length - 1]!).last;
  const insert = written.join(eol);
  // Behind the last line that is cut, so that both edits lie side by side.
  return last >= page.lines.count && page.lines.end(last) === page.text.length
    ? [{ ...at(page.text.length), insert: eol + insert }]
    : [{ ...at(page.lines.start(last + 1)), insert: insert + eol }];
}

/** A placeholder gives its place. */
function takePlace(view: PageView, spot: Spot, writers: readonly WriteEntry[]): Patch[] {
  const { page } = view;
  const eol = lineEndOf(view);
  const { first, last } = spot.replace!;
  const entry = spot.list?.entries[0];
  const head = entry === undefined ? listStyle(view, first) : headLike(page, entry);
  if (entry !== undefined && !hasOwnLines(page, entry))
    throw new AppError("invalid", "The list shares its first line with another entry.");
  const ordered = /^\d+([.)])$/.exec(head.marker);
  const written = writers.map((write, index) =>
    write(
      {
        ...head,
        marker: ordered === null ? head.marker : `${Number.parseInt(head.marker, 10) + index}${ordered[1]}`,
      },
      null,
    ).join(eol),
  );
  return [{ from: lineStart(page, first), to: page.lines.end(last), insert: written.join(eol) }];
}

/** A new list, below an item or behind a heading, label or paragraph. */
function startList(view: PageView, spot: Spot, writers: readonly WriteEntry[]): Patch[] {
  const { page } = view;
  const eol = lineEndOf(view);
  if (spot.replace !== null) return takePlace(view, spot, writers);
  const below = spot.below ?? spot.parent?.entry;
  if (below !== undefined) {
    const head: EntryHead = {
      lead: stepLead(view, below),
      ...stepMarker(view, below),
    };
    const written = writers.map((write) => eol + write(head, null).join(eol)).join("");
    return [{ ...at(page.lines.end(spot.afterLine)), insert: written }];
  }
  const head = listStyle(view, spot.afterLine);
  const written = writers.map((write) => write(head, null).join(eol)).join(eol);
  return [startBlock(view, spot.afterLine, written, spot.section.heading?.endLine === spot.afterLine)];
}

/** Puts a block behind a line (0: at the start of the page), with blank lines around it as the page has them. */
export function startBlock(view: PageView, afterLine: number, written: string, belowHeading: boolean): Patch {
  const { page } = view;
  const eol = lineEndOf(view);
  if (afterLine === 0) {
    const head = page.frontMatter?.lines ?? 0;
    const start = page.frontMatter?.to ?? (page.text.startsWith("\ufeff") ? 1 : 0);
    const more =
      head + blanksBelow(page, head) >= page.lines.count
        ? ""
        : head === 0 || blanksBelow(page, head) === 0
          ? eol
          : "";
    const closed = head === 0 || /[\r\n]$/.test(page.text.slice(0, start)) ? "" : eol;
    return { ...at(start), insert: closed + (head === 0 ? "" : eol) + written + eol + more };
  }
  const isLabel = /[:：]\s*[*_]*\s*$/.test(page.lines.line(afterLine)) && !belowHeading;
  const gap = belowHeading ? blanksBelowHeadings(view) : isLabel ? 0 : 1;
  // Behind the last line end, where what another edit appends is a conflict and not a mixture.
  if (afterLine >= page.lines.count && /[\r\n]$/.test(page.text)) {
    return { ...at(page.text.length), insert: eol.repeat(gap) + written + eol };
  }
  const below = blanksBelow(page, afterLine);
  const next = afterLine + below + 1;
  const more = next <= page.lines.count && below === 0 ? eol : "";
  return { ...at(page.lines.end(afterLine)), insert: eol + eol.repeat(gap) + written + more };
}

interface Numbered {
  /** Markers of the added entries. */
  added: string[];
  patches: Patch[];
}

/**
 * Markers of what is added to a list, and patches for the numbers that follow. A list whose numbers are all the same stays
 * so; else numbers go on as far as the page itself counts, and no further.
 */
export function numberList(
  page: Page,
  list: List,
  index: number,
  adds: number,
  cut: ReadonlySet<Entry>,
): Numbered {
  const markers = list.entries.map((entry) => page.text.slice(entry.marker.from, entry.marker.to));
  const numbers = markers.map((marker) => Number.parseInt(marker, 10));
  if (!list.ordered) {
    const near = markers[Math.min(index, markers.length) - 1] ?? markers[0]!;
    return { added: Array<string>(adds).fill(near), patches: [] };
  }
  const delimiter = markers[0]!.slice(-1);
  const padded = /^0\d/.test(markers[0]!) ? markers[0]!.length - 1 : 0;
  const name = (number: number): string => String(number).padStart(padded, "0") + delimiter;
  const constant = numbers.length > 1 && numbers.every((number) => number === numbers[0]);
  if (constant) return { added: Array<string>(adds).fill(markers[0]!), patches: [] };
  const added: string[] = [];
  const patches: Patch[] = [];
  let last: number | null = null;
  const add = (): void => {
    for (let count = 0; count < adds; count++) {
      last = last === null ? numbers[0]! : last + 1;
      added.push(name(last));
    }
  };
  list.entries.forEach((entry, at) => {
    if (at === index) add();
    if (cut.has(entry)) return;
    const counts = at === 0 || numbers[at] === numbers[at - 1]! + 1;
    const number: number =
      last === null ? (at === 0 || counts ? numbers[0]! : numbers[at]!) : counts ? last + 1 : numbers[at]!;
    last = number;
    if (number !== numbers[at]) patches.push(...renumber(page, entry, markers[at]!, name(number)));
  });
  if (index >= list.entries.length) add();
  return { added, patches };
}

/** Writes another number; a wider one pushes what stands below the entry along with its content. */
function renumber(page: Page, entry: Entry, old: string, marker: string): Patch[] {
  const patches: Patch[] = [{ from: entry.marker.from, to: entry.marker.to, insert: marker }];
  const wider = marker.length - old.length;
  if (wider <= 0) return patches;
  const column = contentColumn(page, entry);
  const { first, last } = entrySpan(page, entry);
  for (let line = first + 1; line <= last; line++) {
    const text = page.lines.line(line);
    const lead = leadOf(text);
    if (text.trim() === "" || columnOf(lead) < column) continue;
    patches.push({ ...at(page.lines.start(line) + lead.length), insert: " ".repeat(wider) });
  }
  return patches;
}
