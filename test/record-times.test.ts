// Records by the times that people type: a range in one word or several, a length, ends on other days, hours that come twice;
// and the item that their text names.

import { describe, expect, test } from "vitest";
import { type DayHome, dayHome } from "./day-home.ts";
import { refused } from "./refused.ts";

const PAGE = `# Learning

- Sailing
  - Knots
- Welding
- Origami

## Reading

- The Sea - 12/300
`;

const NOON = "2021-09-13T12:00:00+02:00";

function home(
  now = NOON,
  options: Parameters<typeof dayHome>[1] = {},
  files: Record<string, string> = {},
): DayHome {
  return dayHome({ "now.md": PAGE, ...files }, { now, ...options });
}

const records = (note: string): string[] => note.split("\n").filter((line) => /^- \d/.test(line));

describe("records", () => {
  test.each([
    [["10:00-10:30", "Origami"], "- 10:00 - 10:30 Origami"],
    [["10:00", "-", "10:30 Paper cranes"], "- 10:00 - 10:30 Paper cranes"],
    [["10:00 – 10:30", "Paper", "cranes"], "- 10:00 - 10:30 Paper cranes"],
    [["10:00-10:30", "- 14:00 is the ferry"], "- 10:00 - 10:30 14:00 is the ferry"],
    [["9-10:30", "9", "lives"], "- 09:00 - 10:30 9 lives"],
    [["09:00-10:00", "Call at", "11:00"], "- 09:00 - 10:00 Call at 11:00"],
    [["09:00-05:00", "now", "x"], undefined],
    [["08:00+01:00", "10:00", "Ferry"], "- 09:00 - 10:00 Ferry"],
    [["10:00", "1h30m", "Paper cranes"], "- 10:00 - 11:30 Paper cranes"],
    [["下午1点到下午2点", "折纸"], undefined],
    [["上午9点到10点半", "折纸"], "- 09:00 - 10:30 折纸"],
    [["2021-09-13 10:00 - 2021-09-13 11:00", "Kites"], "- 10:00 - 11:00 Kites"],
    [["45m", "Kites", "and", "strings"], "- 11:15 - 12:00 Kites and strings"],
    [["20m", "weld: a seam"], "- 11:40 - 12:00 weld: a seam"],
    [["20m", "weld"], "- 11:40 - 12:00 weld"],
    [["20m", "the sea"], "- 11:40 - 12:00 The Sea"],
  ])("a stretch of time in one word or several: %j", (words, line) => {
    const mine = home();
    const [from, to, ...text] = words;
    const add = () => mine.act("record-add", { from, to, text: text.join(" ") });
    if (line === undefined) expect(refused(add).code).toBe("usage");
    else {
      add();
      expect(records(mine.note("2021-09-13"))).toEqual([line]);
    }
  });

  test("an end is of the day that its start says", () => {
    const mine = home();
    mine.act("record-add", { from: "2021-09-10", to: "10:00-11:00", text: "Kites" });
    mine.act("record-add", { from: "2021-09-10 23:00", to: "01:00", text: "Stars" });
    expect(records(mine.note("2021-09-10"))).toEqual([
      "- 10:00 - 11:00 Kites",
      "- 23:00 - 2021-09-11 01:00 Stars",
    ]);
  });

  test("a record's times are changed by one word as well", () => {
    const mine = home();
    mine.act("record-add", { from: "10:00-10:30", text: "Origami" });
    mine.act("record-edit", { which: "origami", from: "09:15 - 09:45" });
    expect(records(mine.note("2021-09-13"))).toEqual(["- 09:15 - 09:45 Origami"]);
  });

  test("what is no stretch of time says so, and how to write one", () => {
    const add = (input: Record<string, unknown>) => refused(() => home().act("record-add", input));
    expect(add({ from: "soon", to: "Kites" }).message).toBe("“soon” is not a time.");
    expect(add({ from: "9:00", to: "Kites" }).message).toBe("“Kites” is not a time.");
    expect(add({ from: "9:00" })).toMatchObject({
      message: "Say when it ended as well, or how long it took.",
      hint: expect.stringContaining("09:30-10:45"),
    });
    expect(add({ from: "9:00-10:00" }).message).toBe("Say what the time was spent on.");
    expect(add({ from: "23:00-23:30", to: "Kites" }).hint).toContain("--date yesterday");
  });

  test("the beginning of one item's title names it, a remark stays", () => {
    const files = {
      "now.md": "# Learning\n\n- Nautical charts, of the north\n- Sails\n  - Sewing sails\n",
      "jetzt.md": "# 学习\n\n- Sails 缝帆\n- 绳结的打法\n",
    };
    const mine = (tongue: "en" | "zh") =>
      home(NOON, { tongue, config: { pages: ["now.md", "jetzt.md"] } }, files);
    const line = (text: string, tongue: "en" | "zh" = "en") => {
      const one = mine(tongue);
      one.act("record-add", { from: "9:00", to: "10:00", text });
      return records(one.note("2021-09-13"))[0]?.slice("- 09:00 - 10:00 ".length);
    };
    expect(line("nautical charts: buoys")).toBe("Nautical charts, of the north: buoys");
    expect(line("nautical char")).toBe("nautical char");
    expect(line("绳结：八字结", "zh")).toBe("绳结的打法：八字结");
    expect(line("sewing")).toBe("Sails › Sewing sails");
    expect(line("Sewing machine")).toBe("Sewing machine");
  });

  test("on the day when an hour comes twice, an end may be the second one, and answers say which", () => {
    const mine = home("2021-10-31T12:00+01:00");
    const done = mine.act("record-add", { from: "02:45", to: "02:15", text: "Kites" });
    expect(done.summary).toBe("Recorded “Kites”, 02:45+02:00 to 02:15+01:00 (30m).");
    expect(mine.act("record-drop", { which: "02:45+02:00" }).summary).toBe("Dropped the record “Kites”.");
  });

  test("where the note is of another zone, answers say times of that zone with their offset", () => {
    const files = { "days/2021-09-12.md": "---\nzone: Europe/Berlin\n---\n## Record\n" };
    const mine = home(NOON, { zone: "America/New_York" }, files);
    const done = mine.act("record-add", { from: "22:00-23:00", text: "Kites", date: "2021-09-12" });
    expect(done.summary).toBe("Recorded “Kites”, 2021-09-12 22:00+02:00 to 23:00+02:00 (1h).");
  });
});
