// What can be done to a day: each is one action of the server. Lines are looked up again at the moment of the deed, so
// that other people's edits in between do not matter unless they touched the same line.

import { postAct, problemOf } from "../api.ts";
import type { ActAnswer, ActionData, ActionInputs, BlockJson, DayJson, Problem } from "../contract.ts";
import { goTo } from "../route.ts";
import { act, app, fail, openOverlay, reload, say, toast } from "../state.ts";
import { textsNow } from "../texts.ts";
import {
  currentDay,
  findThing,
  focusSelected,
  nameOf,
  type Preview,
  presentMinute,
  select,
  selectAt,
  selectedThing,
  thingsOf,
  today,
} from "./day-state.ts";
import { isStanding, type Lane, type PlacedThing } from "./layout.ts";
import { todayTexts } from "./texts-today.ts";
import { isoAt, minuteOf, snap } from "./time.ts";

/** Actions that write into the timeline, where a "no" is said right there. */
type TimelineAction = "block-add" | "block-move" | "block-edit" | "block-drop" | RecordAction;
type RecordAction = "record-add" | "record-edit" | "record-drop";

/** How an action does it all the same. */
const HARDER: Partial<Record<TimelineAction, "trim" | "force">> = {
  "record-add": "trim",
  "record-edit": "trim",
  "block-add": "force",
  "block-move": "force",
  "block-edit": "force",
};

async function change<A extends TimelineAction>(
  action: A,
  input: ActionInputs[A],
  kept?: string,
): Promise<ActAnswer | null> {
  today.set({ refused: null });
  const how = HARDER[action];
  const refuse = (problem: Problem): void => {
    const canInsist = how !== undefined && problem.code === "conflict" && !(how in input);
    const run = (): void => void change(action, { ...input, [how ?? ""]: true }, kept);
    today.set({ refused: { problem, anyway: canInsist ? { how, run } : null } });
  };
  return act(action, input, { onConflict: refuse, onRefused: refuse, ...(kept !== undefined && { kept }) });
}

function lineOf(day: DayJson, thing: PlacedThing) {
  return { date: day.date, line: thing.it.line, hash: day.hash ?? "" };
}

// --- Moving and resizing ---------------------------------------------------------------------------------------------

/** Writes where something was dragged or pushed to. */
export async function place(preview: Preview): Promise<void> {
  const day = currentDay();
  const thing = day === null ? null : findThing(day, preview.lane, preview.key);
  if (day === null || thing === null) {
    today.set({ preview: null });
    say(textsNow(todayTexts).goneMeanwhile);
    return;
  }
  const { from, to, lane } = preview;
  if (from === thing.from && to === thing.to) return today.set({ preview: null });
  const [start, end] = [isoAt(from, day.zone), isoAt(to, day.zone)];
  const at = lineOf(day, thing);
  const isMove = to - from === thing.to - thing.from;
  const hadFocus = document.activeElement?.closest("[data-block]") != null;
  const answer =
    thing.lane === "plan"
      ? isMove
        ? await change("block-move", { ...at, from: start, to: end })
        : await change("block-edit", { ...at, from: start, to: end })
      : await change("record-edit", {
          ...at,
          ...(from !== thing.from && { from: start }),
          ...(to !== thing.to && thing.it.to !== null && { to: end }),
        });
  today.set({ preview: null });
  if (answer === null) return;
  selectAt(lane, from, thing.it.text);
  if (hadFocus) focusSelected();
}

const PUSH_MS = 450;
let pushing: ReturnType<typeof setTimeout> | undefined;

/** Pushes the selected block's start and end by so many minutes; several pushes become one write. */
export function push(fromBy: number, toBy: number): void {
  const found = selectedThing();
  if (found === null || !isMovable(found.thing)) return;
  const { day, thing } = found;
  const pending = today.get().preview;
  const base = pending !== null && pending.key === thing.key && pending.lane === thing.lane ? pending : thing;
  const bounds = { from: minuteOf(day.from), to: minuteOf(day.to) };
  const step = Math.abs(fromBy || toBy);
  const from = fromBy === 0 ? base.from : snap(base.from + fromBy, step, day.zone);
  const to = fromBy === 0 ? snap(base.to + toBy, step, day.zone) : from + (base.to - base.from);
  if (from < bounds.from || to > bounds.to || to - from < 5) return;
  const preview: Preview = { lane: thing.lane, key: thing.key, from, to };
  today.set({ preview });
  say(textsNow(todayTexts).previewSays(wall(from, day), wall(to, day)));
  clearTimeout(pushing);
  pushing = setTimeout(() => void place(preview), PUSH_MS);
}

