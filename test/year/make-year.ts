// One year of a person who never lived, as a whole home: settings, page with its history, goals, conditions, items, days. A
// pure function of the seed; with it comes what was planted in it, so that reports can be held to it.
// By hand: node test/year/write-year.ts SEED FOLDER   (writes a home with the page's history in git, and planted.json beside it)

import { addDays, daysFrom, makeChance, mondayOf, offsetText, weekdayOf } from "./chance.ts";
import { answerYear, castConditions, printConditions, type YearCorrection } from "./checks.ts";
import { type DraftDay, liveYear } from "./days.ts";
import { printNote } from "./note.ts";
import { beginOf, castStory, pageAt, type Story, type StoryItem, titleAt } from "./story.ts";
import {
  CALLS_MAX_MIN,
  castCalendar,
  castPromises,
  PAPERS_MIN,
  PIANO_MIN,
  SWIMS,
  THINKING_MIN,
} from "./weeks.ts";
import { type Sayer, sayerOf, type YearTongue } from "./words.ts";

export interface Revision {
  /** With offset, in the evening of its day. */
  at: string;
  text: string;
  message: string;
}

export interface Range {
  from: string;
  to: string;
}

/** Every list is complete: what is not in it was not planted. */
export interface Planted {
  /** Where nothing is amiss but what is always there. */
  quiet: Range;
  /** Items of highest priority that get nothing, and since when. */
  starved: ({ path: string } & Range)[];
  /** What takes the time instead of what is stated. */
  taking: ({ path: string } & Range)[];
  raised: { path: string; on: string; from: string; to: string };
  /** Mondays. */
  badWeeks: string[];
  /** What slips on each occasion within a range, and how often it was planned there. */
  slipping: ({ text: string; times: number } & Range)[];
  interruptionDays: { date: string; times: number; min: number }[];
  commitments: {
    title: string;
    period: "day" | "week" | "month";
    kind: "floor" | "limit";
    broken: string[];
  }[];
  corrections: ({ condition: string } & YearCorrection)[];
  /** Conditions that never hold. */
  never: string[];
  items: Record<"came" | "started" | "finished" | "dropped", { path: string; on: string }[]>;
  steps: { path: string; on: string }[];
  books: Record<"started" | "finished", { path: string; on: string }[]>;
  /** All year without a record or a change but of place, still open. */
  untouched: string[];
  estimates: { path: string; estimateMin: number; actualMin: number; doneOn: string }[];
  problems: { text: string; solvedOn: string | null }[];
}

export interface Year {
  seed: string;
  tongue: YearTongue;
  zone: string;
  year: number;
  /** When reports are asked for: in the new year. */
  now: string;
  /** Name in the home to content. */
  files: Record<string, string>;
  pageHistory: Revision[];
  planted: Planted;
}

const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Sydney",
  "Europe/London",
  "America/Santiago",
] as const;
const DAY_ENDS = ["02:00", "04:00", "00:00", "03:30"] as const;

