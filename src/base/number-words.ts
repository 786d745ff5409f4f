// Whole numbers below a hundred as people write them in a sentence: digits, or Chinese 二十五, 十五, 两.

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** What `readSmallNumber` may read, as a part of a pattern without groups. */
export const SMALL_NUMBER =
  "(?:\\d+|[一二两三四五六七八九]?十[一二三四五六七八九]?|[〇零一二两三四五六七八九])";

/** `25`, `二十五`, `两`; null where it is no such number. */
export function readSmallNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const ten = /^([一二两三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(text);
  if (ten !== null)
    return (ten[1] === "" ? 1 : DIGITS[ten[1]!]!) * 10 + (ten[2] === "" ? 0 : DIGITS[ten[2]!]!);
  return DIGITS[text] ?? null;
}
