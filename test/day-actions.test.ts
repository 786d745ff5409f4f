// Days as faces are given them: a day of a home with what was kept, the calendar of days, the notices of today, and that one
// broken note hurts no other. Ten years of them are asked in no time.

import { describe, expect, test } from "vitest";
import { daysBetween } from "../src/actions/day-read.ts";
import {
  type ClockJson,
  type DayData,
  type DaysData,
  makeContext,
  type NowData,
  perform,
  toSnapshot,
} from "../src/actions/index.ts";
import { parseTime } from "../src/actions/time-input.ts";
import { AppError, addDays, type Instant, type LocalDate, type Tongue } from "../src/base/index.ts";
import {
  type Config,
  DEFAULT_CONFIG,
  DEFAULT_DAY_SETTINGS,
  epochMinOf,
  frameOf,
  isoAt,
} from "../src/domain/index.ts";
import { type FakeStore, fakeStore } from "./fake-store.ts";

const PAGE = `# Now

## Learning

### Highest priority

- Sailing
  - Knots

### Low priority

- Origami
`;

const NOTE = `---
date: 2021-09-13
zone: Europe/Berlin
---
## Plan
- [x] 09:00 - 10:00 Sailing › Knots
- [>] 10:00 - 11:00 Origami
- [ ] 11:00 - 12:00 Origami 📌
  It was wanted today.
- [ ] 13:00 - 13:30 Dentist
- [-] 14:00 - 15:00 Sailing
- [ ] 16:00 - 17:00 Buffer

## Record
- 09:10 - 09:40 Knots: reef
- 09:40 - 09:50 Interruption: the door
- 10:15 - … Origami

## Check
- [x] Healthy: Most important first
- [ ] Abnormal: Only messages
- A word of my own
`;

interface Home {
  store: FakeStore;
  world: Parameters<typeof perform>[0];
  act(name: string, input?: Record<string, unknown>): unknown;
}

function home(
  files: Record<string, string>,
  at = "2021-09-13T11:30+02:00",
  config: Partial<Config> = {},
  tongue: Tongue = "en",
): Home {
  const now = new Date(at).toISOString() as Instant;
  const store = fakeStore({ "now.md": PAGE, ...files }, { now: () => now });
  const world = {
    store,
    clock: { now: () => now, zone: () => "Europe/Berlin" },
    config: { ...DEFAULT_CONFIG, ...config },
  };
  return { store, world, act: (name, input = {}) => perform(world, name, input, { tongue }).data };
}

const TODAY = { "days/2021-09-13.md": NOTE };

