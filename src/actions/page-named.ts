// Which page of a home is meant where a command takes one by its path. Nothing is parsed for it.

import { AppError } from "../base/index.ts";
import type { Context } from "./action.ts";
import { say } from "./messages.ts";

/** The page of the home that a path names; the first where none is named. @throws AppError missing */
export function pageNamed(context: Context, path: string | undefined): string {
  const pages = context.world.config.pages.filter((file) => context.reading.text(file) !== null);
  // Says what is wrong where there is no page at all.
  if (pages.length === 0) context.reading.pages();
  const known = pages.find((file) => path === undefined || file === path || file.endsWith(`/${path}`));
  if (known !== undefined) return known;
  throw new AppError("missing", say(context.tongue).notAPage(path!), { at: { file: path! } });
}
