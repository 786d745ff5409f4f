// Days of the home as actions need them: a note understood, what a day comes to, and what their texts point to. Notes and
// facts that were made once are remembered by their file's hash, and facts are kept in the index of the home (day-kept.ts), so
// that years of days are asked again in no time.

import { AppError, addDays, type EpochMin, fold, type LocalDate, type Tongue } from "../base/index.ts";
import {
  type Commitment,
  countsFor,
  DAYS_FOLDER,
  type DayFacts,
  type DayFrame,
  type DayNote,
  type DaySettings,
  dateOfDayFile,
  dayFile,
  factsOf,
  frameOf,
  GOALS_FILE,
  type ItemFacts,
  isDayOff,
  makeReferences,
  type Priority,
  plainTopic,
  type Reference,
  type References,
  readCommitments,
  readDay,
  resolveReference,
  type Store,
} from "../domain/index.ts";
import type { Context } from "./action.ts";
import { type KeptDays, keptDays } from "./day-kept.ts";
import { readItemFiles } from "./item-file.ts";
import type { FoundItem } from "./reading.ts";
import { nowMin } from "./time-input.ts";

/** One day of the home. A day without a note has an empty one. */
export interface DayReading {
  date: LocalDate;
  file: string;
  /** Null where there is no note yet. */
  hash: string | null;
  note: DayNote;
}

/** What texts in days may point to. */
export interface DayWords {
  references: References;
  items: ReadonlyMap<string, FoundItem>;
  commitments: readonly Commitment[];
  /** The same for the same pages, private files, goals and settings. */
  key: string;
  /** The same where every day comes to the same: for the same paths, former titles, priorities and settings of days. */
  factsKey: string;
}

interface Remembered {
  notes: Map<string, { key: string; reading: DayReading }>;
  facts: Map<string, { key: string; words: string; facts: DayFacts }>;
  words: DayWords | null;
}

const remembered = new WeakMap<Store, Remembered>();

function memoryOf(context: Context): Remembered {
  const { store } = context.world;
  let memory = remembered.get(store);
  if (memory === undefined) {
    memory = { notes: new Map(), facts: new Map(), words: null };
    remembered.set(store, memory);
  }
  return memory;
}

export function daySettings(context: Context): DaySettings {
  return context.world.config.day;
}

/** The frame of a day where nothing says otherwise: in the zone of the home. */
export function plainFrame(context: Context, date: LocalDate): DayFrame {
  return frameOf(date, context.zone, daySettings(context).dayEndMin);
}

/**
 * The day in which a person says times: today where they are, other days where their note was written.
 */
export function spokenFrame(context: Context, day: DayReading): DayFrame {
  return day.date === context.today ? plainFrame(context, day.date) : day.note.frame;
}

/** The note of a day, understood; an empty one where there is none. Throws what `Store.read` throws. */
export function readDayOf(context: Context, date: LocalDate): DayReading {
  const file = dayFile(date);
  const stored = context.reading.text(file);
  if (stored === null) return emptyDay(context, date);
  const memory = memoryOf(context).notes;
  const key = [stored.hash, context.zone, daySettings(context).dayEndMin, context.tongue].join();
  const known = memory.get(file);
  if (known?.key === key) return known.reading;
  const reading = { date, file, hash: stored.hash, note: readNote(context, date, stored.text) };
  memory.set(file, { key, reading });
  return reading;
}

export function emptyDay(context: Context, date: LocalDate): DayReading {
  return { date, file: dayFile(date), hash: null, note: readNote(context, date, "") };
}

function readNote(context: Context, date: LocalDate, text: string): DayNote {
  const { dayEndMin } = daySettings(context);
  return readDay(text, { date, zone: context.zone, dayEndMin, tongue: context.tongue });
}

const notedByContext = new WeakMap<Context, LocalDate[]>();

/** Days in a range that have a note, ascending. The folder is listed once. */
export function notedDays(context: Context, from: LocalDate, to: LocalDate): LocalDate[] {
  let noted = notedByContext.get(context);
  if (noted === undefined) {
    noted = context.world.store
      .list(DAYS_FOLDER)
      .map(dateOfDayFile)
      .filter((date) => date !== null)
      .sort();
    notedByContext.set(context, noted);
  }
  return noted.filter((date) => date >= from && date <= to);
}

const wordsByContext = new WeakMap<Context, DayWords>();

/** What days point to, by the pages, the private files and goals.md as they were when the action began. */
export function dayWords(context: Context): DayWords {
  let words = wordsByContext.get(context);
  if (words === undefined) {
    words = readWords(context);
    wordsByContext.set(context, words);
  }
  return words;
}

function readWords(context: Context): DayWords {
  const memory = memoryOf(context);
  // What cannot be read is said where it is shown; days are read all the same.
  const pages = context.world.config.pages
    .map((file) => orNull(() => context.reading.page(file)))
    .filter((page) => page !== null);
  const facts = orNull(() => readItemFiles(context)) ?? new Map<string, ItemFacts>();
  const goals = orNull(() => context.reading.text(GOALS_FILE));
  const key = JSON.stringify([
    pages.map(({ file, hash }) => [file, hash]),
    [...facts.values()].map(({ title, former }) => [title, former]),
    goals?.text ?? null,
    context.world.config.overrules,
    daySettings(context),
    context.zone,
    context.tongue,
  ]);
  if (memory.words?.key === key) return memory.words;
  const items = new Map<string, FoundItem>();
  for (const page of pages)
    for (const item of page.view.items) if (!items.has(item.path)) items.set(item.path, { page, item });
  const named = [...items.keys()].map((path) => ({ path, former: facts.get(path)?.former ?? [] }));
  const { commitments } = readCommitments(goals?.text ?? "", context.tongue);
  const factsKey = JSON.stringify([
    named.map(({ path, former }) => [path, former, items.get(path)!.item.priority]),
    daySettings(context),
    context.zone,
  ]);
  memory.words = { references: makeReferences(named), items, commitments, key, factsKey };
  return memory.words;
}

