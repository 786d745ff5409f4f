// The field at the top of every screen: what is written there is kept, whatever else goes on.
// `+high Rust` or `+高 Rust` goes straight to the list, everything else to the inbox.

import { useRef, useState } from "react";
import { useDraft } from "../drafts.ts";
import { act, usePage } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { readCapture } from "../typed-text.ts";
import { Icon } from "./icon.tsx";

export const CAPTURE_ID = "capture";

export function Capture() {
  const t = useTexts(shellTexts);
  const page = usePage();
  const { text, type, clear } = useDraft("capture");
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  async function keep() {
    const typed = text.trim();
    if (typed === "") return;
    const item = readCapture(typed);
    const answer =
      item === null
        ? await act("note", { text: typed }, { kept: typed })
        : await act(
            "add",
            {
              title: item.title,
              ...(item.priority && { priority: item.priority }),
              ...(page && { file: page.file }),
            },
            { kept: typed },
          );
    if (answer !== null) clear(typed);
  }

  return (
    <form
      className="capture"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Icon name="plus" />
      <input
        id={CAPTURE_ID}
        ref={field}
        value={text}
        placeholder={t.capturePlaceholder}
        aria-label={t.capture}
        aria-describedby="capture-hint"
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => type(event.target.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key === "Escape") field.current?.blur();
        }}
      />
      <span id="capture-hint" className={open ? "capture-hint" : "unseen"}>
        {t.captureHint}
      </span>
    </form>
  );
}
