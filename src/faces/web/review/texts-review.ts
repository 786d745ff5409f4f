// Words of the Review screen.

import { catalogue } from "../texts.ts";

/** What a chart is called where there is nothing to see in it. */
const CHARTS_EN: Readonly<Record<string, string>> = {
  hours: "Hours by week and priority",
  plan: "The plan kept",
  year: "The year",
  corrections: "Before and after corrections",
  estimates: "Estimates and what it took",
  orders: "Stated and lived order",
};
const CHARTS_ZH: Readonly<Record<string, string>> = {
  hours: "各周各优先级的时间",
  plan: "守住的计划",
  year: "这一年",
  corrections: "纠错前后",
  estimates: "估计与实际",
  orders: "写和做的次序",
};

export const reviewTexts = catalogue({
  whichKind: { en: "How long", zh: "多长" },
  before: { en: "The stretch before", zh: "上一段" },
  after: { en: "The stretch after", zh: "下一段" },
  running: { en: "Now", zh: "现在" },
  rangeField: { en: "Any stretch", zh: "任意时间段" },
  rangePlaceholder: { en: "last week, 2026-10, A..B", zh: "上周、2026-10、起..止" },
  rangeNote: {
    en: (from: string, to: string, noted: number, working: number) =>
      from === to
        ? noted === 0
          ? "Without a note"
          : ""
        : `${from} to ${to}, ${working} working ${working === 1 ? "day" : "days"}, ${noted} with a note`,
    zh: (from, to, noted, working) =>
      from === to
        ? noted === 0
          ? "没有日志"
          : ""
        : `${from} 至 ${to}，工作日 ${working} 天，有日志 ${noted} 天`,
  },
  findings: { en: "What to know first", zh: "先看这些" },
  figures: { en: "Plan and record", zh: "计划与记录" },
  compared: { en: (title: string) => `compared with ${title}`, zh: (title) => `与${title}相比` },
  planned: { en: "Planned", zh: "计划" },
  kept: { en: "Kept", zh: "守住" },
  recorded: { en: "Recorded", zh: "记录" },
  interrupted: { en: "Interrupted", zh: "打断" },
  buffer: { en: "Buffer spent", zh: "缓冲用掉" },
  moved: { en: "Blocks moved", zh: "移走的时段" },
  dropped: { en: "Blocks fallen out", zh: "落空的时段" },
  daysPlanned: { en: "Days planned", zh: "有计划的天数" },
  was: { en: (value: string) => `before: ${value}`, zh: (value) => `上一段：${value}` },
  ofAll: { en: (part: string, all: string) => `${part} of ${all}`, zh: (part, all) => `${part} / ${all}` },
  timesInterrupted: {
    en: (times: number, min: string) => (times === 0 ? "not once" : `${times} × · ${min}`),
    zh: (times, min) => (times === 0 ? "没有" : `${times} 次 · ${min}`),
  },
  slipped: { en: "What slipped", zh: "没做成的" },
  slippedSays: {
    en: (kept: string, planned: string, times: number) =>
      `${kept} of ${planned}${times > 1 ? ` · ${times} times` : ""}`,
    zh: (kept, planned, times) => `${kept} / ${planned}${times > 1 ? ` · ${times} 次` : ""}`,
  },
  hours: { en: "Where the hours went", zh: "时间去了哪里" },
  by: { en: "Divided by", zh: "划分" },
  byPriority: { en: "Priority", zh: "优先级" },
  byGoal: { en: "Goal", zh: "目标" },
  bySection: { en: "Section", zh: "章节" },
  byGroup: { en: "Group", zh: "分组" },
  noHours: { en: "Nothing was recorded.", zh: "没有记录。" },
  pictures: { en: "Pictures", zh: "图" },
  chartName: {
    en: (name: string) => CHARTS_EN[name] ?? name,
    zh: (name) => CHARTS_ZH[name] ?? name,
  },
  numbers: { en: "Numbers", zh: "数据" },
  drift: { en: "Said and done", zh: "写的和做的" },
  starved: { en: "Highest, and next to nothing", zh: "最高优先级，却几乎没动" },
  lastMoved: {
    en: (on: string | null) => (on === null ? "never moved" : `last moved ${on}`),
    zh: (on) => (on === null ? "从未动过" : `最近动过 ${on}`),
  },
  nextStep: { en: (title: string) => `next step: ${title}`, zh: (title) => `下一步：${title}` },
  instead: { en: "What took the time", zh: "时间给了谁" },
  conditions: { en: "Conditions", zh: "状态" },
  healthy: { en: "healthy", zh: "健康" },
  abnormal: { en: "abnormal", zh: "异常" },
  condition: { en: "Condition", zh: "状态" },
  held: { en: "Held on", zh: "出现" },
  heldBefore: { en: "Before", zh: "上一段" },
  tally: {
    en: (held: number, days: number) => (days === 0 ? "not checked" : `${held} of ${days}`),
    zh: (held, days) => (days === 0 ? "没有检查" : `${days} 天里 ${held} 天`),
  },
  corrections: { en: "Corrections", zh: "纠错" },
  works: { en: "works", zh: "有效" },
  useless: { en: "of no use", zh: "没有用" },
  unclear: { en: "unclear", zh: "不明" },
  "too-few": { en: "too few days", zh: "天数太少" },
  since: { en: (on: string) => `since ${on}`, zh: (on) => `${on} 起` },
  itemsPart: { en: "Items", zh: "条目" },
  started: { en: "Started", zh: "开始的" },
  finished: { en: "Finished", zh: "完成的" },
  droppedItems: { en: "Dropped", zh: "放弃的" },
  untouched: { en: "Untouched", zh: "没动的" },
  lastTouched: { en: (on: string) => `last ${on}`, zh: (on) => `上次 ${on}` },
  more: { en: (count: number) => `${count} more`, zh: (count) => `还有 ${count} 个` },
  commitments: { en: "Commitments", zh: "承诺" },
  keptOf: {
    en: (kept: number, of: number) => (of === 0 ? "nothing to judge" : `kept ${kept} of ${of}`),
    zh: (kept, of) => (of === 0 ? "还不能判断" : `${of} 个周期守住 ${kept} 个`),
  },
  goals: { en: "Goals", zh: "目标" },
  overdue: { en: "the time is over", zh: "期限已过" },
  problems: { en: "Key problems", zh: "关键问题" },
  solved: { en: (on: string) => `solved ${on}`, zh: (on) => `${on} 已解决` },
  trying: { en: (what: string) => `trying: ${what}`, zh: (what) => `在试：${what}` },
  estimates: { en: "Estimates and what it took", zh: "估计与实际" },
  estimateSays: {
    en: (estimate: string, actual: string, ratio: number) =>
      `${estimate} → ${actual} (× ${ratio.toFixed(1)})`,
    zh: (estimate, actual, ratio) => `${estimate} → ${actual}（${ratio.toFixed(1)} 倍）`,
  },
  write: { en: "The review itself", zh: "写回顾" },
  writeLead: {
    en: (file: string) => `Private. What you answer is kept in ${file}.`,
    zh: (file) => `仅自己可见。回答会存进 ${file}。`,
  },
  answer: { en: "Your answer", zh: "你的回答" },
  whole: { en: "The whole text", zh: "全文" },
  wholeLabel: { en: "The review as it will be kept", zh: "将要保存的回顾全文" },
  keep: { en: "Keep the review", zh: "保存回顾" },
  keptAlready: { en: "Kept", zh: "已保存" },
  notKept: { en: "Not written yet", zh: "还没有写" },
  stale: { en: "The figures have changed since it was kept.", zh: "保存之后数据有变化。" },
  unsaved: { en: "Not kept yet", zh: "尚未保存" },
  draft: { en: "For the log", zh: "写进记录" },
  draftLead: {
    en: (file: string) => `These lines, and nothing else, become public in ${file}.`,
    zh: (file) => `只有下面这些内容会公开到 ${file}。`,
  },
  publicPart: { en: "Public", zh: "公开" },
  privatePart: { en: "Private: stays here unless you take it in", zh: "私密：除非你取用，否则不会公开" },
  draftField: { en: "What the entry says", zh: "这条记录的内容" },
  because: { en: "What the lines rest on", zh: "每行的依据" },
  takeIn: { en: "Take in", zh: "取用" },
  takeInWhat: { en: (what: string) => `Take in: ${what}`, zh: (what) => `取用：${what}` },
  taken: { en: "taken in", zh: "已取用" },
  seeChange: { en: "See the change", zh: "看看改动" },
  hideChange: { en: "Hide the change", zh: "收起改动" },
  writeEntry: { en: "Write to the page", zh: "写进页面" },
  replaces: {
    en: (line: number) =>
      `There is an entry for these days, in line ${line}; its lines are kept, new ones are added.`,
    zh: (line) => `第 ${line} 行已经有这几天的记录；原有内容保留，只添加新的。`,
  },
  draftNothing: {
    en: "Nothing is known that could be written. Write it yourself.",
    zh: "没有可写的已知内容，请自己写。",
  },
  noteHours: { en: "Hours", zh: "用时" },
  noteNote: { en: "Notes", zh: "笔记" },
  noteCheck: { en: "Checks", zh: "自检" },
  noteCorrection: { en: "Corrections", zh: "纠错" },
  noteProblem: { en: "Key problems", zh: "关键问题" },
  noteInterruption: { en: "Interruptions", zh: "打断" },
  toWriting: { en: "Answer and write", zh: "回答与写作" },
});