describe("a day", () => {
  test("says what was planned, what was kept of it, and what is running", () => {
    const day = home(TODAY).act("day") as DayData;
    expect(day).toMatchObject({
      date: "2021-09-13",
      file: "days/2021-09-13.md",
      zone: "Europe/Berlin",
      from: "2021-09-13T00:00+02:00",
      to: "2021-09-14T00:00+02:00",
      now: "2021-09-13T11:30+02:00",
      isToday: true,
      isOff: false,
      diagnostics: [],
    });
    const blocks = day.blocks.map(({ from, state, kind, reference, priority, pinned, fixed, keptMin }) => [
      from.slice(11, 16),
      state,
      kind,
      reference,
      priority,
      pinned,
      fixed,
      keptMin,
    ]);
    expect(blocks).toEqual([
      ["09:00", "done", "item", "Sailing › Knots", "highest", false, true, 30],
      ["10:00", "moved", "item", "Origami", "low", false, true, 0],
      ["11:00", "planned", "item", "Origami", "low", true, true, 60],
      ["13:00", "planned", "other", null, null, false, true, 0],
      ["14:00", "dropped", "item", "Sailing", "highest", false, true, 0],
      ["16:00", "planned", "buffer", null, null, false, false, 0],
    ]);
    expect(day.blocks[2]?.reason).toBe("It was wanted today.");
    expect(
      day.records.map(({ kind, min, to, reference }) => [kind, min, to?.slice(11, 16), reference]),
    ).toEqual([
      ["work", 30, "09:40", "Sailing › Knots"],
      ["interruption", 10, "09:50", null],
      ["work", 75, undefined, "Origami"],
    ]);
    expect(day.facts).toMatchObject({
      plannedMin: 210,
      keptMin: 90,
      blocks: 4,
      keptBlocks: 2,
      recordedMin: 105,
      interruptedMin: 10,
      interruptions: 1,
      bufferMin: 60,
      bufferSpentMin: 0,
      byPriority: { highest: 30, low: 75 },
    });
    expect(day.clock).toMatchObject({ text: "Origami", blockEnd: null, doubt: null });
    expect(day.check.remarks).toEqual(["A word of my own"]);
  });

  test("hours, best hours and busy times are spans of that day; a day off is one", () => {
    const config = {
      day: {
        ...DEFAULT_DAY_SETTINGS,
        busy: [{ on: [1] as const, from: 600, to: 630, text: "Stand-up" }],
      },
    };
    const mine = home({}, undefined, config);
    const monday = mine.act("day") as DayData;
    expect(monday.hash).toBeNull();
    expect(monday.hours.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "2021-09-13T09:00+02:00 2021-09-13T12:00+02:00",
      "2021-09-13T13:00+02:00 2021-09-13T18:00+02:00",
    ]);
    expect(monday.busy).toEqual([
      { from: "2021-09-13T10:00+02:00", to: "2021-09-13T10:30+02:00", min: 30, text: "Stand-up" },
    ]);
    expect(mine.act("day", { date: "2021-09-12" })).toMatchObject({ isOff: true, hours: [], isToday: false });
  });

  test.each([
    ["2021-03-28", 23],
    ["2021-10-31", 25],
    ["2021-09-13", 24],
  ])("%s has %i hours", (date, hours) => {
    const day = home({}).act("day", { date }) as DayData;
    expect((Date.parse(day.to) - Date.parse(day.from)) / 3_600_000).toBe(hours);
  });

  test("where days end at 02:00, at one o'clock it is still yesterday", () => {
    const config = { day: { ...DEFAULT_DAY_SETTINGS, dayEndMin: 120 } };
    const late = home({}, "2021-09-14T01:00+02:00", config);
    expect(late.act("day")).toMatchObject({ date: "2021-09-13", to: "2021-09-14T02:00+02:00" });
    expect(late.act("now")).toMatchObject({ today: "2021-09-13" });
    const early = home({}, "2021-09-14T02:00+02:00", config);
    expect(early.act("day")).toMatchObject({ date: "2021-09-14" });
  });

  test.each([
    ["monday", "2021-09-13"],
    ["Sat", "2021-09-11"],
    ["周五", "2021-09-10"],
    ["星期天", "2021-09-12"],
    ["tuesday", "2021-09-07"],
  ])("a weekday is the last one: %s", (date, expected) => {
    expect((home(TODAY).act("day", { date }) as DayData).date).toBe(expected);
  });

  test("broken lines are diagnostics with their place; the rest works", () => {
    const text =
      "## Plan\n- [ ] 25:00 - 26:00 Nowhere\n- [ ] 10:00 - 11:00 Origami\n## Record\n- 09:00 - 10:00 Sailing\n";
    const day = home({ "days/2021-09-13.md": text }).act("day") as DayData;
    expect(day.diagnostics).toMatchObject([{ line: 2 }]);
    expect([day.blocks.length, day.records.length]).toEqual([1, 1]);
  });

  test("a note that cannot be read hurts no other day, and the screens still open", () => {
    const mine = home({ "days/2021-09-12.md": "## Record\n- 09:00 - 10:00 Sailing\n" });
    mine.store.put("days/2021-09-13.md", Buffer.from([0, 1, 2]));
    const snapshot = toSnapshot(mine.world, { tongue: "en", version: "test" });
    expect(snapshot.problems.map(({ file }) => file)).toContain("days/2021-09-13.md");
    expect(snapshot.day).toMatchObject({ date: "2021-09-13", blocks: [] });
    const { days } = mine.act("days", { from: "2021-09-12" }) as DaysData;
    expect(days.map(({ facts }) => facts.recordedMin)).toEqual([60, 0]);
    expect(() => mine.act("day")).toThrow(AppError);
  });

  test("the snapshot and `now` have today and the clock", () => {
    const mine = home(TODAY);
    const snapshot = toSnapshot(mine.world, { tongue: "en", version: "test" });
    const now = mine.act("now") as NowData;
    for (const { day, clock } of [snapshot, now]) {
      expect(day.blocks).toHaveLength(6);
      expect(clock).toMatchObject({ text: "Origami", date: "2021-09-13" } satisfies Partial<ClockJson>);
    }
  });
});

describe("notices", () => {
  const notices = (at: string, config: Partial<Config> = {}): string[][] =>
    (home(TODAY, at, config).act("day") as DayData).notices.map(({ kind, at: time, title, text }) => [
      kind,
      time.slice(11, 16),
      title,
      text,
    ]);

  test("tell when a block ends and what comes then, and when the clock seems forgotten", () => {
    expect(notices("2021-09-13T11:30+02:00").filter(([kind]) => kind !== "check")).toEqual([
      ["block", "12:00", "“Origami” ends now", "Next: “Dentist” at 13:00."],
      ["block", "13:30", "“Dentist” ends now", "The buffer comes next."],
      ["clock", "14:16", "Is the clock forgotten?", "“Origami” is running since 10:15 (4h1m)."],
    ]);
  });

  test("each can be switched off", () => {
    for (const kind of ["block", "clock", "check"] as const) {
      const notify = { ...DEFAULT_DAY_SETTINGS.notify, [kind]: false };
      const config = { day: { ...DEFAULT_DAY_SETTINGS, notify } };
      expect(notices("2021-09-13T11:30+02:00", config).map(([one]) => one)).not.toContain(kind);
    }
  });

  test("only today has some", () => {
    const day = home(TODAY, "2021-09-15T09:00+02:00").act("day", { date: "2021-09-13" }) as DayData;
    expect(day.notices).toEqual([]);
  });
});

