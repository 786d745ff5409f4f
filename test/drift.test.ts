// Drift from evidence: shares by hand, which source is taken, who is starved and what took the time, and what is too little.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocalDate } from "../src/base/index.ts";
import { makeLogMatcher } from "../src/domain/drift/log-match.ts";
import { openPast, readDrift, readShares, workOfDays } from "../src/domain/index.ts";
import { evidenceOf, pageOf, pastItemsOf } from "./drift-pages.ts";

const day = (text: string): LocalDate => text as LocalDate;
const PAGE = pageOf({
  Highest: ["Kubernetes", "  Upgrade a cluster", "Prolog"],
  High: ["Rust", "Postgres"],
  Low: ["Lisp", "Zig"],
});
/** Two weeks from a Monday. */
const [FROM, TO] = ["2021-09-06", "2021-09-17"];
const DAYS = {
  "2021-09-06": { "Kubernetes › Upgrade a cluster": 60, Lisp: 120 },
  "2021-09-07": { Lisp: 60, Letters: 30 },
  "2021-09-08": { Rust: 60, Kubernetes: 30 },
  "2021-09-13": { Lisp: 90 },
  "2021-09-14": { Lisp: 30, Rust: 15 },
};
const amounts = (shares: readonly { key: string; amount: number }[]) =>
  Object.fromEntries(shares.filter(({ amount }) => amount > 0).map(({ key, amount }) => [key, amount]));

describe("from records", () => {
  const goals = [
    { title: "Own software", paths: ["Kubernetes", "Kubernetes › Upgrade a cluster", "Rust"] },
    { title: "Fun", paths: ["Lisp", "Rust"] },
  ];
  const commitmentOf = (text: string) => (text === "Letters" ? "Letters, every week" : null);
  const drift = readDrift(
    evidenceOf([["2021-01-01", PAGE]], FROM, TO, DAYS, { goals, commitmentOf, hasHistory: true }),
    "en",
  );

  test("shares are sums of minutes; a goal counts a record once", () => {
    expect(drift.source).toBe("records");
    expect(drift.total).toBe(495);
    expect(amounts(drift.by.priority)).toEqual({ highest: 90, high: 75, low: 300, other: 30 });
    expect(amounts(drift.by.section)).toEqual({ Learning: 465, other: 30 });
    expect(amounts(drift.by.goal)).toEqual({ Fun: 375, "Own software": 165, none: 30 });
  });

  test("steps count for their outermost item; both orders have ranks, equals share one", () => {
    const rows = drift.items.map((one) => [one.title, one.amount, one.statedRank, one.livedRank]);
    expect(rows).toEqual([
      ["Kubernetes", 90, 1, 2],
      ["Prolog", 0, 1, 4],
      ["Rust", 75, 3, 3],
      ["Postgres", 0, 3, 4],
      ["Lisp", 300, 5, 1],
      ["Zig", 0, 5, 4],
    ]);
    expect(drift.agreement.items).toBe(6);
    expect(drift.agreement.value).not.toBeNull();
    expect(drift.agreement.pairs[0]).toMatchObject({ above: "Kubernetes", below: "Lisp" });
  });

  test("who comes first and got nothing, and what took the time", () => {
    expect(drift.starved.map(({ title }) => title)).toEqual(["Prolog"]);
    expect(drift.instead.map(({ kind, title, amount }) => [kind, title, amount])).toEqual([
      ["item", "Lisp", 300],
      ["item", "Rust", 75],
      ["commitment", "Letters, every week", 30],
    ]);
    expect(drift.enough).toBe(true);
    expect(drift.findings.join(" ")).toContain("“Prolog”");
  });
});

