// The ways in which pages write a state on an item: a box, a word, an emoji, a date, a strike. Copies what other items of
// the page have; only a page without a habit gets the words of DESIGN §3.

import type { LocalDate } from "../../base/index.ts";
import type { Patch, Range } from "../../page/index.ts";
import type { Item, Mark, PageView, State } from "../item.ts";
import { STATE_KEYWORDS } from "../read/vocabulary.ts";
import { replaceDate } from "./date.ts";
import { doneSign, examplesOf, speaksChinese, usesExtendedBoxes } from "./habits.ts";
import { endOfText } from "./item.ts";
import { STATE_TAGS } from "./messages.ts";

/** Cuts a mark, and the blanks that stood between it and what is left. */
export function cutMark(view: PageView, item: Item, { from, to }: Range): Patch {
  const { text } = view.page;
  const plain = item.entry.plain!;
  const end = endOfText(text, plain);
  const start = startOfText(view, item);
  let left = from;
  let right = to;
  if (left <= start) {
    while (right < end && /[ \t]/.test(text[right]!)) right++;
    const separator = /^(?:[-–—|·][ \t]+)/.exec(text.slice(right, end));
    if (separator !== null) right += separator[0].length;
    return { from: left, to: right, insert: "" };
  }
  while (left > start && /[ \t]/.test(text[left - 1]!) && (right >= end || /[\s:：]/.test(text[right]!)))
    left--;
  return { from: left, to: right, insert: "" };
}

/** Where the entry's text begins, behind its box and the blanks after it. */
export function startOfText(view: PageView, item: Item): number {
  const plain = item.entry.plain!;
  let from = plain.from;
  while (from < plain.to && /[ \t]/.test(view.page.text[from]!)) from++;
  return from;
}

/** Removes what the item itself says against the state: words, signs, dates, a strike, 100 %. */
export function clearMarks(view: PageView, item: Item, state: State): Patch[] {
  const patches: Patch[] = [];
  for (const mark of item.marks) {
    if (mark.kind === "priority" || mark.value === state || (mark.kind === "doneOn" && state === "done"))
      continue;
    patches.push(cutMark(view, item, mark));
  }
  if (item.struck !== null && state !== "dropped") patches.push(...cutStrike(view, item.struck));
  const { progress } = item;
  if (state !== "done" && progress?.unit === "percent" && progress.ratio === 1)
    patches.push(cutMark(view, item, withSeparator(view, item, progress)));
  return patches;
}

/** Progress with the brackets around it, or the separator before it. */
export function withSeparator(view: PageView, item: Item, { from, to }: Range): Range {
  const { text } = view.page;
  const floor = item.entry.plain!.from;
  let left = from;
  while (left > floor && /[ \t]/.test(text[left - 1]!)) left--;
  if (/[（([【]/.test(text[left - 1] ?? "") && /[）)\]】]/.test(text[to] ?? ""))
    return { from: left - 1, to: to + 1 };
  const behind = left;
  while (left > floor && /[-–—|·,，;；、]/.test(text[left - 1]!)) left--;
  if (left < behind) while (left > floor && /[ \t]/.test(text[left - 1]!)) left--;
  return { from: left, to };
}

function cutStrike(view: PageView, struck: Range): Patch[] {
  const { text } = view.page;
  const open = /^~+/.exec(text.slice(struck.from, struck.to));
  const close = /~+$/.exec(text.slice(struck.from, struck.to));
  if (open !== null && close !== null) {
    return [
      { from: struck.from, to: struck.from + open[0].length, insert: "" },
      { from: struck.to - close[0].length, to: struck.to, insert: "" },
    ];
  }
  const before = /<(del|s|strike)>\s*$/i.exec(text.slice(Math.max(0, struck.from - 12), struck.from));
  const behind = /^\s*<\/(del|s|strike)>/i.exec(text.slice(struck.to, struck.to + 12));
  if (before === null || behind === null) return [];
  return [
    { from: struck.from - before[0].length, to: struck.from, insert: "" },
    { from: struck.to, to: struck.to + behind[0].length, insert: "" },
  ];
}

