// What surrounds the screens: quick capture and the inbox, the palette, the help sheet, language and theme, homes with
// several pages, with none, and with a page that lives in a blog.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { command, eventually, LASTMOD, PHONE, SIZES, TODAY, withBrowser } from "../browser.ts";

const { visit, makeHome } = withBrowser();

describe.for(SIZES)("$name", (size) => {
  test("a thought is captured on any screen, waits in the inbox, and gets a place on the page or goes", async () => {
    const visited = await visit({ size, screen: "log" });
    const { page, home } = visited;
    const field = page.getByRole("textbox", { name: "Jot down" });
    await page.keyboard.press("c");
    await eventually(() => focused(page)).toBe("Jot down");
    await page.keyboard.type("eBPF for the on-call desk");
    await page.keyboard.press("Enter");
    await home.changed("inbox.md", `+4 - ${TODAY} eBPF for the on-call desk`);
    await eventually(() => field.inputValue()).toBe("");
    await page.keyboard.type("+high Write the runbook");
    await page.keyboard.press("Enter");
    await home.changed("now.md", "+39 - Write the runbook");

    await visited.openInbox();
    const dialog = page.getByRole("dialog", { name: "Inbox" });
    const note = dialog.getByRole("listitem").filter({ hasText: "eBPF for the on-call desk" });
    await note.getByRole("button", { name: "Put on the page" }).click();
    await page.getByRole("menuitem", { name: "Medium" }).click();
    await home.changed(
      "inbox.md",
      `-4 - ${TODAY} eBPF for the on-call desk`,
      "now.md",
      "+51 - eBPF for the on-call desk",
    );
    await eventually(() => note.count()).toBe(0);
    await dialog
      .getByRole("listitem")
      .filter({ hasText: "ask Lena" })
      .getByRole("button", { name: "Discard" })
      .click();
    await home.changed("inbox.md", "-2 - 2026-11-14 ask Lena how her team writes incident reviews");
    await dialog.getByRole("button", { name: "Close" }).click();
    await eventually(() => dialog.count()).toBe(0);
    // What was placed came from two files and goes back to both.
    const undo = page.getByRole("banner").getByRole("button", { name: /^Undo: / });
    await undo.click();
    await home.changed("inbox.md", "+2 - 2026-11-14 ask Lena how her team writes incident reviews");
    await undo.click();
    await home.changed(
      "inbox.md",
      `+4 - ${TODAY} eBPF for the on-call desk`,
      "now.md",
      "-51 - eBPF for the on-call desk",
    );
  });

  test("the palette finds commands in both languages, and items; the help sheet lists the keys", async () => {
    const visited = await visit({ size });
    const { page } = visited;
    await page.getByRole("button", { name: "Commands" }).click();
    const search = page.getByRole("combobox", { name: "Search commands and items" });
    await search.fill("记录");
    await page.getByRole("option", { name: /^Log/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Log" }).waitFor();

    await page.keyboard.press("Control+k");
    await search.fill("crafting");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Reading" }).waitFor();
    await eventually(() => focused(page)).toBe("Crafting Interpreters");
    await page.keyboard.press("Control+k");
    await search.fill("nothing is called like this");
    await page.getByText("Nothing found.").waitFor();
    await page.keyboard.press("Escape");
    await eventually(() => page.getByRole("dialog").count()).toBe(0);

    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await help.getByText("Make it a step of the one above").waitFor();
    await page.keyboard.press("Escape");
    await eventually(() => help.count()).toBe(0);
  });

  test("it speaks the browser's language and is as dark as the system, or as one likes, and remembers", async () => {
    const visited = await visit({ size, locale: "zh-CN", theme: "dark" });
    const { page, home } = visited;
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    await page.getByRole("heading", { level: 1, name: "清单" }).waitFor();
    await page.getByRole("region", { name: /^最高/ }).waitFor();
    await page.getByRole("group", { name: "哪一页" }).getByRole("button", { name: "此刻" }).click();
    await page.getByRole("textbox", { name: "加到「高」" }).fill("学习 Zig：看看它怎样处理错误");
    await page.keyboard.press("Enter");
    await home.changed("now.zh-CN.md", "+30 - 学习 Zig：看看它怎样处理错误");
    await page.getByRole("complementary", { name: "消息" }).getByText("已添加").first().waitFor();

    await page.getByRole("button", { name: "语言 · 外观" }).click();
    await page.getByRole("menuitemradio", { name: "English" }).click();
    await page.getByRole("heading", { level: 1, name: "List" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "List" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    // The page of another language is still the one that is shown.
    await visited.row("学习 Zig").waitFor();

    // As light or dark as the system, or as one likes.
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await paper();
    await page.emulateMedia({ colorScheme: "light" });
    const light = await paper();
    expect(light).not.toBe(dark);
    await page.getByRole("button", { name: "Language · Theme" }).click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    await eventually(paper).toBe(dark);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "List" }).waitFor();
    expect(await paper()).toBe(dark);
  });

  test("a page without items begins with one thing", async () => {
    const visited = await visit({
      size,
      home: makeHome({ "nunc.yaml": "version: 1\n", "now.md": "# Now\n\n## Learning\n" }),
    });
    const { page, home } = visited;
    await page.getByRole("heading", { level: 1, name: "Begin with one thing" }).waitFor();
    for (const [name, words] of [
      ["Reading", "An empty shelf"],
      ["Log", "Log"],
      ["Page", "Now"],
      ["List", "Begin with one thing"],
    ] as const) {
      await visited.goBy(name);
      await page.getByRole("heading", { level: 1, name: words }).waitFor();
    }
    await page.getByRole("textbox", { name: /^Add to/ }).fill("Latin: amo, amas");
    await page.keyboard.press("Enter");
    await visited.row("Latin").waitFor();
    await home.changed("now.md", "+5 - Latin: amo, amas", "+6 ");
    await visited.goBy("Log");
    await page.getByRole("textbox", { name: "What did you do?" }).fill("amo");
    await page.keyboard.press("Enter");
    await home.changed("now.md", "+7 ## Log", "+8 ", `+9 ### ${TODAY}`, "+10 ", "+11 - amo", "+12 ");
  });
});

test("a home as `nunc init` makes it can be used at once; a home without its page says so", async () => {
  const home = makeHome({});
  command(home, "init", "--home", home.path);
  const visited = await visit({ home });
  await visited.row("Something I want to learn").waitFor();

  const none = await visit({ home: makeHome({ "nunc.yaml": "version: 1\npage: gone.md\n" }) });
  await none.page.getByRole("heading", { level: 1, name: "There is no page yet" }).waitFor();
  expect(await none.page.getByRole("alert").innerText()).toContain("gone.md");
});

test("the first visit says what was read of the page, once", async () => {
  const visited = await visit();
  const { page } = visited;
  await page.getByText("Read from your page: 37 items, 11 log entries.").waitFor();
  await page.getByRole("button", { name: "Looks right" }).click();
  await eventually(() => page.getByText("Read from your page").count()).toBe(0);
  await page.reload();
  await visited.ready();
  expect(await page.getByText("Read from your page").count()).toBe(0);
  visited.home.unchanged();
});

test("a page in a blog is opened where it is, and nothing private comes beside it", async () => {
  const text = `---\ntitle: 此刻\nlastmod: ${LASTMOD}\n---\n\n## 学习\n\n### 高优先级\n\n- Rust\n`;
  const home = makeHome({ "content/now/index.md": text, ".git/HEAD": "ref: refs/heads/main\n" });
  const visited = await visit({
    home,
    args: ["--page", join(home.path, "content/now/index.md")],
    locale: "zh-CN",
  });
  const { page } = visited;
  await page.getByRole("textbox", { name: "加到「高」" }).fill("Zig");
  await page.keyboard.press("Enter");
  await home.changed("content/now/index.md", "+11 - Zig");
  await page.getByRole("textbox", { name: "记一笔" }).fill("谁也不该看到");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^收件箱\s*1$/ }).waitFor();
  home.unchanged();
  expect(readdirSync(home.path).sort()).toEqual([".git", "content"]);
});

