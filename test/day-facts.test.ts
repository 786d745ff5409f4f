// References of texts to items, and what a day comes to.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLocalDate } from "../src/base/index.ts";
import { factsOf, keptByLine, makeReferences, readDay, resolveReference } from "../src/domain/index.ts";

const items = [
  { path: "Compilers", former: ["Parsing"] },
  { path: "Compilers › Lexer", former: ["Compilers › Scanner"] },
  { path: "Compilers › Lexer › Unicode", former: [] },
  { path: "竖琴", former: [] },
  { path: "竖琴 › 音阶", former: [] },
  { path: "Design: the basics", former: [] },
  { path: "Harbour › Notes", former: [] },
  { path: "Garden › Notes", former: [] },
];
const references = makeReferences(items);
const said = (text: string) => {
  const found = resolveReference(references, text);
  return found === null ? null : `${found.path} | ${found.rest}`;
};

describe("references", () => {
  test("the longest title path, then free text", () => {
    expect(said("Compilers")).toBe("Compilers | ");
    expect(said("Compilers › Lexer：wrote the table")).toBe("Compilers › Lexer | wrote the table");
    expect(said("Compilers › Lexer - first half")).toBe("Compilers › Lexer | first half");
    expect(said("compilers  ＞ LEXER › Unicode tables")).toBe("Compilers › Lexer › Unicode | tables");
    expect(said("Compilers › Parser")).toBe("Compilers | › Parser");
    expect(said("竖琴 › 音阶，慢速")).toBe("竖琴 › 音阶 | 慢速");
    expect(said("Design: the basics: chapter 1")).toBe("Design: the basics | chapter 1");
    expect(said("Design: other")).toBeNull();
    expect(said("Compilerswhat")).toBeNull();
    expect(said("竖琴课")).toBeNull();
    expect(said("")).toBeNull();
  });

  test("a bare title that only one item has, and former titles", () => {
    expect(said("音阶：慢")).toBe("竖琴 › 音阶 | 慢");
    expect(said("Notes")).toBeNull();
    expect(said("Garden>Notes")).toBe("Garden › Notes | ");
    expect(said("Parsing: again")).toBe("Compilers | again");
    expect(said("Parsing › Lexer")).toBe("Compilers › Lexer | ");
    expect(said("Compilers › Scanner")).toBe("Compilers › Lexer | ");
  });

  test("every path resolves to itself, whatever follows", () => {
    const word = fc.constantFrom("a", "B", "音", "C++", "x:", "：y", "1.", "--", "ﬁ", "Ａ", "é");
    const title = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
    const path = fc.array(title, { minLength: 1, maxLength: 3 }).map((titles) => titles.join(" › "));
    fc.assert(
      fc.property(
        fc.uniqueArray(path, { minLength: 1, maxLength: 6 }),
        fc.constantFrom("", " zzz", "：zzz", " - zzz"),
        (paths, rest) => {
          const known = makeReferences(paths.map((one) => ({ path: one, former: [] })));
          for (const one of paths) {
            const found = resolveReference(known, `${one}${rest}`)!;
            const fold = (name: string) => name.normalize("NFKC").toLowerCase();
            expect(fold(found.path)).toBe(fold(one));
          }
        },
      ),
    );
  });
});

