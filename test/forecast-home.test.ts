// Forecasts of a home: pace from the changes of the page, hours from days, what is kept and scored; the simulation and the
// pace by themselves; forecasts as lines of text.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BackTestJson, ForecastData, ForecastScoresJson } from "../src/actions/index.ts";
import { perform } from "../src/actions/index.ts";
import type { Instant } from "../src/base/index.ts";
import {
  DEFAULT_CONFIG,
  type ForecastKind,
  forecastPace,
  formatForecast,
  formatTruth,
  givenSpent,
  type Quantiles,
  readForecasts,
  type SimulatedTask,
  scoreForecasts,
  simulateList,
  type WeekHours,
} from "../src/domain/index.ts";
import { dayHome } from "./day-home.ts";
import { fakeStore } from "./fake-store.ts";
import { refused } from "./refused.ts";

const PAGE = `# Now

## Learning

### Highest priority

- Compilers
- Queues

### Low priority

- Knots

## Reading

- Tides, a history 30/400
- Maps 10%
`;

const note = (date: string, lines: string): string =>
  `---\ndate: ${date}\nzone: Europe/Berlin\n---\n## Record\n${lines}`;

/** Two hours a day on Queues, from 2 to 22 November. */
function workedDays(): Record<string, string> {
  const days: Record<string, string> = {};
  for (let day = 2; day <= 22; day++) {
    const date = `2026-11-${String(day).padStart(2, "0")}`;
    days[`days/${date}.md`] = note(date, "- 09:00 - 11:00 Queues\n");
  }
  return days;
}

const asked = (home: ReturnType<typeof dayHome>, item?: string): ForecastData =>
  home.act("forecast", item === undefined ? {} : { item }).data as ForecastData;

describe("pace", () => {
  test("comes from the days on which progress was noted; few points rest on the prior", () => {
    let now = "";
    const clock = { now: () => now as Instant, zone: () => "Europe/Berlin" };
    const store = fakeStore({ "now.md": PAGE }, { now: clock.now });
    const act = (name: string, input: Record<string, unknown>) =>
      perform({ store, clock, config: DEFAULT_CONFIG }, name, input, { tongue: "en" });
    for (const [date, value] of [
      ["2026-09-15", "80/400"],
      ["2026-09-29", "140/400"],
      // Of one day the last counts.
      ["2026-10-13", "190/400"],
      ["2026-10-13", "200/400"],
    ] as const) {
      now = `${date}T08:00:00Z`;
      act("progress", { item: "Tides, a history", value });
    }
    const [tides] = (act("forecast", { item: "Tides, a history" }).data as ForecastData).items;
    expect(tides).toMatchObject({ effort: null, finish: { by: "pace", cases: 2, restsOnPrior: true } });
    const [low, , median, , high] = tides!.finish!.dates;
    // Some thirty pages a week, and two hundred are left.
    expect(median! > "2026-11-10" && median! < "2026-12-20").toBe(true);
    expect(low! < median! && median! < high!).toBe(true);
  });

  test("an item whose progress is known only as of today rests on the prior alone", () => {
    const [maps] = asked(dayHome({ "now.md": PAGE }), "Maps").items;
    expect(maps).toMatchObject({ finish: { by: "pace", cases: 0, restsOnPrior: true } });
  });

  const steady = (weeks: number, perWeek: number) =>
    Array.from({ length: weeks + 1 }, (_, week) => ({ epochDay: 7 * week, ratio: week * perWeek }));

  test("many even weeks make a narrow interval, few a wide one", () => {
    const many = forecastPace({ points: steady(30, 0.02), today: 210 })!;
    expect(many).toMatchObject({ cases: 30, weeks: 30, restsOnPrior: false });
    expect(many.perWeek).toBeCloseTo(0.02, 9);
    expect(many.days[2]).toBeGreaterThan(100);
    expect(many.days[2]).toBeLessThan(160);
    const few = forecastPace({ points: steady(2, 0.02), today: 14 })!;
    expect(few.restsOnPrior).toBe(true);
    const width = (days: readonly (number | null)[]): number => Math.log((days[4] ?? 3650) / days[0]!);
    expect(width(few.days)).toBeGreaterThan(2 * width(many.days));
  });

  test("a long silence counts as no progress, a short one does not", () => {
    const points = steady(10, 0.05);
    const short = forecastPace({ points, today: 77 })!;
    const long = forecastPace({ points, today: 400 })!;
    expect(short.weeks).toBe(10);
    expect(long.days[2]! > 2 * short.days[2]!).toBe(true);
  });

  test("nothing is said of what is done or unknown; going back begins anew; the same seed says the same", () => {
    expect(forecastPace({ points: [{ epochDay: 3, ratio: 1 }], today: 5 })).toBeNull();
    expect(forecastPace({ points: [], today: 5 })).toBeNull();
    const again = forecastPace({ points: [...steady(8, 0.1), { epochDay: 63, ratio: 0.1 }], today: 63 })!;
    expect(again.cases).toBe(0);
    const input = { points: steady(5, 0.03), today: 40 };
    expect(forecastPace(input)).toEqual(forecastPace(input));
  });
});

