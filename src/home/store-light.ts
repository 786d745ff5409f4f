// A home for one command, which mostly only reads: what writing needs is loaded at the first commit.

import { NotLoaded } from "../base/index.ts";
import type { Change, JournalRecord, Store } from "../domain/index.ts";
import { FolderReader, type StoreOptions } from "./store-read.ts";

/**
 * Opens a home. What a crash left half done is finished or rolled back, as `openStore` does it.
 * A commit throws `NotLoaded` where writing is not loaded yet.
 */
export async function openLightStore(root: string, options: StoreOptions = {}): Promise<LightStore> {
  const store = new LightStore(root, options);
  if (isHalfDone(store)) await store.loadWriting();
  return store;
}

/** A journal that cannot be read is said where somebody wants to write; reading works all the same. */
function isHalfDone(store: FolderReader): boolean {
  try {
    return store.isHalfDone();
  } catch {
    return false;
  }
}

export class LightStore extends FolderReader implements Store {
  private readonly options: StoreOptions;
  private whole: Store | null = null;

  constructor(root: string, options: StoreOptions) {
    super(root, options);
    this.options = options;
  }

  /** From then on a commit is done at once. */
  async loadWriting(): Promise<void> {
    const { openStore } = await import("./store.ts");
    this.whole ??= openStore(this.root, this.options);
  }

  commit(change: Change): JournalRecord {
    if (this.whole === null) throw new NotLoaded(() => this.loadWriting());
    return this.whole.commit(change);
  }
}