/** Takes back pushes that have not been written. */
export function stopPushing(): void {
  clearTimeout(pushing);
  today.set({ preview: null });
}

function wall(minute: number, day: DayJson): string {
  return isoAt(minute, day.zone).slice(11, 16);
}

/** What went, stays where it went; a record that runs has no end yet. */
export function isMovable(thing: PlacedThing): boolean {
  return thing.lane === "record"
    ? thing.it.to !== null
    : isStanding(thing.it) && thing.it.state !== "dropped";
}

// --- One block or record ---------------------------------------------------------------------------------------------

/** Opens the field for a new one at a free time: at the present, else where the day's work begins. */
export function writeNew(lane: Lane = "plan"): void {
  const day = currentDay();
  if (day === null) return;
  const found = selectedThing();
  const now = snap(presentMinute(), 15, day.zone);
  let from =
    found !== null
      ? found.thing.to
      : day.isToday
        ? now
        : minuteOf(day.hours[0]?.from ?? day.from) + (day.hours.length === 0 ? 9 * 60 : 0);
  if (lane === "record" && found === null) from = Math.max(minuteOf(day.from), from - 30);
  const things = thingsOf(day).filter(
    (thing) => thing.lane === lane && (thing.lane === "record" || isStanding(thing.it)),
  );
  // Behind what stands there.
  for (const thing of things) if (thing.from <= from && from < thing.to && lane === "plan") from = thing.to;
  const next = things.map((thing) => thing.from).filter((start) => start > from);
  const to = Math.min(from + 30, minuteOf(day.to), ...(lane === "plan" ? next : []));
  today.set({
    writing: { lane, key: null, from, to: Math.max(to, from + 5), text: "" },
    preview: null,
    lane,
  });
}

export function writeText(thing: PlacedThing): void {
  const { lane, key, from, to } = thing;
  today.set({ writing: { lane, key, from, to, text: thing.it.text }, selected: { lane, key } });
}

/** Saves the field. */
export async function saveWriting(text: string): Promise<void> {
  const day = currentDay();
  const { writing } = today.get();
  const typed = text.trim();
  if (day === null || writing === null) return;
  const thing = writing.key === null ? null : findThing(day, writing.lane, writing.key);
  if (typed === "" || (thing !== null && typed === thing.it.text)) return stopWriting();
  const span = { from: isoAt(writing.from, day.zone), to: isoAt(writing.to, day.zone) };
  let answer: ActAnswer | null;
  if (thing === null) {
    const input = { date: day.date, ...span, text: typed };
    answer = await change(writing.lane === "plan" ? "block-add" : "record-add", input, typed);
  } else {
    const input = { ...lineOf(day, thing), text: typed };
    answer = await change(writing.lane === "plan" ? "block-edit" : "record-edit", input, typed);
  }
  if (answer === null) return;
  today.set({ writing: null });
  selectAt(writing.lane, writing.from, typed);
  focusSelected();
}

export function stopWriting(): void {
  const { writing } = today.get();
  today.set({ writing: null });
  if (writing?.key != null) focusSelected();
}

/** New times, typed. */
export async function setTimes(thing: PlacedThing, from: number, to: number): Promise<void> {
  if (to <= from) return;
  await place({ lane: thing.lane, key: thing.key, from, to });
}

export async function pin(thing: PlacedThing): Promise<void> {
  const day = currentDay();
  if (day === null || thing.lane !== "plan" || !isMovable(thing)) return;
  await change("block-edit", {
    ...lineOf(day, thing),
    ...(thing.it.pinned ? { unpin: true } : { pin: true }),
  });
}

export async function drop(thing: PlacedThing, remove = false): Promise<void> {
  const day = currentDay();
  if (day === null) return;
  const order = thingsOf(day).filter(({ lane }) => lane === thing.lane);
  const next = order[order.findIndex(({ key }) => key === thing.key) + 1];
  const at = lineOf(day, thing);
  // A block that fell out already can only be removed, and so can a buffer, whose `[-]` means that it was spent.
  const isGone = thing.lane === "plan" && (!isMovable(thing) || thing.it.kind === "buffer");
  const answer =
    thing.lane === "plan"
      ? await change("block-drop", { ...at, ...((remove || isGone) && { remove: true }) })
      : await change("record-drop", at);
  if (answer === null) return;
  select(thing.lane, next?.key ?? null);
  if (next !== undefined) focusSelected();
}

// --- Clock -----------------------------------------------------------------------------------------------------------

/** A clock in doubt must be answered first; the server says so, too. */
function asksFirst(): boolean {
  if (app.get().snapshot?.clock?.doubt == null) return false;
  today.set({ dialog: "doubt" });
  return true;
}

