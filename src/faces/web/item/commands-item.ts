// What keys and palette can do with the item page. Part of the one table in commands.ts.

import type { Command } from "../commands.ts";
import { targetNodes } from "../list/list-state.ts";
import { leaveItem, openItem } from "./item-state.ts";

export const NOTES_ID = "item-notes-edit";

export const ITEM_COMMANDS: readonly Command[] = [
  {
    id: "open-item",
    name: (t) => t.openItem,
    keys: ["Enter"],
    icon: "link",
    group: "item",
    when: () => targetNodes().length > 0,
    run: () => {
      const [node] = targetNodes();
      if (node !== undefined) openItem(node);
    },
  },
  {
    id: "leave-item",
    name: (t) => t.leaveItem,
    keys: ["Escape"],
    icon: "undo",
    group: "go",
    screen: "item",
    run: leaveItem,
  },
  {
    id: "item-notes",
    name: (t) => t.notesKey,
    keys: ["Shift+N"],
    icon: "page",
    group: "item",
    screen: "item",
    run: () => document.getElementById(NOTES_ID)?.click(),
  },
];
