// Everything that a key or the palette can do, once: its name, its keys, what it does. The help sheet, the palette and
// the keyboard all read this table.

import { GOAL_COMMANDS } from "./goals/commands-goals.ts";
import { goalCommandTexts } from "./goals/texts-commands.ts";
import { ITEM_COMMANDS } from "./item/commands-item.ts";
import { itemCommandTexts } from "./item/texts-commands.ts";
import {
  clockItem,
  HARD_CHOICES,
  moveAmongSiblings,
  nest,
  raiseOrLower,
  setHard,
  setPinned,
  setPriority,
  setState,
  toggleDone,
  unnest,
} from "./list/item-actions.ts";
import type { ItemNode } from "./list/item-tree.ts";
import {
  type AskedFor,
  clearSelection,
  list,
  moveCursor,
  rowsOnScreen,
  startEditing,
  targetNodes,
  toggleSelected,
} from "./list/list-state.ts";
import { listTexts } from "./list/texts-list.ts";
import { LIVES_COMMANDS } from "./lives/commands-lives.ts";
import { livesCommandTexts } from "./lives/texts-commands.ts";
import { CAPTURE_ID } from "./parts/capture.tsx";
import type { IconName } from "./parts/icon.tsx";
import { preferences } from "./preferences.ts";
import { RECALL_COMMANDS } from "./recall/commands-recall.ts";
import { recallCommandTexts } from "./recall/texts-commands.ts";
import { REVIEW_COMMANDS } from "./review/commands-review.ts";
import { reviewCommandTexts } from "./review/texts-commands.ts";
import { goTo } from "./route.ts";
import { SCREENS, type Screen } from "./screens.tsx";
import { openOverlay, redo, undo } from "./state.ts";
import { type Texts, textsIn } from "./texts.ts";
import { shellTexts } from "./texts-shell.ts";
import { DAY_COMMANDS } from "./today/commands-today.ts";
import { dayCommandTexts } from "./today/texts-today.ts";

type CommandTexts = Texts<typeof shellTexts> &
  Texts<typeof listTexts> &
  Texts<typeof dayCommandTexts> &
  Texts<typeof recallCommandTexts> &
  Texts<typeof goalCommandTexts> &
  Texts<typeof reviewCommandTexts> &
  Texts<typeof livesCommandTexts> &
  Texts<typeof itemCommandTexts>;

export interface Command {
  id: string;
  /** Its name in a language; the palette also finds it by its name in the other. */
  name(t: CommandTexts): string;
  /** As `KeyboardEvent` says them: `j`, `Shift+J`, `Alt+ArrowUp`, `Mod+k` (Ctrl, on a Mac Cmd), `g l` one after the other. */
  keys: readonly string[];
  icon: IconName;
  group: "go" | "do" | "item" | "move" | "block" | "goals" | "recall" | "review" | "lives";
  /** Its keys mean this on one screen only; there it comes before what they mean elsewhere. */
  screen?: Screen["route"] | "item";
  /** Whether there is something to do it to; without that its keys are left to the browser. */
  when?(): boolean;
  /** Works while a field has the focus. */
  inFields?: boolean;
  /** Not offered by the palette: it only makes sense as a key. */
  keyOnly?: boolean;
  run(): void;
}

export function commandTexts(tongue: "en" | "zh"): CommandTexts {
  return {
    ...textsIn(goalCommandTexts, tongue),
    ...textsIn(recallCommandTexts, tongue),
    ...textsIn(reviewCommandTexts, tongue),
    ...textsIn(livesCommandTexts, tongue),
    ...textsIn(itemCommandTexts, tongue),
    ...textsIn(listTexts, tongue),
    ...textsIn(shellTexts, tongue),
    ...textsIn(dayCommandTexts, tongue),
  };
}

/** A command for the item at the cursor, or for each that is selected. */
function forItems(run: (nodes: ItemNode[]) => void): () => void {
  return () => {
    const nodes = targetNodes();
    if (nodes.length > 0) run(nodes);
  };
}

function forOne(run: (node: ItemNode) => void): () => void {
  return forItems(([node]) => run(node!));
}

const ask = (what: AskedFor) => forOne((node) => list.set({ asking: { what, key: node.key } }));

