// The page of a generated year: its items with what becomes of each and when, and the page's text as it stood on any day. The
// parts that items play (what is starved, what takes the time) are cast here; days.ts gives them their hours.

import { addDays, type Chance, mondayOf, weekdayOf } from "./chance.ts";
import { BOOKS, type Sayer, STEPS, TITLES } from "./words.ts";

export type YearPriority = "highest" | "high" | "medium" | "low";

export interface StoryStep {
  title: string;
  doneOn: string | null;
}

export interface StoryItem {
  /** The part that it plays, or `extra-7`. */
  part: string;
  /** Ascending; the first is as the year begins. */
  titles: { from: string; title: string }[];
  priorities: { from: string; priority: YearPriority }[];
  group: "A" | "B";
  remark: string | null;
  steps: StoryStep[];
  cameOn: string | null;
  /** When it is marked as being done; the page's first day: it was before. */
  startedOn: string | null;
  doneOn: string | null;
  droppedOn: string | null;
  /** Struck through on the page, or cut out of it. */
  dropWay: "struck" | "cut";
}

export interface StoryBook {
  title: string;
  pages: number;
  /** Pages read, by day, ascending. */
  progress: { on: string; page: number }[];
  doneOn: string | null;
}

export interface Story {
  year: number;
  items: StoryItem[];
  books: StoryBook[];
  /** First and last day of each of the year's stretches. */
  stretches: Record<"quiet" | "slipping" | "autumn", { from: string; to: string }>;
  raisedOn: string;
  starvedFrom: string;
}

/** The parts with priority and, where it is said, the dates of the year (MM-DD, moved a little by the seed). */
const PARTS: readonly {
  part: string;
  priority: YearPriority;
  steps?: number;
  started?: string;
  done?: string;
  came?: string;
  dropped?: string;
  way?: "struck" | "cut";
}[] = [
  { part: "starved", priority: "highest", steps: 3, started: "01-01" },
  { part: "main", priority: "highest", steps: 3, started: "01-01" },
  { part: "early", priority: "highest", started: "01-01", done: "05-20" },
  { part: "steady", priority: "highest", started: "01-01" },
  { part: "high-a", priority: "high", steps: 2, started: "01-01" },
  { part: "high-b", priority: "high", started: "01-01", done: "04-10" },
  { part: "high-c", priority: "high", started: "04-15" },
  { part: "high-d", priority: "high", started: "01-01", done: "09-24" },
  { part: "high-e", priority: "high", started: "06-02", done: "12-04" },
  { part: "sunk", priority: "high" },
  { part: "high-gone", priority: "high", steps: 2, started: "01-01", dropped: "03-19", way: "cut" },
  { part: "raised", priority: "medium", steps: 2, started: "01-01" },
  { part: "slipping", priority: "medium" },
  { part: "medium-a", priority: "medium", started: "01-01", done: "07-16" },
  { part: "medium-b", priority: "medium", started: "03-11", done: "11-12" },
  { part: "medium-new", priority: "medium", came: "05-06", started: "08-19" },
  { part: "medium-gone", priority: "medium", dropped: "06-25", way: "struck" },
  { part: "reworded-known", priority: "medium", started: "01-01" },
  { part: "reworded-alone", priority: "medium", steps: 2, started: "01-01" },
  { part: "autumn", priority: "low" },
  { part: "low-a", priority: "low", started: "02-18" },
  { part: "low-gone", priority: "low", dropped: "10-15", way: "cut" },
  { part: "low-new", priority: "low", came: "09-09" },
];
const EXTRAS: readonly (readonly [YearPriority, number])[] = [
  ["medium", 8],
  ["low", 10],
];

/** The page is older than the year. */
export function beginOf(year: number): string {
  return `${year - 1}-12-14`;
}

