// page: what was understood of a page, line by line and why. As JSON it is exactly PageJson.

import { AppError } from "../base/index.ts";
import type { Action, Context } from "./action.ts";
import { archivesOf } from "./archive-files.ts";
import { say } from "./messages.ts";
import { toPageJson } from "./page-json.ts";
import type { PageReading } from "./reading.ts";

export const page: Action = {
  name: "page",
  group: "look",
  writes: false,
  summary: {
    en: "Show how a page is understood, line by line and why",
    zh: "逐行显示页面是怎样被理解的，以及原因",
  },
  params: [
    {
      name: "file",
      kind: "file",
      positional: true,
      help: {
        en: "a Markdown file; without one, the home's page",
        zh: "一个 Markdown 文件；不写就是数据目录里的页面",
      },
    },
  ],
  examples: [
    { args: { en: "page", zh: "page" }, says: { en: "the page of the home", zh: "数据目录里的页面" } },
    {
      args: { en: "page blog/content/now.md", zh: "page blog/content/now.md" },
      says: { en: "any page, without a home", zh: "任何页面，不需要数据目录" },
    },
    {
      args: { en: "page now.md --json", zh: "page now.md --json" },
      says: { en: "sections, items, log and diagnostics as JSON", zh: "用 JSON 给出章节、条目、记录和诊断" },
    },
  ],
  more: {
    en: "What is understood wrongly can be overruled: see `nunc help role` and `nunc help word`.",
    zh: "理解错的地方可以纠正：见 `nunc help role` 与 `nunc help word`。",
  },
  run: (context, input) => {
    const found = findPage(context, input.text("file"));
    const data = toPageJson(found.view);
    return {
      data,
      summary: say(context.tongue).pageSummary(
        context.reading.nameOf(found.file),
        data.items.length,
        data.log.length,
        data.diagnostics.length,
      ),
      detail: found,
    };
  },
};

/** A page or archive of the home by its file; the first page where none is named. */
export function findPage(context: Context, file: string | undefined): PageReading {
  if (file === undefined) return context.reading.pages()[0]!;
  const { store, config } = context.world;
  const known = [...config.pages, ...archivesOf(context)].find(
    (one) =>
      one === file || store.resolve(one) === store.resolve(file) || context.reading.nameOf(one) === file,
  );
  const found = known === undefined ? null : context.reading.page(known);
  if (found !== null) return found;
  throw new AppError("missing", say(context.tongue).notAPage(file), { at: { file } });
}
