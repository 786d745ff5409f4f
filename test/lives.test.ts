// What is the same item from one revision to the next, and what is not: the rules of docs/decisions/0005-lives.md on pages of
// our own. That the same holds on real histories is measured against labels in lives-labels.test.ts.

import { describe, expect, test } from "vitest";
import {
  LifeItems,
  LifeMatches,
  matchAhead,
  readLifeCache,
  readLives,
  writeLifeCache,
} from "../src/domain/index.ts";
import { assign } from "../src/domain/life/assign.ts";
import { eventsOf, fileOf, livesOf, matchPages } from "./lives-pages.ts";

const list = (...rows: string[]): string =>
  `# Learning\n\n## High priority\n\n${rows.map((row) => `${row}\n`).join("")}`;
const books = (...rows: string[]): string => `# Books\n\n${rows.map((row) => `${row}\n`).join("")}`;
const NEIGHBOURS = ["- Sailing knots", "- 陶艺入门班"] as const;

/** Whether one line between two that stay is held to be the same item. */
const isSame = (before: string, after: string, page = list): boolean => {
  const rows = matchPages(
    page(NEIGHBOURS[0], `- ${before}`, NEIGHBOURS[1]),
    page(NEIGHBOURS[0], `- ${after}`, NEIGHBOURS[1]),
  );
  return rows.length === 3 && !rows.some((row) => row.startsWith(" >"));
};

describe("the same item, rewritten in its place", () => {
  test.each([
    ["Postgres indexes", "Postgres indexes and query plans"],
    ["How do I profile a Go service?", "Profile a Go service"],
    ["eBPF", "ebpf"],
    ["学习 Rust 异步", "Rust 异步编程"],
    ["网络代理", "网络代理（用 Go 写）"],
    ["Envoy", "Envoy/Linkerd"],
    ["消息队列原理", "Kafka 消息队列"],
    ["分布式系统", "Distributed Systems"],
    ["Compilers (Stanford)", "编译原理（Stanford）"],
    ["[Crafting a kernel](https://example.org/kernel)", "[从零写内核](https://example.org/kernel)"],
    ["每天 20 个单词", "每天 30 个单词"],
    ["每周写一篇博客", "每两周写一篇博客"],
    ["学习 PyTorch", "PyTorch 入门（含分布式训练）"],
    ["Set up a home server", "Home server: set up and backups"],
  ])("%s > %s", (before, after) => expect(isSame(before, after)).toBe(true));

  test.each([
    ["Dune - Frank Herbert", "Dune - F. Herbert"],
    ["Dune - Frank Herbert", "Dune"],
    ["Dune, 2nd edition", "Dune, 3rd edition"],
    ["《代码之美》", "代码之美"],
    ["《代码之美》", "《代码之美（第二版）》"],
    ["《代码之美》", "《代码之美》 - 张三"],
    ["Thinking, Fast and Slow", "Thinking, Fast and Slow: the science of decisions"],
    ["Statistical Rethinking", "Statistical Rethinkng"],
    ["阅读《围城》", "《围城》"],
    ["The Art of War", "战争的艺术"],
  ])("books: %s > %s", (before, after) => expect(isSame(before, after, books)).toBe(true));
});

