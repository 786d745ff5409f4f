// The Goals screen: the tree with how far each part is, answers changed in place, by dragging and by keys in the plot, the move
// that settles a disagreement, commitments; the same for those who do not see it.

import { rmSync } from "node:fs";
import { join } from "node:path";
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

const GOALS = `# Goals

## Goal: Answer any slow query within the hour (2026 Q4)

### Key results

- Slow queries explained: 6/12
- Shipped
  - [x] name
  - [ ] licence

### Key problems

- Nobody knows a normal day

### Served by

- Raft: help 1, 40h
- Kubernetes operators: help 3, 6h

## Goal: Run ten kilometres - reached 2026-08-30

## Commitments

- weekly 1h: Reflection
`;

const DAY =
  "---\ndate: 2026-11-12\nzone: Europe/Berlin\n---\n## Record\n- 09:00 - 10:30 Raft\n- 17:00 - 18:00 Reflection\n";

/** The example without its goals and its days. */
function withoutGoals(): Home {
  const home = makeHome("example");
  for (const name of ["goals.md", "days", "conditions.md"])
    rmSync(join(home.path, name), { recursive: true, force: true });
  return home;
}

async function open(options: Parameters<typeof visit>[0] = {}): Promise<Visit> {
  const home = withoutGoals();
  home.put("goals.md", GOALS);
  home.put("days/2026-11-12.md", DAY);
  const visited = await visit({ home, screen: "goals", ...options });
  await visited.page.locator(".goal").first().waitFor();
  return visited;
}

/** What goals.md says of an item. */
const lineOf = ({ home }: Visit, name: string): string =>
  home
    .get("goals.md")
    .split("\n")
    .find((line) => line.includes(name)) ?? "";

describe.for(SIZES)("$name", (size) => {
  test("how far each part is, what serves it, the hours; what is changed in place is written", async () => {
    const visited = await open({ size });
    const { page } = visited;
    const goal = page.getByRole("article", { name: "Answer any slow query" });
    const meter = goal.getByRole("meter", { name: "How far: Answer any slow query within the hour" });
    expect(await meter.getAttribute("aria-valuenow")).toBe("50");
    await goal.getByText("1 h 30 min recorded from 2026-10-01 to 2026-11-16, on 1 day with a note").waitFor();

    const figure = goal.getByRole("textbox", { name: "Slow queries explained: the figure now" });
    await figure.fill("9");
    await figure.press("Enter");
    await eventually(() => lineOf(visited, "Slow queries")).toBe("- Slow queries explained: 9/12");
    await goal.getByRole("checkbox", { name: "licence" }).click();
    await eventually(() => lineOf(visited, "licence")).toBe("  - [x] licence");
    await eventually(() => meter.getAttribute("aria-valuenow")).toBe("88");

    await goal.getByRole("combobox", { name: "How much Raft helps" }).selectOption("2");
    await eventually(() => lineOf(visited, "Raft")).toBe("- Raft: help 2, 40h");
    const effort = goal.getByRole("textbox", { name: "Effort of Raft" });
    await effort.fill("12h");
    await effort.press("Enter");
    await eventually(() => lineOf(visited, "Raft")).toBe("- Raft: help 2, 12h");

    await goal.getByRole("button", { name: "Try something" }).click();
    await page.getByRole("textbox", { name: "Try something" }).fill("a dashboard");
    await page.keyboard.press("Enter");
    await eventually(() => lineOf(visited, "Trying")).toBe("  - Trying: a dashboard (since 2026-11-16)");
    await goal.getByRole("button", { name: "Solved: Nobody knows a normal day" }).click();
    await eventually(() => lineOf(visited, "Nobody knows")).toContain(" - solved 2026-11-16");

    await goal.getByRole("button", { name: "Add an item" }).click();
    await page.getByRole("combobox", { name: "Add an item" }).fill("Incident reviews that change something");
    await page.keyboard.press("Enter");
    await eventually(() => lineOf(visited, "Incident")).toBe("- Incident reviews that change something");
  });

  test("a goal is written, changed and closed", async () => {
    const visited = await open({ size });
    const { page, home } = visited;
    await page.getByRole("button", { name: "New goal" }).click();
    await page.getByRole("textbox", { name: "What you are after" }).fill("Sail to Gotland");
    await page.getByRole("textbox", { name: "For which time" }).fill("2027 Q2");
    await page.keyboard.press("Enter");
    await eventually(() => home.get("goals.md")).toContain("\n## Goal: Sail to Gotland (2027 Q2)\n");
    await page.getByRole("button", { name: "Change “Sail to Gotland”" }).click();
    await page.getByRole("button", { name: "Give up" }).click();
    await eventually(() => home.get("goals.md")).toContain(
      "\n## Goal: Sail to Gotland (2027 Q2) - given up 2026-11-16\n",
    );
    await page.getByText("1 open, 2 closed").waitFor();
    await page.getByRole("button", { name: "New goal" }).click();
    await page.getByRole("textbox", { name: "What you are after" }).fill("Rest");
    await page.getByRole("textbox", { name: "For which time" }).fill("some time");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("“some time” is no stretch of days.").waitFor();
    visited.forgive(/400/);
  });

  test("a dot of the plot is dragged, and moved by keys; nothing is written before it is let go", async () => {
    const visited = await open({ size });
    const { page } = visited;
    const dot = page.getByRole("button", { name: /Raft for Answer/ });
    await dot.scrollIntoViewIfNeeded();
    const before = (await dot.boundingBox())!;
    const other = (await page.getByRole("button", { name: /Kubernetes operators for/ }).boundingBox())!;
    await page.mouse.move(before.x + 15, before.y + 15);
    await page.mouse.down();
    await page.mouse.move(before.x, other.y + 15, { steps: 5 });
    await page.mouse.move(other.x + 15, other.y + 15, { steps: 5 });
    const says = page.locator("#plot-keys");
    await says.getByText(/^Raft for .*: help 3, effort 6 h, importance \d+$/).waitFor();
    expect(lineOf(visited, "Raft")).toBe("- Raft: help 1, 40h");
    await page.mouse.up();
    await eventually(() => lineOf(visited, "Raft")).toBe("- Raft: help 3, 6h");

    await says.getByText(/^Arrow keys/).waitFor();

    await dot.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await says.getByText(/^Raft for .*: help 2, effort 8 h/).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowLeft");
    expect(lineOf(visited, "Raft")).toBe("- Raft: help 3, 6h");
    await page.keyboard.press("Enter");
    await eventually(() => lineOf(visited, "Raft")).toBe("- Raft: help 3, 5h");
    await page.getByText("As a table").click();
    await page.getByRole("row", { name: /Raft medium 3 5 h help 3 of 3/ }).waitFor();
  });
});

