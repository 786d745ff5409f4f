// What `review` answers, on the command line and to the screens. Keys are added, never renamed or removed. Lengths are
// minutes, ratios 0 to 1, what is unknown is null.

import type { Diagnostic } from "../base/index.ts";
import type { Priority, PrivateKind, Review, Role } from "../domain/index.ts";
import type { ItemAddress } from "./action.ts";
import type { RangeJson } from "./drift-json.ts";
import type { CommitmentJson } from "./goals-json.ts";

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

/** Figures as the domain gives them; here, items, goals and the like also say where they stand. */
export interface ReviewData
  extends Omit<Review, "items" | "commitments" | "goals" | "problems" | "questions" | "findings"> {
  range: RangeJson;
  /** The stretch of the same kind before, for comparison. */
  beforeRange: RangeJson;
  today: string;
  items: Record<"started" | "finished" | "dropped" | "untouched", ReviewItemJson[]>;
  commitments: CommitmentJson[];
  goals: ReviewGoalJson[];
  problems: ReviewProblemJson[];
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
