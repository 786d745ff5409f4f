// Which items a line of the log names. A whole title counts where it stands as words of its own; else the item counts of whose
// telling words the line has most. Nothing is guessed: a line that has no item's words names none.

import { fold } from "../../base/index.ts";
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
  const titles = items.map(({ title, former }) => [title, ...former].map(wordsOf));
  let rare: ((token: string) => number) | null = null;
  const rarity = (token: string): number => {
    rare ??= rarityIn(titles.map(([own]) => own!));
    return rare(token);
  };
  const depthOf = (index: number): number => {
    const { parent } = items[index]!;
    return parent === null ? 0 : depthOf(parent) + 1;
  };
  const rootOf = (index: number): number => {
    const { parent } = items[index]!;
    return parent === null ? index : rootOf(parent);
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
  const match = (text: string): number[] => {
    const line = wordsOf(text);
    const whole: { index: number; name: string }[] = [];
    titles.forEach((own, index) => {
      let longest = "";
      for (const { names } of own)
        for (const name of names)
          if (name.length > longest.length && isNamed(line.plain, name)) longest = name;
      // A short title only where the line is about it.
      const isAbout = own.some(({ plain, names }) => names.length === 0 && plain === line.lead);
      if (longest === "" && isAbout) longest = line.lead;
      if (longest !== "") whole.push({ index, name: longest });
    });
    if (whole.length > 0) {
      const outer = whole.filter(
        ({ name }) => !whole.some((other) => other.name.length > name.length && other.name.includes(name)),
      );
      return mostSpecific(outer.map(({ index }) => index));
    }
    let best: number[] = [];
    let bestShare = LEAST_SHARE;
    for (const index of sharing(line)) {
      const share = Math.max(...titles[index]!.map((title) => shareOf(title, line, rarity)));
      if (share < bestShare) continue;
      if (share > bestShare) best = [];
      bestShare = share;
      best.push(index);
    }
    return mostSpecific(best);
  };
  let byToken: Map<string, Set<number>> | null = null;
  /** Titles that have a word of the line, or are in another script; in their order. */
  const sharing = (line: Words): number[] => {
    byToken ??= indexOf(titles);
    const found = new Set<number>();
    for (const token of line.tokens.keys()) for (const index of byToken.get(token) ?? []) found.add(index);
    titles.forEach((own, index) => {
      if (own.some(({ script }) => script !== line.script)) found.add(index);
    });
    return [...found].sort((a, b) => a - b);
  };
  const known = new Map<string, number[]>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = match(text);
      known.set(text, found);
    }
    return found;
  };
}

/** Whether a line could name one of the titles at all: asked before all titles of a time are compared. */
export function makeLogFilter(titles: readonly string[]): (line: string) => boolean {
  const tokens = new Set<string>();
  const all = titles.map(wordsOf);
  for (const words of all) for (const [token, weight] of words.tokens) if (weight > PHRASE) tokens.add(token);
  return (text) => {
    const line = wordsOf(text);
    for (const token of line.tokens.keys()) if (tokens.has(token)) return true;
    return all.some(
      ({ script, plain, names }) =>
        script !== line.script || plain === line.lead || names.some((name) => isNamed(line.plain, name)),
    );
  };
}

/** Words that say what one does with a thing weigh no more. */
const PHRASE = 0.12;

function indexOf(titles: readonly (readonly Words[])[]): Map<string, Set<number>> {
  const byToken = new Map<string, Set<number>>();
  titles.forEach((own, index) => {
    for (const { tokens } of own)
      for (const token of tokens.keys()) {
        const list = byToken.get(token);
        if (list === undefined) byToken.set(token, new Set([index]));
        else list.add(index);
      }
  });
  return byToken;
}

