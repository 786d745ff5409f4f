// Edits over generated pages: every mixture of bullets, indents, blank lines, boxes, marks, line ends and stray bytes.
// An edit reads back or is refused with a reason; its inverse restores the page; two edits composed are one.

import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "../src/base/index.ts";
import { composePatches } from "../src/domain/edit/compose.ts";
import { escapeLine, oneLine, plainOf, typedPlain } from "../src/domain/edit/text.ts";
import { type EditRequest, editAndVerify, type PageView, verifyEdit } from "../src/domain/index.ts";
import { applyPatches, invertPatches, normalizePatches, type Patch } from "../src/page/index.ts";
import { describeRequest, randomRequest, seeded } from "./edit-random.ts";
import { read } from "./edit-table.ts";

const TITLES = [
  "Kafka",
  "《鼠疫》",
  "Rust 异步",
  "[kilo](https://x.org/k) in C",
  "**bold** word",
  "`code` and more",
  "a & b",
  "C++",
  "stray \udcff byte",
  "one  two",
  "https://x.org/only",
  "第 3 章",
  "日志收集",
  "Now and then",
];
const TAILS = [
  "",
  "",
  "",
  "：说明",
  ": a note",
  " - 35/740",
  " - 进度 20%",
  " - 已完成",
  " - done",
  "（已读）",
  " 🔺",
  " ✅ 2023-01-02",
  "  ",
  " - remark",
  " <!-- hidden -->",
  " [due:: 2024-01-01]",
];
const HEADS = ["", "", "", "[ ] ", "[x] ", "[/] ", "DONE ", "P0 ", "2023-03-09 - "];
const HEADINGS = [
  "学习清单",
  "Learning",
  "高优先级",
  "Low priority",
  "书单",
  "To read",
  "读完",
  "Currently reading",
  "Books",
  "Work",
  "此刻",
  "Log",
];

const entry = fc.record({
  head: fc.constantFrom(...HEADS),
  title: fc.constantFrom(...TITLES),
  tail: fc.constantFrom(...TAILS),
  depth: fc.integer({ min: 0, max: 2 }),
  blank: fc.integer({ min: 0, max: 9 }),
  below: fc.constantFrom("", "", "", "second line", "<!-- comment -->"),
});

const section = fc.record({
  level: fc.integer({ min: 2, max: 3 }),
  heading: fc.constantFrom(...HEADINGS),
  intro: fc.constantFrom("", "", "text", "技术：", "已读：", "暂无", "{{< toc >}}"),
  marker: fc.constantFrom("-", "*", "+", "1.", "1)"),
  indent: fc.constantFrom("  ", "    ", "\t", "   "),
  gap: fc.constantFrom("", "", "\n"),
  rule: fc.boolean(),
  entries: fc.array(entry, { maxLength: 6 }),
});

const dated = fc.record({
  from: fc.constantFrom("2021-09-13", "2023/9/4", "2022年3月1日", "March 5, 2024"),
  rule: fc.boolean(),
  bullets: fc.array(fc.constantFrom("did this", "做了那个", "- nested"), { maxLength: 3 }),
});

function write(
  sections: readonly (typeof section extends fc.Arbitrary<infer S> ? S : never)[],
  log: readonly (typeof dated extends fc.Arbitrary<infer D> ? D : never)[],
  eol: string,
  end: boolean,
  head: string,
): string {
  const out: string[] = head === "" ? [] : [head, ""];
  for (const { level, heading, intro, marker, indent, gap, rule, entries } of sections) {
    out.push(`${"#".repeat(level)} ${heading}`, "");
    if (intro !== "") out.push(intro, ...(entries.length > 0 && /：$/.test(intro) ? [] : [""]));
    let number = 0;
    let last = -1;
    for (const { head: before, title, tail, depth, blank, below } of entries) {
      const deep = Math.min(depth, last + 1);
      last = deep;
      const lead = indent.repeat(deep);
      const sign = /\d/.test(marker) ? `${deep === 0 ? ++number : 1}${marker.slice(1)}` : marker;
      out.push(`${lead}${sign} ${before}${title}${tail}`);
      if (below !== "") out.push(`${lead}${" ".repeat(sign.length + 1)}${below}`);
      if (gap !== "" || blank === 0) out.push("");
    }
    if (out.at(-1) !== "") out.push("");
    if (rule) out.push("---", "");
  }
  if (log.length > 0) out.push("## 日志", "");
  for (const { from, rule, bullets } of log) {
    out.push(
      `### ${from}`,
      "",
      ...bullets.map((bullet) => (bullet.startsWith("-") ? `  ${bullet}` : `- ${bullet}`)),
      "",
    );
    if (rule) out.push("---", "");
  }
  const text = out.join(eol);
  return end ? `${text}${eol}` : text.trimEnd();
}

