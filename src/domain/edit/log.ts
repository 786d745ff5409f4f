// Writes into the log: a bullet to an entry, a new entry in the page's own form, a log where there is none yet; changes
// and removes what was written.

import { AppError, type LocalDate } from "../../base/index.ts";
import type { Block, Entry, List, Patch } from "../../page/index.ts";
import type { Bullet, LogEntry, PageView, Section } from "../item.ts";
import { writeTyped } from "./add.ts";
import { allLists, hasBoxes, lineEndOf, listStyle } from "./habits.ts";
import { insertEntries, numberList, startBlock } from "./insert.ts";
import { differenceWays, endOfText } from "./item.ts";
import { cutEntries, entryGap, entryLead, entrySpan } from "./lines.ts";
import { cutLogRun } from "./log-cut.ts";
import {
  dateTitles,
  extendedTitles,
  frameOf,
  gapLines,
  isNewestFirst,
  listOf,
  modelPeers,
  peerBelow,
} from "./log-form.ts";
import { LOG_HEADING, sayEdit } from "./messages.ts";
import { bulletOf, newSection } from "./new-section.ts";
import { blocksOf, isPlaceholderText, type Spot } from "./place.ts";
import type { EditOptions, LogText } from "./request.ts";
import { oneLine } from "./text.ts";
import { tryWays, type Way } from "./try.ts";

/**
 * Patches that write a text into the log: as a bullet of an entry, or of a new entry with these dates. `to` is `from`
 * itself where it is not given, null while it goes on. An entry with the same dates is joined.
 * @throws AppError usage without an entry or a date, for an empty text or a depth that has nothing above it; invalid where
 * the page would not read back right.
 */
export function addLogText(view: PageView, input: LogText, options: EditOptions = {}): Patch[] {
  const say = sayEdit(options.tongue ?? "en");
  const content = writeTyped(input.text, true, options, "marks");
  const { from } = input;
  const to = input.to === undefined ? (from ?? null) : input.to;
  if (input.entry === undefined && from === undefined) throw new AppError("usage", say.noDate());
  if (from !== undefined && to !== null && to < from) throw new AppError("usage", say.reversed(from, to));
  const entry = input.entry ?? view.log.find((other) => other.from === from && other.to === to);
  const ways =
    entry !== undefined
      ? bulletWays(view, entry, content, input.depth ?? 0, options)
      : entryWays(view, from!, to, content);
  return tryWays(view, { kind: "log-add", input }, ways, options).patches;
}

// ---- a bullet ----

function bulletWays(
  view: PageView,
  entry: LogEntry,
  content: string,
  depth: number,
  options: EditOptions,
): Way[] {
  const spot = bulletSpot(view, entry, depth, options);
  return [
    () =>
      insertEntries(view, spot, [
        (head, boxed) => [
          `${head.lead}${head.marker}${head.gap}${boxed ? (entry.from === null ? "[ ] " : "[x] ") : ""}${content}`,
        ],
      ]),
  ];
}

function bulletSpot(view: PageView, entry: LogEntry, depth: number, options: EditOptions): Spot {
  const base: Spot = {
    section: entry.section,
    label: null,
    parent: null,
    list: null,
    index: 0,
    afterLine: 0,
    replace: null,
  };
  const below = (parent: Entry): Spot => {
    const list = parent.blocks.findLast((block): block is List => block.kind === "list") ?? null;
    return {
      ...base,
      below: parent,
      list,
      index: list?.entries.length ?? 0,
      afterLine: entrySpan(view.page, parent).last,
    };
  };
  if (entry.kind === "entry") {
    const own = listOf(view, entry)!.entries.find(({ line }) => line === entry.line)!;
    const above = depth > 1 ? entry.bullets.findLast((bullet) => bullet.depth === depth - 1) : undefined;
    return below(above?.entry ?? own);
  }
  if (depth > 0) {
    const above = entry.bullets.findLast((bullet) => bullet.depth === depth - 1);
    if (above === undefined) throw new AppError("usage", sayEdit(options.tongue ?? "en").tooDeep(depth));
    return below(above.entry);
  }
  const blocks = view.page.blocks.filter(
    (block) => block.line >= entry.line && block.endLine <= entry.endLine,
  );
  const list = blocks.findLast((block): block is List => block.kind === "list");
  if (list !== undefined) return { ...base, list, index: list.entries.length };
  return { ...base, afterLine: entry.endLine };
}

// ---- an entry ----

function* entryWays(view: PageView, from: LocalDate, to: LocalDate | null, content: string): Generator<Way> {
  const peers = modelPeers(view, from);
  const titles = dateTitles(peers, from, to);
  const model = peers.find((peer) => peer.from !== null && peer.bullets.length > 0) ?? peers[0];
  if (model === undefined) {
    const section = view.sections.find(
      ({ role, dated, heading }) => role === "log" && !dated && heading !== null,
    );
    for (const title of titles)
      yield () => [
        section === undefined ? newLog(view, title, content) : firstEntry(view, section, title, content),
      ];
    return;
  }
  if (model.kind === "entry") {
    for (const title of titles) yield () => listedEntry(view, peers, model, title, content, from);
    return;
  }
  for (const title of titles) yield () => [blockEntry(view, peers, model, title, content, from)];
}

