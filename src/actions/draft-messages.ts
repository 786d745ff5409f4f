// What drafts of the log say, in both languages. Nothing of it is ever written to the page.

import { formatDuration, type LocalDate, type Tongue } from "../base/index.ts";
import type { ConditionKind, PrivateKind } from "../domain/index.ts";

const en = {
  recorded: (min: number, days: number) =>
    `Recorded ${formatDuration(min)}${days > 1 ? ` on ${days} days` : ""}.`,
  finishedOn: (on: LocalDate) => `Finished on ${on}.`,
  movedOn: (on: LocalDate) => `Moved on ${on}.`,
  hours: (title: string, min: number) => `${title}: ${formatDuration(min)}`,
  length: (min: number) => formatDuration(min),
  held: (kind: ConditionKind, name: string) => `${kind === "healthy" ? "Healthy" : "Abnormal"}: ${name}`,
  nothing: (title: string) =>
    `Nothing is known of ${title} that could stand on the page: no record of an item, and nothing on the page moved.`,
  allThere: (entry: string) => `The entry “${entry}” has all that is known already.`,
  shown: (command: string) => `Nothing is written yet: \`${command}\` writes exactly this.`,
  shownTyped: () => "Nothing is written yet: the same with --accept writes exactly this.",
  accepted: (date: string, count: number) =>
    `${count === 1 ? "One bullet" : `${count} bullets`} written into “${date}”.`,
  notAKind: (word: string) => `“${word}” is not a kind of private fact.`,
  kindsAre: (kinds: readonly PrivateKind[]) => `There are: ${kinds.join(", ")}.`,
  noBullets: () => "There is no line in it that could become a bullet.",
};

const zh: typeof en = {
  recorded: (min, days) => `记录了 ${formatDuration(min, "zh")}${days > 1 ? `，共 ${days} 天` : ""}。`,
  finishedOn: (on) => `${on} 完成。`,
  movedOn: (on) => `${on} 动过。`,
  hours: (title, min) => `${title}：${formatDuration(min, "zh")}`,
  length: (min) => formatDuration(min, "zh"),
  held: (kind, name) => `${kind === "healthy" ? "健康" : "异常"}：${name}`,
  nothing: (title) => `${title}没有什么可以写到页面上的：没有哪个条目有记录，页面也没有变动。`,
  allThere: (entry) => `记录“${entry}”里已经都有了。`,
  shown: (command) => `还没有写：\`${command}\` 就照这样写进去。`,
  shownTyped: () => "还没有写：加上 --accept 就照这样写进去。",
  accepted: (date, count) => `已写进“${date}”，共 ${count} 条。`,
  notAKind: (word) => `“${word}”不是一类私密内容。`,
  kindsAre: (kinds) => `有：${kinds.join("、")}。`,
  noBullets: () => "里面没有可以写成一条的内容。",
};

export function sayDraft(tongue: Tongue): typeof en {
  return tongue === "zh" ? zh : en;
}
