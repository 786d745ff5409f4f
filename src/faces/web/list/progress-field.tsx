// How far a book has been read, changed where it stands: type `120/740`, `35%`, or only the new page.

import { useState } from "react";
import { act } from "../state.ts";
import { useTexts } from "../texts.ts";
import { completeProgress } from "../typed-text.ts";
import { ProgressBar } from "./facts.tsx";
import type { ItemNode } from "./item-tree.ts";
import { listTexts } from "./texts-list.ts";
import { readingTexts } from "./texts-reading.ts";

export function ProgressField({ node }: { node: ItemNode }) {
  const t = useTexts(readingTexts);
  const words = useTexts(listTexts);
  const before = node.item.progress?.text ?? null;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <form
      className="progress-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === null || typed.trim() === "" || typed.trim() === before) return setTyped(null);
        const value = completeProgress(typed, before);
        // What was typed meanwhile stays.
        const onDone = (): void => setTyped((newest) => (newest === typed ? null : newest));
        void act("progress", { item: node.ref, value }, { kept: typed, onDone });
      }}
    >
      <ProgressBar ratio={node.item.progress?.ratio ?? 0} label={words.progress} />
      <input
        value={typed ?? before ?? ""}
        aria-label={t.progressOf(node.item.title)}
        placeholder={t.progressPlaceholder}
        title={words.progressHint}
        autoComplete="off"
        enterKeyHint="done"
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          setTyped(null);
          event.currentTarget.blur();
        }}
      />
    </form>
  );
}
