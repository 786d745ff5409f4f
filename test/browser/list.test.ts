// The List screen: what a person does with items, and what each deed writes into the page. Both widths, mouse, touch
// and keyboard.

import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { eventually, PHONE, SIZES, type Visit, WIDE, withBrowser } from "../browser.ts";

const { visit } = withBrowser();

describe.for(SIZES)("$name", (size) => {
  test("items stand in columns by priority with their steps and links, and can be filtered", async () => {
    const { page, row, region, titles } = hands(await visit({ size }));
    const columns = page.getByRole("main").getByRole("heading", { level: 2 });
    const heads = (await columns.allInnerTexts()).map((text) => text.split("\n").slice(0, 2).join(" "));
    expect(heads).toEqual(["Highest 3", "High 3", "Medium 3", "Low 3"]);
    expect(await titles(region(/^High /))).toEqual([
      "Rust",
      "The Book",
      "Rustlings, all but macros",
      "Write a small key-value store",
      "Linux networking",
      "tc and qdiscs",
      "eBPF",
      "Incident reviews that change something",
    ]);

    await row("Rust").getByRole("button", { name: "1/3 steps done" }).click();
    await eventually(() => row("The Book").count()).toBe(0);
    await row("Rust").getByRole("button", { name: "1/3 steps done" }).click();
    await row("The Book").waitFor();

    await region(/^Low /).getByRole("button", { name: "1 dropped" }).click();
    await page.getByRole("button", { name: "Dropped: Blockchain" }).waitFor();

    // A link opens in a window that knows nothing of this one.
    const links = row("The Book").locator(".facts").getByRole("link");
    expect(
      await links.evaluateAll((all) => all.map((a) => [a.textContent, (a as HTMLAnchorElement).href])),
    ).toEqual([["doc.rust-lang.org", "https://doc.rust-lang.org/book/"]]);
    expect(await links.getAttribute("target")).toBe("_blank");
    expect(await links.getAttribute("rel")).toBe("noopener noreferrer");
    // An address alone in a list entry is a link of the item above it, not an item.
    await row("A text editor").getByRole("link", { name: "viewsourcecode.org" }).waitFor();

    // A filter narrows by words, state, group and kind, and can be let go.
    const main = page.getByRole("main");
    const filter = page.getByRole("textbox", { name: "Filter" });
    await filter.fill("ebpf");
    await eventually(() => titles(main)).toEqual(["Linux networking", "eBPF"]);
    await filter.fill("nothing like that");
    await page.getByText("Nothing fits this filter.").waitFor();
    await page.getByRole("button", { name: "Clear filter" }).click();
    await page.getByRole("combobox", { name: "State" }).selectOption("Doing");
    await eventually(() => titles(main)).toEqual(["PostgreSQL internals", "The query planner", "Rust"]);
    await page.getByRole("button", { name: "Clear filter" }).click();
    await page.getByRole("combobox", { name: "Group" }).selectOption("Other");
    await eventually(() => titles(main)).toEqual(["One hour a week to think over what is not technical"]);
    await page.getByRole("button", { name: "Clear filter" }).click();
    await page.getByRole("combobox", { name: "Kind" }).selectOption("Reading");
    await row("Systems Performance, 2nd Edition").waitFor();
    expect(await row("Rust").count()).toBe(0);
  });

  test("add, edit in place, start, finish; undo and redo", async () => {
    const { page, home, row, region, titles } = hands(await visit({ size }));
    const first = home.files();

    const field = page.getByRole("textbox", { name: "Add to “Medium”" });
    await field.fill("Zig: what it does about errors");
    await field.press("Enter");
    await home.changed("now.md", "+50 - Zig: what it does about errors");
    await row("Zig").getByText("what it does about errors").waitFor();
    await eventually(() => field.inputValue()).toBe("");
    expect((await titles(region(/^Medium /))).at(-1)).toBe("Zig");
    const added = home.files();

    await row("Zig").dblclick();
    const editor = page.getByRole("form", { name: "Edit" });
    await editor.getByRole("textbox", { name: "Title" }).fill("Zig & its allocators");
    await editor.getByRole("textbox", { name: "Note" }).fill("");
    await editor.getByRole("textbox", { name: "Title" }).press("Enter");
    await home.changed("now.md", "-50 - Zig: what it does about errors", "+50 - Zig & its allocators");
    await row("Zig & its allocators").waitFor();

    await choose(page, row("Raft"), "Raft", "State", "Doing");
    await home.changed(
      "now.md",
      "-48 - Raft: the paper, then MIT 6.5840",
      "+48 - Raft - doing: the paper, then MIT 6.5840",
    );
    await row("Raft").getByRole("button", { name: "Doing: Raft" }).waitFor();

    await row("WAL and checkpoints").getByRole("button", { name: "Open: WAL and checkpoints" }).click();
    await home.changed("now.md", "-19   - [ ] WAL and checkpoints", "+19   - [x] WAL and checkpoints");
    await row("PostgreSQL internals").getByRole("button", { name: "2/4 steps done" }).waitFor();

    // The toast takes back the last deed, the button the ones before it.
    await page
      .getByRole("complementary", { name: "What happened" })
      .getByRole("button", { name: "Undo" })
      .click();
    await home.changed("now.md", "-19   - [x] WAL and checkpoints", "+19   - [ ] WAL and checkpoints");
    await row("PostgreSQL internals").getByRole("button", { name: "1/4 steps done" }).waitFor();
    const undo = page.getByRole("banner").getByRole("button", { name: /^Undo: / });
    await undo.click();
    await home.changed(
      "now.md",
      "-48 - Raft - doing: the paper, then MIT 6.5840",
      "+48 - Raft: the paper, then MIT 6.5840",
    );
    await undo.click();
    await home.isAgain(added);
    await undo.click();
    await home.isAgain(first);
    await eventually(() => row("Zig").count()).toBe(0);
    await page.getByRole("button", { name: "Nothing to undo" }).waitFor();

    if (size === WIDE) await page.getByRole("button", { name: /^Redo: / }).click();
    else await command(page, "Redo");
    await home.isAgain(added);
    await row("Zig").waitFor();
  });
});

