// Bytes and text. A text is a JavaScript string in which every byte of the file is kept:
// a byte that is not valid UTF-8 stands as the lone surrogate U+DC00 + byte ("surrogate escape",
// PEP 383), so that decode then encode gives the same bytes, always.

/** A lone surrogate U+DC80..U+DCFF that stands for one stray byte. */
const STRAY = /[\udc80-\udcff]/;
const SURROGATES = /[\ud800-\udfff]/;

const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Decodes UTF-8 without losing a byte. A byte-order mark stays in the text as U+FEFF.
 * `encodeText(decodeText(bytes))` equals `bytes` for every input.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return STRICT.decode(bytes);
  } catch {
    return decodeWithStrays(bytes);
  }
}

/** Splits the bytes into valid runs and stray bytes. Validity as in the WHATWG Encoding standard. */
function decodeWithStrays(bytes: Uint8Array): string {
  let text = "";
  let runStart = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    text += STRICT.decode(bytes.subarray(runStart, at)) + String.fromCharCode(0xdc00 + bytes[at]!);
    at += 1;
    runStart = at;
  }
  return text + STRICT.decode(bytes.subarray(runStart));
}

/** Length in bytes of the well-formed UTF-8 sequence at `at`, or 0 (Unicode 15, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const tail = (offset: number, low = 0x80, high = 0xbf): boolean => {
    const byte = bytes[at + offset];
    return byte !== undefined && byte >= low && byte <= high;
  };
  if (first >= 0xc2 && first <= 0xdf) return tail(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const low = first === 0xe0 ? 0xa0 : 0x80;
    const high = first === 0xed ? 0x9f : 0xbf;
    return tail(1, low, high) && tail(2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const low = first === 0xf0 ? 0x90 : 0x80;
    const high = first === 0xf4 ? 0x8f : 0xbf;
    return tail(1, low, high) && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

/** The inverse of `decodeText`. A lone surrogate that stands for no byte becomes U+FFFD. */
export function encodeText(text: string): Uint8Array {
  if (!STRAY.test(text)) return new TextEncoder().encode(text);
  const parts: Uint8Array[] = [];
  let runStart = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isStrayAt(text, at)) continue;
    parts.push(
      new TextEncoder().encode(text.slice(runStart, at)),
      Uint8Array.of(text.charCodeAt(at) - 0xdc00),
    );
    runStart = at + 1;
  }
  parts.push(new TextEncoder().encode(text.slice(runStart)));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** Whether the UTF-16 unit at `at` stands for a byte that is not UTF-8. */
function isStrayAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xdc80 || unit > 0xdcff) return false;
  const before = text.charCodeAt(at - 1);
  return !(before >= 0xd800 && before <= 0xdbff);
}

/** Offsets of the stray bytes in a decoded text. */
export function findStrayBytes(text: string): number[] {
  const found: number[] = [];
  if (!SURROGATES.test(text)) return found;
  for (let at = 0; at < text.length; at++) if (isStrayAt(text, at)) found.push(at);
  return found;
}

/** The text as a person may see it: stray bytes become U+FFFD. */
export function displayText(text: string): string {
  return STRAY.test(text) ? text.toWellFormed() : text;
}

/** Line starts of a text; lines end at LF, CRLF or a lone CR, as in CommonMark 2.1. */
export class LineIndex {
  readonly text: string;
  /** Offset of the first character of each line; `starts[0]` is 0. */
  readonly starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
    }
    this.starts = starts;
  }

  /** Number of lines; a final newline does not begin another line. */
  get count(): number {
    const last = this.starts.length;
    return last > 1 && this.starts[last - 1] === this.text.length ? last - 1 : last;
  }

  /** 1-based number of the line that holds the offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** 1-based column in UTF-16 units. */
  columnAt(offset: number): number {
    return offset - this.starts[this.lineAt(offset) - 1]! + 1;
  }

  /** Offset where the 1-based line starts; the text's length for lines past the end. */
  start(line: number): number {
    return this.starts[line - 1] ?? this.text.length;
  }

  /** Offset where the line's text ends, before its line end. */
  end(line: number): number {
    let end = this.starts[line] ?? this.text.length;
    if (this.text.charCodeAt(end - 1) === 10 && end > this.start(line)) end--;
    if (this.text.charCodeAt(end - 1) === 13 && end > this.start(line)) end--;
    return end;
  }

  /** The line's text without its line end. */
  line(line: number): string {
    return this.text.slice(this.start(line), this.end(line));
  }
}

/** CJK ideographs, kana, hangul and full-width punctuation: characters that join without blanks. */
const CJK =
  /[\u2e80-\u303f\u3040-\u30ff\u31c0-\u31ef\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3134f}]/u;

export function isCjk(character: string | undefined): boolean {
  return character !== undefined && CJK.test(character);
}

/** The line end that the text uses most; `\n` where it has none. */
export function dominantLineEnd(text: string): "\n" | "\r\n" | "\r" {
  const crlf = text.match(/\r\n/g)?.length ?? 0;
  const lf = (text.match(/\n/g)?.length ?? 0) - crlf;
  const cr = (text.match(/\r/g)?.length ?? 0) - crlf;
  if (crlf > lf && crlf >= cr) return "\r\n";
  return cr > lf ? "\r" : "\n";
}