test("one key settles a disagreement, and can be undone", async () => {
  const visited = await open({ size: WIDE });
  const { page, home } = visited;
  const first = page.locator("[data-disagreement]").first();
  await first.getByText("“Kubernetes operators” stands in low priority, but is the largest help").waitFor();
  await page.getByRole("main").press("y");
  await eventually(() => home.get("now.md")).toMatch(
    /### Medium priority\n[\s\S]*- Kubernetes operators\n\n### Low/,
  );
  await page.getByText("Kubernetes operators” stands in low").waitFor({ state: "detached" });
  await page.keyboard.press("u");
  await eventually(() => home.get("now.md")).toMatch(/### Low priority\n\n- Kubernetes operators\n/);
});

test("`g g` opens it; commitments are said in words; what another editor writes shows", async () => {
  const home = withoutGoals();
  const visited = await visit({ home, screen: "list" });
  const { page } = visited;
  await page.keyboard.press("g");
  await page.keyboard.press("g");
  await page.getByRole("heading", { name: "What are you after?" }).waitFor();
  home.put("days/2026-11-12.md", DAY);
  home.put("goals.md", GOALS);
  await page.getByRole("article", { name: "Answer any slow query" }).waitFor();
  await page.getByText("2026-11-09 – 2026-11-15: 1 h, kept").waitFor({ state: "attached" });
  await page.getByText("1 of 1 kept").waitFor();
});

describe.for(SIZES)("$name", (size) => {
  test.for(["en-GB", "zh-CN"])("accessible, no wider than the window: %s", async (locale) => {
    const visited = await open({ size, locale });
    const { page } = visited;
    await page.locator(".importance-table summary").click();
    await page.locator(".write-line").first().click();
    const found = await accessibilityProblems(page);
    await page.emulateMedia({ colorScheme: "dark" });
    found.push(...(await accessibilityProblems(page, ["color-contrast"])));
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
  });
});
