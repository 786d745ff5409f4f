// What lives come to: figures by year, how long things take, what never moved; the page of a day beside that of now; items
// untouched for long. On pages written for it, with the figures worked out by hand.

import { describe, expect, test } from "vitest";
import { formatDays, type LocalDate } from "../src/base/index.ts";
import {
  compareLines,
  incidence,
  type LifeRevision,
  type Lives,
  momentOf,
  readLives,
  readOverview,
  readSince,
  readStale,
  revisionOn,
  type StaleSource,
  sayLife,
  sayLifeEvent,
  spellsOf,
  staleRule,
  timeOf,
} from "../src/domain/index.ts";
import { fileOf } from "./lives-pages.ts";

const day = (text: string): LocalDate => text as LocalDate;

/** Pages by the day on which they were written, each with a learning list by priority and a reading list. */
function livesBy(pages: Record<string, { highest?: string; low?: string; books?: string }>): Lives {
  const revisions = Object.entries(pages).map(
    ([on, { highest = "", low = "", books = "" }], at): LifeRevision => {
      const text = `## Learning\n\n### Highest priority\n\n${highest}\n\n### Low priority\n\n${low}\n\n## Books\n\n${books}\n`;
      return {
        sha: `r${at}`,
        at: `${on}T08:00:00+08:00`,
        parents: at === 0 ? [] : [at - 1],
        files: [fileOf(text)],
      };
    },
  );
  return readLives(revisions);
}

const STORY = livesBy({
  "2021-01-01": { highest: "- Chess\n- Opera", low: "- Sourdough" },
  "2021-03-01": {
    highest: "- Chess\n- Opera\n- Kites",
    low: "- Sourdough\n- Bonsai",
    books: "- Middlemarch",
  },
  "2021-05-30": {
    highest: "- Chess\n- Kites",
    low: "- Opera\n- Sourdough\n- Bonsai",
    books: "- Middlemarch - done",
  },
  "2022-03-01": {
    highest: "- Chess\n- Kites",
    low: "- Opera\n- Sourdough - doing",
    books: "- Middlemarch - done\n- Walden",
  },
});
const life = (title: string) => STORY.items.find((one) => one.title === title)!;

describe("one life", () => {
  test("its priorities over time, without the time in which it was away", () => {
    expect(spellsOf(life("Opera"))).toEqual([
      { from: "2021-01-01T08:00:00+08:00", to: "2021-05-30T08:00:00+08:00", priority: "highest" },
      { from: "2021-05-30T08:00:00+08:00", to: null, priority: "low" },
    ]);
    expect(spellsOf(life("Bonsai"))).toEqual([
      { from: "2021-03-01T08:00:00+08:00", to: "2022-03-01T08:00:00+08:00", priority: "low" },
    ]);
    const back = livesBy({
      "2021-01-01": { low: "- Chess\n- Opera" },
      "2021-02-01": { low: "- Chess" },
      "2021-03-01": { highest: "- Opera", low: "- Chess" },
    });
    const opera = back.items.find(({ title }) => title === "Opera")!;
    expect(
      spellsOf(opera).map(({ from, to, priority }) => [from.slice(0, 10), to?.slice(0, 10), priority]),
    ).toEqual([
      ["2021-01-01", "2021-02-01", "low"],
      ["2021-03-01", undefined, "highest"],
    ]);
  });

  test("where it stands now is part of it", () => {
    const { path, role, state, priority, sections, line } = life("Sourdough");
    expect({ path, role, state, priority, sections }).toEqual({
      path: "Sourdough",
      role: "learning",
      state: "doing",
      priority: "low",
      sections: ["Learning", "Low priority"],
    });
    expect(line).toBe(11);
    expect(life("Bonsai").line).toBeNull();
  });

  test("said in words, in both languages; what was there at first is at least as old", () => {
    const since = STORY.revisions[0]!.at;
    expect(sayLife(life("Opera"), "2022-09-01", since, "en")).toBe(
      "highest for at least 5 months; low for 1 year 3 months; never begun; on the page for 1 year 8 months, since 2021-01-01; now on line 10.",
    );
    expect(sayLife(life("Middlemarch"), "2022-09-01", since, "en")).toBe(
      "finished after 3 months, on 2021-05-30; now on line 15.",
    );
    expect(sayLife(life("Bonsai"), "2022-09-01", since, "zh")).toBe(
      "低 1 年；从未开始；2022-03-01 消失，在页面上 1 年。",
    );
    const moved = life("Opera").events.find(({ kind }) => kind === "priority")!;
    expect(sayLifeEvent(moved, "en")).toBe("lowered from highest to low");
    expect(sayLifeEvent(moved, "zh")).toBe("优先级从最高降到低");
  });

  test("lengths of days as people say them", () => {
    const days = [0, 1, 13, 30, 61, 365, 400, 456, 1000, 4000];
    expect(days.map((count) => formatDays(count))).toEqual([
      "less than a day",
      "1 day",
      "13 days",
      "4 weeks",
      "2 months",
      "1 year",
      "1 year 1 month",
      "1 year 3 months",
      "2 years 9 months",
      "11 years",
    ]);
    expect(formatDays(456, "zh")).toBe("1 年 3 个月");
  });
});

