// The record on the Today screen: what was done is corrected with mouse and keys, and never overlaps silently. The clock
// from the List, and what a plan that changed leaves behind.

import { expect, test } from "vitest";
import { eventually, PHONE, withBrowser } from "../browser.ts";
import {
  block,
  DAY,
  drag,
  EVENING,
  has,
  lane,
  lines,
  MORNING,
  NOTE,
  PLANNED,
  dayHome as planned,
} from "../browser-day.ts";

const { visit, makeHome } = withBrowser();
const dayHome = planned.bind(null, makeHome);

const RECORDED = PLANNED.replace(
  "## Record\n",
  "## Record\n\n- 09:00 - 10:00 Query planner\n- 10:30 - 11:30 Rust\n- 14:00 - 15:00 Raft: read the paper\n",
);

test("records are moved, made longer, renamed, added and deleted; an overlap is told and cut only when asked", async () => {
  const home = dayHome(EVENING, RECORDED);
  const visited = await visit({ home, screen: "today" });
  const { page } = visited;
  const record = (name: RegExp) => lane(page, "Record").getByRole("group", { name });

  await drag(page, record(/Raft/), -60);
  await page.mouse.up();
  await has(home, "- 13:00 - 14:00 Raft: read the paper");
  await drag(page, record(/^13:00 – 14:00 Raft/), 30, "end");
  await page.mouse.up();
  await has(home, "- 13:00 - 14:30 Raft: read the paper");

  // Over the one before: said, left alone, then cut.
  await drag(page, record(/Rust/), -60);
  await page.mouse.up();
  const refusal = page.getByRole("main").getByRole("alert");
  await refusal.getByText(/Query planner/).waitFor();
  expect(lines(home)).toContain("- 10:30 - 11:30 Rust");
  await refusal.getByRole("button", { name: "Cut the other one" }).click();
  await has(home, "- 09:30 - 10:30 Rust");
  expect(lines(home)).toContain("- 09:00 - 09:30 Query planner");
  await eventually(() => refusal.count()).toBe(0);
  visited.forgive(/409 \(Conflict\)/);

  await record(/^13:00/).dblclick({ position: { x: 60, y: 12 } });
  const what = page.getByRole("combobox", { name: "What" });
  await what.fill("Raft: solved the exercises");
  await page.keyboard.press("Enter");
  await has(home, "- 13:00 - 14:30 Raft: solved the exercises");

  // Typed times.
  const card = page.getByRole("region", { name: "Selected" });
  await card.getByRole("textbox", { name: "To" }).fill("14:20");
  await page.keyboard.press("Enter");
  await has(home, "- 13:00 - 14:20 Raft: solved the exercises");

  // Time that was forgotten.
  const box = (await record(/^13:00/).boundingBox())!;
  await page.mouse.move(box.x + 200, box.y + box.height + 24);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + box.height + 60, { steps: 4 });
  await page.mouse.up();
  await page.getByRole("combobox", { name: "New record" }).fill("Walk");
  await page.keyboard.press("Enter");
  await eventually(() => lines(home).filter((line) => line.endsWith(" Walk"))).toHaveLength(1);

  await record(/Walk/).focus();
  await page.keyboard.press("Delete");
  await eventually(() => lines(home).filter((line) => line.endsWith(" Walk"))).toHaveLength(0);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await eventually(() => lines(home).filter((line) => line.endsWith(" Walk"))).toHaveLength(1);
});

test("a place that was left says where its block went, and only where one says that it came from there", async () => {
  const note = PLANNED.replace(
    "- [ ] 11:00 - 11:30 Raft\n",
    "- [>] 11:00 - 11:30 Query planner\n- [ ] 11:00 - 11:30 Raft\n- [>] 12:00 - 12:30 Rust\n- [ ] 13:00 - 13:30 Query planner\n  highest priority · next step\n  was at 11:00: for “Raft”\n",
  );
  const home = dayHome(MORNING, note);
  const { page } = await visit({ home, screen: "today" });
  const ghost = block(page, /^11:00 – 11:30 Query planner.*moved to 13:00/);
  await ghost.waitFor();
  await block(page, /^12:00 – 12:30 Rust.*moved away/).waitFor();
  // Its words have room beside what took its time.
  const overlap = await ghost.evaluate((element) => {
    const boxes = [...element.querySelectorAll(".block-name, .block-away")].map((one) =>
      one.getBoundingClientRect(),
    );
    return boxes[0]!.right > boxes[1]!.left || boxes[1]!.right > element.getBoundingClientRect().right;
  });
  expect(overlap).toBe(false);
  // On the block what is new in the reason, all of it beside.
  const came = block(page, /^13:00 – 13:30/);
  await came.click({ position: { x: 30, y: 6 } });
  await page.getByRole("region", { name: "Selected" }).getByText("highest priority · next step").waitFor();
});

