// Making a home. Nothing that is there is overwritten, nothing is written into a blog's repository, and nunc.yaml is
// written last, so that a folder on which this stopped halfway is no home yet and can be tried again.

import { dirname, join, relative, resolve, sep } from "node:path";
import { AppError, dominantLineEnd, type LocalDate, type Tongue } from "../base/index.ts";
import {
  CONDITIONS_FILE,
  CONFIG_DOC,
  GOALS_FILE,
  setConfigValue,
  starterConditions,
  starterGoals,
} from "../domain/index.ts";
import { applyPatches } from "../page/index.ts";
import { defaultHome, recordDefaultHome } from "./default-home.ts";
import { makeFolders, realDisk, syncFolder, writeDurably } from "./disk.ts";
import { isHome } from "./find.ts";
import { initRepository } from "./git.ts";
import { sayHome } from "./home-messages.ts";
import { diskError, fail, say } from "./messages.ts";
import { holdsSite, isInside, realTarget, repositoryOf } from "./names.ts";
import type { Env } from "./places.ts";

export interface InitResult {
  root: string;
  /** Absolute path of the page. */
  page: string;
  /** Names of the files that were made, in the home. */
  created: string[];
  /** Names of files that were there already and were kept. */
  kept: string[];
  /** Whether the home became a git repository just now. */
  isRepository: boolean;
  /** Whether it was recorded as the default home. */
  isDefault: boolean;
}

/**
 * Makes `folder` a home: nunc.yaml, inbox.md, goals.md, conditions.md, .gitignore, and a starting page where none is given
 * and there is no now.md.
 * @param page the page, relative to `cwd`; it must exist
 * @param today the day that the starting page's first log entry begins
 * @throws AppError usage where the folder is a home already or lies in a blog's repository; missing where the page is not
 *   there; blocked where the disk refuses
 */
export function initHome(options: {
  folder: string;
  page?: string | null;
  tongue: Tongue;
  today: LocalDate;
  /** Takes the place of the default home that is recorded. */
  makeDefault?: boolean;
  env: Env;
  cwd: string;
}): InitResult {
  const { tongue, today, env, cwd } = options;
  const root = resolve(cwd, options.folder);
  const page = options.page ? resolve(cwd, options.page) : join(root, "now.md");
  refuse(root, options.page ? page : null, tongue);

  const created: string[] = [];
  const kept: string[] = [];
  const make = (name: string, text: string): void => {
    const path = join(root, name);
    if (realDisk.stat(path) !== null) {
      kept.push(name);
      return;
    }
    writeDurably(realDisk, path, Buffer.from(text), "wx");
    created.push(name);
  };
  let isRepository = false;
  try {
    const parent = dirname(root);
    makeFolders(realDisk, parent, dirname);
    makeFolders(realDisk, root, dirname);
    if (realDisk.stat(join(root, ".git")) === null) isRepository = initRepository(root);
    ignoreCaches(root, created, kept);
    if (!options.page) make("now.md", sayHome(tongue).starter(today));
    make("inbox.md", "");
    make(GOALS_FILE, starterGoals(tongue));
    make(CONDITIONS_FILE, starterConditions(tongue));
    make("nunc.yaml", configFor(root, page, tongue));
    syncFolder(realDisk, root);
  } catch (problem) {
    throw problem instanceof AppError ? problem : diskError(problem, root, tongue);
  }
  const isDefault = defaultHome(env) === null || options.makeDefault === true;
  if (isDefault) recordDefaultHome(root, env, tongue);
  return { root, page, created, kept, isRepository, isDefault };
}

function refuse(root: string, page: string | null, tongue: Tongue): void {
  const said = sayHome(tongue);
  try {
    const stat = realDisk.stat(root);
    if (stat !== null && !stat.isDirectory()) throw fail("usage", said.isFile(root), { file: root });
    if (isHome(root)) throw fail("usage", said.alreadyHome(root), { file: root });
    if (page !== null) {
      const pageStat = realDisk.stat(page);
      if (pageStat === null) throw fail("missing", said.noPage(page), { file: page });
      if (!pageStat.isFile()) throw fail("invalid", say(tongue).isFolder(page), { file: page });
    }
    const repository = repositoryOf(realDisk, root);
    if (repository === null) return;
    // A page in the home shares its repository by nature; only one that builds a site is refused then.
    const real = page === null ? null : realTarget(realDisk, page);
    const isOutside = real !== null && !isInside(realTarget(realDisk, root), real);
    if (isOutside && repositoryOf(realDisk, dirname(real)) === repository) {
      throw fail("usage", said.insidePageRepository(root, repository), { file: root });
    }
    if (holdsSite(realDisk, repository))
      throw fail("usage", said.insideSite(root, repository), { file: root });
  } catch (problem) {
    throw diskError(problem, root, tongue);
  }
}

/** `.nunc/` holds caches only and must not be committed. An existing .gitignore gets one line more. */
function ignoreCaches(root: string, created: string[], kept: string[]): void {
  const path = join(root, ".gitignore");
  if (realDisk.stat(path) === null) {
    writeDurably(realDisk, path, Buffer.from(".nunc/\n"), "wx");
    created.push(".gitignore");
    return;
  }
  kept.push(".gitignore");
  const text = Buffer.from(realDisk.readFile(path)).toString("latin1");
  if (/^\/?\.nunc\/?[ \t]*\r?$/m.test(text)) return;
  const end = dominantLineEnd(text);
  const line = `${text === "" || /\n$/.test(text) ? "" : end}.nunc/${end}`;
  const fd = realDisk.open(path, "a");
  try {
    realDisk.write(fd, Buffer.from(line));
    realDisk.sync(fd);
  } finally {
    realDisk.close(fd);
  }
}

function configFor(root: string, page: string, tongue: Tongue): string {
  const name = isInside(root, page) ? relative(root, page).split(sep).join("/") : page;
  const text = CONFIG_DOC[tongue];
  return applyPatches(text, setConfigValue(text, ["page"], name, tongue));
}
