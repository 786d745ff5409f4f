// Reading back: whether the page after an edit says what was asked, and whether everything else is as it was. Every edit
// is checked by this before it is handed out, and again before and after it is written.

import type { Tongue } from "../../base/index.ts";
import type { Item, PageView, Section, State } from "../item.ts";
import { CHECKBOX_STATES } from "../read/vocabulary.ts";
import { editBetween, hasAbove, type Matched, matchItems, outermost } from "./match.ts";
import { findPlace, inOwnGroup, opensSection, type Place } from "./place.ts";
import { type Problem, problem } from "./problem.ts";
import { parseProgress } from "./progress-text.ts";
import type { EditRequest } from "./request.ts";
import { oneLine, typedPlain } from "./text.ts";
import { verifyLog } from "./verify-log.ts";
import { type Field, sayWrong, type Wrongs } from "./verify-messages.ts";

/** Null where the page after the edit says what was asked, and nothing else changed. */
export function verifyEdit(
  before: PageView,
  after: PageView,
  expected: EditRequest,
  tongue: Tongue = "en",
): Problem | null {
  const matched = matchItems(before, after, editBetween(before.page.text, after.page.text, expected.patches));
  return new Verifier(before, after, expected, matched, tongue).problem();
}

class Verifier {
  private readonly before: PageView;
  private readonly after: PageView;
  private readonly request: EditRequest;
  private readonly matched: Matched;
  private readonly said: Wrongs;

  constructor(before: PageView, after: PageView, request: EditRequest, matched: Matched, tongue: Tongue) {
    this.before = before;
    this.after = after;
    this.request = request;
    this.matched = matched;
    this.said = sayWrong(tongue);
  }

  problem(): Problem | null {
    return (
      this.sections() ??
      this.asked() ??
      this.others() ??
      verifyLog(this.before, this.after, this.request, this.matched.patches, this.said)
    );
  }

  private asked(): Problem | null {
    const { request } = this;
    switch (request.kind) {
      case "add":
        return this.added(request.input.title, request.input.note ?? null, request.place);
      case "edit":
        return this.edited(request.item, request.texts);
      case "move":
        return this.moved(request.items, request.place);
      case "state":
        return this.stated([...new Set(request.items)]);
      case "progress":
        return this.progressed(request.item, request.text);
      default:
        return null;
    }
  }

  private added(title: string, note: string | null, place: Place): Problem | null {
    const typed = typedLine(title, note);
    const [item, ...more] = this.matched.fresh;
    if (item === undefined) {
      const parent = place.under === undefined ? undefined : this.matched.after.get(place.under);
      const isLink = parent?.links.some(({ url }) => typed.includes(url)) ?? false;
      return isLink ? null : problem("not-done", 0, this.said.notAnItem(typed));
    }
    if (more.length > 0) return problem("item-added", more[0]!.line, this.said.alsoAnItem(more[0]!.title));
    const wrong = this.says(item, title, note);
    if (wrong !== null || !opensSection(this.before, place)) return wrong ?? this.standsAt([item], place);
    const fits = item.role === (place.role ?? "learning") && item.priority === (place.priority ?? null);
    return fits ? null : problem("not-done", item.line, this.said.notAnItem(typed));
  }

  /** The item's line reads as it was typed, or its title and note do. */
  private says(item: Item, title: string | undefined, note: string | null | undefined): Problem | null {
    const wantTitle = title === undefined ? undefined : typedPlain(oneLine(title));
    const wantNote = note === undefined ? undefined : typedPlain(oneLine(note ?? ""), "marks");
    const exact =
      (wantTitle === undefined || item.title === wantTitle) &&
      (wantNote === undefined || (item.note ?? "") === wantNote);
    if (exact) return null;
    const line = squash(item.entry.plain?.text ?? "");
    // Typed "Rust: the book" is a title with a note, typed "SICP 35/740" one with its progress: the line says what was typed.
    const typed = squash(typedLine(title ?? item.title, note === undefined ? item.note : note));
    if (title !== undefined && (line === typed || this.carries(line, wantTitle!, wantNote))) return null;
    return problem("not-done", item.line, this.said.lineReads(item.title, item.note));
  }