describe("the overview", () => {
  const overview = readOverview(STORY.items, STORY.revisions, day("2022-12-31"));

  test("years: what was found, came, was finished, is gone, stands at the end", () => {
    expect(overview.years).toEqual([
      { year: 2021, found: 3, came: 3, finished: 1, gone: 0, moves: 2, standing: 5, stepsFinished: 0 },
      { year: 2022, found: 0, came: 1, finished: 0, gone: 1, moves: 0, standing: 5, stepsFinished: 0 },
    ]);
    expect(overview.counts).toEqual({
      items: 7,
      finished: 1,
      standing: 5,
      gone: 1,
      steps: 0,
      stepsFinished: 0,
    });
    expect([overview.since, overview.until, overview.revisions]).toEqual(["2021-01-01", "2022-03-01", 4]);
  });

  test("always highest and never touched: not what was lowered, not what was begun", () => {
    expect(overview.top).toBe("highest");
    expect(overview.neverMoved.map(({ title, days, isOlder }) => [title, days, isOlder])).toEqual([
      ["Chess", 729, true],
      ["Kites", 670, false],
    ]);
    expect(overview.begun.map(({ title }) => title)).toEqual(["Sourdough"]);
    expect(overview.droppedQuietly.map(({ title }) => title)).toEqual(["Bonsai"]);
  });

  test("how long: only of what was seen coming; what is watched for less than a year leaves in between", () => {
    const of = (key: string) => overview.times.find((one) => one.key === key)!;
    expect(of("all")).toEqual({
      ...{ by: "all", key: "all", cases: 4, finished: 1, gone: 1, standing: 2 },
      ...{ medianDays: 90, finishedInYear: 0.25, goneInYear: 0.375 },
    });
    expect(of("reading").cases).toBe(2);
    expect(of("highest")).toMatchObject({ cases: 1, finished: 0, medianDays: null, finishedInYear: 0 });
  });

  test("steps are counted apart, and no history is no year", () => {
    const steps = livesBy({
      "2021-01-01": { low: "- Chess\n  - Openings" },
      "2021-02-01": { low: "- Chess\n  - [x] Openings" },
    });
    const read = readOverview(steps.items, steps.revisions, day("2021-12-31"));
    expect(read.counts).toMatchObject({ items: 1, steps: 1, stepsFinished: 1, finished: 0 });
    expect(read.years[0]).toMatchObject({ finished: 0, stepsFinished: 1 });
    expect(readOverview([], [], day("2021-12-31"))).toMatchObject({
      since: null,
      years: [],
      times: [],
      top: null,
    });
  });
});

describe("cumulative incidence with two ends", () => {
  test("as worked out by hand", () => {
    // At 10: 1 of 5 finished. At 20: 1 of 4 gone. One is watched for 25 days only. At 30: 1 of 2 finished.
    const cases = [
      { days: 10, end: "finished" },
      { days: 20, end: "gone" },
      { days: 25, end: null },
      { days: 30, end: "finished" },
      { days: 400, end: null },
    ] as const;
    const { finished, gone } = incidence(cases, 365);
    expect(finished).toBeCloseTo(0.2 + 0.8 * 0.75 * 0.5);
    expect(gone).toBeCloseTo(0.8 * 0.25);
    expect(incidence(cases, 15)).toEqual({ finished: 0.2, gone: 0 });
  });

  test("without censoring it is the plain share; nothing watched for a year says nothing", () => {
    const plain = [100, 200, 300, 400].map(
      (days, at) => ({ days, end: at === 1 ? "gone" : "finished" }) as const,
    );
    expect(incidence(plain, 365).finished).toBeCloseTo(0.5);
    expect(incidence(plain, 365).gone).toBeCloseTo(0.25);
    expect(timeOf([{ days: 40, end: null }]).finishedInYear).toBeNull();
    expect(timeOf(plain).medianDays).toBe(300);
  });
});

