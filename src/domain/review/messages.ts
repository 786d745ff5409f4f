// What a review says, in both languages: its findings and the words of its figures. Questions are in questions.ts.

import { formatDuration, type Tongue } from "../../base/index.ts";
import type { Tally } from "../check/judge.ts";
import type { Priority } from "../item.ts";
import type { ItemSource } from "./evidence.ts";
import type { CorrectionVerdict } from "./tallies.ts";

/** Never more sure than whole percents allow: what is not all is not 100 %. */
export function percentOf(ratio: number): number {
  const percent = Math.round(ratio * 100);
  if (percent === 100 && ratio < 1) return 99;
  return percent === 0 && ratio > 0 ? 1 : percent;
}

const MOST_NAMED = 3;
const times = (ratio: number): string => ratio.toFixed(ratio < 10 ? 1 : 0);
const chanceEn = (chance: number): string =>
  chance >= 0.995 ? "above 99%" : chance < 0.005 ? "below 1%" : `${Math.round(chance * 100)}%`;
const chanceZh = (chance: number): string =>
  chance >= 0.995 ? "超过 99%" : chance < 0.005 ? "不到 1%" : `${Math.round(chance * 100)}%`;

const en = {
  duration: (min: number) => formatDuration(min),
  percent: (ratio: number) => `${percentOf(ratio)}%`,
  times: (ratio: number) => `${times(ratio)} times`,
  names: (names: readonly string[]) => {
    const shown = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
    const more = names.length - shown.length;
    return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  },
  noNotes: () => "No day of this stretch has a note, so nothing can be said of plan and hours.",
  fewNotes: (noted: number, days: number) =>
    `Only ${noted} of ${days} working days ${noted === 1 ? "has" : "have"} a note: what follows rests on ${noted === 1 ? "it" : "these"}.`,
  stillRunning: () => "This stretch is not over yet; what is still planned does not count.",
  noPlan: () => "Nothing was planned.",
  planAlone: (plannedMin: number) =>
    `${en.duration(plannedMin)} ${plannedMin === 1 ? "was" : "were"} planned and nothing recorded, so what was kept is not known.`,
  kept: (plannedMin: number, keptMin: number, ratio: number) =>
    `Of ${en.duration(plannedMin)} planned, ${en.duration(keptMin)} was kept (${percentOf(ratio)}%).`,
  keptBefore: (isMore: boolean, before: number) =>
    `That is ${isMore ? "more" : "less"} than the ${percentOf(before)}% of the stretch before.`,
  tooFewToCompare: (days: number) =>
    `${days === 0 ? "No planned day" : days === 1 ? "One planned day" : `${days} planned days`} on one side: too few to compare with the stretch before.`,
  slippedOften: (text: string, count: number) =>
    `“${text}” slipped ${count === 2 ? "twice" : `${count} times`}.`,
  highestShare: (min: number, all: number) =>
    min === 0
      ? `None of the ${en.duration(all)} recorded went to highest priority.`
      : `${en.duration(min)} of the ${en.duration(all)} recorded went to highest priority (${percentOf(min / all)}%).`,
  untouchedHighest: (names: readonly string[]) =>
    `${names.length === 1 ? "One item" : `${names.length} items`} of highest priority stood untouched: ${en.names(names)}.`,
  overBuffer: (count: number, min: number, bufferMin: number) =>
    `${count === 1 ? "One interruption" : `${count} interruptions`} took ${en.duration(min)}${bufferMin === 0 ? ", with no buffer planned" : `, more than the buffer of ${en.duration(bufferMin)}`}.`,
  works: (text: string, condition: string, before: Tally, since: Tally) =>
    `“${text}” works: “${condition}” held on ${since.held} of ${since.days} checked days since, on ${before.held} of ${before.days} before.`,
  useless: (text: string, condition: string, before: Tally, since: Tally) =>
    `“${text}” shows no effect: “${condition}” held on ${since.held} of ${since.days} checked days since, on ${before.held} of ${before.days} before.`,
  heldOften: (name: string, held: number, days: number, before: Tally | null) =>
    `“${name}” held on ${held} of ${days} checked days${before === null ? "" : `, on ${before.held} of ${before.days} before`}.`,
  broken: (names: readonly string[]) =>
    `${names.length === 1 ? "A commitment was" : `${names.length} commitments were`} not kept: ${en.names(names)}.`,
  finished: (names: readonly string[]) => `Finished: ${en.names(names)}.`,
  fewEstimates: (count: number, median: number) =>
    `${count === 1 ? "One finished item had an estimate and took" : `${count} finished items had estimates and took a median of`} ${times(median)} times as long; that is too few to learn from.`,
  estimates: (count: number, median: number) =>
    `${count} finished items took a median of ${times(median)} times their estimates.`,
  idleGoals: (names: readonly string[]) =>
    `No hour was recorded for ${names.length === 1 ? "the goal" : `${names.length} goals:`} ${en.names(names)}.`,
  moreFrequent: (before: Tally, since: Tally, chance: number | null) =>
    `It held on ${before.held} of ${before.days} checked working days before, and on ${since.held} of ${since.days} since.${
      chance === null
        ? " That is too little to tell: at least 5 are needed on each side."
        : ` The chance that it is really more frequent since is ${chanceEn(chance)} (two binomials with uniform priors, taking days as independent).`
    }`,
  priority: (priority: Priority | "none" | "other") =>
    ({
      highest: "highest",
      high: "high",
      medium: "medium",
      low: "low",
      none: "no priority",
      other: "no item",
    })[priority],
  verdict: (verdict: CorrectionVerdict) =>
    ({ works: "works", useless: "no effect to be seen", unclear: "not clear", "too-few": "too few days" })[
      verdict
    ],
  source: (source: ItemSource) =>
    ({
      history: "by the page's history",
      journal: "by what nunc changed",
      page: "by the page",
      records: "by records",
      log: "by the log",
    })[source],
};