describe("several at once", () => {
  test("are one change with one undo", async () => {
    const { page, home, row } = hands(await visit());
    const before = home.files();
    const bar = page.getByRole("toolbar", { name: "Selected items" });
    await row("Raft").click();
    await row("Nix, for one machine only").click({ modifiers: ["Shift"] });
    await bar.getByText("2 selected").waitFor();
    await bar.getByRole("button", { name: "Done" }).click();
    await home.changed(
      "now.md",
      "-48 - Raft: the paper, then MIT 6.5840",
      "-49 - Nix, for one machine only",
      "+48 - Raft - done: the paper, then MIT 6.5840",
      "+49 - Nix, for one machine only - done",
    );
    await eventually(() => bar.count()).toBe(0);
    await page
      .getByRole("banner")
      .getByRole("button", { name: /^Undo: / })
      .click();
    await home.isAgain(before);

    // By keyboard, and with items of two priorities.
    await row("Raft").focus();
    await page.keyboard.press("x");
    await row("Linux networking").focus();
    await page.keyboard.press("x");
    await bar.getByText("2 selected").waitFor();
    await page.keyboard.press("-");
    await home.changed(
      "now.md",
      "-35 - Linux networking: what really happens between `send` and the wire",
      "-36   - tc and qdiscs",
      "-37   - eBPF",
      "-48 - Raft: the paper, then MIT 6.5840",
      "+46 - Linux networking: what really happens between `send` and the wire",
      "+47   - tc and qdiscs",
      "+48   - eBPF",
      "+56 - Raft: the paper, then MIT 6.5840",
    );
    await page
      .getByRole("banner")
      .getByRole("button", { name: /^Undo: / })
      .waitFor();
    await page.keyboard.press("u");
    await home.isAgain(before);

    await bar.getByText("2 selected").waitFor();
    await page.keyboard.press("Escape");
    await eventually(() => bar.count()).toBe(0);
  });

  test("are selected by touch as well", async () => {
    const { page, home, row } = hands(await visit({ size: PHONE }));
    const bar = page.getByRole("toolbar", { name: "Selected items" });
    await choose(page, row("Kubernetes operators"), "Kubernetes operators", "Select");
    await row("Chinese, 300 characters").getByText("Chinese, 300 characters").tap();
    await bar.getByText("2 selected").waitFor();
    await bar.getByRole("button", { name: "Move to" }).tap();
    await page.getByRole("menuitem", { name: "Medium" }).tap();
    await home.changed(
      "now.md",
      "+50 - Kubernetes operators",
      "+51 - Chinese, 300 characters",
      "-53 - Kubernetes operators",
      "-56 - Chinese, 300 characters",
    );
    await eventually(() => bar.count()).toBe(0);
  });
});

