// What one entry says about itself: title, note, progress, state and priority marks, dates, links. Everything that is no title is
// struck off the plain text, each with its range in the source; what is left up to the first colon is the title.

import { type LocalDate, parseLocalDate } from "../../base/index.ts";
import { IN_STRIKE, IN_URL, type Plain, type Range, sourceRange } from "../../page/index.ts";
import type { Overrules } from "../config/config.ts";
import type { Mark, Priority, Progress, State } from "../item.ts";
import { type DateContext, readDates } from "./log-date.ts";
import { findOverrule, readPriority } from "./priority-words.ts";
import { findProgress, type Segment, shieldOf, splitSegments } from "./progress.ts";
import { PRIORITY_CODES, PRIORITY_SIGNS, STATE_KEYWORDS, STATE_MARKS, STATE_SIGNS } from "./vocabulary.ts";
import { foldText, isWord } from "./words.ts";

export interface ItemText {
  title: string;
  titleRange: Range | null;
  note: string | null;
  noteRange: Range | null;
  progress: Progress | null;
  marks: Mark[];
  /** What the marks say; null where they say nothing. */
  state: { state: State; word: string; rule: string } | null;
  priority: { priority: Priority; word: string } | null;
  doneOn: LocalDate | null;
  due: LocalDate | null;
  /** A date of being done that is no day of the calendar. */
  badDate: Range | null;
  struck: Range | null;
}

export interface ItemContext {
  role: "learning" | "reading";
  /** Label, heading or box say that it is done, so that a date before or behind the title is the day it was done. */
  underDone: boolean;
  overrules: Overrules;
  dates: DateContext;
}

