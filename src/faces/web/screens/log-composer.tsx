// Writing into the log: one field, and where it goes. Into the entry of today, into the one that is going on, or into
// a new one with a range of its own.

import { useRef, useState } from "react";
import type { PageSnapshot } from "../contract.ts";
import { act } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { logTexts, sayRange } from "./log-texts.ts";

type Where = "today" | "entry" | "new";

export function LogComposer({ page, today }: { page: PageSnapshot; today: string }) {
  const t = useTexts(logTexts);
  const tongue = useTongue();
  const [text, setText] = useState("");
  const [where, setWhere] = useState<Where>("today");
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const field = useRef<HTMLTextAreaElement>(null);
  // The entry that one would call current: what is open, else the newest of the page.
  const newest = page.log.find(({ open }) => open) ?? page.log.find((entry) => entry.to !== null) ?? null;
  // What covers today is where "today" goes anyway.
  const isToday = newest?.from != null && newest.from <= today && (newest.to ?? today) >= today;
  const current = isToday ? null : newest;
  const isWrong = where === "new" && to < from;
  const shown: Where = where === "entry" && current === null ? "today" : where;

  async function add() {
    const typed = text.trim();
    if (typed === "" || isWrong) return;
    const place =
      shown === "entry" && current !== null ? { entry: current.line } : shown === "new" ? { from, to } : {};
    const answer = await act("log", { text: typed, file: page.file, ...place }, { kept: typed });
    // What was typed meanwhile stays.
    if (answer !== null) setText((newest) => (newest.trim() === typed ? "" : newest));
    field.current?.focus();
  }

  const options: { value: Where; name: string }[] = [
    { value: "today", name: `${t.toToday} · ${sayRange(today, today, today.slice(0, 4), tongue)}` },
    ...(current === null ? [] : [{ value: "entry" as const, name: t.toEntry(current.title) }]),
    { value: "new", name: t.toNew },
  ];

  return (
    <form
      className="log-composer"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <textarea
        ref={field}
        value={text}
        rows={1}
        placeholder={t.write}
        aria-label={t.write}
        aria-describedby="log-write-hint"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          // While an input method is choosing characters, Enter belongs to it.
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void add();
        }}
      />
      <div className="log-where">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a frame that a row of chips does not want */}
        <div className="log-chips" role="group" aria-label={t.where}>
          {options.map(({ value, name }) => (
            <button key={value} type="button" aria-pressed={value === shown} onClick={() => setWhere(value)}>
              {name}
            </button>
          ))}
        </div>
        {shown === "new" && (
          <div className="log-range">
            <label>
              {t.from}
              <input
                className="field"
                type="date"
                value={from}
                onChange={(event) => setFrom(event.target.value)}
              />
            </label>
            <label>
              {t.to}
              <input
                className="field"
                type="date"
                value={to}
                onChange={(event) => setTo(event.target.value)}
              />
            </label>
            {isWrong && <span role="alert">{t.rangeWrong}</span>}
          </div>
        )}
        <span id="log-write-hint" className="log-hint">
          {t.writeHint}
        </span>
        <button type="submit" className="button is-main" disabled={text.trim() === "" || isWrong}>
          {t.add}
        </button>
      </div>
    </form>
  );
}
