// What each detector sees: days on which it holds, does not hold, cannot tell yet or at all; days off. Read in both
// languages, with evidence in both.

import { describe, expect, test } from "vitest";
import { type LocalDate, type Tongue, weekdayOf } from "../src/base/index.ts";
import {
  comesLater,
  type DayFacts,
  type DetectContext,
  detect,
  detectorDays,
  frameOf,
  minAtWall,
  type Priority,
  readDetector,
} from "../src/domain/index.ts";

const ZONE = "Europe/Berlin";
/** A Monday. */
const MONDAY = "2026-11-16" as LocalDate;
const WEEK = [16, 17, 18, 19, 20, 21, 22].map((day) => `2026-11-${day}` as LocalDate);
const isOff = (date: LocalDate): boolean => weekdayOf(date) > 5;
const at = (date: LocalDate, wall: string, dayEndMin = 0): number => {
  const [hour, minute] = wall.split(":").map(Number);
  return minAtWall(frameOf(date, ZONE, dayEndMin), hour! * 60 + minute!);
};

type Stretch = [from: string, to: string, priority?: Priority | null, reference?: string];

/** A day by its stretches of work. */
function day(date: LocalDate, stretches: Stretch[] = [], more: Partial<DayFacts> = {}): DayFacts {
  const byPriority = { highest: 0, high: 0, medium: 0, low: 0, none: 0, other: 0 };
  const byReference = new Map<string, number>();
  const made = stretches.map(([from, to, priority = "low", reference = "Go"]) => {
    const span = { from: at(date, from), to: at(date, to), reference, priority };
    const min = span.to - span.from;
    byPriority[priority ?? "none"] += min;
    byReference.set(reference, (byReference.get(reference) ?? 0) + min);
    return span;
  });
  return {
    date,
    isOff: isOff(date),
    hasPlan: false,
    plannedAt: null,
    plannedMin: 0,
    keptMin: 0,
    blocks: 0,
    keptBlocks: 0,
    recordedMin: made.reduce((sum, { from, to }) => sum + to - from, 0),
    interruptedMin: 0,
    interruptions: 0,
    bufferMin: 0,
    bufferSpentMin: 0,
    byPriority,
    byReference,
    plannedByReference: new Map(),
    movedBlocks: 0,
    droppedBlocks: 0,
    slips: [],
    stretches: made,
    answers: [],
    ...more,
  };
}

function context(date: LocalDate, now: string | null, more: Partial<DetectContext> = {}): DetectContext {
  const frame = frameOf(date, ZONE, 0);
  return {
    frame,
    now: now === null ? frame.to + 600 : at(date, now),
    isOver: now === null,
    isOff,
    top: "highest",
    doing: [],
    ...more,
  };
}

const days = (...found: DayFacts[]): DayFacts[] => found;
type Case = [
  says: string,
  days: DayFacts[],
  context: DetectContext,
  holds: boolean | null,
  evidence?: string,
];

