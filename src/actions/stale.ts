// stale, stale-leave: open items that nobody has touched for long, by what the page, records and the log say, each with what
// can be done about it. The doing is that of other actions: add a step, block-add, lower, drop; leaving one alone is said here.

import { addDays, formatDays, type LocalDate } from "../base/index.ts";
import {
  busySpans,
  type Item,
  makeLogMatcher,
  PAST_BEGIN,
  PRIORITIES,
  type Priority,
  readStale,
  type StaleSource,
  sayLives,
  type Touch,
  workSpans,
} from "../domain/index.ts";
import type { Action, Context } from "./action.ts";
import { daySettings, notedDays, plainFrame, readOrEmpty } from "./day-read.ts";
import { readDriftEvidence } from "./drift-read.ts";
import { addressOf } from "./goal-state.ts";
import { editItemFile, readItemFiles } from "./item-file.ts";
import { findItem } from "./item-find.ts";
import { nextStepOf } from "./listed-item.ts";
import { wallTime } from "./plan-lines.ts";
import type { PageReading } from "./reading.ts";
import type { SlotJson, StaleItemJson, StaleJson } from "./stale-json.ts";
import { itemParam } from "./words.ts";

const LAST_DAY = "9999-12-31" as LocalDate;
const SLOT_MIN = 30;
/** How far ahead a free half hour is looked for. */
const SLOT_DAYS = 14;

export const stale: Action = {
  name: "stale",
  group: "look",
  writes: false,
  summary: { en: "Show what has stood untouched for long", zh: "看哪些条目很久没动过" },
  params: [],
  examples: [
    {
      args: { en: "stale", zh: "stale" },
      says: {
        en: "in a terminal, one question for each: 1 smaller step, 2 schedule, 3 lower, 4 drop, 5 leave",
        zh: "在终端里逐个问：1 更小的一步、2 排进计划、3 降低、4 放弃、5 先放着",
      },
    },
    { args: { en: "stale --json", zh: "stale --json" }, says: { en: "for programs", zh: "供程序使用" } },
  ],
  more: {
    en: "Untouched: no record, no line of the log, no change on the page. How long is long comes from your own rhythm and is said; docs/lives.md has the rule.",
    zh: "没动过：没有用时记录、页面上的记录没提到、页面也没改。多久算久看你自己的节奏，会写明；规则见 docs/lives.md。",
  },
  run: (context) => {
    const data = readStaleItems(context);
    const summary = sayLives(context.tongue).staleSummary(
      data.items.length,
      data.of,
      data.left,
      data.planned,
    );
    return { data, summary };
  },
};

export const staleLeave: Action = {
  name: "stale-leave",
  group: "list",
  writes: true,
  summary: { en: "Leave an untouched item as it is, for now", zh: "一个很久没动的条目先放着" },
  params: [itemParam],
  examples: [
    {
      args: { en: "stale leave Kubernetes", zh: "stale leave Kubernetes" },
      says: { en: "`stale` asks again when as long has gone by", zh: "再过同样久 `stale` 才会再问" },
    },
  ],
  run: (context, input) => {
    const { item } = findItem(context, input.item("item")!);
    const { longDays } = readStaleItems(context).rule;
    const edit = editItemFile(context, item, { left: context.today });
    return {
      data: { path: item.path, left: context.today, file: edit?.file ?? null },
      summary: sayLives(context.tongue).leftAlone(item.title, addDays(context.today, longDays)),
      undoName: sayLives(context.tongue).leftName(item.title),
      edits: edit === null ? [] : [edit],
    };
  },
};

function readStaleItems(context: Context): StaleJson {
  const texts = sayLives(context.tongue);
  const { page, sources } = readSources(context);
  const reading = readStale(sources, context.today);
  const { rule } = reading;
  const long = formatDays(rule.longDays, context.tongue);
  const says =
    rule.from === "own"
      ? texts.ruleOwn(long, formatDays(rule.medianDays ?? 0, context.tongue), rule.gaps)
      : texts.rulePrior(long, rule.gaps);
  const items = reading.stale.map((one): StaleItemJson => {
    const alike = page.view.items.filter(({ path }) => path === one.path);
    const item = alike.find(({ priority }) => priority === one.priority) ?? alike[0]!;
    const { on, kind } = one.last;
    return {
      path: one.path,
      title: item.title,
      priority: item.priority,
      address: addressOf({ page, item }),
      lastOn: on,
      lastKind: kind,
      days: one.days,
      touches: one.touches,
      says: texts.untouched(formatDays(one.days, context.tongue), on, texts.touches[kind]),
      nextStep: nextStepOf(item)?.title ?? null,
      lowerTo: lowerThan(page, item),
    };
  });
  const { left, planned, items: of } = reading;
  return {
    rule: { ...rule, says },
    items,
    left,
    planned,
    of,
    slot: items.length === 0 ? null : freeSlot(context),
  };
}

