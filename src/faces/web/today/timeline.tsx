// The timeline: hours, working time, what is taken, the plan beside the record, and the present moment across both.

import { useEffect, useSyncExternalStore } from "react";
import type { DayJson, SpanJson } from "../contract.ts";
import { app } from "../state.ts";
import { useTexts, useTongue } from "../texts.ts";
import { BlockView, RecordView, styleOf } from "./block.tsx";
import { stopPushing } from "./day-actions.ts";
import { findThing, nameOf, present, select, today, usePresent } from "./day-state.ts";
import { isDragEnd, pressLane } from "./drag-time.ts";
import {
  isTrace,
  type Lane,
  overlaps,
  type PlacedBlock,
  type PlacedRecord,
  placeBlocks,
  placeRecords,
  type Shown,
  shownPart,
  splitPath,
} from "./layout.ts";
import { ProposedBlocks } from "./proposal.tsx";
import { todayTexts } from "./texts-today.ts";
import { hourMarks, minuteOf, sayMinutes, wallAt } from "./time.ts";
import { WritingField } from "./writing-field.tsx";

const phone = typeof matchMedia === "function" ? matchMedia("(max-width: 720px)") : null;

function usePhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      phone?.addEventListener("change", listener);
      return () => phone?.removeEventListener("change", listener);
    },
    () => phone?.matches ?? false,
  );
}

export function Timeline({ day }: { day: DayJson }) {
  const t = useTexts(todayTexts);
  const whole = today.use((state) => state.whole);
  const shownLane = today.use((state) => state.lane);
  const isPhone = usePhone();
  const now = usePresent();
  const shown = shownPart(day, whole, now);
  const bounds = { from: minuteOf(day.from), to: minuteOf(day.to) };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the day is opened
  useEffect(() => {
    // Late in the day the present is far below; what is due above it is not scrolled away.
    if (day.isToday && (day.check.isDone || !day.check.isDue)) bringPresent();
    return stopPushing;
  }, []);
  const isPartial = shown.from > bounds.from || shown.to < bounds.to;
  const wall = (minute: number): string => wallAt(minute, day.zone);
  const toWhole = (): void => today.set({ whole: !whole });
  return (
    <section className="timeline" data-shown={shownLane}>
      <p id="lane-help" className="unseen">
        {t.laneHelp}
      </p>
      <LaneHeads day={day} isPhone={isPhone} />
      {shown.from > bounds.from && (
        <button type="button" className="more-hours" title={t.showEarlier} onClick={toWhole}>
          {t.earlier(wall(bounds.from), wall(shown.from))}
        </button>
      )}
      <div className="lanes" style={{ "--length": shown.to - shown.from } as React.CSSProperties}>
        <Hours day={day} shown={shown} now={day.isToday ? now : null} />
        <PlanLane day={day} shown={shown} isHidden={isPhone && shownLane !== "plan"} />
        <RecordLane day={day} shown={shown} isHidden={isPhone && shownLane !== "record"} />
        {day.isToday && <NowLine day={day} shown={shown} />}
      </div>
      {(shown.to < bounds.to || (whole && !isPartial)) && (
        <button
          type="button"
          className="more-hours"
          title={whole ? t.lessHours : t.showLater}
          onClick={toWhole}
        >
          {whole ? t.lessHours : t.earlier(wall(shown.to), wall(bounds.to))}
        </button>
      )}
    </section>
  );
}

function LaneHeads({ day, isPhone }: { day: DayJson; isPhone: boolean }) {
  const t = useTexts(todayTexts);
  const tongue = useTongue();
  const shownLane = today.use((state) => state.lane);
  const sums = {
    plan: day.facts.plannedMin > 0 ? sayMinutes(day.facts.plannedMin, tongue) : "",
    record: day.facts.recordedMin > 0 ? sayMinutes(day.facts.recordedMin, tongue) : "",
  };
  if (isPhone) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a frame that a switch does not want
      <div className="lane-switch" role="group" aria-label={t.lane}>
        {(["plan", "record"] as const).map((lane) => (
          <button
            key={lane}
            type="button"
            aria-pressed={lane === shownLane}
            onClick={() => today.set({ lane, selected: null })}
          >
            {t[lane]} <small>{sums[lane]}</small>
          </button>
        ))}
      </div>
    );
  }
  return (
    <div className="lane-heads">
      {(["plan", "record"] as const).map((lane) => (
        <h2 key={lane} id={`lane-${lane}`}>
          {t[lane]} <small>{sums[lane]}</small>
        </h2>
      ))}
    </div>
  );
}

