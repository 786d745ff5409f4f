// The Today screen: one day, planned and recorded side by side, with the clock above and what the day comes to beside it.
// `?date=2026-11-20` opens another day in the same place.

import { useEffect } from "react";
import type { DayJson } from "../contract.ts";
import { Icon } from "../parts/icon.tsx";
import { RecallDue } from "../recall/recall-due.tsx";
import { linkTo } from "../route.ts";
import { app, toast } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { Check } from "../today/check.tsx";
import { ClockBar } from "../today/clock-bar.tsx";
import { ClockDialogs } from "../today/clock-dialogs.tsx";
import { openInterrupt, propose } from "../today/day-actions.ts";
import { openDay, today, useDay } from "../today/day-state.ts";
import { Details } from "../today/details.tsx";
import { Facts } from "../today/facts.tsx";
import { ProposalCard } from "../today/proposal.tsx";
import { checkTexts } from "../today/texts-check.ts";
import { todayTexts } from "../today/texts-today.ts";
import { addDays, minuteOf, sayDay } from "../today/time.ts";
import { Timeline } from "../today/timeline.tsx";
import { DAYS_BUTTON_ID, DaysCalendar } from "./days.tsx";
import "./today.css";
import "./today-blocks.css";
import "./today-drafts.css";
import "./today-side.css";
import "./days.css";

export function TodayScreen() {
  const t = useTexts(todayTexts);
  const { day, problem } = useDay();
  const showsDays = today.use((state) => state.showsDays);
  useEffect(
    () => () => today.set({ selected: null, preview: null, writing: null, proposal: null, dialog: null }),
    [],
  );
  if (day === null) {
    return (
      <section className="today-screen">
        <h1>{t.days}</h1>
        <p role={problem === null ? undefined : "alert"}>{problem?.message ?? t.opening}</p>
        {problem !== null && <a href={linkTo("today")}>{t.backToToday}</a>}
      </section>
    );
  }
  return (
    <section className="today-screen">
      <Head day={day} />
      {showsDays && <DaysCalendar shown={day.date} />}
      {day.isToday && <ClockBar day={day} />}
      <CheckDue day={day} />
      {day.isToday && <RecallDue />}
      <Problems day={day} />
      <Refusal />
      <div className="today-columns">
        <Timeline key={day.date} day={day} />
        <div className="today-side">
          <ProposalCard day={day} />
          <Details day={day} />
          <Facts day={day} />
          <Check key={day.date} day={day} />
        </div>
      </div>
      <ClockDialogs />
    </section>
  );
}

function Head({ day }: { day: DayJson }) {
  const t = useTexts(todayTexts);
  const tongue = useTongue();
  const thisDay = app.use((state) => state.snapshot?.day.date ?? null);
  const showsDays = today.use((state) => state.showsDays);
  const isProposed = today.use((state) => state.proposal !== null);
  const hours = (minuteOf(day.to) - minuteOf(day.from)) / 60;
  const isComing = thisDay !== null && day.date >= thisDay;
  const hasPlan = day.blocks.some(({ state }) => state === "planned" || state === "done");
  return (
    <header className="today-head">
      <h1>
        {sayDay(day.date, tongue, thisDay?.slice(0, 4) ?? null)}
        {day.isOff && <span className="tag">{t.dayOff}</span>}
        {hours !== 24 && <span className="tag">{t.shortDay(hours)}</span>}
      </h1>
      <div className="today-turn">
        <button
          type="button"
          className="icon-button is-back"
          aria-label={t.previousDay}
          title={`${t.previousDay} ([)`}
          onClick={() => openDay(addDays(day.date, -1))}
        >
          <Icon name="chevron" />
        </button>
        {!day.isToday && thisDay !== null && (
          <button type="button" className="button is-plain" onClick={() => openDay(thisDay)}>
            {t.backToToday}
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label={t.nextDay}
          title={`${t.nextDay} (])`}
          onClick={() => openDay(addDays(day.date, 1))}
        >
          <Icon name="chevron" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t.days}
          id={DAYS_BUTTON_ID}
          title={`${t.days} (h)`}
          aria-expanded={showsDays}
          onClick={() => today.set({ showsDays: !showsDays })}
        >
          <Icon name="calendar" />
        </button>
      </div>
      <div className="today-acts">
        {day.isToday && (
          <button type="button" className="button" onClick={openInterrupt}>
            <Icon name="bolt" size={16} />
            {t.interrupt}
          </button>
        )}
        {isComing && !isProposed && (
          <button
            type="button"
            className={hasPlan || day.isOff ? "button" : "button is-main"}
            onClick={() => void propose(false)}
          >
            <Icon name="sparkle" size={16} />
            {hasPlan ? t.replanDay : t.propose}
          </button>
        )}
      </div>
    </header>
  );
}

/** Where the check is far below: the way to it. */
function CheckDue({ day }: { day: DayJson }) {
  const t = useTexts(checkTexts);
  if (!day.check.isDue || day.check.isDone || !day.isToday) return null;
  return (
    <p className="check-due note">
      {t.checkIsDue}
      <button
        type="button"
        className="button"
        onClick={() => today.set({ checkAsked: today.get().checkAsked + 1 })}
      >
        {t.checkNow}
      </button>
    </p>
  );
}

const SHOWN_PROBLEMS = 5;

/** Lines of the note that could not be understood; the rest of it works. The text is mended in an editor: its place is handed out. */
function Problems({ day }: { day: DayJson }) {
  const t = useTexts(todayTexts);
  const [first] = day.diagnostics;
  const root = app.use((state) => state.snapshot?.root ?? "");
  if (first === undefined) return null;
  const path = day.file.startsWith("/") || root === "" ? day.file : `${root}/${day.file}`;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`${path}:${first.line}`);
      toast(t.placeCopied);
    } catch {
      toast(`${path}:${first.line}`);
    }
  };
  const more = day.diagnostics.length - SHOWN_PROBLEMS;
  return (
    <section className="note is-problem day-problems" aria-label={t.problems(day.diagnostics.length)}>
      <p>
        <strong>{t.problems(day.diagnostics.length)}</strong> <code>{day.file}</code>
        <button type="button" className="button is-plain" onClick={() => void copy()}>
          {t.copyPlace}
        </button>
      </p>
      <ul>
        {day.diagnostics.slice(0, SHOWN_PROBLEMS).map((one) => (
          <li key={`${one.line} ${one.message}`}>
            {t.problemAt(one.line)}: {one.message} {one.hint}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t.moreProblems(more)}</p>}
    </section>
  );
}

/** What the server did not take, in its own words. */
function Refusal() {
  const t = useTexts(todayTexts);
  const refused = today.use((state) => state.refused);
  if (refused === null) return null;
  const { problem, anyway } = refused;
  return (
    <div className="refusal" role="alert">
      <Icon name="alert" size={18} />
      <p>
        {problem.message} {problem.hint}
      </p>
      <div className="card-acts">
        {anyway !== null && (
          <button type="button" className="button" onClick={anyway.run}>
            {t[anyway.how]}
          </button>
        )}
        <button type="button" className="button is-plain" onClick={() => today.set({ refused: null })}>
          {t.leave}
        </button>
      </div>
    </div>
  );
}
