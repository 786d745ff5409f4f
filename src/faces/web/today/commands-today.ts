// What keys and palette can do to the day. Part of the one table in commands.ts.

import type { Command } from "../commands.ts";
import { goTo } from "../route.ts";
import { app } from "../state.ts";
import {
  drop,
  isMovable,
  openInterrupt,
  pin,
  propose,
  push,
  startBlock,
  stopPushing,
  toggleClock,
  writeNew,
  writeText,
} from "./day-actions.ts";
import {
  currentDay,
  focusSelected,
  openDay,
  presentMinute,
  select,
  selectedThing,
  thingsOf,
  today,
} from "./day-state.ts";
import { isStanding, type PlacedThing } from "./layout.ts";
import { addDays } from "./time.ts";

/** Whether a block has the focus, or one is selected and no other thing has it. */
function hasBlock(): boolean {
  const focus = document.activeElement;
  const isFree = focus === document.body || focus === null || focus.id === "main";
  return focus?.closest("[data-block]") != null || (isFree && selectedThing() !== null);
}

function forBlock(run: (thing: PlacedThing) => void): () => void {
  return () => {
    const found = selectedThing();
    if (found !== null) run(found.thing);
  };
}

/** Keys that push the selected block: by how many minutes its start and its end go. */
const PUSHES = [
  ["block-earlier", "dayEarlier", "ArrowUp", -15, -15],
  ["block-later", "dayLater", "ArrowDown", 15, 15],
  ["block-earlier-fine", "dayEarlierFine", "Alt+ArrowUp", -5, -5],
  ["block-later-fine", "dayLaterFine", "Alt+ArrowDown", 5, 5],
  ["block-shorter", "dayShorter", "Shift+ArrowUp", 0, -15],
  ["block-longer", "dayLonger", "Shift+ArrowDown", 0, 15],
  ["block-shorter-fine", "dayShorterFine", "Alt+Shift+ArrowUp", 0, -5],
  ["block-longer-fine", "dayLongerFine", "Alt+Shift+ArrowDown", 0, 5],
] as const;

/** To the next one of the same lane. */
function step(by: 1 | -1): void {
  const day = currentDay();
  if (day === null) return;
  const { selected, lane } = today.get();
  const things = thingsOf(day).filter((thing) => thing.lane === (selected?.lane ?? lane));
  const at = things.findIndex(({ key }) => key === selected?.key);
  const now = presentMinute();
  const first = things.findIndex(({ to }) => to > now);
  const next = at >= 0 ? things[at + by] : things[first < 0 ? things.length - 1 : first];
  if (next === undefined) return;
  select(next.lane, next.key);
  focusSelected();
}

/** To what stands beside it in the other lane. */
function cross(): void {
  const found = selectedThing();
  const day = currentDay();
  if (day === null) return;
  const lane = found?.thing.lane === "plan" ? "record" : "plan";
  const others = thingsOf(day).filter((thing) => thing.lane === lane);
  const at = found?.thing.from ?? presentMinute();
  const next = others.reduce<PlacedThing | null>(
    (best, one) => (best === null || Math.abs(one.from - at) < Math.abs(best.from - at) ? one : best),
    null,
  );
  if (next === null) return;
  select(lane, next.key);
  focusSelected();
}

function turn(days: number): void {
  const day = currentDay();
  if (day !== null) openDay(addDays(day.date, days));
}

/** On the Today screen, from wherever it is asked. */
function onToday(run: () => void): () => void {
  return () => {
    goTo("today");
    setTimeout(run, 30);
  };
}

const screen = "today" as const;