/** The box of an item changed to say the state; null where a box of this page cannot say it. */
export function boxPatch(view: PageView, item: Item, state: State): Patch | null {
  const box = item.entry.checkbox;
  const sign = boxSign(view, state);
  if (box === null || sign === null) return null;
  const at = view.page.text.indexOf("[", box.from) + 1;
  return { from: at, to: at + box.mark.length, insert: sign };
}

export function boxSign(view: PageView, state: State): string | null {
  if (state === "done") return doneSign(view);
  if (state === "open") return " ";
  return usesExtendedBoxes(view) ? (state === "doing" ? "/" : "-") : null;
}

/** Puts a box before an item that has none. */
export function addBox(item: Item, sign: string): Patch {
  const at = item.entry.contentFrom;
  return { from: at, to: at, insert: `[${sign}] ` };
}

/** The item in a list with boxes: a mark of its own that a box can say becomes the box. */
export function markToBox(view: PageView, item: Item): Patch[] {
  const own =
    item.marks.some(({ kind, value }) => kind === "state" && value === item.state) ||
    (item.struck !== null && item.state === "dropped");
  const sign = own ? boxSign(view, item.state) : null;
  if (sign === null || sign === " ") return [addBox(item, " ")];
  return [...clearMarks(view, item, "open"), addBox(item, sign)];
}

/** The item in a list without boxes; `mark`: what the box said becomes the page's mark. */
export function boxToMark(view: PageView, item: Item, mark: boolean): Patch[] {
  const box = item.entry.checkbox!;
  const cut: Patch = { from: box.from, to: startOfText(view, item), insert: "" };
  if (!mark || item.state === "open") return [cut];
  return [cut, ...(markWays(view, item, item.state, null)[0]?.() ?? [])];
}

/** Swaps a mark of the item's own for one of the same kind: `TODO` to `DONE`, ` - 进行中` to ` - 已完成` where the page has both. */
export function swapMark(view: PageView, item: Item, state: State): Patch[] | null {
  const mark = item.marks.find(({ kind, value }) => kind === "state" && value !== state);
  if (mark === undefined || !(mark.text.trim() in STATE_KEYWORDS)) return null;
  const later = ["NOW", "LATER"].includes(mark.text.trim());
  const keyword = {
    open: later ? "LATER" : "TODO",
    doing: later ? "NOW" : "DOING",
    done: "DONE",
    dropped: "CANCELED",
  }[state];
  const rest = clearMarks(view, { ...item, marks: item.marks.filter((other) => other !== mark) }, state);
  return [{ from: mark.from, to: mark.to, insert: keyword }, ...rest];
}

type WayOf = () => Patch[];

/** Ways to write a state on the item itself: as other items of the page have it, then the words of DESIGN §3. */
export function markWays(view: PageView, item: Item, state: State, on: LocalDate | null): WayOf[] {
  const ways: WayOf[] = [];
  const seen = new Set<string>();
  for (const example of examplesOf(view, item, state)) {
    for (const mark of example.marks) {
      if (mark.kind === "priority" || (mark.kind === "state" && mark.value !== state)) continue;
      if (mark.kind === "doneOn" && state !== "done") continue;
      const shape = mark.text.replace(/\d/g, "0");
      if (seen.has(shape) || seen.size >= 4) continue;
      seen.add(shape);
      ways.push(...exampleWays(view, item, example, mark, on));
    }
    if (seen.size >= 4) break;
    if (
      state === "done" &&
      example.progress?.unit === "percent" &&
      example.marks.length === 0 &&
      example.progress.ratio === 1 &&
      example.entry.checkbox === null &&
      item.progress === null &&
      !seen.has("%")
    ) {
      seen.add("%");
      const range = withSeparator(view, example, example.progress);
      ways.push(
        ...placesOf(view, item).map((at) => () => [insertAt(at, view.page.text.slice(range.from, range.to))]),
      );
    }
  }
  const strike = strikeWay(item);
  if (
    state === "dropped" &&
    (view.items.some(({ struck }) => struck !== null) || ways.length === 0) &&
    strike !== null
  )
    ways.push(strike);
  const chinese = speaksChinese(view, item.title);
  const words = chinese
    ? [STATE_TAGS[state].zh, STATE_TAGS[state].en]
    : [STATE_TAGS[state].en, STATE_TAGS[state].zh];
  for (const word of words)
    ways.push(...placesOf(view, item).map((at) => () => [insertAt(at, ` - ${word}`)]));
  if (state === "dropped" && strike !== null) ways.push(strike);
  ways.push(...apartWays(view, item, words));
  return ways;
}