describe("another item in the same place", () => {
  test.each([
    ["Kernel hacking, part 1", "Kernel hacking, part 2"],
    ["Lecture 3", "Lecture 4"],
    ["第一章 线性方程", "第二章 线性方程"],
    ["CS144 计算机网络", "CS143 编译原理"],
    ["Coursera: Machine Learning", "Coursera: Cryptography"],
    ["学习 Python", "学习 Haskell"],
    ["Rust 程序设计", "Kotlin 程序设计"],
    ["Postgres indexes", "Watercolour painting"],
    ["极客时间《数据结构之美》", "极客时间《左耳听风》"],
    ["2020 年总结", "2021 年总结"],
    ["完成 LeetCode 动态规划专题", "完成 LeetCode 图论专题"],
    ["看完 MIT 6.S081", "看完 MIT 6.S191"],
    ["CKA exam", "CKAD exam"],
    ["日语 N3", "日语 N2"],
  ])("%s > %s", (before, after) => expect(isSame(before, after)).toBe(false));

  test.each([
    ["Dune", "Dune Messiah"],
    ["Dune - Frank Herbert", "Hyperion - Dan Simmons"],
    ["Foundation - Isaac Asimov", "Foundation and Empire - Isaac Asimov"],
    ["The Hobbit", "The Silmarillion"],
    ["三体", "三体 II"],
    ["《三体》", "《三体2：黑暗森林》"],
    ["《明朝那些事儿（第一部）》", "《明朝那些事儿（第二部）》"],
    ["Harry Potter and the Philosopher's Stone", "Harry Potter and the Chamber of Secrets"],
    ["《房子的故事》", "《经济学讲义》"],
    ["Capital, Volume I", "Capital, Volume II"],
    ["资治通鉴（上）", "资治通鉴（下）"],
  ])("books: %s > %s", (before, after) => expect(isSame(before, after, books)).toBe(false));
});

describe("moved", () => {
  test("to another priority, with its steps", () => {
    const before =
      "# Learning\n\n## High priority\n\n- Kubernetes\n  - notes\n- Envoy\n\n## Low priority\n\n- Piano\n";
    const after =
      "# Learning\n\n## High priority\n\n- Envoy\n\n## Low priority\n\n- Piano\n- Kubernetes\n  - notes\n";
    expect(matchPages(before, after)).toEqual([
      "5 Kubernetes > 10 Kubernetes",
      "6 notes > 11 notes",
      "7 Envoy > 5 Envoy",
      "11 Piano > 9 Piano",
    ]);
  });

  test("under a parent that is new, and out of one that is gone", () => {
    const before = list("- Lua basics", "- Old topic", "  - vxlan");
    const after = list("- Gateways", "  - Lua basics", "- vxlan");
    const rows = matchPages(before, after);
    expect(rows).toContain("5 Lua basics > 6 Lua basics");
    expect(rows).toContain("7 vxlan > 7 vxlan");
    expect(rows).toContain("6 Old topic > ");
  });

  test("a title that says nothing by itself does not go from one parent to another", () => {
    const before = list("- Envoy", "  - notes", "  - chapter 1", "- Istio");
    const after = list("- Istio", "  - notes", "  - chapter 1");
    const rows = matchPages(before, after);
    expect(rows).toContain("6 notes > ");
    expect(rows).toContain("7 chapter 1 > ");
  });
});

