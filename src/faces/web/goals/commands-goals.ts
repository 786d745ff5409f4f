// What keys and palette can do on the Goals screen. Part of the one table in commands.ts.

import type { Command } from "../commands.ts";
import { currentDisagreement, settle } from "./goals-state.ts";

export const NEW_GOAL_ID = "new-goal";

export const GOAL_COMMANDS: readonly Command[] = [
  {
    id: "settle",
    name: (t) => t.settleKey,
    keys: ["y"],
    icon: "up",
    group: "goals",
    screen: "goals",
    when: () => currentDisagreement() !== null,
    run: () => {
      const found = currentDisagreement();
      if (found !== null) settle(found);
    },
  },
  {
    id: "new-goal",
    name: (t) => t.newGoal,
    keys: ["n"],
    icon: "plus",
    group: "goals",
    screen: "goals",
    run: () => document.getElementById(NEW_GOAL_ID)?.click(),
  },
];