function keptOf(context: Context): KeptDays | null {
  return keptDays(context, () => dayWords(context).factsKey);
}

/** Where a text points, and with what: an item, else a commitment, else nothing. */
export interface Subject {
  kind: "item" | "commitment" | "other";
  /** Title path or title; null for what is neither. */
  reference: string | null;
  priority: Priority | null;
  /** The same for texts about the same thing. */
  key: string;
}

export function subjectOf(words: DayWords, text: string): Subject {
  const found: Reference | null = resolveReference(words.references, text);
  if (found !== null) {
    const priority = words.items.get(found.path)?.item.priority ?? null;
    return { kind: "item", reference: found.path, priority, key: found.path };
  }
  const commitment = words.commitments.find((one) => countsFor(one, text));
  if (commitment !== undefined)
    return { kind: "commitment", reference: commitment.title, priority: null, key: commitment.title };
  return { kind: "other", reference: null, priority: null, key: `\n${fold(plainTopic(text))}` };
}

/** Options for what a day's running record counts up to: now, or where it is not believed, the likely end. */
export interface FactsOptions {
  /** The clock where it is in doubt. */
  doubted?: { file: string; until: EpochMin } | null;
}

/** What a day comes to. */
export function factsOfDay(context: Context, day: DayReading, options: FactsOptions = {}): DayFacts {
  const words = dayWords(context);
  const { doubted } = options;
  const now = isRunning(day.note) ? nowMin(context) : null;
  const key = `${day.hash} ${now} ${doubted?.file === day.file ? doubted.until : null}`;
  const memory = memoryOf(context).facts;
  const known = memory.get(day.file);
  if (known !== undefined && known.key === key && known.words === words.key) return known.facts;
  const facts = computeFacts(context, day.note, options);
  memory.set(day.file, { key, words: words.key, facts });
  return facts;
}

function computeFacts(context: Context, note: DayNote, { doubted }: FactsOptions): DayFacts {
  const { references, items } = dayWords(context);
  const { date } = note.frame;
  return factsOf(note, {
    references,
    priorityOf: (path) => items.get(path)?.item.priority ?? null,
    isOff: isDayOff(date, daySettings(context)),
    now: isRunning(note) ? nowMin(context) : note.frame.to,
    runningTo: doubted?.file === dayFile(date) ? doubted.until : null,
  });
}

/**
 * What each day of a range comes to, ascending, days without a note included. A note that cannot be read counts as none.
 * Only the files of the range are read.
 */
export function daysBetween(
  context: Context,
  from: LocalDate,
  to: LocalDate,
  options: FactsOptions = {},
): DayFacts[] {
  const noted = new Set(notedDays(context, from, to));
  const settings = daySettings(context);
  // All days without a note come to the same.
  let empty: DayFacts | null = null;
  const found: DayFacts[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (noted.has(date)) found.push(factsOfNote(context, date, options));
    else {
      empty ??= factsOfDay(context, emptyDay(context, date), options);
      found.push({ ...empty, date, isOff: isDayOff(date, settings) });
    }
  }
  return found;
}

/** What the note of a day comes to. One that the index knows is not read, and another is known from now on. */
export function factsOfNote(context: Context, date: LocalDate, options: FactsOptions = {}): DayFacts {
  const kept = keptOf(context);
  if (kept === null) return factsOfDay(context, readOrEmpty(context, date), options);
  const known = kept.get(date);
  if (known !== null) return known;
  const stored = orNull(() => context.reading.text(dayFile(date)));
  // The note itself is not remembered: of ten years that would be a lot.
  const note = readNote(context, date, stored?.text ?? "");
  const facts = computeFacts(context, note, options);
  if (stored !== null && !isRunning(note)) kept.set(date, facts);
  return facts;
}

/** Whether there is a note that can be read. */
export function isReadable(context: Context, date: LocalDate): boolean {
  return keptOf(context)?.has(date) === true || readOrEmpty(context, date).hash !== null;
}

function isRunning({ records }: DayNote): boolean {
  return records.some(({ to }) => to === null);
}

/** Days of a range with a running record, the latest first. Notes that the index knows have none and are not read. */
export function* runningDays(context: Context, from: LocalDate, to: LocalDate): Generator<DayReading> {
  const noted = notedDays(context, from, to);
  const kept = noted.length === 0 ? null : keptOf(context);
  for (const date of noted.reverse()) {
    if (kept?.has(date)) continue;
    const day = readOrEmpty(context, date);
    if (isRunning(day.note)) yield day;
    else if (day.hash !== null) kept?.set(date, factsOfDay(context, day));
  }
}

/** The day, or an empty one where its note cannot be read. */
export function readOrEmpty(context: Context, date: LocalDate): DayReading {
  return orNull(() => readDayOf(context, date)) ?? emptyDay(context, date);
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** In which language a note speaks: where it does not say, the person's. */
export function tongueOfNote(context: Context, note: DayNote): Tongue {
  const heading = /^#{1,6}[ \t]+(.*)$/m.exec(note.text)?.[1] ?? "";
  if (heading === "") return context.world.config.language ?? context.tongue;
  return /\p{Script=Han}/u.test(heading) ? "zh" : "en";
}
