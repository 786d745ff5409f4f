// What reviews say when they are shown or kept, and the heads of their tables, in both languages.

import type { Tongue } from "../base/index.ts";
import type { ReviewData } from "./review-json.ts";

const parts = (number: number): string => `${number} ${number === 1 ? "part" : "parts"}`;

const en = {
  shown: ({ file, hash, isStale, range }: ReviewData) =>
    hash === null
      ? `Not kept yet: \`nunc review ${range.name} --write\` writes ${file}.`
      : isStale
        ? `${file} has older figures: \`nunc review ${range.name} --write\` renews it.`
        : `Kept in ${file}.`,
  written: (file: string) => `${file} written. Answer the questions there.`,
  renewed: (file: string, renewed: number, edited: number) =>
    `${file}: ${parts(renewed)} renewed${edited === 0 ? "" : `, ${parts(edited)} that you edited left alone`}.`,
  upToDate: (file: string, edited: number) =>
    `${file} stays as it is${edited === 0 ? "" : `; ${parts(edited)} that you edited ${edited === 1 ? "is" : "are"} left alone`}.`,
  textKept: (file: string) => `${file} kept.`,
  changedMeanwhile: (file: string) => `${file} was changed elsewhere meanwhile.`,
  changedMeanwhileHint: () => "Nothing was written. Take what you wrote over into the text as it is now.",
  templateWritten: (file: string) => `${file} written. Reviews are made from it from now on.`,
  templateThere: (file: string) => `${file} is there already.`,
  templateThereHint: (file: string) =>
    `Edit it, or remove it first: without ${file} the built-in one is used.`,
  tables: {
    weeks: "Plan and hours by week",
    days: "Plan and hours by day",
    hours: "Hours by priority, group, goal and section",
    slipped: "What was planned and not done",
    conditions: "Conditions",
    corrections: "Corrections",
    items: "Items",
    commitments: "Commitments by period",
    goals: "Goals",
    estimates: "Estimates and actuals",
  },
};

const zh: typeof en = {
  shown: ({ file, hash, isStale, range }) =>
    hash === null
      ? `还没有存：\`nunc review ${range.name} --write\` 写进 ${file}。`
      : isStale
        ? `${file} 里的数字已经旧了：\`nunc review ${range.name} --write\` 更新它。`
        : `保存在 ${file}。`,
  written: (file) => `已写好 ${file}，请在里面回答问题。`,
  renewed: (file, renewed, edited) =>
    `${file}：更新了 ${renewed} 处${edited === 0 ? "" : `，你改过的 ${edited} 处没有动`}。`,
  upToDate: (file, edited) => `${file} 不用改${edited === 0 ? "" : `；你改过的 ${edited} 处没有动`}。`,
  textKept: (file) => `已保存 ${file}。`,
  changedMeanwhile: (file) => `${file} 这期间在别处被改了。`,
  changedMeanwhileHint: () => "什么也没有写。请把你写的内容并进现在的文本。",
  templateWritten: (file) => `已写好 ${file}，以后的回顾按它来写。`,
  templateThere: (file) => `${file} 已经有了。`,
  templateThereHint: (file) => `请直接修改，或先删掉：没有 ${file} 时用内置的。`,
  tables: {
    weeks: "逐周的计划和用时",
    days: "逐日的计划和用时",
    hours: "按优先级、分组、目标和章节的用时",
    slipped: "排了没做成的",
    conditions: "状态",
    corrections: "纠错",
    items: "条目",
    commitments: "各周期的承诺",
    goals: "目标",
    estimates: "估计与实际",
  },
};

export function sayReviews(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
