// Interruptions of planned days as their notes tell them: minutes of work and of the buffer add up whatever comes up, when it
// ends, and how often.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { InterruptData } from "../src/actions/index.ts";
import type { DayBlock, Span } from "../src/domain/index.ts";
import { type DayHome, dayHome, PLAN_PAGE } from "./day-home.ts";

const NOTE = "## Plan\n- [ ] 14:00 - 14:40 Dentist\n- [ ] 16:05 - 16:50 Rust 📌\n";
const MORNING = Date.parse("2026-11-23T08:00:00Z");
const at = (min: number): string => new Date(MORNING + min * 60_000).toISOString();

const sum = (spans: readonly Span[]): number => spans.reduce((all, { from, to }) => all + to - from, 0);
const inState = (blocks: readonly DayBlock[], ...states: DayBlock["state"][]) =>
  blocks.filter(({ state }) => states.includes(state));
const workOf = (home: DayHome) =>
  home.day().blocks.filter(({ kind, text }) => kind === "work" && text !== "Dentist");
const bufferOf = (home: DayHome) => home.day().blocks.filter(({ kind }) => kind === "buffer");

/** What must hold of a note whatever happened. */
function expectSound(home: DayHome): void {
  const { blocks, diagnostics } = home.day();
  expect(diagnostics).toEqual([]);
  const standing = inState(blocks, "planned");
  const isFixed = ({ text, pinned, kind }: DayBlock) => kind === "work" && (pinned || text === "Dentist");
  for (const [i, one] of standing.entries())
    for (const other of standing.slice(i + 1)) {
      // What came up may well have come up during something fixed, which stays.
      const kinds = [one, other].map((each) => (isFixed(each) ? "fixed" : each.kind));
      if (kinds.includes("fixed") && kinds.includes("interruption")) continue;
      expect(one.to <= other.from || other.to <= one.from, home.note()).toBe(true);
    }
  expect(home.note()).toContain("- [ ] 14:00 - 14:40 Dentist\n");
  expect(home.note()).toContain("- [ ] 16:05 - 16:50 Rust 📌\n");
  expect(sum(inState(bufferOf(home), "planned", "dropped")), home.note()).toBe(60);
}

function plannedHome(): { home: DayHome; workMin: number } {
  const home = dayHome({ "now.md": PLAN_PAGE, "days/2026-11-23.md": NOTE });
  home.act("plan", { accept: true });
  return { home, workMin: sum(workOf(home)) };
}

const moment = fc.integer({ min: 5, max: 8 * 60 - 1 });

test("Invariant: what the buffer covers spends exactly its minutes, and no work is lost", () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 5, max: 60 }), (start, length) => {
      const { home, workMin } = plannedHome();
      home.at(at(start));
      const { spentBufferMin, bufferLeftMin, dropped } = home.act("interrupt", {
        text: `${length}m alert`,
      }).data as InterruptData;
      expectSound(home);
      const stop = { from: start, to: start + length };
      const inWork = [
        { from: 0, to: 180 },
        { from: 240, to: 540 },
      ].reduce(
        (all, { from, to }) => all + Math.max(0, Math.min(to, stop.to) - Math.max(from, stop.from)),
        0,
      );
      expect(spentBufferMin, home.note()).toBe(inWork);
      expect(bufferLeftMin).toBe(60 - inWork);
      expect(sum(inState(bufferOf(home), "dropped"))).toBe(inWork);
      expect(dropped, home.note()).toEqual([]);
      expect(sum(inState(workOf(home), "planned")), home.note()).toBe(workMin);
      expect(inState(workOf(home), "dropped")).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("Invariant: a longer one names what fell out, to the minute", () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 61, max: 300 }), (start, length) => {
      const { home, workMin } = plannedHome();
      home.at(at(start));
      const done = home.act("interrupt", { text: "flood", for: `${length}m` }).data as InterruptData;
      expectSound(home);
      const named = done.dropped.reduce((all, { min }) => all + min, 0);
      expect(sum(inState(workOf(home), "dropped")), home.note()).toBe(named);
      expect(sum(inState(workOf(home), "planned")) + named, home.note()).toBe(workMin);
    }),
    { numRuns: 40 },
  );
});

test("Invariant: ended early or late, the buffer has spent what it really took, and all work is back that has room", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 420 }),
      fc.integer({ min: 5, max: 200 }),
      fc.integer({ min: 1, max: 60 }),
      (start, expected, real) => {
        const { home, workMin } = plannedHome();
        home.at(at(start));
        home.act("interrupt", { text: "alert", for: `${expected}m` });
        home.at(at(start + real));
        home.act("stop", { confirm: true });
        expectSound(home);
        const stop = { from: start, to: start + real };
        const inWork = [
          { from: 0, to: 180 },
          { from: 240, to: 540 },
        ].reduce(
          (all, { from, to }) => all + Math.max(0, Math.min(to, stop.to) - Math.max(from, stop.from)),
          0,
        );
        expect(sum(inState(bufferOf(home), "dropped")), home.note()).toBe(inWork);
        expect(sum(inState(workOf(home), "planned", "dropped")), home.note()).toBe(workMin);
        expect(sum(inState(workOf(home), "dropped")), home.note()).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});

test("Invariant: several in one day: never an overlap, minutes add up", () => {
  const stops = fc.array(fc.tuple(moment, fc.integer({ min: 1, max: 100 }), fc.boolean()), {
    minLength: 2,
    maxLength: 4,
  });
  fc.assert(
    fc.property(stops, (several) => {
      const { home, workMin } = plannedHome();
      for (const [start, length, isOver] of several.sort(([a], [b]) => a - b)) {
        home.at(at(start));
        home.act("interrupt", {
          text: "one",
          for: `${length}m`,
          ago: isOver && length < start,
          confirm: true,
        });
        expectSound(home);
        expect(sum(inState(workOf(home), "planned", "dropped")), home.note()).toBe(workMin);
      }
    }),
    { numRuns: 40 },
  );
});

test("one within another, ended early: both are settled", () => {
  for (const length of ["10m", ""]) {
    const { home, workMin } = plannedHome();
    home.at(at(250));
    home.act("interrupt", { text: `45m one` });
    home.at(at(265));
    home.act("interrupt", { text: `${length} two` });
    home.at(at(280));
    home.act("stop", { confirm: true });
    expectSound(home);
    expect(sum(inState(bufferOf(home), "dropped")), home.note()).toBe(30);
    expect(sum(inState(workOf(home), "planned"))).toBe(workMin);
  }
});
