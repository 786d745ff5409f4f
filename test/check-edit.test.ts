// Edits of conditions.md: what was asked reads back, nothing else changes, bytes outside the patches stay; over generated
// files, too.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocalDate, Tongue } from "../src/base/index.ts";
import {
  type ConditionEdit,
  conditionPatches,
  readConditions,
  starterConditions,
} from "../src/domain/index.ts";
import { applyPatches, invertPatches } from "../src/page/index.ts";

const FROM = "2026-09-02" as LocalDate;
const JUDGE = "2026-09-16" as LocalDate;

function edited(text: string, edit: ConditionEdit, tongue: Tongue = "en"): string | null {
  const patches = conditionPatches(readConditions(text, tongue), [edit], tongue);
  return patches === null ? null : applyPatches(text, patches);
}

const add = (name: string, detectorText: string | null = null): ConditionEdit => ({
  kind: "add",
  condition: "abnormal",
  name,
  detectorText,
});

describe("adding a condition", () => {
  test("to nothing, with its heading in the language of the person", () => {
    expect(edited("", add("Late", "worked after 22:00"))).toBe(
      "## Abnormal\n\n- Late\n  - Detect: worked after 22:00\n",
    );
    expect(edited("", add("熬夜", "22:00 后还在工作"), "zh")).toBe(
      "## 异常\n\n- 熬夜\n  - 检测：22:00 后还在工作\n",
    );
  });

  test("behind the last one of its section, in the habits of the file", () => {
    expect(
      edited(
        "# 异常\r\n* 一\r\n    + 检测：打断超过 9 分钟\r\n\r\n# 别的\r\n字",
        add("二", "22:00 后还在工作"),
      ),
    ).toBe(
      "# 异常\r\n* 一\r\n    + 检测：打断超过 9 分钟\r\n* 二\r\n    + 检测：22:00 后还在工作\r\n\r\n# 别的\r\n字",
    );
    expect(edited("## Abnormal\n9) one", add("two"))).toBe("## Abnormal\n9) one\n10) two\n");
  });

  test("to a section without any, and where only the other section is there", () => {
    expect(edited("# Abnormal\n\n# Else\n", add("x"))).toBe("# Abnormal\n\n- x\n\n# Else\n");
    for (const end of ["\n", "\r\n"])
      expect(edited(`### Healthy${end}- a${end}`, add("x"))).toBe(
        ["### Healthy", "- a", "", "### Abnormal", "", "- x", ""].join(end),
      );
  });

  test("not twice, and not what would read as something else", () => {
    expect(edited("## Abnormal\n- Late\n", add("late"))).toBeNull();
    expect(edited("## Abnormal\n", add("Detect: worked after 22:00"))).toBeNull();
    expect(edited("## Abnormal\n", add("two\nlines"))).toBeNull();
    expect(edited("## Abnormal\n```\nopen", add("x"))).toBeNull();
  });
});

test("removing takes all that stands below it, and no blank line twice", () => {
  const text = "## Healthy\n- a\n\n- b\n  - Detect: plan by 9:00\n  text\n\n- c\n";
  expect(edited(text, { kind: "remove", name: "B" })).toBe("## Healthy\n- a\n\n- c\n");
  expect(edited(text, { kind: "remove", name: "d" })).toBeNull();
});

describe("corrections", () => {
  const text = "## Abnormal\n- Late\n  - Detect: worked after 22:00\n- Other\n";
  const late =
    "## Abnormal\n- Late\n  - Detect: worked after 22:00\n  - Correction: alarm at nine (from 2026-09-02, judge on 2026-09-16)";

  test("are written below their condition, in the language of the file", () => {
    const correct: ConditionEdit = {
      kind: "correct",
      name: "late",
      text: "alarm at nine",
      from: FROM,
      judgeOn: JUDGE,
    };
    expect(edited(text, correct, "zh")).toBe(`${late}\n- Other\n`);
    expect(edited("## 异常\n1. 熬夜", { ...correct, name: "熬夜", text: "九点响铃" })).toBe(
      "## 异常\n1. 熬夜\n   - 纠错：九点响铃（2026-09-02 起，2026-09-16 看效果）\n",
    );
  });

  test("get their outcome, which can be changed; what the person wrote there stays", () => {
    const judge: ConditionEdit = { kind: "judge", line: 4, outcome: "keep", on: JUDGE };
    expect(edited(`${late}  \n- Other\n`, judge)).toBe(`${late} - keep 2026-09-16  \n- Other\n`);
    expect(edited(`${late} - keep 2026-09-16\n`, { ...judge, outcome: "drop" })).toBe(
      `${late} - drop 2026-09-16\n`,
    );
    expect(edited(`${late}, perhaps\n`, judge)).toBeNull();
    expect(edited(`${late}\n`, { ...judge, line: 3 })).toBeNull();
  });
});

test("over generated files an edit either reads back and leaves every other line as it is, or is refused", () => {
  const line = fc.constantFrom(
    "## Healthy",
    "# 异常",
    "## Else",
    "- one",
    "* two",
    "3. three",
    "  - Detect: worked after 22:00",
    "\t- Detect: nonsense",
    "  - Correction: y (from 2026-08-02, judge on 2026-08-16)",
    "   text \udc80",
    "plain",
    "```",
    "",
    "  ",
  );
  const edits = fc.constantFrom<ConditionEdit>(
    add("new", "worked after 23:00"),
    { kind: "remove", name: "one" },
    { kind: "correct", name: "two", text: "less (of it)", from: FROM, judgeOn: JUDGE },
    { kind: "judge", line: 4, outcome: "change", on: JUDGE },
  );
  let written = 0;
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      edits,
      (lines, end, isOpen, edit) => {
        const text = lines.join(end) + (isOpen ? "" : end);
        const before = readConditions(text, "en");
        const patches = conditionPatches(before, [edit], "en");
        if (patches === null) return;
        written++;
        const after = applyPatches(text, patches);
        expect(applyPatches(after, invertPatches(text, patches))).toBe(text);
        const names = (read: typeof before) => read.conditions.map(({ name }) => name);
        const expected =
          edit.kind === "remove"
            ? names(before).filter((name) => name !== "one")
            : edit.kind === "add"
              ? [...names(before), "new"]
              : names(before);
        expect(names(readConditions(after, "en")).sort()).toEqual(expected.sort());
        if (edit.kind === "add" || edit.kind === "correct")
          for (const patch of patches) expect(patch.from).toBe(patch.to);
      },
    ),
    { numRuns: 500 },
  );
  expect(written).toBeGreaterThan(50);
});

test("the starter set takes an edit of each kind", () => {
  const zh = starterConditions("zh");
  const name = readConditions(zh, "zh").conditions.at(-1)!.name;
  const once = edited(zh, { kind: "correct", name, text: "先写十行", from: FROM, judgeOn: JUDGE })!;
  const line = readConditions(once, "zh").conditions.at(-1)!.corrections[0]!.line;
  expect(edited(once, { kind: "judge", line, outcome: "change", on: JUDGE })).toContain(
    "看效果） - 改 2026-09-16\n",
  );
});
