// Drafts of the log: in the form and the words of the page's own entries, made of what is public already; nothing private gets
// in unless it is taken in by hand.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DraftData } from "../src/actions/index.ts";
import type { LocalDate } from "../src/base/index.ts";
import { addLogTexts, type PrivateKind, readLogHabits, understandPage } from "../src/domain/index.ts";
import { parsePage } from "../src/page/index.ts";
import { dayHome } from "./day-home.ts";
import { refused } from "./refused.ts";

const EN = `---
title: Now
---
# Now

## Learning

### Highest priority

- Kubernetes
  - Upgrade a cluster
  - Write an operator
- Rust

## Reading

- SICP

## Log

### 2026-11-09 - 2026-11-13

- Read about etcd
- Learned to solder

### 2026-11-02 - 2026-11-06

- Finished the bench
`;

const ZH = `# 此刻

## 学习

### 最高优先级

- 编译原理
  - 读龙书
  - 写词法分析
- 拉丁舞

## 想读

- 诗经

## 记录

### 2026.11.09 => 2026.11.15

* 练琴
  * 音阶
* 读完《边城》

---

### 2026.11.02 => 2026.11.08

* 完成搬家
`;

const record = (...lines: string[]): string => ["## Record", ...lines, ""].join("\n");
const NOW = "2026-11-23T08:00:00Z";

function draftOf(
  page: string,
  days: Record<string, string>,
  input: Record<string, unknown> = {},
  more: Record<string, string> = {},
) {
  const home = dayHome({ "now.md": page, ...days, ...more }, { now: NOW });
  return { home, data: home.act("draft", { range: "2026-W47", ...input }).data as DraftData };
}

describe("the person's own form", () => {
  test("English, weeks from Monday to Friday, no nesting", () => {
    const { data } = draftOf(EN, {
      "days/2026-11-16.md": record(
        "- 09:00 - 10:00 Kubernetes › Upgrade a cluster: broke it twice",
        "- 10:00 - 11:00 Rust",
      ),
      "days/2026-11-18.md": record("- 09:00 - 10:00 Rust", "- 10:00 - 11:00 SICP"),
    });
    expect(data.markdown).toBe(
      "### 2026-11-16 - 2026-11-20\n\n- Kubernetes: Upgrade a cluster\n- Rust\n- SICP",
    );
    expect(data.bullets.map(({ because }) => because)).toEqual([
      "Recorded 1h.",
      "Recorded 2h on 2 days.",
      "Recorded 1h.",
    ]);
    expect(data.existing).toBeNull();
  });

  test("work on the Saturday takes the entry to the Saturday", () => {
    const { data } = draftOf(EN, { "days/2026-11-21.md": record("- 09:00 - 10:00 Rust") });
    expect(data.date).toBe("2026-11-16 - 2026-11-21");
  });

  test("Chinese, nested, with its own sign between dates, bullets and rules", () => {
    const home = dayHome(
      {
        "now.md": ZH,
        "days/2026-11-16.md": record(
          "- 09:00 - 10:00 编译原理 › 写词法分析：状态机",
          "- 10:00 - 11:00 拉丁舞",
        ),
      },
      { now: "2026-11-18T08:00:00Z" },
    );
    home.act("done", { items: ["编译原理 › 读龙书"] });
    home.act("done", { items: ["诗经"] });
    home.at(NOW);
    const data = home.act("draft", { range: "2026-W47" }).data as DraftData;
    expect(data.markdown).toBe(
      "### 2026.11.16 => 2026.11.22\n\n* 编译原理\n  * 读完龙书\n  * 写词法分析\n* 拉丁舞\n* 读完诗经",
    );
    home.act("draft", { range: "2026-W47", accept: true });
    expect(home.store.text("now.md")).toContain(`${data.markdown}\n\n---\n\n### 2026.11.09 => 2026.11.15\n`);
    home.act("undo");
    expect(home.store.text("now.md")).not.toContain("2026.11.16");
  });

  test("the words with which the log says that something was finished", () => {
    const home = dayHome({ "now.md": EN }, { now: "2026-11-18T08:00:00Z" });
    home.act("done", { items: ["Rust"] });
    home.act("done", { items: ["SICP"] });
    const data = home.act("draft", { range: "week" }).data as DraftData;
    expect(data.bullets.map(({ text }) => text)).toEqual(["Finished Rust", "Read SICP"]);
  });

  test.each([
    [
      EN,
      {
        tongue: "en",
        nests: false,
        finished: "Finished",
        read: "Read",
        capital: true,
        lastWeekday: 5,
        span: "week",
      },
    ],
    [ZH, { tongue: "zh", nests: true, finished: "完成", read: "读完", lastWeekday: 7, span: "week" }],
  ])("habits", (page, habits) => {
    expect(readLogHabits(understandPage(parsePage(page, "now.md")))).toMatchObject(habits);
  });

  test("where entries are single lines, all of it stands in one", () => {
    const page =
      "# 此刻\n\n## 学习\n\n- 会计\n- 概率论\n\n## 记录\n\n- 2026-11-09 - 2026-11-15：搬家\n- 2026-11-02 - 2026-11-08：感冒\n";
    const { home, data } = draftOf(page, {
      "days/2026-11-16.md": record("- 09:00 - 10:00 会计", "- 10:00 - 11:00 概率论"),
    });
    expect(data.bullets.map(({ text }) => text)).toEqual(["会计；概率论"]);
    home.act("draft", { range: "2026-W47", accept: true });
    expect(home.store.text("now.md")).toContain("- 2026-11-16 - 2026-11-22：会计；概率论\n- 2026-11-09");
  });

  test("where entries are of one day, today's is drafted", () => {
    const page = EN.replace("2026-11-09 - 2026-11-13", "2026-11-20").replace(
      "2026-11-02 - 2026-11-06",
      "2026-11-19",
    );
    const home = dayHome(
      { "now.md": page, "days/2026-11-23.md": record("- 08:00 - 08:30 Rust") },
      { now: NOW },
    );
    expect((home.act("draft").data as DraftData).markdown).toBe("### 2026-11-23\n\n- Rust");
  });
});

