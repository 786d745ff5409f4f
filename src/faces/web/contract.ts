// What goes over the wire between this app and `nunc open`: the actions with their inputs, the answers, the errors.
// Shapes of the page come from the actions room; nothing here knows how to fetch or draw.

import type {
  CheckJson,
  ClockJson,
  CommitmentsData,
  DayJson,
  DayMarkJson,
  DraftData,
  DriftData,
  ForecastData,
  GoalsData,
  ImportanceData,
  ItemData,
  PlanJson,
  RecallAnsweredJson,
  RecallData,
  RecordJson,
  ReviewData,
  Snapshot,
} from "../../actions/index.ts";
import type { ErrorCode } from "../../base/index.ts";
import type { Priority, Role, State } from "../../domain/index.ts";

export type {
  AnswerJson,
  BasisJson,
  BlockJson,
  BulletJson,
  CheckJson,
  ClockJson,
  CommitmentJson,
  CommitmentsData,
  CorrectionJson,
  DayFactsJson,
  DayJson,
  DayMarkJson,
  DisagreementJson,
  DraftData,
  DriftData,
  FinishJson,
  ForecastData,
  ForecastGoalJson,
  GoalJson,
  GoalsData,
  ImportanceData,
  ImportanceItemJson,
  ItemData,
  ItemLifeJson,
  ItemMentionJson,
  ItemRecordJson,
  ItemTimeJson,
  LivesData,
  Mined,
  NoticeJson,
  PageAtJson,
  PageSnapshot,
  PlanJson,
  ProblemJson,
  RecallCountJson,
  RecallData,
  RecallItemJson,
  RecallQuestionJson as RecallQuestion,
  RecordJson,
  ResultJson,
  ReviewData,
  ReviewItemJson,
  SectionJson,
  ServiceJson,
  Snapshot,
  SpanJson,
  StaleItemJson,
  StaleJson,
} from "../../actions/index.ts";
export type { Diagnostic } from "../../base/index.ts";
export type { PlanFigures, Priority, Reason, Role, Share, ShareBy, State } from "../../domain/index.ts";

export type Item = Snapshot["pages"][number]["items"][number];
export type LogEntry = Snapshot["pages"][number]["log"][number];
export type Section = Snapshot["pages"][number]["sections"][number];
export type InboxNote = Snapshot["inbox"]["notes"][number];

/** Names an item as the person saw it: the server finds it again, or says `conflict`. */
export interface ItemRef {
  file: string;
  line: number;
  hash: string;
  path: string;
}

/** Where an item goes. A group is named by its label's text; `before` and `after` win over the rest. */
export interface PlaceInput {
  priority?: Priority | null;
  /** The heading's words, or its line as text. */
  section?: string;
  group?: string;
  under?: ItemRef;
  before?: ItemRef;
  after?: ItemRef;
}

interface Items {
  items: ItemRef[];
}

/** Names a line of a day's note as the person saw it. */
export interface DayLine {
  date: string;
  line: number;
  hash: string;
}

/** Every action that the app asks for, with its input. Times are ISO strings with offset. */
export interface ActionInputs {
  add: PlaceInput & { title: string; note?: string; role?: "learning" | "reading"; file?: string };
  edit: { item: ItemRef; title?: string /** Null takes it away. */; note?: string | null };
  move: Items & PlaceInput;
  done: Items;
  doing: Items;
  drop: Items;
  reopen: Items;
  raise: Items;
  lower: Items;
  progress: { item: ItemRef; value: string };
  estimate: { item: ItemRef; value: string };
  due: { item: ItemRef; value: string };
  pin: { item: ItemRef; on: boolean };
  /** `0` to `3`; null takes it back. */
  hard: { item: ItemRef; value: string | null };
  note: { text: string };
  place: PlaceInput & { line: number; hash: string; role?: "learning" | "reading"; file?: string };
  discard: { line: number; hash: string };
  log: { text: string; entry?: number; from?: string; to?: string; file?: string };
  "log-edit": { entry?: number; line?: number; file: string; hash: string; text: string };
  archive: { before: string };
  undo: Record<string, never>;
  redo: Record<string, never>;
  role: { heading: string; role: Role };
  word: { word: string; priority?: Priority; state?: State };
  welcome: Record<string, never>;

