// progress: how far an item is, in the form that the page uses for it.

import { setProgress } from "../domain/index.ts";
import type { Action } from "./action.ts";
import { findItem } from "./item-find.ts";
import { say } from "./messages.ts";
import { editOptions, editPage } from "./page-edit.ts";
import { toItemJson } from "./page-json.ts";
import { itemParam } from "./words.ts";

export const progress: Action = {
  name: "progress",
  group: "list",
  writes: true,
  summary: { en: "Say how far an item is", zh: "更新条目的进度" },
  params: [
    itemParam,
    {
      name: "value",
      kind: "text",
      required: true,
      positional: true,
      help: { en: "296, 296/572 or 52%; the page keeps its form", zh: "296、296/572 或 52%；保持页面的写法" },
    },
  ],
  examples: [
    {
      args: {
        en: 'progress "Designing Data-Intensive Applications" 296/572',
        zh: "progress 数据密集型 296/572",
      },
      says: { en: "pages read of all", zh: "已读页数/总页数" },
    },
    {
      args: { en: "progress Kubernetes 40%", zh: "progress Kubernetes 40%" },
      says: { en: "a share", zh: "百分比" },
    },
  ],
  run: (context, input) => {
    const { page, item } = findItem(context, input.item("item")!);
    const value = input.text("value")!.trim();
    const patches = setProgress(page.view, item, value, editOptions(context));
    // Progress changes an item within its line.
    const now = context.reading.edited(page, patches).view.items.find(({ line }) => line === item.line);
    return {
      data: { path: item.path, value, progress: now ? toItemJson(now).progress : null, file: page.file },
      summary: say(context.tongue).progressSet(item.title, now?.progress?.text ?? value),
      ...editPage(page, patches, { kind: "progress", item, text: value }),
    };
  },
};