test("one touch in the List starts the clock; how hard an item is can be said there", async () => {
  const home = dayHome(MORNING);
  const { page, row } = await visit({ home, screen: "list" }).then((visited) => ({
    page: visited.page,
    row: (title: string) => visited.row(title),
  }));
  await row("Nix").hover();
  await row("Nix").getByRole("button", { name: "Start the clock: Nix" }).click();
  await has(home, "- 09:00 - … Nix");
  await row("Nix").getByText("the clock runs for it").waitFor();
  await row("Rust").getByRole("button", { name: "More for Rust" }).click();
  await page.getByRole("menuitem", { name: "Start the clock" }).click();
  await has(home, "- 09:00 - … Rust");
  await page.getByRole("link", { name: "Clock: Rust" }).waitFor();
  await row("Raft").focus();
  await page.keyboard.press("b");
  await has(home, "- 09:00 - … Raft");

  await row("Raft").getByRole("button", { name: "More for Raft" }).click();
  await page.getByRole("menuitem", { name: "How hard" }).click();
  await page.getByRole("menuitem", { name: "3: wants the best hours" }).click();
  await eventually(() => home.files()["items/raft.md"] ?? "").toMatch(/hard: 3/);
  await row("Raft").getByText("hard 3/3").waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("How hard: not");
  await page.keyboard.press("Enter");
  await eventually(() => row("Raft").getByText("hard 3/3").count()).toBe(0);
});

test("a day off is left alone until one says otherwise; without a list nothing is proposed", async () => {
  const home = dayHome("2026-11-15T08:10:00.000Z", null);
  const { page } = await visit({ home, screen: "today" });
  await page.getByRole("button", { name: "Propose a plan" }).click();
  const card = page.getByRole("region", { name: "Proposed plan" });
  await card.getByText("This is a day off: nothing is planned.").waitFor();
  await eventually(() => card.getByRole("button", { name: "Accept" }).count()).toBe(0);
  await card.getByRole("button", { name: "Plan it all the same" }).click();
  await page.getByRole("list", { name: "Proposed plan" }).getByText("Query planner").first().waitFor();
  await card.getByRole("button", { name: "Accept" }).click();
  await eventually(() => home.files()["days/2026-11-15.md"] ?? "").toMatch(/Query planner/);

  const bare = dayHome(MORNING, null, { "now.md": "# Now\n" });
  const other = await visit({ home: bare, screen: "today" });
  await other.page.getByRole("button", { name: "Propose a plan" }).click();
  await other.page.getByText(/^Nothing on the list wants time/).waitFor();
});

test("late in the day the present is in sight, on a phone too; a broken line says where it is", async () => {
  const broken = PLANNED.replace("- [ ] 11:00 - 11:30 Raft", "- [ ] 11:00 - 10:59x Raft").replace(
    "- [ ] 16:00",
    "- [ ] 31:00",
  );
  const home = dayHome(`${DAY}T19:30:00.000Z`, broken);
  const { page } = await visit({ home, size: PHONE, screen: "today" });
  await eventually(async () => {
    const box = await page.locator(".now-line").boundingBox();
    return box !== null && box.y > 60 && box.y < PHONE.height - 80;
  }).toBe(true);
  const problems = page.getByRole("region", { name: /lines? of this day want/ });
  await problems.getByText(/^Line \d+: .*31:00/).waitFor();
  await problems.getByText(NOTE).waitFor();
  await block(page, /Query planner/).waitFor();
});
