// A Store in memory, for tests of everything above the disk. It decides as the real one does, since both plan a change
// with the same code; `test/home-store.test.ts` runs one suite on both.

import { relative, resolve } from "node:path";
import { AppError, decodeText, type Instant, type Tongue } from "../src/base/index.ts";
import {
  type Change,
  type JournalRecord,
  readConfig,
  type Store,
  type StoredText,
} from "../src/domain/index.ts";
import { hashBytes, isPublicFile, planChange, recordOf } from "../src/home/index.ts";

export interface FakeStore extends Store {
  /** What stands in a file now, or null: for assertions. */
  text(file: string): string | null;
  /** Changes a file behind the store's back, as an editor does; null removes it. */
  put(file: string, text: string | Uint8Array | null): void;
  /** All names, sorted. */
  files(): string[];
}

const ROOT = "/home";

/** @param files name to content; names relative to the home, or absolute */
export function fakeStore(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  options: { tongue?: Tongue; now?: () => Instant } = {},
): FakeStore {
  const tongue = options.tongue ?? "en";
  const disk = new Map<string, Uint8Array>();
  const records: JournalRecord[] = [];
  let ticks = 0;
  const now =
    options.now ?? (() => new Date(Date.UTC(2021, 8, 13, 2, 0, 0, ticks++)).toISOString() as Instant);
  const nameOf = (file: string): string => {
    const path = resolve(ROOT, file);
    return path.startsWith(`${ROOT}/`) ? relative(ROOT, path) : path;
  };
  const put = (file: string, text: string | Uint8Array | null): void => {
    if (text === null) disk.delete(nameOf(file));
    else disk.set(nameOf(file), typeof text === "string" ? Buffer.from(text) : text);
  };
  const read = (file: string): StoredText | null => {
    const name = nameOf(file);
    const bytes = disk.get(name);
    if (bytes === undefined) {
      if (![...disk.keys()].some((known) => known.startsWith(`${name}/`))) return null;
      throw new AppError("invalid", `${name} is a folder.`, { at: { file: name } });
    }
    if (bytes.includes(0)) throw new AppError("invalid", `${name} is not a text.`, { at: { file: name } });
    return { file: name, text: decodeText(bytes), hash: hashBytes(bytes) };
  };
  for (const [file, text] of Object.entries(files)) put(file, text);

  return {
    root: ROOT,
    read,
    put,
    resolve: (file) => resolve(ROOT, file),
    text: (file) => read(file)?.text ?? null,
    files: () => [...disk.keys()].sort(),
    list: (folder) => {
      const prefix = `${nameOf(folder)}/`;
      return [...disk.keys()]
        .filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes("/"))
        .sort();
    },
    journal: (limit = Number.POSITIVE_INFINITY) =>
      limit >= records.length ? [...records] : records.slice(records.length - limit),
    commit(change: Change): JournalRecord {
      const { config } = readConfig(read("nunc.yaml")?.text ?? "", tongue);
      const named = { ...change, edits: change.edits.map((edit) => ({ ...edit, file: nameOf(edit.file) })) };
      const planned = planChange(named, read, (file) => isPublicFile(ROOT, config, file), tongue);
      const record = recordOf(change, planned, `fake-${records.length + 1}`, now());
      for (const write of planned) put(write.file, write.removed ? null : write.after.bytes);
      if (planned.length > 0) records.push(record);
      return structuredClone(record);
    },
  };
}
