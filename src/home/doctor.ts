// Looking a home over: what could go wrong, how to mend it, and mending what a machine can. Each check stands alone and
// never throws; without `fix` nothing is written but one file that shows whether the disk can be written, and is removed.

import { dirname, join, relative, resolve } from "node:path";
import { type Diagnostic, fold, likeness, type Tongue } from "../base/index.ts";
import {
  type Config,
  ITEMS_FOLDER,
  migrateConfig,
  readConfig,
  readFacts,
  type StoredText,
  understandPage,
} from "../domain/index.ts";
import { parsePage } from "../page/index.ts";
import { systemClock } from "./clock.ts";
import { type Disk, makeFolders, realDisk, writeDurably } from "./disk.ts";
import { sayDoctor } from "./doctor-messages.ts";
import { findNoteProblems } from "./doctor-private.ts";
import { gitVersion, trackedFiles } from "./git.ts";
import { Journal } from "./journal.ts";
import { breakLock, isStaleLock, lockDrafts, lockHolder } from "./lock.ts";
import { diskError, type Said } from "./messages.ts";
import {
  holdsSite,
  isInside,
  isPublicFile,
  nameOf,
  pagePaths,
  publicRepositoryOf,
  realTarget,
  repositoryOf,
  TEMP_NAME,
} from "./names.ts";
import { deviceName, type Env } from "./places.ts";
import { readText } from "./read.ts";
import { openStore } from "./store.ts";

export interface Finding {
  /** Stable kebab-case code, such as `stale-lock`. */
  code: string;
  /** `ok`: looked at, and good; `note`: worth knowing; `warning`: mend it soon; `error`: something does not work. */
  level: "ok" | "note" | "warning" | "error";
  ok: boolean;
  message: string;
  /** How to mend it; null where there is nothing to do. */
  hint: string | null;
  file?: string;
  line?: number;
  /** Whether it was mended just now. */
  fixed?: true;
}

export interface DoctorOptions {
  /** The home, or null where none was found. */
  root: string | null;
  /** Absolute path of a page: then only it is looked at, whether it belongs to the home or not. */
  page?: string | null;
  tongue: Tongue;
  env: Env;
  /** Mends what a machine can: migrates nunc.yaml, finishes the journal, removes a stale lock and temporary files. */
  fix?: boolean;
  disk?: Disk;
  node?: string;
  platform?: string;
}

/** A finding that a machine can mend; `mend` says what it did, or nothing. */
type Fixable = Finding & { mend?: () => string | undefined };

/** Everything that was looked at, good or not, in the order in which a person would mend it. */
export function doctor(options: DoctorOptions): Finding[] {
  const { tongue, root } = options;
  const disk = options.disk ?? realDisk;
  const said = sayDoctor(tongue);
  const found: Fixable[] = [...checkMachine(options)];
  const { page = null } = options;
  if (page !== null) {
    const look = { disk, root: root ?? dirname(page), tongue, env: options.env };
    const { config } = readConfigOf(look);
    const isMine = config.pages.some((one) => resolve(look.root, one) === page);
    found.push(...checkPage(isMine ? look : { ...look, root: dirname(page) }, config, page));
  } else if (root === null || disk.stat(root) === null) found.push(bad("error", "no-home", said.noHome()));
  else {
    found.push(good("home", said.home(root)));
    // The journal is finished before temporary files are removed: they may be what it is finished from.
    for (const check of [
      checkWritable,
      checkLock,
      checkJournal,
      checkConfig,
      checkPages,
      checkItems,
      checkNotes,
      checkPrivacy,
      checkTempFiles,
    ]) {
      try {
        found.push(...check({ disk, root, tongue, env: options.env }).map((one) => mend(one, options)));
      } catch (problem) {
        const { message, hint } = diskError(problem, root, tongue);
        found.push(bad("error", "unreadable", { message, hint: hint ?? "" }));
      }
    }
  }
  return found.map(({ mend: _, ...finding }) => finding);
}

interface Look {
  disk: Disk;
  root: string;
  tongue: Tongue;
  env: Env;
}

function good(code: string, said: Said): Fixable {
  return { code, level: "ok", ok: true, message: said.message, hint: said.hint || null };
}

function bad(
  level: "note" | "warning" | "error",
  code: string,
  said: Said,
  place: { file?: string; line?: number } = {},
): Fixable {
  return { code, level, ok: false, message: said.message, hint: said.hint || null, ...place };
}

