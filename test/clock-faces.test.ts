// The clock and the day at the faces: what a terminal asks, commands of two words, lines that fit the terminal in both
// languages, and how the server hands a doubt to the screen.

import { afterEach, describe, expect, test } from "vitest";
import type { DayData, DaysData } from "../src/actions/index.ts";
import type { Instant } from "../src/base/index.ts";
import { DEFAULT_CONFIG } from "../src/domain/index.ts";
import { splitCommand } from "../src/faces/cli/arguments.ts";
import { askEnd, askStart } from "../src/faces/cli/ask-clock.ts";
import { widthOf } from "../src/faces/cli/paint.ts";
import { makePrinter } from "../src/faces/cli/print.ts";
import { printDay, printDays } from "../src/faces/cli/print-day.ts";
import { type Served, serve } from "../src/faces/http/index.ts";
import { type DayHome, dayHome } from "./day-home.ts";
import { fakeStore } from "./fake-store.ts";
import { typedTalk } from "./typed-talk.ts";

const PAGE = "# Learning\n\n- Lisp\n- Weaving - doing\n";
const NOTE = "## Record\n- 09:00 - … Lisp\n";
const FILES = { "now.md": PAGE, "days/2026-11-23.md": NOTE };
const AFTERNOON = "2026-11-23T15:00:00+01:00";

function screen(columns = 80, tongue: "en" | "zh" = "en") {
  const text = { written: "" };
  const write = (more: string): void => {
    text.written += more;
  };
  const out = { write, isTty: true, columns };
  return { text, printer: makePrinter({ out, env: { NO_COLOR: "1" } } as never, tongue) };
}

/** Runs an asker with lines typed in turn; no more lines end the input. */
async function typed(
  home: DayHome,
  action: "start" | "stop",
  input: object,
  lines: string[],
): Promise<string> {
  const { talk, written } = typedTalk(home, lines);
  const done = await (action === "stop" ? askEnd : askStart)(talk, { ...input }, action);
  return done === null ? written() : `${written()}${done.summary}\n`;
}

const records = (home: DayHome): string[] =>
  (home.store.text("days/2026-11-23.md") ?? "").split("\n").filter((line) => /^- \d/.test(line));

describe("a forgotten clock asks in a terminal", () => {
  test.each([
    ["its likely end", ["1"], ["- 09:00 - 13:00 Lisp"]],
    ["until now", ["2"], ["- 09:00 - 15:00 Lisp"]],
    ["another time, typed again after a slip", ["9", "3", "soon", "3", "10:30"], ["- 09:00 - 10:30 Lisp"]],
    ["a time at once", ["half past", "10:45"], ["- 09:00 - 10:45 Lisp"]],
    ["not at all", ["4"], []],
    ["no answer", [], ["- 09:00 - … Lisp"]],
  ])("%s", async (_, lines, expected) => {
    const home = dayHome(FILES, { now: AFTERNOON });
    const said = await typed(home, "stop", {}, [...lines]);
    expect(said).toContain("[1] at 13:00");
    expect(said).toContain("[2] it ran until now (6h)");
    expect(records(home)).toEqual(expected);
  });

  test("nothing is asked where it is believed, or the answer is typed", async () => {
    const home = dayHome(FILES, { now: "2026-11-23T10:00:00+01:00" });
    expect(await typed(home, "stop", {}, [])).toBe("“Lisp”: 1h recorded.\n");
    const late = dayHome(FILES, { now: AFTERNOON });
    expect(await typed(late, "stop", { at: "10:00" }, [])).toBe("“Lisp”: 1h recorded.\n");
  });
});

describe("start asks about the page, after the time runs", () => {
  const morning = (): DayHome => dayHome({ "now.md": PAGE }, { now: "2026-11-23T09:00:00+01:00" });

  test("yes writes it, and all else does not", async () => {
    for (const [answer, page] of [
      ["y", PAGE.replace("- Lisp", "- Lisp - doing")],
      ["n", PAGE],
      [null, PAGE],
    ] as const) {
      const home = morning();
      const said = await typed(home, "start", { item: "Lisp" }, answer === null ? [] : [answer]);
      expect(said).toContain("+- Lisp - doing");
      expect(home.store.text("now.md")).toBe(page);
      expect(records(home)).toEqual(["- 09:00 - … Lisp"]);
    }
  });

  test("nothing is asked of an item that is being done", async () => {
    expect(await typed(morning(), "start", { item: "Weaving" }, [])).not.toContain("Write it?");
  });
});

