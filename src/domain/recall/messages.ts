// What the reader of cards says, in both languages.

import type { Tongue } from "../../base/index.ts";

interface Said {
  message: string;
  hint: string | null;
}

interface Messages {
  notACard(text: string): Said;
  notADay(text: string): Said;
  notARating(word: string): Said;
  noPart(part: number, parts: number): Said;
}

const en: Messages = {
  notACard: (text) => ({
    message: `“${text}” is no card.`,
    hint: "Write `Question::Answer`, or a text with ==gaps==; other text stands as a paragraph.",
  }),
  notADay: (text) => ({ message: `“${text}” is no day.`, hint: "Write it as 2026-11-20." }),
  notARating: (word) => ({
    message: `“${word}” says no rating.`,
    hint: "It is one of again, hard, good, easy.",
  }),
  noPart: (part, parts) => ({
    message: `The card has no question ${part}.`,
    hint: parts === 1 ? "It has one question." : `It has ${parts} questions.`,
  }),
};

const zh: Messages = {
  notACard: (text) => ({
    message: `“${text}”不是卡片。`,
    hint: "请写成 `问题::答案`，或带 ==空== 的一句话；其他文字请写成段落。",
  }),
  notADay: (text) => ({ message: `“${text}”不是日期。`, hint: "请写成 2026-11-20。" }),
  notARating: (word) => ({ message: `“${word}”不是评分。`, hint: "可以写 重来、困难、良好、简单。" }),
  noPart: (part, parts) => ({ message: `这张卡片没有第 ${part} 问。`, hint: `它有 ${parts} 问。` }),
};

export function sayRecallNotes(tongue: Tongue): Messages {
  return tongue === "zh" ? zh : en;
}
