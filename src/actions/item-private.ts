// estimate, due, pin: what a person says about an item in private. It goes to items/SLUG.md in the home, never to the page.

import { AppError } from "../base/index.ts";
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
      clearable: true,
      help: { en: "such as 8h, 90m, 1h30m; none takes it back", zh: "如 8h、90m、1h30m；none 清除" },
    },
  ],
  examples: [
    {
      args: { en: "estimate Kubernetes 12h", zh: "estimate Kubernetes 12h" },
      says: { en: "kept in the private file of the item", zh: "记在这个条目的私人文件里" },
    },
  ],
  run: (context, input) => {
    const { item } = findItem(context, input.item("item")!);
    const text = input.text("value");
    const value = text === undefined ? null : readDuration(text);
    if (text !== undefined && value === null) {
      throw new AppError("usage", say(context.tongue).notADuration(text), {
        hint: say(context.tongue).durationForms(),
      });
    }
    return saveFact(context, item, { estimate: value }, say(context.tongue).estimated(item.title, value));
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

/** `1h30m` from `1.5h`, `90m`, `90 min`, `1 小时 30 分`; null where it is no duration. */
function readDuration(text: string): string | null {
  const word = text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const match =
    /^(?:(\d+(?:\.\d+)?)(?:h|hours?|小时|个小时|时))?(?:(\d+)(?:m|min|mins|minutes?|分钟?)?)?$/.exec(word);
  if (match === null || word === "") return null;
  if (match[1] === undefined && !/\D/.test(word)) return null;
  const minutes = Math.round(Number(match[1] ?? 0) * 60) + Number(match[2] ?? 0);
  if (minutes <= 0) return null;
  const hours = Math.floor(minutes / 60);
  return `${hours > 0 ? `${hours}h` : ""}${minutes % 60 > 0 ? `${minutes % 60}m` : ""}`;
}
