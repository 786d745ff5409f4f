// Days in time: frames of 23, 24, 25 hours and of half an hour's shift, moments and walls, days that end at 02:00. What the
// arithmetic says is held against Temporal, in zones with every kind of change.

import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  addDays,
  dateOfEpochDay,
  epochDayOf,
  type Instant,
  type LocalDate,
  momentOfWall,
  offsetAt,
  offsetDateTimeAt,
  parseLocalDate,
  weekdayOf,
} from "../src/base/index.ts";
import {
  bestSpans,
  busySpans,
  DEFAULT_DAY_SETTINGS,
  dateOfDayFile,
  dayAt,
  dayFile,
  epochMinOf,
  frameOf,
  isDayOff,
  isoAt,
  minAtWall,
  wallMinutesAt,
  workSpans,
} from "../src/domain/index.ts";

const day = (text: string) => parseLocalDate(text)!;
const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Asia/Shanghai",
  "America/Havana",
  "Africa/Casablanca",
  "UTC",
  "+05:45",
];
const zones = fc.constantFrom(...ZONES);
const days = fc.integer({ min: 10_000, max: 25_000 }).map(dateOfEpochDay);
const ends = fc.constantFrom(0, 0, 120, 150, 240, 720);

describe("the calendar", () => {
  test("days later are as Temporal counts them", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (date, more) => {
        expect(addDays(date, more)).toBe(Temporal.PlainDate.from(date).add({ days: more }).toString());
      }),
    );
  });

  test("days since 1970 are as Temporal counts them", () => {
    const first = Temporal.PlainDate.from("1970-01-01");
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 2_900_000 }), (number) => {
        const date = first.add({ days: number });
        expect(dateOfEpochDay(number)).toBe(date.toString());
        expect(epochDayOf(date.toString() as LocalDate)).toBe(number);
        expect(weekdayOf(date.toString() as LocalDate)).toBe(date.dayOfWeek);
      }),
    );
  });

  test("a day note's file names its day", () => {
    expect(dayFile(day("2021-09-02"))).toBe("days/2021-09-02.md");
    expect(dateOfDayFile("days/2021-09-02.md")).toBe("2021-09-02");
    expect(["days/2021-02-30.md", "days/notes.md", "2021-09-02.md"].map(dateOfDayFile)).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("moments", () => {
  test("an instant is written with its offset as Temporal writes it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000 * 86_400_000, max: 25_000 * 86_400_000 }), zones, (ms, zone) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(ms);
        const zoned = instant.toZonedDateTimeISO(zone);
        expect(offsetDateTimeAt(instant.toString() as Instant, zone)).toBe(
          zoned.toString({ timeZoneName: "never", smallestUnit: "second" }),
        );
      }),
    );
  });

  test("offsets and wall times are as Temporal has them", () => {
    fc.assert(
      fc.property(zones, fc.integer({ min: 14_000_000, max: 36_000_000 }), (zone, at) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(at * 60_000).toZonedDateTimeISO(zone);
        expect(offsetAt(at, zone)).toBe(zoned.offsetNanoseconds / 6e10);
        const wall = zoned.toPlainDateTime();
        const number = at + zoned.offsetNanoseconds / 6e10;
        expect(momentOfWall(number, zone).at * 60_000).toBe(wall.toZonedDateTime(zone).epochMilliseconds);
      }),
      { numRuns: 300 },
    );
  });

  test("every quarter of an hour around each change of clocks is as Temporal has it", () => {
    for (const zone of ZONES.slice(0, 7)) {
      let zoned = Temporal.Instant.from("2024-01-01T00:00Z").toZonedDateTimeISO(zone);
      for (let changes = 0; changes < 4; changes++) {
        const next = zoned.getTimeZoneTransition("next");
        if (next === null) break;
        zoned = next;
        const wall = zoned.toPlainDateTime();
        for (let quarter = -14; quarter <= 14; quarter++) {
          const there = wall.add({ minutes: quarter * 15 });
          const date = there.toPlainDate().toString() as LocalDate;
          const number = epochDayOf(date) * 1440 + there.hour * 60 + there.minute;
          const earlier = there.toZonedDateTime(zone, { disambiguation: "compatible" });
          const later = there.toZonedDateTime(zone, { disambiguation: "later" });
          const found = momentOfWall(number, zone);
          expect(found.at * 60_000).toBe(earlier.epochMilliseconds);
          const isSkipped = !earlier.toPlainDateTime().equals(there);
          expect(found.isSkipped).toBe(isSkipped);
          const isTwice = !isSkipped && !later.equals(earlier);
          expect(found.again).toBe(isTwice ? later.epochMilliseconds / 60_000 : null);
        }
      }
    }
  });

  test("instants, minutes and ISO times with the zone's offset", () => {
    const at = epochMinOf("2026-11-23T08:30:59.999Z" as Instant);
    expect(at).toBe(Date.parse("2026-11-23T08:30Z") / 60_000);
    expect(isoAt(at, "Europe/Berlin")).toBe("2026-11-23T09:30+01:00");
    expect(isoAt(at, "America/St_Johns")).toBe("2026-11-23T05:00-03:30");
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 40_000_000 }), (zone, minute) => {
        expect(Temporal.Instant.from(isoAt(minute, zone)).epochMilliseconds).toBe(minute * 60_000);
        const instant = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toString() as Instant;
        expect(epochMinOf(instant)).toBe(minute);
      }),
    );
  });
});

