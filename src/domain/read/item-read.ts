// From the lists of learning and reading sections to items: labels, nesting, priorities, states, ranks.

import type { Diagnostic, Tongue } from "../../base/index.ts";
import {
  type Block,
  type Entry,
  IN_STRONG,
  type List,
  type Page,
  type Paragraph,
  type Range,
} from "../../page/index.ts";
import type { Overrules } from "../config/config.ts";
import type { Item, Label, Reason, Section, State } from "../item.ts";
import { type ItemText, readItemText } from "./item-text.ts";
import type { DateContext } from "./log-date.ts";
import { sayDomain } from "./messages.ts";
import { findOverrule, readPriority } from "./priority-words.ts";
import type { SectionDraft } from "./section-read.ts";
import { readOtherKind, saysRanked } from "./section-role.ts";
import { readState } from "./state-words.ts";
import { CHECKBOX_STATES, PLACEHOLDERS, STATE_MARKS, STATE_WORDS } from "./vocabulary.ts";
import { bareText, foldText, isWord } from "./words.ts";

export interface ItemsRead {
  diagnostics: Diagnostic[];
  items: Item[];
  labels: Label[];
}

/** Reads the items of one section's own blocks. */
export function readItems(
  draft: SectionDraft,
  page: Page,
  overrules: Overrules,
  reasons: Reason[],
  tongue: Tongue,
): ItemsRead {
  const reader = new ItemReader(draft, page, overrules, reasons, tongue);
  reader.blocks(draft.blocks, null, null);
  return { items: reader.items, labels: reader.labels, diagnostics: reader.diagnostics };
}

