// Recall as plain JSON: what `recall` answers, on the command line and over HTTP. Documented, stable.

import type { Diagnostic, LocalDate } from "../base/index.ts";
import type { CardKind, Pace, Rating, RecallAnswer } from "../domain/index.ts";

/** One question; a card that asks both ways, or has several gaps, gives several. */
export interface RecallQuestionJson {
  file: string;
  /** Of the text in which `line` was counted; hand both back with an answer. */
  hash: string;
  /** Line of its card. */
  line: number;
  /** Which question of the card, from 1, and how many there are. */
  part: number;
  parts: number;
  kind: CardKind;
  /** The card's own words: question and answer as written; `answer` is empty for a text with gaps. */
  card: { question: string; answer: string };
  /** Title path of the item; null where the file names none. */
  path: string | null;
  title: string;
  /** Markdown, as it is asked. */
  question: string;
  answer: string;
  state: "new" | "due" | "later";
  /** Whether its item was dropped: then it is not asked. */
  rests: boolean;
  dueOn: string | null;
  lastOn: string | null;
  /** Days between the last answer and the day on which it is due. */
  intervalDays: number | null;
  /** Days after which it is known with a chance of 90 %, and how hard it is, 1 to 10. */
  stability: number | null;
  difficulty: number | null;
  /** Chance of knowing it today, 0 to 1. */
  chance: number | null;
  reviews: number;
  lapses: number;
  /** In how many days it would come again after each rating; 0: today. */
  next: Record<Rating, number>;
  answers: RecallAnswer[];
}

/** What a screen says beside the plan. */
export interface RecallCountJson {
  /** Asked before and due. */
  due: number;
  /** New ones that the day still takes. */
  fresh: number;
  /** How long both take, in whole minutes, and the number of timed answers that it rests on; 0: assumed. */
  min: number;
  cases: number;
}

export interface RecallItemJson {
  path: string | null;
  title: string;
  file: string;
  cards: number;
  questions: number;
  due: number;
  /** Never asked yet. */
  waiting: number;
  rests: boolean;
  /** Mean chance of knowing today what was asked before; null where nothing was. */
  chance: number | null;
}

/** What `nunc recall --json` prints. */
export interface RecallData extends RecallCountJson {
  today: LocalDate;
  /** Which algorithm, as its library names itself; its weights are the library's own. */
  scheduler: string;
  /** The share that should be known when asked. */
  retention: number;
  newPerDay: number;
  /** New ones in all. */
  waiting: number;
  answeredToday: number;
  pace: Pace;
  /** What comes back on the next days; new ones are not counted. */
  ahead: { date: LocalDate; count: number }[];
  /** What is to be asked now, in order; the first hundred. */
  queue: RecallQuestionJson[];
  items: RecallItemJson[];
  /** With `--item`: its title path, and all its questions as they stand. */
  item: string | null;
  questions: RecallQuestionJson[] | null;
  diagnostics: (Diagnostic & { file: string })[];
}

/** What `recall-answer` answers. */
export interface RecallAnsweredJson {
  rating: Rating;
  /** The question as it stands now. */
  question: RecallQuestionJson;
  /** What is left to be asked today, this one included where it was missed. */
  left: number;
}
