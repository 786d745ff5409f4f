// What keys can do in a recall session. Part of the one table in commands.ts.

import type { Command } from "../commands.ts";
import { goTo } from "../route.ts";
import { app } from "../state.ts";

/** Buttons and field of the session, pressed by keys. */
export const RECALL_IDS = {
  again: "recall-again",
  hard: "recall-hard",
  good: "recall-good",
  easy: "recall-easy",
  show: "recall-show",
  back: "recall-back",
  typed: "recall-typed",
} as const;

const find = (id: string): HTMLElement | null => document.getElementById(id);

const press = (id: string): Pick<Command, "when" | "run"> => ({
  when: () => find(id) !== null,
  run: () => find(id)?.click(),
});

const RATE = { icon: "check", group: "recall", screen: "recall" } as const;

export const RECALL_COMMANDS: readonly Command[] = [
  {
    id: "go-recall",
    name: (t) => t.goRecall,
    keys: ["g q"],
    icon: "repeat",
    group: "go",
    when: () => app.get().snapshot?.recall != null,
    run: () => goTo("recall"),
  },
  { ...RATE, id: "rate-again", name: (t) => t.rateAgain, keys: ["1"], ...press(RECALL_IDS.again) },
  { ...RATE, id: "rate-hard", name: (t) => t.rateHard, keys: ["2"], ...press(RECALL_IDS.hard) },
  { ...RATE, id: "rate-good", name: (t) => t.rateGood, keys: ["3"], ...press(RECALL_IDS.good) },
  { ...RATE, id: "rate-easy", name: (t) => t.rateEasy, keys: ["4"], ...press(RECALL_IDS.easy) },
  { ...RATE, id: "take-back", name: (t) => t.takeBack, keys: ["u"], icon: "undo", ...press(RECALL_IDS.back) },
  {
    ...RATE,
    id: "type-answer",
    name: (t) => t.typeAnswer,
    keys: ["e"],
    icon: "page",
    when: () => find(RECALL_IDS.typed) !== null,
    run: () => find(RECALL_IDS.typed)?.focus(),
  },
];
