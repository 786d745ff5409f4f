// The text layer: bytes survive, ranges are true, patches are exact, hostile text is read and no exception thrown.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, encodeText, LineIndex } from "../src/base/index.ts";
import { isKnownRule, understandPage } from "../src/domain/index.ts";
import {
  applyPatches,
  type Block,
  diffTexts,
  formatDiff,
  invertPatches,
  mergeTexts,
  normalizePatches,
  type Page,
  parsePage,
  rebasePatches,
} from "../src/page/index.ts";

const corpora = process.env.NUNC_CORPORA;

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : /\.(md|mdx|txt)$/.test(name) ? [path] : [];
  });
}

const corpusFiles =
  corpora === undefined
    ? []
    : ["nowpages", "others", "others_history", "markdown"].flatMap((folder) =>
        filesBelow(join(corpora, folder)),
      );
const ownFiles = filesBelow(join(import.meta.dirname, "pages"));

/** The same text as other editors would have saved it. */
function variants(text: string): string[] {
  const lf = text.replace(/\r\n?/g, "\n");
  let line = 0;
  return [
    text,
    lf,
    lf.replace(/\n/g, "\r\n"),
    lf.replace(/\n/g, () => (line++ % 3 === 0 ? "\r\n" : "\n")),
    `\ufeff${lf}`,
    lf.trimEnd(),
    lf.replace(/\n/g, "\r"),
  ];
}

/** Every range lies in the text and every plain character stands where it says. */
function checkRanges(page: Page): void {
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      expect(block.from).toBeGreaterThanOrEqual(0);
      expect(block.to).toBeLessThanOrEqual(page.text.length);
      expect(block.line).toBe(page.lines.lineAt(block.from));
      if (block.kind === "list") {
        for (const entry of block.entries) {
          expect(entry.to).toBeLessThanOrEqual(block.to);
          visit(entry.blocks);
        }
      }
      if (block.kind !== "heading" && block.kind !== "paragraph") continue;
      const { text, offsets } = block.plain;
      for (let index = 0; index < text.length; index++) {
        const source = page.text[offsets[index]!]!;
        if (text[index] !== " " && source !== "&" && source !== text[index])
          throw new Error(`${page.name}: ${text[index]} is ${source} at ${offsets[index]}`);
      }
    }
  };
  visit(page.blocks);
}

describe("bytes", () => {
  test("Invariant: decode then encode gives the same bytes, for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect([...encodeText(decodeText(bytes))]).toEqual([...bytes]);
      }),
      { numRuns: 2000 },
    );
  });

  test("stray bytes survive beside text of four bytes", () => {
    const bytes = Uint8Array.from([0xff, 0xfe, ...new TextEncoder().encode("書😀"), 0xed, 0xa0, 0x80, 0xc3]);
    expect([...encodeText(decodeText(bytes))]).toEqual([...bytes]);
  });

  test.skipIf(corpora === undefined)(
    "every file of the corpora survives, in every way of saving it (NUNC_CORPORA)",
    () => {
      for (const path of corpusFiles) {
        const bytes = readFileSync(path);
        expect(Buffer.compare(Buffer.from(encodeText(decodeText(bytes))), bytes), path).toBe(0);
      }
    },
  );
});

describe("lines", () => {
  test("LF, CRLF and CR end lines; a final newline begins none", () => {
    const lines = new LineIndex("a\r\nb\rc\nd\n");
    expect(lines.count).toBe(4);
    expect([1, 2, 3, 4].map((line) => lines.line(line))).toEqual(["a", "b", "c", "d"]);
    expect(lines.lineAt(4)).toBe(2);
    expect(lines.columnAt(4)).toBe(2);
  });
});

