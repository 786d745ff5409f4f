// item-note: what a person notes about an item for themselves, below the front matter of items/SLUG.md. Never on the page.

import { AppError } from "../base/index.ts";
import { itemNotes, itemNotesPatches } from "../domain/index.ts";
import type { Action } from "./action.ts";
import { itemFileWith, readItemFiles } from "./item-file.ts";
import { findItem } from "./item-find.ts";
import { say } from "./messages.ts";
import { itemParam } from "./words.ts";

export const itemNote: Action = {
  name: "item-note",
  group: "list",
  writes: true,
  summary: { en: "Add to the private notes of an item", zh: "给条目的私人笔记加一段" },
  params: [
    itemParam,
    {
      name: "text",
      kind: "text",
      requiredTyped: true,
      positional: true,
      rest: true,
      help: { en: "a paragraph behind what stands there", zh: "加在已有内容后面的一段" },
    },
    {
      name: "notes",
      kind: "text",
      internal: true,
      help: { en: "all of the notes, in place of what stood there", zh: "全部笔记，替换原有的" },
    },
    {
      name: "hash",
      kind: "text",
      internal: true,
      help: {
        en: "with notes: hash of the file as it was seen; none where there was no file",
        zh: "与 notes 一起：看到时文件的哈希，没有文件则不写",
      },
    },
  ],
  more: {
    en: "They stand in items/NAME.md of the home, as Markdown, below what `estimate`, `due` and others keep there; edit them there as you like. `nunc item` shows them.",
    zh: "以 Markdown 写在数据目录的 items/名字.md 里，`estimate`、`due` 等命令的内容下面；可以随意直接编辑。`nunc item` 会显示它。",
  },
  examples: [
    {
      args: {
        en: 'item-note Kubernetes "The upgrade guide is wrong about etcd."',
        zh: "item-note Kubernetes 升级文档里 etcd 的步骤有误",
      },
      says: { en: "private; the page stays as it is", zh: "私人的，页面不变" },
    },
  ],
  run: (context, input) => {
    const { item } = findItem(context, input.item("item")!);
    const texts = say(context.tongue);
    const known = readItemFiles(context).get(item.path);
    const stored = known === undefined ? null : context.reading.text(known.file);
    const before = itemNotes(stored?.text ?? "");
    const all = input.text("notes");
    const added = input.text("text")?.trim() ?? "";
    if (all !== undefined && (input.text("hash") ?? null) !== (stored?.hash ?? null)) {
      throw new AppError("conflict", texts.itemNotesChanged(item.title), {
        hint: texts.lookAgain(),
        data: { theirs: before, hash: stored?.hash ?? null },
        ...(known !== undefined && { at: { file: known.file } }),
      });
    }
    if (all === undefined && added === "") throw new AppError("usage", texts.nothingToNote());
    const notes = all ?? (before === "" ? added : `${before.replaceAll(/\r\n?/g, "\n")}\n\n${added}`);
    const edit = itemFileWith(context, item, (text) => itemNotesPatches(text, notes));
    const isTaken = edit === null || (edit.hash === null && notes.trim() === "");
    return {
      data: { path: item.path, file: known?.file ?? (isTaken ? null : edit.file), notes: notes.trim() },
      summary: notes.trim() === "" ? texts.itemNotesGone(item.title) : texts.itemNoted(item.title),
      edits: isTaken ? [] : [edit],
    };
  },
};
