// `item` and `item-note`: everything about one item, of homes made by hand: page, private file, goals, days, log, history.

import { describe, expect, test } from "vitest";
import { type ItemData, perform } from "../src/actions/index.ts";
import type { Instant } from "../src/base/index.ts";
import {
  DEFAULT_CONFIG,
  type HistoryRevision,
  itemNotes,
  itemNotesPatches,
  type PageHistory,
} from "../src/domain/index.ts";
import { applyPatches } from "../src/page/index.ts";
import { dayHome } from "./day-home.ts";
import { fakeStore } from "./fake-store.ts";
import { refused } from "./refused.ts";

const PAGE = `# Now

## Learning

### Highest priority

Rivers:

- The Loire: [a map](https://maps.example/r1)
  - Source - done
  - Delta
    - Salt marsh
- Ferries

## Reading

- Ferries of the north 20/100

## Log

### 2026-11-16 - 2026-11-20

- Loire, the delta by boat
- Wrote letters
- see https://www.maps.example/r1/

### 2026-11-02 - 2026-11-08

- Ferries of the north, the first chapters
`;

const note = (date: string, text: string): string => `---\ndate: ${date}\nzone: Europe/Berlin\n---\n${text}`;

const FILES = {
  "now.md": PAGE,
  "items/loire.md":
    "---\ntitle: The Loire\nformer:\n  - The long river\nestimate: 10h+\ndue: 2026-12-24\npin: true\nhard: 2\n---\n\nAsk the ferryman.\n\nAnd **pay** him.\n",
  "goals.md":
    "# Goals\n\n## Goal: Know one river (2026)\n\n### Served by\n\n- The Loire: help 3, 20h, with Ann\n  - [x] boat\n  - [ ] map\n\n## Goal: Cross\n\n### Served by\n\n- The Loire › Delta: help 1\n",
  "days/2026-11-16.md": note(
    "2026-11-16",
    "## Plan\n- [ ] 09:00 - 11:00 The Loire\n- [>] 13:00 - 14:00 The Loire\n- [ ] 15:00 - 16:00 Ferries\n## Record\n- 09:00 - 10:30 The long river: read the map\n- 20:00 - 20:30 Ferries\n",
  ),
  "days/2026-11-20.md": note("2026-11-20", "## Record\n- 09:00 - 10:00 The Loire › Delta：mud\n"),
  "days/2026-11-23.md": note("2026-11-23", "## Plan\n- [ ] 08:00 - 08:30 Ferries\n"),
  "days/2026-11-25.md": note(
    "2026-11-25",
    "## Plan\n- [-] 09:00 - 10:00 The Loire\n- [ ] 10:00 - 11:30 The Loire › Delta › Salt marsh\n",
  ),
};

const home = (files: Record<string, string> = FILES) => dayHome(files, { now: "2026-11-23T08:00:00Z" });
const itemOf = (one: ReturnType<typeof dayHome>, item: string | Record<string, unknown>): ItemData =>
  one.act("item", typeof item === "string" ? { item } : item).data as ItemData;

