// The splices of an edit of a day note: which bytes change in a line, where a new line goes, which headings are made.

import { type EpochMin, fold, formatWallTime } from "../../base/index.ts";
import { applyPatches, normalizePatches, type Patch } from "../../page/index.ts";
import type { BlockKind, DayPart } from "./day.ts";
import type { DayEditOptions, DayEdits, NewAnswer, NewTimed, SetLine } from "./day-edit.ts";
import { newHead, setPlanned } from "./day-head.ts";
import type { CheckLine, DayLayout, TimedLine } from "./day-read.ts";
import type { ScanEntry, ScanPart } from "./day-scan.ts";
import { endOf, endText, type Moment, readSpanText, startOf, startText, type TimeStyle } from "./day-span.ts";
import {
  boxOf,
  contentText,
  headingLine,
  type LineStyle,
  lineStyleOf,
  type NoteStyle,
  nextBullet,
  noteStyleOf,
} from "./day-style.ts";
import { keywordText, PIN } from "./day-words.ts";

const PARTS: readonly DayPart[] = ["plan", "record", "check"];
const RUNNING = "…";

/** A new line of a part, with what is below it and all line ends. */
interface NewLine {
  part: DayPart;
  /** Order among new lines at one place. */
  rank: number;
  at: number | null;
  text: string;
}

export class NoteWriter {
  private readonly layout: DayLayout;
  private readonly text: string;
  private readonly edits: DayEdits;
  private readonly joint: string;
  private readonly style: NoteStyle;
  private readonly times: TimeStyle;
  private readonly patches: Patch[] = [];
  private readonly lines: NewLine[] = [];
  private hasMadePart = false;

  /** @param joint what stands before texts that would else be read as part of the time */
  constructor(layout: DayLayout, edits: DayEdits, options: DayEditOptions, joint: string) {
    this.layout = layout;
    this.text = layout.note.text;
    this.edits = edits;
    this.joint = joint;
    this.style = noteStyleOf(layout, options.tongue);
    this.times = { times: layout.times, zone: options.zone };
  }

  write(): Patch[] {
    for (const { entry } of this.edits.removes) this.cut(entry);
    for (const part of ["plan", "record"] as const) this.writeTimed(part);
    this.writeCheck();
    const head = this.writeHead();
    this.placeLines();
    return [...head, ...this.patches];
  }

  private cut({ from, to }: ScanEntry): void {
    this.patches.push({ from, to, insert: "" });
  }

  // Lines with times

  private writeTimed(part: "plan" | "record"): void {
    const { edits, layout } = this;
    const setAt = new Map(edits.sets.map((set) => [set.line, set]));
    const all = layout.timed.filter((line) => line.entry.part === part && !edits.removes.includes(line));
    const isFixed = (line: TimedLine) => (setAt.get(line)?.from ?? line.start.at) === line.start.at;
    /** Lines that stay where they are, in order of the text. */
    const standing: { line: TimedLine; from: EpochMin }[] = all
      .filter(isFixed)
      .map((line) => ({ line, from: line.start.at }));
    const leaving: SetLine[] = [];
    for (const set of edits.sets.filter(({ line }) => all.includes(line))) {
      if (isFixed(set.line)) {
        this.patches.push(...this.setPatches(set));
        continue;
      }
      const next = standing.findIndex(({ line }) => line.entry.from > set.line.entry.from);
      const index = next < 0 ? standing.length : next;
      const fits =
        (standing[index - 1]?.from ?? Number.NEGATIVE_INFINITY) <= set.from &&
        (standing[index]?.from ?? Number.POSITIVE_INFINITY) >= set.from;
      if (fits) {
        standing.splice(index, 0, { line: set.line, from: set.from });
        this.patches.push(...this.setPatches(set));
      } else leaving.push(set);
    }
    for (const set of leaving) {
      const { entry } = set.line;
      const own = this.setPatches(set).map((patch) => ({
        ...patch,
        from: patch.from - entry.from,
        to: patch.to - entry.from,
      }));
      const source = this.text.slice(entry.from, entry.to);
      const text = applyPatches(source, normalizePatches(own, source));
      this.cut(entry);
      const { at } = this.placeAmong(part, standing, set.from);
      this.lines.push({
        part,
        rank: set.from,
        at,
        text: /[\r\n]$/.test(text) ? text : text + this.style.lineEnd,
      });
    }
    for (const add of edits.adds.filter((one) => one.part === part)) {
      const { at, near, isBehind } = this.placeAmong(part, standing, add.from);
      const style = lineStyleOf(layout, part, near);
      if (isBehind) style.bullet = nextBullet(style.bullet);
      this.lines.push({ part, rank: add.from, at, text: this.newTimed(add, style) });
    }
  }

