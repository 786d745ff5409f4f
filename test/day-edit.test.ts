// Edits of day notes: bytes outside never change, new lines look like their neighbours and stand in order of time, and what was
// asked is what reads back; by examples in several styles, then over generated notes.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError, parseLocalDate, type Tongue } from "../src/base/index.ts";
import {
  type DayEdit,
  type DayNote,
  editDay,
  frameOf,
  isoAt,
  minAtWall,
  readDay,
} from "../src/domain/index.ts";
import { applyPatches, invertPatches } from "../src/page/index.ts";

const DATE = parseLocalDate("2026-11-23")!;
const ZONE = "Europe/Berlin";
const FRAME = frameOf(DATE, ZONE, 0);

function note(text: string, tongue: Tongue = "en"): DayNote {
  return readDay(text, { date: DATE, zone: ZONE, dayEndMin: 0, tongue });
}

/** Minutes at a wall time of the day: `9:30`. */
function at(clock: string): number {
  const [hours, minutes] = clock.split(":").map(Number);
  return minAtWall(FRAME, hours! * 60 + minutes!);
}

function edited(text: string, edits: DayEdit[], zone = ZONE, tongue: Tongue = "en"): string {
  const before = note(text, tongue);
  const patches = editDay(before, edits, { tongue, zone });
  const after = applyPatches(text, patches);
  expect(applyPatches(after, invertPatches(text, patches))).toBe(text);
  return after;
}