/** @param of another year than the seed's own; the same person, with the same titles */
export function makeYear(seed: number | string, of?: number): Year {
  const chance = makeChance(`year ${seed}`);
  const number = Number(seed) || 0;
  const tongue: YearTongue = number % 2 === 0 ? "en" : "zh";
  const year = of ?? 2021 + (number % 6);
  const zone = ZONES[number % ZONES.length]!;
  const dayEnd = DAY_ENDS[number % DAY_ENDS.length]!;
  const sayer = sayerOf(tongue);
  const story = castStory(year, chance.fork("story"), sayer);
  const calendar = castCalendar(year, chance.fork("calendar"));
  const promises = castPromises(calendar, story, chance.fork("promises"));
  const nights = daysFrom(`${year}-01-02`, `${year}-12-30`)
    .filter((date) => weekdayOf(date) === 7 && offsetText(date, zone) !== offsetText(addDays(date, -1), zone))
    .map((date) => addDays(date, -1));
  const days = liveYear({ story, calendar, promises, sayer }, nights, chance.fork("days"));
  const conditions = castConditions(calendar.noted, chance.fork("conditions"), sayer);
  const answers = answerYear(conditions, days, chance.fork("answers"));
  const print = chance.fork("print");
  const estimates = estimatesOf(story, days);
  const problems = problemsOf(year, sayer);
  const revisions = tellPage(story, days, zone, sayer);

  const files: Record<string, string> = {
    "nunc.yaml": settingsText(calendar.daysOff, { zone, dayEnd, tongue }),
    "now.md": revisions.at(-1)!.text,
    "goals.md": goalsText(story, problems, sayer),
    "conditions.md": printConditions(conditions, sayer),
    ...itemFiles(story, estimates),
  };
  for (const day of days)
    files[`days/${day.date}.md`] = printNote(
      day,
      answers.get(day.date) ?? [],
      { zone, dayEnd },
      sayer,
      print,
    );

  return {
    seed: String(seed),
    tongue,
    zone,
    year,
    now: `${year + 1}-01-02T12:00:00.000Z`,
    files,
    pageHistory: revisions,
    planted: {
      quiet: story.stretches.quiet,
      starved: [{ path: pathOf(story, "starved"), from: story.starvedFrom, to: `${year}-12-31` }],
      taking: [{ path: pathOf(story, "autumn"), ...story.stretches.autumn }],
      raised: { path: pathOf(story, "raised"), on: story.raisedOn, from: "medium", to: "highest" },
      badWeeks: promises.badWeeks,
      slipping: [slippingOf(story, days)],
      interruptionDays: promises.interruptionDays.sort().map((date) => {
        const own = days.find((day) => day.date === date)!.records.filter((one) => one.isInterruption);
        return { date, times: own.length, min: own.reduce((sum, one) => sum + one.to - one.from, 0) };
      }),
      commitments: commitmentsOf(promises.broken, sayer),
      corrections: conditions.flatMap(({ name, correction }) =>
        correction === null ? [] : [{ condition: name, ...correction }],
      ),
      never: conditions
        .filter(({ rates, sees }) => sees === null && rates[0] + rates[1] === 0)
        .map(({ name }) => name),
      items: itemFates(story),
      steps: story.items.flatMap((item) =>
        item.steps.flatMap(({ title, doneOn }) =>
          doneOn === null ? [] : [{ path: `${lastTitle(item)} › ${title}`, on: doneOn }],
        ),
      ),
      books: {
        started: story.books.flatMap(({ title, progress }) =>
          progress.slice(0, 1).map(({ on }) => ({ path: title, on })),
        ),
        finished: story.books.flatMap(({ title, doneOn }) =>
          doneOn === null ? [] : [{ path: title, on: doneOn }],
        ),
      },
      untouched: [
        ...story.items
          .filter(
            ({ startedOn, cameOn, droppedOn, part }) =>
              startedOn === null && cameOn === null && droppedOn === null && part !== "autumn",
          )
          .map(lastTitle),
        ...story.books.filter(({ progress }) => progress.length === 0).map(({ title }) => title),
      ],
      estimates,
      problems,
    },
  };
}

function lastTitle(item: StoryItem): string {
  return item.titles.at(-1)!.title;
}

function pathOf(story: Story, part: string): string {
  return lastTitle(story.items.find((item) => item.part === part)!);
}

// The page through the year

/** A revision for each evening on which something changed, and one each Sunday with the week's log. */
function tellPage(story: Story, days: readonly DraftDay[], zone: string, sayer: Sayer): Revision[] {
  const log = logOf(story, days, sayer);
  const dates = new Set<string>([beginOf(story.year)]);
  const add = (date: string | null): void => void (date !== null && dates.add(date));
  for (const item of story.items) {
    for (const { from } of [...item.titles, ...item.priorities]) add(from);
    for (const on of [item.cameOn, item.startedOn, item.doneOn, item.droppedOn]) add(on);
    for (const { doneOn } of item.steps) add(doneOn);
  }
  for (const book of story.books)
    for (const on of [book.doneOn, ...book.progress.map((one) => one.on)]) add(on);
  for (const { to } of log) add(to);
  const revisions: Revision[] = [];
  for (const date of [...dates].sort()) {
    const text = pageAt(story, date, log, sayer);
    if (revisions.at(-1)?.text === text) continue;
    const isLog = log.some(({ to }) => to === date);
    const message = isLog ? sayer.of(["The week", "这一周"]) : sayer.of(["Now", "此刻"]);
    revisions.push({ at: `${date}T21:30:00${offsetText(date, zone)}`, text, message });
  }
  return revisions;
}

