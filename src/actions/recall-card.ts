// recall-add, recall-edit, recall-remove: cards in the private file of an item.

import { AppError, fold } from "../base/index.ts";
import { type CardWords, plainWords, readRecall, recallPatches } from "../domain/index.ts";
import { applyPatches } from "../page/index.ts";
import type { Action, Context, Outcome } from "./action.ts";
import { itemFileWith } from "./item-file.ts";
import { findItem } from "./item-find.ts";
import { notWritable } from "./recall.ts";
import { cardParams, type FoundCard, findCard, shortWords } from "./recall-find.ts";
import { sayRecall } from "./recall-messages.ts";
import { itemParam } from "./words.ts";

export const recallAdd: Action = {
  name: "recall-add",
  group: "list",
  writes: true,
  summary: { en: "Write a card for an item", zh: "给一个条目写卡片" },
  params: [
    { ...itemParam, rest: false },
    {
      name: "question",
      kind: "text",
      required: true,
      positional: true,
      help: { en: "the question; or a text with ==gaps==", zh: "问题；或带 ==空== 的一句话" },
    },
    {
      name: "answer",
      kind: "text",
      positional: true,
      rest: true,
      help: { en: "the answer; Markdown", zh: "答案；Markdown" },
    },
    { name: "both", kind: "flag", short: "b", help: { en: "ask both ways", zh: "两个方向都问" } },
  ],
  examples: [
    {
      args: {
        en: 'recall-add Kubernetes "What keeps etcd consistent?" Raft',
        zh: "recall-add Kubernetes etcd靠什么保持一致？ Raft",
      },
      says: { en: "goes to the item's private file, below Recall", zh: "写进条目的私人文件，“复习”下面" },
    },
    {
      args: {
        en: 'recall-add Kubernetes "etcd listens on port ==2379=="',
        zh: "recall-add Kubernetes etcd的端口是==2379==",
      },
      says: { en: "a gap is asked for", zh: "问空里的内容" },
    },
  ],
  run: (context, input) => {
    const { item } = findItem(context, input.item("item")!);
    const words = wordsOf(context, {
      question: input.text("question")!,
      answer: input.text("answer") ?? null,
      isReversed: input.flag("both") ?? false,
    });
    let line = 0;
    const edit = itemFileWith(context, item, (text) => {
      const notes = readRecall(text, context.tongue);
      if (notes.cards.some(({ question }) => fold(question) === fold(words.question)))
        throw new AppError("usage", sayRecall(context.tongue).thereAlready(shortWords(words.question)));
      const patches = recallPatches(notes, { kind: "add", words }, homeTongue(context));
      if (patches === null) throw notWritable(context, item.title);
      line = readRecall(applyPatches(text, patches), context.tongue).cards.at(-1)!.line;
      return patches;
    })!;
    return {
      data: { file: edit.file, path: item.path, line, ...words },
      summary: sayRecall(context.tongue).added(shortWords(words.question), item.title),
      edits: [edit],
    };
  },
};

export const recallEdit: Action = {
  name: "recall-edit",
  group: "list",
  writes: true,
  summary: { en: "Change the words of a card", zh: "修改卡片的文字" },
  params: [
    ...cardParams,
    { name: "question", kind: "text", short: "q", help: { en: "the new question", zh: "新的问题" } },
    { name: "answer", kind: "text", short: "a", help: { en: "the new answer", zh: "新的答案" } },
    {
      name: "both",
      kind: "choice",
      choices: ["yes", "no"],
      aliases: { 是: "yes", 否: "no" },
      help: { en: "whether it is asked both ways", zh: "是否两个方向都问" },
    },
  ],
  examples: [
    {
      args: {
        en: 'recall-edit "keeps etcd" --answer "Raft, with an odd number of members"',
        zh: "recall-edit etcd --answer Raft，成员为奇数",
      },
      says: { en: "what was answered so far stays", zh: "已有的回答保留" },
    },
  ],
  run: (context, input) => {
    const found = findCard(context, input);
    const { card } = found;
    const texts = sayRecall(context.tongue);
    const [question, answer, both] = [input.text("question"), input.text("answer"), input.text("both")];
    if (question === undefined && answer === undefined && both === undefined)
      throw new AppError("usage", texts.nothingSaid());
    if (card.kind === "cloze" && both === "yes" && answer === undefined)
      throw new AppError("usage", texts.gapsHaveNone());
    const words = wordsOf(context, {
      question: question ?? card.question,
      answer: answer ?? (card.kind === "cloze" ? null : card.answer),
      isReversed: both === undefined ? card.kind === "reversed" : both === "yes",
    });
    const patches = recallPatches(
      found.in.notes,
      { kind: "set", line: card.line, words },
      homeTongue(context),
    );
    if (patches === null) throw notWritable(context, found.in.file);
    return outcome(found, patches, { ...words }, texts.edited(shortWords(words.question)));
  },
};

export const recallRemove: Action = {
  name: "recall-remove",
  group: "list",
  writes: true,
  summary: { en: "Take a card away, with its answers", zh: "删除一张卡片，连同它的回答" },
  params: [...cardParams],
  examples: [
    {
      args: { en: 'recall-remove "keeps etcd"', zh: "recall-remove etcd" },
      says: { en: "undo brings it back", zh: "可以撤销" },
    },
  ],
  run: (context, input) => {
    const found = findCard(context, input);
    const edit = { kind: "remove", line: found.card.line } as const;
    const patches = recallPatches(found.in.notes, edit, homeTongue(context));
    if (patches === null) throw notWritable(context, found.in.file);
    const { question } = found.card;
    return outcome(found, patches, { question }, sayRecall(context.tongue).removed(shortWords(question)));
  },
};

function outcome(
  found: FoundCard,
  patches: NonNullable<Outcome["edits"]>[number]["patches"],
  data: object,
  summary: string,
): Outcome {
  const { file, hash, path } = found.in;
  return {
    data: { file, path, line: found.card.line, ...data },
    summary,
    edits: [{ file, hash, patches }],
    allowShrink: true,
  };
}

/** @throws AppError usage where there is no question, or nothing to ask for */
function wordsOf(context: Context, said: CardWords): CardWords {
  const texts = sayRecall(context.tongue);
  const question = plainWords(said.question);
  const answer = plainWords(said.answer ?? "") || null;
  if (question === "") throw new AppError("usage", texts.noWords());
  if (answer === null && !/==\S/.test(question))
    throw new AppError("usage", texts.noGap(), { hint: texts.noGapHint() });
  return { question, answer, isReversed: said.isReversed && answer !== null };
}

function homeTongue(context: Context) {
  return context.world.config.language ?? context.tongue;
}
