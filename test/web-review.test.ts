// The questions of a review in its Markdown, without a browser: read, answered, and nothing else touched. And the stretches that
// the screen leads to.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyAnswers, parseSaid, readAsked, writeAnswer } from "../src/faces/web/review/answers.ts";

const TEXT = `# Review: 2026, week 47

## Plan

- 1. not a question

## Questions

### 1. What made the plan a wish?

> Kept on 2 of 5 days.

Answer:

### 2. What would you drop?

Answer: the news

and the other news

## My own part

kept as it is
`;

describe("questions", () => {
  test("are read with the fact and the answer, on the line or below it", () => {
    expect(readAsked(TEXT).map(({ question, because, answer }) => [question, because, answer])).toEqual([
      ["What made the plan a wish?", "Kept on 2 of 5 days.", ""],
      ["What would you drop?", null, "the news\n\nand the other news"],
    ]);
    const zh = "### 1. 为什么拖？\n\n> 拖了三次。\n\n答：怕难\n";
    expect(readAsked(zh)[0]).toMatchObject({ question: "为什么拖？", because: "拖了三次。", answer: "怕难" });
    expect(readAsked("# Only text\n\nAnswer: nobody asked\n")).toEqual([]);
  });

  test("an answer stands below its question, and no other line changes", () => {
    const answered = writeAnswer(TEXT, 0, "too many meetings\n\n# really");
    expect(answered).toBe(
      TEXT.replace("Answer:\n\n### 2", "Answer:\n\ntoo many meetings\n\n\\# really\n\n### 2"),
    );
    expect(readAsked(answered)).toHaveLength(2);
    expect(writeAnswer(answered, 0, "")).toBe(TEXT);
    expect(writeAnswer(TEXT, 7, "x")).toBe(TEXT);
  });

  test("whatever is answered is read back, and the other questions stay", () => {
    const line = fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n#\\]/g, "").trim());
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), fc.constantFrom(0, 1), (lines, index) => {
        const answer = lines.join("\n").trim();
        const text = writeAnswer(TEXT, index, answer);
        expect(readAsked(text)[index]!.answer).toBe(answer);
        expect(readAsked(text)[1 - index]!.answer).toBe(readAsked(TEXT)[1 - index]!.answer);
        expect(text.endsWith("## My own part\n\nkept as it is\n")).toBe(true);
      }),
    );
  });

  test("answers are put into the text as it is now; what is no longer asked is kept at its end", () => {
    const said = [
      { question: "What would you drop?", because: null, answer: "nothing" },
      { question: "What was it worth?", because: "It took 9h.", answer: "a lot" },
      { question: "Never answered?", because: null, answer: " " },
    ];
    const text = applyAnswers(TEXT, said);
    expect(readAsked(text).map(({ question, answer }) => [question, answer])).toEqual([
      ["What made the plan a wish?", ""],
      ["What would you drop?", "nothing"],
      ["What was it worth?", "a lot"],
    ]);
    expect(text).toContain(
      "kept as it is\n\n### 3. What was it worth?\n\n> It took 9h.\n\nAnswer:\n\na lot\n",
    );
    expect(applyAnswers(TEXT, [])).toBe(TEXT);
  });

  test("what is left of them in the browser may be anything", () => {
    expect(parseSaid("")).toEqual([]);
    expect(parseSaid("{nonsense")).toEqual([]);
    expect(parseSaid('{"a":1}')).toEqual([]);
  });
});
