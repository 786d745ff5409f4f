// What will be told today, and when: the end of a block, a clock that seems forgotten, the check that is due. Pure: faces
// ask for the list and tell each notice once, by its key. `notify` in nunc.yaml switches each kind off.

import type { EpochMin, Tongue } from "../base/index.ts";
import { type DayBlock, type DayFrame, type DaySettings, isoAt, minAtWall } from "../domain/index.ts";
import type { RunningClock } from "./clock-state.ts";
import type { CheckJson, NoticeJson } from "./day-json.ts";
import { sayDay } from "./day-messages.ts";
import { joinSentences } from "./messages.ts";

/** What is over for longer is told no more. */
const LATE_MIN = 5;

export interface NoticeSource {
  frame: DayFrame;
  now: EpochMin;
  blocks: readonly DayBlock[];
  clock: RunningClock | null;
  check: Pick<CheckJson, "isDone" | "answers">;
  isOff: boolean;
  settings: DaySettings;
}

/** The notices of today, in order of time: those to come, and what has just come up. */
export function noticesOf(source: NoticeSource, tongue: Tongue): NoticeJson[] {
  const { notify } = source.settings;
  const found = [
    ...(notify.block ? blockNotices(source, tongue) : []),
    ...(notify.clock ? clockNotices(source, tongue) : []),
    ...(notify.check ? checkNotices(source, tongue) : []),
  ];
  return found.sort((a, b) => a.min - b.min).map(({ notice }) => notice);
}

interface Timed {
  min: EpochMin;
  notice: NoticeJson;
}

function timed({ frame }: NoticeSource, min: EpochMin, notice: Omit<NoticeJson, "at">): Timed {
  return { min, notice: { ...notice, at: isoAt(min, frame.zone) } };
}

function blockNotices(source: NoticeSource, tongue: Tongue): Timed[] {
  const { frame, now, clock } = source;
  const texts = sayDay(tongue);
  const standing = source.blocks.filter(({ state }) => state === "planned" || state === "done");
  const ending = standing.filter(({ kind, to }) => kind !== "buffer" && to >= now - LATE_MIN);
  return ending.map((block) => {
    const next = standing
      .filter((other) => other !== block && other.from >= block.to)
      .sort((a, b) => a.from - b.from)[0];
    const then =
      next === undefined
        ? texts.blockNone()
        : next.kind === "buffer"
          ? texts.bufferNext()
          : texts.blockNext(next.text, isoAt(next.from, frame.zone).slice(11, 16));
    const isClocked = clock !== null && clock.blockEnd === block.to;
    return timed(source, block.to, {
      key: `block ${frame.date} ${block.from} ${block.to} ${block.text}`,
      kind: "block",
      title: texts.blockEnds(block.text),
      text: isClocked ? joinSentences(tongue, [texts.blockStill(), then]) : then,
    });
  });
}

function clockNotices(source: NoticeSource, tongue: Tongue): Timed[] {
  const { clock, frame, now } = source;
  if (clock === null) return [];
  const { record, doubt, doubtAt } = clock;
  const texts = sayDay(tongue);
  const at = doubt === null ? doubtAt + 1 : Math.min(doubtAt + 1, now);
  const since = isoAt(record.from, frame.zone).slice(11, 16);
  return [
    timed(source, at, {
      key: `clock ${clock.day.file} ${record.from}`,
      kind: "clock",
      title: texts.clockForgotten(),
      text: texts.clockRuns(record.text, since, Math.max(0, Math.max(at, now) - record.from)),
    }),
  ];
}

function checkNotices(source: NoticeSource, tongue: Tongue): Timed[] {
  const { settings, frame, check, isOff } = source;
  const at = settings.checkAtMin;
  if (at === null || isOff || check.isDone || check.answers.length === 0) return [];
  const texts = sayDay(tongue);
  const min = minAtWall(frame, at < frame.dayEndMin ? at + 1440 : at);
  return [
    timed(source, min, {
      key: `check ${frame.date}`,
      kind: "check",
      title: texts.checkDue(),
      text: texts.checkTakes(),
    }),
  ];
}
