// What the Today screen makes of a day without a browser: places by real minutes, labels by the wall, columns, keys,
// weeks and colours. Days on which the clocks change included.

import { describe, expect, it } from "vitest";
import type { BlockJson, DayJson, DayMarkJson } from "../src/faces/web/contract.ts";
import { levelOf, sumOf, weeksOf } from "../src/faces/web/screens/days-model.ts";
import { movedTo, placeBlocks, shownPart, sideBySide, splitPath } from "../src/faces/web/today/layout.ts";
import {
  addDays,
  ceilHour,
  floorHour,
  hourMarks,
  isoAt,
  minuteAtWall,
  minuteOf,
  readWall,
  sayMinutes,
  snap,
  wallAt,
  weekdayOf,
} from "../src/faces/web/today/time.ts";

const BERLIN = "Europe/Berlin";

describe("moments", () => {
  it("are the same as a string and as a minute, on both sides of each change of the clocks", () => {
    for (const [iso, zone] of [
      ["2026-03-29T01:59+01:00", BERLIN],
      ["2026-03-29T03:00+02:00", BERLIN],
      ["2026-10-25T02:30+02:00", BERLIN],
      ["2026-10-25T02:30+01:00", BERLIN],
      ["2026-11-01T01:15-08:00", "America/Los_Angeles"],
      ["2026-04-05T01:45+10:30", "Australia/Lord_Howe"],
      ["2026-06-01T23:10+08:00", "Asia/Shanghai"],
      ["2026-06-01T00:05+05:45", "Asia/Kathmandu"],
    ] as const)
      expect(isoAt(minuteOf(iso), zone)).toBe(iso);
  });

  it("have as many full hours as the day has, and tell an hour that comes twice", () => {
    const marks = (from: string, to: string) =>
      hourMarks(minuteOf(from), minuteOf(to), BERLIN).map(({ label }) => label);
    const spring = marks("2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00");
    expect(spring).toHaveLength(24);
    expect(spring.slice(0, 4)).toEqual(["00:00", "01:00", "03:00", "04:00"]);
    const autumn = marks("2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00");
    expect(autumn).toHaveLength(26);
    expect(autumn.slice(0, 5)).toEqual(["00:00", "01:00", "02:00", "02:00 +01:00", "03:00"]);
  });

  it("are found by what the wall says, the first of two, and not where there is none", () => {
    const day = [minuteOf("2026-03-29T00:00+01:00"), minuteOf("2026-03-30T00:00+02:00")] as const;
    expect(minuteAtWall("09:07", ...day, BERLIN)).toBe(minuteOf("2026-03-29T09:07+02:00"));
    expect(minuteAtWall("02:30", ...day, BERLIN)).toBeNull();
    const long = [minuteOf("2026-10-25T00:00+02:00"), minuteOf("2026-10-26T00:00+01:00")] as const;
    expect(minuteAtWall("02:30", ...long, BERLIN)).toBe(minuteOf("2026-10-25T02:30+02:00"));
  });

  it("snap to the wall's quarters, in zones with odd offsets too", () => {
    const at = (iso: string) => minuteOf(iso);
    expect(wallAt(snap(at("2026-06-01T09:08+05:45"), 15, "Asia/Kathmandu"), "Asia/Kathmandu")).toBe("09:15");
    expect(wallAt(snap(at("2026-06-01T09:07+02:00"), 15, BERLIN), BERLIN)).toBe("09:00");
    expect(wallAt(snap(at("2026-06-01T09:07+02:00"), 5, BERLIN), BERLIN)).toBe("09:05");
    expect(wallAt(floorHour(at("2026-06-01T09:07+02:00"), BERLIN), BERLIN)).toBe("09:00");
    expect(wallAt(ceilHour(at("2026-06-01T09:07+02:00"), BERLIN), BERLIN)).toBe("10:00");
    expect(wallAt(ceilHour(at("2026-06-01T09:00+02:00"), BERLIN), BERLIN)).toBe("09:00");
  });

  it("are read as people type them", () => {
    expect(["9", "9:30", "0930", "9.05", "１０：１５", "24", "25", "9:61", "soon", ""].map(readWall)).toEqual(
      ["09:00", "09:30", "09:30", "09:05", "10:15", "00:00", null, null, null, null],
    );
  });

  it("are said in both languages", () => {
    expect([0, 45, 60, 75].map((min) => sayMinutes(min, "en"))).toEqual([
      "0 min",
      "45 min",
      "1 h",
      "1 h 15 min",
    ]);
    expect([45, 60, 75].map((min) => sayMinutes(min, "zh"))).toEqual(["45 分钟", "1 小时", "1 小时 15 分"]);
    expect([addDays("2026-02-28", 1), addDays("2026-03-29", 1), weekdayOf("2026-11-22")]).toEqual([
      "2026-03-01",
      "2026-03-30",
      7,
    ]);
  });
});

