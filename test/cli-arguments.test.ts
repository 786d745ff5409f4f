// From the words of a command line to the input of an action: arguments by their place, and by their name.

import { describe, expect, test } from "vitest";
import { findAction } from "../src/actions/index.ts";
import { readCall, splitCommand } from "../src/faces/cli/arguments.ts";
import { refused } from "./refused.ts";

const inputOf = (...words: string[]) =>
  readCall(words, findAction(splitCommand(words).name!, "en"), "en").input;

describe("arguments of a command", () => {
  test("stand in their places, or behind their names", () => {
    const year = { from: "2021-01-01", to: "2021-12-31" };
    expect(inputOf("days", "2021-01-01", "2021-12-31")).toEqual(year);
    expect(inputOf("days", "--to", "2021-12-31", "--from=2021-01-01")).toEqual(year);
    expect(inputOf("days", "--to", "2021-12-31", "2021-01-01")).toEqual(year);
    expect(inputOf("day", "--date", "yesterday")).toEqual({ date: "yesterday" });
    expect(inputOf("record", "add", "09:00", "--to", "10:00", "a", "walk")).toEqual({
      from: "09:00",
      to: "10:00",
      text: "a walk",
    });
  });

  test("are said once", () => {
    expect(refused(() => inputOf("day", "yesterday", "--date", "today")).code).toBe("usage");
    expect(refused(() => inputOf("day", "--date", "yesterday", "--date", "today")).code).toBe("usage");
  });
});
