// conditions.md read: sections, conditions, detectors in both languages, corrections; broken ones with their line.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Detector,
  nearestDetector,
  printDetector,
  readConditions,
  readDetector,
  starterConditions,
} from "../src/domain/index.ts";

describe("detectors as text", () => {
  const cases: [Detector, string[]][] = [
    [
      { kind: "no-highest", days: 3 },
      [
        "no highest-priority work for 3 days",
        "no top priority work for three days",
        "3 days without highest-priority work",
        "连续 3 天没有最高优先级的工作",
        "三天没做最高优先级的事",
        "最高优先级连续3天没有动静",
      ],
    ],
    [{ kind: "no-highest", days: 1 }, ["no highest-priority work today", "今天没有最高优先级的工作"]],
    [
      { kind: "no-highest", days: 14 },
      ["no highest-priority work for two weeks", "两周没有最高优先级的工作"],
    ],
    [
      { kind: "highest-first" },
      ["highest-priority work first", "Highest priority first.", "先做最高优先级的工作", "从最重要的事开始"],
    ],
    [
      { kind: "no-plan-by", atMin: 600 },
      [
        "no plan by 10:00",
        "No plan before 10am",
        "10:00 前没有计划",
        "上午 10 点还没有计划",
        "十点前没有计划",
      ],
    ],
    [{ kind: "no-plan-by", atMin: 630 }, ["no plan by 10:30 am", "10点半前没有计划"]],
    [
      { kind: "plan-by", atMin: 570 },
      ["plan by 09:30", "a plan by 9:30", "09:30 前有计划", "9点半之前做好计划"],
    ],
    [
      { kind: "kept-less", share: 0.5 },
      [
        "less than half of the plan kept",
        "less than 50% of the plan kept",
        "under 50 percent of the plan kept",
        "计划完成不到一半",
        "计划完成不到 50%",
        "计划只做到不足五成",
      ],
    ],
    [
      { kind: "kept-at-least", share: 0.6 },
      ["at least 60% of the plan kept", "计划至少完成 60%", "计划完成 60% 以上", "计划完成六成以上"],
    ],
    [
      { kind: "blocks-shorter", min: 25 },
      [
        "blocks shorter than 25 minutes all day",
        "all day nothing but blocks under 25 min",
        "全天都是不到 25 分钟的碎块",
        "一整天都是短于25分钟的小段",
      ],
    ],
    [
      { kind: "stretch-of", min: 90 },
      [
        "a stretch of at least 90 minutes",
        "one stretch of at least 1h30m",
        "at least one hour and a half of focus",
        "有一段至少 90 分钟的连续工作",
        "有一段一个半小时以上的专注",
      ],
    ],
    [{ kind: "stretch-of", min: 30 }, ["a stretch of half an hour", "连续工作至少半小时"]],
    [
      { kind: "worked-after", atMin: 1320 },
      [
        "worked after 22:00",
        "still working past 10pm",
        "22:00 后还在工作",
        "晚上 10 点以后还在工作",
        "22点后还在干活",
      ],
    ],
    [
      { kind: "nothing-after", atMin: 1320 },
      ["nothing after 22:00", "no work after 10 pm", "22:00 后不工作", "晚上十点后没有工作"],
    ],
    [
      { kind: "no-commitment", name: "reflection" },
      ["no reflection this week", "There was no reflection this week"],
    ],
    [{ kind: "no-commitment", name: "思考" }, ["这周没有思考", "本周还没有思考", "这个星期没思考"]],
    [{ kind: "no-commitment", name: "Deep Work" }, ["no Deep Work this week", "这周没有 Deep Work"]],
    [
      { kind: "untouched", days: 14 },
      [
        "an item started but not touched for 14 days",
        "an item untouched for 2 weeks",
        "有条目开了头却 14 天没碰",
        "开了头的条目十四天没动过",
        "有条目两周没碰",
      ],
    ],
    [
      { kind: "interrupted-more", min: 60 },
      [
        "interruptions over 60 minutes",
        "more than an hour of interruptions",
        "打断超过 60 分钟",
        "被打断超过一小时",
      ],
    ],
  ];
  for (const [detector, texts] of cases) {
    test.each(texts)(`${JSON.stringify(detector)}: %s`, (text) => {
      expect(readDetector(text)).toEqual(detector);
    });
  }

  test.each([
    "",
    "feeling tired",
    "highest-priority work not first",
    "no plan",
    "more than 50% of the plan kept",
    "worked after lunch",
    "一上午都在回消息",
    "计划完成",
    "untouched",
    "at least 300% of the plan kept",
    "no highest-priority work this week",
    "blocks all day",
    "打断",
  ])("is none: %s", (text) => {
    expect(readDetector(text)).toBeNull();
  });

  test.each([
    ["working until midnight or so", "worked after 22:00"],
    ["no work past half past nine", "nothing after 22:00"],
    ["too many interruptions", "interruptions over 60 minutes"],
    ["hardly anything of the plan completed", "less than 50% of the plan kept"],
    ["又熬到深夜", "22:00 后还在工作"],
    ["计划没完成多少", "计划完成不到 50%"],
    ["一周没思考", "这周没有思考"],
  ])("the nearest form to what is not understood: %s", (text, near) => {
    expect(readDetector(text)).toBeNull();
    expect(nearestDetector(text)).toBe(near);
  });

  test("what is printed reads back, in both languages", () => {
    const min = fc.integer({ min: 1, max: 600 });
    const atMin = fc.integer({ min: 0, max: 26 * 60 });
    const days = fc.integer({ min: 1, max: 366 });
    const share = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);
    const name = fc.constantFrom(
      "Reflection",
      "思考",
      "SICP › Chapter 2",
      "有氧运动",
      "plan by 10:00",
      "没有名字",
    );
    const detector: fc.Arbitrary<Detector> = fc.oneof(
      fc.record({ kind: fc.constantFrom("no-highest" as const, "untouched" as const), days }),
      fc.record({ kind: fc.constant("highest-first" as const) }),
      fc.record({
        kind: fc.constantFrom(
          "no-plan-by" as const,
          "plan-by" as const,
          "worked-after" as const,
          "nothing-after" as const,
        ),
        atMin,
      }),
      fc.record({ kind: fc.constantFrom("kept-less" as const, "kept-at-least" as const), share }),
      fc.record({
        kind: fc.constantFrom("blocks-shorter" as const, "stretch-of" as const, "interrupted-more" as const),
        min,
      }),
      fc.record({ kind: fc.constant("no-commitment" as const), name }),
    );
    fc.assert(
      fc.property(detector, fc.constantFrom("en" as const, "zh" as const), (one, tongue) => {
        expect(readDetector(printDetector(one, tongue))).toEqual(one);
      }),
    );
  });
});