describe("drag and drop", () => {
  test("by mouse into another priority, and to a place within it", async () => {
    const { page, home, row, region, titles } = hands(await visit());
    await dragByMouse(
      page,
      row("Nix, for one machine only"),
      page.getByRole("textbox", { name: "Add to “High”" }),
    );
    await home.changed("now.md", "+39 - Nix, for one machine only", "-49 - Nix, for one machine only");
    await eventually(async () => (await titles(region(/^High /))).at(-1)).toEqual(
      "Nix, for one machine only",
    );
    await dragByMouse(page, row("Kubernetes operators"), row("Raft"));
    await home.changed("now.md", "+49 - Kubernetes operators", "-53 - Kubernetes operators");
    await eventually(() => titles(region(/^Medium /))).toEqual([
      "Build small things, to know how they work",
      "A text editor",
      "A container in 500 lines",
      "A toy database with B-trees",
      "Kubernetes operators",
      "Raft",
    ]);
    // Let go where nothing is: it stays.
    await dragByMouse(page, row("Raft"), page.getByRole("banner"));
    await page.locator("html:not([data-dragging])").waitFor();
    home.unchanged();
  });

  test("by touch, after the finger has rested", async () => {
    const visited = await visit({ size: PHONE });
    const { home, row, region, titles } = hands(visited);
    await dragByTouch(visited, row("Raft"), row("Incident reviews that change something"));
    await home.changed(
      "now.md",
      "+38 - Raft: the paper, then MIT 6.5840",
      "-48 - Raft: the paper, then MIT 6.5840",
    );
    await eventually(async () => (await titles(region(/^High /))).slice(-2)).toEqual([
      "Raft",
      "Incident reviews that change something",
    ]);
  });

  test("by keyboard", async () => {
    const { page, home, row, region, titles } = hands(await visit());
    await row("Raft").click();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await dragging(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await home.changed(
      "now.md",
      "-48 - Raft: the paper, then MIT 6.5840",
      "+49 - Raft: the paper, then MIT 6.5840",
    );
    await eventually(async () => (await titles(region(/^Medium /))).at(-1)).toBe("Raft");
    // The handle keeps the focus; Escape leaves everything as it was.
    await page.keyboard.press("Space");
    await dragging(page);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Escape");
    await page.locator("html:not([data-dragging])").waitFor();
    home.unchanged();

    await row("Kubernetes operators").getByRole("button", { name: "Move Kubernetes operators" }).focus();
    await page.keyboard.press("Space");
    await dragging(page);
    // Into the column on the left, then up to its first item.
    await page.keyboard.press("ArrowLeft");
    const first = row("Build small things, to know how they work");
    await eventually(async () => {
      const there = (await first.getAttribute("data-drop")) !== null;
      if (!there) await page.keyboard.press("ArrowUp");
      return there;
    }).toBe(true);
    await page.keyboard.press("Space");
    await home.changed("now.md", "+42 - Kubernetes operators", "-53 - Kubernetes operators");
    await eventually(() => titles(region(/^Low /))).toEqual([
      "WebAssembly outside the browser",
      "Chinese, 300 characters",
    ]);
  });

  test("what is selected moves together", async () => {
    const { page, home, row } = hands(await visit());
    await row("Raft").click({ modifiers: ["ControlOrMeta"] });
    await row("Kubernetes operators").click({ modifiers: ["ControlOrMeta"] });
    await dragByMouse(page, row("Raft, selected"), page.getByRole("textbox", { name: "Add to “High”" }));
    await home.changed(
      "now.md",
      "+39 - Raft: the paper, then MIT 6.5840",
      "+40 - Kubernetes operators",
      "-48 - Raft: the paper, then MIT 6.5840",
      "-53 - Kubernetes operators",
    );
  });
});

async function dragging(page: Page): Promise<void> {
  await page.locator("html[data-dragging]").waitFor();
}

/** Where a mouse or a finger takes hold of a row, or lets go: above its middle, so before it. */
async function spot(place: Locator, share = 0.5): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await place.boundingBox())!;
  return { x: x + width / 2, y: y + height * share };
}

async function dragByMouse(page: Page, row: Locator, to: Locator): Promise<void> {
  await to.scrollIntoViewIfNeeded();
  await row.scrollIntoViewIfNeeded();
  const from = await spot(row);
  const end = await spot(to, 0.2);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 4, from.y + 8, { steps: 2 });
  await dragging(page);
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.up();
}

async function dragByTouch(visited: Visit, row: Locator, to: Locator): Promise<void> {
  const { page } = visited;
  const cdp = await visited.cdp();
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0) =>
    cdp.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  await to.scrollIntoViewIfNeeded();
  await row.scrollIntoViewIfNeeded();
  const from = await spot(row);
  const end = await spot(to, 0.2);
  await touch("touchStart", from.x, from.y);
  await dragging(page);
  for (let step = 1; step <= 8; step++) {
    await touch("touchMove", from.x, from.y + ((end.y - from.y) * step) / 8);
  }
  await touch("touchEnd");
}

function hands(visit: Visit) {
  return {
    ...visit,
    row: visit.row.bind(visit),
    region: visit.region.bind(visit),
    titles: visit.titles.bind(visit),
  };
}

/** Opens the menu of a row and clicks through it. */
async function choose(page: Page, row: Locator, title: string, ...path: string[]): Promise<void> {
  await row.getByRole("button", { name: `More for ${title}` }).click();
  for (const name of path) await page.getByRole("menuitem", { name, exact: true }).click();
}

/** Runs a command by the palette. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search commands and items" }).fill(name);
  await page.keyboard.press("Enter");
}
