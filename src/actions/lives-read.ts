// The revisions of a page, from git or from the home's journal, read into lives. What was read of a text is kept by its hash,
// and what was matched by both, so that the next run reads and matches only what is new.

import { AppError, offsetDateTimeAt } from "../base/index.ts";
import {
  type HistoryPlace,
  type ItemMatch,
  inverseOf,
  type LifeCache,
  type LifeFile,
  type LifeItem,
  type LifeRevision,
  type Lives,
  lifeItemsOf,
  type Matched,
  matchAhead,
  type PageHistory,
  pairKey,
  readLifeCache,
  readLives,
  writeLifeCache,
} from "../domain/index.ts";
import { applyPatches } from "../page/index.ts";
import type { Context } from "./action.ts";
import { say } from "./messages.ts";
import { viewOf } from "./reading.ts";

export interface LivesReading {
  lives: Lives;
  /** What they were read from. */
  revisions: readonly LifeRevision[];
  /** Whether older revisions are cut off. */
  isShallow: boolean;
  source: "git" | "journal";
}

/** Git is asked for so many texts at once. */
const TEXTS_AT_ONCE = 40;
/** What one turn of `mineLives` takes on: about a second's work of either. */
const TURN_CHARACTERS = 1_000_000;
const TURN_ITEMS = 120_000;

/** Where archives of a page are in a repository that has no nunc.yaml for it. */
const USUAL_ARCHIVES = [
  "history/{year}/index.md",
  "../history/{year}.md",
  "../history/{year}/index.md",
  "archive/{year}.md",
  "../archive/{year}.md",
];

/** Lives of the page of a repository that is named. @throws AppError missing where it is none, or git is not there. */
export function readRepositoryLives(context: Context, repo: string, path: string): LivesReading {
  const archives = [...new Set([context.world.config.archive, ...USUAL_ARCHIVES])];
  const history = context.outside.pageHistory?.({ repo, path, archives }) ?? null;
  if (history === null) throw new AppError("missing", say(context.tongue).noHistory(path));
  return fromHistory(context, history);
}

/** Lives of a page of the home: from the repository that it lies in, else from the journal. */
export function readPageLives(context: Context, file: string): LivesReading {
  return readHistoryLives(context, file) ?? fromJournal(context, file);
}

/** Lives of a page of the home from the repository that it lies in; null where it lies in none. */
export function readHistoryLives(context: Context, file: string): LivesReading | null {
  const history = context.outside.pageHistory?.(placeOf(context, file)) ?? null;
  return history === null ? null : fromHistory(context, history, file);
}

function placeOf({ world: { store, config } }: Context, file: string): HistoryPlace {
  return { repo: null, path: store.resolve(file), archives: [config.archive] };
}

/** A history with what is remembered of it. */
interface Dig {
  history: PageHistory;
  cache: LifeCache;
  /** Writes down what was learned since it was opened, if anything was. */
  keep(): void;
  /** By blob, the texts that are not read yet: the same bytes may stand in more than one file. */
  unread: Map<string, { key: string; file: string }[]>;
}

function openDig(context: Context, history: PageHistory): Dig {
  const settings = JSON.stringify(context.world.config.overrules);
  const page = history.revisions.findLast(({ files }) => files.length > 0)?.files[0]?.file ?? "";
  const name = `lives-${history.revisions[0]?.sha.slice(0, 12)}-${page}.json`;
  const cache = readLifeCache(context.outside.cache?.read(name) ?? null, settings);
  const known = { items: cache.items.size, matches: cache.matches.size };
  const unread: Dig["unread"] = new Map();
  const seen = new Set<string>();
  for (const { files } of history.revisions)
    for (const { file, blob } of files) {
      const key = keyOf(file, blob);
      if (seen.has(key) || cache.items.has(key)) continue;
      seen.add(key);
      unread.set(blob, [...(unread.get(blob) ?? []), { key, file }]);
    }
  const keep = (): void => {
    if (cache.items.size > known.items || cache.matches.size > known.matches)
      context.outside.cache?.write(name, writeLifeCache(cache, settings));
  };
  return { history, cache, keep, unread };
}