/** A title or a line, as they are compared. */
interface Words {
  plain: string;
  /** What stands before the first colon. */
  lead: string;
  /** Wholes that name it; none where they say too little by themselves. */
  names: string[];
  tokens: ReadonlyMap<string, number>;
  /** Of what names it, without remarks; empty where that says too little. */
  main: ReadonlyMap<string, number>;
  script: string;
  concepts: ReadonlySet<string>;
  others: ReadonlyMap<string, number>;
}

/** Most lines and titles only meet by their names: what takes time is made when it is first asked for. */
function wordsOf(text: string): Words {
  const spelled = spellOut(text);
  const title = readTitle(spelled);
  const { plain, isGeneric } = title;
  let names: string[] | null = null;
  let tokens: Map<string, number> | null = null;
  let own: Map<string, number> | null = null;
  return {
    plain,
    lead: fold(spelled.split(/[:：]/, 1)[0]!),
    get names() {
      names ??= isGeneric ? [] : [plain, title.main].filter(saysEnough);
      return names;
    },
    get tokens() {
      tokens ??= stems(title.tokens);
      return tokens;
    },
    get main() {
      own ??= isGeneric || !saysEnough(plain) ? new Map<string, number>() : stems(title.mainTokens);
      return own;
    },
    get script() {
      return title.script;
    },
    get concepts() {
      return title.concepts;
    },
    get others() {
      return title.others;
    },
  };
}

function saysEnough(name: string): boolean {
  return name.length >= (HAN.test(name) ? LEAST_HAN : LEAST_LETTERS);
}

/** `upgrade`, `upgraded`, `upgrading` are one word: titles say what is to be done, logs what was. */
function stems(tokens: ReadonlyMap<string, number>): Map<string, number> {
  const found = new Map<string, number>();
  for (const [token, weight] of tokens) {
    const stem = /^[a-z]{5,}$/.test(token) ? token.replace(/(?<=[a-z]{4})(?:e|ed|ing)$/, "") : token;
    found.set(stem, Math.max(weight, found.get(stem) ?? 0));
  }
  return found;
}

/** How rare a word is among the titles, 1 for one that stands once: `log(1 + n / df) / log(1 + n)`. */
function rarityIn(titles: readonly Words[]): (token: string) => number {
  const counts = new Map<string, number>();
  for (const { tokens } of titles)
    for (const token of tokens.keys()) counts.set(token, (counts.get(token) ?? 0) + 1);
  const total = Math.max(2, titles.length);
  return (token) =>
    Math.min(1, Math.log(1 + total / Math.max(1, counts.get(token) ?? 1)) / Math.log(1 + total));
}

/** Whether a name stands in a line as words of its own; Chinese characters stand for themselves. */
function isNamed(line: string, name: string): boolean {
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
function shareOf(title: Words, line: Words, rarity: (token: string) => number): number {
  let all = 0;
  let shared = 0;
  for (const [token, weight] of title.main) {
    const own = weight * rarity(token);
    all += own;
    if (line.tokens.has(token)) shared += own;
  }
  if (all === 0) return 0;
  let lineAll = 0;
  let lineShared = 0;
  for (const [token, weight] of line.tokens) {
    lineAll += weight;
    if (title.tokens.has(token)) lineShared += weight;
  }
  const ofTitle = shared >= LEAST_WEIGHT ? shared / all : 0;
  const ofLine =
    lineShared >= LONG_LINE && lineShared / lineAll >= LEAST_LINE_SHARE ? lineShared / lineAll : 0;
  return Math.max(ofTitle, ofLine, isSameThing(title, line, rarity) ? CONCEPT_SHARE : 0);
}

/** Whether a title in the other language says what the line says, and nothing else. */
function isSameThing(title: Words, line: Words, rarity: (token: string) => number): boolean {
  if (title.script === line.script || title.concepts.size === 0) return false;
  if ([...title.concepts].some((one) => !line.concepts.has(one))) return false;
  return [...title.others].reduce((sum, [token, weight]) => sum + weight * rarity(token), 0) < CONCEPT_REST;
}

const CONCEPT_REST = 0.3;
const CONCEPT_SHARE = 0.7;
