// Git as a reader of objects: an environment of its own, no configuration that could run a command, no network.

import { AppError, type Tongue } from "../base/index.ts";
import { sayHistory } from "./history-messages.ts";
import type { Env } from "./places.ts";

export interface GitRun {
  /** What it prints; null where it fails, git is not there, or the folder is no repository. */
  ask(args: readonly string[]): string | null;
  /** What it prints. @throws AppError blocked where it fails */
  text(args: readonly string[], input?: string): string;
  bytes(args: readonly string[], input?: string): Buffer;
}

const LARGEST_ANSWER = 1 << 30;
const TIMEOUT_MS = 120_000;

/** Said before each command: nothing of these is taken from the repository. */
const SETTINGS = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.pager=cat",
  "core.quotePath=false",
  "core.commitGraph=true",
  "diff.external=",
  "diff.renames=true",
  "gc.auto=0",
  "maintenance.auto=false",
  "protocol.allow=never",
];

export function makeGit(folder: string, env: Env, tongue: Tongue): GitRun {
  const run = (args: readonly string[], input?: string): Buffer => {
    const { execFileSync } = process.getBuiltinModule("node:child_process");
    const settings = SETTINGS.flatMap((setting) => ["-c", setting]);
    return execFileSync("git", ["--no-pager", ...settings, ...args], {
      cwd: folder,
      env: cleanEnv(env),
      input: input ?? "",
      timeout: TIMEOUT_MS,
      maxBuffer: LARGEST_ANSWER,
      stdio: ["pipe", "pipe", "pipe"],
    }) as Buffer;
  };
  const orThrow = (args: readonly string[], input?: string): Buffer => {
    try {
      return run(args, input);
    } catch (error) {
      const said =
        String((error as { stderr?: unknown }).stderr ?? "")
          .trim()
          .split("\n")[0] ?? "";
      const reason = said === "" ? ((error as NodeJS.ErrnoException).code ?? "?") : said;
      throw new AppError("blocked", sayHistory(tongue).gitFailed(reason), { cause: error });
    }
  };
  return {
    ask: (args) => {
      try {
        return run(args).toString("utf8").trimEnd();
      } catch {
        return null;
      }
    },
    text: (args, input) => orThrow(args, input).toString("utf8"),
    bytes: orThrow,
  };
}

/** Only what git needs to start and to know whose machine it is on. */
function cleanEnv(env: Env): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = {
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_ALLOW_PROTOCOL: "",
    GIT_ASKPASS: "",
    SSH_ASKPASS: "",
  };
  for (const name of ["PATH", "HOME", "XDG_CONFIG_HOME", "SYSTEMROOT", "TMPDIR"])
    if (env[name] !== undefined) kept[name] = env[name];
  return kept;
}
