// The clock and the records: one clock a home, what is written into the day's note, records that never overlap silently, and
// what is asked before a forgotten clock counts. Over midnight, travel, and the hours that clocks skip or repeat.

import { describe, expect, test } from "vitest";
import {
  type ClockJson,
  type ClockMark,
  type Outside,
  perform,
  type StartData,
} from "../src/actions/index.ts";
import type { Instant } from "../src/base/index.ts";
import { type Clock, type Config, DEFAULT_CONFIG, DEFAULT_DAY_SETTINGS } from "../src/domain/index.ts";
import { type FakeStore, fakeStore } from "./fake-store.ts";
import { refused } from "./refused.ts";

const PAGE = `# Now

## Learning

### Highest priority

- Sailing: before the summer
  - Knots
  - Tides
- Welding - doing

### Low priority

- Origami

## Reading

- The Sea - 12/300
`;

interface Home {
  store: FakeStore;
  act(
    name: string,
    input?: Record<string, unknown>,
    options?: { dryRun?: boolean },
  ): ReturnType<typeof perform>;
  at(instant: string): Home;
  note(date: string): string | null;
  clock(): ClockJson | null;
  sleep(ms: number, boot?: string): void;
}

interface Options {
  zone?: string;
  config?: Partial<Config>;
  files?: Record<string, string>;
  tongue?: "en" | "zh";
}

/** A home at 09:00 in Berlin on a Monday, with a machine that can sleep. */
function home(options: Options = {}): Home {
  let now = "2021-09-13T07:00:00Z" as Instant;
  let machine = { boot: "one", ms: 0 };
  let mark: ClockMark | null = null;
  const store = fakeStore({ "now.md": PAGE, ...options.files }, { now: () => now });
  const clock: Clock = {
    now: () => now,
    zone: () => options.zone ?? "Europe/Berlin",
    suspended: () => machine,
  };
  const world = { store, clock, config: { ...DEFAULT_CONFIG, ...options.config } };
  const outside: Outside = {
    clockMark: () => mark,
    markClock: (made) => {
      mark = made;
    },
  };
  const self: Home = {
    store,
    act: (name, input = {}, { dryRun = false } = {}) =>
      perform(world, name, input, { dryRun, tongue: options.tongue ?? "en", outside }),
    at: (instant) => {
      now = new Date(instant).toISOString() as Instant;
      return self;
    },
    note: (date) => store.text(`days/${date}.md`),
    clock: () => self.act("clock").data as ClockJson | null,
    sleep: (ms, boot = machine.boot) => {
      machine = { boot, ms: machine.ms + ms };
    },
  };
  return self;
}

/** The lines of the record of a note. */
function records(note: string | null): string[] {
  const part = /## (?:Record|记录)\n([\s\S]*?)(?=\n## |$)/.exec(note ?? "")?.[1] ?? "";
  return part.split("\n").filter((line) => line.startsWith("- "));
}

