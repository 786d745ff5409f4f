// Stretches of days as people type them, by hand, and held against Temporal's own calendar.

import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { dateOfEpochDay, type LocalDate } from "../src/base/index.ts";
import {
  daysIn,
  isoWeekOf,
  makeRange,
  rangeBefore,
  rangeTitle,
  readRange,
  weeksIn,
} from "../src/domain/index.ts";

/** A Monday. */
const TODAY = "2026-11-23" as LocalDate;

const READ: readonly [text: string, name: string, from: string, to: string][] = [
  ["day", "2026-11-23", "2026-11-23", "2026-11-23"],
  ["昨天", "2026-11-22", "2026-11-22", "2026-11-22"],
  ["week", "2026-W48", "2026-11-23", "2026-11-29"],
  ["本周", "2026-W48", "2026-11-23", "2026-11-29"],
  ["这个星期", "2026-W48", "2026-11-23", "2026-11-29"],
  ["Last Week", "2026-W47", "2026-11-16", "2026-11-22"],
  ["上周", "2026-W47", "2026-11-16", "2026-11-22"],
  ["上上周", "2026-W46", "2026-11-09", "2026-11-15"],
  ["2 weeks ago", "2026-W46", "2026-11-09", "2026-11-15"],
  ["两周前", "", "", ""],
  ["2周前", "2026-W46", "2026-11-09", "2026-11-15"],
  ["last 7 days", "2026-11-17..2026-11-23", "2026-11-17", "2026-11-23"],
  ["最近 3 个月", "2026-09-01..2026-11-23", "2026-09-01", "2026-11-23"],
  ["month", "2026-11", "2026-11-01", "2026-11-30"],
  ["上个月", "2026-10", "2026-10-01", "2026-10-31"],
  ["quarter", "2026-Q4", "2026-10-01", "2026-12-31"],
  ["上季度", "2026-Q3", "2026-07-01", "2026-09-30"],
  ["去年", "2025", "2025-01-01", "2025-12-31"],
  ["last year", "2025", "2025-01-01", "2025-12-31"],
  ["2026-11-20", "2026-11-20", "2026-11-20", "2026-11-20"],
  ["2026年11月20日", "2026-11-20", "2026-11-20", "2026-11-20"],
  ["11-20", "2026-11-20", "2026-11-20", "2026-11-20"],
  ["2026-W47", "2026-W47", "2026-11-16", "2026-11-22"],
  ["2026w47", "2026-W47", "2026-11-16", "2026-11-22"],
  ["2026年第47周", "2026-W47", "2026-11-16", "2026-11-22"],
  ["2026, week 47", "2026-W47", "2026-11-16", "2026-11-22"],
  ["W1", "2026-W01", "2025-12-29", "2026-01-04"],
  ["2020-W53", "2020-W53", "2020-12-28", "2021-01-03"],
  ["2026-11", "2026-11", "2026-11-01", "2026-11-30"],
  ["2026年2月", "2026-02", "2026-02-01", "2026-02-28"],
  ["Nov 2026", "2026-11", "2026-11-01", "2026-11-30"],
  ["2026-Q4", "2026-Q4", "2026-10-01", "2026-12-31"],
  ["Q1", "2026-Q1", "2026-01-01", "2026-03-31"],
  ["2026年第四季度", "2026-Q4", "2026-10-01", "2026-12-31"],
  ["2026", "2026", "2026-01-01", "2026-12-31"],
  ["2026-11-02..2026-11-20", "2026-11-02..2026-11-20", "2026-11-02", "2026-11-20"],
  ["2026-11-02 - 2026-11-20", "2026-11-02..2026-11-20", "2026-11-02", "2026-11-20"],
  ["2026-11-02 到 2026-11-20", "2026-11-02..2026-11-20", "2026-11-02", "2026-11-20"],
  ["2026-11-02..11-20", "2026-11-02..2026-11-20", "2026-11-02", "2026-11-20"],
  ["2026-11-02..20", "2026-11-02..2026-11-20", "2026-11-02", "2026-11-20"],
  ["2026-10..2026-11", "2026-10-01..2026-11-30", "2026-10-01", "2026-11-30"],
  ["2026-W46..2026-W47", "2026-11-09..2026-11-22", "2026-11-09", "2026-11-22"],
  ["2026-11-02..", "2026-11-02..2026-11-23", "2026-11-02", "2026-11-23"],
  // What the calendar has a name for gets it.
  ["2026-11-16..2026-11-22", "2026-W47", "2026-11-16", "2026-11-22"],
  ["2026-10-01..2026-12-31", "2026-Q4", "2026-10-01", "2026-12-31"],
];

describe("a stretch of days is read", () => {
  test.each(READ)("%s", (text, name, from, to) => {
    const read = readRange(text, TODAY);
    if (name === "") expect(read).toBeNull();
    else expect(read).toMatchObject({ name, from, to });
  });

  test.each([
    "",
    "soon",
    "2026-13",
    "2026-W54",
    "2021-W53",
    "2026-02-30",
    "2026-11-20..2026-11-02",
    "by 2026-12-31",
    "..",
    "0 weeks",
  ])("none: %s", (text) => expect(readRange(text, TODAY)).toBeNull());
});

const dates = fc.integer({ min: -300_000, max: 2_000_000 }).map(dateOfEpochDay);

test("ISO weeks are those of Temporal", () => {
  fc.assert(
    fc.property(dates, (date) => {
      const plain = Temporal.PlainDate.from(date);
      expect(isoWeekOf(date)).toEqual({ year: plain.yearOfWeek, week: plain.weekOfYear });
    }),
  );
});

test("a name is read back as the range that it names; the one before ends where it begins", () => {
  const kinds = fc.constantFrom("day", "week", "month", "quarter", "year");
  fc.assert(
    fc.property(
      dates.filter((date) => date > "1010" && date < "9990"),
      kinds,
      fc.nat(60),
      (date, kind, more) => {
        const range = readRange(kind, date)!;
        expect(readRange(range.name, TODAY)).toEqual(range);
        const before = rangeBefore(range);
        expect(before.kind).toBe(kind);
        expect(Temporal.PlainDate.from(before.to).add({ days: 1 }).toString()).toBe(range.from);
        const free = makeRange(
          date,
          Temporal.PlainDate.from(date).add({ days: more }).toString() as LocalDate,
        );
        expect(readRange(free.name, TODAY)).toEqual(free);
        expect(daysIn(free)).toBe(more + 1);
        const weeks = weeksIn(free);
        expect(weeks[0]!.from).toBe(free.from);
        expect(weeks.at(-1)!.to).toBe(free.to);
        expect(weeks.reduce((sum, week) => sum + daysIn(week), 0)).toBe(more + 1);
      },
    ),
  );
});

test("titles in both languages", () => {
  const titles = ["2026-11-20", "2026-W47", "2026-11", "2026-Q4", "2026", "2026-11-02..2026-11-20"].map(
    (name) => {
      const range = readRange(name, TODAY)!;
      return [rangeTitle(range, "en"), rangeTitle(range, "zh")];
    },
  );
  expect(titles).toEqual([
    ["Friday 2026-11-20", "2026-11-20（星期五）"],
    ["2026, week 47", "2026年第47周"],
    ["November 2026", "2026年11月"],
    ["2026, quarter 4", "2026年第四季度"],
    ["2026", "2026年"],
    ["2026-11-02 to 2026-11-20", "2026-11-02 至 2026-11-20"],
  ]);
});
