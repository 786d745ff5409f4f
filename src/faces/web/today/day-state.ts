// What the Today screen knows besides the snapshot: which day is shown, what is selected, what is being dragged or written,
// and the present minute. Invariant: a day is never edited here; a preview lasts until the server has answered.

import { useEffect } from "react";
import { postAct, problemOf } from "../api.ts";
import type { BlockJson, DayJson, PlanJson, Problem, RecordJson } from "../contract.ts";
import { createStore } from "../create-store.ts";
import { currentRoute, goTo, useRoute } from "../route.ts";
import { app, reload } from "../state.ts";
import { type Lane, type PlacedThing, placeBlocks, placeRecords } from "./layout.ts";
import { minuteOf } from "./time.ts";

/** Where something would go: drawn with the mouse, pushed with keys, or sent and not yet answered. */
export interface Preview {
  lane: Lane;
  /** Null for something new. */
  key: string | null;
  from: number;
  to: number;
}

/** A block or record whose text is being written; without a key it is new. */
export interface Writing {
  lane: Lane;
  key: string | null;
  from: number;
  to: number;
  text: string;
}

/** A "no" of the server to what was done on the timeline. */
export interface Refused {
  problem: Problem;
  /** Does it all the same: cuts the record that is in the way, or goes over what is fixed. Null where nothing helps. */
  anyway: { how: "trim" | "force"; run: () => void } | null;
}

export interface Interrupted {
  spentBufferMin: number;
  moved: { text: string; from: string; to: string }[];
  dropped: { text: string; min: number }[];
}

interface TodayState {
  /** A day other than today, as it was fetched last. */
  other: DayJson | null;
  otherProblem: Problem | null;
  /** On a phone: the lane that has the room. */
  lane: Lane;
  /** Whether all hours of the day are shown. */
  whole: boolean;
  selected: { lane: Lane; key: string } | null;
  preview: Preview | null;
  writing: Writing | null;
  refused: Refused | null;
  dialog: "doubt" | "start" | "switch" | null;
  /** What the page would become, after a start. */
  pagePatch: { diff: string; file: string; text: string } | null;
  proposal: { plan: PlanJson; hash: string | null; fresh: boolean } | null;
  interrupted: Interrupted | null;
  showsDays: boolean;
  /** Counts up to bring the check into view. */
  checkAsked: number;
}

export const today = createStore<TodayState>({
  other: null,
  otherProblem: null,
  lane: "plan",
  whole: false,
  selected: null,
  preview: null,
  writing: null,
  refused: null,
  dialog: null,
  pagePatch: null,
  proposal: null,
  interrupted: null,
  showsDays: false,
  checkAsked: 0,
});

// --- The present -----------------------------------------------------------------------------------------------------

const TICK_MS = 5000;
/** A server's clock that differs by less is ours. */
const SAME_CLOCK_MS = 90_000;

/** The present minute by the server's clock, counted on between its answers. */
export const present = createStore<{ minute: number }>({ minute: 0 });

let skewMs = 0;
let skewOf: DayJson | null = null;

export function presentMs(): number {
  const day = app.get().snapshot?.day ?? null;
  if (day !== skewOf && day !== null) {
    const skew = Date.parse(day.now) - Date.now();
    skewMs = Math.abs(skew) < SAME_CLOCK_MS ? 0 : skew;
    skewOf = day;
  }
  return Date.now() + skewMs;
}

export function presentMinute(): number {
  return Math.floor(presentMs() / 60_000);
}

function tick(): void {
  const minute = presentMinute();
  if (minute === present.get().minute) return;
  const before = present.get().minute;
  present.set({ minute });
  const snapshot = app.get().snapshot;
  if (snapshot === null || before === 0) return;
  // What time alone changes, the server must be asked: a new day, a clock in doubt, a check that is due.
  const moments = [snapshot.day.to, ...snapshot.day.notices.map(({ at }) => at)];
  if (snapshot.clock?.blockEnd) moments.push(snapshot.clock.blockEnd);
  const isDue = moments.some((at) => before < minuteOf(at) + 1 && minuteOf(at) + 1 <= minute);
  if (isDue || minute - before > 2) void reload();
}

/** Keeps the present minute going while the app is open. Returns what ends it. */
export function keepTime(): () => void {
  tick();
  const timer = setInterval(tick, TICK_MS);
  const stop = app.subscribe(tick);
  document.addEventListener("visibilitychange", tick);
  return () => {
    clearInterval(timer);
    stop();
    document.removeEventListener("visibilitychange", tick);
  };
}

