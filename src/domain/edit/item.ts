// Changes the words of an item: only the letters that differ, so that links, emphasis, box, marks and progress stay.

import { AppError } from "../../base/index.ts";
import type { Patch, Plain, Range } from "../../page/index.ts";
import type { Item, PageView } from "../item.ts";
import { writeTyped } from "./add.ts";
import { noteSeparator } from "./habits.ts";
import { blanksAbove, cutLines } from "./lines.ts";
import { sayEdit } from "./messages.ts";
import type { EditOptions, ItemTexts } from "./request.ts";
import { escapeLine, oneLine, typedPlain } from "./text.ts";
import { tryWays, type Way } from "./try.ts";

/**
 * Patches that change an item's title, its note, or both. A note of null or "" is removed.
 * @throws AppError usage for an empty title; invalid where the page would not read back right.
 */
export function editItem(view: PageView, item: Item, texts: ItemTexts, options: EditOptions = {}): Patch[] {
  if (texts.title !== undefined && oneLine(texts.title) === "")
    throw new AppError("usage", sayEdit(options.tongue ?? "en").emptyText());
  const titles =
    texts.title === undefined || oneLine(texts.title) === item.title
      ? [() => []]
      : titleWays(view, item, texts.title, options);
  const note = texts.note === undefined ? undefined : oneLine(texts.note ?? "");
  const notes =
    note === undefined || note === (item.note ?? "") ? [() => []] : noteWays(view, item, note, options);
  const ways = titles.flatMap((title) =>
    notes.map(
      (noted): Way =>
        () => [...title(), ...noted()],
    ),
  );
  return tryWays(view, { kind: "edit", item, texts }, ways, options).patches;
}

function titleWays(view: PageView, item: Item, typed: string, options: EditOptions): Way[] {
  const line = oneLine(typed);
  const ways: Way[] = [];
  if (typedPlain(line) === line)
    ways.push(...differenceWays(item.entry.plain!, item.title, item.titleRange, line));
  const { titleRange } = item;
  if (titleRange !== null) {
    const whole = (): string => writeTyped(line, titleRange.from <= item.entry.plain!.from + 1, options);
    const struck =
      item.struck !== null && item.struck.from >= titleRange.from && item.struck.to <= titleRange.to;
    const linked = replaceLinkText(view, item, titleRange, line);
    if (linked !== null) ways.push(() => [linked]);
    ways.push(() => [{ ...titleRange, insert: struck ? `~~${whole()}~~` : whole() }]);
  }
  return ways;
}

