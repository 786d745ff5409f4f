// What the reader of goals.md says, in both languages.

import type { Tongue } from "../../base/index.ts";

interface Said {
  message: string;
  hint: string | null;
}

interface Messages {
  notACommitment(text: string): Said;
  noTitle(text: string): Said;
  tooMuch(text: string): Said;
  twice(title: string, line: number): Said;
}

const en: Messages = {
  notACommitment: (text) => ({
    message: `“${text}” does not say how much in which time.`,
    hint: "Write `weekly 1h: Reflection` or `2 times a week: Running, 30m each`.",
  }),
  noTitle: (text) => ({
    message: `“${text}” does not say what for.`,
    hint: "Write its name behind a colon: `weekly 1h: Reflection`.",
  }),
  tooMuch: (text) => ({
    message: `“${text}” is more than there is time.`,
    hint: "A day has 24 hours, and most of them are not for this.",
  }),
  twice: (title, line) => ({
    message: `“${title}” is promised twice, here and in line ${line}.`,
    hint: "The first one counts; put them together.",
  }),
};

const zh: Messages = {
  notACommitment: (text) => ({
    message: `“${text}”没有说明多久做多少。`,
    hint: "可以写 `每周 1 小时：思考` 或 `每周 2 次：跑步，每次 30 分钟`。",
  }),
  noTitle: (text) => ({
    message: `“${text}”没有说明做什么。`,
    hint: "请在冒号后面写名称：`每周 1 小时：思考`。",
  }),
  tooMuch: (text) => ({ message: `“${text}”超出了能有的时间。`, hint: "一天只有 24 小时。" }),
  twice: (title, line) => ({
    message: `“${title}”承诺了两次：这里和第 ${line} 行。`,
    hint: "以先写的为准，请合成一条。",
  }),
};

export function sayGoal(tongue: Tongue): Messages {
  return tongue === "zh" ? zh : en;
}
