// @ts-check
// Finds the Node that nunc runs on, or fetches a private one, and writes its path down so that `bin/nunc` need not
// ask again. Runs on Node 20.19 or newer, with nothing installed. As a command it prints the path, alone, to stdout.
//
// Order: the Node that runs this file; any `node` in PATH; a private one from before; a new private one (Linux).
// In a checkout the private Node and the record are in .node/, else in the user's cache folder.

import { spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { fetchPackage } from "./fetch-package.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The private Node: a long-term-support release as an npm package, pinned by hash. */
const version = "24.21.0";
/** @type {Record<string, string>} */
const integrities = {
  "linux-x64":
    "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  "linux-arm64":
    "sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==",
};

/**
 * The absolute path of a Node that suits nunc.
 * @param {(text: string) => void} say told before anything is downloaded
 * @throws {Error} with a sentence for the person, where there is none and none can be fetched
 */
export function ensureNode(say) {
  const path = suits(process.versions.node) ? process.execPath : (nodeInPath() ?? privateNode(say));
  record(path);
  return path;
}

/** Whether a version, as `24.21.0`, meets `runsOn` in package.json; `engines` names what may start it. */
export function suits(/** @type {string} */ given, range = runsOn()) {
  const [major = 0, minor = 0, patch = 0] = given.split(".").map((part) => Number.parseInt(part, 10));
  return range.split("||").some((part) => {
    const [, sign, a, b, c] = /^(\^|>=)(\d+)\.(\d+)\.(\d+)$/.exec(part.trim()) ?? [];
    if (!sign) throw new Error(`package.json: runsOn "${part.trim()}" is neither ^x.y.z nor >=x.y.z`);
    const order = major - Number(a) || minor - Number(b) || patch - Number(c);
    return order >= 0 && (sign === ">=" || major === Number(a));
  });
}

/** The range in package.json. @returns {string} */
function runsOn() {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).runsOn;
}

function nodeInPath() {
  const tried = new Set([realpathSync(process.execPath)]);
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = resolve(folder, "node");
    if (!existsSync(path) || tried.has(realpathSync(path))) continue;
    tried.add(realpathSync(path));
    const found = versionOf(path);
    if (found && suits(found)) return path; // as named: a version manager's link may only work by its name
  }
  return null;
}

/** Private Nodes live where this copy of nunc may write: its own checkout, else the user's cache. */
function shelf() {
  if (existsSync(join(root, "src"))) {
    try {
      accessSync(root, constants.W_OK);
      return join(root, ".node");
    } catch {
      // somebody else's checkout
    }
  }
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "nunc");
}

/** @param {(text: string) => void} say */
function privateNode(say) {
  const system = `${process.platform}-${process.arch}`;
  const integrity = integrities[system];
  const wanted = `nunc needs Node ${runsOn()}, and this one is ${process.versions.node}`;
  if (!integrity) {
    const how =
      process.platform === "darwin"
        ? "`brew install node`, or the installer of nodejs.org"
        : "see nodejs.org";
    throw new Error(`${wanted}. Please install a newer one (${how}) and try again.`);
  }
  const folder = join(shelf(), `v${version}`);
  const path = join(folder, "bin", "node");
  if (!existsSync(folder)) {
    say(`${wanted}: fetching a private ${version} into ${folder} (a download of 50 MB, once)`);
    fetchPackage({ name: `node-${system}`, version, integrity }, ["bin/node"], folder);
  }
  if (versionOf(path) !== version) {
    throw new Error(
      `${wanted}. The private ${path} does not run on this system; please install a newer Node and try again.`,
    );
  }
  return path;
}

/** @param {string} path */
function versionOf(path) {
  const answer = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 10_000 });
  return answer.status === 0 ? answer.stdout.trim().replace(/^v/, "") : null;
}

/** A record that cannot be written costs time at the next start, nothing else. @param {string} path */
function record(path) {
  const file = join(shelf(), "node-path");
  try {
    if (existsSync(file) && readFileSync(file, "utf8") === `${path}\n`) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, `${path}\n`);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // as promised
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${ensureNode((text) => process.stderr.write(`${text}\n`))}\n`);
  } catch (error) {
    process.stderr.write(`${/** @type {Error} */ (error).message}\n`);
    process.exitCode = 6;
  }
}
