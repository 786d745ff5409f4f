// Sentences in a terminal are broken at words and go on where they began; in a pipe they stay whole.

import { expect, test } from "vitest";
import { printProse } from "../src/faces/cli/print-prose.ts";

function print(columns: number, lead: string, text: string): string[] {
  const lines: string[] = [];
  printProse({ columns, line: (line) => lines.push(line) }, lead, text, (one) => `<${one}>`);
  return lines;
}

test("a sentence goes on below its own beginning, and each line is painted by itself", () => {
  expect(print(40, "  - ", "the plan held on three of the four days that were checked")).toEqual([
    "  - <the plan held on three of the four>",
    "    <days that were checked>",
  ]);
});

test("wide characters count for two", () => {
  expect(print(30, "- ", "最高优先级里有一个条目没有动过，时间都给了别的")).toEqual([
    "- <最高优先级里有一个条目没有动>",
    "  <过，时间都给了别的>",
  ]);
});

test("a bracket or quote that opens goes with what it opens", () => {
  expect(print(26, "", "真的变少了的可能性是 77%（“两个二项分布”）")).toEqual([
    "<真的变少了的可能性是 77%>",
    "<（“两个二项分布”）>",
  ]);
});

test("in a pipe, and where there is no room, nothing is broken", () => {
  const text = "a sentence of a report that is longer than any narrow window is wide";
  expect(print(Number.POSITIVE_INFINITY, "  ", text)).toEqual([`  <${text}>`]);
  expect(print(20, "  ", text)).toEqual([`  <${text}>`]);
});