test("two words name a command where the first is none by itself", () => {
  const named = (line: string) => splitCommand(line.split(" "));
  expect(named("record add 9:00 10:00 Lisp")).toEqual({
    name: "record-add",
    rest: ["9:00", "10:00", "Lisp"],
  });
  expect(named("--json block move 14:00")).toEqual({ name: "block-move", rest: ["--json", "14:00"] });
  expect(named("log edit")).toEqual({ name: "log", rest: ["edit"] });
  expect(named("record")).toEqual({ name: "record", rest: [] });
  expect(named("record --home add drop")).toEqual({ name: "record-drop", rest: ["--home", "add"] });
});

test.each([
  [40, "zh"],
  [40, "en"],
  [80, "zh"],
] as const)("a day fits %i columns (%s)", (columns, tongue) => {
  const long = "很长的标题，里面什么都有一点，而且还没有完";
  const files = {
    "now.md": `# Learning\n\n## High\n\n- ${long}\n`,
    "days/2026-11-23.md": `## Plan\n- [x] 09:00 - 11:00 ${long}\n- [>] 11:00 - 12:00 ${long} 📌\n- [ ] 16:00 - 17:00 Buffer\n## Record\n- 09:05 - 10:50 ${long}\n- 11:00 - … Interruption: ${long}\n`,
  };
  const home = dayHome(files, { now: "2026-11-23T11:30:00+01:00" });
  const { text, printer } = screen(columns, tongue);
  printDay(printer, home.act("day", {}).data as DayData);
  const lines = text.written.split("\n");
  // The line of figures may wrap; what stands in columns may not.
  const inColumns = lines.filter((line) => /^(?:[ ▶▸?] |\d{4})/.test(line));
  expect(inColumns.length).toBeGreaterThan(7);
  for (const line of inColumns) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
  const now = lines.findIndex((line) => line.startsWith("▸"));
  expect(lines[now]).toContain("11:30");
});

test("the calendar of days has a week a row, under its weekdays", () => {
  const home = dayHome(FILES, { now: AFTERNOON });
  const { text, printer } = screen(60);
  printDays(printer, home.act("days", { from: "2026-11-11" }).data as DaysData);
  const [head, first, second, third] = text.written.split("\n");
  expect(head).toBe("            Mo Tu We Th Fr Sa Su");
  expect(first).toMatch(/^2026-11-11 {8}· {2}· {2}·/);
  expect(second).toMatch(/^2026-11-16 {2}· {2}· {2}· {2}· {2}·/);
  expect(third).toMatch(/^2026-11-23 {2}•‹/);
  for (const line of [first!, second!, third!]) expect(widthOf(line)).toBeLessThanOrEqual(60);
});

describe("over HTTP", () => {
  let served: Served | null = null;
  afterEach(async () => await served?.close());

  test("a doubt is an answer with the clock in it, and what is said of it is done", async () => {
    const store = fakeStore(FILES);
    const clock = { now: () => new Date(AFTERNOON).toISOString() as Instant, zone: () => "Europe/Berlin" };
    served = await serve({
      version: "1",
      world: () => ({ store, clock, config: DEFAULT_CONFIG }),
      outside: {},
      webFolder: "",
      log: () => {},
      watch: () => () => {},
    });
    const { port, token } = served;
    const act = async (action: string, input: object) => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/act`, {
        method: "POST",
        headers: {
          cookie: `nunc_${port}=${token}`,
          "content-type": "application/json",
          "x-nunc": "1",
          origin: `http://127.0.0.1:${port}`,
        },
        body: JSON.stringify({ action, input }),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, never> };
    };
    const asked = await act("stop", {});
    expect(asked.status).toBe(200);
    expect(asked.body).toMatchObject({
      error: { code: "no", data: { clock: { doubt: "long", likelyEnd: "2026-11-23T13:00+01:00" } } },
    });
    const stopped = await act("stop", { at: "2026-11-23T13:00+01:00" });
    expect(stopped.body).toMatchObject({
      data: { stopped: { min: 240 } },
      state: { clock: null, day: { facts: { recordedMin: 240 } } },
    });
    expect(store.text("days/2026-11-23.md")).toContain("- 09:00 - 13:00 Lisp");
    expect((await act("start", { item: "Lisp" })).body).toMatchObject({
      state: { clock: { text: "Lisp", doubt: null } },
    });
    expect((await act("start", { item: "Weaving" })).status).toBe(409);
  });
});