describe("a list", () => {
  const week = (highest: number, low: number): WeekHours => ({ highest, high: 0, medium: 0, low, none: 0 });
  const total: Quantiles = [300, 450, 600, 800, 1500];
  const task = (id: string, lane: SimulatedTask["lane"], spentMin = 0): SimulatedTask => ({
    id,
    lane,
    totalMin: total,
    spentMin,
  });
  const runs = 2000;

  test("is worked off with the hours of each priority", () => {
    const weeks = Array.from({ length: 26 }, () => week(600, 0));
    const some = simulateList({
      tasks: [task("a", "highest"), task("b", "highest"), task("c", "low")],
      weeks,
      capacityMin: 2000,
      runs,
    });
    const median = (id: string): number => some.tasks.find((one) => one.id === id)!.days[2]!;
    expect(median("a")).toBeLessThan(median("b"));
    // Its own priority has no hours: it waits until the others are done.
    expect(median("c")).toBeGreaterThan(median("b"));
    expect(some.all[2]).toBeGreaterThanOrEqual(median("c"));
    expect(some).toMatchObject({ weeks: 26, restsOnPrior: false });
    const twice = simulateList({
      tasks: [task("a", "highest")],
      weeks: weeks.map(() => week(1200, 0)),
      capacityMin: 2000,
      runs,
    });
    expect(twice.tasks[0]!.days[2]!).toBeLessThan(median("a"));
  });

  test("with few weeks rests on the prior, with no hours at all is never done, and is the same every time", () => {
    const input = { tasks: [task("a", "highest"), task("b", "none")], weeks: [], capacityMin: 1200, runs };
    expect(simulateList(input)).toEqual(simulateList(input));
    expect(simulateList(input).restsOnPrior).toBe(true);
    expect(simulateList({ ...input, capacityMin: 0 }).all).toEqual([null, null, null, null, null]);
    expect(simulateList({ ...input, tasks: [] }).lanes).toEqual([]);
  });

  test("what a task has taken already is taken into account", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (spent) => {
        const now = givenSpent(total, spent);
        expect([...now].sort((a, b) => a - b)).toEqual([...now]);
        expect(now[0]).toBeGreaterThanOrEqual(spent === 0 ? 300 : spent);
      }),
    );
  });
});

describe("a home", () => {
  const files = {
    "now.md": PAGE,
    "items/queues.md": "---\ntitle: Queues\nestimate: 60h\n---\n",
    "items/compilers.md": "---\ntitle: Compilers\nestimate: 10h\n---\n",
    ...workedDays(),
  };

  test("forecasts what has an estimate by the hours of its priority", () => {
    const data = asked(dayHome(files));
    const queues = data.items.find(({ path }) => path === "Queues")!;
    expect(queues.effort).toMatchObject({ estimateMin: 3600, spentMin: 2520, cases: 0, restsOnPrior: true });
    expect(queues.effort!.totalMin[0]).toBeGreaterThanOrEqual(2520);
    expect(queues.finish).toMatchObject({ by: "hours", cases: 3, restsOnPrior: true });
    expect(data.weekMin).toEqual({ highest: 840, high: 0, medium: 0, low: 0, none: 0 });
    expect(data.lists.map(({ priority, items }) => [priority, items])).toEqual([
      ["highest", 2],
      ["all", 2],
    ]);
    expect(data.unestimated).toEqual(["Knots", "Tides, a history", "Maps"]);
  });

  test("keeps each forecast once a day, and scores it when the item is done", () => {
    const home = dayHome({ ...files, "now.md": PAGE.replace("- Queues", "- [ ] Queues") });
    expect(home.act("forecast", { item: "Queues" }, { dryRun: true }).record).toBeNull();
    expect(home.store.text("forecasts/2026-11.md")).toBeNull();
    asked(home, "Queues");
    asked(home, "Queues");
    const kept = home.store.text("forecasts/2026-11.md")!;
    expect(readForecasts(kept).forecasts.map(({ kind, item }) => [kind, item])).toEqual([
      ["effort", "Queues"],
      ["finish", "Queues"],
    ]);
    expect((home.act("forecast", { scores: true }).data as ForecastScoresJson).known).toBe(0);
    home.at("2026-11-24T17:00:00Z");
    home.store.put("days/2026-11-24.md", note("2026-11-24", "- 09:00 - 15:00 Queues\n"));
    home.act("done", { items: ["Queues"] });
    const scores = home.act("forecast", { scores: true }).data as ForecastScoresJson;
    expect(scores).toMatchObject({ kept: 2, known: 2, effort: { n: 1 }, finish: { n: 1 } });
    expect(readForecasts(home.store.text("forecasts/2026-11.md")!).truths).toMatchObject([
      { kind: "effort", item: "Queues", value: 2880 },
      { kind: "finish", item: "Queues" },
    ]);
    // Keeping is no change that undo takes back; what is open again has no truth.
    expect(home.act("undo").summary).toContain("Queues");
    expect((home.act("forecast", { scores: true }).data as ForecastScoresJson).known).toBe(0);
  });

  test("learns from what finished items took", () => {
    const done = Array.from({ length: 12 }, (_, index) => `Book ${String.fromCharCode(65 + index)}`);
    const days: Record<string, string> = {};
    done.forEach((title, index) => {
      const date = `2026-10-${String(index + 1).padStart(2, "0")}`;
      days[`days/${date}.md`] = note(date, `- 09:00 - 13:00 ${title}\n`);
      days[`items/${index}.md`] = `---\ntitle: ${title}\nestimate: 2h\n---\n`;
    });
    const page = `# Now\n\n## Reading\n\n${done.map((title) => `- [x] ${title}\n`).join("")}- [ ] Book Z\n`;
    const home = dayHome({
      "now.md": page,
      ...days,
      "items/z.md": "---\ntitle: Book Z\nestimate: 3h\n---\n",
    });
    const [book] = asked(home).items;
    expect(book!.effort).toMatchObject({ cases: 12, restsOnPrior: false });
    expect(book!.effort!.totalMin[2]).toBe(360);
  });

  test("says so where there is nothing to say", () => {
    const home = dayHome({ "now.md": "# Now\n\n## Learning\n\n- Knots\n- [x] Bows\n" });
    expect(home.act("forecast").summary).toContain("Nothing to forecast");
    expect(refused(() => asked(home, "Knots")).code).toBe("no");
    expect(refused(() => asked(home, "Bows")).code).toBe("no");
    expect(refused(() => home.act("forecast", { backtest: "x.csv" })).code).toBe("usage");
  });
});