describe("items that come, go, and are finished", () => {
  const first = pageOf({ Highest: ["A one", "B two", "C three"], Low: ["D four", "E five", "F six"] });
  const days = Object.fromEntries(
    ["06", "07", "08", "09", "10", "13", "14", "15", "16", "17"].map((one) => [
      `2021-09-${one}`,
      { "D four": 60 },
    ]),
  );

  test("finished in the range is not starved, finished before it is not compared", () => {
    const done = first.replace("A one", "A one - done").replace("B two", "B two - done");
    const drift = readDrift(
      evidenceOf(
        [
          ["2021-01-01", first],
          ["2021-08-01", first.replace("B two", "B two - done")],
          ["2021-09-15", done],
        ],
        FROM,
        TO,
        days,
      ),
      "en",
    );
    expect(drift.items.map(({ title }) => title)).toEqual(["A one", "C three", "D four", "E five", "F six"]);
    expect(drift.items[0]!.openDays).toBe(8);
    expect(drift.starved.map(({ title }) => title)).toEqual(["C three"]);
  });

  test("what an item got is counted by the day on which it stood open", () => {
    // New on the second Monday: 5 days with 60 minutes each are more than 10 days with 50 each.
    const later = first.replace("- F six", "- F six\n- G seven");
    const both = Object.fromEntries(
      Object.keys(days).map((date) => [
        date,
        { "D four": 50, ...(date >= "2021-09-13" ? { "G seven": 60 } : {}) },
      ]),
    );
    const drift = readDrift(
      evidenceOf(
        [
          ["2021-01-01", first],
          ["2021-09-13", later],
        ],
        FROM,
        TO,
        both,
      ),
      "en",
    );
    const ranks = Object.fromEntries(
      drift.items.map(({ title, livedRank, openDays }) => [title, [livedRank, openDays]]),
    );
    expect(ranks["G seven"]).toEqual([1, 5]);
    expect(ranks["D four"]).toEqual([2, 10]);
  });

  test("an item that was lowered in the range is not starved", () => {
    const lowered = pageOf({ Highest: ["A one", "B two"], Low: ["C three", "D four", "E five", "F six"] });
    const drift = readDrift(
      evidenceOf(
        [
          ["2021-01-01", first],
          ["2021-09-16", lowered],
        ],
        FROM,
        TO,
        days,
      ),
      "en",
    );
    expect(drift.starved.map(({ title }) => title)).toEqual(["A one", "B two"]);
    const lowerOne = drift.items.find(({ title }) => title === "C three")!;
    expect(lowerOne.priority).toBe("highest");
    expect(lowerOne.changed).toEqual([{ on: "2021-09-16", from: "highest", to: "low" }]);
  });

  test("a starved item's next step says when it last moved, by records before the range and by the log", () => {
    const page = pageOf({ Highest: ["A one", "  Sharpen the saw", "B two"], Low: ["C", "D four", "E", "F"] });
    const nextStepOf = (path: string) =>
      path === "A one" ? { path: "A one › Sharpen the saw", title: "Sharpen the saw" } : null;
    const before = { ...days, "2021-07-02": { "A one › Sharpen the saw": 30 } };
    const revisions = [["2021-01-01", page]] as const;
    const read = (log: { from: LocalDate; to: LocalDate; bullets: { text: string; depth: number }[] }[]) =>
      readDrift(evidenceOf(revisions, FROM, TO, before, { nextStepOf, log }), "en").starved[0]!;
    expect(read([]).nextStep!.lastMovedOn).toBe("2021-07-02");
    const log = [
      {
        from: day("2021-08-02"),
        to: day("2021-08-03"),
        bullets: [{ text: "Sharpen the saw, at last", depth: 0 }],
      },
    ];
    expect(read(log).nextStep!.lastMovedOn).toBe("2021-08-03");
    expect(read(log).lastMovedOn).toBe("2021-08-03");
  });
});

