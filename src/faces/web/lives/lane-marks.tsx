// What is drawn of a life: stretches, thick or thin by priority as well as coloured, and a sign for each event. Signs stand at
// a place in percent, so that a lane can be as wide as the window.

import { type LifeEvent, type LifeSpell, type Priority, sayLives } from "../../../domain/index.ts";
import { useTexts, useTongue } from "../texts.ts";
import { placeOf, placeOfDay, type TimeScale } from "./lives-model.ts";
import { livesTexts } from "./texts-lives.ts";

const MIDDLE = 13;
/** Height of a stretch by priority. */
const THICK: Readonly<Record<Priority | "none", number>> = {
  highest: 12,
  high: 9,
  medium: 6,
  low: 3.5,
  none: 1.5,
};
const PRIORITIES: readonly Priority[] = ["highest", "high", "medium", "low"];

type Sign = "came" | "begun" | "finished" | "gone" | "up" | "down" | "moved" | "reworded" | "progress";

/** Around 0,0. */
const SHAPES: Readonly<Record<Sign, string>> = {
  came: "M0-7V7",
  begun: "M-3.5-4.5 4.5 0-3.5 4.5Z",
  finished: "M-5 0a5 5 0 1 1 10 0 5 5 0 1 1-10 0Z",
  gone: "M-4-4 4 4M4-4-4 4",
  up: "M-4.2 3.2 0-4.2 4.2 3.2Z",
  down: "M-4.2-3.2 0 4.2 4.2-3.2Z",
  moved: "M-3-3H3V3H-3Z",
  reworded: "M0-4 4 0 0 4-4 0Z",
  progress: "M-2 0a2 2 0 1 1 4 0 2 2 0 1 1-4 0Z",
};

const RANK: Readonly<Record<string, number>> = { highest: 4, high: 3, medium: 2, low: 1 };

export function signOf({ kind, from, to }: LifeEvent): Sign {
  if (kind === "came" || kind === "back") return "came";
  if (kind === "finished") return "finished";
  if (kind === "gone") return "gone";
  if (kind === "priority") return (RANK[to ?? ""] ?? 0) > (RANK[from ?? ""] ?? 0) ? "up" : "down";
  if (kind === "section" || kind === "parent") return "moved";
  if (kind === "reworded") return "reworded";
  if (kind === "progress") return "progress";
  return to === "dropped" ? "gone" : to === "done" ? "finished" : "begun";
}

/** @param until epoch day up to which they are drawn: today, or the end of the life */
export function Spells({
  spells,
  scale,
  until,
}: {
  spells: readonly LifeSpell[];
  scale: TimeScale;
  until: number;
}) {
  const last = placeOfDay(until, scale);
  return spells.map(({ from, to, priority }) => {
    const x = Math.max(-1, placeOf(from, scale));
    const end = Math.min(101, to === null ? last : Math.min(last, placeOf(to, scale)));
    if (end < x || end < 0 || x > 100) return null;
    const thick = THICK[priority ?? "none"];
    return (
      <rect
        key={`${from} ${priority}`}
        className={`spell is-${priority ?? "none"}`}
        x={`${x}%`}
        width={`${Math.max(0.15, end - x)}%`}
        y={MIDDLE - thick / 2}
        height={thick}
      />
    );
  });
}

export function Signs({
  events,
  scale,
  current,
}: {
  events: readonly LifeEvent[];
  scale: TimeScale;
  current: number | null;
}) {
  return events.map((event, index) => {
    const place = placeOf(event.at, scale);
    if (place < -0.5 || place > 100.5) return null;
    const sign = signOf(event);
    return (
      <svg
        key={`${event.revision} ${event.kind} ${event.to}`}
        x={`${place}%`}
        y={MIDDLE}
        overflow="visible"
        aria-hidden="true"
      >
        {index === current && <circle className="sign-ring" r="8.5" />}
        <path className={`sign is-${sign}`} d={SHAPES[sign]} />
      </svg>
    );
  });
}

export function Legend() {
  const t = useTexts(livesTexts);
  const { priorities } = sayLives(useTongue());
  const signs: [Sign, string][] = [
    ["came", t.signCame],
    ["begun", t.signBegun],
    ["finished", t.signFinished],
    ["gone", t.signGone],
    ["up", t.signPriority],
    ["moved", t.signMoved],
    ["reworded", t.signReworded],
    ["progress", t.signProgress],
  ];
  return (
    <ul className="lives-legend" aria-label={t.legend}>
      {PRIORITIES.map((priority) => (
        <li key={priority}>
          <svg width="22" height="14" aria-hidden="true">
            <rect
              className={`spell is-${priority}`}
              width="22"
              y={7 - THICK[priority] / 2}
              height={THICK[priority]}
            />
          </svg>
          {priorities[priority]}
        </li>
      ))}
      {signs.map(([sign, says]) => (
        <li key={sign}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
            <path className={`sign is-${sign}`} d={SHAPES[sign]} />
          </svg>
          {says}
        </li>
      ))}
    </ul>
  );
}