const page = fc
  .tuple(
    fc.array(section, { minLength: 1, maxLength: 4 }),
    fc.array(dated, { maxLength: 3 }),
    fc.constantFrom("\n", "\n", "\r\n", "\r"),
    fc.boolean(),
    fc.constantFrom("", "", "\ufeff---\ntitle: x\n---"),
  )
  .map(([sections, log, eol, end, head]) => write(sections, log, eol, end, head.replace(/\n/g, eol)));

function tryRequest(
  view: PageView,
  request: EditRequest,
): { patches: Patch[]; expected: EditRequest } | null {
  try {
    return editAndVerify(view, request);
  } catch (error) {
    if (error instanceof AppError && ["usage", "missing", "invalid"].includes(error.code)) return null;
    throw error;
  }
}

test("an edit reads back or is refused; its inverse restores the page", { timeout: 180_000 }, () => {
  let done = 0;
  let refused = 0;
  fc.assert(
    fc.property(page, fc.integer({ min: 0, max: 2 ** 31 }), (text, seed) => {
      const view = read(text);
      const request = randomRequest(view, seeded(seed));
      if (request === null) return;
      const made = tryRequest(view, request);
      if (made === null) {
        refused++;
        return;
      }
      done++;
      const edited = applyPatches(text, made.patches);
      expect(verifyEdit(view, read(edited), made.expected), describeRequest(request)).toBeNull();
      expect(applyPatches(edited, invertPatches(text, made.patches))).toBe(text);
      // No line end of another kind comes in.
      for (const [own, other] of [
        [/^[^\n]*$/, /\n/],
        [/^(?:[^\n]|(?<=\r)\n)*$/, /(?<!\r)\n/],
      ] as const)
        if (own.test(text) && text.includes("\r")) expect(other.test(edited)).toBe(false);
    }),
    { numRuns: 1500 },
  );
  expect(refused).toBeLessThan(done / 3);
});

test("two edits composed are one", { timeout: 180_000 }, () => {
  const edits = (length: number) =>
    fc
      .array(fc.tuple(fc.nat(length), fc.nat(4), fc.string({ maxLength: 4 })), { maxLength: 4 })
      .map((parts) => {
        const patches: Patch[] = [];
        let end = -1;
        for (const [from, cut, insert] of [...parts].sort((a, b) => a[0] - b[0])) {
          if (from <= end) continue;
          end = Math.min(length, from + cut);
          patches.push({ from, to: end, insert });
        }
        return patches;
      });
  const pair = fc
    .string({ maxLength: 30 })
    .chain((text) => fc.tuple(fc.constant(text), edits(text.length)))
    .chain(([text, raw]) => {
      const first = normalizePatches(raw, text);
      return fc.tuple(fc.constant(text), fc.constant(first), edits(applyPatches(text, first).length));
    });
  fc.assert(
    fc.property(pair, ([text, first, raw]) => {
      const middle = applyPatches(text, first);
      const second = normalizePatches(raw, middle);
      const both = normalizePatches(composePatches(text, first, second), text);
      expect(applyPatches(text, both)).toBe(applyPatches(middle, second));
    }),
    { numRuns: 3000 },
  );
});

test("what is typed reads back as it was typed", { timeout: 180_000 }, () => {
  const sign = fc.constantFrom(..."ab 1.-*_`[](){}<>#!|~&:\\/=+>中：《》\n");
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1, maxLength: 14 }), (signs) => {
      const typed = oneLine(signs.join(""));
      if (typed === "") return;
      const written = escapeLine(typed);
      if (written !== null) expect(plainOf(written)).toBe(typedPlain(typed));
    }),
    { numRuns: 2000 },
  );
});