const block = (from: string, to: string, text: string, more = {}): DayEdit => ({
  kind: "add-block",
  from: at(from),
  to: at(to),
  block: "work",
  text,
  ...more,
});
const record = (from: string, to: string | null, text: string): DayEdit => ({
  kind: "add-record",
  from: at(from),
  to: to === null ? null : at(to),
  record: "work",
  text,
});

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message} ${error.hint}`;
    throw error;
  }
  return "done";
}

describe("a new note", () => {
  test("has front matter and headings in the person's language", () => {
    const edits = [block("9:00", "10:30", "Compilers"), { kind: "planned-at", at: at("8:50") } as const];
    expect(edited("", edits)).toBe(
      '---\ndate: 2026-11-23\nzone: Europe/Berlin\nplanned: "08:50"\n---\n## Plan\n- [ ] 09:00 - 10:30 Compilers\n## Record\n## Check\n',
    );
    expect(edited("", [record("9:00", null, "素描")], ZONE, "zh")).toBe(
      "---\ndate: 2026-11-23\nzone: Europe/Berlin\n---\n## 计划\n## 记录\n- 09:00 - … 素描\n## 自检\n",
    );
  });

  test("says when its day ends, where that is not midnight", () => {
    const empty = readDay("", { date: DATE, zone: ZONE, dayEndMin: 120, tongue: "en" });
    const edits = [record("25:00", "25:30", "Late")];
    const text = applyPatches("", editDay(empty, edits, { tongue: "en", zone: ZONE }));
    expect(text).toContain('zone: Europe/Berlin\nends: "02:00"\n---');
    expect(text).toContain("- 01:00 - 01:30 Late\n");
  });
});

describe("new lines", () => {
  test("stand in order of time", () => {
    const text = "## Plan\n- [ ] 09:00 - 10:00 a\n  why\n- [ ] 14:00 - 15:00 b\n\nprose\n## Record\n";
    const edits = [block("16:00", "17:00", "e"), block("8:00", "9:00", "c"), block("11:00", "12:00", "d")];
    expect(edited(text, edits)).toBe(
      "## Plan\n- [ ] 08:00 - 09:00 c\n- [ ] 09:00 - 10:00 a\n  why\n- [ ] 11:00 - 12:00 d\n- [ ] 14:00 - 15:00 b\n- [ ] 16:00 - 17:00 e\n\nprose\n## Record\n",
    );
  });

  test("copy bullet, indent, dash, line end and language", () => {
    expect(
      edited("## 计划\r\n *   09:00–10:00 a\r\n", [block("10:00", "11:00", "b", { block: "buffer" })]),
    ).toBe("## 计划\r\n *   09:00–10:00 a\r\n *   [ ] 10:00–11:00 缓冲：b\r\n");
    expect(edited("# Plan\n1. 09:00-10:00 a\n2. 10:00-11:00 b", [block("11:00", "12:00", "c")])).toBe(
      "# Plan\n1. 09:00-10:00 a\n2. 10:00-11:00 b\n3. [ ] 11:00-12:00 c",
    );
    const tabs = "## Plan\n-\t[ ] 09:00 - 10:00 a\n\tfor\n";
    expect(edited(tabs, [block("10:00", "11:00", "b", { reason: "first\nsecond" })])).toBe(
      `${tabs}-\t[ ] 10:00 - 11:00 b\n\tfirst\n\tsecond\n`,
    );
  });

  test("make the heading that is missing where it belongs, in the note's manner", () => {
    expect(edited("# Mon\n\nhello\n\n### Record\n\n- 09:00 - 10:00 a\n", [block("9:00", "10:00", "b")])).toBe(
      "# Mon\n\nhello\n\n### Plan\n\n- [ ] 09:00 - 10:00 b\n\n### Record\n\n- 09:00 - 10:00 a\n",
    );
    const plan = "## 计划\n- [ ] 09:00 - 10:00 a\n\n## 随笔\n云很低。\n";
    expect(edited(plan, [record("9:00", "9:30", "a"), { kind: "remark", text: "累" }])).toBe(
      "## 计划\n- [ ] 09:00 - 10:00 a\n## 记录\n- 09:00 - 09:30 a\n## 自检\n- 累\n\n## 随笔\n云很低。\n",
    );
    expect(edited("Some prose", [block("9:00", "10:00", "b"), record("9:00", "9:10", "c")])).toBe(
      "Some prose\n\n## Plan\n- [ ] 09:00 - 10:00 b\n\n## Record\n- 09:00 - 09:10 c",
    );
    expect(edited("## Plan\n\n## Record\n\n- 09:00 - 10:00 a\n", [block("9:00", "10:00", "b")])).toBe(
      "## Plan\n\n- [ ] 09:00 - 10:00 b\n\n## Record\n\n- 09:00 - 10:00 a\n",
    );
  });

  test("carry date and offset only where they are needed", () => {
    const text = "## Record\n";
    const line = (from: string, to: string, zone: string) =>
      edited(text, [record(from, to, "x")], zone).split("\n")[1];
    expect(line("23:00", "24:00", ZONE)).toBe("- 23:00 - 2026-11-24 00:00 x");
    // Past midnight an end says its date, though it is read without one.
    expect(line("23:00", "25:00", ZONE)).toBe("- 23:00 - 2026-11-24 01:00 x");
    expect(line("8:00", "21:00", ZONE)).toBe("- 08:00 - 21:00 x");
    expect(line("20:00", "33:00", ZONE)).toBe("- 20:00 - 2026-11-24 09:00 x");
    expect(line("25:00", "26:00", ZONE)).toBe("- 2026-11-24 01:00 - 02:00 x");
    expect(line("10:00", "11:00", "Europe/Paris")).toBe("- 10:00 - 11:00 x");
    expect(line("22:00", "23:00", "America/New_York")).toBe("- 16:00-05:00 - 17:00-05:00 x");
    expect(line("25:00", "26:00", "America/New_York")).toBe("- 19:00-05:00 - 20:00-05:00 x");
    expect(line("2:00", "3:00", "America/New_York")).toBe("- 2026-11-22 20:00-05:00 - 21:00-05:00 x");
  });

  test("say which of two hours it is when clocks go back", () => {
    const date = parseLocalDate("2026-10-25")!;
    const empty = readDay("## Record\n", { date, zone: ZONE, dayEndMin: 0, tongue: "en" });
    const first = empty.frame.from + 150;
    const edits: DayEdit[] = [first, first + 60].map((from) => ({
      kind: "add-record",
      from,
      to: from + 15,
      record: "work",
      text: "x",
    }));
    const text = applyPatches(empty.text, editDay(empty, edits, { tongue: "en", zone: ZONE }));
    expect(text).toBe("## Record\n- 02:30+02:00 - 02:45+02:00 x\n- 02:30+01:00 - 02:45+01:00 x\n");
  });
});

describe("changes of lines", () => {
  const text = "## Plan\n- [ ]  09:00-10:00  a  \n- 11:00 b 📌\n\tsince\n* [ ] 12:00 - 13:00 缓冲\n";
  const set = (line: number, more: object): DayEdit => ({ kind: "set-block", line, ...more });

  test("touch only what is asked for", () => {
    expect(edited(text, [set(2, { state: "done" })])).toBe(text.replace("[ ]  09", "[x]  09"));
    expect(edited(text, [set(3, { state: "dropped" })])).toBe(text.replace("- 11:00", "- [-] 11:00"));
    expect(edited(text, [set(2, { to: at("10:30") })])).toBe(text.replace("-10:00", "-10:30"));
    expect(edited(text, [set(2, { text: "c" })])).toBe(text.replace(" a ", " c "));
    expect(edited(text, [set(2, { pinned: true })])).toBe(text.replace(" a ", " a 📌 "));
    expect(edited(text, [set(3, { pinned: false, reason: null })])).toBe(text.replace(" 📌\n\tsince", ""));
    expect(edited(text, [set(3, { reason: "so" })])).toBe(text.replace("since", "so"));
    expect(edited(text, [set(3, { to: at("12:00") })])).toBe(text.replace("11:00 b", "11:00-12:00 b"));
    expect(edited(text, [set(5, { text: "call" })])).toBe(text.replace("缓冲", "缓冲：call"));
    expect(edited(text, [set(2, { text: "a", state: "planned", from: at("9:00") })])).toBe(text);
  });

  test("a buffer without a text is pinned and let go", () => {
    const plain = "## Plan\n- [ ] 16:00 - 17:00 Buffer\n";
    const pinned = plain.replace("Buffer", "Buffer 📌");
    expect(edited(plain, [{ kind: "set-block", line: 2, pinned: true }])).toBe(pinned);
    expect(edited(pinned, [{ kind: "set-block", line: 2, pinned: false }])).toBe(plain);
    expect(edited("## Plan\n", [block("16:00", "17:00", "", { block: "buffer", pinned: true })])).toBe(
      pinned,
    );
  });

  test("move a line with what is below it where its time wants it", () => {
    expect(edited(text, [set(3, { from: at("13:30"), to: at("14:00") })])).toBe(
      "## Plan\n- [ ]  09:00-10:00  a  \n* [ ] 12:00 - 13:00 缓冲\n- 13:30-14:00 b 📌\n\tsince\n",
    );
    expect(
      edited("## Plan\n- 09:00 - 10:00 a\n- 10:00 - 11:00 b", [set(3, { from: at("8:00"), to: at("9:00") })]),
    ).toBe("## Plan\n- 08:00 - 09:00 b\n- 09:00 - 10:00 a\n");
    const swap = [
      set(2, { from: at("10:00"), to: at("11:00") }),
      set(3, { from: at("9:00"), to: at("10:00") }),
    ];
    expect(edited("## Plan\n- 09:00 - 10:00 a\n- 10:00 - 11:00 b\n", swap)).toBe(
      "## Plan\n- 09:00 - 10:00 b\n- 10:00 - 11:00 a\n",
    );
  });

  test("remove lines, start and stop records", () => {
    expect(edited(text, [{ kind: "remove-block", line: 3 }])).toBe(
      text.replace("- 11:00 b 📌\n\tsince\n", ""),
    );
    const running = "## Record\n- 09:00-... a";
    const stop: DayEdit = { kind: "set-record", line: 2, to: at("9:45"), text: "a: done" };
    expect(edited(running, [stop])).toBe("## Record\n- 09:00-09:45 a: done");
    expect(edited(running, [stop, record("9:45", null, "b")])).toBe(
      "## Record\n- 09:00-09:45 a: done\n- 09:45-… b",
    );
    expect(edited("## Record\n- 09:00 - 10:00 a\n", [{ kind: "set-record", line: 2, to: null }])).toBe(
      "## Record\n- 09:00 - … a\n",
    );
    expect(edited(running, [{ kind: "remove-record", line: 2 }])).toBe("## Record\n");
  });

  test("answers, corrections and remarks of the check", () => {
    const check = "## Check\n- [x] Healthy: Slept well\n\n- a remark\n";
    const answer = (name: string, more: object): DayEdit =>
      ({ kind: "answer", condition: "abnormal", name, holds: true, ...more }) as DayEdit;
    expect(
      edited(check, [answer("No lunch", { evidence: "at 3" }), { kind: "correction", text: "a bell" }]),
    ).toBe(
      "## Check\n- [x] Healthy: Slept well\n- [x] Abnormal: No lunch\n  at 3\n- Correction: a bell\n\n- a remark\n",
    );
    expect(edited(check, [answer("slept  well", { condition: "healthy", holds: false })])).toBe(
      check.replace("[x]", "[ ]"),
    );
    expect(edited(check, [answer("Slept well", { evidence: "8 h" })])).toBe(
      check.replace("Healthy: Slept well\n", "Abnormal: Slept well\n  8 h\n"),
    );
    expect(edited(check, [{ kind: "remark", text: "one\nline" }])).toBe(`${check}- one line\n`);
  });

  test("when the plan was made goes into the front matter", () => {
    const planned: DayEdit = { kind: "planned-at", at: at("9:12") };
    expect(edited("---\ntags: x\n---\n# A\n", [planned])).toBe('---\ntags: x\nplanned: "09:12"\n---\n# A\n');
    expect(edited("---\nplanned: 08:00 # early\n---\n", [planned])).toBe('---\nplanned: "09:12"\n---\n');
    expect(edited("+++\r\na = 1\r\n+++\r\n", [planned])).toBe('+++\r\na = 1\r\nplanned = "09:12"\r\n+++\r\n');
    expect(edited("\ufeff# A\n", [planned])).toBe(
      '\ufeff---\ndate: 2026-11-23\nzone: Europe/Berlin\nplanned: "09:12"\n---\n# A\n',
    );
  });
});

describe("what cannot be written", () => {
  test("is made safe where that keeps its meaning", () => {
    const line = (text: string, more = {}) =>
      edited("## Plan\n", [block("9:00", "10:00", text, more)]).split("\n")[1];
    expect(line("two\r\nlines")).toBe("- [ ] 09:00 - 10:00 two lines");
    expect(line("pinned 📌")).toBe("- [ ] 09:00 - 10:00 pinned 📌");
    expect(line("not pinned 📌", { pinned: false })).toBe("- [ ] 09:00 - 10:00 not pinned");
    expect(line("- a dash")).toBe("- [ ] 09:00 - 10:00 a dash");
    expect(note(`## Plan\n${line("PM interview")}`).blocks[0]?.text).toBe("PM interview");
    expect(line("11:00 - 12:00 in words")).toBe("- [ ] 09:00 - 10:00 11:00 - 12:00 in words");
  });

  test("is refused with a reason where it would be misread", () => {
    const plan = "## Plan\n- 09:00 - 10:00 a\n";
    const refused = (edit: DayEdit, tongue: Tongue = "en") =>
      refusal(() => edited(plan, [edit], ZONE, tongue));
    expect(refused(block("9:00", "10:00", "Buffer: x"))).toBe(
      "usage: “Buffer: x” would be read as buffer, since it begins with a word that day notes keep for that. Begin it with another word than “Buffer”.",
    );
    expect(refused(block("9:00", "10:00", "打断：电话"), "zh")).toMatch(/^usage: “打断：电话”会被读成打断/);
    expect(refused(block("10:00", "9:00", "x"))).toMatch(/^usage: The end must be after the beginning/);
    expect(refused(block("9:00", "10:00", "x <!-- y"))).toMatch(/^invalid: “x <!-- y” cannot be written/);
    expect(refused({ kind: "set-block", line: 1, text: "x" })).toMatch(
      /^missing: Line 1 of the note is no block/,
    );
    expect(refused({ kind: "remove-record", line: 2 })).toMatch(/^missing: Line 2 of the note is no record/);
    expect(refused({ kind: "remark", text: " \n" })).toMatch(/^usage: The text is empty/);
    expect(refused({ kind: "remark", text: "[x] Healthy: y" })).toMatch(/^invalid/);
    expect(refused(block("9:00", "10:00", "x", { reason: "```" }))).toMatch(/^invalid/);
    expect(refusal(() => edited("## Plan\n```\n", [block("9:00", "10:00", "x")]))).toMatch(/^invalid/);
  });
});

