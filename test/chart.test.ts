// Charts: what is drawn for any data stays inside the picture and does not meet; every value is in the table; texts are escaped;
// colours of both themes can be told from the paper. And what the builders' titles say of given data, in both languages.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  driftCharts,
  type ImportanceData,
  importanceCharts,
  type ReviewData,
  reviewCharts,
} from "../src/actions/index.ts";
import type { LocalDate } from "../src/base/index.ts";
import { cutText, textWidth, wrapText } from "../src/domain/chart/measure.ts";
import { linearTicks, logTicks, spreadLabels } from "../src/domain/chart/scale.ts";
import { escapeXml } from "../src/domain/chart/svg.ts";
import { lookOf, PALETTES } from "../src/domain/chart/theme.ts";
import { type Chart, drawChart, printSvg, type SvgNode } from "../src/domain/index.ts";
import {
  drift,
  driftItem,
  randomDrift,
  randomImportance,
  randomReview,
  review,
  week,
} from "./report-data.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const widths = fc.integer({ min: 300, max: 1000 });
const tongues = fc.constantFrom("en" as const, "zh" as const);

interface Words {
  words: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Every line of words of a picture with the room that it takes. */
function wordsOf(node: SvgNode, dx = 0, dy = 0): Words[] {
  const moved = /^translate\((\S+) (\S+)\)$/.exec(String(node.attributes.transform ?? ""));
  const [x, y] = [dx + Number(moved?.[1] ?? 0), dy + Number(moved?.[2] ?? 0)];
  if (node.tag !== "text")
    return node.children.flatMap((child) => (typeof child === "string" ? [] : wordsOf(child, x, y)));
  const words = node.children.join("");
  const { "font-size": size, "text-anchor": anchor, "font-weight": weight } = node.attributes;
  const width = textWidth(words, Number(size)) * (weight === 600 ? 1.1 : 1);
  const left =
    x + Number(node.attributes.x) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
  const base = y + Number(node.attributes.y);
  return [{ words, left, right: left + width, top: base - Number(size) * 0.78, bottom: base + 2 }];
}

function collisions(picture: SvgNode): string[] {
  const all = wordsOf(picture);
  const { width, height } = picture.attributes;
  const outside = all.filter(
    ({ left, right, top, bottom }) =>
      left < -0.5 || right > Number(width) + 0.5 || top < 0 || bottom > Number(height),
  );
  const pairs = all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter((b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.words} × ${b.words}`),
  );
  return [...outside.map(({ words }) => `outside: ${words}`), ...pairs];
}

describe("drawing", () => {
  test("no words meet or leave the picture, whatever the data, width and language", () => {
    fc.assert(
      fc.property(seeds, widths, tongues, fc.boolean(), (seed, width, tongue, isAlone) => {
        for (const chart of [
          ...reviewCharts(randomReview(seed), tongue),
          ...driftCharts(randomDrift(seed), tongue),
          ...importanceCharts(randomImportance(seed), tongue),
        ]) {
          const found = collisions(drawChart(chart, { width, theme: "light", isAlone }));
          expect(found, chart.name).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("words that do meet are seen by that test", () => {
    const picture = drawChart(reviewCharts(review(), "en")[0]!, { width: 600, theme: "light" });
    const text = (x: number): SvgNode => ({
      tag: "text",
      attributes: { x, y: 60, "font-size": 12 },
      children: ["some words"],
    });
    expect(collisions({ ...picture, children: [text(10), text(40)] })).toHaveLength(1);
    expect(collisions({ ...picture, children: [text(590)] })).toHaveLength(1);
  });

  test("a picture is the same bytes again, in both themes with the same words", () => {
    const [chart] = reviewCharts(randomReview(5), "zh");
    const draw = (theme: "light" | "dark") => drawChart(chart!, { width: 500, theme });
    expect(printSvg(draw("light"))).toBe(printSvg(draw("light")));
    expect(wordsOf(draw("dark"))).toEqual(wordsOf(draw("light")));
    expect(printSvg(draw("dark"))).not.toBe(printSvg(draw("light")));
  });

  test("texts are escaped, also in the attributes, and what XML cannot hold is left out", () => {
    const [orders] = driftCharts(
      drift([driftItem(`<x> & "y" '\u0007\ud800`, { statedRank: 1, livedRank: 1, amount: 60 })]),
      "en",
    );
    const svg = printSvg(drawChart(orders!, { width: 600, theme: "light" }));
    expect(svg).toContain("&lt;x&gt; &amp; &quot;y&quot; &apos;\ufffd");
    expect(svg).not.toMatch(/<x>|\u0007|\ud800/);
    expect(escapeXml('a<b&"c')).toBe("a&lt;b&amp;&quot;c");
  });

  test("a file says what it is to those who do not see it, and asks for nothing from elsewhere", () => {
    for (const chart of reviewCharts(randomReview(11), "en")) {
      const svg = printSvg(drawChart(chart, { theme: "dark" }));
      expect(svg).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="720" height="\d+" viewBox="0 0 720 \d+" role="img"/,
      );
      expect(svg).toContain(`<title id="${chart.name}-dark-title">${escapeXml(chart.title)}</title>`);
      expect(svg).toContain(`<desc id="${chart.name}-dark-desc">${escapeXml(chart.alt)}</desc>`);
      expect(svg.match(/https?:|href|<script|style=/g)).toEqual(["http:"]);
      expect(svg).not.toContain("NaN");
    }
  });

  test("where there is nothing, a sentence stands for the picture", () => {
    for (const chart of [...reviewCharts(review(), "en"), ...driftCharts(drift([]), "en")]) {
      expect(chart.empty).not.toBeNull();
      const words = wordsOf(drawChart(chart, { width: 900, theme: "light", isAlone: false })).map(
        (one) => one.words,
      );
      expect(words.join(" ")).toBe(chart.empty);
    }
  });
});