export const DAY_COMMANDS: readonly Command[] = [
  {
    id: "interrupt",
    name: (t) => t.dayInterrupt,
    keys: ["Shift+I"],
    icon: "bolt",
    group: "do",
    run: openInterrupt,
  },
  { id: "clock", name: (t) => t.dayStop, keys: ["Shift+S"], icon: "clock", group: "do", run: toggleClock },
  {
    id: "plan",
    name: (t) => t.dayPropose,
    keys: ["Shift+P"],
    icon: "sparkle",
    group: "do",
    run: () =>
      app.get().snapshot !== null && currentDay() !== null && location.hash.startsWith("#/today")
        ? void propose()
        : onToday(() => void propose())(),
  },
  {
    id: "check",
    name: (t) => t.dayCheck,
    keys: [],
    icon: "check",
    group: "do",
    run: onToday(() => today.set({ checkAsked: today.get().checkAsked + 1 })),
  },
  {
    id: "days",
    name: (t) => t.dayDays,
    keys: ["h"],
    icon: "calendar",
    group: "block",
    screen,
    run: () => today.set({ showsDays: !today.get().showsDays }),
  },
  {
    id: "day-before",
    name: (t) => t.dayBefore,
    keys: ["["],
    icon: "chevron",
    group: "block",
    screen,
    run: () => turn(-1),
  },
  {
    id: "day-after",
    name: (t) => t.dayAfter,
    keys: ["]"],
    icon: "chevron",
    group: "block",
    screen,
    run: () => turn(1),
  },
  {
    id: "block-new",
    name: (t) => t.dayNew,
    keys: ["n"],
    icon: "plus",
    group: "block",
    screen,
    run: () => writeNew(today.get().selected?.lane ?? today.get().lane),
  },
  {
    id: "block-next",
    name: (t) => t.dayNext,
    keys: ["j"],
    icon: "chevron",
    group: "block",
    screen,
    keyOnly: true,
    run: () => step(1),
  },
  {
    id: "block-previous",
    name: (t) => t.dayPrevious,
    keys: ["k"],
    icon: "chevron",
    group: "block",
    screen,
    keyOnly: true,
    run: () => step(-1),
  },
  {
    id: "block-other",
    name: (t) => t.dayOther,
    keys: ["ArrowLeft", "ArrowRight"],
    icon: "chevron",
    group: "block",
    screen,
    keyOnly: true,
    when: hasBlock,
    run: cross,
  },
  ...PUSHES.map(
    ([id, text, key, fromBy, toBy]): Command => ({
      id,
      name: (t) => t[text],
      keys: [key],
      icon: "chevron",
      group: "block",
      screen,
      keyOnly: true,
      when: hasBlock,
      run: () => push(fromBy, toBy),
    }),
  ),
  {
    id: "block-edit",
    name: (t) => t.dayEdit,
    keys: ["Enter", "e"],
    icon: "page",
    group: "block",
    screen,
    when: hasBlock,
    run: forBlock(
      (thing) =>
        thing.it.kind !== "buffer" && (thing.lane === "record" || isMovable(thing)) && writeText(thing),
    ),
  },
  {
    id: "block-pin",
    name: (t) => t.dayPin,
    keys: ["p"],
    icon: "pin",
    group: "block",
    screen,
    when: hasBlock,
    run: forBlock((thing) => void pin(thing)),
  },
  {
    id: "block-start",
    name: (t) => t.dayStart,
    keys: ["s"],
    icon: "play",
    group: "block",
    screen,
    when: hasBlock,
    run: forBlock((thing) => thing.lane === "plan" && isStanding(thing.it) && startBlock(thing.it)),
  },
  {
    id: "block-drop",
    name: (t) => t.dayDrop,
    keys: ["Delete", "Backspace"],
    icon: "close",
    group: "block",
    screen,
    when: hasBlock,
    run: forBlock((thing) => void drop(thing)),
  },
  {
    id: "block-clear",
    name: (t) => t.clearSelection,
    keys: ["Escape"],
    icon: "close",
    group: "block",
    screen,
    keyOnly: true,
    run: () => {
      stopPushing();
      today.set({ selected: null, proposal: null, refused: null, showsDays: false });
    },
  },
];
