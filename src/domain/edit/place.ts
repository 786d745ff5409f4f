// Where an item may go: from what a person says (a priority, a section, a group, before that item) to a spot on the page:
// a list and a position in it, or the line behind which a new list begins. Reads only; `edit-insert.ts` writes there.

import { AppError, type Tongue } from "../../base/index.ts";
import type { Block, Entry, List } from "../../page/index.ts";
import type { Item, Label, PageView, Priority, Section, State } from "../item.ts";
import { PLACEHOLDERS } from "../read/vocabulary.ts";
import { foldText, isWord } from "../read/words.ts";
import { entrySpan, hasOwnLines, type LineSpan } from "./lines.ts";
import { PRIORITY_HEADINGS, ROLE_HEADINGS, sayEdit } from "./messages.ts";
import { findPriorityMark, type PriorityMark } from "./priority.ts";

/** What a person says about a place. `before`, `after` and `under` say all; the others narrow down a list, its end unless `top`. */
export interface Place {
  role?: "learning" | "reading";
  /** Null: where neither heading nor label names one. */
  priority?: Priority | null;
  section?: Section;
  /** Text of a label. */
  group?: string;
  under?: Item;
  before?: Item;
  after?: Item;
  top?: boolean;
}

/** A place on the page. */
export interface Spot {
  section: Section;
  label: Label | null;
  parent: Item | null;
  /** The entry below which a new list begins, where it is no item. */
  below?: Entry;
  /** The list that is joined; null where a new one begins. */
  list: List | null;
  /** Position in `list`: before that entry, or at its end. */
  index: number;
  /** Line behind which a new list begins. */
  afterLine: number;
  /** The priority is written on the item, with this sign. */
  mark?: PriorityMark;
  /** Lines of a placeholder (`none yet`) whose place is taken. */
  replace: LineSpan | null;
}

/**
 * Finds the place on the page.
 * @throws AppError missing where the page has no such section, priority or group, with those that it has as `data.candidates`.
 */
export function findPlace(view: PageView, place: Place, tongue: Tongue): Spot {
  const anchor = place.before ?? place.after;
  if (anchor !== undefined) return besideItem(view, anchor, place.before !== undefined, tongue);
  if (place.under !== undefined) return underItem(view, place.under, place.top === true, tongue);
  if (place.group !== undefined) return inGroup(view, place, place.group, tongue);
  if (place.priority === null) return withoutPriority(view, place, tongue);
  if (place.priority !== undefined) return inPriority(view, place, place.priority, tongue);
  if (place.section !== undefined) return inSection(view, place.section, place.top === true);
  const wanted = (role: Section["role"]): Section[] =>
    itemSections(view).filter((section) => section.role === role);
  const open =
    place.role === undefined
      ? (bestOpen(view, wanted("learning")) ?? bestOpen(view, wanted("reading")))
      : bestOpen(view, wanted(place.role));
  if (open !== undefined) return inSection(view, open, place.top === true);
  const { noRole, noSection, addSection } = sayEdit(tongue);
  const example = ROLE_HEADINGS[place.role ?? "learning"][tongue];
  throw missing(
    view,
    place.role === undefined ? noSection() : noRole(place.role),
    addSection(example),
    tongue,
  );
}

function missing(view: PageView, message: string, hint: string, tongue: Tongue): AppError {
  const candidates = itemSections(view)
    .filter(({ heading }) => heading !== null)
    .map(({ title, line, role, priority }) => ({ title, line, role, priority }));
  const they = sayEdit(tongue).theyAre(candidates.map(({ title }) => title));
  return new AppError("missing", tongue === "zh" ? message + they : `${message} ${they}`, {
    hint,
    data: { candidates },
  });
}

/** Whether the page has no place for items at all, so that the first one brings its section along. */
export function opensSection(view: PageView, place: Place): boolean {
  const named = place.section ?? place.group ?? place.under ?? place.before ?? place.after;
  return named === undefined && itemSections(view).length === 0;
}

