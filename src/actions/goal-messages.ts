// What goals, key results, key problems, importance and commitments say, in both languages.

import type { Tongue } from "../base/index.ts";
import type { GoalState } from "../domain/index.ts";

export type GoalNoun = "goal" | "result" | "problem";

const NOUNS_EN: Readonly<Record<GoalNoun, string>> = {
  goal: "goal",
  result: "key result",
  problem: "key problem",
};
const NOUNS_ZH: Readonly<Record<GoalNoun, string>> = {
  goal: "目标",
  result: "关键结果",
  problem: "关键问题",
};
const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

const en = {
  goalsCount: (open: number, closed: number) =>
    open + closed === 0
      ? en.noGoals()
      : `${count(open, "open goal")}${closed === 0 ? "" : `, ${closed} closed`}.`,
  noGoals: () => "There are no goals yet.",
  noGoalsHint: () => "`nunc goal add TITLE --period 2026-Q4` writes one.",
  whichGoal: () => "Which goal? Several are open.",
  thereAre: (names: readonly string[]) => `There are: ${names.join("; ")}`,
  several: (noun: GoalNoun, name: string) => `“${name}” could be several ${NOUNS_EN[noun]}s.`,
  none: (noun: GoalNoun, name: string) => `There is no ${NOUNS_EN[noun]} “${name}”.`,
  unknownItem: (name: string, near: string | null) => ({
    message: `No item of the page is called “${name}”.`,
    hint:
      near === null ? "Write its title as on the page, steps behind ` › `." : `The nearest one is “${near}”.`,
  }),
  servesTwice: (name: string, line: number) => ({
    message: `“${name}” serves this goal twice, here and in line ${line}.`,
    hint: "The first one counts; put them together.",
  }),
  emptyText: (noun: GoalNoun) => `A ${NOUNS_EN[noun]} needs words, on one line.`,
  goalThere: (title: string) => `“${title}” is a goal already.`,
  notAPeriod: (text: string) => `“${text}” is no stretch of days.`,
  periodForms: () => "Write 2026-Q4, 2026-11, 2026, “by 2026-12-31” or “2026-10-01 - 2026-12-31”.",
  goalAdded: (title: string) => `Goal “${title}” added.`,
  goalSet: (title: string) => `Goal “${title}” changed.`,
  nothingSaid: () => "Say what changes: --title or --period.",
  goalClosed: (title: string, state: GoalState, on: string) =>
    state === "open"
      ? `Goal “${title}” is open again.`
      : `Goal “${title}” ${state === "reached" ? "reached" : "given up"} on ${on}.`,
  resultAdded: (title: string, goal: string) => `Key result “${title}” added to “${goal}”.`,
  resultThere: (title: string) => `“${title}” is a key result of this goal already.`,
  resultNow: (title: string, percent: number | null) =>
    `“${title}”: ${percent === null ? "not measured" : `${percent}%`}.`,
  noFigure: (title: string) => `“${title}” has no figure to set.`,
  noFigureHint: (kind: string) =>
    ({
      points: "It goes by its check points: --tick TEXT.",
      items: "It goes by the progress of its items: `nunc progress`, `nunc done`.",
      tick: "It is reached or not: `nunc result progress NAME done`.",
    })[kind] ?? "Write a figure behind it in goals.md, such as 3/5.",
  notAValue: (text: string) => `“${text}” is no figure.`,
  valueForms: () => "Write 4, +1, 4/5, 60%, done or undone.",
  noPoint: (text: string) => `There is no check point “${text}”.`,
  nothingAnswered: () => "Say how far it is now, or which check point is done.",
  problemAdded: (text: string) => `Key problem “${text}” added.`,
  problemThere: (text: string) => `“${text}” is a key problem already.`,
  problemTried: (text: string) => `Noted what is being tried against “${text}”.`,
  problemSolved: (text: string) => `Key problem “${text}” solved.`,
  problemWasSolved: (text: string) => `“${text}” is solved already.`,
  serves: (item: string, goal: string) => `“${item}” serves “${goal}”.`,
  unserved: (item: string, goals: readonly string[]) =>
    `“${item}” no longer serves ${goals.map((goal) => `“${goal}”`).join(", ")}.`,
  servesNone: (item: string) => `“${item}” serves no goal.`,
  notPeople: (text: string) => `“${text}” is neither a number of people nor names.`,
  peopleForms: () => "Write 2, alone, or names: “Ann, Bob”.",
  notADuration: (text: string) => `“${text}” is not a duration.`,
  durationForms: () => "Write 8h, 90m, 1h30m or 1.5h.",
  notWritable: (file: string) => `This cannot be written into ${file} so that it reads back right.`,
  byHand: (file: string) => `Write it into ${file} by hand.`,
  importanceCount: (answered: number, all: number, disagreements: number) =>
    all === 0
      ? "No item serves an open goal yet. `nunc serve ITEM --goal GOAL --helps 3 --effort 8h` says that one does."
      : `${answered} of ${all} items answered, ${count(disagreements, "disagreement")} with the page.`,
  commitmentsCount: (kept: number, of: number, commitments: number) =>
    commitments === 0
      ? "There are no commitments yet; docs/goals.md says how to write one."
      : of === 0
        ? "Nothing is decided yet: too few days have notes."
        : `${kept} of ${count(of, "period")} kept.`,
  backwards: (from: string, to: string) => `${from} is after ${to}.`,
  tooLong: (days: number) => `At most ${days} days can be asked about at once.`,
};

