// Actions on the store in memory: names of items, several at once, a file that changes in between, undo across changes by
// others, the private file of an item, and that what the table says is true of every action.

import { describe, expect, test } from "vitest";
import { ACTION_NAMES, ACTIONS, perform, restoreLineEnds, toSnapshot } from "../src/actions/index.ts";
import type { ErrorCode, Instant } from "../src/base/index.ts";
import { type Change, type Clock, type Config, DEFAULT_CONFIG, type World } from "../src/domain/index.ts";
import { type FakeStore, fakeStore } from "./fake-store.ts";
import { refused } from "./refused.ts";

const PAGE = `---
title: Now
lastmod: 2021-09-01
---

## Learning

### High priority

Systems:
- Kubernetes: upgrade the cluster
  - Read the notes
- Redis
- Kubernetes Operator

### Low priority

- eBPF

## Reading

To read:
- SICP

Read:
- 2021-01-02 - K&R

## Log

### 2021-09-01 - 2021-09-05

- began
`;

const clock: Clock = { now: () => "2021-09-13T02:00:00Z" as Instant, zone: () => "Asia/Shanghai" };

interface Home {
  world: World;
  store: FakeStore;
  memory: Map<string, string>;
  act(name: string, input?: Record<string, unknown>, dryRun?: boolean): ReturnType<typeof perform>;
}

function home(files: Record<string, string> = { "now.md": PAGE }, config: Partial<Config> = {}): Home {
  const store = fakeStore(files);
  const world = { store, clock, config: { ...DEFAULT_CONFIG, ...config } };
  const memory = new Map<string, string>();
  const outside = {
    recall: (hash: string) => memory.get(hash) ?? null,
    remember: (hash: string, text: string) => void memory.set(hash, text),
  };
  return {
    world,
    store,
    memory,
    act: (name, input = {}, dryRun = false) => perform(world, name, input, { dryRun, tongue: "en", outside }),
  };
}

function codeOf(work: () => unknown): ErrorCode {
  return refused(work).code;
}

describe("names of items", () => {
  const lineOf = (name: string): unknown => {
    const { data } = home().act("done", { items: [name] }, true);
    return (data as { items: string[] }).items[0];
  };

  test.each([
    ["Kubernetes", "Kubernetes"],
    ["kubernetes operator", "Kubernetes Operator"],
    ["Kubernetes › Read the notes", "Kubernetes › Read the notes"],
    ["kubernetes > read", "Kubernetes › Read the notes"],
    ["kubernetes/read the notes", "Kubernetes › Read the notes"],
    ["Ｒｅｄ", "Redis"],
    ["BPF", "eBPF"],
    [":13", "Redis"],
    ["now.md:12", "Kubernetes › Read the notes"],
  ])("%s is %s", (name, path) => expect(lineOf(name)).toBe(path));

  test("a name that fits several is refused with all of them", () => {
    const error = refused(() => home().act("done", { items: ["Kub er"] }));
    expect(error.code).toBe("missing");
    const several = refused(() =>
      home({ "now.md": PAGE.replace("- Redis", "- Kubernetes") }).act("done", { items: ["Kubernetes"] }),
    );
    expect(several.code).toBe("usage");
    expect(several.data).toMatchObject({ candidates: [{ line: 11 }, { line: 13 }] });
  });

  test("an address finds its item again after a change above it, and refuses when it is gone", () => {
    const { store, act } = home();
    const { hash } = store.read("now.md")!;
    const address = { file: "now.md", line: 13, hash, path: "Redis" };
    store.put("now.md", PAGE.replace("- Kubernetes: upgrade", "- Docker\n- Kubernetes: upgrade"));
    act("done", { items: [address] });
    expect(store.text("now.md")).toContain("- Redis - done\n");
    store.put("now.md", PAGE.replace("- Redis\n", ""));
    expect(codeOf(() => act("done", { items: [address] }))).toBe("conflict");
  });
});

