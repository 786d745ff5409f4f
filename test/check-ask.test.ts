// The check as a terminal asks it: few keys, skipping, the end of the input; then what is due.

import { expect, test } from "vitest";
import { askCheck } from "../src/faces/cli/ask-check.ts";
import { type DayHome, dayHome } from "./day-home.ts";
import { typedTalk } from "./typed-talk.ts";

const FILES = {
  "now.md": "# Learning\n\n- Lisp\n",
  "conditions.md":
    "## Healthy\n- Walked\n## Abnormal\n- Feeds\n- Late\n  - Detect: no plan by 10:00\n- Snacks\n",
};

/** Runs the asker with lines typed in turn; null ends the input. */
async function typed(home: DayHome, lines: (string | null)[], input = {}): Promise<string> {
  const { talk, written } = typedTalk(home, lines);
  const done = await askCheck(talk, input, "check");
  return done === null ? written() : `${written()}${done.summary}\n`;
}

const answers = (home: DayHome) => home.day().answers.map(({ name, holds }) => [name, holds]);
const evening = (files: Record<string, string> = FILES): DayHome =>
  dayHome(files, { now: "2026-11-23T18:05:00+01:00" });

test("asks only what no detector sees, and writes all at once", async () => {
  const home = evening();
  const said = await typed(home, ["y", "what", "n", "", "a good day"]);
  expect(said).toContain("There was no plan.");
  expect(said).not.toContain("Late?");
  expect(said).toContain("Say y or n, or nothing.");
  expect(said).toContain("Noted for 2026-11-23; 1 question is open.");
  expect(answers(home)).toEqual([
    ["Walked", true],
    ["Feeds", false],
    ["Late", true],
  ]);
  expect(home.day().remarks.map(({ text }) => text)).toEqual(["a good day"]);
  expect(home.store.journal()).toHaveLength(1);
});

test("the end of the input keeps what was answered, and writes nothing where nothing was", async () => {
  const home = evening();
  await typed(home, [null]);
  expect(home.note()).toBe("");
  await typed(home, ["n", null]);
  expect(answers(home)).toEqual([
    ["Walked", false],
    ["Late", true],
  ]);
});

test("with everything answered it asks nothing; with answers typed it asks nothing", async () => {
  const home = evening();
  expect(await typed(home, [], { yes: "1", no: "2,4" })).toContain("is done: 1 healthy, 1 abnormal");
  expect(await typed(home, [])).not.toContain("[y/n");
});

test("what keeps returning is asked for a correction, and one whose day has come for its outcome", async () => {
  const feeds = "## Check\n- [x] Abnormal: Feeds\n";
  const days = ["17", "18", "19", "20"].map((day) => [`days/2026-11-${day}.md`, feeds]);
  const home = evening({ ...FILES, ...Object.fromEntries(days) });
  const first = await typed(home, ["y", "y", "n", "", "phone in the hall"]);
  expect(first).toContain("“Feeds” keeps returning: on 5 of the last 5 checked days.");
  expect(home.store.text("conditions.md")).toContain(
    "- Feeds\n  - Correction: phone in the hall (from 2026-11-24, judge on 2026-12-08)\n",
  );
  home.at("2026-12-08T18:30:00+01:00");
  const said = await typed(home, ["n", "n", "n", "", "", "1"]);
  expect(said).toContain("too little to tell");
  expect(home.store.text("conditions.md")).toContain("judge on 2026-12-08) - keep 2026-12-08\n");
});
