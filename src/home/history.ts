// The history of one page out of git, behind the port PageHistory: which commits changed it, under which names, what its
// archives were then, and its texts. Reads only, with plumbing commands that run no hook, pager, filter or external diff, and
// never fetch; what a repository's own configuration names as a command is not run.

import { basename, dirname, isAbsolute, posix, relative, resolve } from "node:path";
import { AppError, decodeText, type Tongue } from "../base/index.ts";
import type { HistoryPlace, HistoryRevision, PageHistory } from "../domain/index.ts";
import { type GitRun, makeGit } from "./history-git.ts";
import { sayHistory } from "./history-messages.ts";
import type { Env } from "./places.ts";

/** A text larger than this is no page that a person wrote. */
const LARGEST_BLOB = 10 * 1024 * 1024;
/** How much is read from git at once. */
const CHUNK_BYTES = 4 * 1024 * 1024;
/** How many names of one file are followed; more is a circle. */
const MOST_NAMES = 20;
/** Archives hold years before the page's first revision, too. */
const YEARS_BEFORE = 3;

export interface HistoryOptions extends HistoryPlace {
  env: Env;
  cwd: string;
  tongue: Tongue;
}

/**
 * @returns null where the file is in no repository, or git is not there
 * @throws AppError missing where a repository that was named is none, or its HEAD never had the file; blocked where git fails
 */
export function openPageHistory(options: HistoryOptions): PageHistory | null {
  const texts = sayHistory(options.tongue);
  const folder =
    options.repo === null ? dirname(resolve(options.cwd, options.path)) : resolve(options.cwd, options.repo);
  const git = makeGit(folder, options.env, options.tongue);
  const questions = ["rev-parse", "--is-shallow-repository", "--show-prefix"];
  const whole = git.ask([...questions, "HEAD^{commit}"]);
  const facts = whole ?? git.ask(questions);
  if (options.repo === null && whole === null) return null;
  if (facts === null)
    throw new AppError("missing", texts.noRepository(options.repo!), { hint: texts.noRepositoryHint() });
  if (whole === null) throw new AppError("missing", texts.noCommits(options.repo!));
  const [shallow, prefix = ""] = facts.split("\n");
  const page = pathInRepository(options, folder, prefix);
  const sizes = new Map<string, number>();
  const revisions =
    page === null ? [] : listRevisions(git, page, archivePaths(options, folder, prefix), sizes);
  if (revisions.length === 0) {
    if (options.repo === null) return null;
    throw new AppError("missing", texts.noSuchFile(options.path), {
      hint: texts.noSuchFileHint(),
      at: { file: options.path },
    });
  }
  return {
    revisions,
    isShallow: shallow === "true",
    read: (blobs, found) => readBlobs(git, blobs, sizes, found),
  };
}

/** The page as git names it, relative to the top of the repository; null where it lies outside. */
function pathInRepository(options: HistoryOptions, folder: string, prefix: string): string | null {
  const inFolder =
    options.repo === null
      ? basename(options.path)
      : isAbsolute(options.path)
        ? relative(folder, options.path)
        : options.path;
  const path = posix.normalize(posix.join(prefix, inFolder.replaceAll("\\", "/")));
  return path.startsWith("../") || path.startsWith("/") || /[\n\r]/.test(path) ? null : path;
}

/** Paths of the archives of a page by its path, still with `{year}`; without those outside the repository. */
function archivePaths(options: HistoryOptions, folder: string, prefix: string): (page: string) => string[] {
  return (page) =>
    options.archives
      .map((archive) =>
        isAbsolute(archive)
          ? posix.normalize(posix.join(prefix, relative(folder, archive)))
          : posix.normalize(posix.join(posix.dirname(page), archive)),
      )
      .filter((path) => !path.startsWith("../"));
}

/** Revisions under all names that the file has had. A name is found where the file came by a rename. */
function listRevisions(
  git: GitRun,
  page: string,
  archivesOf: (page: string) => string[],
  sizes: Map<string, number>,
): HistoryRevision[] {
  const names = [page];
  const asked = new Set<string>();
  for (;;) {
    const commits = listCommits(git, names);
    const revisions = describe(git, commits, names, archivesOf, sizes);
    const more = findFormerNames(git, revisions, names, asked);
    if (more.length === 0 || names.length >= MOST_NAMES) return dropUnchanged(revisions);
    names.push(...more);
  }
}

interface Commit {
  sha: string;
  at: string;
  parents: number[];
}

/** Commits that changed one of the names, with merges that matter; parents are the nearest such commits. */
function listCommits(git: GitRun, names: readonly string[]): Commit[] {
  const printed = git.text([
    "rev-list",
    "--full-history",
    "--simplify-merges",
    "--parents",
    "--topo-order",
    "--reverse",
    "--format=%cI",
    "HEAD",
    "--",
    ...names.map((name) => `:(top,literal)${name}`),
  ]);
  const commits: Commit[] = [];
  const index = new Map<string, number>();
  const lines = printed.split("\n");
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const [, sha = "", ...parents] = lines[at]!.split(" ");
    index.set(sha, commits.length);
    commits.push({
      sha,
      at: lines[at + 1]!.trim().replace(/Z$/, "+00:00"),
      parents: [...new Set(parents.map((parent) => index.get(parent)).filter((each) => each !== undefined))],
    });
  }
  return commits;
}

