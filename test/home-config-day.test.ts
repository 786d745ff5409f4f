// What nunc.yaml says of days: forgiving spellings, a diagnostic with its place for every mistake, the default in its stead.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CONFIG_DOC,
  type DaySettings,
  DEFAULT_DAY_SETTINGS,
  readConfig,
  setConfigValue,
} from "../src/domain/index.ts";
import { applyPatches } from "../src/page/index.ts";

const dayOf = (text: string): DaySettings => {
  const { config, diagnostics } = readConfig(text, "en");
  expect(diagnostics).toEqual([]);
  return config.day;
};
const wrong = (text: string) => {
  const { config, diagnostics } = readConfig(text, "en");
  return { day: config.day, found: diagnostics.map(({ line, column, code }) => [line, column, code]) };
};
const at = (...spans: [number, number][]) => spans.map(([from, to]) => ({ from, to }));
const MORNING = at([540, 720]);

describe("hours", () => {
  test("they merge over the default, weekday by weekday", () => {
    const day = dayOf(
      'hours:\n  mon-tue: "09:30-12:00, 14:00-18:30"\n  sat: [9-12]\n  周日: 休息\n  fri: off\n',
    );
    const full = at([570, 720], [840, 1110]);
    expect(day.hours).toEqual({ ...DEFAULT_DAY_SETTINGS.hours, 1: full, 2: full, 5: [], 6: MORNING, 7: [] });
  });

  test.each<[string, number[]]>([
    ["mon-fri", [1, 2, 3, 4, 5]],
    ["Monday", [1]],
    ["mon,wed", [1, 3]],
    ["Tues / Thurs", [2, 4]],
    ["sat and sun", [6, 7]],
    ["fri-mon", [1, 5, 6, 7]],
    ["weekdays", [1, 2, 3, 4, 5]],
    ["weekend", [6, 7]],
    ["daily", [1, 2, 3, 4, 5, 6, 7]],
    ["mon to wed", [1, 2, 3]],
    ["周一至周五", [1, 2, 3, 4, 5]],
    ["周一-周五", [1, 2, 3, 4, 5]],
    ["周一到五", [1, 2, 3, 4, 5]],
    ["周六", [6]],
    ["星期天", [7]],
    ["周二、周四", [2, 4]],
    ["周二和周四", [2, 4]],
    ["工作日", [1, 2, 3, 4, 5]],
    ["周末", [6, 7]],
    ["每天", [1, 2, 3, 4, 5, 6, 7]],
  ])("%s", (word, days) => {
    const { hours } = dayOf(`buffer: 0\nhours: {daily: off}\nbusy: ["${word} 9-12 Work"]\n`);
    expect(Object.values(hours).every((spans) => spans.length === 0)).toBe(true);
    expect(dayOf(`busy: ["${word} 9-12 Work"]\n`).busy).toEqual([{ ...MORNING[0], on: days, text: "Work" }]);
  });

  test.each<[string, [number, number][]]>([
    [
      "09:30-12:00, 14:00-18:30",
      [
        [570, 720],
        [840, 1110],
      ],
    ],
    [
      "14:00-18:30，9:30-12:00",
      [
        [570, 720],
        [840, 1110],
      ],
    ],
    ["9-12", [[540, 720]]],
    ["9am-5pm", [[540, 1020]]],
    ["1-5pm", [[780, 1020]]],
    ["11-1pm", [[660, 780]]],
    ["09:00 – 12:00", [[540, 720]]],
    ["9 to 12", [[540, 720]]],
    ["9点至12点半", [[540, 750]]],
    [
      "上午9点-11点、下午2点-5点",
      [
        [540, 660],
        [840, 1020],
      ],
    ],
    ["20:00-24:00", [[1200, 1440]]],
    ["20:00-00:00", [[1200, 1440]]],
  ])("%s", (text, spans) => {
    expect(dayOf(`hours: {mon: "${text}"}\n`).hours[1]).toEqual(at(...spans));
    expect(dayOf(`hours: "${text}"\n`).hours[5]).toEqual(at(...spans));
  });

  test("a day named alone counts before a range, wherever it stands", () => {
    expect(dayOf("hours:\n  wed: off\n  mon-fri: 9-12\n").hours).toMatchObject({
      2: MORNING,
      3: [],
      4: MORNING,
    });
  });

  test("they may pass midnight up to the end of the day", () => {
    const day = dayOf(
      "hours:\n  sat: 22:00-01:30\n  sun: 00:30-02:00\nbest: 23:00-01:00\ndayEnd: 02:00\ncheckAt: 01:45\n",
    );
    expect(day.dayEndMin).toBe(120);
    expect(day.hours[6]).toEqual(at([1320, 1530]));
    expect(day.hours[7]).toEqual(at([1470, 1560]));
    expect(day.best).toEqual(at([1380, 1500]));
    expect(day.checkAtMin).toBe(1545);
  });

  test("the default hours of a day that ends late stay within it", () => {
    expect(dayOf("dayEnd: 10:00").hours[1]).toEqual(at([600, 720], [780, 1080]));
    expect(dayOf("dayEnd: 12:00").best).toEqual(at([1980, 2160]));
  });
});