export function castStory(year: number, chance: Chance, sayer: Sayer): Story {
  const titles = chance.fork("titles").shuffle(TITLES);
  const steps = chance.fork("steps").shuffle(STEPS);
  const first = beginOf(year);
  const on = (text: string | undefined): string | null =>
    text === undefined ? null : text === "01-01" ? first : workdayNear(`${year}-${text}`, chance.int(-4, 4));
  const items: StoryItem[] = PARTS.map((cast) => ({
    part: cast.part,
    titles: [{ from: first, title: sayer.of(titles.pop()!) }],
    priorities: [{ from: first, priority: cast.priority }],
    group: chance.percent(70) ? "A" : "B",
    remark: chance.percent(25) ? sayer.of(["because of work", "工作需要"]) : null,
    steps: Array.from({ length: cast.steps ?? 0 }, () => ({ title: sayer.of(steps.pop()!), doneOn: null })),
    cameOn: on(cast.came),
    startedOn: on(cast.started),
    doneOn: on(cast.done),
    droppedOn: on(cast.dropped),
    dropWay: cast.way ?? "struck",
  }));
  for (const [priority, count] of EXTRAS)
    for (let index = 0; index < count; index++)
      items.push({
        part: `extra-${priority}-${index}`,
        titles: [{ from: first, title: sayer.of(titles.pop()!) }],
        priorities: [{ from: first, priority }],
        group: chance.percent(60) ? "A" : "B",
        remark: null,
        steps: [],
        cameOn: null,
        startedOn: null,
        doneOn: null,
        droppedOn: null,
        dropWay: "struck",
      });
  const partOf = (part: string): StoryItem => items.find((item) => item.part === part)!;
  const raisedOn = workdayNear(`${year}-07-01`, chance.int(-3, 3));
  partOf("raised").priorities.push({ from: raisedOn, priority: "highest" });
  partOf("sunk").priorities.push({
    from: workdayNear(`${year}-02-24`, chance.int(-3, 3)),
    priority: "low",
  });
  for (const [part, day] of [
    ["reworded-known", "04-28"],
    ["reworded-alone", "08-25"],
  ] as const) {
    const item = partOf(part);
    item.titles.push({
      from: workdayNear(`${year}-${day}`, chance.int(-3, 3)),
      title: `${item.titles[0]!.title}${sayer.of([" in practice", "实战"])}`,
    });
  }
  const [mainSteps, highSteps, raisedSteps] = [
    partOf("main").steps,
    partOf("high-a").steps,
    partOf("raised").steps,
  ];
  mainSteps[0]!.doneOn = workdayNear(`${year}-04-02`, chance.int(-3, 3));
  mainSteps[1]!.doneOn = workdayNear(`${year}-08-27`, chance.int(-3, 3));
  highSteps[0]!.doneOn = workdayNear(`${year}-06-17`, chance.int(-3, 3));
  raisedSteps[0]!.doneOn = workdayNear(`${year}-09-03`, chance.int(-3, 3));
  const books = castBooks(year, chance.fork("books"), sayer);
  const starvedFrom = `${year}-03-01`;
  return {
    year,
    items,
    books,
    raisedOn,
    starvedFrom,
    stretches: {
      quiet: { from: mondayOf(`${year}-01-10`), to: addDays(starvedFrom, -1) },
      slipping: { from: mondayOf(`${year}-05-08`), to: addDays(mondayOf(`${year}-05-08`), 53) },
      autumn: { from: mondayOf(`${year}-09-07`), to: addDays(mondayOf(`${year}-11-27`), -1) },
    },
  };
}

function castBooks(year: number, chance: Chance, sayer: Sayer): StoryBook[] {
  const titles = chance.shuffle(BOOKS).map((book) => sayer.of(book));
  return titles.map((title, index) => {
    const book: StoryBook = { title, pages: chance.int(180, 620), progress: [], doneOn: null };
    if (index > 2) return book;
    // The first is read by summer, the second by winter, the third is given up in silence.
    const [from, to] = [
      ["01-20", "06-05"],
      ["06-20", "12-01"],
      ["02-10", "03-10"],
    ][index]!;
    const steps = index === 2 ? 2 : 6;
    for (let step = 1; step <= steps; step++) {
      const share = step / (steps + (index === 2 ? 6 : 1));
      const day = addDays(
        `${year}-${from}`,
        Math.round(share * daysApart(`${year}-${from}`, `${year}-${to}`)),
      );
      book.progress.push({ on: workdayNear(day, 0), page: Math.round(book.pages * share) });
    }
    if (index < 2) book.doneOn = workdayNear(`${year}-${to}`, chance.int(-3, 3));
    return book;
  });
}

