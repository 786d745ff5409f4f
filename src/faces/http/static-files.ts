// The app's own files, from the folder that the build wrote. Each is looked up when it is asked for: the folder may be
// built again under a running server. A path has plain names only, so that none can lead out of the folder.

import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { Context } from "hono";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
};

/** Names that begin with a letter, a digit, `_` or `-`, with `/` between them: never `..`, hidden, absolute or encoded. */
const PLAIN_PATH = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;

/**
 * The file at a path such as `/assets/index-B1x.js`; null where there is none.
 * @param folder absolute; may be missing
 */
export function answerFile(folder: string, c: Context, path: string): Response | null {
  const name = path === "/" ? "index.html" : path.slice(1);
  const type = TYPES[posix.extname(name)];
  if (type === undefined || !PLAIN_PATH.test(name)) return null;
  const bytes = readOrNull(join(folder, name));
  if (bytes === null) return null;
  // Names in assets/ hold a hash of their content: what they name never changes.
  const lasting = name.startsWith("assets/");
  return c.body(new Uint8Array(bytes), 200, {
    "content-type": type,
    "cache-control": lasting ? "public, max-age=31536000, immutable" : "no-cache",
  });
}

const ABSENT = new Set(["ENOENT", "ENOTDIR", "EISDIR"]);

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}
