// What would be wrong with the page after an edit, in both languages: the second half of "cannot be written so that …".

import type { Tongue } from "../../base/index.ts";
import type { Priority, State } from "../item.ts";

/** What of an item would change though it should not. */
export type Field =
  | "title"
  | "note"
  | "text"
  | "state"
  | "priority"
  | "progress"
  | "group"
  | "links"
  | "step count";

const FIELDS_ZH: Readonly<Record<Field, string>> = {
  title: "标题",
  note: "备注",
  text: "文字",
  state: "状态",
  priority: "优先级",
  progress: "进度",
  group: "分组",
  links: "链接",
  "step count": "步骤数",
};
const PRIORITIES_ZH: Readonly<Record<Priority, string>> = {
  highest: "最高",
  high: "高",
  medium: "中",
  low: "低",
};
const STATES_ZH: Readonly<Record<State, string>> = {
  open: "未开始",
  doing: "正在做",
  done: "已完成",
  dropped: "已放弃",
};

const en = {
  notAnItem: (typed: string) => `“${typed}” would not be read as an item of the page`,
  alsoAnItem: (title: string) => `“${title}” would become an item as well`,
  itemCount: (count: number, wanted: number) => `${count} items would be new, not ${wanted}`,
  lineReads: (title: string, note: string | null) =>
    `the line would read as “${title}”${note === null ? "" : ` with the note “${note}”`}`,
  itemLost: (title: string) => `“${title}” would be lost`,
  fieldChanges: (field: Field, title: string, before: string, after: string) =>
    `the ${field} of “${title}” would change from “${before}” to “${after}”`,
  priorityReads: (title: string, priority: Priority | null) =>
    `the priority of “${title}” would read as ${priority ?? "none"}`,
  stateReads: (title: string, state: State, wanted: State) =>
    `“${title}” would read as ${state}, not ${wanted}`,
  progressReads: (text: string | null) => `the progress would read as ${text ?? "none"}`,
  standsBelow: (title: string, parent: string | null) =>
    parent === null ? `“${title}” would stand below no item` : `“${title}” would stand below “${parent}”`,
  standsInSection: (title: string, section: string) => `“${title}” would stand in “${section}”`,
  standsInGroup: (title: string, group: string | null) =>
    group === null ? `“${title}” would stand in no group` : `“${title}” would stand in the group “${group}”`,
  standsApart: (title: string, other: string) => `“${title}” would not stand next to “${other}”`,
  sectionChanges: (title: string) => `the section “${title}” would change`,
  entryChanges: (title: string) => `the log entry “${title}” would change`,
  entryReads: (title: string) => `the new entry would read as ${title}`,
  entryLost: () => "a log entry would be lost",
  entryAdded: () => "a log entry would be new",
  otherEntryChanges: () => "another log entry would change",
  keptEntryChanges: () => "an entry that stays would change",
  textReads: (text: string) => `the text would read as “${text}”`,
  notInLog: () => "the text would not be read as part of the log",
  severalTexts: () => "more than one text would be added",
  logReads: (text: string, wanted: string) => `the log would read “${text}” where it should read “${wanted}”`,
};

const zh: typeof en = {
  notAnItem: (typed) => `“${typed}”不会被读成页面上的条目`,
  alsoAnItem: (title) => `“${title}”也会变成条目`,
  itemCount: (count, wanted) => `会多出 ${count} 个条目，而不是 ${wanted} 个`,
  lineReads: (title, note) => `这一行会读成“${title}”${note === null ? "" : `，备注“${note}”`}`,
  itemLost: (title) => `“${title}”会丢失`,
  fieldChanges: (field, title, before, after) =>
    `“${title}”的${FIELDS_ZH[field]}会从“${before}”变成“${after}”`,
  priorityReads: (title, priority) =>
    priority === null ? `“${title}”会没有优先级` : `“${title}”的优先级会读成${PRIORITIES_ZH[priority]}`,
  stateReads: (title, state, wanted) => `“${title}”会读成${STATES_ZH[state]}，而不是${STATES_ZH[wanted]}`,
  progressReads: (text) => (text === null ? "读不出进度" : `进度会读成 ${text}`),
  standsBelow: (title, parent) =>
    parent === null ? `“${title}”会不在任何条目下面` : `“${title}”会在“${parent}”下面`,
  standsInSection: (title, section) => `“${title}”会在“${section}”里`,
  standsInGroup: (title, group) =>
    group === null ? `“${title}”会不在任何分组里` : `“${title}”会在分组“${group}”里`,
  standsApart: (title, other) => `“${title}”不会挨着“${other}”`,
  sectionChanges: (title) => `“${title}”这一部分会改变`,
  entryChanges: (title) => `记录“${title}”会改变`,
  entryReads: (title) => `新记录的日期会读成 ${title}`,
  entryLost: () => "会丢失一条记录",
  entryAdded: () => "会多出一条记录",
  otherEntryChanges: () => "另一条记录会改变",
  keptEntryChanges: () => "留下的记录会改变",
  textReads: (text) => `内容会读成“${text}”`,
  notInLog: () => "内容不会被读成记录的一部分",
  severalTexts: () => "会加上不止一条内容",
  logReads: (text, wanted) => `记录会读成“${text}”，应为“${wanted}”`,
};

export type Wrongs = typeof en;

/** Sentences without a full stop: they end another one. */
export function sayWrong(tongue: Tongue): Wrongs {
  return tongue === "zh" ? zh : en;
}