/** @returns how many characters that were */
function readTexts(
  context: Context,
  { history, cache, unread }: Dig,
  blobs: readonly string[],
  onText: () => void = () => {},
): number {
  let length = 0;
  history.read(blobs, (blob, text) => {
    onText();
    for (const { key, file } of unread.get(blob)!) {
      cache.items.set(key, itemsOf(context, file, text));
      length += text.length;
    }
  });
  return length;
}

/** What each revision holds is taken from the cache when it is asked for, so that not all are in memory at once. */
function revisionsOf({ history, cache }: Dig): LifeRevision[] {
  return history.revisions.map(({ sha, at, parents, files }) => ({
    sha,
    at,
    parents,
    files: files.map(({ file, isArchive, blob }): LifeFile => {
      const key = keyOf(file, blob);
      return {
        file,
        isArchive,
        hash: key,
        get items() {
          return cache.items.get(key) ?? [];
        },
      };
    }),
  }));
}

/** @param file the page on the disk: what is not yet committed of it is the last revision */
function fromHistory(context: Context, history: PageHistory, file: string | null = null): LivesReading {
  const dig = openDig(context, history);
  const { cache, unread } = dig;
  const blobs = [...unread.keys()];
  const total = blobs.length + history.revisions.length;
  let done = 0;
  readTexts(context, dig, blobs, () => context.outside.progress?.(done++, total));
  const revisions = revisionsOf(dig);
  const draft = file === null ? null : uncommitted(context, file, revisions);
  const all = draft === null ? revisions : [...revisions, draft];
  const onProgress = (at: number): void => context.outside.progress?.(blobs.length + at, total);
  const lives = readLives(all, { onProgress, known: cache.matches });
  if (draft !== null) cache.matches.delete(pairKey(revisions.at(-1)!, draft));
  dig.keep();
  return { lives, revisions: all, isShallow: history.isShallow, source: "git" };
}

/** The text of the page as it was in a revision; null where that is not known. */
export function pageTextAt(context: Context, file: string, sha: string): string | null {
  const history = context.outside.pageHistory?.(placeOf(context, file)) ?? null;
  if (history === null) return journalStates(context, file).find((state) => state.sha === sha)?.text ?? null;
  const page = history.revisions.find((one) => one.sha === sha)?.files.find(({ isArchive }) => !isArchive);
  let found: string | null = null;
  if (page !== undefined)
    history.read([page.blob], (_, text) => {
      found = text;
    });
  return found;
}

/** How much of a page's history is read and matched, in texts and revisions. */
export interface Mined {
  done: number;
  total: number;
}

/** Reads on in the history of a page for about a second and remembers what it found; a face calls it until all is done. */
export function mineLives(context: Context, file: string): Mined {
  const history = context.outside.pageHistory?.(placeOf(context, file)) ?? null;
  if (history === null) return { done: 1, total: 1 };
  const dig = openDig(context, history);
  const blobs = [...dig.unread.keys()];
  const texts = new Set(history.revisions.flatMap(({ files }) => files.map(({ blob }) => blob))).size;
  const total = texts + history.revisions.length;
  let read = 0;
  for (let at = 0; at < blobs.length; at += TEXTS_AT_ONCE) {
    if (read >= TURN_CHARACTERS) {
      dig.keep();
      return { done: texts - (blobs.length - at), total };
    }
    read += readTexts(context, dig, blobs.slice(at, at + TEXTS_AT_ONCE));
  }
  const left = Math.max(0, 1 - read / TURN_CHARACTERS);
  const matched = matchAhead(revisionsOf(dig), dig.cache.matches, left * TURN_ITEMS);
  dig.keep();
  return { done: texts + matched, total };
}

/** The page as it stands on the disk, where its items are others than those of the last commit; named by its hash. */
function uncommitted(
  context: Context,
  file: string,
  revisions: readonly LifeRevision[],
): LifeRevision | null {
  const stored = context.reading.text(file);
  const last = revisions.at(-1)!;
  const [page, ...archives] = last.files;
  if (stored === null || page === undefined || page.isArchive) return null;
  const items = itemsOf(context, page.file, stored.text);
  if (saidBy(items) === saidBy(page.items)) return null;
  const record = context.world.store
    .journal(1)
    .find(({ files }) => files.some(({ after }) => after === stored.hash));
  return {
    sha: stored.hash,
    at: offsetDateTimeAt(record?.at ?? context.now, context.zone),
    parents: [revisions.length - 1],
    files: [{ ...page, items, hash: stored.hash }, ...archives],
  };
}

