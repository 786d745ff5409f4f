// The few things that this room asks git. Git is optional: everything here has an answer without it.

import { runProgram } from "./program.ts";

/** Runs git in a folder; null where it fails or is not there. Never asks anything, never reads another repository. */
function runGit(folder: string, args: readonly string[]): string | null {
  const env: NodeJS.ProcessEnv = { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
  // Set where nunc runs inside a hook: they would point git at that repository.
  for (const name of ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"])
    delete env[name];
  return runProgram("git", args, { cwd: folder, env, timeoutMs: 10_000 });
}

/** Its version, such as `2.43.0`; null where there is no git. */
export function gitVersion(folder: string): string | null {
  return /(\d+(\.\d+)+)/.exec(runGit(folder, ["--version"]) ?? "")?.[1] ?? null;
}

/** Makes the folder a repository; false where that is not possible. */
export function initRepository(folder: string): boolean {
  return runGit(folder, ["init", "-q"]) !== null;
}

/** Files that a repository tracks, relative to its root; empty where git cannot say. */
export function trackedFiles(repository: string): string[] {
  return (runGit(repository, ["ls-files", "-z"]) ?? "").split("\0").filter((file) => file !== "");
}
