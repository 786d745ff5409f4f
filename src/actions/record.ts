// record-add, record-edit, record-drop: time that was forgotten, put right, or never was. Records are lines of a day's note;
// they never overlap silently.

import { AppError, type EpochMin, fold, type LocalDate } from "../base/index.ts";
import { type DayRecord, resolveReference } from "../domain/index.ts";
import type { Action, Context, Input, Outcome, Param } from "./action.ts";
import { toRecordJson } from "./clock-state.ts";
import type { RecordJson } from "./day-json.ts";
import { dateParam, findDayLine, lineParams, whichParam } from "./day-line.ts";
import { sayDay } from "./day-messages.ts";
import { type DayReading, dayWords, readDayOf, spokenFrame, subjectOf } from "./day-read.ts";
import {
  DayEdits,
  dayOfRecord,
  endTimeText,
  overlapping,
  recordText,
  refuseOverlap,
  timeText,
  trimOthers,
} from "./record-write.ts";
import { readSpanWords, splitRange } from "./span-input.ts";
import { nowMin, readEnd, readTime } from "./time-input.ts";

export interface RecordData {
  /** Its line comes with the next reading of the day. */
  record: Omit<RecordJson, "line">;
  date: string;
  file: string;
}

const trimParam: Param = {
  name: "trim",
  kind: "flag",
  help: { en: "cut other records that are in the way", zh: "截短挡住的其他记录" },
};

export const recordAdd: Action = {
  name: "record-add",
  group: "day",
  writes: true,
  summary: { en: "Record time that was forgotten", zh: "补记忘了的时间" },
  params: [
    {
      name: "from",
      kind: "text",
      required: true,
      positional: true,
      help: {
        en: "when it began: 09:30; or both: 09:30-10:45",
        zh: "开始时间：09:30；或连同结束：09:30-10:45",
      },
    },
    {
      name: "to",
      kind: "text",
      requiredTyped: true,
      positional: true,
      help: {
        en: "when it ended, or how long it took: 10:45, now, 1h15m",
        zh: "结束时间或时长：10:45、现在、1h15m",
      },
    },
    {
      name: "text",
      kind: "text",
      requiredTyped: true,
      positional: true,
      rest: true,
      help: {
        en: "the item, and what was done: Kubernetes: one node",
        zh: "条目，以及做了什么：Kubernetes：一个节点",
      },
    },
    {
      name: "for",
      kind: "text",
      help: { en: "how long it took: 45m, 1h30m", zh: "多久：45m、1h30m" },
    },
    dateParam,
    {
      name: "interruption",
      kind: "flag",
      short: "i",
      help: { en: "it was an interruption", zh: "那是一次打断" },
    },
    trimParam,
  ],
  examples: [
    {
      args: { en: "record add 09:30-10:45 Kubernetes", zh: "record add 09:30-10:45 Kubernetes" },
      says: { en: "on this day", zh: "今天" },
    },
    {
      args: { en: "record add 45m Kubernetes", zh: "record add 45m Kubernetes" },
      says: { en: "the 45 minutes until now", zh: "到现在为止的 45 分钟" },
    },
    {
      args: {
        en: 'record add 22:30 00:15 "Rust: lifetimes" --date yesterday',
        zh: "record add 22:30 00:15 Rust：生命周期 --date 昨天",
      },
      says: {
        en: "past midnight it stays one record of the day on which it began",
        zh: "过了午夜仍是开始那天的一条记录",
      },
    },
    {
      args: { en: "record add 11:00 11:20 Printer -i --trim", zh: "record add 11:00 11:20 打印机 -i --trim" },
      says: { en: "an interruption; the record around it is split", zh: "一次打断；把中间那条记录分成两段" },
    },
  ],
  run: (context, input) => {
    const date = input.date("date") ?? context.today;
    const asked = readDayOf(context, date);
    const frame = spokenFrame(context, asked);
    const said = readSpanWords(context, frame, {
      from: input.text("from")!,
      to: input.text("to"),
      text: input.text("text"),
      length: input.text("for"),
    });
    const { from, to } = said.span;
    refuseFuture(context, to, input.has("date") ? undefined : sayDay(context.tongue).otherDay());
    const day = dayWith(context, asked, from, input);
    const text = namedText(context, recordText(context, said.text));
    const kind = input.flag("interruption") ? "interruption" : "work";
    const edits = new DayEdits(context);
    makeRoom(context, edits, day.date, { from, to }, input, null);
    edits.add(day, { kind: "add-record", from, to, record: kind, text });
    return outcome(context, day, { from, to, kind, text }, edits, (times) =>
      sayDay(context.tongue).recordAdded(text, times.from, times.to, to - from),
    );
  },
};

