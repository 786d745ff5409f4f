// nunc.yaml: reading never fails, migrating and changing a key are splices that leave every other byte alone.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { AppError } from "../src/base/index.ts";
import {
  CONFIG_DOC,
  CONFIG_KEYS,
  DEFAULT_CONFIG,
  migrateConfig,
  readConfig,
  setConfigValue,
} from "../src/domain/index.ts";
import { applyPatches } from "../src/page/index.ts";

const set = (text: string, path: string[], value: Parameters<typeof setConfigValue>[2]): string =>
  applyPatches(text, setConfigValue(text, path, value));

describe("reading nunc.yaml", () => {
  test("an empty file, and the one that init writes, say the defaults", () => {
    for (const text of ["", "\ufeff# nothing\r\n", "---\n...\n", CONFIG_DOC.en, CONFIG_DOC.zh]) {
      expect(readConfig(text, "en")).toEqual({ config: DEFAULT_CONFIG, diagnostics: [] });
    }
  });

  test("every key is read", () => {
    const text = `version: 1
pages: [content/now/index.md, content/now/index.en.md]
archive: content/history/{year}/index.md
zone: Asia/Shanghai
language: zh
headings:
  在研究: learning
  2021: log
words:
  priority: { 紧急: highest }
  state: { "[~]": dropped, 搁置: open }
lastmod: false
`;
    expect(readConfig(text, "en")).toEqual({
      config: {
        version: 1,
        pages: ["content/now/index.md", "content/now/index.en.md"],
        archive: "content/history/{year}/index.md",
        zone: "Asia/Shanghai",
        language: "zh",
        overrules: {
          headings: { 在研究: "learning", "2021": "log" },
          priorities: { 紧急: "highest" },
          states: { "[~]": "dropped", 搁置: "open" },
        },
        lastmod: false,
        day: DEFAULT_CONFIG.day,
        importance: DEFAULT_CONFIG.importance,
        recall: DEFAULT_CONFIG.recall,
      },
      diagnostics: [],
    });
  });

  test("what cannot be understood is named with its place, and the rest still works", () => {
    const text =
      "page: [a]\narchiv: x\nzone: Asia/Shangai\nheadings:\n  A: lerning\n  B: log\nlastmod: maybe\nlanguage: fr\n";
    const { config, diagnostics } = readConfig(text, "en");
    expect(diagnostics.map(({ line, column, code, hint }) => [line, column, code, hint])).toEqual([
      [1, 7, "config-wrong-type", "Its default is used instead."],
      [2, 1, "config-unknown-key", "Did you mean archive? It is left alone."],
      [3, 7, "config-unknown-zone", "Did you mean Asia/Shanghai? Until then the system's zone is used."],
      [5, 6, "config-unknown-word", "Did you mean learning? It is one of learning, reading, log, other."],
      [7, 10, "config-wrong-type", "Its default is used instead."],
      [8, 11, "config-unknown-word", "It is one of zh, en."],
    ]);
    expect(config).toEqual({
      ...DEFAULT_CONFIG,
      overrules: { ...DEFAULT_CONFIG.overrules, headings: { B: "log" } },
    });
  });

  test("broken YAML is a diagnostic; what stands before it is read", () => {
    const { config, diagnostics } = readConfig('zone: Asia/Tokyo\nheadings: {a: "log\n', "zh");
    expect(config.zone).toBe("Asia/Tokyo");
    expect(diagnostics[0]).toMatchObject({ code: "config-syntax" });
    expect(readConfig("- a\n- b\n", "en").diagnostics).toMatchObject([
      { line: 1, column: 1, code: "config-not-a-mapping" },
    ]);
  });

  test("any text at all is read without an exception", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."ab:-#{}[]\n \"'&*|>!?,page"), maxLength: 60 }),
        (text) => {
          readConfig(text, "en");
          migrateConfig(text);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("the schema in docs knows the same keys", () => {
    const schema = JSON.parse(readFileSync(new URL("../docs/nunc.schema.json", import.meta.url), "utf8")) as {
      properties: Record<string, unknown>;
    };
    expect(Object.keys(schema.properties).sort()).toEqual([...CONFIG_KEYS].sort());
  });
});

