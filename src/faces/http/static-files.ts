// The app's own files, from the folder that the build wrote. They are listed once; what is not in the list does not exist,
// so no path can lead out of the folder.

import { readdirSync, readFileSync } from "node:fs";
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

export interface StaticFiles {
  /** The file at a path such as `/assets/index-B1x.js`, or null. */
  answer(c: Context, path: string): Response | null;
}

/** @param folder absolute; may be missing, then there are no files. */
export function staticFiles(folder: string): StaticFiles {
  const files = listFiles(folder);
  return {
    answer(c, path) {
      const name = path === "/" ? "index.html" : path.slice(1);
      const type = TYPES[posix.extname(name)];
      if (!files.has(name) || type === undefined) return null;
      const bytes = readFileSync(join(folder, name));
      // Names in assets/ hold a hash of their content: what they name never changes.
      const lasting = name.startsWith("assets/");
      return c.body(new Uint8Array(bytes), 200, {
        "content-type": type,
        "cache-control": lasting ? "public, max-age=31536000, immutable" : "no-cache",
      });
    },
  };
}

function listFiles(folder: string): Set<string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return new Set(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) =>
          posix
            .join(entry.parentPath.slice(folder.length).replaceAll("\\", "/"), entry.name)
            .replace(/^\//, ""),
        ),
    );
  } catch {
    return new Set();
  }
}