describe("twins", () => {
  const page = (high: string[], low: string[]): string =>
    `# Learning\n\n## High priority\n\n${high.join("\n")}\n\n## Low priority\n\n${low.join("\n")}\n`;

  test("each goes on in its own list", () => {
    const rows = matchPages(
      page(["- A kernel", "- Databases"], ["- Databases", "- Opera"]),
      page(["- Databases", "- A kernel"], ["- Opera", "- Databases"]),
    );
    expect(rows).toContain("6 Databases > 5 Databases");
    expect(rows).toContain("10 Databases > 11 Databases");
  });

  test("one that vanishes while the other stays is gone", () => {
    const rows = matchPages(
      page(["- A kernel", "- Databases"], ["- Databases", "- Opera"]),
      page(["- A kernel"], ["- Databases", "- Opera"]),
    );
    expect(rows).toContain("6 Databases > ");
  });

  test("each moves with its own block", () => {
    const block = (name: string, ...steps: string[]): string[] => [
      `- ${name}`,
      ...steps.map((step) => `  - ${step}`),
    ];
    const red = block("Databases", "ClickHouse", "Druid");
    const blue = block("Databases", "SQLite", "LevelDB");
    const rows = matchPages(
      page([...red, "- Opera"], [...blue, "- Chess"]),
      page([...blue, "- Opera"], [...red, "- Chess"]),
    );
    expect(rows).toContain("5 Databases > 12 Databases");
    expect(rows).toContain("6 ClickHouse > 13 ClickHouse");
  });

  test("a copy made later is new", () => {
    const rows = matchPages(
      page(["- A kernel"], ["- Opera"]),
      page(["- A kernel"], ["- Opera", "- A kernel"]),
    );
    expect(rows).toContain("5 A kernel > 5 A kernel");
    expect(rows.at(-1)).toMatch(/^ > \d+ A kernel$/);
  });

  test("a finished book is the reading-list entry that gets its tick, not the copy in another list", () => {
    const before =
      "# Learning\n\n## Now\n\n- 《围城》\n- Envoy\n\n# Books\n\n- [ ] 《围城》\n- [ ] 《边城》\n";
    const after = "# Learning\n\n## Now\n\n- Envoy\n\n# Books\n\n- [x] 《围城》\n- [ ] 《边城》\n";
    expect(matchPages(before, after)).toContain("10 《围城》 > 9 《围城》");
  });
});

describe("split and merged", () => {
  test("each part shares the life", () => {
    const lives = livesOf([
      list("- Go, gRPC and protobuf", "- Opera"),
      list("- Go", "- gRPC and protobuf", "- Opera"),
    ]);
    expect(lives.places.r1![5]).toBe(lives.places.r0![5]);
    expect(lives.places.r1![6]).toBe(lives.places.r0![5]);
  });

  test("each source shares the life, from its first day on", () => {
    const lives = livesOf([
      list("- Read the gateway's source", "- OpenResty in depth", "- Opera"),
      list("- Read the gateway's source + OpenResty", "- Opera"),
    ]);
    expect(new Set([lives.places.r0![5], lives.places.r0![6], lives.places.r1![5]]).size).toBe(1);
  });
});

