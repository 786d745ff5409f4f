// The index of a home: it may be wrong, half written, of another nunc, or not to be written at all, and nothing that is
// answered changes by it.

import { spawn } from "node:child_process";
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { perform } from "../src/actions/index.ts";
import type { Instant, LocalDate } from "../src/base/index.ts";
import { type Config, DEFAULT_CONFIG, type Index, readConfig, type Stamp } from "../src/domain/index.ts";
import { openIndex, openStore } from "../src/home/index.ts";
import { type FakeStore, fakeStore } from "./fake-store.ts";
import { makeFolder } from "./home-folder.ts";

const folderOf = (path: string): string => join(path, ".nunc/index");
/** An index whose stamps are trusted at once: as long after the last write as it takes. */
const openLater = (path: string, build = "one"): Index =>
  openIndex({ folder: folderOf(path), root: path, build, now: () => Date.now() + 60_000 });

describe("what is kept", () => {
  const value = { text: "天", map: new Map([["a", 1]]), numbers: Int32Array.of(1, -2), twice: [{}, {}] };

  test("comes back as it was, objects that are named twice as one", () => {
    const { path } = makeFolder();
    const one = { name: "one" };
    openLater(path).write("x", { ...value, twice: [one, one] });
    const read = openLater(path).read("x") as typeof value;
    expect(read).toEqual({ ...value, twice: [one, one] });
    expect(read.twice[0]).toBe(read.twice[1]);
    expect(openLater(path).read("y")).toBeNull();
  });

  test("counts as none where it is of another build, cut short, longer, or one bit fell over", () => {
    const { path } = makeFolder();
    openLater(path).write("x", value);
    const file = join(folderOf(path), "x");
    const bytes = readFileSync(file);
    expect(openLater(path, "two").read("x")).toBeNull();
    for (let at = 0; at < bytes.length; at++) {
      const wrong = Buffer.from(bytes);
      wrong[at]! ^= 1 << (at % 8);
      writeFileSync(file, wrong);
      expect(openLater(path).read("x"), `byte ${at}`).toBeNull();
      writeFileSync(file, bytes.subarray(0, at));
      expect(openLater(path).read("x"), `${at} bytes`).toBeNull();
    }
    writeFileSync(file, Buffer.concat([bytes, Buffer.from("x")]));
    expect(openLater(path).read("x")).toBeNull();
  });

  test("is not kept where it cannot be, and not in a home that is not there yet", () => {
    const { path, put } = makeFolder();
    const gone = join(path, "not-yet");
    openIndex({ folder: folderOf(gone), root: gone, build: "one" }).write("x", value);
    expect(existsSync(gone)).toBe(false);
    put(".nunc", "a file where the folder would be");
    openLater(path).write("x", value);
    expect(openLater(path).read("x")).toBeNull();
    expect(readFileSync(join(path, ".nunc"), "utf8")).toBe("a file where the folder would be");
  });

  test("two processes that write at once: a reader sees one value or the other, whole", async () => {
    const { path } = makeFolder();
    const writers = ["a", "b"].map((name) =>
      spawn(process.execPath, [join(import.meta.dirname, "index-writer.ts"), path, name], { stdio: "pipe" }),
    );
    let left = writers.length;
    const seen = new Set<string>();
    for (const writer of writers) writer.on("close", () => left--);
    while (left > 0) {
      const read = openLater(path).read("x") as string[] | null;
      if (read !== null) seen.add(`${new Set(read).size} ${read.length}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect([...seen]).toEqual(["1 20000"]);
    expect(readdirSync(folderOf(path))).toEqual(["x"]);
  });
});

describe("the stamp of a file", () => {
  test("is another one after a write in place, a rename, a write that keeps the time", () => {
    const { path, put } = makeFolder({ "days/a.md": "one", "days/b.md": "two" });
    const index = openLater(path);
    const stamps: (Stamp | null)[] = [index.stamp("days/a.md")];
    put("days/a.md", "three");
    stamps.push(index.stamp("days/a.md"));
    renameSync(join(path, "days/b.md"), join(path, "days/a.md"));
    stamps.push(index.stamp("days/a.md"));
    const [modified] = stamps[2]!;
    put("days/a.md", "four");
    utimesSync(join(path, "days/a.md"), modified / 1000, modified / 1000);
    stamps.push(index.stamp("days/a.md"));
    expect(new Set(stamps.map(String)).size).toBe(4);
    expect(index.stamp("days/b.md")).toBeNull();
  });

  test("is not given for a file that was written a moment ago, or in the future: one more write might leave it as it is", () => {
    const { path, put } = makeFolder({ "a.md": "one" });
    const now = openIndex({ folder: folderOf(path), root: path, build: "one" });
    expect(now.stamp("a.md")).toBeNull();
    put("a.md", "two");
    utimesSync(join(path, "a.md"), 4e9, 4e9);
    expect(openLater(path).stamp("a.md")).toBeNull();
  });
});

const PAGE = `# Now

## Learning

### High priority

- Kubernetes
  - Upgrade a cluster
- Postgres

### Low priority

- Zig

## Log

### 2026-10-12 - 2026-10-18

- Zig: slices
`;
const GOALS = "# Goals\n\n## Commitments\n\n- 2h a week: Postgres\n";
const CONDITIONS =
  "# Conditions\n\n## Healthy\n\n- Slept well\n  - Correction: in bed at ten (from 2026-10-20, judge on 2026-10-26)\n";

/** Days around the night on which Berlin's clocks go back. */
const DATES = ["2026-10-23", "2026-10-24", "2026-10-25", "2026-10-26", "2026-10-27"];
const TEXTS = ["Kubernetes", "Kubernetes › Upgrade a cluster", "Postgres", "Zig", "Zog", "a walk"];

const noteText = fc
  .record({
    zone: fc.constantFrom("", "---\nzone: America/New_York\n---\n"),
    plan: fc.array(fc.tuple(fc.constantFrom("x", " ", ">", "-"), fc.nat(20), fc.constantFrom(...TEXTS)), {
      maxLength: 4,
    }),
    record: fc.array(
      fc.tuple(fc.nat(20), fc.constantFrom(" - 22:15", " - 23:59", " - …"), fc.constantFrom(...TEXTS)),
      { maxLength: 3 },
    ),
    holds: fc.constantFrom("x", " "),
  })
  .map(({ zone, plan, record, holds }) => {
    const hour = (at: number): string => `${String(at).padStart(2, "0")}`;
    return [
      `${zone}## Plan`,
      ...plan.map(([box, at, text]) => `- [${box}] ${hour(at)}:00 - ${hour(at + 1)}:30 ${text}`),
      "## Record",
      ...record.map(([at, end, text]) => `- ${hour(at)}:10${end} ${text}`),
      "## Check",
      `- [${holds}] Healthy: Slept well`,
      "",
    ].join("\n");
  });

type Step = { what: string; file?: string; text?: string | null; from?: string; to?: string };
const dayFileOf = fc.constantFrom(...DATES).map((date) => `days/${date}.md`);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ what: fc.constant("put"), file: dayFileOf, text: noteText }),
  fc.record({ what: fc.constant("put"), file: dayFileOf, text: fc.constant(null) }),
  // As long as it was: only the state of the file tells.
  fc.record({ what: fc.constant("swap"), file: dayFileOf, from: fc.constant("Zig"), to: fc.constant("Zog") }),
  fc.record({ what: fc.constant("swap"), file: dayFileOf, from: fc.constant("[x]"), to: fc.constant("[ ]") }),
  fc.record({
    what: fc.constant("swap"),
    file: fc.constant("now.md"),
    from: fc.constant("Zig"),
    to: fc.constant("Zog"),
  }),
  fc.record({
    what: fc.constant("swap"),
    file: fc.constant("now.md"),
    from: fc.constant("Low"),
    to: fc.constant("Highest"),
  }),
  fc.record({
    what: fc.constant("swap"),
    file: fc.constant("now.md"),
    from: fc.constant("- Postgres"),
    to: fc.constant("- [x] Postgres"),
  }),
  fc.record({
    what: fc.constant("put"),
    file: fc.constant("items/zog.md"),
    text: fc.constant("---\ntitle: Zog\nformer:\n  - Zig\n---\n"),
  }),
  fc.record({
    what: fc.constant("put"),
    file: fc.constant("nunc.yaml"),
    text: fc.constantFrom("", "zone: Asia/Tokyo\n", "dayEnd: 03:00\n", "daysOff: [2026-10-26]\n"),
  }),
  fc.record({ what: fc.constant("later") }),
  fc.record({ what: fc.constant("spoil") }),
);

