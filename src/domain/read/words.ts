// How a word of the vocabulary is found in a heading, label or item: Chinese words anywhere, English ones as whole words,
// after width, case and traditional characters are folded. Folding keeps the length, so places stay true.

import { SIMPLIFIED, type Words } from "./vocabulary.ts";

const FOLDED = new RegExp(`[A-Z\\uff01-\\uff5e\\u2018\\u2019${Object.keys(SIMPLIFIED).join("")}]`, "g");

/** Folds full-width ASCII, case, curly apostrophes and traditional characters; the length stays. */
export function foldText(text: string): string {
  return text.replace(FOLDED, foldCharacter);
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x2018 || code === 0x2019) return "'";
  if (code < 0x80) return character.toLowerCase();
  return code >= 0xff01 && code <= 0xff5e
    ? String.fromCharCode(code - 0xfee0).toLowerCase()
    : SIMPLIFIED[character]!;
}

export interface Found {
  /** The word of the vocabulary. */
  word: string;
  start: number;
  end: number;
}

const expressions = new WeakMap<Words, RegExp>();

/** One expression for the English words of a list, longer words first. */
function englishOf(words: Words): RegExp {
  const known = expressions.get(words);
  if (known !== undefined) return known;
  const byLength = [...words.en].sort((a, b) => b.length - a.length);
  const parts = byLength.map((word) => escapeWord(word).replace(/ /g, "\\s+"));
  // Letters beside a word may be accented; Chinese ones end it.
  const letter = "[a-z0-9\\u00c0-\\u024f_'-]";
  const expression = new RegExp(
    `(?<!${letter})(?:${parts.join("|")})(?![a-z0-9\\u00c0-\\u024f_']|-\\w)`,
    "g",
  );
  expressions.set(words, expression);
  return expression;
}

function escapeWord(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

const HAS_ENGLISH = /[a-z]/;
const HAS_CHINESE = /[\u4e00-\u9fff]/;

/** Every place of a word of the list in a folded text. */
export function findWords(folded: string, words: Words): Found[] {
  const found: Found[] = [];
  if (HAS_CHINESE.test(folded)) {
    for (const word of words.zh) {
      for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
        found.push({ word, start: at, end: at + word.length });
      }
    }
  }
  if (words.en.length > 0 && HAS_ENGLISH.test(folded)) {
    for (const match of folded.matchAll(englishOf(words))) {
      found.push({ word: match[0], start: match.index, end: match.index + match[0].length });
    }
  }
  // As a reader takes them: from left to right, the longest word at each place.
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(
    (place, index) =>
      !found
        .slice(0, index)
        .some(
          (other) =>
            other.end > place.start &&
            other.start <= place.start &&
            other !== place &&
            other.end >= place.end,
        ),
  );
}

export function hasWord(folded: string, words: Words): boolean {
  return findWords(folded, words).length > 0;
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
