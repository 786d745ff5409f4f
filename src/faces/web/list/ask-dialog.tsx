// Asks for one value of one item: progress, estimate, due day. What is typed is read by the server, which says so if it
// cannot; the dialog stays open with the text until it is saved.

import { Dialog } from "@base-ui/react/dialog";
import { useState } from "react";
import type { Problem } from "../contract.ts";
import { act } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import type { ItemNode } from "./item-tree.ts";
import { focusRow, list, useTree } from "./list-state.ts";
import { listTexts } from "./texts-list.ts";

export function AskDialog() {
  const asking = list.use((state) => state.asking);
  const tree = useTree();
  const node = asking === null ? undefined : tree.byKey.get(asking.key);
  if (asking === null || asking.what === "step" || node === undefined) return null;
  return <Ask key={asking.what} what={asking.what} node={node} />;
}

function Ask({ what, node }: { what: "progress" | "estimate" | "due"; node: ItemNode }) {
  const t = useTexts(listTexts);
  const shell = useTexts(shellTexts);
  const { item } = node;
  const before = { progress: item.progress?.text, estimate: item.estimate, due: item.due }[what] ?? "";
  const hint = { progress: t.progressHint, estimate: t.estimateHint, due: t.dueHint }[what];
  const [value, setValue] = useState(before);
  const [refused, setRefused] = useState<Problem | null>(null);
  const close = (): void => list.set({ asking: null });
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup
          className="dialog is-small"
          finalFocus={() => {
            focusRow(node.key);
            return false;
          }}
        >
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (value.trim() === before) return close();
              void act(
                what,
                { item: node.ref, value: value.trim() },
                { kept: value, onDone: close, onRefused: setRefused },
              );
            }}
          >
            <div className="dialog-head">
              <Dialog.Title>{t[what]}</Dialog.Title>
            </div>
            <div className="dialog-body">
              <label className="ask">
                <span>{item.title}</span>
                <input
                  // biome-ignore lint/a11y/noAutofocus: the dialog has this one purpose
                  autoFocus
                  className="field"
                  value={value}
                  aria-describedby="ask-hint"
                  autoComplete="off"
                  onFocus={(event) => event.target.select()}
                  onChange={(event) => setValue(event.target.value)}
                />
              </label>
              <p
                id="ask-hint"
                className={refused === null ? "hint" : "hint is-refused"}
                role={refused === null ? undefined : "alert"}
              >
                {refused === null ? hint : `${refused.message} ${refused.hint ?? ""}`}
              </p>
            </div>
            <div className="dialog-foot">
              <Dialog.Close className="button is-plain">{shell.cancel}</Dialog.Close>
              <button type="submit" className="button is-main">
                {shell.save}
              </button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