// Over generated notes

const TEXTS = [
  "Harp",
  "素描 › 静物",
  "C++ - part 2",
  "`code`",
  "a: b",
  "don't",
  "Buffers",
  "12 monkeys",
  "stray \udcff",
  "x 📌",
];
const clock = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
const time = (min: number) =>
  `${String(Math.floor(min / 60)).padStart(2, "0")}:${String(min % 60).padStart(2, "0")}`;
const text = fc.constantFrom(...TEXTS);
const dash = fc.constantFrom(" - ", "-", " – ", " -- ");
const timedLine = fc
  .record({
    bullet: fc.constantFrom("- ", "- ", "* ", "+ ", "1. ", "-   ", "-\t"),
    box: fc.constantFrom("", "[ ] ", "[x] ", "[>] ", "[-] ", "[/] ", "[X] "),
    from: clock,
    length: fc.constantFrom(15, 30, 90, 300),
    dash,
    end: fc.constantFrom("end", "end", "end", "end", "none", "…"),
    text: fc.oneof(text, fc.constantFrom("缓冲", "Buffer: x", "打断：y", "", "z 📌  ")),
    below: fc.constantFrom("", "", "", "  why", "\tso\n\tand so", "  ```\n  - 08:00 - 09:00 no\n  ```"),
  })
  .map(({ bullet, box, from, length, dash: sign, end, text: words, below }) => {
    const until = end === "none" ? "" : end === "…" ? `${sign}…` : `${sign}${time((from + length) % 1440)}`;
    return `${bullet}${box}${time(from)}${until} ${words}${below === "" ? "" : `\n${below}`}`;
  });
