// Keys as people read them: ⌘ on a Mac, Ctrl elsewhere.

import { Fragment } from "react";

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const NAMES: Readonly<Record<string, string>> = {
  Mod: IS_MAC ? "⌘" : "Ctrl",
  Alt: IS_MAC ? "⌥" : "Alt",
  Shift: IS_MAC ? "⇧" : "Shift",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  Delete: "Del",
};

export function Keys({ keys }: { keys: string }) {
  return (
    <span className="keys">
      {keys.split(" ").map((chord, index) => (
        <Fragment key={chord}>
          {index > 0 && " "}
          {partsOf(chord).map((part) => (
            <kbd key={part} className="key">
              {NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}

function partsOf(chord: string): string[] {
  return chord === "+" ? ["+"] : chord.split("+");
}