describe("lives", () => {
  test("events of an item, each with its line", () => {
    const lives = livesOf([
      "# Learning\n\n## High priority\n\n- Kubernetes\n- Opera\n",
      "# Learning\n\n## High priority\n\n- Kubernetes upgrade\n- Opera\n",
      "# Learning\n\n## High priority\n\n- Opera\n\n## Low priority\n\n- Kubernetes upgrade 20%\n",
      "# Learning\n\n## High priority\n\n- Opera\n\n## Low priority\n\n- [x] Kubernetes upgrade\n",
    ]);
    expect(eventsOf(lives, "r3", 9)).toEqual([
      "came -→Kubernetes @r0:5",
      "reworded Kubernetes→Kubernetes upgrade @r1:5",
      "priority high→low @r2:9",
      "section Learning › High priority→Learning › Low priority @r2:9",
      "state open→doing @r2:9",
      "progress -→20% @r2:9",
      "state doing→done @r3:9",
      "finished doing→done @r3:9",
      "progress 20%→- @r3:9",
    ]);
    const life = lives.items.find(({ id }) => id === lives.places.r3![9])!;
    expect([life.end, life.endedAt]).toEqual(["finished", "2021-09-04T08:00:00+08:00"]);
    expect(life.titles.map(({ title }) => title)).toEqual(["Kubernetes", "Kubernetes upgrade"]);
  });

  test("a heading that is renamed moves nothing", () => {
    const lives = livesOf([
      "# Learning\n\n## 想搞\n\n- Kubernetes\n- Opera\n",
      "# Learning\n\n## 接下来想搞的\n\n- Kubernetes\n- Opera\n",
    ]);
    expect(eventsOf(lives, "r1", 5)).toEqual(["came -→Kubernetes @r0:5"]);
  });

  test("gone in between and back with the same title, or the same link, is the same item", () => {
    const lives = livesOf([
      list("- Kubernetes", "- [Learn kilo](https://example.org/kilo)", "- Opera"),
      list("- Opera"),
      list("- Opera", "- Kubernetes", "- [A text editor](https://example.org/kilo)"),
    ]);
    expect(eventsOf(lives, "r2", 6)).toEqual([
      "came -→Kubernetes @r0:5",
      "gone Kubernetes→- @r1:-",
      "back -→Kubernetes @r2:6",
    ]);
    expect(lives.places.r2![7]).toBe(lives.places.r0![6]);
    expect(lives.items.map(({ end }) => end)).toEqual([null, null, null]);
  });

  test("an entry that turns into a heading or a comment is gone", () => {
    const lives = livesOf([
      list("- Kubernetes", "- Opera"),
      `${list("- Opera")}\n<!-- - Kubernetes -->\n`,
      list("- Opera"),
    ]);
    expect(lives.items.find(({ title }) => title === "Kubernetes")!.end).toBe("gone");
  });

  test("what moves to an archive goes on there", () => {
    const archive = "# Learning\n\n## Done\n\n- Kubernetes\n";
    const lives = livesOf([
      { text: list("- Kubernetes", "- Opera"), parents: [] },
      { text: list("- Opera"), parents: [0], archive },
    ]);
    const life = lives.items.find(({ title }) => title === "Kubernetes")!;
    expect([life.end, life.events.some(({ kind }) => kind === "gone")]).toEqual(["finished", false]);
    expect(Object.keys(lives.places.r1!)).toHaveLength(1);
  });

  test("branches: what one changes and the other leaves comes out of the merge once", () => {
    const lives = livesOf([
      { text: list("- Kubernetes", "- Opera"), parents: [] },
      { text: list("- Kubernetes upgrade", "- Opera"), parents: [0] },
      { text: list("- Kubernetes", "- Opera", "- Chess"), parents: [0] },
      { text: list("- Kubernetes upgrade", "- Opera", "- Chess"), parents: [1, 2] },
    ]);
    expect(eventsOf(lives, "r3", 5)).toEqual([
      "came -→Kubernetes @r0:5",
      "reworded Kubernetes→Kubernetes upgrade @r1:5",
    ]);
    expect(eventsOf(lives, "r3", 7)).toEqual(["came -→Chess @r2:7"]);
    expect(lives.items).toHaveLength(3);
  });

  test("branches: the same item that came on both is one; what a branch dropped is gone after the merge", () => {
    const lives = livesOf([
      { text: list("- Kubernetes", "- Opera"), parents: [] },
      { text: list("- Kubernetes", "- Opera", "- Chess"), parents: [0] },
      { text: list("- Opera", "- Chess"), parents: [0] },
      { text: list("- Opera", "- Chess"), parents: [1, 2] },
    ]);
    expect(lives.places.r1![7]).toBe(lives.places.r2![6]);
    const gone = lives.items.find(({ title }) => title === "Kubernetes")!;
    expect(gone.events.map(({ kind }) => kind)).toEqual(["came", "gone"]);
  });

  test("a whole page that changes its language", () => {
    const before =
      "# Learning\n\n## High priority\n\n- Operating systems\n  - The Linux book\n- Compilers\n- Playing the piano\n\n## Books\n\n- One Hundred Years of Solitude\n- Norwegian Wood\n";
    const after =
      "# 学习\n\n## 高优先级\n\n- 操作系统\n  - Linux 那本书\n- 编译原理\n- 弹钢琴\n\n## 书\n\n- 《百年孤独》\n- 《挪威的森林》\n";
    const lines = (row: string): string => row.replace(/(\d+) [^>]*/g, "$1 ");
    expect(matchPages(before, after).map(lines)).toEqual([
      "5 > 5 ",
      "6 > 6 ",
      "7 > 7 ",
      "8 > 8 ",
      "12 > 12 ",
      "13 > 13 ",
    ]);
  });

  test("a whole page restructured in one commit", () => {
    const before =
      "# 学习\n\n## 高优先级\n\n- Kubernetes\n  - 网络插件\n- 容器原理\n\n## 低优先级\n\n- Rust\n- 词汇\n\n# 书\n\n- 《围城》\n";
    const after =
      "# 学习清单\n\n按优先级排序：\n\n- 后端\n  - 容器的底层原理\n  - Kubernetes\n    - 网络插件\n- 语言\n  - Rust\n\n# 我在读的书\n\n- 《围城》 10%\n";
    const rows = matchPages(before, after);
    expect(rows).toEqual([
      "5 Kubernetes > 7 Kubernetes",
      "6 网络插件 > 8 网络插件",
      "7 容器原理 > 6 容器的底层原理",
      "11 Rust > 10 Rust",
      "12 词汇 > ",
      "16 《围城》 > 14 《围城》",
      " > 5 后端",
      " > 9 语言",
    ]);
  });

  test("ids do not change when revisions follow, and are the same in every run", () => {
    const texts = [
      list("- Kubernetes", "- Opera"),
      list("- Kubernetes upgrade", "- Opera"),
      list("- Opera", "- Chess"),
    ];
    const early = livesOf(texts.slice(0, 2));
    const late = livesOf(texts);
    expect(late.places.r1).toEqual(early.places.r1);
    expect(livesOf(texts)).toEqual(late);
  });
});

