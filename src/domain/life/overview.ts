// What the lives of a page come to: years in figures, how long things take to be finished by kind, what was always on top and
// never moved, what stands longest, what was moved most, what went quietly. Figures are of items of a list of their own; steps
// are counted apart. Pure: the same lives and the same day give the same overview.

import { epochDayOf, type LocalDate } from "../../base/index.ts";
import type { Priority } from "../item.ts";
import type { Life } from "./life.ts";
import { begunAt, cameDone, dayOfLife, daysOfLife, isMove, isWork, spellsOf } from "./life-spells.ts";

/** One year of the page. */
export interface LifeYear {
  year: number;
  /** Those that the first revision had already are `found`, not `came`. */
  found: number;
  came: number;
  finished: number;
  gone: number;
  /** Changes of words, priority, heading or parent. */
  moves: number;
  /** Open on the page at the end of the year, or today. */
  standing: number;
  stepsFinished: number;
}

/** How long items of one kind take. Counted from the day they came; those that the first revision had already, or that came as done, say nothing of it. */
export interface FinishTime {
  by: "all" | "role" | "priority" | "group";
  /** `learning`, `highest`, a label's words; `none` where there is none. */
  key: string;
  /** How many it rests on, and what became of them. */
  cases: number;
  finished: number;
  gone: number;
  standing: number;
  /** Of those that were finished: half of them took at most so many days. */
  medianDays: number | null;
  /**
   * Share that is finished, and gone, within a year of coming: Aalen-Johansen, so that what still stands counts for as long as
   * it has stood, and what is gone can no longer be finished. Null where nothing was watched that long.
   */
  finishedInYear: number | null;
  goneInYear: number | null;
}

/** An item in a list of the overview. */
export interface LifeNote {
  id: string;
  title: string;
  priority: Priority | null;
  from: string;
  to: string | null;
  days: number;
  /** It stood there when the history begins: it is at least as old as that. */
  isOlder: boolean;
  /** Moves, of those moved most. */
  count: number;
}

export interface LivesOverview {
  /** Days of the first and the last revision. */
  since: string | null;
  until: string | null;
  revisions: number;
  counts: {
    items: number;
    finished: number;
    standing: number;
    gone: number;
    steps: number;
    stepsFinished: number;
  };
  years: LifeYear[];
  times: FinishTime[];
  /** The highest priority that the page uses; null where it has none. */
  top: Priority | null;
  /** Always of that priority, and nothing was ever done about it as far as the page says. */
  neverMoved: LifeNote[];
  standing: LifeNote[];
  mostMoved: LifeNote[];
  /** Gone without having been begun, the last first. */
  droppedQuietly: LifeNote[];
  /** Begun, and still not finished. */
  begun: LifeNote[];
}

/** Fewer cases than this are called too few. */
export const ENOUGH_LIVES = 10;
const YEAR_DAYS = 365;
const LISTED = 10;
const MOST_GROUPS = 6;
const PRIORITIES: readonly Priority[] = ["highest", "high", "medium", "low"];

/** @param today the last day that counts */
export function readOverview(
  lives: readonly Life[],
  revisions: readonly { at: string }[],
  today: LocalDate,
): LivesOverview {
  const days = revisions.map(({ at }) => dayOfLife(at)).sort();
  const first = revisions[0]?.at ?? null;
  const items = lives.filter(isOwn);
  const standing = items.filter(({ end }) => end === null);
  const top = PRIORITIES.find((one) => items.some((life) => hadPriority(life, one))) ?? null;
  const noteOf = (life: Life): LifeNote => ({
    id: life.id,
    title: life.title,
    priority: life.priority,
    from: dayOfLife(life.cameAt),
    to: life.endedAt === null ? null : dayOfLife(life.endedAt),
    days: daysOfLife(life.cameAt, life.endedAt ?? today),
    isOlder: life.cameAt === first,
    count: life.events.filter(isMove).length,
  });
  const byDays = (a: LifeNote, b: LifeNote): number => b.days - a.days;
  const neverMoved = items.filter(
    (life) =>
      top !== null &&
      life.end !== "finished" &&
      life.state === "open" &&
      spellsOf(life).every(({ priority }) => priority === top) &&
      !life.events.some(isWork),
  );
  return {
    since: days[0] ?? null,
    until: days.at(-1) ?? null,
    revisions: revisions.length,
    counts: {
      items: items.length,
      finished: items.filter(({ end }) => end === "finished").length,
      standing: standing.length,
      gone: items.filter(({ end }) => end === "gone").length,
      steps: lives.length - items.length,
      stepsFinished: lives.filter((life) => !isOwn(life) && life.end === "finished").length,
    },
    years: yearsOf(lives, first, days[0], today),
    times: timesOf(items, first, today),
    top,
    neverMoved: neverMoved.map(noteOf).sort(byDays).slice(0, LISTED),
    standing: standing.map(noteOf).sort(byDays).slice(0, LISTED),
    mostMoved: items
      .map(noteOf)
      .filter(({ count }) => count > 1)
      .sort((a, b) => b.count - a.count || byDays(a, b))
      .slice(0, LISTED),
    droppedQuietly: items
      .filter((life) => life.end === "gone" && life.state === "open" && begunAt(life) === null)
      .map(noteOf)
      .sort((a, b) => ((a.to ?? "") < (b.to ?? "") ? 1 : -1))
      .slice(0, LISTED),
    begun: standing
      .filter((life) => begunAt(life) !== null)
      .map(noteOf)
      .sort(byDays)
      .slice(0, LISTED),
  };
}

