// The one table of words that a day note is made of, in both languages. Notes are read in both, and written in the language
// that the note is in.

import { fold, type Tongue } from "../../base/index.ts";
import type { DayPart } from "./day.ts";

/** What a line of a day may begin with. */
export type DayKeyword = "buffer" | "interruption" | "healthy" | "abnormal" | "correction";

export const DAY_HEADINGS: Readonly<Record<DayPart, Readonly<Record<Tongue, string>>>> = {
  plan: { zh: "计划", en: "Plan" },
  record: { zh: "记录", en: "Record" },
  check: { zh: "自检", en: "Check" },
};

export const DAY_KEYWORDS: Readonly<Record<DayKeyword, Readonly<Record<Tongue, string>>>> = {
  buffer: { zh: "缓冲", en: "Buffer" },
  interruption: { zh: "打断", en: "Interruption" },
  healthy: { zh: "健康", en: "Healthy" },
  abnormal: { zh: "异常", en: "Abnormal" },
  correction: { zh: "纠错", en: "Correction" },
};

export const PIN = "📌";

const PARTS = new Map<string, { part: DayPart; tongue: Tongue }>([
  ...(["plan", "record", "check"] as const).flatMap((part) =>
    (["zh", "en"] as const).flatMap((tongue) => {
      const name = DAY_HEADINGS[part][tongue];
      return [[name, { part, tongue }] as const, [fold(name), { part, tongue }] as const];
    }),
  ),
  // The heading that Obsidian's Day Planner makes by itself.
  ["day planner", { part: "plan", tongue: "en" }],
]);

/** The part that a heading opens, by its text without the marks; null for other headings. */
export function partOfHeading(text: string): { part: DayPart; tongue: Tongue } | null {
  const name = fold(text.replace(/[*_`]/g, "")).replace(/:$/, "").trim();
  return PARTS.get(name) ?? null;
}

const KEYWORDS = (Object.keys(DAY_KEYWORDS) as DayKeyword[]).flatMap((keyword) =>
  (["zh", "en"] as const).map((tongue) => {
    const word = DAY_KEYWORDS[keyword][tongue].toLowerCase();
    return { keyword, tongue, word, first: word.charCodeAt(0) };
  }),
);

/** With what a keyword begins, in both cases. */
const FIRSTS = new Set(
  KEYWORDS.flatMap(({ first }) => [first, String.fromCharCode(first).toUpperCase().charCodeAt(0)]),
);

export interface KeywordFound {
  keyword: DayKeyword;
  tongue: Tongue;
  /** Length of the keyword with colon and blanks: what follows is the text. */
  length: number;
}

/** The keyword that a text begins with: it stands alone, or a colon of either width follows. */
export function keywordOf(text: string): KeywordFound | null {
  if (!FIRSTS.has(text.charCodeAt(0))) return null;
  for (const { keyword, tongue, word } of KEYWORDS) {
    if (text.slice(0, word.length).toLowerCase() !== word) continue;
    let at = skipBlanks(text, word.length);
    if (at < text.length) {
      const unit = text.charCodeAt(at);
      if (unit !== 58 && unit !== 0xff1a) continue;
      at = skipBlanks(text, at + 1);
    }
    return { keyword, tongue, length: at };
  }
  return null;
}

function skipBlanks(text: string, at: number): number {
  let found = at;
  while (text.charCodeAt(found) === 32 || text.charCodeAt(found) === 9) found++;
  return found;
}

/** `打断：`, `Interruption: `: a keyword as it stands before a text, in a tongue; alone where no text follows. */
export function keywordText(keyword: DayKeyword, text: string, tongue: Tongue): string {
  const word = DAY_KEYWORDS[keyword][tongue];
  if (text === "") return word;
  return `${word}${tongue === "zh" ? "：" : ": "}${text}`;
}
