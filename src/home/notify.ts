// Notifications of the desktop: `notify-send` on Linux, `osascript` on macOS. Titles and texts go as arguments, never
// through a shell or into a script. Where there is no desktop or no such program, nothing is shown and nothing fails.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { Env } from "./places.ts";

/** Shows a notification; returns at once. */
export type Notify = (title: string, text: string) => void;

/** Reads its title and text from its arguments, so that no text of a person becomes a part of the script. */
const APPLE_SCRIPT = [
  "on run argv",
  "display notification (item 2 of argv) with title (item 1 of argv)",
  "end run",
];

/** How this desktop shows notifications, or null where there is none. */
export function findNotify(env: Env, platform: string = process.platform): Notify | null {
  if (env.CI || env.SSH_CONNECTION || env.SSH_TTY) return null;
  if (platform === "darwin")
    return withProgram("osascript", env, (title, text) => [
      ...APPLE_SCRIPT.flatMap((line) => ["-e", line]),
      "--",
      title,
      text,
    ]);
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return null;
  return withProgram("notify-send", env, (title, text) => ["--app-name=nunc", "--", title, text]);
}

function withProgram(
  name: string,
  env: Env,
  argumentsFor: (title: string, text: string) => string[],
): Notify | null {
  const path = findProgram(name, env);
  if (path === null) return null;
  return (title, text) => {
    const { spawn } = process.getBuiltinModule("node:child_process");
    const child = spawn(path, argumentsFor(title, text), { stdio: "ignore", detached: true });
    // A desktop that went away meanwhile is no error of ours.
    child.on("error", () => {});
    child.unref();
  };
}

function findProgram(name: string, env: Env): string | null {
  for (const folder of (env.PATH ?? "").split(delimiter)) {
    if (folder === "") continue;
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // The next folder may have it.
    }
  }
  return null;
}
