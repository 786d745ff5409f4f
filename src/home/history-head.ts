// Which commit a repository stands at, read from the files of `.git` in no time: what was worked out of a history is as good
// as that commit. Where they are kept in another way (reftable, linked worktrees), git is asked.

import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeGit } from "./history-git.ts";
import type { Env } from "./places.ts";

/**
 * @param path of the page, absolute
 * @returns the repository's folder, the hash of its HEAD and where it is cut off if it is, as one text; null where there is no repository or no commit
 */
export function readPageHead(path: string, env: Env): string | null {
  const folder = findRepository(path);
  if (folder === null) return null;
  const sha = readHead(join(folder, ".git")) ?? askHead(folder, env);
  if (sha === null) return null;
  // A shallow clone that is deepened keeps its HEAD.
  const shallow = readText(join(folder, ".git", "shallow"));
  return shallow === null ? `${folder} ${sha}` : `${folder} ${sha} ${shallow.length} ${shallow.slice(0, 40)}`;
}

/** The nearest folder above with a `.git`. */
function findRepository(path: string): string | null {
  let folder: string;
  try {
    folder = realpathSync(dirname(path));
  } catch {
    return null;
  }
  for (;;) {
    if (kindOf(join(folder, ".git")) !== null) return folder;
    const above = dirname(folder);
    if (above === folder) return null;
    folder = above;
  }
}

/** Null where it is not there, or cannot be told from the plain files. */
function readHead(git: string): string | null {
  if (kindOf(git) !== "folder" || kindOf(join(git, "reftable")) !== null) return null;
  const head = readText(join(git, "HEAD"))?.trim() ?? "";
  if (isHash(head)) return head;
  const ref = /^ref: (refs\/[^\n]+)$/.exec(head)?.[1];
  if (ref === undefined || ref.includes("..")) return null;
  const loose = readText(join(git, ref))?.trim();
  if (loose !== undefined) return isHash(loose) ? loose : null;
  const packed = readText(join(git, "packed-refs")) ?? "";
  const line = packed.split("\n").find((one) => one.endsWith(` ${ref}`));
  const sha = line?.slice(0, line.indexOf(" ")) ?? "";
  return isHash(sha) ? sha : null;
}

function askHead(folder: string, env: Env): string | null {
  const sha = makeGit(folder, env, "en").ask(["rev-parse", "--verify", "HEAD^{commit}"]);
  return sha !== null && isHash(sha) ? sha : null;
}

function isHash(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function kindOf(path: string): "folder" | "file" | null {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}