describe("scales", () => {
  test("ticks begin at nothing, end above the most, in steps that people count in", () => {
    const texts = (most: number, format: "min" | "count") =>
      linearTicks(most, 4, format).map(({ text }) => text);
    expect(texts(50, "min")).toEqual(
      ["0", "0.25", "0.5", "0.8", "1"].map((text) => (text === "0.8" ? "0.75" : text)),
    );
    expect(texts(7 * 60, "min")).toEqual(["0", "2", "4", "6", "8"]);
    expect(texts(43 * 60, "min")).toEqual(["0", "20", "40", "60"]);
    expect(texts(3, "count")).toEqual(["0", "1", "2", "3"]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (most) => {
        const ticks = linearTicks(most, 4, "min");
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.at(-1)!.value).toBeGreaterThanOrEqual(most);
        expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length);
      }),
    );
    expect(logTicks(40, 700).map(({ text }) => text)).toEqual(["0.5", "1", "2", "5", "10", "20"]);
    expect(logTicks(1, 2).map(({ value }) => value)).toEqual([5, 15]);
  });

  test("of labels along an axis the last one is always written, and none is nearer than the gap", () => {
    expect(spreadLabels([30, 30, 30, 30], 50, 8)).toEqual([true, true, true, true]);
    expect(spreadLabels([30, 30, 30, 30], 20, 8)).toEqual([false, true, false, true]);
  });

  test("texts are cut and wrapped to their room", () => {
    expect(cutText("short", 12, 200)).toBe("short");
    expect(textWidth(cutText("a rather long title of something", 12, 90), 12)).toBeLessThanOrEqual(90);
    expect(wrapText("在一行里放不下的一句话，要换行。", 12, 100)).toEqual([
      "在一行里放不下的",
      "一句话，要换行。",
    ]);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const lines = wrapText(text, 12, 80);
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(80 + 12 * 1.4);
        expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});

/** Contrast of two colours (WCAG 2.2). */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * blue!;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

