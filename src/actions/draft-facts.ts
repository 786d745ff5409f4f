// What a draft of the log rests on: the items of the page that days recorded, or that the page's past saw move; and beside
// them, apart, what is private and goes in only by hand.

import type { LocalDate } from "../base/index.ts";
import {
  type DayRange,
  type DraftFact,
  type Item,
  type PastItem,
  type PrivateFact,
  plainTopic,
  resolveReference,
} from "../domain/index.ts";
import type { Context } from "./action.ts";
import { conditionsOf } from "./check-state.ts";
import { doubtedUntil } from "./clock-state.ts";
import { daysBetween, dayWords, notedDays, readOrEmpty } from "./day-read.ts";
import { sayDraft } from "./draft-messages.ts";
import { goalsOf } from "./goal-state.ts";
import { type PastReading, pastOf } from "./item-past.ts";
import type { PageReading } from "./reading.ts";

/** In the order of the page. */
export function draftFacts(context: Context, page: PageReading, { from, to }: DayRange): DraftFact[] {
  const last = to < context.today ? to : context.today;
  const reading = pastOf(context);
  const pages = context.reading.pages().filter(({ view }) => view.language === page.view.language);
  const items = [page, ...pages.filter((one) => one !== page)].flatMap(({ view }) => view.items);
  const order = new Map<string, { item: Item; at: number }>();
  items.forEach((item, at) => {
    if (!order.has(item.path)) order.set(item.path, { item, at });
  });
  const found: { at: number; fact: DraftFact }[] = [];
  const add = (path: string, what: DraftFact["what"], on: LocalDate, because: string): void => {
    const known = order.get(path);
    if (known === undefined) return;
    const { item, at } = known;
    found.push({ at, fact: { titles: titlesOf(item), role: item.role, what, on, because } });
  };
  const texts = sayDraft(context.tongue);
  for (const { item, min, days, on } of recordedItems(context, reading, from, last))
    add(item.path, "worked", on, texts.recorded(min, days));
  for (const { path, what, on } of movedItems(reading, from, last)) {
    add(path, what, on, what === "finished" ? texts.finishedOn(on) : texts.movedOn(on));
  }
  for (const item of items)
    if (item.doneOn !== null && item.doneOn >= from && item.doneOn <= last && item.state === "done")
      add(item.path, "finished", item.doneOn, texts.finishedOn(item.doneOn));
  return found.sort((a, b) => a.at - b.at).map(({ fact }) => fact);
}

function titlesOf(item: Item): string[] {
  return item.parent === null ? [item.title] : [...titlesOf(item.parent), item.title];
}

/** Items that stand on a page and were recorded, with how much and on how many days. */
function recordedItems(
  context: Context,
  { past }: PastReading,
  from: LocalDate,
  to: LocalDate,
): { item: PastItem; min: number; days: number; on: LocalDate }[] {
  const found = new Map<PastItem, { item: PastItem; min: number; days: number; on: LocalDate }>();
  for (const { date, byReference } of daysBetween(context, from, to, { doubted: doubtedUntil(context) })) {
    for (const [text, amount] of byReference) {
      const item = past.resolveAt(text, date)?.item;
      if (item === undefined || !item.isOnPage || amount === 0) continue;
      const known = found.get(item) ?? { item, min: 0, days: 0, on: date };
      found.set(item, {
        item,
        min: known.min + amount,
        days: known.days + (known.on === date && known.days > 0 ? 0 : 1),
        on: date,
      });
    }
  }
  return [...found.values()];
}

/** Items that came to be done, or that moved otherwise, by the page's past. */
function movedItems(
  { past, source }: PastReading,
  from: LocalDate,
  to: LocalDate,
): { path: string; what: DraftFact["what"]; on: LocalDate }[] {
  if (source === "page") return [];
  return past.items.flatMap((item): { path: string; what: DraftFact["what"]; on: LocalDate }[] => {
    if (!item.isOnPage) return [];
    const { path, spells, moves } = item;
    const now = spells.findLast((spell) => spell.from <= to);
    const turned = spells.findLast(
      (spell, at) => spell.state === "done" && at > 0 && spells[at - 1]!.state !== "done",
    );
    if (now?.state === "done" && turned !== undefined && turned.from >= from && turned.from <= to)
      return [{ path, what: "finished", on: turned.from }];
    const moved = moves.findLast(
      ({ on, kind, to: state }) =>
        on >= from && on <= to && (kind === "progress" || (kind === "state" && state === "doing")),
    );
    return moved === undefined ? [] : [{ path, what: "worked", on: moved.on }];
  });
}

/** What days, conditions and goals say that is nobody's business: offered, never written by itself. */
export function privateFacts(context: Context, { from, to }: DayRange): PrivateFact[] {
  const last = to < context.today ? to : context.today;
  const texts = sayDraft(context.tongue);
  const { references, items } = dayWords(context);
  const hours = new Map<string, { min: number; title: string | null }>();
  for (const { byReference } of daysBetween(context, from, last, { doubted: doubtedUntil(context) }))
    for (const [name, min] of byReference) {
      const title = items.get(name)?.item.title ?? null;
      hours.set(name, { title, min: (hours.get(name)?.min ?? 0) + min });
    }
  const found: PrivateFact[] = [...hours].map(([name, { min, title }]) => ({
    kind: "hours",
    text: texts.hours(title === null ? name : title, min),
    title,
    short: texts.length(min),
  }));
  const add = (kind: PrivateFact["kind"], text: string, title: string | null = null): void => {
    if (text !== "" && found.every((one) => one.kind !== kind || one.text !== text || one.title !== title))
      found.push({ kind, text, title, short: text });
  };
  for (const date of notedDays(context, from, last)) {
    const { note } = readOrEmpty(context, date);
    for (const record of note.records) {
      if (record.kind === "interruption") {
        add("interruption", record.text);
        continue;
      }
      const reference = resolveReference(references, record.text);
      if (reference === null) add("note", plainTopic(record.text));
      else add("note", reference.rest, items.get(reference.path)?.item.title ?? null);
    }
    for (const { kind, name, holds } of note.answers) if (holds) add("check", texts.held(kind, name));
    for (const { text } of note.remarks) add("check", text);
    for (const { text } of note.corrections) add("correction", text);
  }
  for (const { corrections } of conditionsOf(context).conditions.conditions)
    for (const one of corrections)
      if (one.from <= last && (one.judgedOn === null || one.judgedOn >= from)) add("correction", one.text);
  const { goals, problems } = goalsOf(context).goals;
  for (const { text, solved } of [...goals.flatMap((goal) => goal.problems), ...problems])
    if (!solved) add("problem", text);
  return found;
}
