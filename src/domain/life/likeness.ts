// How alike two titles are, and what speaks against their being one item: another volume, another course in the same phrase,
// another book of a series. Weighted words (Dice's coefficient, tf-idf over the two pages) with the stated exceptions.

import { likeness } from "../../base/index.ts";
import { readTitle, type TitleText, tokensOf } from "./title.ts";

/** How rare a word is on the two pages, 1 for one that stands once. */
export type Rarity = (token: string) => number;

/** What speaks against two like titles being one item. */
export type TitleConflict = "volume" | "number" | "object" | "course" | "series";

/** Whether a link in common outweighs it: another volume or book may have the link of the whole series. */
export function yieldsToLink(conflict: TitleConflict | null): boolean {
  return conflict === null || conflict === "course" || conflict === "series";
}

export interface TitleLikeness {
  /** 0 to 1. */
  score: number;
  /** Of the words alone. */
  dice: number;
  how: "same-title" | "like-title" | "contained-title" | "other-language";
  conflict: TitleConflict | null;
}

/** How many titles have a word, of those of one page. */
export interface WordCounts {
  titles: number;
  counts: ReadonlyMap<string, number>;
}

export function countWords(titles: Iterable<string>): WordCounts {
  const counts = new Map<string, number>();
  let total = 0;
  for (const title of new Set(titles)) {
    total++;
    for (const word of readTitle(title).tokens.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return { titles: total, counts };
}

/** The rarity of words over the titles of two pages: `log(1 + n / df) / log(1 + n)`, with the means of both. */
export function rarityOf(old: WordCounts, now: WordCounts): Rarity {
  const total = Math.max(2, (old.titles + now.titles) / 2);
  const scale = Math.log(1 + total);
  return (word) => {
    const count = ((old.counts.get(word) ?? 0) + (now.counts.get(word) ?? 0)) / 2;
    return Math.min(1, Math.log(1 + total / Math.max(1, count)) / scale);
  };
}

/** @param isBook whether the two stand in a reading list or name books: then more than a part of the title must agree */
export function compareTitles(a: TitleText, b: TitleText, rarity: Rarity, isBook: boolean): TitleLikeness {
  if (a.plain === b.plain && a.plain !== "") return { score: 1, dice: 1, how: "same-title", conflict: null };
  const conflict = numberConflict(a, b) ?? objectConflict(a, b);
  if (a.main === b.main && a.main.length > 1 && conflict === null && isSpecific(a.mainTokens)) {
    const named = { dice: 1, how: "same-title", conflict: null } as const;
    return { score: isRemark(a, b) || isBook ? 0.97 : 0.85, ...named };
  }
  const whole = overlap(a.tokens, b.tokens, rarity);
  let score = whole.dice;
  let how: TitleLikeness["how"] = "like-title";
  if (whole.containment >= 0.85 && whole.shared >= 0.9) {
    const part = 0.55 + 0.4 * whole.dice;
    if (part > score) {
      score = part;
      how = "contained-title";
    }
  }
  const concepts = conceptLikeness(a, b);
  if (concepts > score) {
    score = concepts;
    how = "other-language";
  }
  // A slip of the pen: nearly all letters are the same.
  const letters = conflict === null && isLong(a) && isLong(b) ? likeness(a.plain, b.plain) : 0;
  if (letters >= SLIP)
    return { score: Math.max(score, letters), dice: whole.dice, how: "like-title", conflict: null };
  let against = conflict;
  if (isBook && against === null && how !== "other-language") {
    const series = seriesScore(a, b, rarity);
    if (series !== null) {
      score = Math.min(score, series.score);
      if (series.isOther) against = "series";
    }
  }
  if (against === null && how !== "other-language" && isOtherCourse(a, b, rarity)) against = "course";
  return { score, dice: whole.dice, how, conflict: against };
}

/** Share of letter pairs above which a difference is a slip. */
const SLIP = 0.88;

/** Long enough for a difference of a letter to be a slip: `CKA` and `CKAD` are two exams. */
function isLong({ plain, script }: TitleText): boolean {
  return plain.length >= (script === "cjk" ? 5 : 10);
}

/** One differs from the other in remarks alone. */
function isRemark(a: TitleText, b: TitleText): boolean {
  return a.main === a.plain || b.main === b.plain;
}

function isSpecific(tokens: ReadonlyMap<string, number>): boolean {
  let weight = 0;
  for (const each of tokens.values()) weight += each;
  return weight >= 0.7;
}

interface Overlap {
  dice: number;
  containment: number;
  shared: number;
  onlyA: number;
  onlyB: number;
}

function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, rarity: Rarity): Overlap {
  let shared = 0;
  let onlyA = 0;
  let onlyB = 0;
  for (const [token, weight] of a) {
    if (b.has(token)) shared += weight * rarity(token);
    else onlyA += weight * rarity(token);
  }
  for (const [token, weight] of b) if (!a.has(token)) onlyB += weight * rarity(token);
  const total = 2 * shared + onlyA + onlyB;
  const least = shared + Math.min(onlyA, onlyB);
  return {
    dice: total === 0 ? 0 : (2 * shared) / total,
    containment: least === 0 ? 0 : shared / least,
    shared,
    onlyA,
    onlyB,
  };
}

/** Another volume, or another number in the same words. A number that is only added says nothing unless it is a later one. */
function numberConflict(a: TitleText, b: TitleText): TitleConflict | null {
  if (a.volumes.size > 0 && b.volumes.size > 0) return isDisjoint(a.volumes, b.volumes) ? "volume" : null;
  const alone = a.volumes.size > 0 ? a.volumes : b.volumes;
  if (alone.size > 0 && !alone.has("1")) return "volume";
  if (a.numbers.size > 0 && b.numbers.size > 0 && isDisjoint(a.numbers, b.numbers)) return "number";
  return null;
}

function isDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const each of a) if (b.has(each)) return false;
  return true;
}

