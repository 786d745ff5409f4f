// The Lives screen on a page with a history of four years: figures, lanes by keyboard and by search, the page of a day by the
// slider's keys, items untouched for long answered by one key and undone; without a history; for those who do not see it.

import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import {
  accessibilityProblems,
  eventually,
  type Home,
  PHONE,
  SIZES,
  type Visit,
  WIDE,
  withBrowser,
} from "../browser.ts";

const { visit, makeHome } = withBrowser();

const page = (highest: string, low: string, books: string): string =>
  `---\ntitle: Now\n---\n\n## Learning\n\n### Highest priority\n\n${highest}\n\n### Low priority\n\n${low}\n\n## Books\n\n${books}\n`;

/** Pages by the day on which they were committed. */
const PAGES: [string, string][] = [
  ["2022-11-14", page("- Chess endings\n- Opera", "- Sourdough", "- Walden")],
  [
    "2023-02-01",
    page("- Chess endings\n- Opera\n- Kites", "- Sourdough\n- Bonsai", "- Walden\n- Middlemarch"),
  ],
  [
    "2023-06-01",
    page("- Chess endings\n- Kites", "- Opera\n- Sourdough\n- Bonsai", "- Walden\n- Middlemarch 120/880"),
  ],
  ["2024-03-01", page("- Chess endings\n- Kites", "- Opera\n- Sourdough", "- Walden\n- Middlemarch - done")],
  [
    "2026-10-30",
    page("- Chess endings\n- Kites - doing", "- Opera\n- Sourdough", "- Walden\n- Middlemarch - done"),
  ],
];

function lived(): Home {
  const home = makeHome({ "nunc.yaml": "zone: Europe/Berlin\n" });
  const git = (day: string, ...args: string[]): void => {
    const at = `${day}T12:00:00+00:00`;
    const who = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
    execFileSync("git", [...who, ...args], {
      cwd: home.path,
      env: { ...home.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
    });
  };
  git(PAGES[0]![0], "init", "-q");
  for (const [day, text] of PAGES) {
    home.put("now.md", text);
    git(day, "add", "now.md");
    git(day, "commit", "-qm", "now");
  }
  return home;
}

async function open(options: Parameters<typeof visit>[0] = {}): Promise<Visit> {
  const visited = await visit({ home: lived(), screen: "lives", ...options });
  await visited.page.getByRole("listbox").waitFor();
  return visited;
}

test("`g i` opens it: the years in figures, what was always highest and never touched", async () => {
  const { page } = await visit({ home: lived(), screen: "list", size: WIDE });
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await page.getByText("2022-11-14 to 2026-10-30, 5 revisions from git").waitFor();
  const years = page.getByRole("table").first();
  const rows = await years.getByRole("row").allInnerTexts();
  expect(rows.map((row) => row.split(/\s+/).slice(0, 5).join(" "))).toEqual([
    "Year came finished gone open",
    "2022 0 and 4 at",
    "2023 3 0 0 7",
    "2024 0 1 1 5",
    "2025 0 0 0 5",
    "2026 0 0 0 5",
  ]);
  const never = page.getByRole("heading", { name: "Always highest, never touched" }).locator("..");
  expect(await never.getByRole("listitem").allInnerTexts()).toHaveLength(1);
  await never.getByText("Chess endings").waitFor();
  await never.getByText("at least 4 years").waitFor();
});

test("lanes: arrows go from item to item and from event to event, what is there is said; search, order, table", async () => {
  const { page } = await open({ size: WIDE });
  const lanes = page.getByRole("listbox");
  expect(await lanes.getByRole("option").count()).toBe(7);
  await lanes.focus();
  await page.keyboard.press("ArrowDown");
  const story = page.locator(".life-lane-story");
  await story.getByText("Opera", { exact: true }).waitFor();
  await page.keyboard.press("ArrowRight");
  await story.getByText("2023-06-01 lowered from highest to low").waitFor();
  await story.getByText("event 2 of 3").waitFor();
  expect(await lanes.getAttribute("aria-activedescendant")).toBe(
    await lanes.getByRole("option", { name: /^Opera:/ }).getAttribute("id"),
  );
  await page.keyboard.press("End");
  await story.getByText(/finished after 1 year 1 month, on 2024-03-01/).waitFor();
  await page.getByRole("combobox", { name: "Show" }).selectOption("gone");
  await eventually(() => lanes.getByRole("option").count()).toBe(1);
  await page.getByRole("combobox", { name: "Show" }).selectOption("all");
  await page.getByRole("main").press("/");
  await page.keyboard.type("kite");
  await eventually(() => lanes.getByRole("option").count()).toBe(1);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "As a table" }).click();
  const row = page.getByRole("row", { name: /Bonsai/ });
  await row
    .getByText("low for 1 year 1 month; never begun; gone after 1 year 1 month, on 2024-03-01.")
    .waitFor();
});

