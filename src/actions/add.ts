// add: a new item, put where its neighbours are and written as they are.

import { addItem } from "../domain/index.ts";
import type { Action } from "./action.ts";
import { whereAdded } from "./item-where.ts";
import { say } from "./messages.ts";
import { editOptions, editPage } from "./page-edit.ts";
import { placeParams, readPlace } from "./place.ts";
import { fileParam } from "./words.ts";

export const add: Action = {
  name: "add",
  group: "list",
  writes: true,
  summary: { en: "Add an item to the page", zh: "往页面上加一个条目" },
  params: [
    {
      name: "title",
      kind: "text",
      required: true,
      positional: true,
      rest: true,
      help: { en: "the title; links as in Markdown", zh: "标题，可带 Markdown 链接" },
    },
    { name: "note", kind: "text", short: "n", help: { en: "what follows the title", zh: "标题后面的备注" } },
    ...placeParams,
    fileParam,
  ],
  examples: [
    {
      args: { en: "add Learn Rust -p high", zh: "add 学习 Rust -p 高" },
      says: { en: "at the end of the high priority", zh: "加到高优先级的末尾" },
    },
    {
      args: {
        en: 'add "Read chapter 3" --under "The Linux Programming Interface"',
        zh: "add 阅读第三章 --under 'The Linux Programming Interface'",
      },
      says: { en: "as a step", zh: "作为一个步骤" },
    },
    {
      args: { en: "add Systems Performance --role reading", zh: "add 性能之巅 --role reading" },
      says: { en: "to the books", zh: "加到书单" },
    },
    {
      args: { en: "add Learn Zig --dry-run", zh: "add 学习 Zig --dry-run" },
      says: { en: "shows the diff and changes nothing", zh: "只显示差异，什么也不改" },
    },
  ],
  run: (context, input) => {
    const title = input.text("title")!.trim();
    const note = input.text("note")?.trim();
    const { page, place } = readPlace(context, input);
    const wanted = { title, ...(note ? { note } : {}) };
    const patches = addItem(page.view, wanted, place, editOptions(context));
    const where = whereAdded(context, page, patches, title);
    return {
      data: { title, file: page.file, line: where?.line ?? null },
      summary: say(context.tongue).added(title, where),
      ...editPage(page, patches, { kind: "add", input: wanted, place }),
    };
  },
};
