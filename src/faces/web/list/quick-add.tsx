// The line at the end of a column in which a new item is written.

import type { PlaceInput } from "../contract.ts";
import { useDraft } from "../drafts.ts";
import { Icon } from "../parts/icon.tsx";
import { act, usePage } from "../state.ts";
import { useTexts } from "../texts.ts";
import { splitTitle } from "../typed-text.ts";
import { listTexts } from "./texts-list.ts";

interface QuickAddProps {
  where: string;
  place: PlaceInput & { role?: "learning" | "reading" };
  /** Books have colons in their titles. */
  plain?: boolean;
}

export function QuickAdd({ where, place, plain = false }: QuickAddProps) {
  const t = useTexts(listTexts);
  const page = usePage();
  const { text, type, clear } = useDraft(`add:${place.role}:${where}`);
  return (
    <form
      className="quick-add"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = text.trim();
        if (typed === "") return;
        const words = plain ? { title: typed } : splitTitle(typed);
        void act(
          "add",
          { ...words, ...place, ...(page && { file: page.file }) },
          { kept: typed, onDone: () => clear(typed) },
        );
      }}
    >
      <Icon name="plus" size={16} />
      <input
        value={text}
        data-quick-add
        aria-label={t.addTo(where)}
        placeholder={t.add}
        title={t.newTitle}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.nativeEvent.isComposing) event.currentTarget.blur();
        }}
      />
    </form>
  );
}