  private carries(line: string, title: string, note: string | undefined): boolean {
    const at = line.indexOf(squash(title));
    if (at === -1) return false;
    return note === undefined || note === ""
      ? true
      : line.indexOf(squash(note), at + squash(title).length) !== -1;
  }

  private edited(item: Item, texts: { title?: string; note?: string | null }): Problem | null {
    const now = this.matched.after.get(item);
    if (now === undefined) return problem("item-lost", item.line, this.said.itemLost(item.title));
    const typedMark = texts.title !== undefined && oneLine(texts.title) !== now.title;
    const wrong =
      this.says(now, texts.title, texts.note) ??
      (texts.title === undefined ? this.same(item.title, now.title, now, "title") : null);
    if (wrong !== null) return wrong;
    if (!typedMark) {
      const kept =
        this.keptState(item, now) ??
        this.same(item.priority, now.priority, now, "priority") ??
        this.same(progressOf(item), progressOf(now), now, "progress");
      if (kept !== null) return kept;
    }
    return this.keptParent(item, now);
  }

  private moved(items: readonly Item[], place: Place): Problem | null {
    const roots = outermost(items, this.before);
    const now: Item[] = [];
    const taken = new Set<Item>();
    for (const root of roots) {
      const copy = this.copyOf(root, taken);
      if (copy === null) return problem("item-lost", root.line, this.said.itemLost(root.title));
      const wrong = this.sameTree(root, copy, taken);
      if (wrong !== null) return wrong;
      now.push(copy);
    }
    return this.standsAt(now, inOwnGroup(this.before, roots, place));
  }

  /** The item after the move: in its place, or among the fresh ones in order. */
  private copyOf(item: Item, taken: Set<Item>): Item | null {
    const found =
      this.matched.after.get(item) ??
      this.matched.fresh.find((fresh) => !taken.has(fresh) && reads(fresh) === reads(item));
    if (found !== undefined) taken.add(found);
    return found ?? null;
  }

  private sameTree(item: Item, copy: Item, taken: Set<Item>): Problem | null {
    // A colon ends the title of what is learned, not of a book: across roles only the whole line can be compared.
    const texts =
      item.role === copy.role
        ? (this.same(item.title, copy.title, copy, "title") ??
          this.same(item.note, copy.note, copy, "note") ??
          this.same(progressOf(item), progressOf(copy), copy, "progress"))
        : this.same(reads(item), reads(copy), copy, "text");
    const wrong =
      texts ??
      this.same(linksOf(item), linksOf(copy), copy, "links") ??
      this.same(item.steps.length, copy.steps.length, copy, "step count") ??
      (saysMore(item) ? this.keptState(item, copy) : null);
    if (wrong !== null) return wrong;
    for (const [index, step] of item.steps.entries()) {
      taken.add(copy.steps[index]!);
      const inner = this.sameTree(step, copy.steps[index]!, taken);
      if (inner !== null) return inner;
    }
    return null;
  }