describe("start and stop", () => {
  test("write a record that is running, then one that ended", () => {
    const mine = home();
    mine.act("start", { item: "knots" });
    expect(records(mine.note("2021-09-13"))).toEqual(["- 09:00 - … Sailing › Knots"]);
    expect(mine.clock()).toMatchObject({
      text: "Sailing › Knots",
      reference: "Sailing › Knots",
      priority: "highest",
      from: "2021-09-13T09:00+02:00",
      to: null,
      doubt: null,
    });
    mine.at("2021-09-13T09:40:59+02:00").act("stop", { note: "bowline" });
    expect(records(mine.note("2021-09-13"))).toEqual(["- 09:00 - 09:40 Sailing › Knots: bowline"]);
    expect(mine.clock()).toBeNull();
  });

  test("a dry run writes nothing and says all", () => {
    const mine = home();
    const done = mine.act("start", { item: "Origami" }, { dryRun: true });
    expect(done.diff).toContain("+- 09:00 - … Origami");
    expect(mine.store.files()).toEqual(["now.md"]);
  });

  test("there is one clock a home: a second start is a conflict that names the first", () => {
    const mine = home();
    mine.act("start", { item: "Origami" });
    const error = refused(() => mine.at("2021-09-13T09:10+02:00").act("start", { item: "Welding" }));
    expect(error.code).toBe("conflict");
    expect(error.message).toContain("Origami");
    expect(error.hint).toContain("nunc switch");
    expect(error.data).toMatchObject({ clock: { text: "Origami" } });
  });

  test("stopped within its first minute, nothing is recorded", () => {
    const mine = home();
    mine.act("start", { item: "Origami" });
    const done = mine.at("2021-09-13T09:00:50+02:00").act("stop");
    expect(done.summary).toContain("nothing was recorded");
    expect(records(mine.note("2021-09-13"))).toEqual([]);
    mine.act("start", { item: "Origami" });
    expect(mine.act("stop", { note: "a crane" }).summary).toContain("“a crane” neither");
  });

  test("interrupted within its first minute, nothing is recorded, and that is said", () => {
    const mine = home();
    mine.act("start", { item: "Origami" });
    const done = mine.act("interrupt", { text: "the door" });
    expect(done.summary).toMatch(/^“Origami” was stopped within its first minute; nothing was recorded\./);
  });

  test("nothing to stop is said as such", () => {
    expect(refused(() => home().act("stop")).code).toBe("missing");
  });

  test("free text, a commitment, and what the plan says for now", () => {
    const mine = home({
      files: {
        "goals.md": "## Commitments\n\n- weekly 1h: Reflection\n",
        "days/2021-09-13.md": "## Plan\n- [ ] 09:30 - 10:30 Tax return\n",
      },
    });
    const error = refused(() => mine.act("start", { item: "Dentist" }));
    expect(error.code).toBe("missing");
    expect(error.hint).toContain("--text");
    expect((mine.act("start", { item: "reflection" }, { dryRun: true }).data as StartData).clock.text).toBe(
      "Reflection",
    );
    expect((mine.act("start", { text: "Dentist" }, { dryRun: true }).data as StartData).clock).toMatchObject({
      text: "Dentist",
      reference: null,
    });
    expect(refused(() => mine.act("start")).code).toBe("usage");
    const planned = mine.at("2021-09-13T09:45+02:00").act("start", {}).data as StartData;
    expect(planned.clock).toMatchObject({ text: "Tax return", blockEnd: "2021-09-13T10:30+02:00" });
  });

  test("a start that was forgotten is said afterwards; one in the future, or over another record, is not taken", () => {
    const mine = home().at("2021-09-13T10:00+02:00");
    mine.act("record-add", { from: "09:00", to: "09:30", text: "Origami" });
    expect(refused(() => mine.act("start", { item: "Welding", at: "10:05" })).code).toBe("usage");
    const error = refused(() => mine.act("start", { item: "Welding", at: "-45m" }));
    expect([error.code, error.hint, error.at?.file]).toEqual([
      "conflict",
      "Begin after it: --at 09:30",
      "days/2021-09-13.md",
    ]);
    mine.act("start", { item: "Welding", at: "09:30" });
    expect(records(mine.note("2021-09-13"))).toEqual(["- 09:00 - 09:30 Origami", "- 09:30 - … Welding"]);
  });
});

describe("the page", () => {
  test("a page that marks what is being done is shown the patch, and written only when asked", () => {
    const mine = home();
    const { pagePatch } = mine.act("start", { item: "Origami" }).data as StartData;
    expect(pagePatch?.diff).toContain("+- Origami - doing");
    expect(mine.store.text("now.md")).toBe(PAGE);
    mine.at("2021-09-13T09:10+02:00").act("switch", { item: "Sailing", doing: true });
    expect(mine.store.text("now.md")).toContain("- Sailing - doing: before the summer");
    expect(records(mine.note("2021-09-13"))).toEqual(["- 09:00 - 09:10 Origami", "- 09:10 - … Sailing"]);
    // One change: it is taken back as one.
    mine.act("undo");
    expect(mine.store.text("now.md")).toBe(PAGE);
    expect(records(mine.note("2021-09-13"))).toEqual(["- 09:00 - … Origami"]);
  });

  test("no patch where the item is being done, and where the page marks nothing of its kind", () => {
    const mine = home();
    expect((mine.act("start", { item: "Welding" }).data as StartData).pagePatch).toBeNull();
    mine.at("2021-09-13T09:10+02:00");
    expect((mine.act("switch", { item: "The Sea" }).data as StartData).pagePatch).toBeNull();
  });
});

