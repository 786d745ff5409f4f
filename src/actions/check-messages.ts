// What the self-check, conditions and corrections say, in both languages.

import type { Tongue } from "../base/index.ts";
import type { ConditionKind, CorrectionOutcome } from "../domain/index.ts";

const en = {
  // check
  checkLook: (date: string, open: number) =>
    open === 0
      ? `Nothing is left to answer on ${date}.`
      : `${open} ${open === 1 ? "question is" : "questions are"} open on ${date}.`,
  checkDone: (date: string, healthy: number, abnormal: number) =>
    `The check of ${date} is done: ${healthy} healthy, ${abnormal} abnormal.`,
  checkOf: (date: string) => `Check of ${date}.`,
  /** Where there is nothing to answer. */
  checkNoted: (date: string) => `Noted for ${date}.`,
  checkSaved: (date: string, open: number) =>
    `Noted for ${date}; ${open} ${open === 1 ? "question is" : "questions are"} open.`,
  noConditions: () => "There are no conditions to compare the day with yet.",
  noConditionsHint: () =>
    "`nunc conditions --starter` writes a first set; `nunc condition add abnormal NAME` adds one of your own.",
  notYet: (date: string) => `${date} is still to come.`,
  bothAnswers: (name: string) => `“${name}” cannot be answered with both yes and no.`,
  // conditions
  noCondition: (name: string) => `There is no condition “${name}”.`,
  severalConditions: (name: string) => `“${name}” could be several conditions.`,
  numbersAre: (count: number) => `Numbers go from 1 to ${count}: nunc conditions`,
  conditionsAre: (names: readonly string[]) => `There are: ${names.join("; ")}`,
  conditionsCount: (healthy: number, abnormal: number) => `${healthy} healthy, ${abnormal} abnormal.`,
  conditionAdded: (kind: ConditionKind, name: string) =>
    `${kind === "healthy" ? "Healthy" : "Abnormal"} condition “${name}” added.`,
  conditionRemoved: (name: string) => `Condition “${name}” removed.`,
  conditionThere: (name: string) => `“${name}” is a condition already.`,
  emptyName: () => "A condition needs a name of one line.",
  unknownDetector: (text: string) => `The detector “${text}” cannot be understood.`,
  nearestDetector: (near: string) => `The nearest one known is “${near}”; docs/conditions.md lists them all.`,
  notWritable: (file: string) => `This cannot be written into ${file} so that it reads back right.`,
  byHand: (file: string) => `Write it into ${file} by hand.`,
  starterWritten: () => "A first set of conditions is in conditions.md.",
  starterThere: () => "conditions.md has conditions already.",
  // corrections
  corrected: (name: string, judgeOn: string) => `Correction against “${name}” set; judged on ${judgeOn}.`,
  onlyAbnormal: (name: string) => `“${name}” is healthy; corrections are for abnormal conditions.`,
  emptyCorrection: () => "A correction is one concrete sentence.",
  underWay: (name: string, text: string) => `A correction of “${name}” is under way: “${text}”.`,
  judgeFirst: (name: string) => `Judge it first: nunc correction judge "${name}" keep|change|drop`,
  judgeEarly: (from: string, judgeOn: string) =>
    `It would be judged on ${judgeOn}, before it has run a day (from ${from}).`,
  noneUnderWay: (name: string) => `No correction of “${name}” is under way.`,
  seeCorrections: () => "`nunc corrections` lists them all.",
  notBegun: (from: string) => `The correction only begins on ${from}.`,
  changeToWhat: () => "Say what it is changed to.",
  changeForm: (name: string) => `nunc correction judge "${name}" change TEXT`,
  correctionsCount: (running: number, all: number) =>
    all === 0 ? "There are no corrections yet." : `${running} under way, ${all} in all.`,
  judged: (name: string, outcome: CorrectionOutcome) =>
    `Correction of “${name}”: ${{ keep: "kept", change: "changed", drop: "dropped" }[outcome]}.`,
  judgedLine: (name: string, text: string, outcome: CorrectionOutcome) =>
    `${name}: ${text} - ${{ keep: "kept", change: "changed", drop: "dropped" }[outcome]}`,
  correctionLine: (name: string, text: string, judgeOn: string) => `${name}: ${text} (judge on ${judgeOn})`,
};

