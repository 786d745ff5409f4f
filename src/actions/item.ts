// item: everything about one item: what the page says, what is private about it, goals, time, log, history, forecast. One that
// is no longer on the page is found in its history, which says what became of it.

import { AppError, displayText, fold } from "../base/index.ts";
import {
  explainRule,
  type Item,
  type ItemFacts,
  itemNotes,
  type Life,
  type PastItem,
  type Reason,
} from "../domain/index.ts";
import type { Action, Context, Input } from "./action.ts";
import { readForecastHome } from "./forecast-home.ts";
import type { ForecastItemJson } from "./forecast-json.ts";
import { keepForecasts } from "./forecast-keep.ts";
import { makeForecasts } from "./forecast-make.ts";
import { addressOf, goalsOf, toGoalsData } from "./goal-state.ts";
import { importanceData } from "./importance.ts";
import { readItemFiles } from "./item-file.ts";
import { findItem } from "./item-find.ts";
import type {
  ItemData,
  ItemFileJson,
  ItemGoalJson,
  ItemLifeJson,
  ItemOnPageJson,
  ItemReasonJson,
  ItemStepJson,
} from "./item-json.ts";
import { itemMentions } from "./item-log.ts";
import { lifeIdIn, pastOf } from "./item-past.ts";
import { itemTime } from "./item-time.ts";
import { toListedItem } from "./listed-item.ts";
import { keptPageLives } from "./lives-kept.ts";
import { say } from "./messages.ts";
import type { FoundItem } from "./reading.ts";
import { itemParam } from "./words.ts";

export const item: Action = {
  name: "item",
  group: "look",
  writes: true,
  summary: { en: "Show everything about one item", zh: "查看一个条目的全部情况" },
  params: [
    { ...itemParam, required: false, requiredTyped: true },
    {
      name: "path",
      kind: "text",
      internal: true,
      help: { en: "exactly this title path, now or formerly", zh: "完整的标题路径，现在的或以前的" },
    },
  ],
  more: {
    en: "Its text, steps and goals, what was planned and recorded, where the log names it, its life on the page, estimate against actual, and a forecast, which is kept in forecasts/ as all are. An item that is gone from the page is shown with what became of it.",
    zh: "原文、步骤、目标，计划和记录，记录里哪些地方提到它，它在页面上的经历，估计与实际，以及预测（和其他预测一样记入 forecasts/）。已经不在页面上的条目，会说明它后来怎样了。",
  },
  examples: [
    {
      args: { en: "item Kubernetes", zh: "item Kubernetes" },
      says: { en: "all that is known of it", zh: "关于它知道的一切" },
    },
  ],
  run: (context, input) => {
    const subject = findSubject(context, input);
    const data = toItemData(context, subject);
    return {
      data,
      summary: summaryOf(context, subject, data),
      edits: data.forecast === null ? [] : keepForecasts(context, { items: [data.forecast], goals: [] }),
      isAside: true,
      detail: { isLook: true },
    };
  },
};

// --- Which item --------------------------------------------------------------------------------------------------------

/** An item of a page, or one of the past. */
interface Subject {
  found: FoundItem | null;
  past: PastItem | null;
  path: string;
  /** Where the past has none of it. */
  life?: { file: string; id: string };
}

function findSubject(context: Context, input: Input): Subject {
  const name = input.item("item");
  const path = input.text("path") ?? (typeof name === "object" ? name.path : undefined);
  try {
    if (name !== undefined) return onPage(context, findItem(context, name));
  } catch (error) {
    // A former name may be a part of others by now.
    const isGone = error instanceof AppError && error.code !== "internal";
    const gone = isGone ? findByPath(context, path ?? String(name), path === undefined) : null;
    if (gone === null) throw error;
    return gone;
  }
  if (path === undefined)
    throw new AppError("usage", say(context.tongue).missingParam("item", "item"), {
      hint: say(context.tongue).seeHelp("item"),
    });
  const found = findByPath(context, path, false);
  if (found !== null) return found;
  throw new AppError("missing", say(context.tongue).noSuchItem(path), {
    hint: say(context.tongue).seeList(),
  });
}

function onPage(context: Context, found: FoundItem): Subject {
  const { path } = found.item;
  return { found, past: pastOf(context).past.itemNow(path), path };
}

