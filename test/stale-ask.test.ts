// Items untouched for long, as a terminal asks about them: one key an answer, each an ordinary change; leaving, planning and the
// end of the input.

import { expect, test } from "vitest";
import type { StaleJson } from "../src/actions/index.ts";
import { askStale } from "../src/faces/cli/ask-stale.ts";
import { type DayHome, dayHome } from "./day-home.ts";
import { typedTalk } from "./typed-talk.ts";

const PAGE = `# Learning

## Highest priority

- Lisp
- Opera

## Low priority

- Bonsai
  - Soil

# Log

## 2026-11-20

- Opera, second act

## 2026-03-01

- Lisp: macros at last
- New soil for the Bonsai
`;

const home = (): DayHome => dayHome({ "now.md": PAGE }, { now: "2026-11-23T10:00:00+01:00" });
const stale = (at: DayHome): StaleJson => at.act("stale", {}).data as StaleJson;

/** Runs the asker with lines typed in turn; null ends the input. */
async function typed(at: DayHome, lines: (string | null)[]): Promise<string> {
  const { talk, written } = typedTalk(at, lines);
  await askStale(talk);
  return written();
}

test("what the log names counts as touched; the most wanted first; the rule is said", () => {
  const { items, rule, of } = stale(home());
  expect(
    items.map(({ path, lastOn, lastKind, days, lowerTo }) => [path, lastOn, lastKind, days, lowerTo]),
  ).toEqual([
    ["Lisp", "2026-03-01", "log", 267, "low"],
    ["Bonsai", "2026-03-01", "log", 267, null],
  ]);
  expect(of).toBe(3);
  expect(rule).toMatchObject({ from: "prior", longDays: 90 });
  expect(rule.says).toMatch(/^Long is 3 months here, as a rule of thumb/);
});

test("1 adds a step, which touches the item; 3 is not offered where nothing is lower", async () => {
  const at = home();
  const said = await typed(at, ["1", "one page of SICP", "3", ""]);
  expect(at.store.text("now.md")).toContain("- Lisp\n  - one page of SICP\n");
  expect(said).toContain(
    "1 smaller first step   2 schedule it   3 lower it to low   4 drop it   5 leave it for now",
  );
  expect(said).toContain("1 smaller first step   2 schedule it   4 drop it   5 leave it for now");
  expect(said).toContain("That was all.");
  expect(stale(at).items.map(({ path }) => path)).toEqual(["Bonsai"]);
});

test("2 takes the next free half hour, or the one that is said; 5 leaves it alone until as long has gone by", async () => {
  const at = home();
  await typed(at, ["2", "", "5"]);
  expect(at.store.text("days/2026-11-24.md")).toContain("- [ ] 09:00 - 09:30 Lisp");
  expect(at.store.text("items/bonsai.md")).toContain("left: 2026-11-23");
  expect(stale(at)).toMatchObject({ items: [], left: 1, planned: 1, of: 3 });
  const other = home();
  await typed(other, ["2", "2026-11-25 16:00", null]);
  expect(other.store.text("days/2026-11-25.md")).toContain("- [ ] 16:00 - 16:30 Lisp");
  at.act("undo", {});
  expect(stale(at).items.map(({ path }) => path)).toEqual(["Bonsai"]);
});

test("3 lowers, 4 drops; what cannot be understood asks again; the end of the input leaves the rest", async () => {
  const at = home();
  const said = await typed(at, ["what", "2", "at some time", "3", "4"]);
  expect(said.match(/smaller first step/g)!.length).toBeGreaterThan(2);
  expect(at.store.text("now.md")).toMatch(/## Low priority\n\n[\s\S]*- Lisp/);
  expect(at.store.text("now.md")).toMatch(/~~Bonsai~~|Bonsai - dropped/);
  const other = home();
  await typed(other, [null]);
  expect(other.store.text("now.md")).toBe(PAGE);
});
