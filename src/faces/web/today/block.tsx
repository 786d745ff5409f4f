// One block of the plan, or one record, on its lane: what, when, why, how much of it was kept.

import type { DayJson } from "../contract.ts";
import { Icon } from "../parts/icon.tsx";
import { textsIn, useTexts, useTongue } from "../texts.ts";
import { startBlock, writeText } from "./day-actions.ts";
import { nameOf, select, today, usePresent } from "./day-state.ts";
import { isDragEnd } from "./drag-time.ts";
import {
  isSpent,
  isStanding,
  movedTo,
  type PlacedBlock,
  type PlacedRecord,
  shortReason,
  splitPath,
} from "./layout.ts";
import { PriorityMark } from "./marks.tsx";
import { todayTexts } from "./texts-today.ts";
import { sayMinutes, wallOf } from "./time.ts";

interface BlockProps {
  block: PlacedBlock;
  /** First minute that is shown. */
  start: number;
  day: DayJson;
  /** The one that Tab reaches. */
  isStop: boolean;
}

/** Lengths from which there is room for more than one line. */
const TWO_LINES_MIN = 40;
const THREE_LINES_MIN = 65;
const REASON_MIN = 60;
const REASON_BELOW_PATH_MIN = 75;

/** Parts of reasons that marks say already, in the languages in which notes are written. */
const MARKED = new Set(
  (["en", "zh"] as const).flatMap((tongue) => {
    const t = textsIn(todayTexts, tongue);
    return [t.highest, t.high, t.medium, t.low, t.pinned, t.commitment];
  }),
);

/** Too short for words. */
const WORDLESS_MIN = 11;

function sizeOf(min: number): "xs" | "s" | "m" | "l" | "xl" {
  return min < WORDLESS_MIN
    ? "xs"
    : min < 25
      ? "s"
      : min < TWO_LINES_MIN
        ? "m"
        : min < THREE_LINES_MIN
          ? "l"
          : "xl";
}

function useIsSelected(lane: "plan" | "record", key: string): boolean {
  return today.use(({ selected }) => selected?.lane === lane && selected.key === key);
}

export function BlockView({ block, start, day, isStop }: BlockProps) {
  const { it, key } = block;
  const { isToday } = day;
  const t = useTexts(todayTexts);
  const tongue = useTongue();
  const isSelected = useIsSelected("plan", key);
  const isMoving = today.use(({ preview }) => preview?.lane === "plan" && preview.key === key);
  const now = usePresent();
  const spent = isSpent(it);
  const standing = isStanding(it);
  const name = spent ? t.bufferSpent : nameOf(it, t);
  const { before, leaf } = splitPath(name);
  const min = block.to - block.from;
  const time = `${wallOf(it.from)} – ${wallOf(it.to)}`;
  const isWork = it.kind === "item" || it.kind === "commitment" || it.kind === "other";
  const share = min === 0 ? 0 : Math.min(1, it.keptMin / min);
  const kept = t.kept(sayMinutes(Math.min(it.keptMin, min), tongue), sayMinutes(min, tongue));
  const keptShort = t.keptShort(sayMinutes(it.keptMin, tongue));
  const showsKept = standing && isWork && (it.keptMin > 0 || (block.to <= now && isToday));
  const goal = movedTo(it, day);
  const away = goal === null ? t.movedAway : t.movedTo(wallOf(goal));
  const state = it.state === "moved" ? away : it.state === "done" ? t.done : standing ? null : t.fellOut;
  const label = [
    `${time} ${name}`,
    it.priority !== null && t[it.priority],
    it.kind === "commitment" && t.commitment,
    state,
    it.pinned && t.pinned,
    showsKept && kept,
    it.reason,
  ]
    .filter(Boolean)
    .join(", ");
  const reason = it.reason === null ? "" : shortReason(it.reason, MARKED);
  const hasRoom = min >= (before === "" ? REASON_MIN : REASON_BELOW_PATH_MIN);
  const showsReason = standing && !spent && reason !== "" && hasRoom;
  const canStart = isToday && standing && isWork && block.to > now;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keyboard.ts listens for the whole window
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that a block does not want
    <div
      className="block"
      role="group"
      data-block={key}
      data-kind={spent ? "spent" : it.kind}
      data-state={standing ? it.state : it.state === "moved" ? "moved" : "dropped"}
      data-priority={it.priority ?? undefined}
      data-size={sizeOf(min)}
      data-selected={isSelected || undefined}
      data-source={isMoving || undefined}
      data-current={(isToday && standing && block.from <= now && now < block.to) || undefined}
      data-past={block.to <= now || undefined}
      tabIndex={isSelected || isStop ? 0 : -1}
      aria-label={label}
      aria-describedby="lane-help"
      style={styleOf(block, start)}
      onFocus={(event) => event.target === event.currentTarget && select("plan", key)}
      onClick={(event) => !isDragEnd(event) && select("plan", key)}
      onDoubleClick={(event) =>
        !isButton(event.target) && standing && it.kind !== "buffer" && writeText(block)
      }
    >
      {standing && !spent && <Edges />}
      <div className="block-text" aria-hidden="true">
        <p className="block-title">
          {it.priority !== null && <PriorityMark priority={it.priority} />}
          {it.kind === "commitment" && <Icon name="repeat" size={13} />}
          {it.kind === "interruption" && <Icon name="bolt" size={13} />}
          {it.kind === "buffer" && <Icon name="buffer" size={13} />}
          {it.state === "done" && <Icon name="check" size={13} />}
          <span className="block-name">{leaf}</span>
          {it.pinned && <Icon name="pin" size={13} />}
        </p>
        <p className="block-facts">
          <span className="block-time">{time}</span>
          {showsKept && <span className="block-kept">{keptShort}</span>}
          {it.state === "moved" && (
            <span className="block-away">{goal === null ? t.movedAway : `→ ${wallOf(goal)}`}</span>
          )}
          {!standing && it.state === "dropped" && <span>{t.fellOut}</span>}
          {it.kind === "buffer" && !spent && <span>{t.bufferKept}</span>}
        </p>
        {before !== "" && <p className="block-before">{before}</p>}
        {showsReason && <p className="block-reason">{reason}</p>}
        {spent && it.reason !== null && <p className="block-before">{it.reason}</p>}
      </div>
      {canStart && (
        <button
          type="button"
          className="block-start"
          aria-label={t.startIt(name)}
          title={t.startIt(leaf)}
          tabIndex={isSelected || isStop ? 0 : -1}
          onClick={() => startBlock(it)}
        >
          <Icon name="play" size={15} />
        </button>
      )}
      {showsKept && (
        <span className="bar block-bar" aria-hidden="true">
          <span style={{ width: `${share * 100}%` }} />
        </span>
      )}
      {it.reason !== null && !isSelected && !(showsReason && reason === it.reason) && (
        <span className="block-why" aria-hidden="true">
          {it.reason}
        </span>
      )}
    </div>
  );
}

