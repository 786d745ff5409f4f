// The Log screen: a timeline through the years, archives included. What was done, in the person's words; how long it
// took and where nothing stands, as plain facts.

import { useDeferredValue, useMemo, useRef, useState } from "react";
import { Icon } from "../parts/icon.tsx";
import { app, usePage } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { LogArchive } from "./log-archive.tsx";
import { LogComposer } from "./log-composer.tsx";
import { LogEntryView } from "./log-entry.tsx";
import { collectEntries, findEntries, measureMonths, type Row, toRows } from "./log-model.ts";
import { LogMonths } from "./log-months.tsx";
import { logTexts, sayMonth } from "./log-texts.ts";
import "./log.css";
import "./log-entry.css";
import "./preview.css";

export function LogScreen() {
  const t = useTexts(logTexts);
  const page = usePage();
  const snapshot = app.use((state) => state.snapshot)!;
  const [words, setWords] = useState("");
  const find = useDeferredValue(words.trim());
  const [archiving, setArchiving] = useState(false);
  const entries = useMemo(() => collectEntries(snapshot, page), [snapshot, page]);
  const years = useMemo(() => measureMonths(entries), [entries]);
  const found = useMemo(() => findEntries(entries, find), [entries, find]);
  const rows = useMemo(() => toRows(found, find === ""), [found, find]);
  const timeline = useRef<HTMLDivElement>(null);

  const jump = (key: string) => {
    const entry = [...(timeline.current?.querySelectorAll<HTMLElement>("[data-key]") ?? [])].find(
      (element) => element.dataset.key === key,
    );
    entry?.scrollIntoView({ block: "start" });
    entry?.focus({ preventScroll: true });
  };

  const span =
    years.length === 0 ? null : { first: String(years.at(-1)!.year), last: String(years[0]!.year) };
  return (
    <section className="log-screen">
      <header className="log-head">
        <div className="log-name">
          <h1>{t.title}</h1>
          {span !== null && <p>{t.sum(entries.length, span.first, span.last)}</p>}
        </div>
        <Search words={words} onWords={setWords} count={find === "" ? null : found.length} />
        {page?.log.some(({ to }) => to !== null) && (
          <button type="button" className="button is-plain" onClick={() => setArchiving(true)}>
            {t.archive}
          </button>
        )}
      </header>
      <div className="log-columns">
        <div className="log-main">
          {page !== null && <LogComposer page={page} today={snapshot.today} />}
          {entries.length === 0 && <p className="log-empty">{t.empty}</p>}
          <div ref={timeline} className="log-timeline">
            {rows.map((row) => (
              <RowView key={row.key} row={row} find={find} />
            ))}
          </div>
        </div>
        {years.length > 0 && <LogMonths years={years} onJump={jump} />}
      </div>
      {archiving && page !== null && <LogArchive page={page} onClose={() => setArchiving(false)} />}
    </section>
  );
}

function RowView({ row, find }: { row: Row; find: string }) {
  const t = useTexts(logTexts);
  const tongue = useTongue();
  switch (row.kind) {
    case "year":
      return <h2 className="log-year">{row.year}</h2>;
    case "month":
      return <h3 className="log-month">{sayMonth(row.month, tongue)}</h3>;
    case "gap": {
      const months = Math.round(row.days / 30.44);
      return (
        <p className="log-gap">
          {row.days < 56 ? t.gapWeeks(Math.round(row.days / 7)) : t.gapMonths(months)}
        </p>
      );
    }
    case "entry":
      return <LogEntryView entry={row.entry} find={find} isDated={row.isDated} />;
  }
}

interface SearchProps {
  words: string;
  onWords: (words: string) => void;
  count: number | null;
}

function Search({ words, onWords, count }: SearchProps) {
  const t = useTexts(logTexts);
  return (
    <search className="log-search">
      <Icon name="search" size={16} />
      <input
        className="field"
        type="search"
        value={words}
        placeholder={t.search}
        aria-label={t.search}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onWords("")}
      />
      <span role="status">{count === null ? "" : t.found(count)}</span>
    </search>
  );
}
