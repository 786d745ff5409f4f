// Day notes read: the form of the design, what people and Obsidian's Day Planner make of it, clocks that change, notes that are
// broken by hand. What cannot be understood is said with its line, and the rest still counts.

import { describe, expect, test } from "vitest";
import { parseLocalDate } from "../src/base/index.ts";
import { type DayNote, type DayOptions, isoAt, readDay } from "../src/domain/index.ts";

const OPTIONS: DayOptions = {
  date: parseLocalDate("2026-11-23")!,
  zone: "Europe/Berlin",
  dayEndMin: 0,
  tongue: "en",
};

function read(text: string | string[], options: Partial<DayOptions> & { on?: string } = {}): DayNote {
  const { on, ...rest } = options;
  const date = on === undefined ? OPTIONS.date : parseLocalDate(on)!;
  return readDay(typeof text === "string" ? text : `${text.join("\n")}\n`, { ...OPTIONS, date, ...rest });
}

/** `09:30/90 text`: when by the note's own zone, minutes, what. */
function said(note: DayNote): string[] {
  const time = (at: number) => isoAt(at, note.frame.zone).slice(11);
  return [...note.blocks, ...note.records].map(
    ({ from, to, text }) => `${time(from).slice(0, 5)}/${to === null ? "…" : to - from} ${text}`,
  );
}

const faults = (note: DayNote) => note.diagnostics.map(({ line, code }) => `${line} ${code}`);

const FULL = [
  "---",
  "date: 2026-11-23",
  "zone: Asia/Tokyo",
  'planned: "09:12" # by phone',
  "---",
  "# 周一",
  "## 计划",
  "- [x] 09:30 - 11:00 编译原理",
  "- [>] 11:00 - 12:00 编译原理 › 词法分析",
  "  早上被打断，挪到下午",
  "- [ ] 14:00 - 15:00 编译原理 › 词法分析 📌",
  "- [-] 15:00 - 16:00 素描",
  "- [ ] 16:30 - 17:30 缓冲",
  "- [ ] 17:30 - 18:00 打断：等快递 📌",
  "",
  "随手写的一段话。",
  "## 记录",
  "- 09:42 - 11:10 编译原理：写了词法表",
  "- 11:10 - 11:35 打断：机房断电",
  "- 13:30 - … 编译原理 › 词法分析",
  "## 自检",
  "- [x] 健康：上午没看手机",
  "  只看了一次",
  "- [ ] 异常：午饭后犯困",
  "- 纠错：午饭后先走十分钟",
  "- 今天下雨",
];

test("a full note", () => {
  const note = read(FULL);
  expect(note.diagnostics).toEqual([]);
  expect(note.frame.zone).toBe("Asia/Tokyo");
  expect(isoAt(note.plannedAt!, "Asia/Tokyo")).toBe("2026-11-23T09:12+09:00");
  expect(
    note.blocks.map(({ line, endLine, state, kind, text, pinned, reason }) => [
      line,
      endLine,
      state,
      kind,
      text,
      pinned,
      reason,
    ]),
  ).toEqual([
    [8, 8, "done", "work", "编译原理", false, null],
    [9, 10, "moved", "work", "编译原理 › 词法分析", false, "早上被打断，挪到下午"],
    [11, 11, "planned", "work", "编译原理 › 词法分析", true, null],
    [12, 12, "dropped", "work", "素描", false, null],
    [13, 13, "planned", "buffer", "", false, null],
    [14, 14, "planned", "interruption", "等快递", true, null],
  ]);
  expect(note.records.map(({ line, kind, to, text }) => [line, kind, to === null, text])).toEqual([
    [18, "work", false, "编译原理：写了词法表"],
    [19, "interruption", false, "机房断电"],
    [20, "work", true, "编译原理 › 词法分析"],
  ]);
  expect(
    note.answers.map(({ line, kind, name, holds, evidence }) => [line, kind, name, holds, evidence]),
  ).toEqual([
    [22, "healthy", "上午没看手机", true, "只看了一次"],
    [24, "abnormal", "午饭后犯困", false, null],
  ]);
  expect([note.corrections, note.remarks]).toEqual([
    [{ line: 25, text: "午饭后先走十分钟" }],
    [{ line: 26, text: "今天下雨" }],
  ]);
  const { text } = note;
  expect(note.blocks.map(({ range }) => text.slice(range.from, range.to))[1]).toBe(
    "- [>] 11:00 - 12:00 编译原理 › 词法分析\n  早上被打断，挪到下午\n",
  );
  const { plan, record, check } = note.parts;
  expect([plan?.line, record?.line, check?.line]).toEqual([7, 17, 21]);
  expect(text.slice(plan!.body.from, plan!.end)).toMatch(/随手写的一段话。\n$/);
});

