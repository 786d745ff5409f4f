// The plain text of one inline run: what a reader sees, without marks, with the place in the
// source of every character, so that what is recognised in the plain text can be spliced in the source.

/** What a character of the plain text stands in. */
export const IN_LINK = 1;
export const IN_CODE = 2;
export const IN_STRIKE = 4;
/** A bare URL or autolink: the text is the URL itself. */
export const IN_URL = 8;
export const IN_IMAGE = 16;
export const IN_STRONG = 32;

export interface PlainLink {
  text: string;
  url: string;
  /** Range in the plain text. */
  start: number;
  end: number;
  /** Range in the source. */
  from: number;
  to: number;
  /** Whether the text is the URL itself (`https://…`, `<https://…>`). */
  bare: boolean;
}

export interface Plain {
  text: string;
  /** Source offset of each character, and of the end: length `text.length + 1`. */
  offsets: number[];
  /** Flags of each character: `IN_LINK | IN_CODE | …`. */
  flags: number[];
  links: PlainLink[];
  /** Range in the source. */
  from: number;
  to: number;
}

/** Offset in the source of a range of the plain text; `to` is just behind its last character. */
export function sourceRange(plain: Plain, start: number, end: number): { from: number; to: number } {
  const from = plain.offsets[start] ?? plain.to;
  const to = end > start ? (plain.offsets[end - 1] ?? plain.to) + 1 : from;
  return { from, to };
}
