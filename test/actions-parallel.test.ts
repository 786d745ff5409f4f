// Several terminals at once: the real command, as processes of its own, on one home. Nobody's edit is lost or made twice.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

test("eight commands at once all come through, once each", async () => {
  const desk = mkdtempSync(join(tmpdir(), "nunc-parallel-"));
  const home = join(desk, "home");
  cpSync(join(root, "example"), home, { recursive: true });
  const run = (...args: string[]): Promise<number | null> =>
    new Promise((resolve) => {
      const env = { PATH: process.env.PATH, HOME: desk, LANG: "en_US.UTF-8", CI: "1" };
      const command = [join(root, "dist", "nunc.js"), "--home", home, ...args];
      const child = spawn(process.execPath, command, { cwd: desk, env, stdio: "ignore" });
      child.once("exit", resolve);
    });
  try {
    const adds = [1, 2, 3, 4, 5, 6].map((number) => run("add", `Thing ${number}`, "-p", "low"));
    const codes = await Promise.all([...adds, run("log", "did a thing"), run("done", "WebAssembly")]);
    expect(codes).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    const page = readFileSync(join(home, "now.md"), "utf8");
    const things = page.match(/^- Thing \d$/gm) ?? [];
    expect(things.sort()).toEqual([1, 2, 3, 4, 5, 6].map((number) => `- Thing ${number}`));
    expect(page.match(/did a thing/g)).toHaveLength(1);
    expect(await run("list", "WebAssembly", "--state", "done")).toBe(0);
    expect(page).toMatch(/WebAssembly.*done/);
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
});