const zh: typeof en = {
  duration: (min) => formatDuration(min, "zh"),
  percent: (ratio) => `${percentOf(ratio)}%`,
  times: (ratio) => `${times(ratio)} 倍`,
  names: (names) => {
    const shown = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
    return `${shown.join("、")}${names.length > shown.length ? `等 ${names.length} 个` : ""}`;
  },
  noNotes: () => "这段时间没有一天有日志，计划和用时无从说起。",
  fewNotes: (noted, days) => `${days} 个工作日里只有 ${noted} 天有日志，下面说的只凭这几天。`,
  stillRunning: () => "这段时间还没过完，还没到时间的计划不计入。",
  noPlan: () => "没有做过计划。",
  planAlone: (plannedMin) => `计划了 ${zh.duration(plannedMin)}，什么都没记录，做到多少无从知道。`,
  kept: (plannedMin, keptMin, ratio) =>
    `计划了 ${zh.duration(plannedMin)}，做到 ${zh.duration(keptMin)}（${percentOf(ratio)}%）。`,
  keptBefore: (isMore, before) => `${isMore ? "高" : "低"}于上一段的 ${percentOf(before)}%。`,
  tooFewToCompare: (days) =>
    `有一边${days === 0 ? "没有一天有计划" : `只有 ${days} 天有计划`}，太少，不和上一段比较。`,
  slippedOften: (text, count) => `“${text}”有 ${count} 次排了没做成。`,
  highestShare: (min, all) =>
    min === 0
      ? `记录的 ${zh.duration(all)}里，没有时间用在最高优先级上。`
      : `记录的 ${zh.duration(all)}里，${zh.duration(min)}用在最高优先级上（${percentOf(min / all)}%）。`,
  untouchedHighest: (names) => `最高优先级里有 ${names.length} 个条目没有动过：${zh.names(names)}。`,
  overBuffer: (count, min, bufferMin) =>
    `${count} 次打断共 ${zh.duration(min)}，${bufferMin === 0 ? "而没有留缓冲" : `超过了 ${zh.duration(bufferMin)}的缓冲`}。`,
  works: (text, condition, before, since) =>
    `“${text}”有效：“${condition}”之后 ${since.days} 个对照过的日子里有 ${since.held} 天，之前 ${before.days} 天里有 ${before.held} 天。`,
  useless: (text, condition, before, since) =>
    `“${text}”看不出效果：“${condition}”之后 ${since.days} 个对照过的日子里有 ${since.held} 天，之前 ${before.days} 天里有 ${before.held} 天。`,
  heldOften: (name, held, days, before) =>
    `“${name}”在 ${days} 个对照过的日子里有 ${held} 天${before === null ? "" : `，上一段 ${before.days} 天里有 ${before.held} 天`}。`,
  broken: (names) => `有 ${names.length} 个承诺没守住：${zh.names(names)}。`,
  finished: (names) => `完成了${zh.names(names)}。`,
  fewEstimates: (count, median) =>
    `有估计又完成了的只有 ${count} 个，用时是估计的 ${times(median)} 倍${count > 1 ? "（中位数）" : ""}；太少，看不出什么。`,
  estimates: (count, median) => `完成的 ${count} 个条目，用时的中位数是估计的 ${times(median)} 倍。`,
  idleGoals: (names) => `有 ${names.length} 个目标没有记到时间：${zh.names(names)}。`,
  moreFrequent: (before, since, chance) =>
    `之前 ${before.days} 个对照过的工作日里有 ${before.held} 天，之后 ${since.days} 个里有 ${since.held} 天。${
      chance === null
        ? "天数太少，看不出来：两边至少各要 5 天。"
        : `真的变多了的可能性是 ${chanceZh(chance)}（两个二项分布，均匀先验，假定各天互相独立）。`
    }`,
  priority: (priority) =>
    ({ highest: "最高", high: "高", medium: "中", low: "低", none: "没有优先级", other: "不是条目" })[
      priority
    ],
  verdict: (verdict) =>
    ({ works: "有效", useless: "看不出效果", unclear: "还不清楚", "too-few": "天数太少" })[verdict],
  source: (source) =>
    ({
      history: "据页面的历史",
      journal: "据 nunc 的改动记录",
      page: "据页面",
      records: "据每天的记录",
      log: "据页面上的记录",
    })[source],
};

export function sayReview(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