describe("switch and resume", () => {
  test("switch stops and starts in one change; resume goes on with the last thing", () => {
    const mine = home();
    mine.act("switch", { item: "Origami" });
    mine.at("2021-09-13T09:30+02:00").act("switch", { item: "Welding" });
    expect(mine.store.journal().at(-1)?.files).toHaveLength(1);
    mine.at("2021-09-13T10:00+02:00").act("stop", { note: "a seam" });
    mine.at("2021-09-13T10:20+02:00").act("resume");
    expect(records(mine.note("2021-09-13"))).toEqual([
      "- 09:00 - 09:30 Origami",
      "- 09:30 - 10:00 Welding: a seam",
      "- 10:20 - … Welding",
    ]);
    expect(refused(() => mine.act("resume")).code).toBe("conflict");
  });

  test("after an interruption, resume goes on with what was interrupted", () => {
    const note = "## Record\n- 08:00 - 08:30 Origami\n- 08:30 - … Interruption: the phone\n";
    const mine = home({ files: { "days/2021-09-13.md": note } });
    mine.act("resume");
    expect(records(mine.note("2021-09-13"))).toEqual([
      "- 08:00 - 08:30 Origami",
      "- 08:30 - 09:00 Interruption: the phone",
      "- 09:00 - … Origami",
    ]);
  });

  test("a day without work yet goes on with its plan, not with yesterday; a block that begins soon is its plan for now", () => {
    const plan = "## Plan\n- [ ] 09:10 - 10:00 Welding\n- [ ] 10:30 - 11:00 Origami\n";
    const mine = home({
      files: { "days/2021-09-12.md": "## Record\n- 20:00 - 21:00 The Sea\n", "days/2021-09-13.md": plan },
    });
    mine.act("interrupt", { text: "the door" });
    mine.at("2021-09-13T09:20+02:00").act("resume");
    expect(mine.clock()?.text).toBe("Welding");
    mine.act("stop", { drop: true });
    mine.at("2021-09-13T10:14+02:00");
    expect(refused(() => mine.act("start")).code).toBe("usage");
    mine.at("2021-09-13T10:15+02:00").act("start");
    expect(mine.clock()?.text).toBe("Origami");
    const other = home({ files: { "days/2021-09-12.md": "## Record\n- 20:00 - 21:00 The Sea\n" } });
    other.act("resume");
    expect(other.clock()?.text).toBe("The Sea");
  });

  test("nothing to go on with is said as such", () => {
    expect(refused(() => home().act("resume")).code).toBe("missing");
  });
});

