// What the report of drift says on the command line, in both languages.

import type { Tongue } from "../../base/index.ts";

const en = {
  heading: (title: string) => `Stated and lived, ${title}`,
  shares: { priority: "By priority", group: "By group", goal: "By goal", section: "By section" },
  orders: "Stated order, and what each got",
  ranks: (stated: number, lived: number) => `stated ${stated}, lived ${lived}`,
  priorityNow: (from: string, to: string, on: string) => `${from} until ${on}, then ${to}`,
  moved: (on: string | null) => (on === null ? "no trace of it before" : `last moved ${on}`),
  starved: "Comes first, and got nothing",
  next: (step: string, on: string | null) =>
    `next step: ${step}, ${on === null ? "not moved yet" : `last moved ${on}`}`,
  instead: "What took it instead",
  pairs: "Where the two orders differ most",
  ways: "Give it time, or say that it no longer comes first:",
  more: (count: number) => `and ${count} more`,
  kinds: { item: "", commitment: "commitment", other: "", interruption: "" },
};

const zh: typeof en = {
  heading: (title) => `写的和做的，${title}`,
  shares: { priority: "按优先级", group: "按分组", goal: "按目标", section: "按章节" },
  orders: "写的顺序，和各自得到的",
  ranks: (stated, lived) => `写的第 ${stated}，做的第 ${lived}`,
  priorityNow: (from, to, on) => `${on} 前是${from}，之后是${to}`,
  moved: (on) => (on === null ? "此前没有痕迹" : `最近一次变动 ${on}`),
  starved: "排在最前，却没碰过",
  next: (step, on) => `下一步：${step}，${on === null ? "还没动过" : `最近一次变动 ${on}`}`,
  instead: "都用在了哪里",
  pairs: "最不一致的几对",
  ways: "给它时间，或者承认它不再排第一：",
  more: (count) => `还有 ${count} 个`,
  kinds: { item: "", commitment: "承诺", other: "", interruption: "" },
};

export function sayDriftReport(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