describe("the other keys", () => {
  test("all of them", () => {
    const day = dayOf(`daysOff: [2026-12-24..2027-01-01, 2026-10-01]
workDays: 2026-10-10
dayEnd: "02:00"
buffer: 1 小时
best: [9-11, "16:00-18:00"]
stretch: 60m
break: 0
shortest: 15
longest: 1h30m
busy:
  - mon-fri 10:00-10:15 Stand-up
  - 2026-11-25 14:00-15:00 Dentist
  - 周三 下午2:00-3:00：评审
  - mon 16:00-16:30: Review
  - 12:00-13:00 Lunch
checkAt: 9:30pm
notify: {clock: off}
`);
    expect(day).toEqual({
      hours: DEFAULT_DAY_SETTINGS.hours,
      daysOff: [
        { from: "2026-12-24", to: "2027-01-01" },
        { from: "2026-10-01", to: "2026-10-01" },
      ],
      workDays: [{ from: "2026-10-10", to: "2026-10-10" }],
      dayEndMin: 120,
      bufferMin: 60,
      best: at([540, 660], [960, 1080]),
      stretchMin: 60,
      breakMin: 0,
      shortestMin: 15,
      longestMin: 90,
      busy: [
        { on: [1, 2, 3, 4, 5], from: 600, to: 615, text: "Stand-up" },
        { on: "2026-11-25", from: 840, to: 900, text: "Dentist" },
        { on: [3], from: 840, to: 900, text: "评审" },
        { on: [1], from: 960, to: 990, text: "Review" },
        { on: [1, 2, 3, 4, 5, 6, 7], from: 720, to: 780, text: "Lunch" },
      ],
      checkAtMin: 1290,
      notify: { block: true, clock: false, check: true },
    });
  });

  test("off", () => {
    expect(dayOf("checkAt: off\nnotify: off\nbest: none\nbuffer: off\nhours: 休息\n")).toMatchObject({
      checkAtMin: null,
      notify: { block: false, clock: false, check: false },
      best: [],
      bufferMin: 0,
      hours: { 1: [], 5: [] },
    });
    expect(dayOf("checkAt: false\nnotify: false\nbuffer: 0m").checkAtMin).toBeNull();
  });

  test("a key with nothing behind it says nothing", () => {
    expect(dayOf("hours:\nbusy:\ndayEnd: ~\nnotify:\n")).toEqual(DEFAULT_DAY_SETTINGS);
  });
});