const otherLine = fc.constantFrom(
  "",
  "",
  "prose goes",
  "on",
  "- no time",
  "<!-- hidden -->",
  "> quote",
  "- [x] task",
  "25:00",
  "- 25:00 - 26:00 x",
  "### Lower",
);
const checkLine = fc.constantFrom(
  "- [x] 健康：早起",
  "- [ ] Abnormal: No lunch",
  "  seen",
  "- Correction: a bell",
  "- remark",
  "",
  "prose",
);
const part = (names: string[], lines: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.constantFrom("", ...names), fc.array(lines, { maxLength: 6 }))
    .map(([name, body]) => (name === "" ? [] : [`## ${name}`, ...body]));
const notes = fc
  .record({
    head: fc.constantFrom(
      [],
      [],
      ["---", "date: 2026-11-23", "zone: Europe/Berlin", "---"],
      ["---", "x: 1", "---"],
      ["+++", "a = 1", "+++"],
      ["# Monday", ""],
      ["prose"],
    ),
    plan: part(["计划", "Plan"], fc.oneof({ weight: 3, arbitrary: timedLine }, otherLine)),
    record: part(["记录", "Record"], fc.oneof({ weight: 3, arbitrary: timedLine }, otherLine)),
    check: part(["自检", "Check"], checkLine),
    after: fc.constantFrom([], [], ["## Notes", "- 09:00 - 10:00 elsewhere"]),
    lineEnd: fc.constantFrom("\n", "\n", "\r\n", "\r"),
    bom: fc.boolean(),
    isClosed: fc.boolean(),
  })
  .map(({ head, plan, record: done, check, after, lineEnd, bom, isClosed }) => {
    const lines = [...head, ...plan, ...done, ...check, ...after];
    return `${bom ? "\ufeff" : ""}${lines.join("\n")}${isClosed ? "\n" : ""}`.replaceAll("\n", lineEnd);
  });