  day: { date?: string };
  days: { from?: string; to?: string };
  plan: { date?: string; accept?: boolean; fresh?: boolean; token?: string };
  "block-add": { date: string; from: string; to?: string; for?: string; text: string; force?: boolean };
  "block-move": DayLine & { from: string; to?: string; day?: string; force?: boolean };
  "block-edit": DayLine & {
    text?: string;
    from?: string;
    to?: string;
    pin?: boolean;
    unpin?: boolean;
    force?: boolean;
  };
  "block-drop": DayLine & { remove?: boolean };
  interrupt: { text: string; for?: string; ago?: boolean };
  start: { text: string; at?: string } & ClockAnswer;
  switch: { text: string } & ClockAnswer;
  stop: { at?: string } & ClockAnswer;
  resume: Record<string, never>;
  "record-add": {
    date: string;
    from: string;
    to: string;
    text: string;
    interruption?: boolean;
    trim?: boolean;
  };
  "record-edit": DayLine & { text?: string; from?: string; to?: string; trim?: boolean };
  "record-drop": DayLine;
  conditions: { starter?: boolean };
  "condition-add": { kind: "healthy" | "abnormal"; name: string; detect?: string };
  check: { date?: string; answers?: { name: string; holds: boolean }[]; note?: string };
  correct: { condition: string; text: string; from?: string; judgeOn?: string };
  /** With `text` it is kept as the person edited it; `hash` is that of the file which was edited. */
  review: { range?: string; write?: boolean; text?: string; hash?: string };
  drift: { range?: string };
  /** `bullets`: in place of the drafted ones, one a line. */
  draft: { range?: string; bullets?: string; accept?: boolean };
  /** Shown, and kept in forecasts/ once a day. */
  forecast: { item?: ItemRef | string; goal?: string };
  item: { item?: ItemRef; path?: string };
  /** `text` adds a paragraph; `notes` takes the place of all, where the file still has the hash. */
  "item-note": { item: ItemRef; text?: string; notes?: string; hash?: string };
  recall: { item?: string };
  "recall-answer": RecallCardInput & {
    part: number;
    rating: "again" | "hard" | "good" | "easy";
    seconds?: number;
    text?: string;
  };
  "recall-add": { item: ItemRef; question: string; answer?: string; both?: boolean };
  "recall-edit": RecallCardInput & { question?: string; answer?: string; both?: "yes" | "no" };
  "recall-remove": RecallCardInput;
  goals: { from?: string; to?: string };
  importance: Record<string, never>;
  commitments: { from?: string; to?: string };
  /** A goal, a key result, a key problem is named by its words, or by its number as text. */
  "goal-add": { title: string; period?: string };
  "goal-edit": { goal: string; title?: string; period?: string | null };
  "goal-close": { goal: string; as: "reached" | "given-up" | "open"; on?: string };
  "result-add": { goal: string; text: string; points?: string };
  "result-progress": { result: string; goal?: string; value?: string; tick?: string; untick?: string };
  "problem-add": { text: string; goal?: string; trying?: string };
  "problem-try": { problem: string; text: string };
  "problem-solve": { problem: string; on?: string };
  serve: {
    item: ItemRef | string;
    goal: string;
    helps?: "0" | "1" | "2" | "3" | null;
    effort?: string | null;
    people?: string | null;
  };
  unserve: { item: string; goal?: string };
  /** Of the page at `path`. */
  lives: { path?: string };
  "lives-mine": { path?: string };
  "page-at": { date: string; path?: string };
  stale: Record<string, never>;
  "stale-leave": { item: ItemRef };
  "correction-judge": { condition: string; outcome: "keep" | "change" | "drop"; text?: string };
}

/** Names a card as the person saw it; `card` is its question as written. */
interface RecallCardInput {
  card: string;
  file: string;
  hash: string;
  line: number;
}

/** What a doubted clock is told. */
interface ClockAnswer {
  confirm?: boolean;
  drop?: boolean;
}

/** `data` of the answers of some actions. */
export interface ActionData {
  day: DayJson;
  days: { days: DayMarkJson[] };
  plan: PlanJson;
  interrupt: {
    record: RecordJson | null;
    spentBufferMin: number;
    moved: { text: string; from: string; to: string }[];
    dropped: { text: string; min: number }[];
  };
  start: { clock: ClockJson; pagePatch: { diff: string; file: string } | null };
  check: CheckJson;
  forecast: ForecastData;
  item: ItemData;
  review: ReviewData;
  drift: DriftData;
  draft: DraftData;
  recall: RecallData;
  "recall-answer": RecallAnsweredJson;
  goals: GoalsData;
  importance: ImportanceData;
  commitments: CommitmentsData;
}

export type ActionName = keyof ActionInputs;

/** What `POST /api/act` answers. */
export interface ActAnswer {
  data: unknown;
  diff: string;
  summary: string;
  state: Snapshot;
}

/** Why the server said no. `network` and `auth` are the browser's own. */
export interface Problem {
  code: ErrorCode | "network" | "auth";
  message: string;
  hint: string | null;
  data: unknown;
}

/** `data` of a conflict on `POST /api/save`. */
export interface ConflictTexts {
  mine: string;
  theirs: string;
  base: string;
}