/** Items as one text, in whatever order their keys are. */
function saidBy(items: readonly LifeItem[]): string {
  return JSON.stringify(items.map(({ line, parent, ...record }) => [line, parent, record]));
}

/** The file's name is part of what a text means: `books.md` is a reading list. */
function keyOf(file: string, blob: string): string {
  return `${blob} ${file}`;
}

function itemsOf(context: Context, file: string, text: string): LifeItem[] {
  const { overrules } = context.world.config;
  return lifeItemsOf(viewOf(text, file, { overrules }));
}

/** The page as it was after a change. */
interface JournalState {
  sha: string;
  at: string;
  text: string;
  hash: string;
  action?: string;
}

/**
 * Without git: the page as it was before and after each change that the journal knows, told backwards from the text that is
 * there now. A change from outside ends the story there, unless the text is still remembered.
 */
function journalStates(context: Context, file: string): JournalState[] {
  const { store } = context.world;
  const stored = context.reading.text(file);
  if (stored === null) throw new AppError("missing", say(context.tongue).notAPage(file), { at: { file } });
  const records = store.journal().filter(({ files }) => files.some((one) => one.file === file));
  const states: JournalState[] = [];
  const last = records.at(-1);
  const lastFile = last?.files.find((one) => one.file === file);
  let { text, hash } = { text: stored.text as string | null, hash: stored.hash as string | null };
  if (lastFile?.after !== stored.hash) {
    // Changed since by another program.
    states.push({ sha: stored.hash, at: context.now, text: stored.text, hash: stored.hash });
    text = lastFile === undefined ? null : (context.outside.recall?.(lastFile.after) ?? null);
    hash = lastFile?.after ?? null;
  }
  for (const record of records.toReversed()) {
    const change = record.files.find((one) => one.file === file)!;
    if (change.after !== hash || text === null) {
      text = context.outside.recall?.(change.after) ?? null;
      hash = change.after;
    }
    if (text === null) continue;
    states.unshift({ sha: record.id, at: record.at, text, hash: change.after, action: record.action });
    text = applyPatches(text, inverseOf(change));
    hash = change.before;
    const isFirst = record === records[0];
    if (isFirst && change.before !== null)
      states.unshift({ sha: change.before, at: record.at, text, hash: change.before });
  }
  return states;
}

function fromJournal(context: Context, file: string): LivesReading {
  const states = journalStates(context, file);
  const revisions = states.map(
    ({ sha, at, text: page, hash: id }, index): LifeRevision => ({
      sha,
      at: offsetDateTimeAt(at as Context["now"], context.zone),
      parents: index === 0 ? [] : [index - 1],
      files: [{ file, isArchive: false, items: itemsOf(context, file, page), hash: id }],
    }),
  );
  const known = new Map<string, Matched>();
  for (let at = 1; at < revisions.length; at++) {
    const { action } = states[at]!;
    const [old, now] = [revisions[at - 1]!, revisions[at]!];
    // The page editor writes any text; all else changes one title at most, of the item that it says.
    if (action !== undefined && action !== "save" && changesOneTitle(old, now))
      known.set(pairKey(old, now), sameItems(now));
  }
  return { lives: readLives(revisions, { known }), revisions, isShallow: false, source: "journal" };
}

/** The same items in the same order, one of them with another title at most. */
function changesOneTitle(old: LifeRevision, now: LifeRevision): boolean {
  const [before, after] = [old.files[0]!.items, now.files[0]!.items];
  if (before.length !== after.length) return false;
  return before.filter(({ title }, at) => title !== after[at]!.title).length <= 1;
}

function sameItems({ files }: LifeRevision): Matched {
  const matches = files[0]!.items.map(
    (_, at): ItemMatch => ({ from: at, to: at, sure: 1, why: ["in-place"] }),
  );
  return { matches, gone: new Map(), came: new Map() };
}