const span = fc.tuple(clock, fc.constantFrom(15, 60, 300, 900)).map(([from, length]) => ({
  from: FRAME.from + from,
  to: FRAME.from + from + length,
}));
const state = fc.constantFrom("planned", "done", "moved", "dropped") as fc.Arbitrary<"planned">;
const reason = fc.constantFrom(undefined, "because", "two\nlines");
/** An edit that fits any note: lines are chosen by a number among those that there are. */
const wishes = fc.oneof(
  fc.record({
    wish: fc.constant("block" as const),
    span,
    text,
    state,
    reason,
    block: fc.constantFrom("work", "buffer", "interruption") as fc.Arbitrary<"work">,
  }),
  fc.record({ wish: fc.constant("record" as const), span, text, isRunning: fc.boolean() }),
  fc.record({
    wish: fc.constant("set-block" as const),
    pick: fc.nat(20),
    span: fc.option(span, { nil: undefined }),
    text: fc.option(text, { nil: undefined }),
    state: fc.option(state, { nil: undefined }),
    pinned: fc.option(fc.boolean(), { nil: undefined }),
    reason: fc.constantFrom(undefined, null, "else"),
  }),
  fc.record({
    wish: fc.constant("set-record" as const),
    pick: fc.nat(20),
    span,
    text: fc.option(text, { nil: undefined }),
    isRunning: fc.boolean(),
  }),
  fc.record({ wish: fc.constant("remove" as const), pick: fc.nat(20) }),
  fc.record({
    wish: fc.constant("answer" as const),
    name: fc.constantFrom("早起", "no lunch", "Late"),
    holds: fc.boolean(),
    evidence: fc.constantFrom(undefined, null, "seen twice"),
  }),
  fc.record({
    wish: fc.constant("words" as const),
    kind: fc.constantFrom("remark", "correction") as fc.Arbitrary<"remark">,
    text,
  }),
  fc.record({ wish: fc.constant("planned" as const), at: clock.map((min) => FRAME.from + min) }),
);