describe("the page of a day", () => {
  test("the last revision up to that day; none before the first", () => {
    expect(revisionOn(STORY.revisions, "2020-12-31")).toBeNull();
    expect(revisionOn(STORY.revisions, "2021-01-01")).toBe(0);
    expect(revisionOn(STORY.revisions, "2021-05-29")).toBe(1);
    expect(revisionOn(STORY.revisions, "2030-01-01")).toBe(3);
  });

  test("what became of its items since; nothing since the last one", () => {
    const since = readSince(STORY, 0);
    const titles = (list: { title: string }[]): string[] => list.map(({ title }) => title);
    expect(titles(since.came)).toEqual(["Kites", "Middlemarch", "Walden"]);
    expect(titles(since.gone)).toEqual([]);
    expect(since.moved.map(({ title, from, to }) => [title, from, to])).toEqual([
      ["Opera", "highest", "low"],
    ]);
    expect(since.turned.map(({ title, from, to }) => [title, from, to])).toEqual([
      ["Sourdough", "open", "doing"],
    ]);
    expect(since.same).toBe(1);
    expect(titles(readSince(STORY, 1).finished)).toEqual(["Middlemarch"]);
    expect(titles(readSince(STORY, 1).gone)).toEqual(["Bonsai"]);
    const last = readSince(STORY, 3);
    expect({ ...last, same: 0 }).toEqual({
      came: [],
      gone: [],
      finished: [],
      moved: [],
      reworded: [],
      turned: [],
      same: 0,
    });
    expect(momentOf(life("Opera"), () => false)).toMatchObject({ isHere: false, hasCome: false });
  });

  test("lines side by side; both pages can be read back from them", () => {
    const [before, after] = ["a\nb\nc\nd\ne", "a\nc\nx\nd\ne\nf\n"];
    const lines = compareLines(before, after);
    expect(lines.map(({ sign, text }) => sign + text).join("|")).toBe(" a|-b| c|+x| d| e|+f");
    const side = (other: string): string[] =>
      lines.filter(({ sign }) => sign !== other).map(({ text }) => text);
    expect(side("+")).toEqual(before.split("\n"));
    expect(side("-")).toEqual(after.trimEnd().split("\n"));
    expect(lines.find(({ text }) => text === "x")?.line).toBe(3);
    expect(compareLines("", "")).toEqual([]);
    expect(compareLines("a\r\nb", "a\nb").every(({ sign }) => sign === " ")).toBe(true);
  });

  test("very long pages are held together by the lines that stand once", () => {
    const many = Array.from({ length: 2500 }, (_, at) => `line ${at}`);
    const other = [...many.slice(5), "new"].map((line) => (line === "line 100" ? "changed" : line));
    const lines = compareLines(many.join("\n"), other.join("\n"));
    expect(lines.filter(({ sign }) => sign === "-").map(({ text }) => text)).toEqual([
      ...many.slice(0, 5),
      "line 100",
    ]);
    expect(lines.filter(({ sign }) => sign === "+").map(({ text }) => text)).toEqual(["changed", "new"]);
  });
});

describe("untouched for long", () => {
  const source = (path: string, touches: string[], more: Partial<StaleSource> = {}): StaleSource => ({
    path,
    priority: null,
    touches: touches.map((on) => ({ on: day(on), kind: "page" })),
    leftOn: null,
    plannedOn: null,
    ...more,
  });

  test("three times the usual gap of one item, a month at least, a year at most; a rule of thumb where gaps are few", () => {
    expect(staleRule([source("a", ["2021-01-01", "2021-01-11"])])).toMatchObject({
      from: "prior",
      longDays: 90,
      gaps: 1,
    });
    const every = (days: number) =>
      source(
        "b",
        Array.from({ length: 12 }, (_, at) =>
          new Date(Date.UTC(2021, 0, 1 + at * days)).toISOString().slice(0, 10),
        ),
      );
    expect(staleRule([every(20)])).toEqual({ from: "own", longDays: 60, medianDays: 20, gaps: 11 });
    expect(staleRule([every(2)]).longDays).toBe(30);
    expect(staleRule([every(200)]).longDays).toBe(365);
    // Two signs of one day are one touch.
    expect(staleRule([source("c", ["2021-01-01", "2021-01-01", "2021-01-03"])]).gaps).toBe(1);
  });

  test("the longest and the most wanted first; what was left or is planned is not asked about", () => {
    const reading = readStale(
      [
        source("low", ["2021-01-01"], { priority: "low" }),
        source("highest", ["2021-06-01"], { priority: "highest" }),
        source("fresh", ["2021-01-01", "2021-12-01"], { priority: "highest" }),
        source("left", ["2021-01-01"], { leftOn: day("2021-12-01") }),
        source("left long ago", ["2021-01-01"], { leftOn: day("2021-08-01") }),
        source("planned", ["2021-01-01"], { plannedOn: day("2022-01-03") }),
        source("tomorrow counts as nothing", ["2022-02-01"]),
      ],
      day("2021-12-31"),
    );
    expect(reading.stale.map(({ path, days }) => [path, days])).toEqual([
      ["highest", 213],
      ["left long ago", 364],
      ["low", 364],
    ]);
    expect([reading.left, reading.planned, reading.items]).toEqual([1, 1, 7]);
  });
});