describe("bringing an older nunc.yaml up to date", () => {
  const migrate = (text: string): string => applyPatches(text, migrateConfig(text).patches);

  test("keys are renamed where they stand, and the version is added", () => {
    const old = "# mine\r\nfile:  'a b.md' # the page\r\nroles:\r\n    X: log\r\ntimezone: Asia/Tokyo";
    expect(readConfig(old, "en").config).toMatchObject({ version: 0, pages: ["a b.md"], zone: "Asia/Tokyo" });
    const now = migrate(old);
    expect(now).toBe(
      "# mine\r\nversion: 1\r\npage:  'a b.md' # the page\r\nheadings:\r\n    X: log\r\nzone: Asia/Tokyo",
    );
    expect(readConfig(now, "en").diagnostics).toEqual([]);
    expect(migrateConfig(now).patches).toEqual([]);
  });

  test("other forms too", () => {
    expect(migrate("")).toBe("version: 1\n");
    expect(migrate("# only this")).toBe("# only this\nversion: 1\n");
    expect(migrate("{file: a.md}\n")).toBe("{version: 1, page: a.md}\n");
    expect(migrate("  file: a.md\n  zone: UTC\n")).toBe("  version: 1\n  page: a.md\n  zone: UTC\n");
    expect(migrate("file: a.md\nversion: 0 # x\n")).toBe("page: a.md\nversion: 1 # x\n");
    expect(migrate("file: a\npage: b\n")).toBe("version: 1\nfile: a\npage: b\n");
  });

  test("a newer one is left alone with a sentence", () => {
    expect(migrateConfig("version: 7\nfile: a\n")).toMatchObject({
      patches: [],
      diagnostics: [{ code: "config-newer", line: 1, column: 10 }],
    });
    expect(readConfig("version: 7\nzone: UTC\n", "en").config.zone).toBe("UTC");
  });
});