class ItemReader {
  readonly items: Item[] = [];
  readonly labels: Label[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly section: Section;
  private readonly context: DateContext;
  private readonly page: Page;
  private readonly overrules: Overrules;
  private readonly reasons: Reason[];
  private readonly tongue: Tongue;
  private readonly ranks = new Map<string, number>();

  constructor(draft: SectionDraft, page: Page, overrules: Overrules, reasons: Reason[], tongue: Tongue) {
    this.section = draft.section;
    this.context = draft.context;
    this.page = page;
    this.overrules = overrules;
    this.reasons = reasons;
    this.tongue = tongue;
  }

  /** Reads lists among blocks; a label paragraph speaks for the list right behind it. */
  blocks(blocks: readonly Block[], parent: Item | null, above: Label | null): void {
    blocks.forEach((block, index) => {
      if (block.kind !== "list" || isTableOfContents(block)) return;
      const before = blocks[index - 1];
      const label = before?.kind === "paragraph" ? this.paragraphLabel(before, block, parent) : null;
      if (label === "out") return;
      this.list(block, parent, label ?? above);
    });
  }

  private list(list: List, parent: Item | null, label: Label | null): void {
    for (const entry of list.entries) this.entry(entry, list, parent, label);
  }

  private entry(entry: Entry, list: List, parent: Item | null, label: Label | null): void {
    if (entry.plain === null || entry.plain.text === "") {
      this.blocks(entry.blocks, parent, label);
      return;
    }
    if (this.isPlaceholder(entry)) {
      this.because(entry.line, "skipped", entry.plain.text, entry.plain.text, "placeholder");
      return;
    }
    const own = this.entryLabel(entry, label);
    if (own !== null) {
      this.labels.push(own);
      this.blocks(entry.blocks, parent, own);
      return;
    }
    if (parent !== null && this.isOnlyLinks(entry)) {
      for (const link of entry.plain.links) parent.links.push({ text: link.text, url: link.url });
      this.because(entry.line, "link", entry.plain.text, null, "bare-url");
      this.blocks(entry.blocks, parent, label);
      return;
    }
    this.item(entry, list, parent, label);
  }

  private item(entry: Entry, list: List, parent: Item | null, label: Label | null): void {
    const plain = entry.plain!;
    const role = this.section.role as "learning" | "reading";
    const around = label?.state ?? this.section.state;
    const text = readItemText(plain, this.page.text, {
      role,
      underDone: around === "done" || boxState(entry, this.overrules) === "done",
      overrules: this.overrules,
      dates: this.context,
    });
    if (text.badDate !== null) this.complain(text.badDate);
    if (text.title === "" && parent !== null && text.progress !== null) {
      // A step that is nothing but progress tells how far its parent is.
      parent.progress ??= text.progress;
      if (
        parent.state === "open" &&
        text.progress.done > 0 &&
        (label?.state ?? this.section.state) !== "open"
      )
        parent.state = "doing";
      this.because(entry.line, "progress", text.progress.text, null, "step-progress");
      return;
    }
    if (text.title === "") return;
    const note =
      text.note === null ? this.paragraphNote(entry) : { note: text.note, noteRange: text.noteRange };
    const item: Item = {
      line: entry.line,
      endLine: entry.endLine,
      title: text.title,
      ...note,
      role,
      section: this.section,
      label,
      group: label === null ? null : label.text,
      parent,
      steps: [],
      depth: parent === null ? 0 : parent.depth + 1,
      priority: this.priorityOf(entry, text, parent, label),
      rank: this.rankOf(parent, label),
      state: this.stateOf(entry, text, parent, label),
      progress: text.progress,
      doneOn: text.doneOn,
      due: text.due,
      links: plain.links.map(({ text: shown, url }) => ({ text: shown, url })),
      path: parent === null ? text.title : `${parent.path} › ${text.title}`,
      entry,
      list,
      titleRange: text.titleRange,
      struck: text.struck,
      marks: text.marks,
      plainLinks: plain.links,
    };
    this.items.push(item);
    parent?.steps.push(item);
    if (text.progress !== null)
      this.because(
        entry.line,
        "progress",
        `${text.progress.done}/${text.progress.total}`,
        text.progress.text,
        "progress",
      );
    if (text.doneOn !== null) this.because(entry.line, "doneOn", text.doneOn, null, "done-date");
    this.because(
      entry.line,
      parent === null ? "item" : "step",
      item.title,
      null,
      parent === null ? "list-entry" : "nested-entry",
    );
    this.blocks(entry.blocks, item, label);
  }

  private complain(place: Range): void {
    const { lines, text } = this.page;
    this.diagnostics.push({
      line: lines.lineAt(place.from),
      column: lines.columnAt(place.from),
      code: "date-invalid",
      ...sayDomain(this.tongue).doneDateInvalid(text.slice(place.from, place.to).trim()),
    });
  }

  /** A paragraph below the entry's first line is its note where the line has none. */
  private paragraphNote(entry: Entry): Pick<Item, "note" | "noteRange"> {
    const paragraph = entry.blocks.find((block): block is Paragraph => block.kind === "paragraph");
    const before = paragraph === undefined ? -1 : entry.blocks.indexOf(paragraph);
    const heads =
      before >= 0 && entry.blocks[before + 1]?.kind === "list" && /[:：]\s*$/.test(paragraph!.plain.text);
    if (paragraph === undefined || heads || paragraph.plain.text === "")
      return { note: null, noteRange: null };
    return { note: paragraph.plain.text, noteRange: { from: paragraph.from, to: paragraph.to } };
  }

  private priorityOf(
    entry: Entry,
    text: ItemText,
    parent: Item | null,
    label: Label | null,
  ): Item["priority"] {
    if (text.priority !== null) {
      this.because(entry.line, "priority", text.priority.priority, text.priority.word, "item-word");
      return text.priority.priority;
    }
    // A label below the parent is nearer than the parent; one above it is what the parent took.
    if (label !== null && label.priority !== null && (parent === null || label.line > parent.line)) {
      this.because(entry.line, "priority", label.priority, label.text, "label");
      return label.priority;
    }
    if (parent !== null) return parent.priority;
    if (this.section.priority !== null)
      this.because(entry.line, "priority", this.section.priority, null, "heading");
    return this.section.priority;
  }

  private stateOf(entry: Entry, text: ItemText, parent: Item | null, label: Label | null): State {
    const because = (state: State, word: string | null, rule: string): State => {
      this.because(entry.line, "state", state, word, rule);
      return state;
    };
    const box = boxState(entry, this.overrules);
    const sign = entry.checkbox === null ? null : `[${entry.checkbox.mark}]`;
    if (box === "done" || box === "doing" || box === "dropped") return because(box, sign, "checkbox");
    const denied = entry.checkbox !== null;
    if (text.state !== null && !(denied && text.state.state === "done"))
      return because(text.state.state, text.state.word, text.state.rule);
    const started = text.progress !== null && text.progress.done > 0;
    const around = label?.state ?? this.section.state;
    const allowed = denied && around === "done" ? null : around;
    const nearer = label !== null && label.state !== null && parent !== null && label.line > parent.line;
    if (!denied && !nearer && parent?.state === "done") return because("done", null, "parent-done");
    if (allowed !== null)
      return because(
        allowed,
        label?.state == null ? this.section.title : label.text,
        label?.state == null ? "heading" : "label",
      );
    if (started) return because("doing", text.progress!.text, "started");
    return denied ? because("open", sign, "checkbox") : "open";
  }

  private rankOf(parent: Item | null, label: Label | null): number | null {
    if (!(label?.ranked ?? false) && !this.section.ranked) return null;
    const key = `${parent?.line ?? 0}:${label?.line ?? 0}`;
    const rank = (this.ranks.get(key) ?? 0) + 1;
    this.ranks.set(key, rank);
    return rank;
  }

  private paragraphLabel(paragraph: Paragraph, list: List, parent: Item | null): Label | "out" | null {
    const text = paragraph.plain.text.trim();
    const colon = /\s*[:：]\s*$/.exec(text);
    const bold = colon === null && isBold(paragraph) && namesOnly(text, this.overrules);
    if (colon === null && !bold) return null;
    const shown = colon === null ? text : text.slice(0, colon.index);
    const kind = readOtherKind(shown);
    if (kind !== null && parent === null) {
      this.because(paragraph.line, "label", "other", kind, "other-kind");
      return "out";
    }
    const label = this.label(shown, "paragraph", paragraph, list);
    this.labels.push(label);
    return label;
  }

  /** An entry with entries below it that is only a state, tier or priority word. */
  private entryLabel(entry: Entry, above: Label | null): Label | null {
    const list = entry.blocks.find((block): block is List => block.kind === "list");
    if (list === undefined || entry.checkbox !== null) return null;
    const text = entry.plain!.text.trim().replace(/\s*[:：]$/, "");
    if (!namesOnly(text, this.overrules)) return null;
    const label = this.label(text, "entry", entry, list);
    label.state ??= above?.state ?? null;
    label.priority ??= above?.priority ?? null;
    return label;
  }

  private label(text: string, kind: Label["kind"], place: Paragraph | Entry, list: List): Label {
    const priority = readPriority(text, this.overrules);
    const state = readState(text, this.overrules, "label");
    const ranked = saysRanked(text);
    this.because(place.line, "label", text, null, kind === "entry" ? "label-entry" : "label-line");
    if (state !== null) this.because(place.line, "state", state.state, state.word, "label-word");
    if (priority !== null)
      this.because(place.line, "priority", priority.priority, priority.word, "label-word");
    if (ranked !== null) this.because(place.line, "rank", "ranked", ranked, "label-word");
    return {
      from: place.from,
      to: place.to,
      line: place.line,
      endLine: kind === "paragraph" ? place.endLine : place.line,
      text,
      kind,
      state: state?.state ?? null,
      priority: priority?.priority ?? null,
      ranked: ranked !== null,
      section: this.section,
      list,
    };
  }

  private isPlaceholder(entry: Entry): boolean {
    if (entry.blocks.some((block) => block.kind === "list")) return false;
    const text = entry.plain!.text;
    return isWord(foldText(text), PLACEHOLDERS) !== null || /^[\s.…\-–—_*~/?？。、]*$/.test(text);
  }

  /** Nothing but bare URLs. */
  private isOnlyLinks(entry: Entry): boolean {
    const { text, links } = entry.plain!;
    if (links.length === 0 || !links.every((link) => link.bare)) return false;
    const rest = [...text]
      .filter((_, index) => !links.some((link) => index >= link.start && index < link.end))
      .join("");
    return /^[\s,，、;；]*$/.test(rest);
  }

  private because(
    line: number,
    what: Reason["what"],
    value: string,
    word: string | null,
    rule: string,
  ): void {
    this.reasons.push({ line, what, value, word, rule });
  }
}

/** Nothing but links into the page itself. */
function isTableOfContents(list: List): boolean {
  return list.entries.every(
    ({ plain }) =>
      plain !== null &&
      plain.links.length === 1 &&
      plain.links[0]!.url.startsWith("#") &&
      plain.links[0]!.text === plain.text,
  );
}

/** What the box says; `open` for a blank or unknown sign, null without a box. */
function boxState(entry: Entry, overrules: Overrules): State | null {
  if (entry.checkbox === null) return null;
  const { mark } = entry.checkbox;
  return overrules.states[`[${mark}]`] ?? CHECKBOX_STATES[mark] ?? "open";
}

function isBold(paragraph: Paragraph): boolean {
  const { text, flags } = paragraph.plain;
  return text !== "" && flags.every((flag, index) => (flag & IN_STRONG) !== 0 || text[index] === " ");
}

/** Nothing but a state, tier or priority word, a count in brackets aside. */
function namesOnly(text: string, overrules: Overrules): boolean {
  const folded = foldText(text).replace(/\s*[（(]\s*\d+\s*[^）)]{0,3}[）)]\s*$/, "");
  const bare = bareText(folded);
  if (bare === "") return false;
  for (const words of [...Object.values(STATE_WORDS), ...Object.values(STATE_MARKS)])
    if (isWord(folded, words) !== null) return true;
  const overruled = findOverrule(text, { ...overrules.states, ...overrules.priorities } as Record<
    string,
    string
  >);
  if (overruled !== null && bareText(foldText(overruled.word)) === bare) return true;
  const priority = readPriority(text, overrules);
  return (
    priority !== null &&
    bare.replace(/\s/g, "").length <= bareText(foldText(priority.word)).replace(/\s/g, "").length + 3
  );
}