describe("a clock that is not believed", () => {
  const running = (mine: Home): Home => {
    mine.act("start", { item: "Origami" });
    return mine;
  };

  test.each([
    ["long", "2021-09-13T13:05+02:00", "", "2021-09-13T13:00+02:00"],
    ["past-block", "2021-09-13T11:11+02:00", "- [ ] 09:30 - 11:00 Origami", "2021-09-13T11:00+02:00"],
    ["past-day", "2021-09-14T00:10+02:00", "", "2021-09-13T13:00+02:00"],
  ])("%s: stop asks, and counts it only up to its likely end", (doubt, at, plan, likelyEnd) => {
    const files: Record<string, string> =
      plan === "" ? {} : { "days/2021-09-13.md": `## Plan\n${plan}\n\n## Record\n` };
    const mine = running(home({ files })).at(at);
    expect(mine.clock()).toMatchObject({ doubt, likelyEnd });
    for (const action of ["stop", "switch"]) {
      const error = refused(() => mine.act(action, action === "switch" ? { item: "Welding" } : {}));
      expect([error.code, error.data]).toMatchObject(["no", { clock: { doubt, likelyEnd } }]);
      expect(error.hint).toContain(`nunc ${action} --confirm`);
    }
    const { facts } = mine.act("day", { date: "2021-09-13" }).data as { facts: { recordedMin: number } };
    expect(facts.recordedMin).toBe((Date.parse(likelyEnd) - Date.parse("2021-09-13T09:00+02:00")) / 60_000);
  });

  test("it is believed within its block, and ten minutes longer", () => {
    const plan = "## Plan\n- [ ] 09:15 - 11:00 Origami\n- [ ] 11:00 - 15:00 Origami\n";
    const mine = running(home({ files: { "days/2021-09-13.md": plan } }));
    expect(mine.at("2021-09-13T15:10+02:00").clock()).toMatchObject({
      doubt: null,
      blockEnd: "2021-09-13T15:00+02:00",
    });
    expect(mine.at("2021-09-13T15:11+02:00").clock()?.doubt).toBe("past-block");
  });

  test("blocks on one thing with a short break between are one stretch; a lunch is not", () => {
    const plan = (second: string) => `## Plan\n- [ ] 09:00 - 10:00 Origami\n- [ ] ${second} Origami\n`;
    const through = home({ files: { "days/2021-09-13.md": plan("10:20 - 11:00") } });
    through.act("start", { item: "Origami" });
    expect(through.at("2021-09-13T11:10+02:00").clock()).toMatchObject({ doubt: null });
    expect(through.at("2021-09-13T11:11+02:00").clock()).toMatchObject({
      doubt: "past-block",
      likelyEnd: "2021-09-13T11:00+02:00",
    });
    const lunch = home({ files: { "days/2021-09-13.md": plan("10:21 - 11:00") } });
    lunch.act("start", { item: "Origami" });
    expect(lunch.at("2021-09-13T10:11+02:00").clock()).toMatchObject({ doubt: "past-block" });
  });

  test("each answer is taken: a time, until now, or not at all", () => {
    const late = (): Home => running(home()).at("2021-09-13T14:00+02:00");
    const stopped = (mine: Home, input: Record<string, unknown>): string[] => {
      mine.act("stop", input);
      return records(mine.note("2021-09-13"));
    };
    expect(stopped(late(), { at: "10:30" })).toEqual(["- 09:00 - 10:30 Origami"]);
    expect(stopped(late(), { confirm: true })).toEqual(["- 09:00 - 14:00 Origami"]);
    expect(stopped(late(), { drop: true })).toEqual([]);
    expect(refused(() => late().act("stop", { at: "15:00" })).code).toBe("usage");
    expect(refused(() => late().act("stop", { at: "2021-09-13 08:30" })).code).toBe("usage");
    expect(refused(() => late().act("stop", { drop: true, confirm: true })).code).toBe("usage");
  });

  test("switch ends it when it really ended, and begins now", () => {
    const mine = running(home()).at("2021-09-13T14:00+02:00");
    mine.act("switch", { item: "Welding", at: "10:30" });
    expect(records(mine.note("2021-09-13"))).toEqual(["- 09:00 - 10:30 Origami", "- 14:00 - … Welding"]);
  });

  test("the machine slept: more than five minutes are asked about, less are a nap", () => {
    const mine = running(home());
    mine.sleep(4 * 60_000);
    expect(mine.at("2021-09-13T09:20+02:00").clock()?.doubt).toBeNull();
    mine.sleep(60 * 60_000);
    expect(mine.at("2021-09-13T10:40+02:00").clock()).toMatchObject({
      doubt: "slept",
      likelyEnd: "2021-09-13T09:36+02:00",
    });
    // It stays so, whenever it is looked at.
    expect(mine.at("2021-09-13T11:40+02:00").clock()?.likelyEnd).toBe("2021-09-13T09:36+02:00");
    expect(refused(() => mine.act("stop")).code).toBe("no");
  });

  test("the machine was switched off: it counts until it was seen last", () => {
    const mine = running(home());
    mine.at("2021-09-13T09:25+02:00").clock();
    mine.sleep(0, "two");
    expect(mine.at("2021-09-13T09:50+02:00").clock()).toMatchObject({
      doubt: "slept",
      likelyEnd: "2021-09-13T09:25+02:00",
    });
  });
});