const zh: typeof en = {
  goalsCount: (open, closed) =>
    open + closed === 0
      ? zh.noGoals()
      : `进行中的目标 ${open} 个${closed === 0 ? "" : `，已结束 ${closed} 个`}。`,
  noGoals: () => "还没有目标。",
  noGoalsHint: () => "`nunc goal add 标题 --period 2026-Q4` 写下一个。",
  whichGoal: () => "哪个目标？进行中的不止一个。",
  thereAre: (names) => `已有：${names.join("；")}`,
  several: (noun, name) => `“${name}”可能是好几个${NOUNS_ZH[noun]}。`,
  none: (noun, name) => `没有${NOUNS_ZH[noun]}“${name}”。`,
  unknownItem: (name, near) => ({
    message: `页面上没有叫“${name}”的条目。`,
    hint: near === null ? "请照页面上的标题写，步骤写在 ` › ` 后面。" : `最接近的是“${near}”。`,
  }),
  servesTwice: (name, line) => ({
    message: `“${name}”在这个目标下写了两次：这里和第 ${line} 行。`,
    hint: "以先写的为准，请合成一条。",
  }),
  emptyText: (noun) => `${NOUNS_ZH[noun]}要有内容，写在一行里。`,
  goalThere: (title) => `目标“${title}”已经有了。`,
  notAPeriod: (text) => `“${text}”不是一段时间。`,
  periodForms: () => "可以写 2026-Q4、2026-11、2026、“2026-12-31 前”或“2026-10-01 - 2026-12-31”。",
  goalAdded: (title) => `已写下目标“${title}”。`,
  goalSet: (title) => `已修改目标“${title}”。`,
  nothingSaid: () => "请说明改什么：--title 或 --period。",
  goalClosed: (title, state, on) =>
    state === "open"
      ? `目标“${title}”重新开始。`
      : `目标“${title}”已于 ${on} ${state === "reached" ? "达成" : "放弃"}。`,
  resultAdded: (title, goal) => `已给“${goal}”加上关键结果“${title}”。`,
  resultThere: (title) => `这个目标已经有关键结果“${title}”了。`,
  resultNow: (title, percent) => `“${title}”：${percent === null ? "没有进度" : `${percent}%`}。`,
  noFigure: (title) => `“${title}”没有可以改的数字。`,
  noFigureHint: (kind) =>
    ({
      points: "它看检查点：--tick 检查点。",
      items: "它看条目的进度：`nunc progress`、`nunc done`。",
      tick: "它只有达到和没达到：`nunc result progress 名称 done`。",
    })[kind] ?? "请在 goals.md 里给它写上数字，例如 3/5。",
  notAValue: (text) => `“${text}”不是数字。`,
  valueForms: () => "可以写 4、+1、4/5、60%、done 或 undone。",
  noPoint: (text) => `没有检查点“${text}”。`,
  nothingAnswered: () => "请说明现在到了多少，或哪个检查点完成了。",
  problemAdded: (text) => `已写下关键问题“${text}”。`,
  problemThere: (text) => `关键问题“${text}”已经有了。`,
  problemTried: (text) => `已记下针对“${text}”在试什么。`,
  problemSolved: (text) => `关键问题“${text}”已解决。`,
  problemWasSolved: (text) => `“${text}”已经解决了。`,
  serves: (item, goal) => `“${item}”服务于“${goal}”。`,
  unserved: (item, goals) => `“${item}”不再服务于${goals.map((goal) => `“${goal}”`).join("、")}。`,
  servesNone: (item) => `“${item}”没有服务于任何目标。`,
  notPeople: (text) => `“${text}”既不是人数也不是名字。`,
  peopleForms: () => "可以写 2、不需要别人，或名字：“小王、小李”。",
  notADuration: (text) => `“${text}”不是时长。`,
  durationForms: () => "可以写 8h、90m、1h30m 或 1.5h。",
  notWritable: (file) => `没有办法写进 ${file} 而又能正确读回。`,
  byHand: (file) => `请手动写进 ${file}。`,
  importanceCount: (answered, all, disagreements) =>
    all === 0
      ? "还没有条目服务于进行中的目标。`nunc serve 条目 --goal 目标 --helps 3 --effort 8h` 写明一个。"
      : `${all} 个条目答了 ${answered} 个，和页面不一致的有 ${disagreements} 处。`,
  commitmentsCount: (kept, of, commitments) =>
    commitments === 0
      ? "还没有承诺；写法见 docs/goals.md。"
      : of === 0
        ? "还不能判断：有日志的日子太少。"
        : `${of} 个周期里守住了 ${kept} 个。`,
  backwards: (from, to) => `${from} 在 ${to} 之后。`,
  tooLong: (days) => `一次最多问 ${days} 天。`,
};

export function sayGoals(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
