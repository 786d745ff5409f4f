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
    (["zh", "en"] as const).map((tongue) => [fold(DAY_HEADINGS[part][tongue]), { part, tongue }] as const),
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
  (["zh", "en"] as const).map((tongue) => ({
    keyword,
    tongue,
    first: DAY_KEYWORDS[keyword][tongue].charCodeAt(0) | 0x20,
    pattern: new RegExp(`^${DAY_KEYWORDS[keyword][tongue]}(?:[ \\t]*[:：][ \\t]*|[ \\t]*$)`, "i"),
  })),
);

export interface KeywordFound {
  keyword: DayKeyword;
  tongue: Tongue;
  /** Length of the keyword with colon and blanks: what follows is the text. */
  length: number;
}

/** The keyword that a text begins with: it stands alone, or a colon of either width follows. */
export function keywordOf(text: string): KeywordFound | null {
  const first = text.charCodeAt(0) | 0x20;
  for (const word of KEYWORDS) {
    if (word.first !== first) continue;
    const match = word.pattern.exec(text);
    if (match !== null) return { keyword: word.keyword, tongue: word.tongue, length: match[0].length };
  }
  return null;
}

/** `打断：`, `Interruption: `: a keyword as it stands before a text, in a tongue; alone where no text follows. */
export function keywordText(keyword: DayKeyword, text: string, tongue: Tongue): string {
  const word = DAY_KEYWORDS[keyword][tongue];
  if (text === "") return word;
  return `${word}${tongue === "zh" ? "：" : ": "}${text}`;
}
