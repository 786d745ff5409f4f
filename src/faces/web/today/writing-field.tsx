// The field that stands on the lane where a block is being written.

import { useEffect, useRef, useState } from "react";
import { useTexts } from "../texts.ts";
import { styleOf } from "./block.tsx";
import { saveWriting, stopWriting } from "./day-actions.ts";
import { currentDay, today, type Writing } from "./day-state.ts";
import type { Lane } from "./layout.ts";
import { TaskField } from "./task-field.tsx";
import { todayTexts } from "./texts-today.ts";
import { wallAt } from "./time.ts";

export function WritingField({ lane, start }: { lane: Lane; start: number }) {
  const writing = today.use((state) => (state.writing?.lane === lane ? state.writing : null));
  if (writing === null) return null;
  return <Field key={`${writing.key} ${writing.from}`} writing={writing} start={start} />;
}

function Field({ writing, start }: { writing: Writing; start: number }) {
  const t = useTexts(todayTexts);
  const [text, setText] = useState(writing.text);
  const form = useRef<HTMLFormElement>(null);
  const zone = currentDay()?.zone ?? "UTC";
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const label = writing.key !== null ? t.blockText : writing.lane === "plan" ? t.newBlock : t.newRecord;
  return (
    <form
      ref={form}
      className="writing"
      aria-label={label}
      style={styleOf(writing, start)}
      onSubmit={(event) => {
        event.preventDefault();
        void saveWriting(text);
      }}
      onKeyDownCapture={(event) => {
        // Before the list of items, which would take the first one for itself.
        if (event.key !== "Escape") return;
        event.stopPropagation();
        stopWriting();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget) && text.trim() === writing.text) stopWriting();
      }}
    >
      <span className="writing-time" aria-hidden="true">
        {wallAt(writing.from, zone)} – {wallAt(writing.to, zone)}
      </span>
      <TaskField
        value={text}
        onChange={setText}
        label={label}
        placeholder={t.newWhat}
        className="writing-input"
        autoFocus
      />
    </form>
  );
}
