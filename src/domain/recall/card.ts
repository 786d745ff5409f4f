// What a person wants to keep knowing about an item: cards below the heading Recall (复习) of its private file, each with the
// answers given so far. Types only; docs/recall.md writes the format down.

import type { Diagnostic, LocalDate, Tongue } from "../../base/index.ts";
import type { Range } from "../../page/index.ts";

export const RATINGS = ["again", "hard", "good", "easy"] as const;
/** How well an answer was known: not at all, with effort, well, at once. */
export type Rating = (typeof RATINGS)[number];

/** `Question::Answer`, asked one way or (`:::`) both ways; or a text with ==gaps==. */
export type CardKind = "basic" | "reversed" | "cloze";

/** One answer that was given, a line below its card: `- 2021-09-02 good 8s: what was typed`. */
export interface RecallAnswer {
  line: number;
  date: LocalDate;
  rating: Rating;
  /** Which of the card's questions, from 1: the way back of a reversed card is 2, gaps count on. */
  part: number;
  /** How long it took, where that was seen. */
  seconds: number | null;
  /** What the person typed. */
  text: string | null;
}

/** When another program (Obsidian's spaced repetition) wanted a card: `<!--SR:!2021-09-02,4,270-->`. */
export interface FirstSchedule {
  due: LocalDate;
  intervalDays: number;
  /** Ease of SM-2 in percent. */
  ease: number;
}

export interface RecallCard {
  /** 1-based line of its first words. */
  line: number;
  kind: CardKind;
  /** Markdown. Of a text with gaps the whole text. */
  question: string;
  /** Markdown; empty for a text with gaps. */
  answer: string;
  /** How many questions it holds, 1 at least. */
  parts: number;
  /** In the order of their days. */
  answers: RecallAnswer[];
  /** By part; shorter than `parts` where there are none. */
  schedules: FirstSchedule[];
  /** Whether it is a list entry; else a paragraph. */
  isEntry: boolean;
  /** Marker with its blanks, as written; empty for a paragraph. */
  lead: string;
  /** Question and answer as written, without marker. */
  words: Range;
  /** Whether lines of the history stand between the words, so that they cannot be replaced in one piece. */
  isMixed: boolean;
  /** Last line of the words. */
  wordsEnd: number;
  /** The last line of the history as it stands in the text, whose indentation is copied; null where there is none. */
  lastAnswer: { line: number; lead: string } | null;
  /** Its lines with all that belongs to it, the last line end included. */
  range: Range;
}

export interface RecallSection {
  line: number;
  level: number;
  /** Offset behind the last line with content. */
  end: number;
}

/** An item's private file as recall reads it. */
export interface RecallNotes {
  text: string;
  /** Language of its heading and ratings; null where it has none. */
  tongue: Tongue | null;
  sections: RecallSection[];
  cards: RecallCard[];
  diagnostics: Diagnostic[];
}
