// The private file of an item: what its front matter says, in forms that people write.

import { describe, expect, test } from "vitest";
import { formatEstimate, readEstimate, readFacts } from "../src/domain/index.ts";

const facts = (fields: string) => readFacts("items/x.md", `---\ntitle: X\n${fields}\n---\n`)!;

describe("estimates", () => {
  test.each<[string, number, "limit" | "floor"]>([
    ["8h", 480, "limit"],
    ["8h+", 480, "floor"],
    ["1h30m +", 90, "floor"],
    ["at least 2 hours", 120, "floor"],
    ["至少 8 小时", 480, "floor"],
    ["≥ 3h", 180, "floor"],
    ["3 小时以上", 180, "floor"],
    ["at most 3h", 180, "limit"],
    ["最多 3h", 180, "limit"],
  ])("%s", (text, min, kind) => {
    expect(readEstimate(text)).toEqual({ min, kind });
    expect(readEstimate(formatEstimate({ min, kind }))).toEqual({ min, kind });
    expect(facts(`estimate: ${text}`)).toMatchObject({
      estimate: text,
      estimateMin: min,
      estimateKind: kind,
    });
  });

  test.each(["", "8", "a while", "+", "2d"])("%j is none; the file keeps its words", (text) => {
    expect(readEstimate(text)).toBeNull();
    const { estimate, estimateMin, estimateKind } = facts(`estimate: ${text}`);
    expect([estimate, estimateMin, estimateKind]).toEqual([text === "" ? null : text, null, null]);
  });
});

test("how hard it is: 0 to 3, else nothing", () => {
  expect(["0", "3", "4", "very", "", '"2"', "1 # still"].map((text) => facts(`hard: ${text}`).hard)).toEqual([
    0,
    3,
    null,
    null,
    null,
    2,
    1,
  ]);
});
