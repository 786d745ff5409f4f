// Time is kept whatever is killed: start, stop and switch die at each step of their writing, in this process and as real
// ones that are killed; and two that start at once never give two clocks.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeContext, perform } from "../src/actions/index.ts";
import type { Instant } from "../src/base/index.ts";
import { readDay } from "../src/domain/index.ts";
import { type Disk, loadConfig, openStore } from "../src/home/index.ts";
import { dyingDisk, type Folder, makeFolder, watchedDisk } from "./home-folder.ts";

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
  /** Carries the action out in this process; what a dead disk throws is all that is left of it. */
  const attempt = (folder: Folder, disk?: Disk): unknown => {
    try {
      const clock = { now: () => now as Instant, zone: () => "Europe/Berlin" };
      const root = join(folder.path, "home");
      const store = openStore(root, {
        env: folder.env,
        clock,
        lockWaitMs: 0,
        ...(disk !== undefined && { disk }),
      });
      const { config } = loadConfig(store, "en");
      return perform({ store, clock, config }, action, input, { tongue: "en" });
    } catch (problem) {
      return problem;
    }
  };
  const check = (folder: Folder, step: number): boolean => {
    const found = recordsOf(folder);
    const isAfter = JSON.stringify(found) === JSON.stringify(after);
    expect(found, `killed at step ${step}`).toEqual(isAfter ? after : before);
    return isAfter;
  };

  test("killed at each step, the records are as before or as after, and the next one goes on", () => {
    const steps: string[] = [];
    attempt(
      makeHome(note),
      watchedDisk(({ name }) => steps.push(name)),
    );
    expect(steps.length).toBeGreaterThan(20);
    const ends = { before: 0, after: 0 };
    for (let at = 0; at < steps.length; at++) {
      const folder = makeHome(note);
      attempt(folder, dyingDisk(at));
      const isAfter = check(folder, at);
      ends[isAfter ? "after" : "before"]++;
      if (isAfter) continue;
      attempt(folder);
      expect(recordsOf(folder), `done again after step ${at}`).toEqual(after);
    }
    expect(Math.min(ends.before, ends.after)).toBeGreaterThan(1);
  }, 60_000);

  test("so with kill -9", async () => {
    const steps = Number((await run(makeHome(note), action, input, now)).says);
    const picked = Array.from({ length: 8 }, (_, index) => Math.floor((steps * (index + 1)) / 9));
    const killed = async (at: number): Promise<void> => {
      const folder = makeHome(note);
      expect((await run(folder, action, input, now, at)).signal, `step ${at}`).toBe("SIGKILL");
      check(folder, at);
    };
    await Promise.all(picked.map(killed));
  }, 60_000);
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
