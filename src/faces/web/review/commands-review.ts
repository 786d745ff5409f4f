// What keys and palette can do on the Review screen. Part of the one table in commands.ts.

import type { Command } from "../commands.ts";
import { goTo } from "../route.ts";

export const ANSWER_ID = "review-answer";
export const DRAFT_ID = "review-draft";

const screen = "review" as const;
const KIND_NAMES = {
  day: "kindDay",
  week: "kindWeek",
  month: "kindMonth",
  quarter: "kindQuarter",
  year: "kindYear",
} as const;

function press(name: string): void {
  document.querySelector<HTMLElement>(`[data-review="${name}"]`)?.click();
}

/** Puts the person before a field. */
export function focusOn(id: string): void {
  const field = document.getElementById(id);
  field?.focus();
  field?.scrollIntoView({ block: "center" });
}

export const REVIEW_COMMANDS: readonly Command[] = [
  ...(["day", "week", "month", "quarter", "year"] as const).map(
    (kind): Command => ({
      id: `review-${kind}`,
      name: (t) => t.reviewOf(t[KIND_NAMES[kind]]),
      keys: [],
      icon: "review",
      group: "go",
      run: () => goTo("review", { range: kind }),
    }),
  ),
  {
    id: "review-before",
    name: (t) => t.reviewBefore,
    keys: ["["],
    icon: "chevron",
    group: "review",
    screen,
    run: () => press("before"),
  },
  {
    id: "review-after",
    name: (t) => t.reviewAfter,
    keys: ["]"],
    icon: "chevron",
    group: "review",
    screen,
    run: () => press("after"),
  },
  ...(["day", "week", "month", "quarter", "year"] as const).map(
    (kind, index): Command => ({
      id: `review-as-${kind}`,
      name: (t) => t.reviewOf(t[KIND_NAMES[kind]]),
      keys: [String(index + 1)],
      icon: "review",
      group: "review",
      screen,
      run: () => press(kind),
    }),
  ),
  {
    id: "review-answer",
    name: (t) => t.reviewAnswer,
    keys: ["a"],
    icon: "check",
    group: "review",
    screen,
    run: () => focusOn(ANSWER_ID),
  },
  {
    id: "review-draft",
    name: (t) => t.reviewDraft,
    keys: ["d"],
    icon: "log",
    group: "review",
    screen,
    run: () => focusOn(DRAFT_ID),
  },
];
