// The Today screen: a plan proposed and accepted, moved with mouse, finger and keys; the clock; an interruption; the check;
// the calendar of days. What is asserted is what stands in the day's note.

import { describe, expect, test } from "vitest";
import { accessibilityProblems, eventually, PHONE, SIZES, withBrowser } from "../browser.ts";
import {
  block,
  drag,
  EVENING,
  has,
  lane,
  lines,
  MINUTE_PX,
  MORNING,
  NOTE,
  PAGE,
  PLANNED,
  dayHome as planned,
} from "../browser-day.ts";

const { visit, makeHome } = withBrowser();
const dayHome = planned.bind(null, makeHome);

describe("with a mouse", () => {
  test("a plan is proposed, shown with its reasons, discarded, and written when it is accepted", async () => {
    const home = dayHome(MORNING, null);
    const { page } = await visit({ home, screen: "" });
    // Today is the first screen.
    await page.getByRole("heading", { level: 1, name: "Tuesday 17 November" }).waitFor();
    await page.getByRole("button", { name: "Propose a plan" }).click();
    const proposed = page.getByRole("list", { name: "Proposed plan" });
    await proposed.getByText("Query planner").first().waitFor();
    await proposed
      .getByText(/highest priority/)
      .first()
      .waitFor();
    await proposed.getByText("Buffer").waitFor();
    home.unchanged();
    await page.getByRole("button", { name: "Discard" }).click();
    await eventually(() => proposed.count()).toBe(0);
    home.unchanged();

    await page.getByRole("button", { name: "Propose a plan" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    await eventually(() => lines(home).some((line) => /^- \[ \] 09:00 - /.test(line))).toBe(true);
    expect(home.get(NOTE)).toContain('planned: "09:00"');
    expect(lines(home).some((line) => line.endsWith("Buffer"))).toBe(true);
    await block(page, /Query planner, highest priority/)
      .first()
      .waitFor();
    await page
      .getByRole("region", { name: "The day so far" })
      .getByText(/^0 min of /)
      .first()
      .waitFor();
  });

  test("blocks are moved, made longer and drawn by dragging; others may write meanwhile", async () => {
    const home = dayHome(MORNING);
    const { page } = await visit({ home, screen: "today" });
    await drag(page, block(page, /Nix/), -120);
    await page.getByText("14:00 – 15:00").waitFor();
    home.unchanged();
    // Somebody adds a line above; the lines' numbers are others now.
    home.edit(
      NOTE,
      "- [ ] 09:00 - 10:00 Query planner",
      "- [ ] 08:00 - 08:30 Mail 📌\n- [ ] 09:00 - 10:00 Query planner",
    );
    await block(page, /Mail/).waitFor();
    await page.mouse.up();
    await has(home, "- [ ] 14:00 - 15:00 Nix");
    expect(lines(home)).toContain("- [>] 16:00 - 17:00 Nix");
    await block(page, /^16:00 – 17:00 Nix.*moved to 14:00/).waitFor();

    await drag(page, block(page, /^14:00 – 15:00 Nix/), -30, "end");
    await page.mouse.up();
    await has(home, "- [ ] 14:00 - 14:30 Nix");

    // Escape leaves all as it was.
    const before = lines(home);
    await drag(page, block(page, /Raft/), 60);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await page.waitForTimeout(200);
    expect(lines(home)).toEqual(before);

    // Empty time becomes a block.
    const raft = (await block(page, /Raft/).boundingBox())!;
    const top = raft.y - 11 * 60 * MINUTE_PX.wide;
    const at = (hours: number): number => top + hours * 60 * MINUTE_PX.wide + 1;
    await page.mouse.move(raft.x + 200, at(13));
    await page.mouse.down();
    await page.mouse.move(raft.x + 200, at(13.7), { steps: 6 });
    await page.mouse.up();
    await page.getByRole("combobox", { name: "New block" }).fill("Reply to Lena");
    await page.keyboard.press("Enter");
    await has(home, "- [ ] 13:00 - 13:45 Reply to Lena");
    await block(page, /^13:00 – 13:45 Reply to Lena/).waitFor();
  });

  test("what is fixed is not overrun silently: the server's sentence stands there, with a way on", async () => {
    const home = dayHome(MORNING);
    const visited = await visit({ home, screen: "today" });
    const { page } = visited;
    await drag(page, block(page, /Nix/), -60);
    await page.mouse.up();
    const refusal = page.getByRole("main").getByRole("alert");
    await refusal.getByText(/landlord/).waitFor();
    expect(lines(home)).toContain("- [ ] 16:00 - 17:00 Nix");
    await refusal.getByRole("button", { name: "Put it there all the same" }).click();
    await has(home, "- [ ] 15:00 - 16:00 Nix");
    await eventually(() => refusal.count()).toBe(0);
    visited.forgive(/409 \(Conflict\)/);
  });
});

test("with the keyboard alone a day is planned, moved, clocked and turned", async () => {
  const home = dayHome(MORNING);
  const { page } = await visit({ home, screen: "list" });
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const at = (name: RegExp) =>
    eventually(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "")).toMatch(
      name,
    );
  await press("g", "t");
  await page.getByRole("heading", { level: 1, name: "Tuesday 17 November" }).waitFor();
  await press("j");
  await at(/Query planner/);
  await press("j", "j");
  await at(/Raft/);
  // Three pushes are one change, and the block keeps the focus.
  await press("ArrowDown", "ArrowDown", "ArrowDown");
  await has(home, "- [ ] 11:45 - 12:15 Raft");
  expect(lines(home)).toContain("- [>] 11:00 - 11:30 Raft");
  await at(/^11:45 – 12:15 Raft/);
  await press("Shift+ArrowDown");
  await has(home, "- [ ] 11:45 - 12:30 Raft");
  await at(/^11:45 – 12:30 Raft/);
  await press("Alt+ArrowUp");
  await has(home, "- [ ] 11:40 - 12:25 Raft");
  await at(/^11:40 – 12:25 Raft/);
  await press("p");
  await has(home, "- [ ] 11:40 - 12:25 Raft 📌");
  await at(/Raft.*pinned/);
  await press("Enter");
  await at(/^What$/);
  await page.keyboard.type("Raft, the paper");
  await press("Escape");
  await at(/Raft.*pinned/);
  await press("Delete");
  await has(home, "- [-] 11:40 - 12:25 Raft 📌");
  await press("n");
  await at(/^New block$/);
  await page.keyboard.type("Stretch");
  await press("Enter");
  await eventually(() => lines(home).filter((line) => line.endsWith("Stretch"))).toHaveLength(1);
  await at(/Stretch/);
  await press("Control+z");
  await eventually(() => lines(home).filter((line) => line.endsWith("Stretch"))).toHaveLength(0);
  await press("]");
  await page.getByRole("heading", { level: 1, name: "Wednesday 18 November" }).waitFor();
  await press("[");
  await page.getByRole("heading", { level: 1, name: "Tuesday 17 November" }).waitFor();
  await press("Escape", "k");
  await at(/./);
  await press("s");
  await eventually(() => lines(home).some((line) => line.includes("09:00 - …"))).toBe(true);
});

describe.for(SIZES)("$name", (size) => {
  test("one touch starts the clock, the page may say so, one touch stops it", async () => {
    const home = dayHome(MORNING, PLANNED.replace("09:00 - 10:00 Query planner", "09:00 - 10:00 Rust"));
    const { page } = await visit({ home, size, screen: "today" });
    await block(page, /^09:00 – 10:00 Rust/)
      .getByRole("button", { name: "Start Rust" })
      .click();
    await has(home, "- 09:00 - … Rust");
    const bar = page.getByRole("region", { name: "Clock" });
    await bar.getByText("since 09:00").waitFor();
    await bar.getByText("Also mark it as doing on the page?").waitFor();
    await bar.getByText("+- Rust - doing").waitFor();
    expect(home.get("now.md")).toBe(PAGE);
    await bar.getByRole("button", { name: "Mark as doing" }).click();
    await eventually(() => home.get("now.md")).toContain("- Rust - doing\n");
    await bar.getByRole("button", { name: "Switch…" }).click();
    const dialog = page.getByRole("dialog", { name: "Switch to something else" });
    await dialog.getByRole("combobox").fill("raf");
    await page.getByRole("option", { name: "Raft" }).click();
    await dialog.getByRole("button", { name: "Start" }).click();
    await has(home, "- 09:00 - … Raft");
    await bar.getByText("Raft", { exact: true }).waitFor();
    await bar.getByRole("button", { name: "Stop" }).click();
    // Less than a minute is nothing.
    await eventually(() => lines(home).filter((line) => line.includes("…"))).toEqual([]);
  });

  test("a clock that ran on by itself asks what really happened before it counts", async () => {
    const note = PLANNED.replace("09:00 - 10:00 Query planner", "08:00 - 08:30 Query planner").replace(
      "## Record\n",
      "## Record\n\n- 08:02 - … Query planner\n",
    );
    const home = dayHome(MORNING, note);
    const { page } = await visit({ home, size, screen: "list" });
    await page.getByRole("navigation").getByRole("link", { name: "Today" }).click();
    const dialog = page.getByRole("dialog", { name: "What really happened?" });
    await dialog.getByText(/past the end of its block at 08:30/).waitFor();
    await dialog.getByRole("button", { name: "Decide later" }).click();
    home.unchanged();
    await page
      .getByRole("region", { name: "Clock" })
      .getByRole("button", { name: "What really happened?" })
      .click();
    await dialog.getByRole("radio", { name: "It ended at another time" }).check();
    await dialog.getByRole("textbox", { name: "End" }).fill("840");
    await dialog.getByRole("button", { name: "That was it" }).click();
    await has(home, "- 08:02 - 08:40 Query planner");
    await eventually(() => dialog.count()).toBe(0);
    await page
      .getByRole("region", { name: "Clock" })
      .getByRole("button", { name: /^Start/ })
      .first()
      .waitFor();
  });

  test("an interruption spends the buffer, moves what can move, and says by name what fell out", async () => {
    const home = dayHome(MORNING);
    const { page } = await visit({ home, size, screen: "today" });
    await page.getByRole("button", { name: "Interruption" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "What came up?" }).fill("alert from billing");
    await dialog.getByRole("radio", { name: "Other" }).check();
    await dialog.getByRole("spinbutton", { name: "Minutes" }).fill("150");
    await dialog.getByRole("button", { name: "Make room" }).click();
    await dialog.getByRole("heading", { name: "What that does to today" }).waitFor();
    await dialog.getByText("The buffer gives 1 h.").waitFor();
    await dialog.getByText("Query planner").first().waitFor();
    await dialog.getByRole("button", { name: "All right" }).click();
    await eventually(() =>
      lines(home).some((line) => /^- 09:00 - … Interruption: alert from billing/.test(line)),
    ).toBe(true);
    expect(lines(home).some((line) => /^- \[-\] .* Buffer/.test(line))).toBe(true);
    await block(page, /Buffer, spent/)
      .first()
      .waitFor();
    await page.getByRole("region", { name: "The day so far" }).getByText("1 h of 1 h").waitFor();
  });

  test("the check comes answered where the records tell, asks the rest, and compares", async () => {
    const conditions =
      "# Conditions\n\n## Healthy\n\n- Rested at noon\n\n## Abnormal\n\n- The plan was a wish\n  - Detect: less than 50% of the plan kept\n- Answered messages all morning\n";
    const note = PLANNED.replace("## Record\n", "## Record\n\n- 09:05 - 09:35 Query planner\n");
    const home = dayHome(EVENING, note, { "conditions.md": conditions });
    const { page } = await visit({ home, size, screen: "today" });
    const card = page.getByRole("region", { name: "Check" });
    const wish = card.getByRole("radiogroup", { name: "The plan was a wish" });
    await eventually(() => wish.getByRole("radio", { name: "Yes" }).isChecked()).toBe(true);
    await card.getByText("2 left to answer").waitFor();
    home.unchanged();
    await card
      .getByRole("radiogroup", { name: "Rested at noon" })
      .getByRole("radio", { name: "Yes" })
      .check();
    await card
      .getByRole("radiogroup", { name: "Answered messages all morning" })
      .getByRole("radio", { name: "No" })
      .check();
    await card.getByRole("textbox", { name: "One line, if you like" }).fill("Too many meetings");
    await card.getByRole("button", { name: "Save the check" }).click();
    await eventually(() => home.get(NOTE)).toContain("- [x] Healthy: Rested at noon");
    const written = home.get(NOTE);
    expect(written).toContain("- [x] Abnormal: The plan was a wish");
    expect(written).toContain("- [ ] Abnormal: Answered messages all morning");
    expect(written).toContain("- Too many meetings");
    await card
      .getByText(/healthy/i)
      .first()
      .waitFor();
    await card.getByText("Too many meetings").waitFor();
    await eventually(() => card.getByRole("button", { name: "Save the check" }).count()).toBe(0);
  });

  test("the calendar of days says how each was kept, and opens it in the same place", async () => {
    const before = PLANNED.replace(
      "## Record\n",
      "## Record\n\n- 09:05 - 10:00 Query planner\n- 10:00 - 11:00 Rust\n",
    );
    const home = dayHome(MORNING, PLANNED, {
      "days/2026-11-16.md": `---\ndate: 2026-11-16\nzone: Europe/Berlin\n---\n${before}`,
    });
    const { page } = await visit({ home, size, screen: "today" });
    await page.getByRole("button", { name: "Days" }).click();
    const cell = page.getByRole("button", { name: /^Monday 16 November, 1 h 55 min of / });
    await cell.waitFor();
    // From today one day back, by its neighbour.
    await page.getByRole("button", { name: /^Tuesday 17 November, today/ }).focus();
    await page.keyboard.press("ArrowUp");
    await eventually(() => cell.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Monday 16 November" }).waitFor();
    expect(new URL(page.url()).hash).toBe("#/today?date=2026-11-16");
    await page.getByRole("button", { name: "Previous day" }).click();
    await page.getByRole("heading", { level: 1, name: "Sunday 15 November" }).waitFor();
    await page.getByText("day off", { exact: true }).first().waitFor();
    await page.getByRole("main").getByRole("button", { name: "Today", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Tuesday 17 November" }).waitFor();
  });

  test("nothing bars the way: axe, width, both themes", async () => {
    const conditions =
      "# Conditions\n\n## Healthy\n\n- Rested at noon\n\n## Abnormal\n\n- Messages all morning\n";
    const note = PLANNED.replace(
      "## Record\n",
      "## Record\n\n- 09:05 - 10:00 Query planner\n- 10:00 - 10:20 Interruption: alert\n- 17:40 - … Raft\n",
    );
    const home = dayHome(EVENING, note, { "conditions.md": conditions });
    const { page } = await visit({ home, size, screen: "today" });
    const found: string[] = [];
    const look = async (what: string): Promise<void> => {
      const problems = await accessibilityProblems(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > size.width) problems.push(`${width} px wide`);
      await page.emulateMedia({ colorScheme: "dark" });
      problems.push(...(await accessibilityProblems(page, ["color-contrast"])));
      await page.emulateMedia({ colorScheme: "light" });
      found.push(...problems.map((problem) => `${what}: ${problem}`));
    };
    await look("day");
    await block(page, /Raft/).click({ position: { x: 20, y: 4 } });
    await page.getByRole("region", { name: "Selected" }).waitFor();
    await look("selected");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Days" }).click();
    await page.getByText("something abnormal").waitFor();
    await look("days");
    await page.getByRole("button", { name: "Interruption" }).click();
    await page.getByRole("dialog").waitFor();
    await look("interruption");
    await page.keyboard.press("Escape");
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    await page.getByRole("button", { name: "Switch…" }).click();
    await page.getByRole("dialog").waitFor();
    await look("switch");
    await page.keyboard.press("Escape");
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    await page.goto(`${new URL(page.url()).origin}/#/today?date=2026-11-18`);
    await page.getByRole("button", { name: "Propose a plan" }).click();
    await page.getByRole("button", { name: "Accept" }).waitFor();
    await look("proposal");
    expect(found).toEqual([]);
  });
});

test("on a phone one lane has the room, a tap selects, buttons push, a resting finger drags", async () => {
  const home = dayHome(MORNING);
  const visited = await visit({ home, size: PHONE, screen: "today" });
  const { page } = visited;
  await block(page, /Rust/).tap({ position: { x: 40, y: 20 } });
  const sheet = page.getByRole("region", { name: "Selected" });
  await sheet.getByRole("heading", { name: "Rust" }).waitFor();
  const target = (await sheet.getByRole("button", { name: "15 minutes later" }).boundingBox())!;
  expect(Math.min(target.width, target.height)).toBeGreaterThanOrEqual(44);
  await sheet.getByRole("button", { name: "15 minutes longer" }).tap();
  await has(home, "- [ ] 10:00 - 11:15 Rust");
  await sheet.getByRole("button", { name: "Close" }).tap();

  // A finger that rests drags; one that moves at once scrolls.
  const raft = block(page, /Raft/).and(page.locator("[data-state=planned]"));
  await raft.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const cdp = await visited.cdp();
  const finger = async (restMs: number, byMin: number): Promise<void> => {
    const box = (await raft.boundingBox())!;
    const [x, y] = [box.x + 60, box.y + box.height / 2];
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", at: number) =>
      cdp.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y: at }] });
    await touch("touchStart", y);
    await page.waitForTimeout(restMs);
    for (let part = 1; part <= 6; part++) await touch("touchMove", y + (part / 6) * byMin * MINUTE_PX.phone);
    await touch("touchEnd", 0);
  };
  const before = lines(home);
  await finger(0, -60);
  await page.waitForTimeout(300);
  expect(lines(home)).toEqual(before);
  await raft.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await page.waitForTimeout(200);
  await finger(500, 60);
  await eventually(() =>
    lines(home).filter((line) => line.startsWith("- [ ]") && line.endsWith("Raft")),
  ).not.toEqual(before.filter((line) => line.endsWith("Raft")));

  await page
    .getByRole("group", { name: "Shown lane" })
    .getByRole("button", { name: /^Record/ })
    .tap();
  await lane(page, "Record").getByText("Nothing is recorded.").waitFor();
  await eventually(() =>
    lane(page)
      .evaluate((element) => element.hasAttribute("inert"))
      .catch(() => true),
  ).toBe(true);
});
