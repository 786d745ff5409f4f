// Kept answers: one that is printed again is the one that would be computed, whatever was changed between, and what was not
// changed is not computed again.

import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { carryOut, loadCommand } from "../src/actions/index.ts";
import type { Instant, Tongue } from "../src/base/index.ts";
import { type Index, readConfig } from "../src/domain/index.ts";
import { openIndex, openStore } from "../src/home/index.ts";
import { makeFolder } from "./home-folder.ts";

const PAGE =
  "# Now\n\n## Learning\n\n### High priority\n\n- Kubernetes\n  - Upgrade a cluster\n- Postgres\n\n### Low priority\n\n- Zig\n\n## Log\n\n### 2026-10-19 - 2026-10-25\n\n- Zig: slices\n";
const GOALS =
  "# Goals\n\n## Goal: Ship it (2026)\n\n### Key results\n\n- Ships: 1/4\n\n## Commitments\n\n- 2h a week: Postgres\n";
const CONDITIONS =
  "# Conditions\n\n## Healthy\n\n- Slept well\n  - Correction: in bed at ten (from 2026-10-20, judge on 2026-10-26)\n";
const note = (text: string, from = 9): string =>
  `## Plan\n- [x] 0${from}:00 - 10:30 ${text}\n- [ ] 18:00 - 19:00 Zig\n## Record\n- 0${from}:10 - 10:20 ${text}\n## Check\n- [x] Healthy: Slept well\n`;
const DAYS = ["2026-10-20", "2026-10-24", "2026-10-27"].map((date) => `days/${date}.md`);

const ASKED: [string, Record<string, unknown>][] = [
  ["drift", { range: "2026-10-20..2026-10-28" }],
  ["review", { range: "2026-10-20..2026-10-28" }],
  ["days", { from: "2026-10-20", to: "2026-10-28" }],
  ["commitments", {}],
  ["goals", {}],
];

interface State {
  now: string;
  zone: string;
  tongue: Tongue;
  head: string;
}

type Step = { file: string; text: string | null } | Partial<State> | "spoil";

const texts = fc.constantFrom("Postgres", "Zig", "Kubernetes › Upgrade a cluster", "a walk");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ file: fc.constantFrom(...DAYS), text: texts.map((text) => note(text)) }),
  fc.record({ file: fc.constantFrom(...DAYS), text: texts.map((text) => note(text, 8)) }),
  fc.record({ file: fc.constantFrom(...DAYS), text: fc.constant(null) }),
  fc.constant({ file: DAYS[2]!, text: "## Record\n- 09:00 - … Zig\n" }),
  fc.constantFrom(
    { file: "now.md", text: PAGE.replace("High", "Medium") },
    { file: "now.md", text: PAGE.replace("- Zig\n", "- Zag\n") },
    { file: "now.md", text: PAGE.replace("Zig: slices", "Postgres: indexes") },
    { file: "goals.md", text: GOALS.replace("2h", "3h") },
    { file: "goals.md", text: GOALS.replace("1/4", "2/4") },
    { file: "conditions.md", text: CONDITIONS.replace("at ten", "at nine") },
    { file: "conditions.md", text: null },
    { file: "items/zag.md", text: "---\ntitle: Zag\nformer:\n  - Zig\n---\n" },
    { file: "reviews/2026-W43.md", text: "# 2026-W43\n\nmy own words\n" },
    { file: "reviews/template.md", text: "# {{range}}\n" },
    { file: "nunc.yaml", text: "dayEnd: 03:00\n" },
    { file: "nunc.yaml", text: "daysOff: [2026-10-26]\n" },
  ),
  fc.constantFrom<Step>(
    { now: "2026-10-27T17:20:00Z" },
    { now: "2026-10-28T09:00:00Z" },
    { now: "2026-11-02T23:30:00Z" },
    { zone: "Asia/Tokyo" },
    { tongue: "zh" },
    { head: "another" },
    "spoil",
  ),
);

/** Trusts a state at once: the files of a test are younger than a careful index would like. */
const openLater = (root: string): Index =>
  openIndex({ folder: join(root, ".nunc/index"), root, build: "one", now: () => Date.now() + 60_000 });

function makeHome() {
  const folder = makeFolder({
    "now.md": PAGE,
    "goals.md": GOALS,
    "conditions.md": CONDITIONS,
    "nunc.yaml": "",
  });
  for (const [at, file] of DAYS.entries()) folder.put(file, note(["Zig", "Postgres", "a walk"][at]!));
  return folder;
}

