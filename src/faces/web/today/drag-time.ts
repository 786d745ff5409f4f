// Dragging on a lane: a block to another time, an edge to another length, empty time to a new block. A mouse drags after a
// few pixels; a finger after it has rested, so that it can still scroll. While it lasts only a preview changes; what other
// people write meanwhile is drawn below it, and if that takes the dragged block away the drag ends.

import { app, say } from "../state.ts";
import { textsNow } from "../texts.ts";
import { isMovable, place, stopPushing } from "./day-actions.ts";
import { currentDay, findThing, presentMinute, select, today } from "./day-state.ts";
import type { Lane } from "./layout.ts";
import { todayTexts } from "./texts-today.ts";
import { FINE_STEP_MIN, minuteOf, STEP_MIN, snap, wallAt } from "./time.ts";

const THRESHOLD_PX = 4;
/** A finger that moves further before it has rested is scrolling. */
const SLOP_PX = 9;
const REST_MS = 320;
/** Near the edge of the window the page scrolls along. */
const SCROLL_PX = 56;
/** What lies over the page at its top. */
const TOP_PX = 110;
const NEW_MIN = 30;
const LEAST_MIN = 5;

type Mode = "move" | "start" | "end" | "new";

interface Drag {
  lane: Lane;
  element: HTMLElement;
  mode: Mode;
  key: string | null;
  /** What it was when the drag began. */
  from: number;
  to: number;
  /** Minute below the pointer when the drag began. */
  grabbed: number;
  x: number;
  y: number;
  isFine: boolean;
  active: boolean;
  pointer: number;
  isTouch: boolean;
}

let drag: Drag | null = null;
let resting: ReturnType<typeof setTimeout> | undefined;
let unsubscribe: (() => void) | undefined;
/** A click that ends a drag selects nothing. */
let endedAt = 0;

/** The minute at a height of the window, by the lane's own measures. */
function minuteAt(element: HTMLElement, y: number): number {
  const box = element.getBoundingClientRect();
  const from = Number(element.dataset.from);
  const to = Number(element.dataset.to);
  return from + ((y - box.top) / box.height) * (to - from);
}

/** Begins what may become a drag. To be called by a lane for each pointer that goes down on it. */
export function pressLane(event: React.PointerEvent<HTMLElement>, lane: Lane): void {
  const target = event.target as HTMLElement;
  if (event.button !== 0 || drag !== null || target.closest("button, input, textarea, a, form") !== null)
    return;
  const day = currentDay();
  if (day === null || today.get().proposal !== null) return;
  const element = event.currentTarget;
  const block = target.closest<HTMLElement>("[data-block]");
  const edge = target.closest<HTMLElement>("[data-edge]")?.dataset.edge as "start" | "end" | undefined;
  const thing = block === null ? null : findThing(day, lane, block.dataset.block ?? null);
  if (block !== null && (thing === null || !isMovable(thing))) return;
  const grabbed = minuteAt(element, event.clientY);
  const isTouch = event.pointerType === "touch";
  drag = {
    lane,
    element,
    mode: thing === null ? "new" : (edge ?? "move"),
    key: thing?.key ?? null,
    from: thing?.from ?? snap(grabbed - STEP_MIN / 2, STEP_MIN, day.zone),
    to: thing?.to ?? snap(grabbed - STEP_MIN / 2, STEP_MIN, day.zone),
    grabbed,
    x: event.clientX,
    y: event.clientY,
    isFine: event.altKey || event.shiftKey,
    active: false,
    pointer: event.pointerId,
    isTouch,
  };
  stopPushing();
  addEventListener("pointermove", onMove);
  addEventListener("pointerup", onUp);
  addEventListener("pointercancel", onCancel);
  addEventListener("keydown", onKey, true);
  addEventListener("touchmove", onTouchMove, { passive: false });
  if (isTouch && edge === undefined) resting = setTimeout(() => begin(), REST_MS);
}

/** Whether a click right now is only the end of a drag. */
export function isDragEnd(event: React.MouseEvent): boolean {
  return event.timeStamp - endedAt < 50;
}

function begin(): void {
  if (drag === null) return;
  drag.active = true;
  document.documentElement.dataset.dragging = "";
  if (drag.isTouch && drag.mode === "new") drag.to = drag.from + NEW_MIN;
  unsubscribe = app.subscribe(watch);
  update();
}

