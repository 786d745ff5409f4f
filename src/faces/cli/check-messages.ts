// What the command line says about checks, conditions and corrections, in both languages.

import type { CorrectionJson } from "../../actions/index.ts";
import type { Tongue } from "../../base/index.ts";
import type { ConditionKind } from "../../domain/index.ts";

const one = (value: number): string => String(Math.round(value * 10) / 10);

const en = {
  kinds: { healthy: "Healthy", abnormal: "Abnormal" } as Record<ConditionKind, string>,
  yes: "yes",
  no: "no",
  open: "open",
  later: "answers itself later",
  seen: "seen",
  both: (one: string, other: string) => `${one}, ${other}`,
  comma: ", ",
  compare: (healthy: string, abnormal: string) => `${healthy} healthy, ${abnormal} abnormal`,
  usual: (now: number, before: number | null) =>
    before === null ? String(now) : `${now} (${one(before)} on an average day)`,
  compareRests: (days: number) =>
    days === 0
      ? "No checked working day of the last four weeks to compare with."
      : `Compared with ${days} checked working ${days === 1 ? "day" : "days"} of the last four weeks.`,
  howToAnswer: (numbers: string) =>
    `To answer: nunc check --yes NUMBERS --no NUMBERS (open: ${numbers}), with --note TEXT where there is something to say.`,
  howToKeep: "Nothing is left to ask. Write it into the note: nunc check --done",
  returning: (name: string, held: number, of: number) =>
    `“${name}” keeps returning: on ${held} of the last ${of} checked days.`,
  correctHint: (name: string) => `What will you try? nunc correct "${name}" TEXT`,
  judgeHint: (name: string) =>
    `Keep it, change it, drop it? nunc correction judge "${name}" keep|change|drop`,
  about: (text: string, name: string) => `${text}  (against “${name}”)`,
  since: (correction: CorrectionJson) => `from ${correction.from}, judge on ${correction.judgeOn}`,
  outcomes: { keep: "kept", change: "changed", drop: "dropped" } as Record<string, string>,
  detects: (text: string) => `detects: ${text}`,
  asked: (text: string) => `not understood, so it is asked: ${text}`,
  // asking
  question: (kind: ConditionKind, name: string) => `${kind === "healthy" ? "Healthy" : "Abnormal"}: ${name}?`,
  keys: "[y/n, Enter skips]",
  sayKeys: "Say y or n, or nothing.",
  noteLine: "One line about the day, if you like: ",
  tryWhat: "What will you try against it, in one sentence? (Enter: not now) ",
  judgeChoices: { keep: "keep it", change: "change it", drop: "drop it" } as Record<string, string>,
  judgeQuestion: "What becomes of it? (Enter: later)",
  changeTo: "What will you do instead? ",
};

const zh: typeof en = {
  kinds: { healthy: "健康", abnormal: "异常" },
  yes: "是",
  no: "否",
  open: "未答",
  later: "晚些时候自动回答",
  seen: "检测到",
  both: (one, other) => `${one}，${other}`,
  comma: "、",
  compare: (healthy, abnormal) => `健康 ${healthy}，异常 ${abnormal}`,
  usual: (now, before) => (before === null ? `${now} 条` : `${now} 条（平均每天 ${one(before)} 条）`),
  compareRests: (days) =>
    days === 0 ? "最近四周没有可比的对照过的工作日。" : `与最近四周 ${days} 个对照过的工作日相比。`,
  howToAnswer: (numbers) =>
    `回答：nunc check --yes 编号 --no 编号（未答：${numbers}），想说一句就加 --note 内容。`,
  howToKeep: "没有要问的了。写进日志：nunc check --done",
  returning: (name, held, of) => `“${name}”反复出现：最近对照的 ${of} 天里有 ${held} 天。`,
  correctHint: (name) => `打算试什么？nunc correct "${name}" 做法`,
  judgeHint: (name) => `保留、改还是放弃？nunc correction judge "${name}" 保留|改|放弃`,
  about: (text, name) => `${text}（针对“${name}”）`,
  since: (correction) => `${correction.from} 起，${correction.judgeOn} 看效果`,
  outcomes: { keep: "保留", change: "改", drop: "放弃" },
  detects: (text) => `检测：${text}`,
  asked: (text) => `看不懂，改为询问：${text}`,
  question: (kind, name) => `${kind === "healthy" ? "健康" : "异常"}：${name}？`,
  keys: "[y/n，回车跳过]",
  sayKeys: "请回答 y 或 n，或直接回车。",
  noteLine: "想对这一天说一句吗：",
  tryWhat: "打算怎么对付它？一句话（回车：以后再说）：",
  judgeChoices: { keep: "保留", change: "改", drop: "放弃" },
  judgeQuestion: "怎么处理它？（回车：以后再说）",
  changeTo: "换成什么做法？",
};

export function sayCheck(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