/** Both name a book in 《》, and no book of one is like any of the other. */
function objectConflict(a: TitleText, b: TitleText): TitleConflict | null {
  if (a.objects.length === 0 || b.objects.length === 0) return null;
  for (const one of a.objects)
    for (const other of b.objects) {
      if (one === other) return null;
      if (scriptDiffers(readTitle(one), readTitle(other))) return null;
      const short = one.length <= other.length ? one : other;
      if (short.length > 1 && (short === one ? other : one).includes(short)) return null;
      if (pairDice(one, other) >= 0.6) return null;
    }
  return "object";
}

function pairDice(one: string, other: string): number {
  const shared = overlap(tokensOf(one), tokensOf(other), () => 1);
  return shared.dice;
}

/** One is written in Chinese characters, the other in letters. */
export function scriptDiffers(a: TitleText, b: TitleText): boolean {
  return (
    (a.script === "cjk" && b.script === "latin") ||
    (a.script === "latin" && b.script === "cjk") ||
    (a.script === "mixed" && b.script !== "mixed" && b.script !== "none") ||
    (b.script === "mixed" && a.script !== "mixed" && a.script !== "none")
  );
}

/**
 * Titles in two scripts are compared by what they are about and by the names that both spell alike. Words that the table of
 * terms does not know count as unlike.
 */
function conceptLikeness(a: TitleText, b: TitleText): number {
  if (!scriptDiffers(a, b)) return 0;
  let shared = 0;
  for (const concept of a.concepts) if (b.concepts.has(concept)) shared++;
  if (shared === 0) return 0;
  const rest = overlap(a.others, b.others, () => 1);
  const same = shared + rest.shared / UNIT;
  const total = a.concepts.size + b.concepts.size + (rest.onlyA + rest.onlyB + 2 * rest.shared) / UNIT;
  return Math.min(0.9, (2 * same) / total);
}

/** Whether two titles have a term of the table, a name or a number in common. */
export function sharesTerm(a: TitleText, b: TitleText): boolean {
  for (const concept of a.concepts) if (b.concepts.has(concept)) return true;
  for (const [word, weight] of a.tokens) if (weight >= 0.7 && b.tokens.has(word)) return true;
  return false;
}

/** Weight of words that is as much as one concept. */
const UNIT = 1.5;

/**
 * Books: the titles before subtitle, remark and author must agree. More words without a colon or bracket are another book of
 * the series; other words in their place are another book. Null where the main titles agree.
 */
function seriesScore(a: TitleText, b: TitleText, rarity: Rarity): { score: number; isOther: boolean } | null {
  const main = overlap(a.mainTokens, b.mainTokens, rarity);
  if (main.shared === 0) return { score: 0.3, isOther: false };
  if (main.dice >= 0.85) return null;
  // What only one side has may have been behind the colon on the other.
  const restA = overlap(a.mainTokens, b.tokens, rarity);
  const restB = overlap(b.mainTokens, a.tokens, rarity);
  if (restA.onlyA < 0.2 && restB.onlyA < 0.2) return null;
  if (main.onlyA >= 0.4 && main.onlyB >= 0.4) return { score: main.dice * 0.8, isOther: main.dice < 0.75 };
  // A new title that says more without a sign between is the next of the series sooner than a rewording.
  return { score: 0.6, isOther: main.onlyB >= 0.4 && main.onlyA < 0.2 };
}

/** The same phrase around other names: each side has a name of its own, and all that they share is the phrase. */
function isOtherCourse(a: TitleText, b: TitleText, rarity: Rarity): boolean {
  const ownA = [...a.codes].filter((code) => !b.codes.has(code));
  const ownB = [...b.codes].filter((code) => !a.codes.has(code));
  if (ownA.length > 0 && ownB.length > 0) return true;
  const names = (text: TitleText, other: TitleText) =>
    [...text.tokens].filter(
      ([token, weight]) => weight >= 1.5 && /^[a-z]/.test(token) && !other.tokens.has(token),
    );
  const sharesName = [...a.tokens].some(
    ([token, weight]) => weight >= 1.5 && /^[a-z]/.test(token) && b.tokens.has(token),
  );
  if (sharesName) return false;
  if (names(a, b).length > 0 && names(b, a).length > 0 && !scriptDiffers(a, b)) {
    const shared = overlap(a.tokens, b.tokens, rarity);
    return shared.dice < 0.75;
  }
  return false;
}
