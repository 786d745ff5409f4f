// Durations and times of day as people write them.

import { describe, expect, test } from "vitest";
import {
  DURATION,
  formatDuration,
  formatWallTime,
  parseDurationMin,
  parseWallTime,
  readSmallNumber,
} from "../src/base/index.ts";

describe("durations", () => {
  test.each<[string, number]>([
    ["8h", 480],
    ["1.5h", 90],
    ["1,5 h", 90],
    ["90m", 90],
    ["90 min", 90],
    ["1h30m", 90],
    ["1h30", 90],
    ["1 hour 5 minutes", 65],
    ["2 hrs", 120],
    ["１小时", 60],
    ["1 小时 30 分", 90],
    ["2 个小时", 120],
    ["两小时", 120],
    ["三十分钟", 30],
    ["半小时", 30],
    ["半个小时", 30],
    ["一个半小时", 90],
    ["一刻钟", 15],
    ["10000h", 600_000],
  ])("%s is %d min", (text, min) => {
    expect(parseDurationMin(text)).toBe(min);
    expect(new RegExp(`^${DURATION}$`, "iu").test(text.normalize("NFKC"))).toBe(true);
  });

  test.each([
    "",
    " ",
    "8",
    "0m",
    "0h",
    "soon",
    "h",
    "m",
    "1.5h30",
    "-1h",
    "8h+",
    "1d",
    "99999h",
    "1h 2h",
    "半",
  ])("%j is none", (text) => {
    expect(parseDurationMin(text)).toBeNull();
  });

  test("a bare number means minutes where that is said", () => {
    expect(parseDurationMin("90", { bare: true })).toBe(90);
    expect(parseDurationMin("9", { bare: true })).toBe(9);
    expect(parseDurationMin("0", { bare: true })).toBeNull();
    expect(parseDurationMin("1.5", { bare: true })).toBeNull();
  });

  test("what is written reads back", () => {
    for (const min of [1, 30, 60, 61, 90, 480, 1439, 6000]) {
      expect(parseDurationMin(formatDuration(min))).toBe(min);
      expect(parseDurationMin(formatDuration(min, "zh"))).toBe(min);
    }
    expect([0, 45, 60, 95, -90].map((min) => formatDuration(min))).toEqual([
      "0m",
      "45m",
      "1h",
      "1h35m",
      "-1h30m",
    ]);
    expect([0, 45, 60, 95].map((min) => formatDuration(min, "zh"))).toEqual([
      "0 分钟",
      "45 分钟",
      "1 小时",
      "1 小时 35 分",
    ]);
  });
});

describe("times of day", () => {
  test.each<[string, number]>([
    ["00:00", 0],
    ["9:30", 570],
    ["14:00", 840],
    ["14：05", 845],
    ["24:00", 1440],
    ["2pm", 840],
    ["2:30 pm", 870],
    ["12am", 0],
    ["12:15 PM", 735],
    ["9 a.m.", 540],
    ["noon", 720],
    ["14点半", 870],
    ["14点", 840],
    ["9点05分", 545],
    ["三点一刻", 195],
    ["三点三刻", 225],
    ["下午两点", 840],
    ["下午2:30", 870],
    ["上午十一点半", 690],
    ["中午12点", 720],
    ["中午一点", 780],
    ["晚上八点", 1200],
    ["晚上十二点", 1440],
    ["凌晨十二点半", 30],
    ["早上 7点", 420],
  ])("%s is %d min after midnight", (text, min) => {
    expect(parseWallTime(text)).toBe(min);
  });

  test.each(["", "9", "25:00", "24:01", "12:60", "13pm", "0am", "9:5", "half past", "14：", "点"])(
    "%j is none",
    (text) => {
      expect(parseWallTime(text)).toBeNull();
    },
  );

  test("an hour alone is one where that is said", () => {
    expect(parseWallTime("9", { bare: true })).toBe(540);
    expect(parseWallTime("25", { bare: true })).toBeNull();
    expect(formatWallTime(545)).toBe("09:05");
  });

  test("small numbers", () => {
    expect(["七", "十", "十二", "二十", "五十九", "两", "42"].map(readSmallNumber)).toEqual([
      7, 10, 12, 20, 59, 2, 42,
    ]);
    expect(readSmallNumber("百")).toBeNull();
  });
});