describe("changing one key", () => {
  test.each<[string, string[], string | boolean | string[] | null, string]>([
    ["", ["headings", "在研究"], "learning", "headings:\n  在研究: learning\n"],
    ["# c", ["zone"], "UTC", "# c\nzone: UTC\n"],
    ["zone: 'UTC' # here\n", ["zone"], "Asia/Tokyo", "zone: 'Asia/Tokyo' # here\n"],
    [
      "a: b\r\nheadings:\r\n    X: log # x\r\n# end",
      ["headings", "Y: z"],
      "log",
      'a: b\r\nheadings:\r\n    X: log # x\r\n    "Y: z": log\r\n# end',
    ],
    ["headings: # none\nzone: UTC\n", ["headings", "A"], "log", "headings: # none\n  A: log\nzone: UTC\n"],
    ["headings: null\n", ["headings", "A"], "log", "headings:\n  A: log\n"],
    ["headings: {}\n", ["headings", "A"], "log", "headings: {A: log}\n"],
    ["headings: {B: log, }\n", ["headings", "A"], "log", "headings: {B: log, A: log, }\n"],
    ["zone: UTC", ["words", "state", "[~]"], "dropped", 'zone: UTC\nwords:\n  state:\n    "[~]": dropped'],
    ["headings:\n  A: log\n  B: log\n", ["headings", "A"], null, "headings:\n  B: log\n"],
    ["headings:\n  A: log\nzone: UTC\n", ["headings", "A"], null, "headings:\nzone: UTC\n"],
    ["headings: {A: log, B: log}\n", ["headings", "B"], null, "headings: {A: log}\n"],
    ["headings: {A: log, # a\n B: log}\n", ["headings", "A"], null, "headings: { # a\n B: log}\n"],
    ["pages: # two\n- a\n- b\nzone: UTC\n", ["pages"], ["c"], "pages: [c] # two\nzone: UTC\n"],
    ["archive: |\n  a\n  b\nzone: UTC\n", ["archive"], "c", "archive: c\nzone: UTC\n"],
    ["zone: UTC\n", ["language"], null, "zone: UTC\n"],
    ["lastmod: true\n", ["lastmod"], false, "lastmod: false\n"],
    ["", ["headings", "2021"], "log", 'headings:\n  "2021": log\n'],
  ])("%j %j = %j", (before, path, value, after) => {
    expect(set(before, path, value)).toBe(after);
  });

  test("what cannot be changed in place is an error with its place", () => {
    for (const [text, path] of [
      ["headings: log\n", ["headings", "A"]],
      ["headings: {A: 'log\n", ["headings", "A"]],
      ["- a\n", ["zone"]],
    ] as const) {
      expect(() => setConfigValue(text, [...path], "log")).toThrow(AppError);
    }
  });

  // ---- Generated files

  const word = fc.oneof(
    fc.constantFrom(
      "在研究",
      "Now: what",
      "a # b",
      "true",
      "2021",
      "null",
      "[x]",
      "it's",
      '"q"',
      "- a",
      "~",
      "e\u0301",
      "k:",
    ),
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.string({ minLength: 1, maxLength: 6, unit: "binary" }),
  );
  const quoted = (text: string): string => JSON.stringify(text);
  const comment = fc.constantFrom("", " # 注", "  # it's: {a}");
  const between = fc.constantFrom("", "# a comment\n", "\n", "  # deep\n\n");
  const leaf = fc.record({
    key: word,
    value: fc.constantFrom("log", "learning", "'reading'", '"other"'),
    comment,
    between,
  });
  const mapping = fc.uniqueArray(leaf, { selector: (one) => one.key, minLength: 1, maxLength: 4 });
  const block = fc.tuple(mapping, fc.constantFrom("  ", "    ", " ")).map(([leaves, indent]) => ({
    leaves,
    text: (name: string) =>
      `${name}:\n${leaves.map((one) => `${indent}${quoted(one.key)}: ${one.value}${one.comment}\n${one.between}`).join("")}`,
  }));
  const flow = fc.tuple(mapping, fc.constantFrom("", " ")).map(([leaves, blank]) => ({
    leaves,
    text: (name: string) =>
      `${name}: {${blank}${leaves.map((one) => `${quoted(one.key)}: ${one.value}`).join(", ")}${blank}} # flow\n`,
  }));
  interface Headings {
    leaves: { key: string }[];
    text(name: string): string;
  }
  const file = fc.record({
    head: fc.constantFrom("", "# head\n", "---\n", "version: 1\n", "zone: 'UTC'   # z\n\n"),
    headings: fc.oneof<fc.Arbitrary<Headings>[]>(
      block,
      flow,
      fc.constant({ leaves: [], text: (name: string) => `${name}:  # none\n` }),
    ),
    middle: fc.constantFrom("", "lastmod: true\n", "# said\n"),
    tail: fc.constantFrom("", "language: en\n", "archive: >\n  a\n  b\n", "# the end"),
    eol: fc.constantFrom("\n", "\r\n"),
    bom: fc.constantFrom("", "\ufeff"),
    role: fc.constantFrom("log", "learning", "other", null),
  });

  test("a config splice changes one key: reading back gives the value, and all other keys and lines are as before", () => {
    fc.assert(
      fc.property(file, word, fc.nat(), (parts, fresh, pick) => {
        const lf = parts.head + parts.headings.text("headings") + parts.middle + parts.tail;
        const before = parts.bom + lf.replaceAll("\n", parts.eol);
        const known = parts.headings.leaves.map((one) => one.key);
        const key = pick % 2 === 0 && known.length > 0 ? known[pick % known.length]! : fresh;
        const patches = setConfigValue(before, ["headings", key], parts.role);
        const after = applyPatches(before, patches);

        const expected = (parse(before) ?? {}) as Record<string, Record<string, string> | null>;
        const headings = new Map(Object.entries(expected.headings ?? {}));
        if (parts.role === null) headings.delete(key);
        else headings.set(key, parts.role);
        const read = (parse(after) ?? {}) as Record<string, Record<string, string> | null>;
        expect(new Map(Object.entries(read.headings ?? {}))).toEqual(headings);
        expect({ ...read, headings: null }).toEqual({ ...expected, headings: null });

        // All other lines are there, in order; at most one line is touched, or up to one is added.
        expect(patches.length).toBeLessThanOrEqual(1);
        const [patch] = patches;
        if (patch !== undefined) {
          expect(before.slice(0, patch.from) + before.slice(patch.to)).toBe(
            after.slice(0, patch.from) + after.slice(patch.from + patch.insert.length),
          );
          expect(before.slice(patch.from, patch.to).trimEnd().split(/\r?\n/).length).toBe(1);
          expect(patch.insert.trim().split(/\r?\n/).length).toBe(1);
          if (parts.eol === "\r\n") expect(patch.insert.replaceAll("\r\n", "")).not.toContain("\n");
        }
      }),
      { numRuns: 1000 },
    );
  });
});