function mend(one: Fixable, { fix, tongue }: DoctorOptions): Finding {
  const { mend: mending, ...finding } = one;
  if (mending === undefined || fix !== true) return finding;
  try {
    const what = mending();
    return {
      ...finding,
      ok: true,
      level: "ok",
      hint: null,
      fixed: true,
      message: what === undefined ? finding.message : `${finding.message} ${what}`,
    };
  } catch (problem) {
    return {
      ...finding,
      message: `${finding.message} ${sayDoctor(tongue).cannotFix((problem as Error).message)}`,
    };
  }
}

// ---- The machine

function checkMachine(options: DoctorOptions): Fixable[] {
  const said = sayDoctor(options.tongue);
  const node = options.node ?? process.versions.node;
  const [major = 0, minor = 0] = node.split(".").map(Number);
  const isGoodNode = major >= 24 || (major === 22 && minor >= 22);
  const platform = options.platform ?? process.platform;
  const isGoodPlatform = platform === "linux" || platform === "darwin";
  const git = gitVersion(
    options.root !== null && realDisk.stat(options.root) !== null ? options.root : process.cwd(),
  );
  const zone = systemClock.zone();
  return [
    isGoodNode ? good("node", said.node(node, true)) : bad("error", "node", said.node(node, false)),
    isGoodPlatform
      ? good("platform", said.platform(platform, true))
      : bad("warning", "platform", said.platform(platform, false)),
    git === null ? bad("note", "git", said.git(null)) : good("git", said.git(git)),
    good("zone", said.zone(zone)),
  ];
}

// ---- The home

function checkWritable({ disk, root, tongue }: Look): Fixable[] {
  const probe = join(root, ".nunc", `probe-${process.pid}`);
  try {
    makeFolders(disk, dirname(probe), dirname);
    writeDurably(disk, probe, Buffer.from("nunc\n"), "w");
    disk.unlink(probe);
    return [];
  } catch (problem) {
    return [
      bad(
        "error",
        "home-not-writable",
        sayDoctor(tongue).homeUnwritable(root, diskError(problem, root, tongue).message),
        { file: root },
      ),
    ];
  }
}

function checkLock({ disk, root, tongue }: Look): Fixable[] {
  if (!isStaleLock(disk, root)) return [good("lock", sayDoctor(tongue).lock())];
  const finding = bad("warning", "stale-lock", sayDoctor(tongue).staleLock(lockHolder(disk, root) ?? "?"), {
    file: ".nunc/lock",
  });
  return [
    {
      ...finding,
      mend: () => {
        if (!breakLock(disk, root, tongue)) throw new Error(".nunc/lock");
        return undefined;
      },
    },
  ];
}

function checkJournal({ disk, root, tongue, env }: Look): Fixable[] {
  const said = sayDoctor(tongue);
  const journal = new Journal(disk, root, () => deviceName(env, disk));
  if (!journal.hasFiles()) return [];
  const found: Fixable[] = journal
    .torn()
    .map(({ file, line }) => bad("note", "journal-torn", said.torn(file, line), { file, line }));
  const unfinished = journal.unfinished();
  if (unfinished !== null) {
    found.push({
      ...bad("warning", "journal-unfinished", said.unfinished(unfinished.summary)),
      mend: () => {
        // Opening a store recovers; it stays silent where another process is writing.
        const recovery = openStore(root, { tongue, env, disk }).recovered[0];
        if (recovery === undefined) throw new Error(lockHolder(disk, root) ?? "journal");
        return said.recovered(recovery.end);
      },
    });
  }
  return found.length === 0 ? [good("journal", said.journal())] : found;
}

function readConfigOf({ disk, root, tongue }: Look): {
  stored: StoredText | null;
  config: Config;
  diagnostics: Diagnostic[];
} {
  const found = readText(disk, join(root, "nunc.yaml"), "nunc.yaml", tongue);
  return {
    stored: found && { file: "nunc.yaml", text: found.text, hash: found.hash },
    ...readConfig(found?.text ?? "", tongue),
  };
}