/** A heading or bold line with its list. */
function blockEntry(
  view: PageView,
  peers: readonly LogEntry[],
  model: LogEntry,
  title: string,
  content: string,
  from: LocalDate,
): Patch {
  const eol = lineEndOf(view);
  const { page } = view;
  const frame =
    frameOf(view, model) ??
    (model.kind === "bold"
      ? { before: "**", behind: "**" }
      : { before: `${"#".repeat(model.level)} `, behind: "" });
  const written = [
    `${frame.before}${title}${frame.behind}`,
    ...Array<string>(blanksInside(view, peers)).fill(""),
    bulletLine(view, model, content),
  ];
  const gap = gapLines(view, peers);
  const next = peerBelow(peers, from, isNewestFirst(peers));
  if (next !== null) {
    const start = Math.max(page.lines.start(next.line), page.text.startsWith("\ufeff") ? 1 : 0);
    return { from: start, to: start, insert: [...written, ...gap].map((line) => line + eol).join("") };
  }
  const last = peers[peers.length - 1]!;
  const at = page.lines.end(last.endLine);
  return { from: at, to: at, insert: [...gap, ...written].map((line) => eol + line).join("") };
}

/** Blank lines between the date and what follows it. */
function blanksInside(view: PageView, peers: readonly LogEntry[]): number {
  const counts = peers.map((peer) => {
    const end = peer.kind === "heading" ? peer.section.heading!.endLine : peer.line;
    const next = view.page.blocks.find((block) => block.line > end && block.line <= peer.endLine);
    return next === undefined ? null : Math.min(2, next.line - end - 1);
  });
  const known = counts.filter((count) => count !== null);
  const zero = known.filter((count) => count === 0).length;
  return known.length === 0 ? 1 : zero * 2 > known.length ? 0 : (known.find((count) => count > 0) ?? 0);
}

function bulletLine(view: PageView, model: LogEntry, content: string): string {
  const own = model.bullets.find(({ depth }) => depth === 0)?.entry;
  const head =
    own === undefined
      ? listStyle(view, model.endLine)
      : {
          lead: entryLead(view.page, own),
          marker: view.page.text.slice(own.marker.from, own.marker.to),
          gap: entryGap(view.page, own),
        };
  const marker = /^\d/.test(head.marker) ? `1${head.marker.slice(-1)}` : head.marker;
  const list =
    own === undefined
      ? undefined
      : allLists(view.page.blocks).find(({ list: other }) => other.entries.includes(own))?.list;
  return `${/^[ \t]*$/.test(head.lead) ? head.lead : ""}${marker}${head.gap}${list !== undefined && hasBoxes(list) ? "[x] " : ""}${content}`;
}

/** `- 2024-03-11: text`, or the date alone with the text below it. */
function listedEntry(
  view: PageView,
  peers: readonly LogEntry[],
  model: LogEntry,
  title: string,
  content: string,
  from: LocalDate,
): Patch[] {
  const list = listOf(view, model)!;
  const { text } = view.page;
  const next = peerBelow(peers, from, isNewestFirst(peers));
  const last = peers[peers.length - 1]!;
  const at = list.entries.findIndex(({ line }) => line === (next ?? last).line);
  const spoken = peers.find((peer) => peer.bullets[0]?.entry.line === peer.line && peer.from !== null);
  const spot: Spot = {
    section: model.section,
    label: null,
    parent: null,
    list,
    index: next === null ? at + 1 : at,
    afterLine: 0,
    replace: null,
  };
  return insertEntries(view, spot, [
    (head) => {
      const own = spoken?.bullets[0]?.entry.plain;
      if (spoken === undefined || own == null) {
        return [
          `${head.lead}${head.marker}${head.gap}${title}`,
          `${head.lead}${" ".repeat(head.marker.length + head.gap.length)}- ${content}`,
        ];
      }
      const dateEnd = own.text.indexOf(spoken.title) + spoken.title.length;
      const said = own.text.length - spoken.bullets[0]!.text.length;
      const between = text.slice((own.offsets[dateEnd - 1] ?? own.from) + 1, own.offsets[said]);
      // A bracket that closed around the date stays behind: the new date stands bare.
      const bare = between.replace(/^[)\]】）]+/, "");
      const separator = /^[\s:：\-–—|·,，]+$/.test(bare) ? bare : ": ";
      return [`${head.lead}${head.marker}${head.gap}${title}${separator}${content}`];
    },
  ]);
}

/** The first entry of a log section. */
function firstEntry(view: PageView, section: Section, title: string, content: string): Patch {
  const eol = lineEndOf(view);
  const blocks = blocksOf(view, section);
  const written = [
    `${"#".repeat(Math.min(6, section.level + 1))} ${title}`,
    "",
    `${bulletOf(view)}${content}`,
  ].join(eol);
  const waiting = blocks.find((block) => isWaiting(block));
  if (waiting !== undefined)
    return {
      from: view.page.lines.start(waiting.line),
      to: view.page.lines.end(waiting.endLine),
      insert: written,
    };
  const last = blocks.findLast((block) => !(block.kind === "other" && block.what === "rule"));
  return startBlock(view, last?.endLine ?? section.heading!.endLine, written, last === undefined);
}

