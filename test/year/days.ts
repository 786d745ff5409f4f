// The days of a generated year: what was planned, what was recorded, as drafts from which notes are printed (note.ts). A
// week is thrown anew until it keeps as much of its plan as it is cast to keep.

import { addDays, type Chance, mondayOf, weekdayOf } from "./chance.ts";
import { isOnPage, priorityAt, type Story, type StoryItem, titleAt } from "./story.ts";
import type { Calendar, Promises } from "./weeks.ts";
import { INTERRUPTIONS, OTHERS, REMARKS, type Sayer } from "./words.ts";

/** Minutes after the day's midnight; past 1440 in the night behind it. */
export interface DraftRecord {
  from: number;
  to: number;
  text: string;
  isInterruption: boolean;
  /** The part of its item; null for what is none. */
  part: string | null;
}

export interface DraftBlock {
  from: number;
  to: number;
  text: string;
  part: string | null;
  state: " " | "x" | ">" | "-";
  kind: "work" | "buffer" | "interruption";
  reasons: string[];
}

export interface DraftDay {
  date: string;
  isOff: boolean;
  plannedAt: number | null;
  blocks: DraftBlock[];
  records: DraftRecord[];
}

const SLOTS: readonly (readonly [number, number])[] = [
  [540, 630],
  [645, 720],
  [840, 915],
  [930, 985],
];
const THINKING_AT = 990;
const BUFFER: readonly [number, number] = [1050, 1080];

/** How often an item is chosen, by the part that it plays, while it is under way. */
const WEIGHTS: Readonly<Record<string, number>> = {
  main: 26,
  steady: 17,
  starved: 15,
  early: 13,
  "high-a": 10,
  "high-b": 9,
  "high-c": 8,
  "high-d": 7,
  "high-e": 7,
  "high-gone": 5,
  "medium-a": 4,
  "medium-b": 4,
  "medium-new": 3,
  "reworded-known": 3,
  "reworded-alone": 3,
  "low-a": 1.5,
};

interface World {
  story: Story;
  calendar: Calendar;
  promises: Promises;
  sayer: Sayer;
}

/** @param nights Saturdays whose night has the clock change: something is recorded across it */
export function liveYear(world: World, nights: readonly string[], chance: Chance): DraftDay[] {
  const { calendar } = world;
  const weeks = [...new Set(calendar.noted.map(mondayOf))];
  const days: DraftDay[] = [];
  for (const monday of weeks) {
    const dates = calendar.noted.filter((date) => mondayOf(date) === monday);
    days.push(...liveWeek(world, monday, dates, chance));
    const saturday = addDays(monday, 5);
    const free = liveSaturday(world, saturday, nights.includes(saturday), chance.fork(saturday));
    if (free !== null) days.push(free);
  }
  for (const saturday of nights) {
    if (days.some(({ date }) => date === saturday)) continue;
    days.push(liveSaturday(world, saturday, true, chance.fork(saturday))!);
  }
  return days.sort((a, b) => (a.date < b.date ? -1 : 1));
}

function liveWeek(world: World, monday: string, dates: readonly string[], chance: Chance): DraftDay[] {
  const isBad = world.promises.badWeeks.includes(monday);
  for (let attempt = 0; ; attempt++) {
    const own = chance.fork(`${monday}/${attempt}`);
    const days = dates.map((date) => liveDay(world, date, isBad, own));
    const { least, most } = keptShares(days);
    if (attempt === 200 || (isBad ? most < 0.44 : least > 0.56)) return days;
  }
}

/** How much of the plan is kept: at least, where only the same text counts; at most, where all of one item does. */
function keptShares(days: readonly DraftDay[]): { least: number; most: number } {
  let [planned, least, most] = [0, 0, 0];
  for (const { blocks, records } of days) {
    const wanted = blocks.filter(({ kind, state }) => kind === "work" && state !== ">");
    for (const { from, to } of wanted) planned += to - from;
    const sumUp = (keyOf: (one: { text: string; part: string | null }) => string): number => {
      const [plannedBy, spentBy] = [new Map<string, number>(), new Map<string, number>()];
      const add = (onto: Map<string, number>, one: DraftRecord | DraftBlock): void =>
        void onto.set(keyOf(one), (onto.get(keyOf(one)) ?? 0) + one.to - one.from);
      for (const one of wanted) add(plannedBy, one);
      for (const one of records) if (!one.isInterruption) add(spentBy, one);
      return [...plannedBy].reduce((sum, [key, min]) => sum + Math.min(min, spentBy.get(key) ?? 0), 0);
    };
    least += sumUp(({ text }) => text.replace(/: .*|：.*/, ""));
    most += sumUp(({ text, part }) => part ?? text.replace(/: .*|：.*/, ""));
  }
  return { least: least / planned, most: most / planned };
}

function isActive(item: StoryItem, date: string): boolean {
  if (item.startedOn === null || item.startedOn > date || !isOnPage(item, date)) return false;
  return (item.doneOn === null || date <= item.doneOn) && (item.droppedOn === null || date < item.droppedOn);
}

