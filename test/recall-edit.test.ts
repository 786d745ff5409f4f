// Edits of cards: what was asked reads back, nothing else changes, bytes outside the patches stay; over generated files, too.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocalDate } from "../src/base/index.ts";
import { plainWords, RATINGS, type RecallEdit, readRecall, recallPatches } from "../src/domain/index.ts";
import { applyPatches, invertPatches } from "../src/page/index.ts";

const ON = "2026-11-23" as LocalDate;

function edited(text: string, edit: RecallEdit): string | null {
  const patches = recallPatches(readRecall(text, "en"), edit, "en");
  return patches === null ? null : applyPatches(text, patches);
}

const add = (question: string, answer: string | null, isReversed = false): RecallEdit => ({
  kind: "add",
  words: { question, answer, isReversed },
});
const answer = (line: number, more: Partial<RecallEdit & { kind: "answer" }> = {}): RecallEdit => ({
  kind: "answer",
  line,
  part: 1,
  rating: "good",
  on: ON,
  seconds: null,
  text: null,
  ...more,
});

describe("adding a card", () => {
  test("to nothing, to notes, below its heading, behind the last one", () => {
    expect(edited("", add("a", "b"))).toBe("## Recall\n\n- a::b\n");
    expect(edited("---\r\ntitle: X\r\n---\r\n# Notes\r\n\r\ntext", add("a", "b"))).toBe(
      "---\r\ntitle: X\r\n---\r\n# Notes\r\n\r\ntext\r\n\r\n# Recall\r\n\r\n- a::b\r\n",
    );
    expect(edited("## Recall\n\n## Notes\n", add("a", "b"))).toBe("## Recall\n\n- a::b\n\n## Notes\n");
    expect(edited("## 复习\n1. a::b\n   - 2026-11-20 good\n\nafter\n", add("c", "d"))).toBe(
      "## 复习\n1. a::b\n   - 2026-11-20 good\n2. c::d\n\nafter\n",
    );
  });

  test("as a paragraph where paragraphs are the habit, as an entry where that cannot be", () => {
    expect(edited("## Recall\na::b\n", add("c", "d"))).toBe("## Recall\na::b\n\nc::d\n");
    expect(edited("## Recall\na::b\n", add("c", "d\n\ne"))).toBe("## Recall\na::b\n\n- c\n  ?\n  d\n\n  e\n");
  });

  test("with the sign that reads back, over several lines, both ways, with gaps", () => {
    expect(edited("", add("std::move", "casts"))).toBe("## Recall\n\n- std::move :: casts\n");
    expect(edited("", add("why\nnot", "so"))).toBe("## Recall\n\n- why\n  not\n  ?\n  so\n");
    expect(edited("", add("now", "此刻", true))).toBe("## Recall\n\n- now:::此刻\n");
    expect(edited("", add("==Raft== elects", null))).toBe("## Recall\n\n- ==Raft== elects\n");
  });

  test("not what reads as something else", () => {
    expect(edited("", add("no gap", null))).toBeNull();
    expect(edited("", add("a\n## Notes", "b"))).toBeNull();
    expect(edited("", add("a", "- 2026-11-20 good"))).toBe("## Recall\n\n- a::- 2026-11-20 good\n");
    expect(edited("", add("a\nb", "c\n- 2026-11-20 good"))).toBeNull();
  });
});

describe("an answer", () => {
  test("goes below its card, in the language of the file", () => {
    expect(edited("## 复习\n* a::b\n", answer(2, { seconds: 8, text: "是 b\n吗" }))).toBe(
      "## 复习\n* a::b\n  * 2026-11-23 良好 8秒：是 b 吗\n",
    );
    expect(edited("## Recall\r\n- [x] a:::b", answer(2, { part: 2, rating: "again" }))).toBe(
      "## Recall\r\n- [x] a:::b\r\n  - 2026-11-23 again #2\r\n",
    );
    expect(edited("## Recall\n- a::b\n\t- 2026-11-20 good\n- c::d\n", answer(2))).toBe(
      "## Recall\n- a::b\n\t- 2026-11-20 good\n\t- 2026-11-23 good\n- c::d\n",
    );
  });

  test("below a paragraph does not join with what follows", () => {
    expect(edited("## Recall\na::b\nc::d\n", answer(2))).toBe("## Recall\na::b\n- 2026-11-23 good\n\nc::d\n");
    expect(edited("## Recall\nq\n?\na\n<!--SR:!2026-12-01,12,250-->\n\nend\n", answer(2))).toBe(
      "## Recall\nq\n?\na\n<!--SR:!2026-12-01,12,250-->\n\n- 2026-11-23 good\n\nend\n",
    );
  });
});