function block(from: string, to: string, text: string, more: Partial<BlockJson> = {}): BlockJson {
  const at = (wall: string) => `2026-11-17T${wall}+01:00`;
  return {
    from: at(from),
    to: at(to),
    min: 0,
    line: 1,
    state: "planned",
    kind: "item",
    text,
    reference: text,
    priority: null,
    pinned: false,
    fixed: false,
    reason: null,
    keptMin: 0,
    ...more,
  };
}

function day(blocks: BlockJson[]): DayJson {
  const [from, to] = ["2026-11-17T00:00+01:00", "2026-11-18T00:00+01:00"];
  const rest = { hours: [], best: [], busy: [], records: [], notices: [], diagnostics: [] };
  return {
    date: "2026-11-17",
    zone: BERLIN,
    from,
    to,
    isToday: false,
    blocks,
    ...rest,
  } as unknown as DayJson;
}

describe("the timeline", () => {
  it("gives what overlaps columns of its own, and lets what touches be", () => {
    const placed = sideBySide([
      { from: 0, to: 60 },
      { from: 30, to: 90 },
      { from: 60, to: 120 },
      { from: 120, to: 150 },
    ]);
    expect(placed.map(({ column, columns }) => [column, columns])).toEqual([
      [0, 2],
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
  });

  it("knows blocks by time and words, two alike by their order", () => {
    const placed = placeBlocks(
      day([block("09:00", "10:00", "Rust"), block("09:00", "09:30", "Rust", { line: 2 })]),
    );
    expect(new Set(placed.map(({ key }) => key)).size).toBe(2);
  });

  it("says where a block went that was moved, by what the block at the new place says", () => {
    const moved = block("09:00", "10:00", "Rust", { state: "moved" });
    const other = block("08:00", "08:30", "Rust");
    for (const reason of ["highest priority\nwas at 09:00: interruption", "原定 9:00，因打断"]) {
      const there = block("11:00", "12:00", "Rust", { reason });
      expect(movedTo(moved, day([other, moved, there]))).toBe("2026-11-17T11:00+01:00");
    }
    expect(movedTo(moved, day([other, moved]))).toBeNull();
  });

  it("shows the hours that matter, at least eight, and never more than the day", () => {
    const shown = (blocks: BlockJson[], whole = false) => {
      const { from, to } = shownPart(day(blocks), whole, 0);
      return [wallAt(from, BERLIN), to - from];
    };
    expect(shown([block("09:30", "10:00", "Rust")])).toEqual(["09:00", 480]);
    expect(shown([block("09:00", "10:00", "Rust"), block("21:00", "23:50", "Nix")])).toEqual(["08:00", 960]);
    expect(shown([block("09:00", "10:00", "Rust")], true)).toEqual(["00:00", 1440]);
    expect(shown([])).toEqual(["08:00", 660]);
  });

  it("takes the last part of a path apart", () => {
    expect(splitPath("a › b › c")).toEqual({ before: "a › b", leaf: "c" });
    expect(splitPath("a")).toEqual({ before: "", leaf: "a" });
  });
});

describe("the calendar of days", () => {
  const mark = (date: string, plannedMin: number, keptMin: number, recordedMin = keptMin, isOff = false) =>
    ({ date, isOff, facts: { plannedMin, keptMin, recordedMin } }) as unknown as DayMarkJson;

  it("has whole weeks from Monday on, and names each month once", () => {
    const weeks = weeksOf("2026-10-28", "2026-11-17");
    expect(weeks.map(({ monday }) => monday)).toEqual([
      "2026-10-26",
      "2026-11-02",
      "2026-11-09",
      "2026-11-16",
    ]);
    expect(weeks.map(({ month }) => month)).toEqual(["2026-11-01", null, null, null]);
    expect(weeks.at(-1)?.days).toEqual(["2026-11-16", "2026-11-17"]);
  });

  it("colours by the share that was kept; what has no plan is not a failure", () => {
    expect(levelOf(undefined)).toBe("none");
    expect(levelOf(mark("2026-11-14", 0, 0, 0, true))).toBe("off");
    expect(levelOf(mark("2026-11-13", 0, 0, 30))).toBe(2);
    expect([0, 60, 150, 210, 290].map((kept) => levelOf(mark("2026-11-13", 300, kept)))).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });

  it("sums what is over, not today", () => {
    const marks = [mark("2026-11-13", 300, 150), mark("2026-11-16", 100, 100), mark("2026-11-17", 400, 0)];
    expect(sumOf(marks, "2026-11-17")).toEqual({ planned: 2, share: 250 / 400 });
    expect(sumOf([], "2026-11-17")).toBeNull();
  });
});
