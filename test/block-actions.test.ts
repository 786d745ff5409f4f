// block-add, block-move, block-edit, block-drop on a home in memory: what is pushed, what is refused, what leaves a trace.

import { describe, expect, test } from "vitest";
import { dayHome } from "./day-home.ts";
import { refused } from "./refused.ts";

const PAGE = `# Now

## Learning

### Highest priority

- Kubernetes

### High priority

- Postgres
- Rust

### Low priority

- Zig
`;

const PLAN = `## Plan
- [ ] 09:00 - 10:30 Kubernetes
- [ ] 10:45 - 12:00 Postgres
- [ ] 13:00 - 14:30 Rust
- [ ] 14:30 - 15:00 Dentist
- [ ] 15:15 - 16:30 Zig
- [ ] 17:00 - 18:00 Buffer
`;
const NOTE = `---\ndate: 2026-11-23\nzone: Europe/Berlin\nplanned: "08:55"\n---\n${PLAN}`;

function home(note: string = NOTE, now = "2026-11-23T08:05:00Z") {
  return dayHome({ "now.md": PAGE, "days/2026-11-23.md": note }, { now });
}

describe("block-add", () => {
  test("puts an item by its title, for an hour where nothing says", () => {
    const { act, note } = home();
    const done = act("block-add", { from: "12:00", text: "zig" });
    expect(note()).toContain("- [ ] 12:00 - 13:00 Zig\n");
    expect(done.data).toMatchObject({ from: "2026-11-23T12:00+01:00", text: "Zig" });
    expect(done.summary).toBe("Planned “Zig” from 12:00 to 13:00.");
    act("undo");
    expect(note()).toBe(PLAN);
  });

  test("takes both ends in one word", () => {
    const { act, note } = home();
    act("block-add", { from: "16:30-16:45", text: "Call" });
    expect(note()).toContain("- [ ] 16:30 - 16:45 Call\n");
    act("interrupt", { text: "the door", from: "9:00-9:04" });
    expect(note()).toContain("- 09:00 - 09:04 Interruption: the door\n");
  });

  test("pushes what may move, with its trace, and keeps the buffer", () => {
    const { act, note, day } = home();
    const done = act("block-add", { from: "13:00", for: "30m", text: "Kubernetes" });
    expect(done.summary).toMatch(/Moved .*“Rust” to/);
    expect(note()).toContain("- [>] 13:00 - 14:30 Rust");
    expect(note()).toMatch(/was at 13:00: for “Kubernetes”/);
    expect(note()).toContain("- [ ] 17:00 - 18:00 Buffer");
    const standing = day().blocks.filter(({ state }) => state === "planned");
    for (const a of standing)
      for (const b of standing) if (a !== b) expect(a.to <= b.from || b.to <= a.from).toBe(true);
  });

  test("over what is fixed it is refused by name, unless forced", () => {
    const { act, note } = home();
    const over = refused(() => act("block-add", { from: "14:15", to: "14:45", text: "Kubernetes" }));
    expect(over.code).toBe("conflict");
    expect(over.message).toContain("“Dentist”");
    expect(over.at).toMatchObject({ file: "days/2026-11-23.md", line: 10 });
    act("block-add", { from: "14:30", to: "15:00", text: "Kubernetes", force: true });
    expect(note()).toContain("- [ ] 14:30 - 15:00 Kubernetes");
    expect(note()).toContain("- [ ] 14:30 - 15:00 Dentist");
  });

  test("over the buffer it moves the buffer; where that would shrink, it is refused", () => {
    const free = home(NOTE.replace("- [ ] 15:15 - 16:30 Zig\n", ""));
    free.act("block-add", { from: "17:30", to: "18:00", text: "Kubernetes" });
    expect(free.note()).toContain("- [ ] 16:30 - 17:30 Buffer");
    expect(free.note()).not.toContain("[-]");
    const pinned = NOTE.replace("16:30 Zig", "17:00 Zig 📌").replace("14:30 Rust", "14:30 Rust 📌");
    const full = home(pinned, "2026-11-23T13:00:00Z");
    const error = refused(() => full.act("block-add", { from: "17:30", to: "18:00", text: "Kubernetes" }));
    expect(error.code).toBe("conflict");
    expect(error.message).toContain("The buffer would shrink");
    const forced = full.act("block-add", { from: "17:30", to: "18:00", text: "Kubernetes", force: true });
    expect(forced.summary).toContain("The buffer is");
  });

  test("in the past, backwards, or on a day that is over it is refused", () => {
    const { act } = home();
    expect(refused(() => act("block-add", { from: "7:00", to: "8:00", text: "x" })).code).toBe("usage");
    expect(refused(() => act("block-add", { from: "12:00", to: "11:00", for: "1h", text: "x" })).code).toBe(
      "usage",
    );
    expect(refused(() => act("block-add", { from: "12:00", text: "x", date: "2026-11-20" })).code).toBe(
      "usage",
    );
  });

  test("makes the note of another day; busy times of nunc.yaml are fixed", () => {
    const busy = [{ on: [2] as const, from: 600, to: 660, text: "Stand-up" }];
    const at = dayHome({ "now.md": PAGE }, { day: { busy } });
    at.act("block-add", { from: "9:00", text: "Read a paper", date: "2026-11-24", pin: true });
    expect(at.note("2026-11-24")).toContain("- [ ] 09:00 - 10:00 Read a paper 📌");
    const error = refused(() => at.act("block-add", { from: "10:30", text: "x", date: "2026-11-24" }));
    expect(error.message).toContain("Stand-up");
  });
});

