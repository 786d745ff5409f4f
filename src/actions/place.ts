// Where an item goes, as people and programs say it: a priority, a section, a group, under or beside another item.

import { AppError, fold } from "../base/index.ts";
import type { Item, Place, Priority, Section } from "../domain/index.ts";
import type { Context, Input, Param } from "./action.ts";
import { findItem } from "./item-find.ts";
import { say } from "./messages.ts";
import { findPage } from "./page.ts";
import type { FoundItem, PageReading } from "./reading.ts";
import { fileParam, priorityParam, roleParam } from "./words.ts";

/** Params of every action that puts an item somewhere. */
export const placeParams: readonly Param[] = [
  {
    ...priorityParam,
    help: {
      en: "to this priority: highest, high, medium, low (or P0 to P3)",
      zh: "放到这个优先级：最高、高、中、低（或 P0 到 P3）",
    },
  },
  {
    name: "section",
    kind: "text",
    help: { en: "below this heading (its words or its line)", zh: "放到这个标题下面（标题文字或行号）" },
  },
  {
    name: "group",
    kind: "text",
    short: "g",
    help: { en: "to the group of this label", zh: "放到这个标签的分组" },
  },
  {
    name: "under",
    kind: "item",
    short: "u",
    help: { en: "as a step of this item", zh: "作为这个条目的步骤" },
  },
  { name: "before", kind: "item", help: { en: "right before this item", zh: "放在这个条目前面" } },
  { name: "after", kind: "item", help: { en: "right after this item", zh: "放在这个条目后面" } },
  { name: "top", kind: "flag", help: { en: "to the first place there", zh: "放到那里的最前面" } },
  {
    ...roleParam,
    choices: ["learning", "reading"],
    help: { en: "to the learning or the reading list", zh: "放进学习清单还是书单" },
  },
];

/** Whether any place was named. */
export function hasPlace(input: Input): boolean {
  return placeParams.some((param) => input.has(param.name));
}

/** The page that an edit is for, and where on it. `items`: what is to be moved, all on one page. */
export function readPlace(
  context: Context,
  input: Input,
  items: readonly FoundItem[] = [],
): { page: PageReading; place: Place } {
  const beside: Partial<Record<"under" | "before" | "after", FoundItem>> = {};
  for (const key of ["under", "before", "after"] as const) {
    const name = input.item(key);
    if (name !== undefined) beside[key] = findItem(context, name);
  }
  const known = [...items, ...Object.values(beside)].map((one) => one.page);
  const page = input.has(fileParam.name)
    ? findPage(context, input.text(fileParam.name))
    : (known[0] ?? findPage(context, undefined));
  if (known.some((other) => other !== page)) throw new AppError("usage", say(context.tongue).severalPages());
  const named = input.text("section");
  const section = named === undefined ? undefined : findSection(context, page, named);
  const group = input.text("group");
  const isBeside = Object.keys(beside).length > 0;
  // What says the place by itself says it also for an item that is to have no priority.
  const isSaid = isBeside || section !== undefined || group !== undefined;
  const priority =
    input.cleared("priority") && !isSaid ? null : (input.text("priority") as Priority | undefined);
  const role =
    (input.text("role") as Item["role"] | undefined) ??
    (priority === null ? (items[0]?.item.role ?? "learning") : undefined);
  refuseClash(context, input, beside, section);
  const place: Place = {
    ...(role === undefined ? {} : { role }),
    ...(priority === undefined ? {} : { priority }),
    ...(section === undefined ? {} : { section }),
    ...(group === undefined ? {} : { group }),
    ...(beside.under && { under: beside.under.item }),
    ...(beside.before && { before: beside.before.item }),
    ...(beside.after && { after: beside.after.item }),
    ...(input.flag("top") ? { top: true } : {}),
  };
  return { page, place };
}

/** @throws AppError usage where two inputs cannot both be true of one place */
function refuseClash(
  context: Context,
  input: Input,
  beside: Partial<Record<"under" | "before" | "after", FoundItem>>,
  section: Section | undefined,
): void {
  const refuse = (one: string, other: string): never => {
    throw new AppError("usage", say(context.tongue).clashingPlaces(`--${one}`, `--${other}`), {
      hint: say(context.tongue).oneIsEnough(),
    });
  };
  const under = beside.under?.item;
  if (beside.before && beside.after) refuse("before", "after");
  for (const key of ["before", "after"] as const) {
    const item = beside[key]?.item;
    if (item === undefined) continue;
    if (under !== undefined && item.parent !== under) refuse("under", key);
    if (input.flag("top")) refuse("top", key);
  }
  const priority = input.text("priority");
  const role = input.text("role");
  if (section?.priority && priority !== undefined && priority !== section.priority)
    refuse("priority", "section");
  for (const key of ["under", "before", "after"] as const) {
    const item = beside[key]?.item;
    if (item === undefined) continue;
    if (priority !== undefined && priority !== item.priority) refuse("priority", key);
    if (role !== undefined && role !== item.role) refuse("role", key);
    if (section !== undefined && !isInside(item.section, section)) refuse("section", key);
    const group = input.text("group");
    if (group !== undefined && !fold(item.group ?? "").includes(fold(group))) refuse("group", key);
  }
}

function isInside(section: Section, outer: Section): boolean {
  for (let at: Section | null = section; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** A section by its line, its words, or a unique part of them. @throws AppError missing, or usage where several fit. */
function findSection(context: Context, page: PageReading, name: string): Section {
  const sections = page.view.sections.filter((section) => section.heading !== null);
  const wanted = fold(name);
  const tiers = [
    sections.filter((section) => String(section.line) === wanted),
    sections.filter((section) => fold(section.title) === wanted),
    sections.filter((section) => fold(section.title).includes(wanted)),
  ];
  const found = tiers.find((tier) => tier.length > 0) ?? [];
  if (found.length === 1) return found[0]!;
  const file = context.reading.nameOf(page.file);
  const shown = (found.length > 0 ? found : sections)
    .slice(0, 12)
    .map((section) => `  ${file}:${section.line}  ${section.title}`);
  if (found.length === 0) {
    throw new AppError("missing", say(context.tongue).noSuchSection(name, file), { hint: shown.join("\n") });
  }
  throw new AppError("usage", say(context.tongue).ambiguous(name, found.length), {
    hint: [say(context.tongue).sectionByLine(), ...shown].join("\n"),
    data: {
      candidates: found.map((section) => ({ file: page.file, line: section.line, title: section.title })),
    },
  });
}