const STATES: readonly State[] = ["done", "doing", "dropped", "open"];
const KEYWORD = new RegExp(`^(${Object.keys(STATE_KEYWORDS).join("|")})(?=\\s)`);
const DATE_SIGNS = /(📅|🗓️|🗓|✅|☑️|✔️|❌|⏳|⌛|🛫|➕)\uFE0F?\s*(\d{4}-\d{2}-\d{2})/gu;
const META_SIGNS = /(?:🔁|🏁)\uFE0F?\s*[\w ]+|(?:🆔|⛔)\uFE0F?\s*[\w,-]+/gu;
const FIELD = /[[(]\s*([A-Za-z][\w -]*)::\s*([^\])]*)[\])]/g;
const BLOCK_ID = /\s\^[\w-]+$/;
const ATTRIBUTES = /\s*\{[:#.][^}]*\}\s*$/;
/** Logseq writes properties on lines of their own below an entry. */
const PROPERTY = /\s(?:id|collapsed|created|completed|priority|heading|background-color):: ?[^\s]+/g;

/** Reads an entry's first paragraph; `text` is the whole source. */
export function readItemText(plain: Plain, text: string, context: ItemContext): ItemText {
  return new ItemTextReader(plain, text, context).read();
}

class ItemTextReader {
  private readonly plain: Plain;
  private readonly source: string;
  private readonly context: ItemContext;
  private readonly shield: boolean[];
  private readonly gone: boolean[];
  /** All segments of the text; made when first asked for. */
  private split: Segment[] | null = null;
  private readonly marks: Mark[] = [];
  private doneOn: LocalDate | null = null;
  private badDate: Range | null = null;
  private due: LocalDate | null = null;
  private state: ItemText["state"] = null;
  private priority: ItemText["priority"] = null;
  private progress: Progress | null = null;

  constructor(plain: Plain, source: string, context: ItemContext) {
    this.plain = plain;
    this.source = source;
    this.context = context;
    this.shield = shieldOf(plain);
    this.gone = new Array<boolean>(plain.text.length).fill(false);
  }

  read(): ItemText {
    this.readMetadata();
    this.readLeading();
    this.readPrioritySigns();
    this.readDoneDate();
    this.readProgress();
    this.readStateMarks();
    this.readPriorityMarks();
    this.strikeLooseMarks();
    const struck = this.readStruck();
    return {
      ...this.readTitle(),
      progress: this.progress,
      marks: this.marks,
      state: this.state,
      priority: this.priority,
      doneOn: this.doneOn,
      due: this.due,
      badDate: this.badDate,
      struck,
    };
  }

  private readMetadata(): void {
    const text = this.plain.text;
    for (const match of text.matchAll(DATE_SIGNS)) {
      if (this.shield[match.index]) continue;
      const sign = match[1]!;
      const day = parseLocalDate(match[2]!);
      const state = STATE_SIGNS[sign];
      if (day === null)
        this.badDate = sourceRange(this.plain, match.index + sign.length, match.index + match[0].length);
      if (state === "done") this.doneOn ??= day;
      if (sign === "📅" || sign.startsWith("🗓")) this.due ??= day;
      this.take(
        match.index,
        match.index + match[0].length,
        state === undefined ? null : { kind: "state", value: state },
      );
      if (state !== undefined) this.says(state, sign, "sign");
    }
    for (const match of text.matchAll(META_SIGNS))
      this.take(match.index, match.index + match[0].trimEnd().length, null);
    for (const match of text.matchAll(FIELD)) {
      if (!this.shield[match.index]) this.readField(match);
    }
    for (const match of text.matchAll(PROPERTY))
      if (!this.shield[match.index]) this.take(match.index, match.index + match[0].length, null);
    for (const pattern of [BLOCK_ID, ATTRIBUTES]) {
      const match = pattern.exec(text);
      if (match !== null && !this.shield[match.index])
        this.take(match.index, match.index + match[0].length, null);
    }
  }

  private readField(match: RegExpExecArray): void {
    const key = match[1]!.trim().toLowerCase();
    const value = match[2]!.trim();
    const end = match.index + match[0].length;
    const day = parseLocalDate(value.slice(0, 10));
    if (key === "completion" || key === "completed" || key === "finished") {
      this.doneOn ??= day;
      this.take(match.index, end, { kind: "state", value: "done" });
      this.says("done", match[0], "field");
    } else if (key === "cancelled") {
      this.take(match.index, end, { kind: "state", value: "dropped" });
      this.says("dropped", match[0], "field");
    } else if (key === "priority") {
      const named = readPriority(value, this.context.overrules);
      if (named !== null) this.priority ??= { priority: named.priority, word: match[0] };
      this.take(match.index, end, named === null ? null : { kind: "priority", value: named.priority });
    } else {
      if (key === "due") this.due ??= day;
      this.take(match.index, end, null);
    }
  }

  /** Keywords, signs and codes at the start: `DOING`, `✅`, `(A)`, `[#A]`, `P0`. */
  private readLeading(): void {
    for (let round = 0; round < 4; round++) {
      const at = this.firstLeft();
      const rest = this.plain.text.slice(at);
      const keyword = KEYWORD.exec(rest);
      if (keyword !== null) {
        const state = STATE_KEYWORDS[keyword[1]!]!;
        this.take(at, at + keyword[0].length, { kind: "state", value: state });
        this.says(state, keyword[1]!, "keyword");
        continue;
      }
      const sign = Object.keys(STATE_SIGNS).find((candidate) => rest.startsWith(candidate));
      if (sign !== undefined && !this.shield[at]) {
        this.take(at, at + sign.length, { kind: "state", value: STATE_SIGNS[sign]! });
        this.says(STATE_SIGNS[sign]!, sign, "sign");
        continue;
      }
      const code =
        /^(?:\(([ABC])\)|\[#([ABC])\]|[[(【（]?(P[0-3])[\])】）]?(?![\w-]))[:：]?(?=\s|$|[^\x00-\x7f])/.exec(
          rest,
        );
      const bracketed = /^(?:【([^】]{1,8})】|\[([^\]]{1,16})\])\s*/.exec(rest);
      if (code !== null) {
        const name = code[1] ?? code[2] ?? code[3]!;
        this.take(at, at + code[0].length, { kind: "priority", value: PRIORITY_CODES[name]! });
        this.priority ??= { priority: PRIORITY_CODES[name]!, word: code[0] };
        continue;
      }
      if (bracketed !== null && !this.shield[at + 1]) {
        const inner = bracketed[1] ?? bracketed[2]!;
        const named = readPriority(inner, this.context.overrules);
        const state = stateMark(foldText(inner), this.context.overrules);
        if (named !== null) {
          this.take(at, at + bracketed[0].trimEnd().length, { kind: "priority", value: named.priority });
          this.priority ??= { priority: named.priority, word: inner };
          continue;
        }
        if (state !== null) {
          this.take(at, at + bracketed[0].trimEnd().length, { kind: "state", value: state });
          this.says(state, inner, "mark");
          continue;
        }
      }
      return;
    }
  }

  /** `2023-03-09 - title` under 已读; `title（2023-03-09）` under 已读; `title - 2023-03-09 读完` anywhere. */
  private readDoneDate(): void {
    const at = this.firstLeft();
    const dates = readDates(this.plain.text.slice(at), this.context.dates);
    if (
      this.context.underDone &&
      dates !== null &&
      !dates.isNow &&
      !dates.open &&
      dates.precision === "day" &&
      (dates.certain || dates.problem === null)
    ) {
      const separator = /^\s*(?:[-–—:：|·]+)\s*|^\s+/.exec(this.plain.text.slice(at + dates.end));
      if (
        separator !== null &&
        at + dates.end + separator[0].length < this.plain.text.length &&
        dates.from === dates.to
      ) {
        this.doneOn ??= dates.from;
        if (dates.problem === "date-invalid") this.badDate = sourceRange(this.plain, at, at + dates.end);
        if (dates.from !== null) this.says("done", this.plain.text.slice(at, at + dates.end), "done-date");
        this.strikeOff(at, at + dates.end + separator[0].length);
        this.marks.push(this.mark("doneOn", at, at + dates.end + separator[0].length, dates.from ?? ""));
        return;
      }
    }
    for (const segment of this.segments().slice(1)) {
      const written = this.plain.text.slice(segment.start, segment.end);
      const folded = foldText(written);
      const worded = /^(?:于\s*)?(.*?)\s*(?:读完|看完|学完|完成|finished|done|completed|read)?了?$/.exec(
        folded.replace(
          /^(?:read|finished|done|completed)(?: on| in)?:?\s+|^(?:读完|完成|看完|学完)于?\s*[::]?\s*/,
          "",
        ),
      );
      const hasWord = worded !== null && worded[1] !== folded;
      const behind = worded === null ? null : readDates(worded[1]!, this.context.dates);
      if (
        behind === null ||
        behind.end < worded![1]!.length ||
        behind.from === null ||
        behind.from !== behind.to ||
        !behind.certain
      )
        continue;
      if (!hasWord && !this.context.underDone) continue;
      this.doneOn ??= behind.from;
      this.says("done", written, "done-date");
      this.takeSegment(segment, { kind: "doneOn", value: behind.from });
    }
  }

  private readProgress(): void {
    const found = findProgress(this.unread(), this.context.role);
    if (found === null) return;
    const range = sourceRange(this.plain, found.start, found.end);
    const ratio = Math.round((found.done / found.total) * 10_000) / 10_000;
    this.progress = {
      ...range,
      text: this.plain.text.slice(found.start, found.end),
      done: found.done,
      total: found.total,
      unit: found.unit,
      ratio,
    };
    if (found.unit === "percent" && found.done === 100) this.says("done", this.progress.text, "mark");
    this.strikeSegment(found.start, found.end);
  }

  /** A state word alone behind ` - `, in brackets at the end, or a sign at the end. */
  private readStateMarks(): void {
    const end = this.lastLeft();
    for (const sign of Object.keys(STATE_SIGNS)) {
      const text = this.plain.text.slice(0, end);
      if (!text.endsWith(sign) || this.shield[end - 1]) continue;
      this.take(end - sign.length, end, { kind: "state", value: STATE_SIGNS[sign]! });
      this.says(STATE_SIGNS[sign]!, sign, "sign");
      break;
    }
    for (const segment of this.segments().slice(1)) {
      if (!/^[-–—|·•(（[【,，;；]|——/.test(segment.before)) continue;
      const written = this.plain.text.slice(segment.start, segment.end);
      const state = stateMark(foldText(written), this.context.overrules);
      const bracketed = /[([（【]/.test(segment.before);
      if (state === null || (!bracketed && /[,，;；]/.test(segment.before) && segment.end < this.lastLeft()))
        continue;
      if (!this.closesItem(segment, bracketed)) continue;
      this.says(state, written, "mark");
      this.takeSegment(segment, { kind: "state", value: state });
    }
    // `Done` set in code or strong at the very end.
    const tail = /(?:^|\s)(\S+)$/.exec(this.plain.text.slice(0, this.lastLeft()));
    const word = tail?.[1];
    if (word !== undefined && tail!.index > 0 && this.isSetOff(tail!.index + tail![0].length - word.length)) {
      const state = stateMark(foldText(word), this.context.overrules);
      if (state !== null) {
        const start = tail!.index + tail![0].length - word.length;
        this.take(start, start + word.length, { kind: "state", value: state });
        this.says(state, word, "mark");
      }
    }
  }

  private isSetOff(at: number): boolean {
    const before = this.source[(this.plain.offsets[at] ?? 0) - 1];
    return before === "`" || before === "*" || before === "_";
  }

  /** Whether nothing but marks and separators stands behind a segment, or a colon and the note. */
  private closesItem(segment: Segment, bracketed: boolean): boolean {
    const rest = [...this.plain.text.slice(segment.end)]
      .map((character, index) => (this.gone[segment.end + index] ? " " : character))
      .join("");
    return bracketed
      ? /^[)\]）】]\s*(?:$|[:：\-–—,，(（])/.test(rest) || (/^[)\]）】]/.test(rest) && rest.length <= 1)
      : /^\s*(?:$|[:：\-–—,，;；(（])/.test(rest);
  }

  private readPrioritySigns(): void {
    for (const [sign, priority] of Object.entries(PRIORITY_SIGNS)) {
      const at = this.plain.text.indexOf(sign);
      if (at === -1 || this.shield[at]) continue;
      this.priority ??= { priority, word: sign };
      this.take(at, at + sign.length, { kind: "priority", value: priority });
    }
  }

  private readPriorityMarks(): void {
    for (const segment of this.segments().slice(1)) {
      const written = this.plain.text.slice(segment.start, segment.end);
      if (written.length > 20 || this.shield[segment.start]) continue;
      const named =
        /^[#!]?p[0-3]$/i.test(written) || /优先|priority/i.test(written) || /[([（【]/.test(segment.before)
          ? readPriority(written, this.context.overrules)
          : overruledPriority(written, this.context.overrules);
      const whole =
        named !== null &&
        foldText(written).replace(/[#!:：\s]|优先级?度?|priority/g, "").length <= foldText(named.word).length;
      if (named === null || !whole) continue;
      this.priority ??= named;
      this.takeSegment(segment, { kind: "priority", value: named.priority });
    }
    const tail = /(?:^|\s)([#!]?P([0-3]))$/.exec(this.plain.text.slice(0, this.lastLeft()));
    if (tail !== null && tail.index > 0) {
      const priority = PRIORITY_CODES[`P${tail[2]}`]!;
      this.priority ??= { priority, word: tail[1]! };
      this.take(tail.index, tail.index + tail[0].length, { kind: "priority", value: priority });
    }
  }

  /** CJK text closes `**` where CommonMark does not; a reader still sees no asterisks there. */
  private strikeLooseMarks(): void {
    const loose = [...this.plain.text.matchAll(/\*\*/g)].filter(({ index }) => !this.shield[index]);
    if (loose.length < 2 || loose.length % 2 === 1) return;
    for (const { index } of loose) this.strikeOff(index, index + 2);
  }

  private readStruck(): Range | null {
    const flags = this.plain.flags;
    const shown = flags.filter((_, index) => !this.gone[index] && this.plain.text[index] !== " ");
    if (shown.length === 0 || !shown.every((flag) => (flag & IN_STRIKE) !== 0)) {
      const colon = this.colon();
      const head =
        colon === null
          ? []
          : flags
              .slice(0, colon.at)
              .filter((_, index) => !this.gone[index] && this.plain.text[index] !== " ");
      if (head.length === 0 || !head.every((flag) => (flag & IN_STRIKE) !== 0)) return null;
    }
    const first = flags.findIndex((flag) => (flag & IN_STRIKE) !== 0);
    const last = flags.findLastIndex((flag) => (flag & IN_STRIKE) !== 0);
    const inner = sourceRange(this.plain, first, last + 1);
    const open = this.source.lastIndexOf("~", inner.from);
    let from = open === -1 ? inner.from : open;
    while (this.source[from - 1] === "~") from--;
    const close = this.source.indexOf("~", inner.to);
    let to = close === -1 ? inner.to : close;
    while (this.source[to] === "~") to++;
    // Struck through with tags instead: leave the range to the text.
    const range = open === -1 || from < this.plain.from ? inner : { from, to: Math.min(to, this.plain.to) };
    this.says("dropped", this.source.slice(range.from, Math.min(range.to, range.from + 20)), "struck");
    return range;
  }

  private readTitle(): Pick<ItemText, "title" | "titleRange" | "note" | "noteRange"> {
    const text = this.plain.text;
    const colon = this.colon();
    const titleEnd = colon?.at ?? text.length;
    const head = this.piece(0, titleEnd);
    const tail = colon === null ? null : this.piece(colon.at + colon.length, text.length);
    return {
      title: head.text,
      titleRange: head.range,
      note: tail === null || tail.text === "" ? null : tail.text,
      noteRange: tail?.range ?? null,
    };
  }

  /** The colon that ends the title. */
  private colon(): { at: number; length: number } | null {
    const text = this.plain.text;
    const inside = bracketed(text);
    for (let at = 1; at < text.length; at++) {
      const character = text[at];
      if ((character !== ":" && character !== "：") || this.shield[at] || inside[at] || this.gone[at])
        continue;
      if (text.slice(0, at).trim() === "" || this.gone.slice(0, at).every(Boolean)) continue;
      const last = text.slice(at + 1).trim() === "";
      if (character === "：" || last) return { at, length: 1 };
      if (text[at + 1] !== " ") continue;
      const before = this.shield[at - 1] === true || /[》」』”"’`]/.test(text[at - 1]!);
      if (this.context.role === "learning" || before) return { at, length: 2 };
    }
    return null;
  }

  /** What is left of a stretch, as text and as a range in the source. */
  private piece(start: number, end: number): { text: string; range: Range | null } {
    const url = (index: number): boolean => (this.plain.flags[index]! & IN_URL) !== 0;
    const onlyUrls = !this.some(start, end, (index) => !url(index));
    let text = "";
    let first = -1;
    let last = -1;
    for (let index = start; index < end; index++) {
      if (this.gone[index] || (!onlyUrls && url(index))) {
        if (text !== "" && !text.endsWith(" ")) text += " ";
        continue;
      }
      const character = this.plain.text[index]!;
      if (character === " " && (text === "" || text.endsWith(" "))) continue;
      if (first === -1) first = index;
      if (character !== " ") last = index;
      text += character;
    }
    const struckOff = this.gone.slice(start, end).some(Boolean);
    const clean = tidy(text, struckOff);
    if (clean === "" || first === -1) return { text: clean, range: null };
    return { text: clean, range: widen(this.source, this.sourceOf(first, last + 1), this.plain) };
  }

  /** Range in the source, whole links included. */
  private sourceOf(start: number, end: number): Range {
    const range = sourceRange(this.plain, start, end);
    for (const link of this.plain.links) {
      if (link.start < end && link.end > start) {
        range.from = Math.min(range.from, link.from);
        range.to = Math.max(range.to, link.to);
      }
    }
    return range;
  }

  private some(start: number, end: number, test: (index: number) => boolean): boolean {
    for (let index = start; index < end; index++)
      if (!this.gone[index] && this.plain.text[index] !== " " && test(index)) return true;
    return false;
  }

  /** The text as segments, with what was already taken left out. */
  private segments(): Segment[] {
    this.split ??= splitSegments(this.plain, foldText(this.plain.text), this.shield);
    return this.split.filter(({ start, end }) => end > start && this.some(start, end, () => true));
  }

  /** The plain text with what was taken turned into blanks. */
  private unread(): Plain {
    if (!this.gone.some(Boolean)) return this.plain;
    const text = [...Array(this.plain.text.length).keys()]
      .map((index) => (this.gone[index] ? " " : this.plain.text[index]!))
      .join("");
    return { ...this.plain, text };
  }

  private firstLeft(): number {
    let at = 0;
    while (at < this.gone.length && (this.gone[at] || this.plain.text[at] === " ")) at++;
    return at;
  }

  private lastLeft(): number {
    let at = this.gone.length;
    while (at > 0 && (this.gone[at - 1] || this.plain.text[at - 1] === " ")) at--;
    return at;
  }

  private says(state: State, word: string, rule: string): void {
    // A tick says more than a strike, a word more than a date.
    if (this.state === null) this.state = { state, word, rule };
  }

  private take(start: number, end: number, mark: { kind: Mark["kind"]; value: string } | null): void {
    if (mark !== null) this.marks.push(this.mark(mark.kind, start, end, mark.value));
    this.strikeOff(start, end);
  }

  private takeSegment(segment: Segment, mark: { kind: Mark["kind"]; value: string }): void {
    const { start, end } = this.outer(segment.start, segment.end);
    this.marks.push(this.mark(mark.kind, start, end, mark.value));
    this.strikeOff(start, end);
  }

  private strikeSegment(from: number, to: number): void {
    const { start, end } = this.outer(from, to);
    this.strikeOff(start, end);
  }

  /** A segment with its brackets, or with the separator before it. */
  private outer(from: number, to: number): { start: number; end: number } {
    const text = this.plain.text;
    let start = from;
    let end = to;
    while (start > 0 && text[start - 1] === " ") start--;
    while (end < text.length && text[end] === " ") end++;
    if (/[（([【]/.test(text[start - 1] ?? "") && /[）)\]】]/.test(text[end] ?? "")) {
      start--;
      end++;
      while (start > 0 && text[start - 1] === " ") start--;
      return { start, end };
    }
    end = to;
    while (start > 0 && /[-–—|·•,，;；、]/.test(text[start - 1]!)) start--;
    while (start > 0 && text[start - 1] === " ") start--;
    return { start, end };
  }

  private mark(kind: Mark["kind"], start: number, end: number, value: string): Mark {
    const range = widen(this.source, sourceRange(this.plain, start, end), this.plain);
    return { kind, ...range, text: this.source.slice(range.from, range.to), value };
  }

  private strikeOff(start: number, end: number): void {
    this.gone.fill(true, start, end);
  }
}

/** Emphasis and code marks around a range belong to it. */
function widen(source: string, range: Range, plain: Plain): Range {
  let { from, to } = range;
  while (
    from > plain.from &&
    to < plain.to &&
    /[*_`~]/.test(source[from - 1]!) &&
    source[from - 1] === source[to]
  ) {
    from--;
    to++;
  }
  return { from, to };
}

function stateMark(folded: string, overrules: Overrules): State | null {
  const bare = folded.trim().replace(/^[#*_]+|[.!。！]+$/g, "");
  const overruled = findOverrule(bare, overrules.states);
  if (overruled !== null && foldText(overruled.word).trim() === bare) return overruled.value;
  for (const state of STATES) if (isWord(bare, STATE_MARKS[state]) === bare) return state;
  return null;
}

function overruledPriority(
  written: string,
  overrules: Overrules,
): { priority: Priority; word: string } | null {
  const found = findOverrule(written, overrules.priorities);
  return found === null ? null : { priority: found.value, word: found.word };
}

/** Which characters stand in balanced brackets. */
function bracketed(text: string): boolean[] {
  const inside = new Array<boolean>(text.length).fill(false);
  for (const match of text.matchAll(/（[^（）]*）|\([^()]*\)/g))
    inside.fill(true, match.index, match.index + match[0].length);
  return inside;
}

/** Blanks folded; where something was struck off, empty brackets and dangling separators too. */
function tidy(text: string, struckOff: boolean): string {
  const folded = text.trim();
  if (!struckOff) return folded;
  return folded
    .replace(/\s*[（([【]\s*[）)\]】]/g, "")
    .replace(/^(?:[-–—|·•,，;；、:：]+\s+|[,，;；、：]\s*)+/, "")
    .replace(/(?:\s+[-–—|·•:：]+|\s*[,，;；、：])+$/, "")
    .replace(/\s{2,}/g, " ")
    .trim();
}
