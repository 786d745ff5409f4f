// A day note read: text -> DayNote. What is not understood is kept out and left alone; what looks like a time, a record or
// an answer and cannot be one is a diagnostic with its line, and the rest still counts.

import {
  type Diagnostic,
  formatWallTime,
  type LocalDate,
  offsetAt,
  parseLocalDate,
  type Tongue,
} from "../../base/index.ts";
import type { ConditionKind, DayBlock, DayNote, DayPart, DayRecord } from "./day.ts";
import { type HeadValues, isZoneName, readHead } from "./day-head.ts";
import { type DayScan, type ScanEntry, type ScanPart, scanDay } from "./day-scan.ts";
import {
  endOf,
  type Moment,
  readSpanText,
  type SpanText,
  startOf,
  type TimeFrame,
  type TimeText,
  timeFrameOf,
} from "./day-span.ts";
import { DAY_MIN, frameOf } from "./day-time.ts";
import { type KeywordFound, keywordOf, PIN } from "./day-words.ts";
import { sayDay } from "./messages.ts";

export interface DayOptions {
  /** The day by the file's name. */
  date: LocalDate;
  /** Where the note names no zone: the setting's or the system's. */
  zone: string;
  /** Where the note does not say when its day ends: the setting's. */
  dayEndMin: number;
  tongue: Tongue;
}

/** Length of a block that names no end, as Day Planner has it. */
const DEFAULT_BLOCK_MIN = 30;

/** Reads a day note. */
export function readDay(text: string, options: DayOptions): DayNote {
  return readLayout(text, options).note;
}

/** A line with a time, as it stands. */
export interface TimedLine {
  entry: ScanEntry;
  span: SpanText;
  start: Moment;
  keyword: KeywordFound | null;
  /** Offsets of the text: behind times and keyword, before a pin. */
  textFrom: number;
  textTo: number;
}

/** A line of the check. */
export interface CheckLine {
  entry: ScanEntry;
  keyword: KeywordFound | null;
  kind: "answer" | "correction" | "remark";
  textFrom: number;
  textTo: number;
}

/** A note with where its words stand: for edits. */
export interface DayLayout {
  note: DayNote;
  scan: DayScan;
  fields: HeadValues;
  times: TimeFrame;
  timed: TimedLine[];
  checks: CheckLine[];
}

export function readLayout(text: string, options: DayOptions): DayLayout {
  return new DayReader(text, options).read();
}

class DayReader {
  private readonly text: string;
  private readonly options: DayOptions;
  private readonly diagnostics: Diagnostic[] = [];
  private readonly entries: ScanEntry[] = [];
  private readonly spans: (SpanText | null)[] = [];
  private times!: TimeFrame;

  constructor(text: string, options: DayOptions) {
    this.text = text;
    this.options = options;
  }

  read(): DayLayout {
    const { text } = this;
    const scan = scanDay(text, (entry) => {
      const span = entry.part === "check" ? null : readSpanText(text, entry.body);
      if (span === null && entry.part !== "check") return false;
      this.entries.push(entry);
      this.spans.push(span);
      return true;
    });
    const fields = readHead(text, scan.head);
    this.times = timeFrameOf(this.frame(fields));
    const { frame } = this.times;
    const note: DayNote = {
      frame,
      text,
      blocks: [],
      records: [],
      answers: [],
      corrections: [],
      remarks: [],
      parts: { plan: null, record: null, check: null },
      plannedAt: this.plannedAt(fields),
      diagnostics: this.diagnostics,
    };
    const timed: TimedLine[] = [];
    const checks: CheckLine[] = [];
    for (let index = 0; index < this.entries.length; index++) {
      const entry = this.entries[index]!;
      const span = this.spans[index]!;
      if (span === null) checks.push(this.readCheck(entry, note));
      else {
        const line = this.readTimed(entry, span, note);
        if (line !== null) timed.push(line);
      }
    }
    capOpenBlocks(note.blocks, timed);
    for (const part of scan.parts) note.parts[part.part] ??= placeOf(part);
    this.checkRecords(note.records);
    if (scan.unclosed !== null) {
      const { line, column, mark } = scan.unclosed;
      this.say(line, column, "day-never-closed", sayDay(this.options.tongue).neverClosed(mark));
    }
    if (this.diagnostics.length > 1) this.diagnostics.sort((a, b) => a.line - b.line || a.column - b.column);
    return { note, scan, fields, times: this.times, timed, checks };
  }

  private say(
    line: number,
    column: number,
    code: string,
    said: { message: string; hint: string | null },
  ): void {
    this.diagnostics.push({ line, column, code, ...said });
  }

