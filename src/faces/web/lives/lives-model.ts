// From lives to lanes: which are shown, in which order, and where on the line of time each stretch and event stands. Pure.

import { fold } from "../../../base/index.ts";
import {
  dayOfLife,
  epochDayOfLife,
  type Life,
  type LifeEvent,
  type LifeSpell,
  type Priority,
  spellsOf,
} from "../../../domain/index.ts";
import type { LivesView } from "./lives-view.ts";

export interface Lane {
  life: Life;
  /** Titles above it; empty for an item of a list of its own. */
  above: string;
  leaf: string;
  spells: LifeSpell[];
  /** Events to mark, in order; a finish stands for the state that comes with it. */
  events: LifeEvent[];
  /** For search. */
  folded: string;
  end: number;
}

/** The line of time: first and last day as epoch days. */
export interface TimeScale {
  from: number;
  to: number;
}

export function lanesOf(lives: readonly Life[], today: string): Lane[] {
  return lives.map((life) => {
    const cut = life.path.lastIndexOf(" › ");
    const isStep = cut >= 0 && life.path !== life.title;
    return {
      life,
      above: isStep ? life.path.slice(0, cut) : "",
      leaf: life.title,
      spells: spellsOf(life),
      events: life.events.filter((event) => !isDoubled(event, life)),
      folded: fold([life.path, ...life.titles.map(({ title }) => title)].join("\n")),
      end: epochDayOfLife(life.endedAt ?? today),
    };
  });
}

/** A finish comes with its state event; in the words of people they are one. */
function isDoubled({ kind, to, revision }: LifeEvent, { events }: Life): boolean {
  return (
    kind === "state" &&
    to === "done" &&
    events.some((one) => one.kind === "finished" && one.revision === revision)
  );
}

const RANK: Readonly<Record<Priority, number>> = { highest: 4, high: 3, medium: 2, low: 1 };
const rankOf = (priority: Priority | null): number => (priority === null ? 0 : RANK[priority]);

/** What is shown, in its order. */
export function chooseLanes(
  lanes: readonly Lane[],
  { search, order, show, year }: LivesView,
  steps: boolean,
  today: string,
): Lane[] {
  const wanted = fold(search.trim());
  const chosen = lanes.filter(({ life, above, folded }) => {
    if (wanted !== "" && !folded.includes(wanted)) return false;
    // Whoever searches means steps, too.
    if (!steps && wanted === "" && above !== "") return false;
    if (year !== null && !stoodIn(life, year, today)) return false;
    if (show === "open") return life.end === null;
    return show === "all" || life.end === show;
  });
  const came = (a: Lane, b: Lane): number =>
    a.life.cameAt < b.life.cameAt ? -1 : a.life.cameAt > b.life.cameAt ? 1 : 0;
  const length = ({ life, end }: Lane): number => end - epochDayOfLife(life.cameAt);
  const by: Record<LivesView["order"], (a: Lane, b: Lane) => number> = {
    came,
    priority: (a, b) => rankOf(b.life.priority) - rankOf(a.life.priority) || came(a, b),
    end: (a, b) => endOrder(a) - endOrder(b) || b.end - a.end || came(a, b),
    length: (a, b) => length(b) - length(a) || came(a, b),
  };
  return chosen.sort(by[order]);
}

/** Finished, then standing, then gone. */
function endOrder({ life }: Lane): number {
  return life.end === "finished" ? 0 : life.end === null ? 1 : 2;
}

function stoodIn(life: Life, year: number, today: string): boolean {
  const last = dayOfLife(life.endedAt ?? today);
  return Number(life.cameAt.slice(0, 4)) <= year && Number(last.slice(0, 4)) >= year;
}

export function scaleOf(since: string, today: string, year: number | null): TimeScale {
  if (year !== null)
    return { from: epochDayOfLife(`${year}-01-01`), to: epochDayOfLife(`${year + 1}-01-01`) };
  const [from, to] = [epochDayOfLife(since), epochDayOfLife(today)];
  // Some air at both ends, and never a line without a length.
  const air = Math.max(3, (to - from) * 0.015);
  return { from: from - air, to: to + air };
}

/** Percent along the line of time; may lie outside 0 to 100. */
export function placeOf(at: string, scale: TimeScale): number {
  return placeOfDay(epochDayOfLife(at), scale);
}

export function placeOfDay(day: number, { from, to }: TimeScale): number {
  return ((day - from) / (to - from)) * 100;
}

/** Where years, or months of a short stretch, begin. */
export function ticksOf({ from, to }: TimeScale): { day: number; year: number; month: number }[] {
  const days = to - from;
  const step = days > 365 * 12 ? 24 : days > 365 * 3 ? 12 : days > 365 * 1.4 ? 3 : days > 70 ? 1 : 1;
  const first = new Date(from * 86_400_000);
  const ticks: { day: number; year: number; month: number }[] = [];
  let month = first.getUTCFullYear() * 12 + Math.floor(first.getUTCMonth() / step) * step;
  for (; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
    if (day > to) return ticks;
    if (day >= from) ticks.push({ day, year: Math.floor(month / 12), month: (month % 12) + 1 });
  }
}

/** The event of a lane that lies nearest to a place in percent. */
export function nearestEvent({ events }: Lane, place: number, scale: TimeScale): number {
  let best = 0;
  events.forEach(({ at }, index) => {
    const distance = Math.abs(placeOf(at, scale) - place);
    if (distance < Math.abs(placeOf(events[best]!.at, scale) - place)) best = index;
  });
  return best;
}

/** Days on which the page was another than before, ascending, each once; today at the end. */
export function daysWithPages(revisions: readonly { at: string }[], today: string): string[] {
  const days = new Set(revisions.map(({ at }) => dayOfLife(at) as string));
  return [...[...days].filter((day) => day < today).sort(), today];
}