const zh: typeof en = {
  checkLook: (date, open) =>
    open === 0 ? `${date} 没有要回答的了。` : `${date} 还有 ${open} 个问题没回答。`,
  checkDone: (date, healthy, abnormal) => `${date} 的自检完成：健康 ${healthy} 条，异常 ${abnormal} 条。`,
  checkOf: (date) => `${date} 的自检。`,
  checkNoted: (date) => `已记到 ${date}。`,
  checkSaved: (date, open) => `已记到 ${date}，还有 ${open} 个问题没回答。`,
  noConditions: () => "还没有可以对照的状态。",
  noConditionsHint: () =>
    "`nunc conditions --starter` 写一套起步的；`nunc condition add 异常 名称` 加你自己的。",
  notYet: (date) => `${date} 还没到。`,
  bothAnswers: (name) => `“${name}”不能既回答是又回答否。`,
  noCondition: (name) => `没有状态“${name}”。`,
  severalConditions: (name) => `“${name}”可能是好几条状态。`,
  numbersAre: (count) => `编号从 1 到 ${count}：nunc conditions`,
  conditionsAre: (names) => `已有：${names.join("；")}`,
  conditionsCount: (healthy, abnormal) => `健康 ${healthy} 条，异常 ${abnormal} 条。`,
  conditionAdded: (kind, name) => `已加入${kind === "healthy" ? "健康" : "异常"}状态“${name}”。`,
  conditionRemoved: (name) => `已删除状态“${name}”。`,
  conditionThere: (name) => `状态“${name}”已经有了。`,
  emptyName: () => "状态要有一个单行的名字。",
  unknownDetector: (text) => `看不懂检测“${text}”。`,
  nearestDetector: (near) => `最接近的写法是“${near}”；全部写法见 docs/conditions.md。`,
  notWritable: (file) => `没有办法写进 ${file} 而又能正确读回。`,
  byHand: (file) => `请手动写进 ${file}。`,
  starterWritten: () => "conditions.md 里写好了一套起步的状态。",
  starterThere: () => "conditions.md 里已经有状态了。",
  corrected: (name, judgeOn) => `已定下针对“${name}”的纠错，${judgeOn} 看效果。`,
  onlyAbnormal: (name) => `“${name}”是健康状态，纠错只针对异常。`,
  emptyCorrection: () => "纠错是一句具体的话。",
  underWay: (name, text) => `“${name}”已经有进行中的纠错：“${text}”。`,
  judgeFirst: (name) => `先判断它：nunc correction judge "${name}" 保留|改|放弃`,
  judgeEarly: (from, judgeOn) => `看效果的日子 ${judgeOn} 不在开始（${from}）之后。`,
  noneUnderWay: (name) => `“${name}”没有进行中的纠错。`,
  seeCorrections: () => "`nunc corrections` 列出全部纠错。",
  notBegun: (from) => `这条纠错 ${from} 才开始。`,
  changeToWhat: () => "请说明改成什么。",
  changeForm: (name) => `nunc correction judge "${name}" 改 新的做法`,
  correctionsCount: (running, all) => (all === 0 ? "还没有纠错。" : `进行中 ${running} 条，共 ${all} 条。`),
  judged: (name, outcome) => `“${name}”的纠错：${{ keep: "保留", change: "改", drop: "放弃" }[outcome]}。`,
  judgedLine: (name, text, outcome) =>
    `${name}：${text} - ${{ keep: "保留", change: "改", drop: "放弃" }[outcome]}`,
  correctionLine: (name, text, judgeOn) => `${name}：${text}（${judgeOn} 看效果）`,
};

export function sayChecks(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
