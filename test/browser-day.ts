// What the browser tests of days share: a home with a planned Tuesday, its note's lines, and the lanes on the screen.

import type { Locator, Page } from "playwright-core";
import { eventually, type Home } from "./browser.ts";

/** A Tuesday. */
export const DAY = "2026-11-17";
export const NOTE = `days/${DAY}.md`;
/** 09:00 in Berlin. */
export const MORNING = `${DAY}T08:00:00.000Z`;
export const EVENING = `${DAY}T17:30:00.000Z`;
/** Tall minutes on a phone, so that a finger finds half an hour. */
export const MINUTE_PX = { wide: 1.2, phone: 1.5 };

export const PAGE = `# Now

## Learning

### Highest

- Query planner
- Zig - doing

### High

- Rust
- Raft

### Low

- Nix
`;

export const PLANNED = [
  "## Plan",
  "",
  "- [ ] 09:00 - 10:00 Query planner",
  "  highest priority",
  "- [ ] 10:00 - 11:00 Rust",
  "- [ ] 11:00 - 11:30 Raft",
  "- [ ] 15:00 - 15:30 Call with the landlord 📌",
  "- [ ] 16:00 - 17:00 Nix",
  "- [ ] 17:00 - 18:00 Buffer",
  "",
  "## Record",
  "",
  "## Check",
  "",
].join("\n");

export function dayHome(
  makeHome: (files: Record<string, string>) => Home,
  now: string,
  note: string | null = PLANNED,
  more: Record<string, string> = {},
): Home {
  const front = `---\ndate: ${DAY}\nzone: Europe/Berlin\nplanned: "08:30"\n---\n`;
  const home = makeHome({
    "nunc.yaml": "version: 1\nzone: Europe/Berlin\n",
    "now.md": PAGE,
    ...(note === null ? {} : { [NOTE]: front + note }),
    ...more,
  });
  home.env.NUNC_NOW = now;
  return home;
}

/** Lines of the note's plan and record, without reasons. */
export function lines(home: Home): string[] {
  try {
    return home
      .get(NOTE)
      .split("\n")
      .filter((line) => /^- .*\d\d:\d\d/.test(line));
  } catch {
    return [];
  }
}

export const has = (home: Home, line: string) => eventually(() => lines(home)).toContain(line);

export function lane(page: Page, name: "Plan" | "Record" = "Plan"): Locator {
  return page.getByRole("region", { name, exact: true });
}

export function block(page: Page, name: RegExp): Locator {
  return lane(page).getByRole("group", { name });
}

/** Drags with the mouse from the middle of an element, or from its edge, by so many minutes. */
export async function drag(
  page: Page,
  what: Locator,
  byMin: number,
  edge: "middle" | "end" = "middle",
): Promise<void> {
  // Far from the window's edges, where the page scrolls along.
  await what.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const box = (await what.boundingBox())!;
  const x = box.x + box.width / 2;
  const y = edge === "middle" ? box.y + box.height / 2 : box.y + box.height - 1;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + (byMin * MINUTE_PX.wide) / 2, { steps: 4 });
  await page.mouse.move(x, y + byMin * MINUTE_PX.wide, { steps: 4 });
}
