// What recall says, in both languages.

import { formatDuration, type Tongue } from "../base/index.ts";
import { type Rating, ratingWord } from "../domain/index.ts";

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

const en = {
  nothingDue: () => "Nothing is due today.",
  noCards: () => "There are no cards yet.",
  noCardsHint: () => "`nunc recall-add ITEM QUESTION ANSWER` writes one; docs/recall.md has the format.",
  toAsk: (due: number, fresh: number, min: number, cases: number) => {
    const parts = [due > 0 ? `${due} due` : "", fresh > 0 ? `${fresh} new` : ""].filter((one) => one !== "");
    const rests = cases === 0 ? "assumed" : `by your last ${count(cases, "timed answer")}`;
    return `Recall: ${parts.join(", ")}, about ${formatDuration(min)} (${rests}).`;
  },
  ofItem: (title: string, questions: number, due: number) =>
    `“${title}”: ${count(questions, "question")}, ${due} due.`,
  added: (question: string, title: string) => `Card “${question}” added to “${title}”.`,
  edited: (question: string) => `Card “${question}” changed.`,
  removed: (question: string) => `Card “${question}” removed.`,
  answered: (question: string, rating: Rating, days: number, on: string) =>
    rating === "again"
      ? `“${question}”: again today.`
      : `“${question}”: ${ratingWord(rating, "en")}, next on ${on} (${count(days, "day")}).`,
  noWords: () => "A card needs a question.",
  noGap: () => "A card without an answer needs a gap: ==so==.",
  noGapHint: () => "Give question and answer, or mark what is asked for with ==…==.",
  nothingSaid: () => "Say what changes: --question or --answer.",
  gapsHaveNone: () => "A text with gaps has no answer of its own.",
  thereAlready: (question: string) => `“${question}” is a card of this item already.`,
  noCard: (name: string) => `No card says “${name}”.`,
  several: (name: string) => `Several cards say “${name}”.`,
  thereAre: (names: readonly string[]) => `There are: ${names.join("; ")}`,
  changed: (file: string) => `${file} has changed, and the card is no longer there as it was.`,
  changedHint: () => "Look at it again.",
  noPart: (part: number, parts: number) => `The card has no question ${part}; it has ${parts}.`,
  notWritable: (file: string) => `${file} is written in a way that nunc cannot change without touching more.`,
  byHand: () => "Change it by hand.",
};

const zh: typeof en = {
  nothingDue: () => "今天没有要复习的。",
  noCards: () => "还没有卡片。",
  noCardsHint: () => "`nunc recall-add 条目 问题 答案` 写一张；格式见 docs/recall.md。",
  toAsk: (due, fresh, min, cases) => {
    const parts = [due > 0 ? `到期 ${due}` : "", fresh > 0 ? `新 ${fresh}` : ""].filter((one) => one !== "");
    const rests = cases === 0 ? "假定" : `按最近 ${cases} 次计时的回答`;
    return `复习：${parts.join("，")}，约 ${formatDuration(min, "zh")}（${rests}）。`;
  },
  ofItem: (title, questions, due) => `“${title}”：${questions} 问，到期 ${due}。`,
  added: (question, title) => `已给“${title}”加卡片“${question}”。`,
  edited: (question) => `已修改卡片“${question}”。`,
  removed: (question) => `已删除卡片“${question}”。`,
  answered: (question, rating, days, on) =>
    rating === "again"
      ? `“${question}”：今天再问。`
      : `“${question}”：${ratingWord(rating, "zh")}，下次 ${on}（${days} 天后）。`,
  noWords: () => "卡片要有问题。",
  noGap: () => "没有答案的卡片要有空：==这样==。",
  noGapHint: () => "请给出问题和答案，或用 ==…== 标出要问的部分。",
  nothingSaid: () => "请说明改什么：--question 或 --answer。",
  gapsHaveNone: () => "带空的文字没有单独的答案。",
  thereAlready: (question) => `这个条目已有卡片“${question}”。`,
  noCard: (name) => `没有写着“${name}”的卡片。`,
  several: (name) => `有几张卡片写着“${name}”。`,
  thereAre: (names) => `有：${names.join("；")}`,
  changed: (file) => `${file} 已改动，卡片不在原处了。`,
  changedHint: () => "请重新看一下。",
  noPart: (part, parts) => `这张卡片没有第 ${part} 问，共 ${parts} 问。`,
  notWritable: (file) => `${file} 的写法让 nunc 无法只改这一处。`,
  byHand: () => "请手工修改。",
};

export function sayRecall(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
