// Listens to the keyboard for the whole app and runs the commands that the keys name. Keys typed into a field, a menu or
// a dialog belong to it.

import { COMMANDS, type Command } from "./commands.ts";
import { currentRoute } from "./route.ts";
import { screenOf } from "./screens.tsx";
import { app } from "./state.ts";

/** How long `g` waits for the key after it. */
const SEQUENCE_MS = 1200;

const byKey = Map.groupBy(
  COMMANDS.flatMap((command) => command.keys.map((key) => ({ key, command }))),
  ({ key }) => key,
);
const FIRST_KEYS = new Set(
  [...byKey.keys()].filter((key) => key.includes(" ")).map((key) => key.split(" ")[0]!),
);
const OWN_KEYS =
  "input, textarea, select, [contenteditable=true], [role=menu], [role=dialog], [role=listbox]";

/** What a key means on the screen that is shown. */
function commandOf(key: string): Command | undefined {
  const meanings = (byKey.get(key) ?? []).map(({ command }) => command);
  const { route } = screenOf(currentRoute().screen);
  return (
    meanings.find(({ screen }) => screen === route) ?? meanings.find(({ screen }) => screen === undefined)
  );
}

const ITEM_GROUPS: readonly Command["group"][] = ["item", "move"];

/** The event as `COMMANDS` writes it. */
export function keyOf(event: KeyboardEvent): string {
  const { key } = event;
  const letter = key.length === 1;
  const parts = [
    event.ctrlKey || event.metaKey ? "Mod" : "",
    event.altKey ? "Alt" : "",
    // Shift already shows in `?` and `+`; in letters it is said, and with Mod the letter is small.
    event.shiftKey && (!letter || /\p{L}/u.test(key)) ? "Shift" : "",
    event.ctrlKey || event.metaKey ? key.toLowerCase() : key,
  ];
  return (parts.filter(Boolean).join("+") || key).replace(/^\+$/, "+");
}

export function listenToKeys(): () => void {
  let first: { key: string; at: number } | null = null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : document.body;
    const isFree =
      target.closest(OWN_KEYS) === null && app.get().overlay === null && app.get().conflict === null;
    const key = keyOf(event);
    const sequence =
      first !== null && event.timeStamp - first.at < SEQUENCE_MS ? `${first.key} ${key}` : null;
    first = null;
    const command = (sequence === null ? undefined : commandOf(sequence)) ?? commandOf(key);
    if (command === undefined) {
      if (isFree && FIRST_KEYS.has(key)) first = { key, at: event.timeStamp };
      return;
    }
    if (!isFree && !command.inFields) return;
    if (isKeyOf(target, key, command) || command.when?.() === false) return;
    event.preventDefault();
    command.run();
  };
  addEventListener("keydown", onKeyDown);
  return () => removeEventListener("keydown", onKeyDown);
}

/** Enter on a button presses it; arrows, Enter and Delete move and change items only where there are rows to see. */
function isKeyOf(target: Element, key: string, command: Command): boolean {
  if (key === "Enter" && target.closest("button, a") !== null) return true;
  return ITEM_GROUPS.includes(command.group) && document.querySelector("#main [data-item]") === null;
}