describe("pages", () => {
  test.each(ownFiles.map((path) => path.slice(import.meta.dirname.length + 7)))(
    "%s: ranges are true in every way of saving it",
    (name) => {
      const text = decodeText(readFileSync(join(import.meta.dirname, "pages", name)));
      for (const variant of variants(text)) checkRanges(parsePage(variant, name));
      for (const { rule } of understandPage(parsePage(text, name)).reasons)
        expect(isKnownRule(rule), rule).toBe(true);
    },
  );

  test.skipIf(corpora === undefined)(
    "every file of the corpora is read without a crash, ranges true (NUNC_CORPORA)",
    { timeout: 120_000 },
    () => {
      for (const path of corpusFiles) {
        const page = parsePage(decodeText(readFileSync(path)), path);
        checkRanges(page);
        expect(understandPage(page).page).toBe(page);
      }
    },
  );

  test.skipIf(corpora === undefined)(
    "what is understood does not depend on line ends (NUNC_CORPORA)",
    { timeout: 120_000 },
    () => {
      const meaning = (text: string, name: string): unknown => {
        const view = understandPage(parsePage(text, name));
        return [
          view.items.map(({ line, title, state, priority, progress }) => [
            line,
            title,
            state,
            priority,
            progress?.ratio,
          ]),
          view.log.map(({ line, from, to }) => [line, from, to]),
        ];
      };
      for (const path of corpusFiles.filter((file, index) => !file.includes("history") || index % 5 === 0)) {
        const text = decodeText(readFileSync(path)).replace(/\r\n?/g, "\n");
        const wanted = meaning(text, path);
        expect(meaning(text.replace(/\n/g, "\r\n"), path), path).toEqual(wanted);
        if (!text.startsWith("\ufeff")) expect(meaning(`\ufeff${text}`, path), path).toEqual(wanted);
      }
    },
  );

  test("a label right below a list, without a blank line, heads the next list", () => {
    const view = understandPage(
      parsePage("# Books\n\nReading:\n- Dune\nWant to read:\n- SICP\n  and more\nlazy\n", "books.md"),
    );
    expect(view.items.map(({ title, group, state }) => [title, group, state])).toEqual([
      ["Dune", "Reading", "doing"],
      ["SICP and more lazy", "Want to read", "open"],
    ]);
  });

  const MARKS = [
    "- ",
    "* ",
    "1. ",
    "# ",
    "## ",
    "\n",
    "\n\n",
    "  ",
    "\t",
    "[x] ",
    "[",
    "](",
    ")",
    "**",
    "`",
    "```\n",
    "~~",
    "> ",
    "：",
    ": ",
    " - ",
    "35/740",
    "2021-09-13",
    "《",
    "》",
    "<!--",
    "-->",
    "{{< x >}}",
    "{% raw %}",
    "学习",
    "Books",
    "done",
    "---\n",
    "a",
    "\r\n",
    "\udc80",
  ];
  test("any text is understood, ranges true, without an exception", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MARKS), { maxLength: 60 }), (parts) => {
        const page = parsePage(parts.join(""), "any.md");
        checkRanges(page);
        understandPage(page);
      }),
      { numRuns: 1500 },
    );
  });

  const HOSTILE: [string, string][] = [
    ["brackets", "[".repeat(30_000)],
    ["stars", `- ${"*_".repeat(15_000)}`],
    ["dashes", "- ".repeat(20_000)],
    ["quotes", ">".repeat(20_000)],
    ["tabs before a heading", `${"\t".repeat(2_000)}#### x\n`.repeat(20)],
    ["deep list", Array.from({ length: 2_000 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n")],
    ["open comments", "<!-- ".repeat(10_000)],
    ["shortcodes", `${`{{< a >}}`.repeat(3_000)}x`],
    ["colons", `# 书\n- ${"：".repeat(30_000)}`],
    ["dates", "2021-09-13 - ".repeat(5_000)],
    ["fractions", `# 书\n- ${"3/4 ".repeat(8_000)}`],
    ["links", `- ${"[a](".repeat(10_000)}`],
    ["tilde", "~".repeat(50_000)],
    [
      "yaml bomb",
      "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n---\n# x\n",
    ],
  ];
  test.each(HOSTILE)("hostile %s", { timeout: 180_000 }, (_, text) => {
    const page = parsePage(text, "hostile.md");
    expect(understandPage(page).page.text).toBe(text);
  });

  test.each([
    ["---\ntitle: x\n\n# Learning\n\n- a\n", "front-matter-unclosed", 1],
    ["---\ntitle: [x\n---\n\n# Learning\n\n- a\n", "front-matter-invalid", 2],
    ["# Learning\n\n- a\n\n```sh\n- b\n", "fence-unclosed", 5],
    ["# Learning\n\n- a\n\n<!-- hidden\n- b\n", "comment-unclosed", 5],
    ["# Learning\n\n- a\udcff\n", "bytes-not-utf8", 3],
  ])("%j says %s in line %i, and the rest is read", (text, code, line) => {
    const view = understandPage(parsePage(text, "broken.md"));
    expect(view.diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.line])).toContainEqual([
      code,
      line,
    ]);
    expect(view.items.map(({ line: at }) => at)).toHaveLength(1);
  });
});

describe("patches", () => {
  const text = fc
    .array(fc.constantFrom("a\n", "b\n", "c\r\n", "甲\n", "\n"), { maxLength: 20 })
    .map((lines) => lines.join(""));

  test("Invariant: a diff applied gives the other text, its inverse gives the first back", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const patches = normalizePatches(diffTexts(before, after), before);
        expect(applyPatches(before, patches)).toBe(after);
        expect(applyPatches(after, invertPatches(before, patches))).toBe(before);
      }),
      { numRuns: 2000 },
    );
  });

  test("Invariant: patches of one edit never overlap", () => {
    expect(() =>
      normalizePatches(
        [
          { from: 0, to: 3, insert: "" },
          { from: 2, to: 4, insert: "" },
        ],
        "abcdef",
      ),
    ).toThrow("overlap");
  });

  test("a merge keeps every line that either side added, or says that it cannot", () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const merged = mergeTexts(base, mine, theirs).text;
        if (merged === null) return;
        const inBase = new Set(base.split("\n"));
        for (const line of [...mine.split("\n"), ...theirs.split("\n")])
          if (!inBase.has(line)) expect(merged.split("\n")).toContain(line);
      }),
      { numRuns: 2000 },
    );
  });

  test("edits of different lines go together, edits of one line do not", () => {
    expect(mergeTexts("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n").text).toBe("A\nb\nC\n");
    expect(mergeTexts("a\nb\nc\n", "a\nX\nc\n", "a\nY\nc\n").text).toBeNull();
    expect(rebasePatches([{ from: 2, to: 2, insert: "x" }], [{ from: 2, to: 2, insert: "y" }])).toBeNull();
  });
});

describe("a unified diff", () => {
  test.each([
    ["a new file", "", "a\nb\n", "@@ -0,0 +1,2 @@\n+a\n+b\n"],
    ["a file that is emptied", "a\n", "", "@@ -1,1 +0,0 @@\n-a\n"],
    [
      "a last line that gets an end",
      "a\nb",
      "a\nb\n",
      "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n",
    ],
    ["one that loses it", "a\nb\n", "a\nb", "@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n"],
    ["one that never had it", "a\nb", "c\nb", "@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n"],
    ["a line put in", "a\n", "a\nb\n", "@@ -1,1 +1,2 @@\n a\n+b\n"],
  ])("of %s", (_, before, after, hunk) => {
    expect(formatDiff("x.md", before, after)).toBe(`--- x.md\n+++ x.md\n${hunk}`);
  });
});
