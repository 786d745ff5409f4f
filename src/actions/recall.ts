// recall, recall-answer: what is to be asked today and on the next days, and what was answered. Answers are lines below their
// card in the item's private file; when a card is due is computed from them.

import { AppError } from "../base/index.ts";
import { RATING_ALIASES, RATINGS, type Rating, recallPatches, SCHEDULER } from "../domain/index.ts";
import { applyPatches } from "../page/index.ts";
import type { Action, Context } from "./action.ts";
import { findItem } from "./item-find.ts";
import { timeFor } from "./recall-count.ts";
import {
  chanceOf,
  type Deck,
  type DeckFile,
  deckFileOf,
  deckOf,
  deckPace,
  readDeckFile,
  todaysSession,
  toQuestionJson,
} from "./recall-deck.ts";
import { cardParams, findCard, shortWords } from "./recall-find.ts";
import type { RecallAnsweredJson, RecallData, RecallItemJson } from "./recall-json.ts";
import { sayRecall } from "./recall-messages.ts";

const MOST_QUEUED = 100;
/** Who took longer was away. */
const LONGEST_SECONDS = 600;

export const recall: Action = {
  name: "recall",
  group: "day",
  writes: false,
  summary: { en: "Ask what is due to be recalled", zh: "复习今天到期的" },
  params: [
    {
      name: "item",
      kind: "text",
      short: "i",
      help: { en: "only this item; with all its questions", zh: "只看这个条目，列出它所有的问题" },
    },
    { name: "list", kind: "flag", short: "l", help: { en: "show, ask nothing", zh: "只看，不问" } },
  ],
  examples: [
    {
      args: { en: "recall", zh: "recall" },
      says: {
        en: "asks one by one: Enter shows the answer, 1 to 4 say how well it was known",
        zh: "逐个提问：回车看答案，1 到 4 表示记得多牢",
      },
    },
    {
      args: { en: "recall --list --item Kubernetes", zh: "recall --list --item Kubernetes" },
      says: { en: "what is known of one item, and when it comes again", zh: "一个条目记得多少，何时再问" },
    },
  ],
  more: {
    en: "Cards stand below the heading Recall in the private file of an item (items/), as Question::Answer; answers are kept below them as text. When a card comes again is computed from those by FSRS. docs/recall.md has the format and the method.",
    zh: "卡片写在条目私人文件（items/）的“复习”标题下，如 问题::答案；回答以文字记在卡片下面，何时再问由 FSRS 据此算出。格式与方法见 docs/recall.md。",
  },
  run: (context, input) => {
    const deck = deckOf(context);
    const name = input.text("item");
    const path = name === undefined ? null : itemPath(context, deck, name);
    const data = recallData(context, deck, path);
    const texts = sayRecall(context.tongue);
    const summary =
      data.item !== null
        ? texts.ofItem(data.item, data.questions?.length ?? 0, data.due)
        : deck.questions.length === 0
          ? texts.noCards()
          : data.due + data.fresh === 0
            ? texts.nothingDue()
            : texts.toAsk(data.due, data.fresh, data.min, data.cases);
    return { data, summary };
  },
};

/** An item of the page, or one that only its file still names. */
function itemPath(context: Context, deck: Deck, name: string): string {
  const known = deckFileOf(deck, name)?.path;
  if (known != null) return known;
  // Items with the same path share their private file.
  const isThere = context.reading.items().some(({ item }) => item.path === name);
  return isThere ? name : findItem(context, name).item.path;
}

function recallData(context: Context, deck: Deck, path: string | null): RecallData {
  const file = path === null ? null : deckFileOf(deck, path);
  const session =
    path !== null && file === null
      ? todaysSession(context, { ...deck, questions: [] })
      : todaysSession(context, deck, file ?? undefined);
  const pace = deckPace(deck);
  const { retention, newPerDay } = context.world.config.recall;
  return {
    today: context.today,
    scheduler: SCHEDULER,
    retention,
    newPerDay,
    due: session.due,
    fresh: session.fresh,
    ...timeFor(session.queue.length, pace),
    waiting: session.waiting,
    answeredToday: session.answeredToday,
    pace,
    ahead: session.ahead,
    queue: session.queue.slice(0, MOST_QUEUED).map((one) => toQuestionJson(context, one)),
    items: deck.files.filter(({ questions }) => questions.length > 0).map((one) => toItem(context, one)),
    item: path,
    questions: path === null ? null : (file?.questions ?? []).map((one) => toQuestionJson(context, one)),
    diagnostics: path === null ? deck.diagnostics : deck.diagnostics.filter((one) => one.file === file?.file),
  };
}