test("the page of a day: `d` opens it, the slider's keys go from one page to the next", async () => {
  const { page } = await open({ size: WIDE });
  await page.getByRole("main").press("d");
  const slider = page.getByRole("slider", { name: "Day" });
  await slider.focus();
  await page.keyboard.press("Home");
  expect(await slider.getAttribute("aria-valuetext")).toBe("2022-11-14");
  const side = page.getByRole("region", { name: "The page on a day" }).first();
  await side.getByText("1 other priority").waitFor();
  await side.getByText("3 came since").waitFor({ state: "detached" });
  await side.getByText("2 came since").waitFor();
  await side.getByText("2 came since").click();
  await side.getByRole("listitem").filter({ hasText: "Kites" }).waitFor();
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await side.getByText("1 gone since").waitFor();
  await side.getByText("1 finished since").waitFor();
  await side.locator('p[data-sign="-"]', { hasText: "- Bonsai" }).waitFor();
  await page.keyboard.press("End");
  await side.getByText("the page as it is now").waitFor();
  await eventually(() => side.locator("p[data-sign]").count()).toBe(0);
});

test("untouched for long: one question an item, one key an answer, each undone by undo", async () => {
  const { page, home } = await open({ size: WIDE });
  const text = home.get("now.md");
  await page.getByText("4 of your 5 open items have stood untouched for long").waitFor();
  await page.getByRole("main").press("s");
  const card = page.getByRole("group", { name: /What about this one/ });
  await card.getByText(/untouched for 4 years: last on the page on 2022-11-14/).waitFor();
  await page.keyboard.press("3");
  await eventually(() => home.get("now.md")).toMatch(/### Low priority\n[\s\S]*- Chess endings/);
  await page.getByText("3 of your 5 open items have stood untouched for long").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await eventually(() => home.get("now.md")).toBe(text);
  await card.getByText("Chess endings").waitFor();
  await page.keyboard.press("1");
  await page.getByLabel("The smallest step that would be a start").fill("Rook against pawn, one page");
  await page.keyboard.press("Enter");
  await eventually(() => home.get("now.md")).toContain("- Chess endings\n  - Rook against pawn, one page\n");
  const next = card.getByRole("heading");
  await eventually(() => next.innerText()).not.toContain("Chess");
  const name = (await next.getByRole("link").innerText()).trim();
  await page.keyboard.press("5");
  await eventually(() => Object.values(home.files()).some((file) => file.includes("left: 2026-11-16"))).toBe(
    true,
  );
  await page.getByText("1 left alone for now.").waitFor();
  await eventually(() => next.innerText()).not.toContain(name);
  await page.keyboard.press("2");
  await page.getByRole("button", { name: "Put it into the plan" }).click();
  await eventually(() => home.files()["days/2026-11-17.md"] ?? "").toMatch(/- \[ \] 09:00 - 09:30 /);
  await page.getByText("1 left alone for now, 1 planned.").waitFor();
});

test("no history: says from when it counts, and how to get one", async () => {
  const home = makeHome({ "nunc.yaml": "zone: Europe/Berlin\n", "now.md": PAGES[0]![1] });
  const { page } = await visit({ home, screen: "lives", size: PHONE });
  await page.getByRole("heading", { name: "No history yet" }).waitFor();
  await page.getByText("so its story counts from 2026-11-16").waitFor();
  await page.getByText("inside a clone of your blog").waitFor();
});

describe.for(SIZES)("$name", (size) => {
  test.for(["en-GB", "zh-CN"])("accessible, no wider than the window: %s", async (locale) => {
    const { page } = await open({ size, locale });
    await page.locator(".stale-head .button").click();
    await page.locator(".lives-tools-end .button").last().click();
    await page.locator(".page-day-lines").waitFor();
    const found = await accessibilityProblems(page);
    await page.emulateMedia({ colorScheme: "dark" });
    found.push(...(await accessibilityProblems(page, ["color-contrast"])));
    await page.locator(".lives-tools-end .button").first().click();
    found.push(...(await accessibilityProblems(page)));
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
  });
});
