// Two who write: this window and another editor. What either wrote is on the screen, on disk, or offered; and a save that
// fails is loud and keeps what was typed.

import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { eventually, type Home, PHONE, SIZES, WIDE, withBrowser } from "../browser.ts";

const { visit, makeHome, start } = withBrowser();

describe.for(SIZES)("$name", (size) => {
  test("a change of the file shows at once and leaves half-typed text, focus and cursor alone", async () => {
    const visited = await visit({ size });
    const { page, home } = visited;
    const add = page.getByRole("textbox", { name: "Add to “Highest”" });
    await add.fill("half a tit");
    await visited.row("Linux networking").dblclick();
    const title = page.getByRole("form", { name: "Edit" }).getByRole("textbox", { name: "Title" });
    await title.fill("Linux networks");
    await title.press("Home");
    await title.press("ArrowRight");
    // Above the item that is being edited, and by a new file in place of the old one, as vim does it.
    home.edit("now.md", "- Rust - doing\n", "- OCaml\n- Rust - doing\n");
    replaceFile(home, "now.md");
    await visited.row("OCaml").waitFor();
    expect(await title.inputValue()).toBe("Linux networks");
    expect(await cursorOf(title)).toEqual([true, 1]);
    expect(await add.inputValue()).toBe("half a tit");
    await title.press("Enter");
    // goals.md names the item: its private file remembers the former title.
    await home.changed(
      "items/linux-networks.md",
      "+1 ---",
      "+2 title: Linux networks",
      "+3 former:",
      "+4   - Linux networking",
      "+5 ---",
      "+6 ",
      "now.md",
      "-36 - Linux networking: what really happens between `send` and the wire",
      "+36 - Linux networks: what really happens between `send` and the wire",
    );

    await visited.goBy("Log");
    const line = page.getByRole("textbox", { name: "What did you do?" });
    await line.fill("half a line");
    home.edit("now.md", "- Two weeks off.", "- Three weeks off.");
    await page.getByText("Three weeks off.").waitFor();
    expect(await line.inputValue()).toBe("half a line");
    expect(await cursorOf(line)).toEqual([true, 11]);

    await visited.goBy("Reading");
    const progress = page.getByRole("textbox", { name: /^Progress of Designing/ });
    await progress.fill("30");
    home.edit("now.md", "- Clean Architecture", "- Clean Code");
    home.edit("now.md", "The Phoenix Project\n", "The Unicorn Project\n");
    await visited.row("The Unicorn Project").waitFor();
    expect(await progress.inputValue()).toBe("30");
    home.unchanged();
  });
});

test("what is typed while a save is under way stays", async () => {
  const visited = await visit({ size: WIDE });
  const { page, home } = visited;
  const capture = page.getByRole("textbox", { name: "Jot down" });
  const add = page.getByRole("textbox", { name: "Add to “Low”" });
  for (const [field, typed, lines] of [
    [capture, "first thought", ["inbox.md", "+4 - 2026-11-16 first thought"]],
    [add, "Forth", ["now.md", "+57 - Forth"]],
  ] as const) {
    const release = await holdWrite(page);
    await field.fill(typed);
    await field.press("Enter");
    await field.fill("and then another");
    await release();
    await home.changed(...lines);
    await page
      .getByRole("banner")
      .getByRole("button", { name: /^Undo: / })
      .waitFor();
    expect(await field.inputValue()).toBe("and then another");
    await field.fill("");
  }
  await visited.goBy("Reading");
  const progress = page.getByRole("textbox", { name: /^Progress of Designing/ });
  const release = await holdWrite(page);
  await progress.fill("300");
  await progress.press("Enter");
  await progress.fill("31");
  await release();
  const book = "[Designing Data-Intensive Applications](https://dataintensive.net/)";
  await home.changed("now.md", `-62 - ${book} - 296/572`, `+62 - ${book} - 300/572`);
  expect(await progress.inputValue()).toBe("31");
});

test("one item changed in both places: both are shown, and one chooses", async () => {
  const visited = await visit({ size: PHONE });
  const { page, home } = visited;
  const dialog = page.getByRole("dialog", { name: "Changed in two places: Raft" });
  const title = page.getByRole("form", { name: "Edit" }).getByRole("textbox", { name: "Title" });
  await visited.row("Raft").dblclick();
  await title.fill("Raft, by hand");
  home.edit("now.md", "- Raft: the paper", "- Raft, again: the paper");
  await page.getByRole("status").getByText("Changed elsewhere meanwhile").waitFor();
  await title.press("Enter");
  await dialog.getByRole("region", { name: "Yours" }).getByText("Raft, by hand").waitFor();
  await dialog.getByRole("region", { name: "Elsewhere" }).getByText("Raft, again").waitFor();
  home.unchanged();
  await dialog.getByRole("button", { name: "Decide later" }).click();
  expect(await title.inputValue()).toBe("Raft, by hand");

  await title.press("Enter");
  await dialog.getByRole("button", { name: "Keep mine" }).click();
  await home.changed(
    "now.md",
    "-48 - Raft, again: the paper, then MIT 6.5840",
    "+48 - Raft, by hand: the paper, then MIT 6.5840",
  );

  await visited.row("Raft, by hand").dblclick();
  await title.fill("Raft, mine");
  home.edit("now.md", "- Raft, by hand: the paper", "- Raft, theirs: the paper");
  await page.getByRole("status").getByText("Changed elsewhere meanwhile").waitFor();
  await title.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Keep both" }).click();
  await home.changed("now.md", "+49 - Raft, mine: the paper, then MIT 6.5840");

  // Gone elsewhere: what was written can be put back.
  await visited.row("Nix, for one machine only").dblclick();
  await title.fill("Nix, for two machines");
  home.edit("now.md", "- Nix, for one machine only\n", "");
  await page.getByRole("status").getByText("no longer on the page").waitFor();
  await title.press("Enter");
  await page.getByRole("dialog").getByText("It is no longer on the page.").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Keep mine" }).click();
  await eventually(() => home.get("now.md")).toContain("- Nix, for two machines");
});