/** An index that is honest about a home in memory; now and then it has no stamp, as of a file just written. */
function indexOf(
  path: string,
  versions: Map<string, number>,
  store: FakeStore,
  isFresh: (file: string) => boolean,
): Index {
  const { read, write } = openLater(path);
  return {
    read,
    write,
    stamp: (file) => {
      const text = store.text(file);
      return text === null || isFresh(file) ? null : [versions.get(file) ?? 0, 0, text.length, 1];
    },
  };
}

const ASKED: [string, Record<string, unknown>][] = [
  ["days", { from: "2026-10-20", to: "2026-10-28" }],
  ["commitments", {}],
  ["list", {}],
  ["corrections", {}],
  ["goals", {}],
  ["drift", { range: "2026-10-20..2026-10-28" }],
];

test("with the index of earlier runs every answer is as without one, whatever was changed between", () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 3, maxLength: 10 }),
      fc.infiniteStream(fc.nat(9)),
      (steps, chance) => {
        const { path } = makeFolder();
        const store = fakeStore({ "now.md": PAGE, "goals.md": GOALS, "conditions.md": CONDITIONS });
        const versions = new Map<string, number>();
        const put = (file: string, text: string | null): void => {
          store.put(file, text);
          versions.set(file, (versions.get(file) ?? 0) + 1);
        };
        let now = "2026-10-27T17:00:00Z";
        for (const { what, file = "", text = null, from = "", to = "" } of steps) {
          if (what === "put") put(file, text);
          else if (what === "swap") put(file, store.text(file)?.replace(from, to) ?? null);
          else if (what === "later") now = "2026-10-28T09:00:00Z";
          else
            for (const name of existsSync(folderOf(path)) ? readdirSync(folderOf(path)) : [])
              writeFileSync(join(folderOf(path), name), "spoiled");
          const ask = (index?: Index) => {
            // As in a new process: nothing is remembered by store or index.
            const fresh = fakeStore(
              Object.fromEntries(store.files().map((name) => [name, store.text(name)!])),
            );
            const config: Config = { ...readConfig(store.text("nunc.yaml") ?? "", "en").config };
            if (config.zone === null) config.zone = "Europe/Berlin";
            const clock = { now: () => now as Instant, zone: () => "UTC" };
            const outside = index === undefined ? {} : { index };
            return ASKED.map(([name, input]) => {
              const { data, summary } = perform({ store: fresh, clock, config }, name, input, {
                tongue: "en",
                outside,
              });
              return { name, data, summary };
            });
          };
          const fresh = chance.next().value;
          const index = indexOf(path, versions, store, (name) => fresh > 6 && name.length % 2 === 0);
          expect(ask(index)).toEqual(ask());
        }
      },
    ),
  );
});