/** The next lower priority that the page has, as `lower` takes it. */
function lowerThan({ view }: PageReading, { priority }: Item): Priority | null {
  if (priority === null) return null;
  const known = new Set([...view.sections, ...view.labels].map((one) => one.priority));
  return PRIORITIES.slice(PRIORITIES.indexOf(priority) + 1).find((one) => known.has(one)) ?? null;
}

/** Open items of lists of their own with all that is known of when something was done about them or a step of theirs. */
function readSources(context: Context): { page: PageReading; sources: StaleSource[] } {
  const evidence = readDriftEvidence(context, { from: context.today, to: context.today });
  const page = context.reading.page(evidence.page)!;
  const items = page.view.items.filter(
    ({ parent, state }) => parent === null && (state === "open" || state === "doing"),
  );
  const touches = new Map<string, Touch[]>(items.map(({ path }) => [path, []]));
  const rootOf = (path: string): string => path.split(" › ")[0]!;
  const touch = (path: string, on: LocalDate, kind: Touch["kind"]): void => {
    (touches.get(path) ?? touches.get(rootOf(path)))?.push({ on, kind });
  };
  const { past } = evidence;
  const former = new Map<string, string[]>();
  for (const item of past.items) {
    if (!item.isOnPage) continue;
    former.set(item.path, [...new Set(item.spells.map(({ path }) => path.split(" › ").at(-1)!))]);
    const came = item.spells[0]!.from;
    // That it was there when the history began says nothing of when it was touched.
    if (came !== PAST_BEGIN) touch(item.path, came, "page");
    for (const { on, kind } of item.moves) if (kind !== "came") touch(item.path, on, "page");
  }
  for (const days of [evidence.days, evidence.earlierDays])
    for (const { date, byReference } of days)
      for (const name of byReference.keys()) {
        const found = past.resolveAt(name, date);
        if (found !== null) touch(found.item.path, date, "record");
      }
  const match = makeLogMatcher(
    page.view.items.map((item) => ({
      title: item.title,
      former: former.get(item.path) ?? [],
      parent: item.parent === null ? null : page.view.items.indexOf(item.parent),
    })),
  );
  for (const entry of evidence.log)
    for (const { text } of entry.bullets)
      for (const index of match(text)) touch(page.view.items[index]!.path, entry.to, "log");
  const facts = readItemFiles(context);
  const planned = plannedFrom(context, (text, date) => past.resolveAt(text, date)?.item.path ?? null, rootOf);
  const known = evidence.since ?? context.today;
  return {
    page,
    sources: items.map(({ path, priority }) => ({
      path,
      priority,
      // What nothing is known of is as old as what is known.
      touches: touches.get(path)!.length > 0 ? touches.get(path)! : [{ on: known, kind: "page" }],
      leftOn: facts.get(path)?.left ?? null,
      plannedOn: planned.get(path) ?? null,
    })),
  };
}

/** Items that stand in a plan from today on, with the first such day. */
function plannedFrom(
  context: Context,
  pathOf: (text: string, date: LocalDate) => string | null,
  rootOf: (path: string) => string,
): Map<string, LocalDate> {
  const found = new Map<string, LocalDate>();
  for (const date of notedDays(context, context.today, LAST_DAY))
    for (const { state, text } of readOrEmpty(context, date).note.blocks) {
      if (state === "moved" || state === "dropped") continue;
      const path = pathOf(text, date);
      if (path !== null && !found.has(rootOf(path))) found.set(rootOf(path), date);
    }
  return found;
}

/** The next half hour of working time, from tomorrow on, that nothing takes. */
function freeSlot(context: Context): SlotJson | null {
  const settings = daySettings(context);
  for (let ahead = 1; ahead <= SLOT_DAYS; ahead++) {
    const date = addDays(context.today, ahead);
    const frame = plainFrame(context, date);
    const taken = [
      ...busySpans(frame, settings),
      ...readOrEmpty(context, date).note.blocks.filter(
        ({ state }) => state !== "moved" && state !== "dropped",
      ),
    ];
    for (const { from, to } of workSpans(frame, settings))
      for (let at = from; at + SLOT_MIN <= to; at += SLOT_MIN)
        if (!taken.some((one) => one.from < at + SLOT_MIN && one.to > at))
          return { date, from: wallTime({ frame }, at), min: SLOT_MIN };
  }
  return null;
}