function isWaiting(block: Block): boolean {
  if (block.kind === "paragraph") return isPlaceholderText(block.plain.text);
  return (
    block.kind === "list" &&
    block.entries.every(
      ({ plain, blocks }) => plain !== null && blocks.length === 0 && isPlaceholderText(plain.text),
    )
  );
}

/** A log section at the end of the page. */
function newLog(view: PageView, title: string, content: string): Patch {
  return newSection(view, [LOG_HEADING[view.language === "en" ? "en" : "zh"], title], content);
}

// ---- change and remove ----

interface FoundText {
  entry: LogEntry;
  /** Null where the line is the entry's own date. */
  bullet: Bullet | null;
}

function findText(view: PageView, line: number, options: EditOptions): FoundText {
  for (const entry of view.log) {
    const bullet = entry.bullets.find((candidate) => candidate.line === line);
    if (bullet !== undefined) return { entry, bullet };
    if (entry.line === line) return { entry, bullet: null };
  }
  throw new AppError("missing", sayEdit(options.tongue ?? "en").noLogLine(line));
}

/**
 * Patches that change the text of a bullet, or the date of an entry, found by its line.
 * @throws AppError missing where the line holds no log text; usage for an empty text, or where an entry's text is no date.
 */
export function editLogText(view: PageView, line: number, text: string, options: EditOptions = {}): Patch[] {
  const say = sayEdit(options.tongue ?? "en");
  const { entry, bullet } = findText(view, line, options);
  const wanted = oneLine(text);
  if (wanted === "") throw new AppError("usage", say.emptyText());
  const plain =
    bullet?.entry.plain ?? (entry.kind === "heading" ? entry.section.heading!.plain : plainAt(view, entry));
  if (plain === null) throw new AppError("invalid", say.noLogLine(line));
  const old = bullet?.text ?? (entry.kind === "heading" ? plain.text : entry.title);
  const start = bullet === null ? plain.text.indexOf(old) : plain.text.lastIndexOf(old);
  const from = plain.offsets[Math.max(0, start)] ?? plain.from;
  const ways = differenceWays(plain, old, { from, to: plain.to }, wanted);
  ways.push(() => [
    {
      from,
      to: bullet === null ? from + old.length : endOfText(view.page.text, plain),
      insert: writeTyped(wanted, true, options, "marks"),
    },
  ]);
  if (old === wanted) return [];
  try {
    return tryWays(view, { kind: "log-edit", line, text }, ways, options).patches;
  } catch (error) {
    if (bullet === null && error instanceof AppError && error.code === "invalid")
      throw new AppError("usage", say.notDate(wanted));
    throw error;
  }
}

/**
 * Patches that give an entry with a first and a last day, or one day, another last day: its date as it is written, else as
 * the page writes such dates.
 * @throws AppError invalid where no way to write it reads back right.
 */
export function extendEntry(
  view: PageView,
  entry: LogEntry,
  until: LocalDate,
  options: EditOptions = {},
): Patch[] {
  const { line, title, from } = entry;
  if (from === null) throw new AppError("usage", sayEdit(options.tongue ?? "en").noDate());
  const titles = extendedTitles(modelPeers(view, from), title, from, until);
  const ways = titles.map((wanted) => (): Patch[] => {
    try {
      return editLogText(view, line, wanted, options);
    } catch (error) {
      // What does not read as a date is no way to write it; the next form may be.
      if (error instanceof AppError && error.code === "usage") return [];
      throw error;
    }
  });
  const input = { entry, from, to: entry.to ?? from, until, bullets: [] };
  return tryWays(view, { kind: "log-several", input }, ways, options).patches;
}

function plainAt(view: PageView, entry: LogEntry) {
  if (entry.kind === "bold") {
    const block = view.page.blocks.find(
      (candidate) => candidate.kind === "paragraph" && candidate.line === entry.line,
    );
    return block?.kind === "paragraph" ? block.plain : null;
  }
  return listOf(view, entry)?.entries.find(({ line }) => line === entry.line)?.plain ?? null;
}

/**
 * Patches that remove a bullet with what stands below it, or a whole entry, found by its line.
 * @throws AppError missing where the line holds no log text.
 */
export function removeLogText(view: PageView, line: number, options: EditOptions = {}): Patch[] {
  const { entry, bullet } = findText(view, line, options);
  const own = bullet !== null && bullet.line !== entry.line ? bullet : null;
  const way: Way = () => {
    if (own === null) return cutLogRun(view, [entry]);
    const list = allLists(view.page.blocks).find(({ list: other }) =>
      other.entries.includes(own.entry),
    )!.list;
    const cut = new Set([own.entry]);
    return [
      ...cutEntries(view.page, list, cut),
      ...numberList(view.page, list, list.entries.length, 0, cut).patches,
    ];
  };
  return tryWays(view, { kind: "log-remove", line }, [way], options).patches;
}