function daysApart(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** A day from Monday to Friday near a day. */
function workdayNear(date: string, shift: number): string {
  const day = addDays(date, shift);
  const weekday = weekdayOf(day);
  return weekday <= 5 ? day : addDays(day, weekday === 6 ? -1 : 1);
}

function lastSince<T extends { from: string }>(list: readonly T[], date: string): T {
  return list.findLast(({ from }) => from <= date) ?? list[0]!;
}

export function titleAt(item: StoryItem, date: string): string {
  return lastSince(item.titles, date).title;
}

export function priorityAt(item: StoryItem, date: string): YearPriority {
  return lastSince(item.priorities, date).priority;
}

/** Whether it stands on the page; one that is struck through does. */
export function isOnPage(item: StoryItem, date: string): boolean {
  if (item.cameOn !== null && date < item.cameOn) return false;
  return item.droppedOn === null || item.dropWay === "struck" || date < item.droppedOn;
}

/** The page as it stands in the evening of a day. */
export function pageAt(
  story: Story,
  date: string,
  log: readonly { from: string; to: string; bullets: string[] }[],
  sayer: Sayer,
): string {
  const { say } = sayer;
  const lines = ["---", `title: "${say("title")}"`, "---", "", say("intro"), "", `## ${say("learning")}`, ""];
  for (const priority of ["highest", "high", "medium", "low"] as const) {
    lines.push(`### ${say(priority)}`, "");
    const here = story.items.filter((item) => isOnPage(item, date) && priorityAt(item, date) === priority);
    for (const group of ["A", "B"] as const) {
      const members = here.filter((item) => item.group === group);
      if (members.length === 0) continue;
      lines.push(say(group === "A" ? "groupA" : "groupB"), "");
      for (const item of members) lines.push(...itemLines(item, date, sayer));
      lines.push("");
    }
  }
  lines.push(`## ${say("reading")}`, "");
  const books = story.books.map((book) => ({
    ...book,
    page: book.progress.findLast(({ on }) => on <= date)?.page ?? 0,
    isDone: book.doneOn !== null && book.doneOn <= date,
  }));
  const list = (label: string, members: string[]): void => {
    if (members.length > 0) lines.push(label, "", ...members.map((text) => `- ${text}`), "");
  };
  list(
    say("readingNow"),
    books
      .filter(({ isDone, page }) => !isDone && page > 0)
      .map(({ title, page, pages }) => `${title} ${page}/${pages}`),
  );
  list(
    say("toRead"),
    books.filter(({ isDone, page }) => !isDone && page === 0).map(({ title }) => title),
  );
  list(
    say("read"),
    books.filter(({ isDone }) => isDone).map(({ title, doneOn }) => `${doneOn} - ${title}`),
  );
  lines.push(`## ${say("log")}`, "");
  for (const entry of log.filter(({ to }) => to <= date).toReversed())
    lines.push(`### ${entry.from} - ${entry.to}`, "", ...entry.bullets.map((text) => `- ${text}`), "");
  return `${lines.join("\n").trimEnd()}\n`;
}

function itemLines(item: StoryItem, date: string, { say, colon }: Sayer): string[] {
  const title = titleAt(item, date);
  const isPast = (on: string | null): boolean => on !== null && on <= date;
  const mark = isPast(item.doneOn) ? ` - ${say("done")}` : isPast(item.startedOn) ? ` - ${say("doing")}` : "";
  const struck = item.dropWay === "struck" && isPast(item.droppedOn);
  const remark = item.remark === null || mark !== "" ? "" : `${colon}${item.remark}`;
  const steps = item.steps.map((step) => `  - [${isPast(step.doneOn) ? "x" : " "}] ${step.title}`);
  return [struck ? `- ~~${title}~~` : `- ${title}${remark}${mark}`, ...steps];
}
