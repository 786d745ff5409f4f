// Answers of `review` and `drift` made by hand and by a small generator with a seed, for tests of charts: no home behind them.

import type { DriftData, DriftItemJson, ImportanceData, ReviewData } from "../src/actions/index.ts";
import { addDays, type LocalDate, weekdayOf } from "../src/base/index.ts";
import type { DayFigures, Priority, WeekFigures } from "../src/domain/index.ts";

/** 0 to 1, the same for the same seed (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NONE: Omit<WeekFigures, "from" | "to"> = {
  plannedDays: 0,
  workingDays: 5,
  plannedMin: 0,
  keptMin: 0,
  keptRatio: null,
  blocks: 0,
  keptBlocks: 0,
  movedBlocks: 0,
  droppedBlocks: 0,
  recordedMin: 0,
  interruptions: 0,
  interruptedMin: 0,
  bufferMin: 0,
  bufferSpentMin: 0,
  byPriority: { highest: 0, high: 0, medium: 0, low: 0, none: 0, other: 0 },
};

/** A week without anything, and what differs from it. */
export function week(from: string, what: Partial<WeekFigures> = {}): WeekFigures {
  const date = from as LocalDate;
  const one = { from: date, to: addDays(date, 6), ...structuredClone(NONE), ...what };
  return { ...one, keptRatio: one.plannedMin === 0 ? null : one.keptMin / one.plannedMin };
}

/** A review of the week of 16 November 2026 in which nothing happened, and what differs from that. */
export function review(what: Partial<ReviewData> = {}): ReviewData {
  const only = week("2026-11-16");
  return {
    range: {
      kind: "week",
      from: "2026-11-16",
      to: "2026-11-22",
      title: "2026, week 47",
      name: "2026-W47",
      days: 7,
      workingDays: 5,
      notedDays: 0,
    },
    beforeRange: {
      kind: "week",
      from: "2026-11-09",
      to: "2026-11-15",
      title: "2026, week 46",
      name: "2026-W46",
      days: 7,
      workingDays: 5,
      notedDays: 0,
    },
    today: "2026-11-22",
    plan: only,
    before: only,
    slipped: [],
    hours: { priority: [], group: [], goal: [], section: [] },
    weeks: [only],
    days: [],
    weeksYear: [only],
    daysYear: [],
    conditions: [],
    corrections: [],
    items: { started: [], finished: [], dropped: [], untouched: [] },
    commitments: [],
    goals: [],
    problems: [],
    estimates: [],
    estimatesYear: [],
    questions: [],
    findings: [],
    file: "reviews/2026-W47.md",
    hash: null,
    markdown: "",
    ...what,
  } as ReviewData;
}

const TITLES = [
  "Kubernetes",
  "Write the planner for the query engine",
  "容器底层原理与镜像的结构分析",
  "Raft",
  "阅读《数据密集型应用系统设计》",
  'A <b>bold</b> & "quoted" title',
  "Nix",
  "每周整理一次笔记并写成短文发出去，再把链接存好",
  "Compilers: principles, techniques, and tools, second edition, chapters four to nine",
];
const LANES = ["highest", "high", "medium", "low", "none", "other"] as const;

