// All cards of the home, with what is known of each question. A file without cards costs one look at its text, and a file
// that has not changed is not read a second time.

import { AppError, type Diagnostic, fold, type LocalDate, type Tongue } from "../base/index.ts";
import {
  type Asked,
  ITEMS_FOLDER,
  nextIntervals,
  type Pace,
  paceOf,
  questionsOf,
  type RecallAnswer,
  type RecallCard,
  type RecallNotes,
  readFacts,
  readMemory,
  readRecall,
  recallChance,
  type Session,
  type Store,
  type StoredText,
  sessionOf,
} from "../domain/index.ts";
import type { Context } from "./action.ts";
import { lastPart } from "./reading.ts";
import type { RecallQuestionJson } from "./recall-json.ts";

export interface DeckFile {
  file: string;
  hash: string;
  /** Title path of the item; null where the file names none. */
  path: string | null;
  title: string;
  notes: RecallNotes;
  questions: DeckQuestion[];
  /** Whether its item was dropped. */
  rests: boolean;
}

export interface DeckQuestion extends Asked {
  in: DeckFile;
  card: RecallCard;
  part: number;
  question: string;
  answer: string;
  answers: RecallAnswer[];
}

export interface Deck {
  files: DeckFile[];
  /** Of all files. */
  questions: DeckQuestion[];
  diagnostics: (Diagnostic & { file: string })[];
}

/** Without one of these words there is no heading of cards. */
const HINT = /recall|cards|复习|卡片|闪卡/i;

const known = new WeakMap<Store, Map<string, DeckFile & { settings: string }>>();

/** Files that may hold cards. @throws what reading a file of `items/` throws */
export function cardFiles(context: Context): StoredText[] {
  const found: StoredText[] = [];
  for (const name of context.world.store.list(ITEMS_FOLDER)) {
    if (!name.endsWith(".md")) continue;
    const file = `${ITEMS_FOLDER}/${lastPart(name)}`;
    const stored = context.reading.text(file);
    if (stored !== null && HINT.test(stored.text)) found.push({ ...stored, file });
  }
  return found;
}

/** @throws what reading a file of `items/` throws */
export function deckOf(context: Context): Deck {
  const { store, config } = context.world;
  const settings = `${context.tongue} ${config.recall.retention}`;
  const before = known.get(store);
  const kept: typeof before = new Map();
  for (const stored of cardFiles(context)) {
    const { file } = stored;
    const last = before?.get(file);
    const isSame = last !== undefined && last.hash === stored.hash && last.settings === settings;
    const read = isSame ? last : readDeckFile(file, stored, config.recall.retention, context.tongue);
    kept.set(file, Object.assign(read, { settings }));
  }
  known.set(store, kept);
  const files = [...kept.values()].filter(({ notes }) => notes.cards.length + notes.diagnostics.length > 0);
  const dropped = files.length === 0 ? new Set<string>() : droppedPaths(context);
  for (const one of files) one.rests = one.path !== null && dropped.has(one.path);
  return {
    files,
    questions: files.flatMap(({ questions }) => questions),
    diagnostics: files.flatMap(({ file, notes }) => notes.diagnostics.map((one) => ({ ...one, file }))),
  };
}

export function readDeckFile(
  file: string,
  { text, hash }: { text: string; hash: string },
  retention: number,
  tongue: Tongue,
): DeckFile {
  const path = readFacts(file, text)?.title ?? null;
  const notes = readRecall(text, tongue);
  const title = path === null ? lastPart(file).replace(/\.md$/, "") : path;
  const made: DeckFile = { file, hash, path, title, notes, questions: [], rests: false };
  made.questions = notes.cards.flatMap((card) =>
    questionsOf(card).map(({ part, question, answer }) => {
      const answers = card.answers.filter((one) => one.part === part);
      const memory = readMemory(answers, card.schedules[part - 1] ?? null, retention);
      return { in: made, card, part, question, answer, answers, memory };
    }),
  );
  return made;
}

/** Paths that only dropped items have. */
export function droppedPaths(context: Context): Set<string> {
  const dropped = new Set<string>();
  const alive = new Set<string>();
  for (const file of context.world.config.pages) {
    for (const { path, state } of itemsOf(context, file)) (state === "dropped" ? dropped : alive).add(path);
  }
  for (const path of alive) dropped.delete(path);
  return dropped;
}

/** A page that cannot be read drops nothing; that it cannot be read is said elsewhere. */
function itemsOf(context: Context, file: string) {
  try {
    return context.reading.page(file)?.view.items ?? [];
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

/** What is to be asked today, of the whole home or of some files. */
export function todaysSession(context: Context, deck: Deck, only?: DeckFile): Session<DeckQuestion> {
  const asked = deck.questions.filter((one) => !one.in.rests && (only === undefined || one.in === only));
  return sessionOf(asked, context.today, context.world.config.recall);
}

export function deckPace(deck: Deck): Pace {
  return paceOf(deck.questions.flatMap(({ answers }) => answers));
}

export function toQuestionJson(context: Context, one: DeckQuestion): RecallQuestionJson {
  const { card, memory } = one;
  const { retention } = context.world.config.recall;
  const { today } = context;
  const isDue = memory !== null && memory.dueOn <= today;
  return {
    file: one.in.file,
    hash: one.in.hash,
    line: card.line,
    part: one.part,
    parts: card.parts,
    kind: card.kind,
    card: { question: card.question, answer: card.answer },
    path: one.in.path,
    title: one.in.title,
    question: one.question,
    answer: one.answer,
    state: memory === null ? "new" : isDue ? "due" : "later",
    rests: one.in.rests,
    dueOn: memory?.dueOn ?? null,
    lastOn: memory?.lastOn ?? null,
    intervalDays: memory?.intervalDays ?? null,
    stability: memory === null ? null : round(memory.stability, 2),
    difficulty: memory === null ? null : round(memory.difficulty, 2),
    chance: memory === null ? null : chanceOf(memory, today, retention),
    reviews: memory?.reviews ?? 0,
    lapses: memory?.lapses ?? 0,
    next: nextIntervals(memory, today, retention),
    answers: one.answers,
  };
}

export function chanceOf(memory: NonNullable<Asked["memory"]>, today: LocalDate, retention: number): number {
  return round(recallChance(memory, today, retention), 4);
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** The file of an item by its path; width, case and blanks do not matter. */
export function deckFileOf(deck: Deck, path: string): DeckFile | null {
  return deck.files.find((one) => one.path !== null && fold(one.path) === fold(path)) ?? null;
}