/**
 * The item that has or had a title path: one on the page first, then one whose private file names it as a former one, then
 * one of the past, which may stand on the page under another name today.
 * @param isTyped a title alone will do as well
 */
function findByPath(context: Context, path: string, isTyped: boolean): Subject | null {
  const items = context.reading.items();
  const wanted = fold(path);
  const now =
    items.find((one) => one.item.path === path) ?? items.find((one) => fold(one.item.path) === wanted);
  if (now !== undefined) return onPage(context, now);
  const file = [...readItemFiles(context).values()].find(({ former }) => former.includes(path));
  const renamed = items.find((one) => one.item.path === file?.title);
  if (renamed !== undefined) return onPage(context, renamed);
  const { past } = pastOf(context);
  const had = (one: PastItem): boolean =>
    one.spells.some(
      (spell) => fold(spell.path) === wanted || (isTyped && fold(lastTitle(spell.path)) === wanted),
    );
  const known = past.items.filter(had).sort((a, b) => lastDayOf(b).localeCompare(lastDayOf(a)));
  const standing = known.find(({ isOnPage }) => isOnPage);
  const found = standing && items.find((one) => one.item.path === standing.path);
  if (found !== undefined) return onPage(context, found);
  const [gone] = known;
  return gone === undefined
    ? findByTitle(context, lastTitle(path))
    : { found: null, past: gone, path: gone.path };
}

/** The past knows the last page of each day; what came and went within one is only in the lives. */
function findByTitle(context: Context, title: string): Subject | null {
  const wanted = fold(title);
  const { past } = pastOf(context);
  for (const { file } of context.reading.pages()) {
    const lives = keptPageLives(context, file).items.filter(({ titles }) =>
      titles.some((one) => fold(one.title) === wanted),
    );
    const [life] = lives.sort((a, b) => (b.endedAt ?? "9999").localeCompare(a.endedAt ?? "9999"));
    if (life === undefined) continue;
    const known = past.items.find(({ key }) => key === `${file} ${life.id}`) ?? null;
    const found = known?.isOnPage
      ? context.reading.items().find(({ item: one }) => one.path === known.path)
      : undefined;
    if (found !== undefined) return onPage(context, found);
    return { found: null, past: known, path: known?.path ?? life.title, life: { file, id: life.id } };
  }
  return null;
}

function lastTitle(path: string): string {
  return path.slice(path.lastIndexOf(" › ") + 1).replace(/^› /, "");
}

/** Until when it stood on the page, for the order. */
function lastDayOf({ spells }: PastItem): string {
  return spells.at(-1)!.to ?? "9999";
}

// --- What is known of it -----------------------------------------------------------------------------------------------

function toItemData(context: Context, subject: Subject): ItemData {
  const { found, path } = subject;
  const facts = readItemFiles(context);
  const life = lifeOf(context, subject);
  const known = facts.get(path);
  const former = [...(known?.former.map(lastTitle) ?? []), ...(life?.titles.map(({ title }) => title) ?? [])];
  // The title that it had last is the last one of its life.
  const title = found?.item.title ?? life?.titles.at(-1)?.title ?? lastTitle(path);
  const time = itemTime(context, path);
  const estimateMin = known?.estimateMin ?? null;
  return {
    today: context.today,
    path,
    title: displayText(title),
    address: found && addressOf(found),
    item: found && toOnPage(context, found, facts),
    file: known === undefined ? null : toFile(context, known),
    goals: goalsFor(context, path),
    importance: importanceData(context).items.find((one) => one.path === path) ?? null,
    time,
    log: itemMentions(context, { path, title, former: former.filter((one) => one !== title) }),
    life,
    actual:
      estimateMin === null || time.recordedMin === 0
        ? null
        : {
            estimateMin,
            recordedMin: time.recordedMin,
            ratio: Number((time.recordedMin / estimateMin).toFixed(2)),
            isFinal: found?.item.state === "done" || life?.end === "finished",
          },
    forecast: found === null ? null : forecastOf(context, found),
  };
}

