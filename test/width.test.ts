// Widths in a terminal: ours against the library string-width, which is right and slow to load.

import stringWidth from "string-width";
import { expect, test } from "vitest";
import { cutTo, padTo, plainLine, widthOf, wrapTo } from "../src/faces/cli/paint.ts";

test.each([
  "",
  "abc",
  "中文",
  "《数据密集型》296/572",
  "k8s 网络插件 - calico",
  "“引号”…",
  "é",
  "e\u0301",
  "한국",
  "ｱｶ",
  "①",
  "❤️",
  "👨‍👩‍👧",
  "🇨🇳",
  "1️⃣",
  "𠮷",
  "，。！？",
])("%s", (text) => expect(widthOf(text)).toBe(stringWidth(text)));

test("every ideograph, kana, hangul syllable and full-width form is as wide as the library says", () => {
  const blocks = [
    [0x3041, 0x3096],
    [0x30a1, 0x30ff],
    [0x4e00, 0x9fff],
    [0xac00, 0xd7a3],
    [0xff01, 0xff60],
    [0x20000, 0x2a6df],
    [0x1f600, 0x1f64f],
  ] as const;
  for (const [first, last] of blocks) {
    for (let point = first; point <= last; point += 7) {
      const text = String.fromCodePoint(point);
      if (widthOf(text) !== stringWidth(text))
        expect.fail(`U+${point.toString(16)}: ${widthOf(text)}, not ${stringWidth(text)}`);
    }
  }
});

test("cut and padded text takes the columns that it should", () => {
  expect(padTo("中文", 6)).toBe("中文  ");
  expect(cutTo("中文字符", 5)).toBe("中文…");
  expect(widthOf(cutTo("中文字符", 6))).toBeLessThanOrEqual(6);
});

test("a page cannot steer the terminal", () => {
  expect(plainLine("a\u001b[31mb\u0007\tc\u202e")).toBe("a�[31mb� c�");
});

test("a sentence is broken at blanks and between wide characters, never before a closing sign", () => {
  expect(wrapTo("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrapTo("averylongword fits", 5)).toEqual(["averylongword", "fits"]);
  expect(wrapTo("今天先做最要紧的事。", 10)).toEqual(["今天先做最", "要紧的事。"]);
  expect(wrapTo("先做最要紧的。", 12)).toEqual(["先做最要紧", "的。"]);
  expect(wrapTo("as it is", Number.POSITIVE_INFINITY)).toEqual(["as it is"]);
  expect(wrapTo("", 10)).toEqual([""]);
});
