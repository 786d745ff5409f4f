// done, doing, drop, reopen: another state, written as the page writes it (a tick, a mark, a move under 已读：).

import type { Bilingual } from "../base/index.ts";
import { type Item, type State, setStates } from "../domain/index.ts";
import type { Patch } from "../page/index.ts";
import type { Action, Context } from "./action.ts";
import { findItems } from "./item-find.ts";
import { type Whereabouts, whereNow, whereOf } from "./item-where.ts";
import { say } from "./messages.ts";
import { editOptions, editPage } from "./page-edit.ts";
import type { PageReading } from "./reading.ts";
import { itemsParam } from "./words.ts";

export const doing = stateAction("doing", "doing", { en: "Mark items as in progress", zh: "标为正在做" });
export const done = stateAction("done", "done", { en: "Mark items as done", zh: "标为已完成" });
export const drop = stateAction("drop", "dropped", { en: "Mark items as dropped", zh: "标为放弃" });
export const reopen = stateAction("reopen", "open", { en: "Mark items as open again", zh: "重新打开" });

function stateAction(name: string, state: State, summary: Bilingual): Action {
  return {
    name,
    group: "list",
    writes: true,
    summary,
    params: [
      itemsParam,
      ...(state === "done"
        ? [
            {
              name: "on",
              kind: "date" as const,
              help: {
                en: "the day it was done, where the page writes it; else today",
                zh: "完成的日期（页面写日期时用），默认今天",
              },
            },
          ]
        : []),
    ],
    examples: [
      {
        args: { en: `${name} Kubernetes`, zh: `${name} Kubernetes` },
        says: { en: "written as the page writes it", zh: "按页面自己的写法" },
      },
      {
        args: { en: `${name} "Redis" "MySQL" --dry-run`, zh: `${name} redis mysql --dry-run` },
        says: { en: "several at once; shows the diff only", zh: "一次多个；只看差异" },
      },
    ],
    run: (context, input) => {
      const items = findItems(context, input.items("items"));
      const on = input.date("on") ?? context.today;
      const pages = [...new Set(items.map(({ page }) => page))];
      const edited = pages.map((page) => {
        const mine = items.filter((one) => one.page === page).map(({ item }) => item);
        const patches = setStates(page.view, mine, state, { on }, editOptions(context));
        return { page, patches, ...editPage(page, patches, { kind: "state", items: mine, state, on }) };
      });
      const [only] = edited.length === 1 && items.length === 1 ? edited : [];
      const where = only === undefined ? null : whereMoved(context, only, items[0]!.item);
      return {
        data: { items: items.map(({ item }) => item.path), state },
        summary: say(context.tongue).stateSet(
          items.map(({ item }) => item.title),
          state,
          where,
        ),
        edits: edited.flatMap(({ edits }) => edits),
        checks: edited.flatMap(({ checks }) => checks),
      };
    },
  };
}

/** Where the item stands now; below which heading only where that is another one than before. */
function whereMoved(
  context: Context,
  { page, patches }: { page: PageReading; patches: readonly Patch[] },
  item: Item,
): Whereabouts | null {
  const now = whereNow(context, page, patches, item);
  const isThere = now?.below === whereOf(context, page, item).below;
  return now !== null && isThere ? { ...now, below: null } : now;
}