test("assign finds the cheapest whole, as trying all ways does", () => {
  let seed = 7;
  const random = (): number => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  for (let run = 0; run < 300; run++) {
    const size = 1 + Math.floor(random() * 5);
    const candidates: { row: number; column: number; cost: number }[] = [];
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++)
        if (random() < 0.7) candidates.push({ row, column, cost: random() * 1.2 - 0.2 });
    const totalOf = (chosen: { cost: number }[]): number =>
      chosen.reduce((sum, { cost }) => sum + cost, 0) + 0.8 * (size - chosen.length);
    const best = (row: number, used: number): number => {
      if (row === size) return 0;
      let least = 0.8 + best(row + 1, used);
      for (const { column, cost } of candidates.filter((one) => one.row === row))
        if (!(used & (1 << column))) least = Math.min(least, cost + best(row + 1, used | (1 << column)));
      return least;
    };
    const chosen = assign(size, size, candidates, 0.4, 0.4).filter((one) => one !== null);
    expect(new Set(chosen.map(({ column }) => column)).size).toBe(chosen.length);
    expect(totalOf(chosen)).toBeCloseTo(best(0, 0), 9);
  }
});

test("the cache gives back what was put in, and nothing for other settings or a broken text", () => {
  const { items } = fileOf(list("- Kubernetes 20%", "  - notes", "- Opera"));
  const matched = {
    matches: [
      { from: 0, to: 0, sure: 1, why: ["unchanged" as const] },
      { from: 1, to: 2, sure: 0.9, why: ["like-title" as const, "moved" as const] },
    ],
    gone: new Map([[2, 0.7]]),
    came: new Map(),
  };
  const cache = { items: new LifeItems(), matches: new LifeMatches() };
  cache.items.set("a now.md", items);
  cache.items.set("b now.md", items.slice(0, 1));
  cache.matches.set("a b", matched);
  expect(cache.items.records).toHaveLength(items.length);
  const text = writeLifeCache(cache, "x");
  const kept = readLifeCache(text, "x");
  expect(kept.items.get("a now.md")).toEqual(items);
  expect(kept.items.get("b now.md")).toEqual(items.slice(0, 1));
  expect(kept.matches.get("a b")).toEqual(matched);
  expect(readLifeCache(text, "y").items.size).toBe(0);
  expect(readLifeCache(text.slice(0, -20), "x").items.size).toBe(0);
  expect(readLifeCache(null, "x").items.size).toBe(0);
});