describe("from the log, else from the page's history", () => {
  const log = [
    {
      from: day("2021-09-13"),
      to: day("2021-09-16"),
      bullets: [
        { text: "Rust: ownership", depth: 0 },
        { text: "what a pity", depth: 0 },
      ],
    },
    {
      from: day("2021-09-01"),
      to: day("2021-09-08"),
      bullets: [
        { text: "at work", depth: 0 },
        { text: "upgraded the cluster", depth: 1 },
        { text: "slept", depth: 1 },
        { text: "lisp and rust", depth: 0 },
      ],
    },
  ];
  const revisions = [["2021-01-01", PAGE]] as const;

  test("days of an entry within the range are divided among its bullets, then among those below", () => {
    const drift = readDrift(evidenceOf(revisions, FROM, TO, {}, { log }), "en");
    expect(drift.source).toBe("log");
    // 4 days: 2 for Rust, 2 for nothing. 3 of 8 days: 1.5 below "at work", half of it each; 0.75 for each of two items.
    expect(drift.total).toBe(7);
    expect(Object.fromEntries(drift.items.map(({ title, amount }) => [title, amount]))).toEqual({
      Kubernetes: 0.75,
      Prolog: 0,
      Rust: 2.75,
      Postgres: 0,
      Lisp: 0.75,
      Zig: 0,
    });
    expect(amounts(drift.by.priority)).toEqual({ highest: 0.75, high: 2.75, low: 0.75, other: 2.75 });
    expect(drift.sourceSays).toContain("3 of 4 bullets");
  });

  test("records that are too few give way to a log that is enough, and say so", () => {
    const few = { "2021-09-06": { Lisp: 30 } };
    expect(readDrift(evidenceOf(revisions, FROM, TO, few, { log }), "en").source).toBe("log");
    const alone = readDrift(evidenceOf(revisions, FROM, TO, few), "en");
    expect([alone.source, alone.enough]).toEqual(["records", false]);
    expect(alone.tooLittle).toContain("1 day");
    expect(alone.findings[0]).toBe(alone.tooLittle);
    expect([alone.agreement.value, alone.agreement.pairs, alone.starved]).toEqual([null, [], []]);
    expect(alone.findings.join(" ")).not.toMatch(/τ|next to nothing/);
  });

  test("the history counts progress, states that say that something was done, and new steps; not moves about the page", () => {
    const texts = [
      PAGE,
      PAGE.replace("- Rust", "- Rust - 10%"),
      PAGE.replace("- Rust", "- Rust - 20%").replace("- Zig", "- Zig\n  - Comptime"),
      PAGE.replace("- Rust", "- Rust - 40%").replace("- Zig", "- Zig - doing\n  - Comptime"),
      pageOf({
        Highest: ["Kubernetes", "  Upgrade a cluster", "Prolog", "Postgres"],
        High: ["Rust - 40%"],
        Low: ["Lisp", "Zig - doing", "  Comptime", "Nix", "  Flakes"],
      }),
    ];
    const dated = ["2021-01-01", "2021-09-07", "2021-09-08", "2021-09-09", "2021-09-10"].map(
      (on, at) => [on, texts[at]!] as const,
    );
    const drift = readDrift(evidenceOf(dated, FROM, TO), "en");
    expect([drift.source, drift.unit, drift.total]).toEqual(["history", "count", 5]);
    const got = drift.items.filter(({ amount }) => amount > 0).map(({ title, amount }) => [title, amount]);
    expect(got).toEqual([
      ["Rust", 3],
      ["Zig", 2],
    ]);
  });

  test("with nothing at all it says so, and nobody is starved", () => {
    const drift = readDrift(evidenceOf(revisions, FROM, TO, {}, { lastEntryOn: day("2020-03-04") }), "zh");
    expect([drift.source, drift.enough, drift.starved.length]).toEqual(["none", false, 0]);
    expect(drift.tooLittle).toContain("nunc drift 2020");
  });

  test("fewer than five items are no order", () => {
    const small = pageOf({ Highest: ["Kubernetes"], Low: ["Lisp", "Rust"] });
    const drift = readDrift(evidenceOf([["2021-01-01", small]], FROM, TO, DAYS), "en");
    expect([drift.agreement.value, drift.enough]).toEqual([null, false]);
    expect(drift.total).toBe(495);
  });

  test("a page whose order is its priority is compared by rank", () => {
    const page = "# Learning, in order of priority\n\n- Rust\n- Kubernetes\n- Prolog\n- Lisp\n- Zig\n";
    const ranks = new Map(["Rust", "Kubernetes", "Prolog", "Lisp", "Zig"].map((path, at) => [path, at + 1]));
    const drift = readDrift(evidenceOf([["2021-01-01", page]], FROM, TO, DAYS, { ranks }), "en");
    expect(drift.items.map(({ title, statedRank }) => [title, statedRank]).slice(0, 3)).toEqual([
      ["Rust", 1],
      ["Kubernetes", 2],
      ["Prolog", 3],
    ]);
    expect(drift.starved).toEqual([]);
  });
});

