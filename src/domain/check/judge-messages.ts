// What came of a correction, in both languages: the figures, the chance, and what it rests on.

import type { Tongue } from "../../base/index.ts";
import type { Tally } from "./judge.ts";

type Judged = (before: Tally, since: Tally, better: number | null, fewest: number) => string;

/** Never more sure than whole percents allow. */
const percent = (chance: number): number => Math.round(100 * chance);

const daysEn = (days: number): string => `${days} checked working ${days === 1 ? "day" : "days"}`;

const en: Judged = (before, since, better, fewest) => {
  const earlier = `It held on ${before.held} of ${daysEn(before.days)} before`;
  if (before.days + since.days === 0) return "No working day was checked for it before or since.";
  if (since.days === 0) return `${earlier}; none has been checked since.`;
  const figures =
    before.days === 0
      ? `No working day was checked before; it held on ${since.held} of ${since.days} since.`
      : `${earlier}, and on ${since.held} of ${since.days} since.`;
  if (better === null)
    return `${figures} That is too little to tell: at least ${fewest} are needed on each side.`;
  const share = percent(better);
  const said = share >= 100 ? "above 99%" : share <= 0 ? "below 1%" : `${share}%`;
  return `${figures} The chance that it is really less frequent since is ${said} (two binomials with uniform priors, taking days as independent).`;
};

const zh: Judged = (before, since, better, fewest) => {
  const earlier = `之前 ${before.days} 个对照过的工作日里有 ${before.held} 天出现`;
  if (before.days + since.days === 0) return "之前和之后都还没有对照过的工作日。";
  if (since.days === 0) return `${earlier}，之后还没有对照过的日子。`;
  const figures =
    before.days === 0
      ? `之前没有对照过的工作日，之后 ${since.days} 个里有 ${since.held} 天出现。`
      : `${earlier}，之后 ${since.days} 个里有 ${since.held} 天。`;
  if (better === null) return `${figures}天数太少，看不出来：两边至少各要 ${fewest} 天。`;
  const share = percent(better);
  const said = share >= 100 ? "超过 99%" : share <= 0 ? "不到 1%" : `${share}%`;
  return `${figures}真的变少了的可能性是 ${said}（两个二项分布，均匀先验，假定各天互相独立）。`;
};

export function sayJudged(tongue: Tongue): Judged {
  return tongue === "zh" ? zh : en;
}
