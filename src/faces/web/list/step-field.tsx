// A field below an item in which its next step is written. It stays open for the one after that.

import { useDraft } from "../drafts.ts";
import { Icon } from "../parts/icon.tsx";
import { act } from "../state.ts";
import { useTexts } from "../texts.ts";
import { splitTitle } from "../typed-text.ts";
import type { ItemNode } from "./item-tree.ts";
import { focusRow, list } from "./list-state.ts";
import { listTexts } from "./texts-list.ts";

export function StepField({ node }: { node: ItemNode }) {
  const t = useTexts(listTexts);
  const { text, type, clear } = useDraft(`step:${node.item.path}`);
  const close = (): void => {
    list.set({ asking: null });
    focusRow(node.key);
  };
  return (
    <form
      className="quick-add step-field"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = text.trim();
        if (typed === "") return close();
        void act(
          "add",
          { ...splitTitle(typed), under: node.ref },
          { kept: typed, onDone: () => clear(typed) },
        );
      }}
    >
      <Icon name="plus" size={16} />
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens because the person asked for it
        autoFocus
        value={text}
        aria-label={t.step}
        placeholder={t.step}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && !event.nativeEvent.isComposing && close()}
        onBlur={() => text.trim() === "" && list.set({ asking: null })}
      />
    </form>
  );
}