/** How far the label of the present reaches, and where in its hours that of the best ones stands. */
const NOW_LABEL_MIN = 12;
const BEST_LABEL_MIN = 16;

function clip(span: SpanJson, shown: Shown): { from: number; to: number } | null {
  const from = Math.max(minuteOf(span.from), shown.from);
  const to = Math.min(minuteOf(span.to), shown.to);
  return from < to ? { from, to } : null;
}

/** What lies behind the blocks: hours with their labels, working time. */
function Hours({ day, shown, now }: { day: DayJson; shown: Shown; now: number | null }) {
  const t = useTexts(todayTexts);
  // The present has its own label there.
  const isFree = (from: number, to: number): boolean =>
    now === null || now < from - NOW_LABEL_MIN || now > to + NOW_LABEL_MIN;
  return (
    <div className="hours" aria-hidden="true">
      {day.hours.map((span) => {
        const part = clip(span, shown);
        return (
          part !== null && (
            <div
              key={span.from}
              className="working"
              title={t.workingHours}
              style={styleOf(part, shown.from)}
            />
          )
        );
      })}
      {hourMarks(shown.from, shown.to, day.zone).map(({ minute, label }) => (
        <div key={minute} className="hour" style={styleOf({ from: minute, to: minute }, shown.from)}>
          {isFree(minute, minute) && <span>{label}</span>}
        </div>
      ))}
      {!(day.isOff && day.hours.length === 0) &&
        day.best.map((span) => {
          const part = clip(span, shown);
          return (
            part !== null && (
              <div key={span.from} className="best" style={styleOf(part, shown.from)}>
                {isFree(part.from + BEST_LABEL_MIN, part.from + BEST_LABEL_MIN) && <span>{t.bestHours}</span>}
              </div>
            )
          );
        })}
    </div>
  );
}

interface LaneProps {
  day: DayJson;
  shown: Shown;
  /** On a phone: only a strip of bars beside the other lane. */
  isHidden: boolean;
}

function laneProps(lane: Lane, shown: Shown) {
  return {
    className: "lane",
    "data-lane": lane,
    "data-from": shown.from,
    "data-to": shown.to,
    onPointerDown: (event: React.PointerEvent<HTMLElement>) => pressLane(event, lane),
    onClick: (event: React.MouseEvent) => {
      const target = event.target as Element;
      if (!isDragEnd(event) && target.closest("[data-block], form, button") === null) select(lane, null);
    },
    onContextMenu: (event: React.MouseEvent) => {
      // A finger that rests is about to drag.
      if ((event.nativeEvent as PointerEvent).pointerType === "touch") event.preventDefault();
    },
  };
}

/** The block that Tab reaches where none is selected: the one of now, else the first to come. */
function stopOf(things: readonly { key: string; to: number }[], now: number): string | null {
  return (things.find(({ to }) => to > now) ?? things.at(-1))?.key ?? null;
}

function PlanLane({ day, shown, isHidden }: LaneProps) {
  const t = useTexts(todayTexts);
  const proposal = today.use((state) => state.proposal);
  const isSelected = today.use(({ selected }) => selected?.lane === "plan");
  const minute = Math.floor(usePresent() / 15) * 15;
  const blocks = placeBlocks(day);
  const stop = isSelected ? null : stopOf(blocks, minute);
  const standing = blocks.filter(({ it }) => !isTrace(it));
  const isAside = (block: PlacedBlock): boolean =>
    isTrace(block.it) && standing.some((other) => overlaps(block, other));
  const asides = blocks.filter(isAside);
  return (
    <section
      {...laneProps("plan", shown)}
      aria-label={t.plan}
      inert={isHidden}
      data-proposed={proposal !== null || undefined}
    >
      {day.busy.map((span) => {
        const part = clip(span, shown);
        return (
          part !== null && (
            <div
              key={`${span.from} ${span.text}`}
              className="taken"
              data-size={part.to - part.from < 25 ? "s" : "m"}
              style={styleOf(part, shown.from)}
            >
              <span className="unseen">{t.busy(span.text)}</span>
              <span aria-hidden="true">{span.text}</span>
            </div>
          )
        );
      })}
      {blocks.length === 0 && proposal === null && <Empty lane="plan" day={day} shown={shown} />}
      {blocks.map((block) => (
        <Slot
          key={block.key}
          aside={isAside(block)}
          beside={!isTrace(block.it) && asides.some((ghost) => overlaps(block, ghost))}
        >
          <BlockView block={block} start={shown.from} day={day} isStop={block.key === stop} />
        </Slot>
      ))}
      {proposal !== null && <ProposedBlocks day={day} proposal={proposal.plan} start={shown.from} />}
      <PreviewView lane="plan" day={day} start={shown.from} />
      <WritingField lane="plan" start={shown.from} />
    </section>
  );
}

