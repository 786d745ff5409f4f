// Time is kept whatever is killed: real processes that start, stop and switch are killed at each step of their writing, and
// two that start at once never give two clocks.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeContext } from "../src/actions/index.ts";
import type { Instant } from "../src/base/index.ts";
import { readDay } from "../src/domain/index.ts";
import { loadConfig, openStore } from "../src/home/index.ts";
import { type Folder, makeFolder } from "./home-folder.ts";

const PAGE = "# Now\n\n## Learning\n\n- Sailing\n- Welding\n";
const NOTE = "home/days/2021-09-13.md";
const RUNNING = "---\ndate: 2021-09-13\nzone: Europe/Berlin\n---\n\n## Record\n- 09:00 - … Sailing\n";

function makeHome(note: string | null): Folder {
  return makeFolder({ "home/now.md": PAGE, ...(note === null ? {} : { [NOTE]: note }) });
}

interface Run {
  says: string;
  signal: NodeJS.Signals | null;
}

function run(folder: Folder, action: string, input: object, now: string, step = -1): Promise<Run> {
  const child = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      join(import.meta.dirname, "clock-writer.ts"),
      join(folder.path, "home"),
      action,
      JSON.stringify(input),
      now,
      String(step),
    ],
    { env: { ...process.env, ...folder.env }, stdio: ["ignore", "pipe", "inherit"] },
  );
  let says = "";
  child.stdout.on("data", (bytes) => (says += String(bytes)));
  return new Promise((resolve) => child.once("close", (_, signal) => resolve({ says, signal })));
}

/** The records that the home holds once it is opened again, as `from-to text`; in minutes from 09:00. */
function recordsOf(folder: Folder): string[] {
  const store = openStore(join(folder.path, "home"), { env: folder.env });
  const { config } = loadConfig(store, "en");
  const clock = { now: () => "2021-09-13T09:00:00Z" as Instant, zone: () => "Europe/Berlin" };
  const context = makeContext({ store, clock, config }, { tongue: "en" });
  const stored = context.reading.text("days/2021-09-13.md");
  if (stored === null) return [];
  const note = readDay(stored.text, {
    date: context.today,
    zone: "Europe/Berlin",
    dayEndMin: 0,
    tongue: "en",
  });
  expect(note.diagnostics).toEqual([]);
  const nine = Date.parse("2021-09-13T07:00:00Z") / 60_000;
  return note.records.map(({ from, to, text }) => `${from - nine}-${to === null ? "" : to - nine} ${text}`);
}

const CASES = [
  {
    action: "start",
    input: { item: "Sailing" },
    now: "2021-09-13T07:00:00Z",
    note: null,
    before: [],
    after: ["0- Sailing"],
  },
  {
    action: "stop",
    input: {},
    now: "2021-09-13T07:40:00Z",
    note: RUNNING,
    before: ["0- Sailing"],
    after: ["0-40 Sailing"],
  },
  {
    action: "switch",
    input: { item: "Welding" },
    now: "2021-09-13T07:40:00Z",
    note: RUNNING,
    before: ["0- Sailing"],
    after: ["0-40 Sailing", "40- Welding"],
  },
] as const;

describe.each(CASES)("$action", ({ action, input, now, note, before, after }) => {
  test("killed at each step, the record is as before or as after, and the next one goes on", async () => {
    const whole = await run(makeHome(note), action, input, now);
    const steps = Number(whole.says);
    expect(steps).toBeGreaterThan(20);
    const ends = { before: 0, after: 0 };
    // Four at a time: each step is a process of its own.
    const killed = async (first: number): Promise<void> => {
      for (let at = first; at < steps; at += 4) {
        const folder = makeHome(note);
        expect((await run(folder, action, input, now, at)).signal, `step ${at}`).toBe("SIGKILL");
        const found = recordsOf(folder);
        const isAfter = JSON.stringify(found) === JSON.stringify(after);
        expect(found, `killed at step ${at}`).toEqual(isAfter ? after : before);
        ends[isAfter ? "after" : "before"]++;
        if (!isAfter && at % 5 === 0) {
          await run(folder, action, input, now);
          expect(recordsOf(folder), `done again after step ${at}`).toEqual(after);
        }
      }
    };
    await Promise.all([0, 1, 2, 3].map(killed));
    expect(Math.min(ends.before, ends.after)).toBeGreaterThan(1);
  }, 120_000);
});

test("of two faces that start at once, one wins and the other is told of it", async () => {
  for (const note of [null, RUNNING.replace("…", "09:05")]) {
    const folder = makeHome(note);
    const now = "2021-09-13T07:10:00Z";
    const ends = await Promise.all(
      ["Sailing", "Welding", "Sailing"].map((item) => run(folder, "start", { item }, now)),
    );
    expect(ends.map(({ says }) => (/^\d+$/.test(says) ? "started" : says)).sort()).toEqual([
      "conflict",
      "conflict",
      "started",
    ]);
    expect(recordsOf(folder).filter((record) => record.startsWith("10- "))).toHaveLength(1);
  }
}, 60_000);

test("of two faces that stop at once, the time is counted once", async () => {
  const folder = makeHome(RUNNING);
  const ends = await Promise.all(
    ["2021-09-13T07:40:00Z", "2021-09-13T07:41:00Z"].map((now) => run(folder, "stop", {}, now)),
  );
  expect(ends.map(({ says }) => (/^\d+$/.test(says) ? "stopped" : says)).sort()).toEqual([
    "missing",
    "stopped",
  ]);
  expect(recordsOf(folder)).toHaveLength(1);
}, 60_000);
