// A day as faces are given it: plain JSON, documented, stable. `nunc day --json` prints it and the snapshot holds today's.
// Times are ISO with the offset of the note's zone, to the minute: `2021-09-02T09:30+08:00`.

import type { Diagnostic } from "../base/index.ts";
import type { BlockState, ConditionKind, DayFacts, Priority } from "../domain/index.ts";

export interface SpanJson {
  from: string;
  to: string;
  /** Length: real minutes, also where the clocks change between. */
  min: number;
}

export type BlockJsonKind = "item" | "commitment" | "buffer" | "interruption" | "other";

export interface BlockJson extends SpanJson {
  /** 1-based line in the day's note; hand it back with the note's hash. */
  line: number;
  state: BlockState;
  kind: BlockJsonKind;
  /** What it is for, as written. */
  text: string;
  /** Title path of the item or the commitment's title; null for a buffer and what resolves to neither. */
  reference: string | null;
  priority: Priority | null;
  pinned: boolean;
  /** Whether a new plan may move it. */
  fixed: boolean;
  reason: string | null;
  /** Recorded minutes that count for it. */
  keptMin: number;
}

export interface RecordJson {
  line: number;
  from: string;
  /** Null while it runs. */
  to: string | null;
  /** Up to now where it runs. */
  min: number;
  kind: "work" | "interruption";
  text: string;
  reference: string | null;
  priority: Priority | null;
}

/** Why a running clock is not believed until the person says what happened. */
export type ClockDoubt = "past-block" | "past-day" | "slept" | "long";

export interface ClockJson extends RecordJson {
  /** The day in whose note it stands. */
  date: string;
  file: string;
  hash: string;
  /** Null where it counts as it is. */
  doubt: ClockDoubt | null;
  /** When it may really have ended: the block's end, the day's end, when the machine went to sleep. Null without a doubt. */
  likelyEnd: string | null;
  /** End of the planned block that it runs in, or null. */
  blockEnd: string | null;
}

export interface AnswerJson {
  kind: ConditionKind;
  name: string;
  /** Null where it has not been answered. */
  holds: boolean | null;
  /** What was seen in the days, in words; null where it has no detector. */
  evidence: string | null;
  /** What the detector says; null where it has none or cannot tell. */
  detected: boolean | null;
  /** It is too early for its detector: it needs no asking, and answers itself later. */
  later: boolean;
  line: number | null;
}

export interface CheckJson {
  /** Whether every condition is answered. */
  isDone: boolean;
  /** Whether it is time for it (after `checkAt`) and it was not gone through yet; what was skipped does not make it due again. */
  isDue: boolean;
  answers: AnswerJson[];
  remarks: string[];
  /** How today compares with the working days of the last four weeks: healthy ones that held, abnormal ones that did. */
  compare: {
    healthy: number;
    healthyBefore: number | null;
    abnormal: number;
    abnormalBefore: number | null;
    days: number;
  } | null;
  /** Abnormal conditions that keep returning and have no correction under way. */
  returning: { name: string; days: number; of: number }[];
  /** Corrections whose day of judgement has come. */
  judge: CorrectionJson[];
}

export interface CorrectionJson {
  condition: string;
  text: string;
  from: string;
  judgeOn: string;
  outcome: "keep" | "change" | "drop" | null;
  /** Days on which the condition held, of the days that were checked. */
  before: { held: number; days: number };
  since: { held: number; days: number };
  /** Chance that it is less frequent since, 0 to 1; null with too few days. */
  better: number | null;
  /** The same in words, with the method named. */
  says: string;
  line: number;
}

export type DayFactsJson = Pick<
  DayFacts,
  | "plannedMin"
  | "keptMin"
  | "blocks"
  | "keptBlocks"
  | "recordedMin"
  | "interruptedMin"
  | "interruptions"
  | "bufferMin"
  | "bufferSpentMin"
  | "byPriority"
>;

/** What will be told at a time, once: by the browser, else by the desktop. */
export interface NoticeJson {
  /** The same for the same event, so that it is told once. */
  key: string;
  kind: "block" | "clock" | "check";
  at: string;
  title: string;
  text: string;
}

export interface DayJson {
  date: string;
  file: string;
  /** Null where there is no note yet. */
  hash: string | null;
  zone: string;
  /** Where the person is: times of today are said there, those of other days in their own zone. Always given. */
  here?: string;
  /** The day's bounds: 23 to 25 hours apart. */
  from: string;
  to: string;
  now: string;
  isToday: boolean;
  isOff: boolean;
  /** Name of the working hours' stretches, and of the best hours. */
  hours: SpanJson[];
  best: SpanJson[];
  busy: (SpanJson & { text: string })[];
  blocks: BlockJson[];
  records: RecordJson[];
  check: CheckJson;
  facts: DayFactsJson;
  notices: NoticeJson[];
  diagnostics: Diagnostic[];
}

/** One day in the calendar of days. */
export interface DayMarkJson {
  date: string;
  isOff: boolean;
  hasNote: boolean;
  /** Whether there is a note that cannot be read; it counts as none. */
  unreadable: boolean;
  facts: DayFactsJson;
  /** Whether the self-check was answered, and how many abnormal conditions held. */
  checked: boolean;
  abnormal: number;
  healthy: number;
}

/** What `plan` proposes or wrote. */
export interface PlanJson {
  date: string;
  accepted: boolean;
  blocks: (SpanJson & {
    kind: BlockJsonKind;
    text: string;
    priority: Priority | null;
    pinned: boolean;
    /** What decided that it is there. */
    reason: string | null;
    /** All reasons, of a block that is new or moves. */
    reasons?: readonly string[];
    /** Against what stood before. */
    change: "new" | "kept" | "moved" | "past";
  })[];
  /** What found no place, with the reason in words. */
  unplaced: { text: string; min: number; reason: string }[];
  bufferMin: number;
  bufferShortMin: number;
  freeMin: number;
  /** Names this proposal: handed back with `accept`, exactly what was shown is written, or `conflict` answered. */
  token: string;
}
