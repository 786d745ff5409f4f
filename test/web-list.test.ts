// What the web app makes of items and of what is typed, without a browser: keys that last, filter, columns, small texts.

import { describe, expect, it } from "vitest";
import type { Item, PageSnapshot } from "../src/faces/web/contract.ts";
import {
  columnsOf,
  countSteps,
  EMPTY_TREE,
  filterKeys,
  hasPlaceWithoutPriority,
  NO_FILTER,
  treeOf,
} from "../src/faces/web/list/item-tree.ts";
import { completeProgress, readCapture, splitTitle } from "../src/faces/web/typed-text.ts";

function item(line: number, title: string, more: Partial<Item> = {}): Item {
  const plain = {
    note: null,
    role: "learning",
    section: 1,
    group: null,
    parent: null,
    depth: 0,
    priority: "high",
  } as const;
  const rest = {
    rank: null,
    state: "open",
    progress: null,
    doneOn: null,
    links: [],
    estimate: null,
    due: null,
    hard: null,
  } as const;
  return { line, endLine: line, title, path: title, pinned: false, ...plain, ...rest, links: [], ...more };
}

function page(items: Item[], hash = "a"): PageSnapshot {
  const none = { title: null, text: "", reasons: [], log: [], labels: [], diagnostics: [], sections: [] };
  return { ...none, file: "now.md", hash, language: "en", frontMatter: null, understood: 1, items };
}

describe("keys of items", () => {
  const before = treeOf(
    page([item(3, "Rust"), item(4, "Go", { note: "later" }), item(5, "Zig")]),
    EMPTY_TREE,
  );
  const keys = before.all.map((node) => node.key);

  it("stay when lines shift", () => {
    const after = treeOf(
      page([item(1, "New"), item(13, "Rust"), item(14, "Go"), item(15, "Zig")], "b"),
      before,
    );
    expect(after.all.slice(1).map((node) => node.key)).toEqual(keys);
  });

  it("stay when a title changes elsewhere", () => {
    const after = treeOf(
      page([item(3, "Rust"), item(4, "Golang", { note: "later" }), item(5, "Zig")], "b"),
      before,
    );
    expect(after.all.map((node) => node.key)).toEqual(keys);
  });

  it("stay when an item becomes a step", () => {
    const step = item(4, "Go", { path: "Rust › Go", parent: 3, depth: 1 });
    const after = treeOf(page([item(3, "Rust"), step, item(5, "Zig")], "b"), before);
    expect(after.all.map((node) => node.key)).toEqual(keys);
    expect(after.roots[0]?.steps[0]?.key).toBe(keys[1]);
  });

  // Invariant: an item without news keeps its node, so that its row is not drawn again; all else is on the new text.
  it("and nodes stay where an item says what it said, on its new line", () => {
    const step = (line: number, more: Partial<Item> = {}) =>
      item(line, "Go", { path: "Rust › Go", parent: line - 1, depth: 1, ...more });
    const old = treeOf(page([item(3, "Rust"), step(4), item(5, "Zig"), item(6, "C")]), EMPTY_TREE);
    const nodes = [...old.all];
    const now = treeOf(
      page([item(4, "Rust"), step(5, { state: "done" }), item(6, "Zig"), item(7, "C", { note: "K&R" })], "b"),
      old,
    );
    expect(now.all.map((node, index) => node === nodes[index])).toEqual([false, false, true, false]);
    expect(now.all.map((node) => node.ref.line)).toEqual([4, 5, 6, 7]);
    expect(now.all.every((node) => node.ref.hash === "b" && node.item.line === node.ref.line)).toBe(true);
    expect(now.all[1]?.parent).toBe(now.all[0]);
    expect(now.roots[0]?.steps).toEqual([now.all[1]]);
    expect(now.byKey.get(nodes[2]!.key)).toBe(now.all[2]);
  });

  it("differ for items of the same title", () => {
    const twins = treeOf(page([item(3, "Read"), item(4, "Read")]), EMPTY_TREE);
    expect(new Set(twins.all.map((node) => node.key)).size).toBe(2);
  });
});