/** What the page and its archives were in each commit. */
function describe(
  git: GitRun,
  commits: readonly Commit[],
  names: readonly string[],
  archivesOf: (page: string) => string[],
  sizes: Map<string, number>,
): HistoryRevision[] {
  const years = commits.map(({ at }) => Number(at.slice(0, 4)));
  const first = Math.min(...years) - YEARS_BEFORE;
  const last = Math.max(...years) + 1;
  const archives = new Set<string>();
  for (const pattern of names.flatMap(archivesOf)) {
    if (!pattern.includes("{year}")) archives.add(pattern);
    else
      for (let year = first; year <= last; year++) archives.add(pattern.replaceAll("{year}", String(year)));
  }
  for (const name of names) archives.delete(name);
  const wanted = [...names, ...archives];
  const asked = commits.flatMap(({ sha }) => wanted.map((path) => `${sha}:${path}`));
  const answers = git
    .text(["cat-file", "--batch-check=%(objecttype) %(objectsize) %(objectname)"], `${asked.join("\n")}\n`)
    .split("\n");
  return commits.map(({ sha, at, parents }, index) => {
    const files: HistoryRevision["files"] = [];
    wanted.forEach((path, offset) => {
      const [type, size, blob] = (answers[index * wanted.length + offset] ?? "").split(" ");
      const isArchive = offset >= names.length;
      // The newest of its names that exists is the page.
      if (type !== "blob" || blob === undefined || (!isArchive && files.length > 0)) return;
      sizes.set(blob, Number(size));
      files.push({ file: path, isArchive, blob });
    });
    return { sha, at, parents, files };
  });
}

/** Names that the file had before: asked where it comes without one of its names before. */
function findFormerNames(
  git: GitRun,
  revisions: readonly HistoryRevision[],
  names: readonly string[],
  asked: Set<string>,
): string[] {
  const pageOf = ({ files }: HistoryRevision): string | null =>
    files.find(({ isArchive }) => !isArchive)?.file ?? null;
  const found = new Set<string>();
  for (const revision of revisions) {
    const page = pageOf(revision);
    const key = `${revision.sha}:${page}`;
    if (
      page === null ||
      asked.has(key) ||
      revision.parents.some((parent) => pageOf(revisions[parent]!) !== null)
    )
      continue;
    asked.add(key);
    const former = renamedFrom(git, revision.sha, page);
    if (former !== null && !names.includes(former)) found.add(former);
  }
  return [...found];
}

/** The name that a commit renamed to this one. */
function renamedFrom(git: GitRun, sha: string, page: string): string | null {
  const printed = git.ask([
    "diff-tree",
    "-r",
    "-m",
    "-z",
    "--raw",
    "--no-commit-id",
    "--no-ext-diff",
    "--no-textconv",
    "--find-renames=40%",
    "-l2000",
    "--diff-filter=R",
    sha,
  ]);
  const parts = (printed ?? "").split("\0");
  for (let at = 0; at + 2 < parts.length; at += 3) if (parts[at + 2] === page) return parts[at + 1]!;
  return null;
}

/** What changed under a former name once the page had another one is no revision of the page. */
function dropUnchanged(revisions: readonly HistoryRevision[]): HistoryRevision[] {
  const keyOf = ({ files }: HistoryRevision): string =>
    files
      .filter(({ isArchive }) => !isArchive)
      .map(({ file, blob }) => `${file}\n${blob}`)
      .join();
  const kept: HistoryRevision[] = [];
  const newIndex: number[] = [];
  for (const [index, revision] of revisions.entries()) {
    const [only] = revision.parents;
    const isSame = revision.parents.length === 1 && keyOf(revisions[only!]!) === keyOf(revision);
    const isNothing = revision.parents.length === 0 && revision.files.every(({ isArchive }) => isArchive);
    if (isSame || isNothing) {
      newIndex[index] = isSame ? newIndex[only!]! : -1;
      continue;
    }
    newIndex[index] = kept.length;
    kept.push({
      ...revision,
      parents: [...new Set(revision.parents.map((at) => newIndex[at]!))].filter((at) => at >= 0),
    });
  }
  return kept;
}

function readBlobs(
  git: GitRun,
  blobs: readonly string[],
  sizes: ReadonlyMap<string, number>,
  found: (blob: string, text: string) => void,
): void {
  const sizeOf = (blob: string): number => sizes.get(blob) ?? 0;
  let chunk: string[] = [];
  let bytes = 0;
  const flush = (): void => {
    if (chunk.length > 0) readChunk(git, chunk, found);
    chunk = [];
    bytes = 0;
  };
  for (const blob of blobs) {
    if (sizeOf(blob) > LARGEST_BLOB) {
      found(blob, "");
      continue;
    }
    if (bytes + sizeOf(blob) > CHUNK_BYTES) flush();
    chunk.push(blob);
    bytes += sizeOf(blob);
  }
  flush();
}

/** `<hash> blob <size>`, the bytes, a line end; for each. */
function readChunk(git: GitRun, blobs: readonly string[], found: (blob: string, text: string) => void): void {
  const bytes = git.bytes(["cat-file", "--batch"], `${blobs.join("\n")}\n`);
  let at = 0;
  for (const blob of blobs) {
    const end = bytes.indexOf(10, at);
    const [, type, size] = bytes.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (type !== "blob") continue;
    found(blob, decodeText(bytes.subarray(at, at + Number(size))));
    at += Number(size) + 1;
  }
}
