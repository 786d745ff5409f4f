// Reading cards, line by line: what stands below a heading Recall (复习) as list entries or paragraphs, with the answers below
// each. All other text of the file, notes included, is passed over; nothing is changed and nothing throws.

import { LineIndex, type Tongue } from "../../base/index.ts";
import type { FirstSchedule, RecallAnswer, RecallCard, RecallNotes } from "./card.ts";
import { sayRecallNotes } from "./messages.ts";
import { type RecallLine, readRecallLines } from "./recall-lines.ts";
import { gapsOf, readAnswerLine, readSchedules, recallHeading, separate } from "./recall-words.ts";

/** @param tongue language of the diagnostics */
export function readRecall(text: string, tongue: Tongue): RecallNotes {
  return new RecallReader(text, tongue).read();
}

/** A line of a card, without what belongs to its list: from its content on. */
interface Piece {
  line: number;
  text: string;
  /** Offset of `text`. */
  at: number;
  isCode: boolean;
}

interface Draft {
  isEntry: boolean;
  lead: string;
  pieces: Piece[];
  answers: RecallAnswer[];
  lastAnswer: { line: number; lead: string } | null;
  schedules: FirstSchedule[];
  /** Last line that belongs to it. */
  endLine: number;
  isMixed: boolean;
}

class RecallReader {
  private readonly notes: RecallNotes;
  private readonly index: LineIndex;
  private readonly lines: RecallLine[];
  private readonly tongue: Tongue;
  private last: RecallCard | null = null;

  constructor(text: string, tongue: Tongue) {
    this.index = new LineIndex(text);
    this.lines = readRecallLines(this.index);
    this.notes = { text, tongue: null, sections: [], cards: [], diagnostics: [] };
    this.tongue = tongue;
  }

  read(): RecallNotes {
    let level: number | null = null;
    for (let at = 0; at < this.lines.length; ) {
      const one = this.lines[at]!;
      if (one.heading !== null) {
        const tongue = recallHeading(one.heading.text);
        this.last = null;
        if (tongue !== null) {
          level = one.heading.level;
          this.notes.tongue ??= tongue;
          this.notes.sections.push({ line: one.line, level, end: this.index.start(one.heading.endLine + 1) });
        } else if (level !== null && one.heading.level <= level) level = null;
        if (level !== null) this.reach(one.heading.endLine);
        at += one.heading.endLine - one.line + 1;
      } else if (level === null || one.isBlank) at++;
      else {
        const next = this.readBlock(at);
        this.reach(this.lines[next - 1]!.line);
        at = next;
      }
    }
    for (const card of this.notes.cards) {
      card.answers.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
      for (const { line, part } of card.answers)
        if (part < 1 || part > card.parts) this.report(line, "recall-no-part", "noPart", part, card.parts);
    }
    this.notes.diagnostics.sort((a, b) => a.line - b.line);
    return this.notes;
  }

  private reach(line: number): void {
    this.notes.sections.at(-1)!.end = this.index.start(line + 1);
  }

  /** What begins at this line; gives the index of the line behind it. */
  private readBlock(at: number): number {
    const first = this.lines[at]!;
    if (this.takeHistory(first)) return at + 1;
    if (first.isAside) {
      this.last = null;
      return at + 1;
    }
    return first.entry === null ? this.readParagraph(at) : this.readEntry(at);
  }

  /** A line of the history, or a schedule, that stands below its card on its own. */
  private takeHistory(one: RecallLine): boolean {
    const card = this.last;
    if (card === null || one.isCode) return false;
    const found = readSchedules(one.text);
    if (found !== null && one.text.slice(0, found.at).trim() === "") card.schedules.push(...found.schedules);
    else {
      const answer = readAnswerLine(one.text);
      if (answer === null || "problem" in answer) return false;
      this.notes.tongue ??= answer.tongue;
      const { lead, tongue: _tongue, ...said } = answer;
      card.answers.push({ line: one.line, ...said });
      card.lastAnswer = { line: one.line, lead };
    }
    card.range.to = this.index.start(one.line + 1);
    return true;
  }

