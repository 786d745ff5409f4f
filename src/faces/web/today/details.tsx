// The block or record that is selected: its times, why it is there, and what can be done with it. Beside the timeline on a
// wide window, above the bar at the bottom of a phone.

import { useEffect, useState } from "react";
import type { DayJson } from "../contract.ts";
import { Icon } from "../parts/icon.tsx";
import { linkTo } from "../route.ts";
import { app } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { shellTexts } from "../texts-shell.ts";
import { drop, isMovable, pin, push, setTimes, startBlock, startClock, writeText } from "./day-actions.ts";
import { findThing, nameOf, select, today } from "./day-state.ts";
import { type PlacedThing, splitPath } from "./layout.ts";
import { PriorityMark } from "./marks.tsx";
import { dayCommandTexts, todayTexts } from "./texts-today.ts";
import { minuteAtWall, minuteOf, readWall, sayMinutes, wallAt } from "./time.ts";

/** What a touch does that a drag would do: by how many minutes the start and the end go. */
const NUDGES = [
  ["dayEarlier", "up", -15, -15],
  ["dayLater", "down", 15, 15],
  ["dayShorter", "minus", 0, -15],
  ["dayLonger", "plus", 0, 15],
] as const;

export function Details({ day }: { day: DayJson }) {
  const selected = today.use((state) => state.selected);
  const isBusy = today.use((state) => state.writing !== null || state.proposal !== null);
  const thing = selected === null ? null : findThing(day, selected.lane, selected.key);
  if (thing === null || isBusy) return null;
  return <DetailsCard key={`${thing.lane} ${thing.key}`} day={day} thing={thing} />;
}

function DetailsCard({ day, thing }: { day: DayJson; thing: PlacedThing }) {
  const t = useTexts(todayTexts);
  const shell = useTexts(shellTexts);
  const commands = useTexts(dayCommandTexts);
  const tongue = useTongue();
  const { it } = thing;
  const movable = isMovable(thing);
  const isBlock = thing.lane === "plan";
  const name = nameOf(it, t);
  const { before, leaf } = splitPath(name);
  const preview = today.use((state) => (state.preview?.key === thing.key ? state.preview : thing));
  const min = preview.to - preview.from;
  const isWork = it.kind === "item" || it.kind === "commitment" || it.kind === "other" || it.kind === "work";
  const reason = isBlock ? thing.it.reason : null;
  const canStart = day.isToday && isWork && (movable || !isBlock);
  const clock = app.use((state) => state.snapshot?.clock ?? null);
  const isItem = app.use(({ snapshot }) =>
    snapshot?.pages.some(({ items }) => items.some(({ path }) => path === it.reference)),
  );
  return (
    <section className="card details sheet" aria-label={t.selected}>
      <div className="details-head">
        <div className="details-name">
          {before !== "" && <p className="hint">{before}</p>}
          <h2>
            {it.priority !== null && <PriorityMark priority={it.priority} />}
            {isItem && it.reference !== null ? (
              <a className="details-item" href={linkTo("item", { path: it.reference })}>
                {leaf}
              </a>
            ) : (
              leaf
            )}
          </h2>
        </div>
        <button
          type="button"
          className="icon-button"
          aria-label={shell.close}
          onClick={() => select(thing.lane, null)}
        >
          <Icon name="close" size={16} />
        </button>
      </div>
      <Times day={day} thing={thing} canEdit={movable} />
      <p className="details-facts">
        <span>{sayMinutes(min, tongue)}</span>
        {it.priority !== null && <span>{t[it.priority]}</span>}
        {isBlock && thing.it.keptMin > 0 && isWork && (
          <span>{t.kept(sayMinutes(thing.it.keptMin, tongue), sayMinutes(min, tongue))}</span>
        )}
        {isBlock && thing.it.state === "moved" && <span>{t.movedAway}</span>}
        {isBlock && thing.it.state === "dropped" && (
          <span>{thing.it.kind === "buffer" ? t.bufferSpent : t.fellOut}</span>
        )}
      </p>
      {reason !== null && (
        <p className="details-why">
          <span className="unseen">{t.why}: </span>
          {reason}
        </p>
      )}
      <div className="card-acts">
        {canStart && clock?.text !== it.text && (
          <button
            type="button"
            className="button is-main"
            onClick={() => (isBlock ? startBlock(thing.it) : void startClock(it.text))}
          >
            <Icon name="play" size={15} />
            {t.start}
          </button>
        )}
        {movable && (
          <div className="nudges">
            {NUDGES.map(([text, icon, fromBy, toBy]) => (
              <button
                key={text}
                type="button"
                className="icon-button"
                aria-label={commands[text]}
                title={commands[text]}
                onClick={() => push(fromBy, toBy)}
              >
                <Icon name={icon} size={16} />
              </button>
            ))}
          </div>
        )}
        {it.kind !== "buffer" && (movable || !isBlock) && (
          <button type="button" className="button" onClick={() => writeText(thing)}>
            {t.edit}
          </button>
        )}
        {isBlock && movable && it.kind !== "buffer" && (
          <button
            type="button"
            className="button"
            aria-pressed={thing.it.pinned}
            onClick={() => void pin(thing)}
          >
            {thing.it.pinned ? t.unpin : t.pin}
          </button>
        )}
        <button type="button" className="button is-plain" onClick={() => void drop(thing)}>
          {isBlock ? (movable && it.kind !== "buffer" ? t.drop : t.remove) : t.deleteRecord}
        </button>
      </div>
    </section>
  );
}

interface TimesProps {
  day: DayJson;
  thing: PlacedThing;
  canEdit: boolean;
}

function Times({ day, thing, canEdit }: TimesProps) {
  const t = useTexts(todayTexts);
  const preview = today.use((state) => (state.preview?.key === thing.key ? state.preview : null));
  const at = {
    from: wallAt(preview?.from ?? thing.from, day.zone),
    to: wallAt(preview?.to ?? thing.to, day.zone),
  };
  const [typed, setTyped] = useState(at);
  useEffect(() => setTyped({ from: at.from, to: at.to }), [at.from, at.to]);
  if (!canEdit) {
    const isRunning = thing.lane === "record" && thing.it.to === null;
    return (
      <p className="numbers">
        {at.from} – {isRunning ? "…" : at.to}
      </p>
    );
  }
  const save = (): void => {
    if (typed.from === at.from && typed.to === at.to) return;
    const bounds = [minuteOf(day.from), minuteOf(day.to)] as const;
    const wall = { from: readWall(typed.from), to: readWall(typed.to) };
    // A time that the wall shows twice stays the one that it was.
    const find = (end: "from" | "to", after: number): number | null =>
      wall[end] === at[end]
        ? thing[end]
        : wall[end] === null
          ? null
          : minuteAtWall(wall[end], after, bounds[1], day.zone);
    const from = find("from", bounds[0]);
    const to = find("to", (from ?? bounds[0]) + 1);
    if (from === null || to === null || to <= from) setTyped(at);
    else void setTimes(thing, from, to);
  };
  return (
    <form
      className="times"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {(["from", "to"] as const).map((end) => (
        <input
          key={end}
          className="field"
          inputMode="numeric"
          autoComplete="off"
          aria-label={t[end]}
          value={typed[end]}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTyped({ ...typed, [end]: event.target.value })}
          onBlur={save}
        />
      ))}
      <button type="submit" className="unseen" tabIndex={-1}>
        {t.move}
      </button>
    </form>
  );
}