  private standsAt(items: readonly Item[], place: Place): Problem | null {
    const spot = findPlace(this.before, place, "en");
    for (const item of items) {
      const isMarked = spot.mark !== undefined || place.priority === null;
      if (isMarked && item.priority !== place.priority) {
        return problem("not-done", item.line, this.said.priorityReads(item.title, item.priority));
      }
      if (isMarked && this.request.kind === "move") continue;
      const parent = spot.parent === null ? null : this.current(spot.parent);
      if (item.parent !== parent)
        return problem("not-done", item.line, this.said.standsBelow(item.title, item.parent?.title ?? null));
      if (signOf(item.section) !== signOf(spot.section))
        return problem("not-done", item.line, this.said.standsInSection(item.title, item.section.title));
      if (spot.label !== null && item.group !== spot.label.text)
        return problem("not-done", item.line, this.said.standsInGroup(item.title, item.group));
      if (place.group !== undefined && item.group === null)
        return problem("not-done", item.line, this.said.standsInGroup(item.title, null));
    }
    const anchor = place.before ?? place.after;
    const now = anchor === undefined || this.asksFor(anchor) ? undefined : this.current(anchor);
    if (now === undefined || now === null || items.length === 0) return null;
    const siblings = this.after.items.filter((item) => item.parent === now.parent && item.list === now.list);
    const edge =
      place.before === undefined ? siblings.indexOf(items[0]!) - 1 : siblings.indexOf(items.at(-1)!) + 1;
    return siblings[edge] === now
      ? null
      : problem("not-done", items[0]!.line, this.said.standsApart(items[0]!.title, now.title));
  }

  private asksFor(item: Item): boolean {
    return this.request.kind === "move" && this.request.items.includes(item);
  }

  private current(item: Item): Item | null {
    return this.matched.after.get(item) ?? null;
  }

  private stated(items: readonly Item[]): Problem | null {
    const taken = new Set<Item>();
    for (const item of items) {
      const now = this.copyOf(item, taken);
      if (now === null) return problem("item-lost", item.line, this.said.itemLost(item.title));
      const { state } = this.request as { state: State };
      if (now.state !== state)
        return problem("not-done", now.line, this.said.stateReads(item.title, now.state, state));
      const progress =
        isFull(item) !== isFull(now) && (isFull(item) ? now : item).progress === null
          ? null
          : this.same(progressOf(item), progressOf(now), now, "progress");
      const wrong =
        this.same(item.title, now.title, now, "title") ??
        this.same(item.note, now.note, now, "note") ??
        progress ??
        this.same(linksOf(item), linksOf(now), now, "links");
      if (wrong !== null) return wrong;
      for (const step of item.steps)
        if (!items.includes(step) && this.matched.lost.includes(step)) this.copyOf(step, taken);
    }
    return null;
  }

  private progressed(item: Item, text: string): Problem | null {
    const now = this.matched.after.get(item);
    if (now === undefined) return problem("item-lost", item.line, this.said.itemLost(item.title));
    const want = parseProgress(text, item.progress);
    if (
      typeof want === "string" ||
      now.progress === null ||
      now.progress.done !== want.done ||
      now.progress.total !== want.total
    ) {
      return problem("not-done", now.line, this.said.progressReads(now.progress?.text ?? null));
    }
    return (
      this.same(item.title, now.title, now, "title") ??
      this.same(item.note, now.note, now, "note") ??
      (saysMore(item) && !(now.state === "done" && want.unit === "percent" && want.done === 100)
        ? this.keptState(item, now)
        : null) ??
      this.keptParent(item, now)
    );
  }

  private others(): Problem | null {
    const { request } = this;
    const touched = new Set<Item>(
      request.kind === "edit" || request.kind === "progress"
        ? [request.item]
        : "items" in request
          ? request.items
          : [],
    );
    const moves = request.kind === "move" || request.kind === "state";
    for (const item of this.before.items) {
      if (touched.has(item)) continue;
      const inside = hasAbove(item, touched);
      const now = this.matched.after.get(item);
      if (now === undefined) {
        if (inside && moves) continue;
        return problem("item-lost", item.line, this.said.itemLost(item.title));
      }
      const wrong =
        this.same(item.title, now.title, now, "title") ??
        this.same(item.note, now.note, now, "note") ??
        this.same(progressOf(item), progressOf(now), now, "progress") ??
        this.same(
          linksOf(item, request.kind === "add" && request.place.under === item ? now : item),
          linksOf(now),
          now,
          "links",
        ) ??
        (inside && (moves || request.kind === "edit" || request.kind === "progress")
          ? null
          : (this.keptState(item, now) ??
            this.same(item.priority, now.priority, now, "priority") ??
            this.same(item.group, now.group, now, "group"))) ??
        this.keptParent(item, now);
      if (wrong !== null) return wrong;
    }
    const fresh = this.matched.fresh.length;
    const allowed = request.kind === "add" ? 1 : moves ? this.matched.lost.length : 0;
    if (fresh !== allowed && !(request.kind === "add" && fresh === 0)) {
      const line = this.matched.fresh[0]?.line ?? 0;
      return problem(fresh > allowed ? "item-added" : "item-lost", line, this.said.itemCount(fresh, allowed));
    }
    return null;
  }

