// Words of the check, of corrections, and of the calendar of days.

import { catalogue } from "../texts.ts";

export const checkTexts = catalogue({
  check: { en: "Check", zh: "自检" },
  checkDue: { en: "due", zh: "该做了" },
  checkIsDue: { en: "The check of the day is due.", zh: "该做今天的自检了。" },
  checkNow: { en: "Do it now", zh: "现在做" },
  checkDone: { en: "done", zh: "已完成" },
  checkNone: {
    en: "Write down how you work when it goes well, and when it does not: the end of a day is compared with that.",
    zh: "写下状态好时是怎样、不好时是怎样，一天结束时拿来对照。",
  },
  starter: { en: "Begin with a few common ones", zh: "先用几条常见的" },
  addCondition: { en: "Add a condition", zh: "加一条状态" },
  conditionKind: { en: "Kind", zh: "类别" },
  conditionName: { en: "In your own words", zh: "用自己的话说" },
  conditionDetect: { en: "Detected when (may stay empty)", zh: "自动检测（可不填）" },
  conditionDetectHint: { en: "Detected: worked after 22:00", zh: "可检测，如 22:00 后还在工作" },
  checkLead: {
    en: "Compare today with the ways of working that you know. Half a minute.",
    zh: "对照你熟悉的几种工作状态，半分钟就好。",
  },
  healthy: { en: "Healthy", zh: "健康" },
  abnormal: { en: "Abnormal", zh: "异常" },
  yes: { en: "Yes", zh: "是" },
  no: { en: "No", zh: "否" },
  seen: { en: (evidence: string) => `Seen: ${evidence}`, zh: (evidence) => `从记录看：${evidence}` },
  tooEarly: { en: "Too early to tell; it answers itself later.", zh: "现在还看不出，晚些会自动得出。" },
  noteLine: { en: "One line, if you like", zh: "想写就写一句" },
  saveCheck: { en: "Save the check", zh: "保存自检" },
  left: {
    en: (n: number) => (n === 1 ? "1 left to answer" : `${n} left to answer`),
    zh: (n) => `还有 ${n} 项没答`,
  },
  changeAnswers: { en: "Change answers", zh: "修改" },
  compareHealthy: {
    en: (now: number, before: string) => `${now} healthy today, ${before} on a usual day`,
    zh: (now, before) => `今天健康 ${now} 项，平时 ${before} 项`,
  },
  compareAbnormal: {
    en: (now: number, before: string) => `${now} abnormal, usually ${before}`,
    zh: (now, before) => `异常 ${now} 项，平时 ${before} 项`,
  },
  compareAlone: {
    en: (healthy: number, abnormal: number) => `${healthy} healthy, ${abnormal} abnormal today`,
    zh: (healthy, abnormal) => `今天健康 ${healthy} 项，异常 ${abnormal} 项`,
  },
  compareRests: {
    en: (days: number) => `rests on ${days} ${days === 1 ? "day" : "days"} of the last four weeks`,
    zh: (days) => `依据过去四周的 ${days} 天`,
  },
  compareFew: { en: "too few days to compare with", zh: "可比的天数还太少" },

  returning: { en: "Keeps returning", zh: "一再出现" },
  returningLine: {
    en: (name: string, days: number, of: number) => `“${name}” held on ${days} of ${of} days.`,
    zh: (name, days, of) => `「${name}」在 ${of} 天里出现了 ${days} 天。`,
  },
  correct: { en: "Write a correction", zh: "写一条纠错" },
  correctWhat: { en: "What will you do about it, in one sentence?", zh: "打算怎么做？写一句具体的话" },
  correctHint: { en: "One concrete sentence", zh: "写一句具体的话" },
  correctFrom: { en: "From", zh: "从" },
  correctJudge: { en: "Judge on", zh: "到哪天评判" },
  save: { en: "Save", zh: "保存" },
  cancel: { en: "Cancel", zh: "取消" },
  judge: { en: "Time to judge a correction", zh: "该评判的纠错" },
  judgeFor: {
    en: (condition: string) => `against “${condition}”`,
    zh: (condition) => `针对「${condition}」`,
  },
  judgeSince: { en: (from: string) => `since ${from}`, zh: (from) => `${from} 起` },
  before: { en: "Before", zh: "之前" },
  since: { en: "Since", zh: "之后" },
  heldOn: {
    en: (held: number, days: number) => `${held} of ${days} days`,
    zh: (held, days) => `${days} 天里 ${held} 天`,
  },
  keep: { en: "Keep", zh: "保留" },
  change: { en: "Change", zh: "修改" },
  dropIt: { en: "Drop", zh: "放弃" },
  changeTo: { en: "What instead?", zh: "改成什么？" },

  days: { en: "Days", zh: "日历" },
  daysSum: {
    en: (planned: number, share: string) =>
      `${planned} ${planned === 1 ? "day" : "days"} with a plan; ${share} of what was planned was kept`,
    zh: (planned, share) => `${planned} 天有计划，计划的时间做到了 ${share}`,
  },
  daysNone: { en: "No day has a plan or a record yet.", zh: "还没有哪天有计划或记录。" },
  daysHelp: {
    en: "Arrow keys go from day to day, Enter opens one.",
    zh: "方向键选择日期，回车打开。",
  },
  legendNone: { en: "no plan", zh: "没有计划" },
  legendOff: { en: "day off", zh: "休息日" },
  legendLess: { en: "less kept", zh: "做到的少" },
  legendMore: { en: "more", zh: "多" },
  legendAbnormal: { en: "something abnormal", zh: "有异常" },
  markKept: {
    en: (kept: string, planned: string) => `${kept} of ${planned} kept`,
    zh: (kept, planned) => `计划 ${planned}，做到 ${kept}`,
  },
  markRecorded: { en: (min: string) => `${min} recorded, no plan`, zh: (min) => `没有计划，记录 ${min}` },
  markNothing: { en: "nothing written", zh: "没有写下什么" },
  markOff: { en: "day off", zh: "休息日" },
  markChecked: { en: "checked", zh: "已自检" },
  markAbnormal: { en: (n: number) => `${n} abnormal`, zh: (n) => `异常 ${n} 项` },
  today: { en: "today", zh: "今天" },
});