describe("changing", () => {
  test("several items are one change with one undo, and lastmod goes along", () => {
    const { store, act } = home();
    act("done", { items: ["Redis", "eBPF", "SICP"] });
    const after = store.text("now.md")!;
    expect(after).toContain("lastmod: 2021-09-13\n");
    expect(after).toContain("- 2021-09-13 - SICP\n");
    expect(store.journal()).toHaveLength(1);
    act("undo");
    expect(store.text("now.md")).toBe(PAGE);
    act("redo");
    expect(store.text("now.md")).toBe(after);
  });

  test("a dry run shows the diff and writes nothing", () => {
    const { store, act } = home();
    const { diff, record } = act("done", { items: ["Redis"] }, true);
    expect(record).toBeNull();
    expect(diff).toContain("+- Redis - done");
    expect(store.text("now.md")).toBe(PAGE);
    expect(store.journal()).toEqual([]);
  });

  test("a file that changes between reading and writing is read again, and the edit made on it", () => {
    const { world, store, act } = home();
    const other = PAGE.replace("## Learning", "Hello.\n\n## Learning");
    interfere(world, () => store.put("now.md", other));
    act("done", { items: [":13"] });
    expect(store.text("now.md")).toContain("Hello.");
    expect(store.text("now.md")).toContain("- Redis - done\n");
  });

  test("a file that changes again and again is read again each time; a line that was counted in it is a conflict", () => {
    const { world, store, act } = home();
    const commit = world.store.commit.bind(world.store);
    let left = 5;
    world.store.commit = (change: Change) => {
      if (left-- > 0)
        store.put("now.md", store.text("now.md")!.replace("## Learning", "Hello.\n\n## Learning"));
      return commit(change);
    };
    act("add", { title: "Zig", priority: "low" });
    expect(store.text("now.md")).toMatch(/(Hello\.\n\n){5}## Learning/);
    expect(store.text("now.md")!.match(/Zig/g)).toHaveLength(1);
    left = 1;
    const line = store.text("now.md")!.split("\n").indexOf("- began") + 1;
    expect(codeOf(() => act("log-remove", { line }))).toBe("conflict");
  });

  test("another nunc that writes right behind is no conflict", () => {
    const { world, store, act } = home();
    const commit = world.store.commit.bind(world.store);
    world.store.commit = (change: Change) => {
      world.store.commit = commit;
      const record = commit(change);
      act("add", { title: "Lua", priority: "low" });
      return record;
    };
    act("add", { title: "Zig", priority: "low" });
    expect(store.text("now.md")).toContain("- eBPF\n- Zig\n- Lua\n");
  });

  test("where the item went away in between, it is a conflict and nothing is lost", () => {
    const { world, store, act } = home();
    const other = PAGE.replace("- Redis\n", "");
    interfere(world, () => store.put("now.md", other));
    expect(codeOf(() => act("done", { items: ["Redis"] }))).toBe("conflict");
    expect(store.text("now.md")).toBe(other);
  });

  test("a write that somebody overwrites at once is told, and their text stays", () => {
    const { world, store, act } = home();
    const commit = world.store.commit.bind(world.store);
    world.store.commit = (change: Change) => {
      const record = commit(change);
      store.put("now.md", PAGE);
      return record;
    };
    const error = refused(() => act("done", { items: ["Redis"] }));
    expect(error.code).toBe("conflict");
    expect(store.text("now.md")).toBe(PAGE);
  });

  test("raise and lower go to the next priority that the page has", () => {
    const { store, act } = home();
    act("lower", { items: ["Redis"] });
    expect(store.text("now.md")).toMatch(/### Low priority\n\n- eBPF\n- Redis\n/);
    expect(codeOf(() => act("lower", { items: ["Redis"] }))).toBe("usage");
  });
});

describe("no priority", () => {
  const LABELLED = "# Learning\n\n- Zig\n\nHigh:\n\n- Rust\n\nLow:\n\n- Lua\n";
  const SIGNED = "# Learning\n\n- P1 Rust\n- P3 Lua\n- Zig\n";
  const FULL = "# Learning\n\n## High priority\n\n- Rust\n\n## Low priority\n\n- Lua\n";

  test.each([
    ["add", LABELLED, { title: "C" }, LABELLED.replace("- Zig\n", "- Zig\n- C\n")],
    ["move", LABELLED, { items: ["Lua"] }, "# Learning\n\n- Zig\n- Lua\n\nHigh:\n\n- Rust\n"],
    ["move", SIGNED, { items: ["Rust", "Lua"] }, "# Learning\n\n- Rust\n- Lua\n- Zig\n"],
    ["add", `${FULL}\n## Later, learning\n`, { title: "C" }, `${FULL}\n## Later, learning\n\n- C\n`],
  ])("%s on %j goes where the page names none", (name, page, input, expected) => {
    const { store, act } = home({ "now.md": page });
    act(name, { ...input, priority: null });
    expect(store.text("now.md")).toContain(expected.trimEnd());
  });

  test.each([
    ["add", { title: "C" }],
    ["move", { items: ["Rust"] }],
  ])("%s is refused where every list has one", (name, input) => {
    const error = refused(() => home({ "now.md": FULL }).act(name, { ...input, priority: null }));
    expect([error.code, error.hint]).toEqual(["missing", expect.stringContaining("Name a priority")]);
  });
});

test("null takes a value back; the words for it are the command line's own", () => {
  const { store, act } = home();
  act("edit", { item: "Redis", note: "无" });
  expect(store.text("now.md")).toContain("- Redis: 无\n");
  act("edit", { item: "Redis", note: null });
  expect(store.text("now.md")).toContain("- Redis\n");
  expect(codeOf(() => act("due", { item: "Redis", value: "none" }))).toBe("usage");
});

describe("raise and lower", () => {
  const page =
    "## Learning\n\n### High priority\n\n- a\n\n### Medium priority\n\n- b\n\n### Low priority\n\n- c\n";
  test("items of several priorities each move by one, as one change", () => {
    const { store, act } = home({ "now.md": page });
    act("raise", { items: ["b", "c"] });
    expect(store.text("now.md")).toMatch(/### High priority\n\n- a\n- b\n/);
    expect(store.text("now.md")).toMatch(/### Medium priority\n\n- c\n/);
    expect(store.journal()).toHaveLength(1);
    act("undo");
    expect(store.text("now.md")).toBe(page);
  });

  test("to no priority only where the page has such a list", () => {
    const { act } = home({ "now.md": page });
    expect(codeOf(() => act("move", { items: ["a"], priority: null }))).toBe("missing");
    const other = home({ "now.md": `${page}\n## Learned at school\n\n- x\n` });
    other.act("move", { items: ["a"], priority: null });
    expect(other.store.text("now.md")).toContain("- x\n- a\n");
  });
});

describe("undo", () => {
  test("keeps what others changed since, also without the journal knowing it", () => {
    const { store, act } = home();
    act("done", { items: ["Redis"] });
    store.put(
      "now.md",
      store.text("now.md")!.replace("- began", "- began well").replace("2021-09-13", "2021-09-14"),
    );
    act("undo");
    expect(store.text("now.md")).toContain("- Redis\n");
    expect(store.text("now.md")).toContain("- began well");
  });

  test("refuses where others changed the same place, and names it", () => {
    const { store, act } = home();
    act("done", { items: ["Redis"] });
    const theirs = store.text("now.md")!.replace("- Redis - done", "- Redis, at last");
    store.put("now.md", theirs);
    const error = refused(() => act("undo"));
    expect(error.code).toBe("conflict");
    expect(error.message).toContain("now.md");
    expect(store.text("now.md")).toBe(theirs);
  });

  test("a new change empties redo; undo walks back to the beginning", () => {
    const { store, act } = home();
    act("done", { items: ["Redis"] });
    act("drop", { items: ["eBPF"] });
    act("undo");
    act("add", { title: "Zig", priority: "low" });
    expect(codeOf(() => act("redo"))).toBe("missing");
    act("undo");
    act("undo");
    expect(store.text("now.md")).toBe(PAGE);
    expect(codeOf(() => act("undo"))).toBe("missing");
  });

  test("what an action created goes away with it, and comes back", () => {
    const { store, act } = home();
    act("archive", { before: "2021-09-10" });
    expect(store.text("history/2021.md")).toContain("began");
    act("undo");
    expect(store.files()).not.toContain("history/2021.md");
    expect(store.text("now.md")).toBe(PAGE);
    act("redo");
    expect(store.text("history/2021.md")).toContain("began");
  });
});

describe("private matters", () => {
  test("a due day without a year is the next such day", () => {
    const { act } = home();
    const due = (value: string) => (act("due", { item: "Redis", value }, true).data as { due: string }).due;
    expect(["9-30", "9-13", "9-12", "2-29"].map(due)).toEqual([
      "2021-09-30",
      "2021-09-13",
      "2022-09-12",
      "2024-02-29",
    ]);
  });

  test("estimate, due and pin go to the item's own file and never to the page", () => {
    const { store, act } = home();
    act("estimate", { item: "Redis", value: "90 min" });
    act("due", { item: "Redis", value: "+1w" });
    act("pin", { item: "Redis" });
    expect(store.text("items/redis.md")).toBe(
      "---\ntitle: Redis\nestimate: 1h30m\ndue: 2021-09-20\npin: true\n---\n",
    );
    expect(store.text("now.md")).toBe(PAGE);
    act("pin", { item: "Redis", on: false });
    act("due", { item: "Redis", value: null });
    expect(store.text("items/redis.md")).toBe("---\ntitle: Redis\nestimate: 1h30m\n---\n");
  });

  test("an estimate is a limit or a floor; what is hard wants the best hours", () => {
    const { store, act } = home();
    const field = (name: string) =>
      new RegExp(`^${name}: (.*)$`, "m").exec(store.text("items/redis.md") ?? "")?.[1];
    for (const [value, written] of [
      ["8h+", "8h+"],
      ["at least 90 min", "1h30m+"],
      ["至少 8 小时", "8h+"],
      ["2h 起", "2h+"],
      ["最多 2h", "2h"],
      ["2h", "2h"],
    ] as const) {
      act("estimate", { item: "Redis", value });
      expect(field("estimate")).toBe(written);
    }
    act("estimate", { item: "Redis", value: "8h", floor: true });
    act("hard", { item: "Redis", value: "3" });
    expect([field("estimate"), field("hard")]).toEqual(["8h+", "3"]);
    const { items } = act("list", { text: "redis" }).data as { items: object[] };
    expect(items[0]).toMatchObject({ estimate: "8h+", hard: 3 });
    act("hard", { item: "Redis", value: null });
    expect(field("hard")).toBeUndefined();
    for (const value of ["8", "8h++", "soon+", "at least", "+"]) {
      expect(() => act("estimate", { item: "Redis", value })).toThrow(/is not a duration/);
    }
    expect(() => act("hard", { item: "Redis", value: "4" })).toThrow(/is not a value/);
  });

  test("the file follows a new title, and those of its steps do", () => {
    const { store, act } = home();
    act("estimate", { item: "Read the notes", value: "2h" });
    act("edit", { item: "Kubernetes", title: "K8s: the hard way" });
    const text = store.text("items/read-the-notes.md");
    expect(text).toContain("K8s › Read the notes");
    expect(text).toContain("former:\n  - Kubernetes › Read the notes\n");
    const { items } = act("list", { text: "notes" }).data as { items: { estimate: string }[] };
    expect(items[0]!.estimate).toBe("2h");
  });

  test("fields are spliced: comments, other fields and notes stay", () => {
    const file =
      "---\r\n# mine\r\ntitle: 'Redis'\r\ndue: 2021-01-01 # soon\r\ntags: [a, b]\r\n---\r\nNotes.\r\n";
    const { store, act } = home({ "now.md": PAGE, "items/x.md": file });
    act("due", { item: "Redis", value: "2021-10-01" });
    expect(store.text("items/x.md")).toBe(file.replace("2021-01-01 # soon", "2021-10-01"));
  });

  test("a note waits in the inbox until it is placed, as one change", () => {
    const { store, act } = home();
    act("note", { text: "look at io_uring\nand its rings" });
    expect(store.text("inbox.md")).toBe("- 2021-09-13 look at io_uring\n  and its rings\n");
    act("note", { text: "second" });
    act("place", { number: 1, priority: "low" });
    expect(store.text("inbox.md")).toBe("- 2021-09-13 second\n");
    expect(store.text("now.md")).toContain("- eBPF\n- look at io_uring: and its rings\n");
    act("undo");
    expect(store.text("inbox.md")).toContain("io_uring");
    expect(store.text("now.md")).toBe(PAGE);
  });
});

describe("saving a whole text", () => {
  test("merges with what others wrote, and gives both back where they clash", () => {
    const { store, act } = home();
    store.put("now.md", PAGE.replace("- SICP", "- SICP, again"));
    act("save", { file: "now.md", base: PAGE, text: PAGE.replace("- began", "- began well") });
    expect(store.text("now.md")).toContain("- SICP, again");
    expect(store.text("now.md")).toContain("- began well");
    const error = refused(() =>
      act("save", { file: "now.md", base: PAGE, text: PAGE.replace("- SICP", "- SICP 2") }),
    );
    expect(error.code).toBe("conflict");
    expect(error.data).toMatchObject({ base: PAGE, theirs: store.text("now.md") });
    expect(codeOf(() => act("save", { file: "../etc/passwd", base: "", text: "x" }))).toBe("missing");
  });

  test("an editor that knows only LF keeps the page's line ends", () => {
    const base = "a\r\nb\r\nc\n";
    expect(restoreLineEnds(base, "a\nB\nc\n")).toBe("a\r\nB\r\nc\n");
    expect(restoreLineEnds(base, "a\nb\nnew\nc\n")).toBe("a\r\nb\r\nnew\r\nc\n");
  });
});

describe("the table", () => {
  test("names are unique, params and examples make sense, both languages are there", () => {
    expect(ACTIONS.map(({ name }) => name)).toEqual(ACTION_NAMES);
    for (const action of ACTIONS) {
      const shorts = action.params.flatMap(({ short }) => (short === undefined ? [] : [short]));
      expect(new Set(shorts).size, action.name).toBe(shorts.length);
      expect(new Set(action.params.map(({ name }) => name)).size, action.name).toBe(action.params.length);
      for (const param of action.params) {
        expect(param.kind === "choice", `${action.name} ${param.name}`).toBe(param.choices !== undefined);
        expect(/\p{Script=Han}/u.test(param.help.zh), `${action.name} ${param.name}`).toBe(true);
      }
      const greedy = action.params.findIndex(
        (param) => param.positional && (param.rest || param.kind === "items"),
      );
      const later = action.params.slice(greedy + 1).filter((param) => param.positional);
      if (greedy >= 0) expect(later, `${action.name}: nothing can follow a param that takes all`).toEqual([]);
      for (const { args } of action.examples) {
        // Two words may name a command: `record add` is `record-add`.
        const names = [action.name, action.name.replace("-", " ")];
        const ofName = args.en === "" || names.some((name) => `${args.en} `.startsWith(`${name} `));
        expect(ofName, args.en).toBe(true);
      }
      if (!action.internal) expect(action.examples.length, action.name).toBeGreaterThan(0);
    }
  });

  test.each([
    ["done", {}, "usage"],
    ["done", { items: ["Redis"], what: 1 }, "usage"],
    ["done", { items: [{ file: "now.md" }] }, "usage"],
    ["done", { items: 3 }, "usage"],
    ["list", { priority: "urgent" }, "usage"],
    ["log", { text: "x", from: "2021-02-30" }, "usage"],
    ["place", { number: "one" }, "usage"],
    ["add", { title: "  " }, "usage"],
    ["nonsense", {}, "usage"],
    ["add", { title: "x", priority: "medium" }, "missing"],
  ] as const)("%s %j is %s", (name, input, code) => expect(codeOf(() => home().act(name, input))).toBe(code));
});

test("a snapshot tells of what cannot be read beside what can", () => {
  const { world } = home({ "now.md": PAGE, "zh.md": "a\0b" }, { pages: ["now.md", "zh.md", "gone.md"] });
  const snapshot = toSnapshot(world, { tongue: "en", version: "0" });
  expect(snapshot.pages.map(({ file }) => file)).toEqual(["now.md"]);
  expect(snapshot.problems.map(({ file, code }) => [file, code])).toEqual([
    ["zh.md", "invalid"],
    ["gone.md", "missing"],
  ]);
  expect(snapshot.today).toBe("2021-09-13");
  expect(snapshot.pages[0]!.understood).toBe(1);
});

/** Lets something happen right before the first commit. */
function interfere(world: World, what: () => void): void {
  const commit = world.store.commit.bind(world.store);
  world.store.commit = (change: Change) => {
    world.store.commit = commit;
    what();
    return commit(change);
  };
}