test.for(["light", "dark"] as const)(
  "colours of %s: words hold 4.5:1, edges 3:1, neighbours differ without colour",
  (theme) => {
    const { paper, ink, quiet, accent } = PALETTES[theme];
    for (const words of [ink, quiet, accent]) expect(contrast(words, paper)).toBeGreaterThanOrEqual(4.5);
    const lanes = ["highest", "high", "medium", "low", "none", "other"] as const;
    for (const tone of [...lanes, "good", "bad", "plain", "faint"] as const)
      expect(contrast(lookOf(tone, theme).edge, paper), tone).toBeGreaterThanOrEqual(3);
    expect(new Set(lanes.map((tone) => lookOf(tone, theme).texture)).size).toBe(lanes.length);
    expect(new Set(lanes.slice(0, 5).map((tone) => lookOf(tone, theme).shape)).size).toBe(5);
  },
);

// ---------------------------------------------------------------------------------------------------------------------

const chartsOf = (data: ReviewData, tongue: "en" | "zh" = "en"): Record<string, Chart> =>
  Object.fromEntries(reviewCharts(data, tongue).map((chart) => [chart.name, chart]));

describe("what charts of a review say", () => {
  const lanes = (highest: number, low: number) => ({ highest, high: 0, medium: 0, low, none: 0, other: 0 });
  const weeks = [
    week("2026-10-26", { byPriority: lanes(300, 100), plannedMin: 600, keptMin: 300 }),
    week("2026-11-02", { byPriority: lanes(100, 300), plannedMin: 600, keptMin: 600 }),
    week("2026-11-09", { byPriority: lanes(0, 0) }),
    week("2026-11-16", { byPriority: lanes(200, 0), plannedMin: 300, keptMin: 75 }),
  ];
  const data = review({ weeks: [weeks[3]!], weeksYear: weeks, plan: weeks[3]! });

  test("where the hours went, with the weeks before a short range, and the range marked", () => {
    const { hours } = chartsOf(data);
    expect(hours!.title).toBe("Highest and high items got 60% of 17h; in 1 of 3 weeks less than half");
    expect(chartsOf(data, "zh").hours!.title).toBe(
      "17 小时中有 60% 用在最高和高优先级的条目上；3 周里有 1 周不到一半",
    );
    expect(
      hours!.kind === "stacked-bars" && hours!.bars.map(({ label, isMarked }) => [label, isMarked]),
    ).toEqual([
      ["26 Oct", false],
      ["2 Nov", false],
      ["9 Nov", false],
      ["16 Nov", true],
    ]);
    expect(hours!.table.rows[1]).toEqual(["2026-11-02", "2026-11-08", 100, 0, 0, 300, 0, 0, 400]);
    expect(hours!.alt).toContain("highest 10h, low 6h40m. Most in 26 Oct: 6h40m.");
    expect(hours!.empty).toBeNull();
  });

  test("a range of many weeks is shown alone, years by months", () => {
    const all = chartsOf(review({ weeks, weeksYear: [week("2026-10-19"), ...weeks] })).plan!;
    expect(all.title).toBe("Over 3 planned weeks 65% of what was planned was kept");
    const many = Array.from({ length: 104 }, (_, index) => {
      const month = String(1 + (Math.floor(index / 4) % 12)).padStart(2, "0");
      return week(`${2024 + Math.floor(index / 48)}-${month}-0${1 + (index % 4)}`, {
        plannedMin: 100,
        keptMin: 50,
        recordedMin: 50,
      });
    });
    const plan = chartsOf(review({ weeks: many, weeksYear: weeks })).plan!;
    expect(plan.title).toBe("Over 26 planned months 50% of what was planned was kept");
    expect(plan.kind === "line" && plan.points[0]).toMatchObject({ label: "Jan 2024", value: 0.5 });
  });

  test("the plan kept: the range against the weeks around it", () => {
    const { plan } = chartsOf(data);
    expect(plan!.title).toBe(
      "2026, week 47: 25% of what was planned was kept; over 3 planned weeks it was 65%",
    );
    expect(plan!.alt).toBe(
      "A line from 2026-10-26 to 2026-11-22. Least kept in 16 Nov: 25%; most in 2 Nov: 100%.",
    );
    expect(plan!.kind === "line" && plan!.points[2]).toMatchObject({
      value: null,
      note: "0 of 5 working days planned",
    });
  });

  test("the year: planned days, those kept, days off, days to come left out", () => {
    const day = (date: string, plannedMin: number, keptMin: number, isOff = false) => ({
      date: date as LocalDate,
      isOff,
      hasNote: true,
      plannedMin,
      keptMin,
      recordedMin: keptMin,
    });
    const daysYear = [
      day("2026-11-19", 100, 75),
      day("2026-11-20", 100, 0),
      day("2026-11-21", 0, 0, true),
      day("2026-11-22", 0, 0),
      day("2026-11-23", 100, 100),
    ];
    const { year } = chartsOf(review({ daysYear }));
    expect(year!.title).toBe(
      "In the year up to 2026-11-22, on 1 of 2 planned days at least three quarters of the plan were kept",
    );
    expect(
      year!.kind === "calendar" && year!.days.map(({ tone, value, says }) => [tone, value, says]),
    ).toEqual([
      ["plain", 0.75, "2026-11-19: 1h15m of 1h40m kept"],
      ["plain", 0, "2026-11-20: 0m of 1h40m kept"],
      ["faint", null, "2026-11-21: day off"],
      ["none", null, "2026-11-22: no plan"],
    ]);
    expect(year!.table.rows).toHaveLength(4);
  });

  test("corrections: how many work; a week counts as since where most of it lies behind the beginning", () => {
    const correction = {
      condition: "All morning in messages",
      kind: "abnormal" as const,
      text: "answer them at noon",
      from: "2026-11-04" as LocalDate,
      judgeOn: "2026-12-02" as LocalDate,
      outcome: null,
      before: { held: 3, days: 4 },
      since: { held: 0, days: 5 },
      chance: 0.98,
      verdict: "works" as const,
      says: "It has become rarer.",
      weeks: [
        { from: "2026-10-26" as LocalDate, held: 3, days: 4 },
        { from: "2026-11-02" as LocalDate, held: 0, days: 5 },
      ],
    };
    const late = { ...correction, from: "2026-11-06" as LocalDate, verdict: "useless" as const };
    const { corrections } = chartsOf(review({ corrections: [correction, late] }));
    expect(corrections!.title).toBe("Of 2 corrections 1 works, 1 is of no use");
    expect(chartsOf(review({ corrections: [correction] }), "zh").corrections!.title).toBe("唯一的纠错有效");
    const sides =
      corrections!.kind === "before-after" &&
      corrections!.groups.map(({ bars }) => bars.map((bar) => bar.isAfter));
    expect(sides).toEqual([
      [false, true],
      [false, false],
    ]);
    expect(corrections!.table.rows).toHaveLength(4);
    expect(corrections!.alt).toContain(
      "All morning in messages: held on 3/4 checked days before, 0/5 since.",
    );
  });

  test("estimates: the median, and too few cases are called too few", () => {
    const done = (estimateMin: number, actualMin: number) => ({
      path: `${estimateMin}`,
      title: `${estimateMin}`,
      estimateMin,
      actualMin,
      ratio: actualMin / estimateMin,
      doneOn: "2026-10-01" as LocalDate,
    });
    const five = [done(60, 60), done(61, 122), done(62, 93), done(63, 63), done(64, 640)];
    expect(chartsOf(review({ estimatesYear: five })).estimates!.title).toBe(
      "Half of 5 items took 1.5 times their estimate or more; 3 took over a quarter longer",
    );
    expect(chartsOf(review({ estimatesYear: five.slice(0, 2) })).estimates!.title).toBe(
      "2 items finished with an estimate: too few for a rule",
    );
  });

  test("every value that is drawn is in the table", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const charts = chartsOf(randomReview(seed));
        const { hours, plan, year, estimates } = charts;
        if (hours?.kind !== "stacked-bars" || plan?.kind !== "line" || year?.kind !== "calendar")
          throw new Error();
        if (estimates?.kind !== "scatter") throw new Error();
        for (const [index, { values }] of hours.bars.entries())
          for (const value of values) expect(hours.table.rows[index]).toContain(value);
        for (const [index, { value }] of plan.points.entries())
          expect(plan.table.rows[index]).toContain(value);
        expect(year.table.rows.map(([date]) => date)).toEqual(year.days.map(({ date }) => date));
        for (const [index, { x, y }] of estimates.points.entries())
          expect(estimates.table.rows[index]).toEqual(expect.arrayContaining([x, y]));
      }),
      { numRuns: 40 },
    );
  });
});

