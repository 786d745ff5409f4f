// The lines of a review's parts, in both languages.

import { formatDuration, type LocalDate, type Tongue } from "../../base/index.ts";
import type { Tally } from "../check/judge.ts";
import type { ConditionKind } from "../day/day.ts";
import type { ShareBy } from "../report/report.ts";
import type { PlanFigures } from "./figures.ts";
import type { ItemTurn } from "./items.ts";
import { percentOf, sayReview } from "./messages.ts";

const dEn = (min: number): string => formatDuration(min);
const dZh = (min: number): string => formatDuration(min, "zh");
const percent = (ratio: number | null): string => (ratio === null ? "–" : `${percentOf(ratio)}%`);
const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

const en = {
  colon: ": ",
  comma: ", ",
  more: (number: number) => `and ${number} more`,
  noFindings: () => "Nothing stands out.",
  noPlan: () => "Neither plan nor record.",
  compared: (title: string) => `In brackets: ${title}.`,
  plan: (plan: PlanFigures, before: PlanFigures | null): string[] => {
    const was = (say: (figures: PlanFigures) => string): string =>
      before === null ? "" : ` (${say(before)})`;
    return [
      `planned ${dEn(plan.plannedMin)}${was((one) => dEn(one.plannedMin))}, on ${plan.plannedDays} of ${count(plan.workingDays, "working day")}${was((one) => `${one.plannedDays} of ${one.workingDays}`)}`,
      `kept ${dEn(plan.keptMin)}${was((one) => dEn(one.keptMin))}, ${percent(plan.keptRatio)}${was((one) => percent(one.keptRatio))}; ${plan.keptBlocks} of ${count(plan.blocks, "block")}${was((one) => `${one.keptBlocks} of ${one.blocks}`)}`,
      `${count(plan.movedBlocks, "block")} moved${was((one) => String(one.movedBlocks))}, ${plan.droppedBlocks} fell out${was((one) => String(one.droppedBlocks))}`,
      `recorded ${dEn(plan.recordedMin)}${was((one) => dEn(one.recordedMin))}`,
      `${count(plan.interruptions, "interruption")}${was((one) => String(one.interruptions))}, ${dEn(plan.interruptedMin)}${was((one) => dEn(one.interruptedMin))}; of a buffer of ${dEn(plan.bufferMin)}, ${dEn(plan.bufferSpentMin)} was spent`,
    ];
  },
  noSlips: () => "Nothing that was planned slipped.",
  unknownSlips: () => "Nothing was recorded, so what slipped is not known.",
  slip: (text: string, priority: string | null, times: number, plannedMin: number, keptMin: number) =>
    `${text}${priority === null ? "" : ` (${priority})`}: ${times === 1 ? "once" : times === 2 ? "twice" : `${times} times`}, ${dEn(plannedMin)} planned${keptMin === 0 ? "" : `, ${dEn(keptMin)} done`}`,
  noHours: (by: ShareBy) =>
    ({
      priority: "No work was recorded.",
      group: "No work was recorded for any group.",
      goal: "No work was recorded for any goal.",
      section: "No work was recorded for any section.",
    })[by],
  noWeeks: () => "Less than two weeks.",
  week: (
    from: LocalDate,
    plannedMin: number,
    kept: number | null,
    recordedMin: number,
    hours: readonly string[],
  ) =>
    `from ${from}: ${kept === null ? "no plan" : `kept ${percent(kept)} of ${dEn(plannedMin)}`}, recorded ${dEn(recordedMin)}${hours.length === 0 ? "" : ` (${hours.join(", ")})`}`,
  noConditions: () => "No condition is known yet.",
  noChecks: () => "No working day was checked.",
  condition: (name: string, kind: ConditionKind, { held, days }: Tally, before: Tally) =>
    `${kind}: ${name}: ${days === 0 ? "not checked" : `held on ${held} of ${count(days, "checked day")}`}${before.days === 0 ? "" : ` (before: ${before.held} of ${before.days})`}`,
  noCorrections: () => "No correction was under way.",
  correction: (text: string, condition: string, from: LocalDate, verdict: string, says: string) =>
    `${text} (against “${condition}”, since ${from}): **${verdict}**. ${says}`,
  noItems: (turn: ItemTurn) =>
    ({
      started: "No item was started.",
      finished: "No item was finished.",
      dropped: "No item was dropped.",
      untouched: "No open item stood untouched.",
    })[turn],
  unknownItems: (turn: ItemTurn) =>
    ({
      started: "What was started is not known.",
      finished: "What was finished is not known.",
      dropped: "What was dropped is not known.",
      untouched: "What stood untouched is not known.",
    })[turn],
  item: (turn: ItemTurn, path: string, priority: string | null, on: LocalDate | null, source: string) => {
    const name = `${path}${priority === null ? "" : ` (${priority})`}`;
    if (turn !== "untouched") return `${name}: ${on}, ${source}`;
    return on === null ? `${name}: no sign of it in the last year` : `${name}: last on ${on}, ${source}`;
  },
  noCommitments: () => "There are no commitments.",
  commitment: (says: string, kept: number, broken: number, running: number, min: number) => {
    const verdicts = [
      ...(kept > 0 ? [kept + broken === 1 ? "kept" : `kept ${kept} of ${kept + broken}`] : []),
      ...(kept === 0 && broken > 0 ? [broken === 1 ? "not kept" : `not kept, ${broken} times`] : []),
      ...(running > 0 ? ["still running"] : []),
    ];
    return `${says}: ${verdicts.length === 0 ? "not known" : verdicts.join(", ")}, ${dEn(min)} recorded`;
  },
  noGoals: () => "No goal is open.",
  goal: (title: string, ratio: number | null, minutes: number, overdue: boolean) =>
    `${title}: ${ratio === null ? "not measured" : percent(ratio)}, ${dEn(minutes)} recorded${overdue ? ", its period is over" : ""}`,
  noProblems: () => "No key problem is open.",
  problem: (text: string, solvedOn: LocalDate | null, trials: readonly string[]) =>
    `${text}${solvedOn === null ? "" : `: solved on ${solvedOn}`}${trials.length === 0 ? "" : `; being tried: ${trials.join("; ")}`}`,
  noEstimates: () => "Nothing with an estimate and records was finished.",
  estimate: (path: string, estimateMin: number, actualMin: number, ratio: number) =>
    `${path}: estimated ${dEn(estimateMin)}, took ${dEn(actualMin)}, ${sayReview("en").times(ratio)} as long`,
  fewEstimates: (number: number) => `${number === 1 ? "One is" : `${number} are`} too few to learn from.`,
  estimates: (number: number, median: number) =>
    `Median of ${number}: ${sayReview("en").times(median)} as long as estimated.`,
  question: (number: number, text: string, because: string) =>
    `### ${number}. ${text}\n\n> ${because}\n\nAnswer:`,
};

