// Adding items: where they go, in which style, and how what was typed is written.

import { describe, expect, test } from "vitest";
import { AppError } from "../src/base/index.ts";
import { addItem, findPlace, moveItems } from "../src/domain/index.ts";
import { applyPatches } from "../src/page/index.ts";
import { item, lines, read, runTable } from "./edit-table.ts";

const LIST = lines(
  "## 学习清单",
  "",
  "### 高优先级",
  "",
  "技术：",
  "- Kafka：事务",
  "- etcd",
  "  - raft",
  "",
  "非技术：",
  "- 每周写作",
  "",
  "### 低优先级",
  "",
  "- redis",
  "",
  "## 别的",
  "",
  "text",
);

describe("where it goes", () => {
  runTable([
    {
      name: "by priority: the end of the first group of the section",
      before: LIST,
      edit: (view) => addItem(view, { title: "口才" }, { priority: "high" }),
      after: LIST.replace("  - raft\n", "  - raft\n- 口才\n"),
    },
    {
      name: "top of a section",
      before: LIST,
      edit: (view) => addItem(view, { title: "TLA+" }, { priority: "low", top: true }),
      after: LIST.replace("- redis\n", "- TLA+\n- redis\n"),
    },
    {
      name: "into a group",
      before: LIST,
      edit: (view) => addItem(view, { title: "QUIC", note: "看 RFC" }, { group: "技术" }),
      after: LIST.replace("  - raft\n", "  - raft\n- QUIC：看 RFC\n"),
    },
    {
      name: "as the last step",
      before: LIST,
      edit: (view) => addItem(view, { title: "watch" }, { under: item(view, "etcd") }),
      after: LIST.replace("  - raft\n", "  - raft\n  - watch\n"),
    },
    {
      name: "as the first step of an item without steps",
      before: LIST,
      edit: (view) => addItem(view, { title: "幂等" }, { under: item(view, "Kafka") }),
      after: LIST.replace("- Kafka：事务\n", "- Kafka：事务\n  - 幂等\n"),
    },
    {
      name: "before an item",
      before: LIST,
      edit: (view) => addItem(view, { title: "a" }, { before: item(view, "redis") }),
      after: LIST.replace("- redis\n", "- a\n- redis\n"),
    },
    {
      name: "after an item with steps",
      before: LIST,
      edit: (view) => addItem(view, { title: "a" }, { after: item(view, "etcd") }),
      after: LIST.replace("  - raft\n", "  - raft\n- a\n"),
    },
    {
      name: "below a heading without a list",
      before: lines("## Learning", "", "### High priority", "", "### Low priority", "", "- old"),
      edit: (view) => addItem(view, { title: "new" }, { priority: "high" }),
      after: lines("## Learning", "", "### High priority", "", "- new", "", "### Low priority", "", "- old"),
    },
    {
      name: "in the place of a placeholder line",
      before: lines("## 想读的书", "", "暂无", "", "## 日志"),
      edit: (view) => addItem(view, { title: "《鼠疫》" }, { role: "reading" }),
      after: lines("## 想读的书", "", "- 《鼠疫》", "", "## 日志"),
    },
    {
      name: "in the place of a placeholder entry",
      before: lines("## To learn", "", "* none yet", "", "## Work"),
      edit: (view) => addItem(view, { title: "Go" }, { role: "learning" }),
      after: lines("## To learn", "", "* Go", "", "## Work"),
    },
    {
      name: "open books, not those that are finished",
      before: lines("## To read", "", "- a", "", "## Finished books", "", "- b"),
      edit: (view) => addItem(view, { title: "c" }, { role: "reading" }),
      after: lines("## To read", "", "- a", "- c", "", "## Finished books", "", "- b"),
    },
  ]);
});

