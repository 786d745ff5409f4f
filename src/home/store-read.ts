// The reading side of the folder on disk: its texts, its names, its journal.

import { join } from "node:path";
import type { Tongue } from "../base/index.ts";
import type { Clock, JournalRecord, StoredText } from "../domain/index.ts";
import { type Disk, realDisk } from "./disk.ts";
import { hashBytes } from "./hash.ts";
import { Journal } from "./journal.ts";
import { diskError } from "./messages.ts";
import { isInside, nameOf, resolveName, TEMP_NAME } from "./names.ts";
import { deviceName, type Env } from "./places.ts";
import { readText } from "./read.ts";

export interface StoreOptions {
  /** Language of error messages; English where not given. */
  tongue?: Tongue;
  env?: Env;
  clock?: Clock;
  disk?: Disk;
  /** How long a commit waits for another writer. */
  lockWaitMs?: number;
  /** Files of a home that is made by its first commit; until then they are read from here. */
  seeds?: Readonly<Record<string, string>>;
}

export class FolderReader {
  readonly root: string;
  protected readonly disk: Disk;
  protected readonly tongue: Tongue;
  protected readonly seeds: Readonly<Record<string, string>>;
  protected readonly device: () => string;
  protected readonly journalFiles: Journal;

  constructor(root: string, options: StoreOptions) {
    this.root = resolveName(process.cwd(), root);
    this.disk = options.disk ?? realDisk;
    this.tongue = options.tongue ?? "en";
    this.seeds = options.seeds ?? {};
    let device: string | null = null;
    this.device = () => {
      device ??= deviceName(options.env ?? process.env);
      return device;
    };
    this.journalFiles = new Journal(this.disk, this.root, this.device);
  }

  /** Whether a change was begun and not finished: by a crash, or by a process that is writing just now. */
  isHalfDone(): boolean {
    return this.journalFiles.hasFiles() && this.journalFiles.unfinished() !== null;
  }

  resolve(file: string): string {
    return resolveName(this.root, file);
  }

  read(file: string): StoredText | null {
    const name = nameOf(this.root, file);
    const found = this.readBytes(name);
    if (found === null) return null;
    const { text } = found;
    return {
      file: name,
      text,
      get hash() {
        return found.hash;
      },
    };
  }

  protected readBytes(file: string): { text: string; hash: string; bytes: Uint8Array } | null {
    const name = nameOf(this.root, file);
    const found = readText(this.disk, this.resolve(file), name, this.tongue);
    const seed = this.seeds[name];
    if (found !== null || seed === undefined || this.disk.stat(this.root) !== null) return found;
    const bytes = Buffer.from(seed);
    return { text: seed, hash: hashBytes(bytes), bytes };
  }

  list(folder: string): string[] {
    const path = this.resolve(folder);
    try {
      if (!this.disk.stat(path)?.isDirectory()) return [];
      // What stands in a folder of the home is named by the folder's name: nothing to resolve for each.
      const isWithin = isInside(this.root, path);
      const before = path === this.root ? "" : `${nameOf(this.root, path)}/`;
      return this.disk
        .readFolder(path)
        .filter((entry) => !entry.isFolder && !TEMP_NAME.test(entry.name))
        .filter((entry) => !entry.isLink || this.disk.stat(join(path, entry.name))?.isFile() === true)
        .map((entry) => (isWithin ? `${before}${entry.name}` : join(path, entry.name)))
        .sort();
    } catch (problem) {
      throw diskError(problem, folder, this.tongue);
    }
  }

  journal(limit?: number): JournalRecord[] {
    try {
      return this.journalFiles.records(limit);
    } catch (problem) {
      throw diskError(problem, "journal", this.tongue);
    }
  }
}
