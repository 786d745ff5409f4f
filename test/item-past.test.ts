// The past of items by day: what a text of a day meant on that day, and how the item stood then.

import { describe, expect, test } from "vitest";
import type { LocalDate } from "../src/base/index.ts";
import { openPast, spellAt } from "../src/domain/index.ts";
import { pageOf, pastItemsOf } from "./drift-pages.ts";

const day = (text: string): LocalDate => text as LocalDate;

const REVISIONS = [
  ["2021-03-01", pageOf({ High: ["Rust", "  The Book", "Go"], Low: ["Chess"] })],
  ["2021-05-10", pageOf({ Highest: ["Rust language", "  The Book"], High: ["Go"], Low: ["Chess"] })],
  ["2021-06-10", pageOf({ Low: ["Rust language", "  The Book", "Chess", "Rust"] })],
] as const;
const past = openPast(pastItemsOf(REVISIONS));

describe("the past of items", () => {
  test("priority is that of the day", () => {
    const on = (date: string) => past.priorityAt("Rust language", day(date));
    expect(
      ["2021-02-01", "2021-05-09", "2021-05-10", "2021-06-09", "2021-06-10", "2021-12-01"].map(on),
    ).toEqual(["high", "high", "highest", "highest", "low", "low"]);
    expect(past.priorityAt("nothing of the kind", day("2021-05-10"))).toBeNull();
  });

  test("a text means the item that had the name on that day", () => {
    const meant = (text: string, date: string) => past.resolveAt(text, day(date))?.item.path ?? null;
    expect(meant("Rust", "2021-03-20")).toBe("Rust language");
    // The old name after the item was renamed, before another one took it.
    expect(meant("Rust", "2021-05-20")).toBe("Rust language");
    expect(meant("Rust", "2021-06-20")).toBe("Rust");
    expect(meant("Rust language: chapter 4", "2021-03-20")).toBe("Rust language");
    expect(meant("The Book", "2021-03-20")).toBe("Rust language › The Book");
    expect(meant("Rust > The Book", "2021-03-20")).toBe("Rust language › The Book");
    expect(meant("Rustic furniture", "2021-03-20")).toBeNull();
  });

  test("an item that is gone is still known, as it was", () => {
    const place = past.resolveAt("Go, a tour", day("2021-08-01"))!;
    expect(place.item.isOnPage).toBe(false);
    expect(place.spell).toMatchObject({ path: "Go", priority: "high", to: "2021-06-10" });
    expect(past.itemNow("Go")).toBeNull();
  });

  test("steps know their outermost item, sections go without their priority", () => {
    const place = past.resolveAt("The Book", day("2021-05-20"))!;
    expect(place.outermost.path).toBe("Rust language");
    expect(place.spell.section).toBe("Learning");
    expect(spellAt(place.outermost, day("2021-05-20")).priority).toBe("highest");
  });

  test("of several revisions of one day the last one counts, and days never run backwards", () => {
    const items = pastItemsOf([
      ["2021-03-01", pageOf({ High: ["Rust"] })],
      ["2021-03-05", pageOf({ Low: ["Rust"] })],
      ["2021-03-05", pageOf({ Highest: ["Rust"] })],
      ["2021-03-02", pageOf({ Medium: ["Rust"] })],
    ]);
    expect(items[0]!.spells.map(({ from, priority }) => `${from} ${priority}`)).toEqual([
      "1000-01-01 high",
      "2021-03-05 medium",
    ]);
  });
});
