// edit: another title or note for an item. Its private file follows, and keeps the former title.

import { AppError } from "../base/index.ts";
import { editItem } from "../domain/index.ts";
import type { Action } from "./action.ts";
import { renameItemFiles } from "./item-file.ts";
import { findItem } from "./item-find.ts";
import { renamesFor } from "./item-paths.ts";
import { say } from "./messages.ts";
import { editOptions, editPage } from "./page-edit.ts";
import { itemParam } from "./words.ts";

export const edit: Action = {
  name: "edit",
  group: "list",
  writes: true,
  summary: { en: "Change the title or the note of an item", zh: "修改条目的标题或备注" },
  params: [
    itemParam,
    { name: "title", kind: "text", short: "t", help: { en: "the new title", zh: "新标题" } },
    {
      name: "note",
      kind: "text",
      short: "n",
      clearable: true,
      help: { en: "the new note; none takes it away", zh: "新备注；none 去掉备注" },
    },
  ],
  examples: [
    {
      args: {
        en: 'edit Kubernetes --title "Kubernetes in production"',
        zh: "edit Kubernetes --title 生产环境的 Kubernetes",
      },
      says: { en: "a new title; what is private about it follows", zh: "改标题，私人内容会跟着走" },
    },
    {
      args: {
        en: 'edit Kubernetes --note "upgrade in place first"',
        zh: "edit Kubernetes --note 先做原地升级",
      },
      says: { en: "a new note", zh: "改备注" },
    },
  ],
  run: (context, input) => {
    const { page, item } = findItem(context, input.item("item")!);
    const title = input.text("title")?.trim();
    const note = input.cleared("note") ? "" : input.text("note")?.trim();
    if (title === undefined && note === undefined) {
      throw new AppError("usage", say(context.tongue).nothingToEdit(), {
        hint: say(context.tongue).seeHelp("edit"),
      });
    }
    const wanted = {
      ...(title === undefined ? {} : { title }),
      ...(note === undefined ? {} : { note: note === "" ? null : note }),
    };
    const patches = editItem(page.view, item, wanted, editOptions(context));
    const edited = editPage(page, patches, { kind: "edit", item, texts: wanted });
    return {
      data: {
        path: item.path,
        title: title ?? item.title,
        note: note === undefined ? item.note : note || null,
        file: page.file,
      },
      summary: say(context.tongue).edited(item.title),
      ...edited,
      edits: [...edited.edits, ...renameItemFiles(context, renamesFor(context, page, patches, [item]))],
    };
  },
};