export const recordEdit: Action = {
  name: "record-edit",
  group: "day",
  writes: true,
  summary: { en: "Change a record", zh: "修改一条记录" },
  params: [
    whichParam("record"),
    { name: "from", kind: "text", help: { en: "when it began", zh: "开始时间" } },
    { name: "to", kind: "text", help: { en: "when it ended", zh: "结束时间" } },
    { name: "text", kind: "text", short: "t", help: { en: "what it was", zh: "做了什么" } },
    dateParam,
    trimParam,
    ...lineParams,
  ],
  examples: [
    {
      args: { en: "record edit 09:30 --to 10:15", zh: "record edit 09:30 --to 10:15" },
      says: { en: "the one that began at 09:30 ended earlier", zh: "09:30 开始的那条结束得更早" },
    },
    {
      args: { en: 'record edit Rust --text "Rust › The Book"', zh: "record edit Rust --text 学Rust语言" },
      says: { en: "named by its text", zh: "用内容指明" },
    },
  ],
  run: (context, input) => {
    const day = readDayOf(context, input.date("date") ?? context.today);
    const record = findDayLine(context, day, day.note.records, "record", input);
    const range = input.has("to") ? null : splitRange(input.text("from") ?? "", spokenFrame(context, day));
    const { from, to } = range ?? { from: input.text("from"), to: input.text("to") };
    const text = input.text("text");
    if (from === undefined && to === undefined && text === undefined)
      throw new AppError("usage", sayDay(context.tongue).nothingToEdit());
    const wanted = editedRecord(context, day, record, { from, to, text });
    const edits = new DayEdits(context);
    const span = { from: wanted.from, to: wanted.to ?? Math.max(nowMin(context), wanted.from + 1) };
    makeRoom(context, edits, day.date, span, input, { day, record });
    edits.add(day, {
      kind: "set-record",
      line: record.line,
      ...(wanted.from === record.from ? {} : { from: wanted.from }),
      ...(wanted.to === record.to ? {} : { to: wanted.to }),
      ...(wanted.text === record.text ? {} : { text: wanted.text }),
    });
    return outcome(context, day, { ...wanted, kind: record.kind }, edits, (times) =>
      sayDay(context.tongue).recordEdited(wanted.text, times.from, times.to),
    );
  },
};

export const recordDrop: Action = {
  name: "record-drop",
  group: "day",
  writes: true,
  summary: { en: "Drop a record", zh: "删除一条记录" },
  params: [whichParam("record"), dateParam, ...lineParams],
  examples: [
    {
      args: { en: "record drop 09:30", zh: "record drop 09:30" },
      says: { en: "undo brings it back", zh: "undo 可以恢复" },
    },
  ],
  run: (context, input) => {
    const day = readDayOf(context, input.date("date") ?? context.today);
    const record = findDayLine(context, day, day.note.records, "record", input);
    const edits = new DayEdits(context);
    edits.add(day, { kind: "remove-record", line: record.line });
    return outcome(context, day, record, edits, () => sayDay(context.tongue).recordDropped(record.text));
  },
};

