// Lives measured against labels made by hand from real histories: 331 transitions, chosen before the matcher was written and
// split into a half for tuning and a half held out. Run where the corpora are (NUNC_CORPORA).

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readLives } from "../src/domain/index.ts";
import { type LifeTally, ratesOf, readLabels, revisionsOf, scoreLives } from "./score-lives.ts";

const labels = readLabels(join(dirname(fileURLToPath(import.meta.url)), "labels-lives"));
const corpora = process.env.NUNC_CORPORA ?? "";

test("there are at least 150 labels, in both halves, of many kinds", () => {
  const all = labels.flatMap((one) => one.labels);
  expect(all.length).toBeGreaterThanOrEqual(150);
  expect(new Set(all.map(({ half }) => half)).size).toBe(2);
  expect(new Set(all.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(15);
});

describe.runIf(existsSync(join(corpora, "nowpages")))("labels of the corpora", () => {
  test("are met", { timeout: 120_000 }, () => {
    const tallies: Record<string, LifeTally[]> = { tuning: [], "held-out": [] };
    const problems: string[] = [];
    for (const { history, labels: wanted } of labels) {
      const scored = scoreLives(readLives(revisionsOf(corpora, history)), wanted);
      for (const [key, tally] of scored.tallies) tallies[key.split(" ")[0]!]!.push(tally);
      for (const { label, problem } of scored.problems)
        problems.push(
          `${history} ${label.from}:${label.fromLine} ${label.to}:${label.toLine} ${label.kind}: ${problem}`,
        );
    }
    for (const half of ["tuning", "held-out"]) {
      const rates = ratesOf(tallies[half]!);
      expect(rates.precision, problems.join("\n")).toBeGreaterThanOrEqual(0.97);
      expect(rates.recall, problems.join("\n")).toBeGreaterThanOrEqual(0.97);
    }
  });
});
