// note, place, discard: lines into the private inbox, later put on the page or dropped.

import { AppError } from "../base/index.ts";
import { addItem, type FileEdit } from "../domain/index.ts";
import type { Action, Context, Input } from "./action.ts";
import { addNotePatches, INBOX_FILE, type InboxNote, inboxOf } from "./inbox.ts";
import { whereAdded } from "./item-where.ts";
import { say } from "./messages.ts";
import { editOptions, editPage } from "./page-edit.ts";
import { placeParams, readPlace } from "./place.ts";
import { fileParam } from "./words.ts";

export const note: Action = {
  name: "note",
  group: "list",
  writes: true,
  summary: { en: "Jot a line into the inbox, or show the inbox", zh: "往收件箱记一行，或查看收件箱" },
  params: [
    {
      name: "text",
      kind: "text",
      positional: true,
      rest: true,
      help: { en: "what to jot down; without it, the inbox is shown", zh: "要记的内容；不写就显示收件箱" },
    },
  ],
  examples: [
    {
      args: { en: "note try kustomize for the test cluster", zh: "note 测试集群试试 kustomize" },
      says: { en: "private; it gets a place later", zh: "私人的，以后再安排" },
    },
    {
      args: { en: "note", zh: "note" },
      says: { en: "what is in the inbox, with numbers", zh: "收件箱里的内容，带编号" },
    },
  ],
  more: {
    en: "Give a note its place with `nunc place NUMBER`, or drop it with `nunc discard NUMBER`.",
    zh: "用 `nunc place 编号` 把它放到页面上，或用 `nunc discard 编号` 丢掉。",
  },
  run: (context, input) => {
    const inbox = inboxOf(context);
    const text = input.text("text")?.trim();
    const notes = inbox.notes.map(({ line, text: words, at }, index) => ({
      number: index + 1,
      line,
      text: words,
      at,
    }));
    if (text === undefined || text === "")
      return { data: { notes }, summary: say(context.tongue).inboxSummary(notes.length) };
    return {
      data: { number: notes.length + 1, text, at: context.today },
      summary: say(context.tongue).noted(text),
      edits: [
        { file: INBOX_FILE, hash: inbox.hash, patches: addNotePatches(inbox.text, text, context.today) },
      ],
    };
  },
};

const noteParams: Action["params"] = [
  {
    name: "number",
    kind: "number",
    counted: true,
    requiredTyped: true,
    positional: true,
    help: { en: "number of the note, as `nunc note` shows it", zh: "`nunc note` 显示的编号" },
  },
  {
    name: "line",
    kind: "number",
    counted: true,
    internal: true,
    help: { en: "its line in inbox.md", zh: "它在 inbox.md 里的行号" },
  },
  {
    name: "hash",
    kind: "text",
    internal: true,
    help: { en: "hash of the inbox in which the line was counted", zh: "计行号时收件箱的哈希" },
  },
];

export const place: Action = {
  name: "place",
  group: "list",
  writes: true,
  summary: { en: "Put a note of the inbox on the page", zh: "把收件箱里的一条放到页面上" },
  params: [
    ...noteParams,
    ...placeParams,
    { name: "title", kind: "text", internal: true, help: { en: "another title for it", zh: "换个标题" } },
    fileParam,
  ],
  examples: [
    {
      args: { en: "place 1 -p high", zh: "place 1 -p 高" },
      says: {
        en: "adds note 1 to the high priority and takes it out of the inbox",
        zh: "把第 1 条加到高优先级，并从收件箱移走",
      },
    },
    {
      args: { en: "place 2 --under Kubernetes", zh: "place 2 --under Kubernetes" },
      says: { en: "as a step", zh: "作为一个步骤" },
    },
  ],
  run: (context, input) => {
    const found = findNote(context, input);
    const [title = "", ...rest] = (input.text("title") ?? found.text).split("\n");
    const { page, place: where } = readPlace(context, input);
    const wanted = { title, ...(rest.length > 0 ? { note: rest.join(" ") } : {}) };
    const patches = addItem(page.view, wanted, where, editOptions(context));
    const edited = editPage(page, patches, { kind: "add", input: wanted, place: where });
    return {
      data: { title, file: page.file },
      summary: say(context.tongue).placed(title, whereAdded(context, page, patches, title)),
      ...edited,
      edits: [...edited.edits, cutNote(context, found)],
    };
  },
};

export const discard: Action = {
  name: "discard",
  group: "list",
  writes: true,
  summary: { en: "Drop a note of the inbox", zh: "丢掉收件箱里的一条" },
  params: noteParams,
  examples: [
    {
      args: { en: "discard 1", zh: "discard 1" },
      says: { en: "`nunc undo` brings it back", zh: "`nunc undo` 可以找回" },
    },
  ],
  run: (context, input) => {
    const found = findNote(context, input);
    return {
      data: { text: found.text },
      summary: say(context.tongue).discarded(found.text),
      edits: [cutNote(context, found)],
    };
  },
};

function cutNote(context: Context, found: InboxNote): FileEdit {
  return {
    file: INBOX_FILE,
    hash: inboxOf(context).hash,
    patches: [{ from: found.from, to: found.to, insert: "" }],
  };
}

function findNote(context: Context, input: Input): InboxNote {
  const { notes, hash } = inboxOf(context);
  const number = input.number("number");
  const line = input.number("line");
  if (number === undefined && line === undefined) {
    throw new AppError("usage", say(context.tongue).whichNote(), { hint: say(context.tongue).seeNotes() });
  }
  const seen = input.text("hash");
  if (line !== undefined && seen !== undefined && seen !== hash) {
    throw new AppError("conflict", say(context.tongue).inboxChanged(), {
      hint: say(context.tongue).lookAgain(),
    });
  }
  const found = line === undefined ? notes[number! - 1] : notes.find((one) => one.line === line);
  if (found !== undefined) return found;
  throw new AppError("missing", say(context.tongue).noSuchNote(number ?? line!, notes.length), {
    hint: say(context.tongue).seeNotes(),
  });
}