function toItem(context: Context, one: DeckFile): RecallItemJson {
  const { today, world } = context;
  const memories = one.questions.map(({ memory }) => memory).filter((memory) => memory !== null);
  const chances = memories.map((memory) => chanceOf(memory, today, world.config.recall.retention));
  return {
    path: one.path,
    title: one.title,
    file: one.file,
    cards: one.notes.cards.length,
    questions: one.questions.length,
    due: memories.filter(({ dueOn }) => dueOn <= today).length,
    waiting: one.questions.length - memories.length,
    rests: one.rests,
    chance:
      chances.length === 0
        ? null
        : Number((chances.reduce((sum, chance) => sum + chance, 0) / chances.length).toFixed(4)),
  };
}

export const recallAnswer: Action = {
  name: "recall-answer",
  group: "day",
  writes: true,
  summary: { en: "Note how well a card was known", zh: "记下一张卡片记得多牢" },
  params: [
    ...cardParams.slice(0, 1),
    {
      name: "rating",
      kind: "choice",
      choices: RATINGS,
      aliases: RATING_ALIASES,
      required: true,
      positional: true,
      help: {
        en: "again (not known), hard, good, easy; or 1 to 4",
        zh: "重来（不记得）、困难、良好、简单；或 1 到 4",
      },
    },
    {
      name: "text",
      kind: "text",
      positional: true,
      rest: true,
      help: { en: "what you answered, kept as text", zh: "你的回答，以文字保留" },
    },
    ...cardParams.slice(1),
    {
      name: "part",
      kind: "number",
      help: {
        en: "which of the card's questions; else the one that is due",
        zh: "卡片的第几问；默认到期的那一问",
      },
    },
    { name: "seconds", kind: "number", help: { en: "how long it took", zh: "用了几秒" } },
  ],
  examples: [
    {
      args: { en: 'recall-answer "keeps etcd" good', zh: "recall-answer etcd 良好" },
      says: { en: "a line with today's date below the card", zh: "在卡片下面记一行，带今天的日期" },
    },
  ],
  run: (context, input) => {
    const found = findCard(context, input);
    const { card } = found;
    const rating = input.text("rating") as Rating;
    const part = input.number("part") ?? duePart(context, found.in, card.line);
    const texts = sayRecall(context.tongue);
    if (part < 1 || part > card.parts) throw new AppError("usage", texts.noPart(part, card.parts));
    const seconds = input.number("seconds") ?? null;
    const patches = recallPatches(
      found.in.notes,
      {
        kind: "answer",
        line: card.line,
        part,
        rating,
        on: context.today,
        seconds: seconds === null || seconds < 0 || seconds > LONGEST_SECONDS ? null : seconds,
        text: input.text("text") ?? null,
      },
      context.world.config.language ?? context.tongue,
    );
    if (patches === null) throw notWritable(context, found.in.file);
    const { retention } = context.world.config.recall;
    const text = applyPatches(found.in.notes.text, patches);
    const after = readDeckFile(found.in.file, { text, hash: "" }, retention, context.tongue);
    const isAsked = (one: DeckFile["questions"][number]): boolean =>
      one.card.line === card.line && one.part === part;
    const question = after.questions.find(isAsked)!;
    const others = found.deck.files.map((one) => (one === found.in ? { ...after, rests: one.rests } : one));
    const session = todaysSession(context, {
      ...found.deck,
      questions: others.flatMap((one) => one.questions.map((asked) => ({ ...asked, in: one }))),
    });
    const data: RecallAnsweredJson = {
      rating,
      question: toQuestionJson(context, question),
      left: session.queue.length,
    };
    const { intervalDays, dueOn } = question.memory!;
    const words = shortWords(card.kind === "cloze" ? question.question : card.question);
    return {
      data,
      summary: texts.answered(words, rating, intervalDays, dueOn),
      edits: [{ file: found.in.file, hash: found.in.hash, patches }],
    };
  },
};

/** The part that is due, else the first that is new, else the first. */
function duePart(context: Context, file: DeckFile, line: number): number {
  const all = file.questions.filter(({ card }) => card.line === line);
  const due = all.find(({ memory }) => memory !== null && memory.dueOn <= context.today);
  return (due ?? all.find(({ memory }) => memory === null) ?? all[0])?.part ?? 1;
}

export function notWritable(context: Context, file: string): AppError {
  const texts = sayRecall(context.tongue);
  return new AppError("invalid", texts.notWritable(file), { hint: texts.byHand(), at: { file } });
}
