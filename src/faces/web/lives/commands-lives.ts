// What keys and palette can do on the Lives screen. Part of the one table in commands.ts.

import type { Command } from "../commands.ts";
import { livesView } from "./lives-view.ts";

export const LIVES_SEARCH_ID = "lives-search";

export const LIVES_COMMANDS: readonly Command[] = [
  {
    id: "find-life",
    name: (t) => t.findLife,
    keys: ["/", "f"],
    icon: "search",
    group: "lives",
    screen: "lives",
    run: () => document.getElementById(LIVES_SEARCH_ID)?.focus(),
  },
  {
    id: "open-day",
    name: (t) => t.openDay,
    keys: ["d"],
    icon: "calendar",
    group: "lives",
    screen: "lives",
    run: () => livesView.set({ day: livesView.get().day === null ? "middle" : null }),
  },
  {
    id: "open-stale",
    name: (t) => t.openStale,
    keys: ["s"],
    icon: "alert",
    group: "lives",
    screen: "lives",
    run: () => livesView.set({ stale: !livesView.get().stale }),
  },
];