function editOf(
  before: DayNote,
  wish: typeof wishes extends fc.Arbitrary<infer T> ? T : never,
): DayEdit | null {
  const lineOf = (list: { line: number }[], pick: number) =>
    list[pick % Math.max(1, list.length)]?.line ?? null;
  switch (wish.wish) {
    case "block":
      return {
        kind: "add-block",
        ...wish.span,
        block: wish.block,
        text: wish.text,
        state: wish.state,
        ...(wish.reason !== undefined && { reason: wish.reason }),
      };
    case "record":
      return {
        kind: "add-record",
        from: wish.span.from,
        to: wish.isRunning ? null : wish.span.to,
        record: "work",
        text: wish.text,
      };
    case "set-block": {
      const line = lineOf(before.blocks, wish.pick);
      if (line === null) return null;
      const { text: words, state: box, pinned, reason: why } = wish;
      return {
        kind: "set-block",
        line,
        ...wish.span,
        ...(words !== undefined && { text: words }),
        ...(box !== undefined && { state: box }),
        ...(pinned !== undefined && { pinned }),
        ...(why !== undefined && { reason: why }),
      };
    }
    case "set-record": {
      const line = lineOf(before.records, wish.pick);
      const { from, to } = wish.span;
      return line === null
        ? null
        : {
            kind: "set-record",
            line,
            from,
            to: wish.isRunning ? null : to,
            ...(wish.text !== undefined && { text: wish.text }),
          };
    }
    case "remove": {
      const line = lineOf(before.blocks, wish.pick);
      return line === null ? null : { kind: "remove-block", line };
    }
    case "answer":
      return {
        kind: "answer",
        condition: "healthy",
        name: wish.name,
        holds: wish.holds,
        ...(wish.evidence !== undefined && { evidence: wish.evidence }),
      };
    case "words":
      return { kind: wish.kind, text: wish.text };
    case "planned":
      return { kind: "planned-at", at: wish.at };
  }
}

const zones = fc.constantFrom(ZONE, ZONE, "America/New_York", "Asia/Kolkata", "Pacific/Apia");

const isOrdered = (list: readonly { from: number }[]) =>
  list.every(({ from }, index) => index === 0 || list[index - 1]!.from <= from);

/** Whether `kept` is what is left of `all` when pieces are taken out. */
function isWithin(kept: readonly string[], all: readonly string[]): boolean {
  let found = 0;
  for (const one of all) if (one === kept[found]) found++;
  return found === kept.length;
}

test("reading never fails on generated notes, and what it tells lies within the text", () => {
  fc.assert(
    fc.property(notes, (source) => {
      const { blocks, records, answers, diagnostics } = note(source);
      for (const { range, line, endLine } of [...blocks, ...records].map((one) => ({ ...one })).concat([])) {
        expect(range.from).toBeLessThan(range.to);
        expect(
          source
            .slice(range.from, range.to)
            .split(/\r\n|\r|\n/)
            .filter((_, index, all) => index < all.length - 1 || all[index] !== "").length,
        ).toBe(endLine - line + 1);
      }
      for (const { range, name } of answers) expect(source.slice(range.from, range.to)).toContain(name);
      for (const { line } of diagnostics) expect(line).toBeLessThanOrEqual(source.split(/\r\n|\r|\n/).length);
      for (const { from, to } of blocks) expect(from).toBeLessThan(to);
    }),
    { numRuns: 400 },
  );
});