test("reads the same with CRLF, lone CR, a BOM, trailing blanks and without a last line end", () => {
  const plain = read(FULL);
  const bare = (note: DayNote) => ({
    blocks: note.blocks.map(({ range, ...block }) => block),
    records: note.records.map(({ range, ...record }) => record),
    answers: note.answers.map(({ range, ...answer }) => answer),
    rest: [note.corrections, note.remarks, note.plannedAt, note.diagnostics],
  });
  for (const text of [
    FULL.join("\r\n"),
    FULL.join("\r"),
    `\ufeff${FULL.join("\n")}`,
    FULL.map((line) => `${line}  `).join("\n"),
    FULL.map((line) => line.replace(/^ {2}/, "\t")).join("\r\n"),
  ])
    expect(bare(read(text))).toEqual(bare(plain));
});

describe("forms that people write", () => {
  test("English headings at any level, with a colon, in any case, or underlined", () => {
    for (const heading of [
      "# Plan",
      "###### PLAN ######",
      "### plan:",
      "## **Plan**",
      "Plan\n====",
      "## Day planner",
    ])
      expect(said(read(`${heading}\n- 09:00 - 10:00 Harp`)), heading).toEqual(["09:00/60 Harp"]);
    expect(said(read("## Planning\n- 09:00 - 10:00 Harp"))).toEqual([]);
  });

  test("keywords in both languages, either colon, any case", () => {
    const note = read([
      "## Plan",
      "- 09:00 - 10:00 buffer",
      "- 10:00 - 11:00 Interruption : the plumber",
      "- 11:00 - 12:00 Buffers of the kernel",
      "- 12:00 - 12:30 缓冲：",
      "## Check",
      "- [X] healthy: Slept well",
      "- [x] Abnormal：No lunch",
      "- correction: a bell at noon",
    ]);
    expect(note.blocks.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "buffer ",
      "interruption the plumber",
      "work Buffers of the kernel",
      "buffer ",
    ]);
    expect(note.answers.map(({ kind, name, holds }) => `${kind} ${name} ${holds}`)).toEqual([
      "healthy Slept well true",
      "abnormal No lunch true",
    ]);
    expect(note.corrections[0]?.text).toBe("a bell at noon");
  });

  test("a keyword alone keeps its kind when it is pinned", () => {
    const lines = [
      "- 16:00 - 17:00 缓冲 📌",
      "- 17:00 - 17:30 Interruption 📌",
      "- 17:30 - 18:00 Buffer: x📌",
    ];
    expect(read(["## Plan", ...lines]).blocks.map(({ kind, text, pinned }) => [kind, text, pinned])).toEqual([
      ["buffer", "", true],
      ["interruption", "", true],
      ["buffer", "x", true],
    ]);
  });

  test("Day Planner: dashes of all kinds, am and pm, no end, no box, other bullets", () => {
    const note = read([
      "# Day planner",
      "* 9:00-10:00 no blanks",
      "+ 10:00 – 10:30 en dash",
      "1. [ ] 10:30 am - 11:15 AM half days",
      "2. 1pm–2:30pm noon past",
      "- [ ] 15:00 no end",
      "- [/] 16:00 no end, but",
      "- 16:10 -- 16:20 the next begins",
      "-\t17:00 - 17:30 - Rest: of it",
      "- 12:15 am - 1:00 am night",
      "- 18:00 - 19:00",
    ]);
    expect(said(note)).toEqual([
      "09:00/60 no blanks",
      "10:00/30 en dash",
      "10:30/45 half days",
      "13:00/90 noon past",
      "15:00/30 no end",
      "16:00/10 no end, but",
      "16:10/10 the next begins",
      "17:00/30 Rest: of it",
      "00:15/45 night",
      "18:00/60 ",
    ]);
    expect(faults(note)).toEqual([]);
  });

  test("times only at the start of an entry; numbers, dates and other entries are left alone", () => {
    const note = read([
      "## Plan",
      "- call at 14:00 - 15:00",
      "- 3 apples",
      "- 2026-11-24 is a Tuesday",
      "- 10:5 is no time",
      "09:00 - 10:00 no entry",
      "- Morning",
      "  - 09:00 - 10:00 nested",
      "    - 10:00 - 11:00 is its reason",
      "### Evening",
      "- 20:00 - 21:00 below a lower heading",
      "## Notes",
      "- 11:00 - 12:00 in no part",
    ]);
    expect(said(note)).toEqual(["09:00/60 nested", "20:00/60 below a lower heading"]);
    expect(note.blocks[0]?.reason).toBe("- 10:00 - 11:00 is its reason");
    expect(faults(note)).toEqual([]);
  });

  test("code fences and comments are skipped, also within an entry", () => {
    const note = read([
      "## Plan",
      "```",
      "- 09:00 - 10:00 in a fence",
      "## Record",
      "```",
      "<!-- - 10:00 - 11:00 hidden -->",
      "<!--",
      "- 11:00 - 12:00 hidden",
      "-->",
      "- 12:00 - 13:00 seen <!-- not -->",
      "  ~~~~",
      "  - 13:00 - 14:00 in its fence",
      "- 14:00 - 15:00 after a fence that its entry closes",
      "- 15:00 - 16:00 `<!--` is code",
      "- 16:00 - 17:00 last",
    ]);
    expect(said(note)).toEqual([
      "12:00/60 seen <!-- not -->",
      "14:00/60 after a fence that its entry closes",
      "15:00/60 `<!--` is code",
      "16:00/60 last",
    ]);
    expect([note.blocks[0]?.endLine, faults(note)]).toEqual([12, []]);
  });

  test("front matter that is missing, TOML, never closed or somebody else's is left alone", () => {
    expect(read("## Plan\n- 09:00 - 10:00 a").blocks).toHaveLength(1);
    const toml = read('+++\ndate = 2026-11-23\nzone = "Asia/Tokyo"\n+++\n## Plan\n- 09:00 - 10:00 a');
    expect([toml.frame.zone, toml.blocks.length, faults(toml)]).toEqual(["Asia/Tokyo", 1, []]);
    const open = read("---\ndate: 2026-11-24\n## Plan\n- 09:00 - 10:00 a");
    expect([open.blocks.length, faults(open)]).toEqual([1, []]);
    const other = read("---\ntags: [a, b\naliases:\n  - zone\n---\n## Plan\n- 09:00 - 10:00 a");
    expect([other.blocks.length, faults(other)]).toEqual([1, []]);
  });
});