  private frame({ date, zone, ends }: HeadValues) {
    const { options } = this;
    const words = sayDay(options.tongue);
    if (date !== undefined && date.value !== "" && date.value !== options.date) {
      const day = parseLocalDate(/^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(date.value)?.[1] ?? date.value);
      if (day === null) this.say(date.line, date.column, "day-date-invalid", words.dateInvalid(date.value));
      else if (day !== options.date)
        this.say(date.line, date.column, "day-date-differs", words.dateDiffers(day, options.date));
    }
    let zoneName = options.zone;
    if (zone !== undefined && zone.value !== "") {
      if (isZoneName(zone.value)) zoneName = zone.value;
      else this.say(zone.line, zone.column, "day-zone-invalid", words.zoneInvalid(zone.value, options.zone));
    }
    let { dayEndMin } = options;
    if (ends !== undefined && ends.value !== "") {
      const minutes = clockOf(ends.value);
      if (minutes !== null && minutes <= DAY_MIN / 2) dayEndMin = minutes;
      else this.say(ends.line, ends.column, "day-ends-invalid", words.endsInvalid(ends.value));
    }
    return frameOf(options.date, zoneName, dayEndMin);
  }

  private plannedAt({ planned }: HeadValues): number | null {
    if (planned === undefined || planned.value === "") return null;
    const span = readSpanText(planned.value, 0);
    if (span !== null && span.end === null && span.endTo === planned.value.length && span.start.minutes >= 0)
      return startOf(span.start, this.times).at;
    const said = sayDay(this.options.tongue).plannedInvalid(planned.value);
    this.say(planned.line, planned.column, "day-planned-invalid", said);
    return null;
  }

  /** A line that begins with a time; null where it counts for nothing. */
  private readTimed(entry: ScanEntry, span: SpanText, note: DayNote): TimedLine | null {
    const { text, times } = this;
    const words = sayDay(this.options.tongue);
    const isRecord = entry.part === "record";
    const column = entry.body - entry.from + 1;
    const { end } = span;
    const endTime = end === null || end === "running" ? null : end;
    if (span.start.minutes < 0 || (endTime !== null && endTime.minutes < 0)) {
      const time = span.start.minutes < 0 ? span.start : endTime!;
      const written = text.slice(time.from, time.to);
      this.say(entry.line, time.from - entry.from + 1, "day-time-invalid", words.timeInvalid(written));
      return null;
    }
    const start = startOf(span.start, times);
    const until = endTime === null ? null : endOf(endTime, start, times);
    if (until === null && endTime !== null) {
      const written = text.slice(span.start.from, span.endTo);
      this.say(entry.line, column, "day-end-before-start", words.endBeforeStart(written));
      return null;
    }
    if (start.isSkipped) this.saySkipped(entry, span.start, start);
    if (until?.isSkipped) this.saySkipped(entry, endTime!, until);
    if (isRecord && end === null) {
      const said = words.recordWithoutEnd(text.slice(span.start.from, span.start.to));
      this.say(entry.line, column, "day-record-open", said);
      return null;
    }
    if (isRecord && !this.beginsHere(start, span)) {
      const said = words.recordOutside(text.slice(span.start.from, span.start.to), times.frame.date);
      this.say(entry.line, column, "day-record-outside", said);
    }
    let whole = text.slice(span.textFrom, textEnd(text, span.textFrom, entry.lineTo));
    const isPinned = !isRecord && whole.endsWith(PIN);
    if (isPinned) whole = whole.slice(0, -PIN.length).trimEnd();
    const keyword = keywordOf(whole);
    const known =
      keyword !== null && (keyword.keyword === "interruption" || (!isRecord && keyword.keyword === "buffer"))
        ? keyword
        : null;
    const name = known === null ? whole : whole.slice(known.length);
    const textFrom = span.textFrom + (known?.length ?? 0);
    const line: TimedLine = {
      entry,
      span,
      start,
      keyword: known,
      textFrom,
      textTo: textFrom + name.length,
    };
    const range = { from: entry.from, to: entry.to };
    if (isRecord) {
      note.records.push({
        line: entry.line,
        endLine: entry.endLine,
        from: start.at,
        to: until === null ? null : until.at,
        kind: known === null ? "work" : "interruption",
        text: name,
        range,
      });
    } else {
      note.blocks.push({
        line: entry.line,
        endLine: entry.endLine,
        from: start.at,
        to: until === null ? start.at + DEFAULT_BLOCK_MIN : until.at,
        state: stateOf(entry.box < 0 ? " " : text.charAt(entry.box)),
        kind: known === null ? "work" : (known.keyword as "buffer" | "interruption"),
        text: name,
        pinned: isPinned,
        reason: entry.below === null ? null : entry.below.join("\n"),
        range,
      });
    }
    return line;
  }

