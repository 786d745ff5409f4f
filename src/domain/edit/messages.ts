// What the editing part says when it refuses, in both languages: what cannot be done, and what can.

import type { Tongue } from "../../base/index.ts";
import type { Priority, Role, State } from "../item.ts";

interface EditMessages {
  noRole(role: Role): string;
  noPriority(priority: Priority): string;
  everyPriority(): string;
  sayPriority(): string;
  noGroup(group: string): string;
  noSection(): string;
  theyAre(names: readonly string[]): string;
  groupsAre(names: readonly string[]): string;
  addSection(example: string): string;
  intoItself(title: string): string;
  sharedLine(title: string): string;
  notReadBack(problem: string): string;
  writeByHand(): string;
  emptyText(): string;
  notOneLine(text: string): string;
  badProgress(text: string): string;
  progressExamples(): string;
  beyondTotal(done: number, total: number): string;
  noTotal(done: string): string;
  noLogLine(line: number): string;
  noDate(): string;
  reversed(from: string, to: string): string;
  tooDeep(depth: number): string;
  notDate(text: string): string;
}

const PRIORITY_EN: Readonly<Record<Priority, string>> = {
  highest: "highest",
  high: "high",
  medium: "medium",
  low: "low",
};
const PRIORITY_ZH: Readonly<Record<Priority, string>> = {
  highest: "最高",
  high: "高",
  medium: "中",
  low: "低",
};
const ROLE_ZH: Readonly<Record<Role, string>> = {
  learning: "学习",
  reading: "阅读",
  log: "记录",
  other: "其他",
};

const en: EditMessages = {
  noRole: (role) => `The page has no ${role} section.`,
  noPriority: (priority) => `The page has no section for ${PRIORITY_EN[priority]} priority.`,
  everyPriority: () => "The page has no list of items without a priority.",
  sayPriority: () => "Name a priority, or add a heading without one to the page first.",
  noGroup: (group) => `The page has no group “${group}”.`,
  noSection: () => "The page has no learning or reading section.",
  theyAre: (names) =>
    names.length === 0
      ? "It has no sections for items."
      : `Its sections are ${names.map((name) => `“${name}”`).join(", ")}.`,
  groupsAre: (names) =>
    names.length === 0
      ? "It has no groups."
      : `Its groups are ${names.map((name) => `“${name}”`).join(", ")}.`,
  addSection: (example) =>
    `Add a heading such as “${example}” to the page first, or choose one of its sections.`,
  intoItself: (title) => `“${title}” cannot be moved into or next to itself.`,
  sharedLine: (title) =>
    `“${title}” shares its line with another list entry, so it cannot be moved or added to here.`,
  notReadBack: (problem) => `This cannot be written so that the page reads back right: ${problem}`,
  writeByHand: () => "Edit this line by hand.",
  emptyText: () => "The text is empty.",
  notOneLine: (text) => `“${text}” cannot be written as a list entry.`,
  badProgress: (text) => `“${text}” is no progress.`,
  progressExamples: () => "Write 35/740, 20%, or chapter 3 of 14.",
  beyondTotal: (done, total) => `${done} is beyond the total of ${total}.`,
  noTotal: (done) => `${done} of how many? The item has no total yet.`,
  noLogLine: (line) => `Line ${line} holds no log text.`,
  noDate: () => "Say the date of the new log entry.",
  reversed: (from, to) => `The entry would end (${to}) before it begins (${from}).`,
  tooDeep: (depth) => `There is no bullet at depth ${depth - 1} that this could stand below.`,
  notDate: (text) => `“${text}” is no date or date range, so the entry would be lost.`,
};

const zh: EditMessages = {
  noRole: (role) => `页面里没有${ROLE_ZH[role]}部分。`,
  noPriority: (priority) => `页面里没有${PRIORITY_ZH[priority]}优先级的部分。`,
  everyPriority: () => "页面里没有不分优先级的清单。",
  sayPriority: () => "请指定一个优先级，或者先在页面里加一个不带优先级的标题。",
  noGroup: (group) => `页面里没有分组“${group}”。`,
  noSection: () => "页面里没有学习或阅读部分。",
  theyAre: (names) =>
    names.length === 0
      ? "它没有可以放条目的部分。"
      : `已有的部分：${names.map((name) => `“${name}”`).join("、")}。`,
  groupsAre: (names) =>
    names.length === 0 ? "它没有分组。" : `已有的分组：${names.map((name) => `“${name}”`).join("、")}。`,
  addSection: (example) => `先在页面里加一个标题，例如“${example}”，或者选已有的部分。`,
  intoItself: (title) => `“${title}”不能移到它自己里面或旁边。`,
  sharedLine: (title) => `“${title}”和另一个列表条目在同一行，不能在这里移动或添加。`,
  notReadBack: (problem) => `没有办法写成能正确读回的样子：${problem}`,
  writeByHand: () => "请手动修改这一行。",
  emptyText: () => "内容是空的。",
  notOneLine: (text) => `“${text}”不能写成列表条目。`,
  badProgress: (text) => `“${text}”不是进度。`,
  progressExamples: () => "请写成 35/740、20%，或者 第 3/14 章。",
  beyondTotal: (done, total) => `${done} 超过了总数 ${total}。`,
  noTotal: (done) => `${done}，一共多少？这个条目还没有总数。`,
  noLogLine: (line) => `第 ${line} 行不是记录的内容。`,
  noDate: () => "请给出新记录的日期。",
  reversed: (from, to) => `这条记录的结束（${to}）早于开始（${from}）。`,
  tooDeep: (depth) => `没有第 ${depth - 1} 层的条目可以放在下面。`,
  notDate: (text) => `“${text}”不是日期或日期区间，这条记录会丢失。`,
};

export function sayEdit(tongue: Tongue): EditMessages {
  return tongue === "zh" ? zh : en;
}

/** Words that name a state behind ` - ` on an item, for a page without a habit of its own (DESIGN §3). */
export const STATE_TAGS: Readonly<Record<State, { zh: string; en: string }>> = {
  open: { zh: "待完成", en: "to do" },
  doing: { zh: "进行中", en: "doing" },
  done: { zh: "已完成", en: "done" },
  dropped: { zh: "弃", en: "dropped" },
};

/** Headings that the editing part writes where a page has none. */
export const LOG_HEADING: Readonly<Record<Tongue, string>> = { zh: "日志", en: "Log" };

/** Headings shown as examples. */
export const PRIORITY_HEADINGS: Readonly<Record<Priority, { zh: string; en: string }>> = {
  highest: { zh: "最高优先级", en: "Highest priority" },
  high: { zh: "高优先级", en: "High priority" },
  medium: { zh: "中优先级", en: "Medium priority" },
  low: { zh: "低优先级", en: "Low priority" },
};
export const ROLE_HEADINGS: Readonly<Record<"learning" | "reading", { zh: string; en: string }>> = {
  learning: { zh: "学习清单", en: "Learning" },
  // Not "Reading", which on a page titled now says that all of it is being read.
  reading: { zh: "书单", en: "Books" },
};