  private same(before: unknown, after: unknown, item: Item, field: Field): Problem | null {
    if (before === after) return null;
    const sentence = this.said.fieldChanges(field, item.title, String(before), String(after));
    return problem("item-changed", item.line, sentence);
  }

  private keptState(item: Item, now: Item): Problem | null {
    return this.same(item.state, now.state, now, "state");
  }

  private keptParent(item: Item, now: Item): Problem | null {
    if (item.parent === null ? now.parent === null : this.matched.after.get(item.parent) === now.parent)
      return null;
    if (
      item.parent !== null &&
      now.parent !== null &&
      !this.matched.after.has(item.parent) &&
      item.parent.title === now.parent.title
    )
      return null;
    return problem("item-changed", now.line, this.said.standsBelow(item.title, now.parent?.title ?? null));
  }

  private sections(): Problem | null {
    const isNew =
      this.request.kind === "log-add" ||
      this.request.kind.startsWith("log-") ||
      this.request.kind === "archive";
    if (isNew) return null;
    // The first item of a page may bring headings along; those that were there stay as they are.
    const opened = this.request.kind === "add" && opensSection(this.before, this.request.place);
    const shown = (view: PageView): string[] =>
      view.sections.filter(({ heading }) => !opened || heading !== null).map(signOf);
    const before = shown(this.before);
    const after = opened ? shown(this.after).slice(0, before.length) : shown(this.after);
    const at = before.findIndex((sign, index) => sign !== after[index]);
    if (at === -1 && before.length === after.length) return null;
    const section = this.after.sections[at === -1 ? before.length : at];
    return problem("section-changed", section?.line ?? 0, this.said.sectionChanges(section?.title ?? ""));
  }
}

function signOf(section: Section): string {
  return JSON.stringify([section.title, section.role, section.level, section.priority, section.state]);
}

/** All of it done, which some pages write as their mark for done. */
function isFull(item: Item): boolean {
  return item.progress?.ratio === 1;
}

function progressOf(item: Item): string {
  return item.progress === null
    ? ""
    : `${item.progress.done}/${item.progress.total} ${item.progress.unit ?? ""}`;
}

/** Title and note as one text. */
function reads(item: Item): string {
  return squash(`${item.title}: ${item.note ?? ""}`).replace(/:$/, "");
}

function linksOf(item: Item, unless?: Item): string {
  return JSON.stringify((unless ?? item).links);
}

function squash(text: string): string {
  return text
    .replace(/\s*[:：]\s*/g, ":")
    .replace(/\s+/g, " ")
    .trim();
}

function typedLine(title: string, note: string | null): string {
  const head = typedPlain(oneLine(title));
  const tail = typedPlain(oneLine(note ?? ""), "marks");
  return tail === "" ? head : `${head}: ${tail}`;
}

/** Whether the item says a state that neither progress nor place changes: a blank box only denies done. */
function saysMore(item: Item): boolean {
  const { checkbox } = item.entry;
  const ticked = checkbox !== null && checkbox.mark in CHECKBOX_STATES;
  return ticked || item.struck !== null || item.marks.some(({ kind }) => kind === "state");
}