describe("many days", () => {
  test("a mark for each day, with note or without", () => {
    const { days, today } = home(TODAY).act("days") as DaysData;
    expect(today).toBe("2021-09-13");
    expect([days[0]?.date, days.at(-1)?.date]).toEqual(["2021-06-28", "2021-09-13"]);
    expect(days.at(-1)).toMatchObject({
      hasNote: true,
      checked: true,
      healthy: 1,
      abnormal: 0,
      isOff: false,
    });
    expect(days.at(-2)).toMatchObject({ hasNote: false, checked: false, isOff: true });
  });

  test("the range must be one", () => {
    expect(() => home({}).act("days", { from: "2021-09-13", to: "2021-09-01" })).toThrow(AppError);
    expect(() => home({}).act("days", { from: "1990-01-01" })).toThrow(AppError);
  });

  test("a day is read again only where it changed", () => {
    const first = "2021-09-10" as LocalDate;
    const note = "## Record\n- 09:00 - 10:00 Sailing\n";
    const mine = home({ "days/2021-09-10.md": note, "days/2021-09-11.md": note });
    const facts = (): ReturnType<typeof daysBetween> =>
      daysBetween(makeContext(mine.world, { tongue: "en" }), first, addDays(first, 2));
    const before = facts();
    mine.store.put("days/2021-09-11.md", note.replace("10:00", "11:00"));
    const after = facts();
    expect(after.map(({ recordedMin }) => recordedMin)).toEqual([60, 120, 0]);
    expect(after[0]).toBe(before[0]);
    // Another priority on the page changes what the days come to.
    mine.store.put("now.md", PAGE.replace("Highest", "High"));
    expect(facts()[0]?.byPriority).toMatchObject({ highest: 0, high: 60 });
  });
});

describe("times as they are typed", () => {
  const frame = frameOf("2021-09-13" as LocalDate, "Europe/Berlin", 120);
  const now = epochMinOf("2021-09-13T08:00:00Z" as Instant);
  test.each([
    ["14:00", "2021-09-13T14:00+02:00"],
    ["2pm", "2021-09-13T14:00+02:00"],
    ["９：３０", "2021-09-13T09:30+02:00"],
    ["下午两点", "2021-09-13T14:00+02:00"],
    ["00:30", "2021-09-14T00:30+02:00"],
    ["now", "2021-09-13T10:00+02:00"],
    ["现在", "2021-09-13T10:00+02:00"],
    ["-15m", "2021-09-13T09:45+02:00"],
    ["20 minutes ago", "2021-09-13T09:40+02:00"],
    ["半小时前", "2021-09-13T09:30+02:00"],
    ["14:00+01:00", "2021-09-13T15:00+02:00"],
    ["2021-09-14 00:40", "2021-09-14T00:40+02:00"],
    ["2021-09-12T23:00Z", "2021-09-13T01:00+02:00"],
    ["2021-09-12T23:00:30.5-04:00", "2021-09-13T05:00+02:00"],
  ])("%s is %s", (text, iso) => {
    const read = parseTime(text, frame, now);
    expect(read && isoAt(read.min, "Europe/Berlin")).toBe(iso);
  });

  test.each(["", "soon", "25:00", "2021-13-01 10:00", "10:00+19:00", "-soon"])("%j is none", (text) => {
    expect(parseTime(text, frame, now)).toBeNull();
  });

  test("a time that the clocks skip is shifted on; the first of two is meant", () => {
    const spring = frameOf("2021-03-28" as LocalDate, "Europe/Berlin", 0);
    expect(isoAt(parseTime("02:30", spring, now)!.min, "Europe/Berlin")).toBe("2021-03-28T03:30+02:00");
    const autumn = frameOf("2021-10-31" as LocalDate, "Europe/Berlin", 0);
    expect(isoAt(parseTime("02:30", autumn, now)!.min, "Europe/Berlin")).toBe("2021-10-31T02:30+02:00");
    expect(isoAt(parseTime("02:30+01:00", autumn, now)!.min, "Europe/Berlin")).toBe("2021-10-31T02:30+01:00");
  });
});