  private saySkipped(entry: ScanEntry, time: TimeText, { at }: Moment): void {
    const read = formatWallTime((at + offsetAt(at, this.times.frame.zone)) % DAY_MIN);
    const said = sayDay(this.options.tongue).timeSkipped(this.text.slice(time.from, time.to), read);
    this.say(entry.line, time.from - entry.from + 1, "day-time-skipped", said);
  }

  /** Whether a record begins within the day: that of the note's zone, or of the place where the person was. */
  private beginsHere(start: Moment, span: SpanText): boolean {
    const { frame, day } = this.times;
    if (start.at >= frame.from && start.at < frame.to) return true;
    const wall = start.wall - day * DAY_MIN - frame.dayEndMin;
    return span.start.offset !== null && wall >= 0 && wall < DAY_MIN;
  }

  private readCheck(entry: ScanEntry, note: DayNote): CheckLine {
    const { text } = this;
    const whole = text.slice(entry.body, textEnd(text, entry.body, entry.lineTo));
    const keyword = keywordOf(whole);
    const name = keyword === null ? whole : whole.slice(keyword.length);
    const isCondition = keyword?.keyword === "healthy" || keyword?.keyword === "abnormal";
    const line = (kind: CheckLine["kind"], from: number): CheckLine => {
      return { entry, keyword, kind, textFrom: from, textTo: entry.body + whole.length };
    };
    if (isCondition && name !== "" && entry.box >= 0) {
      note.answers.push({
        line: entry.line,
        kind: keyword.keyword as ConditionKind,
        name,
        holds: /[xX]/.test(text.charAt(entry.box)),
        evidence: entry.below === null ? null : entry.below.join("\n"),
        range: { from: entry.from, to: entry.to },
      });
      return line("answer", entry.body + keyword.length);
    }
    if (keyword?.keyword === "correction" && name !== "") {
      note.corrections.push({ line: entry.line, text: name });
      return line("correction", entry.body + keyword.length);
    }
    if (isCondition && name !== "") {
      const said = sayDay(this.options.tongue).answerWithoutBox(name);
      this.say(entry.line, entry.body - entry.from + 1, "day-answer-without-box", said);
    }
    if (whole !== "") note.remarks.push({ line: entry.line, text: whole });
    return line("remark", entry.body);
  }

  /** Records that run over one another. */
  private checkRecords(records: readonly DayRecord[]): void {
    const words = sayDay(this.options.tongue);
    if (inOrder(records)) return;
    const sorted = [...records].sort((a, b) => a.from - b.from || a.line - b.line);
    const running = records.filter(({ to }) => to === null);
    for (const second of running.slice(1))
      this.say(second.line, 1, "day-two-clocks", words.twoClocks(running[0]!.line));
    let last: DayRecord | null = null;
    for (const record of sorted) {
      const isOver = last !== null && (last.to === null || record.from < last.to);
      if (isOver && !(record.to === null && last!.to === null)) {
        const [first, second] = last!.line < record.line ? [last!, record] : [record, last!];
        this.say(second.line, 1, "day-records-overlap", words.recordsOverlap(first.line));
      }
      if (last === null || record.to === null || (last.to !== null && record.to > last.to)) last = record;
    }
  }
}

/** Whether each record ends before the next begins: the common case, without sorting. */
function inOrder(records: readonly DayRecord[]): boolean {
  for (let at = 1; at < records.length; at++) {
    const before = records[at - 1]!.to;
    if (before === null || before > records[at]!.from) return false;
  }
  return true;
}

/** Where a text ends without the blanks at its end. */
function textEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end--;
  return end;
}

/** `09:12` as minutes after midnight; null where it is none. */
function clockOf(text: string): number | null {
  const match = /^(\d{1,2})[:：](\d{2})$/.exec(text);
  if (match === null || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return Number(match[1]) * 60 + Number(match[2]);
}

function stateOf(box: string): DayBlock["state"] {
  if (box === "x" || box === "X") return "done";
  return box === ">" ? "moved" : box === "-" ? "dropped" : "planned";
}

/** A block without an end lasts until the next begins, at most its default length. */
function capOpenBlocks(blocks: readonly DayBlock[], timed: readonly TimedLine[]): void {
  const open = new Set(timed.filter(({ span }) => span.end === null || span.end === "running").map(lineOf));
  if (open.size === 0) return;
  const byStart = [...blocks].sort((a, b) => b.from - a.from);
  /** The first start behind the blocks looked at, the last block first. */
  let next = Number.POSITIVE_INFINITY;
  byStart.forEach((block, index) => {
    const later = byStart[index - 1]?.from ?? next;
    if (later > block.from) next = later;
    if (open.has(block.line)) block.to = Math.min(block.to, next);
  });
}

function lineOf({ entry }: TimedLine): number {
  return entry.line;
}

function placeOf(part: ScanPart): NonNullable<DayNote["parts"][DayPart]> {
  return { line: part.line, body: { from: part.from, to: part.to }, end: part.end };
}
