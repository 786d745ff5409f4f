// The page as it was on a day, with what became of it since: its lines beside those of now, and its items. Asked by
// `nunc lives --at DAY` and by the Lives screen.

import { AppError, type LocalDate } from "../base/index.ts";
import {
  compareLines,
  dayOfLife,
  readSince,
  revisionOn,
  type SinceItems,
  type SinceLine,
  sayLives,
} from "../domain/index.ts";
import type { Action, Context, Outcome } from "./action.ts";
import { keptPageLives } from "./lives-kept.ts";
import { pageTextAt } from "./lives-read.ts";
import { pageNamed } from "./page-named.ts";

/** As JSON. */
export interface PageAtJson {
  date: string;
  file: string;
  /** The revision that was the page of that day. */
  revision: { sha: string; at: string; on: string };
  /** The page as it was. */
  text: string;
  /** Both pages line by line: ` ` stands in both, `-` only then, `+` only now. */
  lines: SinceLine[];
  /** What became of the items since. */
  since: SinceItems;
}

export const pageAt: Action = {
  name: "page-at",
  group: "look",
  writes: false,
  internal: true,
  summary: { en: "Show the page as it was on a day", zh: "显示页面在某一天的样子" },
  params: [
    { name: "date", kind: "date", required: true, help: { en: "the day", zh: "哪一天" } },
    {
      name: "path",
      kind: "file",
      help: { en: "which page, where there are several", zh: "有几页时，哪一页" },
    },
  ],
  examples: [],
  run: (context, input) => pageOn(context, pageNamed(context, input.text("path")), input.date("date")!),
};

/** @throws AppError missing where the history begins later */
export function pageOn(context: Context, file: string, date: LocalDate): Outcome & { data: PageAtJson } {
  const texts = sayLives(context.tongue);
  const lives = keptPageLives(context, file);
  const at = revisionOn(lives.revisions, date);
  const first = lives.revisions[0];
  if (at === null || first === undefined) {
    const since = first === undefined ? context.today : dayOfLife(first.at);
    throw new AppError("missing", texts.beforeAll(date, since), { hint: texts.noDay });
  }
  const revision = lives.revisions[at]!;
  const now = context.reading.text(file)?.text ?? "";
  const isNow = at === lives.revisions.length - 1;
  const text = isNow ? now : (pageTextAt(context, file, revision.sha) ?? now);
  const since = readSince(lives, at);
  const on = dayOfLife(revision.at);
  const { came, gone, finished, moved, reworded, turned } = since;
  const other = new Set([came, gone, finished, moved, reworded, turned].flat().map(({ id }) => id)).size;
  return {
    data: { date, file, revision: { ...revision, on }, text, lines: compareLines(text, now), since },
    summary: texts.pageAt(date, on, since.same, other),
  };
}
