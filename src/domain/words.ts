// How a word of the vocabulary is found in a heading, label or item: Chinese words anywhere, English ones as whole words,
// after width, case and traditional characters are folded. Folding keeps the length, so places stay true.

import { SIMPLIFIED, type Words } from "./vocabulary.ts";

const TRADITIONAL = new RegExp(`[${Object.keys(SIMPLIFIED).join("")}]`, "g");

const FOLDS = new RegExp(`[A-Z\\uff01-\\uff5e\\u2018\\u2019${Object.keys(SIMPLIFIED).join("")}]`);

/** Folds full-width ASCII, case, curly apostrophes and traditional characters; the length stays. */
export function foldText(text: string): string {
  if (!FOLDS.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(TRADITIONAL, (character) => SIMPLIFIED[character]!);
}

export interface Found {
  /** The word of the vocabulary. */
  word: string;
  start: number;
  end: number;
}

const compiled = new WeakMap<Words, RegExp>();

/** One expression for a word list; longer words first. */
function expressionOf(words: Words): RegExp {
  const known = compiled.get(words);
  if (known !== undefined) return known;
  const byLength = (a: string, b: string): number => b.length - a.length;
  const zh = [...words.zh].sort(byLength).map(escapeWord);
  const en = [...words.en].sort(byLength).map((word) => escapeWord(word).replace(/ /g, "\\s+"));
  const parts: string[] = [];
  if (zh.length > 0) parts.push(`(?:${zh.join("|")})`);
  if (en.length > 0) parts.push(`(?<![\\p{L}\\p{N}_'-])(?:${en.join("|")})(?![\\p{L}\\p{N}_'-]|-\\w)`);
  const expression = new RegExp(parts.length === 0 ? "(?!)" : parts.join("|"), "gu");
  compiled.set(words, expression);
  return expression;
}

function escapeWord(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** Every place of a word of the list in a folded text. */
export function findWords(folded: string, words: Words): Found[] {
  return [...folded.matchAll(expressionOf(words))].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export function hasWord(folded: string, words: Words): boolean {
  return folded.search(expressionOf(words)) !== -1;
}

/** Whether the folded text is nothing but one word of the list, signs around it aside. */
export function isWord(folded: string, words: Words): string | null {
  const bare = bareText(folded);
  return words.zh.includes(bare) || words.en.includes(bare) ? bare : null;
}

/** Without emoji, brackets, punctuation and blanks at both ends. */
export function bareText(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

const NUMBERING =
  /^\s*(?:[（(]?[一二三四五六七八九十百\d]{1,3}[）)]\s*|[一二三四五六七八九十]{1,3}\s*[、.．:：]\s*|(?:\d{1,3}\.)+\d{0,3}\s+|\d{1,3}\s*[、.)）]\s*|第[一二三四五六七八九十\d]{1,3}[章节部分篇]+\s*[、:：]?\s*|[ivx]{1,4}\.\s+)/iu;

/** A heading without its number (`一、`, `1.2 `) and signs before it. */
export function withoutNumbering(title: string): string {
  const stripped = title.replace(/^[^\p{L}\p{N}《「“"'（(【[]+/u, "");
  const match = NUMBERING.exec(stripped);
  return match !== null && match[0].length < stripped.length ? stripped.slice(match[0].length) : stripped;
}
