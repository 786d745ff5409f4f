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
  notAPeriod(text: string): Said;
  closedWhen(title: string, word: string): Said;
  goalNoTitle(): Said;
  goalTwice(title: string, line: number): Said;
  partAlone(heading: string): Said;
  badMeasure(text: string, problem: "zero" | "same"): Said;
  unmeasured(title: string): Said;
  overFull(text: string): Said;
  notADay(text: string): Said;
  unknownAnswer(text: string): Said;
  unknownItem(name: string, near: string | null): Said;
  servesTwice(name: string, line: number): Said;
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
  notAPeriod: (text) => ({
    message: `“${text}” is no stretch of days.`,
    hint: "Write `2026 Q4`, `2026-11`, `2026`, `by 2026-12-31` or `2026-10-01 - 2026-12-31`.",
  }),
  closedWhen: (title, word) => ({
    message: `“${title}” is ${word}, but it does not say when.`,
    hint: "Write the day behind it: ` - reached 2026-12-20`.",
  }),
  goalNoTitle: () => ({ message: "A goal without words.", hint: "Write it behind the colon." }),
  goalTwice: (title, line) => ({
    message: `“${title}” is a goal twice, here and in line ${line}.`,
    hint: "Give one of them another name, so that commands can tell them apart.",
  }),
  partAlone: (heading) => ({
    message: `“${heading}” stands below no goal.`,
    hint: "Put it below the heading of its goal, such as `## Goal: …`.",
  }),
  badMeasure: (text, problem) => ({
    message: problem === "zero" ? `“${text}” counts up to nothing.` : `“${text}” ends where it begins.`,
    hint: "Write `3/5`, `40%` or `from 120 ms to 40 ms, now 70 ms`.",
  }),
  unmeasured: (title) => ({
    message: `The key result “${title}” does not say how far it is.`,
    hint: "Write a figure behind it (`3/5`, `40%`), give it a checkbox, or check points below it.",
  }),
  overFull: (text) => ({
    message: `“${text}” is more than all.`,
    hint: "It counts as reached; check the figures.",
  }),
  notADay: (text) => ({ message: `“${text}” is no day.`, hint: "Write it as 2026-12-20." }),
  unknownAnswer: (text) => ({
    message: `“${text}” answers none of the questions of importance.`,
    hint: "Write `help 0` to `help 3`, a length such as `20h`, and `2 people` or `with` and their names.",
  }),
  unknownItem: (name, near) => ({
    message: `No item of the page is called “${name}”.`,
    hint:
      near === null ? "Write its title as on the page, steps behind ` › `." : `The nearest one is “${near}”.`,
  }),
  servesTwice: (name, line) => ({
    message: `“${name}” serves this goal twice, here and in line ${line}.`,
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
  notAPeriod: (text) => ({
    message: `“${text}”不是一段时间。`,
    hint: "可以写 `2026 Q4`、`2026 年 11 月`、`2026`、`2026-12-31 前` 或 `2026-10-01 - 2026-12-31`。",
  }),
  closedWhen: (title, word) => ({
    message: `“${title}”写着${word}，但没有日期。`,
    hint: "在后面写上日期：` - 达成 2026-12-20`。",
  }),
  goalNoTitle: () => ({ message: "这个目标没有内容。", hint: "请写在冒号后面。" }),
  goalTwice: (title, line) => ({
    message: `目标“${title}”写了两次：这里和第 ${line} 行。`,
    hint: "请改一个名字，命令才分得清。",
  }),
  partAlone: (heading) => ({
    message: `“${heading}”上面没有目标。`,
    hint: "请放到所属目标的标题下面，例如 `## 目标：…`。",
  }),
  badMeasure: (text, problem) => ({
    message: problem === "zero" ? `“${text}”的总数是零。` : `“${text}”的起点和终点一样。`,
    hint: "可以写 `3/5`、`40%` 或 `从 120 ms 到 40 ms，现在 70 ms`。",
  }),
  unmeasured: (title) => ({
    message: `关键结果“${title}”没有说明进度怎么看。`,
    hint: "在后面写数字（`3/5`、`40%`），或加勾选框，或在下面列检查点。",
  }),
  overFull: (text) => ({ message: `“${text}”超过了总数。`, hint: "按已达到算，请核对数字。" }),
  notADay: (text) => ({ message: `“${text}”不是日期。`, hint: "请写成 2026-12-20。" }),
  unknownAnswer: (text) => ({
    message: `“${text}”没有回答重要性的任何一问。`,
    hint: "可以写 `帮助 0` 到 `帮助 3`、时间如 `20 小时`，以及 `需要 2 人` 或 `需要` 加名字。",
  }),
  unknownItem: (name, near) => ({
    message: `页面上没有叫“${name}”的条目。`,
    hint: near === null ? "请照页面上的标题写，步骤写在 ` › ` 后面。" : `最接近的是“${near}”。`,
  }),
  servesTwice: (name, line) => ({
    message: `“${name}”在这个目标下写了两次：这里和第 ${line} 行。`,
    hint: "以先写的为准，请合成一条。",
  }),
};

export function sayGoal(tongue: Tongue): Messages {
  return tongue === "zh" ? zh : en;
}