test("what a page came to is kept as it was understood, for every page of the test pages", () => {
  const pages = join(import.meta.dirname, "pages");
  for (const name of readdirSync(pages).filter((file) => file.endsWith(".md"))) {
    const { path } = makeFolder();
    const ask = () => {
      const store = fakeStore({ "now.md": readFileSync(join(pages, name)) });
      const clock = { now: () => "2026-10-27T17:00:00Z" as Instant, zone: () => "UTC" };
      const options = { tongue: "en", outside: { index: openLater(path) } } as const;
      return perform({ store, clock, config: DEFAULT_CONFIG }, "page", {}, options);
    };
    const [first, second] = [ask(), ask()];
    expect(second.data, name).toEqual(first.data);
    expect(second.detail, name).toEqual(first.detail);
  }
});

test("notes that were not changed are not read again, also where the list was ticked meanwhile", () => {
  const folder = makeFolder({
    "home/nunc.yaml": "zone: Europe/Berlin\n",
    "home/now.md": PAGE,
    "home/goals.md": GOALS,
  });
  const root = join(folder.path, "home");
  for (const date of DATES) folder.put(`home/days/${date}.md`, `## Record\n- 09:00 - 10:00 Zig\n`);
  const read: string[] = [];
  const ask = (): number => {
    const store = openStore(root, { env: folder.env });
    const spied = {
      ...store,
      root,
      read: (file: string) => {
        read.push(file);
        return store.read(file);
      },
      list: (name: string) => store.list(name),
      journal: () => [],
      resolve: (file: string) => store.resolve(file),
      commit: store.commit.bind(store),
    };
    const clock = { now: () => "2026-10-28T17:00:00Z" as Instant, zone: () => "UTC" };
    const { data } = perform(
      { store: spied, clock, config: { ...DEFAULT_CONFIG, zone: "Europe/Berlin" } },
      "days",
      { from: "2026-10-20", to: "2026-10-28" },
      { tongue: "en", outside: { index: openLater(root) } },
    );
    return (data as { days: { facts: { recordedMin: number } | null; date: LocalDate }[] }).days.reduce(
      (sum, { facts }) => sum + (facts?.recordedMin ?? 0),
      0,
    );
  };
  const notes = (): string[] =>
    read
      .splice(0)
      .filter((file) => file.startsWith("days/"))
      .sort();
  expect(ask()).toBe(300);
  expect(notes()).toEqual(DATES.map((date) => `days/${date}.md`));
  expect(ask()).toBe(300);
  expect(notes()).toEqual([]);
  folder.put("home/now.md", PAGE.replace("- Postgres", "- [x] Postgres"));
  expect(ask()).toBe(300);
  expect(notes()).toEqual([]);
  folder.put("home/days/2026-10-24.md", "## Record\n- 09:00 - 11:00 Zig\n");
  rmSync(join(root, "days/2026-10-25.md"));
  expect(ask()).toBe(300);
  expect(notes()).toEqual(["days/2026-10-24.md"]);
  folder.put("home/now.md", PAGE.replace("- Zig", "- Zag"));
  expect(ask()).toBe(300);
  expect(notes()).toHaveLength(4);
});
