// Asks nunc about a generated year, in this process: the home is in memory, the page's history behind its port.

import { perform } from "../../src/actions/index.ts";
import type { Instant } from "../../src/base/index.ts";
import type { PageHistory, TextCache } from "../../src/domain/index.ts";
import { readConfig } from "../../src/domain/index.ts";
import { fakeStore } from "../fake-store.ts";
import type { Year } from "./make-year.ts";

export type Ask = <T>(action: string, input?: Record<string, unknown>) => T;

export function askerOf(year: Pick<Year, "files" | "pageHistory" | "now" | "tongue" | "zone">): Ask {
  const store = fakeStore(year.files, { tongue: year.tongue });
  const { config } = readConfig(year.files["nunc.yaml"] ?? "", year.tongue);
  const clock = { now: () => year.now as Instant, zone: () => year.zone };
  const kept = new Map<string, string>();
  const cache: TextCache = {
    read: (name) => kept.get(name) ?? null,
    write: (name, text) => void kept.set(name, text),
  };
  const outside = { pageHistory: () => historyOf(year.pageHistory), cache };
  return <T>(action: string, input: Record<string, unknown> = {}): T =>
    perform({ store, clock, config }, action, input, { tongue: year.tongue, outside }).data as T;
}

/** The revisions as git would tell them; null where there are none. */
function historyOf(revisions: Year["pageHistory"]): PageHistory | null {
  if (revisions.length === 0) return null;
  const blobOf = (index: number): string => `${index}`.padStart(40, "b");
  return {
    revisions: revisions.map(({ at }, index) => ({
      sha: `${index}`.padStart(40, "c"),
      at,
      parents: index === 0 ? [] : [index - 1],
      files: [{ file: "now.md", isArchive: false, blob: blobOf(index) }],
    })),
    isShallow: false,
    read: (blobs, found) => {
      for (const blob of blobs) found(blob, revisions[Number(blob.replace(/^b+/, "") || "0")]!.text);
    },
  };
}