interface RecordProps {
  record: PlacedRecord;
  start: number;
  isStop: boolean;
}

export function RecordView({ record, start, isStop }: RecordProps) {
  const { it, key } = record;
  const t = useTexts(todayTexts);
  const tongue = useTongue();
  const isSelected = useIsSelected("record", key);
  const isMoving = today.use(({ preview }) => preview?.lane === "record" && preview.key === key);
  const name = nameOf(it, t);
  const { before, leaf } = splitPath(name);
  const min = record.to - record.from;
  const time = it.to === null ? `${wallOf(it.from)} – …` : `${wallOf(it.from)} – ${wallOf(it.to)}`;
  const length = sayMinutes(min, tongue);
  const label = [
    `${time} ${name}`,
    it.kind === "interruption" && t.interruption,
    it.priority !== null && t[it.priority],
    it.to === null ? t.running : length,
  ]
    .filter(Boolean)
    .join(", ");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keyboard.ts listens for the whole window
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that a record does not want
    <div
      className="block is-record"
      role="group"
      data-block={key}
      data-kind={it.kind}
      data-priority={it.priority ?? undefined}
      data-size={it.to === null ? sizeOf(Math.max(min, WORDLESS_MIN)) : sizeOf(min)}
      data-selected={isSelected || undefined}
      data-source={isMoving || undefined}
      title={min < WORDLESS_MIN ? label : undefined}
      data-running={it.to === null || undefined}
      tabIndex={isSelected || isStop ? 0 : -1}
      aria-label={label}
      aria-describedby="lane-help"
      style={styleOf(record, start)}
      onFocus={(event) => event.target === event.currentTarget && select("record", key)}
      onClick={(event) => !isDragEnd(event) && select("record", key)}
      onDoubleClick={(event) => !isButton(event.target) && writeText(record)}
    >
      {it.to !== null && <Edges />}
      <div className="block-text" aria-hidden="true">
        <p className="block-title">
          {it.kind === "interruption" ? (
            <Icon name="bolt" size={13} />
          ) : (
            it.priority !== null && <PriorityMark priority={it.priority} />
          )}
          <span className="block-name">{leaf}</span>
          {it.to === null && <span className="running-dot" />}
        </p>
        <p className="block-facts">
          <span className="block-time">{time}</span>
          <span>{length}</span>
        </p>
        {before !== "" && <p className="block-before">{before}</p>}
      </div>
    </div>
  );
}

function Edges() {
  return (
    <>
      <span className="edge" data-edge="start" />
      <span className="edge" data-edge="end" />
    </>
  );
}

function isButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest("button") !== null;
}

/** Place by real minutes; the style sheet knows how tall a minute is. */
export function styleOf(
  place: { from: number; to: number; column?: number; columns?: number },
  start: number,
): React.CSSProperties {
  return {
    "--at": place.from - start,
    "--min": place.to - place.from,
    "--column": place.column ?? 0,
    "--columns": place.columns ?? 1,
  } as React.CSSProperties;
}
