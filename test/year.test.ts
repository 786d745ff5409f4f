// Generated years: every planted fact is reported and nothing else is; and the figures of reports are those that a second
// program, which shares no code with src/, gets from the same notes. NUNC_YEAR_SEEDS=1,2,3… asks for other seeds.

import { describe, expect, test } from "vitest";
import type { DraftData, DriftData, GoalsData, ItemData, ReviewData } from "../src/actions/index.ts";
import { type Ask, askerOf } from "./year/ask-year.ts";
import { compareYear, rangesOf } from "./year/compare-year.ts";
import { type HeldLists, holdYear } from "./year/hold-year.ts";
import { makeYear, type Year } from "./year/make-year.ts";
import { chanceOfLess, recompute, weightedTau } from "./year/recompute.ts";

const asked = process.env.NUNC_YEAR_SEEDS?.split(",");
const seeds = asked ?? ["1", "2", "4"];

describe.each(seeds)("the year of seed %s", (seed) => {
  test("what was planted is reported, and nothing else", () => {
    const year = makeYear(seed);
    const lists = holdYear(year, askerOf(year));
    expect(Object.keys(lists).length).toBeGreaterThan(20);
    expect(Object.values(lists).filter(({ planted }) => planted === 0)).toEqual([]);
    expect(amiss(lists)).toEqual({});
  });
});

describe.each(asked ?? ["3", "8"])("the figures of seed %s", (seed) => {
  test("agree with those that were computed a second time", () => {
    const year = makeYear(seed);
    const { figures, differences } = compareYear(
      year,
      askerOf(year),
      ownOf(year),
      rangesOf(year.year, seed, 2),
    );
    expect(differences).toEqual([]);
    expect(figures).toBeGreaterThan(8000);
  });
});

test("no draft of a log entry has a word of what is private in a year", () => {
  const year = makeYear(2);
  const { corrections, never, problems, commitments } = year.planted;
  const told = Object.values(year.files).flatMap((text) =>
    [...text.matchAll(/Interruption: (.*?)(?: 📌)?$/gm)].map(([, what]) => what!),
  );
  const secrets = new Set([
    ...corrections.flatMap(({ condition, text }) => [condition, text]),
    ...never,
    ...problems.map(({ text }) => text),
    ...commitments.map(({ title }) => title),
    ...told,
  ]);
  expect(secrets.size).toBeGreaterThan(20);
  const ask = askerOf(year);
  let bullets = 0;
  for (let week = 4; week < 51; week += 3) {
    const draft = ask<DraftData>("draft", { range: `${year.year}-W${String(week).padStart(2, "0")}` });
    const shown = [draft.markdown, ...draft.bullets.map(({ text }) => text)].join("\n");
    bullets += draft.bullets.length;
    expect([...secrets].filter((secret) => shown.includes(secret))).toEqual([]);
    expect(shown).not.toMatch(/\d+ ?(?:h|m|min)\b/);
  }
  expect(bullets).toBeGreaterThan(60);
});

describe("the tests of years can fail", () => {
  const year = makeYear(2);
  /** The year with a file told otherwise, as nunc then sees it. */
  const without = (file: string, change: (text: string) => string): Ask =>
    askerOf({ ...year, files: { ...year.files, [file]: change(year.files[file]!) } });

  test("the same seed makes the same year, another one another", () => {
    expect(makeYear(2)).toEqual(year);
    expect(makeYear(12).files["now.md"]).not.toBe(year.files["now.md"]);
  });

  test("a broken week that is mended is missed, and a correction that is not what it was", () => {
    const { title, broken } = year.planted.commitments[0]!;
    const monday = broken[0]!;
    const file = Object.keys(year.files).find(
      (name) => name.startsWith("days/") && name >= `days/${monday}`,
    )!;
    const record = "## Record\n- 06:00 - 08:10 ";
    const mended = without(file, (text) => text.replace("## Record\n", `${record}${title}\n`));
    expect(amiss(holdYear(year, mended))).toMatchObject({
      "commitments broken": { missed: [`${title} ${monday}`], wrong: [] },
    });
    const { condition } = year.planted.corrections.find(({ verdict }) => verdict === "works")!;
    const turned = Object.fromEntries(
      Object.entries(year.files).map(([name, text]) => [
        name,
        text.replace(`- [ ] Abnormal: ${condition}`, `- [x] Abnormal: ${condition}`),
      ]),
    );
    expect(amiss(holdYear(year, askerOf({ ...year, files: turned })))).toMatchObject({
      "corrections: works": { missed: [`works: ${condition}`] },
    });
  });

  test("a minute that one side counts and the other does not is a difference", () => {
    const [date] = year.planted.interruptionDays.map((day) => day.date);
    const ask = without(`days/${date}.md`, (text) => text.replace(/^(- 08:20 - 08:)(\d)(\d)/m, "$1$25"));
    const { differences } = compareYear(year, ask, ownOf(year), [date!]);
    expect(differences.some((one) => one.startsWith(`${date} plan recordedMin`))).toBe(true);
  });
});

