// What is said about importance, in both languages: why an item has its value, and where page and answers disagree.

import { formatDuration, type Tongue } from "../../base/index.ts";
import type { Priority } from "../item.ts";
import type { RankedItem, Sureness } from "./disagreement.ts";
import type { Importance, ImportanceAnswers } from "./importance.ts";

type Named = Pick<RankedItem, "title" | "priority" | "answers">;

const times = (factor: number): string => `×${factor.toFixed(2)}`;

const en = {
  reason: ({ helps, effortMin, people, hasPoints }: ImportanceAnswers, { factors }: Importance): string => {
    const known = helps.filter(({ help }) => help !== null);
    if (known.length === 0) return "How much it helps is not answered yet.";
    const said = [
      `${known.map(({ goal, help }) => `help ${help} of 3 for “${goal}”`).join(" and ")} (${factors.help!.toFixed(2)})`,
      effortMin === null
        ? `effort not answered, counted as middling (${times(factors.effort)})`
        : `${formatDuration(effortMin)} of effort (${times(factors.effort)})`,
    ];
    if (people !== null && people > 0)
      said.push(`${people} ${people === 1 ? "other person" : "others"} needed (${times(factors.people)})`);
    if (!hasPoints) said.push(`no check points (${times(factors.points)})`);
    return said.join(", ");
  },
  priority: (priority: Priority): string => `${priority} priority`,
  tooLow: (item: Named, rival: Named, isBest: boolean): string =>
    isBest
      ? `“${item.title}” stands in ${en.priority(item.priority)}, but is the largest help for the least effort.`
      : `“${item.title}” stands in ${en.priority(item.priority)}, but your answers make it worth more than “${rival.title}” in ${en.priority(rival.priority)}.`,
  tooHigh: (item: Named, rival: Named): string =>
    `“${item.title}” stands in ${en.priority(item.priority)}, but your answers make “${rival.title}” in ${en.priority(rival.priority)} worth more.`,
  servesNothing: (item: Named): string =>
    `“${item.title}” stands in ${en.priority(item.priority)}, but serves no open goal.`,
  answers: ({ title, answers }: Named): string => {
    const help = Math.max(...answers!.helps.map((one) => one.help ?? 0));
    const effort = answers!.effortMin === null ? "effort not answered" : formatDuration(answers!.effortMin);
    return `“${title}”: help ${help}, ${effort}`;
  },
  rests: (item: Named, rival: Named, sureness: Sureness): string => {
    const stands = {
      sure: "it would stand if every answer were one step off",
      likely: "it would stand if the answers about this item were one step off, not if both were",
      unsure: "one answer that is a step off, or is missing, could turn it round",
    }[sureness];
    return `Rests on ${en.answers(item)}; ${en.answers(rival)}. It is ${sureness}: ${stands}.`;
  },
  restsOnShare: (serving: number, all: number): string =>
    `Rests on goals.md: ${serving} of ${all} items of highest and high priority serve a goal; the others may only be missing there.`,
};

const PRIORITIES_ZH: Readonly<Record<Priority, string>> = {
  highest: "最高优先级",
  high: "高优先级",
  medium: "中优先级",
  low: "低优先级",
};

const zh: typeof en = {
  reason: ({ helps, effortMin, people, hasPoints }, { factors }) => {
    const known = helps.filter(({ help }) => help !== null);
    if (known.length === 0) return "还没有回答帮助有多大。";
    const said = [
      `${known.map(({ goal, help }) => `对“${goal}”帮助 ${help}/3`).join("，")}（${factors.help!.toFixed(2)}）`,
      effortMin === null
        ? `没有回答要多少时间，按中等算（${times(factors.effort)}）`
        : `要 ${formatDuration(effortMin, "zh")}（${times(factors.effort)}）`,
    ];
    if (people !== null && people > 0) said.push(`需要别人 ${people} 人（${times(factors.people)}）`);
    if (!hasPoints) said.push(`没有检查点（${times(factors.points)}）`);
    return said.join("，");
  },
  priority: (priority) => PRIORITIES_ZH[priority],
  tooLow: (item, rival, isBest) =>
    isBest
      ? `“${item.title}”在${zh.priority(item.priority)}，却是花最少时间帮助最大的一个。`
      : `“${item.title}”在${zh.priority(item.priority)}，但照你的回答，它比${zh.priority(rival.priority)}的“${rival.title}”更重要。`,
  tooHigh: (item, rival) =>
    `“${item.title}”在${zh.priority(item.priority)}，但照你的回答，${zh.priority(rival.priority)}的“${rival.title}”更重要。`,
  servesNothing: (item) => `“${item.title}”在${zh.priority(item.priority)}，却不服务于任何进行中的目标。`,
  answers: ({ title, answers }) => {
    const help = Math.max(...answers!.helps.map((one) => one.help ?? 0));
    const effort = answers!.effortMin === null ? "时间未答" : formatDuration(answers!.effortMin, "zh");
    return `“${title}”帮助 ${help}，${effort}`;
  },
  rests: (item, rival, sureness) => {
    const stands = {
      sure: "很确定：每个回答都差一档也还成立",
      likely: "较可能：这个条目的回答差一档仍成立，两边都差就不一定",
      unsure: "不确定：有一个回答差一档，或有一问没有回答，就可能反过来",
    }[sureness];
    return `依据：${zh.answers(item)}；${zh.answers(rival)}。${stands}。`;
  },
  restsOnShare: (serving, all) =>
    `依据 goals.md：最高和高优先级的 ${all} 个条目里有 ${serving} 个写明了服务的目标，其余的也可能只是还没写。`,
};

export function sayImportance(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