test("the text changed in both places: merged where that is clear, else both are shown", async () => {
  const visited = await visit({ size: WIDE, screen: "page?line=30" });
  const { page, home } = visited;
  const editor = page.getByRole("textbox", { name: "Text of now.md" });
  await editor.getByText("Rust - doing").click();
  await page.keyboard.press("End");
  await page.keyboard.type("!");
  home.edit("now.md", "- Raft: the paper", "- Raft: the long paper");
  await home.changed("now.md", "-30 - Rust - doing", "+30 - Rust - doing!");
  await page.keyboard.type("?");
  expect(await page.evaluate(() => document.activeElement?.className)).toContain("editor");
  await home.changed("now.md", "-30 - Rust - doing!", "+30 - Rust - doing!?");

  await page.keyboard.type(" mine");
  home.edit("now.md", "- Rust - doing!?", "- Rust - doing, theirs");
  await page.getByRole("heading", { name: "This page was changed in two places" }).waitFor();
  const places = page.getByRole("region", { name: "Both versions" });
  await places.getByText("- Rust - doing!? mine").waitFor();
  await places.getByText("- Rust - doing, theirs").waitFor();
  home.unchanged();
  await page.getByRole("group", { name: "Place 1 of 1" }).getByRole("button", { name: "Both" }).click();
  await page.getByRole("button", { name: "Save this" }).click();
  await home.changed("now.md", "+30 - Rust - doing!? mine");
  // Neither version is lost.
  await page.getByText("2 versions set aside").click();
  await page.getByRole("group").or(page.locator("details")).first().waitFor();
  await editor.waitFor();
});

test("a server that has gone: loud, and the text stays until it is back", async () => {
  const visited = await visit({ size: PHONE });
  const { page, home, server } = visited;
  await server.kill();
  await page.getByText("Not connected.").waitFor();
  const add = page.getByRole("textbox", { name: "Add to “High”" });
  await add.fill("typed into the void");
  await add.press("Enter");
  const alert = page.getByRole("alert");
  await alert.getByText("nunc does not answer").waitFor();
  await alert.getByText("typed into the void").waitFor();
  expect(await add.inputValue()).toBe("typed into the void");

  visited.server = await start(home, ["--home", home.path, "--port", String(server.port)]);
  await page.goto(`${visited.server.url}#/list`);
  await eventually(() => add.inputValue()).toBe("typed into the void");
  await add.press("Enter");
  await home.changed("now.md", "+39 - typed into the void");
  visited.forgive(/ERR_CONNECTION_(?:REFUSED|RESET|CLOSED)|ERR_INCOMPLETE_CHUNKED|401|ERR_SOCKET|ERR_EMPTY/);
});

test("a disk that refuses: loud, nothing half-written, and it can be tried again", async () => {
  const home = makeHome();
  // Where the journal should be stands a file: no change can be written down before it happens.
  writeFileSync(join(home.path, "journal"), "");
  const visited = await visit({ size: WIDE, home });
  const { page } = visited;
  const before = home.files();
  await visited.row("Raft").getByRole("button", { name: "Open: Raft" }).click();
  await page.getByRole("alert").getByText("Not saved.").waitFor();
  expect(home.files()).toEqual(before);
  await visited.row("Raft").getByRole("button", { name: "Open: Raft" }).waitFor();
  rmSync(join(home.path, "journal"));
  visited.forgive(/503/);
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
  await home.changed(
    "now.md",
    "-48 - Raft: the paper, then MIT 6.5840",
    "+48 - Raft - done: the paper, then MIT 6.5840",
  );
  await eventually(() => page.getByRole("alert").count()).toBe(0);
});

/** The same bytes in another file. */
function replaceFile(home: Home, file: string): void {
  home.put(`${file}~`, home.get(file));
  renameSync(join(home.path, `${file}~`), join(home.path, file));
}

/** Whether a field has the focus, and where its cursor stands. */
function cursorOf(field: Locator): Promise<[boolean, number | null]> {
  return field.evaluate((element) => [
    document.activeElement === element,
    (element as HTMLInputElement).selectionStart,
  ]);
}

/** Holds back the next write. The answer lets it go, and comes back when the app has drawn what the server said. */
async function holdWrite(page: Page): Promise<() => Promise<void>> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(
    "**/api/act",
    async (route) => {
      await held;
      await route.continue();
    },
    { times: 1 },
  );
  return async () => {
    const answered = page.waitForResponse("**/api/act");
    release();
    await (await answered).finished();
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  };
}