describe("docs/conditions.md", () => {
  const doc = readFileSync(join(dirname(fileURLToPath(import.meta.url)), "../docs/conditions.md"), "utf8");

  test("lists every detector in both languages, as it is read", () => {
    const forms = [...doc.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]!);
    const [en, zh] = [/^[\p{ASCII}]+$/u, /\p{Script=Han}/u].map((tongue) =>
      forms.filter((form) => tongue.test(form)).map((form) => readDetector(form)),
    );
    for (const read of [en!, zh!]) expect(new Set(read.map((one) => one?.kind)).size).toBe(13);
    const plain = (read: (Detector | null)[]) =>
      read.map((one) => JSON.stringify(one?.kind === "no-commitment" ? one.kind : one)).sort();
    expect(plain(zh!)).toEqual(plain(en!));
  });

  test("shows files that are understood", () => {
    const samples = [...doc.matchAll(/```markdown\n([\s\S]*?)```/g)].map((match) => match[1]!);
    expect(samples).toHaveLength(2);
    for (const sample of samples) {
      const { conditions, diagnostics } = readConditions(sample, "en");
      expect(diagnostics).toEqual([]);
      expect(conditions).toHaveLength(3);
      expect(conditions[2]?.corrections[0]).toMatchObject({ outcome: "keep", judgedOn: "2026-03-17" });
    }
  });
});