describe("lines of a log and the items that they name", () => {
  const titles = [
    "Kubernetes",
    "Kubernetes Operator",
    "openresty 技术栈",
    "阅读 APISIX 源码 + Openresty",
    "容器底层原理",
    "MIT 6.824：分布式系统",
    "The query planner",
    "Go",
  ];
  const match = makeLogMatcher(
    titles.map((title, at) => ({ title, former: [], parent: at === 3 ? 2 : null })),
  );
  const named = (line: string) => match(line).map((index) => titles[index]);

  test.each([
    ["upgraded Kubernetes by hand", ["Kubernetes"]],
    ["学习使用 kubeadm 部署 k8s 测试集群", ["Kubernetes"]],
    ["wrote a Kubernetes operator", ["Kubernetes Operator"]],
    ["学习 nginx - openresty - apisix", ["阅读 APISIX 源码 + Openresty"]],
    ["容器底层原理：linux namespace 与 cgroups", ["容器底层原理"]],
    ["how the planner estimates rows; our worst query", ["The query planner"]],
    ["go to the dentist", []],
    ["Go: channels", ["Go"]],
    ["Google interviews", []],
    ["Linux 的虚拟网络接口", []],
    ["两周假期", []],
  ])("%s", (line, expected) => {
    expect(named(line)).toEqual(expected);
  });
});

test("shares by priority, group and section add up to the whole, and every record serves a goal or none", () => {
  const past = openPast(
    pastItemsOf([
      ["2021-01-01", PAGE],
      ["2021-09-08", PAGE.replace("- Lisp", "- Lisp\n  - Macros").replace("- Prolog\n", "")],
    ]),
  );
  const text = fc.constantFrom(
    "Lisp",
    "Lisp › Macros",
    "Prolog",
    "Kubernetes",
    "Rust: x",
    "walk",
    "other",
    "none",
  );
  const entry = fc.tuple(text, fc.integer({ min: 1, max: 600 }));
  const date = fc.integer({ min: 6, max: 17 }).map((one) => day(`2021-09-${String(one).padStart(2, "0")}`));
  fc.assert(
    fc.property(fc.array(fc.tuple(date, fc.array(entry, { maxLength: 6 })), { maxLength: 12 }), (days) => {
      const facts = days.map(([on, entries]) => ({ date: on, byReference: new Map(entries) }));
      const works = workOfDays(facts, past);
      const goals = [
        { title: "One", paths: ["Lisp", "Rust"] },
        { title: "walk", paths: ["Lisp › Macros"] },
      ];
      const { total, by } = readShares(works, goals, "en");
      const sum = (list: readonly { amount: number }[]) => list.reduce((all, { amount }) => all + amount, 0);
      const minutes = facts.reduce(
        (all, one) => all + sum([...one.byReference.values()].map((amount) => ({ amount }))),
        0,
      );
      expect(total).toBe(minutes);
      for (const kind of ["priority", "group", "section"] as const) {
        expect(sum(by[kind])).toBe(total);
        expect(by[kind].reduce((all, { share }) => all + share, 0)).toBeCloseTo(total === 0 ? 0 : 1, 9);
      }
      for (const { amount } of by.goal) expect(amount).toBeLessThanOrEqual(total);
      expect(sum(by.goal)).toBeGreaterThanOrEqual(total);
    }),
  );
});
