// Which home is meant: the one that is named, the nearest one above, or the person's default. And the home of a page that
// has none: a private one beside the person's other data, made by its first write.

import { homedir } from "node:os";
import { basename, dirname, extname, join, resolve } from "node:path";
import { type Tongue, tongueOfEnv } from "../base/index.ts";
import { realDisk } from "./disk.ts";
import { hashBytes } from "./hash.ts";
import { sayHome } from "./home-messages.ts";
import { fail, type Said } from "./messages.ts";
import { realTarget } from "./names.ts";
import { dataFolder, type Env } from "./places.ts";

export interface FoundHome {
  /** Absolute path of the folder with nunc.yaml. */
  root: string;
  /** `--home`, `NUNC_HOME`, an ancestor of the working folder, or the recorded default. */
  by: "option" | "environment" | "ancestor" | "default";
}

export interface PageHome {
  root: string;
  /** Absolute path of the page. */
  page: string;
  /** Files that the home gets when it is made: pass to `openStore`. */
  seeds: Record<string, string>;
}

/**
 * The home that is meant; null where none is.
 * @throws AppError missing where one is named (by option, environment or as the default) that is not there
 */
export async function findHome(options: {
  home?: string | null;
  env: Env;
  cwd: string;
  tongue?: Tongue;
}): Promise<FoundHome | null> {
  const { home, env, cwd } = options;
  const said = sayHome(options.tongue ?? tongueOfEnv(env));
  const named = (folder: string, by: FoundHome["by"], otherwise: (root: string) => Said): FoundHome => {
    const root = resolve(cwd, expandTilde(folder, env));
    if (!isHome(root)) throw fail("missing", otherwise(root), { file: root });
    return { root, by };
  };
  if (home) return named(home, "option", said.notAHome);
  if (env.NUNC_HOME) return named(env.NUNC_HOME, "environment", said.notAHome);
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (isHome(folder)) return { root: folder, by: "ancestor" };
    if (dirname(folder) === folder) break;
  }
  const { defaultFile, defaultHome } = await import("./default-home.ts");
  const recorded = defaultHome(env);
  return recorded === null
    ? null
    : named(recorded, "default", (root) => said.defaultGone(root, defaultFile(env)));
}

export function isHome(folder: string): boolean {
  try {
    return realDisk.stat(join(folder, "nunc.yaml"))?.isFile() === true;
  } catch {
    return false;
  }
}

function expandTilde(path: string, env: Env): string {
  return path === "~" || path.startsWith("~/") ? join(env.HOME || homedir(), path.slice(1)) : path;
}

/**
 * The private home of a page that is used without one (`nunc --page FILE`): named after the page and its place, so that
 * the same page always has the same one. Nothing is made here; a store that is opened with the seeds makes it.
 */
export function homeForPage(path: string, options: { env: Env; cwd: string }): PageHome {
  const page = resolve(options.cwd, path);
  const real = realTarget(realDisk, page);
  const stem = basename(page, extname(page));
  // In many sites each page is an index file in a folder that has the page's name.
  const name = /^_?index$/i.test(stem) ? basename(dirname(page)) : stem;
  const safe = name.replace(/[^\p{L}\p{N}_-]+/gu, "-").slice(0, 40) || "page";
  const hash = hashBytes(real).slice(0, 8);
  return {
    root: join(dataFolder(options.env), "pages", `${safe}-${hash}`),
    page,
    // A JSON string is a YAML one.
    seeds: { "nunc.yaml": `version: 1\npage: ${JSON.stringify(real)}\n` },
  };
}
