// What `review` answers, on the command line and to the screens. Keys are added, never renamed or removed. Lengths are
// minutes, ratios 0 to 1, what is unknown is null.

import type { Diagnostic } from "../base/index.ts";
import type { ConditionKind, Priority, PrivateKind, Role, Share, ShareBy } from "../domain/index.ts";
import type { ItemAddress } from "./action.ts";
import type { RangeJson } from "./drift-json.ts";
import type { CommitmentJson } from "./goals-json.ts";

/** Plan and record of some days. */
export interface PlanFiguresJson {
  /** Working days with a plan, and working days. */
  plannedDays: number;
  workingDays: number;
  plannedMin: number;
  keptMin: number;
  /** keptMin / plannedMin; null where nothing was planned, or nothing at all recorded. */
  keptRatio: number | null;
  blocks: number;
  keptBlocks: number;
  /** Blocks that were moved away (`[>]`), and that fell out (`[-]`). */
  movedBlocks: number;
  droppedBlocks: number;
  recordedMin: number;
  interruptions: number;
  interruptedMin: number;
  bufferMin: number;
  bufferSpentMin: number;
}

/** What was planned and not done: fell out, was moved, or stood and was not kept. */
export interface SlippedJson {
  /** Title path, or the text of a block that is no item. */
  text: string;
  path: string | null;
  priority: Priority | null;
  times: number;
  plannedMin: number;
  keptMin: number;
}

export interface ReviewWeekJson extends PlanFiguresJson {
  from: string;
  to: string;
  byPriority: Record<Priority | "none" | "other", number>;
}

export interface ReviewDayJson {
  date: string;
  isOff: boolean;
  hasNote: boolean;
  plannedMin: number;
  keptMin: number;
  recordedMin: number;
}

export interface TallyJson {
  /** Days on which it held, of those checked. */
  held: number;
  days: number;
}

export interface ReviewConditionJson extends TallyJson {
  name: string;
  kind: ConditionKind;
  /** The same over as many days before the range. */
  before: TallyJson;
}

export interface ReviewCorrectionJson {
  condition: string;
  kind: ConditionKind;
  text: string;
  from: string;
  judgeOn: string;
  outcome: string | null;
  before: TallyJson;
  since: TallyJson;
  /** That the condition has become rarer (healthy: more frequent) since; null with too few days. */
  chance: number | null;
  verdict: "works" | "useless" | "unclear" | "too-few";
  says: string;
  /** Week by week, from four weeks before it. */
  weeks: ({ from: string } & TallyJson)[];
}

export interface ReviewItemJson {
  path: string;
  title: string;
  address: ItemAddress | null;
  role: Role;
  priority: Priority | null;
  /** When it happened; for `untouched` when it was last touched. */
  on: string | null;
  /** What says so. */
  from: "history" | "journal" | "page" | "records" | "log";
}

export interface ReviewGoalJson {
  title: string;
  line: number;
  ratio: number | null;
  minutes: number;
  overdue: boolean;
}

export interface ReviewProblemJson {
  text: string;
  goal: string | null;
  solvedOn: string | null;
  trials: string[];
}

export interface ReviewEstimateJson {
  path: string;
  title: string;
  estimateMin: number;
  actualMin: number;
  /** actual / estimate */
  ratio: number;
  doneOn: string;
}

export interface ReviewData {
  range: RangeJson;
  /** The stretch of the same kind before, for comparison. */
  beforeRange: RangeJson;
  today: string;
  plan: PlanFiguresJson;
  before: PlanFiguresJson;
  slipped: SlippedJson[];
  /** Recorded work of the range. */
  hours: Record<ShareBy, Share[]>;
  weeks: ReviewWeekJson[];
  days: ReviewDayJson[];
  /** For charts: the weeks (at most 53, from a Monday) and days of the year up to the end of the range. */
  weeksYear: ReviewWeekJson[];
  daysYear: ReviewDayJson[];
  conditions: ReviewConditionJson[];
  corrections: ReviewCorrectionJson[];
  items: Record<"started" | "finished" | "dropped" | "untouched", ReviewItemJson[]>;
  /** Whether anything is known of what became of items: a note, a log entry, the page's past. */
  itemsKnown: boolean;
  commitments: CommitmentJson[];
  goals: ReviewGoalJson[];
  problems: ReviewProblemJson[];
  /** Finished in the range (for charts: in the year up to its end) with an estimate and records. */
  estimates: ReviewEstimateJson[];
  estimatesYear: ReviewEstimateJson[];
  questions: string[];
  /** The fact that called for each question. */
  because: string[];
  /** A few sentences: what a person should know first, each from figures above. */
  findings: string[];
  /** The file in reviews/; hash null where it is not written yet. */
  file: string;
  hash: string | null;
  /** As it would be written now: what the person changed stays, all else is as the figures are. Without front matter. */
  markdown: string;
  /** Whether writing it would change the file. */
  isStale: boolean;
  /** Parts that the person edited, by the names of their placeholders: these stay as they are. */
  edited: string[];
  /** Placeholders of `reviews/template.md` that there are none of. */
  diagnostics: Diagnostic[];
}

/** What `draft` answers: the log entry that could be written to the page. */
export interface DraftData {
  range: RangeJson;
  /** The page it goes to. */
  file: string;
  hash: string;
  /** The entry's date as the page writes dates, and its bullets: Markdown that would become public, nothing else. */
  date: string;
  bullets: {
    text: string;
    /** Nesting, from 0. */
    depth: number;
    /** What it rests on, private: shown beside, never written. Empty for what the person wrote. */
    because: string;
  }[];
  /** The whole entry as it would stand on the page. */
  markdown: string;
  diff: string;
  /** The entry of this range that is there already; null where there is none. */
  existing: { line: number; markdown: string } | null;
  /** Private facts that could be taken in by hand. */
  privateFacts: { kind: PrivateKind; text: string }[];
  /** Kinds of private facts that were taken in by hand. */
  taken: PrivateKind[];
  /** Why there is nothing to draft; null where there is something. */
  nothing: string | null;
  accepted: boolean;
}