test("a back-test answers with the same figures for programs", () => {
  const home = dayHome({ "now.md": PAGE });
  const table = "person,known_at,done_at,estimate,actual\nAda,1,1z,2,3\nAda,2,2z,2,0\nAda,3,3z,4,6\n";
  const world = { store: home.store, clock: { now: () => "", zone: () => "UTC" }, config: {} };
  const data = perform(
    world as never,
    "forecast",
    { backtest: "t.csv", cases: true },
    {
      tongue: "en",
      outside: { readFile: (file) => (file === "t.csv" ? table : null) },
    },
  ).data as BackTestJson;
  expect(data).toMatchObject({ n: 2, persons: 1, skipped: [{ why: "actual0", count: 1, line: 3 }] });
  expect(data.groups.map(({ person, first }) => [person, first])).toEqual([
    [null, null],
    [null, 30],
    ["Ada", null],
  ]);
  expect(data.cases!.map(({ actual, cases }) => [actual, cases])).toEqual([
    [3, 0],
    [6, 1],
  ]);
});

describe("forecasts as text", () => {
  const value = (kind: ForecastKind) =>
    kind === "effort" ? fc.integer({ min: 1, max: 500_000 }) : fc.integer({ min: 10_000, max: 40_000 });

  test("what is written is read back, whatever the title", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ForecastKind>("effort", "finish").chain((kind) =>
          fc.record({
            kind: fc.constant(kind),
            at: fc.constant("2026-11-23T09:00+01:00"),
            item: fc
              .oneof(fc.string({ minLength: 1 }), fc.constant("a = 1h 1h 1h 1h 1h (3 cases)"))
              .map((text) => `x${text.replace(/\s/g, " ")}x`),
            values: fc.array(kind === "finish" ? fc.option(value(kind)) : value(kind), {
              minLength: 5,
              maxLength: 5,
            }),
            cases: fc.nat(500),
          }),
        ),
        (forecast) => {
          const truth = {
            kind: forecast.kind,
            at: forecast.at,
            item: forecast.item,
            value: forecast.values[0] ?? 20_000,
          };
          const text = `# notes\n\n${formatForecast(forecast)}\nsome words\r\n${formatTruth(truth)}\n`;
          expect(readForecasts(text)).toEqual({ forecasts: [forecast], truths: [truth] });
        },
      ),
    );
  });

  test("a truth counts for what was said before it, the last one that was written", () => {
    const text = [
      "- 2026-11-01T09:00+01:00 effort: Knots = 1h 2h 3h 4h 5h (12 cases)",
      "- 2026-11-02T09:00+01:00 came: effort: Knots = 9h",
      "- 2026-11-03T09:00+01:00 came: effort: Knots = 3h",
      "- 2026-11-09T09:00+01:00 effort: Knots = 1h 2h 3h 4h 5h (12 cases)",
      "- 2026-11-09T09:00+01:00 effort: broken = 1h 2h 3h",
    ].join("\n");
    const scored = scoreForecasts(readForecasts(text));
    expect(scored).toHaveLength(1);
    expect(scored[0]!.scored.truth).toBeCloseTo(Math.log(180), 9);
  });
});
