// Names of files: relative to the home with `/`, or absolute where they lie outside. And which files are whose:
// the page and its archives are public, everything else in the home is private and must not get into the repository
// of a blog.

import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Config } from "../domain/index.ts";
import { type Disk, errorCode } from "./disk.ts";

/** A name that is one already: nothing in it needs resolving. Thousands of day notes are read by such names. */
const PLAIN_NAME = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/** Absolute path of a name. `root` is absolute and has no `..` in it. */
export function resolveName(root: string, file: string): string {
  if (sep === "/" && PLAIN_NAME.test(file)) return root === "/" ? `/${file}` : `${root}/${file}`;
  return resolve(root, file);
}

/** The name by which a file is known: relative to the home where it lies inside, else absolute. */
export function nameOf(root: string, file: string): string {
  if (PLAIN_NAME.test(file)) return file;
  const path = resolve(root, file);
  return isInside(root, path) && path !== root ? relative(root, path).split(sep).join("/") : path;
}

export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!isAbsolute(way) && way !== ".." && !way.startsWith(`..${sep}`));
}

/** Absolute paths of the pages. */
export function pagePaths(root: string, config: Config): string[] {
  return config.pages.map((page) => resolve(root, page));
}

/** Whether the file is a page or one of its archives. */
export function isPublicFile(root: string, config: Config, file: string): boolean {
  const path = resolve(root, file);
  const pages = pagePaths(root, config);
  return pages.includes(path) || pages.some((page) => archivePattern(page, config).test(path));
}

/** Matches the archive paths of a page; `{year}` is any year. */
function archivePattern(page: string, config: Config): RegExp {
  const path = resolve(dirname(page), config.archive);
  const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("\\{year\\}", "\\d{4}")}$`);
}

/** The path behind all links, also where the file itself is not there yet. */
export function realTarget(disk: Disk, path: string): string {
  let target = path;
  for (let hops = 0; hops < 40; hops++) {
    if (!disk.lstat(target)?.isSymbolicLink()) {
      const folder = dirname(target);
      return folder === target ? target : join(realFolder(disk, folder), target.slice(folder.length));
    }
    target = resolve(dirname(target), disk.readLink(target));
  }
  throw Object.assign(new Error(`ELOOP: too many links, ${path}`), { code: "ELOOP" });
}

function realFolder(disk: Disk, folder: string): string {
  try {
    return disk.realPath(folder);
  } catch (problem) {
    if (errorCode(problem) !== "ENOENT" && errorCode(problem) !== "ENOTDIR") throw problem;
    const parent = dirname(folder);
    return parent === folder ? folder : join(realFolder(disk, parent), folder.slice(parent.length));
  }
}

/** The nearest folder above with a `.git`, links resolved; null where there is none. */
export function repositoryOf(disk: Disk, path: string): string | null {
  let folder = realFolder(disk, path);
  for (;;) {
    if (disk.lstat(join(folder, ".git")) !== null) return folder;
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

/** What a site generator leaves in the root of a blog. */
const SITE_FILES =
  /^(hugo\.(toml|ya?ml|json)|_config\.(ya?ml|toml)|astro\.config\.\w+|\.?eleventy(\.config)?\.\w+|gatsby-config\.\w+|docusaurus\.config\.\w+|mkdocs\.ya?ml|next\.config\.\w+|quartz\.config\.\w+|book\.toml|pelicanconf\.py|\.vitepress)$/;

/** Whether the folder is the root of a site that is built from its files, and so is public. */
export function holdsSite(disk: Disk, folder: string): boolean {
  let names: string[];
  try {
    names = disk.readFolder(folder).map((entry) => entry.name);
  } catch {
    return false;
  }
  const hasConfig =
    names.some((name) => /^config\.(toml|ya?ml|json)$/.test(name)) || names.includes("config");
  return names.some((name) => SITE_FILES.test(name)) || (hasConfig && names.includes("content"));
}

/**
 * The repository of a page in which a private file at `path` would land; null where it would not.
 * A page inside the home shares the home's repository by nature; that is refused only where the repository builds a site.
 */
export function publicRepositoryOf(disk: Disk, root: string, config: Config, path: string): string | null {
  const repository = repositoryOf(disk, dirname(realTarget(disk, path)));
  if (repository === null) return null;
  const home = realFolder(disk, root);
  for (const page of pagePaths(root, config)) {
    const real = realTarget(disk, page);
    if (repositoryOf(disk, dirname(real)) !== repository) continue;
    if (!isInside(home, real) || holdsSite(disk, repository)) return repository;
  }
  return null;
}

export const TEMP_NAME = /^\.nunc-[0-9a-f]+-\d+\.tmp$/;