describe("in the style of its neighbours", () => {
  runTable([
    {
      name: "loose list",
      before: lines("## Learning", "", "- a", "", "- b", "", "text"),
      edit: (view) => addItem(view, { title: "c" }, { role: "learning" }),
      after: lines("## Learning", "", "- a", "", "- b", "", "- c", "", "text"),
    },
    {
      name: "checkboxes",
      before: lines("## Learning", "", "* [x] a", "* [ ] b"),
      edit: (view) => addItem(view, { title: "c" }, { role: "learning" }),
      after: lines("## Learning", "", "* [x] a", "* [ ] b", "* [ ] c"),
    },
    {
      name: "asked for without a box",
      before: lines("## Learning", "", "* [ ] b"),
      edit: (view) => addItem(view, { title: "c", checkbox: false }, { role: "learning" }),
      after: lines("## Learning", "", "* [ ] b", "* c"),
    },
    {
      name: "tabs and plus signs",
      before: lines("## 在学", "", "+\tHaskell", "\t+\tMonad", "+\tOpenGL"),
      edit: (view) => addItem(view, { title: "GLSL" }, { under: item(view, "OpenGL") }),
      after: lines("## 在学", "", "+\tHaskell", "\t+\tMonad", "+\tOpenGL", "\t+\tGLSL"),
    },
    {
      name: "four blanks",
      before: lines("## Learning", "", "- a", "    - b", "- c"),
      edit: (view) => addItem(view, { title: "d" }, { under: item(view, "c") }),
      after: lines("## Learning", "", "- a", "    - b", "- c", "    - d"),
    },
    {
      name: "numbers go on",
      before: lines("## Learning", "", "1. a", "2. b", "3. c"),
      edit: (view) => addItem(view, { title: "x" }, { after: item(view, "a") }),
      after: lines("## Learning", "", "1. a", "2. x", "3. b", "4. c"),
    },
    {
      name: "numbers that are all the same stay so",
      before: lines("## Learning", "", "1) a", "1) b"),
      edit: (view) => addItem(view, { title: "x" }, { after: item(view, "a") }),
      after: lines("## Learning", "", "1) a", "1) x", "1) b"),
    },
    {
      name: "renumbering stops where the page does not count",
      before: lines("## Learning", "", "1. a", "2. b", "7. c", "8. d"),
      edit: (view) => addItem(view, { title: "x" }, { after: item(view, "a") }),
      after: lines("## Learning", "", "1. a", "2. x", "3. b", "7. c", "8. d"),
    },
    {
      name: "a wider number pushes its steps along",
      before: lines("## Learning", "", "8. a", "9. b", "   - s"),
      edit: (view) => addItem(view, { title: "x" }, { after: item(view, "a") }),
      after: lines("## Learning", "", "8. a", "9. x", "10. b", "    - s"),
    },
    {
      name: "an English note",
      before: lines("## Learning", "", "- a: b"),
      edit: (view) => addItem(view, { title: "c", note: "d" }, { role: "learning" }),
      after: lines("## Learning", "", "- a: b", "- c: d"),
    },
    {
      name: "a steps list under a numbered item",
      before: lines("## Learning", "", "1. a"),
      edit: (view) => addItem(view, { title: "b" }, { under: item(view, "a") }),
      after: lines("## Learning", "", "1. a", "   - b"),
    },
  ]);
});

describe("what was typed reads back", () => {
  const typed = [
    "# x",
    "- x",
    "+ x",
    "1. x",
    "2) x",
    "[x] x",
    "[ ] x",
    "> x",
    "*x*",
    "**x** y",
    "__init__",
    "a_b_c",
    "C++ <T>",
    "a & b &amp; c",
    "x ~~y~~ z",
    "a | b",
    "\\alpha",
    "<!-- x",
    "{{< x >}}",
    "%% x %%",
    "--- x",
    "!x",
    "[a]",
    "[a][b]",
    "x #",
    "a\\",
    "snake_case and *star*",
  ];
  for (const title of typed) {
    test(title, () => {
      const text = lines("## Learning", "", "- a");
      const edited = applyPatches(text, addItem(read(text), { title }, { role: "learning" }));
      expect(read(edited).items.map((found) => found.entry.plain?.text)).toEqual(["a", title]);
    });
  }
  const written: [string, string][] = [
    ["two\nlines", "- two lines"],
    ["两\n行", "- 两行"],
    ["[The Book](https://x.org/b_c)", "- [The Book](https://x.org/b_c)"],
    ["see https://x.org/a_b_c *now*", "- see https://x.org/a_b_c \\*now*"],
    ["C# and F#", "- C# and F#"],
    ["[[Kafka]] notes", "- [[Kafka]] notes"],
    ["2 * 3 * 4", "- 2 * 3 * 4"],
  ];
  for (const [title, line] of written) {
    test(`${JSON.stringify(title)} is written ${line}`, () => {
      const text = lines("## Learning", "", "- a");
      const edited = applyPatches(text, addItem(read(text), { title }, { role: "learning" }));
      expect(edited.split("\n")[3]).toBe(line);
    });
  }
});

