// Title and note of one item, editable in place. What is typed lives in the list's state, so that a redraw, a change
// from elsewhere or a failed save never costs a letter.

import { useEffect, useRef } from "react";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { saveEdit } from "./item-actions.ts";
import { currentTree, list, stopEditing } from "./list-state.ts";
import { listTexts } from "./texts-list.ts";

export function RowEditor() {
  const t = useTexts(listTexts);
  const shell = useTexts(shellTexts);
  const editing = list.use((state) => state.editing);
  const title = useRef<HTMLTextAreaElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const first = editing?.field;

  useEffect(() => {
    const field = first === "note" ? note.current : title.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, [first]);

  if (editing === null) return null;
  const now = currentTree().byKey.get(editing.key)?.item;
  const changed =
    now !== undefined && (now.title !== editing.base.title || (now.note ?? "") !== editing.base.note);

  const onKeyDown = (event: React.KeyboardEvent): void => {
    // While an input method composes, Enter and Escape belong to it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      stopEditing();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void saveEdit(editing);
    }
  };
  const type = (patch: { title?: string; note?: string }): void =>
    list.set({ editing: { ...editing, ...patch } });

  return (
    <form
      className="row-editor"
      aria-label={t.edit}
      onSubmit={(event) => {
        event.preventDefault();
        void saveEdit(editing);
      }}
    >
      <textarea
        ref={title}
        rows={1}
        aria-label={t.title}
        placeholder={t.title}
        value={editing.title}
        onChange={(event) => type({ title: event.target.value.replace(/\n/g, " ") })}
        onKeyDown={onKeyDown}
      />
      <textarea
        ref={note}
        rows={1}
        className="row-editor-note"
        aria-label={t.note}
        placeholder={t.note}
        value={editing.note}
        onChange={(event) => type({ note: event.target.value.replace(/\n/g, " ") })}
        onKeyDown={onKeyDown}
      />
      {(changed || now === undefined) && (
        <p className="row-editor-warning" role="status">
          {now === undefined ? t.goneElsewhere : t.changedElsewhere}
        </p>
      )}
      <div className="row-editor-foot">
        <span>{t.editHelp}</span>
        <button type="button" className="button is-plain" onClick={stopEditing}>
          {shell.cancel}
        </button>
        <button type="submit" className="button is-main" disabled={editing.title.trim() === ""}>
          {shell.save}
        </button>
      </div>
    </form>
  );
}