/** Progress that is read only at the very end (`title 35/640`) is set off before a word comes behind it. */
function apartWays(view: PageView, item: Item, words: readonly string[]): WayOf[] {
  const { progress, titleRange } = item;
  if (progress === null || titleRange === null || progress.from <= titleRange.to) return [];
  const between = view.page.text.slice(titleRange.to, progress.from);
  if (between.trim() !== "" || between === "") return [];
  return words.map((word) => () => [
    { from: titleRange.to, to: progress.from, insert: " - " },
    insertAt(progress.to, ` - ${word}`),
  ]);
}

function insertAt(at: number, insert: string): Patch {
  return { from: at, to: at, insert };
}

/** Behind title and progress, and at the end of the text. */
function placesOf(view: PageView, item: Item): number[] {
  const end = endOfText(view.page.text, item.entry.plain!);
  const title = item.titleRange?.to ?? end;
  const behind =
    item.progress !== null &&
    item.progress.to > title &&
    (item.noteRange === null || item.progress.to < item.noteRange.from)
      ? closeBracket(view, item.progress.to)
      : title;
  const noteInside = item.noteRange !== null && item.noteRange.from < end;
  return [...new Set(noteInside ? [behind, end, title] : [behind, end])];
}

function closeBracket(view: PageView, at: number): number {
  return /[）)\]】]/.test(view.page.text[at] ?? "") ? at + 1 : at;
}

/** The mark of another item on this one: in the same place, with the day that is given. */
function exampleWays(view: PageView, item: Item, example: Item, mark: Mark, on: LocalDate | null): WayOf[] {
  const dated = mark.kind === "doneOn" || /\d{4}/.test(mark.text) || /\d/.test(mark.text);
  const text = dated ? (on === null ? null : replaceDate(mark.text, on, true)) : mark.text;
  if (text === null) return [];
  const before = example.titleRange !== null && mark.to <= example.titleRange.from;
  if (before) {
    // The blank behind the mark belongs to what follows it.
    const behind = /^[ \t]*/.exec(view.page.text.slice(mark.to))![0];
    const at = startOfText(view, item);
    return [
      () => [
        insertAt(
          at,
          text.trimEnd() + (text.trimEnd() === text ? behind : text.slice(text.trimEnd().length) || " "),
        ),
      ],
    ];
  }
  const lead = /^\s/.test(text) || /^[（【]/.test(text) ? "" : blanksBefore(view, mark);
  const atEnd = example.noteRange !== null && mark.from >= example.noteRange.to;
  const places = placesOf(view, item);
  const isSign = /^\s*[^\p{L}\p{N}\s（(【[-]/u.test(text) || /::/.test(text);
  const ordered = atEnd || isSign ? [...places].reverse() : places;
  return ordered.map((at) => () => [insertAt(at, lead + text)]);
}

function blanksBefore(view: PageView, mark: Mark): string {
  return /[ \t]*$/.exec(view.page.text.slice(0, mark.from))![0].slice(0, 1) || " ";
}

/** The title struck through. */
function strikeWay(item: Item): WayOf | null {
  const { titleRange } = item;
  if (titleRange === null || item.struck !== null) return null;
  return () => [insertAt(titleRange.from, "~~"), insertAt(titleRange.to, "~~")];
}