/** Sections that hold items, or may. */
export function itemSections(view: PageView): Section[] {
  return view.sections.filter(
    (section) =>
      (section.role === "learning" || section.role === "reading") &&
      (section.heading !== null || view.items.some((item) => item.section === section)),
  );
}

/** The section where new things go: one that says "to read" first, else the last that is not finished, dropped or under way. */
function bestOpen(view: PageView, sections: readonly Section[]): Section | undefined {
  const lasting = sections.filter((section) => listsOf(view, section).length > 0);
  const pool =
    lasting.length > 0
      ? lasting
      : sections.filter((section) => !sections.some((other) => other.parent === section));
  return (
    pool.find(({ state }) => state === "open") ??
    pool.findLast(({ state }) => state === null) ??
    pool.findLast(({ state }) => state === "doing") ??
    pool.at(-1)
  );
}

function besideItem(view: PageView, item: Item, before: boolean, tongue: Tongue): Spot {
  if (!hasOwnLines(view.page, item.entry))
    throw new AppError("invalid", sayEdit(tongue).sharedLine(item.title));
  const at = item.list.entries.indexOf(item.entry);
  return { ...spotOf(item), list: item.list, index: before ? at : at + 1 };
}

function spotOf(item: Item): Spot {
  return {
    section: item.section,
    label: item.label,
    parent: item.parent,
    list: item.list,
    index: 0,
    afterLine: 0,
    replace: null,
  };
}

/** As a step of the item: in the list of its steps, else in a new one. */
function underItem(view: PageView, item: Item, top: boolean, tongue: Tongue): Spot {
  const lists = item.entry.blocks.filter((block): block is List => block.kind === "list");
  const steps = lists.filter((list) =>
    item.steps.some((step) => step.list === list && step.label === item.label),
  );
  const list = (top ? steps[0] : steps.at(-1)) ?? lists.at(-1) ?? null;
  const first = list?.entries[0];
  if (first !== undefined && !hasOwnLines(view.page, first))
    throw new AppError("invalid", sayEdit(tongue).sharedLine(item.title));
  return {
    section: item.section,
    label: item.label,
    parent: item,
    list,
    index: top || list === null ? 0 : list.entries.length,
    afterLine: entrySpan(view.page, item.entry).last,
    replace:
      list !== null && list.entries.length === 1 && isPlaceholder(list.entries[0]!)
        ? entrySpan(view.page, list.entries[0]!)
        : null,
  };
}

function inGroup(view: PageView, place: Place, group: string, tongue: Tongue): Spot {
  const fits = (section: Section): boolean =>
    (place.section === undefined || isWithin(section, place.section)) &&
    (place.role === undefined || section.role === place.role) &&
    (place.priority === undefined || section.priority === place.priority);
  const same = (text: string): boolean => groupName(text) === groupName(group);
  const label = findGroup(
    view.labels.filter(({ section }) => fits(section)),
    group,
  );
  if (label !== undefined) return inLabel(view, label, place.top === true);
  // A label whose list was emptied is a paragraph that waits for one.
  for (const section of itemSections(view).filter(fits)) {
    const line = blocksOf(view, section).find(
      (block) =>
        block.kind === "paragraph" &&
        /[:：]\s*$/.test(block.plain.text) &&
        same(block.plain.text.replace(/\s*[:：]\s*$/, "")),
    );
    if (line !== undefined)
      return {
        section,
        label: null,
        parent: null,
        list: null,
        index: 0,
        afterLine: line.endLine,
        replace: null,
      };
  }
  const groups = view.labels
    .filter(({ section }) => fits(section))
    .map(({ text, line }) => ({ title: text, line }));
  throw new AppError("missing", sayEdit(tongue).noGroup(group), {
    hint: sayEdit(tongue).groupsAre(groups.map(({ title }) => title)),
    data: { candidates: groups },
  });
}

/** A label's words for comparing: `阅读（三四月份）：` is 阅读. */
function groupName(text: string): string {
  const bare = foldText(text)
    .replace(/[:：]\s*$/, "")
    .trim();
  return bare.replace(/\s*[（(][^（()）]*[）)]$/, "") || bare;
}