function checkConfig(look: Look): Fixable[] {
  const { tongue, root, env, disk } = look;
  const said = sayDoctor(tongue);
  const { stored, diagnostics } = readConfigOf(look);
  const found = diagnostics
    .filter(({ code }) => code !== "config-old-key")
    .map(({ code, message, hint, line }): Fixable => {
      const level = code === "config-newer" || code === "config-syntax" ? "error" : "warning";
      return bad(level, code, { message, hint: hint ?? "" }, { file: "nunc.yaml", line });
    });
  // A file without a version and without old keys says the same in every version; it needs nothing.
  const isOld = diagnostics.some(({ code }) => code === "config-old-key");
  const patches = stored === null || !isOld ? [] : migrateConfig(stored.text, tongue).patches;
  if (stored !== null && patches.length > 0) {
    const summary = said.migration().message;
    found.push({
      ...bad("warning", "config-old", said.migration(), { file: "nunc.yaml" }),
      mend: () => {
        const edits = [{ file: "nunc.yaml", hash: stored.hash, patches }];
        openStore(root, { tongue, env, disk }).commit({ action: "doctor", summary, edits });
        return undefined;
      },
    });
  }
  return found.length === 0 ? [good("config", said.config(stored !== null))] : found;
}

// ---- The pages

function checkPages(look: Look): Fixable[] {
  const { config } = readConfigOf(look);
  return config.pages.flatMap((page) => checkPage(look, config, page));
}

function checkPage({ disk, root, tongue }: Look, config: Config, page: string): Fixable[] {
  const said = sayDoctor(tongue);
  const path = resolve(root, page);
  const file = nameOf(root, page);
  let found: { text: string } | null;
  try {
    found = readText(disk, path, file, tongue);
  } catch (problem) {
    const { message, hint } = diskError(problem, file, tongue);
    return [bad("error", "page-unreadable", { message, hint: hint ?? "" }, { file })];
  }
  if (found === null) return [bad("error", "page-missing", said.noPage(path), { file })];
  const findings: Fixable[] = [];
  try {
    const target = realTarget(disk, path);
    disk.checkWritable(target);
    disk.checkWritable(dirname(target));
  } catch {
    findings.push(bad("error", "page-not-writable", said.pageUnwritable(file), { file }));
  }
  const view = understandPage(parsePage(found.text, file, tongue), { overrules: config.overrules, tongue });
  for (const { code, message, hint, line } of view.diagnostics) {
    findings.push(bad("note", code, { message, hint: hint ?? "" }, { file, line }));
  }
  return findings.length === 0 ? [good("page", said.page(file))] : findings;
}

/** Item files are found by title path: where an item was renamed in another editor, its file waits under the old one. */
function checkItems(look: Look): Fixable[] {
  const { disk, root, tongue } = look;
  const paths = pathsOnPages(look);
  const folder = join(root, ITEMS_FOLDER);
  if (paths === null || disk.stat(folder)?.isDirectory() !== true) return [];
  const said = sayDoctor(tongue);
  const facts = disk.readFolder(folder).flatMap(({ name, isFolder }) => {
    if (isFolder || !name.endsWith(".md")) return [];
    const file = `${ITEMS_FOLDER}/${name}`;
    return readFacts(file, readText(disk, join(folder, name), file, tongue)?.text ?? "") ?? [];
  });
  const lost = facts.filter(({ title }) => !paths.includes(title));
  if (facts.length > 0 && lost.length === 0) return [good("items", said.items())];
  const owned = new Set(facts.map(({ title }) => title));
  const free = paths.filter((path) => !owned.has(path));
  return lost.map(({ file, title }) =>
    bad("note", "item-lost", said.itemLost(file, title, nearestOf(title, free)), { file }),
  );
}

function checkNotes(look: Look): Fixable[] {
  const { problems, count } = findNoteProblems({ ...look, config: readConfigOf(look).config });
  if (problems.length === 0) return count === 0 ? [] : [good("notes", sayDoctor(look.tongue).notes())];
  return problems.map(({ code, message, hint, ...place }) =>
    bad("warning", code, { message, hint: hint ?? "" }, place),
  );
}

/** Title paths of all items; null where a page cannot be read, which another check says. */
function pathsOnPages(look: Look): string[] | null {
  const { disk, root, tongue } = look;
  const { config } = readConfigOf(look);
  try {
    return config.pages.flatMap((page) => {
      const text = readText(disk, resolve(root, page), page, tongue)?.text ?? "";
      const view = understandPage(parsePage(text, page, tongue), { overrules: config.overrules, tongue });
      return view.items.map(({ path }) => path);
    });
  } catch {
    return null;
  }
}