function weightsAt({ story }: World, date: string): [StoryItem, number][] {
  return story.items.flatMap((item): [StoryItem, number][] => {
    let weight = WEIGHTS[item.part] ?? 0;
    if (item.part === "starved" && date >= story.starvedFrom) weight = 0;
    if (item.part === "raised") weight = priorityAt(item, date) === "highest" ? 19 : 6;
    return weight > 0 && isActive(item, date) ? [[item, weight]] : [];
  });
}

/** An item's path as it is that day, often with the step that is next. */
function textOf(item: StoryItem, date: string, chance: Chance): string {
  const next = item.steps.find(({ doneOn }) => doneOn === null || doneOn >= date);
  const title = titleAt(item, date);
  return next !== undefined && chance.percent(65) ? `${title} › ${next.title}` : title;
}

function liveDay(world: World, date: string, isBad: boolean, chance: Chance): DraftDay {
  const { story, promises, sayer } = world;
  const { say, of } = sayer;
  const isAutumn = date >= story.stretches.autumn.from && date <= story.stretches.autumn.to;
  const isRaining = promises.interruptionDays.includes(date);
  const blocks: DraftBlock[] = [];
  const records: DraftRecord[] = [];
  const autumn = story.items.find(({ part }) => part === "autumn")!;
  const remark = (): string => (chance.percent(18) ? `${sayer.colon}${of(chance.pick(REMARKS))}` : "");
  const record = (from: number, to: number, text: string, part: string | null = null): void => {
    if (to > from) records.push({ from, to, text, isInterruption: false, part });
  };
  const interrupt = (from: number, to: number, text: string): void => {
    records.push({ from, to, text, isInterruption: true, part: null });
  };
  const block = (from: number, to: number, text: string, part: string | null = null): DraftBlock => {
    const made: DraftBlock = { from, to, text, part, state: " ", kind: "work", reasons: [] };
    blocks.push(made);
    return made;
  };
  /** Something that stood in no plan. */
  const drift = (from: number, to: number): void => {
    const item = chance.weigh(weightsAt(world, date));
    const isPlanned = blocks.some(({ part }) => part === item.part);
    if (isPlanned || chance.percent(50)) record(from, to, of(chance.pick(OTHERS)) + remark());
    else record(from, to, textOf(item, date, chance) + remark(), item.part);
  };
  const weights = weightsAt(world, date).map(([item, weight]) => [item, weight] as const);
  const slipper = story.items.find(({ part }) => part === "slipping")!;
  const { slipping } = story.stretches;
  const isSlipDay = date >= slipping.from && date <= slipping.to && weekdayOf(date) % 2 === 1;

  SLOTS.forEach(([from, to], index) => {
    if (isAutumn && index === 3) {
      record(from + chance.int(0, 8), to + chance.int(-5, 2), titleAt(autumn, date) + remark(), "autumn");
      return;
    }
    if (isSlipDay && index === 3) {
      slip(from, to);
      return;
    }
    const item = chance.weigh(weights);
    const text = textOf(item, date, chance);
    if (isRaining && index === 1) {
      const call = of(chance.pick(INTERRUPTIONS));
      const until = from + chance.int(50, 70);
      block(from, to, text, item.part).state = ">";
      interruptionBlock(from, until, call);
      interrupt(from, until, call);
      const moved = block(1085, 1085 + to - from, text, item.part);
      moved.reasons.push(
        sayer.of([
          `was at ${wallText(from)}: interruption “${call}”`,
          `原定 ${wallText(from)}，因打断“${call}”`,
        ]),
      );
      if (chance.percent(60)) record(1086, 1085 + to - from - chance.int(0, 10), text, item.part);
      return;
    }
    const planned = block(from, to, text, item.part);
    if (chance.percent(30)) planned.reasons.push(say(priorityAt(item, date)));
    const roll = chance.int(1, 100);
    const [full, part] = isBad ? [24, 34] : [88, 95];
    const spoken = chance.percent(12) ? titleAt(item, date) : text;
    if (roll <= full) record(from + chance.int(0, 6), to + chance.int(-6, 4), spoken + remark(), item.part);
    else if (roll <= part)
      record(
        from + chance.int(0, 20),
        to - Math.round((to - from) * (isBad ? 0.6 : 0.3)),
        spoken + remark(),
        item.part,
      );
    else if (chance.percent(70)) drift(from + chance.int(0, 12), to - chance.int(0, 8));
    if (roll <= part ? chance.percent(55) : chance.percent(4)) planned.state = "x";
    const last = records.at(-1);
    if (isRaining && index === 2) {
      const call = of(chance.pick(INTERRUPTIONS));
      const at = from + chance.int(15, 25);
      if (last !== undefined && last.from >= from) {
        last.to = at;
        if (last.from >= at) records.pop();
      }
      interrupt(at, at + chance.int(40, 48), call);
    } else if (
      !isBad &&
      !isRaining &&
      index === 2 &&
      chance.percent(20) &&
      last !== undefined &&
      last.from >= from &&
      last.to - last.from > 40
    ) {
      const min = chance.int(4, 18);
      last.to -= min;
      interrupt(last.to, last.to + min, of(chance.pick(INTERRUPTIONS)));
    }
  });

  /** The item that slips again and again: moved and then left, fallen out, or simply not done. */
  function slip(from: number, to: number): void {
    const text = titleAt(slipper, date);
    const way = chance.int(1, 3);
    const planned = block(from, to, text, "slipping");
    if (way === 1) {
      planned.state = ">";
      block(1082, 1082 + to - from, text, "slipping").reasons.push(
        sayer.of([`was at ${wallText(from)}`, `原定 ${wallText(from)}`]),
      );
    } else if (way === 2) planned.state = "-";
    if (chance.percent(60))
      record(from + chance.int(0, 10), to - chance.int(2, 9), of(chance.pick(OTHERS)) + remark());
  }

  function interruptionBlock(from: number, to: number, text: string): void {
    blocks.push({ from, to, text, part: null, state: " ", kind: "interruption", reasons: [] });
  }

  const thinking = promises.thinking.get(date);
  if (thinking !== undefined) {
    const from = THINKING_AT + chance.int(-1, 2);
    if (chance.percent(75)) block(THINKING_AT, THINKING_AT + 60, say("thinking"));
    record(from, from + thinking, say("thinking") + remark());
  }
  blocks.push({
    from: BUFFER[0],
    to: BUFFER[1],
    text: "",
    part: null,
    state: isRaining ? "-" : " ",
    kind: "buffer",
    reasons: [],
  });
  const piano = promises.piano.get(date);
  if (piano !== undefined) record(500, 500 + piano, say("piano"));
  const calls = promises.calls.get(date);
  if (calls !== undefined) record(742, 742 + calls, say("calls") + remark());
  const lookBack = promises.lookBack.get(date);
  if (lookBack !== undefined) {
    // On Fridays thinking has no place, on other last days of a week it comes before.
    const from = thinking === undefined ? 1000 : 1300;
    if (thinking === undefined && chance.percent(60)) block(1000, 1030, say("lookBack"));
    record(from, from + lookBack, say("lookBack"));
  }
  const swimming = promises.swimming.get(date);
  if (swimming !== undefined) {
    if (chance.percent(50)) block(1175, 1205, say("swimming")).reasons.push(say("swimming"));
    record(1172, 1172 + swimming, say("swimming") + remark());
  }
  const papers = promises.papers.get(date);
  if (papers !== undefined) record(1225, 1225 + papers, say("papers"));
  else if (isAutumn && weekdayOf(date) <= 4 && chance.percent(85))
    record(1225, chance.int(1275, 1292), `${titleAt(autumn, date)}${remark()}`, "autumn");
  if (isAutumn && chance.percent(20))
    record(1395, 1395 + chance.int(20, 110), titleAt(autumn, date), "autumn");
  else if (chance.percent(3)) record(1395, 1395 + chance.int(10, 40), of(chance.pick(OTHERS)));
  if (chance.percent(4)) block(785, 805, say("errand"));

  const hasPlan = isRaining || isBad || isSlipDay || !chance.percent(5);
  if (!hasPlan) blocks.length = 0;
  blocks.sort((a, b) => a.from - b.from);
  records.sort((a, b) => a.from - b.from);
  return { date, isOff: false, plannedAt: hasPlan ? chance.int(515, 538) : null, blocks, records };
}