describe("the form of a new entry", () => {
  const written = (log: string, from: string, to: string): string => {
    const view = understandPage(
      parsePage(`# Now\n\n## Learning\n\n- Rust\n  - traits\n\n## Log\n\n${log}`, "now.md"),
    );
    const dates = { from: from as LocalDate, to: to as LocalDate };
    const bullets = [
      { text: "a", depth: 0 },
      { text: "b", depth: 1 },
    ];
    const { after, entry } = addLogTexts(view, { ...dates, bullets });
    return after.page.text.slice(entry.range.from, entry.range.to);
  };
  const entry = (title: string): string => `### ${title}\n\n* one\n  * two\n\n`;

  test.each([
    // A slip of the pen in the newest one is no habit; a new habit is one from its first day on.
    [
      "2021-10/11 - 2021-10-19",
      ["2021-09-13 - 2021-09-17", "2021-09-02 - 2021-09-06", "2021-08-30 - 2021-09-01"],
      "2021-11-08 - 2021-11-12",
    ],
    [
      "2021-10-11 - 2021-10-19",
      ["2021-09-13 => 2021-09-17", "2021-09-02 => 2021-09-06"],
      "2021-11-08 - 2021-11-12",
    ],
    [
      "2021-10-11 => 2021-10-19",
      ["2021-09-13 - 2021-09-17", "2021-09-02 => 2021-09-06"],
      "2021-11-08 => 2021-11-12",
    ],
  ])("%s above %j", (newest, older, wanted) => {
    const log = [newest, ...older].map(entry).join("");
    expect(written(log, "2021-11-08", "2021-11-12")).toBe(`### ${wanted}\n\n* a\n  * b`);
  });

  test.each([
    ["October 2021", "November 2021"],
    ["Oct 2021", "Nov 2021"],
    ["2021-10", "2021-11"],
    ["2021 年 10 月", "2021 年 11 月"],
  ])("a month among months: %s", (newest, wanted) => {
    const log = [newest, newest.replace("Oct", "Sep").replace("ober", "tember").replace("10", "09")]
      .map(entry)
      .join("");
    expect(written(log, "2021-11-01", "2021-11-30").split("\n")[0]).toBe(`### ${wanted}`);
  });
});

