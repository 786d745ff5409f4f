// A block for the item, on a day, from a time, for so long. What stands there moves if it can; else the person is asked.

import { useState } from "react";
import type { Problem } from "../contract.ts";
import { act, app } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { minuteOf, snap, wallAt } from "../today/time.ts";
import { itemTexts } from "./texts-item.ts";

export function PlanBlock({ path, onClose }: { path: string; onClose: () => void }) {
  const t = useTexts(itemTexts);
  const shell = useTexts(shellTexts);
  const day = app.use((state) => state.snapshot?.day ?? null);
  const [date, setDate] = useState(day?.date ?? "");
  const [from, setFrom] = useState(() => {
    if (day === null) return "09:00";
    const zone = day.here ?? day.zone;
    return wallAt(snap(minuteOf(day.now) + 8, 15, zone), zone);
  });
  const [length, setLength] = useState("1h");
  const [refused, setRefused] = useState<Problem | null>(null);
  const plan = (force: boolean): void => {
    setRefused(null);
    void act(
      "block-add",
      { date, from, for: length, text: path, ...(force && { force }) },
      { onConflict: setRefused, onRefused: setRefused, onDone: onClose, kept: path },
    );
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onClose();
  };
  return (
    <form
      className="item-form"
      aria-label={t.planBlock}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        plan(false);
      }}
    >
      <label>
        {t.day}
        <input
          className="field"
          type="date"
          value={date}
          min={day?.date}
          onChange={(event) => setDate(event.target.value)}
        />
      </label>
      <label>
        {t.from}
        <input
          // biome-ignore lint/a11y/noAutofocus: it opens where the person has just asked for it
          autoFocus
          className="field is-time"
          value={from}
          inputMode="numeric"
          autoComplete="off"
          onFocus={(event) => event.target.select()}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label>
        {t.length}
        <input
          className="field is-time"
          value={length}
          autoComplete="off"
          onFocus={(event) => event.target.select()}
          onChange={(event) => setLength(event.target.value)}
        />
      </label>
      <button type="submit" className="button is-main">
        {t.plan}
      </button>
      <button type="button" className="button is-plain" onClick={onClose}>
        {shell.cancel}
      </button>
      {refused !== null && (
        <p className="hint is-refused" role="alert">
          {refused.message} {refused.hint}{" "}
          {refused.code === "conflict" && (
            <button type="button" className="button" onClick={() => plan(true)}>
              {t.allTheSame}
            </button>
          )}
        </p>
      )}
    </form>
  );
}
