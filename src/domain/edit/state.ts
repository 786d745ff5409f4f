// Sets the state of items in the page's own habit. The order of habits: a box, a label or heading to move under, the boxes
// of the neighbours, a mark as other items have it, and last the words of DESIGN §3. Whatever says otherwise goes.

import type { LocalDate } from "../../base/index.ts";
import type { Patch } from "../../page/index.ts";
import type { Item, PageView, Section, State } from "../item.ts";
import { replaceDate } from "./date.ts";
import { examplesOf, hasBoxes } from "./habits.ts";
import { matchItems } from "./match.ts";
import { moveWays } from "./move.ts";
import { blocksOf, inLabel, inSection, isWithin, itemSections, type Spot } from "./place.ts";
import type { EditOptions, EditRequest } from "./request.ts";
import { addBox, boxPatch, boxSign, clearMarks, markWays, swapMark } from "./state-ways.ts";
import { joinTried, type Tried, tryWays, type Way } from "./try.ts";

/**
 * Patches that set the state of items; `on` is the day for pages that note it. Items that have the state already stay.
 * @throws AppError invalid where the page cannot say it so that it reads back.
 */
export function setStates(
  view: PageView,
  items: readonly Item[],
  state: State,
  { on }: { on: LocalDate | null },
  options: EditOptions = {},
): Patch[] {
  let done: Tried = { patches: [], after: view };
  for (const item of new Set(items)) {
    const now = itemIn(view, done, item);
    if (now === null || now.state === state) continue;
    const request: EditRequest = { kind: "state", items: [now], state, on };
    const tried = tryWays(done.after, request, stateWays(done.after, now, state, on, options), options);
    done = joinTried(view, done, tried);
  }
  return done.patches;
}

/** The item on the page as it reads by now. */
function itemIn(view: PageView, done: Tried, item: Item): Item | null {
  if (done.patches.length === 0) return item;
  const matched = matchItems(view, done.after, done.patches);
  return (
    matched.after.get(item) ??
    matched.fresh.find((fresh) => fresh.title === item.title && fresh.note === item.note) ??
    null
  );
}

function* stateWays(
  view: PageView,
  item: Item,
  state: State,
  on: LocalDate | null,
  options: EditOptions,
): Generator<Way> {
  const clear = (): Patch[] => clearMarks(view, item, state);
  const { checkbox } = item.entry;
  if (checkbox !== null) {
    const box = boxPatch(view, item, state);
    if (box !== null) {
      const dated = dateBeside(view, item, state, on);
      if (dated !== null) yield () => [box, ...clear(), dated];
      yield () => [box, ...clear()];
    }
    const blank = boxPatch(view, item, "open")!;
    if (state !== "done")
      for (const way of markWays(view, item, state, on)) yield () => [blank, ...clear(), ...way()];
  }
  const swapped = swapMark(view, item, state);
  if (swapped !== null) yield () => swapped;
  const cleared = clear();
  if (cleared.length > 0) yield () => cleared;
  if (checkbox === null) {
    if (item.parent === null) yield* movingWays(view, item, state, on, options);
    const sign = boxSign(view, state);
    if (sign !== null && hasBoxes(item.list, new Set([item.entry]))) {
      const dated = dateBeside(view, item, state, on);
      if (dated !== null) yield () => [...clear(), addBox(item, sign), dated];
      yield () => [...clear(), addBox(item, sign)];
    }
  }
  for (const way of markWays(view, item, state, on)) yield () => [...clear(), ...way()];
  if (checkbox !== null) return;
  if (state === "open") yield () => [...clear(), addBox(item, " ")];
  const sign = boxSign(view, state);
  if (sign !== null) yield () => [...clear(), addBox(item, sign)];
}

/** The day that other items with that box carry behind their title (`✅ 2024-01-02`), for this one. */
function dateBeside(view: PageView, item: Item, state: State, on: LocalDate | null): Patch | null {
  if (on === null || (item.doneOn !== null && state === "done") || (state !== "done" && state !== "dropped"))
    return null;
  const boxed = examplesOf(view, item, state).filter(({ entry }) => entry.checkbox !== null);
  const dated = boxed.filter(({ doneOn, marks }) =>
    state === "done" ? doneOn !== null : marks.some(({ text }) => /\d{4}/.test(text)),
  );
  if (dated.length * 2 <= boxed.length) return null;
  for (const example of dated) {
    const mark = example.marks.find(
      ({ kind, value }) => kind === "doneOn" || (kind === "state" && value === state),
    );
    if (mark === undefined || example.titleRange === null) continue;
    const text = replaceDate(mark.text, on);
    if (text === null) continue;
    const before = mark.to <= example.titleRange.from;
    const at = before ? item.titleRange!.from : endOf(view, item);
    const gap = before ? /^[ \t]*/.exec(view.page.text.slice(mark.to))![0] : "";
    return { from: at, to: at, insert: before ? text + gap : (/^[\s（]/.test(text) ? "" : " ") + text };
  }
  return null;
}

function endOf(view: PageView, item: Item): number {
  const { text } = view.page;
  let to = item.entry.plain!.to;
  while (/\s/.test(text[to - 1]!)) to--;
  return to;
}

