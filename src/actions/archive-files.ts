// Where the archive pages of a page are: `history/{year}.md` beside it, or as nunc.yaml says.

import type { Context } from "./action.ts";
import { folderOf } from "./reading.ts";

const FIRST_YEAR = 1990;

/** The archive file of a page for a year. */
export function archiveFile(context: Context, page: string, year: number): string {
  const { archive } = context.world.config;
  const path = archive.startsWith("/") ? archive : normalizePath(`${folderOf(page)}${archive}`);
  return path.replaceAll("{year}", String(year));
}

/** Existing archive files of all pages, the newest year first. */
export function archivesOf(context: Context): string[] {
  const lastYear = Number(context.today.slice(0, 4)) + 1;
  const found = new Set<string>();
  const hasYear = context.world.config.archive.includes("{year}");
  for (let year = lastYear; year >= (hasYear ? FIRST_YEAR : lastYear); year--) {
    for (const page of context.world.config.pages) {
      const file = archiveFile(context, page, year);
      if (!found.has(file) && !context.world.config.pages.includes(file) && exists(context, file))
        found.add(file);
    }
  }
  return [...found];
}

/** A file that is there but cannot be read counts: the reader then says why. */
function exists(context: Context, file: string): boolean {
  try {
    return context.reading.text(file) !== null;
  } catch {
    return true;
  }
}

/** Resolves `.` and `..` in a path with `/`. */
function normalizePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "." || (part === "" && parts.length > 0)) continue;
    if (part === ".." && parts.length > 0 && parts[parts.length - 1] !== "..") {
      if (parts[parts.length - 1] !== "") parts.pop();
    } else parts.push(part);
  }
  return parts.join("/");
}