export type PartTexts = typeof en;

const zh: PartTexts = {
  colon: "：",
  comma: "，",
  more: (number) => `另有 ${number} 个`,
  noFindings: () => "没有特别值得说的。",
  noPlan: () => "没有计划，也没有记录。",
  compared: (title) => `括号里是${title}。`,
  plan: (plan, before) => {
    const was = (say: (figures: PlanFigures) => string): string =>
      before === null ? "" : `（${say(before)}）`;
    return [
      `计划 ${dZh(plan.plannedMin)}${was((one) => dZh(one.plannedMin))}，${plan.workingDays} 个工作日里 ${plan.plannedDays} 天有计划${was((one) => `${one.workingDays} 天里 ${one.plannedDays} 天`)}`,
      `做到 ${dZh(plan.keptMin)}${was((one) => dZh(one.keptMin))}，${percent(plan.keptRatio)}${was((one) => percent(one.keptRatio))}；${plan.blocks} 个时段里做到 ${plan.keptBlocks} 个${was((one) => `${one.blocks} 个里 ${one.keptBlocks} 个`)}`,
      `移走 ${plan.movedBlocks} 个${was((one) => String(one.movedBlocks))}，取消 ${plan.droppedBlocks} 个${was((one) => String(one.droppedBlocks))}`,
      `记录 ${dZh(plan.recordedMin)}${was((one) => dZh(one.recordedMin))}`,
      `打断 ${plan.interruptions} 次${was((one) => String(one.interruptions))}，共 ${dZh(plan.interruptedMin)}${was((one) => dZh(one.interruptedMin))}；缓冲 ${dZh(plan.bufferMin)}，用掉 ${dZh(plan.bufferSpentMin)}`,
    ];
  },
  noSlips: () => "排了的都做到了，没有往后推的。",
  unknownSlips: () => "什么都没记录，推迟了什么无从知道。",
  slip: (text, priority, times, plannedMin, keptMin) =>
    `${text}${priority === null ? "" : `（${priority}）`}：${times} 次，计划 ${dZh(plannedMin)}${keptMin === 0 ? "" : `，做了 ${dZh(keptMin)}`}`,
  noHours: (by) =>
    ({
      priority: "没有记录用时。",
      group: "没有哪个分组记到用时。",
      goal: "没有哪个目标记到用时。",
      section: "没有哪个章节记到用时。",
    })[by],
  noWeeks: () => "不到两周。",
  week: (from, plannedMin, kept, recordedMin, hours) =>
    `${from} 起：${kept === null ? "没有计划" : `计划 ${dZh(plannedMin)}，做到 ${percent(kept)}`}，记录 ${dZh(recordedMin)}${hours.length === 0 ? "" : `（${hours.join("，")}）`}`,
  noConditions: () => "还没有写下状态。",
  noChecks: () => "没有哪个工作日对照过。",
  condition: (name, kind, { held, days }, before) =>
    `${kind === "healthy" ? "健康" : "异常"}：${name}：${days === 0 ? "没有对照" : `对照过的 ${days} 天里有 ${held} 天`}${before.days === 0 ? "" : `（上一段 ${before.days} 天里有 ${before.held} 天）`}`,
  noCorrections: () => "没有在进行的纠错。",
  correction: (text, condition, from, verdict, says) =>
    `${text}（针对“${condition}”，从 ${from} 起）：**${verdict}**。${says}`,
  noItems: (turn) =>
    ({
      started: "没有新开始的条目。",
      finished: "没有完成的条目。",
      dropped: "没有放弃的条目。",
      untouched: "没有一直没动的条目。",
    })[turn],
  unknownItems: (turn) =>
    ({
      started: "开始了什么，无从知道。",
      finished: "完成了什么，无从知道。",
      dropped: "放弃了什么，无从知道。",
      untouched: "什么没有动过，无从知道。",
    })[turn],
  item: (turn, path, priority, on, source) => {
    const name = `${path}${priority === null ? "" : `（${priority}）`}`;
    if (turn !== "untouched") return `${name}：${on}，${source}`;
    return on === null ? `${name}：近一年没有动静` : `${name}：上次动是 ${on}，${source}`;
  },
  noCommitments: () => "没有承诺。",
  commitment: (says, kept, broken, running, min) => {
    const verdicts = [
      ...(kept > 0 ? [kept + broken === 1 ? "守住了" : `${kept + broken} 次守住 ${kept} 次`] : []),
      ...(kept === 0 && broken > 0 ? [broken === 1 ? "没守住" : `${broken} 次都没守住`] : []),
      ...(running > 0 ? ["还没到期"] : []),
    ];
    return `${says}：${verdicts.length === 0 ? "未知" : verdicts.join("，")}，记录 ${dZh(min)}`;
  },
  noGoals: () => "没有进行中的目标。",
  goal: (title, ratio, minutes, overdue) =>
    `${title}：${ratio === null ? "没有进度" : percent(ratio)}，记录 ${dZh(minutes)}${overdue ? "，期限已过" : ""}`,
  noProblems: () => "没有未解决的关键问题。",
  problem: (text, solvedOn, trials) =>
    `${text}${solvedOn === null ? "" : `：${solvedOn} 解决`}${trials.length === 0 ? "" : `；在试：${trials.join("；")}`}`,
  noEstimates: () => "没有完成有估计又有记录的条目。",
  estimate: (path, estimateMin, actualMin, ratio) =>
    `${path}：估计 ${dZh(estimateMin)}，实际 ${dZh(actualMin)}，是估计的 ${sayReview("zh").times(ratio)}`,
  fewEstimates: (number) => `只有 ${number} 个，太少，看不出什么。`,
  estimates: (number, median) => `${number} 个的中位数：是估计的 ${sayReview("zh").times(median)}。`,
  question: (number, text, because) => `### ${number}. ${text}\n\n> ${because}\n\n答：`,
};

export function partTexts(tongue: Tongue): PartTexts {
  return tongue === "zh" ? zh : en;
}
