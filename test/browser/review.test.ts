// The Review screen: a stretch chosen by keys and by words, questions answered and kept, the entry for the log with what is private
// taken in by hand and nothing else, charts saved as files, changes from outside; both widths, both themes, both languages.

import { readFileSync } from "node:fs";
import type { Download, Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityProblems, eventually, PHONE, type Visit, WIDE, withBrowser } from "../browser.ts";

const { visit, makeHome } = withBrowser();

const WEEK = "review?range=2026-W46";

async function open(options: Parameters<typeof visit>[0] = {}): Promise<Visit> {
  const visited = await visit({ screen: WEEK, ...options });
  await visited.page.locator(".chart").first().waitFor();
  return visited;
}

const heading = (page: Page) => page.getByRole("main").getByRole("heading", { level: 1 });

test.for([
  { size: WIDE, locale: "en-GB", numbers: "Numbers", draft: "What the lines rest on" },
  { size: PHONE, locale: "zh-CN", numbers: "数据", draft: "每行的依据" },
] as const)(
  "$size.name, $locale: no violations, nothing wider than the window, no words cut off",
  async (options) => {
    const { size, locale, numbers, draft } = options;
    const { page } = await open({ size, locale });
    await page.getByText(numbers).first().click();
    await page.getByText(draft).click();
    const problems = await accessibilityProblems(page);
    await page.emulateMedia({ colorScheme: "dark" });
    problems.push(...(await accessibilityProblems(page, ["color-contrast"])));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > size.width) problems.push(`${width} px wide`);
    const cut = await page.locator(".chart-picture svg").evaluateAll((pictures) =>
      pictures.flatMap((picture) => {
        const frame = picture.getBoundingClientRect();
        return [...picture.querySelectorAll("text")]
          .filter((text) => {
            const box = text.getBoundingClientRect();
            return box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
          })
          .map((text) => text.textContent);
      }),
    );
    expect([...problems, ...cut]).toEqual([]);
  },
);

test("a stretch is chosen by keys, buttons and words", async () => {
  const { page } = await visit();
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await eventually(() => heading(page).textContent()).toBe("Review: 2026, week 47");
  await page.keyboard.press("[");
  await eventually(() => heading(page).textContent()).toBe("Review: 2026, week 46");
  expect(page.url()).toContain("range=2026-W46");
  await page.getByText("Of 26h planned, 10h35m was kept (41%).", { exact: true }).waitFor();
  await page.keyboard.press("3");
  await eventually(() => heading(page).textContent()).toBe("Review: November 2026");
  await page.getByRole("button", { name: "The stretch before" }).click();
  await eventually(() => heading(page).textContent()).toBe("Review: October 2026");
  const any = page.getByRole("textbox", { name: "Any stretch" });
  await any.fill("2026-11-09..2026-11-10");
  await any.press("Enter");
  await eventually(() => heading(page).textContent()).toBe("Review: 2026-11-09 to 2026-11-10");
  await page.getByRole("link", { name: "Now", exact: true }).click();
  await eventually(() => heading(page).textContent()).toBe("Review: 2026, week 47");
  expect(await page.getByRole("button", { name: "The stretch after" }).isDisabled()).toBe(true);
});

test("a stretch that cannot be said is refused in a sentence, with a way back", async () => {
  const visited = await visit({ screen: "review?range=whenever" });
  const { page } = visited;
  await page.getByRole("alert").getByText("“whenever” is no stretch of days.").waitFor();
  await page.getByRole("alert").getByRole("button", { name: "Now" }).click();
  await eventually(() => heading(page).textContent()).toBe("Review: 2026, week 47");
  visited.forgive(/400/);
});

test("questions are answered, kept, and read back; the whole text can be edited; undo takes it back", async () => {
  const { page, home } = await open();
  const write = page.getByRole("region", { name: "The review itself" });
  await write.getByText("Not written yet").waitFor();
  await page.keyboard.press("a");
  await page.keyboard.type("The stand-up could be shorter.\nAnd on Tuesdays ");
  await write.getByText("Not kept yet").waitFor();
  // What was typed outlives a look elsewhere.
  await page.goto(page.url().replace(WEEK, "list"));
  await page.goto(page.url().replace("list", WEEK));
  const first = write.getByRole("textbox").first();
  await eventually(() => first.inputValue()).toBe("The stand-up could be shorter.\nAnd on Tuesdays");
  await first.press("ControlOrMeta+Enter");
  const kept = () => home.files()["reviews/2026-W46.md"] ?? "";
  await eventually(kept).toContain("Answer:\n\nThe stand-up could be shorter.\nAnd on Tuesdays\n");
  expect(kept()).toMatch(/^---\nrange: 2026-W46\n/);
  await write.getByText("Kept", { exact: true }).waitFor();

  await write.getByText("The whole text").click();
  const whole = write.getByRole("textbox", { name: "The review as it will be kept" });
  await whole.fill(`${await whole.inputValue()}\n## Of my own\n\nA good week.\n`);
  await write.getByRole("button", { name: "Keep the review" }).click();
  await eventually(kept).toContain("\n## Of my own\n\nA good week.\n");
  expect(kept()).toContain("The stand-up could be shorter.");

  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await eventually(kept).not.toContain("Of my own");
});

