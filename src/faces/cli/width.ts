// How many columns a text takes in a terminal: 2 for wide characters (Unicode TR11, East Asian Width W and F) and emoji, 0
// for marks that join the character before them. The library string-width says the same (a test compares them), but
// compiling its patterns takes longer than the rest of a command.

/** Wide ranges, first and last code point in turn. */
const WIDE: readonly number[] = [
  0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x23f0, 0x23f0, 0x23f3, 0x23f3, 0x25fd,
  0x25fe, 0x2614, 0x2615, 0x2630, 0x2637, 0x2648, 0x2653, 0x267f, 0x267f, 0x268a, 0x268f, 0x2693, 0x2693,
  0x26a1, 0x26a1, 0x26aa, 0x26ab, 0x26bd, 0x26be, 0x26c4, 0x26c5, 0x26ce, 0x26ce, 0x26d4, 0x26d4, 0x26ea,
  0x26ea, 0x26f2, 0x26f3, 0x26f5, 0x26f5, 0x26fa, 0x26fa, 0x26fd, 0x26fd, 0x2705, 0x2705, 0x270a, 0x270b,
  0x2728, 0x2728, 0x274c, 0x274c, 0x274e, 0x274e, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x27b0,
  0x27b0, 0x27bf, 0x27bf, 0x2b1b, 0x2b1c, 0x2b50, 0x2b50, 0x2b55, 0x2b55, 0x2e80, 0x303e, 0x3041, 0xa4cf,
  0xa960, 0xa97c, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6b, 0xff01, 0xff60, 0xffe0,
  0xffe6, 0x16fe0, 0x18cff, 0x1aff0, 0x1b2fb, 0x1d300, 0x1d376, 0x1f004, 0x1f004, 0x1f0cf, 0x1f0cf, 0x1f18e,
  0x1f18e, 0x1f191, 0x1f19a, 0x1f200, 0x1f265, 0x1f300, 0x1f320, 0x1f32d, 0x1f335, 0x1f337, 0x1f37c, 0x1f37e,
  0x1f393, 0x1f3a0, 0x1f3ca, 0x1f3cf, 0x1f3d3, 0x1f3e0, 0x1f3f0, 0x1f3f4, 0x1f3f4, 0x1f3f8, 0x1f43e, 0x1f440,
  0x1f440, 0x1f442, 0x1f4fc, 0x1f4ff, 0x1f53d, 0x1f54b, 0x1f54e, 0x1f550, 0x1f567, 0x1f57a, 0x1f57a, 0x1f595,
  0x1f596, 0x1f5a4, 0x1f5a4, 0x1f5fb, 0x1f64f, 0x1f680, 0x1f6c5, 0x1f6cc, 0x1f6cc, 0x1f6d0, 0x1f6d2, 0x1f6d5,
  0x1f6d7, 0x1f6dc, 0x1f6df, 0x1f6eb, 0x1f6ec, 0x1f6f4, 0x1f6fc, 0x1f7e0, 0x1f7eb, 0x1f7f0, 0x1f7f0, 0x1f90c,
  0x1f93a, 0x1f93c, 0x1f945, 0x1f947, 0x1f9ff, 0x1fa70, 0x1faff, 0x20000, 0x3fffd,
];

/** Combining marks, joiners, variation selectors and bidi signs: nothing of their own. */
const JOINING = /[\p{Mn}\p{Me}\p{Cf}\u115f-\u1160\u3164\uffa0]/u;
const SIMPLE = /^[\x20-\x7e\u3000-\u303e\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/;
const ASCII = /^[\x20-\x7e]*$/;

/** Columns of a text without line breaks or escape sequences. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  if (SIMPLE.test(text)) {
    let width = 0;
    for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) < 0x7f ? 1 : 2;
    return width;
  }
  let width = 0;
  for (const character of charactersOf(text)) width += widthOfCharacter(character);
  return width;
}

/** A text without anything that joins what stands before it: its code points are its characters. */
const LONE =
  /^[\x20-\x7e\u00a1-\u02af\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2319\u2500-\u25fc\u3000-\u3029\u3030-\u303c\u3041-\u3096\u309d-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff9d]*$/;

/** The characters of a text as a reader sees them. Intl.Segmenter takes long at its first use, and most titles do without. */
export function charactersOf(text: string): Iterable<string> {
  if (LONE.test(text)) return text;
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}

/** Columns of one character as a reader sees it. */
function widthOfCharacter(segment: string): number {
  const first = segment.codePointAt(0)!;
  if (first < 0x20 || (first >= 0x7f && first < 0xa0)) return 0;
  if (JOINING.test(String.fromCodePoint(first))) return 0;
  // A sign that is asked to be drawn as an emoji (U+FE0F), a keycap, or a flag.
  if (segment.includes("\ufe0f") || (first >= 0x1f1e6 && first <= 0x1f1ff)) return 2;
  return isWide(first) ? 2 : 1;
}

function isWide(point: number): boolean {
  let low = 0;
  let high = WIDE.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (point < WIDE[middle * 2]!) high = middle - 1;
    else if (point > WIDE[middle * 2 + 1]!) low = middle + 1;
    else return true;
  }
  return false;
}
