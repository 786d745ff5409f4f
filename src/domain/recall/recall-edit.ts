// Edits of cards as patches: a card more or less, other words, an answer. New lines copy their neighbours' markers and
// indentation. Every edit is read back before it is handed out: what was asked stands there, and nothing else of what the
// file says has changed.

import { LineIndex, type LocalDate, type Tongue } from "../../base/index.ts";
import { applyPatches, normalizePatches, type Patch } from "../../page/index.ts";
import { blockAt, isUnended, lineEndFor, wholeRange } from "../outline-edit.ts";
import type { Rating, RecallCard, RecallNotes } from "./card.ts";
import { readRecall } from "./recall-read.ts";
import { answerText, oneLine, RECALL_HEADING } from "./recall-words.ts";

/** What a card says; `answer` null: `question` is a text with gaps. */
export interface CardWords {
  question: string;
  answer: string | null;
  isReversed: boolean;
}

/** `line` is a card's, in the text that was read. */
export type RecallEdit =
  | { kind: "add"; words: CardWords }
  | { kind: "set"; line: number; words: CardWords }
  | { kind: "remove"; line: number }
  | {
      kind: "answer";
      line: number;
      part: number;
      rating: Rating;
      on: LocalDate;
      seconds: number | null;
      text: string | null;
    };

/**
 * One edit as patches of the text.
 * @param tongue for a file that has no cards yet
 * @returns null where it cannot be written so that it reads back as asked; the person must do it by hand
 */
export function recallPatches(notes: RecallNotes, edit: RecallEdit, tongue: Tongue): Patch[] | null {
  const expected = JSON.stringify(tellEdit(notes, edit));
  for (const made of waysOf(notes, edit, notes.tongue ?? tongue)) {
    const patches = normalizePatches(made, notes.text);
    const after = readRecall(applyPatches(notes.text, patches), tongue);
    if (after.diagnostics.length <= notes.diagnostics.length && JSON.stringify(tell(after)) === expected)
      return patches;
  }
  return null;
}

/** The ways in which an edit can be written, the plainest first. */
function waysOf(notes: RecallNotes, edit: RecallEdit, tongue: Tongue): Patch[][] {
  if (edit.kind === "add") {
    const isEntry = notes.cards.at(-1)?.isEntry ?? true;
    const forms = wordForms(edit.words);
    const ways = (entry: boolean): Patch[][] => forms.map((lines) => [addCard(notes, lines, entry, tongue)]);
    return isEntry ? ways(true) : [...ways(false), ...ways(true)];
  }
  const card = notes.cards.find(({ line }) => line === edit.line);
  if (card === undefined) return [];
  switch (edit.kind) {
    case "answer":
      return [[addAnswer(notes, card, answerText({ ...edit, date: edit.on }, tongue))]];
    case "remove":
      return [[{ ...wholeRange(notes.text, card), insert: "" }]];
    case "set": {
      if (card.isMixed) return [];
      const end = lineEndFor(notes.text);
      const indent = card.isEntry ? " ".repeat(widthOfLead(card.lead)) : "";
      return wordForms(edit.words).map((lines) => [
        { ...card.words, insert: lines.map((line, at) => indented(line, at, indent)).join(end) },
      ]);
    }
  }
}

function wordForms({ question, answer, isReversed }: CardWords): string[][] {
  const split = (text: string): string[] => text.split("\n");
  if (answer === null) return [split(question)];
  const colons = isReversed ? ":::" : "::";
  const long = [...split(question), isReversed ? "??" : "?", ...split(answer)];
  if (/\n/.test(question) || /\n/.test(answer)) return [long];
  return [[`${question}${colons}${answer}`], [`${question} ${colons} ${answer}`], long];
}

function indented(line: string, at: number, indent: string): string {
  return at === 0 || line === "" ? line : `${indent}${line}`;
}

/** Behind the last card, else below the heading, else with a heading at the end. */
function addCard(notes: RecallNotes, lines: readonly string[], isEntry: boolean, tongue: Tongue): Patch {
  const { text, sections, cards } = notes;
  const end = lineEndFor(text);
  const last = cards.at(-1);
  const lead = isEntry ? (last?.isEntry === true ? nextLead(last.lead) : "- ") : "";
  const indent = " ".repeat(widthOfLead(lead));
  const block = `${lead}${lines.map((line, at) => indented(line, at, indent)).join(end)}${end}`;
  const section = sections.at(-1);
  if (section === undefined) {
    const level = /^#{1,6}(?=[ \t])/m.exec(text)?.[0].length ?? 2;
    const heading = `${"#".repeat(level)} ${RECALL_HEADING[tongue]}${end}${end}`;
    return blockAt(text, text.length, `${heading}${block}`);
  }
  if (last === undefined || last.line < section.line) return blockAt(text, section.end, block);
  const before = cards.at(-2);
  const isTight =
    isEntry &&
    last.isEntry &&
    (before === undefined || !/[\r\n][ \t]*[\r\n]/.test(between(text, before, last)));
  return isTight && !needsGap(text, last.range.to)
    ? {
        from: last.range.to,
        to: last.range.to,
        insert: `${isUnended(text, last.range.to) ? end : ""}${block}`,
      }
    : blockAt(text, last.range.to, block);
}

