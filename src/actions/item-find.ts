// From the name of an item to the item. People type a title, a path, the beginning of one, or FILE:LINE; programs hand an
// address. A name that fits several items is never guessed at.

import { AppError, fold, likeness } from "../base/index.ts";
import type { Item } from "../domain/index.ts";
import type { Context, ItemAddress, ItemName } from "./action.ts";
import { say } from "./messages.ts";
import type { FoundItem, PageReading } from "./reading.ts";

/** What an item was found to be, to find it again when the page is read a second time. */
export interface KnownItem {
  file: string;
  path: string;
  /** How many items before it have the same path, and how many there were. */
  ordinal: number;
  count: number;
}

/**
 * Finds the one item that a name means. Order: FILE:LINE, whole path or title, parts of a path, unique beginning,
 * unique substring; the first that fits decides. Case and width (ＡＢＣ) do not count.
 * @throws AppError usage where several fit (data.candidates), missing where none does (data.nearest),
 *   conflict where an address is of a text that has changed and the item is no longer there.
 */
export function findItem(context: Context, name: ItemName): FoundItem {
  const key = JSON.stringify(name);
  const known = context.known.get(key);
  const found = known === undefined ? lookUp(context, name) : findAgain(context, known);
  const same = found.page.view.items.filter((item) => item.path === found.item.path);
  context.known.set(key, {
    file: found.page.file,
    path: found.item.path,
    ordinal: same.indexOf(found.item),
    count: same.length,
  });
  return found;
}

/**
 * Finds several items, each once, in the order of the page. Words that together are one title
 * (`nunc done Linux kernel`) mean that item.
 */
export function findItems(context: Context, names: readonly ItemName[]): FoundItem[] {
  if (names.length > 1 && names.every((name) => typeof name === "string")) {
    const whole = fold(names.join(" "));
    const exact = context.reading
      .items()
      .filter(({ item }) => fold(item.title) === whole || fold(item.path) === whole);
    if (exact.length === 1) return [findItem(context, names.join(" "))];
  }
  const found = names.map((name) => findItem(context, name));
  const unique = found.filter((one, index) => found.findIndex((other) => other.item === one.item) === index);
  return unique.sort((a, b) => (a.page === b.page ? a.item.line - b.item.line : 0));
}

function lookUp(context: Context, name: ItemName): FoundItem {
  if (typeof name !== "string") return findAddress(context, name);
  const text = name.trim();
  const placed = /^(.*):(\d{1,7})(?::\d+)?$/s.exec(text);
  if (placed !== null) {
    const found = findLine(context, placed[1]!, Number(placed[2]));
    if (found !== null) return found;
  }
  if (text === "") throw new AppError("usage", say(context.tongue).emptyName());
  const items = context.reading.items();
  const whole = items.filter(({ item }) => fold(item.path) === fold(text) || fold(item.title) === fold(text));
  // A number alone is a line, as lists show it, unless it is somebody's title, or could be a part of one as well.
  const counted = /^\d{1,7}$/.test(text) && whole.length === 0 ? itemsAtLine(context, Number(text)) : [];
  for (const fits of tiers(text)) {
    const named = items.filter(({ item }) => fits(item));
    const matches = [...named, ...counted.filter(({ item }) => named.every((one) => one.item !== item))];
    if (named.length === 0) continue;
    if (matches.length === 1) return matches[0]!;
    throw ambiguous(context, text, matches);
  }
  if (counted.length === 1) return counted[0]!;
  if (counted.length > 1) throw ambiguous(context, text, counted);
  if (/^\d{1,7}$/.test(text)) throw noItemAt(context, context.reading.pages()[0]!, Number(text));
  if (placed !== null && /\.\w+$/.test(placed[1]!)) {
    const files = context.reading.pages().map(({ file }) => context.reading.nameOf(file));
    throw new AppError("missing", say(context.tongue).notAPage(placed[1]!), {
      hint: say(context.tongue).pagesAre(files),
    });
  }
  throw missing(context, text, items);
}

type Fits = (item: Item) => boolean;

function tiers(text: string): Fits[] {
  const wanted = fold(text);
  const parts = splitPath(text, /\s*›\s*|\s*>\s*/);
  const slashed = splitPath(text, /\s*\/\s*/);
  const path: Fits[] =
    parts === null
      ? []
      : [(item) => endsWithParts(item, parts, equals), (item) => endsWithParts(item, parts, begins)];
  const slashes: Fits[] =
    slashed === null
      ? []
      : [(item) => endsWithParts(item, slashed, equals), (item) => endsWithParts(item, slashed, begins)];
  return [
    (item) => fold(item.path) === wanted,
    (item) => fold(item.title) === wanted,
    ...path,
    (item) => fold(item.title).startsWith(wanted),
    (item) => fold(item.title).includes(wanted),
    ...slashes,
  ];
}

function splitPath(text: string, separator: RegExp): string[] | null {
  const parts = text.split(separator).map(fold);
  return parts.length < 2 || parts.includes("") ? null : parts;
}

