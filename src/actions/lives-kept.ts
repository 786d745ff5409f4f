// The lives of a page as faces ask for them again and again: kept by what they were read from (the page, the commit that HEAD
// names, else the journal's last record of the page), so that asking again starts no git and matches nothing.

import { LIFE_ITEMS_VERSION, type Life, type Lives, MATCH_VERSION, type TextCache } from "../domain/index.ts";
import type { Context } from "./action.ts";
import { type LivesReading, readPageLives, readRepositoryLives } from "./lives-read.ts";
import { pageStamp } from "./page-stamp.ts";

/** Lives without their places, which are as large as the whole history. */
export interface KeptLives {
  revisions: Lives["revisions"];
  items: Life[];
  isShallow: boolean;
  source: LivesReading["source"];
}

/** Raised where the shape of what is kept changes. */
const KEPT_VERSION = 2;

/** Lives of a page of the home. @throws AppError as readPageLives does */
export function keptPageLives(context: Context, file: string): KeptLives {
  return kept(context, `page-${file}`, pageKeyOf(context, file), () => readPageLives(context, file));
}

/** Whether asking for them takes no time. */
export function isKept(context: Context, file: string): boolean {
  return readKept(context, `page-${file}`, pageKeyOf(context, file)) !== null;
}

function pageKeyOf(context: Context, file: string): string {
  return keyOf(context, [...pageStamp(context, file), context.zone]);
}

/** Lives of the page of a repository that is named. @throws AppError as readRepositoryLives does */
export function keptRepositoryLives(context: Context, repo: string, path: string): KeptLives {
  const read = (): LivesReading => readRepositoryLives(context, repo, path);
  const place = path.startsWith("/") ? path : `${repo}/${path}`;
  const head = context.outside.pageHead?.(place) ?? null;
  // Without a commit there is nothing to keep it by.
  if (head === null) return withoutPlaces(read());
  const folder = head.split(" ")[0] ?? "";
  return kept(context, `repo-${`${folder}/${path}`.slice(-120)}`, keyOf(context, [place, head]), read);
}

function keyOf({ world: { config } }: Context, what: readonly (string | null)[]): string {
  const version = `${KEPT_VERSION}.${LIFE_ITEMS_VERSION}.${MATCH_VERSION}`;
  return JSON.stringify([version, config.overrules, config.archive, ...what]);
}

function fileOf(name: string): string {
  return `kept-${name}.json`;
}

/** The last one that was read, for a server that is asked again and again. */
const remembered = new WeakMap<TextCache, { name: string; key: string; lives: KeptLives }>();

function kept(context: Context, name: string, key: string, read: () => LivesReading): KeptLives {
  const known = readKept(context, name, key);
  if (known !== null) return known;
  const lives = withoutPlaces(read());
  const { cache } = context.outside;
  cache?.write(fileOf(name), JSON.stringify({ key, lives }));
  if (cache !== undefined) remembered.set(cache, { name, key, lives });
  return lives;
}

function readKept({ outside: { cache } }: Context, name: string, key: string): KeptLives | null {
  if (cache === undefined) return null;
  const last = remembered.get(cache);
  if (last?.name === name && last.key === key) return last.lives;
  const lives = parseKept(cache.read(fileOf(name)), key);
  if (lives !== null) remembered.set(cache, { name, key, lives });
  return lives;
}

function withoutPlaces({ lives: { revisions, items }, isShallow, source }: LivesReading): KeptLives {
  return { revisions, items, isShallow, source };
}

function parseKept(text: string | null, key: string): KeptLives | null {
  // The key stands in front: what does not fit is not parsed.
  if (text === null || !text.startsWith(`{"key":${JSON.stringify(key)},`)) return null;
  try {
    return (JSON.parse(text) as { lives: KeptLives }).lives;
  } catch {
    return null;
  }
}
