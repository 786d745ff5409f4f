// The log as a timeline: entries of the page and of its archives in one order, newest first, by year and month, with
// the gaps between them and how full each month was. Pure: today comes in, nothing is drawn here.

import type { LocalDate } from "../../../base/index.ts";
import type { LogEntry, PageSnapshot, Snapshot } from "../contract.ts";

export interface TimelineEntry extends LogEntry {
  /** Stays the same while others edit around it. */
  key: string;
  file: string;
  hash: string;
  archived: boolean;
  /** First and last day that it covers, as far as is known; an open one reaches today. Null where it has no date. */
  first: LocalDate | null;
  last: LocalDate | null;
  /** Number of days covered, both ends included. */
  days: number | null;
}

export type Row =
  | { kind: "year"; key: string; year: number }
  | { kind: "month"; key: string; month: string }
  | { kind: "gap"; key: string; days: number }
  | {
      kind: "entry";
      key: string;
      entry: TimelineEntry /** Whether it stands below a month. */;
      isDated: boolean;
    };

/** Gaps shorter than this are life, not news. */
const GAP_DAYS = 28;

/** Entries of a page and the archives, those that are open first, then by their last day. */
export function collectEntries(snapshot: Snapshot, page: PageSnapshot | null): TimelineEntry[] {
  const today = snapshot.today as LocalDate;
  const sources = [
    ...(page === null ? [] : [{ file: page.file, hash: page.hash, log: page.log, archived: false }]),
    ...snapshot.archives.map((archive) => ({ ...archive, archived: true })),
  ];
  const seen = new Map<string, number>();
  const entries = sources.flatMap(({ file, hash, log, archived }) =>
    log.map((entry): TimelineEntry => {
      const name = `${file}:${entry.title}`;
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      const first = entry.from as LocalDate | null;
      const end = (entry.to ?? (first === null ? null : today)) as LocalDate | null;
      const last = first !== null && end !== null && end < first ? first : end;
      const days = first === null || last === null ? null : daysBetween(first, last) + 1;
      return { ...entry, key: `${name}:${count}`, file, hash, archived, first, last, days };
    }),
  );
  // Stable: where dates say nothing, the page's own order holds.
  return entries.sort((a, b) => rank(b) - rank(a) || compare(b.last, a.last) || compare(b.first, a.first));
}

/** Entries that go on stand above those that ended; undated ones that are not `now` stand last. */
function rank({ open, first, last }: TimelineEntry): number {
  if (open) return 2;
  return first === null && last === null ? 0 : 1;
}

function compare(a: string | null, b: string | null): number {
  return (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;
}

/** The rows of the timeline: years and months where they begin, gaps as a fact. */
export function toRows(entries: readonly TimelineEntry[], withGaps: boolean): Row[] {
  const rows: Row[] = [];
  let year = "";
  let month = "";
  let earliest: LocalDate | null = null;
  for (const entry of entries) {
    const { last, first, key } = entry;
    if (last !== null && !entry.open) {
      if (withGaps && earliest !== null) {
        const days = daysBetween(last, earliest) - 1;
        if (days >= GAP_DAYS) rows.push({ kind: "gap", key: `gap:${key}`, days });
      }
      if (last.slice(0, 4) !== year) {
        year = last.slice(0, 4);
        month = "";
        rows.push({ kind: "year", key: `year:${year}`, year: Number(year) });
      }
      if (last.slice(0, 7) !== month) {
        month = last.slice(0, 7);
        rows.push({ kind: "month", key: `month:${month}`, month });
      }
    }
    rows.push({ kind: "entry", key, entry, isDated: month !== "" });
    if (first !== null && (earliest === null || first < earliest)) earliest = first;
  }
  return rows;
}

export interface MonthDensity {
  /** `2021-08` */
  month: string;
  /** Days of the month that some entry covers. */
  covered: number;
  entries: number;
  /** 0 to 4, for the shade. */
  level: number;
  /** The newest entry that touches the month. */
  key: string | null;
}

/** How full each month is, the newest year first, all twelve months of every year from the first entry to the last. */
export function measureMonths(entries: readonly TimelineEntry[]): { year: number; months: MonthDensity[] }[] {
  const days = new Map<string, Set<string>>();
  const touching = new Map<string, string[]>();
  for (const { first, last, key } of entries) {
    if (first === null || last === null) continue;
    let month = "";
    for (let day = first; day <= last; day = dayAfter(day)) {
      if (day.slice(0, 7) !== month) {
        month = day.slice(0, 7);
        touching.set(month, [...(touching.get(month) ?? []), key]);
      }
      const covered = days.get(month) ?? new Set();
      days.set(month, covered.add(day));
    }
  }
  const years = [...days.keys()].map((month) => Number(month.slice(0, 4)));
  if (years.length === 0) return [];
  const newest = Math.max(...years);
  return Array.from({ length: newest - Math.min(...years) + 1 }, (_, index) => ({
    year: newest - index,
    months: Array.from({ length: 12 }, (_, number): MonthDensity => {
      const month = `${newest - index}-${String(number + 1).padStart(2, "0")}`;
      const covered = days.get(month)?.size ?? 0;
      const keys = touching.get(month) ?? [];
      const level = covered === 0 ? 0 : covered <= 5 ? 1 : covered <= 12 ? 2 : covered <= 22 ? 3 : 4;
      return { month, covered, entries: keys.length, level, key: keys[0] ?? null };
    }),
  }));
}

/** Entries that say the words, addresses of links left out. */
export function findEntries(entries: readonly TimelineEntry[], words: string): readonly TimelineEntry[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return entries;
  return entries.filter(({ title, markdown }) =>
    `${title}\n${markdown.replace(/\]\([^)\s]*\)/g, "]")}`.toLowerCase().includes(wanted),
  );
}

/** Not by way of Temporal, which would be three quarters of this screen's code. */
function dayAfter(day: LocalDate): LocalDate {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) as LocalDate;
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