describe("other words, and no card", () => {
  const text = "## Recall\n- a::b <!--SR:!2026-12-01,12,250-->\n  - 2026-11-20 good\n\nm\n?\nn\n\n- c::d\n";

  test("the answers and foreign schedules stay", () => {
    expect(
      edited(text, { kind: "set", line: 2, words: { question: "A", answer: "B", isReversed: false } }),
    ).toBe(text.replace("a::b", "A::B"));
    expect(
      edited(text, { kind: "set", line: 5, words: { question: "M", answer: "n\nn", isReversed: true } }),
    ).toBe(text.replace("m\n?\nn", "M\n??\nn\nn"));
  });

  test("a card goes with its answers", () => {
    expect(edited(text, { kind: "remove", line: 2 })).toBe("## Recall\n\nm\n?\nn\n\n- c::d\n");
    expect(edited(text, { kind: "remove", line: 5 })).toBe(text.replace("m\n?\nn\n\n", ""));
  });
});

describe("over generated files", () => {
  const words = fc.stringMatching(/^[a-z复习时段 :=?`*-]{1,12}$/).filter((text) => text.trim() !== "");
  const line = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom("- a::b", "p:::q", "* ==x== and ==y==", "why", "?", "", "1. m :: n"),
    },
    fc.constantFrom(
      "  - 2026-11-20 good",
      "- 2026-11-21 重来 9秒：忘了",
      "\t- 2026-02-31 good",
      "```",
      "  ```",
    ),
    fc.constantFrom(
      "## Notes",
      "### 更多",
      "## 复习",
      "<!--SR:!2026-12-01,12,250-->",
      "<!--",
      "-->",
      "  below",
    ),
    words,
  );
  const file = fc
    .tuple(
      fc.constantFrom("", "\ufeff"),
      fc.constantFrom("\n", "\r\n"),
      fc.array(line, { maxLength: 14 }),
      fc.boolean(),
    )
    .map(
      ([bom, end, lines, isEnded]) =>
        bom + ["---", "title: X", "---", "## Recall", ...lines].join(end) + (isEnded ? end : ""),
    );
  const wanted = fc.oneof(
    fc
      .tuple(words, fc.option(fc.array(words, { minLength: 1, maxLength: 3 })), fc.boolean())
      .map(([question, lines, isReversed]) => ({
        kind: "add" as const,
        words: {
          question: plainWords(question),
          answer: lines === null ? null : plainWords(lines.join("\n")),
          isReversed,
        },
      })),
    fc.record({
      kind: fc.constant("answer" as const),
      card: fc.nat(5),
      rating: fc.constantFrom(...RATINGS),
      seconds: fc.option(fc.nat(500)),
      text: fc.option(words),
    }),
    fc.record({ kind: fc.constantFrom("remove" as const, "set" as const), card: fc.nat(5), words }),
  );

  test("bytes outside the patches stay, the inverse restores, the other cards say what they said", () => {
    let written = 0;
    fc.assert(
      fc.property(file, wanted, (text, wish) => {
        const notes = readRecall(text, "en");
        const { cards } = notes;
        const target = "card" in wish ? cards[wish.card % Math.max(1, cards.length)] : undefined;
        if ("card" in wish && target === undefined) return;
        const edit: RecallEdit =
          wish.kind === "add"
            ? wish
            : wish.kind === "answer"
              ? answer(target!.line, { rating: wish.rating, seconds: wish.seconds, text: wish.text })
              : wish.kind === "remove"
                ? { kind: "remove", line: target!.line }
                : {
                    kind: "set",
                    line: target!.line,
                    words: { question: plainWords(wish.words), answer: "z", isReversed: false },
                  };
        const patches = recallPatches(notes, edit, "en");
        if (patches === null) return;
        written++;
        const after = applyPatches(text, patches);
        expect(applyPatches(after, invertPatches(text, patches))).toBe(text);
        // Only a card that goes away, or other words, may cut anything.
        if (edit.kind === "add" || edit.kind === "answer")
          expect(patches.every(({ from, to }) => from === to)).toBe(true);
        const end = text.includes("\r\n") ? /(?<!\r)\n/ : /\r/;
        expect(after).not.toMatch(end);
        const kept = (all: typeof cards) => all.map(({ question, answers }) => [question, answers.length]);
        const read = readRecall(after, "en").cards;
        if (edit.kind === "add") expect(kept(read).slice(0, -1)).toEqual(kept(cards));
        else if (edit.kind === "remove")
          expect(kept(read)).toEqual(kept(cards.filter((one) => one !== target)));
        else expect(read.length).toBe(cards.length);
      }),
      { numRuns: 2000 },
    );
    // The property says nothing where nothing is written.
    expect(written).toBeGreaterThan(400);
  });
});
