// The private notes of the item, as they read and as they are written. What is typed stays until it is saved; where the file
// changed meanwhile, both are shown and nothing is overwritten unasked.

import { useMemo, useRef, useState } from "react";
import type { ItemData, ItemRef } from "../contract.ts";
import { Icon } from "../parts/icon.tsx";
import { renderBlocks } from "../screens/preview.ts";
import { act } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { NOTES_ID } from "./commands-item.ts";
import { Part } from "./part.tsx";
import { itemTexts } from "./texts-item.ts";
import "../screens/preview.css";

interface Draft {
  text: string;
  /** Of the file as it was when the draft began, or as it was shown since. */
  hash: string | null;
}

export function Notes({ data, item }: { data: ItemData; item: ItemRef }) {
  const t = useTexts(itemTexts);
  const shell = useTexts(shellTexts);
  const notes = data.file?.notes ?? "";
  const [draft, setDraft] = useState<Draft | null>(null);
  const [theirs, setTheirs] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const html = useMemo(() => renderBlocks(withoutOwnHeading(notes)), [notes]);
  const former = (data.file?.former ?? []).filter((title) => title !== data.title);
  const begin = (): void => setDraft({ text: notes, hash: data.file?.hash ?? null });
  const close = (): void => {
    setDraft(null);
    setTheirs(null);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const save = (): void => {
    if (draft === null) return;
    if (draft.text.trim() === notes.trim() && theirs === null) {
      close();
      return;
    }
    void act(
      "item-note",
      { item, notes: draft.text, ...(draft.hash !== null && { hash: draft.hash }) },
      {
        kept: draft.text,
        onDone: close,
        onConflict: ({ data: seen }) => {
          const { theirs: text, hash } = seen as { theirs?: string; hash?: string | null };
          setTheirs(text ?? "");
          setDraft({ text: draft.text, hash: hash ?? null });
        },
      },
    );
  };
  return (
    <Part
      name={t.notes}
      id="notes"
      end={
        draft === null && (
          <button ref={opener} id={NOTES_ID} type="button" className="button is-plain" onClick={begin}>
            {notes === "" ? t.noNotes : t.editNotes}
          </button>
        )
      }
    >
      {former.length > 0 && <p className="hint">{t.former(former.join(" · "))}</p>}
      {draft === null ? (
        notes === "" ? (
          <p className="hint">{t.notesHint}</p>
        ) : (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: made by preview.ts, which lets no HTML through
          <div className="preview-body item-notes" dangerouslySetInnerHTML={{ __html: html }} />
        )
      ) : (
        <form
          className="item-notes-form"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          {theirs !== null && (
            <div role="alert">
              <p className="hint is-refused">{t.notesChanged}</p>
              <pre>{theirs}</pre>
            </div>
          )}
          <textarea
            // biome-ignore lint/a11y/noAutofocus: it opens where the person has just asked for it
            autoFocus
            className="field"
            rows={5}
            aria-label={t.notesOf(data.title)}
            value={draft.text}
            onChange={(event) => setDraft({ ...draft, text: event.target.value })}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === "Escape") {
                event.preventDefault();
                close();
              } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                save();
              }
            }}
          />
          <div className="item-form-foot">
            <span className="hint">{t.saveHint}</span>
            <button type="button" className="button is-plain" onClick={close}>
              {shell.cancel}
            </button>
            <button type="submit" className="button is-main">
              <Icon name="check" size={15} />
              {shell.save}
            </button>
          </div>
        </form>
      )}
    </Part>
  );
}

/** The text as it is shown: a first heading that says no more than the name of this part says is left out. */
function withoutOwnHeading(notes: string): string {
  const [, heading] = /^\s*#{1,6}[ \t]+([^\n]*?)[ \t]*#*[ \t]*(?:\r?\n|$)/.exec(notes) ?? [];
  const isOwn =
    heading !== undefined && /^(?:(?:my|private) )?notes?:?$|^(?:私人)?笔记[:：]?$/i.test(heading);
  return isOwn ? notes.replace(/^\s*[^\n]*\n?/, "") : notes;
}