describe("the second computation", () => {
  test("knows cases that can be done by hand", () => {
    // Uniform against uniform; then the integrals of 2x (1 - x), and of 2 (1 - x) (1 - x^2).
    expect(chanceOfLess({ held: 0, days: 0 }, { held: 0, days: 0 })).toBeCloseTo(1 / 2, 9);
    expect(chanceOfLess({ held: 1, days: 1 }, { held: 0, days: 0 })).toBeCloseTo(1 / 3, 6);
    expect(chanceOfLess({ held: 0, days: 1 }, { held: 1, days: 1 })).toBeCloseTo(5 / 6, 6);
    expect(weightedTau([3, 2, 1], [30, 20, 10])).toBe(1);
    expect(weightedTau([3, 2, 1], [10, 20, 30])).toBe(-1);
    // The last two change places: of the weights 3/2, 4/3 and 5/6 the last is against, ranked either way.
    expect(weightedTau([3, 2, 1], [30, 10, 20])).toBeCloseTo(
      (3 / 2 + 4 / 3 - 5 / 6) / (3 / 2 + 4 / 3 + 5 / 6),
      12,
    );
    expect(weightedTau([1, 1, 1], [1, 2, 3])).toBeNull();
  });
});

function ownOf(year: Year) {
  return recompute(year, `${year.year - 1}-12-20`, year.now.slice(0, 10));
}

/** The lists in which something is missed or wrong. */
function amiss(lists: HeldLists): Partial<HeldLists> {
  return Object.fromEntries(
    Object.entries(lists).filter(([, { missed, wrong }]) => missed.length + wrong.length > 0),
  );
}

test("the minutes of a goal are the same on Goals, in reviews, in drift, and on the pages of its items", () => {
  const year = makeYear(8);
  const ask = askerOf(year);
  const range = { from: `${year.year}-01-01`, to: `${year.year}-12-31` };
  const goals = ask<GoalsData>("goals", range).goals;
  const review = ask<ReviewData>("review", { range: `${year.year}` });
  const drift = ask<DriftData>("drift", { range: `${year.year}` });
  const shared = new Map(drift.by.goal.map(({ key, amount }) => [key, amount]));
  expect(goals.filter(({ minutes }) => minutes > 0).length).toBeGreaterThan(1);
  for (const { title, minutes, services, period, closedOn } of goals) {
    const [first, last] = [period?.from ?? range.from, closedOn ?? period?.to ?? range.to];
    expect([title, shared.get(title) ?? 0]).toEqual([title, minutes]);
    const reviewed = review.goals.find((goal) => goal.title === title);
    if (reviewed !== undefined) expect([title, reviewed.minutes]).toEqual([title, minutes]);
    for (const { path, minutes: own } of services) {
      if (path === null) continue;
      const item = ask<ItemData>("item", { item: path });
      const [service] = item.goals.filter(
        ({ goal, path: served }) => goal.title === title && served === path,
      );
      const within = item.time.records.filter(({ date }) => date >= first && date <= last);
      const sum = within.reduce((all, { min }) => all + min, 0);
      expect([title, path, service!.service.minutes, sum]).toEqual([title, path, own, own]);
    }
  }
});