describe("what the list shows", () => {
  const tree = treeOf(
    page([
      item(3, "Containers", { group: "Work" }),
      item(4, "Namespaces", { path: "Containers › Namespaces", parent: 3, depth: 1, state: "done" }),
      item(5, "cgroups", { path: "Containers › cgroups", parent: 3, depth: 1 }),
      item(6, "Piano", { priority: null, state: "dropped" }),
    ]),
    EMPTY_TREE,
  );
  const shown = (filter: Partial<typeof NO_FILTER>) =>
    tree.all
      .filter((node) => filterKeys(tree, { ...NO_FILTER, ...filter })?.has(node.key))
      .map((node) => node.item.title);

  it("shows what stands above and below what fits", () => {
    expect(shown({ text: "CONTAIN" })).toEqual(["Containers", "Namespaces", "cgroups"]);
    expect(shown({ text: "cgroups" })).toEqual(["Containers", "cgroups"]);
  });

  it("asks each item for its own state", () => {
    expect(shown({ state: "done" })).toEqual(["Containers", "Namespaces"]);
  });

  it("has no filter where nothing is asked", () => {
    expect(filterKeys(tree, NO_FILTER)).toBeNull();
  });

  it("puts outermost items into columns, closed ones apart", () => {
    const columns = columnsOf(page([]), tree.roots);
    expect(columns.map(({ id, count, closed }) => [id, count, closed.length])).toEqual([
      ["highest", 0, 0],
      ["high", 1, 0],
      ["medium", 0, 0],
      ["low", 0, 0],
      ["none", 0, 1],
    ]);
    expect(columns[1]?.groups[0]?.label).toBe("Work");
  });

  it("offers a place without a priority where the page has one", () => {
    const section = (line: number, level: number, items: number, priority: "high" | null = null) =>
      ({ line, level, title: "", role: "learning", priority, state: null, dated: false, items }) as const;
    const has = (sections: PageSnapshot["sections"], items: Item[] = []) => {
      const one = { ...page(items), sections };
      return hasPlaceWithoutPriority(one, treeOf(one, EMPTY_TREE).roots, "learning");
    };
    expect(has([section(1, 2, 0), section(3, 3, 1, "high")])).toBe(false);
    expect(has([section(1, 2, 0), section(3, 2, 1, "high")])).toBe(true);
    expect(has([section(1, 2, 1), section(5, 3, 1, "high")], [item(3, "Rust", { priority: null })])).toBe(
      true,
    );
  });

  it("counts steps at every depth", () => {
    expect(countSteps(tree.roots[0]!)).toEqual({ done: 1, total: 2 });
  });
});

describe("what is typed", () => {
  it("is an item behind a plus, else a note", () => {
    expect(readCapture("+高 学 Zig")).toEqual({ title: "学 Zig", priority: "high" });
    expect(readCapture("+Highest Rust")).toEqual({ title: "Rust", priority: "highest" });
    expect(readCapture("+ Rust in a week")).toEqual({ title: "Rust in a week", priority: null });
    expect(readCapture("call Mei + Jo")).toBeNull();
    expect(readCapture("+")).toBeNull();
  });

  it("has its note behind a colon", () => {
    expect(splitTitle("Rust: the book first")).toEqual({ title: "Rust", note: "the book first" });
    expect(splitTitle("容器：overlayfs")).toEqual({ title: "容器", note: "overlayfs" });
    expect(splitTitle("https://a.b/c")).toEqual({ title: "https://a.b/c" });
  });

  it("needs no total twice", () => {
    expect(completeProgress("130", "120/740")).toBe("130/740");
    expect(completeProgress("36", "35%")).toBe("36%");
    expect(completeProgress("35%", "120/740")).toBe("35%");
    expect(completeProgress("12", null)).toBe("12");
  });
});
