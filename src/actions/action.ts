// What an action is: data. Its params are the one source from which the command line's options, help and completion, and
// the checking of what comes over HTTP, are derived; so the faces cannot drift apart. The list of them all is in table.ts.

import type { Bilingual, EpochMin, Instant, LocalDate, Tongue } from "../base/index.ts";
import type {
  Chart,
  EditRequest,
  FileEdit,
  HistoryPlace,
  Index,
  PageHistory,
  ReportTable,
  TextCache,
  World,
} from "../domain/index.ts";
import type { KnownItem } from "./item-find.ts";
import type { Reading } from "./reading.ts";

export type ParamKind =
  | "text"
  | "item"
  | "items"
  | "date"
  | "choice"
  | "number"
  | "flag"
  | "file"
  /** For programs: conditions by name, each with whether it held. */
  | "answers";

export interface Param {
  /** camelCase: a key of the input; on the command line `--kebab-case`. */
  name: string;
  kind: ParamKind;
  help: Bilingual;
  /** For `choice`: the words that the action knows. */
  choices?: readonly string[];
  /** Other words that people say, to the words of `choices`: `最高` to `highest`. */
  aliases?: Readonly<Record<string, string>>;
  required?: boolean;
  /** Required on the command line; programs may say it in another way. */
  requiredTyped?: true;
  /** On the command line: by its place, not by a name. */
  positional?: boolean;
  /** A positional text that takes all the words that are left, joined by blanks. */
  rest?: boolean;
  /** The letter of its short option. */
  short?: string;
  /** Null clears the value; on the command line the word `none`, `无` or `-` says so. */
  clearable?: boolean;
  /** A line or a number that was counted in a text as it was: never carried over to a changed one. */
  counted?: true;
  /** For `date`: a day without a year is the next such day, not this year's. */
  ahead?: true;
  /** Only for programs: not an option of the command line. */
  internal?: boolean;
}

/** How an item is named by a program: where it was when the file had that hash. */
export interface ItemAddress {
  file: string;
  line: number;
  /** Hash of the text in which `line` was counted. */
  hash: string;
  /** Title path, `outer › inner`: finds the item again where the file has changed since. */
  path: string;
}

/** A name as a person types it, or an address. */
export type ItemName = string | ItemAddress;

