// The history of days as a calendar of colours: weeks side by side on a wide window, months below one another on a phone.
// One cell a day; arrow keys go from day to day, Enter opens one in the screen below.

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { postAct, problemOf } from "../api.ts";
import type { ActionData, DayMarkJson } from "../contract.ts";
import { app } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { openDay, today as store } from "../today/day-state.ts";
import { checkTexts } from "../today/texts-check.ts";
import { addDays, sayDay, sayMinutes, sayMonth, sayWeekday } from "../today/time.ts";
import { levelOf, sumOf, weeksOf } from "./days-model.ts";

/** The button that opens it. */
export const DAYS_BUTTON_ID = "days-button";

/** A year and the week that is under way. */
const BACK_DAYS = 364;

export function DaysCalendar({ shown }: { shown: string }) {
  const t = useTexts(checkTexts);
  const tongue = useTongue();
  const snapshot = app.use((state) => state.snapshot);
  const thisDay = snapshot?.day.date ?? shown;
  const [marks, setMarks] = useState<readonly DayMarkJson[] | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [at, setAt] = useState(shown);
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const from = addDays(thisDay, -BACK_DAYS);
  const to = addDays(thisDay, 6);

  useEffect(() => {
    if (snapshot === null) return;
    let isCurrent = true;
    postAct("days", { from, to }).then(
      ({ data }) => isCurrent && setMarks((data as ActionData["days"]).days),
      (error: unknown) => isCurrent && setFailed(problemOf(error).message),
    );
    return () => {
      isCurrent = false;
    };
  }, [from, to, snapshot]);
  // The newest weeks are what one looks for.
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ left: scroller.current.scrollWidth });
    grid.current?.querySelector<HTMLElement>("[aria-current=date]")?.focus({ preventScroll: true });
  }, []);

  const byDate = new Map(marks?.map((mark) => [mark.date, mark]));
  const weeks = weeksOf(from, to);
  const sum = marks === null ? null : sumOf(marks, thisDay);
  const percent = sum === null ? "" : `${Math.round(sum.share * 100)} %`;

  const sayMark = (date: string): string => {
    const mark = byDate.get(date);
    const parts = [sayDay(date, tongue, thisDay.slice(0, 4))];
    if (date === thisDay) parts.push(t.today);
    if (mark?.isOff) parts.push(t.markOff);
    const { plannedMin = 0, keptMin = 0, recordedMin = 0 } = mark?.facts ?? {};
    if (plannedMin > 0) parts.push(t.markKept(sayMinutes(keptMin, tongue), sayMinutes(plannedMin, tongue)));
    else if (recordedMin > 0) parts.push(t.markRecorded(sayMinutes(recordedMin, tongue)));
    else if (!mark?.isOff) parts.push(t.markNothing);
    if (mark?.checked) parts.push(mark.abnormal > 0 ? t.markAbnormal(mark.abnormal) : t.markChecked);
    return parts.join(tongue === "zh" ? "，" : ", ");
  };

  const close = (): void => {
    store.set({ showsDays: false });
    document.getElementById(DAYS_BUTTON_ID)?.focus();
  };

  const move = (event: React.KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7, PageUp: -28, PageDown: 28 }[
      event.key
    ];
    const next =
      event.key === "Home"
        ? weeks[0]!.monday
        : event.key === "End"
          ? thisDay
          : by === undefined
            ? null
            : addDays(at, by);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    const date = next < weeks[0]!.monday ? weeks[0]!.monday : next > to ? to : next;
    setAt(date);
    grid.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus();
  };

  return (
    <section className="days" aria-labelledby="days">
      <div className="days-head">
        <h2 id="days">{t.days}</h2>
        <p>{failed ?? (marks === null ? "" : sum === null ? t.daysNone : t.daysSum(sum.planned, percent))}</p>
      </div>
      <div ref={scroller} className="days-scroll">
        <table
          ref={grid}
          className="days-grid"
          aria-labelledby="days"
          aria-describedby="days-help"
          onKeyDown={move}
        >
          <thead>
            <tr>
              <td />
              {weeks.map((week, index) =>
                week.month === null || index === weeks.length - 1 ? (
                  <td key={week.monday} />
                ) : (
                  <th key={week.monday} scope="col" className="days-month">
                    <span>{sayMonth(week.month, tongue)}</span>
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {[0, 1, 2, 3, 4, 5, 6].map((weekday) => (
              <tr key={weekday}>
                <th scope="row" className="days-weekday">
                  <span className={weekday % 2 === 0 && weekday < 6 ? "" : "unseen"}>
                    {sayWeekday(weeks[0]!.days[weekday]!, tongue)}
                  </span>
                </th>
                {weeks.map((week) => {
                  const date = week.days[weekday];
                  if (date === undefined) return <td key={week.monday} />;
                  const mark = byDate.get(date);
                  const words = sayMark(date);
                  return (
                    <td key={week.monday}>
                      <button
                        type="button"
                        className="day-cell"
                        data-date={date}
                        data-level={levelOf(mark)}
                        data-abnormal={(mark !== undefined && mark.abnormal > 0) || undefined}
                        data-coming={date > thisDay || undefined}
                        aria-current={date === shown ? "date" : undefined}
                        aria-label={words}
                        title={words}
                        tabIndex={date === at ? 0 : -1}
                        onFocus={() => setAt(date)}
                        onClick={() => openDay(date)}
                        onKeyDown={(event) => event.key === "Escape" && close()}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="days-foot">
        <p id="days-help" className="hint">
          {t.daysHelp}
        </p>
        <p className="days-legend">
          <span className="days-key">
            <span className="day-cell" data-level="none" /> {t.legendNone}
          </span>
          <span className="days-key">
            <span className="day-cell" data-level="off" /> {t.legendOff}
          </span>
          <span className="days-scale">
            {t.legendLess}
            {[0, 1, 2, 3, 4].map((level) => (
              <span key={level} className="day-cell" data-level={level} />
            ))}
            {t.legendMore}
          </span>
          <span className="days-key">
            <span className="day-cell" data-level="3" data-abnormal /> {t.legendAbnormal}
          </span>
        </p>
      </div>
    </section>
  );
}