/** Gives what went and what took its time a part of the width each. */
function Slot({ aside, beside, children }: { aside: boolean; beside: boolean; children: React.ReactNode }) {
  return <div className={aside ? "slot is-aside" : beside ? "slot is-beside" : "slot"}>{children}</div>;
}

function RecordLane({ day, shown, isHidden }: LaneProps) {
  const t = useTexts(todayTexts);
  const isSelected = today.use(({ selected }) => selected?.lane === "record");
  const now = usePresent();
  const records: PlacedRecord[] = placeRecords(day, now);
  const stop = isSelected ? null : (records.at(-1)?.key ?? null);
  return (
    <section {...laneProps("record", shown)} aria-label={t.record} inert={isHidden}>
      {records.length === 0 && <Empty lane="record" day={day} shown={shown} />}
      {records.map((record) => (
        <RecordView key={record.key} record={record} start={shown.from} isStop={record.key === stop} />
      ))}
      <PreviewView lane="record" day={day} start={shown.from} />
      <WritingField lane="record" start={shown.from} />
    </section>
  );
}

function Empty({ lane, day, shown }: { lane: Lane; day: DayJson; shown: Shown }) {
  const t = useTexts(todayTexts);
  const start = Math.max(shown.from, minuteOf(day.hours[0]?.from ?? day.from));
  const isTouch = typeof matchMedia === "function" && matchMedia("(hover: none)").matches;
  return (
    <p className="lane-empty" style={styleOf({ from: start, to: start }, shown.from)}>
      {lane === "record" ? t.recordEmpty : isTouch ? t.planEmptyTouch : t.planEmpty}
    </p>
  );
}

/** Where what is dragged or pushed would go. */
function PreviewView({ lane, day, start }: { lane: Lane; day: DayJson; start: number }) {
  const preview = today.use((state) => (state.preview?.lane === lane ? state.preview : null));
  const isSent = app.use((state) => state.pending > 0);
  const tongue = useTongue();
  const t = useTexts(todayTexts);
  if (preview === null) return null;
  const { from, to } = preview;
  const thing = findThing(day, lane, preview.key);
  return (
    <div
      className="preview"
      data-sent={isSent || undefined}
      style={styleOf(preview, start)}
      aria-hidden="true"
    >
      {thing !== null && <span className="preview-name">{splitPath(nameOf(thing.it, t)).leaf}</span>}
      <span className="preview-time">
        {wallAt(from, day.zone)} – {wallAt(to, day.zone)} <small>{sayMinutes(to - from, tongue)}</small>
      </span>
    </div>
  );
}

function bringPresent(): void {
  const top = document.querySelector(".now-line")?.getBoundingClientRect().top ?? 0;
  if (scrollY === 0 && top > innerHeight * 0.8) scrollBy(0, top - innerHeight * 0.45);
}

/** The present moment; moves by itself. */
function NowLine({ day, shown }: { day: DayJson; shown: Shown }) {
  const t = useTexts(todayTexts);
  const minute = present.use((state) => state.minute);
  if (minute < shown.from || minute > shown.to) return null;
  const time = wallAt(minute, day.zone);
  return (
    <div className="now-line" style={styleOf({ from: minute, to: minute }, shown.from)}>
      <time dateTime={time}>
        <span className="unseen">{t.now(time)}</span>
        <span aria-hidden="true">{time}</span>
      </time>
    </div>
  );
}