/** Each noted week by what got most of it. */
function logOf(story: Story, days: readonly DraftDay[], { of, colon }: Sayer) {
  const weeks = new Map<string, Map<string, number>>();
  for (const { date, records } of days) {
    const sums = weeks.get(mondayOf(date)) ?? new Map<string, number>();
    weeks.set(mondayOf(date), sums);
    for (const { part, from, to } of records)
      if (part !== null) sums.set(part, (sums.get(part) ?? 0) + to - from);
  }
  return [...weeks].sort().map(([from, sums], index) => {
    const parts = [...sums].sort((a, b) => b[1] - a[1]).slice(0, 2);
    const to = addDays(from, 6);
    const bullets = parts.map(([part], at) => {
      const title = titleAt(story.items.find((item) => item.part === part)!, to);
      return `${title}${colon}${at === 0 ? of(["a good piece of it done", "做了一大块"]) : of(["a little", "一点点"])}`;
    });
    if (index % 3 === 0) bullets.push(of(["Rain, and a walk along the river", "下雨，沿河走了走"]));
    return { from, to, bullets };
  });
}

// Files

function settingsText(
  daysOff: readonly Range[],
  { zone, dayEnd, tongue }: { zone: string; dayEnd: string; tongue: YearTongue },
): string {
  const off = daysOff.map(({ from, to }) => (from === to ? from : `${from}..${to}`));
  return `version: 1
page: now.md
zone: ${zone}
language: ${tongue}
dayEnd: "${dayEnd}"
hours:
  mon-fri: 09:00-12:00, 13:00-18:00
daysOff: [${off.join(", ")}]
busy:
  - mon-fri 12:00-12:20 ${tongue === "en" ? "Stand-up" : "站会"}
buffer: 30m
`;
}

function itemFiles(story: Story, estimates: readonly Planted["estimates"][number][]): Record<string, string> {
  const files: Record<string, string> = {};
  story.items.forEach((item, index) => {
    const title = lastTitle(item);
    const estimate = estimates.find(({ path }) => path === title)?.estimateMin;
    const former = item.part === "reworded-known" ? item.titles[0]!.title : null;
    if (estimate === undefined && former === null) return;
    const lines = ["---", `title: ${title}`];
    if (former !== null) lines.push(`former: [${former}]`);
    if (estimate !== undefined) lines.push(`estimate: ${Math.floor(estimate / 60)}h${estimate % 60}m`);
    files[`items/item-${index}.md`] = `${[...lines, "---"].join("\n")}\n`;
  });
  return files;
}

/** Four finished items took 1.8 times as long as thought, two as long as thought, to the quarter of an hour. */
function estimatesOf(story: Story, days: readonly DraftDay[]): Planted["estimates"] {
  const ratios = { early: 1.8, "high-b": 1.8, "high-d": 1.8, "medium-a": 1, "medium-b": 1.8, "high-e": 1 };
  return Object.entries(ratios).flatMap(([part, ratio]) => {
    const item = story.items.find((one) => one.part === part)!;
    const own = days.flatMap(({ records }) => records.filter((record) => record.part === part));
    const actualMin = own.reduce((sum, { from, to }) => sum + to - from, 0);
    const estimateMin = Math.round(actualMin / ratio / 15) * 15;
    if (estimateMin === 0) return [];
    return [{ path: lastTitle(item), estimateMin, actualMin, doneOn: item.doneOn! }];
  });
}

function problemsOf(year: number, { of }: Sayer): Planted["problems"] {
  return [
    { text: of(["No quiet hour before ten", "十点前没有安静的一小时"]), solvedOn: `${year}-05-14` },
    { text: of(["Nobody reads the drafts", "草稿没人看"]), solvedOn: `${year}-10-08` },
    { text: of(["The laptop is too slow for big inputs", "电脑跑不动大数据"]), solvedOn: null },
  ];
}