/** A Saturday with a note, or null; with a clock change in its night, work across it. */
function liveSaturday(world: World, date: string, isNight: boolean, chance: Chance): DraftDay | null {
  const { story, sayer } = world;
  const { autumn: stretch } = story.stretches;
  const records: DraftRecord[] = [];
  const autumn = story.items.find(({ part }) => part === "autumn")!;
  if (date >= stretch.from && date <= stretch.to && chance.percent(85)) {
    const from = chance.int(590, 640);
    const text = titleAt(autumn, date);
    records.push({ from, to: from + chance.int(120, 190), text, isInterruption: false, part: "autumn" });
  } else if (chance.percent(8) && weightsAt(world, date).length > 0) {
    const item = chance.weigh(weightsAt(world, date));
    const from = chance.int(600, 660);
    records.push({
      from,
      to: from + chance.int(30, 90),
      text: textOf(item, date, chance),
      isInterruption: false,
      part: item.part,
    });
  }
  if (isNight) {
    const [first, second] = [sayer.of(OTHERS[0]!), sayer.of(OTHERS[1]!)];
    records.push({ from: 1390, to: 1440 + 70, text: first, isInterruption: false, part: null });
    records.push({ from: 1440 + 90, to: 1440 + 210, text: second, isInterruption: false, part: null });
  }
  return records.length === 0 ? null : { date, isOff: true, plannedAt: null, blocks: [], records };
}

/** `09:05`; the hours of the night go on from 24 as on the wall. */
export function wallText(min: number): string {
  const at = min % 1440;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}