export async function startClock(text: string): Promise<boolean> {
  if (asksFirst()) return false;
  const isSwitch = app.get().snapshot?.clock != null;
  const answer = await act(isSwitch ? "switch" : "start", { text }, { kept: text, onAsked: askWhatHappened });
  if (answer === null) return false;
  const data = answer.data as Partial<ActionData["start"]> | null;
  const patch = data?.pagePatch ?? null;
  today.set({ pagePatch: patch === null ? null : { ...patch, text } });
  return true;
}

export function startBlock(block: BlockJson): void {
  void startClock(nameOf(block, textsNow(todayTexts)));
}

export async function stopClock(): Promise<void> {
  if (asksFirst()) return;
  today.set({ pagePatch: null });
  await act("stop", {}, { onAsked: askWhatHappened });
}

export function resumeClock(): void {
  if (!asksFirst()) void act("resume", {}, { onAsked: askWhatHappened });
}

/** The server doubts a clock that this window still believed. */
function askWhatHappened(): void {
  openOverlay(null);
  void reload().then(asksFirst);
}

/** Stops, or goes on with what ran last. */
export function toggleClock(): void {
  const snapshot = app.get().snapshot;
  if (snapshot?.clock != null) void stopClock();
  else if (lastRecord() !== null) resumeClock();
  else today.set({ dialog: "start" });
}

/** What ran last today, which `resume` goes on with. */
export function lastRecord() {
  return app.get().snapshot?.day.records.findLast(({ kind, to }) => kind === "work" && to !== null) ?? null;
}

/** The answer to a doubt. */
export async function settleClock(how: "now" | "drop" | { at: number }): Promise<boolean> {
  const zone = app.get().snapshot?.day.zone ?? "UTC";
  const input =
    how === "now" ? { confirm: true } : how === "drop" ? { drop: true } : { at: isoAt(how.at, zone) };
  const answer = await act("stop", input);
  if (answer !== null) today.set({ dialog: null });
  return answer !== null;
}

/** Marks the started item as doing on the page, as was shown. */
export async function markDoing(): Promise<void> {
  const patch = today.get().pagePatch;
  const page = app.get().snapshot?.pages.find(({ file }) => file === patch?.file);
  const clock = app.get().snapshot?.clock;
  const path = clock?.reference ?? patch?.text;
  const item = page?.items.find((one) => one.path === path);
  if (page === undefined || item === undefined) return today.set({ pagePatch: null });
  const ref = { file: page.file, line: item.line, hash: page.hash, path: item.path };
  const answer = await act("doing", { items: [ref] });
  if (answer !== null) today.set({ pagePatch: null });
}

// --- Plan and interruptions ------------------------------------------------------------------------------------------

/** Asks for a plan and shows it over the lane; nothing is written. */
export async function propose(fresh = today.get().proposal?.fresh ?? false): Promise<void> {
  const day = currentDay();
  if (day === null) return;
  try {
    const answer = await postAct("plan", { date: day.date, ...(fresh && { fresh }) });
    today.set({
      proposal: { plan: answer.data as ActionData["plan"], hash: day.hash, fresh },
      lane: "plan",
      selected: null,
    });
  } catch (error) {
    fail(problemOf(error), null);
  }
}

export async function acceptPlan(): Promise<void> {
  const { proposal } = today.get();
  if (proposal === null) return;
  const { date, token } = proposal.plan;
  const input = { date, token, accept: true, ...(proposal.fresh && { fresh: true }) };
  const answer = await act("plan", input, {
    // What was shown no longer fits: what does now is shown in its place.
    onConflict(problem) {
      toast(problem.message);
      void propose();
    },
  });
  if (answer !== null) today.set({ proposal: null });
}

export function discardPlan(): void {
  today.set({ proposal: null });
}

export function openInterrupt(): void {
  if (asksFirst()) {
    goTo("today");
    return;
  }
  today.set({ interrupted: null });
  openOverlay("interrupt");
}

/** Takes what came up into the day. What it moved and dropped is then shown by name. */
export async function interrupt(text: string, min: number, isOver: boolean): Promise<boolean> {
  const answer = await act(
    "interrupt",
    { text, for: `${min}m`, ...(isOver && { ago: true }) },
    { kept: text, quiet: true, onAsked: askWhatHappened },
  );
  if (answer === null) return false;
  const { spentBufferMin, moved, dropped } = answer.data as ActionData["interrupt"];
  today.set({ interrupted: { spentBufferMin, moved, dropped } });
  return true;
}
