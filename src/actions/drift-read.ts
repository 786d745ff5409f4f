// What drift is read from, gathered: days, the past of items, the log with its archives, goals. What takes long is asked for
// only where an answer needs it; logs of archives are kept by the hash of their text.

import { addDays, type LocalDate } from "../base/index.ts";
import {
  countsFor,
  type DriftEntry,
  type DriftEvidence,
  type GoalScope,
  type LogEntry,
} from "../domain/index.ts";
import type { Context } from "./action.ts";
import { archivesOf } from "./archive-files.ts";
import { doubtedUntil } from "./clock-state.ts";
import { daysBetween, dayWords, notedDays } from "./day-read.ts";
import { goalsOf, scopeOf } from "./goal-state.ts";
import { pastOf } from "./item-past.ts";
import { nextStepOf } from "./listed-item.ts";
import type { PageReading } from "./reading.ts";

const FIRST_DAY = "1000-01-01" as LocalDate;
/** Days before the range that are read at once. */
const CHUNK_DAYS = 92;
/** An entry without an end goes on for so many days at most. */
const LONGEST_OPEN_DAYS = 31;

/** @param range up to the last day that has come */
export function readDriftEvidence(
  context: Context,
  { from, to }: { from: LocalDate; to: LocalDate },
): DriftEvidence {
  const page = pageToCompare(context);
  const { past, source, since } = pastOf(context);
  const { commitments, items } = dayWords(context);
  const ranks = new Map<string, number>();
  for (const { path, rank, parent } of page.view.items)
    if (parent === null && rank !== null && !ranks.has(path)) ranks.set(path, rank);
  return {
    from,
    to,
    past,
    hasHistory: source === "git",
    since: since as LocalDate | null,
    page: page.file,
    days: daysBetween(context, from, to, { doubted: doubtedUntil(context) }),
    earlierDays: earlierDays(context, from),
    log: {
      *[Symbol.iterator]() {
        for (const entry of logEntries(context, page)) if (entry.from <= to) yield entry;
      },
    },
    lastEntryOn: entriesOf(context, page.view.log)[0]?.to ?? null,
    goals: goalScopes(context, { from, to }),
    commitmentOf: (text) => commitments.find((one) => countsFor(one, text))?.title ?? null,
    ranks,
    nextStepOf: (path) => {
      const item = items.get(path)?.item;
      const step = item === undefined ? null : nextStepOf(item);
      return step && { path: step.path, title: step.title };
    },
  };
}

/** Of pages in several languages the one in the language of nunc.yaml, else the first: as plans do. */
function pageToCompare(context: Context): PageReading {
  const pages = context.reading.pages();
  return pages.find(({ view }) => view.language === context.world.config.language) ?? pages[0]!;
}

/** Goals whose days the range has some of, each with the items that serve it. */
export function goalScopes(context: Context, range: { from: LocalDate; to: LocalDate }): GoalScope[] {
  return goalsOf(context)
    .goals.goals.map((goal) => scopeOf(context, goal))
    .filter(({ from, to }) => (from ?? range.from) <= range.to && (to ?? range.to) >= range.from);
}

/** Noted days before a day, the latest first. */
function earlierDays(context: Context, before: LocalDate): DriftEvidence["earlierDays"] {
  return {
    *[Symbol.iterator]() {
      const noted = notedDays(context, FIRST_DAY, addDays(before, -1));
      while (noted.length > 0) {
        const last = noted.at(-1)!;
        const first = addDays(last, 1 - CHUNK_DAYS);
        const days = daysBetween(context, first, last, { doubted: doubtedUntil(context) });
        yield* days.reverse();
        while (noted.length > 0 && noted.at(-1)! >= first) noted.pop();
      }
    },
  };
}

/** Entries of the page, then of its archives from the newest year on; the latest first. */
export function* logEntries(context: Context, page: PageReading): Generator<DriftEntry> {
  yield* entriesOf(context, page.view.log);
  for (const file of archivesOf(context)) yield* archivedEntries(context, file);
}

function archivedEntries(context: Context, file: string): DriftEntry[] {
  const stored = context.reading.text(file);
  if (stored === null) return [];
  const name = `log-${file}.json`;
  const settings = JSON.stringify([stored.hash, context.world.config.overrules.headings]);
  const kept = readKept(context.outside.cache?.read(name) ?? null, settings);
  if (kept !== null) return kept;
  const entries = entriesOf(context, context.reading.page(file)?.view.log ?? []);
  context.outside.cache?.write(name, JSON.stringify({ settings, entries }));
  return entries;
}

function readKept(text: string | null, settings: string): DriftEntry[] | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as { settings: string; entries: DriftEntry[] };
    return kept.settings === settings ? kept.entries : null;
  } catch {
    return null;
  }
}

/** Entries with a first day, the latest first. What is planned (`now` without a day) is none. */
function entriesOf(context: Context, log: readonly LogEntry[]): DriftEntry[] {
  const dated = log.flatMap(({ from, to, bullets }) =>
    from === null ? [] : [{ from, to, bullets: bullets.map(({ text, depth }) => ({ text, depth })) }],
  );
  dated.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const ended = dated.map(({ from, to, bullets }, at): DriftEntry => {
    if (to !== null) return { from, to, bullets };
    const next = dated.slice(at + 1).find((one) => one.from > from);
    const ends = [
      addDays(from, LONGEST_OPEN_DAYS - 1),
      context.today,
      ...(next === undefined ? [] : [addDays(next.from, -1)]),
    ].sort();
    return { from, to: ends[0]! < from ? from : ends[0]!, bullets };
  });
  return ended.sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0));
}
