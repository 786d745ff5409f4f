// Reading one text without losing a byte, and saying no to what is no text: a folder, UTF-16, a binary, a huge file.

import { decodeText, type Tongue } from "../base/index.ts";
import { type Disk, errorCode } from "./disk.ts";
import { hashBytes } from "./hash.ts";
import { diskError, fail, say } from "./messages.ts";

const MAX_BYTES = 10 * 1024 * 1024;

/**
 * The text of a file with the bytes it came from; null where there is none.
 * @param file its name, for messages
 * @throws AppError invalid for a folder, UTF-16, a binary or an oversized file; blocked where it cannot be read
 */
export function readText(
  disk: Disk,
  path: string,
  file: string,
  tongue: Tongue,
): { text: string; hash: string; bytes: Uint8Array } | null {
  const at = { file };
  let bytes: Uint8Array;
  try {
    const stat = disk.stat(path);
    if (stat === null) return null;
    if (stat.isDirectory()) throw fail("invalid", say(tongue).isFolder(file), at);
    if (!stat.isFile()) throw fail("invalid", say(tongue).notAFile(file), at);
    if (stat.size > MAX_BYTES) throw fail("invalid", say(tongue).tooBig(file, MAX_BYTES / 1024 / 1024), at);
    bytes = disk.readFile(path);
  } catch (problem) {
    if (errorCode(problem) === "ENOENT") return null;
    throw diskError(problem, file, tongue);
  }
  if (isUtf16(bytes)) throw fail("invalid", say(tongue).utf16(file), { file, line: 1, column: 1 });
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const line = bytes.subarray(0, nul).filter((byte) => byte === 10).length + 1;
    throw fail("invalid", say(tongue).binary(file), { file, line });
  }
  let hash: string | null = null;
  return {
    text: decodeText(bytes),
    bytes,
    // Asked for where something is written or remembered, and not before.
    get hash() {
      hash ??= hashBytes(bytes);
      return hash;
    },
  };
}

/** A byte-order mark of UTF-16, or the pattern of Latin text in it: every second byte NUL. */
function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const sample = bytes.subarray(0, 4096);
  const nuls = [0, 0];
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) nuls[at % 2]!++;
  const half = sample.length / 2;
  return half >= 2 && ((nuls[0]! > half * 0.4 && nuls[1] === 0) || (nuls[1]! > half * 0.4 && nuls[0] === 0));
}