/** Ways to replace what differs between an old and a new wording of a stretch of the plain text. */
export function differenceWays(plain: Plain, old: string, range: Range | null, wanted: string): Way[] {
  const start =
    range === null
      ? -1
      : plain.text.indexOf(
          old,
          plain.offsets.findIndex((offset) => offset >= range.from),
        );
  if (start === -1 || old === "") return [];
  let head = 0;
  while (head < old.length && head < wanted.length && old[head] === wanted[head]) head++;
  if (/[\ud800-\udbff]/.test(old[head - 1] ?? "")) head--;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < wanted.length - head &&
    old[old.length - 1 - tail] === wanted[wanted.length - 1 - tail]
  )
    tail++;
  if (/[\udc00-\udfff]/.test(old[old.length - tail] ?? "")) tail--;
  const cutFrom = start + head;
  const cutTo = start + old.length - tail;
  const insert = wanted.slice(head, wanted.length - tail);
  // Behind the last letter that stays, or before the first: inside a link or emphasis, not beside it.
  const last =
    cutTo > 0
      ? plain.offsets[cutTo - 1]! + (plain.offsets[cutTo - 1] === plain.offsets[cutTo] ? 0 : 1)
      : plain.from;
  const from =
    cutTo > cutFrom ? plain.offsets[cutFrom]! : head > 0 ? last : (plain.offsets[cutFrom] ?? plain.to);
  const to = cutTo > cutFrom ? last : from;
  const escaped = escapeLine(insert, head === 0 && from <= plain.from + 1);
  const all = insert.replace(/[!-/:-@[-`{-~]/g, "\\$&");
  return [...new Set([insert, escaped ?? insert, all])].map((text) => () => [{ from, to, insert: text }]);
}

/** A title that is a link keeps its URL when only its text changes. */
function replaceLinkText(view: PageView, item: Item, titleRange: Range, line: string): Patch | null {
  const source = view.page.text.slice(titleRange.from, titleRange.to);
  const link = /^(\W*?\[)([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)(\]\((?:[^()]|\([^()]*\))*\)\W*)$/.exec(source);
  if (link === null || typedPlain(line) !== line || item.plainLinks.length !== 1) return null;
  return {
    ...titleRange,
    insert: `${link[1]}${(escapeLine(line, false) ?? line).replace(/(?<!\\)[[\]]/g, "\\$&")}${link[3]}`,
  };
}

function noteWays(view: PageView, item: Item, note: string, options: EditOptions): Way[] {
  const { page } = view;
  const plain = item.entry.plain!;
  const { noteRange, titleRange } = item;
  const below = noteRange !== null && noteRange.from >= plain.to;
  const paragraph = below
    ? item.entry.blocks.find((block) => block.kind === "paragraph" && block.from === noteRange.from)
    : undefined;
  if (note === "") {
    if (noteRange === null) return [() => []];
    if (paragraph !== undefined) {
      return [
        () => [
          cutLines(page, {
            first: paragraph.line - blanksAbove(page, paragraph.line),
            last: paragraph.endLine,
          }),
        ],
      ];
    }
    return [
      () => [{ from: separatorStart(page.text, plain.from, noteRange.from), to: noteRange.to, insert: "" }],
    ];
  }
  const written = (): string => writeTyped(note, false, options, "marks");
  if (noteRange !== null) {
    const old = paragraph?.kind === "paragraph" ? paragraph.plain : plain;
    const ways = typedPlain(note, "marks") === note ? differenceWays(old, item.note!, noteRange, note) : [];
    return [...ways, () => [{ ...noteRange, insert: written() }]];
  }
  if (titleRange === null) return [() => []];
  const habit = noteSeparator(
    view,
    view.items.filter((other) => other.list === item.list),
    item.title,
  );
  const behind = Math.max(
    titleRange.to,
    item.progress?.to ?? 0,
    ...item.marks.filter(({ kind }) => kind !== "priority").map(({ to }) => to),
  );
  const places = [...new Set([titleRange.to, behind, endOfText(page.text, plain)])];
  const dangling = /^\s*[:：]/.exec(page.text.slice(titleRange.to, plain.to));
  const ways: Way[] = [];
  if (dangling !== null) {
    // `Kubernetes：` with nothing behind its colon.
    const at = titleRange.to + dangling[0].length;
    const blank = dangling[0].endsWith(":") && !/\s/.test(page.text[at] ?? "") ? " " : "";
    ways.push(() => [{ from: at, to: at, insert: blank + written() }]);
  }
  for (const separator of new Set([habit, ": ", "："])) {
    for (const at of places) ways.push(() => [{ from: at, to: at, insert: separator + written() }]);
  }
  return ways;
}

/** Where the colon before a note starts, with the blanks before it. */
function separatorStart(text: string, floor: number, noteFrom: number): number {
  let at = noteFrom;
  while (at > floor && !/[:：]/.test(text[at - 1]!)) at--;
  if (at === floor) return noteFrom;
  at--;
  while (at > floor && /[ \t]/.test(text[at - 1]!)) at--;
  return at;
}

/** Behind the last letter of the first paragraph. */
export function endOfText(text: string, plain: Plain): number {
  let to = plain.to;
  while (to > plain.from && /\s/.test(text[to - 1]!)) to--;
  return to;
}