function goalsText(story: Story, problems: Planted["problems"], sayer: Sayer): string {
  const { of, say } = sayer;
  const { year } = story;
  const serves = (part: string, help: number, hours: number): string =>
    `- ${pathOf(story, part)}${of([`: help ${help}, ${hours}h`, `：帮助 ${help}，${hours} 小时`])}`;
  const problem = ({ text, solvedOn }: Planted["problems"][number]): string =>
    `- ${text}${solvedOn === null ? "" : of([` - solved ${solvedOn}`, ` - 已解决 ${solvedOn}`])}`;
  const heads = {
    results: `### ${of(["Key results", "关键结果"])}`,
    problems: `### ${of(["Key problems", "关键问题"])}`,
    served: `### ${of(["Served by", "推进它的条目"])}`,
  };
  const goal = of(["Goal: ", "目标："]);
  const lines = [
    `# ${of(["Goals", "目标"])}`,
    "",
    `## ${goal}${of([`Answer hard questions about data (${year})`, `答得上数据的难题（${year}）`])}`,
    "",
    heads.results,
    "",
    `- ${of(["Questions answered: 7/12", "答上的问题：7/12"])}`,
    "",
    heads.problems,
    "",
    problem(problems[0]!),
    `  - ${of([`Trying: phones off until ten (since ${year}-02-03)`, `尝试：十点前关机（${year}-02-03 起）`])}`,
    problem(problems[2]!),
    "",
    heads.served,
    "",
    serves("main", 3, 120),
    serves("raised", 2, 60),
    serves("high-a", 1, 40),
    "",
    `## ${goal}${of([`Write so that people read it (${year} H2)`, `写出有人读的文章（${year} 下半年）`])}${of([` - reached ${year}-12-10`, ` - 达成 ${year}-12-10`])}`,
    "",
    heads.results,
    "",
    `- [x] ${of(["Three drafts sent", "寄出三篇草稿"])}`,
    "",
    heads.problems,
    "",
    problem(problems[1]!),
    "",
    heads.served,
    "",
    serves("steady", 3, 60),
    // Two goals share an item: its time counts for both, and once in each.
    serves("high-a", 1, 40),
    "",
    `## ${goal}${of([`A workshop of my own (${year})`, `有自己的工作台（${year}）`])}`,
    "",
    heads.results,
    "",
    `- ${of(["Bench: 40%", "工作台：40%"])}`,
    "",
    heads.served,
    "",
    serves("low-a", 2, 20),
    serves("reworded-alone", 1, 30),
    "",
    `## ${of(["Commitments", "承诺"])}`,
    "",
    `- ${of([`weekly ${THINKING_MIN / 60}h`, `每周 ${THINKING_MIN / 60} 小时`])}${sayer.colon}${say("thinking")}`,
    `- ${of([`${SWIMS} times a week`, "每周三次"])}${sayer.colon}${say("swimming")}${of([", 30m each", "，每次 30 分钟"])}`,
    `- ${of([`at most ${CALLS_MAX_MIN / 60}h a week`, `每周最多 ${CALLS_MAX_MIN / 60} 小时`])}${sayer.colon}${say("calls")}`,
    `- ${of([`at least ${PAPERS_MIN / 60}h a month`, `每月至少 ${PAPERS_MIN / 60} 小时`])}${sayer.colon}${say("papers")}`,
    `- ${of([`daily ${PIANO_MIN}m`, `每天 ${PIANO_MIN} 分钟`])}${sayer.colon}${say("piano")}`,
    `- ${of(["weekly 30m", "每周 30 分钟"])}${sayer.colon}${say("lookBack")}`,
  ];
  return `${lines.join("\n")}\n`;
}

// What was planted

function slippingOf(story: Story, days: readonly DraftDay[]): Planted["slipping"][number] {
  const blocks = days.flatMap((day) => day.blocks.filter(({ part }) => part === "slipping"));
  // What was moved is planned again behind it: one occasion.
  const times = blocks.filter(({ state }) => state !== ">").length;
  return { text: pathOf(story, "slipping"), times, ...story.stretches.slipping };
}

function commitmentsOf(broken: Record<string, string[]>, { say }: Sayer): Planted["commitments"] {
  return [
    { title: say("thinking"), period: "week", kind: "floor", broken: broken.thinking! },
    { title: say("swimming"), period: "week", kind: "floor", broken: broken.swimming! },
    { title: say("calls"), period: "week", kind: "limit", broken: broken.calls! },
    { title: say("papers"), period: "month", kind: "floor", broken: broken.papers! },
    { title: say("piano"), period: "day", kind: "floor", broken: broken.piano! },
    { title: say("lookBack"), period: "week", kind: "floor", broken: broken.lookBack! },
  ];
}

function itemFates(story: Story): Planted["items"] {
  const first = beginOf(story.year);
  const when = (on: (item: StoryItem) => string | null): { path: string; on: string }[] =>
    story.items
      .flatMap((item) => {
        const date = on(item);
        return date === null || date === first ? [] : [{ path: lastTitle(item), on: date }];
      })
      .sort((a, b) => (a.on < b.on ? -1 : 1));
  return {
    came: when(({ cameOn }) => cameOn),
    started: when(({ startedOn }) => startedOn),
    finished: when(({ doneOn }) => doneOn),
    dropped: when(({ droppedOn }) => droppedOn),
  };
}
