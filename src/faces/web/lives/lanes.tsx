// Lanes through the years, one an item. Only the rows in sight are drawn, so that thousands scroll as easily as ten. A list box:
// arrows go from item to item and from event to event, what has the focus is said below in words.

import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { dayOfLife, sayLife, sayLifeEvent } from "../../../domain/index.ts";
import { goTo, linkTo } from "../route.ts";
import { useTexts, useTongue } from "../texts.ts";
import { Signs, Spells } from "./lane-marks.tsx";
import { type Lane, nearestEvent, placeOf, placeOfDay, type TimeScale, ticksOf } from "./lives-model.ts";
import { livesTexts } from "./texts-lives.ts";

const ROW = 26;
/** On a phone the title stands above its lane. */
const TALL_ROW = 50;
/** Rows drawn beyond what is in sight. */
const BEYOND = 8;
const NARROW = "(max-width: 720px)";

interface Active {
  lane: number;
  event: number;
}

export interface LanesProps {
  lanes: readonly Lane[];
  scale: TimeScale;
  /** Day whose page is shown; a line stands there. */
  day: string | null;
  today: string;
  /** When the history begins, as the first revision has it. */
  since: string | null;
}

export function Lanes({ lanes, scale, day, today, since }: LanesProps) {
  const t = useTexts(livesTexts);
  const tongue = useTongue();
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [active, setActive] = useState<Active>({ lane: 0, event: 0 });
  const row = useNarrow() ? TALL_ROW : ROW;
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(0, Math.floor(view.top / row) - BEYOND);
  const last = Math.min(lanes.length, Math.ceil((view.top + view.height) / row) + BEYOND);
  const at = Math.min(active.lane, lanes.length - 1);
  const lane = lanes[at];

  const choose = (next: number, event: number): void => {
    const index = Math.max(0, Math.min(lanes.length - 1, next));
    setActive({ lane: index, event });
    const element = box.current;
    if (element === null) return;
    if (index * row < element.scrollTop) element.scrollTop = index * row;
    if ((index + 1) * row > element.scrollTop + element.clientHeight)
      element.scrollTop = (index + 1) * row - element.clientHeight;
  };
  /** From lane to lane the event nearest in time. */
  const goLane = (next: number): void => {
    const to = lanes[Math.max(0, Math.min(lanes.length - 1, next))];
    const now = lane?.events[active.event];
    choose(next, to === undefined || now === undefined ? 0 : nearestEvent(to, placeOf(now.at, scale), scale));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (lane === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(view.height / row) - 1);
    const moves: Record<string, () => void> = {
      ArrowDown: () => goLane(at + 1),
      ArrowUp: () => goLane(at - 1),
      PageDown: () => goLane(at + page),
      PageUp: () => goLane(at - page),
      Home: () => goLane(0),
      End: () => goLane(lanes.length - 1),
      ArrowRight: () => choose(at, Math.min(lane.events.length - 1, active.event + 1)),
      ArrowLeft: () => choose(at, Math.max(0, active.event - 1)),
      Enter: () => {
        if (lane.life.line !== null) goTo("item", { path: lane.life.path });
      },
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };
  const onPointer = (event: PointerEvent<HTMLElement>, index: number): void => {
    const svg = event.currentTarget.querySelector("svg.life-lane-line");
    const area = svg?.getBoundingClientRect();
    if (area === undefined) return;
    const place = ((event.clientX - area.left) / area.width) * 100;
    setActive({ lane: index, event: nearestEvent(lanes[index]!, place, scale) });
  };

  const isDrawn = at >= first && at < last;
  return (
    <div className="life-lanes">
      <Axis scale={scale} />
      <div
        ref={box}
        className="life-lanes-box"
        role="listbox"
        tabIndex={0}
        aria-label={t.lanes}
        aria-describedby="life-lanes-hint"
        aria-activedescendant={isDrawn ? `life-${lanes[at]!.life.id}` : undefined}
        onKeyDown={onKeyDown}
        onScroll={(event) =>
          setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
        }
      >
        <div className="life-lanes-all" role="presentation" style={{ height: lanes.length * row }}>
          <Grid scale={scale} day={day} />
          {lanes.slice(first, last).map((one, offset) => {
            const index = first + offset;
            return (
              <div
                key={one.life.id}
                id={`life-${one.life.id}`}
                className="life-lane"
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                aria-setsize={lanes.length}
                aria-posinset={index + 1}
                aria-label={`${one.life.path}: ${sayLife(one.life, today, since, tongue)}`}
                data-end={one.life.end ?? "standing"}
                style={{ top: index * row, height: row }}
                onPointerMove={(event) => event.pointerType === "mouse" && onPointer(event, index)}
                onPointerDown={(event) => onPointer(event, index)}
                onDoubleClick={() => one.life.line !== null && goTo("item", { path: one.life.path })}
              >
                <span className="life-lane-name" title={one.life.path}>
                  {one.above !== "" && <small>{one.above} › </small>}
                  {one.leaf}
                </span>
                <svg className="life-lane-line" height={ROW} aria-hidden="true">
                  <Spells spells={one.spells} scale={scale} until={one.end} />
                  <Signs
                    events={one.events}
                    scale={scale}
                    current={index === at ? Math.min(active.event, one.events.length - 1) : null}
                  />
                </svg>
              </div>
            );
          })}
        </div>
      </div>
      <p id="life-lanes-hint" className="life-lanes-hint">
        {t.lanesHint}
      </p>
      {lane !== undefined && <Story lane={lane} at={active.event} today={today} since={since} />}
    </div>
  );
}

/** What is chosen, in words. */
function Story({ lane, at, today, since }: { lane: Lane; at: number; today: string; since: string | null }) {
  const t = useTexts(livesTexts);
  const tongue = useTongue();
  const { life, events } = lane;
  const index = Math.min(at, events.length - 1);
  const event = events[index];
  return (
    <div className="life-lane-story" aria-live="polite">
      <p className="life-lane-story-name">
        {life.line === null ? life.path : <a href={linkTo("item", { path: life.path })}>{life.path}</a>}
      </p>
      <p>{sayLife(life, today, since, tongue)}</p>
      {event !== undefined && (
        <p className="life-lane-event">
          <time>{dayOfLife(event.at)}</time> {sayLifeEvent(event, tongue)}{" "}
          <span className="hint">
            {t.event(index + 1, events.length)}
            {event.sure < 0.8 && `, ${t.unsure(Math.round(event.sure * 100))}`}
          </span>
        </p>
      )}
    </div>
  );
}

function Axis({ scale }: { scale: TimeScale }) {
  const days = scale.to - scale.from;
  const isShort = days < 365 * 3;
  const apart = days > 600 ? 6 : days > 130 ? 3 : 1;
  return (
    <div className="life-lanes-axis" aria-hidden="true">
      {ticksOf(scale)
        .filter(({ month, day }) => (!isShort || (month - 1) % apart === 0) && placeOfDay(day, scale) < 95)
        .map(({ day, year, month }) => (
          <span key={day} style={{ left: leftOf(placeOfDay(day, scale)) }} data-year={month === 1}>
            {month === 1 || !isShort ? year : `${year}-${String(month).padStart(2, "0")}`}
          </span>
        ))}
    </div>
  );
}

function Grid({ scale, day }: { scale: TimeScale; day: string | null }) {
  const at = day === null ? null : placeOf(day, scale);
  return (
    <div className="life-lanes-grid" aria-hidden="true">
      {ticksOf(scale).map((tick) => (
        <i
          key={tick.day}
          style={{ left: leftOf(placeOfDay(tick.day, scale)) }}
          data-year={tick.month === 1}
        />
      ))}
      {at !== null && at >= 0 && at <= 100 && <b style={{ left: leftOf(at) }} />}
    </div>
  );
}

/** Behind the column of names. */
function leftOf(percent: number): string {
  return `calc(var(--life-name) + (100% - var(--life-name)) * ${percent / 100})`;
}

function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(NARROW);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => matchMedia(NARROW).matches,
  );
}
