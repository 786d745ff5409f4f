// The fixed words of cards: headings, ratings, the line of an answer, the sign between question and answer. One table for
// reader and writer, in both languages.

import { type LocalDate, parseLocalDate, type Tongue } from "../../base/index.ts";
import { plainHeading } from "../goal/goal-lines.ts";
import type { FirstSchedule, Rating } from "./card.ts";

export const RECALL_HEADING: Readonly<Record<Tongue, string>> = { en: "Recall", zh: "复习" };

const HEADINGS: Readonly<Record<Tongue, readonly string[]>> = {
  en: ["recall", "recall cards", "cards", "flashcards", "flash cards"],
  zh: ["复习", "复习卡片", "卡片", "记忆卡片", "闪卡"],
};

/** The language of a heading over cards; null where it is another heading. */
export function recallHeading(heading: string): Tongue | null {
  const words = plainHeading(heading).toLowerCase();
  if (HEADINGS.en.includes(words)) return "en";
  return HEADINGS.zh.includes(words) ? "zh" : null;
}

const RATING_WORDS: Readonly<Record<Rating, Readonly<Record<Tongue, readonly string[]>>>> = {
  again: { en: ["again"], zh: ["重来", "忘了", "忘记"] },
  hard: { en: ["hard"], zh: ["困难", "吃力"] },
  good: { en: ["good"], zh: ["良好", "记得"] },
  easy: { en: ["easy"], zh: ["简单", "轻松"] },
};

/** What people say for a rating, to the rating. */
export const RATING_ALIASES: Readonly<Record<string, Rating>> = {
  ...Object.fromEntries(
    (Object.keys(RATING_WORDS) as Rating[]).flatMap((rating) =>
      RATING_WORDS[rating].zh.map((word) => [word, rating]),
    ),
  ),
  "1": "again",
  "2": "hard",
  "3": "good",
  "4": "easy",
};

export function ratingWord(rating: Rating, tongue: Tongue): string {
  return RATING_WORDS[rating][tongue][0]!;
}

const BY_WORD: ReadonlyMap<string, { rating: Rating; tongue: Tongue }> = new Map(
  (Object.keys(RATING_WORDS) as Rating[]).flatMap((rating) =>
    (["en", "zh"] as const).flatMap((tongue) =>
      RATING_WORDS[rating][tongue].map((word) => [word, { rating, tongue }] as const),
    ),
  ),
);

const ANSWER =
  /^([ \t]*[-*+][ \t]+)(\d{4}-\d{2}-\d{2})[ \t]+([^\s#:：,，]+)(?:[ \t]+#(\d{1,3}))?(?:[ \t]+(\d{1,5})[ \t]?(?:s|秒))?(?:[ \t]*[:：][ \t]*(.*?))?[ \t]*$/;
const DATED_WORD = /^[ \t]*[-*+][ \t]+\d{4}-\d{2}-\d{2}[ \t]+\p{L}{1,8}[ \t]*$/u;

export interface AnswerLine {
  lead: string;
  date: LocalDate;
  rating: Rating;
  part: number;
  seconds: number | null;
  text: string | null;
  tongue: Tongue;
}

/** A line of the history. `problem`: it looks like one and is none. Null: it is something else. */
export function readAnswerLine(
  line: string,
): AnswerLine | { problem: "notADay" | "notARating"; word: string } | null {
  const match = ANSWER.exec(line);
  if (match === null) return null;
  const [, lead = "", day = "", word = "", part, seconds, text] = match;
  const known = BY_WORD.get(word.toLowerCase());
  if (known === undefined) return DATED_WORD.test(line) ? { problem: "notARating", word } : null;
  const date = parseLocalDate(day);
  if (date === null) return { problem: "notADay", word: day };
  return {
    lead,
    date,
    rating: known.rating,
    part: part === undefined ? 1 : Number(part),
    seconds: seconds === undefined ? null : Number(seconds),
    text: text === undefined || text === "" ? null : text,
    tongue: known.tongue,
  };
}

/** The words of such a line, without its marker. Line breaks in what was typed become blanks. */
export function answerText(
  answer: { date: LocalDate; rating: Rating; part: number; seconds: number | null; text: string | null },
  tongue: Tongue,
): string {
  const { date, rating, part, seconds, text } = answer;
  const said = oneLine(text ?? "");
  const words = [
    date,
    ratingWord(rating, tongue),
    part > 1 ? `#${part}` : "",
    seconds === null ? "" : tongue === "zh" ? `${seconds}秒` : `${seconds}s`,
  ];
  const head = words.filter((word) => word !== "").join(" ");
  if (said === "") return head;
  return tongue === "zh" ? `${head}：${said}` : `${head}: ${said}`;
}

export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ").trim();
}

const SCHEDULE = /<!--SR:((?:!\d{4}-\d{2}-\d{2},\d+(?:\.\d+)?,\d+)+)-->/;

/** The schedules in a line, by part, and where their comment stands in it. */
export function readSchedules(line: string): { at: number; schedules: FirstSchedule[] } | null {
  const match = SCHEDULE.exec(line);
  if (match === null) return null;
  const schedules: FirstSchedule[] = [];
  for (const one of match[1]!.slice(1).split("!")) {
    const [day = "", interval = "", ease = ""] = one.split(",");
    const due = parseLocalDate(day);
    if (due === null) return null;
    schedules.push({ due, intervalDays: Number(interval), ease: Number(ease) });
  }
  return { at: match.index, schedules };
}

/** Same length, with code, formulas and `{{…}}` blanked out. */
function masked(text: string): string {
  return text
    .replace(/(`+)(?!`)[^\r\n]*?[^`]\1(?!`)/g, (part) => "\0".repeat(part.length))
    .replace(/\$[^$\r\n]+\$|\{\{[^\r\n]*?\}\}/g, (part) => "\0".repeat(part.length));
}

export interface Separated {
  question: string;
  answer: string;
  isReversed: boolean;
}

/** Question and answer of one line. A sign with blanks around it goes before one without: `std::move :: casts`. */
export function separate(line: string): Separated | null {
  const plain = masked(line);
  const spaced = /(?<=\S)[ \t]+(:{2,3}|：：)[ \t]+(?=\S)/.exec(plain);
  const found = spaced ?? /(?<=[^\s:：][ \t]*)(?<!:)(:{2,3}|：：)(?![:：])(?=[ \t]*\S)/.exec(plain);
  if (found === null) return null;
  const isReversed = found[1]!.length === 3;
  const question = line.slice(0, found.index).trim();
  const answer = line.slice(found.index + found[0].length).trim();
  return question === "" || answer === "" ? null : { question, answer, isReversed };
}

/** Ranges of the gaps of a text, `==` included. */
export function gapsOf(text: string): { from: number; to: number }[] {
  const gaps = [...masked(text).matchAll(/==(?=[^\s=])(?:[^=\r\n]|=(?!=))*?[^\s=]==(?!=)|==[^\s=]==(?!=)/g)];
  return gaps.map((gap) => ({ from: gap.index, to: gap.index + gap[0].length }));
}
