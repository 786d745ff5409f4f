// Folders to test the home room in: each its own, removed at the end; with XDG folders inside, so that nothing of the
// person who runs the tests is read or written. And a disk that fails where a test wants it to.

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import type { Instant } from "../src/base/index.ts";
import type { Change, Clock, FileEdit, Store } from "../src/domain/index.ts";
import { type Disk, type Env, realDisk } from "../src/home/index.ts";
import { diffTexts } from "../src/page/index.ts";

export interface Folder {
  /** Real path. */
  path: string;
  env: Env;
  put(file: string, content: string | Uint8Array): string;
  get(file: string): string;
  /** Every file below, as `name: content`; caches, the journal and own state left out. */
  files(): Record<string, string>;
}

const made: string[] = [];
afterAll(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});

/** A folder `home/` and room beside it, with files. */
export function makeFolder(files: Record<string, string | Uint8Array> = {}): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "nunc-test-")));
  made.push(path);
  const folder: Folder = {
    path,
    env: {
      HOME: join(path, "person"),
      XDG_CONFIG_HOME: join(path, "person/config"),
      XDG_DATA_HOME: join(path, "person/data"),
      XDG_STATE_HOME: join(path, "person/state"),
    },
    put(file, content) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), content);
      return join(path, file);
    },
    get: (file) => readFileSync(join(path, file), "utf8"),
    files() {
      const names = readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
        .filter((name) => !/(^|\/)(\.nunc|journal|person|\.git)\//.test(name));
      return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(path, name), "latin1")]));
    },
  };
  mkdirSync(join(path, "home"));
  for (const [file, content] of Object.entries(files)) folder.put(file, content);
  return folder;
}

/** A clock that stands still, and can be set. */
export function makeClock(at = "2021-09-13T02:00:00.000Z"): Clock & { set(at: string): void } {
  let now = at as Instant;
  return {
    now: () => now,
    zone: () => "Asia/Shanghai",
    set: (next) => {
      now = next as Instant;
    },
  };
}

export interface Step {
  name: keyof Disk;
  args: readonly unknown[];
}

/** A disk that tells each step before it is done; `step` may throw in its place. */
export function watchedDisk(step: (step: Step, index: number) => void): Disk {
  let index = 0;
  return new Proxy(realDisk, {
    get: (disk, name: keyof Disk) => {
      return (...args: unknown[]): unknown => {
        step({ name, args }, index++);
        // The order of fsyncs is what is tested; waiting for a real disk would only take time.
        if (name === "sync") return undefined;
        return (disk[name] as (...args: unknown[]) => unknown)(...args);
      };
    },
  });
}

export class Killed extends Error {}

/** Dies at step `at`, in the middle of it where it writes; nothing more happens afterwards, as after SIGKILL. */
export function dyingDisk(at: number): Disk {
  let isDead = false;
  return watchedDisk(({ name, args }, index) => {
    if (isDead) throw new Killed();
    if (index < at) return;
    isDead = true;
    if (name === "write") {
      const bytes = args[1] as Uint8Array;
      realDisk.write(args[0] as number, bytes.subarray(0, bytes.length >> 1));
    }
    throw new Killed();
  });
}

/** Fails with a system error at the steps that `when` picks. */
export function failingDisk(code: string, when: (step: Step, index: number) => boolean): Disk {
  return watchedDisk((step, index) => {
    if (!when(step, index)) return;
    if (step.name === "write" && code === "ENOSPC") {
      const bytes = step.args[1] as Uint8Array;
      realDisk.write(step.args[0] as number, bytes.subarray(0, bytes.length >> 1));
    }
    throw Object.assign(new Error(`${code}: made up by a test`), { code });
  });
}

export function change(edits: FileEdit[], more: Partial<Change> = {}): Change {
  return { action: "test", summary: "A test", edits, ...more };
}

/** The edit that turns a file into a text. */
export function rewrite(store: Store, file: string, text: string): FileEdit {
  const before = store.read(file);
  return { file, hash: before?.hash ?? null, patches: diffTexts(before?.text ?? "", text) };
}
