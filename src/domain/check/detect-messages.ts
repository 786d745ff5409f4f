// Evidence: what detectors saw, one sentence with figures, in both languages.

import { formatDuration, type LocalDate, type Tongue } from "../../base/index.ts";

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)}%`;

const en = {
  highest: (min: number, date: LocalDate) => `${formatDuration(min)} on highest-priority work on ${date}.`,
  noHighest: (days: number, since: LocalDate, recordedMin: number) =>
    days === 1
      ? `No highest-priority work on ${since}; ${formatDuration(recordedMin)} recorded on other work.`
      : `No highest-priority work in the last ${days} working days with records, since ${since}; ${formatDuration(recordedMin)} on other work.`,
  first: (reference: string, at: string, isTop: boolean) =>
    isTop
      ? `The day began with highest-priority work: “${reference}” at ${at}.`
      : `The day began with “${reference}” at ${at}, which is not of highest priority.`,
  planned: (at: string | null) => (at === null ? "There was no plan." : `The plan stood at ${at}.`),
  kept: (kept: number, planned: number) =>
    `${formatDuration(kept)} of ${formatDuration(planned)} planned were kept (${percent(kept, planned)}).`,
  longest: (min: number, count: number) =>
    `The longest of ${count} ${count === 1 ? "stretch" : "stretches"} of work was ${formatDuration(min)}.`,
  late: (min: number, after: string, end: string) =>
    min > 0
      ? `${formatDuration(min)} of work after ${after}, the last until ${end}.`
      : `No work after ${after}; the last record ended at ${end}.`,
  interrupted: (min: number, times: number) =>
    times === 0
      ? "No interruption."
      : `${times} ${times === 1 ? "interruption" : "interruptions"}, ${formatDuration(min)} together.`,
  commitment: (name: string, min: number, monday: LocalDate) =>
    `${formatDuration(min)} of “${name}” in the week of ${monday}.`,
  noCommitment: (name: string, monday: LocalDate, recordedMin: number) =>
    `No “${name}” in the week of ${monday}; ${formatDuration(recordedMin)} recorded on other things.`,
  noDoing: () => "No item is being done.",
  untouched: (path: string, touched: LocalDate, days: number, others: number) =>
    `“${path}” was last touched on ${touched}${days === 0 ? "" : `, ${days} working ${days === 1 ? "day" : "days"} ago`}${others > 0 ? `; ${others} more ${others === 1 ? "waits" : "wait"} too` : ""}.`,
};

const zh: typeof en = {
  highest: (min, date) => `${date} 在最高优先级的工作上花了 ${formatDuration(min, "zh")}。`,
  noHighest: (days, since, recordedMin) =>
    days === 1
      ? `${since} 没有最高优先级的工作，其他工作记录了 ${formatDuration(recordedMin, "zh")}。`
      : `最近 ${days} 个有记录的工作日（${since} 起）没有最高优先级的工作，其他工作共 ${formatDuration(recordedMin, "zh")}。`,
  first: (reference, at, isTop) =>
    isTop
      ? `这天从最高优先级的工作开始：${at}“${reference}”。`
      : `这天从“${reference}”开始（${at}），它不是最高优先级。`,
  planned: (at) => (at === null ? "没有计划。" : `计划在 ${at} 定下。`),
  kept: (kept, planned) =>
    `计划了 ${formatDuration(planned, "zh")}，做到 ${formatDuration(kept, "zh")}（${percent(kept, planned)}）。`,
  longest: (min, count) => `${count} 段工作里最长的一段是 ${formatDuration(min, "zh")}。`,
  late: (min, after, end) =>
    min > 0
      ? `${after} 后工作了 ${formatDuration(min, "zh")}，最后到 ${end}。`
      : `${after} 后没有工作，最后一条记录到 ${end}。`,
  interrupted: (min, times) =>
    times === 0 ? "没有被打断。" : `被打断 ${times} 次，共 ${formatDuration(min, "zh")}。`,
  commitment: (name, min, monday) => `${monday} 这一周，“${name}”花了 ${formatDuration(min, "zh")}。`,
  noCommitment: (name, monday, recordedMin) =>
    `${monday} 这一周没有“${name}”，其他事情记录了 ${formatDuration(recordedMin, "zh")}。`,
  noDoing: () => "没有正在做的条目。",
  untouched: (path, touched, days, others) =>
    `“${path}”上次动是 ${touched}${days === 0 ? "" : `，过了 ${days} 个工作日`}${others > 0 ? `；还有 ${others} 个也放着没动` : ""}。`,
};

export function sayDetected(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