function toOnPage(context: Context, found: FoundItem, facts: Map<string, ItemFacts>): ItemOnPageJson {
  const { page, item: it } = found;
  const { lines, text } = page.view.page;
  const parents: ItemOnPageJson["parents"] = [];
  for (let at = it.parent; at !== null; at = at.parent)
    parents.unshift({
      address: addressOf({ page, item: at }),
      title: displayText(at.title),
      path: at.path,
      state: at.state,
    });
  const headings: ItemOnPageJson["headings"] = [];
  for (let at: Item["section"] | null = it.section; at !== null; at = at.parent)
    if (at.heading !== null) headings.unshift({ line: at.line, title: displayText(at.title) });
  return {
    ...toListedItem(context, found, facts),
    markdown: displayText(text.slice(lines.start(it.line), lines.start(it.endLine + 1)).replace(/\s+$/, "")),
    headings,
    parents,
    steps: it.steps.map((step) => toStep(context, { page, item: step })),
    reasons: page.view.reasons
      .filter((reason) => reason.line === it.line)
      .flatMap((reason) => toReason(context, reason)),
  };
}

function toStep(context: Context, { page, item: step }: FoundItem): ItemStepJson {
  const { progress } = step;
  return {
    address: addressOf({ page, item: step }),
    title: displayText(step.title),
    path: step.path,
    note: step.note === null ? null : displayText(step.note),
    state: step.state,
    priority: step.priority === step.parent?.priority ? null : step.priority,
    progress: progress && {
      text: progress.text,
      done: progress.done,
      total: progress.total,
      unit: progress.unit,
      ratio: progress.ratio,
    },
    steps: step.steps.map((below) => toStep(context, { page, item: below })),
  };
}

function toReason(context: Context, { what, value, word, rule }: Reason): ItemReasonJson[] {
  if (what === "role" || what === "label" || what === "link" || what === "entry" || what === "skipped")
    return [];
  return [{ what, value, word, says: explainRule(rule, context.tongue) }];
}

function toFile(context: Context, facts: ItemFacts): ItemFileJson {
  const stored = context.reading.text(facts.file);
  return {
    file: facts.file,
    hash: stored?.hash ?? "",
    former: facts.former,
    estimateMin: facts.estimateMin,
    estimateKind: facts.estimateKind,
    notes: displayText(itemNotes(stored?.text ?? "")).replaceAll(/\r\n?/g, "\n"),
  };
}

/** Goals that it serves, or that an item around it or a step of it serves. */
function goalsFor(context: Context, path: string): ItemGoalJson[] {
  const isNear = (other: string): boolean =>
    other === path || other.startsWith(`${path} › `) || path.startsWith(`${other} › `);
  return toGoalsData(context, goalsOf(context)).goals.flatMap(({ number, line, title, state, services }) =>
    services
      .filter((service) => service.path !== null && isNear(service.path))
      .map((service) => ({ goal: { number, line, title, state }, path: service.path!, service })),
  );
}

function lifeOf(context: Context, { past, life: named }: Subject): ItemLifeJson | null {
  const id = named?.id ?? lifeIdIn(past);
  const file =
    named?.file ?? context.reading.pages().find((page) => past?.key.startsWith(`${page.file} `))?.file;
  if (id === null || file === undefined) return null;
  const { items, revisions, source, isShallow } = keptPageLives(context, file);
  const life: Life | undefined = items.find((one) => one.id === id);
  // One revision is no history.
  if (life === undefined || revisions.length < 2) return null;
  const { cameAt, titles, events, endedAt, end } = life;
  return { id, source, isShallow, cameAt, titles, events, endedAt, end, revisions: revisions.length };
}

function forecastOf(context: Context, { page, item: it }: FoundItem): ForecastItemJson | null {
  if (it.state !== "open" && it.state !== "doing") return null;
  const home = readForecastHome(context);
  if (home.page.file !== page.file) return null;
  return makeForecasts(context, home, { item: it.path }).items.find(({ line }) => line === it.line) ?? null;
}

function summaryOf(context: Context, { found }: Subject, { title, life }: ItemData): string {
  const texts = say(context.tongue);
  if (found !== null)
    return texts.itemSummary(title, `${context.reading.nameOf(found.page.file)}:${found.item.line}`);
  const on = (life?.endedAt ?? "").slice(0, 10);
  return life?.end === "finished" ? texts.itemFinished(title, on) : texts.itemGone(title, on);
}