/** As in a new process: nothing but the index is remembered. @returns what was read, and the answers */
async function ask(
  { path, env }: ReturnType<typeof makeFolder>,
  state: State,
  index: Index | null,
  asked = ASKED,
) {
  const store = openStore(path, { env });
  const read: string[] = [];
  const spied = {
    root: store.root,
    read: (file: string) => {
      read.push(file);
      return store.read(file);
    },
    list: (name: string) => store.list(name),
    journal: (limit?: number) => store.journal(limit),
    resolve: (file: string) => store.resolve(file),
    commit: store.commit.bind(store),
  };
  const { config } = readConfig(store.read("nunc.yaml")?.text ?? "", "en");
  const world = {
    store: spied,
    config,
    clock: { now: () => state.now as Instant, zone: () => state.zone },
  };
  const pageHead = () => state.head;
  const answers: unknown[] = [];
  for (const [name, input] of asked) {
    const action = await loadCommand(name, "en");
    const outside = { pageHead, ...(index && { index }) };
    const done = await carryOut(world, action, input, { tongue: state.tongue, outside });
    answers.push({ name, data: done.data, summary: done.summary, detail: done.detail });
  }
  return { answers, read };
}

const FIRST: State = { now: "2026-10-27T17:00:00Z", zone: "Europe/Berlin", tongue: "en", head: "one" };

test("an answer that was kept is the one that is computed, whatever was changed between", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
      const folder = makeHome();
      let state = FIRST;
      await ask(folder, state, openLater(folder.path));
      for (const one of steps) {
        if (one === "spoil") {
          const kept = join(folder.path, ".nunc/index");
          for (const name of existsSync(kept) ? readdirSync(kept) : []) writeFileSync(join(kept, name), "x");
        } else if (!("file" in one)) state = { ...state, ...one };
        else if (one.text !== null) folder.put(one.file, one.text);
        else rmSync(join(folder.path, one.file), { force: true });
        const { answers } = await ask(folder, state, openLater(folder.path));
        expect(answers).toEqual((await ask(folder, state, null)).answers);
      }
    }),
    { numRuns: 12 },
  );
});

test("what was not changed is not read again; a file that was written this moment is", async () => {
  const folder = makeHome();
  await ask(folder, FIRST, openLater(folder.path));
  const again = await ask(folder, FIRST, openLater(folder.path));
  expect(again.read).toEqual([]);
  folder.put("goals.md", GOALS.replace("2h", "5h"));
  expect((await ask(folder, FIRST, openLater(folder.path))).read).toContain("goals.md");
  const careful = openIndex({ folder: join(folder.path, ".nunc/index"), root: folder.path, build: "one" });
  expect((await ask(folder, FIRST, careful)).read).toContain("goals.md");
});

test.each<[string, Step]>([
  ["a note", { file: DAYS[0]!, text: note("a run") }],
  ["a new note", { file: "days/2026-10-22.md", text: note("a run") }],
  ["a note that went", { file: DAYS[1]!, text: null }],
  ["the page", { file: "now.md", text: PAGE.replace("High", "Medium") }],
  ["goals", { file: "goals.md", text: GOALS.replace("2h", "4h") }],
  ["a file of an item", { file: "items/new.md", text: "---\ntitle: Zig\n---\n" }],
  ["the commit", { head: "another" }],
  ["the zone", { zone: "Asia/Tokyo" }],
  ["the language", { tongue: "zh" }],
  ["the day", { now: "2026-10-28T09:00:00Z" }],
])("%s that changed makes the drift computed again", async (_, one) => {
  const folder = makeHome();
  const index = () => openLater(folder.path);
  const drift = ASKED.slice(0, 1);
  await ask(folder, FIRST, index(), drift);
  // What was worked out on the way is known now, and the second answer was made without making it.
  await ask(folder, FIRST, index(), drift);
  expect((await ask(folder, FIRST, index(), drift)).read).toEqual([]);
  let state = FIRST;
  if (one === "spoil") return;
  if (!("file" in one)) state = { ...state, ...one };
  else if (one.text !== null) folder.put(one.file, one.text);
  else rmSync(join(folder.path, one.file));
  expect((await ask(folder, state, index(), drift)).read).not.toEqual([]);
});
