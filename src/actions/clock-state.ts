// The clock: the one record of the home that is still running, whichever face or machine began it. It stands in a day's note
// as any record, so nothing is lost when everything is killed. Here it is found, and judged: whether it can be believed.

import { addDays, type EpochMin } from "../base/index.ts";
import { type DayBlock, type DayRecord, isoAt } from "../domain/index.ts";
import type { ClockMark, Context } from "./action.ts";
import type { ClockDoubt, ClockJson, RecordJson } from "./day-json.ts";
import { type DayReading, type DayWords, dayWords, runningDays, subjectOf } from "./day-read.ts";
import { nowMin } from "./time-input.ts";

/** How far back a running record is looked for. */
const LOOK_BACK_DAYS = 31;
/** So long after its block's end a running clock is believed. */
const PAST_BLOCK_MIN = 10;
/** So long a clock without a block is believed. */
const LONGEST_MIN = 4 * 60;
/** A nap of the machine that says nothing about the person. */
const NAP_MS = 5 * 60_000;

export interface RunningClock {
  day: DayReading;
  record: DayRecord;
  blockEnd: EpochMin | null;
  doubt: ClockDoubt | null;
  /** Null without a doubt, and where nothing tells. */
  likelyEnd: EpochMin | null;
  /** When a doubt comes up, or came up; for a notice. */
  doubtAt: EpochMin;
}

const found = new WeakMap<Context, { clock: RunningClock | null }>();

/** The running clock, or null where nothing runs. The newest, where the notes have several running records. */
export function findClock(context: Context): RunningClock | null {
  let known = found.get(context);
  if (known === undefined) {
    known = { clock: lookForClock(context) };
    found.set(context, known);
  }
  return known.clock;
}

function lookForClock(context: Context): RunningClock | null {
  // In a zone further west it may be yesterday here.
  for (const day of runningDays(
    context,
    addDays(context.today, -LOOK_BACK_DAYS),
    addDays(context.today, 1),
  )) {
    const running = day.note.records.filter(({ to }) => to === null);
    return judgeClock(context, day, running.sort((a, b) => b.from - a.from)[0]!);
  }
  return null;
}

/** A running record with what speaks against it. */
export function judgeClock(context: Context, day: DayReading, record: DayRecord): RunningClock {
  const now = nowMin(context);
  const blockEnd = blockEndOf(dayWords(context), day, record);
  const believedUntil = blockEnd === null ? record.from + LONGEST_MIN : blockEnd + PAST_BLOCK_MIN;
  // Began after its day's end: written in by hand; then the day's end says nothing.
  const dayEnd = day.note.frame.to > record.from ? day.note.frame.to : Number.POSITIVE_INFINITY;
  const sleptSince = sleepOf(context, day, record, now);
  const doubt: ClockDoubt | null =
    now >= dayEnd
      ? "past-day"
      : sleptSince !== null
        ? "slept"
        : now <= believedUntil
          ? null
          : blockEnd === null
            ? "long"
            : "past-block";
  const ends = [
    now > believedUntil ? (blockEnd ?? believedUntil) : null,
    now >= dayEnd ? dayEnd : null,
    sleptSince,
  ].filter((end) => end !== null);
  const likelyEnd = doubt === null || ends.length === 0 ? null : Math.max(record.from, Math.min(...ends));
  return { day, record, blockEnd, doubt, likelyEnd, doubtAt: Math.min(believedUntil, dayEnd) };
}

/** A record that begins so long before a block on the same thing belongs to it. */
const EARLY_MIN = 30;
/** Between two blocks on one thing so short a break, or a stand-up, is often worked through. */
const SHORT_GAP_MIN = 20;

/** End of the planned time on the same thing in which the record began, or at the latest half an hour after it did. */
function blockEndOf(words: DayWords, day: DayReading, record: DayRecord): EpochMin | null {
  const key = subjectOf(words, record.text).key;
  const same = day.note.blocks
    .filter(
      (block) =>
        isStanding(block) &&
        block.kind === record.kind &&
        subjectOf(words, block.text).key === key &&
        block.to > record.from,
    )
    .sort((a, b) => a.from - b.from);
  const [first, ...later] = same;
  if (first === undefined || first.from > record.from + EARLY_MIN) return null;
  let end = first.to;
  for (const block of later) if (block.from <= end + SHORT_GAP_MIN) end = Math.max(end, block.to);
  return end;
}