export function usePresent(): number {
  return present.use((state) => state.minute);
}

// --- The day that is shown -------------------------------------------------------------------------------------------

/** The date in the address; null for today. */
function askedDate(query: URLSearchParams): string | null {
  const date = query.get("date");
  const isToday = date === null || date === app.get().snapshot?.day.date;
  return isToday || !/^\d{4}-\d{2}-\d{2}$/.test(date) ? null : date;
}

/** The day that the address names; null while it is fetched. */
export function useDay(): { day: DayJson | null; problem: Problem | null } {
  const { query } = useRoute();
  const snapshot = app.use((state) => state.snapshot);
  const other = today.use((state) => state.other);
  const problem = today.use((state) => state.otherProblem);
  const date = askedDate(query);
  useEffect(() => {
    if (date !== null && snapshot !== null) void fetchDay(date);
  }, [date, snapshot]);
  if (date === null) return { day: snapshot?.day ?? null, problem: null };
  return { day: other?.date === date ? other : null, problem };
}

async function fetchDay(date: string): Promise<void> {
  try {
    const answer = await postAct("day", { date });
    // The person may have gone on meanwhile.
    if (askedDate(currentRoute().query) === date)
      today.set({ other: answer.data as DayJson, otherProblem: null });
  } catch (error) {
    today.set({ otherProblem: problemOf(error) });
  }
}

export function currentDay(): DayJson | null {
  const date = askedDate(currentRoute().query);
  if (date === null) return app.get().snapshot?.day ?? null;
  const { other } = today.get();
  return other?.date === date ? other : null;
}

export function openDay(date: string): void {
  today.set({ selected: null, preview: null, writing: null, refused: null, proposal: null, whole: false });
  if (date === app.get().snapshot?.day.date) goTo("today");
  else goTo("today", { date });
}

// --- What is on it ---------------------------------------------------------------------------------------------------

/** Everything on the timeline, in order of time within each lane. */
export function thingsOf(day: DayJson): PlacedThing[] {
  return [...placeBlocks(day), ...placeRecords(day, presentMinute())];
}

export function selectedThing(): { day: DayJson; thing: PlacedThing } | null {
  const day = currentDay();
  const { selected } = today.get();
  if (day === null || selected === null) return null;
  const thing = thingsOf(day).find(({ lane, key }) => lane === selected.lane && key === selected.key);
  return thing === undefined ? null : { day, thing };
}

export function findThing(day: DayJson, lane: Lane, key: string | null): PlacedThing | null {
  return thingsOf(day).find((thing) => thing.lane === lane && thing.key === key) ?? null;
}

export function select(lane: Lane, key: string | null): void {
  today.set({ selected: key === null ? null : { lane, key }, ...(key !== null && { lane }) });
}

/** After a write: selects what now has these words and this start. */
export function selectAt(lane: Lane, from: number, text: string): void {
  const day = currentDay();
  if (day === null) return;
  const found = thingsOf(day).find(
    (thing) => thing.lane === lane && thing.from === from && thing.it.text === text && isAlive(thing),
  );
  if (found !== undefined) select(lane, found.key);
}

function isAlive(thing: PlacedThing): boolean {
  return thing.lane === "record" || thing.it.state === "planned" || thing.it.state === "done";
}

/** What a block is called, also where it has no words of its own. */
export function nameOf(it: BlockJson | RecordJson, t: { buffer: string; interruption: string }): string {
  if (it.text !== "") return it.text;
  return it.kind === "buffer" ? t.buffer : it.kind === "interruption" ? t.interruption : it.text;
}

// --- Focus -----------------------------------------------------------------------------------------------------------

export function elementOf(lane: Lane, key: string): HTMLElement | null {
  const all = document.querySelectorAll<HTMLElement>(`[data-lane="${lane}"] [data-block]`);
  return [...all].find((element) => element.dataset.block === key) ?? null;
}

/** Moves the focus to what is selected, once it is drawn; never away from a field that is being written in. */
export function focusSelected(): void {
  requestAnimationFrame(() => {
    const { selected, writing } = today.get();
    const isTyping = document.activeElement?.closest("input, textarea, [role=dialog]") != null;
    if (selected === null || writing !== null || isTyping) return;
    const element = elementOf(selected.lane, selected.key);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
  });
}
