// The Reading screen: books by state on a shelf, how far each has been read, and the page that follows.

import { describe, expect, test } from "vitest";
import { eventually, SIZES, TODAY, withBrowser } from "../browser.ts";

const { visit } = withBrowser();

describe.for(SIZES)("$name", (size) => {
  test("books stand by state, the finished ones by year; progress is typed where it stands", async () => {
    const visited = await visit({ size, screen: "reading" });
    const { page, home } = visited;
    expect(await visited.titles(visited.region(/^Reading now/))).toEqual([
      "Designing Data-Intensive Applications",
      "Systems Performance, 2nd Edition",
    ]);
    expect(await visited.titles(visited.region(/^To read/))).toHaveLength(4);
    expect(await visited.titles(visited.region(/^Finished/))).toEqual([
      "A Philosophy of Software Design",
      "The Phoenix Project",
      "Operating Systems: Three Easy Pieces",
    ]);
    await visited
      .region(/^Finished/)
      .getByRole("heading", { name: /^2026/ })
      .waitFor();
    const aside = visited.region(/^Put aside/);
    expect(await visited.titles(aside)).toEqual([]);
    await aside.getByRole("button", { name: /^Put aside/ }).click();
    await visited.row("Clean Architecture").waitFor();
    const bar = visited.row("Systems Performance, 2nd Edition").getByRole("progressbar");
    expect(await bar.getAttribute("aria-valuenow")).toBe("12");
    await page.getByText("10 books").waitFor();

    // Progress is typed where it stands; the page keeps its own form.
    const before = home.files();
    const pages = page.getByRole("textbox", { name: "Progress of Designing Data-Intensive Applications" });
    await pages.fill("310");
    await pages.press("Enter");
    await home.changed(
      "now.md",
      "-61 - [Designing Data-Intensive Applications](https://dataintensive.net/) - 296/572",
      "+61 - [Designing Data-Intensive Applications](https://dataintensive.net/) - 310/572",
    );
    await eventually(() => pages.inputValue()).toBe("310/572");
    const percent = page.getByRole("textbox", { name: "Progress of Systems Performance, 2nd Edition" });
    await percent.fill("15");
    await percent.press("Enter");
    await home.changed(
      "now.md",
      "-62 - Systems Performance, 2nd Edition - 12%",
      "+62 - Systems Performance, 2nd Edition - 15%",
    );

    await eventually(() => percent.inputValue()).toBe("15%");
    await percent.fill("about half");
    await percent.press("Enter");
    await page.getByRole("alert").waitFor();
    visited.forgive(/400/);
    expect(await percent.inputValue()).toBe("about half");
    home.unchanged();
    await percent.press("Escape");
    await eventually(() => percent.inputValue()).toBe("15%");

    const undo = page.getByRole("banner").getByRole("button", { name: /^Undo: / });
    await undo.click();
    await home.changed(
      "now.md",
      "-62 - Systems Performance, 2nd Edition - 15%",
      "+62 - Systems Performance, 2nd Edition - 12%",
    );
    await undo.click();
    await home.isAgain(before);
  });

  test("a finished book moves to its label with the day, as the page does it; a new one comes to those to read", async () => {
    const visited = await visit({ size, screen: "reading" });
    const { page, home, row } = { ...visited, row: visited.row.bind(visited) };
    await row("Systems Performance, 2nd Edition")
      .getByRole("button", { name: /^Doing: / })
      .click();
    await home.changed(
      "now.md",
      "-62 - Systems Performance, 2nd Edition - 12%",
      `+70 - ${TODAY} - Systems Performance, 2nd Edition - 12%`,
    );
    const field = page.getByRole("textbox", { name: "Add to “the shelf”" });
    await field.fill("Staff Engineer: Leadership Beyond the Management Track");
    await field.press("Enter");
    await home.changed("now.md", "+68 - Staff Engineer: Leadership Beyond the Management Track");
    await row("Staff Engineer: Leadership Beyond the Management Track").waitFor();
  });
});