describe("item", () => {
  const data = itemOf(home(), "Loire");

  test("says what the page says: lines, headings, steps with their steps, why", () => {
    expect(data).toMatchObject({
      path: "The Loire",
      title: "The Loire",
      address: { file: "now.md", line: 9, path: "The Loire" },
      item: {
        markdown:
          "- The Loire: [a map](https://maps.example/r1)\n  - Source - done\n  - Delta\n    - Salt marsh",
        headings: [{ title: "Now" }, { title: "Learning" }, { title: "Highest priority" }],
        group: "Rivers",
        parents: [],
        priority: "highest",
        estimate: "10h+",
        due: "2026-12-24",
        pinned: true,
        hard: 2,
      },
    });
    const [source, delta] = data.item!.steps;
    expect([source!.title, source!.state, delta!.title, delta!.state]).toEqual([
      "Source",
      "done",
      "Delta",
      "open",
    ]);
    expect(delta!.steps.map(({ path }) => path)).toEqual(["The Loire › Delta › Salt marsh"]);
    expect(data.item!.reasons).toContainEqual(
      expect.objectContaining({ what: "priority", value: "highest", says: "as its heading says" }),
    );
    expect(itemOf(home(), "Salt marsh").item!.parents.map(({ title }) => title)).toEqual([
      "The Loire",
      "Delta",
    ]);
  });

  test("says what is private: file, former titles, notes; goals with answers, those of a step too; importance", () => {
    expect(data.file).toMatchObject({
      file: "items/loire.md",
      former: ["The long river"],
      estimateMin: 600,
      estimateKind: "floor",
      notes: "Ask the ferryman.\n\nAnd **pay** him.",
    });
    expect(data.goals.map(({ goal, path, service }) => [goal.title, path, service.help])).toEqual([
      ["Know one river", "The Loire", 3],
      ["Cross", "The Loire › Delta", 1],
    ]);
    expect(data.importance).toMatchObject({ effortMin: 1200, names: "Ann", points: { done: 1, total: 2 } });
  });

  test("adds up its time and that of its steps: by week, with what was planned and what comes next", () => {
    expect(data.time).toMatchObject({
      recordedMin: 150,
      days: 2,
      first: "2026-11-16",
      last: "2026-11-20",
      plannedMin: 120,
      keptMin: 90,
      blocks: 1,
      keptBlocks: 1,
      next: { date: "2026-11-25", min: 90, path: "The Loire › Delta › Salt marsh" },
      weeks: [
        { from: "2026-11-16", recordedMin: 150, plannedMin: 120 },
        { from: "2026-11-23", recordedMin: 0, plannedMin: 0 },
      ],
    });
    expect(data.time.records.map(({ date, min, path, text }) => [date, min, path, text])).toEqual([
      ["2026-11-20", 60, "The Loire › Delta", "mud"],
      ["2026-11-16", 90, "The Loire", "read the map"],
    ]);
    expect(data.actual).toEqual({ estimateMin: 600, recordedMin: 150, ratio: 0.25, isFinal: false });
  });

  test("finds the lines of the log that name it or a step, or have its link; no others", () => {
    expect(data.log).toHaveLength(1);
    expect(data.log[0]).toMatchObject({ from: "2026-11-16", to: "2026-11-20", isArchive: false });
    expect(data.log[0]!.bullets.map(({ text, why }) => [text, why])).toEqual([
      ["Loire, the delta by boat", "words"],
      ["see https://www.maps.example/r1/", "link"],
    ]);
    // A longer title is another item.
    expect(itemOf(home(), { path: "Ferries" }).log).toEqual([]);
    expect(itemOf(home(), "Ferries of the north").log).toHaveLength(1);
  });

  test("a former title finds it, also where others begin with that title by now", () => {
    expect(itemOf(home(), "The long river").path).toBe("The Loire");
    expect(itemOf(home(), { path: "The long river" }).address!.line).toBe(9);
    const renamed = home();
    renamed.act("edit", { item: "Ferries", title: "Boats" });
    expect(itemOf(renamed, "Ferries of the north").title).toBe("Ferries of the north");
    expect(refused(() => itemOf(home(), { path: "Ferr" })).code).toBe("missing");
    expect(refused(() => itemOf(home(), "Canals")).code).toBe("missing");
  });

  test("keeps the forecast that it gives once a day, which no undo takes back; a dry run keeps nothing", () => {
    const one = home();
    one.act("item", { item: "Loire" }, { dryRun: true });
    expect(one.store.text("forecasts/2026-11.md")).toBeNull();
    const { effort, finish } = itemOf(one, "Loire").forecast!;
    expect([effort!.estimateMin, finish!.by]).toEqual([600, "hours"]);
    const kept = one.store.text("forecasts/2026-11.md")!;
    expect(kept.match(/^- /gm)).toHaveLength(2);
    one.act("forecast", { item: "Loire" });
    itemOf(one, "Loire");
    expect(one.store.text("forecasts/2026-11.md")).toBe(kept);
    expect(refused(() => one.act("undo")).code).toBe("missing");
  });

  test("is shown also where the forecast cannot be kept", () => {
    const one = home();
    const { commit } = one.store;
    one.store.commit = () => {
      throw Object.assign(
        refused(() => itemOf(home(), "Canals")),
        { code: "blocked" },
      );
    };
    expect(itemOf(one, "Loire").forecast).not.toBeNull();
    expect(refused(() => one.act("pin", { item: "Loire", off: true })).code).toBe("blocked");
    one.store.commit = commit;
  });
});

