// The Log screen: the years as a timeline with the archive, writing into it, and moving old entries away.

import { describe, expect, test } from "vitest";
import { eventually, PHONE, SIZES, TODAY, withBrowser } from "../browser.ts";

const { visit } = withBrowser();

describe.for(SIZES)("$name", (size) => {
  test("the page's entries and the archive's are one timeline; what is old moves from one to the other", async () => {
    const { page, home } = await visit({ size, screen: "log" });
    await page.getByText("15 entries, 2025 – 2026").waitFor();
    expect(await page.getByRole("heading", { level: 2 }).allInnerTexts()).toEqual(["2026", "2025"]);
    const entries = page.getByRole("article");
    expect(await entries.count()).toBe(15);
    expect(await entries.last().getByText("archive").count()).toBe(1);
    await page.getByRole("article", { name: "2025-03-03" }).getByText("Put the first version").waitFor();
    if (size !== PHONE) await page.getByRole("button", { name: /^June 2025: 1 entry/ }).click();

    const search = page.getByRole("searchbox", { name: "Search the log" });
    await search.fill("tracing");
    await page.getByRole("status").getByText("2 entries").waitFor();
    await eventually(() => entries.count()).toBe(2);
    await search.fill("");
    await eventually(() => entries.count()).toBe(15);

    // Old entries move to the archive of their year, after the change was shown.
    const before = home.files();
    await page.getByRole("button", { name: "Archive…" }).click();
    const dialog = page.getByRole("dialog", { name: "Move old entries to the archive" });
    const day = dialog.getByLabel("Ended before");
    await day.fill("2026-01-01");
    await dialog.getByText("No entry of the page ended before this day.").waitFor();
    await day.fill("2026-02-20");
    const diff = dialog.getByRole("region", { name: "What would change" });
    await diff.getByText("+### 2026-01-05 - 2026-01-11").waitFor();
    await diff.getByText("-### 2026-01-05 - 2026-01-11").waitFor();
    home.unchanged();
    await dialog.getByRole("button", { name: "Move 2 entries" }).click();
    await home.changed(
      "history/2026.md",
      "+1 ---",
      '+2 title: "Now - 2026"',
      "+3 date: 2026-12-31",
      "+4 ---",
      "+5 ",
      "+6 ### 2026-02-02 - 2026-02-15",
      "+7 ",
      "+8 - Finished OSTEP. The chapters on crash consistency explain half of our bugs",
      "+9 ",
      "+10 ### 2026-01-05 - 2026-01-11",
      "+11 ",
      '+12 - Sorted this page: eleven things were "highest", now there are three',
      "+13 ",
      "now.md",
      "-128 ### 2026-02-02 - 2026-02-15",
      "-129 ",
      "-130 - Finished OSTEP. The chapters on crash consistency explain half of our bugs",
      "-131 ",
      "-132 ### 2026-01-05 - 2026-01-11",
      "-133 ",
      '-134 - Sorted this page: eleven things were "highest", now there are three',
      "-135 ",
    );
    await eventually(() => page.getByRole("article").count()).toBe(15);
    await page
      .getByRole("banner")
      .getByRole("button", { name: /^Undo: / })
      .click();
    await home.isAgain(before);
  });

  test("a line goes to today, to the newest entry, or to a range of its own", async () => {
    const { page, home } = await visit({ size, screen: "log" });
    const field = page.getByRole("textbox", { name: "What did you do?" });
    await page.getByRole("button", { name: "“2026-11-09 - 2026-11-15”" }).click();
    await field.fill("Slept on Sunday");
    await field.press("Enter");
    await home.changed("now.md", "+86 - Slept on Sunday");
    await eventually(() => field.inputValue()).toBe("");

    await page.getByRole("button", { name: /^Today/ }).click();
    await field.fill("Rustlings: iterators");
    await field.press("Enter");
    await home.changed("now.md", `+80 ### ${TODAY}`, "+81 ", "+82 - Rustlings: iterators", "+83 ");
    await page.getByRole("article").getByText("Rustlings: iterators").waitFor();

    await page.getByRole("button", { name: "New entry…" }).click();
    await page.getByLabel("From", { exact: true }).fill("2026-06-15");
    await page.getByLabel("To", { exact: true }).fill("2026-06-10");
    await field.fill("A week at the sea");
    await page.getByRole("alert").getByText("The end lies before the start.").waitFor();
    await page.getByLabel("To", { exact: true }).fill("2026-06-21");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await home.changed(
      "now.md",
      "+118 ### 2026-06-15 - 2026-06-21",
      "+119 ",
      "+120 - A week at the sea",
      "+121 ",
    );
  });

  test("a line is edited where it stands, an entry as its Markdown; an archived one too", async () => {
    const { page, home } = await visit({ size, screen: "log" });
    await page.getByText("Gave the talk on tracing; two teams want to try it").click();
    const line = page.getByRole("textbox", { name: "Edit this line" });
    await line.fill("Gave the talk on tracing; **three** teams want to try it");
    await line.press("Enter");
    await home.changed(
      "now.md",
      "-97 - Gave the talk on tracing; two teams want to try it",
      "+97 - Gave the talk on tracing; **three** teams want to try it",
    );
    await page.getByText("three", { exact: true }).waitFor();

    await page.getByText("Wrote down what each one cost").click();
    await line.fill("thrown away");
    await line.press("Escape");
    await page.getByText("Wrote down what each one cost").waitFor();
    home.unchanged();

    await page.getByRole("button", { name: "Edit this entry: 2025-03-03" }).click();
    const source = page.getByRole("textbox", { name: "Markdown of 2025-03-03" });
    expect(await source.inputValue()).toBe("- Put the first version of this page online");
    await source.fill("- Put the first version of this page online\n  - by hand");
    await source.press("Control+Enter");
    await home.changed("history/2025.md", "+24   - by hand");
  });
});