interface Wanted {
  from: EpochMin;
  to: EpochMin | null;
  text: string;
}

function editedRecord(
  context: Context,
  day: DayReading,
  record: DayRecord,
  said: { from: string | undefined; to: string | undefined; text: string | undefined },
): Wanted {
  const frame = spokenFrame(context, day);
  const from = said.from === undefined ? record.from : readTime(context, said.from, frame).min;
  const to = said.to === undefined ? record.to : readEnd(context, said.to, frame, from);
  if (to !== null && to <= from)
    throw new AppError("usage", sayDay(context.tongue).endBeforeStart(timeText(context, to)));
  refuseFuture(context, said.to === undefined ? from : to!);
  const text = said.text === undefined ? record.text : namedText(context, recordText(context, said.text));
  return { from, to, text };
}

function refuseFuture(context: Context, min: EpochMin, hint?: string): void {
  if (min <= nowMin(context)) return;
  const message = sayDay(context.tongue).inFuture(timeText(context, min));
  throw new AppError("usage", message, hint === undefined ? {} : { hint });
}

/** Where the start names another day by itself, the record belongs there. */
function dayWith(context: Context, asked: DayReading, from: EpochMin, input: Input): DayReading {
  if (input.has("date")) return asked;
  const { frame } = asked.note;
  if (from >= frame.from && from < frame.to) return asked;
  return dayOfRecord(context, from);
}

/** The text with the path of the item that it names, by its title or, where that is one item's only, its beginning. */
function namedText(context: Context, text: string): string {
  const words = dayWords(context);
  const found = resolveReference(words.references, text);
  if (found !== null) return found.rest === "" ? found.path : text;
  if (subjectOf(words, text).kind !== "other") return text;
  const name = /^[^:：]*/.exec(text)![0].trimEnd();
  const wanted = fold(name);
  // A word is meant whole; Chinese has no blanks between its words.
  const isBegun = (title: string): boolean =>
    title.startsWith(wanted) &&
    (/\p{Script=Han}{2}$/u.test(wanted) || !/^[\p{L}\p{N}]/u.test(title.slice(wanted.length)));
  const begun = [...words.items.values()].filter(({ item }) => isBegun(fold(item.title)));
  // Several pages are one page in several languages: the one of the home's language, then of the person's, decides.
  const languages = [context.world.config.language, context.tongue];
  const spoken = languages.map((one) => begun.filter(({ page }) => page.view.language === one));
  const only = [begun, ...spoken].find(({ length }) => length === 1)?.[0];
  return wanted === "" || only === undefined ? text : `${only.item.path}${text.slice(name.length)}`;
}

/** @throws AppError conflict where another record is in the way and is not to be cut. */
function makeRoom(
  context: Context,
  edits: DayEdits,
  date: LocalDate,
  span: { from: EpochMin; to: EpochMin },
  input: Input,
  itself: { day: DayReading; record: DayRecord } | null,
): void {
  const others = overlapping(
    context,
    date,
    span,
    ({ day, record }) => day.file === itself?.day.file && record.line === itself.record.line,
  );
  if (input.flag("trim")) trimOthers(edits, span, others);
  else refuseOverlap(context, others, sayDay(context.tongue).trimHint());
}

function outcome(
  context: Context,
  day: DayReading,
  wanted: Pick<DayRecord, "from" | "to" | "kind" | "text">,
  edits: DayEdits,
  says: (times: { from: string; to: string }) => string,
): Outcome {
  const { line: _, ...record } = toRecordJson(context, day, { line: 0, ...wanted });
  const { zone } = spokenFrame(context, day);
  const to =
    wanted.to === null ? sayDay(context.tongue).untilNow : endTimeText(context, wanted.to, wanted.from, zone);
  return {
    data: { record, date: day.date, file: day.file } satisfies RecordData,
    summary: says({ from: timeText(context, wanted.from, zone), to }),
    edits: edits.toFileEdits(),
  };
}