/** Waits until the palette has closed and given the focus back. */
function focusLater(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

function openMenu(node: ItemNode): void {
  const row = rowsOnScreen().find((one) => one.dataset.item === node.key);
  if (row !== undefined) list.set({ menu: { key: node.key, anchor: row } });
}

function cycle<T>(values: readonly T[], now: T): T {
  return values[(values.indexOf(now) + 1) % values.length]!;
}

export const COMMANDS: readonly Command[] = [
  ...SCREENS.map(
    ({ route, icon, key }): Command => ({
      id: `go-${route}`,
      name: (t) => t[route],
      keys: [`g ${key}`],
      icon,
      group: "go",
      run: () => goTo(route),
    }),
  ),
  {
    id: "inbox",
    name: (t) => t.inbox,
    keys: ["i"],
    icon: "inbox",
    group: "go",
    run: () => openOverlay("inbox"),
  },
  {
    id: "palette",
    name: (t) => t.commands,
    keys: ["Mod+k"],
    icon: "search",
    group: "go",
    inFields: true,
    keyOnly: true,
    run: () => openOverlay("palette"),
  },
  {
    id: "help",
    name: (t) => t.keys,
    keys: ["?"],
    icon: "keyboard",
    group: "go",
    run: () => openOverlay("help"),
  },

  {
    id: "capture",
    name: (t) => t.capture,
    keys: ["c"],
    icon: "plus",
    group: "do",
    run: () => focusLater(CAPTURE_ID),
  },
  {
    id: "filter",
    name: (t) => t.filter,
    keys: ["/"],
    icon: "filter",
    group: "do",
    run: () => focusLater("filter"),
  },
  { id: "undo", name: (t) => t.undo, keys: ["u", "Mod+z"], icon: "undo", group: "do", run: undo },
  { id: "redo", name: (t) => t.redo, keys: ["z", "Mod+Shift+z"], icon: "redo", group: "do", run: redo },
  {
    id: "layout",
    name: (t) => `${t.layout}: ${t.asBoard} / ${t.asOutline}`,
    keys: ["v"],
    icon: "board",
    group: "do",
    run: () => preferences.set({ layout: cycle(["board", "outline"] as const, preferences.get().layout) }),
  },
  {
    id: "theme",
    name: (t) => `${t.theme}: ${t.automatic} / ${t.light} / ${t.dark}`,
    keys: [],
    icon: "moon",
    group: "do",
    run: () => preferences.set({ theme: cycle(["auto", "light", "dark"] as const, preferences.get().theme) }),
  },
  {
    id: "zh",
    name: (t) => `${t.language}: 中文`,
    keys: [],
    icon: "language",
    group: "do",
    run: () => preferences.set({ language: "zh" }),
  },
  {
    id: "en",
    name: (t) => `${t.language}: English`,
    keys: [],
    icon: "language",
    group: "do",
    run: () => preferences.set({ language: "en" }),
  },

  {
    id: "next",
    name: (t) => t.next,
    keys: ["j", "ArrowDown"],
    icon: "chevron",
    group: "move",
    keyOnly: true,
    run: () => moveCursor(1, false),
  },
  {
    id: "previous",
    name: (t) => t.previous,
    keys: ["k", "ArrowUp"],
    icon: "chevron",
    group: "move",
    keyOnly: true,
    run: () => moveCursor(-1, false),
  },
  {
    id: "select",
    name: (t) => t.select,
    keys: ["x"],
    icon: "check",
    group: "move",
    keyOnly: true,
    run: () => toggleCursor(),
  },
  {
    id: "extend-down",
    name: (t) => t.extend,
    keys: ["Shift+J", "Shift+ArrowDown"],
    icon: "check",
    group: "move",
    keyOnly: true,
    run: () => moveCursor(1, true),
  },
  {
    id: "extend-up",
    name: (t) => t.extend,
    keys: ["Shift+K", "Shift+ArrowUp"],
    icon: "check",
    group: "move",
    keyOnly: true,
    run: () => moveCursor(-1, true),
  },
  {
    id: "clear",
    name: (t) => t.clearSelection,
    keys: ["Escape"],
    icon: "close",
    group: "move",
    keyOnly: true,
    run: clearSelection,
  },
  {
    id: "move-up",
    name: (t) => t.moveUp,
    keys: ["Alt+ArrowUp"],
    icon: "chevron",
    group: "move",
    run: forOne((node) => moveAmongSiblings(node, -1)),
  },
  {
    id: "move-down",
    name: (t) => t.moveDown,
    keys: ["Alt+ArrowDown"],
    icon: "chevron",
    group: "move",
    run: forOne((node) => moveAmongSiblings(node, 1)),
  },
  {
    id: "nest",
    name: (t) => t.nest,
    keys: ["Alt+ArrowRight"],
    icon: "outline",
    group: "move",
    run: forOne(nest),
  },
  {
    id: "unnest",
    name: (t) => t.unnest,
    keys: ["Alt+ArrowLeft"],
    icon: "outline",
    group: "move",
    run: forOne(unnest),
  },

  {
    id: "edit",
    name: (t) => t.edit,
    keys: ["e", "F2"],
    icon: "page",
    group: "item",
    run: forOne((node) => startEditing(node)),
  },
  {
    id: "edit-note",
    name: (t) => t.editNote,
    keys: ["n"],
    icon: "page",
    group: "item",
    run: forOne((node) => startEditing(node, "note")),
  },
  {
    id: "done",
    name: (t) => t.markDone,
    keys: ["d"],
    icon: "check",
    group: "item",
    run: forItems((nodes) => void toggleDone(nodes)),
  },
  {
    id: "doing",
    name: (t) => t.start,
    keys: ["s"],
    icon: "clock",
    group: "item",
    run: forItems((nodes) => void setState(nodes, "doing")),
  },
  {
    id: "reopen",
    name: (t) => t.reopen,
    keys: ["o"],
    icon: "undo",
    group: "item",
    run: forItems((nodes) => void setState(nodes, "open")),
  },
  {
    id: "drop",
    name: (t) => t.drop,
    keys: ["Delete", "Backspace"],
    icon: "close",
    group: "item",
    run: forItems((nodes) => void setState(nodes, "dropped")),
  },
  {
    id: "raise",
    name: (t) => t.raise,
    keys: ["+", "="],
    icon: "chevron",
    group: "item",
    run: forItems((nodes) => void raiseOrLower(nodes, "raise")),
  },
  {
    id: "lower",
    name: (t) => t.lower,
    keys: ["-"],
    icon: "chevron",
    group: "item",
    run: forItems((nodes) => void raiseOrLower(nodes, "lower")),
  },
  ...(["highest", "high", "medium", "low", null] as const).map(
    (priority, index): Command => ({
      id: `priority-${priority ?? "none"}`,
      name: (t) => `${t.priority}: ${t[priority ?? "none"]}`,
      keys: [String((index + 1) % 5)],
      icon: "filter",
      group: "item",
      run: forItems((nodes) => void setPriority(nodes, priority)),
    }),
  ),
  { id: "step", name: (t) => t.addStep, keys: ["a"], icon: "plus", group: "item", run: ask("step") },
  {
    id: "progress",
    name: (t) => t.setProgress,
    keys: ["p"],
    icon: "book",
    group: "item",
    run: ask("progress"),
  },
  {
    id: "estimate",
    name: (t) => t.setEstimate,
    keys: ["t"],
    icon: "clock",
    group: "item",
    run: ask("estimate"),
  },
  { id: "due", name: (t) => t.setDue, keys: ["w"], icon: "calendar", group: "item", run: ask("due") },
  ...HARD_CHOICES.map(
    (value): Command => ({
      id: `hard-${value ?? "none"}`,
      name: (t) => `${t.hard}: ${t.hardness(value)}`,
      keys: [],
      icon: "today",
      group: "item",
      run: forOne((node) => setHard(node, value)),
    }),
  ),
  {
    id: "clock-item",
    name: (t) => t.clock,
    keys: ["b"],
    icon: "play",
    group: "item",
    run: forOne((node) => void clockItem(node)),
  },
  {
    id: "pin",
    name: (t) => `${t.pin} / ${t.unpin}`,
    keys: ["!"],
    icon: "pin",
    group: "item",
    run: forOne((node) => setPinned(node, !node.item.pinned)),
  },
  {
    id: "show",
    name: (t) => t.openInPage,
    keys: ["g ."],
    icon: "link",
    group: "item",
    run: forOne((node) => goTo("page", { line: node.item.line })),
  },
  {
    id: "menu",
    name: (t) => t.menu,
    keys: ["m", "Shift+F10", "ContextMenu"],
    icon: "more",
    group: "item",
    keyOnly: true,
    run: forOne(openMenu),
  },
  ...DAY_COMMANDS,
  ...GOAL_COMMANDS,
  ...RECALL_COMMANDS,
  ...REVIEW_COMMANDS,
  ...LIVES_COMMANDS,
  ...ITEM_COMMANDS,
];

function toggleCursor(): void {
  const { cursor } = list.get();
  if (cursor !== null) toggleSelected(cursor);
}
