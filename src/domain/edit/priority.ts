// Priorities that a page writes on the items themselves (`🔺`, `P1`, `(A)`, `[priority:: low]`) instead of by headings.

import type { Patch } from "../../page/index.ts";
import type { Item, PageView, Priority } from "../item.ts";
import { endOfText } from "./item.ts";
import { cutMark, startOfText } from "./state-ways.ts";

/** A sign as the page writes it. */
export interface PriorityMark {
  /** With the blank that parts it from the title. */
  text: string;
  /** Whether it stands before the title. */
  before: boolean;
}

const EMOJI: Readonly<Record<Priority, string>> = { highest: "🔺", high: "⏫", medium: "🔼", low: "🔽" };
const LETTERS: Readonly<Record<Priority, string | null>> = {
  highest: null,
  high: "A",
  medium: "B",
  low: "C",
};
const CODES: Readonly<Record<Priority, string>> = { highest: "P0", high: "P1", medium: "P2", low: "P3" };

/** The page's sign for a priority; null where its items carry none. */
export function findPriorityMark(
  view: PageView,
  priority: Priority,
  role: Item["role"] | undefined,
): PriorityMark | null {
  const marked = view.items.filter(
    (item) => (role === undefined || item.role === role) && item.titleRange !== null,
  );
  const examples = marked.flatMap((item) =>
    item.marks.filter(({ kind }) => kind === "priority").map((mark) => ({ item, mark })),
  );
  const chosen = examples.find(({ mark }) => mark.value === priority) ?? examples[0];
  if (chosen === undefined) return null;
  const { mark, item } = chosen;
  const text = mark.value === priority ? mark.text : translate(mark.text, priority);
  if (text === null) return null;
  const before = mark.to <= item.titleRange!.from;
  const source = view.page.text;
  if (before) return { text: text + (/^[ \t]+/.exec(source.slice(mark.to))?.[0] ?? " "), before };
  return { text: /^[\s（【]/.test(text) ? text : ` ${text}`, before };
}

function translate(text: string, priority: Priority): string | null {
  const emoji = /🔺|⏫|🔼|🔽|⏬/u;
  if (emoji.test(text)) return text.replace(emoji, EMOJI[priority]);
  if (/::/.test(text)) return text.replace(/::(\s*)[^\])]+/, `::$1${priority}`);
  if (/[Pp][0-3]/.test(text)) return text.replace(/[Pp][0-3]/, CODES[priority]);
  const letter = LETTERS[priority];
  return letter !== null && /^\s*(?:\([ABC]\)|\[#[ABC]\])\s*$/.test(text)
    ? text.replace(/[ABC]/, letter)
    : null;
}

/** Writes the sign on an item, in the place of the one that it has. */
export function markPriority(
  view: PageView,
  item: Item,
  { text, before }: PriorityMark,
  atEnd: boolean,
): Patch[] {
  const own = item.marks.filter(({ kind }) => kind === "priority");
  const title = item.titleRange?.to ?? endOfText(view.page.text, item.entry.plain!);
  const at = before ? startOfText(view, item) : atEnd ? endOfText(view.page.text, item.entry.plain!) : title;
  const same = own.length === 1 && /^\S+$/u.test(own[0]!.text) ? own[0] : undefined;
  if (same !== undefined) return [{ from: same.from, to: same.to, insert: text.trim() }];
  return [...own.map((mark) => cutMark(view, item, mark)), { from: at, to: at, insert: text }];
}