/** The label that is meant: by its whole text, without what stands in brackets, or by its only beginning. */
export function findGroup(labels: readonly Label[], group: string): Label | undefined {
  const wanted = foldText(group)
    .replace(/[:：]\s*$/, "")
    .trim();
  const whole = labels.find(({ text }) => foldText(text).trim() === wanted);
  if (whole !== undefined) return whole;
  const named = labels.filter(({ text }) => groupName(text) === wanted);
  if (named.length > 0) return named[0];
  const starting = labels.filter(({ text }) => wanted !== "" && foldText(text).startsWith(wanted));
  return starting.length === 1 ? starting[0] : undefined;
}

/** In the list that a label heads. */
export function inLabel(view: PageView, label: Label, top: boolean): Spot {
  const parent = view.items.find((item) => item.label === label)?.parent ?? null;
  const { list } = label;
  const only =
    list.entries.length === 1 && isPlaceholder(list.entries[0]!)
      ? entrySpan(view.page, list.entries[0]!)
      : null;
  return {
    section: label.section,
    label,
    parent,
    list,
    index: top ? 0 : list.entries.length,
    afterLine: label.endLine,
    replace: only,
  };
}

function inPriority(view: PageView, place: Place, priority: Priority, tongue: Tongue): Spot {
  const fits = (section: Section): boolean =>
    (place.section === undefined || isWithin(section, place.section)) &&
    (place.role === undefined || section.role === place.role);
  const sections = itemSections(view).filter((section) => fits(section) && section.priority === priority);
  const own = sections.filter((section) => section.parent?.priority !== priority);
  const best =
    own.find((section) => section.role === "learning" && section.state !== "done") ??
    own.find(({ state }) => state !== "done") ??
    own[0];
  if (best !== undefined) return inSection(view, best, place.top === true);
  const label = view.labels.find((candidate) => candidate.priority === priority && fits(candidate.section));
  if (label !== undefined) return inLabel(view, label, place.top === true);
  // Where no heading says it, the items themselves may.
  const mark = findPriorityMark(view, priority, place.role);
  if (mark !== null) {
    const { priority: _, ...rest } = place;
    return { ...findPlace(view, rest, tongue), mark };
  }
  const { noPriority, addSection } = sayEdit(tongue);
  throw missing(view, noPriority(priority), addSection(PRIORITY_HEADINGS[priority][tongue]), tongue);
}

/** In a list that no heading and no label gives a priority, else in an empty section without one. */
function withoutPriority(view: PageView, place: Place, tongue: Tongue): Spot {
  const top = place.top === true;
  const plainLists = (section: Section) => listsOf(view, section).filter(({ label }) => isPlain(label));
  const sections = itemSections(view).filter(
    (section) =>
      section.priority === null &&
      (place.role === undefined || section.role === place.role) &&
      (listsOf(view, section).length > 0
        ? plainLists(section).length > 0
        : !view.sections.some(({ parent }) => parent === section)),
  );
  const section = bestOpen(view, sections);
  if (section === undefined) {
    const { everyPriority, sayPriority } = sayEdit(tongue);
    throw missing(view, everyPriority(), sayPriority(), tongue);
  }
  const spot = inSection(view, section, top);
  if (isPlain(spot.label)) return spot;
  const { list, label } = plainLists(section).at(top ? 0 : -1)!;
  return { ...spot, list, label, index: top ? 0 : list.entries.length };
}

function isPlain(label: Label | null): boolean {
  return label === null || label.priority === null;
}

/** Whether nothing but the item itself can give it a priority. */
export function isUnderNoPriority({ parent, section, label }: Item): boolean {
  return parent === null && section.priority === null && isPlain(label);
}