describe("facts of a day", () => {
  const DATE = parseLocalDate("2026-11-23")!;
  const note = (lines: string[]) =>
    readDay(`${lines.join("\n")}\n`, { date: DATE, zone: "UTC", dayEndMin: 0, tongue: "en" });
  const start = note([]).frame.from;
  const context = {
    references,
    priorityOf: (path: string) => (path.startsWith("Compilers") ? ("highest" as const) : null),
    isOff: false,
    now: start + 15 * 60,
  };
  const day = note([
    "## Plan",
    "- [x] 09:00 - 10:00 Compilers",
    "- [>] 10:00 - 11:00 Compilers › Lexer",
    "- [ ] 11:00 - 12:00 竖琴 › 音阶",
    "- [-] 13:00 - 14:00 Harbour › Notes",
    "- [ ] 14:00 - 15:00 Compilers › Lexer",
    "- [ ] 15:00 - 15:30 Write to the council",
    "- [-] 16:00 - 16:20 Buffer",
    "- [ ] 16:20 - 17:00 Buffer",
    "- [ ] 17:00 - 17:30 Interruption: visitors 📌",
    "## Record",
    "- 08:00 - 08:30 Compilers › Lexer › Unicode: tables",
    "- 08:33 - 09:00 Compilers › Lexer › Unicode",
    "- 09:00 - 09:20 Interruption: fire drill",
    "- 11:00 - 11:20 竖琴 › 音阶",
    "- 12:00 - 12:30 write to the council: draft",
    "- 14:30 - … 竖琴",
  ]);

  test("a step of an item that the page has no longer is kept by what was recorded of the item", () => {
    const before = note([
      "## Plan",
      "- [ ] 09:00 - 10:00 Weaving › Looms",
      "- [ ] 10:00 - 11:00 Weaving",
      "## Record",
      "- 09:00 - 09:40 Weaving",
      "- 10:00 - 10:50 Weaving › Knots: the first ten",
    ]);
    expect(factsOf(before, context)).toMatchObject({
      plannedMin: 120,
      keptMin: 40 + 20,
      byPriority: { other: 90 },
    });
  });

  test("planned, kept, recorded, by priority", () => {
    const facts = factsOf(day, context);
    expect(facts).toMatchObject({
      date: DATE,
      isOff: false,
      hasPlan: true,
      plannedAt: start + 540,
      plannedMin: 60 + 60 + 60 + 60 + 30,
      blocks: 5,
      // Unicode covers Compilers (57 of 60), the running harp what scales still lack.
      keptMin: 57 + 50 + 30,
      keptBlocks: 3,
      recordedMin: 57 + 20 + 30 + 30,
      interruptedMin: 20,
      interruptions: 1,
      bufferMin: 60,
      bufferSpentMin: 20,
      byPriority: { highest: 57, high: 0, medium: 0, low: 0, none: 50, other: 30 },
    });
    expect([...facts.byReference]).toEqual([
      ["Compilers › Lexer › Unicode", 57],
      ["竖琴 › 音阶", 20],
      ["write to the council", 30],
      ["竖琴", 30],
    ]);
    expect(facts.plannedByReference.get("Compilers › Lexer")).toBe(60);
    expect([facts.movedBlocks, facts.droppedBlocks]).toEqual([1, 1]);
    expect(
      facts.slips.map(({ from, reference, isItem, state, keptMin }) => [
        from - start,
        reference,
        isItem,
        state,
        keptMin,
      ]),
    ).toEqual([
      [780, "Harbour › Notes", true, "dropped", 0],
      [840, "Compilers › Lexer", true, "planned", 0],
    ]);
    expect(
      facts.stretches.map(({ from, to, reference, priority }) => [
        from - start,
        to - start,
        reference,
        priority,
      ]),
    ).toEqual([
      [480, 540, "Compilers › Lexer › Unicode", "highest"],
      [660, 680, "竖琴 › 音阶", null],
      [720, 750, "write to the council", null],
      [870, 900, "竖琴", null],
    ]);
    expect([...keptByLine(day, context)]).toEqual([
      [2, 57],
      [4, 50],
      [5, 0],
      [6, 0],
      [7, 30],
    ]);
  });

  test("a running record counts only as far as it is believed", () => {
    const recorded = (more: object) => factsOf(day, { ...context, ...more }).recordedMin - 107;
    expect(recorded({})).toBe(30);
    expect(recorded({ now: start + 14 * 60 })).toBe(0);
    expect(recorded({ now: start + 1441 })).toBe(0);
    expect(recorded({ now: start + 1441, runningTo: start + 880 })).toBe(10);
  });

  test("no minute is kept twice, and nothing is kept that was not recorded", () => {
    const texts = fc.constantFrom(
      "Compilers",
      "Compilers › Lexer",
      "Compilers › Lexer › Unicode",
      "竖琴",
      "x",
      "x: y",
    );
    const line = fc.tuple(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 1, max: 120 }), texts);
    const clock = (min: number) =>
      `${String(Math.floor(min / 60)).padStart(2, "0")}:${String(min % 60).padStart(2, "0")}`;
    const print = (lines: [number, number, string][]) =>
      lines.map(([from, length, text]) => `- ${clock(from)} - ${clock(from + length)} ${text}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.array(line, { maxLength: 8 }), (plan, record) => {
        const facts = factsOf(note(["## Plan", ...print(plan), "## Record", ...print(record)]), context);
        const sum = (list: [number, number, string][]) =>
          list.reduce((total, [, length]) => total + length, 0);
        expect([facts.plannedMin, facts.recordedMin]).toEqual([sum(plan), sum(record)]);
        expect(facts.keptMin).toBeLessThanOrEqual(Math.min(sum(plan), sum(record)));
        expect(Object.values(facts.byPriority).reduce((total, min) => total + min, 0)).toBe(sum(record));
        expect([...facts.byReference.values()].reduce((total, min) => total + min, 0)).toBe(sum(record));
      }),
    );
  });
});