describe("the frame of a day", () => {
  const hours = (date: string, zone: string, dayEndMin = 0) => {
    const frame = frameOf(day(date), zone, dayEndMin);
    return (frame.to - frame.from) / 60;
  };

  test("has 23, 25, 23.5 and 24.5 hours where clocks change", () => {
    expect(hours("2026-03-29", "Europe/Berlin")).toBe(23);
    expect(hours("2026-10-25", "Europe/Berlin")).toBe(25);
    expect(hours("2026-03-08", "America/New_York")).toBe(23);
    expect(hours("2026-11-01", "America/New_York")).toBe(25);
    expect(hours("2026-10-04", "Australia/Lord_Howe")).toBe(23.5);
    expect(hours("2026-04-05", "Australia/Lord_Howe")).toBe(24.5);
    expect(hours("2026-09-27", "Pacific/Chatham")).toBe(23);
    expect(hours("2026-11-23", "Asia/Shanghai")).toBe(24);
  });

  test("ends at 02:00 for some: the change then falls into the day before", () => {
    expect(hours("2026-10-24", "Europe/Berlin", 180)).toBe(25);
    expect(hours("2026-10-25", "Europe/Berlin", 180)).toBe(24);
    const frame = frameOf(day("2026-11-23"), "Europe/Berlin", 120);
    expect(isoAt(frame.from, "Europe/Berlin")).toBe("2026-11-23T02:00+01:00");
    expect(dayAt(frame.to - 1, "Europe/Berlin", 120)).toBe("2026-11-23");
    expect(dayAt(frame.to, "Europe/Berlin", 120)).toBe("2026-11-24");
    expect(minAtWall(frame, 25 * 60)).toBe(frame.to - 60);
    expect(wallMinutesAt(frame.to - 60, frame)).toBe(25 * 60);
  });

  test("days follow one another without gap, and each moment has its day", () => {
    fc.assert(
      fc.property(
        zones,
        days,
        ends,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (zone, date, end, share) => {
          const frame = frameOf(date, zone, end);
          expect(frameOf(addDays(date, 1), zone, end).from).toBe(frame.to);
          const at = Math.floor(frame.from + (frame.to - frame.from) * share);
          expect(dayAt(at, zone, end)).toBe(date);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("a year of days in every zone is a year long", () => {
    for (const zone of ZONES) {
      let at = frameOf(day("2026-01-01"), zone, 0).from;
      for (let number = 0; number < 365; number++) {
        const frame = frameOf(addDays(day("2026-01-01"), number), zone, 0);
        expect(frame.from).toBe(at);
        at = frame.to;
      }
      expect(at).toBe(frameOf(day("2027-01-01"), zone, 0).from);
    }
  });
});

describe("the hours of a day by the settings", () => {
  const settings = {
    ...DEFAULT_DAY_SETTINGS,
    daysOff: [{ from: day("2026-10-01"), to: day("2026-10-07") }],
    workDays: [{ from: day("2026-10-10"), to: day("2026-10-10") }],
    busy: [
      { on: [1, 3] as const, from: 600, to: 630, text: "Choir" },
      { on: day("2026-11-23"), from: 1380, to: 1500, text: "Night train" },
    ],
  };
  const spans = (date: string, zone = "Asia/Shanghai", dayEndMin = 0) => {
    const frame = frameOf(day(date), zone, dayEndMin);
    const said = (span: { from: number; to: number }) =>
      `${isoAt(span.from, zone).slice(5, 16)}/${span.to - span.from}`;
    return {
      work: workSpans(frame, settings).map(said),
      busy: busySpans(frame, settings).map((span) => `${said(span)} ${span.text}`),
      best: bestSpans(frame, settings).map(said),
    };
  };

  test("weekdays, weekends, holidays and working days in place of them", () => {
    expect(spans("2026-11-23").work).toEqual(["11-23T09:00/180", "11-23T13:00/300"]);
    expect(spans("2026-11-22").work).toEqual([]);
    expect(spans("2026-10-05").work).toEqual([]);
    // A Saturday that is worked has Monday's hours.
    expect(spans("2026-10-10").work).toEqual(["10-10T09:00/180", "10-10T13:00/300"]);
    expect(
      ["2026-10-05", "2026-10-10", "2026-11-21", "2026-11-23"].map((date) => isDayOff(day(date), settings)),
    ).toEqual([true, false, true, false]);
    expect(spans("2026-11-23").best).toEqual(["11-23T09:00/180"]);
  });

  test("busy times by weekday and by day, cut at the day's end", () => {
    expect(spans("2026-11-25").busy).toEqual(["11-25T10:00/30 Choir"]);
    expect(spans("2026-11-23").busy).toEqual(["11-23T10:00/30 Choir", "11-23T23:00/60 Night train"]);
    expect(spans("2026-11-23", "Asia/Shanghai", 120).busy).toEqual([
      "11-23T10:00/30 Choir",
      "11-23T23:00/120 Night train",
    ]);
  });

  test("are as long as clocks make them", () => {
    const nights = { ...settings, hours: { ...settings.hours, 7: [{ from: 60, to: 300 }] } };
    const length = (date: string) =>
      workSpans(frameOf(day(date), "Europe/Berlin", 0), nights).reduce(
        (sum, { from, to }) => sum + to - from,
        0,
      );
    expect([length("2026-03-29"), length("2026-10-25"), length("2026-10-18")]).toEqual([180, 300, 240]);
  });
});
