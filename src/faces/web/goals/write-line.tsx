// A line to write something new: a plain button that becomes a field. Enter saves, Escape lets go.

import { useRef, useState } from "react";
import { isCjk } from "../../../base/index.ts";
import { Icon } from "../parts/icon.tsx";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";

export function WriteLine({
  name,
  placeholder,
  options,
  onWrite,
}: {
  name: string;
  placeholder: string;
  /** What may be meant. */
  options?: readonly string[];
  /** Whether it could be written; else the text stays. */
  onWrite: (text: string) => Promise<boolean>;
}) {
  const shell = useTexts(shellTexts);
  const [text, setText] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const listId = `options-${name.replace(/\s/g, "-")}`;
  const close = (): void => {
    setText(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (text === null) {
    return (
      <button ref={button} type="button" className="write-line" onClick={() => setText("")}>
        <Icon name="plus" size={14} />
        {name}
      </button>
    );
  }
  return (
    <form
      className="write-form"
      onSubmit={(event) => {
        event.preventDefault();
        const said = text.trim();
        if (said !== "") void onWrite(said).then((done) => done && close());
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens where the person has just asked for it
        autoFocus
        className="field"
        aria-label={name}
        placeholder={placeholder}
        value={text}
        autoComplete="off"
        list={options === undefined ? undefined : listId}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          close();
        }}
      />
      {options !== undefined && (
        <datalist id={listId}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      <button type="submit" className="button is-main" disabled={text.trim() === ""}>
        {shell.save}
      </button>
      <button type="button" className="button is-plain" onClick={close}>
        {shell.cancel}
      </button>
    </form>
  );
}

/** A value that is changed in place: saved by Enter or by leaving it, where it differs. */
export function ValueField({
  value,
  label,
  width,
  placeholder,
  isNumber = false,
  onSave,
}: {
  value: string;
  label: string;
  /** In characters. */
  width: number;
  placeholder?: string;
  isNumber?: boolean;
  onSave: (text: string) => void;
}) {
  const [text, setText] = useState<string | null>(null);
  const shown = (text ?? value) || (placeholder ?? "");
  const save = (): void => {
    if (text !== null && text.trim() !== value) onSave(text.trim());
    setText(null);
  };
  return (
    <input
      className="field value-field"
      style={{ width: `calc(${Math.max(width, cellsOf(shown))}ch + 20px)` }}
      aria-label={label}
      placeholder={placeholder}
      inputMode={isNumber ? "decimal" : undefined}
      value={text ?? value}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
        else if (event.key === "Escape") setText(null);
      }}
    />
  );
}

/** Width in digits; Chinese characters are two. */
function cellsOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (isCjk(one) ? 2 : 1), 0);
}
