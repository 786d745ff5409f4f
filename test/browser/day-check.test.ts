// The check's other half on the Today screen: conditions from nothing, a correction written and judged, notices told once.

import { describe, expect, test } from "vitest";
import { eventually, SIZES, withBrowser } from "../browser.ts";
import { DAY, EVENING, MORNING, PLANNED, dayHome as planned } from "../browser-day.ts";

const { visit, makeHome } = withBrowser();
const dayHome = planned.bind(null, makeHome);

const MESSAGES = "Answered messages all morning";

/** Checked working days before the Tuesday; on the first ones the abnormal condition held. */
function checkedDays(held: number): Record<string, string> {
  const dates = ["02", "03", "04", "05", "06", "09", "10", "11", "12", "13", "16"];
  return Object.fromEntries(
    dates.map((day, index) => [
      `days/2026-11-${day}.md`,
      `---\ndate: 2026-11-${day}\nzone: Europe/Berlin\n---\n## Plan\n- [ ] 09:00 - 10:00 Rust\n## Record\n- 09:00 - 10:00 Rust\n## Check\n- [${index < held ? "x" : " "}] Abnormal: ${MESSAGES}\n`,
    ]),
  );
}

const conditionsWith = (more: string): Record<string, string> => ({
  "conditions.md": `# Conditions\n\n## Healthy\n\n- Rested at noon\n\n## Abnormal\n\n- ${MESSAGES}\n${more}`,
});

describe.for(SIZES)("$name", (size) => {
  test("where there are no conditions a first set is offered, and one more can be added", async () => {
    const home = dayHome(MORNING);
    const mine = await visit({ home, size, screen: "today" });
    const { page } = mine;
    const card = page.getByRole("region", { name: "Check" });
    await card.getByRole("button", { name: "Add a condition" }).click();
    await card.getByRole("radio", { name: "Abnormal" }).check();
    await card.getByRole("textbox", { name: "In your own words" }).fill("Late again");
    const seen = card.getByRole("textbox", { name: /^Detected/ });
    await seen.fill("worked until the birds sang");
    await card.getByRole("button", { name: "Save" }).click();
    // What cannot be detected is said there, and nothing is lost.
    await card.getByRole("alert").waitFor();
    mine.forgive(/400 \(Bad Request\)/);
    await seen.fill("worked after 22:00");
    await card.getByRole("button", { name: "Save" }).click();
    await eventually(() => home.files()["conditions.md"] ?? "").toMatch(/- Late again\n.*worked after 22:00/);

    const other = dayHome(EVENING);
    const visited = await visit({ home: other, size, screen: "today" });
    const first = visited.page.getByRole("region", { name: "Check" });
    await first.getByRole("button", { name: "Begin with a few common ones" }).click();
    await eventually(() => other.files()["conditions.md"] ?? "").toMatch(/Abnormal/);
    await first.getByRole("button", { name: "Save the check" }).waitFor();
    await first.getByRole("button", { name: "Add a condition" }).waitFor();
  });

  test("what keeps returning gets a correction, with its days", async () => {
    const home = dayHome(MORNING, PLANNED, { ...conditionsWith(""), ...checkedDays(11) });
    const { page } = await visit({ home, size, screen: "today" });
    const card = page.getByRole("region", { name: "Check" });
    await card.getByText(/“Answered messages all morning” held on \d+ of \d+ days/).waitFor();
    await card.getByRole("button", { name: "Write a correction" }).click();
    const form = card.getByRole("form", { name: "Write a correction" });
    await form.getByRole("textbox").first().fill("Messages at eleven and at four only");
    // Its two days have room within the card, and the card within its column.
    const isWider = await card.evaluate((element) => {
      const side = element.parentElement!;
      return element.scrollWidth > element.clientWidth || side.scrollWidth > side.clientWidth;
    });
    expect(isWider).toBe(false);
    await form.getByRole("button", { name: "Cancel" }).click();
    // Given up by mistake: the button has the focus again.
    await eventually(() =>
      card
        .getByRole("button", { name: "Write a correction" })
        .evaluate((element) => element === document.activeElement),
    ).toBe(true);
    await page.keyboard.press("Enter");
    await form.getByRole("textbox").first().fill("Messages at eleven and at four only");
    await form.getByLabel("Judge on").fill("2026-12-04");
    await form.getByRole("button", { name: "Save" }).click();
    await eventually(() => home.get("conditions.md")).toMatch(
      /Correction: Messages at eleven and at four only \(from 2026-11-18, judge on 2026-12-04\)/,
    );
    await eventually(() => card.getByRole("button", { name: "Write a correction" }).count()).toBe(0);
  });

  test("a correction whose day has come shows before and since, and is kept, changed or dropped", async () => {
    const correction = "  - Correction: phone in the drawer (from 2026-11-09, judge on 2026-11-17)\n";
    const home = dayHome(MORNING, PLANNED, { ...conditionsWith(correction), ...checkedDays(5) });
    const { page } = await visit({ home, size, screen: "today" });
    const card = page.getByRole("region", { name: "Check" });
    await card.getByRole("heading", { name: "Time to judge a correction" }).waitFor();
    await card.getByText("5 of 5 days").waitFor();
    await card.getByText("0 of 6 days").waitFor();
    await card.getByRole("button", { name: "Change", exact: true }).click();
    await page.keyboard.press("Escape");
    await card.getByRole("button", { name: "Change", exact: true }).click();
    await card.getByRole("textbox", { name: "What instead?" }).fill("phone in the other room");
    await card.getByRole("button", { name: "Save" }).click();
    await eventually(() => home.get("conditions.md")).toMatch(/phone in the drawer .*- change 2026-11-17/);
    expect(home.get("conditions.md")).toContain("Correction: phone in the other room (from ");
    await eventually(() => card.getByRole("heading", { name: "Time to judge a correction" }).count()).toBe(0);
  });
});

test("a notice is told once, in its minute, and can be switched off", async () => {
  const note = PLANNED.replace("- [ ] 10:00 - 11:00 Rust\n", "- [ ] 10:00 - 10:02 Rust\n");
  const home = dayHome(`${DAY}T08:59:00.000Z`, note);
  const { page } = await visit({ home, screen: "today" });
  await page.clock.install();
  await page.addInitScript(() => {
    const told: string[] = [];
    class Quiet {
      static permission = "granted";
      constructor(title: string) {
        told.push(title);
      }
      close(): void {}
    }
    Object.assign(window, { Notification: Quiet, told });
    Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
  });
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Tuesday 17 November" }).waitFor();
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
  await page.clock.fastForward(45_000);
  expect(await told()).toEqual([]);
  await page.clock.fastForward(16_000);
  await eventually(told).toHaveLength(1);
  expect((await told())[0]).toMatch(/Query planner/);
  // The server's clock stands still, so the same minute comes again; so does a reload.
  await page.clock.fastForward(70_000);
  expect(await told()).toHaveLength(1);
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Tuesday 17 November" }).waitFor();
  await page.clock.fastForward(62_000);
  expect(await told()).toEqual([]);

  await page.getByRole("button", { name: "Language · Theme" }).click();
  const kind = page.getByRole("menuitemcheckbox", { name: "The check is due" });
  await kind.click();
  await eventually(() => kind.getAttribute("aria-checked")).toBe("false");
  const preferences = await page.evaluate(() => localStorage.getItem("nunc.preferences"));
  expect(JSON.parse(preferences ?? "{}").mutedNotices).toEqual(["check"]);
});