/** Items of one group that go to another priority or section go to the group of that name, where there is one. */
export function inOwnGroup(view: PageView, roots: readonly Item[], place: Place): Place {
  const group = roots[0]!.label;
  if (place.priority === undefined && place.section === undefined) return place;
  if (
    place.group !== undefined ||
    place.under !== undefined ||
    place.before !== undefined ||
    place.after !== undefined
  )
    return place;
  if (group === null || group.state !== null || group.priority !== null) return place;
  if (!roots.every(({ label }) => label?.text === group.text)) return place;
  const there = view.labels.filter(
    ({ section }) =>
      (place.priority === undefined || section.priority === place.priority) &&
      (place.section === undefined || isWithin(section, place.section)) &&
      (place.role === undefined || section.role === place.role),
  );
  return findGroup(there, group.text) === undefined ? place : { ...place, group: group.text };
}

export function isWithin(section: Section, outer: Section): boolean {
  for (let at: Section | null = section; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** Top-level blocks of a section's own text. */
export function blocksOf(view: PageView, section: Section): Block[] {
  const next = view.sections.find((other) => other.line > section.line)?.line ?? Number.POSITIVE_INFINITY;
  return view.page.blocks.filter(
    (block) => block.kind !== "heading" && block.line > section.line && block.line < next,
  );
}

/** Lists of a section's own items, in order, and the label that each stands under. */
function listsOf(view: PageView, section: Section): { list: List; label: Label | null }[] {
  const lists: { list: List; label: Label | null }[] = [];
  for (const item of view.items) {
    if (item.section !== section || item.parent !== null || lists.some(({ list }) => list === item.list))
      continue;
    lists.push({ list: item.list, label: item.label });
  }
  return lists;
}

/**
 * In a section: the end (or start) of its list without a label; else of the one whose label says that it is open, else of its first
 * group. Never, where there is another, under a label that says done, dropped or doing.
 */
export function inSection(view: PageView, section: Section, top: boolean): Spot {
  const lists = listsOf(view, section);
  const ended = (state: State | null | undefined): boolean => state === "done" || state === "dropped";
  const open = lists.filter(({ label }) => !ended(label?.state));
  const pool = open.length > 0 ? open : lists;
  const bare = pool.filter(({ label }) => label === null);
  const chosen =
    (top ? bare[0] : bare.at(-1)) ??
    pool.find(({ label }) => label?.state === "open") ??
    pool.find(({ label }) => label?.state == null) ??
    pool.at(-1);
  const spot: Spot = {
    section,
    label: null,
    parent: null,
    list: null,
    index: 0,
    afterLine: section.heading?.endLine ?? 0,
    replace: null,
  };
  if (chosen !== undefined) {
    return { ...spot, label: chosen.label, list: chosen.list, index: top ? 0 : chosen.list.entries.length };
  }
  const blocks = blocksOf(view, section);
  for (const block of blocks) {
    if (block.kind === "list" && block.entries.every(isPlaceholder)) {
      const last = block.entries[block.entries.length - 1]!;
      return {
        ...spot,
        list: block,
        index: block.entries.length,
        replace: { first: block.line, last: entrySpan(view.page, last).last },
      };
    }
    if (block.kind === "paragraph" && isPlaceholderText(block.plain.text)) {
      return { ...spot, afterLine: block.line - 1, replace: { first: block.line, last: block.endLine } };
    }
  }
  const inner = view.sections.filter(
    (other) => other !== section && isWithin(other, section) && other.role === section.role,
  );
  const best = inner.length > 0 ? bestOpen(view, inner) : undefined;
  if (best !== undefined) return inSection(view, best, top);
  const last = blocks.findLast((block) => !(block.kind === "other" && block.what === "rule"));
  return { ...spot, afterLine: last?.endLine ?? spot.afterLine };
}

export function isPlaceholder(entry: Entry): boolean {
  return entry.blocks.length === 0 && entry.plain !== null && isPlaceholderText(entry.plain.text);
}

export function isPlaceholderText(text: string): boolean {
  return isWord(foldText(text), PLACEHOLDERS) !== null || /^[\s.…\-–—_*~/?？。、]*$/.test(text);
}