describe("days that are not like others", () => {
  const plan = (...lines: string[]) => ["## Plan", ...lines.map((line) => `- ${line}`)];
  const spans = (note: DayNote) =>
    note.blocks.map(({ from, to }) => `${isoAt(from, note.frame.zone).slice(8)}/${to - from}`);

  test("spring in Berlin: what clocks skip is shifted and said", () => {
    const note = read(
      plan("01:30 - 03:30 over it", "02:15 - 02:45 in it", "02:00 - 03:00 all of it", "03:00 - 04:00 x"),
      {
        on: "2026-03-29",
      },
    );
    expect(spans(note)).toEqual([
      "29T01:30+01:00/60",
      "29T03:15+02:00/30",
      "29T03:00+02:00/60",
      "29T03:00+02:00/60",
    ]);
    expect(faults(note)).toEqual(["3 day-time-skipped", "3 day-time-skipped", "4 day-time-skipped"]);
    expect(note.diagnostics[0]?.message).toBe("The clocks skip “02:15” on this day, so it is read as 03:15.");
    expect(note.diagnostics[0]?.column).toBe(3);
  });

  test("autumn in New York: the first of two, unless the offset says which", () => {
    const note = read(
      plan(
        "00:30 - 02:30 long",
        "01:30 - 02:00 first",
        "01:30-05:00 - 01:45-05:00 second",
        "01:45 - 01:15 over",
      ),
      { on: "2026-11-01", zone: "America/New_York" },
    );
    expect(spans(note)).toEqual([
      "01T00:30-04:00/180",
      "01T01:30-04:00/90",
      "01T01:30-05:00/15",
      "01T01:45-04:00/30",
    ]);
    expect(faults(note)).toEqual([]);
  });

  test("Lord Howe shifts by half an hour", () => {
    const spring = read(plan("01:45 - 02:45 x", "02:10 - 02:20 gone"), {
      on: "2026-10-04",
      zone: "Australia/Lord_Howe",
    });
    expect(spans(spring)).toEqual(["04T01:45+10:30/30", "04T02:40+11:00/10"]);
    expect(faults(spring)).toEqual(["3 day-time-skipped", "3 day-time-skipped"]);
    const autumn = read(plan("01:00 - 02:30 x", "01:40+10:30 - 02:00 second"), {
      on: "2026-04-05",
      zone: "Australia/Lord_Howe",
    });
    expect(spans(autumn)).toEqual(["05T01:00+11:00/120", "05T01:40+10:30/20"]);
  });

  test("over midnight: up to 12 hours, further with a date", () => {
    const note = read(
      plan(
        "23:00 - 01:00 short",
        "20:00 - 08:00 twelve",
        "20:00 - 08:01 too long",
        "20:00 - 2026-11-24 10:00 dated",
        "22:00 - 24:00 to midnight",
        "10:00 - 10:00 nothing",
      ),
    );
    expect(spans(note)).toEqual([
      "23T23:00+01:00/120",
      "23T20:00+01:00/720",
      "23T20:00+01:00/840",
      "23T22:00+01:00/120",
    ]);
    expect(faults(note)).toEqual(["4 day-end-before-start", "7 day-end-before-start"]);
  });

  test("a day that ends at 02:00", () => {
    const lines = [
      "## Record",
      "- 23:30 - 00:30 a",
      "- 00:30 - 01:45 b",
      "- 01:50 - 02:30 c",
      "- 2026-11-23 01:00 - 01:30 d",
    ];
    const head = ["---", 'ends: "02:00"', "---"];
    const note = read([...head, ...lines]);
    expect(note.records.map(({ from }) => isoAt(from, "Europe/Berlin").slice(8, 16))).toEqual([
      "23T23:30",
      "24T00:30",
      "24T01:50",
      "23T01:00",
    ]);
    expect(faults(note)).toEqual(["8 day-record-outside"]);
    expect(read(lines, { dayEndMin: 120 }).frame).toEqual(note.frame);
  });

  test("travel: times with the offset of the place belong to the day there", () => {
    const note = read([
      "## Record",
      "- 09:00 - 12:00 in Berlin",
      "- 13:00 - 16:00-05:00 over the sea",
      "- 19:00-05:00 - 20:30-05:00 in New York",
      "- 2026-11-25 09:00 - 10:00 elsewhere",
    ]);
    expect(note.records.map(({ from, to }) => [isoAt(from, "UTC").slice(8, 16), to! - from])).toEqual([
      ["23T08:00", 180],
      ["23T12:00", 540],
      ["24T00:00", 90],
      ["25T08:00", 60],
    ]);
    expect(faults(note)).toEqual(["5 day-record-outside"]);
  });
});

