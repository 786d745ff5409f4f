// What a generated year promises week by week, and where it breaks the promise: which days are worked and noted, in which
// weeks the plan slips, on which days interruptions rain, and how long each commitment gets on each day.

import { addDays, type Chance, daysFrom, mondayOf, weekdayOf } from "./chance.ts";
import type { Story } from "./story.ts";

export interface Calendar {
  year: number;
  /** Inclusive, as nunc.yaml says them. */
  daysOff: { from: string; to: string }[];
  /** Working days by the settings, ascending. */
  workdays: string[];
  /** Of these, those with a note; a few were spent ill in bed. */
  noted: string[];
}

/** From the first Monday of January to the Friday before Christmas, less a week in August and some holidays. */
export function castCalendar(year: number, chance: Chance): Calendar {
  let first = `${year}-01-02`;
  while (weekdayOf(first) !== 1) first = addDays(first, 1);
  let last = `${year}-12-23`;
  while (weekdayOf(last) !== 5) last = addDays(last, -1);
  const summer = mondayOf(addDays(`${year}-08-08`, chance.int(0, 6)));
  const weeks = daysFrom(first, last).filter((date) => weekdayOf(date) === 1 && date !== summer);
  // Single days, no two in one week: six holidays, three days of illness.
  const single = chance.some(weeks.slice(2, -2), 9).map((monday) => addDays(monday, chance.int(0, 4)));
  const ill = new Set(chance.some(single, 3));
  const daysOff = [
    { from: `${year}-01-01`, to: addDays(first, -1) },
    { from: summer, to: addDays(summer, 6) },
    ...single.filter((date) => !ill.has(date)).map((date) => ({ from: date, to: date })),
    { from: addDays(last, 1), to: `${year}-12-31` },
  ].sort((a, b) => (a.from < b.from ? -1 : 1));
  const workdays = daysFrom(`${year}-01-01`, `${year}-12-31`).filter(
    (date) => weekdayOf(date) <= 5 && !daysOff.some(({ from, to }) => date >= from && date <= to),
  );
  return { year, daysOff, workdays, noted: workdays.filter((date) => !ill.has(date)) };
}

export interface Promises {
  /** Mondays of weeks in which less than half of the plan is kept. */
  badWeeks: string[];
  interruptionDays: string[];
  /** Minutes by day. */
  thinking: Map<string, number>;
  swimming: Map<string, number>;
  calls: Map<string, number>;
  papers: Map<string, number>;
  piano: Map<string, number>;
  lookBack: Map<string, number>;
  /** First days of the periods that are broken. */
  broken: Record<"thinking" | "swimming" | "calls" | "papers" | "piano" | "lookBack", string[]>;
}

export const THINKING_MIN = 120;
export const SWIMS = 3;
export const CALLS_MAX_MIN = 300;
export const PAPERS_MIN = 240;
export const PIANO_MIN = 20;
export const LOOK_BACK_MIN = 30;

export function castPromises(calendar: Calendar, story: Story, chance: Chance): Promises {
  const days = new Map<string, string[]>();
  for (const date of calendar.noted) days.set(mondayOf(date), [...(days.get(mondayOf(date)) ?? []), date]);
  const weeks = [...days.keys()];
  const { slipping } = story.stretches;
  const calm = weeks.filter((monday) => monday < slipping.from || monday > slipping.to);
  const badWeeks = apart(chance.fork("bad"), calm.slice(2, -1), 5);
  const good = weeks.filter((monday) => !badWeeks.includes(monday));
  const interruptionDays = chance
    .fork("interrupted")
    .some(good, 9)
    .map((monday) => chance.pick(days.get(monday)!.filter((date) => weekdayOf(date) <= 4)))
    .filter((date) => date !== undefined);
  const promises: Promises = {
    badWeeks,
    interruptionDays,
    thinking: new Map(),
    swimming: new Map(),
    calls: new Map(),
    papers: new Map(),
    piano: new Map(),
    lookBack: new Map(),
    broken: { thinking: [], swimming: [], calls: [], papers: [], piano: [], lookBack: [] },
  };
  const { broken } = promises;
  broken.thinking = chance.fork("thinking").some(weeks, 6);
  broken.swimming = chance.fork("swimming").some(weeks, 5);
  broken.calls = chance.fork("calls").some(weeks, 4);
  for (const monday of weeks) {
    const here = days.get(monday)!;
    const early = here.filter((date) => weekdayOf(date) <= 4);
    spread(promises.thinking, early, broken.thinking.includes(monday) ? chance.int(0, 1) : 2, () =>
      broken.thinking.includes(monday) ? chance.int(35, 75) : chance.int(60, 75),
    );
    const swims = broken.swimming.includes(monday) ? chance.int(0, SWIMS - 1) : SWIMS;
    spread(promises.swimming, here, swims, () => chance.int(25, 45));
    const isOver = broken.calls.includes(monday);
    spread(promises.calls, here, isOver ? here.length : chance.int(2, 4), () =>
      isOver
        ? Math.ceil(chance.int(CALLS_MAX_MIN + 15, CALLS_MAX_MIN + 70) / here.length)
        : chance.int(20, 60),
    );
    promises.lookBack.set(here.at(-1)!, chance.int(LOOK_BACK_MIN, LOOK_BACK_MIN + 10));
  }

  /** Lays so many times of a length on days of the week. */
  function spread(onto: Map<string, number>, dates: string[], times: number, lengthMin: () => number): void {
    for (const date of chance.some(dates, times)) onto.set(date, lengthMin());
  }

  const months = Array.from({ length: 12 }, (_, at) => `${calendar.year}-${String(at + 1).padStart(2, "0")}`);
  const poor = chance.fork("papers").some(months, 3);
  for (const month of months) {
    const fridays = calendar.noted.filter((date) => date.startsWith(month) && weekdayOf(date) === 5);
    if (poor.includes(month)) {
      broken.papers.push(`${month}-01`);
      if (chance.percent(60)) promises.papers.set(chance.pick(fridays), chance.int(40, 120));
      continue;
    }
    const used = fridays.length > 3 ? chance.some(fridays, 3) : fridays;
    for (const date of used)
      promises.papers.set(date, Math.ceil((PAPERS_MIN + chance.int(5, 30)) / used.length));
  }

  // A day in bed is a working day without a scale played.
  const missed = new Set(chance.fork("piano").some(calendar.noted, 17));
  for (const date of calendar.noted)
    if (!missed.has(date)) promises.piano.set(date, chance.int(PIANO_MIN, 32));
    else if (chance.percent(40)) promises.piano.set(date, chance.int(6, PIANO_MIN - 1));
  broken.piano = calendar.workdays.filter((date) => (promises.piano.get(date) ?? 0) < PIANO_MIN);
  return promises;
}

/** So many weeks, no two of them neighbours. */
function apart(chance: Chance, weeks: readonly string[], count: number): string[] {
  const found: string[] = [];
  for (const monday of chance.shuffle(weeks)) {
    if (found.length === count) break;
    if (found.every((other) => Math.abs(Date.parse(monday) - Date.parse(other)) > 8 * 86_400_000))
      found.push(monday);
  }
  return found.sort();
}