describe("an item with a history", () => {
  const FIRST = "# Now\n\n## Learning\n\n- Knots\n- Oars\n\n## Reading\n\n- Tides 40/400\n";
  const TEXTS = [
    FIRST,
    FIRST.replace("Knots", "Knots and bends").replace("40/400", "120/400"),
    FIRST.replace("Knots", "Knots and bends").replace("- Oars\n", "").replace("40/400", "200/400"),
  ];
  const DATES = ["2026-07-06", "2026-08-17", "2026-09-28"];

  function withHistory(files: Record<string, string> = {}) {
    const revisions = DATES.map(
      (date, at): HistoryRevision => ({
        sha: `c${at}`,
        at: `${date}T08:00:00+02:00`,
        parents: at === 0 ? [] : [at - 1],
        files: [{ file: "now.md", isArchive: false, blob: `b${at}` }],
      }),
    );
    const history: PageHistory = {
      revisions,
      isShallow: false,
      read: (blobs, found) => {
        for (const blob of blobs) found(blob, TEXTS[Number(blob[1])]!);
      },
    };
    const store = fakeStore({ "now.md": TEXTS.at(-1)!, ...files });
    const clock = { now: () => "2026-10-05T08:00:00Z" as Instant, zone: () => "Europe/Berlin" };
    const config = { ...DEFAULT_CONFIG, lastmod: false };
    return (name: string, input: object) =>
      perform({ store, clock, config }, name, input as Record<string, unknown>, {
        tongue: "en",
        outside: { pageHistory: () => history },
      }).data as ItemData;
  }

  test("tells its life, and is found by a title that it had", () => {
    const { life, path } = withHistory()("item", { path: "Knots" });
    expect(path).toBe("Knots and bends");
    expect(life).toMatchObject({ source: "git", cameAt: "2026-07-06T08:00:00+02:00", end: null });
    expect(life!.events.map(({ kind }) => kind)).toEqual(["came", "reworded"]);
  });

  test("one that is gone says when, with its records", () => {
    const files = { "days/2026-08-01.md": note("2026-08-01", "## Record\n- 09:00 - 09:45 Oars: oiled\n") };
    const data = withHistory(files)("item", { item: "Oars" });
    expect(data).toMatchObject({ path: "Oars", address: null, item: null, forecast: null });
    expect(data.life).toMatchObject({ end: "gone", endedAt: "2026-09-28T08:00:00+02:00" });
    expect(data.time.records.map(({ min, text }) => [min, text])).toEqual([[45, "oiled"]]);
  });

  test("its pace comes from the commits: eighty pages in six weeks, twice", () => {
    const { forecast } = withHistory()("item", { item: "Tides" });
    expect(forecast!.finish).toMatchObject({ by: "pace", cases: 2 });
    const [low, , median, , high] = forecast!.finish!.dates;
    // Two hundred pages are left: some fifteen weeks from the last commit on.
    expect(median! > "2026-12-01" && median! < "2027-02-28").toBe(true);
    expect(low! < median! && median! < high!).toBe(true);
  });

  test("what a record says of its progress counts where it fits", () => {
    const record = (said: string) => ({
      "days/2026-10-03.md": note("2026-10-03", `## Record\n- 20:00 - 21:00 Tides: ${said}\n`),
    });
    const medianOf = (files: Record<string, string>): string =>
      withHistory(files)("item", { item: "Tides" }).forecast!.finish!.dates[2]!;
    const plain = medianOf(record("tired"));
    expect(medianOf(record("page 300/400")) < plain).toBe(true);
    // Less than the page says, or of another book's total: it is about something else.
    expect(medianOf(record("100/400"))).toBe(plain);
    expect(medianOf(record("12/14"))).toBe(plain);
  });
});

