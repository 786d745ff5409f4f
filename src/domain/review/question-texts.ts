// The stock of questions for reflection, in both languages: each with the fact that calls for it.

import type { LocalDate, Tongue } from "../../base/index.ts";

/** The question, and why it is asked. */
type Said = readonly [question: string, because: string];

const en = {
  starved: (title: string, on: LocalDate | null): Said => [
    `What would have to give way so that “${title}” gets its first hour, and on which day?`,
    `“${title}” has highest priority and was not touched${on === null ? "" : ` since ${on}`}.`,
  ],
  other: (percent: number): Said => [
    "Which of what stands on no list belongs on it, and which would you not do again?",
    `${percent}% of the recorded time went to what is no item of the list.`,
  ],
  dropped: (title: string): Said => [
    `What does dropping “${title}” set free, and is it really gone?`,
    `“${title}” was dropped.`,
  ],
  finished: (title: string): Said => [
    `What of “${title}” would you tell a friend in two sentences, and what do you do differently now?`,
    `“${title}” was finished.`,
  ],
  estimate: (title: string, estimated: string, actual: string): Said => [
    `What did the estimate of “${title}” not see?`,
    `It was estimated at ${estimated} and took ${actual}.`,
  ],
  slipped: (text: string, times: number): Said => [
    `What makes “${text}” easy to put off, and which step of it takes ten minutes?`,
    `It was planned and not done ${times} times.`,
  ],
  keptLittle: (percent: number): Said => [
    "What did you know in the evening that the plan did not know in the morning?",
    `${percent}% of the plan was kept.`,
  ],
  keptWell: (percent: number): Said => [
    "What made the plan hold, and was it worth holding?",
    `${percent}% of the plan was kept.`,
  ],
  interrupted: (count: number, length: string): Said => [
    "Which of these interruptions could have waited an hour, and who would need to know that?",
    `${count} interruptions took ${length}, more than the buffer.`,
  ],
  noPlan: (): Said => ["What would ten minutes of planning have changed?", "There are records and no plan."],
  useless: (text: string, condition: string, held: number, days: number): Said => [
    `“${text}” shows no effect on “${condition}”: give it up, or change which part of it?`,
    `“${condition}” held on ${held} of ${days} checked days since.`,
  ],
  works: (text: string, condition: string, held: number, days: number): Said => [
    `“${text}” helps: what does it cost you, and where else would the same help?`,
    `“${condition}” held on only ${held} of ${days} checked days since.`,
  ],
  held: (name: string, held: number, days: number): Said => [
    `What was different on the days without “${name}”, and what could you try against it for two weeks?`,
    `It held on ${held} of ${days} checked days, and nothing is being tried.`,
  ],
  heldStill: (name: string, held: number, days: number): Said => [
    `“${name}” goes on in spite of what you try: does the correction reach its cause?`,
    `It held on ${held} of ${days} checked days.`,
  ],
  healthy: (name: string, held: number, days: number): Said => [
    `“${name}” came more often: what brought it about?`,
    `It held on ${held} of ${days} checked days, more often than before.`,
  ],
  overdue: (title: string): Said => [
    `“${title}”: reached, given up, or worth how much more time?`,
    "The period of this goal is over, and it is open.",
  ],
  idleGoal: (title: string): Said => [
    `Is “${title}” still what matters, or is only its next step unclear?`,
    "No hour was recorded for this goal.",
  ],
  broken: (title: string, says: string): Said => [
    `Which hour of the week belongs to “${title}”, or is it no promise any more?`,
    `The commitment “${says}” was not kept.`,
  ],
  problem: (text: string): Said => [
    `What could you try against “${text}” within a week, for less than two hours?`,
    "Nothing is being tried against this key problem.",
  ],
  tried: (text: string, trial: string): Said => [
    `What has “${trial}” taught you about “${text}”?`,
    "This key problem is open, and something is being tried.",
  ],
  generalBecause: () => "Asked by turns, where the figures call for nothing else.",
  general: [
    "Which hour was the best one, and how did it come about?",
    "What would you leave out if you could live it once more?",
    "What do you understand now that you did not before?",
    "What are you putting off because it is not clear enough?",
    "Who could help you with what is hardest now, and what would you ask?",
    "What do you want to be able to say of the next stretch when it is over?",
    "What did you do only because it was there?",
  ],
};

