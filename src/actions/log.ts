// log: a line of what was done, into the entry that covers today or a new one; without a line, the last entries.

import { AppError, type LocalDate } from "../base/index.ts";
import { addLogText, editLogText, type LogEntry, removeLogText } from "../domain/index.ts";
import type { Patch } from "../page/index.ts";
import type { Action, Context, Input, Outcome } from "./action.ts";
import { archivesOf } from "./archive-files.ts";
import { say } from "./messages.ts";
import { findPage } from "./page.ts";
import { editOptions, editPage } from "./page-edit.ts";
import { toLogEntryJson } from "./page-json.ts";
import { markdownBelow } from "./page-snapshot.ts";
import type { PageReading } from "./reading.ts";
import type { LogEntryJson } from "./snapshot.ts";
import { fileParam } from "./words.ts";

export interface LogData {
  entries: (LogEntryJson & { file: string; title: string; markdown: string })[];
  total: number;
}

const SHOWN = 3;

export const log: Action = {
  name: "log",
  group: "log",
  writes: true,
  summary: { en: "Write down what was done, or show the last entries", zh: "记下做了什么，或查看最近的记录" },
  params: [
    {
      name: "text",
      kind: "text",
      positional: true,
      rest: true,
      help: {
        en: "what was done; without it, the last entries are shown",
        zh: "做了什么；不写就显示最近的记录",
      },
    },
    {
      name: "from",
      kind: "date",
      help: { en: "first day of the entry; else today", zh: "记录的第一天，默认今天" },
    },
    {
      name: "to",
      kind: "date",
      help: { en: "last day of the entry; else the first", zh: "记录的最后一天，默认与第一天相同" },
    },
    {
      name: "entry",
      kind: "number",
      counted: true,
      help: { en: "into the entry at this line of the page", zh: "写进页面上这一行的记录" },
    },
    { name: "step", kind: "flag", help: { en: "indented, below the last bullet", zh: "缩进到上一条下面" } },
    {
      name: "count",
      kind: "number",
      short: "c",
      help: { en: "how many entries to show", zh: "显示几条记录" },
    },
    {
      name: "all",
      kind: "flag",
      help: { en: "show every entry, the archive included", zh: "显示全部记录，包括归档" },
    },
    fileParam,
  ],
  examples: [
    {
      args: { en: "log read chapter 3 of the Lua book", zh: "log 读完 Lua 程序设计第三章" },
      says: {
        en: "a bullet in today's entry; the entry is made where there is none",
        zh: "写进今天的记录，没有就新建",
      },
    },
    {
      args: {
        en: 'log "upgraded the test cluster" --from 2021-09-13 --to 2021-09-17',
        zh: "log 升级测试集群 --from 9-13 --to 9-17",
      },
      says: { en: "an entry of several days", zh: "跨几天的记录" },
    },
    { args: { en: "log", zh: "log" }, says: { en: "the last entries", zh: "最近的记录" } },
  ],
  run: (context, input) => {
    const text = input.text("text")?.trim();
    if (text === undefined || text === "") return showLog(context, input);
    const page = pageFor(context, input);
    const from = input.date("from");
    const to = input.date("to");
    if (from !== undefined && to !== undefined && to < from)
      throw new AppError("usage", say(context.tongue).endBeforeStart(from, to));
    const where = whereToLog(context, page, input, from, to);
    const entry = "entry" in where ? where.entry : null;
    const below = input.flag("step") ? (entry?.bullets.at(-1)?.depth ?? -1) + 1 : 0;
    const wanted = { ...where, text, ...(below > 0 ? { depth: below } : {}) };
    return {
      data: { text, file: page.file, entry: entry?.line ?? null, from: entry?.from ?? from ?? context.today },
      summary: say(context.tongue).logged(text),
      ...editPage(page, addLogText(page.view, wanted, editOptions(context)), {
        kind: "log-add",
        input: wanted,
      }),
    };
  },
};

/** The page that the person named, else the first that has a log, else the first. */
export function pageFor(context: Context, input: Input): PageReading {
  if (input.has(fileParam.name)) return findPage(context, input.text(fileParam.name));
  const pages = context.reading.pages();
  return pages.find(({ view }) => view.log.length > 0) ?? pages[0]!;
}

function whereToLog(
  context: Context,
  page: PageReading,
  input: Input,
  from: LocalDate | undefined,
  to: LocalDate | undefined,
) {
  const line = input.number("entry");
  if (line !== undefined) return { entry: entryAt(context, page, line) };
  const first = from ?? context.today;
  const last = to ?? first;
  const same = (entry: LogEntry): boolean =>
    from === undefined && to === undefined
      ? entry.from !== null &&
        entry.from <= context.today &&
        (entry.to ?? (entry.open ? context.today : entry.from)) >= context.today
      : entry.from === first && entry.to === last;
  const entry = page.view.log.find(same);
  return entry === undefined ? { from: first, to: last } : { entry };
}

function entryAt(context: Context, page: PageReading, line: number): LogEntry {
  const entry = page.view.log.find((one) => one.line <= line && line <= one.endLine);
  if (entry !== undefined) return entry;
  throw new AppError(
    "missing",
    say(context.tongue).noEntryAt(`${context.reading.nameOf(page.file)}:${line}`),
  );
}

