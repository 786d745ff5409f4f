// Words of forecasts, wherever a screen shows one: never without what it rests on.

import { catalogue } from "../texts.ts";

export const forecastTexts = catalogue({
  forecast: { en: "Forecast", zh: "预测" },
  takes: { en: "How long it takes", zh: "要多久" },
  finish: { en: "When it is done", zh: "何时完成" },
  about: { en: (value: string) => `about ${value}`, zh: (value) => `约 ${value}` },
  half: {
    en: (from: string, to: string) => `50%: ${from} to ${to}`,
    zh: (from, to) => `50%：${from} 到 ${to}`,
  },
  most: {
    en: (from: string, to: string) => `90%: ${from} to ${to}`,
    zh: (from, to) => `90%：${from} 到 ${to}`,
  },
  later: { en: "later than in ten years", zh: "十年以后" },
  hardly: {
    en: (date: string) => `most likely not in ten years (5%: by ${date})`,
    zh: (date) => `十年之内多半不行（5%：${date} 之前）`,
  },
  never: { en: "not in ten years", zh: "十年之内不行" },
  cases: { en: (n: number) => (n === 1 ? "1 case" : `${n} cases`), zh: (n) => `${n} 例` },
  weeks: {
    en: (n: number) => (n === 1 ? "1 week of hours" : `${n} weeks of hours`),
    zh: (n) => `${n} 周的时间`,
  },
  onPrior: {
    en: (basis: string) => `${basis}: too few, it rests on the prior`,
    zh: (basis) => `${basis}：太少，主要依据先验`,
  },
  onPriorEffort: {
    en: (basis: string) => `${basis}, but too few finished tasks with an estimate: it rests on the prior`,
    zh: (basis) => `${basis}，但有估计且已完成的任务太少，主要依据先验`,
  },
  priorShort: { en: (basis: string) => `${basis}, mostly prior`, zh: (basis) => `${basis}，多凭先验` },
  spent: { en: (time: string) => `${time} so far`, zh: (time) => `已用 ${time}` },
  byPace: { en: "at the pace so far", zh: "照目前的进度" },
  byHours: { en: "with the hours that its priority gets", zh: "照它的优先级得到的时间" },
  inTime: {
    en: (chance: number, end: string) =>
      chance <= 0.05
        ? `hardly by ${end}: at most 5%`
        : chance >= 0.95
          ? `by ${end}: 95% or more`
          : `by ${end}: ${Math.round(chance * 100)}%`,
    zh: (chance, end) =>
      chance <= 0.05
        ? `${end} 之前多半不行：不到 5%`
        : chance >= 0.95
          ? `${end} 之前：95% 以上`
          : `${end} 之前：约 ${Math.round(chance * 100)}%`,
  },
  ofGoal: { en: "When all that serves it is done", zh: "推进它的条目何时全部做完" },
  items: { en: (n: number) => (n === 1 ? "1 item" : `${n} items`), zh: (n) => `${n} 个条目` },
  unestimated: {
    en: (n: number) =>
      n === 1 ? "1 without an estimate makes it later" : `${n} without an estimate make it later`,
    zh: (n) => `${n} 个没有估计，算上会更晚`,
  },
  inRow: {
    en: (from: string, to: string, basis: string) => `done ${from} – ${to} (50%, ${basis})`,
    zh: (from, to, basis) => `${from} – ${to} 完成（50%，${basis}）`,
  },
  inRowLater: {
    en: (basis: string) => `hardly done in ten years (${basis})`,
    zh: (basis) => `十年内多半做不完（${basis}）`,
  },
  show: { en: "Forecasts in the list", zh: "在清单里显示预测" },
});