describe("broken notes", () => {
  test("each fault has its line and a way out, and the rest counts", () => {
    const note = read([
      "---",
      "date: 2026-11-31",
      "zone: Europe/Atlantis",
      "ends: 14:00",
      "planned: soon",
      "---",
      "## Plan",
      "- [ ] 25:00 - 26:00 no hour",
      "- [ ] 09:00 - 09:75 no minute",
      "- [ ] 2026-02-30 09:00 - 10:00 no day",
      "- [ ] 09:00 - 10:00 good",
      "## Record",
      "- 09:00 - 10:00 one",
      "- 09:30 - 10:30 two",
      "- 11:00 - … running",
      "- 12:00 - … running too",
      "- 13:00 read on",
      "## Check",
      "- Healthy: no box",
      "- [x] Abnormal: fine",
    ]);
    expect(faults(note)).toEqual([
      "2 day-date-invalid",
      "3 day-zone-invalid",
      "4 day-ends-invalid",
      "5 day-planned-invalid",
      "8 day-time-invalid",
      "9 day-time-invalid",
      "10 day-time-invalid",
      "14 day-records-overlap",
      "16 day-two-clocks",
      "17 day-record-open",
      "19 day-answer-without-box",
    ]);
    expect(note.diagnostics.map(({ column }) => column)).toEqual([7, 7, 7, 10, 7, 15, 7, 1, 1, 3, 3]);
    expect(note.diagnostics.every(({ message, hint }) => message.length > 10 && hint !== null)).toBe(true);
    expect(said(note)).toEqual([
      "09:00/60 good",
      "09:00/60 one",
      "09:30/60 two",
      "11:00/… running",
      "12:00/… running too",
    ]);
    expect([note.answers.length, note.remarks.map(({ text }) => text)]).toEqual([1, ["Healthy: no box"]]);
  });

  test("a date that is not the file's, and a record after one that runs", () => {
    const note = read(["---", "date: 2026-11-24", "---", "## 记录", "- 09:00 - … a", "- 10:00 - 11:00 b"], {
      tongue: "zh",
    });
    expect(faults(note)).toEqual(["2 day-date-differs", "6 day-records-overlap"]);
    expect(note.diagnostics[0]?.message).toBe("笔记里写的是 2026-11-24，文件名是 2026-11-23，以文件名为准。");
    expect(note.frame.date).toBe("2026-11-23");
  });

  test("a fence or a comment that is never closed", () => {
    expect(faults(read(["## Plan", "- 09:00 - 10:00 a", "```", "- 10:00 - 11:00 b"]))).toEqual([
      "3 day-never-closed",
    ]);
    expect(faults(read(["## Plan", "- 09:00 - 10:00 a <!-- b", "- 10:00 - 11:00 c"]))).toEqual([
      "2 day-never-closed",
    ]);
  });

  test("a block without an end lasts until the next one, whatever the order of the lines", () => {
    const note = read(["## Plan", "- 10:00 b", "- 09:50 a", "- 10:00 - 11:00 c", "- 10:20 - 10:40 d"]);
    expect(said(note)).toEqual(["10:00/20 b", "09:50/10 a", "10:00/60 c", "10:20/20 d"]);
  });

  test("an indented line above dashes is code and no heading", () => {
    expect(said(read(["## Plan", "    x", "---", "- 09:00 - 10:00 a"]))).toEqual(["09:00/60 a"]);
  });

  test("hostile notes are read in a time that grows with their length", () => {
    const many = (text: string) => text.repeat(300_000 / text.length);
    const texts = [
      `---\nzone: UTC${many(" ")}x\n---\n`,
      `## Plan\n${many("- 10:00 x\n")}`,
      `## Plan\n<!-- a -->\n${many("- 10:00 - 11:00 x\n")}`,
      `## Plan\n<!--\n${many("x\n")}`,
      `## Record\n${many("- 10:00 - … x\n")}`,
      `## Check\n- ${many("<!-- ")}`,
    ];
    // A reader that goes through what is left for each line or blank takes minutes for one of these.
    for (const text of texts) expect(read(text).text).toBe(text);
  }, 15_000);

  test("nothing at all, and what is no note", () => {
    for (const text of [
      "",
      "\n\n",
      "\ufeff",
      "---",
      "---\n---",
      "##",
      "-",
      "- [",
      "- [x]",
      "## Plan\n-",
      "## Plan\n- 09:00 -",
    ])
      expect(() => read(text)).not.toThrow();
    expect(read("").parts).toEqual({ plan: null, record: null, check: null });
  });
});
