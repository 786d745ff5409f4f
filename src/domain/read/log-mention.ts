// Which lines of a log name an item. People name things there in passing, so a name counts wherever it stands in the line, but
// only as a whole word, and not as a part of another item's longer name. Pure.

import { fold } from "../../base/index.ts";

/** An item with the names by which a line may mean it. */
export interface NamedItem {
  /** Title path. */
  path: string;
  title: string;
  /** Titles that it had. */
  former: readonly string[];
  urls: readonly string[];
}

/**
 * How a line names an item: by its title, one that it had, what stands before the first comma, bracket or colon of its
 * title, or its link.
 */
export type MentionWhy = "title" | "former-title" | "short-title" | "link";

/** One line of a log: its text as a reader sees it, its source (for links), and the texts of the lines that it is indented below. */
export interface LogLine {
  text: string;
  source: string;
  above: readonly string[];
}

/** Asks one line after another. Made once for an item. */
export type MentionFinder = (line: LogLine) => MentionWhy | null;

/** A name that is shorter says too little by itself: letters and digits, and Chinese characters. */
const LEAST_LETTERS = 2;
const LEAST_HAN = 2;
/** The beginning of a title stands for it where it is at least so long. */
const SHORT_LETTERS = 8;
const SHORT_HAN = 4;

/**
 * @param path the item that is looked for
 * @param items all items that a line could mean, that one included
 * A title that another item has as well, or that is too short to mean something by itself, counts only where the item that
 * it belongs to is named in the same line or above it.
 */
export function mentionsOf(path: string, items: readonly NamedItem[]): MentionFinder {
  const own = items.find((item) => item.path === path);
  if (own === undefined) return () => null;
  const others = items.filter((item) => item.path !== path);
  const names = ownNames(own, others);
  const parents = path.split(" › ").slice(0, -1).map(plain).filter(saysSomething);
  const longer = others
    .flatMap(({ title, former }) => [title, ...former].map(plain))
    .filter((name) => names.some(({ text }) => name !== text && name.includes(text)));
  const urls = own.urls.map(plainUrl).filter((url) => url.length > 8);
  return ({ text, source, above }) => {
    const line = plain(text);
    for (const { text: name, why, needsParent } of names) {
      const at = placesOf(line, name).filter(([from, to]) => !isInside(line, from, to, longer));
      if (at.length === 0) continue;
      if (!needsParent || [line, ...above.map(plain)].some((one) => namesAny(one, parents))) return why;
    }
    const links = [...source.matchAll(/https?:\/\/[^\s)>\]"']+/g)].map(([url]) => plainUrl(url));
    return links.some((url) => urls.includes(url)) ? "link" : null;
  };
}

interface Name {
  text: string;
  why: MentionWhy;
  needsParent: boolean;
}

function ownNames(own: NamedItem, others: readonly NamedItem[]): Name[] {
  const taken = new Set(others.map(({ title }) => plain(title)));
  const name = (text: string, why: MentionWhy): Name => ({
    text,
    why,
    needsParent: taken.has(text) || !saysSomething(text),
  });
  const found = [name(plain(own.title), "title")];
  for (const former of own.former) found.push(name(plain(former), "former-title"));
  const short = plain(/^(.*?)(?:, |: | - | \(|（|：|，|——)/.exec(own.title)?.[1] ?? "");
  const isLong = isHan(short)
    ? short.length >= SHORT_HAN
    : short.length >= SHORT_LETTERS && short.includes(" ");
  const isOwn = others.every((item) => !plain(item.title).startsWith(short));
  if (isLong && isOwn) found.push(name(short, "short-title"));
  return found.filter(
    ({ text, needsParent }, at) =>
      text !== "" &&
      found.findIndex((one) => one.text === text) === at &&
      !(needsParent && !own.path.includes(" › ")),
  );
}

/** Width, case, quotes, title marks and emphasis do not count. */
function plain(text: string): string {
  return fold(text.replace(/[《》〈〉「」『』“”‘’"'`*_~]/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}

function plainUrl(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, "")
    .replace(/[/.,;:!?#]+$/, "")
    .toLowerCase();
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

function saysSomething(text: string): boolean {
  const count = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return isHan(text) ? count >= LEAST_HAN : count >= LEAST_LETTERS;
}

/** Where a name stands as a whole word. */
function placesOf(line: string, name: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = line.indexOf(name); at >= 0 && name !== ""; at = line.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (!isJoined(line[at - 1], name[0]) && !isJoined(name.at(-1), line[end])) found.push([at, end]);
  }
  return found;
}

/** Letters and digits side by side are one word; Chinese characters stand for themselves. */
function isJoined(one: string | undefined, other: string | undefined): boolean {
  const isLetter = (sign: string | undefined): boolean =>
    sign !== undefined && /[\p{L}\p{N}]/u.test(sign) && !isHan(sign);
  return isLetter(one) && isLetter(other);
}

function isInside(line: string, from: number, to: number, longer: readonly string[]): boolean {
  return longer.some((name) => placesOf(line, name).some(([start, end]) => start <= from && end >= to));
}

function namesAny(line: string, names: readonly string[]): boolean {
  return names.some((name) => placesOf(line, name).length > 0);
}
