// The past of the items of all pages, for reports: from git, else from the home's journal, else only as the page is today.
// It is kept by what it was made of (the page's hash, the commit that HEAD names), so that asking again starts no git.

import type { Instant, LocalDate } from "../base/index.ts";
import {
  dayAt,
  epochMinOf,
  type ItemsPast,
  LIFE_ITEMS_VERSION,
  lifeItemsOf,
  openPast,
  PAST_VERSION,
  type PastItem,
  readItemPast,
  type Store,
} from "../domain/index.ts";
import type { Context } from "./action.ts";
import { readPageLives } from "./lives-read.ts";
import { pageStamp } from "./page-stamp.ts";
import type { PageReading } from "./reading.ts";

/** What the past of items was read from. */
export type PastSource = "git" | "journal" | "page";

export interface PastReading {
  past: ItemsPast;
  source: PastSource;
  /** Day of the first revision that is known; null where nothing but today's page is. */
  since: string | null;
  /** Day of the last one. */
  until: string | null;
}

interface PagePast {
  source: PastSource;
  since: string | null;
  until: string | null;
  items: PastItem[];
}

const remembered = new WeakMap<Store, Map<string, { key: string; past: PagePast }>>();
const opened = new WeakMap<Store, { pasts: PagePast[]; reading: PastReading }>();

/** @throws AppError missing where there is no page */
export function pastOf(context: Context): PastReading {
  const { store } = context.world;
  const pasts = context.reading.pages().map((page) => pastOfPage(context, page));
  const known = opened.get(store);
  if (known !== undefined && isSameList(known.pasts, pasts)) return known.reading;
  const days = (pick: "since" | "until"): string[] => pasts.flatMap((past) => past[pick] ?? []).sort();
  const sources = pasts.map(({ source }) => source);
  const reading: PastReading = {
    past: openPast(pasts.flatMap(({ items }) => items)),
    source: sources.find((one) => one === "git") ?? sources.find((one) => one === "journal") ?? "page",
    since: days("since")[0] ?? null,
    until: days("until").at(-1) ?? null,
  };
  opened.set(store, { pasts, reading });
  return reading;
}

/** Names the life of an item that stands on a page: the id in `lives`; null where that has none of it. */
export function lifeIdOf(context: Context, { path }: { path: string }): string | null {
  return lifeIdIn(pastOf(context).past.itemNow(path));
}

/** The same of an item of the past: its key is the page, the id, and a number where several share a life. */
export function lifeIdIn(item: PastItem | null): string | null {
  return /(?:^| )(\S+?)(?: \d+)?$/.exec(item?.key ?? "")?.[1] ?? null;
}

function isSameList(some: readonly PagePast[], others: readonly PagePast[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

function pastOfPage(context: Context, page: PageReading): PagePast {
  const { store } = context.world;
  const memory = remembered.get(store) ?? new Map<string, { key: string; past: PagePast }>();
  remembered.set(store, memory);
  const key = keyOf(context, page);
  const known = memory.get(page.file);
  if (known?.key === key) return known.past;
  const name = `past-${page.file}.json`;
  let past = readKept(context.outside.cache?.read(name) ?? null, key);
  if (past === null) {
    past = makePast(context, page);
    context.outside.cache?.write(name, JSON.stringify({ key, past }));
  }
  memory.set(page.file, { key, past });
  return past;
}

/** What the past of a page depends on. */
function keyOf(context: Context, page: PageReading): string {
  const { config } = context.world;
  return JSON.stringify([
    `${PAST_VERSION}.${LIFE_ITEMS_VERSION}`,
    page.file,
    ...pageStamp(context, page.file),
    config.overrules,
    config.archive,
    context.zone,
    config.day.dayEndMin,
  ]);
}

function readKept(text: string | null, key: string): PagePast | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as { key: string; past: PagePast };
    return kept.key === key ? kept.past : null;
  } catch {
    return null;
  }
}

function makePast(context: Context, page: PageReading): PagePast {
  const { config } = context.world;
  const options = { page: page.file, dayOf: dayIn(context), overrules: config.overrules };
  const { lives, revisions, source } = readPageLives(context, page.file);
  if (revisions.length > 1 || source === "git") {
    const [since = null, until = null] = [revisions[0], revisions.at(-1)].map(
      (one) => one && options.dayOf(one.at),
    );
    return { source, since, until, items: readItemPast(revisions, lives, options) };
  }
  const files = [{ file: page.file, isArchive: false, items: lifeItemsOf(page.view), hash: page.hash }];
  // Only the day counts, and an answer that asks no more of the clock is good all day.
  const only = { sha: page.hash, at: context.today, parents: [], files };
  const today = { ...options, dayOf: () => context.today };
  const items = readItemPast([only], { revisions: [], items: [], places: {} }, today);
  return { source: "page", since: null, until: null, items };
}

/** The day of the home in which a revision was made, by its time with offset: `2021-09-13T10:04:05+08:00`. */
function dayIn(context: Context): (at: string) => LocalDate {
  const { zone } = context;
  const { dayEndMin } = context.world.config.day;
  return (at) => {
    const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(at) ?? [];
    const offsetMin = sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
    return dayAt(epochMinOf(at as Instant) - offsetMin, zone, dayEndMin);
  };
}