  /** Where a line of a time goes among those that stay; `at` is null where the part has no line with a time. */
  private placeAmong(
    part: "plan" | "record",
    standing: readonly { line: TimedLine; from: EpochMin }[],
    from: EpochMin,
  ): { at: number | null; near: ScanEntry | null; isBehind: boolean } {
    const before = standing.findLast((one) => one.from <= from)?.line.entry;
    if (before !== undefined) return { at: this.behind(before), near: before, isBehind: true };
    const first = standing[0]?.line.entry ?? null;
    if (first !== null) return { at: first.from, near: first, isBehind: false };
    const gone = this.layout.timed.find(({ entry }) => entry.part === part)?.entry ?? null;
    return { at: gone?.from ?? null, near: gone, isBehind: false };
  }

  /** Behind an entry and the lines that lazily go on with its text. */
  private behind(entry: ScanEntry): number {
    let at = entry.to;
    for (;;) {
      const line = /^[^\r\n]*(?:\r\n|\r|\n|$)/.exec(this.text.slice(at))![0];
      if (!/^[\p{L}\p{P}\p{S}]/u.test(line) || /^(?:[-*+#<>|`~=]|\d)/.test(line)) return at;
      at += line.length;
    }
  }

  private newTimed(add: NewTimed, style: LineStyle): string {
    const { lineEnd, tongue } = this.style;
    const start = startText(add.from, this.times);
    const end = this.endAs(add.to, start);
    const box = add.state === null ? "" : `[${boxOf(add.state)}] `;
    const content = contentText(add.kind, add.text, add.pinned, tongue, this.joint);
    const words = `${start}${style.dash}${end}${content === "" ? "" : ` ${content}`}`;
    return `${style.indent}${style.bullet}${box}${words}${this.below(add.reason, style)}${lineEnd}`;
  }

  private endAs(to: EpochMin | null, start: string): string {
    return to === null ? RUNNING : endText(to, this.momentOf(start), this.times);
  }

  private momentOf(start: string): Moment {
    return startOf(readSpanText(start, 0)!.start, this.layout.times);
  }

  /** The lines below an entry, each with a line end before it. */
  private below(text: string | null, { belowIndent }: LineStyle): string {
    if (text === null) return "";
    return text
      .split("\n")
      .map((line) => `${this.style.lineEnd}${belowIndent}${line}`)
      .join("");
  }

  /** What changes within a line that is there. */
  private setPatches(set: SetLine): Patch[] {
    const { line } = set;
    const { entry, span, keyword } = line;
    const patches: Patch[] = [];
    const put = (from: number, to: number, insert: string) => patches.push({ from, to, insert });
    if (set.state !== undefined) {
      const known = entry.box < 0 ? " " : this.text.charAt(entry.box);
      const box = boxOf(set.state);
      const isSame = known.toLowerCase() === box || (set.state === "planned" && !/[xX>-]/.test(known));
      if (!isSame && entry.box < 0) put(entry.body, entry.body, `[${box}] `);
      else if (!isSame) put(entry.box, entry.box + 1, box);
    }
    patches.push(...this.timePatches(set));
    const oldText = this.text.slice(line.textFrom, line.textTo);
    const content = this.text.slice(span.textFrom, entry.lineTo).trimEnd();
    const contentTo = span.textFrom + content.length;
    const isPinned = entry.part === "plan" && content.endsWith(PIN);
    if (set.text !== undefined && set.text !== oldText) {
      const kind = (keyword?.keyword ?? "work") as BlockKind;
      const words = contentText(kind, set.text, false, keyword?.tongue ?? this.style.tongue, this.joint);
      const from = kind === "work" ? line.textFrom : span.textFrom;
      const isApart = from === span.endTo && words !== "";
      put(from, line.textTo, isApart ? ` ${words}` : words);
    }
    if (set.pinned === true && !isPinned) {
      const isBare =
        line.textTo === span.endTo || !/\s/.test(this.text.charAt(line.textTo - 1)) || Boolean(set.text);
      put(line.textTo, line.textTo, `${isBare ? " " : ""}${PIN}`);
    }
    if (set.pinned === false && isPinned) put(line.textTo, contentTo, "");
    if (set.reason !== undefined) patches.push(...this.belowPatches(entry, set.reason));
    return patches;
  }

  private timePatches({ line, from, to }: SetLine): Patch[] {
    const { span, start } = line;
    const patches: Patch[] = [];
    let moment = start;
    if (from !== start.at) {
      const written = startText(from, this.times);
      moment = this.momentOf(written);
      patches.push({ from: span.start.from, to: span.start.to, insert: written });
    }
    const { end } = span;
    const isEndless = end === null || (end === "running" && line.entry.part === "plan");
    if (isEndless) {
      const known = this.layout.note.blocks.find((block) => block.line === line.entry.line)!;
      if (from === known.from && to === known.to) return patches;
    } else if (
      end === "running" ? to === null : to !== null && endOf(end, moment, this.layout.times)?.at === to
    )
      return patches;
    const written = to === null ? RUNNING : endText(to, moment, this.times);
    const { dash } = lineStyleOf(this.layout, line.entry.part, line.entry);
    if (end === null) patches.push({ from: span.start.to, to: span.start.to, insert: `${dash}${written}` });
    else patches.push({ from: span.endFrom, to: span.endTo, insert: written });
    return patches;
  }

  /** Replaces what is indented below an entry. The line end at its end stays as it is, also where there is none. */
  private belowPatches(entry: ScanEntry, below: string | null): Patch[] {
    if ((entry.below?.join("\n") ?? null) === below) return [];
    const style = lineStyleOf(this.layout, entry.part, entry);
    const from = this.beforeLineEnd(entry.belowFrom, entry.from);
    return [{ from, to: this.beforeLineEnd(entry.to, from), insert: this.below(below, style) }];
  }

  private beforeLineEnd(at: number, least: number): number {
    const end = /(?:\r\n|\r|\n)$/.exec(this.text.slice(Math.max(least, at - 2), at));
    return end === null ? at : at - end[0].length;
  }

  // The check

  private writeCheck(): void {
    const { layout, edits } = this;
    const { checks } = layout;
    const isNamed = (line: CheckLine, name: string) =>
      line.kind === "answer" && fold(this.text.slice(line.textFrom, line.textTo)) === fold(name);
    const lastOf = (...kinds: CheckLine["kind"][]) =>
      checks.findLast((line) => kinds.includes(line.kind))?.entry;
    const firstCheck = checks[0]?.entry ?? null;
    const add = (rank: number, near: ScanEntry | undefined, text: (style: LineStyle) => string): void => {
      const style = lineStyleOf(layout, "check", near ?? firstCheck);
      if (near !== undefined) style.bullet = nextBullet(style.bullet);
      const at = near === undefined ? (rank === 0 ? (firstCheck?.from ?? null) : null) : this.behind(near);
      const line = `${style.indent}${style.bullet}${text(style)}${this.style.lineEnd}`;
      this.lines.push({ part: "check", rank, at, text: line });
    };
    for (const answer of edits.answers) {
      const lines = checks.filter((line) => isNamed(line, answer.name));
      for (const line of lines) this.patches.push(...this.answerPatches(line, answer));
      if (lines.length === 0)
        add(0, lastOf("answer"), (style) => {
          const words = keywordText(answer.condition, answer.name, this.style.tongue);
          return `[${answer.holds ? "x" : " "}] ${words}${this.below(answer.evidence ?? null, style)}`;
        });
    }
    for (const text of edits.corrections)
      add(1, lastOf("correction", "answer"), () => keywordText("correction", text, this.style.tongue));
    for (const text of edits.remarks) add(2, lastOf("remark", "correction", "answer"), () => text);
  }

  private answerPatches({ entry, keyword, textFrom }: CheckLine, answer: NewAnswer): Patch[] {
    const patches: Patch[] = [];
    const wasHeld = /[xX]/.test(this.text.charAt(entry.box));
    if (wasHeld !== answer.holds)
      patches.push({ from: entry.box, to: entry.box + 1, insert: answer.holds ? "x" : " " });
    if (keyword!.keyword !== answer.condition) {
      const word = keywordText(answer.condition, " ", keyword!.tongue).trimEnd();
      const blank = /\s$/.test(this.text.slice(entry.body, textFrom)) ? " " : "";
      patches.push({ from: entry.body, to: textFrom, insert: `${word}${blank}` });
    }
    if (answer.evidence !== undefined) patches.push(...this.belowPatches(entry, answer.evidence));
    return patches;
  }

  // Front matter and headings

  private writeHead(): Patch[] {
    const { layout, edits, text } = this;
    const { frame } = layout.note;
    const isNew = text.replace("\ufeff", "").trim() === "";
    const planned = edits.plannedAt === null ? null : startText(edits.plannedAt, this.times);
    if (layout.scan.head !== null) {
      if (planned === null || edits.plannedAt === layout.note.plannedAt) return [];
      return [setPlanned(text, layout.scan.head, layout.fields, planned)];
    }
    if (!isNew && planned === null) return [];
    const bom = text.startsWith("\ufeff") ? 1 : 0;
    const ends = frame.dayEndMin === 0 ? null : formatWallTime(frame.dayEndMin);
    return [{ from: bom, to: bom, insert: newHead(frame, ends, planned, this.style.lineEnd) }];
  }

  /** Puts the new lines into their parts, and makes the parts that are missing; a new note gets all three. */
  private placeLines(): void {
    const isNew = this.text.replace("\ufeff", "").trim() === "";
    const inserts = new Map<number, string[]>();
    const insert = (at: number, text: string): void => {
      const known = inserts.get(at);
      if (known === undefined) inserts.set(at, [text]);
      else known.push(text);
    };
    for (const part of PARTS) {
      const own = this.lines.filter((line) => line.part === part).sort((a, b) => a.rank - b.rank);
      if (own.length === 0 && !isNew) continue;
      const known = this.layout.scan.parts.filter((one) => one.part === part);
      if (known.length === 0) {
        const { at, before, after } = this.placeOfPart(part);
        const lines = own.map(({ text }) => text).join("");
        const { lineEnd, gapAfter } = this.style;
        const heading = `${headingLine(part, this.style)}${lineEnd}${gapAfter ? lineEnd : ""}`;
        insert(at, `${before}${heading}${lines}${after}`);
        continue;
      }
      const home = known[0]!;
      let isFirst = home.end === home.from && this.style.gapAfter;
      for (const line of own) {
        insert(line.at ?? home.end, `${line.at === null && isFirst ? this.style.lineEnd : ""}${line.text}`);
        if (line.at === null) isFirst = false;
      }
    }
    for (const [at, texts] of inserts) this.patches.push(this.insertion(at, texts.join("")));
  }

  /** Where a part goes that the note has not: before the parts that follow it, behind those before it, else at the end. */
  private placeOfPart(part: DayPart): { at: number; before: string; after: string } {
    const { parts } = this.layout.scan;
    const { lineEnd, gapBefore } = this.style;
    const gap = gapBefore ? lineEnd : "";
    const order = PARTS.indexOf(part);
    const isAfter = (other: ScanPart) => PARTS.indexOf(other.part) > order;
    const next = parts.find(isAfter);
    if (next !== undefined) return { at: next.headingFrom, before: "", after: gap };
    const last = parts.at(-1);
    if (last !== undefined) return { at: last.end, before: gap, after: "" };
    const bodyFrom = this.layout.scan.head === null ? 0 : this.layout.scan.head.to;
    const body = this.text.slice(bodyFrom).replace(/^\ufeff|^(?:---|\+\+\+)[ \t]*(?=[\r\n]|$)/, "");
    const isApart = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)[ \t]*$/.test(body) && !this.hasMadePart;
    this.hasMadePart = true;
    return { at: this.text.length, before: isApart ? "" : gap, after: "" };
  }

  /** Lines before an offset. At the end of a text without a last line end the new lines bring one before, not behind. */
  private insertion(at: number, lines: string): Patch {
    const isOpenEnd = at === this.text.length && !/(?:[\r\n]|^\ufeff?)$/.test(this.text);
    if (!isOpenEnd) return { from: at, to: at, insert: lines };
    const bare = lines.replace(/(?:\r\n|\r|\n)$/, "");
    const isLastCut = this.patches.some((patch) => patch.to === at && patch.from < at && patch.insert === "");
    return { from: at, to: at, insert: isLastCut ? bare : `${this.style.lineEnd}${bare}` };
  }
}