describe("mistakes", () => {
  test.each<[string, [number, number, string][]]>([
    ["hours:\n  moon: 9-12\n", [[2, 3, "config-not-weekdays"]]],
    ["hours:\n  mon: nine\n", [[2, 8, "config-hours-not-a-span"]]],
    ["hours:\n  mon: 12-9\n", [[2, 8, "config-hours-end-before-start"]]],
    ["hours:\n  mon: 9-12, 11-13\n", [[2, 8, "config-hours-overlap"]]],
    ["hours:\n  mon: 22:00-03:00\ndayEnd: 02:00\n", [[2, 8, "config-hours-past-day-end"]]],
    ["hours:\n  mon: 22:00-01:00\n", [[2, 8, "config-hours-end-before-start"]]],
    ["hours:\n  mon: {a: b}\n", [[2, 8, "config-wrong-type"]]],
    ["hours: soon\n", [[1, 8, "config-hours-not-a-span"]]],
    ["best: [9-12, 25-26]\n", [[1, 7, "config-hours-not-a-span"]]],
    ["dayEnd: 13:00\n", [[1, 9, "config-out-of-range"]]],
    ["dayEnd: late\n", [[1, 9, "config-not-a-time"]]],
    ["buffer: much\n", [[1, 9, "config-not-a-duration"]]],
    ["buffer: 20h\n", [[1, 9, "config-out-of-range"]]],
    ["buffer: [1h]\n", [[1, 9, "config-wrong-type"]]],
    ["buffer: 9h\n", [[1, 9, "config-buffer-too-long"]]],
    ["shortest: 3h\n", [[1, 11, "config-shortest-longest"]]],
    ["longest: 20m\n", [[1, 10, "config-shortest-longest"]]],
    ["checkAt: evening\n", [[1, 10, "config-not-a-time"]]],
    ["notify: {clok: false}\n", [[1, 10, "config-unknown-key"]]],
    ["notify: {clock: maybe}\n", [[1, 17, "config-wrong-type"]]],
    ["notify: sometimes\n", [[1, 9, "config-wrong-type"]]],
  ])("%j", (text, expected) => {
    const { day, found } = wrong(text);
    expect(found).toEqual(expected);
    const { dayEndMin } = day;
    expect({ ...day, dayEndMin: 0 }).toEqual(DEFAULT_DAY_SETTINGS);
    expect(dayEndMin).toBe(text.includes("02:00") ? 120 : 0);
  });

  test("of a list only the wrong entry is left out", () => {
    const { day, found } = wrong(
      "daysOff:\n  - 2026-13-01\n  - 2026-12-25\n  - 2027-01-02..2027-01-01\nbusy:\n  - sometimes Lunch\n  - mon 9-10 A\n  - mon 10-9 B\n",
    );
    expect(found).toEqual([
      [2, 5, "config-not-a-day"],
      [4, 5, "config-not-a-day"],
      [6, 5, "config-not-busy"],
      [8, 5, "config-not-busy"],
    ]);
    expect(day.daysOff).toEqual([{ from: "2026-12-25", to: "2026-12-25" }]);
    expect(day.busy).toEqual([{ on: [1], from: 540, to: 600, text: "A" }]);
  });

  test("one wrong weekday leaves the others", () => {
    const { day, found } = wrong("hours:\n  mon: 9-12\n  tue: x\n");
    expect(found).toEqual([[3, 8, "config-hours-not-a-span"]]);
    expect(day.hours).toEqual({ ...DEFAULT_DAY_SETTINGS.hours, 1: MORNING });
  });

  test("both languages say it", () => {
    expect(readConfig("hours: {mon: 12-9}", "zh").diagnostics[0]).toMatchObject({
      message: "hours.mon：“12-9”还没开始就结束了。",
    });
    expect(readConfig("hours: {mon: 12-9}", "en").diagnostics[0]).toMatchObject({
      message: "hours.mon: “12-9” ends before it begins.",
      hint: "Where your day ends after midnight, say so: `dayEnd: 02:00`.",
    });
  });

  test("any value at all is read without an exception, and what comes out is in order", () => {
    const value = fc.oneof(
      fc.string({ unit: fc.constantFrom(..."mon-fri:, 0123456789周一至五{}[]off"), maxLength: 24 }),
      fc.constantFrom(
        "9-12",
        "22:00-01:00",
        "[9-10, 10-11]",
        "{mon: 9-12}",
        "{周一: off}",
        "1h",
        "~",
        "true",
        "*a",
      ),
    );
    const keys = fc.constantFrom(
      "hours",
      "daysOff",
      "busy",
      "best",
      "dayEnd",
      "buffer",
      "checkAt",
      "notify",
      "longest",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, value), { maxLength: 4 }), (pairs) => {
        const { config } = readConfig(pairs.map(([key, one]) => `${key}: ${one}\n`).join(""), "en");
        const { day } = config;
        for (const spans of [...Object.values(day.hours), day.best, day.busy.map((one) => one)]) {
          for (const { from, to } of spans) {
            expect(from).toBeLessThan(to);
            expect(from).toBeGreaterThanOrEqual(day.dayEndMin);
            expect(to).toBeLessThanOrEqual(day.dayEndMin + 1440);
          }
        }
        for (const spans of Object.values(day.hours)) {
          for (const [index, { to }] of spans.entries()) {
            expect(spans[index + 1]?.from ?? 9999).toBeGreaterThanOrEqual(to);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the texts that explain them", () => {
  test("every example in the starting nunc.yaml reads as it stands", () => {
    for (const text of [CONFIG_DOC.en, CONFIG_DOC.zh]) {
      const examples = text.replace(/^# (?=( *- | *[\p{L}-]+:( |$)))/gmu, "");
      const { config, diagnostics } = readConfig(examples, "en");
      expect(diagnostics).toEqual([]);
      expect(config.day.hours[5]).toEqual(at([570, 780]));
      expect(config.day.busy).toHaveLength(2);
      expect({ ...config.day, hours: 0, busy: 0, daysOff: 0, workDays: 0 }).toEqual({
        ...DEFAULT_DAY_SETTINGS,
        hours: 0,
        busy: 0,
        daysOff: 0,
        workDays: 0,
      });
    }
  });

  test("the examples in docs/nunc.yaml.md read without a complaint, and its table has every key with its default", () => {
    const doc = readFileSync(new URL("../docs/nunc.yaml.md", import.meta.url), "utf8");
    const examples = [...doc.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);
    expect(examples).toHaveLength(2);
    for (const example of examples)
      expect(readConfig(`version: 1\n${example.replace("version: 1\n", "")}`, "en").diagnostics).toEqual([]);
    const schema = JSON.parse(readFileSync(new URL("../docs/nunc.schema.json", import.meta.url), "utf8")) as {
      properties: Record<string, { default?: unknown }>;
    };
    for (const [key, { default: value }] of Object.entries(schema.properties)) {
      if (key === "words") continue;
      expect(doc).toContain(`| \`${key}\` | `);
      if (typeof value !== "string") continue;
      expect(doc).toContain(`| \`${key}\` | \`${value}\` |`);
      expect(readConfig(`${key}: "${value}"\n`, "en").config).toEqual(readConfig("", "en").config);
    }
  });

  test("a key of days can be set and taken back by a splice", () => {
    const set = (text: string, path: string[], value: Parameters<typeof setConfigValue>[2]): string =>
      applyPatches(text, setConfigValue(text, path, value));
    const text = "# mine\nhours:\n  mon-fri: 9-12 # short\n";
    expect(set(text, ["hours", "sat"], "10:00-11:00")).toBe(
      "# mine\nhours:\n  mon-fri: 9-12 # short\n  sat: 10:00-11:00\n",
    );
    expect(set(text, ["buffer"], "30m")).toBe(`${text}buffer: 30m\n`);
    expect(dayOf(set(text, ["notify", "clock"], false)).notify.clock).toBe(false);
    expect(set(text, ["hours", "mon-fri"], null)).toBe("# mine\nhours:\n");
  });
});