test("the picture of importance: what matters most, each answer in its band, those without one apart", () => {
  const item = (title: string, help: number | null, effortMin: number | null, value: number | null) => ({
    path: title,
    title,
    goals: [{ title: "Goal", goal: 1, line: 1, help }],
    effortMin,
    value,
  });
  const items = [item("Raft", 3, 600, 70), item("Nix", 0, null, 0), item("Zig", null, 60, null)];
  const data = { settings: {}, items, disagreements: [{}] } as unknown as ImportanceData;
  const [chart] = importanceCharts(data, "en");
  expect(chart!.title).toBe("“Raft” matters most; the page disagrees in 1 place");
  expect(importanceCharts(data, "zh")[0]!.title).toBe("「Raft」最重要；和页面不一致的有 1 处");
  expect(chart!.kind === "bands" && chart!.dots.map(({ band, x, value }) => [band, x, value])).toEqual([
    [0, 600, "70"],
    [3, null, "0"],
    [4, 60, "?"],
  ]);
  expect(chart!.table.rows[0]).toEqual(["Raft", "Goal", 3, 600, 70]);
});

describe("what the picture of drift says", () => {
  const items = [
    driftItem("Kubernetes", { priority: "highest", statedRank: 1, livedRank: 3, amount: 0 }),
    driftItem("Raft", { priority: "high", statedRank: 2, livedRank: 2, amount: 60 }),
    driftItem("Nix", { priority: "low", statedRank: 3, livedRank: 1, amount: 720 }),
  ];
  const hungry = { path: "Kubernetes", title: "Kubernetes", address: null, priority: "highest" as const };
  const starved = [{ ...hungry, amount: 0, lastMovedOn: null, nextStep: null }];

  test("who got nothing and what took the time; without starved items how far the orders agree", () => {
    expect(driftCharts(drift(items, { starved }), "en")[0]!.title).toBe(
      "1 highest item got next to nothing; most went to “Nix” (low)",
    );
    expect(driftCharts(drift(items, { starved }), "zh")[0]!.title).toBe(
      "1 个最高优先级的条目几乎什么也没得到；时间最多给了「Nix」（低）",
    );
    expect(driftCharts(drift(items), "en")[0]!.title).toBe(
      "What you do follows what you say in part; most went to “Nix” (low)",
    );
    expect(
      driftCharts(
        drift(items, { enough: false, agreement: { ...drift(items).agreement, value: null } }),
        "en",
      )[0]!.title,
    ).toBe("Too little to compare what you say with what you do");
  });

  test("lines that fall are dashed, and an item that got nothing stands at the end", () => {
    const [chart] = driftCharts(drift(items, { starved }), "en");
    const svg = printSvg(drawChart(chart!, { width: 700, theme: "light", isAlone: false }));
    expect(
      svg.match(/<line [^>]*stroke-dasharray[^>]*>\s*<title>[^<]*/g)!.map((line) => line.split("<title>")[1]),
    ).toEqual(["Kubernetes: stated 1, lived 3 (nothing)"]);
    expect(wordsOf(drawChart(chart!, { width: 700, theme: "light" })).map(({ words }) => words)).toContain(
      "Kubernetes · nothing",
    );
    expect(chart!.table.rows.map((row) => row[0])).toEqual(["Kubernetes", "Raft", "Nix"]);
  });
});
