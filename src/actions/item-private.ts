// estimate, due, pin, hard: what a person says about an item in private. It goes to items/SLUG.md in the home, never to the page.

import { AppError } from "../base/index.ts";
import { formatEstimate, readEstimate } from "../domain/index.ts";
import type { Action, Context, Outcome } from "./action.ts";
import { editItemFile } from "./item-file.ts";
import { findItem } from "./item-find.ts";
import { say } from "./messages.ts";
import { itemParam } from "./words.ts";

export const estimate: Action = {
  name: "estimate",
  group: "list",
  writes: true,
  summary: { en: "Say how long an item will take", zh: "估计一个条目要多久" },
  params: [
    itemParam,
    {
      name: "value",
      kind: "text",
      required: true,
      positional: true,
      rest: true,
      clearable: true,
      help: {
        en: "at most so long: 8h, 90m, 1h30m; at least so long: 8h+; none takes it back",
        zh: "最多多久：8h、90m、1h30m；至少多久：8h+；none 清除",
      },
    },
    { name: "floor", kind: "flag", help: { en: "the same as the +", zh: "等于写 +" } },
  ],
  examples: [
    {
      args: { en: "estimate Kubernetes 12h", zh: "estimate Kubernetes 12h" },
      says: {
        en: "work: a plan gives it 12 hours and no more; kept in the private file of the item",
        zh: "工作：计划给它 12 小时为止；记在这个条目的私人文件里",
      },
    },
    {
      args: { en: "estimate Kubernetes 20h+", zh: "estimate Kubernetes 至少 20h" },
      says: { en: "study: at least so long", zh: "学习：至少这么久" },
    },
  ],
  run: (context, input) => {
    const { item } = findItem(context, input.item("item")!);
    const text = input.text("value");
    const read = text === undefined ? null : readEstimate(text);
    if (text !== undefined && read === null) {
      throw new AppError("usage", say(context.tongue).notADuration(text), {
        hint: say(context.tongue).estimateForms(),
      });
    }
    const kind = input.flag("floor") ? "floor" : read?.kind;
    const value = read === null ? null : formatEstimate({ ...read, kind: kind ?? "limit" });
    const said = say(context.tongue).estimated(item.title, value, kind ?? null);
    return saveFact(context, item, { estimate: value }, said);
  },
};

export const due: Action = {
  name: "due",
  group: "list",
  writes: true,
  summary: { en: "Say by which day an item is wanted", zh: "给一个条目定期限" },
  params: [
    itemParam,
    {
      name: "value",
      kind: "date",
      ahead: true,
      required: true,
      positional: true,
      clearable: true,
      help: {
        en: "a day: 2021-09-30, tomorrow, +2w; none takes it back",
        zh: "日期：2021-09-30、明天、+2w；none 清除",
      },
    },
  ],
  examples: [
    {
      args: { en: "due Kubernetes +2w", zh: "due Kubernetes 9-30" },
      says: { en: "kept in the private file of the item", zh: "记在这个条目的私人文件里" },
    },
  ],
  run: (context, input) => {
    const { item } = findItem(context, input.item("item")!);
    const value = input.date("value") ?? null;
    return saveFact(context, item, { due: value }, say(context.tongue).dueSet(item.title, value));
  },
};

export const pin: Action = {
  name: "pin",
  group: "list",
  writes: true,
  summary: { en: "Keep an item on top, for yourself", zh: "把一个条目私下置顶" },
  params: [
    itemParam,
    { name: "off", kind: "flag", help: { en: "take the pin off", zh: "取消置顶" } },
    { name: "on", kind: "flag", internal: true, help: { en: "whether it is pinned", zh: "是否置顶" } },
  ],
  examples: [
    {
      args: { en: "pin Kubernetes", zh: "pin Kubernetes" },
      says: { en: "`nunc` shows it first; the page stays as it is", zh: "`nunc` 会先显示它；页面不变" },
    },
  ],
  run: (context, input) => {
    const { item } = findItem(context, input.item("item")!);
    const on = input.flag("on") ?? !input.flag("off");
    return saveFact(context, item, { pin: on ? "true" : null }, say(context.tongue).pinned(item.title, on));
  },
};

export const hard: Action = {
  name: "hard",
  group: "list",
  writes: true,
  summary: { en: "Say how much an item wants your best hours", zh: "一个条目多需要你最好的时间" },
  params: [
    itemParam,
    {
      name: "value",
      kind: "choice",
      choices: ["0", "1", "2", "3"],
      aliases: { easy: "0", hard: "3", 轻松: "0", 难: "3" },
      required: true,
      positional: true,
      clearable: true,
      help: {
        en: "0 can be done at any hour, 3 wants the best ones; none takes it back",
        zh: "0 什么时候都行，3 要用最好的时间；none 清除",
      },
    },
  ],
  examples: [
    {
      args: { en: "hard Kubernetes 3", zh: "hard Kubernetes 3" },
      says: {
        en: "plans put it into the hours that nunc.yaml calls best",
        zh: "计划会把它排进 nunc.yaml 里 best 那段时间",
      },
    },
  ],
  run: (context, input) => {
    const { item } = findItem(context, input.item("item")!);
    const value = input.text("value") ?? null;
    return saveFact(context, item, { hard: value }, say(context.tongue).hardSet(item.title, value));
  },
};

function saveFact(
  context: Context,
  item: Parameters<typeof editItemFile>[1],
  fields: Record<string, string | null>,
  summary: string,
): Outcome {
  const cleared = Object.values(fields).every((value) => value === null);
  const edit = editItemFile(context, item, fields);
  // Nothing was said yet and nothing is to be taken back: no file for that.
  const edits = edit === null || (cleared && edit.hash === null) ? [] : [edit];
  return { data: { path: item.path, ...fields, file: edits[0]?.file ?? null }, summary, edits };
}
