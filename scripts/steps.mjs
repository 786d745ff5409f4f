// @ts-check
// The steps that `npm start`, `npm test`, `npm run check` and `npm run build` are made of. Each says in one line what it
// does, does nothing where nothing is to do, and runs on Node 20.19 with nothing installed; the tools it starts run
// under the Node that nunc needs.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { npmCommand } from "./fetch-package.mjs";
import { ensureNode } from "./node.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (/** @type {string[]} */ ...parts) => join(root, ...parts);

/** Says what happens: one line a step. @param {string} step @param {string} text */
export function say(step, text) {
  console.log(`[${step}] ${text}`);
}

/** A sentence for the person, and the end. @param {string} step @param {unknown} error @returns {never} */
export function giveUp(step, error) {
  console.error(`[${step}] ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

/** Finds or fetches the right Node; returns its path. */
export function node() {
  if (!["linux", "darwin"].includes(process.platform)) {
    say(
      "system",
      `nunc is made for Linux and macOS. On ${process.platform} the command \`nunc\` (a shell script) and practice (no sandbox) do not work.`,
    );
  }
  try {
    return ensureNode((text) => say("node", text));
  } catch (error) {
    giveUp("node", error);
  }
}

/**
 * Runs a program in the foreground and answers with its exit code. Ctrl-C reaches it through the terminal; we wait.
 * @param {string} program
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, stdin?: "inherit" | "ignore"}} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, { cwd = root, env = process.env, stdin = "ignore" } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: [stdin, "inherit", "inherit"] });
    const wait = () => {};
    const pass = () => child.kill("SIGTERM");
    process.on("SIGINT", wait).on("SIGTERM", pass);
    const end = (/** @type {number} */ code) => {
      process.off("SIGINT", wait).off("SIGTERM", pass);
      resolve(code);
    };
    child.on("error", (error) => {
      console.error(error.message);
      end(70);
    });
    child.on("close", (code, signal) => end(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** Runs a tool from node_modules under the right Node. @param {string} tool @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
export function runTool(tool, args, env = {}) {
  const path = node();
  return run(path, [at("node_modules", ".bin", tool), ...args], { env: { ...withNode(path), ...env } });
}

/** Our environment, with the right Node first in PATH. @param {string} path @returns {NodeJS.ProcessEnv} */
function withNode(path) {
  return { ...process.env, PATH: [dirname(path), process.env.PATH].join(delimiter) };
}

/** Brings node_modules to what the lock file says, with `npm ci`, or leaves it where it is so already. */
export async function install() {
  const missing = missingPackage();
  if (!missing) return say("install", "packages are up to date");
  say("install", `${missing}: npm ci`);
  const [program, ...first] = npmCommand();
  const flags = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  if ((await run(program, [...first, ...flags])) !== 0) giveUp("install", "npm ci failed.");
}

/** What differs between the lock file and what npm says it installed, or null. Other systems' optional parts may be absent. */
function missingPackage() {
  const record = at("node_modules", ".package-lock.json");
  if (!existsSync(record)) return "no packages yet";
  const wanted = JSON.parse(readFileSync(at("package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "") continue;
    const there = installed[path];
    if (!there && (entry.optional || entry.devOptional)) continue;
    if (!there || !existsSync(at(path, "package.json"))) return `${path} is missing`;
    if (there.version !== entry.version || there.integrity !== entry.integrity)
      return `${path} is not ${entry.version}`;
  }
  return null;
}

/** `tsc` over everything. @returns {Promise<number>} exit code */
export function typecheck() {
  say("typecheck", "tsc");
  return runTool("tsc", []);
}

/** `biome check`: lint, format, order of imports. @returns {Promise<number>} exit code */
export function lint() {
  say("lint", "biome check");
  return runTool("biome", ["check", "--error-on-warnings"]);
}

/**
 * Builds dist/ unless it was built from these very sources. The new build is made aside and moved into place, so that
 * a failed one leaves the last good one.
 * @returns {Promise<number>} exit code
 */
export async function build() {
  const inputs = hashOf(["src", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts"]);
  const stamp = at("dist", ".stamp");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === inputs) {
    node(); // its path must be on record, for bin/nunc
    say("build", "dist/ is up to date");
    return 0;
  }
  say("build", "dist/nunc.js and dist/web, with vite");
  mkdirSync(at(".node"), { recursive: true });
  const desk = mkdtempSync(at(".node", "build-"));
  try {
    const fresh = join(desk, "dist");
    const quiet = ["--logLevel", "warn"];
    const code =
      (await runTool("vite", ["build", "--ssr", "--outDir", fresh, ...quiet])) ||
      (await runTool("vite", ["build", "--outDir", join(fresh, "web"), ...quiet]));
    if (code !== 0) return code;
    writeFileSync(join(fresh, ".stamp"), inputs);
    if (existsSync(at("dist"))) renameSync(at("dist"), join(desk, "before"));
    renameSync(fresh, at("dist"));
    return 0;
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
}

/** One hash over names and bytes of these files and folders. @param {string[]} paths relative to the root */
function hashOf(paths) {
  const hash = createHash("sha256");
  const add = (/** @type {string} */ path) => {
    const found = statSync(at(path), { throwIfNoEntry: false });
    if (found?.isDirectory()) for (const name of readdirSync(at(path)).sort()) add(`${path}/${name}`);
    else if (found) hash.update(`${path}\0${found.size}\0`).update(readFileSync(at(path)));
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}
