// Where nunc keeps what belongs to a person and a machine and not to a home: the XDG base directories
// (XDG Base Directory Specification 0.8; relative values are ignored, as it says), and the short name of this device.

import { homedir, hostname } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { type Disk, makeFolders, realDisk, writeDurably } from "./disk.ts";
import { hashBytes, randomHex } from "./hash.ts";

export type Env = Readonly<Record<string, string | undefined>>;

export function configFolder(env: Env): string {
  return join(xdg(env, "XDG_CONFIG_HOME", ".config"), "nunc");
}

export function dataFolder(env: Env): string {
  return join(xdg(env, "XDG_DATA_HOME", ".local/share"), "nunc");
}

function stateFolder(env: Env): string {
  return join(xdg(env, "XDG_STATE_HOME", ".local/state"), "nunc");
}

function xdg(env: Env, name: string, fallback: string): string {
  const value = env[name];
  return value !== undefined && isAbsolute(value) ? value : join(env.HOME || homedir(), fallback);
}

/**
 * A short name for this device, such as `laptop-7f3a`, made once and kept in the state folder: two devices that share a
 * home never write one journal file. Where nothing can be kept, a name made of the host's, which is as stable as that.
 */
export function deviceName(env: Env, disk: Disk = realDisk): string {
  const file = join(stateFolder(env), "device");
  const host = hostname()
    .split(".")[0]!
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 20);
  const known = readName(disk, file);
  if (known !== null) return known;
  const name = `${host || "device"}-${randomHex(2)}`;
  const draft = `${file}.${process.pid}`;
  try {
    makeFolders(disk, dirname(file), dirname);
    writeDurably(disk, draft, Buffer.from(`${name}\n`), "w");
    // A link fails where another process was first; then its name is ours as well.
    disk.link(draft, file);
    disk.unlink(draft);
    return name;
  } catch {
    try {
      disk.unlink(draft);
    } catch {
      // It may never have been made.
    }
    return readName(disk, file) ?? `${host || "device"}-${hashBytes(hostname()).slice(0, 4)}`;
  }
}

function readName(disk: Disk, file: string): string | null {
  try {
    const name = Buffer.from(disk.readFile(file)).toString("utf8").trim();
    return /^[a-z0-9-]{1,40}$/.test(name) ? name : null;
  } catch {
    return null;
  }
}