/** Moves the item under the label or heading by which the page says the state. */
function* movingWays(
  view: PageView,
  item: Item,
  state: State,
  on: LocalDate | null,
  options: EditOptions,
): Generator<Way> {
  const around = item.label?.state ?? item.section.state;
  // Without a state above it, an open item is open where it stands; what says otherwise is on the item itself.
  if (state === "open" && around === null) return;
  for (const spot of stateSpots(view, item, state, on)) {
    const date = state === "done" ? datePrefix(view, spot, item, on) : [];
    const change = (moved: Item): Patch[] => [...clearMarks(view, moved, state), ...date];
    const tongue = options.tongue ?? "en";
    if (date.length > 0) yield* guarded(() => moveWays(view, [item], spot, tongue, change));
    yield* guarded(() => moveWays(view, [item], spot, tongue, (moved) => clearMarks(view, moved, state)));
  }
}

function guarded(make: () => Way[]): Way[] {
  try {
    return make();
  } catch {
    return [];
  }
}

/** Places whose label or heading says the state, nearest first. */
function stateSpots(view: PageView, item: Item, state: State, on: LocalDate | null): Spot[] {
  const spots: Spot[] = [];
  const labels = view.labels.filter(
    (label) =>
      label.state === state && label.section.role === item.role && parentOf(view, label.line) === null,
  );
  for (const label of labels.filter(({ section }) => section === item.section))
    spots.push(inLabel(view, label, newestFirst(view.items.filter((other) => other.label === label))));
  const sections = itemSections(view).filter(
    (section) => section.role === item.role && section.state === state,
  );
  const leaves = sections.filter(
    (section) =>
      !sections.some((other) => other.parent === section) ||
      view.items.some((other) => other.section === section && other.parent === null),
  );
  const sorted = leaves
    .map((section, order) => ({ section, order, near: nearness(item.section, section, on) }))
    .sort((a, b) => a.near - b.near || a.order - b.order);
  for (const { section } of sorted
    .filter((candidate) => keepsPriority(item, candidate.section, state))
    .slice(0, 3)) {
    const own = view.items.filter((other) => other.section === section && other.parent === null);
    if (own.some(({ label }) => label?.state != null && label.state !== state)) continue;
    spots.push(inSection(view, section, newestFirst(own)));
  }
  if (state === "open") {
    // A page without a place for open items has one without any state.
    const plain = itemSections(view).filter(
      (section) =>
        section.role === item.role &&
        section.state === null &&
        section !== item.section &&
        keepsPriority(item, section, state),
    );
    const holding = plain.filter((section) =>
      view.items.some(
        (other) => other.section === section && other.parent === null && other.label?.state == null,
      ),
    );
    for (const section of (holding.length > 0 ? holding : plain.filter((section) => !hasInner(view, section)))
      .slice(-2)
      .reverse())
      spots.push(inSection(view, section, false));
  }
  return spots;
}

/** What is still to do must not lose its priority by moving under another heading; what is over may. */
function keepsPriority(item: Item, section: Section, state: State): boolean {
  if (state === "done" || state === "dropped" || item.priority === null) return true;
  return section.priority === item.priority || item.marks.some(({ kind }) => kind === "priority");
}

function hasInner(view: PageView, section: Section): boolean {
  return view.sections.some((other) => other.parent === section) || blocksOf(view, section).length > 0;
}

function parentOf(view: PageView, line: number): Item | null {
  return view.items.find((item) => item.line < line && item.endLine >= line) ?? null;
}

/** Sections under the same heading first; of dated ones that of the year. */
function nearness(from: Section, to: Section, on: LocalDate | null): number {
  const year = on?.slice(0, 4);
  const dated = /(?:19|20)\d{2}/.exec(to.title)?.[0];
  const other = dated !== undefined && dated !== year ? 2 : 0;
  const same =
    to.parent === from.parent || isWithin(to, from) || (from.parent !== null && isWithin(to, from.parent));
  return other + (same ? 0 : 1);
}

/** Whether the dates of a list fall from top to bottom. */
function newestFirst(items: readonly Item[]): boolean {
  const dates = items.map(({ doneOn }) => doneOn).filter((date) => date !== null);
  return dates.length > 1 && dates[0]! > dates[dates.length - 1]!;
}

/** `2023-03-09 - ` before the title, where most of the list has such a date. */
function datePrefix(view: PageView, spot: Spot, item: Item, on: LocalDate | null): Patch[] {
  if (on === null || item.doneOn !== null || spot.list === null) return [];
  const there = view.items.filter((other) => other.list === spot.list);
  const dated = there.filter(
    ({ doneOn, marks }) => doneOn !== null && marks.some(({ kind }) => kind === "doneOn"),
  );
  const example =
    dated.find(({ marks }) => marks.some(({ kind, text }) => kind === "doneOn" && /\d{4}/.test(text))) ??
    dated[0];
  if (
    example === undefined ||
    dated.length * 2 < there.length ||
    example.titleRange === null ||
    item.titleRange === null
  )
    return [];
  const mark = example.marks.find(({ kind }) => kind === "doneOn")!;
  const text = replaceDate(mark.text, on, true);
  if (text === null) return [];
  if (mark.to <= example.titleRange.from) {
    const gap = view.page.text.slice(mark.to, example.titleRange.from);
    return [
      {
        from: item.titleRange.from,
        to: item.titleRange.from,
        insert: text + (/^[ \t]+$/.test(gap) ? gap : ""),
      },
    ];
  }
  return [{ from: item.titleRange.to, to: item.titleRange.to, insert: text }];
}
