// The journal: `journal/YYYY-MM-DD.DEVICE.jsonl`, every change before it happens. One line is a change with the text that
// it cuts; a second line, after the files are written, says how it ended. A device writes only files with its own name, so
// that a synced home never has two writers of one file. Days are of UTC, so that a journey does not reorder them.
// Invariant: a device's files, in the order of their names, hold its records in the order they were made.

import { dirname, join } from "node:path";
import type { Instant } from "../base/index.ts";
import type { JournalRecord } from "../domain/index.ts";
import { type Disk, makeFolders, syncFolder } from "./disk.ts";

/** `left`: a file was changed by someone else meanwhile, and nothing more was done. */
export type Ending = "finished" | "rolled-back" | "left";

type Line = ({ v: 1 } & JournalRecord) | { v: 1; id: string; end: Ending; at: Instant };

/** Journals only grow, and a record is small: one that is larger than this is read in pieces from the end. */
const CHUNK = 64 * 1024;

export class Journal {
  private readonly folder: string;
  private readonly disk: Disk;
  private readonly device: () => string;

  constructor(disk: Disk, root: string, device: () => string) {
    this.disk = disk;
    this.folder = join(root, "journal");
    this.device = device;
  }

  /** Adds the record of a change that is about to happen, and waits until the disk has it. */
  begin(record: JournalRecord): void {
    this.append({ v: 1, ...record }, record.at);
  }

  end(id: string, end: Ending, at: Instant): void {
    this.append({ v: 1, id, end, at }, at);
  }

  /** Whether anything was ever journaled; asks no more than that. */
  hasFiles(): boolean {
    return this.files().length > 0;
  }

  /** The last change of this device if nothing says how it ended, else null. */
  unfinished(): JournalRecord | null {
    const name = this.files(this.device()).at(-1);
    if (name === undefined) return null;
    for (const line of this.linesFromEnd(name)) {
      const read = parseLine(line);
      if (read !== null) return "end" in read ? null : toRecord(read);
    }
    return null;
  }

  /** Finished changes of all devices, oldest first, at most the last `limit`. A line that cannot be read is skipped. */
  records(limit = Number.POSITIVE_INFINITY): JournalRecord[] {
    const devices = new Set(this.files().map(deviceOf));
    const perDevice = [...devices].map((device) => this.recordsOf(device, limit));
    return mergeByTime(perDevice).slice(-Math.min(limit, Number.MAX_SAFE_INTEGER));
  }

  /** Files with a line that cannot be read, with its 1-based number: a write that was cut off. */
  torn(): { file: string; line: number }[] {
    return this.files().flatMap((name) => {
      const lines = Buffer.from(this.disk.readFile(join(this.folder, name)))
        .toString("utf8")
        .split("\n");
      return lines.flatMap((line, index) =>
        line !== "" && parseLine(line) === null ? [{ file: `journal/${name}`, line: index + 1 }] : [],
      );
    });
  }

  private recordsOf(device: string, limit: number): JournalRecord[] {
    const records: JournalRecord[] = [];
    const finished = new Set<string>();
    for (const name of this.files(device).reverse()) {
      for (const text of this.linesFromEnd(name)) {
        if (records.length >= limit) return records.reverse();
        const line = parseLine(text);
        if (line === null) continue;
        if ("end" in line) {
          if (line.end === "finished") finished.add(line.id);
        } else if (finished.has(line.id)) records.push(toRecord(line));
      }
    }
    return records.reverse();
  }

  /** Names of journal files, oldest first. */
  private files(device?: string): string[] {
    if (this.disk.stat(this.folder) === null) return [];
    return this.disk
      .readFolder(this.folder)
      .map((entry) => entry.name)
      .filter(
        (name) =>
          /^\d{4}-\d\d-\d\d\.[^.]+\.jsonl$/.test(name) && (device === undefined || deviceOf(name) === device),
      )
      .sort();
  }

  private append(line: Line, at: Instant): void {
    makeFolders(this.disk, this.folder, dirname);
    const today = `${at.slice(0, 10)}.${this.device()}.jsonl`;
    const newest = this.files(this.device()).at(-1);
    // Where the clock was set back, the newest file goes on: the order of records must not depend on clocks.
    const path = join(this.folder, newest !== undefined && newest > today ? newest : today);
    const isNew = this.disk.stat(path) === null;
    const fd = this.disk.open(path, "a", 0o644);
    try {
      const size = this.disk.size(fd);
      const open = size > 0 && !this.endsWithNewline(path, size);
      try {
        this.disk.write(fd, Buffer.from(`${open ? "\n" : ""}${JSON.stringify(line)}\n`));
        this.disk.sync(fd);
      } catch (problem) {
        // A full disk takes half a line; take it back, so that the journal stays readable.
        this.disk.truncate(fd, size);
        throw problem;
      }
    } finally {
      this.disk.close(fd);
    }
    if (isNew) syncFolder(this.disk, this.folder);
  }

  private endsWithNewline(path: string, size: number): boolean {
    const fd = this.disk.open(path, "r");
    try {
      return this.disk.readAt(fd, size - 1, 1)[0] === 10;
    } finally {
      this.disk.close(fd);
    }
  }

  /** The lines of a file, last first, read from its end in pieces. */
  private *linesFromEnd(name: string): Generator<string> {
    const fd = this.disk.open(join(this.folder, name), "r");
    try {
      let at = this.disk.size(fd);
      let pieces: Uint8Array[] = [];
      while (at > 0) {
        const length = Math.min(CHUNK, at);
        at -= length;
        let piece = this.disk.readAt(fd, at, length);
        for (let cut = piece.lastIndexOf(10); cut >= 0; cut = piece.lastIndexOf(10)) {
          const line = Buffer.concat([piece.subarray(cut + 1), ...pieces]).toString("utf8");
          if (line !== "") yield line;
          pieces = [];
          piece = piece.subarray(0, cut);
        }
        pieces.unshift(piece);
      }
      const first = Buffer.concat(pieces).toString("utf8");
      if (first !== "") yield first;
    } finally {
      this.disk.close(fd);
    }
  }
}

function deviceOf(name: string): string {
  return name.slice(11, -".jsonl".length);
}

function parseLine(text: string): Line | null {
  try {
    const line = JSON.parse(text) as Line;
    if (typeof line?.id !== "string") return null;
    return "end" in line || Array.isArray(line.files) ? line : null;
  } catch {
    return null;
  }
}

function toRecord({ v: _, ...record }: { v: 1 } & JournalRecord): JournalRecord {
  return record;
}

/** Merges lists that are each in order; between devices the earlier time goes first. */
function mergeByTime(lists: JournalRecord[][]): JournalRecord[] {
  if (lists.length <= 1) return lists[0] ?? [];
  // A record counts as no earlier than those before it on its device, so that a clock that was set back reorders nothing.
  const timed = lists.map((list) => {
    let latest = "";
    return list.map((record) => {
      latest = record.at > latest ? record.at : latest;
      return { record, at: latest };
    });
  });
  return timed
    .flat()
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ record }) => record);
}
