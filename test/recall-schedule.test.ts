// The schedule is computed anew from the answers as written, and is the library's own, step by step.

import fc from "fast-check";
import { createEmptyCard, fsrs, type Grade } from "ts-fsrs";
import { describe, expect, test } from "vitest";
import { addDays, epochDayOf, type LocalDate } from "../src/base/index.ts";
import {
  nextIntervals,
  paceOf,
  RATINGS,
  type RecallAnswer,
  readMemory,
  recallChance,
  sessionOf,
} from "../src/domain/index.ts";

const FIRST = "2026-03-01" as LocalDate;
const answered = (...list: [number, (typeof RATINGS)[number]][]) =>
  list.map(([day, rating]) => ({ date: addDays(FIRST, day), rating }));

describe("a memory", () => {
  test("is what the library makes of the same answers, one after the other", () => {
    const steps = fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...RATINGS)), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, fc.constantFrom(0.8, 0.9, 0.95), (list, retention) => {
        const library = fsrs({
          request_retention: retention,
          enable_fuzz: false,
          learning_steps: [],
          relearning_steps: [],
        });
        let day = 0;
        let card = createEmptyCard(new Date(`${FIRST}T12:00:00Z`));
        const answers = list.map(([gap, rating]) => {
          day += gap;
          const date = addDays(FIRST, day);
          const grade = (RATINGS.indexOf(rating) + 1) as Grade;
          card = library.next(card, new Date(`${date}T12:00:00Z`), grade).card;
          return { date, rating };
        });
        const memory = readMemory(answers, null, retention)!;
        expect(memory.stability).toBe(card.stability);
        expect(memory.difficulty).toBe(card.difficulty);
        expect(memory.intervalDays).toBe(card.scheduled_days);
        expect(memory.lapses).toBe(card.lapses);
        const again = answers.at(-1)!.rating === "again";
        expect(memory.dueOn).toBe(again ? memory.lastOn : card.due.toISOString().slice(0, 10));
        const next = nextIntervals(memory, addDays(memory.lastOn, 3), retention);
        const later = new Date(`${addDays(memory.lastOn, 3)}T12:00:00Z`);
        expect(next.good).toBe(library.next(card, later, 3).card.scheduled_days);
      }),
    );
  });

  test("what was not known stays due until it is known", () => {
    expect(readMemory(answered([0, "again"]), null, 0.9)).toMatchObject({ dueOn: FIRST, last: "again" });
    const known = readMemory(answered([0, "again"], [0, "good"]), null, 0.9)!;
    expect(known.dueOn > FIRST).toBe(true);
    // Nothing was forgotten that had been known.
    expect(known.lapses).toBe(0);
    expect(readMemory(answered([0, "good"], [5, "again"]), null, 0.9)!.lapses).toBe(1);
  });

  test("a wish for better memory asks sooner", () => {
    const answers = answered([0, "good"], [3, "good"], [14, "good"]);
    const [low, high] = [0.8, 0.95].map((retention) => readMemory(answers, null, retention)!);
    expect(low!.intervalDays).toBeGreaterThan(high!.intervalDays);
    expect(low!.stability).toBe(high!.stability);
  });

  test("on the day it is due, the chance is the one that was wished for", () => {
    const memory = readMemory(answered([0, "good"], [3, "good"], [20, "good"]), null, 0.9)!;
    expect(recallChance(memory, memory.dueOn, 0.9)).toBeCloseTo(0.9, 2);
  });

  test("begins with another program's schedule where there is one", () => {
    const first = { due: "2026-04-01" as LocalDate, intervalDays: 20, ease: 250 };
    expect(readMemory([], first, 0.9)).toMatchObject({
      dueOn: "2026-04-01",
      lastOn: "2026-03-12",
      stability: 20,
    });
    const easy = readMemory([], { ...first, ease: 300 }, 0.9)!;
    expect(easy.difficulty).toBeLessThan(readMemory([], first, 0.9)!.difficulty);
    const later = readMemory([{ date: "2026-04-01" as LocalDate, rating: "good" }], first, 0.9)!;
    expect(later.stability).toBeGreaterThan(20);
  });

  test("an answer dated before the last one counts as the same day", () => {
    expect(readMemory(answered([5, "good"], [2, "good"]), null, 0.9)!.lastOn).toBe(addDays(FIRST, 5));
  });
});

