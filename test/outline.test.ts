// The outline of a private Markdown file: its sections and entries with their places, and that hostile text costs no more than
// its length. What conditions and commitments make of it is in check-read.test.ts and goal-commitments.test.ts.

import { expect, test } from "vitest";
import { readCommitments, readConditions } from "../src/domain/index.ts";
import { readOutline } from "../src/domain/outline.ts";

test("headings of both kinds, entries with what is below, and all else passed over", () => {
  const text = [
    "\ufeff---",
    "# no heading: 1",
    "---",
    "1. before any heading",
    "",
    "## Tools ##",
    "* [x] spade",
    "  - rust",
    "    ```",
    "    - not this",
    "    ```",
    "",
    "  sharpened",
    "<!-- - nor this",
    "-->",
    "+",
    "Plants",
    "------",
    "- fern",
  ].join("\r\n");
  const { sections } = readOutline(text);
  expect(
    sections.map(({ line, level, heading, entries }) => [
      line,
      level,
      heading,
      entries.map((one) => one.text),
    ]),
  ).toEqual([
    [4, 0, "", ["before any heading"]],
    [6, 2, "Tools", ["spade", ""]],
    [17, 2, "Plants", ["fern"]],
  ]);
  const [spade] = sections[1]!.entries;
  expect(spade).toMatchObject({ line: 7, endLine: 13, checkbox: "x", column: 7 });
  expect(spade!.below).toMatchObject([
    { line: 8, text: "rust" },
    { line: 13, text: "sharpened" },
  ]);
  expect(text.slice(spade!.range.from, spade!.range.to)).toMatch(
    /^\* \[x\] spade\r\n(?:.*\r\n)*.*sharpened\r\n$/,
  );
});

test("hostile files are read in a time that grows with their length", () => {
  const many = (text: string) => text.repeat(200_000 / text.length);
  const lines = Array.from({ length: 20_000 }, (_, index) => `- weekly 1h: T${index}\n`).join("");
  const words = ["9", "**a ", "`a ", " : ", "30m, ", "(2026-01-01 ", "!?"].map(many);
  for (const text of [lines, ...words.map((word) => `- weekly 1h: ${word}x\n  Correction: 1h${word}x\n`)]) {
    for (const heading of ["Commitments", "Healthy", `Commitments ${text.split("\n")[0]}`]) {
      const whole = `## ${heading}\n${text}`;
      expect([readCommitments(whole, "en").text, readConditions(whole, "en").text]).toEqual([whole, whole]);
    }
  }
}, 20_000);
