// How much room a text takes where nothing can be drawn to find out: widths of characters, rather too wide than too narrow, so
// that nothing is cut and nothing overlaps whichever of the fonts is there. Widths are in em of DejaVu Sans and Verdana, the
// widest of the usual sans faces.

import { isCjk } from "../../base/index.ts";

const NARROW = /[ilj|'!.,:;I()[\]{}ft\-/\\ ·’]/;
const WIDE = /[mwMW@%—…]/;
const CAPITAL = /[A-HJ-LN-VX-Z&#+<>=~^]/;
const EMOJI = /\p{Extended_Pictographic}/u;
const JOINING = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Pixels of one line of text in a regular sans face of this size. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) em += widthOf(character);
  return em * size;
}

function widthOf(character: string): number {
  if (NARROW.test(character)) return 0.41;
  if (WIDE.test(character)) return 1;
  if (CAPITAL.test(character)) return 0.78;
  if (character >= " " && character <= "~") return 0.64;
  if (JOINING.test(character)) return 0;
  if (isCjk(character)) return 1.02;
  return EMOJI.test(character) ? 1.4 : 0.8;
}

/** The text, or its beginning with `…` where it does not fit. */
export function cutText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = "";
  let used = size;
  for (const character of text) {
    used += widthOf(character) * size;
    if (used > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** A line may not begin with these (a part of JIS X 4051, GB/T 15834). */
const CLOSING = /^[，。、；：？！）」』》】”’…％%,.;:?!)\]}]/;

/** Lines that are no wider than `width`; broken at blanks and between CJK characters, inside a word only where it is too wide alone. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text)) {
    if (line !== "" && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += line === "" ? piece.trimStart() : piece;
    while (textWidth(line.trimEnd(), size) > width && [...line].length > 1) {
      let fits = "";
      for (const character of line) {
        if (fits !== "" && textWidth(fits + character, size) > width) break;
        fits += character;
      }
      lines.push(fits);
      line = line.slice(fits.length);
    }
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}

/** Words with the blanks behind them, single CJK characters with the closing marks behind them. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const character of text) {
    const last = pieces.at(-1);
    const before = last === undefined ? undefined : [...last].at(-1)!;
    const joins =
      last !== undefined &&
      (CLOSING.test(character) ||
        (before !== " " && !isCjk(character) && !isCjk(before)) ||
        character === " ");
    if (joins) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}