const CASES: Record<string, { texts: [en: string, zh: string]; cases: Case[] }> = {
  "no highest-priority work": {
    texts: ["no highest-priority work for 3 days", "连续 3 天没有最高优先级的工作"],
    cases: [
      [
        "three recorded days without",
        WEEK.slice(0, 3).map((date) => day(date, [["9:00", "12:00"]])),
        context(WEEK[2]!, null),
        true,
        "No highest-priority work in the last 3 working days with records, since 2026-11-16; 9h on other work.",
      ],
      [
        "one of them had some",
        days(
          day(WEEK[0]!, [["9:00", "9:45", "highest"]]),
          day(WEEK[1]!, [["9:00", "10:00"]]),
          day(WEEK[2]!, [["9:00", "10:00"]]),
        ),
        context(WEEK[2]!, null),
        false,
        "45m on highest-priority work on 2026-11-16.",
      ],
      [
        "today had some, though it goes on",
        days(day(WEEK[2]!, [["9:00", "9:30", "highest"]])),
        context(WEEK[2]!, "10:00"),
        false,
      ],
      [
        "today goes on",
        WEEK.slice(0, 3).map((date) => day(date, [["9:00", "12:00"]])),
        context(WEEK[2]!, "13:00"),
        null,
      ],
      [
        "too few days",
        WEEK.slice(0, 2).map((date) => day(date, [["9:00", "12:00"]])),
        context(WEEK[1]!, null),
        null,
      ],
      [
        "no records today",
        [day(WEEK[0]!, [["9:00", "9:30"]]), day(WEEK[1]!, [["9:00", "9:30"]]), day(WEEK[2]!)],
        context(WEEK[2]!, null),
        null,
      ],
      [
        "a weekend in between is skipped",
        [
          ...WEEK.slice(3).map((date) =>
            day(date, isOff(date) ? [["9:00", "10:00", "highest"]] : [["9:00", "10:00"]]),
          ),
          day("2026-11-23" as LocalDate, [["9:00", "10:00"]]),
        ],
        context("2026-11-23" as LocalDate, null),
        true,
      ],
      [
        "a day off",
        [
          ...WEEK.slice(0, 5).map((date) => day(date, [["9:00", "10:00"]])),
          day(WEEK[5]!, [["9:00", "10:00"]]),
        ],
        context(WEEK[5]!, null),
        null,
      ],
      [
        "where high is the highest that there is",
        WEEK.slice(0, 3).map((date) => day(date, [["9:00", "12:00", "high"]])),
        context(WEEK[2]!, null, { top: "high" }),
        false,
      ],
    ],
  },
  "highest-priority work first": {
    texts: ["highest-priority work first", "先做最高优先级的工作"],
    cases: [
      [
        "it did",
        days(
          day(MONDAY, [
            ["9:05", "10:00", "highest", "K8s"],
            ["10:00", "11:00"],
          ]),
        ),
        context(MONDAY, "12:00"),
        true,
        "The day began with highest-priority work: “K8s” at 09:05.",
      ],
      [
        "it did not",
        days(
          day(MONDAY, [
            ["9:00", "10:00"],
            ["10:00", "11:00", "highest"],
          ]),
        ),
        context(MONDAY, "12:00"),
        false,
        "The day began with “Go” at 09:00, which is not of highest priority.",
      ],
      [
        "five minutes of something else do not count",
        days(
          day(MONDAY, [
            ["9:00", "9:05"],
            ["9:05", "11:00", "highest"],
          ]),
        ),
        context(MONDAY, "12:00"),
        true,
      ],
      ["only five minutes yet", days(day(MONDAY, [["9:00", "9:05"]])), context(MONDAY, "9:30"), null],
      ["no records", days(day(MONDAY)), context(MONDAY, null), null],
      ["a day off", days(day(WEEK[5]!, [["9:00", "10:00"]])), context(WEEK[5]!, null), null],
    ],
  },
  "no plan by a time": {
    texts: ["no plan by 10:00", "10:00 前没有计划"],
    cases: [
      ["none at ten", days(day(MONDAY)), context(MONDAY, "10:00"), true, "There was no plan."],
      ["none at nine", days(day(MONDAY)), context(MONDAY, "9:00"), null],
      [
        "it came late",
        days(day(MONDAY, [], { hasPlan: true, plannedAt: at(MONDAY, "11:20") })),
        context(MONDAY, "12:00"),
        true,
        "The plan stood at 11:20.",
      ],
      [
        "it stood",
        days(day(MONDAY, [], { hasPlan: true, plannedAt: at(MONDAY, "8:50") })),
        context(MONDAY, "9:00"),
        false,
        "The plan stood at 08:50.",
      ],
      ["a day off", days(day(WEEK[6]!)), context(WEEK[6]!, null), null],
    ],
  },
  "plan by a time": {
    texts: ["plan by 9:30", "9:30 前有计划"],
    cases: [
      [
        "it stood",
        days(day(MONDAY, [], { hasPlan: true, plannedAt: at(MONDAY, "9:30") })),
        context(MONDAY, "9:30"),
        true,
      ],
      [
        "it came late",
        days(day(MONDAY, [], { hasPlan: true, plannedAt: at(MONDAY, "9:31") })),
        context(MONDAY, null),
        false,
      ],
      ["not yet", days(day(MONDAY)), context(MONDAY, "9:29"), null],
    ],
  },
  "less of the plan kept": {
    texts: ["less than half of the plan kept", "计划完成不到一半"],
    cases: [
      [
        "a third",
        days(day(MONDAY, [["9:00", "10:00"]], { plannedMin: 180, keptMin: 60 })),
        context(MONDAY, null),
        true,
        "1h of 3h planned were kept (33%).",
      ],
      [
        "just half",
        days(day(MONDAY, [["9:00", "10:30"]], { plannedMin: 180, keptMin: 90 })),
        context(MONDAY, null),
        false,
      ],
      [
        "the day goes on",
        days(day(MONDAY, [["9:00", "10:00"]], { plannedMin: 180, keptMin: 60 })),
        context(MONDAY, "15:00"),
        null,
      ],
      ["no plan", days(day(MONDAY, [["9:00", "10:00"]])), context(MONDAY, null), null],
      ["nothing recorded", days(day(MONDAY, [], { plannedMin: 180 })), context(MONDAY, null), null],
      [
        "a day off",
        days(day(WEEK[5]!, [["9:00", "10:00"]], { plannedMin: 180 })),
        context(WEEK[5]!, null),
        null,
      ],
    ],
  },
  "at least so much of the plan kept": {
    texts: ["at least 60% of the plan kept", "计划至少完成 60%"],
    cases: [
      [
        "just so much",
        days(day(MONDAY, [["9:00", "10:00"]], { plannedMin: 100, keptMin: 60 })),
        context(MONDAY, null),
        true,
      ],
      [
        "less",
        days(day(MONDAY, [["9:00", "10:00"]], { plannedMin: 100, keptMin: 59 })),
        context(MONDAY, null),
        false,
      ],
      ["no plan", days(day(MONDAY, [["9:00", "10:00"]])), context(MONDAY, null), null],
    ],
  },
  "short blocks all day": {
    texts: ["blocks shorter than 25 minutes all day", "全天都是不到 25 分钟的碎块"],
    cases: [
      [
        "all short",
        days(
          day(MONDAY, [
            ["9:00", "9:20"],
            ["9:30", "9:54"],
          ]),
        ),
        context(MONDAY, null),
        true,
        "The longest of 2 stretches of work was 24m.",
      ],
      [
        "one long",
        days(
          day(MONDAY, [
            ["9:00", "9:20"],
            ["9:30", "9:55"],
          ]),
        ),
        context(MONDAY, "10:00"),
        false,
      ],
      ["short so far", days(day(MONDAY, [["9:00", "9:20"]])), context(MONDAY, "10:00"), null],
      ["no records", days(day(MONDAY)), context(MONDAY, null), null],
    ],
  },
  "a stretch": {
    texts: ["a stretch of at least 90 minutes", "有一段至少 90 分钟的连续工作"],
    cases: [
      ["there was one", days(day(MONDAY, [["9:00", "10:30"]])), context(MONDAY, "10:30"), true],
      [
        "none",
        days(day(MONDAY, [["9:00", "10:29"]])),
        context(MONDAY, null),
        false,
        "The longest of 1 stretch of work was 1h29m.",
      ],
      ["none yet", days(day(MONDAY, [["9:00", "10:29"]])), context(MONDAY, "11:00"), null],
      ["a day off", days(day(WEEK[5]!, [["9:00", "12:00"]])), context(WEEK[5]!, null), null],
    ],
  },
  "worked after a time": {
    texts: ["worked after 22:00", "22:00 后还在工作"],
    cases: [
      [
        "half an hour",
        days(day(MONDAY, [["21:00", "22:30"]])),
        context(MONDAY, "22:31"),
        true,
        "30m of work after 22:00, the last until 22:30.",
      ],
      [
        "until then",
        days(day(MONDAY, [["21:00", "22:00"]])),
        context(MONDAY, null),
        false,
        "No work after 22:00; the last record ended at 22:00.",
      ],
      [
        "before that time",
        days(day(MONDAY, [["9:00", "12:00"]])),
        context(MONDAY, "18:00", { isOver: true }),
        null,
      ],
      ["no records", days(day(MONDAY)), context(MONDAY, null), null],
      ["a day off", days(day(WEEK[5]!, [["21:00", "23:00"]])), context(WEEK[5]!, null), null],
    ],
  },
  "nothing after a time": {
    texts: ["nothing after 22:00", "22:00 后不工作"],
    cases: [
      ["nothing", days(day(MONDAY, [["9:00", "12:00"]])), context(MONDAY, null), true],
      ["something", days(day(MONDAY, [["22:10", "22:30"]])), context(MONDAY, "22:31"), false],
      ["not yet", days(day(MONDAY, [["9:00", "12:00"]])), context(MONDAY, "18:00", { isOver: true }), null],
    ],
  },
  interruptions: {
    texts: ["interruptions over 60 minutes", "打断超过 60 分钟"],
    cases: [
      [
        "more",
        days(day(MONDAY, [], { interruptedMin: 61, interruptions: 2 })),
        context(MONDAY, "12:00"),
        true,
        "2 interruptions, 1h1m together.",
      ],
      [
        "just so much",
        days(day(MONDAY, [], { interruptedMin: 60, interruptions: 1 })),
        context(MONDAY, null),
        false,
      ],
      [
        "less so far",
        days(day(MONDAY, [], { interruptedMin: 10, interruptions: 1 })),
        context(MONDAY, "12:00"),
        null,
      ],
      [
        "none, but work",
        days(day(MONDAY, [["9:00", "10:00"]])),
        context(MONDAY, null),
        false,
        "No interruption.",
      ],
      ["no records", days(day(MONDAY)), context(MONDAY, null), null],
    ],
  },
  "no commitment this week": {
    texts: ["no Reflection this week", "这周没有 Reflection"],
    cases: [
      [
        "none by Friday's end",
        WEEK.slice(0, 5).map((date) => day(date, [["9:00", "10:00"]])),
        context(WEEK[4]!, null),
        true,
        "No “Reflection” in the week of 2026-11-16; 5h recorded on other things.",
      ],
      [
        "none by Thursday",
        WEEK.slice(0, 4).map((date) => day(date, [["9:00", "10:00"]])),
        context(WEEK[3]!, null),
        null,
      ],
      [
        "Friday goes on",
        WEEK.slice(0, 5).map((date) => day(date, [["9:00", "10:00"]])),
        context(WEEK[4]!, "10:00"),
        null,
      ],
      [
        "some, by its title with a remark",
        days(day(MONDAY, [["9:00", "9:40", null, "reflection: why"]]), day(WEEK[1]!)),
        context(WEEK[1]!, "10:00"),
        false,
        "40m of “Reflection” in the week of 2026-11-16.",
      ],
      [
        "some, as a step of an item",
        days(day(MONDAY, [["9:00", "9:40", null, "Work › Reflection"]])),
        context(MONDAY, null),
        false,
      ],
      [
        "something that only begins like it",
        WEEK.slice(0, 5).map((date) => day(date, [["9:00", "10:00", null, "Reflections on Trusting Trust"]])),
        context(WEEK[4]!, null),
        true,
      ],
      [
        "last week does not count",
        [
          day("2026-11-15" as LocalDate, [["9:00", "10:00", null, "Reflection"]]),
          ...WEEK.slice(0, 5).map((date) => day(date, [["9:00", "10:00"]])),
        ],
        context(WEEK[4]!, null),
        true,
      ],
      ["an unrecorded week", WEEK.slice(0, 5).map((date) => day(date)), context(WEEK[4]!, null), null],
      [
        "Saturday is off",
        WEEK.slice(0, 6).map((date) => day(date, [["9:00", "10:00"]])),
        context(WEEK[5]!, null),
        null,
      ],
    ],
  },
  untouched: {
    texts: ["an item started but not touched for 5 days", "有条目开了头却 5 天没碰"],
    cases: [
      [
        "five working days",
        days(day("2026-11-23" as LocalDate)),
        context("2026-11-23" as LocalDate, "9:00", { doing: [{ path: "eBPF", touched: MONDAY }] }),
        true,
        "“eBPF” was last touched on 2026-11-16, 5 working days ago.",
      ],
      [
        "the weekend does not count",
        days(day("2026-11-23" as LocalDate)),
        context("2026-11-23" as LocalDate, "9:00", { doing: [{ path: "eBPF", touched: WEEK[1]! }] }),
        false,
      ],
      [
        "never recorded",
        days(day(WEEK[4]!)),
        context(WEEK[4]!, null, { doing: [{ path: "eBPF", touched: null }] }),
        null,
      ],
      [
        "nothing is being done",
        days(day(WEEK[4]!)),
        context(WEEK[4]!, null),
        false,
        "No item is being done.",
      ],
      [
        "two of them",
        days(day("2026-11-24" as LocalDate)),
        context("2026-11-24" as LocalDate, "9:00", {
          doing: [
            { path: "Go", touched: MONDAY },
            { path: "eBPF", touched: "2026-11-09" as LocalDate },
            { path: "SQL", touched: "2026-11-23" as LocalDate },
          ],
        }),
        true,
        "“eBPF” was last touched on 2026-11-09, 11 working days ago; 1 more waits too.",
      ],
      [
        "a day off",
        days(day(WEEK[5]!)),
        context(WEEK[5]!, null, { doing: [{ path: "eBPF", touched: "2026-01-02" as LocalDate }] }),
        null,
      ],
    ],
  },
};

