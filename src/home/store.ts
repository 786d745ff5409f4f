// The folder on disk behind the port `Store`, with its writing side. A commit takes the lock, deals with what a crash left,
// reads and checks every file, writes the journal, writes the files, and notes the end in the journal.
// Invariant: after a kill at any step and a reopen, every file of a change is as before, or every file is as after.

import { join } from "node:path";
import type { Instant } from "../base/index.ts";
import { type Change, type Clock, type JournalRecord, readConfig, type Store } from "../domain/index.ts";
import { systemClock } from "./clock.ts";
import { errorCode, makeFolders, syncFolder, writeDurably } from "./disk.ts";
import { randomHex } from "./hash.ts";
import { type Lock, takeLock } from "./lock.ts";
import { diskError, fail, say } from "./messages.ts";
import { isInside, isPublicFile, nameOf, publicRepositoryOf } from "./names.ts";
import { planChange, recordOf } from "./plan.ts";
import { type Recovery, recoverChange } from "./recover.ts";
import { FolderReader, type StoreOptions } from "./store-read.ts";
import { HalfDone, writeFiles } from "./write.ts";

export interface HomeStore extends Store {
  /** What was found half done by a crash, at opening or at a commit, and how it was dealt with. */
  readonly recovered: readonly Recovery[];
}

/** Opens a home. Finishes or rolls back what a crash left, unless another process is writing just now. */
export function openStore(root: string, options: StoreOptions = {}): HomeStore {
  const store = new FolderStore(root, options);
  store.recoverAtOpen();
  return store;
}

class FolderStore extends FolderReader implements HomeStore {
  readonly recovered: Recovery[] = [];
  private readonly clock: Clock;
  private readonly lockWaitMs: number;

  constructor(root: string, options: StoreOptions) {
    super(root, options);
    this.clock = options.clock ?? systemClock;
    this.lockWaitMs = options.lockWaitMs ?? 5_000;
  }

  commit(change: Change): JournalRecord {
    try {
      this.guardPrivacy(change);
      this.makeHome();
      const lock = takeLock(this.disk, this.root, this.tongue, this.lockWaitMs);
      try {
        this.recover();
        return this.write(change, lock);
      } finally {
        lock.release();
      }
    } catch (problem) {
      throw errorCode(problem) === "" ? problem : diskError(problem, this.root, this.tongue);
    }
  }

  /** The change with the lock held. */
  private write(change: Change, lock: Lock): JournalRecord {
    const config = this.config();
    const bytes = new Map<string, Uint8Array>();
    const named = {
      ...change,
      edits: change.edits.map((edit) => ({ ...edit, file: nameOf(this.root, edit.file) })),
    };
    const planned = planChange(
      named,
      (file) => {
        const found = this.readBytes(file);
        if (found !== null) bytes.set(file, found.bytes);
        return found;
      },
      (file) => isPublicFile(this.root, config, file),
      this.tongue,
    );
    const at = this.clock.now();
    const record = recordOf(change, planned, this.newId(at), at);
    if (planned.length === 0) return record;

    try {
      this.journalFiles.begin(record);
    } catch (problem) {
      throw diskError(problem, "journal", this.tongue);
    }
    try {
      const writes = planned.map((write) => ({
        file: write.file,
        path: this.resolve(write.file),
        before: bytes.get(write.file) ?? null,
        after: write.removed ? null : write.after.bytes,
        mayMakeFolder:
          isInside(this.root, this.resolve(write.file)) || isPublicFile(this.root, config, write.file),
      }));
      const mayGoOn = (): void => {
        // A lock can be lost where this process slept for long and was taken for dead.
        if (!lock.isHeld()) throw fail("blocked", say(this.tongue).locked("?", 0));
      };
      writeFiles(this.disk, writes, record.id, mayGoOn, this.tongue);
    } catch (problem) {
      if (problem instanceof HalfDone) throw problem.error;
      this.noteEnd(record.id, "rolled-back", at);
      throw problem;
    }
    this.noteEnd(record.id, "finished", at);
    return record;
  }

  /** The files say by themselves how a change ended; where this line cannot be written, recovery writes it later. */
  private noteEnd(id: string, end: "finished" | "rolled-back", at: Instant): void {
    try {
      this.journalFiles.end(id, end, at);
    } catch {
      // See above.
    }
  }

  recoverAtOpen(): void {
    try {
      if (!this.isHalfDone()) return;
      const lock = takeLock(this.disk, this.root, this.tongue, 0);
      try {
        this.recover();
      } finally {
        lock.release();
      }
    } catch {
      // Another process is writing, or the disk cannot be written; reading works all the same, and a commit tries again.
    }
  }

  private recover(): void {
    try {
      const recovery = recoverChange(this.disk, this.root, this.journalFiles, this.clock.now(), this.tongue);
      if (recovery !== null) this.recovered.push(recovery);
    } catch (problem) {
      throw diskError(problem, "journal", this.tongue);
    }
  }

  private config() {
    return readConfig(this.readBytes("nunc.yaml")?.text ?? "", this.tongue).config;
  }

  /** Invariant: nothing private is written into a page's repository. The journal is private, so a home inside it is refused whole. */
  private guardPrivacy(change: Change): void {
    const config = this.config();
    const paths = change.edits
      .filter(
        (edit) => isInside(this.root, this.resolve(edit.file)) && !isPublicFile(this.root, config, edit.file),
      )
      .map((edit) => edit.file);
    for (const file of [...paths, "journal/new"]) {
      const repository = publicRepositoryOf(this.disk, this.root, config, this.resolve(file));
      if (repository !== null)
        throw fail("blocked", say(this.tongue).privateInPublic(file, repository), { file });
    }
  }

  /** Makes a home that was only thought of so far. */
  private makeHome(): void {
    if (this.disk.stat(this.root) !== null) return;
    const seeds = Object.entries(this.seeds);
    if (seeds.length === 0) throw fail("missing", say(this.tongue).noHome(this.root), { file: this.root });
    try {
      const draft = `${this.root}.${randomHex(4)}`;
      makeFolders(this.disk, draft, (path) => join(path, ".."));
      for (const [file, text] of seeds) writeDurably(this.disk, join(draft, file), Buffer.from(text), "wx");
      syncFolder(this.disk, draft);
      this.disk.rename(draft, this.root);
      syncFolder(this.disk, join(this.root, ".."));
    } catch (problem) {
      // Another process may have made it at the same moment; then it is there.
      if (this.disk.stat(this.root) === null) throw diskError(problem, this.root, this.tongue);
    }
  }

  private newId(at: Instant): string {
    return `${at.replace(/[-:.]/g, "")}-${this.device()}-${randomHex(4)}`;
  }
}