describe("block-move", () => {
  test("leaves [>] at the promised time and says where it was", () => {
    const { act, note } = home();
    act("block-move", { which: "13:00", to: "16:30" });
    expect(note()).toContain("- [>] 13:00 - 14:30 Rust\n");
    expect(note()).toMatch(/- \[ \] 16:30 - 18:00 Rust\n\s+was at 13:00\n/);
    expect(note()).toMatch(/Buffer/);
  });

  test("moved back it stands where it stood, without a trace", () => {
    const { act, note } = home();
    act("block-move", { which: "Zig", to: "15:30" });
    expect(note()).toContain("- [>] 15:15 - 16:30 Zig\n");
    act("block-move", { which: "Zig", to: "15:15" });
    expect(note()).toBe(PLAN);
  });

  test("by line and hash as screens do; a note that changed is a conflict", () => {
    const { act, note, store, day } = home();
    const { hash } = store.read("days/2026-11-23.md")!;
    const { line } = day().blocks.find(({ text }) => text === "Zig")!;
    act("block-move", { line, hash, from: "2026-11-23T16:30+01:00", to: "2026-11-23T17:00+01:00" });
    expect(note()).toMatch(/- \[ \] 16:30 - 17:00 Zig/);
    expect(refused(() => act("block-move", { line, hash, from: "12:00" })).code).toBe("conflict");
  });

  test("to another day: both notes in one change", () => {
    const { act, note, store } = home();
    act("block-move", { which: "Zig", day: "2026-11-24" });
    expect(note()).toContain("- [>] 15:15 - 16:30 Zig\n");
    expect(note("2026-11-24")).toMatch(/- \[ \] 15:15 - 16:30 Zig\n\s+was at 2026-11-23 15:15\n/);
    act("undo");
    expect(note()).toBe(PLAN);
    expect(store.text("days/2026-11-24.md")).toBeNull();
  });

  test("on a day to come the line just changes", () => {
    const at = dayHome({ "now.md": PAGE, "days/2026-11-24.md": PLAN });
    at.act("block-move", { which: "13:00", to: "12:00", date: "2026-11-24" });
    expect(at.note("2026-11-24")).toContain("- [ ] 12:00 - 13:30 Rust\n");
    expect(at.note("2026-11-24")).not.toContain("[>]");
  });

  test("a name that fits nothing or several is refused with what there is", () => {
    const { act } = home(NOTE.replace("Rust", "Zig"));
    expect(refused(() => act("block-move", { which: "Zig", to: "12:00" })).code).toBe("usage");
    const error = refused(() => act("block-move", { which: "Go", to: "12:00" }));
    expect(error.code).toBe("missing");
    expect(error.hint).toContain("13:00");
    expect(refused(() => act("block-move", { which: "9:00" })).code).toBe("usage");
  });
});

describe("block-edit", () => {
  test("longer: what stands behind gives way, in place without a trace of its own", () => {
    const { act, note } = home();
    act("block-edit", { which: "10:45", to: "13:30" });
    expect(note()).toContain("- [ ] 10:45 - 13:30 Postgres\n");
    expect(note()).toContain("- [>] 13:00 - 14:30 Rust");
  });

  test("pin, unpin, another text", () => {
    const { act, note } = home();
    act("block-edit", { which: "13:00", pin: true });
    expect(note()).toContain("- [ ] 13:00 - 14:30 Rust 📌\n");
    act("block-edit", { which: "13:00", unpin: true });
    expect(note()).toBe(PLAN);
    act("block-edit", { which: "13:00", text: "kubernetes" });
    expect(note()).toContain("- [ ] 13:00 - 14:30 Kubernetes\n");
    expect(refused(() => act("block-edit", { which: "13:00" })).code).toBe("usage");
  });

  test("shorter, by its length", () => {
    const { act, note } = home();
    act("block-edit", { which: "13:00", for: "45m" });
    expect(note()).toContain("- [ ] 13:00 - 13:45 Rust\n");
    act("block-edit", { which: "13:00", from: "13:15" });
    expect(note()).toContain("- [ ] 13:15 - 13:45 Rust\n");
  });
});

describe("block-drop", () => {
  test("stays as [-]; with remove its line goes away", () => {
    const { act, note } = home();
    act("block-drop", { which: "Zig" });
    expect(note()).toContain("- [-] 15:15 - 16:30 Zig\n");
    act("block-drop", { which: "Rust", remove: true });
    expect(note()).not.toContain("Rust");
  });

  test("the buffer does not fall out: only interruptions spend it", () => {
    const { act, note } = home();
    expect(refused(() => act("block-drop", { which: "Buffer" })).code).toBe("usage");
    act("block-drop", { which: "Buffer", remove: true });
    expect(note()).not.toContain("Buffer");
  });

  test("without a plan it says so, in Chinese too", () => {
    const zh = dayHome({ "now.md": "# 此刻\n\n## 学习\n\n- 编译原理\n" }, { tongue: "zh" });
    const error = refused(() => zh.act("block-drop", { which: "编译原理" }));
    expect(error.message).toBe("2026-11-23 没有计划。");
  });

  test("a buffer is named as its line is; what is in the way goes on to the minute", () => {
    const note = "## Plan\n- [ ] 10:00 - 11:15 Rust\n- [ ] 13:00 - 14:00 Zig\n- [ ] 17:00 - 18:00 Buffer\n";
    const home = dayHome({ "now.md": PAGE, "days/2026-11-23.md": note });
    expect(home.act("block-move", { which: "17:00", to: "16:00" }).summary).toBe(
      "“Buffer” stands from 16:00 to 17:00 now.",
    );
    home.act("block-add", { from: "9:50", for: "35m", text: "Bank" });
    expect(home.note()).toMatch(/- \[ \] 10:25 - 11:40 Rust/);
  });
});
