// The small round sign before an item: empty, half, ticked or crossed out. A click ticks it or opens it again.

import { useTexts } from "../texts.ts";
import { toggleDone } from "./item-actions.ts";
import type { ItemNode } from "./item-tree.ts";
import { listTexts } from "./texts-list.ts";

const SIGNS = {
  open: null,
  doing: <path d="M8 3.2a4.8 4.8 0 0 1 0 9.6z" className="fill" />,
  done: <path d="M4.6 8.3 7 10.6l4.4-5" />,
  dropped: <path d="M5 8h6" />,
} as const;

export function StateControl({ node }: { node: ItemNode }) {
  const t = useTexts(listTexts);
  const { state, title } = node.item;
  return (
    <button
      type="button"
      className={`state is-${state}`}
      tabIndex={-1}
      aria-label={t.stateOf(t[state], title)}
      title={t[state]}
      onClick={() => void toggleDone([node])}
    >
      <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
        <circle cx="8" cy="8" r="6.6" />
        {SIGNS[state]}
      </svg>
    </button>
  );
}
