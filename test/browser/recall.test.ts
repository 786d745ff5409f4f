// Recall in the app: from the note beside the plan through a session, with keys on a wide window and by touch on a phone; the
// cards of an item on its page, with drafts that stay.

import { describe, expect, test } from "vitest";
import {
  accessibilityProblems,
  eventually,
  type Home,
  SIZES,
  type Visit,
  WIDE,
  withBrowser,
} from "../browser.ts";

const { visit, makeHome } = withBrowser();

const PAGE = "# Now\n\n## Learning\n\n- Rust\n- Raft\n";
const RUST =
  "---\ntitle: Rust\n---\n\n## Recall\n\n- Who drops a value?::Its *owner*\n  - 2026-11-10 good 9s\n- A borrow ends with its ==last use==\n";

function home(): Home {
  return makeHome({
    "nunc.yaml": "page: now.md\nzone: Europe/Berlin\n",
    "now.md": PAGE,
    "items/rust.md": RUST,
  });
}

const rust = ({ home }: Visit): string => home.get("items/rust.md");

describe.for(SIZES)("$name", (size) => {
  test("a session: what was missed comes again, an answer is taken back, nothing is left", async () => {
    const visited = await visit({ home: home(), screen: "today", size });
    const { page } = visited;
    const note = page.getByText("To recall: 1 due, 1 new about 1 min, assumed");
    await note.waitFor();
    await page.locator(".recall-due").getByRole("link", { name: "Start" }).click();
    await page.getByText("Who drops a value?").waitFor();
    await page.getByText("2 left").waitFor();
    expect(await page.getByText("Its owner").count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    const answer = page.getByRole("textbox", { name: "Your answer" });
    if (size === WIDE) {
      await page.keyboard.press("e");
      await page.keyboard.type("the owner");
      await page.keyboard.press("Enter");
    } else {
      await answer.fill("the owner");
      await page.getByRole("button", { name: "Show the answer" }).click();
    }
    await page.getByText("Its owner").waitFor();
    await page.getByText("the owner", { exact: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const rate = async (name: string, key: string): Promise<void> => {
      if (size === WIDE) await page.keyboard.press(key);
      else await page.getByRole("button", { name }).click();
    };
    const show = async (): Promise<void> => {
      const button = page.getByRole("button", { name: "Show the answer" });
      await button.waitFor();
      if (size === WIDE) await page.keyboard.press("Space");
      else await button.click();
      await page.getByRole("button", { name: "Good" }).waitFor();
    };
    await rate("Again", "1");
    await page.getByText("A borrow ends with its […]").waitFor();
    expect(rust(visited)).toMatch(/ {2}- 2026-11-16 again(?: \d+s)?: the owner\n/);

    // Taken back, the question comes first again, with what was typed.
    if (size === WIDE) await page.keyboard.press("u");
    else await page.getByRole("button", { name: "Take back" }).click();
    await page.getByText("Who drops a value?").waitFor();
    expect(await answer.inputValue()).toBe("the owner");
    expect(rust(visited)).toBe(RUST);

    await show();
    await rate("Again", "1");
    await page.getByText("A borrow ends with its […]").waitFor();
    await show();
    await page.getByText("last use").waitFor();
    await rate("Easy", "4");
    await page.getByText("Who drops a value?").waitFor();
    await show();
    await rate("Good", "3");
    await page.getByRole("heading", { name: "Nothing is left for today" }).waitFor();
    await page.getByText("3 answers, 2 known").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(rust(visited).match(/^ {2}- 2026-11-16 (?:again|good|easy)/gm)).toHaveLength(3);
    await page.getByRole("link", { name: "Back to today" }).click();
    await page.getByRole("heading", { name: "Monday 16 November" }).waitFor();
    expect(await page.locator(".recall-due").count()).toBe(0);
  });
});

test("the cards of an item: a draft stays, a card is added, changed and removed", async () => {
  const visited = await visit({ home: home(), screen: "item?path=Raft" });
  const { page } = visited;
  const raft = (): string => visited.home.get("items/raft.md");
  await page.getByRole("button", { name: "New card" }).click();
  await page.getByRole("textbox", { name: "Question" }).fill("How many of five may fail?");
  await page.evaluate(() => {
    location.hash = "#/today";
  });
  await page.getByRole("heading", { name: "Monday 16 November" }).waitFor();
  await page.goBack();
  const question = page.getByRole("textbox", { name: "Question" });
  await question.waitFor();
  expect(await question.inputValue()).toBe("How many of five may fail?");
  await page.getByRole("textbox", { name: "Answer" }).fill("Two");
  await page.getByRole("button", { name: "Save" }).click();
  const section = page.locator(".item-recall");
  await section.getByText("not asked yet").waitFor();
  expect(raft()).toBe("---\ntitle: Raft\n---\n\n## Recall\n\n- How many of five may fail?::Two\n");
  await section.getByRole("button", { name: "Cancel" }).click();
  await section.getByRole("button", { name: /^Edit/ }).click();
  await page.getByRole("textbox", { name: "Answer" }).fill("Two:\na majority must stand");
  await page.getByRole("button", { name: "Save" }).click();
  await section.locator(".item-card-answer", { hasText: "a majority must stand" }).waitFor();
  expect(raft()).toContain("- How many of five may fail?\n  ?\n  Two:\n  a majority must stand\n");
  expect(await accessibilityProblems(page)).toEqual([]);
  await section.getByRole("button", { name: /^Remove/ }).click();
  await section.getByText("Nothing to recall of it yet.").waitFor();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await eventually(raft).toContain("- How many of five may fail?\n");
});

test("without cards nothing is said of them", async () => {
  const { page } = await visit({
    home: makeHome({ "nunc.yaml": "page: now.md\nzone: Europe/Berlin\n", "now.md": PAGE }),
    screen: "today",
  });
  await page.getByRole("heading", { name: "Monday 16 November" }).waitFor();
  expect(await page.locator(".recall-due").count()).toBe(0);
});
