// The page as it was on a day, beside the lanes: a slider over the days on which it became another, what became of its items
// since, and its lines with what is not so today.

import { useEffect, useState } from "react";
import { type Priority, type State, sayLives } from "../../../domain/index.ts";
import { problemOf } from "../api.ts";
import type { PageAtJson } from "../contract.ts";
import { Icon } from "../parts/icon.tsx";
import { usePage } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { fetchPageAt } from "./lives-state.ts";
import { livesView } from "./lives-view.ts";
import { livesTexts } from "./texts-lives.ts";

/** A hand on the slider passes many days; only where it rests is the page asked for. */
const REST_MS = 90;
const AROUND = 2;

interface PageDayProps {
  /** Ascending; the last one is today. */
  days: readonly string[];
  day: string;
}

export function PageDay({ days, day }: PageDayProps) {
  const t = useTexts(livesTexts);
  const [changesOnly, setChangesOnly] = useState(true);
  const { answer, problem } = usePageAt(day);
  const at = Math.max(
    0,
    days.findLastIndex((one) => one <= day),
  );
  const isNow = at === days.length - 1;
  const go = (index: number): void =>
    livesView.set({ day: days[Math.max(0, Math.min(days.length - 1, index))]! });
  return (
    <section className="page-day" aria-labelledby="page-day-title">
      <header>
        <h2 id="page-day-title">{t.dayTitle}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={t.back}
          title={t.back}
          onClick={() => livesView.set({ day: null })}
        >
          <Icon name="close" />
        </button>
      </header>
      <div className="page-day-slider">
        <button
          type="button"
          className="icon-button is-turned"
          aria-label={t.dayBefore}
          disabled={at === 0}
          onClick={() => go(at - 1)}
        >
          <Icon name="chevron" />
        </button>
        <input
          type="range"
          min={0}
          max={days.length - 1}
          value={at}
          aria-label={t.daySlider}
          aria-valuetext={isNow ? `${day}, ${t.dayNow}` : day}
          onChange={(event) => go(Number(event.currentTarget.value))}
        />
        <button
          type="button"
          className="icon-button"
          aria-label={t.dayAfter}
          disabled={isNow}
          onClick={() => go(at + 1)}
        >
          <Icon name="chevron" />
        </button>
      </div>
      <p className="page-day-date">
        <strong>{days[at]}</strong>{" "}
        <span className="hint">
          {isNow
            ? t.dayNow
            : answer !== null && answer.revision.on !== days[at] && t.writtenOn(answer.revision.on)}
        </span>
      </p>
      {problem !== null && <p role="alert">{problem}</p>}
      {answer !== null && (
        <>
          <Since answer={answer} />
          <label className="page-day-only">
            <input
              type="checkbox"
              checked={changesOnly}
              onChange={(event) => setChangesOnly(event.currentTarget.checked)}
            />
            {t.onlyChanges}
          </label>
          <Lines lines={answer.lines} changesOnly={changesOnly && !isNow} />
        </>
      )}
    </section>
  );
}

function usePageAt(day: string): { answer: PageAtJson | null; problem: string | null } {
  const page = usePage();
  const [found, setFound] = useState<{ answer: PageAtJson | null; problem: string | null }>({
    answer: null,
    problem: null,
  });
  const file = page?.file ?? null;
  const hash = page?.hash ?? "";
  useEffect(() => {
    if (file === null) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      fetchPageAt(file, hash, day).then(
        (answer) => isCurrent && setFound({ answer, problem: null }),
        (error: unknown) => isCurrent && setFound({ answer: null, problem: problemOf(error).message }),
      );
    }, REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [file, hash, day]);
  return found;
}

function Since({ answer: { since } }: { answer: PageAtJson }) {
  const t = useTexts(livesTexts);
  const texts = sayLives(useTongue());
  const priority = (value: string | null): string => texts.priorities[value as Priority] ?? t.none;
  const state = (value: string | null): string => texts.states[value as State] ?? t.none;
  const kinds = [
    ["finished", t.sinceFinished],
    ["gone", t.sinceGone],
    ["came", t.sinceCame],
    ["moved", t.sinceMoved],
    ["turned", t.sinceTurned],
    ["reworded", t.sinceReworded],
  ] as const;
  return (
    <div className="page-day-since" aria-live="polite">
      {kinds.map(([key, name]) => {
        const items = since[key];
        if (items.length === 0) return null;
        return (
          <details key={key} className={`is-${key}`}>
            <summary>
              <strong>{items.length}</strong> {name}
            </summary>
            <ul>
              {items.map(({ id, title, from, to }) => (
                <li key={id}>
                  {key === "reworded" ? `${from} → ${to}` : title}
                  {key === "moved" && (
                    <small className="hint"> {`${priority(from)} → ${priority(to)}`}</small>
                  )}
                  {key === "turned" && <small className="hint"> {`${state(from)} → ${state(to)}`}</small>}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
      <p className="hint">{t.same(since.same)}</p>
    </div>
  );
}

function Lines({ lines, changesOnly }: { lines: PageAtJson["lines"]; changesOnly: boolean }) {
  const t = useTexts(livesTexts);
  const isNear = (index: number): boolean =>
    lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ sign }) => sign !== " ");
  const shown = lines
    .map((line, index) => ({ ...line, index }))
    .filter(({ sign, index }) => !changesOnly || sign !== " " || isNear(index));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="page-day-lines" aria-label={t.dayLines} tabIndex={0}>
      {shown.map(({ sign, text, index }, at) => (
        <p
          key={index}
          data-sign={sign === " " ? undefined : sign}
          data-gap={at > 0 && shown[at - 1]!.index < index - 1 ? true : undefined}
        >
          {sign !== " " && <span className="unseen">{sign === "-" ? t.onlyThen : t.onlyNow}: </span>}
          <span aria-hidden="true">{sign === " " ? "" : sign === "-" ? "−" : "+"}</span>
          {text === "" ? "\u00a0" : text}
        </p>
      ))}
    </section>
  );
}
