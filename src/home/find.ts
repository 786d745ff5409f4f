// Which home is meant: the one that is named, the nearest one above, or the person's default. And the home of a page that
// has none: a private one beside the person's other data, made by its first write.

import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { basename, dirname, extname, join, resolve } from "node:path";
import { isMap, parseDocument } from "yaml";
import { AppError, type Tongue, tongueOfEnv } from "../base/index.ts";
import { setConfigValue } from "../domain/index.ts";
import { applyPatches } from "../page/index.ts";
import { errorCode, makeFolders, realDisk, syncFolder, writeDurably } from "./disk.ts";
import { sayHome } from "./home-messages.ts";
import { diskError, fail, type Said } from "./messages.ts";
import { realTarget } from "./names.ts";
import { configFolder, dataFolder, type Env } from "./places.ts";

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
export function findHome(options: {
  home?: string | null;
  env: Env;
  cwd: string;
  tongue?: Tongue;
}): FoundHome | null {
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

/** Where the default home is recorded. */
function defaultFile(env: Env): string {
  return join(configFolder(env), "config.yaml");
}

/** The recorded default home; null where there is none, or the file cannot be read. */
export function defaultHome(env: Env): string | null {
  try {
    const text = Buffer.from(realDisk.readFile(defaultFile(env))).toString("utf8");
    const { contents } = parseDocument(text, { logLevel: "silent" });
    const home = isMap(contents) ? contents.get("home") : null;
    return typeof home === "string" && home !== "" ? home : null;
  } catch {
    return null;
  }
}

/** Records a home as the default, beside whatever else stands in the file. */
export function recordDefaultHome(root: string, env: Env, tongue: Tongue): void {
  const file = defaultFile(env);
  try {
    let text = "";
    try {
      text = Buffer.from(realDisk.readFile(file)).toString("utf8");
    } catch (problem) {
      if (errorCode(problem) !== "ENOENT") throw problem;
    }
    makeFolders(realDisk, dirname(file), dirname);
    const draft = `${file}.${process.pid}.tmp`;
    writeDurably(
      realDisk,
      draft,
      Buffer.from(applyPatches(text, setConfigValue(text, ["home"], root, tongue))),
      "w",
    );
    realDisk.rename(draft, file);
    syncFolder(realDisk, dirname(file));
  } catch (problem) {
    throw problem instanceof AppError ? problem : diskError(problem, file, tongue);
  }
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
  const hash = createHash("sha256").update(real).digest("hex").slice(0, 8);
  return {
    root: join(dataFolder(options.env), "pages", `${safe}-${hash}`),
    page,
    // A JSON string is a YAML one.
    seeds: { "nunc.yaml": `version: 1\npage: ${JSON.stringify(real)}\n` },
  };
}
