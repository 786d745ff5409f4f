// The key `recall` of nunc.yaml: what it takes, and where a mistake is said.

import { expect, test } from "vitest";
import { DEFAULT_RECALL, readConfig } from "../src/domain/index.ts";

test("its parts in the ways in which people write them", () => {
  const read = (text: string) => readConfig(text, "en").config.recall;
  expect(read("recall: {retention: 85%, new: 0, order: item}\n")).toEqual({
    retention: 0.85,
    newPerDay: 0,
    order: "item",
  });
  expect(read("recall:\n  retention: 0.95\n")).toEqual({ ...DEFAULT_RECALL, retention: 0.95 });
  expect(read("recall:\n  new: false\n").newPerDay).toBe(0);
});

test("a mistake is said with its place, and the rest counts", () => {
  const { config, diagnostics } = readConfig(
    "recall:\n  retention: 50%\n  new: many\n  order: weak\n  old: 3\n",
    "zh",
  );
  expect(config.recall).toEqual(DEFAULT_RECALL);
  expect(diagnostics.map(({ line, code }) => [line, code])).toEqual([
    [2, "config-out-of-range"],
    [3, "config-wrong-type"],
    [4, "config-unknown-word"],
    [5, "config-unknown-key"],
  ]);
  expect(readConfig("recall: often\n", "en").diagnostics[0]?.message).toContain("retention: 90%");
});