/** Checked input: absent params are undefined, cleared ones null. */
export interface Input {
  text(name: string): string | undefined;
  /** Null where it was cleared. */
  cleared(name: string): boolean;
  item(name: string): ItemName | undefined;
  items(name: string): ItemName[];
  date(name: string): LocalDate | undefined;
  number(name: string): number | undefined;
  flag(name: string): boolean | undefined;
  answers(name: string): { name: string; holds: boolean }[];
  has(name: string): boolean;
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface Example {
  /** Arguments behind `nunc`. */
  args: Bilingual;
  says: Bilingual;
}

/** What an action is given besides its input. */
export interface Context {
  world: World;
  tongue: Tongue;
  readonly now: Instant;
  /** The minute of now: what most need of it. */
  readonly minute: EpochMin;
  /** The day it is, in the zone of the home: where days end at 02:00 (`dayEnd`), until then still the day before. */
  readonly today: LocalDate;
  readonly zone: string;
  /** The texts of the home as they were when the action began; each is read once. */
  reading: Reading;
  outside: Outside;
  /** Nothing may be written, by nobody. */
  dryRun: boolean;
  /** Items that were found, by name: a second run on a changed page must mean the same ones. */
  known: Map<string, KnownItem>;
}

/** What some actions need from outside a home; main.ts provides it. */
export interface Outside {
  /** Makes a home; see `initHome` of the home room. */
  initHome?(options: {
    folder: string | null;
    page: string | null;
    tongue: Tongue;
    today: LocalDate;
    makeDefault: boolean;
  }): InitAnswer;
  /** What was looked at in the home, good or not, and how to mend it; with `fix`, what a machine can mend is mended. */
  doctor?(options: { fix: boolean; tongue: Tongue }): DoctorFinding[];
  /** Whether the person has seen what was understood of the page. */
  welcomed?(): boolean;
  welcome?(): void;
  /** What is remembered of the running clock, to see afterwards whether the machine slept; null where nothing is. */
  clockMark?(): ClockMark | null;
  markClock?(mark: ClockMark): void;
  /** A text that nunc wrote, by its hash, where it is still remembered; lets undo work across changes by others. */
  recall?(hash: string): string | null;
  /** A text of the person's own outside a home, by its path as typed; null where it cannot be read. Command line only. */
  readFile?(file: string): string | null;
  remember?(hash: string, text: string): void;
  /** The history of a page; null where it is in no repository. */
  pageHistory?(place: HistoryPlace): PageHistory | null;
  /** Names the newest commit of the repository that a page lies in, and the repository; null where it is in none. */
  pageHead?(path: string): string | null;
  /** What is kept between two runs and may be lost. */
  cache?: TextCache;
  /** What files of the home came to, kept by their state. */
  index?: Index;
  /** Shown where something takes long. */
  progress?(done: number, total: number): void;
}

/** How things stood when a clock was started, or seen running, by this machine. */
export interface ClockMark {
  /** The day's file and the record's start: which clock it is about. */
  clock: string;
  /** Which start of the machine it was. */
  boot: string;
  /** How long the machine had slept since then, in milliseconds. */
  sleptMs: number;
  /** When the clock was last seen running without a sleep since its start. */
  seenAt: EpochMin;
  /** When it fell asleep or was switched off since, once that was noticed. */
  asleepAt: EpochMin | null;
}

export interface InitAnswer {
  root: string;
  /** Absolute path of the page. */
  page: string;
  created: string[];
  kept: string[];
  isRepository: boolean;
  /** Whether `nunc` finds it from anywhere now. */
  isDefault: boolean;
  /** The home that is found where none is named, this one or another. */
  defaultHome: string | null;
}

export interface DoctorFinding {
  level: "error" | "warning" | "note" | "ok";
  code: string;
  ok: boolean;
  message: string;
  hint: string | null;
  file?: string;
  line?: number;
  fixed?: true;
}

/** What the page must say after the write, checked by reading it back. */
export interface Check {
  file: string;
  expected: EditRequest;
}

export interface Outcome {
  /** Plain JSON, documented in docs/commands.md. */
  data: unknown;
  /** One sentence in the person's language: what was done, or would be. */
  summary: string;
  /** What undo calls it, where the summary says more than what was written: how things stand then. */
  undoName?: string;
  /** What is to be written; none for an action that only looks. */
  edits?: FileEdit[];
  checks?: Check[];
  /** The action cuts much on purpose: a page may lose most of its text. */
  allowShrink?: true;
  undoes?: string;
  redoes?: string;
  /** The answer is what was asked for, and what is written (forecasts that were given) is no change of the person's: undo passes over it, and where it cannot be written the answer stands. */
  isAside?: true;
  /** What a printer needs and JSON does not carry. */
  detail?: unknown;
  /** The figures as tables and pictures, made where they are asked for. Those that the action's `reports` name. */
  report?: () => Report;
}

/** A report as figures and pictures. */
export interface Report {
  tables: ReportTable[];
  charts: Chart[];
}

export type ActionGroup = "look" | "day" | "goals" | "list" | "log" | "history" | "home" | "machine";

export interface Action {
  name: string;
  group: ActionGroup;
  summary: Bilingual;
  params: readonly Param[];
  writes: boolean;
  /** Runs without a home. */
  homeless?: boolean;
  /** Runs without a home where this param is given. */
  homelessWith?: string;
  /** Not a command of the command line. */
  internal?: boolean;
  /** Names of the tables and charts that it can answer with: `--csv NAME`, `--svg NAME`. */
  reports?: { tables: readonly string[]; charts: readonly string[] };
  examples: readonly Example[];
  /** Two or three sentences more for `nunc help COMMAND`. */
  more?: Bilingual;
  run(context: Context, input: Input): Outcome;
}