describe("days and zones", () => {
  test("a record over midnight is one record of the day on which it began", () => {
    const mine = home().at("2021-09-13T23:30+02:00");
    mine.act("start", { item: "Origami" });
    mine.at("2021-09-14T00:45+02:00").act("stop", { confirm: true });
    expect(records(mine.note("2021-09-13"))).toHaveLength(1);
    expect(records(mine.note("2021-09-13"))[0]).toMatch(/^- 23:30 - 2021-09-14 00:45 Origami$/);
    expect(mine.note("2021-09-14")).toBeNull();
    const { records: read } = mine.act("day", { date: "2021-09-13" }).data as { records: { min: number }[] };
    expect(read[0]?.min).toBe(75);
  });

  test("where days end at 02:00, half past midnight is still the same day, and nothing is asked", () => {
    const config = { day: { ...DEFAULT_DAY_SETTINGS, dayEndMin: 120 } };
    const mine = home({ config }).at("2021-09-13T23:30+02:00");
    mine.act("start", { item: "Origami" });
    mine.at("2021-09-14T00:45+02:00").act("stop");
    const line = records(mine.note("2021-09-13"))[0]!;
    expect(line).toMatch(/^- 23:30 - 2021-09-14 00:45 Origami$/);
    mine.act("start", { item: "Welding" });
    expect(mine.clock()).toMatchObject({ date: "2021-09-13", from: "2021-09-14T00:45+02:00" });
    expect(mine.at("2021-09-14T02:00+02:00").clock()?.doubt).toBe("past-day");
  });

  test.each([
    ["Europe/Berlin", "2021-03-28", "2021-03-28T00:30:00Z", "2021-03-28T01:40:00Z", 70],
    ["Europe/Berlin", "2021-10-31", "2021-10-31T00:20:00Z", "2021-10-31T01:30:00Z", 70],
    ["America/New_York", "2021-11-07", "2021-11-07T05:20:00Z", "2021-11-07T06:30:00Z", 70],
    ["Australia/Lord_Howe", "2021-04-04", "2021-04-03T14:40:00Z", "2021-04-03T15:50:00Z", 70],
  ])("in %s on %s, real minutes are recorded over the change of clocks", (zone, date, from, to, min) => {
    const mine = home({ zone }).at(from);
    mine.act("start", { item: "Origami" });
    mine.at(to).act("stop");
    const { records: read } = mine.act("day", { date }).data as { records: { min: number }[] };
    expect(read.map((record) => record.min)).toEqual([min]);
  });

  test("a clock that was started in one zone is stopped in another", () => {
    const files = { "now.md": PAGE };
    const berlin = home({ files });
    berlin.act("start", { item: "Origami" });
    const note = berlin.note("2021-09-13")!;
    const away = home({ zone: "Europe/London", files: { "days/2021-09-13.md": note } });
    away.at("2021-09-13T08:30Z").act("stop");
    const { records: read } = away.act("day").data as { records: { min: number; to: string }[] };
    expect(read).toMatchObject([{ min: 90, to: "2021-09-13T10:30+02:00" }]);
  });
});

