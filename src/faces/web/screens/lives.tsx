// The Lives screen: what became of each item over the years. What the years came to, what was left lying, lanes through time,
// and the page as it was on any day.

import { useMemo } from "react";
import type { LivesData } from "../contract.ts";
import { Legend } from "../lives/lane-marks.tsx";
import { Lanes } from "../lives/lanes.tsx";
import { chooseLanes, daysWithPages, lanesOf, scaleOf } from "../lives/lives-model.ts";
import { livesStore, useLives } from "../lives/lives-state.ts";
import { LivesTable } from "../lives/lives-table.tsx";
import { livesView } from "../lives/lives-view.ts";
import { PageDay } from "../lives/page-day.tsx";
import { StaleQueue } from "../lives/stale-queue.tsx";
import { MoreSummary, Summary } from "../lives/summary.tsx";
import { livesTexts } from "../lives/texts-lives.ts";
import { Tools } from "../lives/tools.tsx";
import { app } from "../state.ts";
import { useTexts } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import "./lives.css";
import "./lives-lanes.css";

export function LivesScreen() {
  const t = useTexts(livesTexts);
  const shell = useTexts(shellTexts);
  useLives();
  const { data, mined, problem } = livesStore.use((state) => state);
  const overview = data?.overview;
  return (
    <section className="screen lives-screen">
      <header className="screen-head">
        <h1>{shell.lives}</h1>
        {overview?.since != null && (
          <p className="screen-note">
            {t.span(overview.since, overview.until ?? "", overview.revisions)}
            {data?.source === "git" ? t.fromGit : t.fromJournal(overview.since)}
          </p>
        )}
      </header>
      {data === null && problem !== null && <p role="alert">{problem.message}</p>}
      {data === null && problem === null && (
        <div className="lives-mining">
          <p>{t.mining}</p>
          <progress
            aria-label={t.mining}
            {...(mined === null ? {} : { value: mined.done, max: mined.total })}
          />
        </div>
      )}
      {data?.shallow && <p className="lives-shallow">{t.shallow}</p>}
      {data !== null && <Lived data={data} />}
    </section>
  );
}

/** A page with so many times more steps than items keeps its items one level down, as below years. */
const MOSTLY_STEPS = 4;

function Lived({ data }: { data: LivesData }) {
  const t = useTexts(livesTexts);
  const today = app.use((state) => state.snapshot?.today ?? "");
  const view = livesView.use((state) => state);
  const { overview, revisions, items } = data;
  const lanes = useMemo(() => lanesOf(items, today), [items, today]);
  const counts = overview?.counts;
  const steps = view.steps ?? (counts !== undefined && counts.steps > MOSTLY_STEPS * counts.items);
  const shown = useMemo(() => chooseLanes(lanes, view, steps, today), [lanes, view, steps, today]);
  const since = overview?.since ?? today;
  const days = useMemo(() => daysWithPages(revisions, today), [revisions, today]);
  const scale = scaleOf(since, today, view.year);
  const day = view.day === null ? null : view.day === "middle" ? days[(days.length - 1) >> 1]! : view.day;
  const all = steps || view.search.trim() !== "" ? lanes.length : (counts?.items ?? lanes.length);
  const isNew = revisions.length < 2;
  return (
    <>
      {isNew && (
        <div className="lives-empty">
          <h2>{t.emptyTitle}</h2>
          <p>{data.source === "git" ? t.emptyGit : t.emptyJournal(since)}</p>
          {data.source === "journal" && <p>{t.emptyHow}</p>}
        </div>
      )}
      {!isNew && overview !== undefined && <Summary overview={overview} />}
      <StaleQueue />
      {!isNew && (
        <section className="lives-lanes" aria-label={t.lanes}>
          <Tools
            years={overview?.years.map(({ year }) => year) ?? []}
            steps={steps}
            shown={shown.length}
            all={all}
          />
          <div className={day === null ? "lives-beside" : "lives-beside has-day"}>
            <div>
              {shown.length === 0 ? (
                <p className="hint">{t.nothingFound}</p>
              ) : view.asTable ? (
                <LivesTable lanes={shown} today={today} since={revisions[0]?.at ?? null} />
              ) : (
                <Lanes lanes={shown} scale={scale} day={day} today={today} since={revisions[0]?.at ?? null} />
              )}
              {!view.asTable && <Legend />}
            </div>
            {day !== null && <PageDay days={days} day={day} />}
          </div>
        </section>
      )}
      {!isNew && overview !== undefined && <MoreSummary overview={overview} />}
    </>
  );
}
