// Transcripts: the real command on a copy of example/, as plain files that one can read. In test/transcripts/*.txt a line
// that begins with `$ ` is run by a shell in the copy; below it stand what it wrote (what went to the error stream behind
// `2> `) and, where it is not 0, its exit code. `npm run bless` rewrites them. Comments (`#`) stand at the top.

import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "test", "transcripts");
const bless = process.env.BLESS === "1";
/** Rights mean nothing to root: transcripts named `rights-…` run as nobody then, where that user can start Node. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const desks: string[] = [];

afterAll(() => {
  for (const desk of desks) rmSync(desk, { recursive: true, force: true });
});

describe("transcripts", () => {
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  test("the command is built", () => expect(existsSync(join(root, "dist", "nunc.js"))).toBe(true));

  test.concurrent.each(names)("%s", { timeout: 240_000 }, async (name) => {
    const expected = readFileSync(join(folder, name), "utf8");
    const asNobody = name.startsWith("rights-") && isRoot;
    if (asNobody && !(await canStartNode())) return;
    const actual = await replay(expected, asNobody);
    if (bless) writeFileSync(join(folder, name), actual);
    else expect(actual).toBe(expected);
  });

  test("every command has a transcript", () => {
    const all = names.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
    const help = /^\$ nunc --help\n([\s\S]*?)\n\$ /m.exec(all)?.[1] ?? "";
    const commands = [...help.matchAll(/^ {2}([a-z][a-z-]+) .* {2}/gm)].map((match) => match[1]!);
    expect(commands.length).toBeGreaterThan(25);
    expect(
      commands.filter(
        (command) => !new RegExp(`^\\$.*(?:nunc|NUNC") ${command.replace("-", "[- ]")}\\b`, "m").test(all),
      ),
    ).toEqual([]);
  });
});

/** Runs the commands of a transcript and gives it back with what they answer now. */
async function replay(transcript: string, asNobody: boolean): Promise<string> {
  const desk = mkdtempSync(join(tmpdir(), "nunc-transcript-"));
  desks.push(desk);
  const home = join(desk, "home");
  const work = join(desk, "example");
  cpSync(join(root, "example"), work, { recursive: true });
  cpSync(join(root, "example"), join(desk, "original"), { recursive: true });
  mkdirSync(home);
  if (asNobody) giveAway(desk);
  const out: string[] = [];
  for (const line of transcript.split("\n")) {
    // Comments stand above the first command; below it a line with # is an answer.
    if (line.startsWith("#") && !out.some((row) => row.startsWith("$ "))) out.push(line);
    if (!line.startsWith("$ ")) continue;
    if (out.length > 0 && out.at(-1) !== "" && !out.at(-1)!.startsWith("#")) out.push("");
    out.push(line, ...(await run(line.slice(2), work, home, desk, asNobody)));
  }
  return `${out.join("\n")}\n`;
}

function giveAway(path: string): void {
  chownSync(path, NOBODY, NOBODY);
  chmodSync(path, 0o755);
  for (const entry of readdirSync(path, { recursive: true }))
    chownSync(join(path, String(entry)), NOBODY, NOBODY);
}

async function run(
  command: string,
  cwd: string,
  home: string,
  desk: string,
  asNobody: boolean,
): Promise<string[]> {
  const script = `nunc() { "$NODE" "$NUNC" "$@"; }\n${command}`;
  const env = {
    PATH: process.env.PATH,
    NODE: process.execPath,
    NUNC: join(root, "dist", "nunc.js"),
    HOME: home,
    XDG_CACHE_HOME: join(tmpdir(), asNobody ? "nunc-transcript-cache-nobody" : "nunc-transcript-cache"),
    NUNC_NOW: "2026-11-20T09:00:00Z",
    TZ: "Europe/Berlin",
    LANG: "en_US.UTF-8",
    GIT_CONFIG_GLOBAL: "/dev/null",
    CI: "1",
  };
  const { code, stdout, stderr } = await exec("sh", ["-c", script], {
    cwd,
    env,
    ...(asNobody && { uid: NOBODY, gid: NOBODY }),
  });
  const lines = [...rows(stdout), ...rows(stderr).map((row) => `2> ${row}`.trimEnd())];
  if (code !== 0) lines.push(`[exit ${code}]`);
  return lines.map((row) => scrub(row, desk));
}

/** What differs from run to run: folders, ids of changes, tokens, versions of the machine. */
function scrub(row: string, desk: string): string {
  return row
    .replaceAll(desk, "")
    .replace(/("(?:change|id)": ")\d{8}T[^"]*"/, '$1ID"')
    .replace(/\b[0-9a-f]{64}\b/g, "HASH")
    .replace(/127\.0\.0\.1:\d+\/\?token=[\w-]+/, "127.0.0.1:PORT/?token=TOKEN")
    .replace(/(Node|git) \d+\.\d+\.\d+/, "$1 VERSION");
}

function rows(text: string): string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

function exec(program: string, args: string[], options: Parameters<typeof spawn>[2]) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const streams = { stdout: "", stderr: "" };
    child.stdout!.setEncoding("utf8").on("data", (text: string) => (streams.stdout += text));
    child.stderr!.setEncoding("utf8").on("data", (text: string) => (streams.stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, ...streams }));
  });
}

async function canStartNode(): Promise<boolean> {
  try {
    const { code } = await exec(process.execPath, ["-e", "0"], { uid: NOBODY, gid: NOBODY, cwd: tmpdir() });
    const { code: readable } = await exec("cat", [join(root, "dist", "nunc.js")], {
      uid: NOBODY,
      gid: NOBODY,
      cwd: tmpdir(),
    });
    return code === 0 && readable === 0;
  } catch {
    return false;
  }
}
