// axe-core on every screen and in every dialog, in both themes, at both widths, in both languages; and nothing is wider
// than the window.

import { describe, expect, test } from "vitest";
import { accessibilityProblems, eventually, SIZES, type Visit, WIDE, withBrowser } from "../browser.ts";

const { visit, makeHome } = withBrowser();

const LANGUAGES = [
  {
    locale: "en-GB",
    inbox: "Inbox",
    place: "Put on the page",
    archive: "Archive…",
    more: "More for Raft",
    priority: "Priority",
    moveTo: "Move to",
    settings: "Language · Theme",
  },
  {
    locale: "zh-CN",
    inbox: "收件箱",
    place: "放到页面",
    archive: "归档…",
    more: "Raft：更多操作",
    priority: "优先级",
    moveTo: "移到",
    settings: "语言 · 外观",
  },
] as const;

describe.for(SIZES)("$name", (size) => {
  describe.for(LANGUAGES)("$locale", (words) => {
    test("no violations", async () => {
      const visited = await visit({ size, locale: words.locale });
      const { page } = visited;
      const found: string[] = [];
      const look = async (what: string): Promise<void> => {
        const problems = await accessibilityProblems(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > size.width) problems.push(`${width} px wide`);
        // The other theme has other colours, and nothing else.
        await page.emulateMedia({ colorScheme: "dark" });
        problems.push(...(await accessibilityProblems(page, ["color-contrast"])));
        await page.emulateMedia({ colorScheme: "light" });
        found.push(...problems.map((problem) => `${what}: ${problem}`));
      };
      await everyScreen(visited, look);
      // Dialogs and menus look the same at the other pairing of width and language.
      if ((size === WIDE) === (words.locale === "en-GB")) await everyLayer(visited, words, look);
      expect(found).toEqual([]);
    });
  });
});

type Look = (what: string) => Promise<void>;

async function everyScreen(visited: Visit, look: Look): Promise<void> {
  for (const screen of ["page", "page?line=12", "reading", "log", "goals", "today", "list"]) {
    await visited.go(screen);
    await look(screen);
  }
}

/** From the list on, every menu, dialog and editor. */
async function everyLayer(visited: Visit, words: (typeof LANGUAGES)[number], look: Look): Promise<void> {
  const { page } = visited;
  const layers = page.locator("[role=dialog], [role=menu]");
  const close = async (): Promise<void> => {
    await eventually(async () => {
      const left = await layers.count();
      if (left > 0) await page.keyboard.press("Escape");
      return left;
    }).toBe(0);
  };
  const menu = page.getByRole("menu");
  const dialog = page.getByRole("dialog");

  await page.getByRole("button", { name: words.more }).click();
  await page.getByRole("menuitem", { name: words.priority }).click();
  await menu.nth(1).waitFor();
  await look("menu of an item");
  await close();
  await page.keyboard.press("x");
  await page.getByRole("toolbar").getByRole("button", { name: words.moveTo }).click();
  await menu.waitFor();
  await look("menu of a selection");
  await close();
  await page.keyboard.press("Control+k");
  await dialog.waitFor();
  await look("palette over a selection");
  await close();
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await page.getByRole("form").waitFor();
  await look("editing a row");
  await page.keyboard.press("Escape");
  await page.keyboard.press("p");
  await dialog.waitFor();
  await look("asking for progress");
  await close();
  await visited.openInbox(words.inbox);
  await dialog.waitFor();
  await look("inbox");
  await dialog.getByRole("button", { name: words.place }).first().click();
  await menu.waitFor();
  await look("placing a note");
  await close();
  await page.getByRole("button", { name: words.settings }).click();
  await menu.waitFor();
  await look("settings");
  await close();
  await page.keyboard.press("?");
  await dialog.waitFor();
  await look("help");
  await close();

  await visited.go("log");
  await page.getByRole("button", { name: words.archive }).click();
  await dialog.getByRole("region").waitFor();
  await look("archive");
  await close();
  await page.locator("[data-bullet]").first().click();
  await page.getByRole("main").getByRole("textbox").nth(1).waitFor();
  await look("editing a line of the log");
  await page.keyboard.press("Escape");

  await visited.go("page?line=13");
  await page.keyboard.press("Alt+Enter");
  await look("page: text and why");
  await page.getByRole("tab").nth(-2).click();
  await look("page: preview");
}

test("no violations where things went wrong, and where nothing is", async () => {
  const home = makeHome({
    "nunc.yaml": "version: 1\npages: [now.md, gone.md]\n",
    "now.md": "# Now\n\n## Log\n\n### 2026-13-01\n\n- a\n",
  });
  const visited = await visit({ home });
  const found: string[] = [];
  for (const screen of ["today", "list", "reading", "log", "page"]) {
    await visited.go(screen);
    found.push(...(await accessibilityProblems(visited.page)));
  }
  expect(found).toEqual([]);
});
