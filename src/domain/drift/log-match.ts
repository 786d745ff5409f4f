// Which items a line of the log names. A whole title counts where it stands as words of its own; else the item counts of whose
// telling words the line has most. Nothing is guessed: a line that has no item's words names none.

import { countWords, type Rarity, rarityOf } from "../life/likeness.ts";
import { readTitle } from "../life/title.ts";

/** Asks one line: indices of the items that it names, steps rather than the items above them; empty where it names none. */
export type LogMatcher = (line: string) => number[];

export interface MatchedItem {
  title: string;
  /** Titles that it had; counted like its title. */
  former: readonly string[];
  /** Index of the item that it is a step of; null where of none. */
  parent: number | null;
}

/** So much of a title's weight must be in the line; or so much of a long line's weight in the title. */
const LEAST_SHARE = 0.6;
const LEAST_LINE_SHARE = 0.75;
const LONG_LINE = 3;
/** And so much of it in all: one word that stands in few titles, or two. */
const LEAST_WEIGHT = 1;
/** A title of fewer letters says too little where it stands in running text. */
const LEAST_LETTERS = 3;
const LEAST_HAN = 2;

/** What people write for short. */
const SHORT: Readonly<Record<string, string>> = {
  golang: "go",
  js: "javascript",
  k8s: "kubernetes",
  pg: "postgresql",
  postgres: "postgresql",
  ts: "typescript",
};
const SHORT_FORMS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${Object.keys(SHORT).join("|")})(?![a-zA-Z0-9])`,
  "giu",
);

function spellOut(text: string): string {
  return text.replace(SHORT_FORMS, (short) => SHORT[short.toLowerCase()]!);
}

/** Made once for the items of a time, asked for many lines. */
export function makeLogMatcher(items: readonly MatchedItem[]): LogMatcher {
  const titles = items.map(({ title, former }) => [title, ...former].map(spellOut).map(readTitle));
  const counts = countWords(items.map(({ title }) => spellOut(title)));
  const rarity = rarityOf(counts, counts);
  const depthOf = (index: number): number => {
    const { parent } = items[index]!;
    return parent === null ? 0 : depthOf(parent) + 1;
  };
  const rootOf = (index: number): number => {
    const { parent } = items[index]!;
    return parent === null ? index : rootOf(parent);
  };
  const known = new Map<string, number[]>();
  const match = (line: string): number[] => {
    const text = readTitle(spellOut(line));
    const whole: { index: number; name: string }[] = [];
    titles.forEach((own, index) => {
      const names = own.flatMap(({ plain, main, isGeneric }) => (isGeneric ? [] : [plain, main]));
      const name = names.filter((one) => isNamed(text.plain, one)).sort((a, b) => b.length - a.length)[0];
      if (name !== undefined) whole.push({ index, name });
    });
    if (whole.length > 0) {
      const longest = whole.filter(
        ({ name }) => !whole.some((other) => other.name.length > name.length && other.name.includes(name)),
      );
      return mostSpecific(longest.map(({ index }) => index));
    }
    let best: number[] = [];
    let bestShare = LEAST_SHARE;
    titles.forEach((own, index) => {
      const share = Math.max(...own.map((title) => shareOf(title, text, rarity)));
      if (share < bestShare) return;
      if (share > bestShare) best = [];
      bestShare = share;
      best.push(index);
    });
    return mostSpecific(best);
  };
  /** Of items of one list entry the innermost; the first of several. */
  const mostSpecific = (indices: readonly number[]): number[] => {
    const byRoot = new Map<number, number>();
    for (const index of indices) {
      const root = rootOf(index);
      const other = byRoot.get(root);
      if (other === undefined || depthOf(index) > depthOf(other)) byRoot.set(root, index);
    }
    return [...byRoot.values()];
  };
  return (line) => {
    let found = known.get(line);
    if (found === undefined) {
      found = match(line);
      known.set(line, found);
    }
    return found;
  };
}

/** Whether a name stands in a line as words of its own; Chinese characters stand for themselves. */
function isNamed(line: string, name: string): boolean {
  const isHan = HAN.test(name);
  if (name.length < (isHan ? LEAST_HAN : LEAST_LETTERS)) return line === name;
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
    const [before, after] = [line[at - 1] ?? " ", line[at + name.length] ?? " "];
    if (!(LETTER.test(before) && LETTER.test(name[0]!)) && !(LETTER.test(after) && LETTER.test(name.at(-1)!)))
      return true;
  }
  return false;
}

const HAN = /\p{Script=Han}/u;
/** A letter that joins with its neighbour to one word. */
const LETTER = /[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{N}/u;

/** How much of a title's words a line has, by their weight and rarity; 0 where that is too little to tell. */
function shareOf(
  title: ReturnType<typeof readTitle>,
  line: ReturnType<typeof readTitle>,
  rarity: Rarity,
): number {
  if (title.isGeneric) return 0;
  let all = 0;
  let shared = 0;
  for (const [token, weight] of title.mainTokens) {
    const own = weight * rarity(token);
    all += own;
    if (line.tokens.has(token)) shared += own;
  }
  let lineAll = 0;
  let lineShared = 0;
  for (const [token, weight] of line.tokens) {
    lineAll += weight;
    if (title.tokens.has(token)) lineShared += weight;
  }
  const inTitle =
    lineShared >= LONG_LINE && lineShared / lineAll >= LEAST_LINE_SHARE ? lineShared / lineAll : 0;
  const words = Math.max(shared >= LEAST_WEIGHT ? shared / all : 0, inTitle);
  // The same thing under another name or in the other language, where nothing else is in the title.
  const isSame = title.concepts.size > 0 && [...title.concepts].every((one) => line.concepts.has(one));
  const others = [...title.others].reduce((sum, [token, weight]) => sum + weight * rarity(token), 0);
  return Math.max(words, isSame && others < CONCEPT_REST ? CONCEPT_SHARE : 0);
}

const CONCEPT_REST = 0.3;
const CONCEPT_SHARE = 0.7;
