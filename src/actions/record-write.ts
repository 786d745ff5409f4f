// Writing records: edits of day notes that keep records apart. Where a new stretch of time lies over another one it is
// refused with the other's place, or with `trim` the other gives way. Invariant: records never overlap silently.

import { AppError, addDays, type EpochMin, type LocalDate, momentOfWall, offsetAt } from "../base/index.ts";
import {
  type DayEdit,
  type DayRecord,
  dayAt,
  editDay,
  type FileEdit,
  isoAt,
  type Span,
} from "../domain/index.ts";
import type { Context } from "./action.ts";
import { sayDay } from "./day-messages.ts";
import { type DayReading, daySettings, readDayOf, readOrEmpty, tongueOfNote } from "./day-read.ts";
import { nowMin } from "./time-input.ts";

/** A record and the day in whose note it stands. */
export interface PlacedRecord {
  day: DayReading;
  record: DayRecord;
}

/** Edits of several notes, gathered by note. */
export class DayEdits {
  private readonly context: Context;
  private readonly byFile = new Map<string, { day: DayReading; edits: DayEdit[] }>();

  constructor(context: Context) {
    this.context = context;
  }

  add(day: DayReading, edit: DayEdit): void {
    const known = this.byFile.get(day.file);
    if (known === undefined) this.byFile.set(day.file, { day, edits: [edit] });
    else known.edits.push(edit);
  }

  toFileEdits(): FileEdit[] {
    return [...this.byFile.values()].map(({ day, edits }) => dayEdit(this.context, day, edits));
  }
}

/** The edit of one note. A new note speaks the language of the home. */
export function dayEdit(context: Context, day: DayReading, edits: readonly DayEdit[]): FileEdit {
  const tongue = context.world.config.language ?? context.tongue;
  const patches = editDay(day.note, [...edits], { tongue, zone: context.zone });
  return { file: day.file, hash: day.hash, patches };
}

/** The day in whose note a record that begins at `from` belongs. */
export function dayOfRecord(context: Context, from: EpochMin): DayReading {
  return readDayOf(context, dayAt(from, context.zone, daySettings(context).dayEndMin));
}

/** Records that share time with a span, in the notes around its day, in order. A running one goes on until now. */
export function overlapping(
  context: Context,
  date: LocalDate,
  span: Span,
  except: (placed: PlacedRecord) => boolean = () => false,
): PlacedRecord[] {
  const found: PlacedRecord[] = [];
  for (const shift of [-1, 0, 1]) {
    const day = readOrEmpty(context, addDays(date, shift));
    for (const record of day.note.records) {
      const to = endOf(context, record);
      if (record.from < span.to && span.from < to && !except({ day, record })) found.push({ day, record });
    }
  }
  return found.sort((a, b) => a.record.from - b.record.from);
}

/** A record that runs covers at least the minute in which it began. */
export function endOf(context: Context, record: DayRecord): EpochMin {
  return record.to ?? Math.max(nowMin(context), record.from + 1);
}

/** @throws AppError conflict with the place of the record that is in the way. */
export function refuseOverlap(context: Context, others: readonly PlacedRecord[], hint: string): void {
  const [other] = others;
  if (other === undefined) return;
  const { day, record } = other;
  const texts = sayDay(context.tongue);
  const to = record.to === null ? texts.untilNow : endTimeText(context, record.to, record.from);
  throw new AppError("conflict", texts.overlap(record.text, timeText(context, record.from), to), {
    hint,
    at: { file: day.file, line: record.line },
    data: { file: day.file, line: record.line, text: record.text },
  });
}

/** Cuts other records so that the span is free: shortened, split in two, or taken out where it covers them. */
export function trimOthers(edits: DayEdits, span: Span, others: readonly PlacedRecord[]): void {
  for (const { day, record } of others) {
    const { line } = record;
    const isBefore = record.from < span.from;
    const isBehind = record.to === null || record.to > span.to;
    if (isBefore) edits.add(day, { kind: "set-record", line, to: span.from });
    else if (isBehind) edits.add(day, { kind: "set-record", line, from: span.to });
    else edits.add(day, { kind: "remove-record", line });
    if (isBefore && isBehind)
      edits.add(day, {
        kind: "add-record",
        from: span.to,
        to: record.to,
        record: record.kind,
        text: record.text,
      });
  }
}

/** `09:30`; with its day where it is not of the day that it is now. */
export function timeText(context: Context, min: EpochMin, zone: string = context.zone): string {
  return timeBeside(context, min, nowMin(context), zone);
}

/** An end behind its start: with its day where that is not the start's. */
export function endTimeText(
  context: Context,
  to: EpochMin,
  from: EpochMin,
  zone: string = context.zone,
): string {
  return timeBeside(context, to, from, zone);
}

/** With the offset where the wall shows the time twice, or the person's shows another one; so it can be typed as it stands. */
function timeBeside(context: Context, min: EpochMin, other: EpochMin, zone: string): string {
  const iso = isoAt(min, zone);
  const offset = offsetAt(min, zone);
  const isUnclear = offset !== offsetAt(min, context.zone) || momentOfWall(min + offset, zone).again !== null;
  const time = isUnclear ? iso.slice(11) : iso.slice(11, 16);
  return iso.slice(0, 10) === isoAt(other, zone).slice(0, 10) ? time : `${iso.slice(0, 10)} ${time}`;
}

/** What stands behind an item's path or a text: `Kubernetes：试了一次` in Chinese, `Kubernetes: tried it once` in English. */
export function withNote(context: Context, day: DayReading, text: string, note: string): string {
  return `${text}${tongueOfNote(context, day.note) === "zh" ? "：" : ": "}${note}`;
}

/** One line of text, as a record takes it. @throws AppError usage where it is empty. */
export function recordText(context: Context, text: string): string {
  const line = text.trim().replace(/\s*[\r\n]+\s*/g, " ");
  if (line !== "") return line;
  throw new AppError("usage", sayDay(context.tongue).recordNeedsText());
}