test("any graph of any pages: every item has a life, every life a beginning, events in order, nothing throws", () => {
  let seed = 11;
  const random = (below: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const words = [
    "Chess",
    "Opera",
    "Kernel",
    "notes",
    "词汇",
    "网络",
    "Rust 2",
    "Rust",
    "《围城》",
    "[Go](https://example.org/go)",
  ];
  const randomPage = (): string => {
    const rows = ["# Learning", ""];
    for (let row = random(12); row > 0; row--) {
      if (random(5) === 0) rows.push("", `## ${["High priority", "Low priority", "Reading"][random(3)]}`, "");
      const box = ["", "[x] ", "[ ] "][random(3)];
      rows.push(
        `${random(3) === 0 ? "  " : ""}- ${box}${words[random(words.length)]}${random(4) === 0 ? ` ${words[random(words.length)]}` : ""}${random(6) === 0 ? " 20%" : ""}`,
      );
    }
    return `${rows.join("\n")}\n`;
  };
  for (let run = 0; run < 60; run++) {
    const texts = Array.from({ length: 2 + random(10) }, (_, at) => ({
      text: randomPage(),
      parents:
        at === 0 || random(12) === 0
          ? []
          : [...new Set(Array.from({ length: 1 + random(3) }, () => random(at)))],
      ...(random(4) === 0 && { archive: randomPage() }),
    }));
    // The last one follows all that nothing follows, as the head of a branch does.
    const heads = texts
      .slice(0, -1)
      .flatMap((_, at) => (texts.some(({ parents }) => parents.includes(at)) ? [] : [at]));
    texts.at(-1)!.parents = [...new Set([...texts.at(-1)!.parents, ...heads])];
    const lives = livesOf(texts);
    const ids = new Set(lives.items.map(({ id }) => id));
    expect(ids.size).toBe(lives.items.length);
    texts.forEach(({ text }, at) => {
      const places = lives.places[`r${at}`]!;
      expect(Object.keys(places).map(Number)).toEqual(fileOf(text).items.map(({ line }) => line));
      for (const id of Object.values(places)) expect(ids.has(id)).toBe(true);
    });
    const order = new Map(lives.revisions.map(({ sha }, at) => [sha, at]));
    for (const { events, end, endedAt, titles } of lives.items) {
      expect(events[0]!.kind).toBe("came");
      const at = events.map(({ revision }) => order.get(revision)!);
      expect(at).toEqual(at.toSorted((a, b) => a - b));
      expect(titles.length).toBeGreaterThan(0);
      expect(end === null).toBe(endedAt === null);
      for (const { sure } of events) expect(sure >= 0 && sure <= 1).toBe(true);
      events.forEach(({ kind }, index) => {
        if (kind === "finished") expect(events[index - 1]!.kind).toBe("state");
      });
    }
    expect(livesOf(texts)).toEqual(lives);
  }
});

test("matching ahead in turns knows all that reading asks for, and changes nothing", () => {
  const pages = ["- Chess\n- Opera", "- Opera\n- Chess 20%", "- Opera - done\n- Rust", "- Rust\n- Chess"];
  const revisions = pages.map((text, at) => ({
    sha: `r${at}`,
    at: `2021-09-0${at + 1}T08:00:00+08:00`,
    parents: at === 0 ? [] : [at - 1],
    files: [fileOf(`## Learning\n\n${text}\n`)],
  }));
  const known = new LifeMatches();
  const turns: number[] = [];
  for (let done = 0; done < revisions.length; turns.push(done)) done = matchAhead(revisions, known, 1);
  expect(turns).toEqual([2, 3, 4]);
  expect(known.size).toBe(3);
  const before = [...known.pairs.keys()];
  expect(readLives(revisions, { known })).toEqual(readLives(revisions));
  expect([...known.pairs.keys()]).toEqual(before);
});