  private readEntry(at: number): number {
    const first = this.lines[at]!;
    const entry = first.entry!;
    const draft = makeDraft(true, entry.lead, first.line);
    const width = entry.lead.replace(/\[[^\]]\][ \t]+$/, "").length;
    let next = at + 1;
    for (let end = next; end < this.lines.length; end++) {
      const one = this.lines[end]!;
      if (one.isBlank) continue;
      if (one.heading !== null || (one.indent <= entry.indent + 1 && !one.isCode)) break;
      next = end + 1;
    }
    const offset = first.at + entry.lead.length;
    this.takePiece(draft, first, first.text.slice(entry.lead.length), offset);
    for (const one of this.lines.slice(at + 1, next)) {
      const blanks = Math.min(/^[ \t]*/.exec(one.text)![0].length, width);
      this.takePiece(draft, one, one.text.slice(blanks), one.at + blanks);
    }
    if (!this.keep(draft)) {
      const words = draft.pieces[0]?.text ?? "";
      this.last = null;
      if (words !== "") this.report(first.line, "recall-no-card", "notACard", shorten(words));
    }
    return next;
  }

  private readParagraph(at: number): number {
    let next = at;
    let hasSign = false;
    for (; next < this.lines.length; next++) {
      const one = this.lines[next]!;
      if (one.isBlank && !one.isCode) break;
      if (one.heading !== null) break;
      if (next > at && one.entry !== null && !one.isCode) {
        const answer = hasSign ? readAnswerLine(one.text) : null;
        if (!hasSign || (answer !== null && !("problem" in answer))) break;
      }
      hasSign ||= !one.isCode && isSign(one.text);
    }
    const block = this.lines.slice(at, next);
    if (hasSign) {
      this.keepParagraph(block);
      return next;
    }
    // Without a sign between them, each line may be a card of its own; what lies between may have gaps.
    let loose: RecallLine[] = [];
    const flush = (): void => {
      if (loose.length > 0) this.keepParagraph(loose);
      loose = [];
    };
    for (const one of block) {
      if (!one.isCode && separate(withoutSchedule(one.text)) !== null) {
        flush();
        this.keepParagraph([one]);
      } else if (loose.length > 0 || !this.takeHistory(one)) loose.push(one);
    }
    flush();
    return next;
  }

  private keepParagraph(block: readonly RecallLine[]): void {
    const draft = makeDraft(false, "", block[0]!.line);
    for (const one of block) this.takePiece(draft, one, one.text, one.at);
    if (!this.keep(draft)) this.last = null;
  }

  /** Words, a line of the history, or a schedule. */
  private takePiece(draft: Draft, one: RecallLine, text: string, at: number): void {
    if (!one.isBlank) draft.endLine = one.line;
    const isFirst = draft.pieces.length === 0;
    if (!one.isCode && !isFirst) {
      const answer = readAnswerLine(one.text);
      if (answer !== null && !("problem" in answer)) {
        const { lead, tongue: _tongue, ...said } = answer;
        this.notes.tongue ??= answer.tongue;
        draft.answers.push({ line: one.line, ...said });
        draft.lastAnswer = { line: one.line, lead };
        return;
      }
      if (answer !== null) {
        const code = answer.problem === "notADay" ? "recall-not-a-day" : "recall-no-rating";
        this.report(one.line, code, answer.problem, answer.word);
      }
    }
    const found = one.isCode ? null : readSchedules(text);
    const words = found === null ? text : text.slice(0, found.at);
    if (found !== null) draft.schedules.push(...found.schedules);
    if (found !== null && words.trim() === "") return;
    if (one.isBlank && draft.answers.length > 0) return;
    if (!one.isBlank && draft.answers.length > 0) draft.isMixed = true;
    draft.pieces.push({ line: one.line, text: words, at, isCode: one.isCode });
  }

  /** Makes a card of what was gathered; false where it is none. */
  private keep(draft: Draft): boolean {
    const { pieces } = draft;
    while (pieces.length > 0 && pieces.at(-1)!.text.trim() === "") pieces.pop();
    const [first] = pieces;
    if (first === undefined) return false;
    const said = readWords(pieces);
    if (said === null) return false;
    const last = pieces.at(-1)!;
    const indent = /^[ \t]*/.exec(first.text)![0].length;
    const card: RecallCard = {
      line: first.line,
      ...said,
      answers: draft.answers,
      schedules: draft.schedules,
      isEntry: draft.isEntry,
      lead: draft.lead,
      words: { from: first.at + indent, to: last.at + last.text.trimEnd().length },
      isMixed: draft.isMixed,
      wordsEnd: last.line,
      lastAnswer: draft.lastAnswer,
      range: { from: this.index.start(first.line), to: this.index.start(draft.endLine + 1) },
    };
    this.notes.cards.push(card);
    this.last = card;
    return true;
  }

  private report<Name extends keyof ReturnType<typeof sayRecallNotes>>(
    line: number,
    code: string,
    name: Name,
    ...words: Parameters<ReturnType<typeof sayRecallNotes>[Name]>
  ): void {
    const say = sayRecallNotes(this.tongue)[name] as (...all: typeof words) => {
      message: string;
      hint: string | null;
    };
    const column = /^[ \t]*/.exec(this.index.line(line))![0].length + 1;
    this.notes.diagnostics.push({ line, column, code, ...say(...words) });
  }
}

function makeDraft(isEntry: boolean, lead: string, line: number): Draft {
  return {
    isEntry,
    lead,
    pieces: [],
    answers: [],
    lastAnswer: null,
    schedules: [],
    endLine: line,
    isMixed: false,
  };
}

/** `?`, or for both ways `??`, alone in its line. */
function isSign(text: string): boolean {
  return /^[ \t]*[?？]{1,2}[ \t]*$/.test(text);
}

function withoutSchedule(text: string): string {
  const found = readSchedules(text);
  return found === null ? text : text.slice(0, found.at);
}

function readWords(
  pieces: readonly Piece[],
): Pick<RecallCard, "kind" | "question" | "answer" | "parts"> | null {
  const join = (some: readonly Piece[]): string =>
    some
      .map(({ text }) => text.trimEnd())
      .join("\n")
      .trim();
  const sign = pieces.findIndex(({ text, isCode }) => !isCode && isSign(text));
  if (sign > 0 && sign < pieces.length - 1) {
    const isReversed = pieces[sign]!.text.trim().length === 2;
    const [question, answer] = [join(pieces.slice(0, sign)), join(pieces.slice(sign + 1))];
    if (question === "" || answer === "") return null;
    return { kind: isReversed ? "reversed" : "basic", question, answer, parts: isReversed ? 2 : 1 };
  }
  const [first, ...more] = pieces;
  const parted = separate(first!.text);
  if (parted !== null) {
    const answer = [parted.answer, join(more)].filter((part) => part !== "").join("\n");
    const { question, isReversed } = parted;
    return { kind: isReversed ? "reversed" : "basic", question, answer, parts: isReversed ? 2 : 1 };
  }
  const text = join(pieces);
  const gaps = gapsOf(text).length;
  return gaps === 0 ? null : { kind: "cloze", question: text, answer: "", parts: gaps };
}

function shorten(text: string): string {
  const letters = [...text.trim()];
  return letters.length > 40 ? `${letters.slice(0, 39).join("")}…` : letters.join("");
}