describe("what cannot be done is said", () => {
  const fails = (run: () => unknown): AppError => {
    try {
      run();
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
    throw new Error("did not fail");
  };

  test("no such priority: the sections that there are", () => {
    const error = fails(() => findPlace(read(LIST), { priority: "medium" }, "en"));
    expect(error.code).toBe("missing");
    expect(error.message).toBe(
      "The page has no section for medium priority. Its sections are “学习清单”, “高优先级”, “低优先级”, “别的”.",
    );
    expect(fails(() => findPlace(read(LIST), { priority: "medium" }, "zh")).message).toContain(
      "没有中优先级",
    );
  });

  test("no such group, no such role, nothing to add", () => {
    expect(fails(() => findPlace(read(LIST), { group: "运动" }, "en")).code).toBe("missing");
    expect(fails(() => findPlace(read(LIST), { role: "reading" }, "en")).code).toBe("missing");
    expect(fails(() => addItem(read(LIST), { title: " \n" }, {})).code).toBe("usage");
    expect(fails(() => addItem(read(LIST), { title: "暂无" }, {})).code).toBe("invalid");
    const chinese = fails(() => addItem(read(LIST), { title: "暂无" }, {}, { tongue: "zh" }));
    expect(chinese.message).toMatch(/^[^a-z]+$/i);
  });
});

describe("a priority that the page writes on its items", () => {
  runTable([
    {
      name: "added with the page's sign",
      before: lines("## Learning", "", "- [ ] a ⏫", "- [ ] b"),
      edit: (view) => addItem(view, { title: "c", note: "why" }, { priority: "high" }),
      after: lines("## Learning", "", "- [ ] a ⏫", "- [ ] b", "- [ ] c ⏫: why"),
    },
    {
      name: "added with a sign of the same kind",
      before: lines("## Learning", "", "- P0 a", "- b"),
      edit: (view) => addItem(view, { title: "c" }, { priority: "low" }),
      after: lines("## Learning", "", "- P0 a", "- b", "- P3 c"),
    },
    {
      name: "moved: the sign changes",
      before: lines("## Learning", "", "- a 🔺 📅 2024-06-01", "- b [priority:: low]"),
      edit: (view) => moveItems(view, [item(view, "a")], { priority: "medium" }),
      after: lines("## Learning", "", "- a 🔼 📅 2024-06-01", "- b [priority:: low]"),
    },
  ]);
});

describe("a page without a place for items", () => {
  runTable([
    {
      name: "the first item brings its section along",
      before: "# Now\n\nHello.\n",
      edit: (view) => addItem(view, { title: "Raft", note: "the paper" }, {}),
      after: "# Now\n\nHello.\n\n## Learning\n\n- Raft: the paper\n",
    },
    {
      name: "with the heading of its priority",
      before: "# 此刻\n\n你好。\n",
      edit: (view) => addItem(view, { title: "读论文" }, { priority: "high" }),
      after: "# 此刻\n\n你好。\n\n## 学习清单\n\n### 高优先级\n\n- 读论文\n",
    },
    {
      name: "a book brings a list of books",
      before: "# Now\n\nHello.\n",
      edit: (view) => addItem(view, { title: "Dune" }, { role: "reading" }),
      after: "# Now\n\nHello.\n\n## Books\n\n- Dune\n",
    },
  ]);

  test("an empty page too", () => {
    const view = read("");
    expect(applyPatches("", addItem(view, { title: "Raft" }, {}))).toBe("## Learning\n\n- Raft\n");
  });
});
