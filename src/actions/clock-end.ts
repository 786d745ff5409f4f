// How a clock ends: when, where it is not believed; with which record, or none; and what its end does to the plan.

import { AppError, type EpochMin } from "../base/index.ts";
import type { Context, Input } from "./action.ts";
import { type RunningClock, toClockJson, toRecordJson } from "./clock-state.ts";
import type { RecordJson } from "./day-json.ts";
import { sayDay } from "./day-messages.ts";
import { spokenFrame } from "./day-read.ts";
import { afterInterruption } from "./interrupt-plan.ts";
import { joinSentences } from "./messages.ts";
import { type DayEdits, overlapping, recordText, refuseOverlap, timeText, withNote } from "./record-write.ts";
import { nowMin, readEnd, readTime } from "./time-input.ts";

export interface StopData {
  /** What was recorded; null where it was dropped or took no minute. */
  stopped: (RecordJson & { file: string }) | null;
}

/** When the running clock ended; null where it is dropped. @throws AppError no where that has to be asked. */
export function settleClock(
  context: Context,
  input: Input,
  running: RunningClock,
  command: string,
): EpochMin | null {
  const { day, record, doubt, likelyEnd } = running;
  const texts = sayDay(context.tongue);
  const at = input.text("at");
  const [isConfirmed, isDropped] = [input.flag("confirm") === true, input.flag("drop") === true];
  if ([at !== undefined, isConfirmed, isDropped].filter(Boolean).length > 1)
    throw new AppError("usage", texts.oneEnd());
  const now = nowMin(context);
  if (isDropped) return null;
  if (at !== undefined) return endAt(context, at, running);
  if (doubt === null || isConfirmed) return Math.max(now, record.from);
  const likely = likelyEnd === null || likelyEnd <= record.from ? null : timeText(context, likelyEnd);
  throw new AppError("no", texts.whatHappened(record.text, timeText(context, record.from), doubt), {
    hint: texts.endChoices(command, likely),
    at: { file: day.file, line: record.line },
    data: { clock: toClockJson(context, running) },
  });
}

function endAt(context: Context, at: string, { day, record }: RunningClock): EpochMin {
  const texts = sayDay(context.tongue);
  const frame = spokenFrame(context, day);
  const read = readTime(context, at, frame);
  const isBefore = read.min < record.from && read.isDated;
  if (isBefore)
    throw new AppError(
      "usage",
      texts.stopBeforeStart(timeText(context, read.min), timeText(context, record.from)),
    );
  const end = read.min === record.from ? read.min : readEnd(context, at, frame, record.from);
  if (end > nowMin(context)) throw new AppError("usage", texts.inFuture(timeText(context, end)));
  return end;
}

/** What the end of a clock comes to. */
export interface Ended {
  stopped: StopData["stopped"];
  says: string;
}

/** Writes the end of a clock: null for one that is dropped. @throws AppError conflict where other records lie in its time. */
export function endClock(
  context: Context,
  edits: DayEdits,
  running: RunningClock,
  end: EpochMin | null,
  note: string | undefined,
): Ended {
  const { day, record } = running;
  const texts = sayDay(context.tongue);
  const settled =
    record.kind === "interruption" ? afterInterruption(context, day, record, end ?? record.from) : null;
  for (const edit of settled?.edits ?? []) edits.add(day, edit);
  if (end === null || end <= record.from) {
    edits.add(day, { kind: "remove-record", line: record.line });
    return {
      stopped: null,
      says:
        end === null
          ? texts.droppedClock(record.text)
          : texts.stoppedAtOnce(record.text, note?.trim() || null),
    };
  }
  const others = overlapping(
    context,
    day.date,
    { from: record.from, to: end },
    (other) =>
      (other.day.file === day.file && other.record.line === record.line) || other.record.from < record.from,
  );
  refuseOverlap(
    context,
    others,
    others.length > 0 ? texts.stopHint(timeText(context, others[0]!.record.from)) : "",
  );
  const text =
    note === undefined ? record.text : withNote(context, day, record.text, recordText(context, note));
  edits.add(day, {
    kind: "set-record",
    line: record.line,
    to: end,
    ...(text === record.text ? {} : { text }),
  });
  const stopped = { ...toRecordJson(context, day, { ...record, text, to: end }), file: day.file };
  const says = [texts.stopped(record.text, end - record.from), ...(settled?.says ?? [])];
  return { stopped, says: joinSentences(context.tongue, says) };
}