describe("item-note", () => {
  test("adds a paragraph, makes the file where there is none, and is undone as one change", () => {
    const one = home();
    one.act("item-note", { item: "Ferries", text: "They leave at six." });
    expect(one.store.text("items/ferries.md")).toBe("---\ntitle: Ferries\n---\n\nThey leave at six.\n");
    one.act("item-note", { item: "Ferries", text: "Not on Sundays." });
    expect(itemOf(one, { path: "Ferries" }).file!.notes).toBe("They leave at six.\n\nNot on Sundays.");
    one.act("undo");
    one.act("undo");
    expect(one.store.text("items/ferries.md")).toBeNull();
  });

  test("all of the notes are replaced only where the file is as it was seen", () => {
    const one = home();
    const { file } = itemOf(one, "Loire");
    one.act("item-note", { item: "Loire", notes: "Ask the ferryman.\n\nTwice.", hash: file!.hash });
    expect(one.store.text("items/loire.md")).toBe(
      FILES["items/loire.md"].replace("And **pay** him.", "Twice."),
    );
    const error = refused(() => one.act("item-note", { item: "Loire", notes: "x", hash: file!.hash }));
    expect(error).toMatchObject({ code: "conflict", data: { theirs: "Ask the ferryman.\n\nTwice." } });
    expect(refused(() => one.act("item-note", { item: "Loire", notes: "x" })).code).toBe("conflict");
    expect(refused(() => one.act("item-note", { item: "Loire" })).code).toBe("usage");
  });

  test.each([
    ["---\ntitle: A\n---\n", "---\ntitle: A\n---\n\nnew\n"],
    ["---\ntitle: A\n---\n\nold\n", "---\ntitle: A\n---\n\nnew\n"],
    ["---\ntitle: A\n---\n\nold", "---\ntitle: A\n---\n\nnew"],
    ["---\r\ntitle: A\r\n---\r\n\r\nold\r\n\r\n", "---\r\ntitle: A\r\n---\r\n\r\nnew\r\n\r\n"],
    ["---\ntitle: A\n---", "---\ntitle: A\n---\n\nnew\n"],
    ["old\n", "new\n"],
    ["", "new\n"],
    ["---\ntitle: A\n---\n\n## Recall\n\nQ::A\n", "---\ntitle: A\n---\n\nnew\n\n## Recall\n\nQ::A\n"],
    ["---\ntitle: A\n---\n\nold\n\n# 复习\n\nQ::A\n", "---\ntitle: A\n---\n\nnew\n\n# 复习\n\nQ::A\n"],
  ])("front matter, cards and line ends stay: %j", (before, after) => {
    const patches = itemNotesPatches(before, "new");
    expect(applyPatches(before, patches)).toBe(after);
    expect(itemNotes(after)).toBe("new");
    expect(itemNotesPatches(after, "new")).toEqual([]);
  });

  test("taken away, nothing but the notes goes", () => {
    const text = "---\ntitle: A\n---\n\nold\n\n## Recall\n\nQ::A\n";
    expect(applyPatches(text, itemNotesPatches(text, ""))).toBe("---\ntitle: A\n---\n\n## Recall\n\nQ::A\n");
  });
});