test("edits of generated notes read back, can be undone, and leave every other line as it was", () => {
  let done = 0;
  let refused = 0;
  fc.assert(
    fc.property(notes, fc.array(wishes, { minLength: 1, maxLength: 4 }), zones, (source, wanted, zone) => {
      const before = note(source);
      const edits = wanted.map((wish) => editOf(before, wish)).filter((edit) => edit !== null);
      let patches: ReturnType<typeof editDay>;
      try {
        // `editDay` itself reads back and compares all that the note says.
        patches = editDay(before, edits, { tongue: "en", zone });
      } catch (error) {
        if (!(error instanceof AppError) || error.code === "internal") throw error;
        refused++;
        return;
      }
      done++;
      const after = applyPatches(source, patches);
      expect(applyPatches(after, invertPatches(source, patches))).toBe(source);
      const again = note(after);
      if (isOrdered(before.blocks) && isOrdered(before.records))
        expect([isOrdered(again.blocks), isOrdered(again.records)]).toEqual([true, true]);
      const touched = new Set(
        edits.flatMap((edit) => {
          if (!("line" in edit)) return [];
          const own = [...before.blocks, ...before.records].find(({ line }) => line === edit.line)!;
          return Array.from({ length: own.endLine - own.line + 1 }, (_, index) => own.line + index);
        }),
      );
      const lines = source.replace("\ufeff", "").split(/\r\n|\r|\n/);
      const names = new Set(
        edits.flatMap((edit) => (edit.kind === "answer" ? [edit.name.toLowerCase()] : [])),
      );
      const kept = lines.filter(
        (line, index) =>
          line !== "" &&
          !touched.has(index + 1) &&
          !/^planned/.test(line) &&
          !/^ {2}seen/.test(line) &&
          ![...names].some((name) => line.toLowerCase().includes(name)),
      );
      expect(isWithin(kept, after.replace("\ufeff", "").split(/\r\n|\r|\n/))).toBe(true);
      const foreign = source.includes("\r\n") ? /(?<!\r)\n/ : source.includes("\r") ? /\n/ : /\r/;
      if (/[\r\n]/.test(source)) expect(foreign.test(after)).toBe(false);
    }),
    { numRuns: 1500 },
  );
  expect(refused).toBeLessThan(done / 10);
});

test("an edit that says what the note says already changes nothing", () => {
  fc.assert(
    fc.property(notes, (source) => {
      const before = note(source);
      const edits: DayEdit[] = [
        ...before.blocks.map(
          ({ line, from, to, text: words, pinned, reason: why, kind, state: box }): DayEdit => ({
            kind: "set-block",
            line,
            from,
            to,
            pinned,
            reason: why,
            state: box,
            ...(kind === "work" && { text: words }),
          }),
        ),
        ...before.records.map(({ line, from, to }): DayEdit => ({ kind: "set-record", line, from, to })),
      ];
      expect(editDay(before, edits, { tongue: "en", zone: ZONE })).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("a year of days, each planned, recorded and checked, in a zone with daylight saving", () => {
  for (let number = 0; number < 365; number++) {
    const date = frameOf(DATE, ZONE, 0).date;
    const on = parseLocalDate(isoAt(frameOf(date, "UTC", 0).from + number * 1440, "UTC").slice(0, 10))!;
    const empty = readDay("", { date: on, zone: "America/New_York", dayEndMin: 120, tongue: "zh" });
    const edits: DayEdit[] = [];
    for (let from = empty.frame.from; from < empty.frame.to; from += 45)
      edits.push(
        { kind: "add-block", from, to: from + 45, block: "work", text: "竖琴" },
        {
          kind: "add-record",
          from: from + 1,
          to: Math.min(from + 44, empty.frame.to),
          record: "work",
          text: "竖琴",
        },
      );
    const written = applyPatches("", editDay(empty, edits, { tongue: "zh", zone: "America/New_York" }));
    const after = readDay(written, { date: on, zone: "UTC", dayEndMin: 0, tongue: "zh" });
    expect([on, after.diagnostics]).toEqual([on, []]);
    expect(after.frame).toEqual(empty.frame);
    expect(after.blocks.map(({ from }) => from)).toEqual(
      after.blocks.map(({ from }) => from).sort((a, b) => a - b),
    );
  }
});
