// now: what is on top. Today with its plan and the clock, then what is being done, what is due, which books are being read, and what comes next by the page's own
// priorities with the step to begin with.

import { addDays } from "../base/index.ts";
import type { ItemFacts } from "../domain/index.ts";
import type { Action, Context } from "./action.ts";
import { clockJsonOf } from "./clock-state.ts";
import type { ClockJson, DayJson } from "./day-json.ts";
import { toDayJson } from "./day-view.ts";
import { inboxOf } from "./inbox.ts";
import { readItemFiles } from "./item-file.ts";
import { type ListedItem, nextStepOf, priorityOrder, toListedItem, toPrivateJson } from "./listed-item.ts";
import { say } from "./messages.ts";
import type { FoundItem } from "./reading.ts";
import { recallCount } from "./recall-count.ts";
import type { RecallCountJson } from "./recall-json.ts";

export interface NowData {
  today: string;
  doing: ListedItem[];
  /** Due within a week, or overdue. */
  due: ListedItem[];
  reading: ListedItem[];
  next: (ListedItem & { nextStep: { line: number; title: string; path: string } | null })[];
  /** How many further items are open. */
  more: number;
  inbox: number;
  /** Today: plan, record, check, facts. */
  day: DayJson;
  clock: ClockJson | null;
  /** What is to be recalled today; null where there are no cards. */
  recall: RecallCountJson | null;
}

const NEXT = 5;
const DUE_DAYS = 7;

export const now: Action = {
  name: "now",
  group: "look",
  writes: false,
  summary: { en: "Show what is on top now", zh: "看看现在最该做什么" },
  params: [],
  examples: [
    {
      args: { en: "", zh: "" },
      says: {
        en: "the plan of today and the clock, what is in progress, what is next, which books are being read",
        zh: "今天的计划与计时、正在做的、接下来做的、正在读的书",
      },
    },
    {
      args: { en: "now --json", zh: "now --json" },
      says: { en: "the same for programs", zh: "给程序用的同样内容" },
    },
  ],
  run: (context) => {
    const data = readNow(context);
    return { data, summary: say(context.tongue).nowSummary(data.doing.length, data.next.length) };
  },
};

function readNow(context: Context): NowData {
  const facts = readItemFiles(context);
  const items = context.reading.items();
  const list = (found: FoundItem[]): ListedItem[] => found.map((one) => toListedItem(context, one, facts));
  const active = items.filter(({ item }) => item.state === "open" || item.state === "doing");
  // Where a step is being done, the step says it; its parent would only repeat it.
  const doing = items.filter(
    ({ item }) => item.state === "doing" && !item.steps.some((step) => step.state === "doing"),
  );
  const limit = addDays(context.today, DUE_DAYS);
  const due = active.filter((one) => {
    const day = dueOf(one, facts);
    return day !== null && day <= limit;
  });
  // What is under way, in it or in one of its steps, is listed above already.
  const waiting = items.filter(
    ({ item }) => item.parent === null && item.role === "learning" && isUntouched(item),
  );
  const next = byImportance(waiting, facts).slice(0, NEXT);
  return {
    today: context.today,
    doing: list(doing.filter(({ item }) => item.role === "learning")),
    due: list(due.sort((a, b) => dueOf(a, facts)!.localeCompare(dueOf(b, facts)!))),
    reading: list(doing.filter(({ item }) => item.role === "reading")),
    next: next.map((one) => {
      const step = nextStepOf(one.item);
      return {
        ...toListedItem(context, one, facts),
        nextStep: step && { line: step.line, title: step.title, path: step.path },
      };
    }),
    more: waiting.length - next.length,
    inbox: inboxOf(context).notes.length,
    day: toDayJson(context, context.today),
    clock: clockJsonOf(context),
    recall: recallCount(context),
  };
}

function isUntouched(item: FoundItem["item"]): boolean {
  return (
    item.state === "open" &&
    item.steps.every((step) => step.state !== "doing" && (step.state !== "open" || isUntouched(step)))
  );
}

function dueOf({ item }: FoundItem, facts: ReadonlyMap<string, ItemFacts>): string | null {
  return toPrivateJson(item, facts).due;
}

/** Pinned ones first, then by priority, then as the page orders them. */
function byImportance(items: FoundItem[], facts: ReadonlyMap<string, ItemFacts>): FoundItem[] {
  const order = ({ item }: FoundItem): number =>
    facts.get(item.path)?.pinned ? -1 : priorityOrder(item.priority);
  return items
    .map((one, at) => ({ one, at }))
    .sort((a, b) => order(a.one) - order(b.one) || a.at - b.at)
    .map(({ one }) => one);
}