describe("a session", () => {
  const settings = { retention: 0.9, newPerDay: 2, order: "weakest" as const };
  const asked = (name: string, ...list: [number, (typeof RATINGS)[number]][]) => {
    const answers = answered(...list).map((one) => ({ ...one, line: 1, part: 1, seconds: null, text: null }));
    return { name, answers: answers as RecallAnswer[], memory: readMemory(answers, null, 0.9) };
  };
  const today = addDays(FIRST, 10);

  test("what is weakest comes first, then so many new ones as the day takes; what was begun today counts", () => {
    const all = [
      asked("new 1"),
      asked("strong", [0, "easy"], [9, "good"]),
      asked("due", [0, "good"], [2, "again"], [2, "hard"]),
      asked("weak", [0, "again"], [0, "hard"]),
      asked("begun", [10, "good"]),
      asked("new 2"),
      asked("missed", [2, "good"], [10, "again"]),
    ];
    const session = sessionOf(all, today, settings);
    expect(session.queue.map(({ name }) => name)).toEqual(["weak", "due", "new 1", "missed"]);
    expect(session).toMatchObject({ due: 3, fresh: 1, waiting: 2, answeredToday: 2 });
    expect(sessionOf(all, today, { ...settings, order: "item" }).queue.map(({ name }) => name)).toEqual([
      "new 1",
      "due",
      "weak",
      "missed",
    ]);
  });

  test("what comes in the next days is counted, and adds up with what is due", () => {
    const all = Array.from({ length: 40 }, (_, at) => asked(String(at), [at % 9, "good"]));
    const { due, ahead } = sessionOf(all, today, settings);
    expect(ahead[0]!.date).toBe(addDays(today, 1));
    expect(due + ahead.reduce((sum, { count }) => sum + count, 0)).toBe(40);
  });

  test("the pace is the median of timed answers, and assumed under ten of them", () => {
    const timed = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        line: 1,
        date: FIRST,
        rating: "good",
        part: 1,
        seconds: at,
        text: null,
      }));
    expect(paceOf(timed(9) as RecallAnswer[])).toEqual({ seconds: 12, cases: 0 });
    expect(paceOf(timed(11) as RecallAnswer[])).toEqual({ seconds: 5, cases: 11 });
  });
});

// A learner who forgets as FSRS says people do: the share that is known when asked must be near the one wished for.
describe.each([0.8, 0.9, 0.95])("a simulated learner who wishes to know %f", (retention) => {
  test("knows about that share, and every card comes again", () => {
    let seed = 42;
    const chance = (): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed / 2 ** 32;
    };
    const cards = Array.from(
      { length: 150 },
      () => [] as { date: LocalDate; rating: (typeof RATINGS)[number] }[],
    );
    let [asks, known] = [0, 0];
    for (let day = 0; day < 365; day++) {
      const today = addDays(FIRST, day);
      for (const [at, answers] of cards.entries()) {
        const memory = readMemory(answers, null, retention);
        if (memory === null ? at > day : memory.dueOn > today) continue;
        if (memory === null) {
          answers.push({ date: today, rating: "good" });
          continue;
        }
        const isKnown = chance() < recallChance(memory, today, retention);
        asks++;
        if (isKnown) known++;
        answers.push({ date: today, rating: isKnown ? "good" : "again" });
        if (!isKnown) answers.push({ date: today, rating: "good" });
      }
    }
    expect(known / asks).toBeGreaterThan(retention - 0.03);
    expect(known / asks).toBeLessThan(retention + 0.03);
    for (const answers of cards) {
      const { dueOn } = readMemory(answers, null, retention)!;
      expect(epochDayOf(dueOn) - epochDayOf(FIRST)).toBeGreaterThan(364);
    }
  });
});
