// list: the items of the page that fit the filters; without any, what is open or being done.

import { fold } from "../base/index.ts";
import { STATES } from "../domain/index.ts";
import type { Action, Input } from "./action.ts";
import { readItemFiles } from "./item-file.ts";
import { type ListedItem, toListedItem } from "./listed-item.ts";
import { say } from "./messages.ts";
import type { FoundItem } from "./reading.ts";
import { priorityParam, roleParam, stateParam } from "./words.ts";

export interface ListData {
  items: ListedItem[];
  today: string;
  /** How many items the pages have in all. */
  total: number;
  /** The pages that were looked at. */
  files: string[];
}

export const list: Action = {
  name: "list",
  group: "look",
  writes: false,
  summary: { en: "List items, filtered", zh: "列出条目，可筛选" },
  params: [
    {
      name: "text",
      kind: "text",
      positional: true,
      rest: true,
      help: { en: "words that title, note or path contain", zh: "标题、备注或路径里包含的词" },
    },
    {
      ...priorityParam,
      help: { en: "only this priority (none: without one)", zh: "只看这个优先级（none：没有优先级的）" },
    },
    {
      ...stateParam,
      choices: [...STATES, "all"],
      help: {
        en: "open, doing, done, dropped or all; else open and doing",
        zh: "open、doing、done、dropped 或 all；默认 open 与 doing",
      },
    },
    {
      ...roleParam,
      choices: ["learning", "reading"],
      help: { en: "learning or reading", zh: "learning（学习）或 reading（阅读）" },
    },
    {
      name: "group",
      kind: "text",
      short: "g",
      help: { en: "only the group of this label", zh: "只看这个标签的分组" },
    },
    { name: "section", kind: "text", help: { en: "only below this heading", zh: "只看这个标题下面的" } },
  ],
  examples: [
    { args: { en: "list", zh: "list" }, says: { en: "all that is open or in progress", zh: "所有未完成的" } },
    {
      args: { en: "list -p highest", zh: "list -p 最高" },
      says: { en: "what is most important", zh: "最重要的" },
    },
    {
      args: { en: "list --role reading --state all", zh: "list --role reading --state all" },
      says: { en: "every book, read or not", zh: "每一本书，读没读过的都有" },
    },
    { args: { en: "list linux", zh: "list 容器" }, says: { en: "what mentions it", zh: "提到它的条目" } },
  ],
  run: (context, input) => {
    const items = context.reading.items();
    const facts = readItemFiles(context);
    const found = items.filter((one) => fits(one, input));
    const data: ListData = {
      today: context.today,
      items: found.map((one) => toListedItem(context, one, facts)),
      total: items.length,
      files: context.reading.pages().map(({ file }) => file),
    };
    return { data, summary: say(context.tongue).listSummary(found.length, items.length) };
  },
};

function fits({ item }: FoundItem, input: Input): boolean {
  const state = input.text("state");
  const priority = input.text("priority");
  if (
    state === undefined
      ? item.state !== "open" && item.state !== "doing"
      : state !== "all" && item.state !== state
  )
    return false;
  if (
    input.cleared("priority") ? item.priority !== null : priority !== undefined && item.priority !== priority
  )
    return false;
  if (input.has("role") && item.role !== input.text("role")) return false;
  const group = input.text("group");
  if (group !== undefined && !fold(item.group ?? "").includes(fold(group))) return false;
  return inSection(item, input.text("section")) && hasWords({ item }, input.text("text"));
}

function inSection(item: FoundItem["item"], name: string | undefined): boolean {
  if (name === undefined) return true;
  for (let at: typeof item.section | null = item.section; at !== null; at = at.parent) {
    if (String(at.line) === name || fold(at.title).includes(fold(name))) return true;
  }
  return false;
}

function hasWords({ item }: Pick<FoundItem, "item">, text: string | undefined): boolean {
  if (text === undefined) return true;
  const whole = fold(`${item.path} ${item.note ?? ""} ${item.group ?? ""}`);
  return fold(text)
    .split(" ")
    .every((word) => whole.includes(word));
}