describe("records", () => {
  const noon = (files: Record<string, string> = {}): Home => home({ files }).at("2021-09-13T12:00+02:00");

  test("time that was forgotten is added in order, by any way to say a time", () => {
    const mine = noon();
    mine.act("record-add", { from: "10am", to: "10:30", text: "knots: reef" });
    mine.act("record-add", { from: "8:00", to: "2021-09-13T09:00+02:00", text: "Breakfast with Ann" });
    mine.act("record-add", { from: "11:50", to: "now", text: "the phone", interruption: true });
    expect(records(mine.note("2021-09-13"))).toEqual([
      "- 08:00 - 09:00 Breakfast with Ann",
      "- 10:00 - 10:30 knots: reef",
      "- 11:50 - 12:00 Interruption: the phone",
    ]);
    const { facts } = mine.act("day").data as { facts: Record<string, unknown> };
    expect(facts).toMatchObject({ recordedMin: 90, interruptedMin: 10, interruptions: 1 });
  });

  test("a title that is one item's stands as its path; another day by its date, past midnight too", () => {
    const mine = noon();
    const date = "2021-09-10";
    mine.act("record-add", { from: "22:30", to: "00:15", text: "KNOTS", date });
    expect(records(mine.note(date))).toHaveLength(1);
    expect(records(mine.note(date))[0]).toMatch(/^- 22:30 - 2021-09-11 00:15 Sailing › Knots$/);
    expect(refused(() => mine.act("record-add", { from: "10:00", to: "09:00", text: "x", date })).code).toBe(
      "usage",
    );
  });

  test("records never overlap silently", () => {
    const mine = noon();
    mine.act("record-add", { from: "09:00", to: "10:00", text: "Origami" });
    const error = refused(() => mine.act("record-add", { from: "09:30", to: "10:30", text: "Welding" }));
    expect([error.code, error.message]).toEqual([
      "conflict",
      "There is a record at that time already: “Origami”, 09:00 to 10:00.",
    ]);
    expect(error.at).toMatchObject({ file: "days/2021-09-13.md", line: expect.any(Number) });
    expect(error.hint).toContain("--trim");
    // Side by side is no overlap.
    mine.act("record-add", { from: "10:00", to: "10:30", text: "Welding" });
    expect(refused(() => mine.act("record-edit", { which: "10:00", from: "09:50" })).code).toBe("conflict");
  });

  test("over midnight they are kept apart as well", () => {
    const mine = home().at("2021-09-14T12:00+02:00");
    mine.act("record-add", { from: "23:00", to: "01:00", text: "Origami", date: "2021-09-13" });
    expect(
      refused(() => mine.act("record-add", { from: "00:30", to: "02:00", text: "Welding" })).at?.file,
    ).toBe("days/2021-09-13.md");
  });

  test("--trim cuts what is in the way: its end, its beginning, its middle, or all of it", () => {
    const mine = noon();
    for (const [from, to] of [
      ["08:00", "09:00"],
      ["09:00", "09:30"],
      ["10:00", "11:00"],
    ])
      mine.act("record-add", { from, to, text: `Text ${from}` });
    mine.act("record-add", { from: "08:30", to: "10:30", text: "Welding", trim: true });
    expect(records(mine.note("2021-09-13"))).toEqual([
      "- 08:00 - 08:30 Text 08:00",
      "- 08:30 - 10:30 Welding",
      "- 10:30 - 11:00 Text 10:00",
    ]);
    mine.act("record-add", { from: "09:00", to: "09:10", text: "the door", interruption: true, trim: true });
    expect(records(mine.note("2021-09-13"))).toEqual([
      "- 08:00 - 08:30 Text 08:00",
      "- 08:30 - 09:00 Welding",
      "- 09:00 - 09:10 Interruption: the door",
      "- 09:10 - 10:30 Welding",
      "- 10:30 - 11:00 Text 10:00",
    ]);
  });

  test("the running clock is in the way, too", () => {
    const mine = home();
    mine.act("start", { item: "Origami" });
    mine.at("2021-09-13T10:00+02:00");
    expect(
      refused(() => mine.act("record-add", { from: "09:30", to: "09:40", text: "x" })).message,
    ).toContain("Origami");
    mine.act("record-add", { from: "09:30", to: "09:40", text: "the door", interruption: true, trim: true });
    expect(records(mine.note("2021-09-13"))).toEqual([
      "- 09:00 - 09:30 Origami",
      "- 09:30 - 09:40 Interruption: the door",
      "- 09:40 - … Origami",
    ]);
  });

  test("one is changed by its start, its text or its line, and dropped", () => {
    const mine = noon();
    mine.act("record-add", { from: "09:00", to: "10:00", text: "Origami" });
    mine.act("record-edit", { which: "09:00", to: "09:45", text: "Origami: a crane" });
    expect(records(mine.note("2021-09-13"))).toEqual(["- 09:00 - 09:45 Origami: a crane"]);
    mine.act("record-edit", { which: "crane", from: "08:50" });
    const day = mine.act("day").data as { hash: string; records: { line: number; from: string }[] };
    expect(day.records[0]?.from).toBe("2021-09-13T08:50+02:00");
    const { line } = day.records[0]!;
    expect(refused(() => mine.act("record-edit", { line, hash: "other", to: "09:00" })).code).toBe(
      "conflict",
    );
    expect(refused(() => mine.act("record-edit", { which: "Nothing", to: "09:00" })).code).toBe("missing");
    expect(refused(() => mine.act("record-edit", { line, hash: day.hash })).code).toBe("usage");
    mine.act("record-drop", { line, hash: day.hash });
    expect(records(mine.note("2021-09-13"))).toEqual([]);
    mine.act("undo");
    expect(records(mine.note("2021-09-13"))).toHaveLength(1);
  });

  test("only time that has passed", () => {
    const error = refused(() => noon().act("record-add", { from: "11:00", to: "12:30", text: "Origami" }));
    expect(error.code).toBe("usage");
  });

  test("all else in the note stays byte for byte", () => {
    const text =
      "---\r\ndate: 2021-09-13\r\nzone: Europe/Berlin\r\nmood: fair\r\n---\r\n\r\nA word before.\r\n\r\n## Plan\r\n- [ ] 14:00 - 15:00 Welding\r\n\r\n## Diary\r\n\r\n- 09:00 - 10:00 no record\r\n\r\n## Record\r\n* 08:00 - 08:20 Post\r\n\r\n## Check\r\n- [x] Healthy: slept well\r\n";
    const mine = noon({ "days/2021-09-13.md": text });
    mine.act("record-add", { from: "09:00", to: "09:30", text: "Origami" });
    const line = "* 09:00 - 09:30 Origami\r\n";
    expect(mine.note("2021-09-13")).toContain(line);
    expect(mine.note("2021-09-13")?.replace(line, "")).toBe(text);
  });
});