function isStanding(block: DayBlock): boolean {
  return block.state === "planned" || block.state === "done";
}

function markKey(day: DayReading, record: DayRecord): string {
  return `${day.file} ${record.from}`;
}

/** When the machine went to sleep, or was last seen awake before it was switched off, since the clock began; null where it did not. */
function sleepOf(context: Context, day: DayReading, record: DayRecord, now: EpochMin): EpochMin | null {
  const suspended = context.world.clock.suspended?.() ?? null;
  if (suspended === null) return null;
  const clock = markKey(day, record);
  const mark = context.outside.clockMark?.() ?? null;
  if (mark === null || mark.clock !== clock) {
    // Begun elsewhere, or what was remembered is gone: from now on it is watched.
    remember(context, { clock, boot: suspended.boot, sleptMs: suspended.ms, seenAt: now, asleepAt: null });
    return null;
  }
  if (mark.asleepAt !== null) return mark.asleepAt;
  const sleptMs = suspended.ms - mark.sleptMs;
  const isOtherBoot = mark.boot !== suspended.boot;
  if (!isOtherBoot && sleptMs <= NAP_MS) {
    if (now > mark.seenAt) remember(context, { ...mark, seenAt: now });
    return null;
  }
  // Just woken up, it fell asleep about so long ago; and not before it was seen awake.
  const asleepAt = isOtherBoot ? mark.seenAt : Math.max(mark.seenAt, now - Math.round(sleptMs / 60_000));
  remember(context, { ...mark, asleepAt });
  return asleepAt;
}

function remember(context: Context, mark: ClockMark): void {
  if (!context.dryRun) context.outside.markClock?.(mark);
}

/** Remembers how things stand as a clock is started at `from`. */
export function markStart(context: Context, file: string, from: EpochMin): void {
  const suspended = context.world.clock.suspended?.() ?? null;
  if (suspended === null) return;
  const { boot, ms } = suspended;
  remember(context, { clock: `${file} ${from}`, boot, sleptMs: ms, seenAt: nowMin(context), asleepAt: null });
}

/** Where a running record counts up to, for the day's facts; null where it is believed. */
export function doubtedUntil(context: Context): { file: string; until: EpochMin } | null {
  const clock = findClock(context);
  if (clock === null || clock.doubt === null) return null;
  const until = clock.likelyEnd ?? clock.record.from;
  return { file: clock.day.file, until };
}

export function toRecordJson(
  context: Context,
  day: DayReading,
  record: Pick<DayRecord, "line" | "from" | "to" | "kind" | "text">,
): RecordJson {
  const { zone } = day.note.frame;
  const { reference, priority } = subjectOf(dayWords(context), record.text);
  const to = record.to;
  return {
    line: record.line,
    from: isoAt(record.from, zone),
    to: to === null ? null : isoAt(to, zone),
    min: Math.max(0, (to ?? nowMin(context)) - record.from),
    kind: record.kind,
    text: record.text,
    reference,
    priority,
  };
}

export function toClockJson(context: Context, clock: RunningClock): ClockJson {
  const { zone } = clock.day.note.frame;
  const iso = (min: EpochMin | null): string | null => (min === null ? null : isoAt(min, zone));
  return {
    ...toRecordJson(context, clock.day, clock.record),
    date: clock.day.date,
    file: clock.day.file,
    hash: clock.day.hash ?? "",
    doubt: clock.doubt,
    likelyEnd: iso(clock.likelyEnd),
    blockEnd: iso(clock.blockEnd),
  };
}

/** The clock as faces are given it, or null. */
export function clockJsonOf(context: Context): ClockJson | null {
  const clock = findClock(context);
  return clock === null ? null : toClockJson(context, clock);
}
