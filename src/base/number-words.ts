// Whole numbers below a hundred as people write them in a sentence: digits, or Chinese 二十五, 十五, 两.

const DIGITS = "零一二三四五六七八九";

/** What `readSmallNumber` may read, as a part of a pattern without groups. */
export const SMALL_NUMBER =
  "(?:\\d+|[一二两三四五六七八九]?十[一二三四五六七八九]?|[〇零一二两三四五六七八九])";

/** `25`, `二十五`, `两`, `廿五`; null where it is no such number. */
export function readSmallNumber(text: string): number | null {
  const word = text.replace("廿", "二十").replace("卅", "三十");
  const ten = /^([一二两三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(word);
  if (ten === null) return readDigits(word);
  return (ten[1] === "" ? 1 : digitOf(ten[1]!)) * 10 + (ten[2] === "" ? 0 : digitOf(ten[2]!));
}

/** Digits one by one, `2021` or `二〇二一`; null where it is none. */
export function readDigits(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  return /^[〇零一二两三四五六七八九]+$/.test(text) ? Number([...text].map(digitOf).join("")) : null;
}

function digitOf(character: string): number {
  if (character === "两") return 2;
  return character === "〇" ? 0 : DIGITS.indexOf(character);
}
