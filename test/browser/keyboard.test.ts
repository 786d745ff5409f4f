// One whole path without a mouse or a finger: open, add, edit, move, finish, undo, log, change the page's text. Only keys
// are pressed; what they reach is asked of the focus.

import type { Page } from "playwright-core";
import { test } from "vitest";
import { eventually, TODAY, withBrowser } from "../browser.ts";

const { visit } = withBrowser();

test("the whole path by keyboard alone", async () => {
  const { page, home } = await visit();
  const first = home.files();
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  const at = (name: string) => eventually(() => focused(page)).toBe(name);

  // The first stop of Tab leads past the navigation.
  await press("Tab");
  await at("Skip to content");

  // A command of the palette: its first letters, Enter.
  await press("Control+k");
  await at("Search commands and items");
  await page.keyboard.type("jot");
  await press("Enter");
  await at("Jot down");
  await page.keyboard.type("+medium Zig");
  await press("Enter");
  await home.changed("now.md", "+50 - Zig");
  await press("Escape");

  // To the new item, by its name; edit title and note.
  await press("Control+k");
  await at("Search commands and items");
  await page.keyboard.type("zig");
  await press("Enter");
  await at("Zig");
  await press("e");
  await at("Title");
  await press("End");
  await page.keyboard.type(" 1.0");
  await press("Tab");
  await at("Note");
  await page.keyboard.type("what it does about errors");
  await press("Enter");
  await home.changed("now.md", "-50 - Zig", "+50 - Zig 1.0: what it does about errors");
  await at("Zig 1.0");

  // Up among its neighbours, up in priority, a step below it, done.
  await press("Alt+ArrowUp");
  await home.changed("now.md", "-49 - Nix, for one machine only", "+50 - Nix, for one machine only");
  await at("Zig 1.0");
  await press("+");
  await home.changed(
    "now.md",
    "+39 - Zig 1.0: what it does about errors",
    "-49 - Zig 1.0: what it does about errors",
  );
  await at("Zig 1.0");
  await press("a");
  await at("New step");
  await page.keyboard.type("read the grammar");
  await press("Enter");
  await home.changed("now.md", "+40   - read the grammar");
  await press("Escape");
  await at("Zig 1.0");
  await press("s");
  await home.changed(
    "now.md",
    "-39 - Zig 1.0: what it does about errors",
    "+39 - Zig 1.0 - doing: what it does about errors",
  );
  await at("Zig 1.0");
  await press("j");
  await at("read the grammar");
  await press("d");
  await home.changed("now.md", "-40   - read the grammar", "+40   - read the grammar - done");
  // The menu of an item.
  await press("k", "m", "ArrowDown");
  await page.getByRole("menu").waitFor();
  await press("Escape");
  await eventually(() => page.getByRole("menu").count()).toBe(0);
  await at("Zig 1.0");

  // All of it back, one after the other: added, edited, moved, raised, a step added, begun, done.
  for (let deed = 0; deed < 7; deed++) {
    const text = home.get("now.md");
    await press("u");
    await eventually(() => home.get("now.md")).not.toBe(text);
  }
  await home.isAgain(first);
  await page.getByRole("button", { name: "Nothing to undo" }).waitFor();
  await press("z");
  await home.changed("now.md", "+50 - Zig");

  // The log.
  await press("g", "o");
  await page.getByRole("heading", { level: 1, name: "Log" }).waitFor();
  await tabTo(page, "What did you do?");
  await page.keyboard.type("learned the keys");
  await press("Enter");
  await home.changed("now.md", `+81 ### ${TODAY}`, "+82 ", "+83 - learned the keys", "+84 ");

  await page.getByRole("article").getByText("learned the keys").waitFor();
  await at("What did you do?");

  // The page.
  await press("Tab", "g", "p");
  await page.getByRole("heading", { level: 1, name: "Now" }).waitFor();
  await tabTo(page, "Text of now.md");
  await press("Control+End");
  await page.keyboard.type("by hand");
  await press("Control+s");
  await home.changed("now.md", "-140 ", "+140 by hand");

  // Why is that line a heading of learning?
  await press("Control+Home");
  await eventually(async () => {
    const meaning = await page.locator(".page-meaning").innerText();
    if (meaning !== "heading · learning") await press("ArrowDown");
    return meaning;
  }).toBe("heading · learning");
  await press("Alt+Enter");
  await eventually(() => page.locator(".why-title").allInnerTexts()).toEqual(["heading · learning"]);
  await press("Escape");
  await eventually(() => page.locator(".why").count()).toBe(0);
});

/** The name of what has the focus, within shadow roots too. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute("aria-label") ?? at?.textContent?.trim() ?? "";
  });
}

/** Goes on with Tab until it is there. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < 60; stop++) {
    const here = await focused(page);
    if (here === name) return;
    passed.push(here);
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${name}: ${passed.join(", ")}`);
}
