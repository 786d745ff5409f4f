// archive: log entries older than a day move to the yearly archive pages, in one change: added there before they are cut here.

import { AppError, type LocalDate, makeLocalDate, yearOf } from "../base/index.ts";
import { archiveLog, type FileEdit, type PageView } from "../domain/index.ts";
import type { Action, Check, Context } from "./action.ts";
import { archiveFile } from "./archive-files.ts";
import { say } from "./messages.ts";
import { findPage } from "./page.ts";
import { editOptions, editPage } from "./page-edit.ts";
import type { PageReading } from "./reading.ts";
import { fileParam } from "./words.ts";

export const archive: Action = {
  name: "archive",
  group: "log",
  writes: true,
  summary: { en: "Move old log entries to the yearly archive", zh: "把旧记录移到按年的归档页" },
  params: [
    {
      name: "before",
      kind: "date",
      positional: true,
      help: {
        en: "entries that ended before this day; else this year's first",
        zh: "在这一天之前结束的记录；默认今年第一天",
      },
    },
    fileParam,
  ],
  examples: [
    {
      args: { en: "archive 2021-01-01 --dry-run", zh: "archive 2021-01-01 --dry-run" },
      says: { en: "shows what would move", zh: "先看会移动什么" },
    },
    {
      args: { en: "archive", zh: "archive" },
      says: { en: "everything before this year", zh: "今年以前的全部记录" },
    },
  ],
  run: (context, input) => {
    const before = input.date("before") ?? makeLocalDate(yearOf(context.today), 1, 1)!;
    const pages = input.has("file") ? [findPage(context, input.text("file"))] : context.reading.pages();
    const moved = pages.map((page) => archivePage(context, page, before));
    const count = moved.reduce((sum, one) => sum + one.count, 0);
    if (count === 0) throw new AppError("missing", say(context.tongue).nothingToArchive(before));
    const files = moved.flatMap((one) => one.archives);
    return {
      data: { before, entries: count, files },
      summary: say(context.tongue).archived(count, files),
      edits: moved.flatMap(({ edits }) => edits),
      allowShrink: true,
      checks: moved.flatMap(({ checks }) => checks),
    };
  },
};

interface Moved {
  count: number;
  archives: string[];
  edits: FileEdit[];
  checks: Check[];
}

/** The archive pages come first: what is added is written before what is cut. */
function archivePage(context: Context, page: PageReading, before: LocalDate): Moved {
  const fileOf = (year: number): string => archiveFile(context, page.file, year);
  const archiveOf = (year: number): PageView | null => context.reading.page(fileOf(year))?.view ?? null;
  const answer = archiveLog(page.view, before, archiveOf, editOptions(context));
  if (answer.page.length === 0) return { count: 0, archives: [], edits: [], checks: [] };
  const cut = editPage(page, answer.page, { kind: "archive", before });
  const added = answer.archives.map(({ year, patches, create }): FileEdit => {
    const file = fileOf(year);
    return create === null
      ? { file, hash: context.reading.page(file)!.hash, patches }
      : { file, hash: null, patches: [{ from: 0, to: 0, insert: create }] };
  });
  const after = context.reading.edited(page, answer.page);
  return {
    count: page.view.log.length - after.view.log.length,
    archives: added.map(({ file }) => file),
    edits: [...added, ...cut.edits],
    checks: cut.checks,
  };
}