/** The name of what has the focus. */
function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? null);
}

test("on a phone every screen is in the bar or behind More, by touch and by keys", async () => {
  const visited = await visit({ size: PHONE, screen: "goals" });
  const { page } = visited;
  const bar = page.getByRole("navigation", { name: "Screens" });
  const isCut = await bar.evaluate((element) => element.scrollWidth > element.clientWidth);
  expect(isCut).toBe(false);
  const names = ["Today", "List", "Log", "Goals", "Review"];
  for (const name of names) expect(await bar.getByRole("link", { name, exact: true }).count()).toBe(1);

  const more = bar.getByRole("button", { name: /^More/ });
  await more.click();
  const menu = page.getByRole("menu", { name: "More screens" });
  await menu.waitFor();
  expect((await menu.getByRole("menuitem").allInnerTexts()).map((text) => text.replace(/\s+/g, " "))).toEqual(
    ["Reading", "Lives", "Page", "Inbox 3"],
  );
  await menu.getByRole("menuitem", { name: "Reading" }).click();
  await page.getByRole("heading", { level: 1, name: "Reading" }).waitFor();
  await bar.getByRole("button", { name: /^More\s*, now Reading\s*Inbox:\s*3$/ }).waitFor();
  expect(await more.getAttribute("aria-current")).toBe("true");

  await more.focus();
  await page.keyboard.press("Enter");
  await menu.waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Inbox" }).waitFor();
  await page.keyboard.press("Escape");
  await more.focus();
  await page.keyboard.press("Enter");
  await menu.waitFor();
  await page.keyboard.press("Escape");
  await eventually(() => menu.count()).toBe(0);
  await eventually(() => more.evaluate((button) => button === document.activeElement)).toBe(true);
});