const equals = (title: string, part: string): boolean => title === part;
const begins = (title: string, part: string): boolean => title.startsWith(part);

/** Whether the last titles of the item's path are these parts, in order. */
function endsWithParts(
  item: Item,
  parts: readonly string[],
  fits: (title: string, part: string) => boolean,
): boolean {
  let at: Item | null = item;
  for (let index = parts.length - 1; index >= 0; index--) {
    if (at === null || !fits(fold(at.title), parts[index]!)) return false;
    at = at.parent;
  }
  return true;
}

function findLine(context: Context, file: string, line: number): FoundItem | null {
  const pages = context.reading
    .pages()
    .filter(
      (page) =>
        file === "" || page.file === file || page.file.endsWith(`/${file}`) || sameFile(context, page, file),
    );
  if (pages.length === 0) return null;
  const page = pages[0]!;
  if (pages.length > 1 && file !== "") return null;
  const item = itemAtLine(page, line);
  if (item !== null) return { page, item };
  throw noItemAt(context, page, line);
}

function noItemAt(context: Context, page: PageReading, line: number): AppError {
  const name = context.reading.nameOf(page.file);
  const isOnPage = line >= 1 && line <= page.view.page.lines.count;
  return new AppError("missing", say(context.tongue).noItemAtLine(`${name}:${line}`), {
    ...(isOnPage && { at: { file: name, line } }),
    hint: say(context.tongue).seePage(),
  });
}

/** What a line number alone may mean: an item of any page. */
function itemsAtLine(context: Context, line: number): FoundItem[] {
  return context.reading.pages().flatMap((page) => {
    const item = itemAtLine(page, line);
    return item === null ? [] : [{ page, item }];
  });
}

function sameFile(context: Context, page: PageReading, file: string): boolean {
  return context.world.store.resolve(page.file) === context.world.store.resolve(file);
}

/** The innermost item whose text covers the line. */
function itemAtLine(page: PageReading, line: number): Item | null {
  let found: Item | null = null;
  for (const item of page.view.items) if (item.line <= line && line <= item.endLine) found = item;
  return found;
}

function findAddress(context: Context, address: ItemAddress): FoundItem {
  const page = context.reading.pages().find((one) => one.file === address.file);
  if (page === undefined) throw new AppError("missing", say(context.tongue).notAPage(address.file));
  if (page.hash === address.hash) {
    const item = page.view.items.find((one) => one.line === address.line);
    if (item !== undefined && item.path === address.path) return { page, item };
  }
  const same = page.view.items.filter((item) => item.path === address.path);
  if (same.length === 1) return { page, item: same[0]! };
  throw new AppError("conflict", say(context.tongue).itemMoved(address.path, page.file, same.length), {
    hint: say(context.tongue).lookAgain(),
  });
}

function findAgain(context: Context, known: KnownItem): FoundItem {
  const page = context.reading.page(known.file);
  const same = page?.view.items.filter((item) => item.path === known.path) ?? [];
  const item = same.length === known.count ? same[known.ordinal] : undefined;
  if (page && item !== undefined) return { page, item };
  throw new AppError("conflict", say(context.tongue).itemMoved(known.path, known.file, same.length), {
    hint: say(context.tongue).lookAgain(),
  });
}

function ambiguous(context: Context, name: string, matches: readonly FoundItem[]): AppError {
  const candidates = matches.map(({ page, item }) => ({
    file: page.file,
    line: item.line,
    title: item.title,
    path: item.path,
    state: item.state,
  }));
  const shown = candidates.slice(0, 12).map((one) => {
    const isTwin = candidates.some((other) => other !== one && other.path === one.path);
    const state = isTwin ? ` (${say(context.tongue).stateWord(one.state)})` : "";
    return `${context.reading.nameOf(one.file)}:${one.line}  ${one.path}${state}`;
  });
  if (candidates.length > shown.length) shown.push("…");
  return new AppError("usage", say(context.tongue).ambiguous(name, candidates.length), {
    hint: [say(context.tongue).ambiguousHint(), ...shown.map((line) => `  ${line}`)].join("\n"),
    data: { candidates },
  });
}

function missing(context: Context, name: string, items: readonly FoundItem[]): AppError {
  const nearest = items
    .map(({ page, item }) => ({ page, item, score: likeness(fold(name), fold(item.title)) }))
    .filter((one) => one.score > 0.25)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3);
  const shown = nearest.map(
    ({ page, item }) => `  ${context.reading.nameOf(page.file)}:${item.line}  ${item.path}`,
  );
  return new AppError("missing", say(context.tongue).noSuchItem(name), {
    hint:
      shown.length > 0 ? [say(context.tongue).nearest(), ...shown].join("\n") : say(context.tongue).seeList(),
    data: {
      nearest: nearest.map(({ page, item }) => ({
        file: page.file,
        line: item.line,
        title: item.title,
        path: item.path,
      })),
    },
  });
}
