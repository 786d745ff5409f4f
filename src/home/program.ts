// Running another program. Node's modules for it are loaded at the first call: most commands run none, and loading them
// takes longer than reading a page that is warm.

/** What a program prints; null where it fails or is not there. Its input is empty, its error stream is dropped. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env: NodeJS.ProcessEnv; timeoutMs: number },
): string | null {
  const { execFileSync } = process.getBuiltinModule("node:child_process");
  try {
    return execFileSync(program, args, {
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      env: options.env,
      encoding: "utf8",
      timeout: options.timeoutMs,
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return null;
  }
}
