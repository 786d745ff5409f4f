// Words of the Goals screen.

import { catalogue } from "../texts.ts";

const percent = (ratio: number): string => `${Math.round(ratio * 100)}%`;

export const goalTexts = catalogue({
  count: {
    en: (open: number, closed: number) => `${open} open${closed === 0 ? "" : `, ${closed} closed`}`,
    zh: (open, closed) => `进行中 ${open} 个${closed === 0 ? "" : `，已结束 ${closed} 个`}`,
  },
  emptyTitle: { en: "What are you after?", zh: "你在追求什么？" },
  emptyLead: {
    en: "A goal has key results that say how far you are, key problems that stand in the way, and items of your page that serve it. All of it stays private, in goals.md.",
    zh: "一个目标有关键结果（看到了哪一步）、关键问题（什么挡在路上），还有页面上推进它的条目。这些只留在你的 goals.md 里。",
  },
  goalTitle: { en: "What you are after", zh: "要达到什么" },
  period: { en: "For which time", zh: "哪段时间" },
  periodPlaceholder: { en: "2026 Q4, by 2026-12-31", zh: "2026 年第四季度、2026-12-31 前" },
  edit: { en: "Change", zh: "修改" },
  editGoal: { en: (title: string) => `Change “${title}”`, zh: (title) => `修改「${title}」` },
  reach: { en: "Reached", zh: "达成" },
  giveUp: { en: "Give up", zh: "放弃" },
  reopen: { en: "Open again", zh: "重新开始" },
  reachedOn: { en: (on: string) => `reached ${on}`, zh: (on) => `${on} 达成` },
  givenUpOn: { en: (on: string) => `given up ${on}`, zh: (on) => `${on} 放弃` },
  progress: { en: (ratio: number) => percent(ratio), zh: (ratio) => percent(ratio) },
  howFar: { en: (title: string) => `How far: ${title}`, zh: (title) => `进度：${title}` },
  timeGone: {
    en: (ratio: number) => `${percent(ratio)} of the time gone`,
    zh: (ratio) => `时间过去 ${percent(ratio)}`,
  },
  overdue: { en: "The time is over", zh: "期限已过" },
  unmeasured: { en: "not measured", zh: "没有进度" },
  hours: {
    en: (time: string, from: string, to: string, noted: number) =>
      noted === 0
        ? `No day notes from ${from} to ${to}`
        : `${time} recorded from ${from} to ${to}, on ${noted} ${noted === 1 ? "day" : "days"} with a note`,
    zh: (time, from, to, noted) =>
      noted === 0 ? `${from} 到 ${to} 没有日志` : `${from} 到 ${to} 记录了 ${time}，依据 ${noted} 天的日志`,
  },
  results: { en: "Key results", zh: "关键结果" },
  problems: { en: "Key problems", zh: "关键问题" },
  services: { en: "Served by", zh: "推进它的条目" },
  otherProblems: { en: "Key problems of no goal", zh: "不属于某个目标的关键问题" },
  addResult: { en: "Add a key result", zh: "加关键结果" },
  resultPlaceholder: {
    en: "Users: 0/5 · Docs: 0% · from 9 ms to 1 ms",
    zh: "用户：0/5 · 文档：0% · 从 9 ms 到 1 ms",
  },
  addProblem: { en: "Add a key problem", zh: "加关键问题" },
  problemPlaceholder: { en: "What stands in the way", zh: "什么挡在路上" },
  addService: { en: "Add an item", zh: "加条目" },
  servicePlaceholder: { en: "Title of an item on your page", zh: "页面上一个条目的标题" },
  now: { en: (title: string) => `${title}: the figure now`, zh: (title) => `${title}：现在的数字` },
  of: { en: (total: string) => `of ${total}`, zh: (total) => `/ ${total}` },
  fromTo: {
    en: (from: string, to: string) => `from ${from} to ${to}`,
    zh: (from, to) => `从 ${from} 到 ${to}`,
  },
  noItem: { en: "not on the page", zh: "页面上没有" },
  trying: {
    en: (text: string, since: string) => `Trying: ${text}${since && ` (since ${since})`}`,
    zh: (text, since) => `在试：${text}${since && `（${since} 起）`}`,
  },
  tryWhat: { en: "Try something", zh: "试个办法" },
  tryPlaceholder: { en: "What you try against it", zh: "打算怎么试" },
  solve: { en: "Solved", zh: "已解决" },
  solveIt: { en: (text: string) => `Solved: ${text}`, zh: (text) => `已解决：${text}` },
  solvedOn: { en: (on: string) => `solved ${on}`, zh: (on) => `${on} 解决` },
  help: { en: "Help", zh: "帮助" },
  helpOf: { en: (title: string) => `How much ${title} helps`, zh: (title) => `${title}：帮助多大` },
  effort: { en: "Effort", zh: "时间" },
  effortOf: { en: (title: string) => `Effort of ${title}`, zh: (title) => `${title}：要多少时间` },
  people: { en: "People", zh: "需要的人" },
  peopleOf: { en: (title: string) => `People needed for ${title}`, zh: (title) => `${title}：需要谁` },
  alone: { en: "alone", zh: "不需要别人" },
  recorded: { en: "Recorded", zh: "已记录" },
  item: { en: "Item", zh: "条目" },
  goal: { en: "Goal", zh: "目标" },
  priority: { en: "Priority", zh: "优先级" },
  estimate: { en: "estimate", zh: "估计" },
  unserve: { en: (title: string) => `${title} does not serve it`, zh: (title) => `${title} 不再推进它` },
  highest: { en: "highest", zh: "最高" },
  high: { en: "high", zh: "高" },
  medium: { en: "medium", zh: "中" },
  low: { en: "low", zh: "低" },
  importanceLead: {
    en: "Top left helps most for the least time. The number is the importance; the curves join what is equally important. Drag a dot, or focus it and use the arrow keys, to change your answers.",
    zh: "左上角花最少时间帮助最大。圆点里是重要性，曲线连起同样重要的位置。拖动圆点，或选中后按方向键，就能改你的回答。",
  },
  importanceNone: { en: "Nothing serves an open goal yet.", zh: "还没有条目推进进行中的目标。" },
  plot: { en: "Help (0 to 3) against effort", zh: "帮助（0 到 3）与所需时间" },
  notAnswered: { en: "not answered", zh: "没有回答" },
  dot: {
    en: (title: string, goal: string, help: string, effort: string, value: string) =>
      `${title} for ${goal}: help ${help}, effort ${effort}, importance ${value}`,
    zh: (title, goal, help, effort, value) =>
      `${title}，对${goal}：帮助 ${help}，时间 ${effort}，重要性 ${value}`,
  },
  dotKeys: {
    en: "Arrow keys change help and effort, Enter saves, Escape takes it back.",
    zh: "方向键改帮助和时间，回车保存，Esc 取消。",
  },
  value: { en: "Importance", zh: "重要性" },
  why: { en: "Why", zh: "为什么" },
  asTable: { en: "As a table", zh: "看表格" },
  disagreements: { en: "Where the page disagrees", zh: "和页面不一致的地方" },
  agrees: { en: "The order on the page and your answers agree.", zh: "页面上的顺序和你的回答一致。" },
  sure: { en: "sure", zh: "很确定" },
  likely: { en: "likely", zh: "较可能" },
  unsure: { en: "unsure", zh: "不确定" },
  moveTo: { en: (priority: string) => `Move to ${priority}`, zh: (priority) => `移到${priority}优先级` },
  moreOf: { en: (count: number) => `${count} more`, zh: (count) => `还有 ${count} 处` },
  commitments: { en: "Commitments", zh: "承诺" },
  commitmentsNone: {
    en: "No commitments yet. Write one into goals.md: “- weekly 1h: Reflection” below the heading Commitments.",
    zh: "还没有承诺。在 goals.md 的“承诺”标题下写一条：“- 每周 1 小时：思考”。",
  },
  keptOf: {
    en: (kept: number, of: number) => (of === 0 ? "undecided" : `${kept} of ${of} kept`),
    zh: (kept, of) => (of === 0 ? "还不能判断" : `${of} 次守住 ${kept} 次`),
  },
  streak: { en: (streak: number) => `${streak} in a row`, zh: (streak) => `连续 ${streak} 次` },
  verdictKept: { en: "kept", zh: "守住" },
  verdictBroken: { en: "not kept", zh: "没守住" },
  verdictRunning: { en: "running", zh: "进行中" },
  verdictOff: { en: "day off", zh: "休息日" },
  verdictUnknown: { en: "no records", zh: "没有记录" },
  periodSays: {
    en: (days: string, amount: string, verdict: string) => `${days}: ${amount}, ${verdict}`,
    zh: (days, amount, verdict) => `${days}：${amount}，${verdict}`,
  },
  times: {
    en: (count: number) => `${count} ${count === 1 ? "time" : "times"}`,
    zh: (count) => `${count} 次`,
  },
  closed: { en: "Closed goals", zh: "已结束的目标" },
  mistakes: { en: "Not understood in goals.md", zh: "goals.md 里没读懂的" },
  line: { en: (line: number) => `Line ${line}`, zh: (line) => `第 ${line} 行` },
});