/** Somebody else has written: the block may have gone. */
function watch(): void {
  const day = currentDay();
  if (drag === null || drag.key === null || day === null) return;
  if (findThing(day, drag.lane, drag.key) !== null) return;
  say(textsNow(todayTexts).goneMeanwhile);
  finish();
  today.set({ preview: null });
}

function onMove(event: PointerEvent): void {
  if (drag === null || event.pointerId !== drag.pointer) return;
  const far = Math.hypot(event.clientX - drag.x, event.clientY - drag.y);
  if (!drag.active) {
    if (drag.isTouch && resting !== undefined) {
      if (far > SLOP_PX) finish();
      return;
    }
    if (far < THRESHOLD_PX) return;
    begin();
  }
  const by = event.clientY - drag.y;
  drag.y = event.clientY;
  drag.isFine = event.altKey || event.shiftKey;
  update();
  if (by < 0 && event.clientY < TOP_PX + SCROLL_PX) scrollBy(0, -12);
  else if (by > 0 && event.clientY > innerHeight - SCROLL_PX) scrollBy(0, 12);
}

function onTouchMove(event: TouchEvent): void {
  if (drag?.active) event.preventDefault();
}

function update(): void {
  const day = currentDay();
  if (drag === null || day === null) return;
  const step = drag.isFine ? FINE_STEP_MIN : STEP_MIN;
  const at = minuteAt(drag.element, drag.y);
  const bounds = { from: minuteOf(day.from), to: minuteOf(day.to) };
  let { from, to } = drag;
  if (drag.mode === "move") {
    from = snap(drag.from + at - drag.grabbed, step, day.zone);
    // Where it was is a place of its own, also off the grid.
    if (Math.abs(drag.from + at - drag.grabbed - drag.from) < step / 2) from = drag.from;
    to = from + drag.to - drag.from;
  } else if (drag.mode === "start") from = Math.min(snap(at, step, day.zone), to - LEAST_MIN);
  else if (drag.mode === "end") to = Math.max(snap(at, step, day.zone), from + LEAST_MIN);
  else {
    const end = snap(at, step, day.zone);
    if (drag.isTouch) {
      from = snap(at - STEP_MIN, step, day.zone);
      to = from + NEW_MIN;
    } else if (end <= from) [from, to] = [Math.min(end, from - step), from];
    else to = Math.max(end, from + step);
  }
  // Nothing was recorded in the future.
  const last = drag.lane === "record" && day.isToday ? Math.max(presentMinute(), drag.to) : bounds.to;
  if (drag.mode === "move") {
    const length = to - from;
    from = Math.max(bounds.from, Math.min(from, last - length));
    to = from + length;
  } else {
    from = Math.max(bounds.from, from);
    to = Math.min(to, last);
  }
  if (to <= from) return;
  const before = today.get().preview;
  if (before?.from === from && before.to === to && before.lane === drag.lane) return;
  today.set({ preview: { lane: drag.lane, key: drag.key, from, to } });
}

function onUp(event: PointerEvent): void {
  if (drag === null || event.pointerId !== drag.pointer) return;
  const { active, mode, lane, key } = drag;
  const { preview } = today.get();
  finish();
  if (!active) return;
  endedAt = event.timeStamp;
  if (preview === null) return;
  const day = currentDay();
  if (mode === "new") {
    const { from, to } = preview;
    today.set({ preview: null, writing: { lane, key: null, from, to, text: "" } });
    return;
  }
  select(lane, key);
  if (day !== null)
    say(textsNow(todayTexts).previewSays(wallAt(preview.from, day.zone), wallAt(preview.to, day.zone)));
  void place(preview);
}

function onCancel(): void {
  finish();
  today.set({ preview: null });
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== "Escape" || !drag?.active) return;
  event.preventDefault();
  event.stopPropagation();
  onCancel();
}

function finish(): void {
  clearTimeout(resting);
  resting = undefined;
  unsubscribe?.();
  unsubscribe = undefined;
  drag = null;
  delete document.documentElement.dataset.dragging;
  removeEventListener("pointermove", onMove);
  removeEventListener("pointerup", onUp);
  removeEventListener("pointercancel", onCancel);
  removeEventListener("keydown", onKey, true);
  removeEventListener("touchmove", onTouchMove);
}
