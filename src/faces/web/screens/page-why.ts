// The answer to "why was this line understood so?", in words: what it was taken for, then each decision with the word
// and the rule behind it.

import { textsNow } from "../texts.ts";
import type { Meaning } from "./page-meaning.ts";
import { explain } from "./page-rules.ts";
import { pageTexts } from "./page-texts.ts";

/** What a line is, in a few words: `item · learning · high priority · open`. */
export function describeMeaning(meaning: Meaning): string {
  const t = textsNow(pageTexts);
  const { kind, role, priority, state, depth } = meaning;
  const parts: string[] = [];
  if (kind === "section") parts.push(t.kindSection);
  else if (kind === "entry") parts.push(t.kindEntry);
  else if (kind === "label") parts.push(t.kindLabel);
  else if (kind === "skipped") parts.push(t.kindSkipped);
  else if (kind === "item") parts.push(depth > 0 ? t.kindStep : role === "reading" ? t.kindBook : t.kindItem);
  else parts.push(t.kindNone);
  if (role !== null && kind !== "entry" && !(kind === "item" && role === "reading")) parts.push(t[role]);
  if (kind === "entry" && (meaning.from !== null || meaning.open)) {
    const end = meaning.open ? t.openEnd : meaning.to;
    parts.push(
      meaning.from === null ? t.openEnd : end === meaning.from ? meaning.from : `${meaning.from} – ${end}`,
    );
  }
  if (priority !== null) parts.push(t.priorityOf(t[priority]));
  if (state !== null) parts.push(t[state]);
  if (meaning.progress !== null) parts.push(meaning.progress);
  return parts.join(" · ");
}

const WHATS = {
  role: "whatRole",
  priority: "whatPriority",
  state: "whatState",
  item: "whatItem",
  label: "whatLabel",
  step: "whatStep",
  link: "whatLink",
  entry: "whatEntry",
  progress: "whatProgress",
  doneOn: "whatDoneOn",
  rank: "whatRank",
  skipped: "whatSkipped",
} as const;

const NAMED = new Set([
  "learning",
  "reading",
  "log",
  "other",
  "highest",
  "high",
  "medium",
  "low",
  "open",
  "doing",
  "done",
  "dropped",
]);

/** The popover's content. Plain DOM: it lives inside the editor. */
export function drawWhy(meaning: Meaning): HTMLElement {
  const t = textsNow(pageTexts);
  const box = element("div", "why");
  box.append(element("p", "why-title", describeMeaning(meaning)));
  for (const { message, hint } of meaning.diagnostics) {
    const problem = element("p", "why-problem", message);
    if (hint !== null) problem.append(" ", element("span", "why-hint", hint));
    box.append(problem);
  }
  const list = element("dl", "why-list");
  for (const { what, value, word, rule, from } of meaning.reasons) {
    const name = element("dt", "", t[WHATS[what]]);
    const answer = element("dd", "");
    const shown = NAMED.has(value) ? t[value as "learning"] : value;
    // An item's value repeats its own text; the line itself says it already.
    if (shown !== "" && !(what === "item" || what === "step"))
      answer.append(element("strong", "", shown), " ");
    if (word !== null && word !== value) answer.append(element("mark", "", word), " ");
    answer.append(
      element("span", "why-rule", from === undefined ? explain(rule) : `${explain(rule)} · ${t.line(from)}`),
    );
    list.append(name, answer);
  }
  if (meaning.reasons.length > 0) box.append(list);
  else if (meaning.diagnostics.length === 0) box.append(element("p", "why-hint", t.noReasons));
  return box;
}

function element(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  if (text !== "") made.textContent = text;
  return made;
}
