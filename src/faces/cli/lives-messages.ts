// What the command line says of lives and of items untouched for long, in both languages.

import type { Tongue } from "../../base/index.ts";
import {
  type FinishTime,
  type LivesOverview,
  type Priority,
  type SinceItems,
  type State,
  sayLives,
} from "../../domain/index.ts";

type SinceKey = Exclude<keyof SinceItems, "same">;

const en = {
  now: "now",
  unsure: (percent: number) => `${percent}% sure`,
  aka: (on: string, title: string) => `from ${on} called “${title}”`,
  /** Columns for `+1 year 11 months`. */
  gapWidth: 18,
  lead: (since: string, until: string, revisions: number) =>
    `The page from ${since} to ${until}, ${revisions} ${revisions === 1 ? "revision" : "revisions"}`,
  counts: ({ items, finished, standing, gone, steps, stepsFinished }: LivesOverview["counts"]) =>
    `${items} ${items === 1 ? "item" : "items"}: ${finished} finished, ${standing} still there, ${gone} gone unfinished${
      steps === 0
        ? ""
        : `; and ${steps} ${steps === 1 ? "step" : "steps"} below them, ${stepsFinished} of those finished`
    }.`,
  shallow: "Older revisions are cut off: a shallow clone. `git fetch --unshallow` brings them.",
  journal: (since: string) =>
    `From the home's journal, which begins on ${since}: the page is in no git repository.`,
  young:
    "There is nothing to compare yet: each change of the page adds to its story. Every item: nunc lives --all",
  yearHeads: ["year", "came", "finished", "gone", "changes", "open at the end"],
  found: (count: number) => `(${count} were there already)`,
  times: "How long things take, from the day they came",
  kind: (by: FinishTime["by"], key: string): string => {
    if (by === "all") return "all";
    if (by === "role") return key;
    if (by === "priority") return key === "none" ? "no priority" : `${key} priority`;
    return `“${key}”`;
  },
  cases: (finished: number, cases: number) => `${finished} of ${cases} finished`,
  median: (span: string) => `half of those within ${span}`,
  inYear: (finished: number, gone: number) => `after a year ${finished}% finished, ${gone}% gone`,
  few: "few cases",
  comma: ", ",
  timesNote:
    "What still stands counts for as long as it has stood; what was there at first, or came as done, does not count.",
  neverMoved: (priority: string) => `Always ${priority}, and nothing was ever done about it`,
  begun: "Begun, not finished",
  standing: "Standing longest",
  mostMoved: "Changed most often",
  dropped: "Gone without a word, never begun",
  times_: (count: number) => `${count} times`,
  more: (count: number) => `and ${count} more: nunc lives --all`,
  since: {
    finished: (count: number) => `Finished since (${count})`,
    gone: (count: number) => `Gone since (${count})`,
    came: (count: number) => `Came since (${count})`,
    moved: (count: number) => `Another priority (${count})`,
    turned: (count: number) => `Another state (${count})`,
    reworded: (count: number) => `Other words (${count})`,
  } as Record<SinceKey, (count: number) => string>,
  sinceItem: (key: SinceKey, title: string, from: string | null, to: string | null, tongue: Tongue): string =>
    sayChange(key, title, from, to, tongue),
  /** Stale. */
  staleKeys: ["smaller first step", "schedule it", "lower it", "drop it", "leave it for now"],
  nextStep: (title: string) => `next step: ${title}`,
  lowerTo: (to: string) => `lower it to ${to}`,
  whichStep: "The smallest first step (empty: back): ",
  when: (date: string, from: string) => `When? [${date} ${from}] `,
  notWhen: "A day and a time, such as “tomorrow 9:00”.",
  noMore: "That was all.",
  askedOf: (at: number, of: number) => `${at}/${of}`,
};