describe("conditions.md", () => {
  test("the starter set is understood whole, in both languages alike", () => {
    const [en, zh] = (["en", "zh"] as const).map((tongue) => readConditions(starterConditions(tongue), "en"));
    for (const read of [en!, zh!]) {
      expect(read.diagnostics).toEqual([]);
      expect(read.conditions.filter(({ kind }) => kind === "healthy")).toHaveLength(4);
      expect(read.conditions.filter(({ detector }) => detector === null)).toHaveLength(3);
    }
    const shape = ({ kind, detector }: (typeof en & {})["conditions"][number]) =>
      detector?.kind === "no-commitment" ? [kind, detector.kind] : [kind, detector];
    expect(en!.conditions.map(shape)).toEqual(zh!.conditions.map(shape));
    expect([en!.tongue, zh!.tongue]).toEqual(["en", "zh"]);
  });

  test("sections at any level, entries, detectors, corrections; all else is left alone", () => {
    const text = `---
title: 我的状态
---
# 随便写写
- 不是状态

### 健康状态
说明文字。
1. 早上先散步
   - 检测：先做最高优先级的工作
   - 一点备注
2. [ ] 带框的
#### 小标题
- **写了测试**

## 异常 ##
* 一上午都在回消息
\t* 纠错：消息每两小时集中回一次（2026-09-02 起，2026-09-16 看效果） - 保留 2026-09-16
\t* 纠错：关掉通知（上午）（2026/9/20起，2026年10月4日看效果）
  检测：打断超过 60 分钟

\`\`\`
- 代码里的不算
\`\`\`
- 最后一条

# 别的
- 也不是状态
`;
    const read = readConditions(text, "zh");
    expect(read.diagnostics).toEqual([]);
    expect(read.conditions.map(({ line, endLine, kind, name }) => [line, endLine, kind, name])).toEqual([
      [9, 11, "healthy", "早上先散步"],
      [12, 12, "healthy", "带框的"],
      [14, 14, "healthy", "**写了测试**"],
      [17, 20, "abnormal", "一上午都在回消息"],
      [25, 25, "abnormal", "最后一条"],
    ]);
    const messages = read.conditions[3]!;
    expect(messages.detector).toEqual({ kind: "interrupted-more", min: 60 });
    expect(messages.corrections.map(({ range: _, tail: __, ...one }) => one)).toEqual([
      {
        line: 18,
        text: "消息每两小时集中回一次",
        from: "2026-09-02",
        judgeOn: "2026-09-16",
        outcome: "keep",
        judgedOn: "2026-09-16",
      },
      {
        line: 19,
        text: "关掉通知（上午）",
        from: "2026-09-20",
        judgeOn: "2026-10-04",
        outcome: null,
        judgedOn: null,
      },
    ]);
    for (const { range, line, endLine } of read.conditions)
      expect(text.slice(range.from, range.to)).toBe(
        `${text
          .split("\n")
          .slice(line - 1, endLine)
          .join("\n")}\n`,
      );
  });

  test("English: underlined headings, a correction by its words", () => {
    const read = readConditions(
      "Abnormal signs\n---\n- Doom scrolling\n  - Correction: phone in the hall (from 2026-09-02, judge on 2026-09-16) - drop 2026-09-17\n",
      "en",
    );
    expect(read.conditions[0]?.corrections[0]).toMatchObject({
      text: "phone in the hall",
      outcome: "drop",
      judgedOn: "2026-09-17",
    });
  });

  test("what cannot be understood is told with its line, and the rest is read", () => {
    const read = readConditions(
      `## Abnormal
- Detect: worked after 22:00
- Late
  - Detect: worked after dinner
  - Detect: worked after 22:00
  - Correction: go to bed
  - Correction: go to bed (from 2026-09-16, judge on 2026-09-02)
  - Correction: no screen (from 2026-09-02, judge on 2026-09-31)
  - Correction: read instead (from 2026-09-02, judge on 2026-09-16) - hooray
- late
- Early
  - Detect: no plan by 9:00
`,
      "en",
    );
    expect(read.diagnostics.map(({ line, code }) => [line, code])).toEqual([
      [2, "detector-nowhere"],
      [4, "detector-unknown"],
      [5, "detector-twice"],
      [6, "correction-dates"],
      [7, "correction-order"],
      [8, "correction-dates"],
      [9, "correction-outcome"],
      [10, "condition-twice"],
    ]);
    expect(read.diagnostics[1]?.hint).toContain("worked after 22:00");
    expect(read.diagnostics[3]?.hint).toContain(
      "Correction: go to bed (from 2026-09-02, judge on 2026-09-16)",
    );
    expect(read.conditions.map(({ name }) => name)).toEqual(["Late", "Early"]);
    expect(read.conditions[0]).toMatchObject({ detector: null, detectorText: "worked after dinner" });
    expect(read.conditions[0]?.corrections).toMatchObject([{ text: "read instead", outcome: null }]);
    expect(read.conditions[1]?.detector).toEqual({ kind: "no-plan-by", atMin: 540 });
  });

  test("line ends and a byte-order mark make no difference", () => {
    const plain = starterConditions("zh");
    for (const end of ["\r\n", "\r"]) {
      const text = `\ufeff${plain.replaceAll("\n", end)}`;
      const read = readConditions(text, "zh");
      expect(read.conditions.map(({ name, detector }) => [name, detector])).toEqual(
        readConditions(plain, "zh").conditions.map(({ name, detector }) => [name, detector]),
      );
    }
  });

  test("any text is read without an error, with ranges that hold its lines", () => {
    const line = fc.constantFrom(
      "## 健康",
      "# Abnormal",
      "## else",
      "- one",
      "- 二",
      "  - Detect: worked after 22:00",
      "  检测：看不懂",
      "\t- 纠错：x（2026-09-02 起，2026-09-16 看效果）",
      "```",
      "<!-- x",
      "-->",
      "---",
      "",
      "text",
      "   ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string())), fc.constantFrom("\n", "\r\n"), (lines, end) => {
        const text = lines.join(end);
        const read = readConditions(text, "en");
        let last = 0;
        for (const { range } of read.conditions) {
          expect(range.from).toBeGreaterThanOrEqual(last);
          expect(range.to).toBeGreaterThan(range.from);
          last = range.to;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        for (const one of read.sections) expect(one.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
