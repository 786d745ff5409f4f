// The item page: opened from the list by key, acted on, left again; notes that two write; what became of an item that is gone;
// forecasts with goals and in the list. The same for those who do not see it.

import { describe, expect, test } from "vitest";
import { accessibilityProblems, eventually, SIZES, WIDE, withBrowser } from "../browser.ts";

const { visit, makeHome } = withBrowser();

test("by keyboard: Enter opens the item of the row, keys act on it, Escape goes back to the row", async () => {
  const visited = await visit({ size: WIDE });
  const { page, home, row } = visited;
  await visited.row("Linux networking").click();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Linux networking" }).waitFor();
  expect(page.url()).toContain("#/item?path=Linux+networking");
  await page.getByRole("region", { name: "Forecast" }).getByText("weeks of hours").waitFor();

  // What keys do to a row they do here: state, priority, a step.
  await page.keyboard.press("s");
  await eventually(() => home.get("now.md")).toMatch(/- Linux networking.* - doing/);
  await page.keyboard.press("1");
  await eventually(() => home.get("now.md").indexOf("Linux networking")).toBeLessThan(
    home.get("now.md").indexOf("### High priority"),
  );
  await page.keyboard.press("a");
  await page.getByRole("textbox", { name: "New step" }).fill("Routing tables");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await row.call(visited, "Routing tables").waitFor();
  expect(home.get("now.md")).toMatch(/Linux networking[^\n]*\n(?: +[^\n]*\n)* +- (?:\[ \] )?Routing tables/);

  await page.getByRole("group", { name: "Linux networking", exact: true }).focus();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { level: 1, name: "List" }).waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
    "Linux networking",
  );
});

describe.for(SIZES)("$name", (size) => {
  test("facts are changed in place, a block is planned, a goal is served, notes are kept", async () => {
    const visited = await visit({ size, screen: "item?path=Raft" });
    const { page, home } = visited;
    await page.getByRole("region", { name: "Goals" }).getByText("Serves no goal.").waitFor();
    const estimate = page.getByRole("textbox", { name: "Estimate" });
    await estimate.fill("6h");
    await estimate.press("Enter");
    await eventually(() => home.get("items/raft.md")).toContain("estimate: 6h");
    // A forecast, with what it rests on.
    const forecast = page.getByRole("region", { name: "Forecast" });
    await forecast.getByRole("img", { name: /How long it takes: about .*; 50%: .*; 90%: / }).waitFor();
    await forecast.getByText("0 cases: too few, it rests on the prior").waitFor();
    expect(home.get("forecasts/2026-11.md")).toContain("effort: Raft = ");

    await page.getByRole("combobox", { name: "State" }).selectOption("Doing");
    await eventually(() => home.get("now.md")).toMatch(/- Raft.*- doing/);

    await page.getByRole("button", { name: "Plan a block" }).click();
    const form = page.getByRole("form", { name: "Plan a block" });
    await form.getByLabel("Day").fill("2026-11-19");
    await form.getByLabel("From").fill("13:30");
    await form.getByLabel("For").fill("45m");
    await form.getByRole("button", { name: "Plan it" }).click();
    await page.getByRole("link", { name: "19 Nov 13:30 – 14:15" }).waitFor();
    expect(home.get("days/2026-11-19.md")).toContain("13:30 - 14:15 Raft");

    await page.getByRole("button", { name: "Serve a goal" }).click();
    await page
      .getByRole("combobox", { name: "Which goal it serves" })
      .selectOption("A small tool that somebody else uses");
    await page.getByRole("region", { name: "Goals" }).getByText("help ?/3").waitFor();
    expect(home.get("goals.md")).toContain("- Raft");

    // Notes: written, kept in the private file, changed by another program meanwhile, nothing lost.
    await page.getByRole("button", { name: "Write notes" }).click();
    const notes = page.getByRole("textbox", { name: "Private notes of Raft" });
    await notes.fill("Terms are *logical* clocks.");
    await page.getByRole("button", { name: "Save" }).click();
    await page
      .getByRole("region", { name: "Private notes" })
      .getByText("Terms are logical clocks.")
      .waitFor();
    expect(home.get("items/raft.md")).toBe(
      "---\ntitle: Raft\nestimate: 6h\n---\n\nTerms are *logical* clocks.\n",
    );
    await page.getByRole("region", { name: "Private notes" }).getByRole("button", { name: "Edit" }).click();
    await notes.fill("Mine.");
    home.put("items/raft.md", home.get("items/raft.md").replace("Terms", "All terms"));
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("alert").getByText("All terms are *logical* clocks.").waitFor();
    expect(home.get("items/raft.md")).toContain("All terms");
    expect(await notes.inputValue()).toBe("Mine.");
    visited.forgive(/409/);
    await page.getByRole("button", { name: "Save" }).click();
    await eventually(() => home.get("items/raft.md")).toContain("\n\nMine.\n");
    expect(home.get("now.md")).not.toContain("Mine.");
  });

  test("nothing is wrong with it for those who do not see it, in both themes", async () => {
    for (const theme of ["light", "dark"] as const) {
      const { page } = await visit({ size, theme, screen: "item?path=PostgreSQL+internals" });
      await page.getByRole("region", { name: "Time" }).getByText("14 h 46 min on 8 days").waitFor();
      await page.getByRole("button", { name: "Plan a block" }).click();
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
  });
});

test("a renamed item stays open; one that is gone says what became of it, and comes back", async () => {
  const home = makeHome({
    "nunc.yaml": "version: 1\n",
    "now.md": "# Now\n\n## Learning\n\n- Knots\n- Oars\n",
  });
  const { page } = await visit({ home, screen: "item?path=Knots" });
  await page.keyboard.press("e");
  await page.getByRole("textbox", { name: "Title" }).fill("Knots and bends");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Knots and bends" }).waitFor();
  await eventually(() => page.url()).toContain("Knots+and+bends");
  await page
    .getByRole("region", { name: "Its life" })
    .getByText(/reworded/)
    .waitFor();

  home.put("now.md", "# Now\n\n## Learning\n\n- Oars\n");
  await page.getByText("No longer on the page").waitFor();
  await page.getByText(/It went from the page on/).waitFor();
  await page.getByRole("button", { name: "Put it on the page again" }).click();
  await page.getByRole("combobox", { name: "State" }).waitFor();
  expect(home.get("now.md")).toContain("- Knots and bends");
});

test("forecasts stand in the list where they are wanted, and with goals, never without their cases", async () => {
  const { page, row, goBy } = await visit({ size: WIDE }).then((visited) => ({
    page: visited.page,
    row: visited.row.bind(visited),
    goBy: visited.goBy.bind(visited),
  }));
  expect(await page.getByText("mostly prior").count()).toBe(0);
  await page.getByRole("button", { name: "Forecasts in the list" }).click();
  await row("Rust")
    .getByText(/done .* – .* \(50%, \d weeks of hours, mostly prior\)/)
    .waitFor();
  await goBy("Goals");
  const goal = page.getByRole("article", { name: "Explain any slow query" });
  await goal
    .getByRole("region", { name: "Forecast" })
    .getByText(/3 items · \d weeks of hours/)
    .waitFor();
  await goal.getByText(/by 2026-12-31/).waitFor();
});