describe("what is there already", () => {
  const days = { "days/2026-11-10.md": record("- 09:00 - 10:00 Rust", "- 10:00 - 11:00 SICP") };

  test("an entry of these days gets only what it lacks", () => {
    const page = EN.replace("- Read about etcd", "- Some Rust again");
    const { home, data } = draftOf(page, days, { range: "2026-W46" });
    expect(data.bullets.map(({ text }) => text)).toEqual(["SICP"]);
    expect(data.existing).toMatchObject({ line: 21 });
    home.act("draft", { range: "2026-W46", accept: true });
    expect(home.store.text("now.md")).toContain("- Some Rust again\n- Learned to solder\n- SICP\n\n###");
    const again = home.act("draft", { range: "2026-W46" });
    expect((again.data as DraftData).nothing).toContain("has all that is known already");
    expect(again.diff).toBe("");
  });

  describe("a week drafted on Wednesday, and again on Friday", () => {
    const early = { "days/2026-11-16.md": record("- 09:00 - 10:00 Rust") };
    const later = record("- 09:00 - 10:00 SICP");
    const onFriday = "2026-11-20T17:00:00Z";
    /** The heading of the week and what stands below it, after both drafts were taken. */
    function twice(page: string, change = (text: string): string => text): { text: string; diff: string } {
      const home = dayHome({ "now.md": page, ...early }, { now: "2026-11-18T17:00:00Z" });
      home.act("draft", { accept: true });
      const text = change(home.store.text("now.md")!);
      const next = dayHome({ "now.md": text, ...early, "days/2026-11-20.md": later }, { now: onFriday });
      const { diff } = next.act("draft").data as DraftData;
      next.act("draft", { accept: true });
      return { text: next.store.text("now.md")!, diff };
    }

    test("stays one entry, and its date goes on to the Friday, in its own form", () => {
      const { text, diff } = twice(EN);
      expect(text).toContain("### 2026-11-16 - 2026-11-20\n\n- Rust\n- SICP\n\n### 2026-11-09");
      expect(diff).toContain("-### 2026-11-16 - 2026-11-18\n+### 2026-11-16 - 2026-11-20");
      const zh = twice(ZH.replace("拉丁舞", "Rust").replace("诗经", "SICP")).text;
      expect(zh).toContain("### 2026.11.16 => 2026.11.20\n\n* Rust\n* SICP\n");
      const slashes = EN.replace(/### (\d+)-11-(\d+) - (\d+)-11-(\d+)/g, "### $1/11/$2 ~ 11/$4");
      expect(twice(slashes).text).toContain("### 2026/11/16 ~ 11/20\n\n- Rust\n- SICP");
    });

    test("a date of one day becomes one of both days", () => {
      const day = (text: string) => text.replace("2026-11-16 - 2026-11-18", "2026-11-16");
      expect(twice(EN, day).text).toContain("### 2026-11-16 - 2026-11-20\n\n- Rust\n- SICP");
    });

    test("does not grow into an entry that begins within the week", () => {
      const split = (text: string) =>
        text.replace("### 2026-11-16", "### 2026-11-19 - 2026-11-20\n\n- Slept\n\n### 2026-11-16");
      expect(twice(EN, split).text).toContain("### 2026-11-16 - 2026-11-18\n\n- Rust\n- SICP\n\n");
    });
  });

  test("what happened in longer than a week goes into no entry of its first days", () => {
    const { data } = draftOf(EN, days, { range: "2026-11-09..2026-11-21" });
    expect(data.existing).toBeNull();
    expect(data.date).toBe("2026-11-09 - 2026-11-21");
  });

  test("nothing known: it says so and writes nothing", () => {
    const { home, data } = draftOf(EN, {});
    expect(data).toMatchObject({ bullets: [], diff: "", markdown: "" });
    expect(data.nothing).toContain("Nothing is known of 2026, week 47");
    expect(home.act("draft", { range: "2026-W47", accept: true }).record).toBeNull();
  });
});

describe("exactly what would become public", () => {
  const days = { "days/2026-11-16.md": record("- 09:00 - 10:00 Rust: secret") };

  test("the diff that is shown is the change that is written, its lastmod included", () => {
    const page = EN.replace("title: Now\n", "title: Now\nlastmod: 2026-11-01T10:00:00+01:00\n");
    const { home, data } = draftOf(page, days);
    expect(data.diff).toContain("+lastmod: 2026-11-23");
    const done = home.act("draft", { range: "2026-W47", accept: true });
    expect(done.diff).toBe(data.diff);
    expect(home.store.text("now.md")).not.toBe(page);
  });

  test("bullets of one's own, nested by their indent", () => {
    const { data } = draftOf(EN, days, { bullets: "- Rust\n  - lifetimes, at last\n- a walk" });
    expect(data.markdown).toBe("### 2026-11-16 - 2026-11-20\n\n- Rust\n  - lifetimes, at last\n- a walk");
    expect(draftOf(EN, days, { bullets: "one; two" }).data.bullets.map(({ text }) => text)).toEqual([
      "one",
      "two",
    ]);
    expect(refused(() => draftOf(EN, days, { bullets: " ; " })).code).toBe("usage");
  });

  test("private facts are offered, and taken in by their kind", () => {
    const { data } = draftOf(EN, days);
    expect(data.privateFacts).toEqual([
      { kind: "hours", text: "Rust: 1h" },
      { kind: "note", text: "Rust: secret" },
    ]);
    expect(draftOf(EN, days, { with: "hours" }).data.bullets[0]!.text).toBe("Rust (1h)");
    expect(draftOf(EN, days, { with: "hours, notes" }).data.bullets[0]!.text).toBe("Rust (1h): secret");
    expect(refused(() => draftOf(EN, days, { with: "dreams" })).code).toBe("usage");
  });
});

/** Marks every private text: none of them may be seen on the page. */
const MARK = "qzx";
const privateWord = fc.stringMatching(/^[a-z]{3,8}$/).map((word) => `${MARK}${word}`);
const reference = fc.constantFrom(
  "Rust",
  "SICP",
  "Kubernetes",
  "Kubernetes › Upgrade a cluster",
  "Kubernetes › Write an operator",
  "",
);
const separator = fc.constantFrom(": ", "：", " ", ", ", "，");

const dayArb = fc
  .record({
    records: fc.array(fc.tuple(reference, separator, privateWord, fc.boolean()), { maxLength: 6 }),
    check: fc.array(
      fc.tuple(fc.constantFrom("[x] Abnormal: ", "[ ] Healthy: ", "Correction: ", ""), privateWord),
      { maxLength: 3 },
    ),
    plan: fc.array(fc.tuple(reference, privateWord), { maxLength: 2 }),
  })
  .map(({ records, check, plan }) =>
    [
      "## Plan",
      ...plan.map(([item, word], at) => `- [ ] ${10 + at}:00 - ${11 + at}:00 ${item} ${word}`),
      "## Record",
      ...records.map(([item, sign, word, isBreak], at) => {
        const text = isBreak ? `Interruption: ${word}` : item === "" ? word : `${item}${sign}${word}`;
        return `- ${String(8 + at).padStart(2, "0")}:00 - ${String(8 + at).padStart(2, "0")}:47 ${text}`;
      }),
      "## Check",
      ...check.map(([kind, word]) => `- ${kind}${word}`),
      "",
    ].join("\n"),
  );

test("no private text and no length of time gets into a draft, whatever the home says", () => {
  fc.assert(
    fc.property(
      fc.array(dayArb, { minLength: 1, maxLength: 5 }),
      fc.array(privateWord, { minLength: 4, maxLength: 4 }),
      fc.constantFrom(EN, ZH.replace("拉丁舞", "Rust").replace("诗经", "SICP")),
      fc.constantFrom("en" as const, "zh" as const),
      (notes, [goal, problem, condition, correction], page, tongue) => {
        const files: Record<string, string> = {
          "now.md": page,
          "goals.md": `# Goals\n\n## Goal: ${goal} (2026)\n\n### Key problems\n\n- ${problem}\n  - Trying: ${problem}x\n\n### Served by\n\n- Rust\n`,
          "conditions.md": `# Conditions\n\n## Abnormal\n\n- ${condition}\n  - Correction: ${correction} (since 2026-11-02, judge on 2026-12-01)\n`,
          "items/rust.md": `---\ntitle: Rust\nformer:\n  - ${MARK}former\nestimate: 77h\n---\n${MARK}notes\n`,
        };
        notes.forEach((note, at) => {
          files[`days/2026-11-${16 + at}.md`] = note;
        });
        const home = dayHome(files, { now: NOW, tongue });
        const shown = home.act("draft", { range: "2026-W47" }).data as DraftData;
        home.act("draft", { range: "2026-W47", accept: true });
        const written = home.store.text("now.md")!;
        for (const text of [
          shown.markdown,
          shown.diff,
          shown.date,
          written,
          ...shown.bullets.map((one) => one.text),
        ]) {
          expect(text).not.toContain(MARK);
          expect(text).not.toMatch(/\d+ ?(?:h|m|小时|分钟?)(?![a-z])/);
        }
        // Each fact is there to be taken in by hand, and gets in by its own kind only.
        for (const kind of new Set(shown.privateFacts.map((fact) => fact.kind))) {
          const taken = dayHome(files, { now: NOW, tongue }).act("draft", { range: "2026-W47", with: kind })
            .data as DraftData;
          const others = shown.privateFacts.filter(
            (fact) => fact.kind !== kind && isOwn(fact.text, kind, shown),
          );
          for (const { text } of others) {
            const word = new RegExp(`${MARK}[a-z]+`).exec(text)?.[0];
            if (word !== undefined) expect(taken.markdown).not.toMatch(new RegExp(`${word}(?![a-z])`));
          }
        }
      },
    ),
    { numRuns: 30 },
  );
});

/** Whether no fact of that kind says the same word. */
function isOwn(text: string, kind: PrivateKind, { privateFacts }: DraftData): boolean {
  const words = text.match(new RegExp(`${MARK}[a-z]+`, "g")) ?? [];
  return !privateFacts.some((fact) => fact.kind === kind && words.some((word) => fact.text.includes(word)));
}