/** A full year of somebody, ending on 2026-11-22; the share of what is known at random. */
export function randomReview(seed: number): ReviewData {
  const random = makeRandom(seed);
  const most = 60 * (1 + Math.floor(random() * 50));
  const weeks = 1 + Math.floor(random() * 53);
  const weeksYear = Array.from({ length: weeks }, (_, index) => {
    const from = addDays("2026-11-16" as LocalDate, -7 * (weeks - 1 - index));
    const byPriority = Object.fromEntries(
      LANES.map((lane) => [lane, random() < 0.3 ? 0 : Math.round(random() * most)]),
    ) as WeekFigures["byPriority"];
    const plannedMin = random() < 0.2 ? 0 : Math.round(random() * most);
    return week(from, { byPriority, plannedMin, keptMin: Math.round(plannedMin * random()), plannedDays: 3 });
  });
  const daysYear = Array.from({ length: weeks * 7 }, (_, index): DayFigures => {
    const date = addDays("2026-11-22" as LocalDate, index - weeks * 7 + 1);
    const isOff = weekdayOf(date) > 5;
    const plannedMin = isOff || random() < 0.2 ? 0 : 300;
    return {
      date,
      isOff,
      hasNote: !isOff,
      plannedMin,
      keptMin: Math.round(plannedMin * random()),
      recordedMin: 60,
    };
  });
  const corrections = Array.from({ length: Math.floor(random() * 4) }, (_, index) => ({
    condition: TITLES[(index + seed) % TITLES.length]!,
    kind: "abnormal" as const,
    text: TITLES[(index * 3 + seed + 1) % TITLES.length]!,
    from: "2026-09-14" as LocalDate,
    judgeOn: "2026-10-12" as LocalDate,
    outcome: null,
    before: { held: 8, days: 18 },
    since: { held: 3, days: 20 },
    chance: 0.97,
    verdict: (["works", "useless", "unclear", "too-few"] as const)[Math.floor(random() * 4)]!,
    says: "Before on 8 of 18 checked days, since on 3 of 20: probably rarer (97 %). 之前 18 天里 8 天，之后 20 天里 3 天。",
    weeks: Array.from({ length: 1 + Math.floor(random() * 14) }, (_, at) => {
      const days = Math.floor(random() * 6);
      return {
        from: addDays("2026-08-17" as LocalDate, at * 7),
        days,
        held: Math.floor(random() * (days + 1)),
      };
    }),
  }));
  const estimatesYear = Array.from({ length: Math.floor(random() * 30) }, (_, index) => {
    const estimateMin = 30 * (1 + Math.floor(random() * 60));
    const actualMin = Math.max(10, Math.round(estimateMin * Math.exp((random() - 0.3) * 2)));
    const title = TITLES[index % TITLES.length]!;
    return {
      path: title,
      title,
      estimateMin,
      actualMin,
      ratio: actualMin / estimateMin,
      doneOn: "2026-10-10" as LocalDate,
    };
  });
  return review({
    weeksYear,
    weeks: weeksYear.slice(-1 - Math.floor(random() * weeks)),
    daysYear,
    corrections,
    estimatesYear,
  });
}

export function driftItem(title: string, what: Partial<DriftItemJson> = {}): DriftItemJson {
  return {
    path: title,
    title,
    address: null,
    priority: null,
    changed: [],
    statedRank: null,
    livedRank: null,
    amount: 0,
    share: 0,
    openDays: 0,
    goals: [],
    lastMovedOn: null,
    ...what,
  };
}

export function drift(items: DriftItemJson[], what: Partial<DriftData> = {}): DriftData {
  const { range, today } = review();
  const none = { priority: [], group: [], goal: [], section: [] };
  return {
    range,
    today,
    source: "records",
    unit: "min",
    sourceSays: "",
    enough: true,
    tooLittle: null,
    total: items.reduce((sum, { amount }) => sum + amount, 0),
    by: none,
    agreement: { measure: "weighted-tau", value: 0.5, items: items.length, says: "", pairs: [] },
    items,
    starved: [],
    instead: [],
    findings: [],
    ...what,
  } as DriftData;
}

/** Items of all priorities, of which some got nothing. */
export function randomDrift(seed: number): DriftData {
  const random = makeRandom(seed);
  const items = Array.from({ length: Math.floor(random() * 30) }, (_, index) => {
    const place = Math.floor(random() * 5);
    const priority = (["highest", "high", "medium", "low", null] as const)[place]! as Priority | null;
    const amount = random() < 0.3 ? 0 : Math.round(random() * 3000);
    return driftItem(`${TITLES[index % TITLES.length]} ${index}`, {
      priority,
      statedRank: priority === null ? null : place + 1,
      amount,
    });
  });
  for (const [index, item] of items.toSorted((a, b) => b.amount - a.amount).entries())
    item.livedRank = index + 1;
  return drift(items);
}

/** Items that serve a goal, some of whose answers are missing. */
export function randomImportance(seed: number): ImportanceData {
  const random = makeRandom(seed);
  const items = Array.from({ length: Math.floor(random() * 16) }, (_, index) => {
    const title = TITLES[index % TITLES.length]!;
    const help = random() < 0.2 ? null : (Math.floor(random() * 4) as 0 | 1 | 2 | 3);
    return {
      path: `${title} ${index}`,
      title: `${title} ${index}`,
      goals: [{ title: "Answer any slow query within the hour", goal: 1, line: index, help }],
      effortMin: random() < 0.2 ? null : Math.round(30 * 200 ** random()),
      value: help === null ? null : Math.round(random() * 100),
    };
  });
  return { settings: {}, items, disagreements: [] } as unknown as ImportanceData;
}
