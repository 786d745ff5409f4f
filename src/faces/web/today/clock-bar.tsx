// What the clock does, on top of the day: what runs, since when, for how long; stop, switch, resume in one touch. A clock in
// doubt says so, and asks once by itself.

import { useEffect } from "react";
import type { BlockJson, ClockJson, DayJson } from "../contract.ts";
import { Icon } from "../parts/icon.tsx";
import { app } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { lastRecord, markDoing, resumeClock, startBlock, stopClock } from "./day-actions.ts";
import { nameOf, today, usePresent } from "./day-state.ts";
import { splitPath } from "./layout.ts";
import { todayTexts } from "./texts-today.ts";
import { minuteOf, sayMinutes, wallOf } from "./time.ts";

export function ClockBar({ day }: { day: DayJson }) {
  const t = useTexts(todayTexts);
  const clock = app.use((state) => state.snapshot?.clock ?? null);
  return (
    <section className="clock-bar" aria-label={t.clock} data-running={clock !== null || undefined}>
      {clock === null ? <Idle day={day} /> : <Running clock={clock} />}
      <PagePatch />
    </section>
  );
}

function Running({ clock }: { clock: ClockJson }) {
  const t = useTexts(todayTexts);
  const tongue = useTongue();
  const now = usePresent();
  useEffect(() => askOnce(clock), [clock]);
  const name = nameOf(clock, t);
  const { before, leaf } = splitPath(name);
  const min = Math.max(0, now - minuteOf(clock.from));
  const last = lastRecord();
  const over = clock.blockEnd === null ? 0 : now - minuteOf(clock.blockEnd);
  return (
    <div className="clock-row">
      <span className="running-dot" aria-hidden="true" />
      <div className="clock-what">
        <p className="clock-name">
          {before !== "" && <span className="clock-before">{before} › </span>}
          {leaf}
        </p>
        <p className="clock-facts">
          <span role="timer" className="clock-min">
            {sayMinutes(min, tongue)}
          </span>
          <span>{t.since(wallOf(clock.from))}</span>
          {clock.blockEnd !== null && (
            <span>{over > 0 ? t.over(sayMinutes(over, tongue)) : t.until(wallOf(clock.blockEnd))}</span>
          )}
        </p>
      </div>
      {clock.doubt === null ? (
        <>
          {clock.kind === "interruption" && last !== null && (
            <button type="button" className="button is-plain clock-resume" onClick={resumeClock}>
              <span>{t.resume(splitPath(last.text).leaf)}</span>
            </button>
          )}
          <button
            type="button"
            className="button clock-switch"
            aria-label={t.switchTo}
            onClick={() => today.set({ dialog: "switch" })}
          >
            <Icon name="repeat" size={15} />
            <span>{t.switchTo}</span>
          </button>
          <button type="button" className="button is-main" onClick={() => void stopClock()}>
            <Icon name="stop" size={15} />
            {t.stop}
          </button>
        </>
      ) : (
        <button type="button" className="button is-main" onClick={() => today.set({ dialog: "doubt" })}>
          <Icon name="alert" size={15} />
          {t.answerIt}
        </button>
      )}
    </div>
  );
}

const ASKED = "nunc.asked";

/** Opens the question by itself, once for each clock in this window. */
function askOnce(clock: ClockJson): void {
  if (clock.doubt === null || today.get().dialog !== null) return;
  const key = `${clock.from} ${clock.text}`;
  try {
    if (sessionStorage.getItem(ASKED) === key) return;
    sessionStorage.setItem(ASKED, key);
  } catch {
    // Without storage it asks again after a reload.
  }
  today.set({ dialog: "doubt" });
}

/** The block that should run now, else the next one. */
function nextBlock(day: DayJson, now: number): BlockJson | null {
  const isWork = ({ kind, state }: BlockJson): boolean =>
    state === "planned" && kind !== "buffer" && kind !== "interruption";
  return day.blocks.find((block) => isWork(block) && minuteOf(block.to) > now) ?? null;
}

function Idle({ day }: { day: DayJson }) {
  const t = useTexts(todayTexts);
  const now = usePresent();
  const block = nextBlock(day, now);
  const last = lastRecord();
  const isNow = block !== null && minuteOf(block.from) <= now;
  const canResume = last !== null && last.text !== block?.text;
  return (
    <div className="clock-row">
      <Icon name="clock" />
      <div className="clock-what">
        {block === null ? (
          <p className="clock-idle">{t.clockIdle}</p>
        ) : (
          <>
            <p className="clock-name">{splitPath(nameOf(block, t)).leaf}</p>
            <p className="clock-facts">{isNow ? t.upNow : t.upNext(wallOf(block.from))}</p>
          </>
        )}
      </div>
      {canResume && (
        <button type="button" className="button is-plain clock-resume" onClick={resumeClock}>
          <span>{t.resume(splitPath(last.text).leaf)}</span>
        </button>
      )}
      <button
        type="button"
        className={block === null && day.blocks.length > 0 ? "button is-main" : "button"}
        onClick={() => today.set({ dialog: "start" })}
      >
        {t.startOther}
      </button>
      {block !== null && (
        <button
          type="button"
          className="button is-main"
          aria-label={t.startIt(nameOf(block, t))}
          onClick={() => startBlock(block)}
        >
          <Icon name="play" size={15} />
          {t.start}
        </button>
      )}
    </div>
  );
}

/** After a start: whether the page should say that it is being done. */
function PagePatch() {
  const t = useTexts(todayTexts);
  const patch = today.use((state) => state.pagePatch);
  if (patch === null) return null;
  return (
    <div className="page-patch">
      <p>{t.alsoDoing}</p>
      <DiffView diff={patch.diff} label={t.alsoDoingDiff} />
      <div className="card-acts">
        <button type="button" className="button is-main" onClick={() => void markDoing()}>
          {t.markDoing}
        </button>
        <button type="button" className="button is-plain" onClick={() => today.set({ pagePatch: null })}>
          {t.notNow}
        </button>
      </div>
    </div>
  );
}

/** The changed lines of a diff, without its headers. */
function DiffView({ diff, label }: { diff: string; label: string }) {
  const lines = diff
    .split("\n")
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => /^[+-](?![+-]{2} )/.test(line));
  return (
    <section aria-label={label}>
      <pre className="diff">
        {lines.map(({ line, index }) => (
          <span key={index} data-sign={line[0]}>
            {line}
          </span>
        ))}
      </pre>
    </section>
  );
}