/** The two last characters of one card to the beginning of the next. */
function between(text: string, one: RecallCard, next: RecallCard): string {
  return text.slice(Math.max(one.range.to - 1, 0), next.range.from);
}

/** Whether running text follows at once, which would become part of a list. */
function needsGap(text: string, at: number): boolean {
  return /^[ \t]*[^\s\-*+#\d]/.test(text.slice(at, at + 100));
}

function addAnswer(notes: RecallNotes, card: RecallCard, words: string): Patch {
  const { text } = notes;
  const index = new LineIndex(text);
  const end = lineEndFor(text);
  const { lastAnswer } = card;
  if (lastAnswer !== null) {
    const at = index.start(lastAnswer.line + 1);
    return { from: at, to: at, insert: `${isUnended(text, at) ? end : ""}${lastAnswer.lead}${words}${end}` };
  }
  if (card.isEntry) {
    const at = card.range.to;
    const lead = `${" ".repeat(widthOfLead(card.lead))}${/[-*+]/.exec(card.lead)?.[0] ?? "-"} `;
    return { from: at, to: at, insert: `${isUnended(text, at) ? end : ""}${lead}${words}${end}` };
  }
  const at = card.range.to;
  // A list right below would be read as part of an answer of several lines.
  const isLong = card.wordsEnd > card.line;
  const block = `- ${words}${end}`;
  if (isLong) return blockAt(text, at, block);
  const tail = /^[ \t]*(?:\r\n|\n|\r|$)/.test(text.slice(at)) ? "" : end;
  return { from: at, to: at, insert: `${isUnended(text, at) ? end : ""}${block}${tail}` };
}

/** Columns of a marker, its checkbox left out. */
function widthOfLead(lead: string): number {
  return lead.replace(/\[[^\]]\][ \t]+$/, "").length;
}

/** The marker of an entry behind this one: numbers go on, a checkbox is not copied. */
function nextLead(lead: string): string {
  return lead.replace(/\[[^\]]\][ \t]+$/, "").replace(/\d+/, (number) => String(Number(number) + 1));
}

// Reading back

/** What a card says, without places. */
interface Told {
  kind: string;
  question: string;
  answer: string;
  answers: string[];
  schedules: string;
}

function tell(notes: RecallNotes): Told[] {
  return notes.cards.map(({ kind, question, answer, answers, schedules }) => ({
    kind,
    question,
    answer,
    answers: answers.map(({ line: _line, ...one }) => tellAnswer(one)),
    schedules: JSON.stringify(schedules),
  }));
}

function tellAnswer(one: {
  date: string;
  rating: Rating;
  part: number;
  seconds: number | null;
  text: string | null;
}) {
  return JSON.stringify([one.date, one.rating, one.part, one.seconds, one.text]);
}

function tellEdit(notes: RecallNotes, edit: RecallEdit): Told[] | null {
  const told = tell(notes);
  if (edit.kind === "add") return [...told, { ...tellWords(edit.words), answers: [], schedules: "[]" }];
  const at = notes.cards.findIndex(({ line }) => line === edit.line);
  const one = told[at];
  if (one === undefined) return null;
  switch (edit.kind) {
    case "remove":
      return told.toSpliced(at, 1);
    case "set":
      return told.with(at, { ...one, ...tellWords(edit.words) });
    case "answer": {
      const { on, rating, part, seconds } = edit;
      const text = oneLine(edit.text ?? "") || null;
      const later = notes.cards[at]!.answers.filter(({ date }) => date > on).length;
      const place = one.answers.length - later;
      const added = tellAnswer({ date: on, rating, part, seconds, text });
      return told.with(at, { ...one, answers: one.answers.toSpliced(place, 0, added) });
    }
  }
}

function tellWords({ question, answer, isReversed }: CardWords): Omit<Told, "answers" | "schedules"> {
  if (answer === null) return { kind: "cloze", question, answer: "" };
  return { kind: isReversed ? "reversed" : "basic", question, answer };
}

/** What was typed as it is read back: line ends of one kind, no blanks at line ends. */
export function plainWords(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}