function nearestOf(title: string, paths: readonly string[]): string | null {
  const scored = paths.map((path) => ({ path, score: likeness(fold(title), fold(path)) }));
  const [best] = scored.sort((a, b) => b.score - a.score);
  return best !== undefined && best.score > 0.25 ? best.path : null;
}

// ---- Private and public

const PRIVATE = /^(?:(?:days|items|reviews|forecasts|journal)\/|(?:goals|conditions|inbox)\.md$|nunc\.yaml$)/;

function checkPrivacy(look: Look): Fixable[] {
  const { disk, root, tongue } = look;
  const said = sayDoctor(tongue);
  const { config } = readConfigOf(look);
  const found: Fixable[] = [];
  const inside = publicRepositoryOf(disk, root, config, join(root, "journal"));
  if (inside !== null)
    found.push(bad("error", "home-in-page-repository", said.homeInRepository(inside), { file: root }));
  for (const repository of pageRepositories(look, config)) {
    const tracked = privateFilesIn(look, config, repository);
    if (tracked.length > 0)
      found.push(
        bad("error", "private-files-tracked", said.tracked(repository, tracked), { file: tracked[0]! }),
      );
  }
  if (found.length === 0) found.push(good("privacy", said.apart()));
  const isRepository = repositoryOf(disk, root) !== null;
  found.push(
    isRepository
      ? good("home-repository", said.repository())
      : bad("note", "home-not-a-repository", said.notARepository(root)),
  );
  return found;
}

/** Repositories of pages, without the home's own. */
function pageRepositories({ disk, root }: Look, config: Config): string[] {
  const home = realTarget(disk, root);
  const found = pagePaths(root, config).flatMap((page) => {
    const real = realTarget(disk, page);
    const repository = repositoryOf(disk, dirname(real));
    return repository !== null && (!isInside(home, real) || holdsSite(disk, repository)) ? [repository] : [];
  });
  return [...new Set(found)];
}

/** Tracked files of a page's repository that belong to this home, or to any folder there that looks like one. */
function privateFilesIn({ disk, root }: Look, config: Config, repository: string): string[] {
  const tracked = trackedFiles(repository);
  const home = realTarget(disk, root);
  const homes = tracked
    .filter((file) => /(^|\/)nunc\.yaml$/.test(file))
    .map((file) => file.slice(0, -"nunc.yaml".length));
  if (isInside(repository, home)) homes.push(home === repository ? "" : `${relative(repository, home)}/`);
  return tracked.filter((file) => {
    if (isPublicFile(root, config, join(repository, file))) return false;
    return homes.some((folder) => file.startsWith(folder) && PRIVATE.test(file.slice(folder.length)));
  });
}

// ---- Leftovers

/** A temporary file lives for milliseconds; one that is this old was left behind. */
const LEFTOVER_MS = 60_000;

function checkTempFiles(look: Look): Fixable[] {
  const { disk, root, tongue } = look;
  const { config } = readConfigOf(look);
  const pageFolders = pagePaths(root, config).flatMap((page) => {
    const archive = dirname(resolve(dirname(page), config.archive.replaceAll("{year}", "0")));
    return [dirname(realTarget(disk, page)), archive];
  });
  const folders = new Set([...foldersBelow(disk, root, 3), ...pageFolders]);
  const found = [...folders].flatMap((folder) => {
    if (!disk.stat(folder)?.isDirectory()) return [];
    const names = disk.readFolder(folder).map(({ name }) => name);
    return names.filter((name) => TEMP_NAME.test(name)).map((name) => join(folder, name));
  });
  const leftover = [...lockDrafts(disk, root), ...found].filter(
    (path) => Date.now() - (disk.stat(path)?.mtimeMs ?? Date.now()) > LEFTOVER_MS,
  );
  if (leftover.length === 0) return [good("temp-files", sayDoctor(tongue).noTempFiles())];
  return leftover.map((path) => ({
    ...bad("warning", "temp-file", sayDoctor(tongue).tempFile(path), { file: nameOf(root, path) }),
    mend: () => {
      disk.unlink(path);
      return undefined;
    },
  }));
}

function foldersBelow(disk: Disk, folder: string, depth: number): string[] {
  if (depth === 0) return [folder];
  const below = disk
    .readFolder(folder)
    .filter((entry) => entry.isFolder && entry.name !== ".git" && entry.name !== "node_modules");
  return [folder, ...below.flatMap((entry) => foldersBelow(disk, join(folder, entry.name), depth - 1))];
}