/** An item of a list of its own, not a step. */
function isOwn({ path, title }: Life): boolean {
  return path === title || !path.includes(" › ");
}

function hadPriority(life: Life, priority: Priority): boolean {
  return spellsOf(life).some((spell) => spell.priority === priority);
}

function yearsOf(
  lives: readonly Life[],
  first: string | null,
  since: LocalDate | undefined,
  today: LocalDate,
): LifeYear[] {
  if (since === undefined) return [];
  const from = Number(since.slice(0, 4));
  const years = Array.from(
    { length: Number(today.slice(0, 4)) - from + 1 },
    (_, at): LifeYear => ({
      year: from + at,
      ...{ found: 0, came: 0, finished: 0, gone: 0, moves: 0, standing: 0, stepsFinished: 0 },
    }),
  );
  const yearAt = (at: string): LifeYear | undefined => years[Number(at.slice(0, 4)) - from];
  for (const life of lives) {
    const ended = life.endedAt === null ? undefined : yearAt(life.endedAt);
    if (!isOwn(life)) {
      if (ended !== undefined && life.end === "finished") ended.stepsFinished++;
      continue;
    }
    const came = yearAt(life.cameAt);
    if (came !== undefined) came[life.cameAt === first ? "found" : "came"]++;
    if (ended !== undefined && life.end !== null) ended[life.end]++;
    for (const event of life.events) {
      const year = isMove(event) ? yearAt(event.at) : undefined;
      if (year !== undefined) year.moves++;
    }
    const last = life.endedAt === null ? Number.POSITIVE_INFINITY : Number(life.endedAt.slice(0, 4));
    for (const year of years)
      if (year.year >= Number(life.cameAt.slice(0, 4)) && year.year < last) year.standing++;
  }
  return years;
}

/** One life as a case: after so many days it was finished, gone, or is still watched. */
export interface LifeCase {
  days: number;
  end: Life["end"];
}

function timesOf(items: readonly Life[], first: string | null, today: LocalDate): FinishTime[] {
  const known = items.filter((life) => life.cameAt !== first && !cameDone(life));
  const rows: FinishTime[] = [];
  const add = (by: FinishTime["by"], key: string, lives: readonly Life[]): void => {
    if (lives.length === 0) return;
    const cases = lives.map(
      ({ cameAt, endedAt, end }): LifeCase => ({ days: daysOfLife(cameAt, endedAt ?? today), end }),
    );
    rows.push({ by, key, ...timeOf(cases) });
  };
  add("all", "all", known);
  for (const role of ["learning", "reading"] as const)
    add(
      "role",
      role,
      known.filter((life) => life.role === role),
    );
  for (const priority of [...PRIORITIES, null])
    add(
      "priority",
      priority ?? "none",
      known.filter((life) => spellsOf(life)[0]?.priority === priority),
    );
  const groups = new Map<string, Life[]>();
  for (const life of known)
    if (life.group !== null) groups.set(life.group, [...(groups.get(life.group) ?? []), life]);
  const largest = [...groups]
    .filter(([, lives]) => lives.length >= 3)
    .sort((a, b) => b[1].length - a[1].length);
  for (const [group, lives] of largest.slice(0, MOST_GROUPS)) add("group", group, lives);
  return rows;
}

/** What a number of cases says of how long it takes. */
export function timeOf(cases: readonly LifeCase[]): Omit<FinishTime, "by" | "key"> {
  const finished = cases.filter(({ end }) => end === "finished").map(({ days }) => days);
  finished.sort((a, b) => a - b);
  const middle = finished.length >> 1;
  const median =
    finished.length === 0
      ? null
      : finished.length % 2 === 1
        ? finished[middle]!
        : (finished[middle - 1]! + finished[middle]!) / 2;
  const share = cases.some(({ days }) => days >= YEAR_DAYS) ? incidence(cases, YEAR_DAYS) : null;
  return {
    cases: cases.length,
    finished: finished.length,
    gone: cases.filter(({ end }) => end === "gone").length,
    standing: cases.filter(({ end }) => end === null).length,
    medianDays: median,
    finishedInYear: share?.finished ?? null,
    goneInYear: share?.gone ?? null,
  };
}

/**
 * Cumulative incidence of two competing ends with right censoring: O. Aalen and S. Johansen, An empirical transition matrix for
 * nonhomogeneous Markov chains, 1978. What ends and is censored on one day ends first.
 */
export function incidence(cases: readonly LifeCase[], days: number): { finished: number; gone: number } {
  const found = { finished: 0, gone: 0 };
  const times = [...new Set(cases.filter(({ end }) => end !== null).map((one) => one.days))].sort(
    (a, b) => a - b,
  );
  let left = 1;
  for (const time of times) {
    if (time > days) break;
    const atRisk = cases.filter((one) => one.days >= time).length;
    const ended = (end: Life["end"]): number =>
      cases.filter((one) => one.days === time && one.end === end).length / atRisk;
    const [finished, gone] = [ended("finished"), ended("gone")];
    found.finished += left * finished;
    found.gone += left * gone;
    left *= 1 - finished - gone;
  }
  return found;
}

/** Days as a number, for faces that draw. */
export function epochDayOfLife(at: string): number {
  return epochDayOf(dayOfLife(at));
}
