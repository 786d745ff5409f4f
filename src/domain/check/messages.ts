// What the reader of conditions.md says, in both languages.

import type { Tongue } from "../../base/index.ts";

interface Said {
  message: string;
  hint: string;
}

interface CheckMessages {
  unknownDetector(text: string, near: string): Said;
  secondDetector(text: string): Said;
  detectorNowhere(text: string): Said;
  noDates(text: string, example: string): Said;
  reversedDates(from: string, judgeOn: string): Said;
  unknownOutcome(text: string): Said;
  sameName(name: string, line: number): Said;
}

const en: CheckMessages = {
  unknownDetector: (text, near) => ({
    message: `The detector “${text}” cannot be understood; the condition is asked instead.`,
    hint: `The nearest one known is “${near}”; docs/conditions.md lists them all.`,
  }),
  secondDetector: (text) => ({
    message: `The condition has a detector already; “${text}” does not count.`,
    hint: "Make a condition of its own of it.",
  }),
  detectorNowhere: (text) => ({
    message: `“${text}” stands below no condition.`,
    hint: "Indent it below the condition that it belongs to.",
  }),
  noDates: (text, example) => ({
    message: `The correction “${text}” does not say from when it runs and when it is judged.`,
    hint: `Write it like “${example}”.`,
  }),
  reversedDates: (from, judgeOn) => ({
    message: `The correction would be judged (${judgeOn}) before it has begun (${from}).`,
    hint: "Give a later day of judgement.",
  }),
  unknownOutcome: (text) => ({
    message: `“${text}” is no outcome of a correction; it counts as not judged yet.`,
    hint: "Write - keep, - change or - drop, and the day.",
  }),
  sameName: (name, line) => ({
    message: `“${name}” stands in line ${line} already; only that one counts.`,
    hint: "Give it another name, or remove it.",
  }),
};

const zh: CheckMessages = {
  unknownDetector: (text, near) => ({
    message: `看不懂检测“${text}”，这一条会改为询问。`,
    hint: `最接近的写法是“${near}”；全部写法见 docs/conditions.md。`,
  }),
  secondDetector: (text) => ({
    message: `这一条已经有检测了，“${text}”不算。`,
    hint: "把它单独写成一条状态。",
  }),
  detectorNowhere: (text) => ({
    message: `“${text}”上面没有状态。`,
    hint: "把它缩进到所属的状态下面。",
  }),
  noDates: (text, example) => ({
    message: `纠错“${text}”没有说从哪天起、哪天看效果。`,
    hint: `请写成“${example}”的样子。`,
  }),
  reversedDates: (from, judgeOn) => ({
    message: `看效果的日子（${judgeOn}）早于纠错开始的日子（${from}）。`,
    hint: "换一个更晚的日子。",
  }),
  unknownOutcome: (text) => ({
    message: `“${text}”不是纠错的结果，按还没有判断处理。`,
    hint: "请写 - 保留、- 改 或 - 放弃，后面加日期。",
  }),
  sameName: (name, line) => ({
    message: `“${name}”在第 ${line} 行已经有了，只有那一条算数。`,
    hint: "换个名字，或者删掉。",
  }),
};

export function sayCheck(tongue: Tongue): CheckMessages {
  return tongue === "zh" ? zh : en;
}