for (const [name, { texts, cases }] of Object.entries(CASES)) {
  describe(name, () => {
    test.each(cases)("%s", (_, found, where, holds, evidence) => {
      for (const [index, tongue] of (["en", "zh"] satisfies Tongue[]).entries()) {
        const detector = readDetector(texts[index]!);
        expect(detector).not.toBeNull();
        const seen = detect(detector!, found, where, tongue);
        expect(seen?.holds ?? null).toBe(holds);
        if (evidence !== undefined && tongue === "en") expect(seen?.evidence).toBe(evidence);
        if (seen !== null && tongue === "zh") expect(seen.evidence).toMatch(/\p{Script=Han}.*。$/u);
      }
    });
  });
}

describe("nights", () => {
  const late = { kind: "worked-after", atMin: 60 } as const;
  test("a time before the day's end is meant behind midnight", () => {
    const frame = frameOf(MONDAY, ZONE, 120);
    const from = at(WEEK[1]!, "0:30");
    const facts = day(MONDAY, [], {
      recordedMin: 60,
      stretches: [{ from, to: from + 60, reference: "Go", priority: null }],
    });
    const where = { ...context(MONDAY, null), frame, now: frame.to };
    expect(detect(late, [facts], where, "en")).toEqual({
      holds: true,
      evidence: "30m of work after 01:00, the last until 01:30.",
    });
  });

  test("on the day on which clocks go back, the hours are those of the wall", () => {
    const sunday = "2026-10-25" as LocalDate;
    const frame = frameOf(sunday, ZONE, 0);
    expect(frame.to - frame.from).toBe(25 * 60);
    const from = minAtWall(frame, 21 * 60 + 30);
    const facts = day(sunday, [], {
      isOff: false,
      recordedMin: 60,
      stretches: [{ from, to: from + 60, reference: "Go", priority: null }],
    });
    const seen = detect(
      { kind: "worked-after", atMin: 1320 },
      [facts],
      { ...context(sunday, null), frame },
      "en",
    );
    expect(seen?.evidence).toBe("30m of work after 22:00, the last until 22:30.");
  });
});

test("what only comes later needs no asking", () => {
  const six = context(MONDAY, "18:00", { isOver: true });
  const noon = context(MONDAY, "12:00");
  const later = (text: string, where: DetectContext) => comesLater(readDetector(text)!, where);
  expect(later("worked after 22:00", six)).toBe(true);
  expect(later("worked after 17:00", six)).toBe(false);
  expect(later("less than half of the plan kept", six)).toBe(false);
  expect(later("less than half of the plan kept", noon)).toBe(true);
  expect(later("no plan by 10:00", noon)).toBe(false);
  expect(later("no plan by 14:00", noon)).toBe(true);
  expect(later("no reflection this week", six)).toBe(true);
  expect(later("no reflection this week", context(WEEK[4]!, "18:00", { isOver: true }))).toBe(false);
});

test("a detector says how far it looks back", () => {
  expect(detectorDays({ kind: "no-highest", days: 3 })).toBeGreaterThan(2 * 3 + 4);
  expect(detectorDays({ kind: "plan-by", atMin: 600 })).toBe(1);
});
