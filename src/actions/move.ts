// move, raise, lower: another priority, place, section, group or parent. Several items are one change.

import { AppError } from "../base/index.ts";
import { type Item, moveItems, type Place, PRIORITIES, type Priority } from "../domain/index.ts";
import { diffTexts, type Patch } from "../page/index.ts";
import type { Action, Context, Input, Outcome } from "./action.ts";
import { renameItemFiles } from "./item-file.ts";
import { findItems } from "./item-find.ts";
import { renamesFor } from "./item-paths.ts";
import { type Whereabouts, whereNow } from "./item-where.ts";
import { say } from "./messages.ts";
import { editOptions, editPage } from "./page-edit.ts";
import { hasPlace, placeParams, readPlace } from "./place.ts";
import type { FoundItem, PageReading } from "./reading.ts";
import { fileParam, itemsParam } from "./words.ts";

export const move: Action = {
  name: "move",
  group: "list",
  writes: true,
  summary: { en: "Move items to another priority, place or parent", zh: "移动条目：换优先级、位置或上级" },
  params: [itemsParam, ...placeParams, { ...fileParam, internal: true }],
  examples: [
    {
      args: { en: "move Redis -p high", zh: "move redis -p 高" },
      says: { en: "to the end of the high priority", zh: "移到高优先级的末尾" },
    },
    {
      args: { en: "move Redis MySQL -p low --top", zh: "move redis mysql -p 低 --top" },
      says: { en: "several at once: one change, one undo", zh: "一次移动多个：算一次修改，一次撤销" },
    },
    {
      args: { en: 'move "eBPF" --before Redis', zh: "move eBPF --before redis" },
      says: { en: "right before it", zh: "放到它前面" },
    },
    {
      args: { en: "move Cilium --under Kubernetes", zh: "move Cilium --under Kubernetes" },
      says: { en: "as a step of it", zh: "作为它的步骤" },
    },
  ],
  run: (context, input) => {
    if (!hasPlace(input)) {
      throw new AppError("usage", say(context.tongue).whereTo(), {
        hint: say(context.tongue).seeHelp("move"),
      });
    }
    const items = findItems(context, input.items("items"));
    const { page, place } = readPlace(context, input, items);
    return moved(context, page, items, place);
  },
};

export const raise: Action = shift("raise", -1, {
  en: "Move items one priority up",
  zh: "把条目提高一个优先级",
});
export const lower: Action = shift("lower", 1, {
  en: "Move items one priority down",
  zh: "把条目降低一个优先级",
});

function shift(name: string, by: 1 | -1, summary: Action["summary"]): Action {
  return {
    name,
    group: "list",
    writes: true,
    summary,
    params: [itemsParam],
    examples: [
      {
        args: { en: `${name} Kubernetes`, zh: `${name} Kubernetes` },
        says: { en: "to the next priority that the page has", zh: "移到页面上相邻的优先级" },
      },
    ],
    run: (context, input) => shifted(context, input, by),
  };
}

/** To the next priority that the page has. Items of several priorities each move by one, as one change. */
function shifted(context: Context, input: Input, by: 1 | -1): Outcome {
  const items = findItems(context, input.items("items"));
  const { page } = readPlace(context, input, items);
  const targets = new Map<Priority, FoundItem[]>();
  for (const found of items) {
    const target = neighbour(page, found, by);
    if (target === null) {
      throw new AppError("usage", say(context.tongue).noPriorityThere(found.item.title, by < 0), {
        hint: say(context.tongue).moveInstead(),
      });
    }
    targets.set(target, [...(targets.get(target) ?? []), found]);
  }
  const [first, ...others] = [...targets];
  if (first !== undefined && others.length === 0)
    return moved(context, page, first[1], { priority: first[0] });
  return movedInTurn(context, page, targets);
}

/** Groups of items to their priorities one after the other, each on the page as the one before left it, as one change. */
function movedInTurn(
  context: Context,
  page: PageReading,
  targets: ReadonlyMap<Priority, FoundItem[]>,
): Outcome {
  let current = page;
  for (const [priority, group] of targets) {
    const items = group.map(({ item }) => sameItem(page, current, item));
    const patches = moveItems(current.view, items, { priority }, editOptions(context));
    current = context.reading.edited(current, patches);
  }
  const list = [...targets.values()].flat().map(({ item }) => item);
  // Each step was read back by itself; what is written is their sum.
  const patches = diffTexts(page.text, current.text);
  return {
    data: { items: list.map((item) => item.path), file: page.file },
    summary: movedSummary(context, page, patches, list),
    edits: [
      { file: page.file, hash: page.hash, patches },
      ...renameItemFiles(context, renamesFor(context, page, patches, list)),
    ],
  };
}

/** Items that went to different places are only named. */
function movedSummary(
  context: Context,
  page: PageReading,
  patches: readonly Patch[],
  items: readonly Item[],
): string {
  const places = items.map((item) => whereNow(context, page, patches, item));
  const isSame = (one: Whereabouts | null): boolean =>
    one !== null && one.below === places[0]?.below && one.parent === places[0]?.parent;
  const titles = items.map((item) => item.title);
  return say(context.tongue).moved(titles, places.every(isSame) ? (places[0] ?? null) : null);
}

/** An item of the page as it was, on the page as it is by now: by its path, and of equal ones by their order. */
function sameItem(before: PageReading, now: PageReading, item: Item): Item {
  const alike = (page: PageReading): Item[] => page.view.items.filter((one) => one.path === item.path);
  return alike(now)[alike(before).indexOf(item)]!;
}

function neighbour(page: PageReading, { item }: FoundItem, by: 1 | -1): Priority | null {
  const known = new Set([...page.view.sections, ...page.view.labels].map(({ priority }) => priority));
  if (item.priority === null) return null;
  for (let at = PRIORITIES.indexOf(item.priority) + by; at >= 0 && at < PRIORITIES.length; at += by) {
    const priority = PRIORITIES[at]!;
    if (known.has(priority)) return priority;
  }
  return null;
}

/** @throws AppError usage where an item would go beside or below itself or one of its steps */
function refuseOwnStep(context: Context, items: readonly Item[], place: Place): void {
  for (const target of [place.under, place.before, place.after]) {
    for (let at = target ?? null; at !== null; at = at.parent) {
      if (!items.includes(at)) continue;
      throw new AppError("usage", say(context.tongue).movedBelow(at.title, target!.title));
    }
  }
}

function moved(context: Context, page: PageReading, items: readonly FoundItem[], place: Place): Outcome {
  const list = items.map(({ item }) => item);
  refuseOwnStep(context, list, place);
  const patches = moveItems(page.view, list, place, editOptions(context));
  const edited = editPage(page, patches, { kind: "move", items: list, place });
  return {
    data: { items: list.map((item) => item.path), file: page.file },
    summary: movedSummary(context, page, patches, list),
    ...edited,
    edits: [...edited.edits, ...renameItemFiles(context, renamesFor(context, page, patches, list))],
  };
}
