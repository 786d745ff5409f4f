// interrupt on a home in memory: the buffer first, then what can move, and what falls out is named; how one that ends is
// settled.

import { describe, expect, test } from "vitest";
import type { InterruptData } from "../src/actions/index.ts";
import { dayHome, PLAN_PAGE } from "./day-home.ts";
import { refused } from "./refused.ts";

const DAY = `---
date: 2026-11-23
zone: Europe/Berlin
planned: "09:00"
---
## Plan
- [ ] 09:00 - 10:30 Kubernetes
- [ ] 10:45 - 12:00 Postgres
- [ ] 13:00 - 14:30 Rust
- [ ] 15:00 - 16:30 Zig
- [ ] 17:00 - 18:00 Buffer
`;

const dataOf = (done: { data: unknown }): InterruptData => done.data as InterruptData;

describe("interrupt", () => {
  const files = { "now.md": PLAN_PAGE, "days/2026-11-23.md": DAY };
  const morning = { now: "2026-11-23T09:45:00Z" };

  test("spends the buffer first, then moves what can move", () => {
    const home = dayHome(files, morning);
    const done = home.act("interrupt", { text: "45m pager alert" });
    const data = dataOf(done);
    expect(data.spentBufferMin).toBe(45);
    expect(data.bufferLeftMin).toBe(15);
    expect(data.dropped).toEqual([]);
    expect(data.moved.map(({ text }) => text)).toContain("Postgres");
    // Invariant: nothing is put into the time that is no working time.
    expect(home.note()).not.toMatch(/\[ \] 12:/);
    const note = home.note();
    expect(note).toContain("- [ ] 10:45 - 11:30 Interruption: pager alert 📌");
    expect(note).toContain("- [>] 10:45 - 12:00 Postgres");
    expect(note).toMatch(/- \[-\] 17:\d\d - 1[78]:\d\d Buffer\n\s+spent on: pager alert/);
    expect(note).toContain("- 10:45 - … Interruption: pager alert");
    expect(home.day().diagnostics).toEqual([]);
    const buffers = home.day().blocks.filter(({ kind }) => kind === "buffer");
    expect(buffers.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(60);
    home.act("undo");
    expect(home.store.text("days/2026-11-23.md")).toBe(DAY);
  });

  test("what finds no time falls out by name", () => {
    const home = dayHome(files, morning);
    const done = home.act("interrupt", { text: "flood", for: "4h" });
    const data = dataOf(done);
    expect(data.spentBufferMin).toBe(60);
    expect(data.dropped.length).toBeGreaterThan(0);
    expect(done.summary).toContain("Fell out of today");
    expect(done.summary).toContain("“Zig”");
    expect(home.note()).toMatch(/- \[-\] \d\d:\d\d - \d\d:\d\d Zig/);
    const standing = home.day().blocks.filter(({ state }) => state === "planned");
    for (const a of standing)
      for (const b of standing) if (a !== b) expect(a.to <= b.from || b.to <= a.from).toBe(true);
    const blocks = home.day().blocks.filter(({ kind, state }) => kind === "work" && state !== "moved");
    // Nothing is lost: what stands and what fell out is what was planned.
    const sum = blocks.reduce((all, { from, to }) => all + to - from, 0);
    expect(sum).toBe(90 + 75 + 90 + 90);
    const fellOut = blocks.filter(({ state }) => state === "dropped");
    expect(data.dropped.reduce((all, { min }) => all + min, 0)).toBe(
      fellOut.reduce((all, { from, to }) => all + to - from, 0),
    );
  });

  test("within a block its head stays, and the rest goes on behind it", () => {
    const home = dayHome(files, { now: "2026-11-23T08:30:00Z" });
    home.act("start", { item: "Kubernetes", at: "09:00" });
    home.act("interrupt", { text: "30m call" });
    const note = home.note();
    expect(note).toContain("- [ ] 09:00 - 09:30 Kubernetes");
    expect(note).toContain("- [>] 09:30 - 10:30 Kubernetes");
    expect(note).toMatch(/- \[ \] 10:00 - 11:00 Kubernetes\n\s+was at 09:30: interruption “call”/);
    expect(note).toContain("- 09:00 - 09:30 Kubernetes\n");
    expect(note).toContain("- 09:30 - … Interruption: call");
  });

  test("a block that moves twice keeps its first trace", () => {
    const home = dayHome(files, morning);
    home.act("interrupt", { text: "15m one" });
    home.at("2026-11-23T10:00:00Z");
    home.act("interrupt", { text: "15m two" });
    const traces = home.day().blocks.filter(({ state, text }) => state === "moved" && text === "Postgres");
    expect(traces).toHaveLength(1);
    expect(home.day().diagnostics).toEqual([]);
  });

  test("without a plan it is recorded, and no plan is made of it", () => {
    const home = dayHome({ "now.md": PLAN_PAGE }, morning);
    const done = home.act("interrupt", { text: "20m call", ago: true });
    expect(dataOf(done)).toMatchObject({ spentBufferMin: 0, bufferLeftMin: null, moved: [], dropped: [] });
    expect(home.note()).toContain("- 10:25 - 10:45 Interruption: call");
    expect(home.day().blocks).toEqual([]);
  });

  test("one that is over is recorded closed, and what it took of a record is cut out", () => {
    const home = dayHome(
      { ...files, "days/2026-11-23.md": `${DAY}## Record\n- 09:00 - … Kubernetes\n` },
      { now: "2026-11-23T09:00:00Z" },
    );
    home.act("interrupt", { text: "visit", from: "9:30", to: "9:45" });
    expect(home.note()).toContain("- 09:00 - 09:30 Kubernetes\n");
    expect(home.note()).toContain("- 09:30 - 09:45 Interruption: visit\n");
    expect(home.note()).toContain("- 09:45 - … Kubernetes");
    expect(home.note()).toMatch(/- \[-\] 17:00 - 17:15 Buffer/);
  });

  test("what is pinned stays where it is", () => {
    const pinned = DAY.replace("13:00 - 14:30 Rust", "13:00 - 14:30 Rust 📌");
    const home = dayHome({ ...files, "days/2026-11-23.md": pinned }, morning);
    home.act("interrupt", { text: "flood", for: "1h" });
    expect(home.note()).toContain("- [ ] 13:00 - 14:30 Rust 📌");
  });

  test("needs no text, and goes to the day's end at most", () => {
    const home = dayHome(files, { now: "2026-11-23T21:30:00Z" });
    home.act("interrupt", {});
    home.at("2026-11-23T21:40:00Z");
    home.act("interrupt", { for: "5h" });
    expect(home.note()).toMatch(/- \[ \] 22:40 - (2026-11-24 )?00:00 Interruption: something came up 📌/);
    expect(home.note()).toContain("- 22:30 - 22:40 Interruption: something came up\n");
    expect(home.day().diagnostics).toEqual([]);
  });

  test("of a day that is over is recorded there, and its plan is left alone", () => {
    const home = dayHome(files, { now: "2026-11-24T09:00:00Z" });
    home.act("interrupt", { text: "visit", from: "2026-11-23 10:00", to: "2026-11-23 10:40" });
    expect(home.store.text("days/2026-11-23.md")).toBe(
      `${DAY}## Record\n- 10:00 - 10:40 Interruption: visit\n`,
    );
  });

  test("says when a time is missing or still to come", () => {
    const home = dayHome(files, morning);
    expect(refused(() => home.act("interrupt", { text: "x", ago: true })).code).toBe("usage");
    expect(refused(() => home.act("interrupt", { text: "x", from: "12:00" })).code).toBe("usage");
    expect(refused(() => home.act("interrupt", { text: "x", from: "10:00", to: "12:00" })).code).toBe(
      "usage",
    );
  });

  test("in Chinese", () => {
    const page = "# 此刻\n\n## 学习\n\n### 最高优先级\n\n- 编译原理\n\n### 高优先级\n\n- 网络\n";
    const day = "## 计划\n- [ ] 09:00 - 10:30 编译原理\n- [ ] 11:00 - 12:00 网络\n- [ ] 17:00 - 18:00 缓冲\n";
    const home = dayHome(
      { "now.md": page, "days/2026-11-23.md": day },
      { tongue: "zh", zone: "Asia/Shanghai", now: "2026-11-23T03:00:00Z" },
    );
    const done = home.act("interrupt", { text: "45 分钟 线上告警" });
    expect(done.summary).toContain("用掉缓冲 45 分钟，还剩 15 分钟。");
    expect(home.note()).toContain("打断：线上告警 📌");
    expect(home.note()).toContain("原定 11:00，因打断“线上告警”");
    expect(home.note()).toContain("用于：线上告警");
  });
});

describe("an interruption that ends", () => {
  const files = { "now.md": PLAN_PAGE, "days/2026-11-23.md": DAY };
  const spentOf = (home: ReturnType<typeof dayHome>): number =>
    home
      .day()
      .blocks.filter(({ kind, state }) => kind === "buffer" && state === "dropped")
      .reduce((sum, { from, to }) => sum + to - from, 0);

  test("sooner than expected gives the buffer back, and what moved comes forward", () => {
    const home = dayHome(files, { now: "2026-11-23T12:00:00Z" });
    home.act("interrupt", { text: "45m alert" });
    expect(spentOf(home)).toBe(45);
    expect(home.note()).toContain("- [ ] 13:45 - 15:15 Rust");
    home.at("2026-11-23T12:15:00Z");
    const done = home.act("stop");
    expect(done.summary).toContain("30m of the buffer given back");
    expect(spentOf(home)).toBe(15);
    expect(home.note()).toContain("- [ ] 13:00 - 13:15 Interruption: alert 📌");
    expect(home.note()).toContain("- [ ] 13:15 - 14:45 Rust");
    expect(home.note()).toContain("- [ ] 17:15 - 18:00 Buffer");
    // It stands where it was promised again: one line, no trace.
    expect(home.note().match(/Zig/g)).toHaveLength(1);
    expect(home.day().diagnostics).toEqual([]);
  });

  test("later than expected spends more, and moves more", () => {
    const home = dayHome(files, { now: "2026-11-23T12:00:00Z" });
    home.act("interrupt", { text: "15m alert" });
    expect(spentOf(home)).toBe(15);
    home.at("2026-11-23T12:45:00Z");
    home.act("stop", { confirm: true });
    expect(spentOf(home)).toBe(45);
    expect(home.note()).toContain("- [ ] 13:00 - 13:45 Interruption: alert 📌");
    expect(home.note()).toContain("- 13:00 - 13:45 Interruption: alert\n");
    const standing = home.day().blocks.filter(({ state }) => state === "planned");
    for (const a of standing)
      for (const b of standing) if (a !== b) expect(a.to <= b.from || b.to <= a.from).toBe(true);
  });

  test("without an expected length is charged when it ends", () => {
    const home = dayHome(files, { now: "2026-11-23T12:00:00Z" });
    home.act("start", { item: "Rust", at: "12:50" });
    const before = home.day().blocks.length;
    home.act("interrupt", { text: "a visit" });
    expect(home.day().blocks).toHaveLength(before);
    home.at("2026-11-23T12:30:00Z");
    const done = home.act("resume");
    expect(done.summary).toContain("30m of the buffer spent, 30m left.");
    expect(spentOf(home)).toBe(30);
    expect(home.note()).toContain("- 13:30 - … Rust");
  });

  test("within another goes on in the time that the first was given", () => {
    const home = dayHome(files, { now: "2026-11-23T12:00:00Z" });
    home.act("interrupt", { text: "45m one" });
    home.at("2026-11-23T12:15:00Z");
    home.act("interrupt", { text: "45m two" });
    expect(home.note()).toContain("- [ ] 13:00 - 13:15 Interruption: one 📌");
    expect(home.note()).toContain("- [ ] 13:15 - 14:00 Interruption: two 📌");
    expect(spentOf(home)).toBe(60);
    expect(home.day().diagnostics).toEqual([]);
  });

  test("a clock that is not believed is asked about first", () => {
    const home = dayHome(
      { ...files, "days/2026-11-23.md": `${DAY}## Record\n- 09:00 - … Kubernetes\n` },
      { now: "2026-11-23T12:00:00Z" },
    );
    expect(refused(() => home.act("interrupt", { text: "30m x" })).code).toBe("no");
    home.act("interrupt", { text: "30m x", at: "10:30" });
    expect(home.note()).toContain("- 09:00 - 10:30 Kubernetes\n");
    expect(home.note()).toContain("- 13:00 - … Interruption: x");
  });
});

test("interruptions one after another, at odd minutes: what stands never overlaps, the buffer's sum stays", () => {
  const files = { "now.md": PLAN_PAGE, "days/2026-11-23.md": DAY };
  for (const [first, second, third] of [
    [7, 23, 41],
    [20, 180, 5],
    [45, 12, 90],
    [3, 61, 33],
  ]) {
    const home = dayHome(files, { now: "2026-11-23T08:07:00Z" });
    home.act("interrupt", { text: "one", for: `${first}m` });
    home.at("2026-11-23T08:31:00Z");
    home.act("interrupt", { text: "two", for: `${second}m`, confirm: true });
    home.at("2026-11-23T09:14:00Z");
    home.act("stop", { confirm: true });
    home.at("2026-11-23T13:22:00Z");
    home.act("interrupt", { text: "three", for: `${third}m` });
    const { blocks, diagnostics } = home.day();
    const standing = blocks.filter(({ state }) => state === "planned");
    for (const a of standing)
      for (const b of standing) if (a !== b) expect(a.to <= b.from || b.to <= a.from, home.note()).toBe(true);
    const buffer = blocks.filter(({ kind, state }) => kind === "buffer" && state !== "moved");
    expect(buffer.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(60);
    expect(diagnostics).toEqual([]);
  }
});
