// What is kept in reviews/, and what stays the person's there.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReviewData } from "../src/actions/index.ts";
import type { LocalDate } from "../src/base/index.ts";
import {
  defaultTemplate,
  fillTemplate,
  isReviewOf,
  PART_NAMES,
  type PartName,
  readRange,
  renewReview,
  reviewBody,
  writeReview,
} from "../src/domain/index.ts";
import { refused } from "./refused.ts";
import { day, home, review } from "./review-home.ts";

describe("reviews/", () => {
  const FILE = "reviews/2026-W47.md";

  test("written, renewed where untouched, undone", () => {
    const made = home();
    expect(made.act("review", { range: "2026-W47", write: true }, { dryRun: true }).diff).toContain(
      "# Review:",
    );
    expect(made.store.text(FILE)).toBeNull();
    made.act("review", { range: "2026-W47", write: true });
    const first = made.store.text(FILE)!;
    expect(first).toMatch(/^---\nrange: 2026-W47\nfrom: 2026-11-16\nto: 2026-11-22\nwritten: /);
    expect(review(made)).toMatchObject({ file: FILE, isStale: false, edited: [] });
    // An answer, a remark of one's own, a line of the plan changed, and another day.
    const mine = first
      .replace("\nAnswer:\n", "\nAnswer: sleep first\n")
      .replace("## Plan\n", "## Plan\n\nA strange week.\n")
      .replace("No item was started.", "None, on purpose.");
    made.store.put(FILE, mine);
    made.store.put("days/2026-11-19.md", day([], ["- 09:00 - 11:00 Zig"]));
    const done = made.act("review", { range: "2026-W47", write: true });
    const second = made.store.text(FILE)!;
    for (const kept of ["Answer: sleep first", "A strange week.", "None, on purpose."])
      expect(second).toContain(kept);
    expect(second).toContain("recorded 8h25m");
    expect(first).toContain("recorded 6h25m");
    expect((done.data as ReviewData).edited.sort()).toEqual(["questions", "started"]);
    expect(second.split("\n").filter((line) => line.startsWith("- low:"))).toEqual(["- low: 2h20m, 28%"]);
    made.act("undo");
    expect(made.store.text(FILE)).toBe(mine);
  });

  test("an answer below the last question holds the questions", () => {
    const made = home();
    made.act("review", { range: "2026-W47", write: true });
    const asked = review(made).questions;
    made.store.put(FILE, `${made.store.text(FILE)!}\nBecause I was tired.\n`);
    // Kubernetes gets its week, and Zig no longer slips: other questions would be asked.
    made.store.put("days/2026-11-17.md", day([], ["- 09:00 - 18:00 Rust"]));
    made.store.put("days/2026-11-16.md", day([], ["- 09:00 - 18:00 Rust"]));
    expect(review(made).questions).not.toEqual(asked);
    made.act("review", { range: "2026-W47", write: true });
    const text = made.store.text(FILE)!;
    for (const question of asked) expect(text).toContain(question);
    expect(text.endsWith("\nBecause I was tired.\n")).toBe(true);
  });

  test("a template of one's own; what it says wrong is told with its place", () => {
    const made = home({
      "reviews/template.md": "# Woche {{range}}\n\n{{Plan}}\n\n{{hours by priorty}}\n{{to}}: {{plan}}\n",
    });
    const data = review(made);
    expect(data.markdown.split("\n")[0]).toBe("# Woche 2026-W47");
    expect(data.markdown).toContain("{{hours by priorty}}\n2026-11-22: {{plan}}");
    expect(data.diagnostics.map(({ line, column, code }) => [line, column, code])).toEqual([
      [5, 1, "review-placeholder"],
      [6, 9, "review-placeholder-line"],
    ]);
    expect(data.diagnostics[0]!.hint).toContain("hours by priority");
    expect(refused(() => made.act("review", { template: true })).code).toBe("usage");
  });

  test("--template writes the default, which gives what was given without", () => {
    const made = home();
    const before = review(made).markdown;
    made.act("review", { template: true });
    expect(made.store.text("reviews/template.md")).toBe(defaultTemplate("en"));
    expect(review(made).markdown).toBe(before);
  });

  test("a review stays in its language", () => {
    const zh = home({}, { tongue: "zh" });
    zh.act("review", { range: "2026-W47", write: true });
    const en = home({ [FILE]: zh.store.text(FILE)! });
    expect(review(en)).toMatchObject({ isStale: false, edited: [] });
  });

  test("another file of that name is not touched", () => {
    const made = home({ [FILE]: "# My own notes\n" });
    made.act("review", { range: "2026-W47", write: true });
    expect(made.store.text(FILE)).toBe("# My own notes\n");
  });
});

const RANGE = readRange("2026-W47", "2026-11-23" as LocalDate)!;
const words = { title: "T", range: "R", from: "F", to: "T", before: "B" };
const partText = fc.array(fc.constantFrom("- one", "- two", "", "> why", "Answer:", "### 1. Why?"), {
  minLength: 1,
  maxLength: 5,
});
const partsArb = fc
  .tuple(
    ...PART_NAMES.map((name) =>
      partText.map((lines) => [name, [`${name}.`, ...lines, "end"].join("\n")] as const),
    ),
  )
  .map((pairs) => Object.fromEntries(pairs) as Record<PartName, string>);

test("what a person changes in a review is never lost; what they left alone is renewed", () => {
  fc.assert(
    fc.property(
      partsArb,
      partsArb,
      fc.constantFrom("en" as const, "zh" as const),
      fc.array(fc.tuple(fc.nat(200), fc.constantFrom("insert", "change", "cut")), { maxLength: 6 }),
      fc.constantFrom("\n", "\r\n"),
      (before, after, tongue, edits, eol) => {
        const { pieces } = fillTemplate(defaultTemplate(tongue), before, words, tongue);
        const written = writeReview(pieces, RANGE, "2026-11-23T10:00+01:00", tongue);
        expect(isReviewOf(written, RANGE)).toBe(true);
        const lines = written.split("\n");
        const head = lines.indexOf("---", 1) + 1;
        const mine: string[] = [];
        edits.forEach(([at, how], number) => {
          const line = head + 1 + (at % (lines.length - head - 1));
          const text = `mine ${number}`;
          if (how === "cut") {
            if (!lines[line]?.startsWith("mine")) lines.splice(line, 1);
          } else {
            if (how === "insert") lines.splice(line, 0, text);
            else if (lines[line]?.startsWith("mine")) return;
            else lines[line] = text;
            mine.push(text);
          }
        });
        const left = lines.join(eol);
        const { text, edited } = renewReview(left, after, "2026-11-24T10:00+01:00");
        const now = text.split(/\r?\n/);
        for (const line of mine) expect(now).toContain(line);
        expect(text.includes("\r\n")).toBe(eol === "\r\n");
        // The last line end may have been cut.
        const body = `\n${reviewBody(text).replaceAll("\r\n", "\n")}\n`;
        for (const name of PART_NAMES) {
          if (
            edited.includes(name) ||
            !pieces.some((piece) => typeof piece !== "string" && piece.name === name)
          )
            continue;
          expect(body).toContain(`\n${after[name]}\n`);
        }
        // Renewed once, it is up to date.
        expect(renewReview(text, after, "2026-11-25T10:00+01:00").text).toBe(text);
      },
    ),
  );
});