export type QuestionTexts = typeof en;

const zh: QuestionTexts = {
  starved: (title, on) => [
    `什么该让一让，“${title}”才能得到第一个小时？定在哪一天？`,
    `“${title}”是最高优先级，${on === null ? "一直" : `从 ${on} 起`}没有动过。`,
  ],
  other: (percent) => [
    "不在清单上的这些事，哪些该写进清单，哪些不会再做？",
    `记录的时间里有 ${percent}% 用在了不是条目的事上。`,
  ],
  dropped: (title) => [`放下“${title}”腾出了什么？真的放下了吗？`, `“${title}”放弃了。`],
  finished: (title) => [
    `如果用两句话向朋友讲“${title}”，会讲什么？现在做事有什么不同？`,
    `“${title}”完成了。`,
  ],
  estimate: (title, estimated, actual) => [
    `估计“${title}”的时候，没看到什么？`,
    `估计 ${estimated}，实际 ${actual}。`,
  ],
  slipped: (text, times) => [
    `“${text}”为什么容易往后推？其中哪一步十分钟就能做？`,
    `它有 ${times} 次排了没做成。`,
  ],
  keptLittle: (percent) => ["晚上知道的哪些事，是早上订计划时不知道的？", `计划做到了 ${percent}%。`],
  keptWell: (percent) => ["计划为什么守得住？守得值得吗？", `计划做到了 ${percent}%。`],
  interrupted: (count, length) => [
    "这些打断里，哪些可以等一小时？该让谁知道？",
    `${count} 次打断共 ${length}，超过了缓冲。`,
  ],
  noPlan: () => ["如果花十分钟做计划，会有什么不同？", "有记录，没有计划。"],
  useless: (text, condition, held, days) => [
    `“${text}”对“${condition}”看不出效果：放弃它，还是改其中哪一点？`,
    `之后 ${days} 个对照过的日子里，“${condition}”有 ${held} 天。`,
  ],
  works: (text, condition, held, days) => [
    `“${text}”有用：它让你付出什么？还有哪里用得上？`,
    `之后 ${days} 个对照过的日子里，“${condition}”只有 ${held} 天。`,
  ],
  held: (name, held, days) => [
    `没有“${name}”的那几天有什么不同？可以试两周什么？`,
    `${days} 个对照过的日子里有 ${held} 天，还没有在试什么。`,
  ],
  heldStill: (name, held, days) => [
    `在试的办法没有挡住“${name}”：它碰到原因了吗？`,
    `${days} 个对照过的日子里有 ${held} 天。`,
  ],
  healthy: (name, held, days) => [
    `“${name}”变多了：是什么带来的？`,
    `${days} 个对照过的日子里有 ${held} 天，比之前多。`,
  ],
  overdue: (title) => [
    `“${title}”：算达成、算放弃，还是值得再花多少时间？`,
    "这个目标的期限已过，还没有结束。",
  ],
  idleGoal: (title) => [`“${title}”还是现在最要紧的吗？还是只是下一步不清楚？`, "这个目标没有记到时间。"],
  broken: (title, says) => [`一周里哪个小时属于“${title}”？还是它已经不算承诺了？`, `承诺“${says}”没守住。`],
  problem: (text) => [`针对“${text}”，一周之内、两小时以下，可以试什么？`, "这个关键问题还没有在试什么。"],
  tried: (text, trial) => [`试“${trial}”之后，对“${text}”多知道了什么？`, "这个关键问题还没解决，正在试。"],
  generalBecause: () => "数字没有引出别的问题，轮流问到这一个。",
  general: [
    "最好的一个小时是哪一个？是怎么来的？",
    "如果重来一次，会省掉什么？",
    "现在明白了什么，是之前不明白的？",
    "有什么一直往后推，是因为还不够清楚？",
    "眼下最难的事，谁能帮上忙？会问他什么？",
    "下一段过完的时候，希望能说些什么？",
    "有什么事，只是因为它在那里才做的？",
  ],
};

export function questionTexts(tongue: Tongue): QuestionTexts {
  return tongue === "zh" ? zh : en;
}
