// Cards as people write them, and what is read of each: list entries, paragraphs, both directions, gaps, answers below.

import { describe, expect, test } from "vitest";
import { questionsOf, readRecall } from "../src/domain/index.ts";

const read = (text: string) => readRecall(text, "en");
const said = (text: string) =>
  read(text).cards.map(({ kind, question, answer, parts }) => ({ kind, question, answer, parts }));

describe("cards", () => {
  test("a list entry and a paragraph, one line each", () => {
    const text =
      "## Recall\n- What keeps etcd consistent?::Raft\n\nPort of the API server :: 6443\nLatin for now::nunc\n";
    expect(said(text)).toEqual([
      { kind: "basic", question: "What keeps etcd consistent?", answer: "Raft", parts: 1 },
      { kind: "basic", question: "Port of the API server", answer: "6443", parts: 1 },
      { kind: "basic", question: "Latin for now", answer: "nunc", parts: 1 },
    ]);
  });

  test("several lines, in an entry and as paragraph; a list and code belong to the answer", () => {
    const text = [
      "## 复习",
      "",
      "- 为什么要有缓冲？",
      "  想两个理由。",
      "  ?",
      "  - 打断总会来",
      "",
      "  - 估计总会短",
      "",
      "怎样列出节点？",
      "?",
      "```sh",
      "kubectl get nodes",
      "",
      "a::b",
      "```",
      "",
      "只是一段说明。",
    ].join("\r\n");
    expect(said(text)).toEqual([
      {
        kind: "basic",
        question: "为什么要有缓冲？\n想两个理由。",
        answer: "- 打断总会来\n\n- 估计总会短",
        parts: 1,
      },
      {
        kind: "basic",
        question: "怎样列出节点？",
        answer: "```sh\nkubectl get nodes\n\na::b\n```",
        parts: 1,
      },
    ]);
    expect(read(text).tongue).toBe("zh");
    expect(read(text).diagnostics).toEqual([]);
  });

  test("both ways and gaps are several questions", () => {
    const { cards } = read(
      "## Cards\n- 此刻:::now\n- ==Raft== elects a ==leader==, `a==b` is code\n- a\n  ??\n  b\n",
    );
    expect(cards.map(({ kind, parts }) => [kind, parts])).toEqual([
      ["reversed", 2],
      ["cloze", 2],
      ["reversed", 2],
    ]);
    expect(questionsOf(cards[0]!).map(({ question, answer }) => [question, answer])).toEqual([
      ["此刻", "now"],
      ["now", "此刻"],
    ]);
    expect(questionsOf(cards[1]!)).toEqual([
      { part: 1, question: "[…] elects a leader, `a==b` is code", answer: "Raft" },
      { part: 2, question: "Raft elects a […], `a==b` is code", answer: "leader" },
    ]);
  });

  test.each([
    ["- What does std::move do? :: It casts", "What does std::move do?", "It casts"],
    ["- `a::b` splits::no", "`a::b` splits", "no"],
    ["- 端口：：6443", "端口", "6443"],
    ["- [ ] boxed::yes", "boxed", "yes"],
    ["12) numbered::yes", "numbered", "yes"],
  ])("the sign in %s", (line, question, answer) => {
    expect(said(`## Recall\n${line}\n`)).toMatchObject([{ question, answer }]);
  });

  test("only what stands below the heading, deeper headings included", () => {
    const text =
      "---\ntitle: X\n---\na::b\n## Notes\nkey:: value\n## Recall\n### Basics\n- c::d\n## Other\n- e::f\n";
    expect(said(text).map(({ question }) => question)).toEqual(["c"]);
  });

  test("a list entry that is no card is a diagnostic with its place; a paragraph is not", () => {
    const { diagnostics, cards } = read("## Recall\nread this again\n- nothing asked\n");
    expect(cards).toEqual([]);
    expect(diagnostics).toMatchObject([{ line: 3, code: "recall-no-card" }]);
  });
});

describe("answers", () => {
  test("below an entry, below a paragraph, with part, time and what was typed", () => {
    const text = [
      "## Recall",
      "- a:::b",
      "  - 2026-11-20 good",
      "  - 2026-11-21 again #2 14s: it was c",
      "",
      "p::q",
      "- 2026-11-22 良好 6秒：是 q",
      "",
      "m",
      "?",
      "n",
      "",
      "- 2026-11-23 easy",
      "- x::y",
    ].join("\n");
    const { cards, diagnostics } = read(text);
    expect(diagnostics).toEqual([]);
    expect(cards.map(({ question, answer }) => `${question}/${answer}`)).toEqual([
      "a/b",
      "p/q",
      "m/n",
      "x/y",
    ]);
    expect(cards.map(({ answers }) => answers)).toEqual([
      [
        { line: 3, date: "2026-11-20", rating: "good", part: 1, seconds: null, text: null },
        { line: 4, date: "2026-11-21", rating: "again", part: 2, seconds: 14, text: "it was c" },
      ],
      [{ line: 7, date: "2026-11-22", rating: "good", part: 1, seconds: 6, text: "是 q" }],
      [{ line: 13, date: "2026-11-23", rating: "easy", part: 1, seconds: null, text: null }],
      [],
    ]);
  });

  test("in the order of their days, wherever they stand", () => {
    const { cards } = read("## Recall\n- a::b\n  - 2026-11-22 good\n  - 2026-11-20 hard\n");
    expect(cards[0]!.answers.map(({ date }) => date)).toEqual(["2026-11-20", "2026-11-22"]);
  });

  test.each([
    ["  - 2026-11-20 goood", "recall-no-rating"],
    ["  - 2026-02-30 good", "recall-not-a-day"],
    ["  - 2026-11-20 good #2", "recall-no-part"],
  ])("%s is a diagnostic", (line, code) => {
    expect(read(`## Recall\n- a::b\n${line}\n`).diagnostics).toMatchObject([{ line: 3, code }]);
  });

  test("a dated list inside an answer stays an answer", () => {
    const { cards, diagnostics } = read("## Recall\n- Moon landing?::Yes:\n  - 1969-07-20 Apollo 11\n");
    expect(cards[0]!.answer).toBe("Yes:\n- 1969-07-20 Apollo 11");
    expect(diagnostics).toEqual([]);
  });

  test("schedules of Obsidian's plugin are read and are no words", () => {
    const { cards } = read(
      "## Recall\na::b <!--SR:!2026-12-01,12,250-->\n\nm\n?\nn\n<!--SR:!2026-12-02,3,230!2026-12-03,4,231-->\n\n- x:::y\n  <!--SR:!2026-12-01,12,250!2026-12-09,2,210-->\n",
    );
    expect(cards.map(({ question, answer }) => `${question}/${answer}`)).toEqual(["a/b", "m/n", "x/y"]);
    expect(cards.map(({ schedules }) => schedules.length)).toEqual([1, 2, 2]);
    expect(cards[0]!.schedules).toEqual([{ due: "2026-12-01", intervalDays: 12, ease: 250 }]);
  });
});