test("a review that was changed elsewhere meanwhile is not overwritten", async () => {
  const visited = await open();
  const { page, home } = visited;
  const write = page.getByRole("region", { name: "The review itself" });
  await write.getByRole("button", { name: "Keep the review" }).click();
  await write.getByText("Kept", { exact: true }).waitFor();
  // The window has not heard of it yet.
  await page.route("**/api/events*", (route) => route.abort());
  await page.route("**/api/state*", (route) => route.abort());
  const text = home.get("reviews/2026-W46.md");
  await write.getByRole("textbox").first().fill("mine");
  home.put("reviews/2026-W46.md", `${text}\nby another editor\n`);
  await write.getByRole("button", { name: "Keep the review" }).click();
  await page.getByText("reviews/2026-W46.md was changed elsewhere meanwhile.").first().waitFor();
  expect(home.get("reviews/2026-W46.md")).toBe(`${text}\nby another editor\n`);
  visited.forgive(/409|ERR_FAILED|EventSource|MIME/);
});

test("the entry for the log: what becomes public is what is shown; what is private gets in by hand only", async () => {
  const { page, home } = await open({ screen: "review?range=2026-W45" });
  const draft = page.getByRole("region", { name: "For the log" });
  const field = draft.getByRole("textbox", { name: "What the entry says" });
  const before = home.get("now.md");
  expect(await field.inputValue()).not.toMatch(/\d+h/);
  await field.fill("- Looked into “slow” queries; wrote it down");
  // One line stays one bullet, whatever marks are in it.
  await draft.getByRole("button", { name: "See the change" }).click();
  const one = draft.locator(".draft-diff");
  expect(await one.textContent()).toMatch(/^\+\s*[-*] Looked into “slow” queries; wrote it down$/m);
  await draft.getByText(/^Interruptions/).click();
  await draft
    .getByRole("button", { name: /^Take in/ })
    .first()
    .click();
  const [first, taken] = (await field.inputValue()).split("\n");
  expect(first).toBe("- Looked into “slow” queries; wrote it down");
  expect(taken).toMatch(/^- ./);
  await draft.getByRole("button", { name: "See the change" }).click();
  const diff = (await draft.locator(".draft-diff").textContent())!;
  expect(diff).toContain("Looked into “slow” queries; wrote it down");
  expect(home.get("now.md")).toBe(before);

  await draft.getByRole("button", { name: "Write to the page" }).click();
  await eventually(() => home.get("now.md")).toContain("Looked into “slow” queries; wrote it down");
  const added = home
    .get("now.md")
    .split("\n")
    .filter((line) => !before.split("\n").includes(line) && !line.startsWith("lastmod"));
  for (const line of added.filter((one) => !one.startsWith("#")))
    expect([first, taken].map((one) => one!.replace(/^[-*] /, ""))).toContain(line.replace(/^[-*] /, ""));
});

async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download") as Promise<Download>, press()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test("charts are saved as SVG and PNG, with their title, and show their numbers", async () => {
  const { page } = await open();
  const chart = page.getByRole("figure", { name: /^Highest and high items got/ });
  const title = (await chart.getByRole("heading").textContent())!;
  const svg = await download(page, () =>
    chart.getByRole("button", { name: `Save as SVG: ${title}` }).click(),
  );
  expect(svg.name).toBe("nunc-review-2026-W46-hours.svg");
  const text = svg.bytes.toString("utf8");
  expect(text).toContain(`<title id="hours-light-title">${title}</title>`);
  const parsed = await page.evaluate((source) => {
    const read = new DOMParser().parseFromString(source, "image/svg+xml");
    return [read.documentElement.tagName, read.querySelectorAll("parsererror").length];
  }, text);
  expect(parsed).toEqual(["svg", 0]);

  const png = await download(page, () =>
    chart.getByRole("button", { name: `Save as PNG: ${title}` }).click(),
  );
  expect(png.name).toBe("nunc-review-2026-W46-hours.png");
  expect(png.bytes.subarray(0, 8)).toEqual(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(text)!;
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([
    2 * Number(width),
    2 * Number(height),
  ]);

  await chart.getByText("Numbers").click();
  const table = chart.getByRole("table");
  expect(await table.getByRole("columnheader").first().textContent()).toBe("From");
  expect(await table.getByRole("row").count()).toBeGreaterThan(3);
  const picture = chart.getByRole("img");
  expect(await picture.getAttribute("aria-label")).toContain("Stacked bars from");
});

test("the plot of importance is saved, too", async () => {
  const { page } = await visit({ screen: "goals" });
  const save = page.getByRole("button", { name: /^Save as SVG:/ });
  const { name, bytes } = await download(page, () => save.click());
  expect(name).toBe("nunc-importance.svg");
  expect(bytes.toString("utf8")).toContain("matters most");
});

test("what another editor does to a past day shows at once, here and on Goals", async () => {
  const home = makeHome();
  const { page } = await open({ home, size: PHONE });
  await page.getByText("17 h 58 min").first().waitFor();
  const record = "- 09:00 - 09:59 PostgreSQL internals › The query planner";
  home.edit("days/2026-11-09.md", record, `- 08:00 - 08:30 Rust\n${record}`);
  await page.getByText("18 h 28 min").first().waitFor();
  await page.goto(page.url().replace(WEEK, "goals"));
  const hours = page.getByText(/recorded from 2026-10-01/).first();
  const before = await hours.textContent();
  home.edit("days/2026-11-09.md", record, `${record} `.replace("09:59", "10:09"));
  await eventually(() => hours.textContent()).not.toBe(before);
});

test("a home without anything says so, and everything still opens", async () => {
  const home = makeHome({ "nunc.yaml": "version: 1\n", "now.md": "# Now\n\n## Learning\n\n- Zig\n" });
  const { page } = await open({ home, screen: "review" });
  await page.getByText("No work was recorded in this time.").waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});
