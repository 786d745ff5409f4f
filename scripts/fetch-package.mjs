// @ts-check
// Fetches one pinned npm package and unpacks chosen files of it, without installing anything into the project.
// The tarball comes through the user's own npm (so proxies and mirrors work), and is used only if its SHA-512 is the
// one written in our source: a registry that answers with something else is refused.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Puts `files` of the package (paths as in its tarball, without "package/") into the folder `to`, which appears
 * complete or not at all. A folder that is already there is taken as complete.
 * @param {{name: string, version: string, integrity: string}} pinned integrity in the form of a lock file: sha512-BASE64
 * @param {string[]} files
 * @param {string} to
 * @throws {Error} with a sentence for the person
 */
export function fetchPackage(pinned, files, to) {
  if (existsSync(to)) return;
  const spec = `${pinned.name}@${pinned.version}`;
  mkdirSync(dirname(to), { recursive: true });
  const desk = mkdtempSync(join(dirname(to), "fetch-"));
  try {
    const npm = npmCommand();
    const flags = [
      "--pack-destination",
      desk,
      "--loglevel=error",
      "--no-dry-run",
      "--no-json",
      "--no-workspaces",
    ];
    must(npm[0], [...npm.slice(1), "pack", spec, ...flags], desk, `npm could not download ${spec}`);
    const tarball = readdirSync(desk).find((name) => name.endsWith(".tgz"));
    if (!tarball) throw new Error(`npm downloaded ${spec}, but left no file.`);

    const found = `sha512-${createHash("sha512")
      .update(readFileSync(join(desk, tarball)))
      .digest("base64")}`;
    if (found !== pinned.integrity) {
      throw new Error(
        `${spec} is not what it should be: its SHA-512 is ${found}, expected ${pinned.integrity}.`,
      );
    }

    const open = join(desk, "open");
    mkdirSync(open);
    const members = files.map((file) => `package/${file}`);
    const unpack = ["-xzf", join(desk, tarball), "-C", open, "--strip-components=1", ...members];
    must("tar", unpack, desk, `tar could not unpack ${spec}`);
    try {
      renameSync(open, to);
    } catch (error) {
      if (!existsSync(to)) throw error; // else another process was first, with the same content
    }
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
}

/**
 * The npm to call: the one that started us, under the Node that it runs on, since some distributions patch their Node
 * so that only it finds npm's parts; else the one in PATH.
 * @returns {[string, ...string[]]}
 */
export function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli && /npm-cli\.[cm]?js$/.test(cli) && existsSync(cli) ? [process.execPath, cli] : ["npm"];
}

/** @param {string} program @param {string[]} args @param {string} cwd @param {string} complaint */
function must(program, args, cwd, complaint) {
  const done = spawnSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  if (done.status === 0) return;
  const why = done.error ? done.error.message : (done.stderr || done.stdout).trim();
  throw new Error(`${complaint}: ${why}`);
}