function showLog(context: Context, input: Input): Outcome {
  const files = context.reading.pages();
  const archives = input.flag("all") ? archivesOf(context).map((file) => context.reading.page(file)) : [];
  const entries = [...files, ...archives.filter((page) => page !== null)].flatMap((page) =>
    page.view.log.map((entry) => ({
      file: page.file,
      title: entry.title,
      ...toLogEntryJson(entry),
      markdown: markdownBelow(page.view, entry),
    })),
  );
  const count = input.number("count") ?? SHOWN;
  if (count < 0) throw new AppError("usage", say(context.tongue).badCount(count));
  const shown = input.flag("all") ? entries : entries.slice(0, count);
  const data: LogData = { entries: shown, total: entries.length };
  return { data, summary: say(context.tongue).logSummary(shown.length, entries.length) };
}

const lineParams: Action["params"] = [
  {
    name: "line",
    kind: "number",
    counted: true,
    requiredTyped: true,
    positional: true,
    help: {
      en: "line of the bullet on the page, as `nunc log` shows it",
      zh: "这一条在页面上的行号（`nunc log` 会显示）",
    },
  },
  { ...fileParam },
  {
    name: "hash",
    kind: "text",
    internal: true,
    help: { en: "hash of the text in which the line was counted", zh: "计行号时文本的哈希" },
  },
];

export const logEdit: Action = {
  name: "log-edit",
  group: "log",
  writes: true,
  summary: { en: "Change a bullet of the log", zh: "修改记录里的一条" },
  params: [
    ...lineParams,
    {
      name: "text",
      kind: "text",
      required: true,
      positional: true,
      rest: true,
      help: { en: "the new text", zh: "新的内容" },
    },
    {
      name: "entry",
      kind: "number",
      counted: true,
      internal: true,
      help: {
        en: "line of an entry: its whole Markdown is replaced",
        zh: "记录的行号：替换它的全部 Markdown",
      },
    },
  ],
  examples: [
    {
      args: { en: "log-edit 42 read chapters 3 and 4", zh: "log-edit 42 读完第三、四章" },
      says: { en: "the bullet at line 42", zh: "修改第 42 行那一条" },
    },
  ],
  run: (context, input) => {
    const page = pageAsSeen(context, input);
    const line = input.number("line");
    const text = input.text("text")!;
    const entry = input.number("entry");
    if (line === undefined && entry === undefined)
      throw new AppError("usage", say(context.tongue).whichLine());
    const edited =
      line === undefined
        ? editEntry(context, page, entryAt(context, page, entry!), text)
        : editPage(page, editLogText(page.view, line, text, editOptions(context)), {
            kind: "log-edit",
            line,
            text,
          });
    return {
      data: { line: line ?? entry, file: page.file },
      summary: say(context.tongue).logEdited(),
      ...edited,
    };
  },
};

export const logRemove: Action = {
  name: "log-remove",
  group: "log",
  writes: true,
  summary: { en: "Take a bullet out of the log", zh: "删掉记录里的一条" },
  params: lineParams,
  examples: [
    {
      args: { en: "log-remove 42", zh: "log-remove 42" },
      says: { en: "the bullet at line 42 and what is below it", zh: "删掉第 42 行那一条和它下面的内容" },
    },
  ],
  run: (context, input) => {
    const page = pageAsSeen(context, input);
    const line = input.number("line");
    if (line === undefined) throw new AppError("usage", say(context.tongue).whichLine());
    return {
      data: { line, file: page.file },
      summary: say(context.tongue).logRemoved(),
      ...editPage(page, removeLogText(page.view, line, editOptions(context)), { kind: "log-remove", line }),
    };
  },
};

/** The page whose lines are meant: the one that was named, and only as it was when they were counted. */
function pageAsSeen(context: Context, input: Input): PageReading {
  const page = input.has("file") ? findPage(context, input.text("file")) : pageFor(context, input);
  const seen = input.text("hash");
  if (seen === undefined || seen === page.hash) return page;
  throw new AppError("conflict", say(context.tongue).pageChanged(context.reading.nameOf(page.file)), {
    hint: say(context.tongue).lookAgain(),
  });
}

function editEntry(context: Context, page: PageReading, entry: LogEntry, markdown: string) {
  const patches = replaceEntry(context, page, entry, markdown);
  return editPage(page, patches, { kind: "log-entry", line: entry.line });
}

/** Everything of an entry below its date, from Markdown as `markdownBelow` gives it. */
function replaceEntry(context: Context, page: PageReading, entry: LogEntry, markdown: string): Patch[] {
  const { lines, text } = page.view.page;
  if (entry.line === entry.endLine) {
    return addLogText(page.view, { entry, text: markdown.replace(/^\s*[-*+]\s+/, "") }, editOptions(context));
  }
  const from = lines.start(entry.line + 1);
  const old = text.slice(from, entry.range.to);
  const lead = /^(?:[ \t]*\r?\n)*/.exec(old)![0];
  const indent = entry.kind === "heading" ? "" : (/^ */.exec(old.slice(lead.length))?.[0] ?? "");
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const body = markdown
    .replace(/\s+$/, "")
    .split(/\r\n|\r|\n/)
    .map((row) => (row === "" ? "" : indent + row))
    .join(lineEnd);
  return [{ from, to: entry.range.to, insert: lead + body }];
}