const zh: typeof en = {
  now: "现在",
  unsure: (percent) => `把握 ${percent}%`,
  aka: (on, title) => `${on} 起叫「${title}」`,
  gapWidth: 18,
  lead: (since, until, revisions) => `${since} 到 ${until} 的页面，${revisions} 个版本`,
  counts: ({ items, finished, standing, gone, steps, stepsFinished }) =>
    `${items} 个条目：完成 ${finished} 个，还在 ${standing} 个，没做完就消失 ${gone} 个${
      steps === 0 ? "" : `；下面另有 ${steps} 个步骤，完成 ${stepsFinished} 个`
    }。`,
  shallow: "更早的版本被截掉了（浅克隆），`git fetch --unshallow` 可以取回。",
  journal: (since) => `读自数据目录的改动记录，从 ${since} 开始：页面不在 git 仓库里。`,
  young: "还没有可以比较的：页面每改一次，轨迹就多一段。所有条目：nunc lives --all",
  yearHeads: ["年", "新增", "完成", "消失", "改动", "年末未完成"],
  found: (count) => `（起初就有 ${count} 个）`,
  times: "各类事情要多久，从出现那天算起",
  kind: (by, key) => {
    if (by === "all") return "全部";
    if (by === "role") return key === "reading" ? "阅读" : "学习";
    if (by === "priority") {
      const name = sayLives("zh").priorities[key as Priority];
      return name === undefined ? "没有优先级" : `${name}优先级`;
    }
    return `「${key}」`;
  },
  cases: (finished, cases) => `${cases} 个里完成 ${finished} 个`,
  median: (span) => `其中一半在 ${span}之内`,
  inYear: (finished, gone) => `一年后 ${finished}% 完成、${gone}% 消失`,
  few: "例子太少",
  comma: "，",
  timesNote: "还在的按已经过的时间算；起初就有的、写下时已完成的不算。",
  neverMoved: (priority) => `一直是${priority}优先级，却从没动过`,
  begun: "开始了，没做完",
  standing: "放得最久",
  mostMoved: "改动最多",
  dropped: "没开始就悄悄消失",
  times_: (count) => `${count} 次`,
  more: (count) => `还有 ${count} 个：nunc lives --all`,
  since: {
    finished: (count) => `后来完成（${count}）`,
    gone: (count) => `后来消失（${count}）`,
    came: (count) => `后来新增（${count}）`,
    moved: (count) => `优先级变了（${count}）`,
    turned: (count) => `状态变了（${count}）`,
    reworded: (count) => `改写了（${count}）`,
  },
  sinceItem: (key, title, from, to, tongue) => sayChange(key, title, from, to, tongue),
  staleKeys: ["更小的第一步", "排进计划", "降低优先级", "放弃", "先放着"],
  nextStep: (title) => `下一步：${title}`,
  lowerTo: (to) => `降到${to}优先级`,
  whichStep: "最小的第一步（空：返回）：",
  when: (date, from) => `什么时候？[${date} ${from}] `,
  notWhen: "写日期和时间，例如「明天 9:00」。",
  noMore: "都问完了。",
  askedOf: (at, of) => `${at}/${of}`,
};

export type LivesTexts = typeof en;

export function livesTexts(tongue: Tongue): LivesTexts {
  return tongue === "zh" ? zh : en;
}

function sayChange(
  key: SinceKey,
  title: string,
  from: string | null,
  to: string | null,
  tongue: Tongue,
): string {
  const texts = sayLives(tongue);
  const none = tongue === "zh" ? "无" : "none";
  const priority = (value: string | null): string => texts.priorities[value as Priority] ?? none;
  const state = (value: string | null): string => texts.states[value as State] ?? none;
  const tail = (before: string, after: string): string => ` (${before} → ${after})`;
  if (key === "moved") return title + tail(priority(from), priority(to));
  if (key === "turned") return title + tail(state(from), state(to));
  if (key === "reworded") return `${from} → ${to}`;
  return title;
}
